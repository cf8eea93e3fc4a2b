"""One story written in every format, by the programs people use or as these write it."""

from __future__ import annotations

import html
import io
from dataclasses import dataclass
from email.message import EmailMessage

from engine.reading.made_files import docx, epub, odt, wp


@dataclass(frozen=True)
class Piece:
    """A paragraph: `kind` is h1, h2, p, bullet, number or quote."""

    kind: str
    text: str


STORY = (
    Piece("h1", "Ferry service returns to Port Ellis after nine winters"),
    Piece(
        "p",
        "PORT ELLIS — “We shan’t wait another year,” the harbour master said on Tuesday, and the "
        'crew cast off before dawn. The company\'s oﬃce called it a "modest ﬁrst step" for the '
        "island’s co\xadordination board; others, unkindly, 'a rowing boat with a brass band'. 🚢",
    ),
    Piece("h2", "What the passengers saw"),
    Piece(
        "p",
        "Some 340 people, among them the mayor’s mother, stood at the rail – none of them paid – "
        "while the fog lifted. Well-known faces were few, and the long-standing quarrel over the "
        "fare of 4.50 euros was left ashore.",
    ),
    Piece("bullet", "The crossing takes fifty minutes in calm weather."),
    Piece("bullet", "Bicycles travel free of charge until September."),
    Piece("bullet", "Dogs need a ticket, and so do accordions."),
    Piece(
        "quote",
        "The sea does not care for timetables, and nobody who has lived here for long expects it "
        "to begin caring now.",
    ),
    Piece("p", "قال رئيس البلدية إن العبارة الجديدة ستبحر كل يوم من الميناء القديم إلى الجزيرة."),
    Piece("p", "市长说，新渡船将于下周早上启航，居民们对这个消息表示欢迎，许多人已经等了很久。"),
    Piece("h2", "What comes next"),
    Piece("number", "A second ship is to follow in the spring."),
    Piece("number", "The old pier will be repaired before the summer."),
    Piece(
        "p",
        "The harbour master declined to say what a winter timetable would look like. “Ask me when "
        "the ice is gone,” she said, and went back to her ropes.",
    ),
)


def txt() -> bytes:
    return "\n\n".join(p.text for p in STORY).encode("utf-8-sig")


def listed_txt() -> bytes:
    """With the marks people type before the items of a list, in UTF-16, with CRLF."""
    numbers = (f"{number}. " for number in range(1, len(STORY)))
    marks = {"bullet": "- "}
    typed = (
        (next(numbers) if piece.kind == "number" else marks.get(piece.kind, "")) + piece.text
        for piece in STORY
    )
    return "\r\n\r\n".join(typed).encode("utf-16")


def md() -> bytes:
    marks = {"h1": "# ", "h2": "## ", "bullet": "- ", "number": "1. ", "quote": "> "}
    return "\n\n".join(marks.get(p.kind, "") + p.text for p in STORY).encode()


def _inner() -> str:
    tags = {
        "h1": "<h1>{}</h1>",
        "h2": "<h2>{}</h2>",
        "p": "<p>{}</p>",
        "bullet": "<ul><li>{}</li></ul>",
        "number": "<ol><li>{}</li></ol>",
        "quote": "<blockquote><p>{}</p></blockquote>",
    }
    marked = "\n".join(tags[p.kind].format(html.escape(p.text)) for p in STORY)
    return marked.replace("</ul>\n<ul>", "\n").replace("</ol>\n<ol>", "\n")


def page() -> bytes:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry service</title>'
        f"</head><body><article>{_inner()}</article></body></html>"
    ).encode()


def mhtml() -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "http://example.org/ferry"
    message.set_content(page().decode(), subtype="html", cte="quoted-printable")
    message.make_related()
    return bytes(message)


def book() -> bytes:
    return epub({"one.xhtml": _inner()})


def word() -> bytes:
    styles = {"h1": "berschrift1", "h2": "berschrift2", "bullet": "Liste", "quote": "Zitat"}
    numbered = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    body = ""
    for piece in STORY:
        written = wp(html.escape(piece.text, quote=False), styles.get(piece.kind, ""))
        written = written.replace("\xad", "</w:t><w:softHyphen/><w:t>")
        if piece.kind == "number":
            written = written.replace("<w:p>", "<w:p>" + numbered)
        body += written
    return docx(body)


def python_docx() -> bytes:
    import docx as library

    styles = {
        "h1": "Title",
        "h2": "Heading 2",
        "bullet": "List Bullet",
        "number": "List Number",
        "quote": "Quote",
    }
    document = library.Document()
    for piece in STORY:
        document.add_paragraph(piece.text, style=styles.get(piece.kind))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def opendocument() -> bytes:
    style = (
        '<style:style style:name="P1" style:family="paragraph" '
        'style:parent-style-name="Quotations"/>'
    )
    item = "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>"
    kinds = {
        "h1": '<text:h text:outline-level="1">{}</text:h>',
        "h2": '<text:h text:outline-level="2">{}</text:h>',
        "p": "<text:p>{}</text:p>",
        "bullet": item,
        "number": item,
        "quote": '<text:p text:style-name="P1">{}</text:p>',
    }
    body = "".join(kinds[p.kind].format(html.escape(p.text, quote=False)) for p in STORY)
    return odt(body, style)


def rich_text() -> bytes:
    kinds = {"h1": "\\s1 ", "h2": "\\s2 ", "quote": "\\s5 "}
    body = ""
    for piece in STORY:
        mark = "{\\listtext\\'95\\tab}" if piece.kind in ("bullet", "number") else ""
        body += f"\\pard\\plain{kinds.get(piece.kind, ' ')}{mark}{_rtf(piece.text)}\\par\n"
    head = (
        "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}"
        "{\\stylesheet{\\s1 heading 1;}{\\s2 heading 2;}{\\s5 Quote;}}\n"
    )
    return (head + body + "}").encode("ascii")


def _rtf(text: str) -> str:
    written = ""
    for char in text:
        if char == "\xad":
            written += "\\-"
        elif char.isascii():
            written += char
        elif char in "“”‘’–—":
            written += f"\\'{char.encode('cp1252').hex()}"
        else:
            units = char.encode("utf-16-le")
            for low, high in zip(units[::2], units[1::2], strict=True):
                unit = low + 256 * high
                written += f"\\u{unit - 65536 if unit > 32767 else unit}?"
    return written


def pdf() -> bytes:
    import typst

    kinds = {
        "h1": '#heading(level: 1)[#"{}"]',
        "h2": '#heading(level: 2)[#"{}"]',
        "p": '#"{}"',
        "bullet": '- #"{}"',
        "number": '+ #"{}"',
        "quote": '#quote(block: true)[#"{}"]',
    }
    pieces = []
    for piece in STORY:
        words = piece.text.replace('"', '\\"')
        written = kinds[piece.kind].format(words)
        arabic = any("\u0600" <= c <= "\u06ff" for c in words)
        pieces.append(f'#text(dir: rtl, lang: "ar")[{written}]' if arabic else written)
    head = (
        '#set page(width: 13cm, height: 11cm, numbering: "1", header: [The Ellis Observer])\n'
        '#set text(lang: "en", hyphenate: true)\n#set par(justify: true)\n'
        "#set smartquote(enabled: false)\n"
    )
    return bytes(typst.compile((head + "\n\n".join(pieces)).encode()))


def eml() -> bytes:
    message = EmailMessage()
    message["From"] = "Ann Reporter <ann@example.org>"
    message["Subject"] = "Ferry story for tomorrow"
    message["Date"] = "Tue, 06 May 2031 07:08:00 +0200"
    message.set_content("\n\n".join(_wrapped(p.text) for p in STORY), cte="base64")
    return bytes(message)


def _wrapped(text: str) -> str:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip(" ")
    return "\n".join(lines)


def html_eml() -> bytes:
    message = EmailMessage()
    message["From"] = "Ann Reporter <ann@example.org>"
    message["Subject"] = "Ferry story for tomorrow"
    message.set_content(f"<html><body>{_inner()}</body></html>", subtype="html")
    return bytes(message)


FORMATS = {
    "story.txt": txt,
    "listed.txt": listed_txt,
    "story.md": md,
    "story.html": page,
    "story.mhtml": mhtml,
    "story.epub": book,
    "story.docx": word,
    "other.docx": python_docx,
    "story.odt": opendocument,
    "story.rtf": rich_text,
    "story.pdf": pdf,
    "story.eml": eml,
    "html.eml": html_eml,
}
