"""What is made of a .ts file says what Qt's own compiler makes of it."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from driftline import assets
from driftline.gui.language.catalogue import compiled
from driftline.gui.language.translation import LANGUAGES

LRELEASE = Path(sys.executable).with_name("pyside6-lrelease")
NUMBERS = (-1, 0, 1, 2, 21, 1_000)


@pytest.mark.skipif(not LRELEASE.exists(), reason="Qt's compiler is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_found_as_by_qt(tmp_path, language):
    file = assets.path("translations", f"driftline_{language}.ts")
    target = tmp_path / "words.qm"
    subprocess.run([LRELEASE, "-silent", file, "-qm", target], check=True, timeout=60)
    words = compiled(file)
    ours, theirs = QTranslator(), QTranslator()
    assert ours.load(words)
    assert theirs.load(str(target))
    assert ours.language() == theirs.language() == language
    asked = 0
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source = message.findtext("source")
            for number in NUMBERS:
                said = ours.translate(name, source, None, number)
                assert said == theirs.translate(name, source, None, number), (name, source)
                asked += bool(said)
    assert asked > 100
    assert not ours.translate("", "Nobody wrote this.")


def test_what_is_unfinished_is_left_out(tmp_path):
    file = tmp_path / "words.ts"
    file.write_text(
        """<TS version="2.1" language="de"><context><name>Bar</name>
        <message><source>Cut</source><translation>Schnitt</translation></message>
        <message><source>Cut</source><comment>verb</comment>
            <translation>Schneiden</translation></message>
        <message><source>Paste</source><translation type="unfinished">?</translation></message>
        <message><source>Find</source><translation></translation></message>
        </context></TS>""",
        encoding="utf-8",
    )
    words = compiled(file)
    translator = QTranslator()
    assert translator.load(words)
    assert translator.translate("Bar", "Cut") == "Schnitt"
    assert translator.translate("Bar", "Cut", "verb") == "Schneiden"
    assert translator.translate("Bar", "Cut", "noun") == "Schnitt"
    assert not translator.translate("Bar", "Paste")
    assert not translator.translate("Bar", "Find")
    assert not translator.translate("Foo", "Cut")
