"""The same files open Driftline on every system: those it reads, and its sessions."""

from __future__ import annotations

import configparser
import plistlib
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from driftline.engine.reading.sniffing import Format
from driftline.review.session import ENDING, Session

PACKAGING = Path(__file__).parents[2] / "packaging"
pytestmark = pytest.mark.skipif(not PACKAGING.exists(), reason="the tests do not run in a checkout")
SESSION = "application/x-driftline-session"
#: What a browser's saved page is called depends on who looks; Safari's type is another's on Linux.
TYPES = {kind.value for kind in Format if kind not in (Format.MHTML, Format.WEBARCHIVE)} | {
    "application/x-mimearchive", "application/xhtml+xml", SESSION,
}  # fmt: skip
ENDINGS = {
    ".txt", ".md", ".html", ".htm", ".mhtml", ".webarchive", ".docx", ".odt", ".rtf", ".pdf",
    ".eml", ".epub", ENDING,
}  # fmt: skip


def linux(name: str) -> Path:
    return PACKAGING / "linux" / name


def test_the_desktop_entry_opens_what_is_read() -> None:
    entry = configparser.RawConfigParser(delimiters="=")
    entry.optionxform = str
    entry.read(linux("driftline.desktop"), "utf-8")
    assert set(entry["Desktop Entry"]["MimeType"].strip(";").split(";")) == TYPES


def test_the_metainfo_promises_what_is_read() -> None:
    tree = ElementTree.parse(linux("org.driftline.Driftline.metainfo.xml"))
    assert {e.text for e in tree.iter("mediatype")} == TYPES


def test_the_installer_for_windows_takes_the_same_endings() -> None:
    script = (PACKAGING / "windows" / "driftline.iss").read_text("utf-8")
    assert set(re.findall(r'Software\\Classes\\(\.[a-z]+)[\\"]', script)) == ENDINGS


def test_the_application_for_macos_takes_the_same_endings() -> None:
    about = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    kinds = about["CFBundleDocumentTypes"]
    assert {f".{e}" for kind in kinds for e in kind["CFBundleTypeExtensions"]} == ENDINGS


def test_a_session_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / f"review{ENDING}"
    Session.open(path).close()
    data = path.read_bytes()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    matches = list(ElementTree.parse(linux("driftline-mime.xml")).iter(f"{space}match"))
    assert len(matches) == 2
    for match in matches:
        start = int(match.attrib["offset"])
        value = match.attrib["value"].replace("\\x00", "\0").encode()
        assert data[start : start + len(value)] == value
