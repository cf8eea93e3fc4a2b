"""Documents grouped in stories, by the program and by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.stories import Grouping, Story
from review.making import add, source

if TYPE_CHECKING:
    from driftline.review.session import Session

    pass


def members(session: Session) -> list[tuple[int, ...]]:
    return [story.members for story in session.stories.all()]


def test_a_proposal_groups_documents_and_a_new_one_continues_it(session: Session) -> None:
    a, b, c = add(session, 3)
    assert members(session) == [(a,), (b,), (c,)]
    session.stories.propose(Grouping((Story((1, 0), 1), Story((2,), 2))), [a, b, c])
    first = session.stories.all()[0]
    assert first.members == (b, a)
    assert first.base == b
    d = session.documents.add(source("New.", "d.txt")).id
    session.stories.propose(
        Grouping((Story((2,), 2), Story((1, 0, 3), 1))),
        [a, b, c, d],
    )
    assert members(session) == [(b, a, d), (c,)]
    assert session.stories.all()[0].id == first.id


def test_the_hand_wins_over_later_proposals(session: Session) -> None:
    a, b, c = add(session, 3)
    stories = session.stories
    together = Grouping((Story((0, 1, 2), 0),))
    stories.propose(together, [a, b, c])
    number = stories.all()[0].id
    alone = stories.move([c], None)
    stories.set_order(number, [b, a])
    stories.set_base(number, b)
    stories.set_title(number, "Ferry")
    stories.propose(together, [a, b, c])
    assert [(s.id, s.members) for s in stories.all()] == [(number, (b, a)), (alone, (c,))]
    assert stories.all()[0].base == b
    assert stories.all()[0].title == "Ferry"
    for _ in range(4):
        session.undo()
    assert [(s.members, s.base, s.by_hand) for s in stories.all()] == [((a, b, c), a, False)]


def test_stories_joined_by_hand_take_in_new_versions_of_both(session: Session) -> None:
    a, b, c = add(session, 3)
    stories = session.stories
    stories.propose(Grouping((Story((0,), 0), Story((1,), 1))), [a, b])
    number = stories.all()[0].id
    stories.move([b], number)
    stories.propose(Grouping((Story((0,), 0), Story((1, 2), 1))), [a, b, c])
    assert [set(m) for m in members(session)] == [{a, b, c}]


def test_a_document_nobody_grouped_can_be_named_and_joined(session: Session) -> None:
    a, b = add(session, 2)
    stories = session.stories
    stories.set_title(stories.all()[0].id, "Ferry")
    assert stories.all()[0].title == "Ferry"
    stories.move([a], stories.all()[1].id)
    assert members(session) == [(a, b)]


def test_a_base_that_left_the_story_is_not_its_base(session: Session) -> None:
    a, b = add(session, 2)
    session.stories.propose(Grouping((Story((0, 1), 0),)), [a, b])
    session.stories.set_base(session.stories.all()[0].id, b)
    session.documents.remove([b])
    assert session.stories.all()[0].base == a
