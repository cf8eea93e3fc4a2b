"""Every palette can be read, and what differs in it differs to every kind of sight."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from itertools import combinations

import pytest

from colour_vision import SIGHTS, contrast, difference
from driftline import assets
from driftline.gui import theme as themes

PALETTES = sorted(file.stem for file in assets.path("themes").glob("*.toml"))
#: Palettes made for readers who lack a kind of cone; the others hold for full sight, and in what
#: is old and what is new for every sight.
FOR_ALL = [name for name in PALETTES if "colour-blind" in name or "high-contrast" in name]

#: Which text stands on which ground, as the window paints it.
TEXTS = {
    "text": "window page raised old old_strong new new_strong moved only_old only_new "
    "reading_1 reading_2 reading_3 reading_4",
    "quiet": "window page raised new only_old only_new moved "
    "reading_1 reading_2 reading_3 reading_4",
    "old_ink": "window page raised new reading_1 reading_2 reading_3 reading_4",
    "new_ink": "window page raised new",
    "moved_ink": "window page raised moved",
    "cut_ink": "page",
    "accent": "window page raised",
    "on_accent": "accent",
    "warning_ink": "warning",
}
#: Lines and signs that tell something: underlines, the outline of the current change, focus.
SIGNS = {
    "old_ink": "old old_strong",
    "new_ink": "new new_strong",
    "current": "page old old_strong new new_strong moved only_old only_new",
    "accent": "window page raised",
}
OLD_AND_NEW = [
    ("old_ink", "new_ink", 15),
    ("old", "new", 10),
    ("old_strong", "new_strong", 15),
    ("only_old", "only_new", 8),
    ("page", "old", 8),
    ("page", "new", 8),
    ("page", "only_old", 4),
    ("page", "only_new", 4),
    # Grave changes are underlaid more strongly than others.
    ("old", "old_strong", 7),
    ("new", "new_strong", 7),
]
MOVED = [
    ("moved_ink", "old_ink", 12),
    ("moved_ink", "new_ink", 12),
    ("moved", "old", 7),
    ("moved", "new", 7),
    ("moved", "page", 7),
]

#: The readings of a collation, and the page they stand on.
READINGS = [
    (one, other, 6 if one == "page" else 7)
    for one, other in combinations(("page", *(f"reading_{n}" for n in range(1, 5))), 2)
]


@pytest.fixture(params=PALETTES)
def palette(request: pytest.FixtureRequest) -> themes.Theme:
    return themes.named(request.param)


def test_the_palettes_are_those_the_preferences_offer() -> None:
    assert set(PALETTES) == {
        f"{light}{kind}"
        for light in ("light", "dark")
        for kind in ("", "-colour-blind", "-high-contrast")
    }
    for name in PALETTES:
        colours = tomllib.loads(assets.path("themes", f"{name}.toml").read_text("utf-8"))["colours"]
        assert set(colours) == {f.name for f in fields(themes.Theme)} - {"name"}


def test_every_text_has_the_contrast_of_wcag(palette: themes.Theme) -> None:
    least = 7.0 if "high-contrast" in palette.name else 4.5
    pairs = [(ink, ground) for ink, grounds in TEXTS.items() for ground in grounds.split()]
    poor = {
        pair: round(found, 2)
        for pair in pairs
        if (found := contrast(*(getattr(palette, name) for name in pair))) < least
    }
    assert not poor


def test_every_sign_has_the_contrast_of_wcag(palette: themes.Theme) -> None:
    pairs = [(ink, ground) for ink, grounds in SIGNS.items() for ground in grounds.split()]
    poor = {
        pair: round(found, 2)
        for pair in pairs
        if (found := contrast(*(getattr(palette, name) for name in pair))) < 3
    }
    assert not poor


@pytest.mark.parametrize("sight", SIGHTS)
def test_old_and_new_are_told_apart_with_every_sight(palette: themes.Theme, sight: str) -> None:
    assert not _alike(palette, OLD_AND_NEW, sight)


def test_what_moved_is_told_apart_with_full_sight(palette: themes.Theme) -> None:
    assert not _alike(palette, MOVED, "full")


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", FOR_ALL)
def test_what_moved_is_told_apart_with_every_sight(name: str, sight: str) -> None:
    assert not _alike(themes.named(name), MOVED, sight)


def test_readings_are_told_apart_with_full_sight(palette: themes.Theme) -> None:
    assert not _alike(palette, READINGS, "full")


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", FOR_ALL)
def test_readings_are_told_apart_with_every_sight(name: str, sight: str) -> None:
    assert not _alike(themes.named(name), READINGS, sight)


def _alike(
    palette: themes.Theme, pairs: list[tuple[str, str, int]], sight: str
) -> dict[tuple[str, str], float]:
    return {
        (one, other): round(found, 1)
        for one, other, least in pairs
        if (found := difference(getattr(palette, one), getattr(palette, other), sight)) < least
    }


def test_the_colour_difference_is_that_of_its_paper() -> None:
    # Blue against black: both papers' test values are rounded, so is this.
    assert difference("#ffffff", "#000000") == pytest.approx(100, abs=0.1)
    assert difference("#336699", "#336699") == 0
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    # Without the cones for middle wavelengths a red and a green of one lightness fall together.
    assert difference("#b06040", "#7f7f40") > 15
    assert difference("#b06040", "#7f7f40", "deuteranopia") < 6
