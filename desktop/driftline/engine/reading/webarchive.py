"""Web pages as Safari saves them (.webarchive): a property list that holds the page's markup."""

from __future__ import annotations

import plistlib
import struct
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError

from driftline.engine.reading import troubles
from driftline.engine.reading.html import read_html

if TYPE_CHECKING:
    from driftline.engine.reading.parts import Parsed


def read_webarchive(name: str, data: bytes) -> Parsed:
    """The text of a saved web page; pictures, styles and frames stay unread.

    Raises UnreadableError when the list is damaged or holds no page.
    """
    try:
        archive = plistlib.loads(data)
    except (ValueError, ExpatError, LookupError, OverflowError, RecursionError, struct.error):
        raise troubles.damaged(name, "saved web page") from None
    page: Any = archive.get("WebMainResource") if isinstance(archive, dict) else None
    content = page.get("WebResourceData") if isinstance(page, dict) else None
    if not isinstance(content, bytes):
        raise troubles.damaged(name, "saved web page")
    encoding = page.get("WebResourceTextEncodingName")
    return read_html(name, content, encoding if isinstance(encoding, str) else None)
