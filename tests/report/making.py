"""Comparisons made by hand, for tests that need one without the engine's own stages."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections import Counter
from dataclasses import replace

from driftline.engine.records import (
    Comparison,
    Cut,
    Edit,
    Kind,
    Metadata,
    Paragraph,
    Reason,
    Role,
    Row,
    Severity,
    Source,
    Span,
    Summary,
    Version,
)


def version(
    paragraphs: list[str],
    path: str = "story.txt",
    *,
    metadata: Metadata | None = None,
    roles: dict[int, Role] | None = None,
    before: str = "",
) -> Version:
    """A version whose paragraphs are joined by blank lines; `before` is cut as navigation."""
    text = before
    spans = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            text += "\n\n"
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph
    source = Source(
        path=path,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        format="text/plain",
        encoding="utf-8",
        text=text,
    )
    cuts = (Cut(Span(0, len(before)), Reason.NAVIGATION),) if before else ()
    kept = tuple(Paragraph(span, (roles or {}).get(n, Role.BODY)) for n, span in enumerate(spans))
    return Version(source, cuts, kept, metadata or Metadata(language="en"))


def comparison(
    old: Version, new: Version, rows: list[Row] | None = None, **changes: object
) -> Comparison:
    """A comparison with the words that differ in each row as edits of the plainest kinds."""
    if rows is None:
        shared = min(len(old.paragraphs), len(new.paragraphs))
        rows = [Row((i,), (i,)) for i in range(shared)]
        rows += [Row((i,), ()) for i in range(shared, len(old.paragraphs))]
        rows += [Row((), (i,)) for i in range(shared, len(new.paragraphs))]
    edits: list[Edit] = []
    for row in rows if "edits" not in changes else ():
        if row.moved and row.twin is not None:
            if not row.a:
                continue
            row = Row(row.a, rows[row.twin].b)
            a, b = _whole(old, row.a), _whole(new, row.b)
            edits.append(Edit(0, Kind.MOVE, Severity.LOW, a, b))
        edits += _row_edits(old, new, row)
    edits = [replace(edit, id=n) for n, edit in enumerate(edits, 1)]
    words = [len(v.cleaned().split()) for v in (old, new)]
    kept = min(words) - sum(len(e.a.of(old.source.text).split()) for e in edits if e.b == e.a)
    summary = Summary(
        words[0],
        words[1],
        max(kept, 0),
        max(kept, 0) / max(*words, 1),
        dict(Counter(str(e.kind) for e in edits)),
    )
    made = Comparison(old, new, (), tuple(rows), tuple(edits), (), summary)
    return replace(made, **changes) if changes else made  # type: ignore[arg-type]


def texts(old: list[str], new: list[str], rows: list[Row] | None = None) -> Comparison:
    """A comparison of two lists of paragraphs."""
    return comparison(version(old, "old.txt"), version(new, "new.txt"), rows)


def _whole(side: Version, indices: tuple[int, ...]) -> Span:
    return Span(side.paragraphs[indices[0]].span.start, side.paragraphs[indices[-1]].span.end)


def _row_edits(old: Version, new: Version, row: Row) -> list[Edit]:
    if not row.a:
        before = old.paragraphs[-1].span.end if old.paragraphs else 0
        span = _whole(new, row.b)
        return [Edit(0, Kind.INSERTION, Severity.MEDIUM, Span(before, before), span)]
    if not row.b:
        before = new.paragraphs[-1].span.end if new.paragraphs else 0
        span = _whole(old, row.a)
        return [Edit(0, Kind.DELETION, Severity.MEDIUM, span, Span(before, before))]
    a, b = _whole(old, row.a), _whole(new, row.b)
    left = list(re.finditer(r"\s+|\w+|[^\w\s]", a.of(old.source.text)))
    right = list(re.finditer(r"\s+|\w+|[^\w\s]", b.of(new.source.text)))
    matcher = difflib.SequenceMatcher(None, [m[0] for m in left], [m[0] for m in right], False)
    found = []
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            continue
        span_a = _stretch(left, i, j, a)
        span_b = _stretch(right, k, m, b)
        kind = {"insert": Kind.INSERTION, "delete": Kind.DELETION}.get(what, Kind.PARAPHRASE)
        found.append(Edit(0, kind, Severity.MEDIUM, span_a, span_b, explanation="Words differ."))
    return found


def _stretch(tokens: list[re.Match[str]], i: int, j: int, base: Span) -> Span:
    start = tokens[i].start() if i < len(tokens) else len(base)
    end = tokens[j - 1].end() if j > i else start
    return Span(base.start + start, base.start + end)
