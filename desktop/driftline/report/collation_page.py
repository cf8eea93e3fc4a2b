"""Writes a collation as one web page that needs nothing else: a table of the places that differ."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from driftline import __version__, assets
from driftline.report.collation_report import REACH, build, letter_of
from driftline.report.html import POLICY
from driftline.report.locale import locale
from driftline.report.options import ReportOptions

if TYPE_CHECKING:
    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.collation.variation import Wording
    from driftline.report.collation_report import PlaceLine

#: What the style of the reports lacks. After the fourth reading the grounds come again.
_STYLE = """
:root { --r1: #cfe2f8; --r2: #fbdcb6; --r3: #c4efb6; --r4: #fad6e2; --none: #f1f0ed; }
@media (prefers-color-scheme: dark) {
  :root { --r1: #1a3553; --r2: #533009; --r3: #183d1c; --r4: #562840; --none: #2a2a28; }
}
body { max-width: none; }
header { margin-bottom: 1rem; }
footer { margin-top: 1.2rem; }
.places td, .places tbody th { min-width: 7rem; border-inline-end: 1px solid var(--hair); }
.places tbody th { min-width: 13rem; font-size: .9rem; }
.places thead th { position: sticky; top: 0; background: var(--paper); z-index: 1; }
.places { margin-top: .6rem; }
header + table + .quiet { margin-top: 1.6rem; }
.places b.letter { padding-inline-end: .4em; }
.places tbody { counter-reset: place; }
.places tbody th::before {
  counter-increment: place; content: counter(place) "\\2002"; font-weight: 700;
}
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


def render(collation: Collation, options: ReportOptions | None = None) -> str:
    """The page's text, in a language and with the date that is printed; no other option counts."""
    return _Page(collation, options or ReportOptions()).text()


class _Page:
    def __init__(self, collation: Collation, options: ReportOptions) -> None:
        self.say = locale(options.language)
        self.report = build(collation, options.language)
        self.date = options.date

    def text(self) -> str:
        say = self.say
        title = self.report.title
        style = assets.path("report", "report.css").read_text("utf-8")
        kicker = self.report.kicker
        return (
            f'<!doctype html>\n<html lang="{say.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="generator" content="Driftline {__version__}">\n'
            f"<title>{escape(title)}</title>\n<style>\n{style}{_STYLE}</style>\n</head>\n<body>\n"
            f'<header>\n<p class="kicker">{escape(kicker)}</p>\n'
            f'<h1 dir="auto">{escape(title)}</h1>\n'
            f'<p class="verdict">{escape(self.report.verdict)}</p>\n</header>\n'
            f"{self.versions()}{self.table()}{self.about()}</body>\n</html>\n"
        )

    def about(self) -> str:
        """By what program the page was made, and when."""
        say = self.say
        date = say.moment(self.date.isoformat()) if self.date else say("none recorded")
        told = f"{say('Made with')}: Driftline {__version__} · {say('Date')}: {date}"
        return f'<footer><p class="quiet">{escape(told)}</p></footer>\n'

    def versions(self) -> str:
        """The versions with how each stands to the base text."""
        say = self.say
        rows = "".join(
            f'<tr><th scope="row">{escape(its.name)}</th><td>{escape(its.stand)}</td>'
            f"<td>{escape(its.path)}</td><td>{its.sha256}</td></tr>\n"
            for its in self.report.versions
        )
        heads = "".join(
            f'<th scope="col">{escape(say(head))}</th>'
            for head in ("Version", "Places", "File", "SHA-256")
        )
        return (
            f'<table class="facts">\n<thead><tr>{heads}</tr></thead>\n'
            f"<tbody>\n{rows}</tbody>\n</table>\n"
        )

    def table(self) -> str:
        say, report = self.say, self.report
        if not report.places:
            return ""
        heads = "".join(f'<th scope="col">{escape(its.name)}</th>' for its in report.versions)
        rows = "".join(self.row(place) for place in report.places)
        return (
            f'<p class="quiet">{escape(report.note)}</p>\n<table class="places">\n'
            f'<caption class="spoken">{escape(say("Places"))}</caption>\n'
            f'<thead><tr><th scope="col">{escape(say("Place"))}</th>{heads}</tr></thead>\n'
            f"<tbody>\n{rows}</tbody>\n</table>\n"
        )

    def row(self, place: PlaceLine) -> str:
        own, *others = place.wordings
        cells = self.cell(own, "", goes_on=place.goes_on) + "".join(
            self.cell(its, own.text, goes_on=place.goes_on) for its in others
        )
        before, words, after = map(escape, (place.before, place.words, place.after))
        where = f"{before}<strong>{words}</strong>{after}"
        return f'<tr><th scope="row" dir="auto">{where}</th>{cells}</tr>\n'

    def cell(self, its: Wording, repeated: str, *, goes_on: bool) -> str:
        """What a version has; of words that are `repeated` from the base text the first."""
        say, letter = self.say, its.letter
        style = "none" if its.missing else f"r{(letter - 1) % 4 + 1}" if letter else "base"
        if not its.text:
            nothing = escape(say("nothing"))
            said = f'<span aria-hidden="true">—</span><span class="spoken">{nothing}</span>'
        else:
            text = its.text
            if text == repeated and len(text) > REACH:
                text = text[:REACH].rpartition(" ")[0] + " …"
            elif goes_on:
                text += " …"
            said = f'<b class="letter">{letter_of(its)}</b>{escape(text)}'
        about = ""
        if its.kind is not None and its.severity is not None:
            named = f"{say.kind(its.kind)} · {say.severity(its.severity)}"
            about = f'<br><span class="quiet">{escape(named)}</span>'
        return f'<td class="{style}" dir="auto">{said}{about}</td>'
