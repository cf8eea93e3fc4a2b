"""Bad and hostile files: each ends in a text or in one sentence, in time and in memory."""

from __future__ import annotations

import plistlib
import zlib
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.options import ReadingOptions
from driftline.engine.reading.read import read_all
from driftline.engine.records import Source
from engine.reading.made_files import ODF, W, docx, epub, odt, wp, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

MUCH = "A" * 7_000_000
MANIFEST = (
    '<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "{}">]>'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY e0 'ha'>"
    + "".join(f"<!ENTITY e{i} '{f'&e{i - 1};' * 9}'>" for i in range(1, 12))
    + "]>"
)


def word_with(prolog: str, inner: str) -> bytes:
    body = f"<w:body><w:p><w:r><w:t>{inner}</w:t></w:r></w:p></w:body>"
    return zipped({"word/document.xml": f"{prolog}<w:document {W}>{body}</w:document>"})


def encrypted_zip() -> bytes:
    """A Word file whose parts are encrypted: the flag of each member says so."""
    data = bytearray(docx(wp("Secret.")))
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = data.find(magic)
        while position >= 0:
            data[position + at] |= 1
            position = data.find(magic, position + 4)
    return bytes(data)


def pdf_bomb() -> bytes:
    """A page whose content unpacks to 150 MB."""
    packer = zlib.compressobj(9)
    chunk = b"(A) Tj " * 150_000
    packed = b"".join(packer.compress(chunk) for _ in range(150)) + packer.flush()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    )
    numbered = (b"%d 0 obj\n%s\nendobj\n" % entry for entry in enumerate(objects, 1))
    return b"%PDF-1.4\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>\n%%EOF"


def mail_in_mail(depth: int) -> bytes:
    head = b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: "
    return (head + b"message/rfc822\n\n") * depth + head + b"text/plain\n\nThe innermost words."


def mail_with_attachment() -> bytes:
    message = EmailMessage()
    message["From"] = "a@example.org"
    message.add_attachment(
        docx(wp("Words.")), maintype="application", subtype="msword", filename="story.docx"
    )
    return bytes(message)


def cut_mail() -> bytes:
    """A mail in base64 that ends within a group of four characters."""
    message = EmailMessage()
    message["From"] = "a@example.org"
    message.set_content("Words that a mail program packed. " * 20, cte="base64")
    return bytes(message)[:-23]


def saved_page() -> dict[str, object]:
    markup = "<html><body><p>A page\N{EN DASH}saved by Safari.</p></body></html>"
    return {
        "WebMainResource": {
            "WebResourceData": markup.encode("utf-16-le"),
            "WebResourceTextEncodingName": "UTF-16LE",
        }
    }


DAMAGED: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (lambda: docx(wp(MUCH)), "unpacks to far more"),
    "bomb.odt": (lambda: odt(f"<text:p>{MUCH}</text:p>"), "unpacks to far more"),
    "bomb.epub": (lambda: epub({"a.xhtml": f"<p>{MUCH}</p>"}), "unpacks to far more"),
    "members.docx": (
        lambda: zipped({"word/document.xml": "<a/>", **{f"m{i}": "" for i in range(6000)}}),
        "unpacks to far more",
    ),
    "laughs.docx": (lambda: word_with(LAUGHS, "&e11;"), ""),
    "external.docx": (
        lambda: word_with(ENTITY.format(Path(__file__).as_uri()), "&e;"),
        "defines entities",
    ),
    "deep.docx": (lambda: docx("<w:sdt>" * 30_000 + "</w:sdt>" * 30_000), "damaged"),
    "deep.fodt": (
        lambda: (
            f'<office:document {ODF} office:mimetype="application/vnd.oasis.opendocument.text">'
            + "<text:section>" * 100_000
        ).encode(),
        "damaged",
    ),
    "stub.docx": (lambda: docx(wp("Gone."))[:60], "damaged or incomplete"),
    "stub.odt": (lambda: odt("<text:p>Gone.</text:p>")[:90], "damaged or incomplete"),
    "stub.epub": (lambda: epub({"a.xhtml": "Gone."})[:90], "damaged or incomplete"),
    "noise.pdf": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged"),
    "cut.webarchive": (
        lambda: plistlib.dumps(saved_page(), fmt=plistlib.FMT_BINARY)[:90],
        "damaged or incomplete",
    ),
    "pageless.webarchive": (
        lambda: plistlib.dumps({"WebMainResource": 1}, fmt=plistlib.FMT_BINARY),
        "damaged or incomplete",
    ),
    "multipart.eml": (
        lambda: (
            b"From: a@example.org\nMIME-Version: 1.0\n"
            + b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i)
                for i in range(3000)
            )
        ),
        "",
    ),
}
PASSWORD: dict[str, tuple[Callable[[], bytes], str]] = {
    "office.docx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "zip.docx": (encrypted_zip, "password"),
    "manifest.odt": (lambda: odt("x", **{"META-INF__manifest.xml": MANIFEST}), "password"),
}
STRANGERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "page.url": (lambda: b"[InternetShortcut]\r\nURL=https://example.org/\r\n", "a link"),
    "page.webloc": (lambda: plistlib.dumps({"URL": "https://example.org/"}), "a link"),
    "other.plist": (lambda: plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "settings"),
    "attached.eml": (mail_with_attachment, "attached: story.docx"),
    "old.doc": (lambda: OLE + "WordDocument".encode("utf-16-le"), "old Word"),
    "mail.msg": (lambda: OLE + "__substg1.0_".encode("utf-16-le"), "Outlook"),
    "story.pages": (lambda: zipped({"Index/Document.iwa": "x"}), "Pages"),
    "table.docx": (lambda: zipped({"[Content_Types].xml": "", "xl/a.xml": ""}), "spreadsheet"),
    "some.zip": (lambda: zipped({"a.txt": "Words."}), "zip archive"),
    "zeros.txt": (lambda: bytes(5000), "holds no text"),
    "braces.rtf": (lambda: b"{\\rtf1 " + b"{" * 500_000, "no text"),
    "nested.eml": (lambda: mail_in_mail(300), "no text"),
}
READ: dict[str, tuple[Callable[[], bytes], str]] = {
    "unused.docx": (lambda: docx(wp("Fine."), word__media__x=MUCH), "Fine."),
    "dtd.docx": (
        lambda: word_with('<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">', "Not fetched."),
        "Not fetched.",
    ),
    "word.pdf": (lambda: docx(wp("A Word file.")), "A Word file."),
    "text.docx": (lambda: b"Only words.", "Only words."),
    "rtf.docx": (lambda: b"{\\rtf1 Rich words.}", "Rich words."),
    "page.txt": (lambda: b"<!doctype html><p>A page of words.</p>", "A page of words."),
    "deep.html": (
        lambda: b"<html><body>" + b"<div>" * 10_000 + b"Words far below." + b"</div>" * 10_000,
        "Words far below.",
    ),
    "remote.html": (
        lambda: (
            b'<html><body><script src="http://localhost:9/a.js">alert(1)</script>'
            b'<link rel="stylesheet" href="http://localhost:9/a.css"><style>p {}</style>'
            b'<img src="http://localhost:9/a.png"><p>Words alone.</p></body></html>'
        ),
        "Words alone.",
    ),
    "line.txt": (lambda: b"word " * 1_000_000, "word word"),
    "large.txt": (lambda: b"a line of some words\n" * 500_000, "a line of some words\n"),
    "line.rtf": (lambda: b"{\\rtf1 " + b"word " * 200_000 + b"}", "word word"),
    "nul.txt": (
        lambda: b"Words with one NUL\0 in them. " + b"And more. " * 20,
        "Words with one NUL\0 in",
    ),
    "surrogate.txt": (
        lambda: "Café déjà vu à côté — ".encode() * 3 + b"\xed\xa0\x80 end",
        "Café déjà vu",
    ),
    "forwarded.eml": (lambda: mail_in_mail(3), "The innermost words."),
    "cut.eml": (cut_mail, "Words that a mail program packed."),
    "boundless.eml": (
        lambda: b"From: a@example.org\nContent-Type: multipart/mixed\n\nWords.",
        "Words.",
    ),
    "page.webarchive": (
        lambda: plistlib.dumps(saved_page(), fmt=plistlib.FMT_BINARY),
        "A page\N{EN DASH}saved",
    ),
    "xml.webarchive": (lambda: plistlib.dumps(saved_page()), "A page\N{EN DASH}saved"),
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Source | UnreadableError]:
    folder = tmp_path_factory.mktemp("hostile")
    made = {**DAMAGED, **PASSWORD, **STRANGERS, **READ}
    for name, (make, _) in made.items():
        (folder / name).write_bytes(make())
    return dict(zip(made, read_all([folder / name for name in made]), strict=True))


def trouble(result: Source | UnreadableError, says: str) -> Outcome:
    assert isinstance(result, UnreadableError)
    assert says in str(result)
    assert result.advice
    assert "\n" not in str(result)
    return result.outcome


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged(name: str, results: dict[str, Source | UnreadableError]) -> None:
    assert trouble(results[name], DAMAGED[name][1]) is Outcome.DAMAGED


@pytest.mark.parametrize("name", PASSWORD)
def test_protected(name: str, results: dict[str, Source | UnreadableError]) -> None:
    assert trouble(results[name], PASSWORD[name][1]) is Outcome.PASSWORD


@pytest.mark.parametrize("name", STRANGERS)
def test_of_another_kind(name: str, results: dict[str, Source | UnreadableError]) -> None:
    assert trouble(results[name], STRANGERS[name][1]) is Outcome.WRONG_FORMAT


@pytest.mark.parametrize("name", READ)
def test_read_all_the_same(name: str, results: dict[str, Source | UnreadableError]) -> None:
    source = results[name]
    assert isinstance(source, Source)
    assert source.text.startswith(READ[name][1])
    source.text.encode("utf-8")
    assert "alert" not in source.text


def test_a_pdf_that_unpacks_without_end(tmp_path: Path) -> None:
    file = tmp_path / "bomb.pdf"
    file.write_bytes(pdf_bomb())
    quick = ReadingOptions(time_limit=0.7)
    assert trouble(next(read_all([file], quick)), "") in (Outcome.DAMAGED, Outcome.WRONG_FORMAT)
