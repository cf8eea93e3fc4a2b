"""One short story written in every format that is read, as small as each format allows."""

from __future__ import annotations

import html
import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HEADLINE = "Lighthouse at Varn lit again after forty dark winters"
PARAGRAPHS = (
    "The lighthouse on the rocks of Varn was lit again on Sunday, and nine fishing boats came out "
    "to see it. It had been dark since the keeper’s house burned down.",
    "“We could find our way without it, but we never liked to,” said Helga Rønne, who has fished "
    "off the rocks since she was fifteen.",
    "The lamp turns once in twelve seconds and is seen from twenty kilometres away. It cost "
    "310,000 crowns, and the town of Varn has paid for half of it.",
)

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def _text() -> bytes:
    return "\n\n".join((HEADLINE, *PARAGRAPHS)).encode()


def _markdown() -> bytes:
    return b"# " + _text()


def _body() -> str:
    return f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{html.escape(p)}</p>" for p in PARAGRAPHS)


def _page() -> bytes:
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Varn</title></head>'
        f"<body><article>{_body()}</article></body></html>"
    ).encode()


def _saved_page() -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://example.org/varn"
    message.set_content(_page().decode(), subtype="html", cte="quoted-printable")
    message.make_related()
    return bytes(message)


def _web_archive() -> bytes:
    import plistlib

    page = {"WebResourceData": _page(), "WebResourceTextEncodingName": "UTF-8"}
    return plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)


def _mail() -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "Ann Reporter <ann@example.org>"
    message["Subject"] = HEADLINE
    message["Date"] = "Sun, 04 May 2031 18:20:00 +0200"
    message.set_content("\n\n".join(PARAGRAPHS), cte="base64")
    return bytes(message)


def _zipped(parts: Mapping[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _word() -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in (HEADLINE, *PARAGRAPHS))
    return _zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body>'
            "</w:document>",
        }
    )


def _opendocument() -> bytes:
    body = "".join(f"<text:p>{text}</text:p>" for text in PARAGRAPHS)
    return _zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{_ODF}:office:1.0" '
            f'xmlns:text="{_ODF}:text:1.0"><office:body><office:text>'
            f'<text:h text:outline-level="1">{HEADLINE}</text:h>{body}'
            "</office:text></office:body></office:document-content>",
        }
    )


def _rich_text() -> bytes:
    words = "\\par\n".join((HEADLINE, *PARAGRAPHS))
    coded = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in words)
    return ("{\\rtf1\\ansi\\uc1 " + coded + "\\par}").encode("ascii")


def _book() -> bytes:
    return _zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="book.opf"/>'
            "</rootfiles></container>",
            "book.opf": '<package><manifest><item id="one" href="one.xhtml"/></manifest>'
            '<spine><itemref idref="one"/></spine></package>',
            "one.xhtml": f"<html><head><title>Varn</title></head><body>{_body()}</body></html>",
        }
    )


def _pdf() -> bytes:
    import typst

    from driftline import assets

    paragraphs = "\n\n".join(f'#"{text}"' for text in PARAGRAPHS)
    source = f'#set text(font: "Noto Serif")\n= {HEADLINE}\n\n{paragraphs}\n'.encode()
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(assets.path("fonts"))])
    made: bytes = typst.compile(source, font_paths=fonts)
    return made


#: The name of each file and what makes its bytes.
MAKERS: dict[str, Callable[[], bytes]] = {
    "story.txt": _text,
    "story.md": _markdown,
    "story.html": _page,
    "story.mhtml": _saved_page,
    "story.webarchive": _web_archive,
    "story.docx": _word,
    "story.odt": _opendocument,
    "story.rtf": _rich_text,
    "story.pdf": _pdf,
    "story.eml": _mail,
    "story.epub": _book,
}
