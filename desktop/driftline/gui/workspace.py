"""What the window works on: documents, their stories, the two being compared. No widget.

Reading, grouping and comparing run as jobs; their results arrive here, in the GUI thread, and are
told by signals in the past tense.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from driftline.engine.errors import DriftlineError
from driftline.engine.options import CleaningOptions, Options
from driftline.engine.records import Quotations, Span, Story, Version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.progress import Progress
    from driftline.engine.records import Comparison, Grouping
    from driftline.gui.jobs import Jobs

_TITLE_LENGTH = 90


def _say(text: str) -> str:
    return QCoreApplication.translate("Workspace", text)


@dataclass(frozen=True, slots=True)
class Document:
    """One text in the window. `id` never changes while the window lives; `text` is what was pasted
    (a document without a file).
    """

    id: int
    path: str
    version: Version
    options: Options
    pasted: str | None = None

    def title(self) -> str:
        """The headline, else how the story begins."""
        headline = self.version.metadata.headline
        text = self.version.source.text
        if headline is not None:
            return " ".join(headline.of(text).split())
        for paragraph in self.version.paragraphs:
            words = "".join(p.of(text) for p in self.version.kept_spans(paragraph.span))
            words = " ".join(words.split())
            if words:
                return words if len(words) <= _TITLE_LENGTH else words[:_TITLE_LENGTH] + "…"
        return self.name()

    def name(self) -> str:
        """The file's name."""
        return Path(self.path).name

    def subtitle(self) -> str:
        """File, source and time, as far as they are known."""
        known = self.version.metadata
        published = (known.published or "").replace("T", " ")
        return " · ".join(part for part in (self.name(), known.source, published) if part)

    def marks(self) -> list[str]:
        """What an editor should know before she opens it."""
        marks = []
        if self.version.holds_body_twice:
            marks.append(_say("contains its body twice"))
        if self.version.source.partial:
            marks.append(_say("read in part"))
        return marks

    def tooltip(self) -> str:
        """All that is known about it."""
        return "\n".join([self.title(), self.path, *self.marks(), *self.version.source.notes])


@dataclass(frozen=True, slots=True)
class _Loaded:
    documents: tuple[Document, ...]
    troubles: tuple[str, ...]
    grouping: Grouping


@dataclass(frozen=True, slots=True)
class _Request:
    """Something to read: files, or one pasted text."""

    paths: tuple[str, ...] = ()
    pasted: str | None = None
    name: str = ""
    compare: bool = False
    options: Options = field(default_factory=Options)
    replaces: tuple[Document, ...] = ()


def _read(
    have: tuple[Document, ...], request: _Request, first_id: int, *, progress: Progress
) -> _Loaded:
    """Read what was asked for and group it with what is there; runs off the GUI thread."""
    from driftline.engine import pipeline
    from driftline.engine.reading import read

    documents: list[Document] = []
    troubles: list[str] = []
    if request.replaces:
        wanted = [(d.path, d.pasted, d.options, d.id) for d in request.replaces]
    elif request.pasted is not None:
        wanted = [(request.name, request.pasted, request.options, first_id)]
    else:
        files, unreadable = read.expand(request.paths)
        troubles += [str(trouble) for trouble in unreadable]
        wanted = [(str(f), None, request.options, first_id + n) for n, f in enumerate(files)]
    for number, (path, pasted, options, identity) in enumerate(wanted):
        progress(_say("Reading"), number, len(wanted))
        try:
            version = (
                pipeline.load(path, options, progress)
                if pasted is None
                else pipeline.load_text(pasted, path, options, progress)
            )
        except DriftlineError as trouble:
            troubles.append(str(trouble))
            # A reload that fails keeps the text that was read before.
            documents += [d for d in request.replaces if d.id == identity]
            continue
        documents.append(Document(identity, path, version, options, pasted))
    fresh = {d.id: d for d in documents}
    everything = [fresh.pop(d.id, d) for d in have] + list(fresh.values())
    grouping = pipeline.group([d.version for d in everything], Options(), progress)
    return _Loaded(tuple(everything), tuple(troubles), grouping)


def _quotations(version: Version, options: Options, *, progress: Progress) -> Quotations:
    from driftline.engine import pipeline

    return pipeline.quotations(version, options, progress)


def _compare(old: Document, new: Document, *, progress: Progress) -> Comparison:
    from driftline.engine import pipeline

    # The speakers corrected by hand are each document's own.
    quoted = (
        pipeline.quotations(old.version, old.options, progress),
        pipeline.quotations(new.version, new.options, progress),
    )
    return pipeline.compare(old.version, new.version, Options(), progress, quoted=quoted)


class Workspace(QObject):
    """The documents of a window and what is looked at.

    `stories_changed()`: other documents or another grouping. `comparison_requested()`: two versions
    were chosen and are being compared. `compared(Comparison)`: it is there. `document_opened(int)`:
    one document is to be shown; `quotations_found(int, Quotations)` follows. `emptied()`: nothing
    is left. `troubled(str)`: a sentence.
    """

    stories_changed = Signal()
    comparison_requested = Signal()
    compared = Signal(object)
    document_opened = Signal(int)
    quotations_found = Signal(int, object)
    emptied = Signal()
    troubled = Signal(str)

    def __init__(
        self, jobs: Jobs, options: Options | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._base = options or Options()
        self._jobs = jobs
        self._documents: tuple[Document, ...] = ()
        self._stories: tuple[Story, ...] = ()
        self._waiting: list[_Request] = []
        self._reading = False
        self._next_id = 1
        self._pair: tuple[int, int] | None = None
        self._comparison: Comparison | None = None
        self._open: int | None = None

    # ------------------------------------------------------------------ what is there

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in the order they came."""
        return self._documents

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories; members are indices into `documents`."""
        return self._stories

    @property
    def comparison(self) -> Comparison | None:
        """The comparison being looked at; None while it is made, or when one text is open."""
        return self._comparison

    @property
    def pair(self) -> tuple[int, int] | None:
        """The ids of the older and the newer document being compared."""
        return self._pair

    @property
    def opened(self) -> int | None:
        """The id of the document that is open alone."""
        return self._open

    def document(self, identity: int) -> Document:
        """The document with an id; raises KeyError when it was removed."""
        for document in self._documents:
            if document.id == identity:
                return document
        raise KeyError(identity)

    def story_of(self, identity: int) -> tuple[Document, ...]:
        """All versions of the story a document belongs to, in the proposed order."""
        for story in self._stories:
            members = tuple(self._documents[m] for m in story.members)
            if any(d.id == identity for d in members):
                return members
        return ()

    # ------------------------------------------------------------------ bringing texts

    def add_files(self, paths: Sequence[str], *, compare: bool = False) -> None:
        """Read files and folders; with `compare`, the first two are put side by side at once."""
        if paths:
            self._ask(_Request(paths=tuple(paths), compare=compare, options=self._base))

    def add_text(self, text: str) -> None:
        """Make a document of pasted or dropped text."""
        if not text.strip():
            self.troubled.emit(self.tr("There is no text on the clipboard: copy a story first."))
            return
        number = sum(d.pasted is not None for d in self._documents) + 1
        number += sum(r.pasted is not None for r in self._waiting)
        name = self.tr("Pasted text {number}").format(number=number)
        self._ask(_Request(pasted=text, name=name, options=self._base))

    def bring_back(self, documents: Sequence[dict[str, str]]) -> None:
        """Open again what a list of dicts with "path" or "text" names."""
        self.add_files([d["path"] for d in documents if "path" in d])
        for document in documents:
            if "text" in document:
                self.add_text(document["text"])

    def reload(self) -> None:
        """Read all files again."""
        if self._documents:
            self._ask(_Request(replaces=self._documents))

    def use_cleaning(self, keep_lines: tuple[str, ...]) -> None:
        """Clean by other rules from now on, and what is open anew."""
        self._base = replace(
            self._base, cleaning=replace(self._base.cleaning, keep_lines=keep_lines)
        )
        changed = tuple(
            replace(
                d,
                options=replace(
                    d.options, cleaning=replace(d.options.cleaning, keep_lines=keep_lines)
                ),
            )
            for d in self._documents
        )
        if changed:
            self._ask(_Request(replaces=changed))

    def restore_cut(self, identity: int, span: Span) -> None:
        """Take a cut back: its words belong to the story after all."""
        document = self.document(identity)
        cleaning = document.options.cleaning
        self._reclean(
            document, replace(cleaning, restored=(*cleaning.restored, (span.start, span.end)))
        )

    def cut(self, identity: int, span: Span) -> None:
        """Cut a stretch by hand."""
        document = self.document(identity)
        cleaning = document.options.cleaning
        self._reclean(document, replace(cleaning, added=(*cleaning.added, (span.start, span.end))))

    def set_speaker(self, identity: int, start: int, name: str) -> None:
        """Say who is quoted where the quotation begins that starts at a source offset; an empty
        name takes the correction back.
        """
        document = self.document(identity)
        known = dict(document.options.quotation.speakers)
        known.pop(start, None)
        if name:
            known[start] = name
        quotation = replace(document.options.quotation, speakers=tuple(sorted(known.items())))
        changed = replace(document, options=replace(document.options, quotation=quotation))
        self._documents = tuple(changed if d.id == identity else d for d in self._documents)
        self._show_again()

    def _reclean(self, document: Document, cleaning: CleaningOptions) -> None:
        changed = replace(document, options=replace(document.options, cleaning=cleaning))
        self._ask(_Request(replaces=(changed,)))

    def _ask(self, request: _Request) -> None:
        self._waiting.append(request)
        self._read_next()

    def _read_next(self) -> None:
        if self._reading or not self._waiting:
            return
        request = self._waiting.pop(0)
        self._reading = True
        first = self._next_id
        self._next_id += 1_000_000  # ids are handed out by the job; no two jobs share a range

        def done(loaded: _Loaded) -> None:
            self._reading = False
            self._on_read(request, loaded)
            self._read_next()

        def failed(trouble: Exception) -> None:
            self._reading = False
            self._on_trouble(trouble)
            self._read_next()

        self._jobs.start("read", _read, self._documents, request, first, deliver=done, fail=failed)

    def stop_reading(self) -> None:
        """Forget what is still to be read or compared."""
        self._waiting.clear()
        self._reading = False
        self._jobs.stop_all()

    def _on_read(self, request: _Request, loaded: _Loaded) -> None:
        known = {d.id for d in self._documents}
        self._documents = loaded.documents
        self._stories = loaded.grouping.stories
        self.stories_changed.emit()
        for trouble in loaded.troubles:
            self.troubled.emit(trouble)
        fresh = [d.id for d in self._documents if d.id not in known]
        if request.replaces:
            self._show_again()
        elif request.compare and len(fresh) == 2:
            self.compare(fresh[0], fresh[1])
        elif fresh:
            self._show_first(fresh)

    def _show_again(self) -> None:
        if self._pair is not None:
            self.compare(*self._pair)
        elif self._open is not None:
            self.open(self._open)

    def _show_first(self, fresh: list[int]) -> None:
        """Show what a reader would look at first: a story that just got its second version."""
        for identity in fresh:
            versions = self.story_of(identity)
            if len(versions) > 1:
                self.show(tuple(d.id for d in versions))
                return
        self.open(fresh[0])

    # ------------------------------------------------------------------ looking at texts

    def show(self, identities: tuple[int, ...]) -> None:
        """Show one document, or two versions side by side (of more, the first and the last)."""
        if len(identities) == 1:
            self.open(identities[0])
        elif identities:
            self.compare(identities[0], identities[-1])

    def open(self, identity: int) -> None:
        """Show one document alone."""
        self._jobs.stop("compare")
        self._pair = None
        self._comparison = None
        self._open = identity
        self.document_opened.emit(identity)
        document = self.document(identity)
        self._jobs.start(
            "quotations",
            _quotations,
            document.version,
            document.options,
            deliver=lambda found: self.quotations_found.emit(identity, found),
            fail=self._on_trouble,
        )

    def compare(self, old: int, new: int) -> None:
        """Put two documents side by side; `old` is left."""
        self._jobs.stop("quotations")
        self._open = None
        self._pair = (old, new)
        self._comparison = None
        self.comparison_requested.emit()
        self._jobs.start(
            "compare",
            _compare,
            self.document(old),
            self.document(new),
            deliver=self._on_compared,
            fail=self._on_trouble,
        )

    def swap(self) -> None:
        """Exchange left and right."""
        if self._pair is not None:
            self.compare(self._pair[1], self._pair[0])

    def remove(self, identities: Sequence[int]) -> None:
        """Put documents away; the files are not touched."""
        gone = set(identities)
        keep = [i for i, d in enumerate(self._documents) if d.id not in gone]
        place = {old: new for new, old in enumerate(keep)}
        stories = []
        for story in self._stories:
            members = tuple(place[m] for m in story.members if m in place)
            if members:
                stories.append(Story(members, place.get(story.base, members[0])))
        self._documents = tuple(self._documents[i] for i in keep)
        self._stories = tuple(stories)
        self.stories_changed.emit()
        looked_at = set(self._pair or ()) | ({self._open} if self._open else set())
        if not self._documents:
            self.clear()
        elif looked_at & gone:
            self._show_first([self._documents[0].id])

    def clear(self) -> None:
        """Put everything away."""
        self.stop_reading()
        self._documents = ()
        self._stories = ()
        self._pair = None
        self._comparison = None
        self._open = None
        self.stories_changed.emit()
        self.emptied.emit()

    def _on_compared(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self.compared.emit(comparison)

    def _on_trouble(self, trouble: Exception) -> None:
        if isinstance(trouble, DriftlineError):
            self.troubled.emit(str(trouble))
            return
        self.troubled.emit(
            self.tr(
                "Something went wrong in the program ({what}). Your texts are unharmed."
            ).format(what=f"{type(trouble).__name__}: {trouble}")
        )

    def export(self, path: str, work: Any, saved: Any) -> None:
        """Write the comparison to a file with a report writer; `saved(path)` is called after."""
        if self._comparison is None:
            return
        self._jobs.start(
            "export",
            work,
            self._comparison,
            path,
            deliver=lambda _: saved(path),
            fail=self._on_trouble,
        )
