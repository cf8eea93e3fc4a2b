"""Where the words of a speaker end and the writer's begin, in sentences of every newspaper."""

from __future__ import annotations

import pytest

from quality.quotes import found

# A text, and each quotation in it with whom it stands for.
_HELD_BACK = [
    (
        "Ann Vale promised that the city would “look at everything”, but gave no timetable.",
        [("that the city would “look at everything”", "Ann Vale")],
    ),
    (
        "Ann Vale said the yard was “still counting” and declined to comment further.",
        [("the yard was “still counting”", "Ann Vale")],
    ),
    (
        "Ann Vale said the ferry was late but would not say when it would leave.",
        [("the ferry was late", "Ann Vale")],
    ),
    (
        "Ann Vale said the talks went well, without giving details.",
        [("the talks went well", "Ann Vale")],
    ),
    (
        "Ann Vale said the mill knew of the leak but did not tell anyone.",
        [("the mill knew of the leak but did not tell anyone", "Ann Vale")],
    ),
    (
        "Ann Vale said the mill had lied and refused to pay.",
        [("the mill had lied and refused to pay", "Ann Vale")],
    ),
    (
        "Ann Vale said he left without saying goodbye.",
        [("he left without saying goodbye", "Ann Vale")],
    ),
]
_ASIDE = [
    (
        "Ann Vale has proposed a wall that, she says, would protect the town.",
        [("would protect the town", "Ann Vale")],
    ),
    (
        "It was her mother, Ann Vale says, who stayed on the island.",
        [("It was her mother … who stayed on the island", "Ann Vale")],
    ),
    (
        "Ann Vale said she left because “most people forget that,” she said.",
        [("she left because “most people forget that,”", "Ann Vale")],
    ),
    (
        "Ann Vale went on to say that, because Tom Orr testified that it was late, nobody came.",
        [("that, because Tom Orr testified that it was late, nobody came", "Ann Vale")],
    ),
    (
        "Ann Vale, despite admitting that the ferry was old, the crew is safe.",
        [("that the ferry was old", "Ann Vale")],
    ),
]
_CUES = [
    ("Ann Vale muttered that the ferry was late.", [("that the ferry was late", "Ann Vale")]),
    (
        "As Ann Vale put it in a letter to the Echo, the ferry is “a disgrace.”",
        [("the ferry is “a disgrace.”", "Ann Vale")],
    ),
    (
        "Ann Vale sent out a row of tweets on Friday saying that the mayor had shown “no sense.”",
        [("that the mayor had shown “no sense.”", "Ann Vale")],
    ),
    (
        "Asked by Tom Orr, counsel to the inquiry, how it had felt, Ann Vale said: “It was cold.”",
        [("“It was cold.”", "Ann Vale")],
    ),
    ("That was what Ann Vale said when she left the yard.", []),
    ("It was a rise, much of which was due to the laws proposed during the war.", []),
    ("Last year, spending shot back up, passing every forecast.", []),
    ("Ann Vale ran well, starting early and tiring the longer the race went on.", []),
    ("Now tell us it was no accident.", []),
    ("There are letters that Ann Vale thinks should be read.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*_HELD_BACK, *_ASIDE, *_CUES])
def test_a_report_ends_where_the_writer_goes_on(text: str, wanted: list[tuple[str, str]]) -> None:
    quotations = found(text, "en").quotations
    said = [(" … ".join(span.of(text) for span in q.spans), q.reference) for q in quotations]
    assert said == wanted
