"""What the changes and the quote ledger say of one quotation does not contradict itself."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compared_texts import version
from driftline.engine import pipeline
from driftline.engine.records import Comparison, Kind, LedgerStatus

AFTER = " Nobody else had anything to add."


def compared(old: str, new: str) -> Comparison:
    return pipeline.compare(version(old + AFTER), version(new + AFTER))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“It is fourteen kilometres to my mill,” she said.", "fourteen>14"),
        ("“It is fourteen kilometres to my mill,” she said.", "kilometres>kilometers"),
        ("“We lost 50 percent of our boats there,” she said.", "50 percent>50%"),
        ("“The cafe was full of people that day,” she said.", "cafe>café"),
        ("“The web site was down for three days,” she said.", "web site>website"),
    ],
)
def test_words_written_otherwise_alter_a_quotation_and_weigh_little(old: str, new: str) -> None:
    found = compared(old, old.replace(*new.split(">")))
    (entry,) = found.ledger
    assert entry.status is LedgerStatus.ALTERED
    assert entry.detail.endswith("; the same words, written otherwise.")
    (edit,) = found.edits
    assert (edit.severity.value, edit.in_quote) == ("low", True)
    assert "inside a quotation, written otherwise" in edit.explanation
    assert found.wording_changed


@pytest.mark.parametrize("new", ["fifteen kilometres", "15 kilometres", "fourteen miles"])
def test_another_word_in_a_quotation_is_more_than_its_writing(new: str) -> None:
    old = "“It is fourteen kilometres to my mill,” she said."
    found = compared(old, old.replace("fourteen kilometres", new))
    assert found.ledger[0].status is LedgerStatus.ALTERED
    assert "written otherwise" not in found.ledger[0].detail
    assert {edit.severity.value for edit in found.edits if edit.kind is Kind.QUOTATION} == {"high"}


@pytest.mark.parametrize("back", [False, True])
def test_speech_that_became_indirect_is_one_altered_quotation(back: bool) -> None:
    old, new = "“We will leave the mill,” she said.", "She said they would leave the mill."
    if back:
        old, new = new, old
    found = compared(old, new)
    (entry,) = found.ledger
    assert (entry.status, entry.a, entry.b) == (LedgerStatus.ALTERED, 0, 0)
    assert (
        entry.detail == f"The quotation is now told in {'direct' if back else 'indirect'} speech."
    )
    assert [edit.kind for edit in found.edits] == [Kind.QUOTATION]


WORDS = [
    "we", "will", "leave", "the", "mill", "colour", "fourteen", "14", "color", "not", "kilometres",
    "kilometers", "they", "would",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_every_quotation_stands_once_in_the_ledger_and_edits_go_with_it(seed: int) -> None:
    chance = random.Random(seed)
    said = chance.choices(WORDS, k=7)
    again = [chance.choice(WORDS) if chance.random() < 0.2 else word for word in said]
    old = f"“So {' '.join(said)},” she said. Dorn said: “It is {' '.join(said[:4])}.”"
    new = f"She said {' '.join(again)}. “So {' '.join(again)},” said Dorn."
    found = compared(old, new)
    for side, count in (
        ("a", len(found.old_quotations.quotations)),
        ("b", len(found.new_quotations.quotations)),
    ):
        told = [getattr(entry, side) for entry in found.ledger]
        assert {place for place in told if place is not None} == set(range(count))
    turned = [entry for entry in found.ledger if entry.detail.endswith("direct speech.")]
    assert len({entry.b for entry in turned}) == len(turned)
