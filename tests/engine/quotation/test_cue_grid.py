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
_INSIDE = [
    (
        "Ann Vale said that the offer, which some argued was meant to hurt Orr, was an “insult.”",
        [
            (
                "that the offer, which some argued was meant to hurt Orr, was an “insult.”",
                "said",
            )
        ],
    ),
    (
        "Ann Vale said the mill was old, which Orr called “daft.”",
        [("the mill was old", "said"), ("“daft.”", "called")],
    ),
    (
        "Ann Vale said because Orr is popular, “he's a good mayor for us.”",
        [("because Orr is popular, “he's a good mayor for us.”", "said")],
    ),
    (
        "If the law passes, “I think it's going to fill a hole,” Ann Vale said.",
        [("If the law passes, “I think it's going to fill a hole,”", "said")],
    ),
    ("In the end, “I think it's late,” Ann Vale said.", [("“I think it's late,”", "said")]),
    (
        "Orr stayed because, according to Ann Vale, the ferry was late.",
        [("the ferry was late", "according to")],
    ),
]
_AGAIN = [
    (
        "Ann Vale first said she did not recall it, but in a later talk said she had sold it.",
        [("she did not recall it", "said"), ("she had sold it", "said")],
    ),
    (
        "Ann Vale said the mill was old, but on Monday said it would stay.",
        [("the mill was old", "said"), ("it would stay", "said")],
    ),
    (
        "Ann Vale said the mill was old and in a letter wrote that it would stay.",
        [("the mill was old", "said"), ("that it would stay", "wrote")],
    ),
    (
        "Ann Vale said that it would be “very hard” to attend, but downplayed the issue.",
        [("that it would be “very hard” to attend", "said")],
    ),
    (
        "Ann Vale said it was because of who I am. Orr noted that the mill was old.",
        [("it was because of who I am", "said"), ("that the mill was old", "noted")],
    ),
    (
        "Ann Vale wrote a letter to Tom Orr asking the council to look into the “mess.”",
        [("“mess.”", "wrote")],
    ),
    ("Ann Vale wrote a letter saying the mill was old.", [("the mill was old", "saying")]),
    ("The boats of Leeds and of the ten states that have a harbour were sold.", []),
]
_FOUND = [
    ("A study found that most boats leak.", [("that most boats leak", "found")]),
    ("Polls showed that few liked the ferry.", [("that few liked the ferry", "showed")]),
    (
        "The poll showed that most voters said they would stay.",
        [("they would stay", "said")],
    ),
    (
        "Orr and Vale call them “lone boats” and describe their acts as crimes.",
        [("“lone boats”", "call"), ("their acts as crimes", "describe")],
    ),
    ("The map shows the old mill.", []),
    ("Buyers turn to smaller, measurable projects in 2026, as fear grows.", []),
    ("The firm grew, challenging itself to run on wind.", []),
    ("Trade, and pledges to protect it, are not enough.", []),
    ("The sea, which Acme views as “a right,” is cold.", [("“a right,”", "views")]),
    (
        "Former aides called it not a crash, but “a lorry crash” of a show.",
        [("“a lorry crash”", "called")],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), [*_BIDS, *_ASIDES, *_LETTERS, *_BETWEEN, *_INSIDE, *_AGAIN, *_FOUND]
)
def test_a_cue_reports_no_more_and_no_less(text: str, wanted: list[tuple[str, str]]) -> None:
    quotations = found(text, "en").quotations
    said = [(" … ".join(s.of(text) for s in q.spans), q.cue) for q in quotations]
    assert said == wanted
