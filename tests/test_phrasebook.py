"""What engine, review and report say has German words, all of it."""

import ast
import string
import tomllib
from pathlib import Path

import pytest

import driftline
from driftline import assets
from driftline.engine.reading import sniffing
from driftline.engine.records import Edit, Kind, Severity, Span
from driftline.phrasebook import explained, rule_name, said
from driftline.review.statuses import Status

PACKAGE = Path(driftline.__file__).parent
#: Where the sentences stand that an editor reads.
MODULES = (
    *(PACKAGE / "engine" / "reading").glob("*.py"),
    PACKAGE / "engine" / "quotation" / "ledger.py",
    *(PACKAGE / "review").glob("*.py"),
    *(PACKAGE / "report" / name for name in ("files.py", "glyphs.py", "worker.py", "write.py")),
)
#: What may stand in a sentence's braces, where it isn't just any number or name.
FILLED = {
    "kind": "PDF",
    "self._kind": "PDF",
    "listed": "2 tables and 1 footnote",
    "', '.join(beside)": "2 attachments",
    "changes": "3 tracked changes",
    "_instead_of(suffix)": "",
    "before.kind": "direct",
    "after.kind": "indirect",
    "became": "“a” became “b”",
    "detail": "Fused with another quotation",
    "moved": "",
    "before.status.value": "fine",
    "was": "“a” → “b”",
    "error": "true or false",
    "trouble(error, path)": "this is a folder; give the report a file name",
    "_told(trouble)": "a.txt: the file is empty; check that it was saved or sent completely",
    "places": "3 places",
    "'is' if self.lost == 1 else 'are'": "are",
    "_SAFE": "everything before it is safe.",
    "what": "the file is empty",
    "'; ' + advice if advice else ''": "",
    "FILE": "preferences.json",
    "path": "a.pdf",
}
#: Told to nobody, or only on the command line.
UNTOLD = ("there is no page", "word for word the same")


def spelled(node):
    """The text of a string in the code, with something in its braces."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    return "".join(
        each.value if isinstance(each, ast.Constant) else filled(ast.unparse(each.value))
        for each in node.values
    )


def filled(code):
    if code.startswith("count("):
        noun = code.split("'")[-2]
        return f"3 {noun}"
    return FILLED.get(code, "7")


def told_in(tree):
    """The sentences and parts of sentences in a module's troubles and notes."""
    constants = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        name = getattr(called, "id", getattr(called, "attr", ""))
        if name == "DriftlineError":
            yield from (("sentence", spelled(each)) for each in node.args[:1])
        elif name.endswith("Error"):
            for part in node.args[1:3]:
                known = constants.get(part.id, part) if isinstance(part, ast.Name) else part
                yield "part", spelled(known)


def sentences_in(tree):
    """Whole sentences: they begin with a capital and end with a full stop."""
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and isinstance(node.body[0], ast.Expr)
    }
    inner = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node) if part is not node
    }  # fmt: skip
    for node in ast.walk(tree):
        text = spelled(node) if id(node) not in documented | inner else ""
        if text.endswith(".") and " " in text and (text[0].isupper() or text[0].isdigit()):
            yield text


def test_every_sentence_for_the_editor_has_german_words():
    left = []
    for module in MODULES:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        told = [(kind, text) for kind, text in told_in(tree) if text]
        told += [("sentence", text) for text in sentences_in(tree)]
        for kind, text in told:
            whole = f"a.txt: {text}" if kind == "part" else text
            whole = whole.replace("it is PDF", "it is a program")
            if said(whole, "de") == whole and not any(part in text for part in UNTOLD):
                left.append((module.name, text))
    assert not left, "\n".join(map(str, left))


def test_a_german_sentence_says_nothing_the_english_one_does_not():
    def held(sentence):
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

    table = tomllib.loads(assets.path("translations", "sentences_de.toml").read_text("utf-8"))
    for section in table.values():
        for english, german in section.items():
            assert german.strip(), english
            assert held(german) <= held(english)


def test_what_a_file_may_be_instead_has_german_words():
    strangers = [f"it is {kind}, not a text" for _, kind in sniffing._STRANGERS]
    endings = [f"it holds no text{sniffing._instead_of(s)}; it may be damaged or of another kind"
               for s in sniffing.SUFFIXES]  # fmt: skip
    for what in (*strangers, *endings):
        assert "kein" in said(f"a.bin: {what}", "de")
    assert "das ist ein Bild, kein Text" in said("a.bin: it is a picture, not a text", "de")


def test_a_list_is_said_one_thing_after_the_other():
    note = "Left out of the text: 12 footnotes, 1 table and 2 comments."
    german = "Nicht in den Text übernommen: 12 Fußnoten, 1 Tabelle und 2 Kommentare."
    assert said(note, "de") == german


def test_names_may_hold_what_parts_a_sentence():
    trouble = "to do: buy; sell.pdf (damaged): this PDF is protected by a password"
    german = "to do: buy; sell.pdf (beschädigt): dieses PDF ist mit einem Kennwort geschützt"
    assert said(trouble, "de") == german


def test_what_became_of_a_quotation_is_said_with_its_words():
    detail = "Cut short: “of the works” left out; “we” became “they”; and now said by Ada."
    assert said(detail, "de") == detail  # no sentence of ours
    detail = detail.replace("by Ada.", "by Ada instead of Bea.")
    assert said(detail, "de") == (
        "Gekürzt: „of the works“ fiel weg; „we“ wurde zu „they“; "
        "jetzt gesagt von: Ada, vorher: Bea."
    )


@pytest.mark.parametrize("status", Status)
def test_why_something_is_open_again(status):
    why = f"Open again: it was “{status.value}” while it read “a tram” → “the tram”."
    assert "„a tram“ → „the tram“" in said(why, "de")
    assert status is Status.OPEN or status.value not in said(why, "de")


def test_what_there_are_no_words_for_stays_as_it_is():
    assert said("a.txt: something else; do this", "de") == "a.txt: something else; do this"
    assert said("The file is damaged", "en") == "The file is damaged"
    endless = "; ".join(["“a” left out"] * 200) + "; and so on"
    assert said(endless, "de") == endless


def test_an_explanation_cites_the_words_in_german():
    edit = Edit(
        1, Kind.NUMBER, Severity.HIGH, Span(0, 2), Span(0, 2), rule="number",
        explanation="*48* became *84*: another number.",
    )  # fmt: skip
    assert explained(edit, "de") == "„48“ wurde zu „84“: eine andere Zahl."
    assert explained(edit, "en") == "“48” became “84”: another number."


def test_every_rule_has_a_german_name():
    table = tomllib.loads(assets.path("lexicons", "en", "explanations.toml").read_text("utf-8"))
    articles = tomllib.loads(assets.path("lexicons", "en", "determiners.toml").read_text("utf-8"))
    classes = [name for name in articles if name != "alone"]
    rules = [*table["why"], *table["whole"], *(f"{a}>{b}" for a in classes for b in classes)]
    left = [r for r in rules if rule_name(r, "de") == rule_name(r, "en")]
    assert left == []
    assert rule_name("definite>indefinite", "en") == "definite → indefinite"
    assert rule_name("sentence_added", "de") == "Satz hinzugekommen"
    assert rule_name("a rule to come", "de") == "a rule to come"


def test_every_reason_for_a_change_has_german_words() -> None:
    english = tomllib.loads(assets.path("lexicons", "en", "explanations.toml").read_text("utf-8"))
    german = tomllib.loads(assets.path("translations", "explanations_de.toml").read_text("utf-8"))
    for part in ("frame", "why", "whole"):
        assert set(english[part]) <= set(german[part])
    for rule in english["why"]:
        assert rule_name(rule, "de") != rule.replace(">", " → ")
