"""The editor's desk: a session's documents read, cleaned, grouped and compared, her hand included.

A front asks the desk and shows what it gives. Every method blocks; a window calls them one after
the other from one worker thread (`compare` and the review acts may run beside them).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.engine.errors import DriftlineError, Outcome, UnreadableError
from driftline.engine.options import Options
from driftline.engine.progress import Cancelled, Progress, silent
from driftline.review.collations import LastCollation
from driftline.review.contents import (
    Contents,
    DeskDocument,
    Reviewed,
    Witnesses,
    base_first,
    words_in,
)
from driftline.review.naming import names_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.grouping.group import StoryIndex
    from driftline.engine.options import CleaningOptions
    from driftline.engine.records import Quotations, Source, Version
    from driftline.review.acts import Effect, HistoryEntry
    from driftline.review.reviews import Reviews
    from driftline.review.session import Session
    from driftline.review.statuses import Ref, ReviewState, Status

_READING, _GROUPING = "Reading", "Grouping"


class Desk:
    """What lies on an editor's desk.

    `open_session` makes the session when it is first needed, in the worker's thread. Methods raise
    SessionError when an act cannot be kept.
    """

    def __init__(self, open_session: Callable[[], Session], options: Options | None = None) -> None:
        self._open_session = open_session
        self._session: Session | None = None
        self._options = options or Options()
        self._cleaned: dict[int, tuple[int, CleaningOptions, Version]] = {}
        self._words: dict[int, tuple[int, int]] = {}
        self._grouped: tuple[tuple[int, int, CleaningOptions], ...] = ()
        #: The documents of `_grouped`, to which others can be added.
        self._index: StoryIndex | None = None
        self._collation = LastCollation()

    @property
    def session(self) -> Session:
        """The session, opened when it was not."""
        if self._session is None:
            self._session = self._open_session()
        return self._session

    def change_session(
        self, open_session: Callable[[Progress], Session], progress: Progress = silent
    ) -> Contents:
        """Go on with another session, see `glance`; the present one stays if that can't be opened,
        or if `progress` stops it. The present one itself is read anew.
        """
        other = Desk(lambda: open_session(silent), self._options)
        other._session = open_session(progress)
        if self._session is not None and self._session.path == other._session.path:
            # This desk itself keeps others from writing that file: it lets go of it first.
            other.close()
            self.close()
            self._open_session = other._open_session
        try:
            contents = other.glance(progress=progress)
        except BaseException:
            other.close()
            raise
        self.close()
        vars(self).update(vars(other))
        return contents

    def save_as(self, path: str, with_texts: bool, progress: Progress = silent) -> Contents:
        """Move the session to a file and go on there."""
        self.session.save_as(path, with_texts)
        return self.contents(progress)

    def would_lose(self) -> bool:
        """Whether something the editor did is lost when the session is closed now."""
        return self._session is not None and self._session.would_lose

    def close(self) -> None:
        """Close the session; what was acknowledged is on the disk."""
        if self._session is not None:
            self._session.close()
            self._session = None

    # ------------------------------------------------------------------ bringing texts

    def glance(self, show: Sequence[int] = (), progress: Progress = silent) -> Contents:
        """The documents to `show` and no others, so that they can be looked at before the rest.

        By default those compared last, the older first, as `fresh`; nothing when there are none.
        """
        present = {d.id for d in self.session.documents.all()}
        if not show:
            pairs = [pair[1:] for pair in self.session.pairs()]
            show = next((pair for pair in reversed(pairs) if set(pair) <= present), ())
        if not set(show) <= present:
            show = ()
        return self.contents(progress, fresh=show, grouped=False, only=show)

    def contents(
        self,
        progress: Progress = silent,
        *,
        only: Sequence[int] | None = None,
        fresh: Sequence[int] = (),
        troubles: Iterable[str] = (),
        grouped: bool = True,
    ) -> Contents:
        """Everything (or `only` some) on the desk, cleaned and grouped; what changed is done anew.

        With `grouped` false the stories are left as they are: a document that has just come stands
        alone until the desk is asked again.
        """
        documents: list[DeskDocument] = []
        changed: list[int] = []
        told = list(troubles)
        known = self.session.documents.all()
        paths = [document.path for document in known]
        names = dict(zip(paths, names_apart(paths), strict=True))
        if only is not None:
            known = tuple(document for document in known if document.id in only)
        for number, document in enumerate(known):
            progress(_READING, number, len(known))
            source = self.session.documents.source(document.id)
            if source is None:
                source = self._supplied(document.id, document.path, told)
            if source is None:
                continue
            version, is_new = self._version(document.id, document.revision, source, progress)
            if is_new:
                changed.append(document.id)
            hand = self.session.documents.hand(document.id)
            by_hand = bool(hand.restored or hand.added or hand.speakers)
            pasted = not Path(document.path).is_absolute()
            title = document.title if document.titled else ""
            documents.append(
                DeskDocument(
                    document.id,
                    document.path,
                    version,
                    pasted,
                    by_hand,
                    title,
                    self._words[document.id],
                    names[document.path],
                )
            )
        if grouped:
            self._group(documents, progress)
        # A document whose text is neither in the session nor in its file is not there.
        present = {document.id for document in documents}
        shown = tuple(identity for identity in fresh if identity in present)
        return Contents(
            tuple(documents), self.session.stories.all(), shown, tuple(changed), tuple(told)
        )

    def add_files(
        self, paths: Sequence[str], progress: Progress = silent, *, grouped: bool = True
    ) -> Contents:
        """Read files and folders and put them on the desk."""
        from driftline.engine.reading.read import expand, read_all

        files, unreadable = expand(paths)
        troubles = [_told(trouble) for trouble in unreadable]
        sources: list[Source] = []
        places = [Path(file).absolute() for file in dict.fromkeys(files)]
        for number, found in enumerate(read_all(places, self._options.reading, progress)):
            progress(_READING, number, len(places))
            if isinstance(found, UnreadableError):
                troubles.append(_told(found))
            else:
                sources.append(found)
        added = self.session.documents.add_all(sources)
        return self.contents(
            progress, fresh=[d.id for d in added], troubles=troubles, grouped=grouped
        )

    def add_text(
        self, text: str, name: str, page: str = "", progress: Progress = silent
    ) -> Contents:
        """Put a pasted text on the desk; `page` is the same as a browser's HTML, if it gave any."""
        from driftline.engine.reading.read import read_bytes, read_text

        try:
            if not page:
                raise UnreadableError(name, "there is no page")
            # What stands where on the page helps the cleaner.
            source = read_bytes(page.encode(), f"{name}.html", self._options.reading, progress)
            source = replace(source, path=name)
        except UnreadableError:
            source = read_text(text, name)
        added = self.session.documents.add(source)
        return self.contents(progress, fresh=[added.id])

    def reload(self, progress: Progress = silent) -> Contents:
        """Read every file again; one that is gone keeps the text it had, and so do all of a
        session for reading only.
        """
        from driftline.engine.reading.read import read

        troubles: list[str] = []
        kept: list[str] = []
        for document in self.session.documents.all():
            if not Path(document.path).is_absolute():
                continue
            try:
                source = read(document.path, self._options.reading, progress)
            except UnreadableError as trouble:
                if self.session.documents.source(document.id) is not None:
                    troubles.append(f"{_told(trouble)} (the text that was read before is kept)")
                continue
            if source.sha256 == document.sha256:
                continue
            if self.session.read_only:
                kept.append(Path(document.path).name)
            else:
                troubles += self._reloaded(document.id, source)
        if kept:
            troubles.append(
                f"Changed on disk: {', '.join(kept)}. This session is open for reading only and "
                "keeps the texts it holds; save it under another name, then reload."
            )
        return self.contents(progress, troubles=troubles)

    # ------------------------------------------------------------------ the editor's hand

    def use(self, options: Options, progress: Progress = silent) -> Contents:
        """Work by other preferences from now on."""
        self._options = options
        return self.contents(progress)

    def act(self, act: Callable[[Session], object], progress: Progress = silent) -> Contents:
        """Let the editor's hand do something to the session."""
        act(self.session)
        return self.contents(progress)

    def group_pair(self, old: int, new: int, progress: Progress = silent) -> Contents:
        """Group what came ungrouped; two versions that were given as older and newer stay so."""
        contents = self.contents(progress)
        story = next((s for s in contents.stories if {old, new} <= set(s.members)), None)
        if story is None:
            return contents
        members = list(story.members)
        a, b = members.index(old), members.index(new)
        if a < b:
            return contents
        members[a], members[b] = new, old
        if story.id > 0 and not self.session.read_only:
            self.session.stories.note_order(story.id, members)
        return self.contents(progress)

    def bring_earlier(self, document: int, label: str, progress: Progress = silent) -> Contents:
        """Put the text a document had before its last reload on the desk as a document of its own.

        `label` is what it is called. Nothing is `fresh` when there was no earlier text.
        """
        earlier = self.session.documents.earlier(document)
        if earlier is None:
            return self.contents(progress)
        added = self.session.documents.add(replace(earlier, path=label))
        return self.contents(progress, fresh=[added.id])

    def undo(self, progress: Progress = silent) -> tuple[Effect | None, Contents]:
        """Take the last act back."""
        return self.session.undo(), self.contents(progress)

    def redo(self, progress: Progress = silent) -> tuple[Effect | None, Contents]:
        """Do again what was taken back."""
        return self.session.redo(), self.contents(progress)

    # ------------------------------------------------------------------ looking

    def quotations(self, document: int, version: Version, progress: Progress) -> Quotations:
        """A document's quotations, with the speakers the editor corrected."""
        from driftline.engine import pipeline

        options = self.session.documents.options(document, self._options)
        return pipeline.quotations(version, options, progress)

    def doubts(self, version: Version, quotations: Quotations) -> dict[int, str]:
        """Quotations a text gives twice in different words: the index of one -> how they differ."""
        from driftline.engine import pipeline

        doubts: dict[int, str] = {}
        for found in pipeline.disagreements(version, quotations):
            doubts.setdefault(found.first, found.detail)
            doubts.setdefault(found.second, found.detail)
        return doubts

    def compare(
        self, old: DeskDocument, new: DeskDocument, progress: Progress = silent
    ) -> Reviewed:
        """Two documents compared, with what was said about their changes before."""
        from driftline.engine import pipeline

        session = self.session
        quoted = (
            self.quotations(old.id, old.version, progress),
            self.quotations(new.id, new.version, progress),
        )
        pins = session.documents.pins(old.id, new.id)
        options = replace(self._options, alignment=pins.alignment(self._options.alignment))
        comparison = pipeline.compare(old.version, new.version, options, progress, quoted=quoted)
        if self._session is not session:
            # These documents are not those of the session that is open by now.
            raise Cancelled
        state = session.reviews.open(old.id, new.id, comparison)
        return Reviewed(old.id, new.id, comparison, state)

    def collation(self, versions: Sequence[DeskDocument], progress: Progress = silent) -> Collation:
        """All versions of a story in columns of readings, the first as the base text."""
        old, common = versions[0].id, self._options.alignment
        pins = (self.session.documents.pins(old, document.id) for document in versions)
        return self._collation.of(
            [document.version for document in versions],
            [its.alignment(common) for its in pins],
            self._options,
            progress,
        )

    def witnesses(
        self, versions: Sequence[DeskDocument], base: int, progress: Progress = silent
    ) -> Witnesses:
        """All versions of a story, in their order; `base` is the id of its base text."""
        from driftline.engine import pipeline
        from driftline.engine.collation.apparatus import Variants

        texts = [document.version for document in versions]
        quoted = tuple(self.quotations(d.id, d.version, progress) for d in versions)
        collated = base_first(versions, base)
        return Witnesses(
            tuple(document.id for document in collated),
            Variants(self.collation(collated, progress)),
            quoted,
            pipeline.trails(texts, quoted, self._options, progress),
        )

    def set_status(self, state: ReviewState, refs: Sequence[Ref], status: Status) -> ReviewState:
        """Say how changes of a comparison stand, in one step of undo."""
        return self._reviews_of(state).set_status(state.pair, refs, status, state.listing)

    def set_note(self, state: ReviewState, ref: Ref, note: str) -> ReviewState:
        """Write a note on one change."""
        return self._reviews_of(state).set_note(state.pair, ref, note, state.listing)

    def state(self, state: ReviewState) -> ReviewState | None:
        """How the review of a comparison stands now: after an undo, say. None where its session is
        closed.
        """
        reviews = self.session.reviews
        return reviews.state(state.pair, state.listing) if reviews.owns(state) else None

    def history(self, pair: int | None = None) -> list[HistoryEntry]:
        """What was set to what, and when, the oldest first: of one comparison or of all."""
        return self.session.history(pair)

    # ------------------------------------------------------------------ inner

    def _reviews_of(self, state: ReviewState) -> Reviews:
        reviews = self.session.reviews
        if not reviews.owns(state):
            raise DriftlineError(
                "What you said was about a session that is closed; it is not kept."
            )
        return reviews

    def _reloaded(self, document: int, source: Source) -> Iterator[str]:
        """Takes in the new text of a document; tells how much of the hand's work has no words in it
        that it had words in before.
        """
        documents = self.session.documents
        before = len(documents.hand(document).lost)
        documents.reload(document, source)
        lost = len(documents.hand(document).lost) - before
        name = Path(source.path).name
        if lost == 1:
            yield f"{name}: a correction made by hand waits until its words are in the text again."
        elif lost > 1:
            yield (
                f"{name}: {lost} corrections made by hand wait until their words are in the text "
                "again."
            )

    def _supplied(self, document: int, path: str, troubles: list[str]) -> Source | None:
        """The text of a document whose session holds none, from its file."""
        from driftline.engine.reading.read import read

        try:
            source = read(path, self._options.reading)
            self.session.documents.supply(document, source)
        except DriftlineError as trouble:
            # With its whole path: that is where it is missed.
            troubles.append(f"{trouble} (the session holds no text of it; put it back and reload)")
            return None
        return source

    def _version(
        self, document: int, revision: int, source: Source, progress: Progress
    ) -> tuple[Version, bool]:
        from driftline.engine import pipeline

        options = self.session.documents.options(document, self._options)
        known = self._cleaned.get(document)
        if known is not None and known[:2] == (revision, options.cleaning):
            return known[2], False
        version = pipeline.cleaned(source, options, progress)
        self._cleaned[document] = (revision, options.cleaning, version)
        self._words[document] = (words_in(version.cleaned()), words_in(source.text))
        return version, True

    def _group(self, documents: Sequence[DeskDocument], progress: Progress) -> None:
        from driftline.engine import pipeline

        present = tuple((d.id, *self._cleaned[d.id][:2]) for d in documents)
        if present == self._grouped or not documents:
            return
        progress(_GROUPING, 0, 1)
        index = self._index
        if index is None or present[: len(self._grouped)] != self._grouped:
            index = pipeline.story_index()
        self._index = None  # unless it has taken all of them in, it is of no use
        index.add([d.version for d in documents[len(index) :]], progress)
        grouping = index.grouping(self._options.grouping, progress)
        self._index = index
        if not self.session.read_only:
            self.session.stories.propose(grouping, [d.id for d in documents])
        self._grouped = present


def _told(trouble: UnreadableError) -> str:
    """The trouble with the file's name alone (a whole path would hide the sentence) and, where a
    reader said so, how the reading ended.
    """
    name = Path(trouble.path).name
    if trouble.outcome in (Outcome.PASSWORD, Outcome.DAMAGED):
        name += f" ({trouble.outcome})"
    return str(UnreadableError(name, trouble.what, trouble.advice))
