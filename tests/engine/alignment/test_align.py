"""Sentences and paragraphs find their partners wherever they stand."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from compared_texts import STORY, paragraphs, version
from driftline.engine.alignment.align import align
from driftline.engine.options import AlignmentOptions
from driftline.engine.records import Role

if TYPE_CHECKING:
    from driftline.engine.alignment.matches import Alignment


def partners(found: Alignment) -> dict[str, str]:
    """The first words of each old sentence with a partner, and those of the partner."""
    old, new = found.old.text, found.new.text
    return {
        group.a[0].of(old).split(".")[0][:24]: group.b[0].of(new).split(".")[0][:24]
        for group in found.groups
        if group.a and group.b
    }


def test_two_moved_paragraphs_keep_their_partners_and_their_inner_edits() -> None:
    story = paragraphs(STORY)
    assert len(story) == 11
    edited = [
        p.replace("harbour wall", "sea wall").replace("four boats", "five boats") for p in story
    ]
    order = [0, 1, 7, 2, 3, 4, 5, 6, 8, 10, 9]
    found = align(version(STORY), version("\n\n".join(edited[k] for k in order)))
    rows = [row for row in found.rows if row.a and row.b]
    assert all(order[row.b[0]] == row.a[0] for row in rows)
    moved = {row.a[0]: found.rows[row.twin].b[0] for row in found.rows if row.moved and row.a}
    assert {p: order[q] for p, q in moved.items()} in ({7: 7, 9: 9}, {7: 7, 10: 10})
    for group in found.groups:
        assert len(group.a) == len(group.b) == 1
    assert sum(len(match.edits) for match in found.matches) == sum(
        p.count("harbour wall") + p.count("four boats") for p in story
    )


def test_every_paragraph_is_in_exactly_one_row() -> None:
    new = STORY.replace("\n\nThe council", " The council").replace("Nobody was hurt. ", "")
    found = align(version(STORY), version(new + "\n\nMore rain is expected on Sunday."))
    assert sorted(p for row in found.rows for p in row.a) == list(range(11))
    count = len(found.new.version.paragraphs)
    assert sorted(p for row in found.rows for p in row.b) == list(range(count))


def test_a_twin_names_its_twin() -> None:
    story = paragraphs(STORY)
    found = align(version(STORY), version("\n\n".join([story[-1], *story[:-1]])))
    twins = [(k, row.twin) for k, row in enumerate(found.rows) if row.moved]
    assert len(twins) == 2
    assert all(found.rows[twin].twin == k for k, twin in twins)


def test_a_split_paragraph_shares_its_row() -> None:
    old = "The pump failed. The road was closed. Buses went round."
    found = align(version(old), version(old.replace("closed. ", "closed.\n\n")))
    assert [(row.a, row.b) for row in found.rows] == [((0,), (0, 1))]


def test_two_sentences_joined_are_one_group() -> None:
    old = "The pump failed at noon after rain. The road below the mill was closed for hours."
    new = "The pump failed at noon after rain, and the road below the mill was closed for hours."
    found = align(version(old), version(new))
    assert [(len(g.a), len(g.b)) for g in found.groups] == [(2, 1)]


def test_repeated_sentences_stay_where_they_are() -> None:
    chorus = "Read more about the harbour on our page."
    one = ["Boats left at dawn.", "Gulls came back at noon.", "Rain fell in the evening."]
    old = "\n\n".join(f"{p} {chorus}" for p in one)
    new = "\n\n".join(
        [
            f"{one[0]} {chorus}",
            f"{one[1]} Read less about the harbour on our page.",
            f"{one[2]} {chorus}",
        ]
    )
    found = align(version(old), version(new))
    assert not any(group.moved for group in found.groups)
    assert all(group.a and group.b for group in found.groups)


def test_pins_part_and_join_paragraphs() -> None:
    old, new = version("The pump failed at noon."), version("A choir sang for the mayor.")
    assert len(align(old, new).rows) == 2
    joined = align(old, new, AlignmentOptions(together=((3, 3),)))
    assert [(row.a, row.b) for row in joined.rows] == [((0,), (0,))]
    parted = align(old, old, AlignmentOptions(apart=((3, 3),)))
    assert all(not (row.a and row.b) for row in parted.rows)


def test_headings_face_headings_however_they_differ() -> None:
    old = version("Pump fails\n\nThe pump failed at noon.", Role.HEADLINE)
    new = version("Town under water\n\nThe pump failed at noon.", Role.HEADLINE)
    assert [(row.a, row.b) for row in align(old, new).rows] == [((0,), (0,)), ((1,), (1,))]


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", STORY), (STORY, "")])
def test_empty_texts(old: str, new: str) -> None:
    found = align(version(old), version(new))
    assert all(not (row.a and row.b) for row in found.rows)


def test_copies_of_a_sentence_that_moved_keep_their_order() -> None:
    story = paragraphs(STORY)
    chorus = "Read more about the harbour on our page."
    old = [*story[:2], chorus, story[2], chorus, *story[3:9]]
    new = [*story[:7], chorus, story[7], chorus, story[8]]
    found = align(version("\n\n".join(old)), version("\n\n".join(new)))
    moved = [row for row in found.rows if row.moved and row.a]
    assert [row.a for row in moved] == [(2,), (4,)]
    assert [found.rows[row.twin].b for row in moved if row.twin is not None] == [(7,), (9,)]


def test_text_without_stops_is_compared_word_by_word_with_text_that_has_some() -> None:
    chance = random.Random(1)
    words = [f"w{chance.randrange(900)}" for _ in range(6_000)]
    new = list(words)
    for at in (1_000, 2_500, 4_000):
        new[at] = new[at] + "."
        new[at + 1] = new[at + 1].capitalize()
    new[3_000] = "another"
    old_text, new_text = " ".join(words), " ".join(new)
    for one, other in ((old_text, new_text), (new_text, old_text)):
        found = align(version(one), version(other))
        assert sum(len(match.edits) for match in found.matches) == 4


@pytest.mark.parametrize("back", [False, True])
def test_a_headline_that_changed_places_puts_no_sentence_in_twice(back: bool) -> None:
    headline, standfirst, *body = paragraphs(STORY)
    added = "Divers will look at the foundations."
    sides = [
        version(
            "\n\n".join([standfirst, headline, *body]), Role.STANDFIRST, Role.HEADLINE
        ),
        version(
            "\n\n".join([headline, added, standfirst, *body]),
            Role.HEADLINE, Role.BODY, Role.STANDFIRST,
        ),
    ]  # fmt: skip
    found = align(*reversed(sides)) if back else align(*sides)
    for text, spans in (
        (found.old, [span for group in found.groups for span in group.a]),
        (found.new, [span for group in found.groups for span in group.b]),
    ):
        assert sorted(spans) == [sentence.span for sentence in text.sentences]
