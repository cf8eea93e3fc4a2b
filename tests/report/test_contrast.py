from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.quotation.wording import words_of, words_within
from driftline.report.contrast import contrast, shortened
from driftline.report.model import Mark, Run

texts = st.text("ab ’'“”.é한ो", max_size=30)


def marked(runs):
    signs = {Mark.SAME: "{}", Mark.DELETED: "[-{}-]", Mark.INSERTED: "[+{}+]", Mark.POINT: "^{}"}
    return "".join(signs[run.mark].format(run.text) for run in runs)


def test_words_of_one_text_only_are_marked_and_their_place_in_the_other():
    old, new = contrast("“We will not open it today,”", "“We will open it on Monday,”")
    assert marked(old) == "“We will [-not-] open it [-today-],”"
    assert marked(new) == "“We will ^open it [+on Monday+],”"


def test_words_put_in_at_the_end_stand_before_the_closing_mark():
    old, _ = contrast("“We go.”", "“We go now.”")
    assert marked(old) == "“We go^.”"


def test_case_marks_and_spaces_are_no_difference_of_words():
    old, new = contrast("“Don't go — yet,”", "«don’t go, yet»")
    assert [run.mark for run in (*old, *new)] == [Mark.SAME] * 2


def test_a_mark_takes_a_letter_with_its_vowel_sign():
    old, new = contrast("नहीं है", "नहीं थी")
    assert marked(old) == "नहीं [-है-]"
    assert marked(new) == "नहीं [+थी+]"


@given(texts, texts)
def test_the_runs_are_the_texts_and_what_is_not_marked_has_the_same_words(old, new):
    sides = contrast(old, new)
    assert ["".join(run.text for run in side) for side in sides] == [old, new]
    kept = [
        [word for r in side if r.mark is Mark.SAME for word in words_of(r.text)] for side in sides
    ]
    assert kept[0] == kept[1]


@given(texts)
def test_words_are_found_where_they_stand(text):
    found = words_within(text)
    assert tuple(word for word, _ in found) == words_of(text)
    assert all(words_of(text[start:end]) == (word,) for word, (start, end) in found)


def test_of_a_long_quotation_the_words_that_differ_are_left():
    same = Run("word " * 400)
    runs = shortened((same, Run("not", Mark.DELETED), same))
    assert [run.mark for run in runs] == [Mark.SAME, Mark.DELETED, Mark.SAME]
    assert all(len(run.text) < 300 for run in runs)
    assert " … " in runs[0].text


def test_of_very_many_differences_the_first_are_told():
    runs = shortened([Run("word ", mark) for mark in (Mark.SAME, Mark.DELETED)] * 5000)
    assert len("".join(run.text for run in runs)) < 1300
    assert runs[-1].text == " …"
