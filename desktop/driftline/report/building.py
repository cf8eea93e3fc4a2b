"""Builds the report model from a comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from driftline import __version__
from driftline.engine.drift.following import led
from driftline.engine.progress import Progress, silent
from driftline.engine.records import (
    Comparison,
    Edit,
    Kind,
    Quotation,
    Row,
    Span,
)
from driftline.report.contrast import contrast
from driftline.report.excerpt import excerpt
from driftline.report.facts import (
    counts_of,
    date_of,
    facts_of,
    field_value,
    settings_of,
    title_of,
    verdict_of,
)
from driftline.report.legible import named, shown
from driftline.report.locale import locale
from driftline.report.marking import Canvas, Stroke
from driftline.report.model import (
    Change,
    Difference,
    Gap,
    HistoryLine,
    Mark,
    QuoteLine,
    QuoteSide,
    Report,
    TextParagraph,
    TextRow,
)
from driftline.report.options import Annotations, Layout, Remark, ReportOptions
from driftline.report.redline import inline, merge
from driftline.report.remarks import history_of, past_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from driftline.report.locale import Locale

T = TypeVar("T")

#: How many characters of context the register shows on either side of a change.
_CONTEXT = 42

_BOUNDARIES = frozenset(
    {Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE, Kind.SENTENCE_SPLIT, Kind.SENTENCE_MERGE}
)


def build_report(
    comparison: Comparison,
    options: ReportOptions | None = None,
    review: Annotations | None = None,
    progress: Progress = silent,
) -> Report:
    """The report model of a comparison, with the editor's remarks where there are any."""
    options = options or ReportOptions()
    review = review or Annotations()
    say = locale(options.language)
    numbers = change_labels(comparison)
    goes_along = led(comparison.edits)
    shown_ids = {edit.id for edit in comparison.edits if options.shows(edit.kind)}
    # What goes along with a change is shown where that one is.
    listed = [e for e in comparison.edits if goes_along.get(e.id, e.id) in shown_ids]
    old, new = _paint(comparison, listed, numbers, progress)
    rows: tuple[TextRow | Gap, ...] = ()
    merged: tuple[TextParagraph | Gap, ...] = ()
    if options.texts and options.layout is Layout.INLINE:
        merged = _inline(comparison, listed, numbers, options, progress)
    elif options.texts:
        rows = _rows(comparison, old, new, listed, numbers, options, progress)
    date = date_of(options, review)
    history = history_of(review.history, say)
    return Report(
        title=title_of(comparison, say),
        verdict=verdict_of(comparison, say),
        old=facts_of(
            "Old version", comparison.old, comparison.summary.old_words, options, review.old_cuts
        ),
        new=facts_of(
            "New version", comparison.new, comparison.summary.new_words, options, review.new_cuts
        ),
        kept_words=comparison.summary.kept_words,
        kept=comparison.summary.kept,
        counts=counts_of(comparison, options),
        differences=tuple(
            Difference(
                say.field(change.field),
                field_value(change.field, change.old, say),
                field_value(change.field, change.new, say),
            )
            for change in comparison.metadata
        ),
        rows=rows,
        merged=merged,
        changes=tuple(
            _change(edit, numbers[edit.id], old, new, review.remarks.get(edit.id), history, say)
            for edit in _watched(listed, "Listing the changes", progress)
            if edit.id not in goes_along
        )
        if options.register
        else (),
        quotes=_quotes(comparison, old, new, review, say) if options.quotes else (),
        settings=settings_of(comparison, options),
        program=f"Driftline {__version__}",
        history=history,
        date=date.isoformat() if date else "",
        editor=shown(review.editor),
        note=review.note.strip(),
    )


def _watched(items: Sequence[T], label: str, progress: Progress) -> Iterator[T]:
    """The items, with word of how many are done now and then."""
    for number, item in enumerate(items):
        if number % 250 == 0:
            progress(label, number, len(items))
        yield item


def change_labels(comparison: Comparison) -> dict[int, str]:
    """The number every edit has in reports, by its id.

    Changes of wording count 1, 2, 3; typography has a series of its own (T1, T2), so that a change
    keeps its number whatever a report is asked to show.
    """
    numbers: dict[int, str] = {}
    goes_along = led(comparison.edits)
    wording = typography = 0
    for edit in comparison.edits:
        if edit.id in goes_along:
            numbers[edit.id] = numbers[goes_along[edit.id]]
        elif edit.kind is Kind.TYPOGRAPHY:
            typography += 1
            numbers[edit.id] = f"T{typography}"
        else:
            wording += 1
            numbers[edit.id] = str(wording)
    return numbers


def _paint(
    comparison: Comparison, listed: list[Edit], numbers: dict[int, str], progress: Progress
) -> tuple[Canvas, Canvas]:
    old, new = Canvas(comparison.old), Canvas(comparison.new)
    for edit in _watched(listed, "Gathering the changes", progress):
        label = numbers[edit.id]
        if edit.kind is Kind.MOVE:
            old.paint(Stroke(edit.a, Mark.SAME, label, move=True))
            new.paint(Stroke(edit.b, Mark.SAME, label, move=True))
        elif edit.kind in _BOUNDARIES:
            glyph = "¶" if edit.kind in (Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE) else ""
            split = edit.kind in (Kind.PARAGRAPH_SPLIT, Kind.SENTENCE_SPLIT)
            old.paint(_boundary(old, edit.a, Mark.DELETED, label, "" if split else glyph))
            new.paint(_boundary(new, edit.b, Mark.INSERTED, label, glyph if split else ""))
        else:
            _paint_side(old, edit.a, Mark.DELETED, label, new, edit.b)
            _paint_side(new, edit.b, Mark.INSERTED, label, old, edit.a)
    return old, new


def _paint_side(
    canvas: Canvas, span: Span, mark: Mark, label: str, other: Canvas, partner: Span
) -> None:
    if len(span):
        canvas.paint(Stroke(span, mark, label))
    elif not other.fills(partner):
        # A whole new paragraph stands beside an empty cell: no sign is needed in its neighbour.
        canvas.paint(Stroke(span, Mark.POINT, label))


def _boundary(canvas: Canvas, span: Span, mark: Mark, label: str, glyph: str) -> Stroke:
    """A change of divisions is a point where the division is, whatever its span takes in."""
    place = span.start
    touched = canvas.touched(span) if len(span) else []
    if glyph and touched:
        place = canvas.paragraphs[touched[0]].span.end
    return Stroke(Span(place, place), mark if glyph else Mark.POINT, label, glyph=glyph)


# ---------------------------------------------------------------------------- rows


def _rows(
    comparison: Comparison,
    old: Canvas,
    new: Canvas,
    listed: list[Edit],
    numbers: dict[int, str],
    options: ReportOptions,
    progress: Progress,
) -> tuple[TextRow | Gap, ...]:
    moves = _moves(comparison, old, new, listed, numbers)
    say = locale(options.language)
    rows: list[TextRow] = []
    for index, row in enumerate(_watched(comparison.rows, "Marking the texts", progress)):
        a = tuple(old.painted(i, moved=row.moved) for i in row.a)
        b = tuple(new.painted(i, moved=row.moved) for i in row.b)
        changed = row.moved or not row.a or not row.b or _marked(a) or _marked(b)
        tag = _tag(row, comparison.rows, say)
        rows.append(TextRow(index, a, b, changed, tag, moves.get(index, ""), row.twin))
    if not options.changes_only:
        return tuple(rows)
    return excerpt(rows, [row.changed for row in rows], options.context, _row_words)


def _inline(
    comparison: Comparison,
    listed: list[Edit],
    numbers: dict[int, str],
    options: ReportOptions,
    progress: Progress,
) -> tuple[TextParagraph | Gap, ...]:
    names = {edit.id: numbers[edit.id] for edit in listed}
    paragraphs = inline(merge(comparison, listed, progress), names)
    if not options.changes_only:
        return paragraphs
    changed = [p.mark is not Mark.SAME or _marked((p,)) for p in paragraphs]
    return excerpt(paragraphs, changed, options.context, _words)


def _words(paragraph: TextParagraph) -> int:
    return sum(len(run.text.split()) for run in paragraph.runs)


def _marked(paragraphs: tuple[TextParagraph, ...]) -> bool:
    return any(
        run.mark is not Mark.SAME or run.moved or run.label for p in paragraphs for run in p.runs
    )


def _row_words(row: TextRow) -> int:
    return sum(_words(p) for p in row.new or row.old)


def _moves(
    comparison: Comparison, old: Canvas, new: Canvas, listed: list[Edit], numbers: dict[int, str]
) -> dict[int, str]:
    """The number of the move at each row of a moved paragraph."""
    by_old: dict[int, str] = {}
    by_new: dict[int, str] = {}
    for edit in listed:
        if edit.kind is Kind.MOVE:
            by_old |= dict.fromkeys(old.touched(edit.a), numbers[edit.id])
            by_new |= dict.fromkeys(new.touched(edit.b), numbers[edit.id])
    found: dict[int, str] = {}
    for index, row in enumerate(comparison.rows):
        if row.moved:
            names = [by_old[i] for i in row.a if i in by_old] if row.a else []
            names = names or [by_new[i] for i in row.b if i in by_new]
            if names:
                found[index] = names[0]
    return found


def _tag(row: Row, rows: tuple[Row, ...], say: Locale) -> str:
    if not row.moved or row.twin is None or not 0 <= row.twin < len(rows):
        return ""
    twin = rows[row.twin]
    if row.a and twin.b:
        return say("Moved to ¶ {n} of the new version", n=_numbers(twin.b))
    if row.b and twin.a:
        return say("Moved from ¶ {n} of the old version", n=_numbers(twin.a))
    return ""


def _numbers(indices: tuple[int, ...]) -> str:
    first, last = indices[0] + 1, indices[-1] + 1
    return str(first) if first == last else f"{first}–{last}"


# ---------------------------------------------------------------------------- register, quotes


def _change(
    edit: Edit,
    label: str,
    old: Canvas,
    new: Canvas,
    remark: Remark | None,
    history: tuple[HistoryLine, ...],
    say: Locale,
) -> Change:
    a_before, a_text, a_after = _in_context(old, edit.a, say)
    b_before, b_text, b_after = _in_context(new, edit.b, say)
    if edit.kind in (Kind.PARAGRAPH_SPLIT, Kind.PARAGRAPH_MERGE):
        split = edit.kind is Kind.PARAGRAPH_SPLIT
        a_text, b_text = ("", "¶") if split else ("¶", "")
    a_place = old.paragraph_at(edit.a.start) if len(edit.a) or not new.fills(edit.b) else None
    b_place = new.paragraph_at(edit.b.start) if len(edit.b) or not old.fills(edit.a) else None
    return Change(
        label=label,
        id=edit.id,
        kind=edit.kind,
        subkind=edit.subkind,
        severity=edit.severity,
        in_quote=edit.in_quote,
        old_before=a_before,
        old=a_text,
        old_after=a_after,
        new_before=b_before,
        new=b_text,
        new_after=b_after,
        old_paragraph=None if a_place is None else a_place + 1,
        new_paragraph=None if b_place is None else b_place + 1,
        explanation=shown(say.explained(edit)),
        status=say(shown(remark.status)) if remark else "",
        note=remark.note.strip() if remark else "",
        past=past_of(remark.item, history) if remark and remark.item and history else (),
    )


def _in_context(canvas: Canvas, span: Span, say: Locale) -> tuple[str, str, str]:
    """Some words before a span, its text, and some words after it, inside its paragraphs."""
    touched = canvas.touched(span) if len(span) else []
    place = canvas.paragraph_at(span.start)
    if not touched and place is not None:
        touched = [place]
    text = named(canvas.text(span.start, span.end), say)
    if not touched or canvas.fills(span):
        return "", text, ""
    first = canvas.paragraphs[touched[0]].span
    last = canvas.paragraphs[touched[-1]].span
    start = max(first.start, span.start - 2 * _CONTEXT)
    end = min(last.end, span.end + 2 * _CONTEXT)
    raw_before, raw_after = canvas.text(start, span.start), canvas.text(span.end, end)
    before, after = shown(raw_before), shown(raw_after)
    if len(before) > _CONTEXT or start > first.start:
        before = "…\u00a0" + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT or end < last.end:
        after = after[:_CONTEXT].rpartition(" ")[0] + "\u00a0…"
    raw = canvas.text(span.start, span.end)
    if before and (raw_before[-1:].isspace() or raw[:1].isspace()):
        before += " "
    if after and (raw_after[:1].isspace() or raw[-1:].isspace()):
        after = " " + after
    return before, text, after


def _quotes(
    comparison: Comparison, old: Canvas, new: Canvas, review: Annotations, say: Locale
) -> tuple[QuoteLine, ...]:
    def side(canvas: Canvas, quotations: tuple[Quotation, ...], index: int | None) -> QuoteSide:
        quotation = quotations[index or 0]
        place = canvas.paragraph_at(quotation.span.start)
        return QuoteSide(
            text=" … ".join(shown(canvas.text(s.start, s.end)) for s in quotation.spans),
            speaker=shown(quotation.reference or quotation.speaker),
            cue=shown(quotation.cue),
            kind=say.quotation(quotation.kind),
            paragraph=None if place is None else place + 1,
        )

    a, b = comparison.old_quotations.quotations, comparison.new_quotations.quotations
    lines = []
    for number, entry in enumerate(comparison.ledger):
        was = None if entry.a is None else side(old, a, entry.a)
        now = None if entry.b is None else side(new, b, entry.b)
        if was and now:
            struck, added = contrast(was.text, now.text)
            was, now = replace(was, runs=struck), replace(now, runs=added)
        remark = review.quotes.get(number, Remark())
        detail, status = shown(say.sentence(entry.detail)), say(shown(remark.status))
        lines.append(QuoteLine(entry.status, was, now, detail, status, remark.note.strip()))
    return tuple(lines)
