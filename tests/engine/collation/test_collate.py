"""Any number of versions in columns: every word in one place, whatever their order."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from compared_texts import STORY, paragraphs, version
from driftline.engine import pipeline
from driftline.engine.collation.apparatus import Variants
from driftline.engine.records import Cut, Kind, Reason, Span, Version

if TYPE_CHECKING:
    from driftline.engine.collation.apparatus import Collation, Column


def collated(*texts: str, base: int | None = 0) -> Collation:
    return pipeline.collate([version(text) for text in texts], base)


def varying(collation: Collation) -> list[Column]:
    return [column for column in collation.columns if column.varies]


def shown(column: Column) -> list[tuple[str, str | None, str]]:
    """The readings of a column as text, kind and witnesses' letters."""
    return [
        (r.text, r.kind and r.kind.value, "".join(chr(65 + w) for w, _ in r.witnesses))
        for r in column.readings
    ]


def holds_every_word_once(collation: Collation) -> None:
    for number, witness in enumerate(collation.witnesses):
        spans = sorted(
            span
            for column in collation.columns
            for reading in column.readings
            for w, span in reading.witnesses
            if w == number
        )
        assert all(one.end <= other.start for one, other in pairwise(spans))
        text = witness.kept_text()
        held = "".join("".join(span.of(text).split()) for span in spans)
        assert held == "".join("".join(p.span.of(text).split()) for p in witness.paragraphs)


def keeps_the_order_of_what_stayed(collation: Collation) -> None:
    for number in range(len(collation.witnesses)):
        starts = [
            span.start
            for column in collation.columns
            for reading in column.readings
            if not reading.moved
            for w, span in reading.witnesses
            if w == number
        ]
        assert starts == sorted(starts)


def test_three_readings_of_one_place() -> None:
    collation = collated(
        "He was the leading backer of it.",
        "He was a leading backer of it.",
        "He was some leading backer of it.",
        "He was the leading backer of it.",
    )
    (column,) = varying(collation)
    assert shown(column) == [
        ("the", None, "AD"),
        ("a", "determiner", "B"),
        ("some", "determiner", "C"),
    ]
    assert column.absent == ()


def test_changes_that_overlap_are_one_place() -> None:
    collation = collated(
        "They found the small grey boat there.",
        "They found the big boat there.",
        "They found the small green yacht there.",
    )
    (column,) = varying(collation)
    assert shown(column) == [
        ("small grey boat", None, "A"),
        ("big boat", "paraphrase", "B"),
        ("small green yacht", "paraphrase", "C"),
    ]


def test_a_part_of_a_change_is_of_its_kind() -> None:
    collation = collated(
        "The work costs about $41 million, the firm said.",
        "The work costs $44 million, the firm said.",
        "The work costs about $41 million, the firm said.",
    )
    kinds = {reading.text: reading.kind for c in varying(collation) for reading in c.readings}
    assert kinds["44"] is Kind.NUMBER


def test_who_has_nothing_there_is_absent() -> None:
    collation = collated(
        "The boat came in at dawn.", "The boat came in.", "The old boat came in at dawn."
    )
    put_in, dropped = varying(collation)
    assert shown(put_in) == [("old", "insertion", "C")]
    assert put_in.absent == (0, 1)
    assert shown(dropped) == [("at dawn", None, "AC")]
    assert dropped.absent == (1,)


def test_sentences_the_base_text_lacks_are_set_beside_each_other() -> None:
    extra = "The mayor was told of it by telephone at seven."
    other = "The mayor was told of it by telephone at eight."
    parts = paragraphs(STORY)
    one = "\n\n".join([*parts[:3], extra, *parts[3:]])
    two = "\n\n".join([*parts[:8], other, *parts[8:]])
    collation = collated(STORY, one, two)
    found = [shown(column) for column in varying(collation)]
    assert [("seven", "insertion", "B"), ("eight", "insertion", "C")] in [
        sorted(readings, key=lambda r: r[2]) for readings in found
    ]
    holds_every_word_once(collation)


def test_a_moved_paragraph_keeps_its_column() -> None:
    parts = paragraphs(STORY)
    moved = "\n\n".join([*parts[:1], *parts[2:7], parts[1], *parts[7:]])
    collation = collated(STORY, moved, STORY)
    readings = [r for column in varying(collation) for r in column.readings if r.moved]
    assert "".join(r.text for r in readings).replace(" ", "") == parts[1].replace(" ", "")
    assert {w for r in readings for w, _ in r.witnesses} == {1}


def test_other_marks_are_another_reading_of_the_kind_typography() -> None:
    (*_, last) = collated('"Go home," he said.', "“Go home,” he said.").columns
    kinds = {
        r.kind
        for column in collated('"Go home," he said.', "“Go home,” he said.").columns
        for r in column.readings
    }
    assert kinds == {None, Kind.TYPOGRAPHY}
    assert not last.varies


def test_what_all_versions_read_in_one_place() -> None:
    collation = collated(
        "They found twelve boats there.",
        "They found ten boats there.",
        "They found boats there.",
        "They found twelve boats there.",
    )
    variants = Variants(collation).at(1, Span(11, 14))
    assert [(v.text, v.witnesses) for v in variants] == [
        ("ten", (1,)),
        ("twelve", (0, 3)),
        ("", (2,)),
    ]
    assert Variants(collation).at(0, Span(10, 11)) == ()


def test_what_a_version_reads_is_told_as_it_stands() -> None:
    said = "“We did it,” Mr Orr said."
    collation = collated(said, "“We did that,” Mr Orr said.", "Nothing was said at all here.")
    variants = Variants(collation).at(0, Span(0, len(said)))
    assert [v.text for v in variants][:2] == [said, "“We did that,” Mr Orr said."]


def test_no_reading_stretches_over_what_was_cut() -> None:
    one = version("They found twelve READ MORE boats there.")
    two = version("They found twelve boats there at READ MORE dawn.")
    cut = [
        replace(page, cuts=(Cut(Span(at, at + 9), Reason.RELATED_LINK),))
        for page in (one, two)
        for at in [page.source.text.index("READ")]
    ]
    for base in (0, 1):
        collation = pipeline.collate([*cut, version("They found ten boats.")], base)
        for column in collation.columns:
            for reading in column.readings:
                for witness, span in reading.witnesses:
                    assert "READ" not in span.of(collation.witnesses[witness].source.text)
        holds_every_word_once(collation)
        keeps_the_order_of_what_stayed(collation)


def test_one_version_alone_is_its_own_base_text() -> None:
    collation = collated(STORY)
    assert not varying(collation)
    holds_every_word_once(collation)


def test_the_largest_story_gives_the_base_text() -> None:
    other = "Bakers in the valley have put up the price of bread for the third time this year."
    collation = collated(other, STORY, STORY.replace("twelve", "ten"), base=None)
    assert collation.base in (1, 2)
    holds_every_word_once(collation)


_VOCABULARY = "the a old new boat boats sank rose came , said “ ” 3 4 Ann harbour"
_WORDS = st.sampled_from(_VOCABULARY.split(" "))
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=9).map(lambda words: " ".join(words) + ".")
_TEXTS = st.lists(st.lists(_SENTENCES, min_size=1, max_size=3).map(" ".join), max_size=4).map(
    "\n\n".join
)


@given(st.lists(_TEXTS, min_size=1, max_size=4), st.data())
def test_every_word_stands_in_one_column_whatever_the_order(
    texts: list[str], data: st.DataObject
) -> None:
    versions = [version(text) for text in texts]
    base = data.draw(st.integers(0, len(texts) - 1))
    collation = pipeline.collate(versions, base)
    holds_every_word_once(collation)
    keeps_the_order_of_what_stayed(collation)
    order = data.draw(st.permutations(range(len(texts))))
    turned = pipeline.collate([versions[k] for k in order], order.index(base))
    assert by_text(collation) == by_text(turned)


def test_what_two_versions_put_in_at_different_places_does_not_depend_on_the_order() -> None:
    texts = ["the.", "the.\n\nthe old.", "the.\n\nthe the the.", "a old."]
    versions = [version(text) for text in texts]
    collation = pipeline.collate(versions, 0)
    turned = pipeline.collate([versions[k] for k in (0, 2, 3, 1)], 0)
    assert by_text(collation) == by_text(turned)


def rewritten(seed: int) -> str:
    """The story with words and sentences dropped, added, exchanged and moved."""
    chance = random.Random(seed)
    made = []
    for paragraph in paragraphs(STORY):
        sentences = [
            " ".join(
                chance.choice(_VOCABULARY.split(" ")) if chance.random() < 0.06 else word
                for word in sentence.split(" ")
                if chance.random() > 0.03
            )
            for sentence in paragraph.split(". ")
        ]
        if chance.random() < 0.2:
            sentences.append(f"The harbour was shut for {chance.choice(['two', 'three'])} days")
        made.append(". ".join(sentences))
    for _ in range(chance.randrange(3)):
        made.insert(chance.randrange(len(made)), made.pop(chance.randrange(len(made))))
    return "\n\n".join(made)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=5, unique=True))
def test_versions_of_a_real_story_do_as_well(seeds: list[int]) -> None:
    versions = [version(rewritten(seed)) for seed in seeds]
    collation = pipeline.collate(versions, 0)
    holds_every_word_once(collation)
    keeps_the_order_of_what_stayed(collation)
    back = pipeline.collate(versions[::-1], len(seeds) - 1)
    assert by_text(collation) == by_text(back)


def by_text(collation: Collation) -> list[object]:
    """The columns with the witnesses told by their texts, not by their numbers."""
    text = [_text(witness) for witness in collation.witnesses]
    return [
        (
            sorted(
                (r.text, r.kind or "", r.moved, sorted((text[w], s) for w, s in r.witnesses))
                for r in column.readings
            ),
            sorted(text[w] for w in column.absent),
        )
        for column in collation.columns
    ]


def _text(witness: Version) -> str:
    return witness.source.text


def test_sentences_of_their_own_stand_where_each_witness_has_them() -> None:
    first, last = "It rained all day in Eskerby.", "The council will meet on Friday at noon."
    early = "The old ferry carries nine hundred people on every working day of the week."
    late = "Nobody knows the price."
    collation = collated(
        f"{first}\n\n{last}",
        f"{first}\n\n{early}\n\n{last}",
        f"{first}\n\n{last}\n\n{late}",
        f"{first}\n\n{early.replace('nine', 'seven')}\n\n{last}",
    )
    assert not any(reading.moved for column in collation.columns for reading in column.readings)
    told = " ".join(column.readings[0].text for column in collation.columns)
    assert told.index("Eskerby") < told.index("ferry") < told.index("Friday") < told.index("price")
    keeps_the_order_of_what_stayed(collation)
    holds_every_word_once(collation)
