"""What a file is, told by its content; its name only decides between kinds of plain text."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.reading import decoding


class Format(StrEnum):
    """The formats that are read, by their MIME types."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    PDF = "application/pdf"
    EML = "message/rfc822"
    MHTML = "multipart/related"
    WEBARCHIVE = "application/x-webarchive"
    EPUB = "application/epub+zip"


#: Endings a folder is searched for.
SUFFIXES: dict[str, Format] = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".dotx": Format.DOCX,
    ".odt": Format.ODT,
    ".ott": Format.ODT,
    ".fodt": Format.ODT,
    ".rtf": Format.RTF,
    ".pdf": Format.PDF,
    ".eml": Format.EML,
    ".mht": Format.MHTML,
    ".mhtml": Format.MHTML,
    ".webarchive": Format.WEBARCHIVE,
    ".epub": Format.EPUB,
}

_SAVE_AS = "open it in the program that made it and save it as DOCX, PDF or plain text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRANGERS = (
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"BZh", "a compressed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!\x1a\x07", "a compressed archive"),
    (b"\xfd7zXZ\0", "a compressed archive"),
    (b"\x28\xb5\x2f\xfd", "a compressed archive"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"bplist00", "a list of settings"),
    (b"%!PS", "a PostScript file"),
)
_HTML_START = re.compile(
    rb"(?:\s|<\?xml[^>]{0,300}\?>|<!--.{0,2000}?-->)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|main|div|section|"
    rb"span|p|h[1-6]|table|ul|ol|header|nav|a)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    rb"</?(?:p|div|span|br|a|h[1-6]|li|ul|ol|td|tr|table|html|body|em|strong)\b[^<>]*>", re.I
)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):(?:[ \t]|\r?\n[ \t])")
#: Header fields only a mail program writes; a pasted "From: ... Subject: ..." has none of them.
_MAIL_FIELDS = frozenset(
    {b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to",
     b"dkim-signature", b"content-type", b"x-mailer", b"snapshot-content-location"}
)  # fmt: skip
_COMMON_FIELDS = frozenset({b"from", b"to", b"subject", b"date", b"cc", b"sender", b"reply-to"})
_FLAT_ODT = re.compile(rb"<office:document\b[^>]*opendocument\.text", re.DOTALL)


def sniff(name: str, data: bytes) -> Format:
    """The format of some bytes; `name` may have any ending.

    Raises UnreadableError for an empty file and for what is no readable text.
    """
    if not data:
        raise UnreadableError(
            name, "the file is empty", "check that it was saved or sent completely"
        )
    head = data[:4096]
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zipped(name, data, suffix)
    if head.startswith(_OLE):
        raise _old_office(name, data)
    if head.lstrip().startswith(b"{\\rtf"):
        return Format.RTF
    if _is_property_list(head) and b"WebMainResource" in data:
        return Format.WEBARCHIVE
    _refuse_strangers(name, head)
    if decoding.looks_binary(data):
        raise UnreadableError(
            name, f"it holds no text{_instead_of(suffix)}; it may be damaged or of another kind",
            _SAVE_AS, Outcome.DAMAGED if SUFFIXES.get(suffix) in _PACKED else Outcome.WRONG_FORMAT,
        )  # fmt: skip
    return _textual(data, head, suffix)


_PACKED = frozenset({Format.DOCX, Format.ODT, Format.PDF, Format.EPUB})


def _instead_of(suffix: str) -> str:
    known = {
        Format.DOCX: "a Word document", Format.ODT: "an OpenDocument text", Format.PDF: "a PDF",
        Format.EPUB: "an e-book", Format.RTF: "an RTF document",
    }.get(SUFFIXES.get(suffix, Format.TEXT))  # fmt: skip
    return f" and is not {known} as its ending says" if known else ""


def _is_property_list(head: bytes) -> bool:
    return head.startswith(b"bplist") or b"<!DOCTYPE plist" in head[:200]


def _refuse_strangers(name: str, head: bytes) -> None:
    if head.startswith(b"[InternetShortcut]") or (
        _is_property_list(head) and b"<key>URL</key>" in head
    ):
        raise UnreadableError(
            name, "it is a link to a page, not the page", "open it in a browser and save the page"
        )
    for magic, kind in _STRANGERS:
        if head.startswith(magic) and not head.isascii():
            raise UnreadableError(
                name, f"it is {kind}, not a text", "open a text, or copy the text in"
            )
    if head[4:8] == b"ftyp" or head[:4] == b"RIFF":
        raise UnreadableError(
            name,
            "it is a picture, film or sound recording, not a text",
            "open a text, or copy the text in",
        )
    if head.startswith(b"%!PS"):
        raise UnreadableError(name, "it is a PostScript file, which is not read", "save it as PDF")


def _old_office(name: str, data: bytes) -> UnreadableError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableError(
            name, "it is a Word document protected by a password",
            "open it in Word, remove the password and save a copy", Outcome.PASSWORD,
        )  # fmt: skip
    if "__substg1.0_".encode("utf-16-le") in data:
        return UnreadableError(
            name, "it is an Outlook message (.msg), which is not read",
            "save it in Outlook as text or HTML, or drag it into a mail program that writes .eml",
        )  # fmt: skip
    if "WordDocument".encode("utf-16-le") in data:
        return UnreadableError(
            name, "it is a document of an old Word (.doc), which is not read", "save it as DOCX"
        )
    return UnreadableError(name, "it is an old Office file, not a text document", _SAVE_AS)


def _zipped(name: str, data: bytes, suffix: str) -> Format:
    """Which of the zipped formats; a truncated archive still names its first members."""
    head = data[:200]
    for stamp, found in (
        (b"mimetypeapplication/epub+zip", Format.EPUB),
        (b"mimetypeapplication/vnd.oasis.opendocument.text", Format.ODT),
    ):
        if stamp in head:
            return found
    if b"mimetypeapplication/vnd.oasis.opendocument" in head:
        raise UnreadableError(
            name,
            "it is an OpenDocument table or slide show, not a text",
            "save the text as ODT or PDF",
        )
    for member, found in (
        (b"word/document", Format.DOCX),
        (b"META-INF/container.xml", Format.EPUB),
        (b"office:document-content", Format.ODT),
        (b"content.xml", Format.ODT),
    ):
        if member in data:
            return found
    if b"[Content_Types].xml" in data and (b"xl/" in data or b"ppt/" in data):
        raise UnreadableError(
            name, "it is a spreadsheet or a slide show, not a text", "save the text as DOCX or PDF"
        )
    if b"Index/Document.iwa" in data:
        raise UnreadableError(
            name, "it is an Apple Pages file, which is not read", "export it as Word file or PDF"
        )
    if SUFFIXES.get(suffix) in (Format.DOCX, Format.ODT, Format.EPUB):
        return SUFFIXES[suffix]
    raise UnreadableError(
        name, "it is a zip archive, not a text", "unpack it and open the folder or the files in it"
    )


def _textual(data: bytes, head: bytes, suffix: str) -> Format:
    mark = next((m for m, _ in decoding.MARKS if data.startswith(m)), b"")
    wide = b"\0" in head
    start = head[len(mark) :].replace(b"\0", b"") if wide else head[len(mark) :]
    named = SUFFIXES.get(suffix)
    if _FLAT_ODT.search(start):
        return Format.ODT
    if not wide and (mail := _mail(start, named)):
        return mail
    if _HTML_START.match(start) and (named is not Format.MARKDOWN or b"<html" in start.lower()):
        return Format.HTML
    if named is Format.HTML:
        return Format.HTML if _TAG.search(data) or b"<" in start else Format.TEXT
    if named is Format.MARKDOWN:
        return Format.MARKDOWN
    return Format.TEXT


def _mail(start: bytes, named: Format | None) -> Format | None:
    """EML or MHTML when the text begins with the header of a mail."""
    lines = start.lstrip(b"\r\n")
    if lines.startswith(b"From "):
        lines = lines.partition(b"\n")[2]
    header = re.split(rb"\r?\n\r?\n", lines, maxsplit=1)[0]
    fields: set[bytes] = set()
    for line in header.splitlines():
        if line[:1] in (b" ", b"\t"):
            continue
        match = _HEADER.match(line + b" ")
        if not match:
            break
        fields.add(match.group(1).lower())
    mailed = named in (Format.EML, Format.MHTML)
    if not (fields & _MAIL_FIELDS or (mailed and fields & _COMMON_FIELDS)):
        return None
    if len(fields & (_MAIL_FIELDS | _COMMON_FIELDS)) < (1 if mailed else 2):
        return None
    related = re.search(rb"content-type:\s*multipart/related", header, re.IGNORECASE)
    saved = b"snapshot-content-location" in fields or re.search(
        rb"\nfrom:\s*<?saved by", b"\n" + header, re.I
    )
    return Format.MHTML if saved or (related and named is not Format.EML) else Format.EML
