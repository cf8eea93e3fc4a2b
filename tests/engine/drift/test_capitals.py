"""Text in capitals throughout is told as the same text written small would be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compared_texts import STORY, paragraphs, version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.records import Kind, Metadata

Told = list[tuple[str, str, str, str, str]]


def told(old: str, new: str, language: str = "en") -> tuple[Told, int]:
    """The changes in lower case, and how many there are of capitals alone."""
    one, other = (
        replace(version(text), metadata=Metadata(language=language)) for text in (old, new)
    )
    edits = classify(align(one, other))
    return [
        (
            e.kind.value,
            e.severity.value,
            e.rule,
            e.a.of(old).casefold().strip(),
            e.b.of(new).casefold().strip(),
        )
        for e in edits
        if e.rule != "case"
    ], sum(e.rule == "case" for e in edits)


PAIRS = [
    ("The bakers were robbed by soldiers.", "The bakers moved out.", "en"),
    ("Divers find 12 crates in the bay.", "Divers find 14 crates in the bay.", "en"),
    ("The mayor quits after talks.", "The mayor resigns after talks.", "en"),
    ("A dike may break on Monday.", "The dike will break on Friday.", "en"),
    ("The pier is shut until May 4.", "The pier is shut until May 9.", "en"),
    ("It may be the harbour.", "It might be the harbor.", "en"),
    ("A ferry sank off Norway.", "A ferry sank off Denmark.", "en"),
    ("The vote went to Mayor Reed at last.", "The vote went to Mayor Park at last.", "en"),
    ("Prime Minister Park wins vote.", "Park wins vote.", "en"),
    ("It is the view of the EU.", "It is the view of the UN.", "en"),
    ("Officials said the dam was safe.", "Officials claimed the dam was not safe.", "en"),
    ("Rebellen nahmen zwölf Männer fest.", "Soldaten nahmen elf Männer fest.", "de"),
    ("Die Straße bleibt bis Montag gesperrt.", "Die Gasse bleibt bis Freitag gesperrt.", "de"),
    ("Un incendie détruit une usine à Lyon.", "Un incendie détruit une école à Nantes.", "fr"),
]


@pytest.mark.parametrize(("old", "new", "language"), PAIRS)
def test_capitals_throughout_change_nothing_of_what_is_told(
    old: str, new: str, language: str
) -> None:
    small, none = told(old, new, language)
    assert none == 0
    assert told(old.upper(), new.upper(), language) == (small, 0)
    for one, other in ((old.upper(), new), (old, new.upper())):
        found, capitals = told(one, other, language)
        assert found == small
        # What only lost its capitals is told once a stretch.
        assert 1 <= capitals <= len(small) + 1


def test_names_of_the_text_below_a_flash_are_known_in_it() -> None:
    below = "\n\nThe men of Dorn came late. Nobody saw Dorn leave, and Karsk said so."
    old, new = f"TOWN HANDED TO DORN.{below}", f"TOWN HANDED TO KARSK.{below}"
    assert [found[:3] for found in told(old, new)[0]] == [("name", "high", "name")]
    old, new = f"TOWN HANDED TO TROOPS.{below}", f"TOWN HANDED TO REBELS.{below}"
    assert [found[:3] for found in told(old, new)[0]] == [("paraphrase", "medium", "paraphrase")]


def test_a_flash_makes_no_names_of_words_below_it() -> None:
    old = "ANGRY CROWDS BLOCK THE WALLS.\n\nPeople blocked it. Crowds were angry."
    new = "ANGRY CROWDS BLOCK THE WALLS.\n\nPeople blocked it. Walls were angry."
    assert [found[0] for found in told(old, new)[0]] == ["paraphrase"]


def test_first_letters_of_names_are_no_text_in_capitals() -> None:
    found = told("They met the BBC, CNN, NBC.", "They met the BBC, CNN, CBS.")
    assert [each[0] for each in found[0]] == ["name"]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10), st.booleans())
def test_a_paragraph_put_in_capitals_changes_no_word(at: int, back: bool) -> None:
    story = paragraphs(STORY)
    old = "\n\n".join(story)
    story[at % len(story)] = story[at % len(story)].upper()
    new = "\n\n".join(story)
    if back:
        old, new = new, old
    edits = classify(align(version(old), version(new)))
    assert {edit.kind for edit in edits} == {Kind.TYPOGRAPHY}
