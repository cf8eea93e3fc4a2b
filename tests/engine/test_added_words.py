"""Words and severities of the editor's own change how a comparison is named, and nothing else."""

from __future__ import annotations

import pytest

from driftline.engine import pipeline
from driftline.engine.drift.verbs import regular_forms
from driftline.engine.lexicon import lexicon
from driftline.engine.options import AddedWords, DriftOptions, Options, QuotationOptions
from driftline.engine.records import Edit, Kind, Severity


def edits(old: str, new: str, options: Options | None = None) -> tuple[Edit, ...]:
    texts = [f"The ferry to Hollin is late again.\n\n{text}\n" for text in (old, new)]
    versions = [pipeline.load_text(text, "pasted") for text in texts]
    return pipeline.compare(*versions, options).edits


def adding(place: str, *words: str) -> Options:
    added: AddedWords = ((place, words),)
    return Options(drift=DriftOptions(words=added), quotation=QuotationOptions(words=added))


@pytest.mark.parametrize(
    ("old", "new", "place", "word", "kind"),
    [
        (
            "The crew kept the old kerb clean all week.",
            "The crew kept the old curbe clean all week.",
            "en/spelling/pairs",
            "kerb = curbe",
            Kind.SPELLING_VARIANT,
        ),
        (
            "They gave the prize to lumenco in the end.",
            "They gave the prize to brightco in the end.",
            "en/names/known",
            "lumenco brightco",
            Kind.NAME,
        ),
        (
            "It was Reeve Marlow who held the keys.",
            "It was Marlow who held the keys.",
            "en/titles/offices",
            "reeve",
            Kind.TITLE,
        ),
        (
            "The bridge is safe for all the lorries.",
            "The bridge is mayhaps safe for all the lorries.",
            "en/modality/alone",
            "mayhaps",
            Kind.MODALITY,
        ),
        (
            "The bridge would fall, the mayor said on Friday.",
            "The bridge would fall, the mayor grumped on Friday.",
            "en/reporting/speech",
            ", ".join(regular_forms("grump")),
            Kind.REPORTING_VERB,
        ),
    ],
)
def test_a_word_of_the_editors_names_a_change_and_is_forgotten_without_her(
    old: str, new: str, place: str, word: str, kind: Kind
) -> None:
    (before,) = edits(old, new)
    assert before.kind is not kind
    (after,) = edits(old, new, adding(place, word))
    assert after.kind is kind
    assert edits(old, new) == (before,)


def test_a_reporting_verb_of_the_editors_finds_who_speaks() -> None:
    version = pipeline.load_text("“The pier is closed,” grumped Ada Marlow.\n", "pasted")
    verb = ", ".join(regular_forms("grump"))
    options = adding("en/reporting/speech", verb)
    (found,) = pipeline.quotations(version, options).quotations
    assert (found.speaker, found.cue) == ("Ada Marlow", "grumped")


def test_what_has_not_the_form_of_its_list_is_left_out() -> None:
    added: AddedWords = (
        ("en/spelling/pairs", ("one word", "a = b = c", " = ", "kerb = curb")),
        ("en/severity/kind", ("high",)),
        ("en/titles", ("reeve",)),
        ("de/titles/offices", ("Vogt",)),
        ("", ("x",)),
        ("en/new/list", ("a", " ")),
    )
    pack, plain = lexicon("en", added), lexicon("en")
    assert pack.table("spelling")["pairs"] == [*plain.table("spelling")["pairs"], ["kerb", "curb"]]
    assert pack.table("severity") == plain.table("severity")
    assert pack.table("titles") == plain.table("titles")
    assert pack.words("new", "list") == {"a"}


def test_a_kind_weighs_what_the_editor_says() -> None:
    old, new = "They saw the old boats there.", "They saw old boats there."
    (usual,) = edits(old, new)
    heavy = Options(drift=DriftOptions(severities=(("determiner", "high"),)))
    (chosen,) = edits(old, new, heavy)
    assert usual.severity is Severity.MEDIUM
    assert chosen.severity is Severity.HIGH
    added = "They saw the old boats there. Nobody was on board."
    gone = Options(drift=DriftOptions(severities=(("insertion", "low"),)))
    assert [e.severity for e in edits(old, added)] == [Severity.HIGH]
    assert [e.severity for e in edits(old, added, gone)] == [Severity.LOW]


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("grump", "grump grumps grumped grumped grumping"),
        ("opine", "opine opines opined opined opining"),
        ("decry", "decry decries decried decried decrying"),
        ("bray", "bray brays brayed brayed braying"),
        ("hiss", "hiss hisses hissed hissed hissing"),
        ("agree", "agree agrees agreed agreed agreeing"),
    ],
)
def test_a_regular_verb_gets_its_forms(base: str, forms: str) -> None:
    assert " ".join(regular_forms(base)) == forms
