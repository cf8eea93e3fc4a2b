"""The values that pass between the stages.

Every offset anywhere is a Unicode code-point offset into the `text` of a `Source`; ends are
exclusive. A `Version` copies no text: it is a `Source` plus what was cut from it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source's text: `start` inclusive, `end` exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of this span in the text it was measured on."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Role(StrEnum):
    """What a paragraph is in the story."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    BODY = "body"
    LIST = "list"
    BLOCK_QUOTE = "block-quote"


class Reason(StrEnum):
    """Why something was cut: a closed list."""

    NAVIGATION = "navigation"
    ICON_NAMES = "icon-names"
    ERROR_BANNER = "error-banner"
    COOKIE_NOTICE = "cookie-notice"
    PAYWALL = "paywall"
    ADVERTISEMENT = "advertisement"
    NEWSLETTER = "newsletter"
    SHARE_BUTTONS = "share-buttons"
    UI_CONTROL = "ui-control"
    BREADCRUMB = "breadcrumb"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    SOURCE_TAG = "source-tag"
    PHOTO_CAPTION = "photo-caption"
    PHOTO_CREDIT = "photo-credit"
    MEDIA_PLAYER = "media-player"
    RELATED_LINK = "related-link"
    TAGS = "tags"
    AUTHOR_BIO = "author-bio"
    COMMENTS_FOOTER = "comments-footer"
    LEGAL_DISCLAIMER = "legal-disclaimer"
    COPYRIGHT = "copyright"
    DUPLICATE_HEADLINE = "duplicate-headline"
    DUPLICATE_BODY = "duplicate-body"
    PAGE_FURNITURE = "page-furniture"
    OTHER = "other"


class Kind(StrEnum):
    """What an edit is: a closed list."""

    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    QUOTATION = "quotation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    TITLE = "title"
    NEGATION = "negation"
    MODALITY = "modality"
    TENSE = "tense"
    REPORTING_VERB = "reporting_verb"
    SPELLING_VARIANT = "spelling_variant"
    TYPOGRAPHY = "typography"
    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    PARAPHRASE = "paraphrase"
    PARAGRAPH_SPLIT = "paragraph_split"
    PARAGRAPH_MERGE = "paragraph_merge"
    SENTENCE_SPLIT = "sentence_split"
    SENTENCE_MERGE = "sentence_merge"


#: Kinds that change how a text looks and none of its words.
LAYOUT_KINDS = frozenset({Kind.TYPOGRAPHY, Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE})


class Severity(StrEnum):
    """How much an edit matters to an editor."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class QuotationKind(StrEnum):
    """Direct: whole speech in marks; mixed: marks inside a reported clause; indirect: no marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class LedgerStatus(StrEnum):
    """What became of a quotation from the old version to the new one."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    TRUNCATED = "truncated"
    EXTENDED = "extended"
    REATTRIBUTED = "reattributed"
    DROPPED = "dropped"
    ADDED = "added"


_NOT_A_LINE_END = re.compile(r"[^\n]")
_CITED = re.compile(r"\*([^*]+)\*")

# ---------------------------------------------------------------------------- reading and cleaning


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a text beside its wording.

    `headline`, `standfirst` and `byline` are spans of the text. `published` is ISO 8601, as exact
    as the source gave it; `source` names the agency or site ("RT"); `language` is a code ("en").
    """

    headline: Span | None = None
    standfirst: Span | None = None
    byline: Span | None = None
    published: str | None = None
    source: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of structure the format itself declared: a heading, a list item, a block quote.

    `hints` are what else the markup says about it ("in:nav", "class:comment", "tag:time",
    "page-furniture" for running heads, running feet and page numbers), in alphabetical order;
    `links` is the share (0..1) of its characters that stand inside links.
    """

    span: Span
    role: Role
    hints: tuple[str, ...] = ()
    links: float = 0.0
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was read. Nothing read is ever lost: everything later is spans of `text`.

    `metadata` is what the format's own markup declares; `notes` are sentences for the editor about
    what the reader accepted or left aside. `partial` when only part of a damaged file could be
    read. `encoding` is empty where a format has no one encoding to name.
    """

    path: str
    sha256: str
    format: str
    encoding: str
    text: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the source that is not the story, and why. `by_hand` when the editor cut it."""

    span: Span
    reason: Reason
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the story; cuts may lie inside its span."""

    span: Span
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a story: its source, what was cut, and the paragraphs that stay.

    `cuts` are sorted and do not overlap; `paragraphs` are in order and do not overlap. A character
    that is neither in a paragraph nor cut is white space.
    """

    source: Source
    cuts: tuple[Cut, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)

    @property
    def holds_body_twice(self) -> bool:
        """Whether the page printed its story twice (the second copy is among the cuts)."""
        return any(cut.reason is Reason.DUPLICATE_BODY for cut in self.cuts)

    def kept_text(self) -> str:
        """The source's text with everything cut blanked by spaces.

        It has the source's length, so an offset means the same place in both. Line breaks inside a
        cut are kept, for they still end lines.
        """
        text = self.source.text
        pieces: list[str] = []
        position = 0
        for cut in self.cuts:
            pieces.append(text[position : cut.span.start])
            pieces.append(_NOT_A_LINE_END.sub(" ", cut.span.of(text)))
            position = cut.span.end
        pieces.append(text[position:])
        return "".join(pieces)

    def kept_spans(self, span: Span) -> tuple[Span, ...]:
        """The parts of a span that were not cut, in order."""
        kept: list[Span] = []
        position = span.start
        # A page may have thousands of cuts: begin with the first that reaches past the start.
        first = bisect_right(self.cuts, span.start, key=lambda cut: cut.span.end)
        for cut in islice(self.cuts, first, None):
            if cut.span.start >= span.end:
                break
            if cut.span.start > position:
                kept.append(Span(position, cut.span.start))
            position = max(position, cut.span.end)
        if position < span.end:
            kept.append(Span(position, span.end))
        return tuple(kept)

    def cleaned(self) -> str:
        """The story alone: its paragraphs joined by blank lines, the cuts inside them left out."""
        text = self.source.text
        return "\n\n".join(
            "".join(piece.of(text) for piece in self.kept_spans(p.span)) for p in self.paragraphs
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `paragraph` is the index of the paragraph it stands in."""

    span: Span
    paragraph: int


# ---------------------------------------------------------------------------- alignment and drift


@dataclass(frozen=True, slots=True)
class SentenceGroup:
    """Sentences of the old text and their partners in the new; one side empty: no partner."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the side-by-side view: indices of paragraphs, a side may be empty.

    A moved paragraph has two rows, one at each of its places with the other side empty; each names
    the other by `twin`, its index among the rows.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    moved: bool = False
    twin: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change, named.

    `a` and `b` are spans of the old and the new text; an insertion has an empty `a` at the place
    where it would stand, a deletion an empty `b`. `subkind` tells what an edit inside a quotation
    would be outside it. Edits of one act (the two marks of a pair) share a `group`. `rule` names
    what decided the kind, `explanation` says it to the editor in one sentence.
    """

    id: int
    kind: Kind
    severity: Severity
    a: Span
    b: Span
    subkind: Kind | None = None
    in_quote: bool = False
    group: int | None = None
    rule: str = ""
    explanation: str = ""

    def explained(self) -> str:
        """The explanation with the words it cites (between stars) in quotation marks."""
        return _CITED.sub(r"“\1”", self.explanation)

    def cited(self) -> tuple[str, ...]:
        """The words the explanation cites, in its order."""
        return tuple(_CITED.findall(self.explanation))


@dataclass(frozen=True, slots=True)
class MetadataChange:
    """A difference beside the wording.

    `field` is one of headline, standfirst, byline, published, source.
    """

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """The comparison in numbers; `kept` is the share of the longer text's words that stayed."""

    old_words: int
    new_words: int
    kept_words: int
    kept: float
    counts: dict[str, int]


# ---------------------------------------------------------------------------- quotations


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words: `spans` has more than one part when the quotation is interrupted.

    `speaker` is the mention as written (empty when there is none), `reference` the fullest name it
    stands for in this text (empty when unknown), `cue` the reporting words.
    """

    span: Span
    spans: tuple[Span, ...]
    kind: QuotationKind
    speaker: str = ""
    speaker_start: int | None = None
    reference: str = ""
    cue: str = ""
    cue_start: int | None = None


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one version in order, and the marked stretches that are no speech."""

    quotations: tuple[Quotation, ...] = ()
    scare_quotes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the quote ledger.

    `a` is the index of a quotation of the old version, `b` that of its partner in the new; `detail`
    says what became of it in one sentence for the editor.
    """

    status: LedgerStatus
    a: int | None
    b: int | None
    detail: str = ""


# ---------------------------------------------------------------------------- the whole


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything known about two versions; window and report receive nothing else."""

    old: Version
    new: Version
    alignment: tuple[SentenceGroup, ...]
    rows: tuple[Row, ...]
    edits: tuple[Edit, ...]
    metadata: tuple[MetadataChange, ...]
    summary: Summary
    old_quotations: Quotations = field(default_factory=Quotations)
    new_quotations: Quotations = field(default_factory=Quotations)
    ledger: tuple[LedgerEntry, ...] = ()

    @property
    def wording_changed(self) -> bool:
        """Whether any edit is more than typography or the layout of paragraphs."""
        return any(edit.kind not in LAYOUT_KINDS for edit in self.edits)
