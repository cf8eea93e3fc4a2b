"""Writes the new version as a Word document with the changes tracked.

Accepting every change gives the new cleaned text, rejecting every change the old one. Nothing else
stands in the body, or that would not be so; explanations, remarks, what identifies the versions,
the quote ledger and the history of the review are comments in the margin. The foot of each page has
its number and the digests of both files.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from driftline.engine.progress import Progress, silent
from driftline.engine.records import Kind, LedgerStatus, Role
from driftline.report.building import build_report
from driftline.report.facts import identity, kept_of
from driftline.report.labels import KINDS
from driftline.report.legible import direction, shown
from driftline.report.locale import Locale, locale
from driftline.report.model import Mark
from driftline.report.options import Annotations, ReportOptions
from driftline.report.redline import MergedParagraph, Piece, merge
from driftline.review.preferences import Paper

if TYPE_CHECKING:
    from driftline.engine.records import Comparison
    from driftline.report.model import Change, HistoryLine, QuoteLine, QuoteSide, Report

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

#: What XML can't hold is dropped; canvases have shown most of it as pictures before.
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_BREAKS = re.compile("(\r\n|[\n\r\v\f\x85\u2028\u2029]|\t)")

#: Of every side of a page, in twentieths of a point.
_MARGIN = 1304

_STYLES = {
    Role.HEADLINE: "Title",
    Role.STANDFIRST: "Subtitle",
    Role.SUBHEADING: "Heading2",
    Role.LIST: "ListParagraph",
    Role.BLOCK_QUOTE: "Quote",
}


def render(
    comparison: Comparison,
    options: ReportOptions | None = None,
    review: Annotations | None = None,
    progress: Progress = silent,
) -> bytes:
    """The document's bytes: the same for the same comparison, options and review."""
    options = replace(options or ReportOptions(), texts=False)
    report = build_report(comparison, options, review, progress)
    author = report.editor or "Driftline"
    made = datetime.fromisoformat(report.date) if report.date else datetime(1970, 1, 1, tzinfo=UTC)
    say = locale(options.language)
    writer = _Writer(author, made, report, say)
    body = writer.body(whole_marks(merge(comparison, progress=progress)))
    landscape = options.landscape
    width, height = (12240, 15840) if options.paper is Paper.LETTER else (11906, 16838)
    if landscape:
        width, height = height, width
    orient = ' w:orient="landscape"' if landscape else ""
    page = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar w:top="{_MARGIN}" '
        f'w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="708" '
        'w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    document = (
        f'{_XML}<w:document xmlns:w="{_W}" xmlns:r="{_RELATIONS}"><w:body>{body}{page}</w:body>'
        "</w:document>"
    )
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _PACKAGE_RELATIONS,
        "docProps/core.xml": _core(report.title, author, made),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _styles(report.new.language or "en", options.font_size),
        "word/settings.xml": _SETTINGS,
        "word/comments.xml": writer.comments(),
        "word/footer1.xml": _foot(report, say, width - 2 * _MARGIN),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, text.encode("utf-8"))
    return stream.getvalue()


def whole_marks(merged: list[MergedParagraph]) -> list[MergedParagraph]:
    """Moves the marks of paragraph ends so that the last end, which can't be tracked, stays.

    A tracked end joins its paragraph with the one after it. Where the text ends in paragraphs of
    one version only, the end before them is the one that comes or goes; trailing deletions and
    insertions side by side become one paragraph that changes.
    """
    last = len(merged)
    while last and merged[last - 1].end is not Mark.SAME:
        last -= 1
    tail = merged[last:]
    if not tail:
        return merged
    deleted = [p for p in tail if p.end is Mark.DELETED]
    inserted = [p for p in tail if p.end is Mark.INSERTED]
    if deleted and inserted:
        # The last of each share one paragraph whose end stays in both texts.
        one, two = deleted[-1], inserted[-1]
        paired = replace(two, pieces=(*one.pieces, *two.pieces), end=Mark.SAME)
        return [*merged[:last], *deleted[:-1], *inserted[:-1], paired]
    if not last:
        # One of the texts is empty: its one empty paragraph is the last.
        return [*tail[:-1], replace(tail[-1], end=Mark.SAME)]
    before = replace(merged[last - 1], end=tail[0].end)
    return [*merged[: last - 1], before, *tail[:-1], replace(tail[-1], end=Mark.SAME)]


class _Writer:
    """Turns merged paragraphs into WordprocessingML with unique numbers."""

    def __init__(self, author: str, made: datetime, report: Report, say: Locale) -> None:
        stamp = made.astimezone(UTC) if made.tzinfo else made
        moments = (stamp, stamp + timedelta(minutes=2))
        self.turns = [
            f'w:author={quoteattr(author)} w:date="{moment:%Y-%m-%dT%H:%M:%SZ}"'
            for moment in moments
        ]
        self.who = self.turns[0]
        self.initials = quoteattr("".join(word[0] for word in author.split()))
        self.changes = {change.id: change for change in report.changes}
        self.say = say
        at_beginning = [_about(report, say), _ledger(report, say), _history(report, say)]
        #: The comments at the beginning by their numbers.
        self.beginning = dict(
            enumerate(filter(None, at_beginning), max(self.changes, default=0) + 1)
        )
        self.next = 0
        self.noted: dict[int, Change] = {}

    def number(self) -> int:
        self.next += 1
        return self.next

    def body(self, merged: list[MergedParagraph]) -> str:
        parts: list[str] = []
        for number, paragraph in enumerate(merged):
            before = merged[number - 1] if number else None
            if before and _touch(before, paragraph):
                # LibreOffice would take two changes that meet at the end of a paragraph for one,
                # and the end for a part of it, if they were made within a minute.
                self.turns.reverse()
                self.who = self.turns[0]
            parts.append(self.paragraph(paragraph, first=not number))
        return "".join(parts) or "<w:p/>"

    def paragraph(self, paragraph: MergedParagraph, *, first: bool) -> str:
        properties = ""
        if style := _STYLES.get(paragraph.role):
            properties += f'<w:pStyle w:val="{style}"/>'
        rtl = direction("".join(p.text for p in paragraph.pieces)) == "rtl"
        if rtl:
            properties += "<w:bidi/>"
        if paragraph.end is not Mark.SAME:
            tag = "del" if paragraph.end is Mark.DELETED else "ins"
            properties += f'<w:rPr><w:{tag} w:id="{self.number()}" {self.who}/></w:rPr>'
        runs = "".join(self.run(piece, rtl) for piece in paragraph.pieces)
        if first:
            runs = "".join(_commented(number, "") for number in self.beginning) + runs
        head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{head}{runs}</w:p>"

    def run(self, piece: Piece, rtl: bool) -> str:
        deleted = piece.mark is Mark.DELETED
        properties = "<w:rPr><w:rtl/></w:rPr>" if rtl else ""
        run = f"<w:r>{properties}{_content(piece.text, deleted)}</w:r>"
        if piece.mark is Mark.SAME:
            return run
        tag = "del" if deleted else "ins"
        tracked = f'<w:{tag} w:id="{self.number()}" {self.who}>{run}</w:{tag}>'
        change = self.changes.get(piece.edit.id) if piece.edit else None
        if change is None or change.id in self.noted or not _remark(change, self.say):
            return tracked
        self.noted[change.id] = change
        return _commented(change.id, tracked)

    def comments(self) -> str:
        """The comments the body refers to."""
        remarks = {number: _remark(change, self.say) for number, change in self.noted.items()}
        remarks |= self.beginning
        made = []
        for number, remark in remarks.items():
            lines = "".join(f"<w:p><w:r>{_content(line, False)}</w:r></w:p>" for line in remark)
            head = f'w:id="{number}" {self.who} w:initials={self.initials}'
            made.append(f"<w:comment {head}>{lines}</w:comment>")
        return f'{_XML}<w:comments xmlns:w="{_W}">{"".join(made)}</w:comments>'


def _touch(one: MergedParagraph, two: MergedParagraph) -> bool:
    """Whether a change runs up to the end one paragraph keeps, and a like one begins the next."""
    return (
        one.end is Mark.SAME
        and bool(one.pieces and two.pieces)
        and one.pieces[-1].mark is two.pieces[0].mark is not Mark.SAME
    )


def _commented(number: int, runs: str) -> str:
    """Some runs with the comment of a number; without any, the place where they would stand."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{runs}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def _about(report: Report, say: Locale) -> list[str]:
    """What is compared, and what differs beside the wording: all that the body can't hold."""
    lines = [say("About this report"), report.verdict, kept_of(report, say)]
    for facts in (report.old, report.new):
        told = identity(facts, say).items()
        lines += [facts.name, *(f"{name}: {value}" for name, value in told if value), *facts.notes]
    none = say("none")
    beside = [f"{d.field}: {d.old or none} → {d.new or none}" for d in report.differences]
    lines += [say("Beside the wording"), *beside] if beside else []
    lines.append(f"{say('Made with')}: {report.program}")
    if report.date:
        lines.append(f"{say('Date')}: {say.moment(report.date)}")
    lines += [say("Editor’s note"), *report.note.splitlines()] if report.note else []
    return [shown(line) for line in lines if line]


def _foot(report: Report, say: Locale, right: int) -> str:
    """The foot of every page: which files and by what program; `right` is where the number ends."""
    digests = (report.old.sha256[:12], report.new.sha256[:12])
    told = say("Old {old} · New {new}", old=digests[0], new=digests[1]) + f" · {report.program}"
    if report.date:
        told += f" · {say.day(datetime.fromisoformat(report.date))}"
    fields = {"\ue000": "PAGE", "\ue001": "NUMPAGES"}
    runs = "".join(
        f'<w:fldSimple w:instr=" {fields[part]} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        if part in fields
        else f"<w:r>{_content(part, False)}</w:r>"
        for part in re.split("([\ue000\ue001])", say("Page {n} of {all}", n="\ue000", all="\ue001"))
    )
    style = f'<w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="{right}"/></w:tabs>'
    line = f"<w:p><w:pPr>{style}</w:pPr><w:r>{_content(told, False)}<w:tab/></w:r>{runs}</w:p>"
    return f'{_XML}<w:ftr xmlns:w="{_W}">{line}</w:ftr>'


def _history(report: Report, say: Locale) -> list[str]:
    lines = [shown(_told(line)) for line in report.history]
    return [say("History of the review"), *lines] if lines else []


def _told(line: HistoryLine) -> str:
    return " · ".join(filter(None, (line.when, line.act, line.words, line.status, line.note)))


def _ledger(report: Report, say: Locale) -> list[str]:
    """What became of the quotations: how many stayed, and each that did not."""
    changed = [q for q in report.quotes if q.status is not LedgerStatus.VERBATIM]
    if not report.quotes:
        return []
    lines = [say("Quote ledger"), say.ledger(len(report.quotes) - len(changed), len(changed))]
    for number, quote in enumerate(changed, 1):
        status = f"{number}. {say.status(quote.status)}"
        lines.append(f"{status}: {quote.detail}" if quote.detail else status)
        lines += _sides(quote, say)
        lines += [said for said in (quote.said, *quote.note.splitlines()) if said]
    return [shown(line) for line in lines]


def _sides(quote: QuoteLine, say: Locale) -> list[str]:
    def told(name: str, side: QuoteSide) -> str:
        who = side.speaker or say("speaker not named")
        who += f" ({side.cue})" if side.cue else ""
        place = f" · ¶ {side.paragraph}" if side.paragraph else ""
        return f"{say(name)}: {side.text} · {who}{place}"

    sides = (("Old version", quote.old), ("New version", quote.new))
    return [told(name, side) for name, side in sides if side]


def _remark(change: Change, say: Locale) -> list[str]:
    """What a comment says about a change: nothing where the tracking says it all."""
    if not (change.explanation or change.status or change.note or change.kind is Kind.MOVE):
        return []
    kind = say.kind(change.kind)
    if change.subkind:
        kind += f" ({say.inside(KINDS[change.subkind])})"
    head = f"{change.label}. {kind} · {say.severity(change.severity)}"
    if change.kind is Kind.MOVE and change.old_paragraph and change.new_paragraph:
        head += " · " + say(
            "from ¶ {old} to ¶ {new}", old=change.old_paragraph, new=change.new_paragraph
        )
    lines = [head, change.explanation, change.status, *change.note.splitlines(), *change.past]
    return [shown(line) for line in lines if line]


def _content(text: str, deleted: bool) -> str:
    tag = "delText" if deleted else "t"
    parts = []
    for part in _BREAKS.split(_ILLEGAL.sub("", text)):
        if part == "\t":
            parts.append("<w:tab/>")
        elif _BREAKS.fullmatch(part):
            parts.append("<w:br/>")
        elif part:
            parts.append(f'<w:{tag} xml:space="preserve">{escape(part)}</w:{tag}>')
    return "".join(parts)


# ---------------------------------------------------------------------------- other parts

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_OFFICE}.settings+xml"/>'
    f'<Override PartName="/word/comments.xml" ContentType="{_OFFICE}.comments+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_OFFICE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)

_PACKAGE_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)

_DOCUMENT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATIONS}/comments" Target="comments.xml"/>'
    f'<Relationship Id="rId4" Type="{_RELATIONS}/footer" Target="footer1.xml"/>'
    "</Relationships>"
)

_SETTINGS = (
    f'{_XML}<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


def _styles(language: str, size: float) -> str:
    half_points = round(min(max(size, 6.0), 24.0) * 2) + 3

    def style(name: str, title: str, paragraph: str, run: str = "") -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>'
            '<w:basedOn w:val="Normal"/><w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )

    return (
        f'{_XML}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        f"<w:lang w:val={quoteattr(language)}/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        + style(
            "Title",
            "Title",
            '<w:spacing w:after="120" w:line="252" w:lineRule="auto"/>',
            f'<w:b/><w:sz w:val="{half_points + 14}"/>',
        )
        + style("Subtitle", "Subtitle", "", f'<w:i/><w:sz w:val="{half_points + 3}"/>')
        + style(
            "Heading2",
            "heading 2",
            '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>',
            "<w:b/>",
        )
        + style("Footer", "footer", '<w:spacing w:after="0"/>', '<w:sz w:val="15"/>')
        + style("ListParagraph", "List Paragraph", '<w:ind w:left="360"/>')
        + style("Quote", "Quote", '<w:ind w:left="567" w:right="567"/>')
        + "</w:styles>"
    )


def _core(title: str, author: str, made: datetime) -> str:
    stamp = made.astimezone(UTC) if made.tzinfo else made
    date = f'<dcterms:{{0}} xsi:type="dcterms:W3CDTF">{stamp:%Y-%m-%dT%H:%M:%SZ}</dcterms:{{0}}>'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(_ILLEGAL.sub('', title))}</dc:title>"
        f"<dc:creator>{escape(_ILLEGAL.sub('', author))}</dc:creator>"
        f"{date.format('created')}{date.format('modified')}</cp:coreProperties>"
    )
