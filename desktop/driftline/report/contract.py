"""The JSON that scripts depend on: one builder a schema, from the engine's records.

Fields may be added; none is renamed, dropped or given another meaning without a new number in the
schema's name. All offsets are Unicode code points into `text`, ends exclusive.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.errors import UnreadableError
    from driftline.engine.records import (
        Comparison,
        Edit,
        LedgerEntry,
        Quotation,
        Quotations,
        Span,
        Version,
    )
    from driftline.engine.stories import Grouping, Overlap

Json = dict[str, Any]

CLEAN = "driftline/clean/1"
QUOTES = "driftline/quotes/1"
COMPARE = "driftline/compare/1"
GROUP = "driftline/group/1"
COLLATE = "driftline/collate/1"

#: What is no line end in JSON Lines, but is one to much that reads them line by line.
_OTHER_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def line(value: Json) -> str:
    """One object as one line of JSON Lines: the same bytes for the same value, no line end."""
    told = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return told.translate(_OTHER_LINE_ENDS)


def clean(version: Version) -> Json:
    """What was kept of a text and what was cut (`driftline/clean/1`)."""
    source, metadata = version.source, version.metadata
    text = source.text
    return {
        "schema": CLEAN,
        "path": source.path,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "text": text,
        "cleaned": version.cleaned(),
        "headline": _span(metadata.headline, text),
        "standfirst": _span(metadata.standfirst, text),
        "byline": _span(metadata.byline, text),
        "published": metadata.published,
        "source": metadata.source,
        "language": metadata.language,
        "removed": [
            {
                "start": cut.span.start,
                "end": cut.span.end,
                "reason": cut.reason.value,
                "text": cut.span.of(text),
            }
            for cut in version.cuts
        ],
        "paragraphs": [
            {"start": p.span.start, "end": p.span.end, "role": p.role.value}
            for p in version.paragraphs
        ],
        "notes": list(source.notes),
    }


def quotes(version: Version, found: Quotations) -> Json:
    """The quotations of a text with their speakers (`driftline/quotes/1`)."""
    source = version.source
    return {
        "schema": QUOTES,
        "path": source.path,
        "sha256": source.sha256,
        "text": source.text,
        "quotes": [_quotation(quotation, source.text) for quotation in found.quotations],
        "scare_quotes": [[span.start, span.end] for span in found.scare_quotes],
    }


def compare(comparison: Comparison) -> Json:
    """Two versions aligned, each change named (`driftline/compare/1`)."""
    old, new = comparison.old.source, comparison.new.source
    summary = comparison.summary
    return {
        "schema": COMPARE,
        "old": {"path": old.path, "sha256": old.sha256, "text": old.text},
        "new": {"path": new.path, "sha256": new.sha256, "text": new.text},
        "summary": {
            "old_words": summary.old_words,
            "new_words": summary.new_words,
            "kept_words": summary.kept_words,
            "kept": summary.kept,
            "counts": dict(summary.counts),
        },
        "alignment": [
            {"a": _pairs(group.a), "b": _pairs(group.b), "moved": group.moved}
            for group in comparison.alignment
        ],
        "edits": [_edit(edit, old.text, new.text) for edit in comparison.edits],
        "metadata": [
            {"field": change.field, "old": change.old, "new": change.new}
            for change in comparison.metadata
        ],
        "quotes": [_ledger_line(entry, comparison) for entry in comparison.ledger],
    }


def group(
    versions: Sequence[Version], grouping: Grouping, unreadable: Iterable[UnreadableError] = ()
) -> Json:
    """The stories that versions belong to (`driftline/group/1`).

    Members stand in the proposed order, what could not be read by path. `passages` are pairs of
    different stories that share some.
    """
    paths = [version.source.path for version in versions]
    place = {
        member: number
        for number, member in enumerate(m for story in grouping.stories for m in story.members)
    }
    return {
        "schema": GROUP,
        "stories": [
            {"members": [paths[member] for member in story.members], "base": paths[story.base]}
            for story in grouping.stories
        ],
        "pairs": _overlaps(grouping.pairs, paths, place),
        "passages": _overlaps(grouping.passages, paths, place),
        "unreadable": [
            {"path": trouble.path, "why": _sentence(trouble)}
            for trouble in sorted(unreadable, key=lambda trouble: trouble.path)
        ],
    }


def collate(collation: Collation) -> Json:
    """Any number of versions in columns of readings (`driftline/collate/1`)."""
    return {
        "schema": COLLATE,
        "witnesses": [
            {"id": siglum(number), "path": version.source.path, "sha256": version.source.sha256}
            for number, version in enumerate(collation.witnesses)
        ],
        "base": siglum(collation.base),
        "columns": [
            {
                "readings": [
                    {
                        "text": reading.text,
                        "kind": reading.kind.value if reading.kind else None,
                        "moved": reading.moved,
                        "witnesses": {
                            siglum(number): [span.start, span.end]
                            for number, span in reading.witnesses
                        },
                    }
                    for reading in column.readings
                ],
                "absent": [siglum(number) for number in column.absent],
            }
            for column in collation.columns
        ],
    }


def siglum(number: int) -> str:
    """The letter a witness goes by: A to Z, then AA, AB and so on."""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _span(span: Span | None, text: str) -> Json | None:
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _quotation(quotation: Quotation, text: str) -> Json:
    return {
        "start": quotation.span.start,
        "end": quotation.span.end,
        "text": quotation.span.of(text),
        "spans": _pairs(quotation.spans),
        "kind": quotation.kind.value,
        "speaker": quotation.speaker,
        "speaker_start": quotation.speaker_start,
        "reference": quotation.reference,
        "cue": quotation.cue,
        "cue_start": quotation.cue_start,
    }


def _edit(edit: Edit, old: str, new: str) -> Json:
    return {
        "id": edit.id,
        "kind": edit.kind.value,
        "subkind": edit.subkind.value if edit.subkind else None,
        "severity": edit.severity.value,
        "a_start": edit.a.start,
        "a_end": edit.a.end,
        "b_start": edit.b.start,
        "b_end": edit.b.end,
        "a_text": edit.a.of(old),
        "b_text": edit.b.of(new),
        "in_quote": edit.in_quote,
        "group": edit.group,
        "rule": edit.rule,
        "explanation": edit.explanation,
    }


def _ledger_line(entry: LedgerEntry, comparison: Comparison) -> Json:
    def side(index: int | None, found: Quotations, text: str) -> Json | None:
        if index is None:
            return None
        quotation = found.quotations[index]
        return {
            "start": quotation.span.start,
            "end": quotation.span.end,
            "text": quotation.span.of(text),
            "reference": quotation.reference,
        }

    return {
        "status": entry.status.value,
        "a": side(entry.a, comparison.old_quotations, comparison.old.source.text),
        "b": side(entry.b, comparison.new_quotations, comparison.new.source.text),
        "detail": entry.detail,
    }


def _overlaps(
    overlaps: Iterable[Overlap], paths: Sequence[str], place: dict[int, int]
) -> list[Json]:
    """The pairs with the member that stands first in the stories as `a`, in that order."""
    listed = []
    for pair in overlaps:
        a, b, contains = pair.a, pair.b, pair.contains
        if place[b] < place[a]:
            a, b = b, a
            contains = {"a": "b", "b": "a", None: None}[contains]
        entry = {"a": paths[a], "b": paths[b], "similarity": pair.similarity, "contains": contains}
        listed.append(((place[a], place[b]), entry))
    return [entry for _, entry in sorted(listed, key=lambda one: one[0])]


def _sentence(trouble: UnreadableError) -> str:
    return f"{trouble.what}; {trouble.advice}" if trouble.advice else trouble.what
