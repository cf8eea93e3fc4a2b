"""The texts of a session, and what the editor did to them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.options import AlignmentOptions, CleaningOptions, Options
from driftline.engine.records import Block, Metadata, Role, Source, Span
from driftline.review.documents import BOOKMARK_ROOM
from driftline.review.session import Session
from review.making import STORY, source

if TYPE_CHECKING:
    from pathlib import Path


def span_of(words: str, text: str = STORY) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_text_comes_back_as_it_was_read(path: Path) -> None:
    whole = Source(
        "news/\udcff.html",
        "ab" * 32,
        "text/html",
        "utf-8",
        "Ünïcode \ud800 \x00 𝕏\r\n",
        (Block(Span(0, 7), Role.HEADLINE),),
        Metadata(headline=Span(0, 7), published="2026-03-01", language="de"),
        ("One image was left aside.",),
    )
    with Session.open(path) as session:
        document = session.documents.add(whole)
        assert session.documents.add(whole) == document
    with Session.open(path) as session:
        assert session.documents.all() == (document,)
        assert session.documents.source(document.id) == whole


def test_the_work_of_the_hand_becomes_options(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    docs.restore(one, span_of("on Monday"))
    docs.cut(one, span_of("next week"))
    docs.set_speaker(one, span_of("Nobody was hurt"), "The company")
    docs.pin(one, two, STORY.index("A dozen"), STORY.index("Nobody"))
    preferred = CleaningOptions(keep_lines=("Sailing times",))
    options = docs.options(one, Options(cleaning=preferred))
    assert options.cleaning.keep_lines == preferred.keep_lines
    assert options.cleaning.restored == ((span_of("on Monday").start, span_of("on Monday").end),)
    assert options.cleaning.added == ((span_of("next week").start, span_of("next week").end),)
    assert options.quotation.speakers == ((STORY.index("Nobody"), "The company"),)
    pinned = docs.pins(one, two).alignment(AlignmentOptions())
    assert pinned.together == ((STORY.index("A dozen"), STORY.index("Nobody")),)
    docs.pin(one, two, STORY.index("A dozen"), STORY.index("Nobody"), together=False)
    parted = docs.pins(one, two).alignment()
    assert (parted.together, parted.apart) == ((), pinned.together)


def test_pins_belong_to_two_documents_whichever_is_the_older(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    dozen, nobody = STORY.index("A dozen"), STORY.index("Nobody")
    docs.pin(one, two, dozen, nobody)
    assert docs.pins(two, one).alignment().together == ((nobody, dozen),)
    docs.pin(two, one, nobody, dozen, together=False)
    assert docs.pins(one, two).alignment().together == ()
    assert docs.pins(one, two).alignment().apart == ((dozen, nobody),)
    session.undo()
    assert docs.pins(two, one).alignment().together == ((nobody, dozen),)
    session.undo()
    assert docs.pins(two, one).alignment() == AlignmentOptions()


def test_restoring_and_cutting_take_each_other_back(session: Session) -> None:
    docs = session.documents
    one = docs.add(source(STORY)).id
    docs.cut(one, span_of("on Monday that"))
    docs.restore(one, span_of("Monday"))
    assert docs.hand(one).added == ()
    assert len(docs.hand(one).restored) == 1
    docs.cut(one, span_of("Monday"))
    assert docs.hand(one).restored == ()


def test_a_changed_file_keeps_the_work_of_the_hand(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    docs.restore(one, span_of("on Monday"))
    docs.cut(one, span_of("next week"))
    docs.set_speaker(one, span_of("Nobody was hurt"), "The company")
    docs.pin(two, one, STORY.index("A dozen"), STORY.index("A dozen"))
    text = "Updated at noon. " + STORY.replace("next week", "in March")
    docs.reload(one, source(text, "a.txt"))
    hand = docs.hand(one)
    assert [p.span.of(text) for p in hand.restored if p.span] == ["on Monday"]
    assert [p.head for p in hand.lost] == ["next week"]
    assert docs.options(one, Options()).quotation.speakers == (
        (text.index("Nobody"), "The company"),
    )
    assert docs.pins(two, one).alignment().together == (
        (STORY.index("A dozen"), text.index("A dozen")),
    )
    before = docs.earlier(one)
    assert before is not None
    assert before.text == STORY
    session.undo()
    after = docs.source(one)
    assert after is not None
    assert after.text == STORY
    assert docs.hand(one).lost == ()
    session.redo()
    assert docs.hand(one) == hand


def test_bookmarks_belong_to_two_documents_whichever_is_the_older(path: Path) -> None:
    with Session.open(path) as session:
        docs = session.documents
        one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
        dozen, nobody = STORY.index("A dozen"), STORY.index("Nobody")
        docs.bookmark(one, two, two, dozen)
        docs.bookmark(two, one, one, nobody)
        docs.bookmark(one, two, two, dozen)
        marks = ((two, dozen), (one, nobody))
        assert docs.bookmarks(one, two) == docs.bookmarks(two, one) == marks
        docs.clear_bookmarks(two, one, [(two, dozen)])
        assert docs.bookmarks(one, two) == ((one, nobody),)
        assert session.next_undo.sentence == "Changed the bookmarks"
        session.undo()
        assert docs.bookmarks(one, two) == marks
    with Session.open(path) as again:
        assert again.documents.bookmarks(one, two) == marks
        again.documents.clear_bookmarks(one, two)
        assert again.documents.bookmarks(one, two) == ()
        again.undo()
        again.undo()
        assert again.documents.bookmarks(one, two) == ((two, dozen),)


def test_a_bookmark_stays_at_its_words_and_waits_while_they_are_gone(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    docs.bookmark(one, two, one, STORY.index("A dozen"))
    docs.bookmark(one, two, two, STORY.index("A dozen"))
    later = "Updated at noon.\n\n" + STORY
    docs.reload(one, source(later, "a.txt"))
    here, there = (one, later.index("A dozen")), (two, STORY.index("A dozen"))
    assert docs.bookmarks(one, two) == (here, there)
    docs.reload(one, source("Another story altogether.", "a.txt"))
    assert docs.bookmarks(one, two) == (there,)
    docs.reload(one, source(later, "a.txt"))
    assert docs.bookmarks(one, two) == (here, there)


def test_a_bookmark_at_the_end_of_a_line_is_found_again_too(session: Session) -> None:
    docs = session.documents
    one, two = (d.id for d in docs.add_all([source(STORY, "a.txt"), source(STORY, "b.txt")]))
    end = len(STORY)
    docs.bookmark(one, two, one, end)
    ((_, place),) = docs.bookmarks(one, two)
    assert end - BOOKMARK_ROOM <= place < end
    docs.reload(one, source("Noon.\n\n" + STORY, "a.txt"))
    assert docs.bookmarks(one, two) == ((one, place + len("Noon.\n\n")),)


def test_a_removed_document_comes_back_with_an_undo(session: Session) -> None:
    one = session.documents.add(source(STORY)).id
    session.documents.set_title(one, "Ferry, first version")
    session.documents.remove([one])
    assert session.documents.all() == ()
    effect = session.undo()
    assert effect is not None
    assert effect.documents == (one,)
    assert session.documents.all()[0].title == "Ferry, first version"
    session.documents.set_title(one, " ")
    assert session.documents.get(one).title == "ferry"


def test_a_path_of_another_system_gives_a_title_too(session: Session) -> None:
    one = session.documents.add(source(STORY, r"C:\drafts\ferry 1.txt")).id
    assert session.documents.get(one).title == "ferry 1"
