from __future__ import annotations

import pickle

from driftline.engine.records import Kind, LedgerStatus, Span
from driftline.review.anchors import anchors
from driftline.review.statuses import Ref, ReviewItem, ReviewState, Status, Subject
from review.making import STORY, compare, line, version


def state(**said: Status) -> ReviewState:
    """Four edits, a quotation and a cut; `said` sets edits by e0, e1 ..."""
    new = STORY.replace("nine", "ten").replace("A dozen", "Twelve").replace(", the", "; the")
    comparison = compare(
        version(STORY, Span(0, 3)),
        new.replace("next week", "soon"),
        (line(LedgerStatus.DROPPED, 0, None),),
        (Span(10, 30),),
    )
    items = {Ref(Subject.EDIT, int(e[1:])): ReviewItem(status) for e, status in said.items()}
    return ReviewState(anchors(comparison), items)


def edit(number: int) -> Ref:
    return Ref(Subject.EDIT, number)


def test_progress_counts_one_subject_or_all() -> None:
    where = state(e0=Status.FINE, e2=Status.QUERY)
    edits = len(where.refs())
    assert str(where.progress()) == f"{edits - 2} of {edits} open"
    assert where.progress(Subject.QUOTATION).total == 1
    assert where.progress(None).total == edits + 2


def test_things_are_found_by_kind_and_by_status() -> None:
    where = state(e0=Status.FINE)
    assert where.refs(statuses={Status.FINE}) == (edit(0),)
    assert all(where.listing.kind(ref) == "typography" for ref in where.refs(kind=Kind.TYPOGRAPHY))
    assert where.refs(kind=Kind.TYPOGRAPHY)
    assert where.refs(Subject.OLD_CUT, "advertisement") == (Ref(Subject.OLD_CUT, 0),)


def test_next_goes_from_open_to_open_and_stops_at_the_end() -> None:
    where = state(e1=Status.MUST_FIX)
    assert where.next_open() == edit(0)
    assert where.next_open(edit(0)) == edit(2)
    last = where.refs()[-1]
    assert where.next_open(last) is None
    assert where.next_open(edit(2), back=True) == edit(0)
    assert where.next_open(edit(0), back=True) is None


def test_next_stays_within_a_filter_and_a_subject() -> None:
    where = state()
    assert where.next_open(edit(0), among=[edit(0), edit(3)]) == edit(3)
    assert where.next_open(Ref(Subject.QUOTATION, 0)) is None


def test_a_state_can_be_sent_to_another_process() -> None:
    where = state(e0=Status.FINE)
    again = pickle.loads(pickle.dumps(where))
    assert again == where
    assert again.edit(0).status is Status.FINE
