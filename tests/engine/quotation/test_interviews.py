"""Interviews and transcripts: whose turn it is, and where the talk ends."""

from __future__ import annotations

import pytest

from quality.quotes import found

_INTRO = "Ann Vale, the mayor of Leeds, has had a hard first year. She spoke to Tom Orr."
_SOLD = "It was old. We had no choice."
_KEPT = "I would never sell the ferry."
_WHY = "Why did you sell the mill?"
_AND = "And the ferry?"


def said(*lines: str, language: str | None = None) -> list[tuple[str, str]]:
    """What is said in paragraphs, each with whom it stands for."""
    text = "\n".join(lines)
    return [(q.span.of(text), q.reference) for q in found(text, language).quotations]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q: ", "A: "),
        ("Q. ", "A. "),
        ("Q — ", "A — "),
        ("Q1: ", "A1: "),
        ("Question: ", "Answer: "),
        ("QUESTION: ", "ANSWER: "),
    ],
)
def test_the_answers_are_the_interviewees(question: str, answer: str) -> None:
    label = question.strip(" :.—")
    assert said(_INTRO, question + _WHY, answer + _SOLD, question + _AND, answer + _KEPT) == [
        (_WHY, label),
        (_SOLD, "Ann Vale"),
        (_AND, label),
        (_KEPT, "Ann Vale"),
    ]


@pytest.mark.parametrize(
    ("asks", "answers", "who"),
    [
        ("REPORTER", "VALE", "REPORTER"),
        ("REPORTER", "MAYOR VALE", "REPORTER"),
        ("ECHO", "VALE", "ECHO"),
        ("Echo", "Vale", "Echo"),
        ("Tom Orr", "Ann Vale", "Tom Orr"),
        ("TO", "AV", "Tom Orr"),
        ("T.O.", "A.V.", "Tom Orr"),
    ],
)
def test_a_label_names_who_speaks(asks: str, answers: str, who: str) -> None:
    turns = [f"{asks}: {_WHY}", f"{answers}: {_SOLD}", f"{asks}: {_AND}", f"{answers}: {_KEPT}"]
    assert said(_INTRO, *turns) == [
        (_WHY, who),
        (_SOLD, "Ann Vale"),
        (_AND, who),
        (_KEPT, "Ann Vale"),
    ]


def test_questions_without_a_label_are_nobodys_and_their_answers_the_interviewees() -> None:
    talk = [_WHY, _SOLD, "How do you sleep?", "I sleep well.", "You like it. Why?", _KEPT]
    assert said(_INTRO, *talk) == [
        (_SOLD, "Ann Vale"),
        ("I sleep well.", "Ann Vale"),
        (_KEPT, "Ann Vale"),
    ]


def test_answers_behind_their_questions_in_one_paragraph() -> None:
    talk = [f"{_WHY} {_SOLD}", f"Do you like the ferry? {_KEPT}", "How do you sleep? I sleep well."]
    assert said(_INTRO, *talk) == [
        (_SOLD, "Ann Vale"),
        (_KEPT, "Ann Vale"),
        ("I sleep well.", "Ann Vale"),
    ]


def test_an_answer_goes_on_until_the_writer_has_the_word_again() -> None:
    more = "My father worked there."
    end = "The mill was sold in May."
    assert said(_INTRO, f"Q: {_WHY}", f"A: {_SOLD}", more, f"Q: {_AND}", f"A: {_KEPT}", end) == [
        (_WHY, "Q"),
        (_SOLD, "Ann Vale"),
        (more, "Ann Vale"),
        (_AND, "Q"),
        (_KEPT, "Ann Vale"),
    ]


def test_what_the_writer_tells_between_two_turns_is_no_turn() -> None:
    told = "The talk lasted an hour."
    assert said(_INTRO, "VALE: The mill is gone.", told, "ORR: You sold it.") == [
        ("The mill is gone.", "Ann Vale"),
        ("You sold it.", "Tom Orr"),
    ]


def test_an_interview_in_another_language() -> None:
    assert said(
        "Am Montag sprach Anna Müller über die Mühle.",
        "Frage: Warum haben Sie die Mühle verkauft?",
        "Antwort: Sie war alt.",
        "Frage: Und die Fähre?",
        "Antwort: Die Fähre bleibt.",
        language="de",
    )[1::2] == [("Sie war alt.", "Anna Müller"), ("Die Fähre bleibt.", "Anna Müller")]


@pytest.mark.parametrize(
    "lines",
    [
        # Questions of the reader's, answered by the paper.
        (
            "Ann Vale wants to sell the mill.",
            "What is the deal?",
            "The council sold the mill in May.",
            "What does it cost you?",
            "The town pays.",
            "What happens next?",
            "A vote is due in June.",
        ),
        # A list of names of notes.
        ("A. The mill is old.", "B. The ferry is late.", "C. The bridge is shut."),
        # Two questions make no interview.
        (_INTRO, "Do you care?", "We met at noon.", "Do you know?", "I left at one."),
    ],
)
def test_what_is_no_interview(lines: tuple[str, ...]) -> None:
    assert said(*lines) == []
