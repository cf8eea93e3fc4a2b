from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.quotation.ledger import disagreements, ledger
from driftline.engine.records import LedgerEntry, LedgerStatus
from quality.quotes import as_read, found, planted


def entries(old: str, new: str) -> tuple[LedgerEntry, ...]:
    return ledger(as_read(old), as_read(new), found(old), found(new))


FLOORS = json.loads((Path(__file__).resolve().parents[2] / "quality" / "floors.json").read_text())
LONG = "“The bridge was built by people who knew the river and its moods,” Ann Vale said."


@pytest.mark.parametrize(
    ("new", "status", "told"),
    [
        (LONG, LedgerStatus.VERBATIM, ""),
        (LONG.replace("“", '"').replace("”", '"').upper(), LedgerStatus.VERBATIM, ""),
        (LONG.replace("knew", "loved"), LedgerStatus.ALTERED, "“knew” became “loved”"),
        (LONG.replace("river", "Vistula’s"), LedgerStatus.ALTERED, "“river” became “Vistula’s”"),
        (LONG.replace(" and its moods", ""), LedgerStatus.TRUNCATED, "“and its moods” left out"),
        (
            LONG.replace("moods,", "moods and its fish,"),
            LedgerStatus.EXTENDED,
            "“and its fish” put in",
        ),
        (LONG.replace("Ann Vale", "Tom Orr"), LedgerStatus.REATTRIBUTED, "Tom Orr"),
        (LONG.replace("said", "claimed"), LedgerStatus.REATTRIBUTED, "claimed"),
    ],
)
def test_what_became_of_a_quotation(new: str, status: LedgerStatus, told: str) -> None:
    (entry,) = entries(LONG, new)
    assert (entry.status, entry.a, entry.b) == (status, 0, 0)
    assert told in entry.detail


def test_words_that_no_blanks_part_are_told_without_any() -> None:
    said = "“市议会将关闭十二座桥梁，渡轮照常行驶，”市长说。"
    (entry,) = entries(said, said.replace("十二座", "九座"))
    assert entry.status is LedgerStatus.ALTERED
    assert "“十二” became “九”" in entry.detail


@pytest.mark.parametrize(
    "new",
    [
        LONG.replace("Ann Vale said", "she said"),
        LONG.replace("Ann Vale said", "Mayor Ann Vale says"),
        LONG.replace("Ann Vale", "Anne Valle"),
    ],
)
def test_a_pronoun_a_title_or_a_tense_is_no_other_attribution(new: str) -> None:
    (entry,) = entries(LONG, new)
    assert entry.status is LedgerStatus.VERBATIM


def test_dropped_and_added_are_listed_where_they_stand() -> None:
    other = "“Nobody asked us about the ferry,” Tom Orr said."
    third = "“Then we shall all walk home tonight,” Eve Moss said."
    found_entries = entries(f"{LONG}\n{other}", f"{LONG}\n{third}")
    assert [(e.status, e.a, e.b) for e in found_entries] == [
        (LedgerStatus.VERBATIM, 0, 0),
        (LedgerStatus.ADDED, None, 1),
        (LedgerStatus.DROPPED, 1, None),
    ]


def test_every_planted_change_is_told_and_hardly_any_other() -> None:
    counts = planted()
    floors = FLOORS["quotation"]["planted changes"]
    assert counts["told"] / counts["altered"] >= floors["told"]
    assert 1 - counts["falsely told"] / counts["kept"] >= floors["kept"]


def test_marked_words_without_their_attribution_are_not_dropped() -> None:
    old = "Mayor Ann Vale called the bridge “a disgrace to the town” on Monday."
    new = "A wall with “a disgrace to the town” on it was painted over."
    (entry,) = entries(old, new)
    assert (entry.status, entry.a, entry.b) == (LedgerStatus.REATTRIBUTED, 0, None)
    assert "without" in entry.detail
    (entry,) = entries(new, old)
    assert (entry.status, entry.a, entry.b) == (LedgerStatus.REATTRIBUTED, None, 0)


def test_a_sentence_put_in_after_a_quotation_does_not_change_it() -> None:
    old = "Orr told the court that “the bridge was never safe for lorries.” The trial goes on."
    new = old.replace("The trial", "Nobody was hurt, the fire service said. The trial")
    kept, added = entries(old, new)
    assert kept.status is LedgerStatus.VERBATIM
    assert added.status is LedgerStatus.ADDED


def test_words_that_lost_their_marks_are_told() -> None:
    new = "The bridge was built by people who knew the river and its moods. It rained."
    (entry,) = entries(LONG, new)
    assert entry.status is LedgerStatus.DROPPED
    assert "plain text" in entry.detail


def test_a_quotation_in_two_parts_is_split_not_altered() -> None:
    old = "“We have mended the bridge. Nobody has thanked us for the work,” Ann Vale said."
    new = (
        "“We have mended the bridge,” Ann Vale said.\n"
        "It had been closed since March.\n"
        "“Nobody has thanked us for the work,” Ann Vale said."
    )
    split = entries(old, new)
    assert {e.status for e in split} == {LedgerStatus.VERBATIM}
    assert {e.a for e in split} == {0}
    assert all("plit" in e.detail for e in split)
    fused = entries(new, old)
    assert {e.status for e in fused} == {LedgerStatus.VERBATIM}
    assert {e.b for e in fused} == {0}


def test_common_words_alone_make_no_partner() -> None:
    old = "“It is what it is and that is all there is to it,” Ann Vale said."
    new = "“There is all of it that it is to be and what is it,” Ann Vale said."
    assert {e.status for e in entries(old, new)} == {LedgerStatus.DROPPED, LedgerStatus.ADDED}


def test_a_short_quotation_reworded_is_altered_when_the_same_person_says_it() -> None:
    old = "“A ferry is not a road,” said Tomas Brandt, the union’s spokesman."
    new = "“A ferry isn’t a road,” said Tomas Brandt, the union’s spokesman."
    (entry,) = entries(old, new)
    assert entry.status is LedgerStatus.ALTERED
    other = new.replace("Tomas Brandt", "Elin Aske").replace("isn’t", "was never")
    assert {e.status for e in entries(old, other)} == {LedgerStatus.DROPPED, LedgerStatus.ADDED}


def test_other_words_of_the_same_person_make_no_partner() -> None:
    old = "“We shall go to the court in March,” said Tomas Brandt."
    new = "“The members will vote on the offer,” said Tomas Brandt."
    assert {e.status for e in entries(old, new)} == {LedgerStatus.DROPPED, LedgerStatus.ADDED}


def test_a_quotation_given_twice_must_agree_with_itself() -> None:
    text = (
        "The town will pay “as soon as our friends in the city are ready for that,” "
        "Mayor Ann Vale said.\n"
        "“We will pay as soon as our friends in the city are ready for it. Not before,” she added."
    )
    (one,) = disagreements(as_read(text), found(text))
    assert (one.first, one.second) == (0, 1)
    assert one.detail == "“that” became “it”"
    assert one.a.of(text).startswith("as soon as our friends")


def test_a_shorter_quotation_of_the_same_words_agrees() -> None:
    text = (
        "“We will pay as soon as our friends are ready for it,” Ann Vale said.\n"
        "Vale said the town would pay “as soon as our friends are ready.”"
    )
    assert disagreements(as_read(text), found(text)) == ()


_TEXTS = st.lists(
    st.sampled_from(
        [
            LONG,
            LONG.replace("knew", "loved"),
            "“Nobody asked us about the ferry,” Tom Orr said.",
            "“Nobody asked us,” Tom Orr said.",
            "Ann Vale said the bridge was unsafe.",
            "It rained.",
        ]
    ),
    max_size=6,
).map("\n".join)


@given(_TEXTS, _TEXTS)
def test_every_quotation_is_in_the_ledger(old: str, new: str) -> None:
    before, after = found(old), found(new)
    lines = ledger(as_read(old), as_read(new), before, after)
    assert {e.a for e in lines} - {None} == set(range(len(before.quotations)))
    assert {e.b for e in lines} - {None} == set(range(len(after.quotations)))
    if old == new:
        assert {e.status for e in lines} <= {LedgerStatus.VERBATIM}
