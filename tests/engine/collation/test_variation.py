"""The places where versions differ, as an editor reads them, and who reads as whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from compared_texts import STORY, paragraphs, version
from driftline.engine import pipeline
from driftline.engine.collation.kinship import kinships
from driftline.engine.collation.variation import NOTHING, Variation, variations
from driftline.engine.options import AlignmentOptions
from driftline.engine.records import Kind, Role, Severity

if TYPE_CHECKING:
    import random


def places(*texts: str) -> tuple[Variation, ...]:
    return variations(pipeline.collate([version(text) for text in texts], 0))


def letters(place: Variation) -> str:
    return "".join("-" if w.letter == NOTHING else "abcdefgh"[w.letter] for w in place.wordings)


def test_the_same_words_have_the_same_letter_and_the_base_text_s_is_the_first() -> None:
    (place,) = places(
        "He was the leading backer of it.",
        "He was a leading backer of it.",
        "He was some leading backer of it.",
        "He was a leading backer of it.",
        "He was the leading backer of it.",
    )
    assert letters(place) == "abcba"
    assert [w.text for w in place.wordings] == ["the", "a", "some", "a", "the"]
    assert [w.kind for w in place.wordings] == [None, *[Kind.DETERMINER] * 3, None]
    assert place.changes == {(Kind.DETERMINER, Severity.MEDIUM)}


def test_how_words_are_set_makes_no_other_letter() -> None:
    found = places(
        "“We are ready to go,” she said to them.",
        '"We are ready to go," she said to them.',
        "“We are willing to go,” she said to them.",
    )
    marks = [place for place in found if place.wordings[0].text in "“”,”"]
    assert [letters(place) for place in marks] == ["aaa"] * len(marks)
    assert all(place.changes == {(Kind.TYPOGRAPHY, Severity.LOW)} for place in marks)
    assert [letters(place) for place in found if place not in marks] == ["aab"]


PASSAGE = (
    "The bridge was closed on Monday after an inspection of its piers. "
    "Nobody can say when it will open again to the traffic. "
    "The ferry carries nine hundred people on every working day."
)


def test_a_dropped_passage_is_one_place() -> None:
    first, last = "It rained all day in Eskerby.", "The council will meet on Friday at noon."
    found = places(
        f"{first}\n\n{PASSAGE}\n\n{last}", f"{first}\n\n{last}", f"{first}\n\n{PASSAGE}\n\n{last}"
    )
    (place,) = found
    assert letters(place) == "a-a"
    assert place.wordings[0].text == PASSAGE
    assert place.wordings[1].kind is Kind.DELETION


def test_what_others_changed_in_a_dropped_sentence_leaves_it_one_place() -> None:
    first, last = "It rained all day in Eskerby.", "The council will meet on Friday at noon."
    sentence = "The old bridge was closed on Monday after an inspection of its piers."
    found = places(
        f"{first} {sentence} {last}",
        f"{first} {last}",
        f"{first} {sentence.replace('Monday', 'Tuesday')} {last}",
    )
    assert [letters(place) for place in found] == ["a-a", "a-b"]
    assert found[0].goes_on
    assert not found[0].wordings[1].again
    assert found[1].wordings[1].again
    assert found[1].changes == {(Kind.DATE, Severity.HIGH)}


def test_an_added_passage_is_one_place_where_the_words_would_stand() -> None:
    first, last = "It rained all day in Eskerby.", "The council will meet on Friday at noon."
    old = f"{first}\n\n{last}"
    new = f"{first}\n\n{PASSAGE}\n\n{last}"
    (place,) = places(old, new, new, old)
    assert letters(place) == "abba"
    assert (place.span.start, place.span.end) == (len(first), len(first))
    assert place.wordings[1].text == PASSAGE
    assert place.wordings[1].kind is Kind.INSERTION


def test_a_sentence_that_two_add_in_other_words_is_one_place() -> None:
    first, last = "It rained all day in Eskerby.", "The council will meet on Friday at noon."
    added = "The old ferry carries nine hundred people on every working day of the week."
    (place,) = places(
        f"{first} {last}",
        f"{first} {added} {last}",
        f"{first} {added.replace('nine', 'seven')} {last}",
    )
    assert letters(place) == "abc"
    assert place.wordings[1].text == added


def test_what_differs_in_a_headline_is_named_as_in_the_story() -> None:
    body = (
        "\n\nThe mayor said on Monday that the city would keep the boats running all winter.\n\n"
        "She told reporters that nobody would lose a job over it, which was decided at night.\n"
    )
    heads = ("Mayor vows to keep 12 ferries", "Mayor vows to keep 9 ferries")
    heads += (heads[0].replace("vows", "claims"), f"{heads[0]}\n\nThe city pays for all of them")
    texts = [pipeline.load_text(head + body, f"{n}.txt") for n, head in enumerate(heads)]
    assert all(text.paragraphs[0].role is Role.HEADLINE for text in texts)
    verb, number, standfirst = variations(pipeline.collate(texts, 0))
    assert number.changes == {(Kind.NUMBER, Severity.HIGH)}
    assert "another number" in number.wordings[1].edit.explanation
    assert verb.changes == {(Kind.REPORTING_VERB, Severity.HIGH)}
    assert standfirst.wordings[3].text == "The city pays for all of them"
    assert standfirst.changes == {(Kind.INSERTION, Severity.HIGH)}


def test_another_headline_is_one_place() -> None:
    body = (
        "\n\nThe mayor said on Monday that the city would keep the boats running all winter.\n\n"
        "She told reporters that nobody would lose a job over it, which was decided at night.\n"
    )
    heads = ("Mayor vows to keep 12 ferries", "Ferries are to stay this winter, says mayor")
    heads += ("Mayor vows to keep 9 ferries",)
    texts = [pipeline.load_text(head + body, f"{n}.txt") for n, head in enumerate(heads)]
    (place,) = variations(pipeline.collate(texts, 0))
    assert [wording.text for wording in place.wordings] == list(heads)
    assert place.wordings[1].kind is Kind.PARAPHRASE
    assert place.wordings[2].kind is Kind.NUMBER


def test_who_reads_as_whom() -> None:
    base = "\n\n".join(
        f"The {name} committee will meet on Monday to talk about plan {number}."
        for number, name in enumerate(("harbour", "school", "market", "bridge"), 1)
    )
    herald = base.replace("The harbour", "A harbour").replace("The school", "A school")
    globe = herald.replace("plan 4", "plan 7")
    courier = base.replace("plan 3", "plan 9")
    found = places(base, herald, globe, courier)
    kin = kinships(found, 0)
    assert [k.differing for k in kin] == [0, 2, 3, 1]
    assert [(k.nearest, k.shared) for k in kin] == [(None, 0), (2, 2), (1, 2), (None, 0)]


def test_texts_that_are_alike_have_no_places() -> None:
    assert places("One text.", "One text.", "One text.") == ()
    assert kinships((), 0) == ()


def test_pins_of_one_version_say_what_belongs_together() -> None:
    old = "The mayor opened the bridge.\n\nRain fell on Monday."
    new = "Nobody knows the cost of it.\n\nRain fell on Monday."
    texts = [version(text) for text in (old, new, new)]
    plain = AlignmentOptions()
    pinned = AlignmentOptions(together=((0, 0),))
    loose = variations(pipeline.collate(texts, 0, aligned=[plain] * 3))
    tied = variations(pipeline.collate(texts, 0, aligned=[plain, pinned, plain]))
    assert loose != tied


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(3, 5))
def test_every_change_of_words_has_a_place(rng: random.Random, count: int) -> None:
    texts = [STORY]
    while len(texts) < count:
        parts = paragraphs(rng.choice(texts))
        at = rng.randrange(len(parts))
        act = rng.randrange(3)
        if act == 0:
            parts.insert(0, parts.pop(at))
        elif act == 1 and len(parts) > 2:
            del parts[at]
        else:
            words = parts[at].split()
            words[rng.randrange(len(words))] = rng.choice(("never", "42", "The"))
            parts[at] = " ".join(words)
        texts.append("\n\n".join(parts))
    found = places(*texts)
    for number, text in enumerate(texts):
        acts = [w for place in found if (w := place.wordings[number]).kind]
        assert bool(acts) == (text != texts[0])
        for wording in acts:
            assert wording.text or wording.letter in (NOTHING, 0)
    starts = [place.span.start for place in found]
    assert starts == sorted(starts)
    for place in found:
        for one in place.wordings:
            for other in place.wordings:
                if one.text == other.text and one.text:
                    assert one.letter == other.letter


def test_passages_that_moved_to_different_places_keep_the_letter_of_their_words() -> None:
    parts = paragraphs(STORY)
    moved = [*parts[:2], *parts[4:7], parts[3], *parts[7:], parts[2]]
    found = places(STORY, "\n\n".join(moved), STORY)
    assert {letters(place) for place in found} == {"aaa"}
    assert {place.wordings[1].kind for place in found} == {Kind.MOVE}
    assert all(place.wordings[1].moved for place in found)


def test_a_dropped_passage_of_several_sentences_is_told_once() -> None:
    first, last = "It rained all day in Eskerby.", "The council will meet on Friday at noon."
    (place, inner) = places(
        f"{first}\n\n{PASSAGE}\n\n{last}",
        f"{first}\n\n{last}",
        f"{first}\n\n{PASSAGE.replace('nine', 'seven')}\n\n{last}",
    )
    assert (letters(place), letters(inner)) == ("a-a", "a-b")
    assert place.goes_on
    assert inner.changes == {(Kind.NUMBER, Severity.HIGH)}
