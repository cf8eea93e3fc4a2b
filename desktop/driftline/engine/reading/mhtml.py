"""Web pages saved as one file (.mhtml, .mht): the page itself; pictures and styles stay unread."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.reading.html import read_html

if TYPE_CHECKING:
    from driftline.engine.reading.parts import Parsed


def read_mhtml(name: str, data: bytes) -> Parsed:
    """The text of a saved web page.

    Raises UnreadableError when there is no page in the file.
    """
    root = _root(data)
    if root is None:
        raise UnreadableError(
            name, "there is no web page in it", "save the page again, complete or as PDF",
            Outcome.DAMAGED,
        )  # fmt: skip
    content = root.get_payload(decode=True)
    return read_html(
        name, content if isinstance(content, bytes) else b"", root.get_content_charset()
    )


def page_in(data: bytes) -> bytes:
    """The markup of the page in such a file; empty when there is none."""
    root = _root(data)
    content = root.get_payload(decode=True) if root else None
    return content if isinstance(content, bytes) else b""


def _root(data: bytes) -> EmailMessage | None:
    """The part the file names as its start, or the first page in it."""
    message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    pages = [
        part
        for part in message.walk()
        if isinstance(part, EmailMessage)
        and part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    start = str(message.get_param("start") or "")
    for part in pages:
        if start and str(part.get("content-id") or "").strip() == start:
            return part
    return pages[0] if pages else None
