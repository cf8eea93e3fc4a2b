"""Writes a collation as PDF, from the template collation.typ: each place with all its wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from driftline.engine.progress import Progress, silent
from driftline.engine.records import Severity
from driftline.report.collation_report import letter_of
from driftline.report.legible import direction
from driftline.report.locale import Locale, locale
from driftline.report.options import ReportOptions
from driftline.report.typesetting import (
    breakable_digest,
    breakable_path,
    dated,
    page,
    shortened,
    typeset,
)

if TYPE_CHECKING:
    from driftline.engine.collation.variation import Wording
    from driftline.report.collation_report import CollationReport, PlaceLine

#: More versions than this are told by their letters, not by their names.
_MOST_NAMES = 5
#: More versions than this have no room side by side on a page.
_MOST_COLUMNS = 30
#: Behind the letter of words that a version has elsewhere; every font has it.
_MOVED = "→"
#: Of a longer wording the beginning is shown (characters).
_LONGEST = 600


def render(
    report: CollationReport, options: ReportOptions | None = None, progress: Progress = silent
) -> bytes:
    """The PDF's bytes; of the options paper, size, colours, language and date count here.

    Raises DriftlineError where the typesetter fails.
    """
    options = options or ReportOptions()
    say, date = locale(options.language), options.date
    value = _values(report, say) | dated(date.isoformat() if date else "", say)
    value |= {"page": page(options)}
    return typeset("collation.typ", value, options.language, report.language, progress)


def _values(report: CollationReport, say: Locale) -> dict[str, Any]:
    return {
        "kicker": report.kicker,
        "title": report.title,
        "running": report.kicker,
        "verdict": report.verdict,
        "note": report.note + _moves(report, say),
        "versions": [
            [
                its.letter,
                its.name,
                ", ".join(part for part in (its.source, its.published) if part),
                its.stand,
                breakable_path(its.path),
                breakable_digest(its.sha256),
            ]
            for its in report.versions
        ],
        "grid": len(report.versions) <= _MOST_COLUMNS,
        "places": [_place(place, report, say) for place in report.places],
        "settings": [],
        "editor": "",
    }


def _moves(report: CollationReport, say: Locale) -> str:
    if not any(its.moved for place in report.places for its in place.wordings):
        return ""
    return " " + say("An arrow says that the words stand elsewhere in that version.")


def _place(place: PlaceLine, report: CollationReport, say: Locale) -> dict[str, Any]:
    groups: dict[tuple[int, bool, str], list[int]] = {}
    for number, its in enumerate(place.wordings):
        groups.setdefault((its.letter, its.moved, its.text), []).append(number)
    grave = [its.severity for its in place.wordings if its.severity is not None]
    gravest = next((s for s in Severity if s in grave), Severity.LOW)
    readings = [
        _reading(place.wordings[members[0]], members, place, report, say)
        for members in groups.values()
    ]
    return {
        "paragraph": place.paragraph,
        "severity": str(gravest),
        "context": [place.before, shortened(place.words, 240, say), place.after],
        "rtl": direction(place.before + place.words + place.after) == "rtl",
        "letters": [[letter_of(its), its.moved] for its in place.wordings],
        "readings": readings,
    }


def _reading(
    its: Wording, members: list[int], place: PlaceLine, report: CollationReport, say: Locale
) -> list[Any]:
    few = len(report.versions) <= _MOST_NAMES
    names = [version.name if few else version.letter for version in report.versions]
    names[0] += f" ({say('base text')})"
    who = ", ".join(names[number] for number in members)
    text = shortened(its.text, _LONGEST, say) + (" …" if place.goes_on and its.text else "")
    why = ""
    if its.kind is not None and its.severity is not None:
        why = f"{say.kind(its.kind)} · {say.severity(its.severity)}"
        told = say.explained(its.edit) if its.edit is not None else ""
        why += f" · {told}" if told else ""
    letter = letter_of(its) + (_MOVED if its.moved else "")
    return [letter, text, direction(its.text) == "rtl", who, why]
