from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from driftline.engine.options import CleaningOptions, Options
from driftline.engine.records import Kind, Severity
from driftline.review.errors import NotSavedError
from driftline.review.preferences import (
    FILE,
    CleaningRules,
    ExportDefaults,
    Fonts,
    Keys,
    LexiconAdditions,
    Palette,
    Preferences,
    ReportFormat,
    Shown,
    Typeface,
    load,
    save,
)

if TYPE_CHECKING:
    from pathlib import Path


def chosen() -> Preferences:
    return Preferences(
        fonts=Fonts(Typeface.SANS, "Gentium", 14.5, 1.5, 70, 20, 1),
        shown=Shown(
            (Kind.TYPOGRAPHY, Kind.MOVE), (Severity.LOW,), {Kind.DETERMINER: Severity.HIGH}
        ),
        cleaning=CleaningRules(keep_lines=("Listen to this story",)),
        lexicon=LexiconAdditions({"en/titles/offices": ("harbour master",)}),
        export=ExportDefaults(ReportFormat.DOCX, changes_only=True),
        keys=Keys({"next-change": ("F8", "Alt+Down")}),
    )


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    save(chosen(), tmp_path / "new folder")
    loaded = load(tmp_path / "new folder")
    assert loaded.preferences == chosen()
    assert loaded.notes == ()
    assert [p.name for p in (tmp_path / "new folder").iterdir()] == [FILE]


def test_nothing_chosen_gives_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFTLINE_CONFIG_DIR", str(tmp_path))
    assert load().preferences == Preferences()
    save(replace(Preferences(), fonts=Fonts(size=20)))
    assert load().preferences.fonts.size == 20
    assert (tmp_path / FILE).is_file()


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b"[]", b"", b"[" * 100_000])
def test_a_damaged_file_is_set_aside_and_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    loaded = load(tmp_path)
    assert loaded.preferences == Preferences()
    assert "preferences (damaged).json" in loaded.notes[0]
    assert (tmp_path / "preferences (damaged).json").read_bytes() == content
    assert load(tmp_path).notes == ()


def test_a_value_without_sense_is_told_and_the_others_hold(tmp_path: Path) -> None:
    value = {
        "fonts": {"size": 900, "family": "Gentium", "line_spacing": True},
        "appearance": {"palette": "plaid", "theme": "dark"},
        "keys": {"shortcuts": {"next": "F8"}},
        "cleaning": 7,
    }
    (tmp_path / FILE).write_text(json.dumps(value), "utf-8")
    loaded = load(tmp_path)
    assert loaded.preferences.fonts == Fonts(family="Gentium")
    assert loaded.preferences.appearance.palette is Palette.DEFAULT
    assert loaded.preferences.appearance.theme == "dark"
    assert [note.split("”")[0].split("“")[1] for note in loaded.notes] == [
        "fonts.size",
        "fonts.line_spacing",
        "appearance.palette",
        "cleaning",
        "keys.shortcuts",
    ]
    assert "a number from 6 to 72" in loaded.notes[0]


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    value = {
        "schema": "driftline/preferences/9",
        "fonts": {"size": 13, "ligatures": "none"},
        "shown": {"hidden_kinds": ["typography", "irony"]},
        "telepathy": {"on": True},
    }
    (tmp_path / FILE).write_text(json.dumps(value), "utf-8")
    loaded = load(tmp_path)
    assert loaded.notes == ()
    assert loaded.preferences.shown.hidden_kinds == (Kind.TYPOGRAPHY,)
    save(replace(loaded.preferences, fonts=Fonts(size=15)), tmp_path)
    written = json.loads((tmp_path / FILE).read_text("utf-8"))
    assert written["fonts"]["ligatures"] == "none"
    assert written["fonts"]["size"] == 15
    assert written["telepathy"] == {"on": True}


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
sections = ["fonts", "shown", "cleaning", "keys", "export", "lexicon", "schema", "unknown"]
settings_ = ["size", "hidden_kinds", "keep_lines", "raw", "shortcuts", "words", "format"]


@settings(max_examples=50, deadline=None)
@given(
    value=st.dictionaries(
        st.sampled_from(sections),
        st.one_of(json_values, st.dictionaries(st.sampled_from(settings_), json_values)),
    )
)
def test_any_json_is_read_and_what_was_read_comes_back(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    folder = tmp_path_factory.getbasetemp() / "any json"
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_text(json.dumps(value), "utf-8")
    first = load(folder)
    save(first.preferences, folder)
    again = load(folder)
    assert again.notes == ()
    assert repr(again.preferences) == repr(first.preferences)


def test_preferences_become_options() -> None:
    base = Options(cleaning=CleaningOptions(keep_lines=("One",)))
    assert chosen().options(base).cleaning.keep_lines == ("One", "Listen to this story")


def test_a_failed_save_keeps_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(NotSavedError, match="the ones from before still hold"):
        save(Preferences(), tmp_path / "file")


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    save(Preferences(), tmp_path / "elsewhere")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / FILE).symlink_to(tmp_path / "elsewhere" / FILE)
    save(chosen(), tmp_path / "config")
    assert (tmp_path / "config" / FILE).is_symlink()
    assert load(tmp_path / "elsewhere").preferences == chosen()
