"""The words the window uses for the engine's closed lists, translatable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from driftline.engine.records import Kind, LedgerStatus, QuotationKind, Reason, Severity
from driftline.review.acts import Verb
from driftline.review.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from driftline.review.acts import HistoryEntry

_KINDS = {
    Kind.DETERMINER: QT_TRANSLATE_NOOP("labels", "determiner"),
    Kind.PREPOSITION: QT_TRANSLATE_NOOP("labels", "preposition"),
    Kind.QUOTATION: QT_TRANSLATE_NOOP("labels", "quotation altered"),
    Kind.NUMBER: QT_TRANSLATE_NOOP("labels", "number"),
    Kind.DATE: QT_TRANSLATE_NOOP("labels", "date"),
    Kind.NAME: QT_TRANSLATE_NOOP("labels", "name"),
    Kind.TITLE: QT_TRANSLATE_NOOP("labels", "title"),
    Kind.NEGATION: QT_TRANSLATE_NOOP("labels", "negation"),
    Kind.MODALITY: QT_TRANSLATE_NOOP("labels", "modality"),
    Kind.TENSE: QT_TRANSLATE_NOOP("labels", "tense"),
    Kind.REPORTING_VERB: QT_TRANSLATE_NOOP("labels", "reporting verb"),
    Kind.SPELLING_VARIANT: QT_TRANSLATE_NOOP("labels", "spelling variant"),
    Kind.TYPOGRAPHY: QT_TRANSLATE_NOOP("labels", "typography"),
    Kind.INSERTION: QT_TRANSLATE_NOOP("labels", "added"),
    Kind.DELETION: QT_TRANSLATE_NOOP("labels", "dropped"),
    Kind.MOVE: QT_TRANSLATE_NOOP("labels", "moved"),
    Kind.PARAPHRASE: QT_TRANSLATE_NOOP("labels", "reworded"),
    Kind.PARAGRAPH_SPLIT: QT_TRANSLATE_NOOP("labels", "paragraph split"),
    Kind.PARAGRAPH_MERGE: QT_TRANSLATE_NOOP("labels", "paragraphs joined"),
    Kind.SENTENCE_SPLIT: QT_TRANSLATE_NOOP("labels", "sentence split"),
    Kind.SENTENCE_MERGE: QT_TRANSLATE_NOOP("labels", "sentences joined"),
}

#: What each kind means, for those who do not know its name.
_MEANINGS = {
    Kind.DETERMINER: QT_TRANSLATE_NOOP(
        "labels", "“a”, “the”, “this”, “some”: which one is meant, or how many"
    ),
    Kind.PREPOSITION: QT_TRANSLATE_NOOP(
        "labels", "“on”, “at”, “by”, “for”: how things stand to each other"
    ),
    Kind.QUOTATION: QT_TRANSLATE_NOOP("labels", "other words inside quotation marks"),
    Kind.NUMBER: QT_TRANSLATE_NOOP("labels", "a figure, a sum, a share, or its limit"),
    Kind.DATE: QT_TRANSLATE_NOOP("labels", "a day, a year, a time"),
    Kind.NAME: QT_TRANSLATE_NOOP("labels", "a person, a place, a body"),
    Kind.TITLE: QT_TRANSLATE_NOOP(
        "labels", "the office or form of address before a name: “Mayor”, “Dr”"
    ),
    Kind.NEGATION: QT_TRANSLATE_NOOP("labels", "“not”, “no”, “never”"),
    Kind.MODALITY: QT_TRANSLATE_NOOP(
        "labels", "“may”, “must”, “likely”: how certain or binding it is"
    ),
    Kind.TENSE: QT_TRANSLATE_NOOP(
        "labels", "“says” or “said”, “has gone” or “went”: when it is true"
    ),
    Kind.REPORTING_VERB: QT_TRANSLATE_NOOP(
        "labels", "“said”, “claimed”, “admitted”: how speech is reported"
    ),
    Kind.SPELLING_VARIANT: QT_TRANSLATE_NOOP(
        "labels", "one word spelled in two ways: “organise”, “organize”"
    ),
    Kind.TYPOGRAPHY: QT_TRANSLATE_NOOP(
        "labels", "marks, dashes, spaces, capitals: no word is another"
    ),
    Kind.INSERTION: QT_TRANSLATE_NOOP("labels", "words that only the newer version has"),
    Kind.DELETION: QT_TRANSLATE_NOOP("labels", "words that only the older version has"),
    Kind.MOVE: QT_TRANSLATE_NOOP("labels", "the same words in another place"),
    Kind.PARAPHRASE: QT_TRANSLATE_NOOP("labels", "other words, and none of the other kinds"),
    Kind.PARAGRAPH_SPLIT: QT_TRANSLATE_NOOP("labels", "one paragraph became several"),
    Kind.PARAGRAPH_MERGE: QT_TRANSLATE_NOOP("labels", "several paragraphs became one"),
    Kind.SENTENCE_SPLIT: QT_TRANSLATE_NOOP("labels", "one sentence became several"),
    Kind.SENTENCE_MERGE: QT_TRANSLATE_NOOP("labels", "several sentences became one"),
}

_SEVERITIES = {
    Severity.HIGH: QT_TRANSLATE_NOOP("labels", "high"),
    Severity.MEDIUM: QT_TRANSLATE_NOOP("labels", "medium"),
    Severity.LOW: QT_TRANSLATE_NOOP("labels", "low"),
}

_REASONS = {
    Reason.NAVIGATION: QT_TRANSLATE_NOOP("labels", "navigation"),
    Reason.ICON_NAMES: QT_TRANSLATE_NOOP("labels", "icon names"),
    Reason.ERROR_BANNER: QT_TRANSLATE_NOOP("labels", "error banner"),
    Reason.COOKIE_NOTICE: QT_TRANSLATE_NOOP("labels", "cookie notice"),
    Reason.PAYWALL: QT_TRANSLATE_NOOP("labels", "paywall"),
    Reason.ADVERTISEMENT: QT_TRANSLATE_NOOP("labels", "advertisement"),
    Reason.NEWSLETTER: QT_TRANSLATE_NOOP("labels", "newsletter"),
    Reason.SHARE_BUTTONS: QT_TRANSLATE_NOOP("labels", "share buttons"),
    Reason.UI_CONTROL: QT_TRANSLATE_NOOP("labels", "page control"),
    Reason.BREADCRUMB: QT_TRANSLATE_NOOP("labels", "breadcrumb"),
    Reason.BYLINE: QT_TRANSLATE_NOOP("labels", "byline"),
    Reason.TIMESTAMP: QT_TRANSLATE_NOOP("labels", "publication time"),
    Reason.SOURCE_TAG: QT_TRANSLATE_NOOP("labels", "source tag"),
    Reason.PHOTO_CAPTION: QT_TRANSLATE_NOOP("labels", "photo caption"),
    Reason.PHOTO_CREDIT: QT_TRANSLATE_NOOP("labels", "photo credit"),
    Reason.MEDIA_PLAYER: QT_TRANSLATE_NOOP("labels", "media player"),
    Reason.RELATED_LINK: QT_TRANSLATE_NOOP("labels", "related story"),
    Reason.TAGS: QT_TRANSLATE_NOOP("labels", "tags"),
    Reason.AUTHOR_BIO: QT_TRANSLATE_NOOP("labels", "author biography"),
    Reason.COMMENTS_FOOTER: QT_TRANSLATE_NOOP("labels", "comments"),
    Reason.LEGAL_DISCLAIMER: QT_TRANSLATE_NOOP("labels", "legal disclaimer"),
    Reason.COPYRIGHT: QT_TRANSLATE_NOOP("labels", "copyright notice"),
    Reason.DUPLICATE_HEADLINE: QT_TRANSLATE_NOOP("labels", "headline again"),
    Reason.DUPLICATE_BODY: QT_TRANSLATE_NOOP("labels", "body printed twice"),
    Reason.PAGE_FURNITURE: QT_TRANSLATE_NOOP("labels", "running head or page number"),
    Reason.OTHER: QT_TRANSLATE_NOOP("labels", "not the story"),
}

_STATUSES = {
    LedgerStatus.VERBATIM: QT_TRANSLATE_NOOP("labels", "verbatim"),
    LedgerStatus.ALTERED: QT_TRANSLATE_NOOP("labels", "altered"),
    LedgerStatus.TRUNCATED: QT_TRANSLATE_NOOP("labels", "truncated"),
    LedgerStatus.EXTENDED: QT_TRANSLATE_NOOP("labels", "extended"),
    LedgerStatus.REATTRIBUTED: QT_TRANSLATE_NOOP("labels", "reattributed"),
    LedgerStatus.DROPPED: QT_TRANSLATE_NOOP("labels", "dropped"),
    LedgerStatus.ADDED: QT_TRANSLATE_NOOP("labels", "added"),
}

_QUOTATIONS = {
    QuotationKind.DIRECT: QT_TRANSLATE_NOOP("labels", "direct"),
    QuotationKind.MIXED: QT_TRANSLATE_NOOP("labels", "mixed"),
    QuotationKind.INDIRECT: QT_TRANSLATE_NOOP("labels", "indirect"),
}


_REVIEWS = {
    Status.OPEN: QT_TRANSLATE_NOOP("labels", "open"),
    Status.FINE: QT_TRANSLATE_NOOP("labels", "fine"),
    Status.QUERY: QT_TRANSLATE_NOOP("labels", "query"),
    Status.MUST_FIX: QT_TRANSLATE_NOOP("labels", "must fix"),
}

_WORK = {
    "Reading": QT_TRANSLATE_NOOP("labels", "Reading"),
    "Cleaning": QT_TRANSLATE_NOOP("labels", "Cleaning"),
    "Grouping": QT_TRANSLATE_NOOP("labels", "Grouping"),
    "sentences": QT_TRANSLATE_NOOP("labels", "Matching sentences"),
    "words": QT_TRANSLATE_NOOP("labels", "Comparing words"),
    "kinds": QT_TRANSLATE_NOOP("labels", "Naming the changes"),
    "quotations": QT_TRANSLATE_NOOP("labels", "Finding quotations"),
    "readings": QT_TRANSLATE_NOOP("labels", "Comparing all versions"),
    "Gathering the changes": QT_TRANSLATE_NOOP("labels", "Gathering the changes"),
    "Marking the texts": QT_TRANSLATE_NOOP("labels", "Marking the texts"),
    "Listing the changes": QT_TRANSLATE_NOOP("labels", "Listing the changes"),
    "Merging the texts": QT_TRANSLATE_NOOP("labels", "Merging the texts"),
    "Choosing fonts": QT_TRANSLATE_NOOP("labels", "Choosing fonts"),
    "Setting the pages": QT_TRANSLATE_NOOP("labels", "Setting the pages"),
    "Writing": QT_TRANSLATE_NOOP("labels", "Writing"),
    "Printing": QT_TRANSLATE_NOOP("labels", "Printing"),
}

_ACTS = {
    Verb.NOTE: QT_TRANSLATE_NOOP("labels", "Wrote a note"),
    Verb.CUTS: QT_TRANSLATE_NOOP("labels", "Changed what is cut"),
    Verb.SPEAKERS: QT_TRANSLATE_NOOP("labels", "Corrected a speaker"),
    Verb.PINS: QT_TRANSLATE_NOOP("labels", "Paired paragraphs by hand"),
    Verb.TITLE: QT_TRANSLATE_NOOP("labels", "Changed a title"),
    Verb.GROUPING: QT_TRANSLATE_NOOP("labels", "Regrouped documents"),
    Verb.ORDER: QT_TRANSLATE_NOOP("labels", "Changed the order of versions"),
    Verb.BASE: QT_TRANSLATE_NOOP("labels", "Chose another base text"),
    Verb.RELOAD: QT_TRANSLATE_NOOP("labels", "Took in a changed file"),
    Verb.REMOVE: QT_TRANSLATE_NOOP("labels", "Removed documents"),
    Verb.BOOKMARKS: QT_TRANSLATE_NOOP("labels", "Changed the bookmarks"),
}

_MARKS = frozenset('“”„"«»「」『』')
_NO_ENTRIES: Mapping[int, HistoryEntry] = {}

#: What stands for a status where there is little room.
STATUS_SIGNS = {Status.OPEN: "○", Status.FINE: "✓", Status.QUERY: "?", Status.MUST_FIX: "!"}


def _say(text: object) -> str:
    return QCoreApplication.translate("labels", str(text))


def kind_label(kind: Kind) -> str:
    """What an edit of this kind is called in the window."""
    return _say(_KINDS[kind])


def kind_meaning(kind: Kind) -> str:
    """What an edit of this kind is, in a few plain words."""
    return _say(_MEANINGS[kind])


def severity_label(severity: Severity) -> str:
    """What a severity is called in the window."""
    return _say(_SEVERITIES[severity])


def review_label(status: Status) -> str:
    """What a status of the review is called in the window."""
    return _say(_REVIEWS[status])


def quoted(words: str) -> str:
    """Words of a text, told from what stands around them; some bring their quotation marks."""
    if words[:1] in _MARKS or words[-1:] in _MARKS:
        return words
    return _say(QT_TRANSLATE_NOOP("labels", "“{words}”")).format(words=words)


def step_label(act: str, *, back: bool) -> str:
    """That an act was taken back, or done again."""
    frame = _say(
        QT_TRANSLATE_NOOP("labels", "Undone: {act}")
        if back
        else QT_TRANSLATE_NOOP("labels", "Done again: {act}")
    )
    return frame.format(act=act)


def act_label(entry: HistoryEntry, entries: Mapping[int, HistoryEntry] = _NO_ENTRIES) -> str:
    """What an act of the history was; `entries` are all of it by their numbers."""
    if entry.verb in (Verb.UNDO, Verb.REDO):
        about = entries.get(entry.target or 0)
        act = act_label(about, entries) if about else "…"
        return step_label(act, back=entry.verb is Verb.UNDO)
    if entry.verb is not Verb.STATUS:
        return _say(_ACTS[entry.verb]) if entry.verb in _ACTS else entry.sentence
    statuses = ", ".join(dict.fromkeys(review_label(line.now) for line in entry.lines))
    frame = _say(
        QT_TRANSLATE_NOOP("labels", "Set one change to “{status}”")
        if len(entry.lines) == 1
        else QT_TRANSLATE_NOOP("labels", "Set {count} changes to “{status}”")
    )
    return frame.format(count=len(entry.lines), status=statuses)


def reason_label(reason: Reason) -> str:
    """Why a stretch was cut, in the window's words."""
    return _say(_REASONS[reason])


def status_label(status: LedgerStatus) -> str:
    """What became of a quotation, in the window's words."""
    return _say(_STATUSES[status])


def quotation_label(kind: QuotationKind) -> str:
    """What a kind of quotation is called in the window."""
    return _say(_QUOTATIONS[kind])


def work_label(label: str) -> str:
    """What is going on, in the window's words; the worker's own where the window has none."""
    reading, _, name = label.partition(" ")
    if reading == "Reading" and name:
        return _say(QT_TRANSLATE_NOOP("labels", "Reading {name}")).format(name=name)
    return _say(_WORK.get(label, label))
