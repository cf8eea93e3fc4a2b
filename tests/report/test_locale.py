"""The report in German: all of it, in every form, and nothing of the data scripts read."""

import ast
import csv
import io
import re
import string
import tomllib
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import html as lxml_html

import driftline
from driftline import assets
from driftline.engine.records import Row
from driftline.report import csv as csv_table
from driftline.report import history, labels, legible
from driftline.report.csv import render as as_csv
from driftline.report.docx import render as as_docx
from driftline.report.html import render_comparison as as_html
from driftline.report.json import render as as_json
from driftline.report.locale import ENGLISH, locale
from driftline.report.options import Annotations, Layout, Remark, ReportOptions
from driftline.report.worker import render_comparison as as_pdf
from driftline.review.statuses import Status
from report import making

PACKAGE = Path(driftline.__file__).parent / "report"
TABLE = tomllib.loads(assets.path("report", "de.toml").read_text("utf-8"))["words"]
GERMAN = locale("de")
OLD = ["The pier closed on Monday.", "A diver goes down.", "Ferries leave from the west."]
NEW = ["The pier closed on Tuesday.", "Ferries leave from the west.", "A diver goes down."]
ROWS = [
    Row((0,), (0,)),
    Row((1,), (), moved=True, twin=3),
    Row((2,), (1,)),
    Row((), (2,), moved=True, twin=1),
]
REVIEW = Annotations({1: Remark("must fix", "Check.")}, note="All in all.", editor="Ada")


def comparison():
    made = making.texts(OLD, NEW, ROWS)
    return replace(made, edits=tuple(replace(edit, explanation="") for edit in made.edits))


def options(**chosen):
    return ReportOptions(
        language="de", cuts=True, date=datetime(2024, 6, 25, 18, tzinfo=UTC), **chosen
    )


def literals(node):
    """The texts a piece of code may give: both of an "if", all of a tuple or table."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def words_of_code():
    """What the modules hand to the wording, as far as it stands in the call itself."""
    for module in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = ast.unparse(node.func)
            if name in ("say", "self.say"):
                first = node.args[0]
                if isinstance(first, ast.JoinedStr):
                    shape = ast.unparse(first)[2:-1].replace("{{", "{").replace("}}", "}")
                    yield from (shape.replace("{side}", side) for side in ("old", "new"))
                elif isinstance(first, ast.Constant | ast.IfExp):
                    yield from literals(first)
            elif name == "map" and ast.unparse(node.args[0]).endswith("say"):
                yield from literals(node.args[1])
            elif name.endswith("say.several"):
                noun = next(literals(node.args[1]))
                yield from (noun, noun + "s")


def words_of_template():
    template = assets.path("report", "report.typ").read_text("utf-8")
    yield from re.findall(r'say\("([^"]*)"', template)
    for heads in re.findall(r"(?<!let )head\((.*)\),?\n", template):
        yield from (word for word in re.findall(r'"([^"]+)"', heads) if word != "¶")
    yield from re.findall(r'\.\.line\(.*, "([^"]+)"\)', template)
    yield from re.findall(r'line\((?:\w+\(.*\)|"¶"|caret), "([^"]+)"\)', template)


def test_every_word_of_a_report_has_a_german_one():
    named = [
        name
        for table in (
            labels.KINDS,
            labels.SEVERITIES,
            labels.STATUSES,
            labels.QUOTATIONS,
            labels.REASONS,
            labels.FIELDS,
        )
        for name in table.values()
    ]
    lists = (csv_table.COLUMNS, history.COLUMNS, legible._SPACES.values(), Layout, Status)
    named += [word for words in lists for word in words]
    words = [*words_of_code(), *words_of_template(), *named]
    assert len(words) > 200
    assert sorted({word for word in words if word not in TABLE}) == []


def test_german_words_hold_what_the_english_ones_hold():
    def held(words):
        return {name for _, name, _, _ in string.Formatter().parse(words) if name}

    for english, german in TABLE.items():
        assert german.strip(), english
        assert held(german) == held(english), english


def pdf_text(data):
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


ENGLISH_WORDS = re.compile(
    r"\b(version|wording|change[sd]?|severity|paragraphs?|kinds?|shown|words|moved|headline|file|"
    r"none|nothing|cleaning|cut|date|editor|made|about|became|explanation|high|medium|low|page)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("layout", Layout)
def test_a_pdf_in_german_holds_no_english_heading(layout):
    text = pdf_text(as_pdf(comparison(), options(layout=layout, spell_out=True), REVIEW))
    assert "Verzeichnis der Änderungen" in text
    assert "25. Juni 2024" in text
    assert "korrigieren" in text
    assert ENGLISH_WORDS.findall(text) == []


def test_the_texts_in_a_german_pdf_keep_their_own_language():
    with pikepdf.open(io.BytesIO(as_pdf(comparison(), options()))) as pdf:
        parts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Lang" in o]
        assert str(pdf.Root.Lang) == "de"
        assert {str(part.Lang) for part in parts} == {"de", "en"}


def test_a_page_in_german_says_so_and_holds_no_english_heading():
    page = lxml_html.fromstring(as_html(comparison(), options(), REVIEW).decode("utf-8"))
    assert page.get("lang") == "de"
    for style in page.xpath("//style"):
        style.drop_tree()
    text = " ".join(page.text_content().split())
    titles = " ".join(page.xpath("//@title"))
    assert "Verschoben nach ¶ 3 der neuen Fassung" in text
    assert ENGLISH_WORDS.findall(text + titles) == []


def test_the_table_and_the_comments_are_german():
    rows = list(
        csv.reader(io.StringIO(as_csv(comparison(), options(), REVIEW).decode("utf-8-sig")))
    )
    assert ENGLISH_WORDS.findall(" ".join(map(" ".join, rows))) == []
    assert rows[0][:3] == ["Tabelle", "Nr.", "Art"]
    with zipfile.ZipFile(io.BytesIO(as_docx(comparison(), options(), REVIEW))) as archive:
        remarks = archive.read("word/comments.xml").decode("utf-8")
    assert "korrigieren" in remarks
    assert "Verschoben · Leicht · von ¶ 2 nach ¶ 3" in remarks


def test_data_for_scripts_are_the_same_in_every_language():
    english = replace(options(), language="en")
    assert as_json(comparison(), options(), REVIEW) == as_json(comparison(), english, REVIEW)


def test_numbers_and_dates_are_written_as_the_language_does():
    assert GERMAN.several(12_345, "word") == "12.345 Wörter"
    assert GERMAN.number(97.25, 1) == "97,2"
    assert GERMAN.moment("2024-06-05T08:05") == "5. Juni 2024, 08:05"
    assert ENGLISH.several(1, "paragraph") == "1 paragraph"
    assert ENGLISH.day(date(2024, 6, 5)) == "5 June 2024"
    assert GERMAN.inside("Truncated") == "gekürzt"
    assert GERMAN.inside("Tense") == "Zeitform"


def test_a_language_there_are_no_words_for_is_english():
    assert locale("xx").language == "en"
    assert locale("xx")("Old version") == "Old version"
