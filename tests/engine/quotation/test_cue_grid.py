"""Cues that newspapers use beside "said": bids, asides, letters, and what stands between."""

from __future__ import annotations

import pytest

from quality.quotes import found

_BIDS = [
    (
        "Ann Vale exhorted the crew to “hold the line” and said it was late.",
        [("the crew to “hold the line”", "exhorted"), ("it was late", "said")],
    ),
    (
        "Ann Vale encouraged the crew to “check out” the old mill.",
        [("to “check out” the old mill", "encouraged")],
    ),
    (
        "Ann Vale told her crew at a fair in Leeds to “go and vote” and then “go home and rest.”",
        [("to “go and vote” and then “go home and rest.”", "told")],
    ),
    (
        "Ann Vale has called on police to free the tapes “as a matter of honour” and left.",
        [("police to free the tapes “as a matter of honour”", "called")],
    ),
    ("Ann Vale called for the council to resign.", [("the council to resign", "called")]),
    (
        "Ann Vale called for tolls to be “clawed back” from the crew.",
        [("tolls to be “clawed back” from the crew", "called")],
    ),
    (
        "Walkers said they want “a path for all,” but pledged to remain calm.",
        [("they want “a path for all,”", "said"), ("to remain calm", "pledged")],
    ),
]
_ASIDES = [
    ("The town, as Ann Vale noted, does not flood.", [("The town … does not flood", "noted")]),
    (
        "Leeds, as one of Ann Vale's advisers pointed out, rarely floods.",
        [("Leeds … rarely floods", "pointed out")],
    ),
    ("As Ann Vale noted, the town does not flood.", [("the town does not flood", "noted")]),
]
_LETTERS = [
    ("Ann Vale sent a memo which said the mill was old.", [("the mill was old", "said")]),
    (
        "Ann Vale showed a letter that says she has “good health.”",
        [("she has “good health.”", "says")],
    ),
    (
        "The study, which notes that the mill leaked, came out in May.",
        [("that the mill leaked", "notes")],
    ),
    ("The man that claims the mill has left.", []),
]
_BETWEEN = [
    (
        "Ann Vale told voters this weekend she would take it as an insult.",
        [("she would take it as an insult", "told")],
    ),
    ("Ann Vale says too much is made of the mill.", [("too much is made of the mill", "says")]),
    ("In the end, all agreed that the mill was old.", [("that the mill was old", "agreed")]),
    ("In the end, both agreed that the mill was old.", [("that the mill was old", "agreed")]),
    (
        "Ann Vale made it clear she would not sell the mill.",
        [("she would not sell the mill", "made it clear")],
    ),
    (
        "Ann Vale's repeated emphasis that one mill had been shut drew boos.",
        [("that one mill had been shut", "emphasis")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [*_BIDS, *_ASIDES, *_LETTERS, *_BETWEEN])
def test_a_cue_reports_no_more_and_no_less(text: str, wanted: list[tuple[str, str]]) -> None:
    quotations = found(text, "en").quotations
    said = [(" … ".join(s.of(text) for s in q.spans), q.cue) for q in quotations]
    assert said == wanted
