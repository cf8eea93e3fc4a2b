"""The documents of a session: their stored texts and what the editor's hand did to them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from driftline.review import handwork
from driftline.review.acts import Verb
from driftline.review.errors import DamagedSessionError
from driftline.review.handwork import HandWork, Pins
from driftline.review.places import Place, place, point
from driftline.review.pruning import outlived
from driftline.review.sources import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.engine.options import Options
    from driftline.engine.records import Source, Span
    from driftline.review.journal import Journal
    from driftline.review.pairs import Pairs


#: A bookmark nearer to the end of its line stands so many characters before that end: what follows
#: would be too little to know it by.
BOOKMARK_ROOM = 24


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a session. `revision` changes whenever its text does.

    `titled` tells whether the editor gave it its title.
    """

    id: int
    revision: int
    path: str
    sha256: str
    title: str
    titled: bool = False


@dataclass(frozen=True, slots=True)
class _Brief:
    document: int
    path: str
    sha256: str


class Documents:
    """The documents of one session, by number. Acts raise what `Journal.do` raises."""

    def __init__(self, journal: Journal, pairs: Pairs) -> None:
        self._journal = journal
        self._pairs = pairs
        self._sources: dict[int, Source] = {}
        self.load()

    def load(self) -> None:
        """Takes the list of texts from the file anew."""
        self._briefs: dict[int, _Brief] = {}
        for number, document, _, brief, _ in self._journal.store.rows("revision"):
            # The texts themselves stay packed until somebody asks for one.
            try:
                path, sha256 = json.loads(str(brief))
            except ValueError as error:
                raise self._damaged() from error
            self._briefs[int(number or 0)] = _Brief(int(document or 0), str(path), str(sha256))
        self._first: dict[int, int] = {}
        for number, known in self._briefs.items():
            self._first.setdefault(known.document, number)
        # Where work goes on in a file that holds no texts, those that were read are still here.
        self._sources = {
            number: source
            for number, source in self._sources.items()
            if number in self._briefs and self._briefs[number].sha256 == source.sha256
        }
        self._last = max(self._first, default=0)
        self._last_revision = max(self._briefs, default=0)

    # ------------------------------------------------------------------------ asking

    @property
    def holds_texts(self) -> bool:
        """Whether the file holds the texts themselves (else only where they were)."""
        return self._journal.facts.get("session/0/texts") is not False

    def all(self) -> tuple[Document, ...]:
        """The documents in the session, in the order they came."""
        return tuple(self.get(d) for d in sorted(self._first) if not self._fact(d, "removed"))

    def get(self, document: int) -> Document:
        """One document, even one that was removed. Raises KeyError."""
        revision = self._revision(document)
        brief = self._briefs[revision]
        path = self._fact(document, "path") or brief.path
        # The session may come from a machine that writes paths the other way.
        given = self._fact(document, "title")
        title = given or PurePath(path.replace("\\", "/")).stem or path
        return Document(document, revision, path, brief.sha256, title, bool(given))

    def source(self, document: int) -> Source | None:
        """A document's text as it was read; None where the session holds no texts (see `supply`)"""
        revision = self._revision(document)
        if revision not in self._sources:
            found = self._read(revision)
            if found:
                self._sources[revision] = found
        return self._sources.get(revision)

    def earlier(self, document: int) -> Source | None:
        """The text a document had before its last reload, to compare old with new."""
        now = self._revision(document)
        before = [r for r, b in self._briefs.items() if b.document == document and r < now]
        return self._read(max(before)) if before else None

    def hand(self, document: int) -> HandWork:
        """What the editor's hand did to a document."""
        return HandWork(
            handwork.places_of(self._fact(document, "restored")),
            handwork.places_of(self._fact(document, "added")),
            handwork.speakers_of(self._fact(document, "speakers")),
        )

    def pins(self, old: int, new: int) -> Pins:
        """The pins between two documents, set with either of them as the older."""
        own, swapped = self._pins(old, new), self._pins(new, old).swapped()
        return Pins(own.together + swapped.together, own.apart + swapped.apart)

    def bookmarks(self, old: int, new: int) -> tuple[tuple[int, int], ...]:
        """The bookmarks in two documents, whichever is the older: (document, offset) each.

        Those whose words the present texts do not hold wait for their return.
        """
        marks = handwork.bookmarks_of(self._pair_fact(self._either(old, new), "bookmarks"))
        return tuple((document, p.span.start) for document, p in marks if p.span)

    def options(self, document: int, base: Options) -> Options:
        """The options of a run on one document: the given ones and the editor's hand work."""
        hand = self.hand(document)
        return replace(
            base, cleaning=hand.cleaning(base.cleaning), quotation=hand.quotation(base.quotation)
        )

    # ------------------------------------------------------------------------ texts

    def add(self, source: Source) -> Document:
        """Puts a text into the session; the same file with the same content is there only once."""
        return self.add_all([source])[0]

    def add_all(self, sources: Iterable[Source]) -> tuple[Document, ...]:
        """Puts many texts into the session at once; none of them when there is no room for all."""
        with self._journal.lock:
            known = {(d.path, d.sha256): d.id for d in self.all()}
            found: list[int] = []
            fresh: list[tuple[int, int, Source]] = []
            for source in sources:
                key = (source.path, source.sha256)
                if key not in known:
                    known[key] = self._last + len(fresh) + 1
                    fresh.append((self._last_revision + len(fresh) + 1, known[key], source))
                found.append(known[key])
            if fresh:
                self._journal.note_facts({}, also=lambda: self._write(*fresh))
            for entry in fresh:
                self._hold(*entry)
            return tuple(self.get(document) for document in found)

    def reload(self, document: int, source: Source) -> Document:
        """Takes in the new content of a changed file as one act that can be undone.

        Hand work is found again in the new text by its words; what is gone from it waits (see
        `HandWork.lost`). The earlier text stays in the session.
        """
        with self._journal.lock:
            revision = self._last_revision + 1
            facts: dict[str, Any] = {f"document/{document}/revision": revision}
            if source.path != self.get(document).path:
                facts[f"document/{document}/path"] = source.path
            for what in ("restored", "added"):
                if fact := self._fact(document, what):
                    moved = handwork.moved_places(fact, source.text)
                    facts[f"document/{document}/{what}"] = moved
            if fact := self._fact(document, "speakers"):
                moved = handwork.moved_speakers(fact, source.text)
                facts[f"document/{document}/speakers"] = moved
            for pair, old, _ in self._pairs.of(document):
                for what in ("together", "apart"):
                    if fact := self._pair_fact(pair, what):
                        side = 0 if old == document else 1
                        facts[f"pair/{pair}/{what}"] = handwork.moved_pins(fact, source.text, side)
                if fact := self._pair_fact(pair, "bookmarks"):
                    moved = handwork.moved_bookmarks(fact, source.text, document)
                    facts[f"pair/{pair}/bookmarks"] = moved
            self._journal.do(
                Verb.RELOAD, facts, also=lambda: self._write((revision, document, source))
            )
            self._hold(revision, document, source)
            return self.get(document)

    def supply(self, document: int, source: Source) -> Document:
        """Gives the text of a document whose session holds none, read from its file again.

        A file that has changed since is taken in as by `reload`.
        """
        known = self.get(document)
        if known.sha256 != source.sha256:
            return self.reload(document, source)
        self._sources[known.revision] = source
        return known

    def prune(self) -> int:
        """Lets go of texts nobody has wanted for long (see `pruning`); gives the bytes freed."""
        with self._journal.lock:
            store = self._journal.store
            current = {d.id: d.revision for d in self.all()}
            rows = outlived(store, current, self._journal.now())
            if rows:
                forgotten = [(*row[:-1], None) for row in rows]
                self._journal.note_facts({}, also=lambda: store.write("revision", forgotten))
            for row in rows:
                self._sources.pop(int(row[0] or 0), None)
            return sum(len(row[-1]) for row in rows if isinstance(row[-1], bytes))

    # ------------------------------------------------------------------------ acts of the hand

    def remove(self, documents: Sequence[int]) -> None:
        """Takes documents out of the session; an undo brings them back."""
        self._journal.do(Verb.REMOVE, {f"document/{d}/removed": True for d in documents})

    def clear(self) -> None:
        """Takes everything out of the session; an undo brings it back."""
        self.remove([document.id for document in self.all()])

    def forget(self, documents: Sequence[int]) -> None:
        """Takes documents out of the session that nobody put there: no act."""
        self._journal.note_facts({f"document/{d}/removed": True for d in documents})

    def set_title(self, document: int, title: str) -> None:
        """Gives a document a title; an empty one gives back the name of its file."""
        self._journal.do(Verb.TITLE, {f"document/{document}/title": title.strip() or None})

    def restore(self, document: int, span: Span) -> None:
        """Takes back a cut; cuts made by hand that it meets are taken back whole."""
        with self._journal.lock:
            hand = self.hand(document)
            self._set_cuts(
                document,
                (*handwork.without(hand.restored, span), self._place(document, span)),
                handwork.without(hand.added, span),
            )

    def cut(self, document: int, span: Span) -> None:
        """Cuts a stretch by hand; restored stretches it meets are cut again."""
        with self._journal.lock:
            hand = self.hand(document)
            self._set_cuts(
                document,
                handwork.without(hand.restored, span),
                (*handwork.without(hand.added, span), self._place(document, span)),
            )

    def set_speaker(self, document: int, quotation: Span, reference: str | None) -> None:
        """Corrects who speaks in a quotation; None leaves it to the program again."""
        with self._journal.lock:
            kept = [
                [p.to_json(), who]
                for p, who in self.hand(document).speakers
                if not (p.span and p.span.start == quotation.start)
            ]
            if reference is not None:
                kept.append([self._place(document, quotation).to_json(), reference])
            self._journal.do(Verb.SPEAKERS, {f"document/{document}/speakers": kept or None})

    def pin(self, old: int, new: int, a: int, b: int, together: bool = True) -> None:
        """Pairs (or parts) the paragraphs at two offsets, `a` in the old text, `b` in the new."""
        with self._journal.lock:
            pair = self._pairs.number(old, new)
            at = (self._point(old, a), self._point(new, b))
            facts = self._without_pin(self._pairs.find(new, old), b, a)
            facts |= self._without_pin(pair, a, b)
            key = f"pair/{pair}/{'together' if together else 'apart'}"
            facts[key] = [*(facts[key] or ()), [p.to_json() for p in at]]
            self._journal.do(Verb.PINS, facts)

    def bookmark(self, old: int, new: int, document: int, offset: int) -> None:
        """Sets a bookmark at a place of one of two compared documents."""
        with self._journal.lock:
            key = self._bookmarks_key(old, new)
            mark = [document, point(self._text(document), offset, BOOKMARK_ROOM).to_json()]
            marks = self._journal.facts.get(key) or []
            if mark not in marks:
                self._journal.do(Verb.BOOKMARKS, {key: [*marks, mark]})

    def clear_bookmarks(
        self, old: int, new: int, places: Sequence[tuple[int, int]] | None = None
    ) -> None:
        """Clears the bookmarks at these places (document, offset) of two documents; None: all."""
        with self._journal.lock:
            key = self._bookmarks_key(old, new)
            kept = [
                [document, p.to_json()]
                for document, p in handwork.bookmarks_of(self._journal.facts.get(key))
                if places is not None and not (p.span and (document, p.span.start) in places)
            ]
            self._journal.do(Verb.BOOKMARKS, {key: kept or None})

    # ------------------------------------------------------------------------ inner

    def _either(self, old: int, new: int) -> int | None:
        """The number under which two documents were compared first, whichever was the older."""
        found = (self._pairs.find(old, new), self._pairs.find(new, old))
        return min((number for number in found if number is not None), default=None)

    def _bookmarks_key(self, old: int, new: int) -> str:
        number = self._either(old, new)
        return f"pair/{self._pairs.number(old, new) if number is None else number}/bookmarks"

    def _pins(self, old: int, new: int) -> Pins:
        pair = self._pairs.find(old, new)
        return Pins(
            handwork.pins_of(self._pair_fact(pair, "together")),
            handwork.pins_of(self._pair_fact(pair, "apart")),
        )

    def _without_pin(self, pair: int | None, a: int, b: int) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        for what in ("together", "apart") if pair is not None else ():
            kept = [
                [p.to_json() for p in pin]
                for pin in handwork.pins_of(self._pair_fact(pair, what))
                if [p.span.start if p.span else -1 for p in pin] != [a, b]
            ]
            facts[f"pair/{pair}/{what}"] = kept or None
        return facts

    def _set_cuts(
        self, document: int, restored: tuple[Place, ...], added: tuple[Place, ...]
    ) -> None:
        self._journal.do(
            Verb.CUTS,
            {
                f"document/{document}/restored": [p.to_json() for p in restored] or None,
                f"document/{document}/added": [p.to_json() for p in added] or None,
            },
        )

    def _place(self, document: int, span: Span) -> Place:
        return place(self._text(document), span)

    def _point(self, document: int, offset: int) -> Place:
        return point(self._text(document), offset)

    def _text(self, document: int) -> str:
        source = self.source(document)
        if source is None:
            raise KeyError(f"document {document} has no text: supply it first")
        return source.text

    def _fact(self, document: int, what: str) -> Any:
        return self._journal.facts.get(f"document/{document}/{what}")

    def _pair_fact(self, pair: int | None, what: str) -> Any:
        return self._journal.facts.get(f"pair/{pair}/{what}")

    def _revision(self, document: int) -> int:
        chosen = self._fact(document, "revision")
        if chosen in self._briefs:
            return int(chosen)
        return self._first[document]

    def _read(self, revision: int) -> Source | None:
        with self._journal.lock:
            for *_, body in self._journal.store.rows("revision", revision):
                try:
                    return unpack(body) if isinstance(body, bytes) else None
                except ValueError as error:
                    raise self._damaged() from error
        return None

    def _damaged(self) -> DamagedSessionError:
        return DamagedSessionError(
            self._journal.store.path, "A text in it is damaged", "it was left as it is."
        )

    def _write(self, *texts: tuple[int, int, Source]) -> None:
        self._journal.store.write(
            "revision",
            (
                (
                    revision,
                    document,
                    self._journal.now(),
                    json.dumps([source.path, source.sha256]),
                    pack(source) if self.holds_texts else None,
                )
                for revision, document, source in texts
            ),
        )

    def _hold(self, revision: int, document: int, source: Source) -> None:
        self._briefs[revision] = _Brief(document, source.path, source.sha256)
        self._sources[revision] = source
        self._first.setdefault(document, revision)
        self._last = max(self._last, document)
        self._last_revision = max(self._last_revision, revision)
