"""The desk: documents that come later are grouped with those that lie there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from driftline.engine.progress import Cancelled
from driftline.engine.records import Span
from driftline.phrasebook import said
from driftline.review.desk import Desk
from driftline.review.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from driftline.engine.progress import Progress

FERRY = (
    "The ferry to the outer islands stayed in the harbour on Monday after a crack was found in its "
    "bow door. Some two hundred passengers spent the night in the school of the village. "
    "The harbour master said that divers would look at the hull as soon as the wind allowed it."
)
ORCHARD = (
    "Growers in the valley have lost half of this year's cherries to a late frost, their union "
    "said. Prices are likely to double before June, and several farms will hire no pickers at all. "
    "The ministry has promised loans without interest to the smallest of them."
)
TEXTS = [
    FERRY,
    ORCHARD,
    FERRY.replace("two hundred", "three hundred"),
    ORCHARD.replace("half", "a third"),
    "A short note about nothing else, which stands alone however many others there are.",
    FERRY.replace("Monday", "Tuesday"),
]


def desk(folder: Path, name: str) -> Desk:
    return Desk(lambda: Session.open(folder / f"{name}.driftline"))


def stories(desk: Desk) -> set[frozenset[str]]:
    contents = desk.contents()
    names = {document.id: document.path for document in contents.documents}
    return {frozenset(names[member] for member in story.members) for story in contents.stories}


def test_texts_that_come_one_by_one_are_grouped_as_if_they_came_at_once(tmp_path: Path) -> None:
    first = desk(tmp_path, "first")
    for number, text in enumerate(TEXTS):
        first.add_text(text, f"text {number}")
    found = stories(first)
    assert found == {
        frozenset({"text 0", "text 2", "text 5"}),
        frozenset({"text 1", "text 3"}),
        frozenset({"text 4"}),
    }
    second = first.contents().documents[1].id
    first.act(lambda session: session.documents.remove([second]))
    first.add_text(ORCHARD.replace("June", "July"), "text 6")
    assert frozenset({"text 3", "text 6"}) in stories(first)
    first.close()


def test_a_text_whose_grouping_was_stopped_is_grouped_the_next_time(tmp_path: Path) -> None:
    here = desk(tmp_path, "here")
    here.add_text(FERRY, "old")

    def stop(label: str, done: int, total: int) -> None:
        if label == "Grouping":
            raise Cancelled

    with pytest.raises(Cancelled):
        here.add_text(FERRY.replace("Monday", "Tuesday"), "new", progress=stop)
    assert stories(here) == {frozenset({"old", "new"})}
    here.close()


class Impatient:
    """Progress that is stopped at the call with a number."""

    def __init__(self, stop: int) -> None:
        self.left = stop

    def __call__(self, label: str, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_opening_another_session_can_be_stopped_at_any_time(tmp_path: Path) -> None:
    other = desk(tmp_path, "other")
    for number, text in enumerate(TEXTS[:3]):
        other.add_text(text, f"text {number}")
    documents = other.contents().documents
    other.compare(documents[0], documents[2])
    other.close()
    here = desk(tmp_path, "here")
    here.add_text(ORCHARD, "orchard")

    def opener(progress: Progress) -> Session:
        return Session.open(tmp_path / "other.driftline", progress=progress)

    stops = 0
    while True:
        try:
            shown = here.change_session(opener, Impatient(stops))
        except Cancelled:
            stops += 1
            assert [d.path for d in here.contents().documents] == ["orchard"]
        else:
            break
    assert stops > 8
    assert [d.path for d in shown.documents] == ["text 0", "text 2"]
    here.add_text(FERRY, "text 3")
    assert len(here.contents().documents) == 4
    here.close()
    # What was left before is whole.
    before = desk(tmp_path, "here")
    assert len(before.contents().documents) == 1
    before.close()


def test_a_session_opened_where_it_is_open_is_read_anew_and_can_be_written(tmp_path: Path) -> None:
    here = desk(tmp_path, "here")
    here.add_text(FERRY, "ferry")
    path = here.session.path
    here.session.save_copy(tmp_path / "copy.driftline")
    with Session.open(tmp_path / "copy.driftline") as copy:
        copy.documents.set_title(1, "Ferry")
    copy.path.replace(path)
    shown = here.change_session(lambda progress: Session.open(path, progress=progress))
    assert not here.session.read_only
    assert [d.title for d in here.contents().documents] == ["Ferry"]
    assert shown.documents == ()
    here.add_text(ORCHARD, "orchard")
    here.close()


def test_corrections_whose_words_a_new_text_lacks_are_told_of(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(FERRY, "utf-8")
    here = desk(tmp_path, "here")
    ((ferry,),) = (here.add_files([str(file)]).documents,)
    monday, passengers = FERRY.index("Monday"), FERRY.index("two hundred")
    here.act(lambda session: session.documents.cut(ferry.id, Span(monday, monday + 6)))
    here.act(lambda session: session.documents.cut(ferry.id, Span(passengers, passengers + 11)))
    assert here.reload().troubles == ()
    file.write_text(FERRY.replace("Monday", "Tuesday"), "utf-8")
    told = "ferry.txt: a correction made by hand waits until its words are in the text again."
    assert here.reload().troubles == (told,)
    file.write_text("The ferry stays where it is. " * 30, "utf-8")
    assert here.reload().troubles == (told,)
    file.write_text(FERRY, "utf-8")
    assert here.reload().troubles == ()
    file.write_text("The ferry stays where it is. " * 30, "utf-8")
    (trouble,) = here.reload().troubles
    assert trouble.startswith("ferry.txt: 2 corrections made by hand wait")
    assert said(trouble, "de").startswith("ferry.txt: 2 Berichtigungen von Hand warten")
    here.close()


def test_the_base_text_is_collated_first(tmp_path: Path) -> None:
    here = desk(tmp_path, "here")
    for number in (0, 2, 5):
        here.add_text(TEXTS[number], f"text {number}")
    versions = here.contents().documents
    found = here.witnesses(versions, versions[1].id)
    assert found.collated == (versions[1].id, versions[0].id, versions[2].id)
    assert len(found.quotations) == 3
    here.close()


@pytest.mark.parametrize("older", [1, 2])
def test_two_versions_given_as_older_and_newer_stay_so(tmp_path: Path, older: int) -> None:
    here = desk(tmp_path, "here")
    for name in ("one", "two"):
        here.add_text(TEXTS[0] if name == "one" else TEXTS[2], name)
    newer = 3 - older
    (story,) = here.group_pair(older, newer).stories
    assert story.members == (older, newer)
    assert here.session.next_undo is None
    here.close()


def test_what_the_editor_paired_stays_paired_where_all_versions_are_collated(
    tmp_path: Path,
) -> None:
    here = desk(tmp_path, "here")
    for number, mayor in enumerate(
        ("The mayor opened the bridge.", "Nobody knows what it cost.", "The mayor opened a bridge.")
    ):
        contents = here.add_text(f"{mayor}\n\n{FERRY}", f"text {number}")
    base, other, third = contents.documents

    def beside(words: str) -> list[str]:
        columns = here.collation((base, other, third)).columns
        column = next(c for c in columns if words in c.readings[0].text)
        return [r.text for r in column.readings if 1 in dict(r.witnesses)]

    assert beside("mayor") == []
    made = here.collation((base, other, third))
    assert here.collation((base, other, third)) is made
    here.act(lambda session: session.documents.pin(base.id, other.id, 0, 0))
    assert beside("mayor") != []
    assert here.collation((base, other, third)) is not made
    here.close()
