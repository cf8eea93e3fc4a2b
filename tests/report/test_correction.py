from dataclasses import replace

import pytest

from driftline.engine.errors import DriftlineError
from driftline.engine.records import Kind, Quotation, QuotationKind, Quotations, Span
from driftline.report.correction import CorrectionTemplate, correction, worded
from report import making


def test_a_changed_word_is_told_with_its_neighbours():
    comparison = making.texts(
        ["The council will meet on Monday to vote. It is cold."],
        ["The council will meet on Sunday to vote. It is cold."],
    )
    assert correction(comparison, [comparison.edits[0].id]) == (
        "An earlier version of this story said “council will meet on Monday to vote”; "
        "it has been corrected to “council will meet on Sunday to vote”."
    )


def test_whole_paragraphs_come_and_go():
    comparison = making.texts(["Stays."], ["Stays.", "A new end."])
    assert "left out “A new end.”" in correction(comparison, [comparison.edits[0].id])
    comparison = making.texts(["Stays.", "An old end."], ["Stays."])
    assert "said “An old end.”; this has been removed" in correction(comparison, [1])


def test_a_long_paragraph_that_became_another_is_told_by_its_beginning():
    old, new = ("It rained on the bridge all day. " * 9).strip(), "It snowed."
    comparison = making.texts([old, "Stays."], [new, "Stays."])
    whole = replace(comparison.edits[0], a=Span(0, len(old)), b=Span(0, len(new)))
    told = correction(replace(comparison, edits=(whole,)), [whole.id])
    assert "bridge all …”; it has been corrected to “It snowed.”." in told


def test_a_quotation_names_its_speaker():
    comparison = making.texts(["“We won,” said Ana Pires."], ["“We lost,” said Ana Pires."])
    quotation = Quotation(Span(0, 9), (Span(0, 9),), QuotationKind.DIRECT, "Ana Pires")
    comparison = replace(
        comparison,
        edits=(replace(comparison.edits[0], in_quote=True),),
        new_quotations=Quotations((quotation,)),
    )
    assert correction(comparison, [1]) == (
        "An earlier version of this story misquoted Ana Pires as saying “We won”; "
        "the quotation has been corrected to “We lost”."
    )


def test_typography_and_what_was_not_chosen_are_left_out():
    comparison = making.texts(["It rained."], ["It snowed."])
    assert correction(comparison, []) == ""
    plain = replace(comparison.edits[0], kind=Kind.TYPOGRAPHY)
    assert correction(replace(comparison, edits=(plain,)), [plain.id]) == ""


def test_the_house_style_can_be_set():
    comparison = making.texts(["It rained."], ["It snowed."])
    template = CorrectionTemplate(replaced="Not “{old}” but “{new}”.")
    assert correction(comparison, [1], template) == "Not “It rained” but “It snowed”."


@pytest.mark.parametrize("wrong", ["{name}", "{old", "{old.__class__}", "{0}"])
def test_a_template_with_unknown_fields_is_refused_with_a_sentence(wrong):
    with pytest.raises(DriftlineError, match="only"):
        CorrectionTemplate(replaced=wrong).checked()


def test_the_sentences_of_the_house_stand_among_those_of_the_language():
    template = worded("de", {"moved": "Verschoben.", "unheard of": "?"})
    assert template.moved == "Verschoben."
    assert template.replaced.startswith("In einer früheren Fassung")
    assert template.checked() == template
    assert worded("en") == CorrectionTemplate()
