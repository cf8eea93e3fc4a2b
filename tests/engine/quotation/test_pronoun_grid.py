"""Pronouns that speak, behind sentences that name one person or body and another."""

from __future__ import annotations

from itertools import product

import pytest

from quality.quotes import found

_SAYING = [
    "{} said that the mill was late.",
    "“The mill is late,” {} said.",
    "The mill was late, {} said.",
    "“The mill,” {} added, “is late.”",
    "In a statement, {} said the mill was late.",
    "On Monday {} told reporters that the mill was late.",
    "But {} warned that the mill was late.",
]
_BODIES = [
    "the Ferry Trust",
    "NATO",
    "Hill Mills",
    "Acme Boats",
    "the Ministry of Fisheries",
    "the Leeds Echo",
    "the company",
    "the council",
]
# What is told first, the pronoun that then speaks, and whom it stands for.
_PEOPLE = [
    ("Mary Vale met Tom Orr in Leeds on Monday.", "she", "Mary Vale"),
    ("Mary Vale met Tom Orr in Leeds on Monday.", "he", "Tom Orr"),
    ("Tom Orr met Jack Hill in Leeds on Monday.", "he", "Tom Orr"),
    ("Tom Orr criticised Jack Hill for the plan.", "he", "Tom Orr"),
    ("Jack Hill was in Leeds on Monday. Tom Orr was there too.", "he", "Tom Orr"),
    ("Tom Orr is the son of Jack Hill.", "he", "Tom Orr"),
    ("Tom Orr said that Jack Hill had left the town.", "he", "Tom Orr"),
    ("“Jack Hill has left the town,” Tom Orr said.", "he", "Tom Orr"),
    ("“We are ready,” Jack Hill said. Tom Orr left the town.", "he", "Tom Orr"),
    ("A spokeswoman for the mill met Tom Orr.", "she", "A spokeswoman for the mill"),
    ("Residents met Tom Orr in Leeds on Monday.", "they", "Residents"),
    ("Police met Tom Orr in Leeds on Monday.", "they", "Police"),
    ("Tom Orr and Mary Vale run the mill.", "they", "Tom Orr and Mary Vale"),
]
_OF_BODIES = [
    ("{} closed the mill in May.", "it"),
    ("{} met Tom Orr in Leeds on Monday.", "it"),
    ("{} closed the mill in May. Tom Orr was there.", "it"),
    ("{} bought the mill from Brown Bakers.", "it"),
    ("{} said that Brown Bakers had sold the mill.", "it"),
]
_TOLD = _PEOPLE + [
    (_told.format(_body[0].upper() + _body[1:]), pronoun, _body)
    for (_told, pronoun), _body in product(_OF_BODIES, _BODIES)
]


@pytest.mark.parametrize(("told", "pronoun", "meant"), _TOLD)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_pronoun_stands_for_whom_the_sentences_before_are_about(
    told: str, pronoun: str, meant: str, gap: str
) -> None:
    for saying in _SAYING:
        sentence = saying.format(pronoun)
        text = f"{told}{gap}{sentence[0].upper()}{sentence[1:]}"
        last = found(text).quotations[-1]
        assert (last.speaker.lower(), _plain(last.reference)) == (pronoun, _plain(meant)), text


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")
