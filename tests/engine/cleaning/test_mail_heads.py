"""The head of a mail inside a text goes; lines that only look like one stay."""

from __future__ import annotations

import pytest

from engine.cleaning.pages import STORY, cleaned, cuts, story

ENGLISH = (
    "---------- Forwarded message ---------",
    "From: Petra Zoll <p@courier.example>",
    "Date: Wed, Mar 12, 2025 at 1:00 PM",
    "Subject: Quay",
    "To: Jo Hale <jo@courier.example>",
)


@pytest.mark.parametrize("sep", ["\n", "\n\n"])
def test_the_head_of_a_forwarded_mail_is_cut(sep: str) -> None:
    text = sep.join(("See below, Jo", *ENGLISH, *STORY))
    assert cuts(cleaned(text)) == [("other", sep.join(ENGLISH))]


def test_a_head_without_a_mark_above_it() -> None:
    head = (
        "Von: Petra Zoll",
        "Gesendet: Mittwoch, 12. März 2025 13:00",
        "An: Jo Hale",
        "Betreff: Kai",
    )
    prose = (
        "Die Behörde hat am Donnerstag beschlossen, den östlichen Kai für zwei Jahre zu sperren.",
        "Die Arbeiten werden nach Schätzung der Behörde rund 14 Millionen Kronen kosten.",
    )
    assert cuts(cleaned("\n".join((*head, *prose)))) == [("other", "\n".join(head))]


def test_two_such_lines_are_no_head() -> None:
    assert cuts(cleaned(story(after=("From: the eastern quay", "To: the northern basin")))) == []
