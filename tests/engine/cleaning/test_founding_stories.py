"""The five founding stories against the answers that were agreed for them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from driftline.engine.cleaning.clean import clean
from driftline.engine.options import CleaningOptions
from driftline.engine.records import Role, Source, Version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STORIES = ("000", "001", "002", "003", "004")


def version_of(path: Path, *, raw: bool = False) -> Version:
    text = path.read_bytes().decode("utf-8")
    return clean(Source(str(path), "", "text/plain", "utf-8", text), CleaningOptions(raw=raw))


@pytest.mark.seeds
@pytest.mark.parametrize("number", STORIES)
def test_every_cut_and_its_reason(number: str, seeds: Callable[[str], Path], shared: Path) -> None:
    path = seeds(number)
    gold = json.loads((shared / "gold" / "cleaning.json").read_text("utf-8"))
    wanted = [(g["start"], g["end"], g["reason"]) for g in gold if g["file"] == path.name]
    version = version_of(path)
    assert [(c.span.start, c.span.end, c.reason.value) for c in version.cuts] == sorted(wanted)


@pytest.mark.seeds
@pytest.mark.parametrize("number", STORIES)
def test_headline_standfirst_and_subheadings(
    number: str, seeds: Callable[[str], Path], shared: Path
) -> None:
    path = seeds(number)
    gold = json.loads((shared / "gold" / "roles.json").read_text("utf-8"))
    wanted = [(g["start"], g["end"], g["reason"]) for g in gold if g["file"] == path.name]
    found = [
        (p.span.start, p.span.end, p.role.value)
        for p in version_of(path).paragraphs
        if p.role is not Role.BODY
    ]
    assert found == sorted(wanted)


@pytest.mark.seeds
def test_what_the_page_says_about_itself(seeds: Callable[[str], Path]) -> None:
    told = {
        number: (meta.published, meta.source, meta.byline, meta.language)
        for number in STORIES
        for meta in [version_of(seeds(number)).metadata]
    }
    assert told == {
        "000": (None, "RT", None, "en"),
        "001": ("2024-06-25T18:18", None, None, "en"),
        "002": (None, "MENAFN", None, "en"),
        "003": (None, None, None, "en"),
        "004": (None, None, None, "en"),
    }


@pytest.mark.seeds
@pytest.mark.parametrize("number", STORIES)
def test_raw_cuts_nothing(number: str, seeds: Callable[[str], Path]) -> None:
    version = version_of(seeds(number), raw=True)
    assert version.cuts == ()
    assert "".join(version.cleaned().split()) == "".join(version.source.text.split())
