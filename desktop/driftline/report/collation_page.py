"""Writes a collation as one web page that needs nothing else: a table of the places that differ."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from driftline import __version__, assets
from driftline.engine.collation.kinship import kinships
from driftline.engine.collation.variation import NOTHING, variations
from driftline.engine.records import LAYOUT_KINDS
from driftline.report.contract import siglum
from driftline.report.html import POLICY
from driftline.report.wording import wording

if TYPE_CHECKING:
    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.collation.variation import Variation, Wording
    from driftline.report.wording import Wording as Say

#: Characters of the base text before a place, and behind it.
_REACH = 40
#: What the style of the reports lacks. After the fourth reading the grounds come again.
_STYLE = """
:root { --r1: #cfe2f8; --r2: #fbdcb6; --r3: #c4efb6; --r4: #fad6e2; --none: #f1f0ed; }
@media (prefers-color-scheme: dark) {
  :root { --r1: #1a3553; --r2: #533009; --r3: #183d1c; --r4: #562840; --none: #2a2a28; }
}
body { max-width: none; }
.places td, .places tbody th { min-width: 7rem; border-inline-end: 1px solid var(--hair); }
.places tbody th { min-width: 13rem; font-size: .9rem; }
.places thead th { position: sticky; top: 0; background: var(--paper); z-index: 1; }
.places { margin-top: .6rem; }
header + table + .quiet { margin-top: 1.6rem; }
.places b.letter { padding-inline-end: .4em; }
.places .base { color: var(--quiet); }
.r1 { background: var(--r1); } .r2 { background: var(--r2); }
.r3 { background: var(--r3); } .r4 { background: var(--r4); }
.none { background: var(--none); }
@page { size: landscape; }
@media print {
  .places thead th { position: static; }
  .places td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def render(collation: Collation, language: str = "en") -> str:
    """The page's text: the same for the same collation and language."""
    return _Page(collation, language).text()


class _Page:
    def __init__(self, collation: Collation, language: str) -> None:
        self.say: Say = wording(language)
        self.witnesses = collation.witnesses
        self.base = collation.base
        found = variations(collation)
        self.kin = kinships(found, collation.base)
        self.places = [p for p in found if any(kind not in LAYOUT_KINDS for kind, _ in p.changes)]
        self.typographic = len(found) - len(self.places)
        self.kept = collation.witnesses[collation.base].kept_text()
        # The base text stands first.
        self.order = sorted(range(len(self.witnesses)), key=lambda n: n != collation.base)

    def text(self) -> str:
        say = self.say
        title = self.title()
        style = assets.path("report", "report.css").read_text("utf-8")
        kicker = say("Collation of {count} versions", count=say.number(len(self.witnesses)))
        return (
            f'<!doctype html>\n<html lang="{say.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="generator" content="Driftline {__version__}">\n'
            f"<title>{escape(title)}</title>\n<style>\n{style}{_STYLE}</style>\n</head>\n<body>\n"
            f'<header>\n<p class="kicker">{escape(kicker)}</p>\n'
            f'<h1 dir="auto">{escape(title)}</h1>\n</header>\n'
            f"{self.versions()}{self.table()}</body>\n</html>\n"
        )

    def title(self) -> str:
        base = self.witnesses[self.base]
        headline = base.metadata.headline
        words = headline.of(base.source.text) if headline else self.name(self.base)
        return " ".join(words.split())

    def name(self, witness: int) -> str:
        return Path(self.witnesses[witness].source.path).name

    def versions(self) -> str:
        """The versions with how each stands to the base text."""
        say = self.say
        rows = "".join(
            f'<tr><th scope="row">{escape(self.name(n))}</th><td>{escape(self.stand(n))}</td>'
            f"<td>{escape(self.witnesses[n].source.path)}</td>"
            f"<td>{self.witnesses[n].source.sha256}</td></tr>\n"
            for n in self.order
        )
        heads = "".join(
            f'<th scope="col">{escape(say(head))}</th>'
            for head in ("Version", "Places", "File", "SHA-256")
        )
        return (
            f'<table class="facts">\n<thead><tr>{heads}</tr></thead>\n'
            f"<tbody>\n{rows}</tbody>\n</table>\n"
        )

    def stand(self, witness: int) -> str:
        say = self.say
        if witness == self.base:
            return say("base text")
        if not self.kin:
            return ""
        kin = self.kin[witness]
        told = say("{count} differ from the base text", count=say.number(kin.differing))
        if kin.nearest is None:
            return told
        name = self.name(kin.nearest)
        return told + say(", {count} of them as in {version}", count=kin.shared, version=name)

    def table(self) -> str:
        say = self.say
        if not self.places:
            return f"<p>{escape(say('All versions say the same in the same words.'))}</p>\n"
        note = say(
            "Versions with the same letter and ground have the same words; a is the base text’s."
        )
        if self.typographic:
            note += " " + say(
                "Places in which only typography differs are left out: {count}.",
                count=say.number(self.typographic),
            )
        heads = "".join(f'<th scope="col">{escape(self.name(n))}</th>' for n in self.order)
        rows = "".join(self.row(place) for place in self.places)
        return (
            f'<p class="quiet">{escape(note)}</p>\n<table class="places">\n'
            f'<caption class="spoken">{escape(say("Places"))}</caption>\n'
            f'<thead><tr><th scope="col">{escape(say("Place"))}</th>{heads}</tr></thead>\n'
            f"<tbody>\n{rows}</tbody>\n</table>\n"
        )

    def row(self, place: Variation) -> str:
        own = place.wordings[self.base]
        cells = self.cell(own, "", goes_on=place.goes_on) + "".join(
            self.cell(place.wordings[n], own.text, goes_on=place.goes_on) for n in self.order[1:]
        )
        start, end = place.span.start, place.span.end
        before = self.kept[max(0, start - _REACH) : start].rpartition("\n")[2]
        after = self.kept[end : end + _REACH].partition("\n")[0]
        if len(before) == _REACH:
            before = "…" + before.partition(" ")[2]
        if len(after) == _REACH:
            after = after.rpartition(" ")[0] + "…"
        words = _one_line(place.span.of(self.kept)) or "▴"
        where = f"{escape(before)}<strong>{escape(words)}</strong>{escape(after)}"
        return f'<tr><th scope="row" dir="auto">{where}</th>{cells}</tr>\n'

    def cell(self, its: Wording, repeated: str, *, goes_on: bool) -> str:
        """What a version has; of words that are `repeated` from the base text the first."""
        say, letter = self.say, its.letter
        style = "none" if letter == NOTHING else f"r{(letter - 1) % 4 + 1}" if letter else "base"
        if not its.text:
            nothing = escape(say("nothing"))
            said = f'<span aria-hidden="true">—</span><span class="spoken">{nothing}</span>'
        else:
            text = its.text
            if text == repeated and len(text) > _REACH:
                text = text[:_REACH].rpartition(" ")[0] + " …"
            elif goes_on:
                text += " …"
            said = f'<b class="letter">{siglum(letter).lower()}</b>{escape(text)}'
        about = ""
        if its.kind is not None and its.severity is not None:
            named = f"{say.kind(its.kind)} · {say.severity(its.severity)}"
            about = f'<br><span class="quiet">{escape(named)}</span>'
        return f'<td class="{style}" dir="auto">{said}{about}</td>'


def _one_line(text: str) -> str:
    return " ".join(text.split())
