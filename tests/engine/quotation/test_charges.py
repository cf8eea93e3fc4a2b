"""What somebody charges another with, in the grid of verbs, objects and marks."""

from __future__ import annotations

import pytest

from quality.quotes import found


def said(text: str) -> list[tuple[str, str]]:
    return [(" … ".join(s.of(text) for s in q.spans), q.cue) for q in found(text, "en").quotations]


@pytest.mark.parametrize("whom", ["Tom Orr", "him", "the council", "the mayor and her crew"])
@pytest.mark.parametrize(
    ("verb", "charge"),
    [
        ("accused", "of lying to the town"),
        ("accused", "of theft"),
        ("accused", "of having “sold out” the town"),
        ("accused", "of being “a liar” and “a crook”"),
        ("blamed", "for ignoring the flood"),
        ("faulted", "for ignoring the flood"),
        ("criticised", "for not acting in time"),
        ("praised", "for staying calm"),
        ("warned", "against closing the bridge"),
        ("described", "as a lost cause"),
        ("dismissed", "as a joke"),
        ("condemned", "as reckless"),
    ],
)
def test_a_charge_is_told_with_whom_it_is_laid_on(verb: str, whom: str, charge: str) -> None:
    assert said(f"Ann Vale {verb} {whom} {charge}.")[:1] == [(f"{whom} {charge}", verb)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Marks that are all of it stand alone.
        (
            "Ann Vale accused Tom Orr of “lying to the town.”",
            [("“lying to the town.”", "accused")],
        ),
        ("Ann Vale dismissed the report as “nonsense.”", [("“nonsense.”", "dismissed")]),
        (
            "Ann Vale described the mayor as being “out of touch.”",
            [("“out of touch.”", "described")],
        ),
        # Where a charge ends.
        (
            "Ann Vale accused Orr of hiding the cost and said he should go.",
            [("Orr of hiding the cost", "accused"), ("he should go", "said")],
        ),
        (
            "Ann Vale accused him of lying, and the mayor resigned.",
            [("him of lying", "accused")],
        ),
        (
            "Ann Vale, accusing the council of ignoring the flood, resigned.",
            [("the council of ignoring the flood", "accusing")],
        ),
        (
            "Ann Vale, who accused the mayor of lying, has resigned.",
            [("the mayor of lying", "accused")],
        ),
        (
            "Ann Vale accused the council, which she once led, of ignoring the flood.",
            [("the council, which she once led, of ignoring the flood", "accused")],
        ),
        (
            "Ann Vale described Orr as a “disgrace” after he attacked the crew and blamed the flood"
            " on “neglect.”",
            [("“disgrace”", "described"), ("“neglect.”", "blamed")],
        ),
        ("Ann Vale warned against closing the bridge.", [("against closing the bridge", "warned")]),
        (
            "The report accused the council of hiding the cost.",
            [("the council of hiding the cost", "accused")],
        ),
        # No charge.
        ("Ann Vale blamed the flood for the loss.", []),
        ("Ann Vale criticised the plan as the vote came near.", []),
        ("Ann Vale described how the ferry sank as the tide rose.", []),
        ("Ann Vale was not accused of lying.", []),
        ("Police accused of beating a man have resigned.", []),
        ("The law describes a spouse as a partner.", []),
        ("I accused him of lying.", []),
    ],
)
def test_a_charge_ends_where_the_writer_goes_on(text: str, wanted: list[tuple[str, str]]) -> None:
    assert said(text) == wanted
