from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.records import Kind, LedgerStatus, Span
from driftline.review.session import Session
from driftline.review.statuses import Ref, Status, Subject
from review.making import STORY, compare, line, source, version

if TYPE_CHECKING:
    from pathlib import Path

FIRST = STORY
SECOND = STORY.replace("nine", "ten").replace("cracked", "leaking").replace("Nobody", "No one")


def edit(number: int) -> Ref:
    return Ref(Subject.EDIT, number)


def begin(session: Session, *texts: str) -> list[int]:
    documents = session.documents.add_all(
        source(text, f"v{number}.txt") for number, text in enumerate(texts, 1)
    )
    return [document.id for document in documents]


def test_a_status_and_a_note_are_there_tomorrow(path: Path) -> None:
    with Session.open(path) as session:
        old, new = begin(session, FIRST, SECOND)
        pair = session.reviews.open(old, new, compare(FIRST, SECOND)).pair
        session.reviews.set_status(pair, [edit(0)], Status.FINE)
        now = session.reviews.set_note(pair, edit(1), "Ask the  desk ")
    with Session.open(path) as session:
        again = session.reviews.open(old, new, compare(FIRST, SECOND))
        assert again.items == now.items
        assert again.edit(0).status is Status.FINE
        assert again.edit(1).note == "Ask the  desk"
        assert str(again.progress()) == "2 of 3 open"


def test_a_new_version_keeps_what_reads_the_same_and_reopens_the_rest(session: Session) -> None:
    third = "Latest. " + SECOND.replace("leaking", "broken").replace("next week", "in March")
    one, two, three = begin(session, FIRST, SECOND, third)
    pair = session.reviews.open(one, two, compare(FIRST, SECOND)).pair
    session.reviews.set_status(pair, [edit(0), edit(1)], Status.FINE)
    session.reviews.set_note(pair, edit(1), "heard it twice")
    session.reviews.set_status(pair, [edit(2)], Status.MUST_FIX)

    comparison = compare(FIRST, third)
    state = session.reviews.open(one, three, comparison)
    said = {e.b.of(third): state.edit(e.id) for e in comparison.edits}
    assert said["ten"].status is Status.FINE
    assert said["No one"].status is Status.MUST_FIX
    assert said["in March"] == state.of(edit(99))  # nothing was ever said about it
    reopened = said["broken"]
    assert (reopened.status, reopened.reopened, reopened.before) == (Status.OPEN, True, Status.FINE)
    assert "“cracked” → “leaking”" in reopened.why
    assert reopened.note == "heard it twice"
    assert state.gone == ()


def test_a_reopened_change_is_settled_anew_and_undone(session: Session) -> None:
    third = SECOND.replace("leaking", "broken")
    one, two, three = begin(session, FIRST, SECOND, third)
    pair = session.reviews.open(one, two, compare(FIRST, SECOND)).pair
    session.reviews.set_status(pair, [edit(1)], Status.FINE)
    before = session.reviews.open(one, three, compare(FIRST, third))
    after = session.reviews.set_status(before.pair, [edit(1)], Status.QUERY)
    assert after.edit(1).status is Status.QUERY
    assert not after.edit(1).reopened
    assert session.reviews.open(one, three, compare(FIRST, third)).items == after.items
    session.undo()
    assert session.reviews.state(before.pair).items == before.items
    assert session.reviews.open(one, three, compare(FIRST, third)).items == before.items


def test_a_note_on_an_earlier_wording_can_be_cleared(session: Session) -> None:
    third = SECOND.replace("leaking", "broken")
    one, two, three = begin(session, FIRST, SECOND, third)
    first = session.reviews.open(one, two, compare(FIRST, SECOND)).pair
    session.reviews.set_note(first, edit(1), "ring the mate")
    before = session.reviews.open(one, three, compare(FIRST, third))
    assert before.edit(1).note == "ring the mate"
    after = session.reviews.set_note(before.pair, edit(1), "")
    assert after.edit(1).note == ""
    assert session.reviews.state(first).edit(1).note == "ring the mate"
    assert session.reviews.open(one, three, compare(FIRST, third)).edit(1).note == ""
    assert session.reviews.set_status(before.pair, [edit(1)], Status.FINE).edit(1).note == ""
    session.undo()
    session.undo()
    assert session.reviews.state(before.pair).edit(1).note == "ring the mate"
    session.redo()
    assert session.reviews.state(before.pair).edit(1).note == ""
    assert session.reviews.set_note(before.pair, edit(1), "again").edit(1).note == "again"


def test_a_cleared_note_leaves_a_reopened_change_open(session: Session) -> None:
    third = SECOND.replace("leaking", "broken")
    one, two, three = begin(session, FIRST, SECOND, third)
    pair = session.reviews.open(one, two, compare(FIRST, SECOND)).pair
    session.reviews.set_status(pair, [edit(1)], Status.FINE)
    session.reviews.set_note(pair, edit(1), "heard twice")
    state = session.reviews.open(one, three, compare(FIRST, third))
    state = session.reviews.set_note(state.pair, edit(1), " ")
    assert (state.edit(1).reopened, state.edit(1).note) == (True, "")


def test_what_vanished_stays_known(session: Session) -> None:
    one, two = begin(session, FIRST, SECOND)
    pair = session.reviews.open(one, two, compare(FIRST, SECOND)).pair
    session.reviews.set_status(pair, [edit(1)], Status.MUST_FIX)
    fixed = SECOND.replace("leaking", "cracked")
    session.documents.reload(two, source(fixed, "v2.txt"))
    state = session.reviews.open(one, two, compare(FIRST, fixed))
    assert state.items == {}
    assert [(g.old, g.new, g.status) for g in state.gone] == [
        ("cracked", "leaking", Status.MUST_FIX)
    ]
    assert any(e.lines and e.lines[0].new == "leaking" for e in session.history(pair))
    session.undo()  # the reload
    state = session.reviews.open(one, two, compare(FIRST, SECOND))
    assert state.edit(1).status is Status.MUST_FIX
    assert state.gone == ()


def test_a_bulk_act_is_one_step(session: Session) -> None:
    new = FIRST.replace(".", "!").replace("nine", "ten")
    one, two = begin(session, FIRST, new)
    state = session.reviews.open(one, two, compare(FIRST, new))
    marks = state.refs(kind=Kind.TYPOGRAPHY)
    assert len(marks) > 2
    state = session.reviews.set_status(state.pair, marks, Status.FINE)
    assert state.progress().open == 1
    assert session.next_undo.sentence == f"Set {len(marks)} changes to fine"
    effect = session.undo()
    assert effect is not None
    assert effect.pairs == (state.pair,)
    assert session.reviews.state(state.pair).items == {}
    session.redo()
    assert session.reviews.state(state.pair).items == state.items


def test_quotations_and_cuts_are_reviewed_too(session: Session) -> None:
    quote = Span(FIRST.index("Nobody"), FIRST.index("the company"))
    cut = Span(0, 20)
    first = compare(
        version(FIRST, cut), SECOND, (line(LedgerStatus.DROPPED, 0, None),), old_quotes=(quote,)
    )
    one, two = begin(session, FIRST, SECOND)
    pair = session.reviews.open(one, two, first).pair
    refs = [Ref(Subject.QUOTATION, 0), Ref(Subject.OLD_CUT, 0)]
    session.reviews.set_status(pair, refs, Status.QUERY)
    longer = "Tonight: " + FIRST
    moved = Span(quote.start + 9, quote.end + 9)
    again = compare(
        version(longer, Span(9, 29)),
        SECOND,
        (line(LedgerStatus.DROPPED, 0, None),),
        old_quotes=(moved,),
    )
    state = session.reviews.open(one, two, again)
    assert [state.of(ref).status for ref in refs] == [Status.QUERY, Status.QUERY]


def test_another_fate_reopens_a_quotation(session: Session) -> None:
    quote = Span(FIRST.index("Nobody"), FIRST.index("the company"))
    one, two = begin(session, FIRST, FIRST)
    same = compare(FIRST, FIRST, (line(LedgerStatus.VERBATIM, 0, 0),), (quote,), (quote,))
    pair = session.reviews.open(one, two, same).pair
    session.reviews.set_status(pair, [Ref(Subject.QUOTATION, 0)], Status.FINE)
    dropped = compare(FIRST, FIRST, (line(LedgerStatus.DROPPED, 0, None),), (quote,))
    assert session.reviews.open(one, two, dropped).of(Ref(Subject.QUOTATION, 0)).reopened


def test_equal_changes_keep_apart(session: Session) -> None:
    old, new = "go go go\n" * 8, "go went go\n" * 8
    one, two = begin(session, old, new)
    state = session.reviews.open(one, two, compare(old, new))
    state = session.reviews.set_status(state.pair, [edit(4)], Status.FINE)
    assert session.reviews.open(one, two, compare(old, new)).items == state.items


def test_an_unrelated_story_is_left_alone(session: Session) -> None:
    one, two, three, four = begin(session, FIRST, SECOND, FIRST + " Else.", SECOND + " Else.")
    pair = session.reviews.open(one, two, compare(FIRST, SECOND)).pair
    session.reviews.set_status(pair, [edit(0)], Status.FINE)
    state = session.reviews.open(three, four, compare(FIRST + " Else.", SECOND + " Else."))
    assert state.items == {}


def test_a_status_taken_back_leaves_the_note(session: Session) -> None:
    one, two = begin(session, FIRST, SECOND)
    pair = session.reviews.open(one, two, compare(FIRST, SECOND)).pair
    session.reviews.set_note(pair, edit(0), "Ask the desk.")
    session.reviews.set_status(pair, [edit(0)], Status.QUERY)
    assert session.history()[-1].lines[0].note == "Ask the desk."
    session.undo()
    said = session.reviews.state(pair).edit(0)
    assert (said.status, said.note) == (Status.OPEN, "Ask the desk.")


def test_setting_what_is_set_is_no_step(session: Session) -> None:
    one, two = begin(session, FIRST, SECOND)
    pair = session.reviews.open(one, two, compare(FIRST, SECOND)).pair
    session.reviews.set_status(pair, [edit(0)], Status.OPEN)
    assert session.next_undo is None
    session.reviews.set_status(pair, [edit(0)], Status.FINE)
    session.reviews.set_status(pair, [edit(0)], Status.FINE)
    session.undo()
    assert session.undo() is None


def test_damaged_letters_in_a_note_are_replaced(path: Path) -> None:
    with Session.open(path) as session:
        one, two = begin(session, FIRST, SECOND)
        pair = session.reviews.open(one, two, compare(FIRST, SECOND)).pair
        assert session.reviews.set_note(pair, edit(0), "see \ud83d\x00").edit(0).note == "see ?\x00"
    with Session.open(path) as session:
        assert session.reviews.open(one, two, compare(FIRST, SECOND)).edit(0).note == "see ?\x00"


def test_what_is_said_of_an_earlier_opening_is_said_of_its_words(session: Session) -> None:
    """The same two documents are opened anew, and number their changes otherwise."""
    one, two = begin(session, FIRST, SECOND)
    before = session.reviews.open(one, two, compare(FIRST, SECOND))
    later = "Latest. " + SECOND.replace("leaking", "broken")
    comparison = compare(FIRST, later)
    now = session.reviews.open(one, two, comparison)

    seen = session.reviews.set_status(now.pair, [edit(0), edit(1)], Status.FINE, before.listing)
    assert seen.listing is before.listing
    assert seen.edit(0).status is seen.edit(1).status is Status.FINE
    session.reviews.set_note(now.pair, edit(2), "who?", before.listing)

    state = session.reviews.state(now.pair)
    said = {e.b.of(later): state.edit(e.id) for e in comparison.edits}
    assert said["ten"].status is Status.FINE
    assert said["broken"].reopened
    assert said["No one"].note == "who?"
    assert len(comparison.edits) == 4
    assert len(state.items) == 3
    # An act on what is open now is not disturbed by it.
    again = session.reviews.set_status(now.pair, [edit(0)], Status.QUERY, now.listing)
    assert again.edit(0).status is Status.QUERY
    assert session.reviews.state(now.pair).items == again.items
