"""The words of a report in its language: headings, names, numbers, dates.

The code and the typesetter's template hold the English words; `resources/report/LANGUAGE.toml` says
them in another language.
"""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from driftline import assets, phrasebook
from driftline.report import labels

if TYPE_CHECKING:
    from driftline.engine.records import (
        Edit,
        Kind,
        LedgerStatus,
        QuotationKind,
        Reason,
        Severity,
    )

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Locale:
    """How one language words a report; called with English words it gives its own."""

    def __init__(self, language: str, words: dict[str, str], decimal: str) -> None:
        self.language = language
        self.words = words
        self._signs = str.maketrans(",.", ".,") if decimal == "," else {}

    def __call__(self, english: str, **held: object) -> str:
        """The words, with what is held in their braces; English where there are no others."""
        words = self.words.get(english, english)
        return words.format(**held) if held else words

    def inside(self, english: str) -> str:
        """A name as it stands inside a sentence: in lower case where the language has it so."""
        if not self.words:
            return english.lower()
        return self.words.get(english.lower()) or self(english)

    def sentence(self, said: str) -> str:
        """A sentence that engine or review said in English."""
        return phrasebook.said(said, self.language)

    def explained(self, edit: Edit) -> str:
        """What an edit does."""
        return phrasebook.explained(edit, self.language)

    def kind(self, kind: Kind) -> str:
        """What a kind of change is called."""
        return self(labels.KINDS[kind])

    def severity(self, severity: Severity) -> str:
        """What a severity is called."""
        return self(labels.SEVERITIES[severity])

    def status(self, status: LedgerStatus) -> str:
        """What became of a quotation."""
        return self(labels.STATUSES[status])

    def quotation(self, kind: QuotationKind) -> str:
        """What a kind of quotation is called."""
        return self(labels.QUOTATIONS[kind])

    def ledger(self, same: int, changed: int) -> str:
        """How many quotations are the same in both versions; the others are told after it."""
        if not changed:
            return self("Every quotation is the same in both versions.")
        if not same:
            return self("No quotation is the same in both versions.")
        if same == 1:
            return self("1 quotation is the same in both versions; the others:")
        return self(
            "{n} quotations are the same in both versions; the others:", n=self.number(same)
        )

    def reason(self, reason: Reason) -> str:
        """Why a stretch was cut."""
        return self(labels.REASONS[reason])

    def field(self, field: str) -> str:
        """What a difference beside the wording is about."""
        return self(labels.FIELDS.get(field, field.capitalize()))

    def number(self, number: float, decimals: int = 0) -> str:
        """A number, parted and pointed as the language does it: 12,345 or 97.3."""
        return f"{number:,.{decimals}f}".translate(self._signs)

    def several(self, count: int, one: str) -> str:
        """A count with its noun, given in the singular: 1 change, 2 changes, 12,000 words."""
        return f"{self.number(count)} {self(one if count == 1 else one + 's')}"

    def day(self, value: date) -> str:
        """A date as read aloud: 25 June 2024, whatever the machine's locale."""
        month = self(_MONTHS[value.month - 1])
        return self("{day} {month} {year}", day=value.day, month=month, year=value.year)

    def moment(self, iso: str) -> str:
        """An ISO 8601 date or time as read aloud, as exact as given; else what was given."""
        try:
            value = datetime.fromisoformat(iso)
        except ValueError:
            return iso
        if "T" not in iso and " " not in iso.strip():
            return self.day(value)
        zone = value.strftime("%z")
        zone = (
            f" UTC{zone[:3]}:{zone[3:5]}" if zone and zone.strip("+-0") else " UTC" if zone else ""
        )
        return f"{self.day(value)}, {value:%H:%M}{zone}"


@cache
def locale(language: str) -> Locale:
    """The words of a language; English for one there are none of."""
    file = assets.path("report", f"{language}.toml")
    table: dict[str, Any] = {}
    if language != "en" and file.is_file():
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    known = language if table else "en"
    return Locale(known, table.get("words", {}), table.get("decimal", "."))


ENGLISH = locale("en")
