"""Sentences put together from parts: each subject with each verb in each form newspapers use.

What is said, who says it and with which word is known by construction. A form stands here with the
share of its sentences that must be read wholly right; where that is less than all, its comment
names what is not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import cycle, islice, product
from typing import TYPE_CHECKING

import pytest

from quality.quotes import found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_REST = " The rest of the page is about the mill and the town."


@dataclass(frozen=True)
class Subject:
    """A speaker as written, and as the extraction should give it; empty: the same."""

    written: str
    plural: bool = False
    given: str = ""

    @property
    def pronoun(self) -> bool:
        """Whether it can't stand behind its verb, nor after "according to"."""
        return self.written in ("she", "he", "it", "they")

    def mentions(self) -> set[str]:
        """What counts as the speaker as written: with its apposition or without."""
        whole = self.written.rstrip(",")
        names = {whole, self.given or whole}
        return names | {name[0].upper() + name[1:] for name in names}


SUBJECTS = [
    Subject("Ann Vale"),
    Subject("Mayor Ann Vale"),
    Subject("Dr. Ann Vale"),
    Subject("Orr"),
    Subject("she"),
    Subject("he"),
    Subject("it"),
    Subject("they", plural=True),
    Subject("the family"),
    Subject("police", plural=True),
    Subject("residents", plural=True),
    Subject("some critics", plural=True),
    Subject("many residents", plural=True),
    Subject("the Ferry Trust"),
    Subject("NATO"),
    Subject("the White House"),
    Subject("the mayor"),
    Subject("the mayor's office"),
    Subject("her lawyer"),
    Subject("Vale's lawyer Tom Orr"),
    Subject("the 34-year-old"),
    Subject("one of the drivers"),
    Subject("the head of the harbour board"),
    Subject("a spokeswoman for the ministry"),
    Subject("Ann Vale and Tom Orr", plural=True),
    Subject("Tom Orr, 54,", given="Tom Orr"),
    Subject("Tom Orr, a baker from Leeds,", given="Tom Orr"),
    Subject("Tom Orr, who runs the mill,", given="Tom Orr"),
    Subject("the company, which owns the mill,", given="the company"),
    Subject("a man who saw the fire", given="a man"),
]
#: Of one subject, of several; the cue is the last word of the first.
PAST = [(verb, verb) for verb in ("said", "warned", "argued", "insisted", "explained", "added")]
PRESENT = [
    (third, base)
    for third, base in (
        ("says", "say"),
        ("warns", "warn"),
        ("argues", "argue"),
        ("insists", "insist"),
        ("believes", "believe"),
        ("explains", "explain"),
        ("stresses", "stress"),
        ("predicts", "predict"),
        ("concedes", "concede"),
        ("confesses", "confess"),
    )
]
# A belief has no marks of its own.
SPEECH = PAST + [verb for verb in PRESENT if verb != ("believes", "believe")]
PERFECT = [("has said", "have said"), ("has warned", "have warned"), ("had argued", "had argued")]
SAYING = [("said", "said"), ("says", "say"), ("has said", "have said")]
TOLD = [("told reporters", "told reporters"), ("tells friends", "tell friends")]
CLAUSES = [
    "the bridge will close in May",
    "prices have gone up",
    "it was too late",
    "nobody was hurt",
    "there is no plan",
    "the driver had been asleep",
    "more than 30 boats sank",
    "Leeds needs a new ferry",
    "three people died",
    "if it rains, the boats will stay",
    "her team was ready",
    "they’re ready",
    "not everyone was ready",
]
SAID = ["We need a plan for the boats", "It is late", "Not yet"]
WHEN = [
    "on Monday",
    "in a statement",
    "at a news conference in Leeds on Monday",
    "in an interview with the Leeds Echo",
    "during a speech to farmers last week",
    "earlier this week",
    "late on Tuesday",
    "in a letter to the council",
    "after a meeting with the union",
    "on social media",
]
BETWEEN = [
    ", speaking at a meeting in Leeds on Monday,",
    " on Monday",
    ", in a statement,",
    " also",
    " last week",
    " repeatedly",
    " two weeks ago",
    " less than a year later",
    ", however,",
    " later",
]


@dataclass(frozen=True)
class Case:
    """A sentence and what must be found in it."""

    text: str
    said: tuple[str, ...]
    subject: Subject
    cue: str

    def right(self) -> bool:
        """Whether exactly this is found: the words without edges, the speaker, the cue."""
        text = self.text + _REST
        quotations = found(text).quotations
        if len(quotations) != 1:
            return False
        quotation = quotations[0]
        words = tuple(_bare(span.of(text)) for span in quotation.spans)
        return (
            words == tuple(map(_bare, self.said))
            and quotation.speaker in self.subject.mentions()
            and quotation.cue == self.cue
        )


def _bare(words: str) -> str:
    return words.removeprefix("that ").strip(" ,.")


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _cue(verb: str) -> str:
    first, *rest = verb.split()
    return rest[0] if first in ("has", "have", "had") else first


def _spread(*parts: list[str]) -> Iterator[tuple[str, ...]]:
    """The parts one after another, each list beginning anew: all pairs come up with enough rows."""
    return zip(*(cycle(part) for part in parts), strict=False)


def _reported(template: str, verbs: list[tuple[str, str]], extra: list[str]) -> Iterator[Case]:
    """Sentences with the subject first; `extra` stands where the template says."""
    rows = _spread(CLAUSES, extra)
    for subject, verb in product(SUBJECTS, verbs):
        for said, more in islice(rows, len(extra)):
            word = verb[subject.plural]
            text = template.format(s=subject.written, v=word, c=said, more=more)
            yield Case(_capital(text), (said,), subject, _cue(word))


def _clause_first(verbs: list[tuple[str, str]], extra: list[str]) -> Iterator[Case]:
    for case in _reported("{c}, {s} {v}{more}.", verbs, extra):
        yield replace(case, said=(_capital(case.said[0]),))


def _quoted(template: str, verbs: list[tuple[str, str]], more: str = "") -> Iterator[Case]:
    """Sentences that open with a quotation; with a second part, if `more` says one."""
    rows = _spread(SAID)
    for subject, verb in product(SUBJECTS, verbs):
        word = verb[subject.plural]
        ((said,),) = islice(rows, 1)
        text = template.format(q=f"“{said},”", s=subject.written, v=word).replace(",.", ".")
        if not (subject.pronoun and "{v} {s}" in template):
            parts = (f"“{said},”", more) if more else (f"“{said},”",)
            yield Case(text, parts, subject, _cue(word))


def _mixed(template: str, said: str, verbs: list[tuple[str, str]]) -> Iterator[Case]:
    for subject, verb in product(SUBJECTS, verbs):
        word = verb[subject.plural]
        text = template.format(s=subject.written, v=word, c=said)
        yield Case(_capital(text), (said,), subject, _cue(word))


def _according(first: bool) -> Iterator[Case]:
    for subject, said in product(SUBJECTS, CLAUSES):
        name = subject.written.rstrip(",")
        if subject.pronoun:
            continue
        if first:
            yield Case(f"According to {name}, {said}.", (said,), subject, "According to")
        else:
            said = _capital(said)
            yield Case(f"{said}, according to {name}.", (said,), subject, "according to")


_LATER = [f" {time}" for time in WHEN]
# Each form with the share that must be right. What is not:
# - bare, with a common noun before it: a clause that opens with a noun of no article or a number
#   ("said in a letter to the council prices have gone up"), for the same words may be a clause that
#   belongs to the noun ("in a letter residents have signed"); a name behind a name.
FORMS: dict[str, tuple[Callable[[], Iterator[Case]], float]] = {
    "that": (lambda: _reported("{s} {v} that {c}.", PAST + PRESENT + PERFECT + TOLD, [""]), 1.0),
    "bare": (lambda: _reported("{s} {v} {c}.", SAYING + TOLD, [""] * 4), 1.0),
    "that, time before": (lambda: _reported("{s} said{more} that {c}.", SAYING[:1], _LATER), 1.0),
    "bare, time before": (lambda: _reported("{s} said{more} {c}.", SAYING[:1], _LATER), 0.87),
    "words between, that": (
        lambda: _reported("{s}{more} said that {c}.", SAYING[:1], BETWEEN),
        1.0,
    ),
    "words between, bare": (lambda: _reported("{s}{more} said {c}.", SAYING[:1], BETWEEN), 1.0),
    "clause first": (lambda: _clause_first([*SAYING, *TOLD], [""] * 4), 1.0),
    "clause first, time": (lambda: _clause_first(SAYING[:1], _LATER), 1.0),
    "quotation first": (lambda: _quoted("{q} {s} {v}.", SPEECH + PERFECT + TOLD), 1.0),
    "quotation first, inverted": (lambda: _quoted("{q} {v} {s}.", SPEECH), 1.0),
    "quotation first, time": (lambda: _quoted("{q} {s} {v} on Monday.", PAST + TOLD), 1.0),
    "quotation in two parts": (
        lambda: _quoted("{q} {s} {v}, “and we know it.”", SPEECH, "“and we know it.”"),
        1.0,
    ),
    "quotation introduced": (lambda: _mixed("{s} {v}: {c}", "“It is late.”", SPEECH), 1.0),
    "marks inside": (
        lambda: _mixed(
            "{s} {v} {c}.", "the plan was “a dead end” for the town", PAST + PRESENT + TOLD
        ),
        1.0,
    ),
    "marks at the end": (
        lambda: _mixed(
            "{s} {v} that {c}", "it would be “the end of the town.”", PAST + PRESENT + TOLD
        ),
        1.0,
    ),
    "marked words alone": (
        lambda: _mixed(
            "{s} {v} the plan {c}", "“a dead end.”", [("called", "called"), ("calls", "call")]
        ),
        1.0,
    ),
    "source first": (lambda: _according(first=True), 1.0),
    "source last": (lambda: _according(first=False), 1.0),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_read_whoever_speaks_with_whatever_verb(form: str) -> None:
    made, floor = FORMS[form]
    cases = list(made())
    wrong = [case.text for case in cases if not case.right()]
    assert len(cases) > 50
    assert len(wrong) <= (1 - floor) * len(cases), wrong[:10]
