"""How a document is called in the window."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt

from driftline.gui.language.explaining import told
from driftline.gui.language.translation import translated as _

if TYPE_CHECKING:
    from driftline.review.contents import DeskDocument

_TITLE_LENGTH = 90
#: Where a time of day names its zone: "Z", or how far it is from UTC ("+01:00").
_ZONE = re.compile(r"(?:Z|[+-]00:00)$|(?=[+-])")


def title(document: DeskDocument) -> str:
    """What the editor calls it, else the headline, else how the story begins."""
    if document.title:
        return document.title
    version = document.version
    headline = version.metadata.headline
    text = version.source.text
    if headline is not None:
        return " ".join(headline.of(text).split())
    for paragraph in version.paragraphs:
        words = "".join(p.of(text) for p in version.kept_spans(paragraph.span))
        words = " ".join(words.split())
        if words:
            return words if len(words) <= _TITLE_LENGTH else words[:_TITLE_LENGTH] + "…"
    return name(document)


def name(document: DeskDocument) -> str:
    """The file's name, with its folder where another has the same; what a pasted text is called."""
    return document.name or Path(document.path).name


def subtitle(document: DeskDocument) -> str:
    """File, source and time, as far as they are known."""
    known = document.version.metadata
    parts = (name(document), known.source, moment(known.published or ""))
    return " · ".join(part for part in parts if part)


def moment(iso: str) -> str:
    """A day, perhaps with a time, as the window writes it; what is none stays as it is."""
    day, _t, time = iso.partition("T")
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    if not date.isValid():
        return iso
    # A translation may put the parts of a date in another order.
    words = QLocale().toString(date, _("d MMM yyyy"))
    return f"{words}, {_ZONE.sub(' UTC', time, count=1)}" if time else words


def marks(document: DeskDocument) -> list[str]:
    """What an editor should know before she opens it."""
    found = []
    if document.version.holds_body_twice:
        found.append(_("contains its body twice"))
    if document.version.source.partial:
        found.append(_("read in part"))
    if document.by_hand:
        found.append(_("edited by hand"))
    return found


def tooltip(document: DeskDocument) -> str:
    """All that is known about it."""
    return "\n".join(
        [
            title(document),
            document.path,
            *marks(document),
            *map(told, document.version.source.notes),
        ]
    )
