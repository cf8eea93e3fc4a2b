"""Mails (.eml): the story in the body; sender, day and attachments beside it.

A line of quoted mail is a block with the hint "quoted-mail", what follows the signature mark one
with "mail-signature".
"""

from __future__ import annotations

import base64
import email
import email.policy
import re
from collections import Counter
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.reading import decoding
from driftline.engine.reading.parts import Page, Parsed, count
from driftline.engine.reading.prose_html import write_prose
from driftline.engine.records import Block, Metadata, Role

if TYPE_CHECKING:
    from datetime import datetime

_DEEPEST = 20
#: Words of a note above a mail that is sent on.
_NOTE = 40
_QUOTE_MARK = re.compile(r"^(?:> ?)+")
_PREFIX = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg|tr|rv)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_TAG = re.compile(rb"<(?:style|script)\b.*?</|<[^>]*>|\s+", re.DOTALL | re.IGNORECASE)
_UNPACKED = re.compile(r"[^A-Za-z0-9+/]")
_READ = ("text/plain", "text/html")
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


def read_mail(name: str, data: bytes) -> Parsed:
    """The text of a mail; its sender is the source, its subject the headline if the text has it.

    Raises UnreadableError when the mail is encrypted.
    """
    message = _parse(data)
    found = _Parts()
    found.gather(message, 0)
    covering = found.covering(name)
    if covering:
        message = found.mails[0]
        found = _Parts()
        found.gather(message, 1)
    if found.encrypted and found.body is None:
        raise UnreadableError(
            name, "this mail is encrypted", "open it in your mail program and save its text",
            Outcome.PASSWORD,
        )  # fmt: skip
    names = [attached for attached in found.names if attached]
    if names and (found.body is None or not _content(found.body).strip()):
        raise UnreadableError(
            name, f"there is no text in the mail itself, only in what is attached: {names[0]}",
            "save the attachment in your mail program and open that",
        )  # fmt: skip
    page = Page()
    encoding = ""
    lost = 0
    if found.body is not None:
        text, encoding, lost = _text(name, found.body)
        if found.body.get_content_type() == "text/html":
            write_prose(page, text, kept_tables=True)
        else:
            _write_plain(page, text, found.body)
    subject = str(message.get("subject") or "").strip()
    blocks, metadata = _metadata(page, message, subject)
    notes = _notes(subject, metadata, found)
    if covering:
        notes += (f"The mail inside this one is read; the note above it is not: “{covering}”.",)
    if lost:
        notes += decoding.Decoded("", encoding, lost).notes
    broken = _broken(message) or (found.body is not None and _is_cut(found.body))
    if broken:
        notes += ("The mail ends too early; its text was read as far as it goes.",)
    return Parsed(page.text, blocks, metadata, notes, encoding, bool(lost) or broken)


def _parse(data: bytes) -> EmailMessage:
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


class _Parts:
    """The parts of a mail: its body, and how much there is beside it."""

    def __init__(self) -> None:
        self.body: EmailMessage | None = None
        self.counts: Counter[str] = Counter()
        self.encrypted = False
        self.names: list[str] = []
        self.mails: list[EmailMessage] = []

    def gather(self, part: EmailMessage, depth: int) -> None:
        """Finds the body: the plain text, else the HTML, else that of a mail inside."""
        kind = part.get_content_type()
        if depth > _DEEPEST:
            self.counts["attachment"] += 1
        elif kind in _ENCRYPTED:
            self.encrypted = True
        elif part.is_attachment() and kind != "message/rfc822":
            self.counts["attachment"] += 1
            self.names.append(part.get_filename() or "")
        elif kind == "message/rfc822":
            inner = _payload(part)
            if self.body is None and inner:
                self.gather(inner[0], depth + 1)
            else:
                self.counts["mail"] += 1
                self.mails += inner[:1]
        elif part.is_multipart():
            inner = _payload(part)
            if kind == "multipart/alternative":
                inner = [_best(inner)] if inner else []
            for child in inner:
                self.gather(child, depth + 1)
        elif (kind in _READ or kind.startswith("multipart/")) and self.body is None:
            self.body = part
        elif kind.startswith("image/"):
            self.counts["picture"] += 1
        else:
            self.counts["attachment"] += 1

    def covering(self, name: str) -> str:
        """The body where it is but a note above the one mail that it sends on; else nothing."""
        if len(self.mails) != 1 or self.counts["attachment"] or self.body is None:
            return ""
        inner = _Parts()
        inner.gather(self.mails[0], 1)
        if inner.body is None or self.body.get_content_type() != "text/plain":
            return ""
        note = " ".join(_text(name, self.body)[0].split())
        sent_on = _text(name, inner.body)[0]
        return note if len(note.split()) <= _NOTE and len(note) * 3 < len(sent_on) else ""


def _best(versions: list[EmailMessage]) -> EmailMessage:
    """The version of a body to be read: the plain one, unless it only says that there is another.

    The fullest version comes last, as the format asks for.
    """
    plain = next((v for v in versions if v.get_content_type() == "text/plain"), None)
    rich = next((v for v in reversed(versions) if _page(v)), None)
    if plain is None or rich is None:
        return rich or plain or versions[-1]
    page = _page(rich)
    told = len(_TAG.sub(b"", _content(page))) if page else 0
    return rich if len(_content(plain)) * 5 < told else plain


def _page(part: EmailMessage) -> EmailMessage | None:
    """The HTML of a version, which may bring its pictures along."""
    for inner in part.walk():
        if isinstance(inner, EmailMessage) and inner.get_content_type() == "text/html":
            return inner
    return None


def _content(part: EmailMessage) -> bytes:
    if _is_cut(part):
        packed = _packed(part)
        return base64.b64decode(packed[: len(packed) // 4 * 4])
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _is_cut(part: EmailMessage) -> bool:
    """Whether a packed part ends too early; the library gives such a part as it stands."""
    return len(_packed(part)) % 4 == 1


def _packed(part: EmailMessage) -> str:
    """The characters of a part in base64, the padding left out; empty for any other part."""
    payload = part.get_payload()
    named = str(part.get("content-transfer-encoding") or "").strip().lower()
    return _UNPACKED.sub("", payload) if named == "base64" and isinstance(payload, str) else ""


def _payload(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    return [p for p in payload if isinstance(p, EmailMessage)] if isinstance(payload, list) else []


def _text(name: str, part: EmailMessage) -> tuple[str, str, int]:
    """A part's text, its encoding, and how many places could not be decoded."""
    data = _content(part)
    named = part.get_content_charset() or ""
    try:
        decoded = decoding.decode(name, data, named or None)
    except UnreadableError:
        decoded = decoding.decode(name, data)
    if decoded.lost and named:
        try:  # a wrongly named charset is commoner than a damaged text
            guessed = decoding.decode(name, data)
        except UnreadableError:
            guessed = decoded
        decoded = min(decoded, guessed, key=lambda d: d.lost)
    return decoded.text, decoded.encoding, decoded.lost


def _write_plain(page: Page, text: str, part: EmailMessage) -> None:
    """Writes a plain body paragraph by paragraph, quoted mail and signature with their hints."""
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    joined = str(part.get_param("delsp") or "").lower() == "yes"
    lines: list[str] = []
    hints: tuple[str, ...] = ()
    signed = False
    for line in text.splitlines():
        mark = _QUOTE_MARK.match(line)
        now: tuple[str, ...] = ("quoted-mail",) if mark else ()
        plain = line[mark.end() :] if mark else line
        signed = (signed and not mark) or plain in ("-- ", "--")
        if signed:
            now = ("mail-signature",)
        if flowed and plain.startswith(" "):
            plain = plain[1:]
        if now != hints or not plain.strip():
            page.add("\n".join(lines), Role.BODY, hints)
            lines, hints = [], now
        if flowed and lines and lines[-1].endswith(" ") and lines[-1] != "-- ":
            lines[-1] = (lines[-1][:-1] if joined else lines[-1]) + plain
        elif plain.strip():
            lines.append(plain)
    page.add("\n".join(lines), Role.BODY, hints)


def _metadata(
    page: Page, message: EmailMessage, subject: str
) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks, the first of them the headline when it is what the subject says."""
    blocks = page.blocks
    wanted = _words(_PREFIX.sub("", subject))
    for index, block in enumerate(blocks[:4]):
        if wanted and _words(block.span.of(page.text)) == wanted:
            headline = Block(block.span, Role.HEADLINE, block.hints)
            blocks = (*blocks[:index], headline, *blocks[index + 1 :])
            break
    found = next((b.span for b in blocks if b.role is Role.HEADLINE), page.headline)
    sender, address = parseaddr(str(message.get("from") or ""))
    sent = _sent(message)
    return blocks, Metadata(
        headline=found,
        published=sent.isoformat(timespec="minutes") if sent else None,
        source=sender.strip() or address or None,
        language=str(message.get("content-language") or "").partition("-")[0].lower() or None,
    )


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message.get("date") or ""))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _notes(subject: str, metadata: Metadata, found: _Parts) -> tuple[str, ...]:
    notes: list[str] = []
    if subject and metadata.headline is None:
        notes.append(f"The mail's subject is “{subject}”.")
    beside = [
        count(found.counts[key], one, many)
        for key, one, many in (
            ("attachment", "attachment", "attachments"),
            ("picture", "picture", "pictures"),
            ("mail", "mail inside it", "mails inside it"),
        )
        if found.counts[key]
    ]
    names = ", ".join(name for name in found.names[:5] if name)
    if names:
        beside[0] += f" ({names})"
    if beside:
        notes.append(f"Not read: {', '.join(beside)}.")
    return tuple(notes)


def _broken(message: EmailMessage) -> bool:
    """Whether a part was announced and its end never came."""
    return any(
        type(defect).__name__ in ("CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect")
        for part in message.walk()
        for defect in part.defects
    )
