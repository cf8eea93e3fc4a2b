"""The parts of a report beside its texts: title, verdict, versions, counts, settings, date."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from driftline.engine.drift.following import led
from driftline.engine.records import LAYOUT_KINDS, Comparison, Kind, Severity, Version
from driftline.report.legible import shown
from driftline.report.locale import locale
from driftline.report.model import CutLine, KindCount, Report, Setting, TextRow, VersionFacts
from driftline.report.options import Remark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from driftline.report.locale import Locale
    from driftline.report.options import Annotations, ReportOptions


def title_of(comparison: Comparison, say: Locale) -> str:
    """What the report is called: the newer headline, else the names of the files."""
    for version in (comparison.new, comparison.old):
        title = _headline(version)
        if title:
            return title
    names = [_name(version) or say("Pasted text") for version in (comparison.old, comparison.new)]
    return names[0] if names[0] == names[1] else say("{old} and {new}", old=names[0], new=names[1])


def _headline(version: Version) -> str:
    span = version.metadata.headline
    return shown(span.of(version.source.text)) if span else ""


def _name(version: Version) -> str:
    return shown(PurePath(version.source.path).name)


def field_value(field: str, value: str | None, say: Locale) -> str:
    """A value that stands beside the wording, for reading."""
    if value is None:
        return ""
    return say.moment(value) if field == "published" else shown(value)


def verdict_of(comparison: Comparison, say: Locale) -> str:
    """The comparison in one sentence."""
    edits = [edit for edit in comparison.edits if edit.kind not in LAYOUT_KINDS]
    if not edits:
        layout = [edit for edit in comparison.edits if edit.kind is not Kind.TYPOGRAPHY]
        if layout:
            return say("The wording is the same; only the division into paragraphs differs.")
        return say("The two versions have the same wording.")
    goes_along = led(comparison.edits)
    edits = [edit for edit in edits if edit.id not in goes_along]
    high = sum(edit.severity is Severity.HIGH for edit in edits)
    quoted = sum(edit.in_quote for edit in edits)
    said = [say("{changes} of wording", changes=say.several(len(edits), "change"))]
    if high:
        said.append(
            say("{n} of high severity", n=say.number(high))
            if len(edits) > 1
            else say("of high severity")
        )
    if quoted:
        said.append(say("{n} inside quotation marks", n=say.number(quoted)))
    return ", ".join(said) + "."


def facts_of(
    name: str,
    version: Version,
    words: int,
    options: ReportOptions,
    remarks: Mapping[int, Remark],
) -> VersionFacts:
    """What identifies one version; what was cut only where the options ask for it.

    `remarks` are the editor's on the cuts, by their place.
    """
    source, metadata = version.source, version.metadata
    say = locale(options.language)
    nothing = Remark()
    cuts = tuple(
        CutLine(
            say.reason(cut.reason),
            shown(cut.span.of(source.text)),
            cut.by_hand,
            say(shown(remarks.get(number, nothing).status)),
            remarks.get(number, nothing).note.strip(),
        )
        for number, cut in enumerate(version.cuts)
        if cut.span.of(source.text).strip()
    )
    return VersionFacts(
        name=say(name),
        title=_headline(version),
        source=shown(metadata.source or ""),
        published=say.moment(metadata.published) if metadata.published else "",
        byline=shown(metadata.byline.of(source.text)) if metadata.byline else "",
        path=shown(source.path) or say("pasted text"),
        sha256=source.sha256,
        format=source.format,
        encoding=source.encoding,
        language=metadata.language or "",
        words=words,
        paragraphs=len(version.paragraphs),
        cut_words=sum(len(cut.text.split()) for cut in cuts),
        notes=tuple(shown(say.sentence(note)) for note in source.notes),
        cuts=cuts if options.cuts else (),
    )


def identity(facts: VersionFacts, say: Locale) -> dict[str, str]:
    """What tells one version from any other text, by the names of the fields; "" where not known.

    The same fields for every version, in the order they are read.
    """
    told = {
        "Headline": facts.title or say("none found"),
        "Byline": facts.byline,
        "Source": facts.source,
        "Published": facts.published,
        "File": facts.path,
        "SHA-256": facts.sha256,
        "Read as": ", ".join(part for part in (facts.format, facts.encoding) if part),
        "Story": say(
            "{words} in {paragraphs}",
            words=say.several(facts.words, "word"),
            paragraphs=say.several(facts.paragraphs, "paragraph"),
        ),
        "Cut from page": say.several(facts.cut_words, "word")
        if facts.cut_words
        else say("nothing"),
    }
    return {say(name): value for name, value in told.items()}


def caption(facts: VersionFacts) -> str:
    """What stands above the text of a version: source and time of publication, where known."""
    return ", ".join(part for part in (facts.source, facts.published) if part)


def kept_of(report: Report, say: Locale) -> str:
    """How many of the words are kept, in a sentence."""
    return say(
        "{share}% of the words kept ({kept} of {all}).",
        share=say.number(report.kept * 100, 1),
        kept=say.number(report.kept_words),
        all=say.number(max(report.old.words, report.new.words)),
    )


def legend_of(report: Report) -> dict[str, str]:
    """What the legend explains, by the name of the mark: those every report has, and those used."""
    kinds = {change.kind for change in report.changes}
    told = {"deleted": "only in the old version", "inserted": "only in the new version"}
    if Kind.MOVE in kinds or any(isinstance(row, TextRow) and row.tag for row in report.rows):
        told["moved"] = "stand elsewhere in the other version"
    if kinds & {Kind.PARAGRAPH_MERGE, Kind.PARAGRAPH_SPLIT}:
        told["pilcrow"] = "a paragraph ends here in this version only"
    told["point"] = "the other version has words here"
    told["number"] = "number in the register of changes"
    return told


def counts_of(comparison: Comparison, options: ReportOptions) -> tuple[KindCount, ...]:
    """Changes by kind and severity, the gravest first."""
    table: dict[Kind, dict[Severity, int]] = {}
    goes_along = led(comparison.edits)
    for edit in comparison.edits:
        if edit.id in goes_along:
            continue
        counted = table.setdefault(edit.kind, dict.fromkeys(Severity, 0))
        counted[edit.severity] += 1
    lines = [
        KindCount(kind, c[Severity.HIGH], c[Severity.MEDIUM], c[Severity.LOW], options.shows(kind))
        for kind, c in table.items()
    ]
    order = list(Kind)
    return tuple(sorted(lines, key=lambda n: (-n.high, -n.medium, -n.low, order.index(n.kind))))


def settings_of(comparison: Comparison, options: ReportOptions) -> tuple[Setting, ...]:
    """What the report was asked to show."""
    say = locale(options.language)
    kinds = say("all") if options.typography else say("all but typography")
    if options.kinds:
        kinds = ", ".join(map(say.kind, options.kinds))
    cut = any(v.cuts for v in (comparison.old, comparison.new))
    extent = say("whole texts")
    if options.changes_only:
        around = say.several(options.context, "paragraph")
        extent = say("changes only, with {paragraphs} of context", paragraphs=around)
    return (
        Setting(say("Texts"), extent if options.texts else say("left out")),
        Setting(say("Layout"), say(str(options.layout))),
        Setting(say("Kinds shown"), kinds),
        Setting(say("Cleaning"), say("page junk cut") if cut else say("nothing was cut")),
    )


def date_of(options: ReportOptions, review: Annotations) -> datetime | None:
    """The date of the report: as asked for, of the review, or of the build environment."""
    if options.date or review.saved:
        return options.date or review.saved
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdecimal():
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (OverflowError, OSError, ValueError):
        return None
