"""An act told by what came of it alone: who did it is missed, or stands elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compared_texts import version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.records import Metadata


def loud(old: str, new: str, language: str = "en") -> tuple[list[str], set[str]]:
    """The rules of what weighs much, and all rules."""
    one, other = (
        replace(version(text), metadata=Metadata(language=language)) for text in (old, new)
    )
    found = [edit for edit in classify(align(one, other)) if edit.rule != "capital"]
    return [e.rule for e in found if e.severity.value == "high"], {e.rule for e in found}


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Guards killed nine sheep in the bay.", "Nine sheep died in the bay.", "en"),
        ("The gale destroyed the old mill.", "The old mill collapsed.", "en"),
        ("Divers shot a whale dead on Friday.", "A whale died on Friday.", "en"),
        ("Wachen töteten neun Männer.", "Neun Männer starben.", "de"),
        ("Des gardes ont tué neuf hommes.", "Neuf hommes sont morts.", "fr"),
    ],
)
def test_who_did_it_is_missed(old: str, new: str, language: str) -> None:
    assert loud(old, new, language)[0] == ["agent dropped"]
    assert loud(new, old, language)[0] == ["agent added"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "language"),
    [
        ("The gale killed nine sheep.", "Nine sheep died in the gale.", "result", "en"),
        ("Wachen töteten neun Männer.", "Neun Männer wurden von Wachen getötet.", "voice", "de"),
        (
            "Des gardes ont tué neuf hommes.",
            "Neuf hommes ont été tués par des gardes.",
            "voice",
            "fr",
        ),
    ],
)
def test_who_did_it_is_told_elsewhere(old: str, new: str, rule: str, language: str) -> None:
    for one, other in ((old, new), (new, old)):
        assert loud(one, other, language) == ([], {rule})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Guards fired at the crowd and ran.", "Guards left the crowd and ran."),
        ("The gale had killed nine sheep.", "The gale had killed dead trees."),
    ],
)
def test_the_same_subject_did_something_else(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        assert not {"result", "agent added", "agent dropped"} & loud(one, other)[1]


def test_a_number_written_in_words_elsewhere_did_not_go() -> None:
    old = "A gale on the lake killed 12 sheep, farmers said."
    new = "Twelve sheep died in a gale on the lake, farmers said."
    assert not [rule for rule in loud(old, new)[0] if rule.startswith("figure")]
