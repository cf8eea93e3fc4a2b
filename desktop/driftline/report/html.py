"""Writes a report as one web page that needs nothing else: no script, no picture, no network."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from driftline import assets
from driftline.engine.progress import Progress, silent
from driftline.engine.records import Kind, LedgerStatus, Role
from driftline.report.building import build_report
from driftline.report.excerpt import gap_of
from driftline.report.facts import caption, identity, kept_of, legend_of
from driftline.report.labels import KINDS
from driftline.report.locale import locale
from driftline.report.model import Gap, Mark, Report, TextRow
from driftline.report.options import Annotations, ReportOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.engine.records import Comparison
    from driftline.report.model import Change, QuoteSide, Run, TextParagraph

#: Nothing may be loaded or run, whatever a story says.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render_comparison(
    comparison: Comparison,
    options: ReportOptions | None = None,
    review: Annotations | None = None,
    progress: Progress = silent,
) -> bytes:
    """The page of a comparison."""
    options = options or ReportOptions()
    report = build_report(comparison, options, review, progress)
    return render(report, options).encode("utf-8", "replace")


def render(report: Report, options: ReportOptions | None = None) -> str:
    """The page's text: the same for the same report and options."""
    options = options or ReportOptions()
    page = _Page(report, options)
    style = assets.path("report", "report.css").read_text("utf-8")
    if options.black_and_white:
        style += ":root{--old:#000;--new:#000;--move:#000;--old-tint:#fff;--new-tint:#fff}"
    size = min(max(options.font_size, 6.0), 24.0) / 9.5
    return (
        f'<!doctype html>\n<html lang="{page.say.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{_text(report.program)}">\n'
        f"<title>{_text(report.title)}</title>\n"
        f"<style>\n{style}:root{{--size:{size:.2f}rem}}\n</style>\n</head>\n"
        f"<body>\n{page.body()}</body>\n</html>\n"
    )


class _Page:
    """Builds the page's parts; remembers which changes have a place in the text."""

    def __init__(self, report: Report, options: ReportOptions) -> None:
        self.report = report
        self.options = options
        self.say = locale(options.language)
        self.listed = {change.label for change in report.changes}
        self.seen: set[str] = set()

    def body(self) -> str:
        report = self.report
        texts = self.side_by_side() if report.rows else self.inline() if report.merged else ""
        parts = [self.head(), self.differences(), self.summary()]
        if report.note:
            lines = "".join(f"<p>{_text(line)}</p>" for line in report.note.splitlines() if line)
            parts.append(_section("note", self.say("Editor’s note"), lines))
        parts += [texts, self.register(), self.quotes(), self.cuts(), self.history(), self.about()]
        return "".join(parts)

    def head(self) -> str:
        report, say = self.report, self.say
        links = [("summary", "Summary")]
        links += [("texts", "Texts")] if report.rows or report.merged else []
        links += [("register", "Changes")] if report.changes else []
        links += [("quotes", "Quotations")] if report.quotes else []
        links += [("history", "History")] if report.history else []
        contents = " ".join(f'<a href="#{to}">{_text(say(name))}</a>' for to, name in links)
        unknown = say("not known")
        rows = [
            (name, old or unknown, new or unknown)
            for (name, old), new in zip(
                identity(report.old, say).items(), identity(report.new, say).values(), strict=True
            )
            if old or new
        ]
        return (
            f'<a class="skip" href="#texts">{_text(say("To the texts"))}</a>\n<header>\n'
            f'<p class="kicker">{_text(say("Comparison of two versions"))}</p>\n'
            f"<h1>{_text(report.title)}</h1>\n"
            f'<p class="verdict">{_text(report.verdict)}</p>\n'
            f'<p class="quiet">{_text(kept_of(report, say))}</p>\n<nav>{contents}</nav>\n'
            + _table(("", report.old.name, report.new.name), rows, "facts")
            + "</header>\n<main>\n"
        )

    def differences(self) -> str:
        report = self.report
        if not report.differences:
            return ""
        none = self.say("none")
        rows = [(d.field, d.old or none, d.new or none) for d in report.differences]
        names = ("", report.old.name, report.new.name)
        return _section("beside", self.say("Beside the wording"), _table(names, rows, "facts"))

    def summary(self) -> str:
        say = self.say
        rows = [
            (
                say.kind(line.kind) + ("" if line.shown else f" ({say('not shown')})"),
                *(str(n or "–") for n in (line.high, line.medium, line.low, line.total)),
            )
            for line in self.report.counts
        ]
        counts = (
            _table([*map(say, ("Kind of change", "High", "Medium", "Low", "All"))], rows, "counts")
            if rows
            else f"<p>{_text(self.report.verdict)}</p>"
        )
        words = _text(say("words"))
        signs = {
            "deleted": f"<del>{words}</del>",
            "inserted": f"<ins>{words}</ins>",
            "moved": f'<span class="moved">{words}</span>',
            "pilcrow": "¶",
            "point": '<span class="point">‸</span>',
            "number": "<sup>12</sup>",
        }
        lines = "".join(
            f"<li>{signs[mark]} {_text(say(meaning))}</li>"
            for mark, meaning in legend_of(self.report).items()
        )
        legend = f'<ul class="legend">{lines}</ul>'
        return _section("summary", say("Summary and legend"), counts + legend)

    # ------------------------------------------------------------------------ texts

    def side_by_side(self) -> str:
        report = self.report
        rows = "".join(self.row(row) for row in report.rows)
        heads = "".join(
            f'<th scope="col">{_text(v.name)} <span class="quiet">{_text(caption(v))}</span></th>'
            for v in (report.old, report.new)
        )
        return _section(
            "texts",
            self.say("The texts side by side"),
            f'<table class="texts"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>',
        )

    def row(self, row: TextRow | Gap) -> str:
        if isinstance(row, Gap):
            return f'<tr class="gap"><td colspan="2">{_text(gap_of(row, self.say))}</td></tr>'
        cells = ""
        for side, paragraphs, version in (
            ("old", row.old, self.report.old),
            ("new", row.new, self.report.new),
        ):
            classes = [side]
            tag = ""
            if row.tag and paragraphs:
                classes.append("was-moved")
                words = _text(row.tag)
                if row.target is not None:
                    words = f'<a href="#row{row.target}">{words}</a>'
                tag = f'<p class="tag">{words}{self.number(row.label)}</p>'
            elif paragraphs and all(p.mark is not Mark.SAME for p in paragraphs):
                classes.append("alone")
                only = self.say(f"Only in the {side} version")
                tag = f'<p class="tag">{_text(only)}</p>'
            language = f' lang="{_text(version.language)}"' if version.language else ""
            inner = "".join(self.paragraph(p, whole="alone" in classes) for p in paragraphs)
            cells += f'<td class="{" ".join(classes)}"{language}>{tag}{inner}</td>'
        name = f' id="row{row.index}"' if row.tag else ""
        return f"<tr{name}>{cells}</tr>\n"

    def paragraph(self, paragraph: TextParagraph, *, whole: bool = False) -> str:
        runs = "".join(self.run(run, plain=whole) for run in paragraph.runs)
        role = "" if paragraph.role is Role.BODY else f' class="{paragraph.role}"'
        number = f' data-n="{paragraph.number}"' if paragraph.number else ""
        dir_ = ' dir="rtl"' if paragraph.direction == "rtl" else ""
        return f"<p{role}{number}{dir_}>{runs}</p>"

    def run(self, run: Run, *, plain: bool) -> str:
        words = _text(run.text)
        if run.mark is Mark.POINT:
            words = '<span class="point" aria-hidden="true">‸</span>'
        elif run.mark is Mark.DELETED and words and not plain:
            words = f"<del>{_spoken(self.say('[deleted: '))}{words}{_spoken(']')}</del>"
        elif run.mark is Mark.INSERTED and words and not plain:
            words = f"<ins>{_spoken(self.say('[inserted: '))}{words}{_spoken(']')}</ins>"
        if run.moved and words:
            words = f'<span class="moved">{words}</span>'
        return words + self.number(run.label)

    def number(self, label: str) -> str:
        if not label:
            return ""
        name = ""
        if label not in self.seen:
            self.seen.add(label)
            name = f' id="t{label}"'
        if label not in self.listed:
            return f"<sup{name}>{label}</sup>"
        title = _text(self.say("Change {n}", n=label))
        return f'<sup{name}><a href="#r{label}" title="{title}">{label}</a></sup>'

    def inline(self) -> str:
        parts = []
        for item in self.report.merged:
            if isinstance(item, Gap):
                parts.append(f'<p class="gap">{_text(gap_of(item, self.say))}</p>')
            else:
                parts.append(self.paragraph(item))
        text = f'<div class="inline">{"".join(parts)}</div>'
        return _section("texts", self.say("The text with its changes"), text)

    # ------------------------------------------------------------------------ tables

    def register(self) -> str:
        changes = self.report.changes
        if not changes:
            return ""
        rows = "".join(self.change(change, number) for number, change in enumerate(changes))
        names = ("No.", "Change", "Old wording", "New wording", "Explanation")
        heads = "".join(f'<th scope="col">{_text(self.say(name))}</th>' for name in names)
        return _section(
            "register",
            self.say("Register of changes"),
            f'<table class="register"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>',
        )

    def change(self, change: Change, number: int) -> str:
        label, say = change.label, self.say
        changes = self.report.changes
        name = f'<a href="#t{label}">{label}</a>' if label in self.seen else label
        kind = f"<b>{_text(say.kind(change.kind))}</b>"
        if change.subkind:
            kind += f" ({_text(say.inside(KINDS[change.subkind]))})"
        where = [say.severity(change.severity)]
        where += [say("in quotation marks")] if change.in_quote else []
        places = [
            say(f"¶ {{n}} {side}", n=n)
            for n, side in ((change.old_paragraph, "old"), (change.new_paragraph, "new"))
            if n
        ]
        where += places
        moved = change.kind is Kind.MOVE
        old = _excerpt("" if moved else "del", change.old_before, change.old, change.old_after)
        new = _excerpt("" if moved else "ins", change.new_before, change.new, change.new_after)
        remarks = _remarks(change.status, change.note)
        # Steps to the neighbours, so that the register can be walked through by keyboard.
        steps = ""
        if number:
            title = _text(say("Previous change"))
            before = changes[number - 1].label
            steps += f'<a href="#r{before}" rel="prev" title="{title}">↑</a> '
        if number + 1 < len(changes):
            title = _text(say("Next change"))
            steps += f'<a href="#r{changes[number + 1].label}" rel="next" title="{title}">↓</a>'
        return (
            f'<tr id="r{label}" class="{change.severity}">'
            f'<td>{name}<p class="steps">{steps}</p></td>'
            f'<td>{kind}<p class="quiet">{_text(" · ".join(where))}</p></td>'
            f'<td dir="auto">{old}</td><td dir="auto">{new}</td>'
            f"<td>{_text(change.explanation)}{remarks}</td></tr>\n"
        )

    def quotes(self) -> str:
        quotes = self.report.quotes
        if not quotes:
            return ""
        rows = "".join(
            f"<tr><td>{'' if q.status is LedgerStatus.VERBATIM else '<b>'}"
            f"{_text(self.say.status(q.status))}"
            f"{'' if q.status is LedgerStatus.VERBATIM else '</b>'}"
            f'<p class="quiet">{_text(q.detail)}</p>{_remarks(q.said, q.note)}</td>'
            f"<td>{self.quote(q.old)}</td><td>{self.quote(q.new)}</td></tr>\n"
            for q in sorted(quotes, key=lambda q: q.status is LedgerStatus.VERBATIM)
        )
        heads = "".join(
            f'<th scope="col">{_text(n)}</th>'
            for n in (self.say("Became"), self.report.old.name, self.report.new.name)
        )
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        return _section("quotes", self.say("Quote ledger"), table)

    def quote(self, side: QuoteSide | None) -> str:
        if side is None:
            return '<span class="quiet">–</span>'
        who = side.speaker or self.say("speaker not named")
        if side.cue:
            who += f" ({side.cue})"
        place = f" · ¶ {side.paragraph}" if side.paragraph else ""
        about = _text(f"{who}{place} · {side.kind}")
        words = "".join(self.run(run, plain=False) for run in side.runs) or _text(side.text)
        return f'<p dir="auto">{words}</p><p class="quiet">{about}</p>'

    def cuts(self) -> str:
        say = self.say
        parts = []
        for version in (self.report.old, self.report.new):
            if version.cuts:
                said = any(cut.said or cut.note for cut in version.cuts)
                rows = [
                    (
                        cut.reason + (f" ({say('by hand')})" if cut.by_hand else ""),
                        cut.text,
                        *([f"{cut.said} {cut.note}".strip()] if said else []),
                    )
                    for cut in version.cuts
                ]
                names = [*map(say, ("Reason", "Text", "Remarks")[: 3 if said else 2])]
                parts.append(f"<h3>{_text(version.name)}</h3>" + _table(names, rows))
        return _section("cuts", say("What cleaning cut"), "".join(parts)) if parts else ""

    def history(self) -> str:
        rows = [
            (
                line.when,
                line.act,
                line.words,
                line.status,
                line.note,
            )
            for line in self.report.history
        ]
        if not rows:
            return ""
        names = [*map(self.say, ("When", "Act", "Words", "Status", "Note"))]
        return _section("history", self.say("History of the review"), _table(names, rows))

    def about(self) -> str:
        report, say = self.report, self.say
        rows = [(setting.name, setting.value) for setting in report.settings]
        rows.append((say("Made with"), report.program))
        date = say.moment(report.date) if report.date else say("none recorded")
        rows.append((say("Date"), date))
        rows += [(say("Editor"), report.editor)] if report.editor else []
        rows += [(v.name, note) for v in (report.old, report.new) for note in v.notes]
        table = _table(("", ""), rows, "facts")
        return _section("about", say("About this report"), table) + "</main>\n"


# ---------------------------------------------------------------------------- pieces


def _text(text: str) -> str:
    return escape(text, quote=True)


def _remarks(status: str, note: str) -> str:
    """What the editor said, a paragraph each."""
    said = f"<p><b>{_text(status)}</b></p>" if status else ""
    return said + (f"<p>{_text(note)}</p>" if note else "")


def _spoken(text: str) -> str:
    """Words for a screen reader, which speaks neither colour nor strokes."""
    return f'<span class="spoken">{text}</span>'


def _section(name: str, title: str, content: str) -> str:
    return f'<section id="{name}">\n<h2>{_text(title)}</h2>\n{content}\n</section>\n'


def _table(names: Sequence[str], rows: Iterable[Sequence[str]], style: str = "") -> str:
    heads = "".join(f'<th scope="col">{_text(name)}</th>' for name in names)
    head = f"<thead><tr>{heads}</tr></thead>" if any(names) else ""
    body = "".join(
        "<tr>"
        + f'<th scope="row">{_text(row[0])}</th>'
        + "".join(f"<td>{_text(cell)}</td>" for cell in row[1:])
        + "</tr>\n"
        for row in rows
    )
    return f'<table class="{style}">{head}<tbody>{body}</tbody></table>'


def _excerpt(tag: str, before: str, words: str, after: str) -> str:
    middle = f"<{tag}>{_text(words)}</{tag}>" if tag else _text(words)
    if not words:
        middle = '<span class="point">‸</span>'
    around = [
        f'<span class="quiet">{_text(text)}</span>' if text else "" for text in (before, after)
    ]
    return f"{around[0]}{middle}{around[1]}"
