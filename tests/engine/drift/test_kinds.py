"""Each change gets the kind an editor would give it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compared_texts import STORY, version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.drift.metadata import metadata_changes
from driftline.engine.drift.summary import summary
from driftline.engine.records import Cut, Edit, Kind, Reason, Role, Severity, Span


def edits(old: str, new: str) -> tuple[Edit, ...]:
    return classify(align(version(old), version(new)))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("They saw the old boats there.", "They saw these old boats there.", "determiner"),
        ("They saw the old boats there.", "They saw old boats there.", "determiner"),
        ("He leaned on the rail.", "He leaned upon the rail.", "preposition"),
        ("He ran from the old mill.", "He ran out of the old mill.", "preposition"),
        ("It cost the town 3,000 pounds.", "It cost the town 3,500 pounds.", "number"),
        ("A nine-month-old seal came ashore.", "A ten-month-old seal came ashore.", "number"),
        ("It began in 2019 with a flood.", "It began in 2018 with a flood.", "date"),
        ("They met on 4 March at noon.", "They met on 6 March at noon.", "date"),
        ("They met on Monday at noon.", "They met on Friday at noon.", "date"),
        ("They met last month in town.", "They met last year in town.", "date"),
        ("They will meet this week in town.", "They will meet next week in town.", "date"),
        ("They met yesterday in town.", "They met on Monday in town.", "date"),
        ("They met on 4 March at noon.", "They met on March 4 at noon.", "typography"),
        ("They met on March 4, 2019.", "They met on the 4th of March 2019.", "typography"),
        ("They met at 3pm in town.", "They met at 15:00 in town.", "typography"),
        ("They met at 3pm in town.", "They met at 14:00 in town.", "number"),
        ("It cost them $3.2 billion then.", "It cost them $3.2bn then.", "typography"),
        ("It cost them $3.2 billion then.", "It cost them $3.3bn then.", "number"),
        ("They saw at least 30 seals.", "They saw as many as 30 seals.", "number"),
        ("They saw nearly half of it.", "They saw more than half of it.", "number"),
        ("They saw nearly 30 seals.", "They saw almost 30 seals.", "paraphrase"),
        ("It cost 2 to 3 pounds.", "It cost 2-3 pounds.", "typography"),
        ("It cost 1.5 million pounds.", "It cost 15 million pounds.", "number"),
        ("It cost 1,500 pounds then.", "It cost 1500 pounds then.", "typography"),
        ("They met last year in town.", "They met in 2018 in town.", "date"),
        ("They meet next Tuesday in town.", "They meet Tuesday in town.", "date"),
        ("They meet on Tuesday.", "They meet on Tuesday, June 4.", "date"),
        ("It was a Danish boat.", "It was a boat.", "name"),
        ("The Harbour Trust agreed.", "The HT agreed.", "name"),
        ("It weighed 9 kg then.", "It weighed 9 kilograms then.", "spelling_variant"),
        ("It failed to float there.", "It managed to float there.", "negation"),
        ("It is likely to sink there.", "It is certain to sink there.", "modality"),
        ("They are mending the old quay.", "They mended the old quay.", "tense"),
        ("We spoke to Ann Thole there.", "We spoke to Ann Tohle there.", "name"),
        ("We spoke to Ann Thole there.", "We spoke to A. Thole there.", "name"),
        ("We spoke to Ann Thole there.", "We spoke to Thole there.", "name"),
        ("It was Captain Reed who knew.", "It was Major Reed who knew.", "title"),
        ("The former owner of it came.", "The owner of it came.", "title"),
        ("Boats sank there.", "Boat sank there.", "paraphrase"),
        ("Reed left. Reed fell.", "Reed left. Moreover, Reed fell.", "insertion"),
        ("The road was open to cars.", "The road was not open to cars.", "negation"),
        ("They came with a map of it.", "They came without a map of it.", "negation"),
        ("The wall is likely to fall.", "The wall is unlikely to fall.", "negation"),
        ("The wall will fall in winter.", "The wall may fall in winter.", "modality"),
        ("The wall was broken by ice.", "The wall was reportedly broken by ice.", "modality"),
        ("The wall is too old to last.", "The wall appears to be too old to last.", "modality"),
        ("The mayor knows of the plan.", "The mayor knew of the plan.", "tense"),
        ("The plan has been dropped.", "The plan had been dropped.", "tense"),
        ("The wall would fall, he said.", "The wall would fall, he claimed.", "reporting_verb"),
        ("The harbour was closed today.", "The harbor was closed today.", "spelling_variant"),
        ("They have organised a choir.", "They have organized a choir.", "spelling_variant"),
        ("The mayor’s car went by.", "The mayor's car went by.", "typography"),
        ("Forty, fifty, and sixty went.", "Forty, fifty and sixty went.", "typography"),
        ("About 40% of them went.", "About 40 percent of them went.", "typography"),
        ("Two  boats lay at the quay.", "Two boats lay at the quay.", "typography"),
        ("The big boats lay at the quay.", "The large boats lay at the quay.", "paraphrase"),
        ("It fell due to heavy rain.", "It fell because of heavy rain.", "paraphrase"),
        ("They don't like the plan.", "They do not like the plan.", "paraphrase"),
        ("The quay was repaired.", "The quay was hastily repaired.", "insertion"),
        ("The quay (a ruin) was repaired.", "The quay was repaired.", "deletion"),
        ("“The wall is weak,” he said.", "“The wall was weak,” he said.", "quotation"),
    ],
)
def test_one_change_of_one_kind(old: str, new: str, kind: str) -> None:
    assert [edit.kind.value for edit in edits(old, new)] == [kind]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("They saw about 30 seals.", "They saw over 30 seals."),
        ("They saw 30 seals.", "They saw more than 30 seals."),
        ("They saw up to 30 seals.", "They saw 30 seals."),
        ("The mill will close, the mayor said.", "The mill will close."),
        ("The mill will close.", "According to the mayor, the mill will close."),
    ],
)
def test_what_bounds_a_number_and_who_says_so_matter_much(old: str, new: str) -> None:
    assert edits(old, new)[0].severity is Severity.HIGH


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("They want to keep the mill.", "They want to object and keep the mill."),
        (
            "The tide rose and the wall stood.",
            "The tide rose and the wall stood in certain states.",
        ),
        ("They kept the mill going.", "They kept the mill going, and repairs will continue."),
    ],
)
def test_words_that_only_look_like_reporting_are_no_attribution(old: str, new: str) -> None:
    assert not [edit for edit in edits(old, new) if edit.rule.startswith("attribution")]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("The tide rose.", "First, the tide rose.", Kind.INSERTION),
        ("The tide rose twice.", "The tide rose.", Kind.NUMBER),
    ],
)
def test_a_word_that_counts_what_is_said_is_no_number(old: str, new: str, kind: Kind) -> None:
    assert edits(old, new)[0].kind is kind


def test_an_edit_in_a_quotation_says_what_it_would_be_outside() -> None:
    (edit,) = edits("“We will not pay,” he said.", "“We will pay,” he said.")
    assert (edit.kind, edit.subkind) == (Kind.QUOTATION, Kind.NEGATION)
    assert edit.in_quote
    assert edit.severity is Severity.HIGH


def test_other_marks_leave_a_quotation_alone() -> None:
    found = edits("“We paid,” he said – twice.", '"We paid," he said - twice.')
    assert {edit.kind for edit in found} == {Kind.TYPOGRAPHY}


def test_the_two_marks_of_a_pair_are_one_act() -> None:
    found = edits("It was an accident, he said.", "It was an “accident”, he said.")
    assert [edit.kind for edit in found] == [Kind.QUOTATION] * 2
    assert found[0].group == found[1].group is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"We sail at dawn", he said.', "“We sail at dawn,” he said."),
        ("“We sail,” he said. “We must.”", "“We sail. We must,” he said."),
    ],
)
def test_a_mark_that_follows_its_comma_or_attribution_changes_no_quotation(
    old: str, new: str
) -> None:
    assert Kind.QUOTATION not in {edit.kind for edit in edits(old, new)}


def test_a_quotation_that_now_begins_later_is_told() -> None:
    found = edits("He called it “a sad day”.", "He called it a “sad day”.")
    assert [edit.kind for edit in found].count(Kind.QUOTATION) == 1


def test_neighbours_of_two_kinds_are_two_edits() -> None:
    found = edits("They are often seen there.", "They were not often seen there.")
    assert [edit.kind for edit in found] == [Kind.TENSE, Kind.NEGATION]


def test_an_edit_is_whole_words_and_says_why() -> None:
    old, new = "He is the leading voice of it.", "He is a leading voice of it."
    (edit,) = edits(old, new)
    assert (edit.a.of(old), edit.b.of(new)) == ("the", "a")
    assert edit.explanation.startswith("*the leading voice* became *a leading voice*: ")


def test_sentences_and_paragraphs() -> None:
    old = "The pump failed at noon. The road was closed. Buses went round by the mill."
    split = old.replace(". Buses", ".\n\nBuses")
    assert [e.kind for e in edits(old, split)] == [Kind.PARAGRAPH_SPLIT]
    assert [e.kind for e in edits(split, old)] == [Kind.PARAGRAPH_MERGE]
    joined = old.replace(". The road", ", and the road")
    assert [e.kind for e in edits(old, joined)] == [Kind.SENTENCE_MERGE]
    assert [e.kind for e in edits(joined, old)] == [Kind.SENTENCE_SPLIT]
    (gone,) = edits(old, old.replace(" The road was closed.", ""))
    assert (gone.kind, gone.severity) == (Kind.DELETION, Severity.HIGH)


def test_a_moved_paragraph_is_one_move_with_its_inner_edits() -> None:
    story = STORY.split("\n\n")
    story.insert(1, story.pop(8).replace("Tuesday", "Thursday"))
    found = edits(STORY, "\n\n".join(story))
    assert sorted(edit.kind for edit in found) == [Kind.DATE, Kind.MOVE]


def test_headings_are_metadata_and_never_edits() -> None:
    old = version("Wall falls\n\nThe wall fell.", Role.HEADLINE)
    new = version(
        "Harbour wall falls\n\nStorm to blame\n\nThe wall fell.", Role.HEADLINE, Role.STANDFIRST
    )
    assert classify(align(old, new)) == ()
    assert [(c.field, c.old, c.new) for c in metadata_changes(old, new)] == [
        ("headline", "Wall falls", "Harbour wall falls"),
        ("standfirst", None, "Storm to blame"),
    ]


def test_cut_text_takes_no_part() -> None:
    text = "The old pump failed ADVERTISEMENT at noon."
    cut = Cut(Span(20, 33), Reason.ADVERTISEMENT)
    old = replace(version(text), cuts=(cut,))
    assert classify(align(old, version("The old pump failed at noon."))) == ()
    (edit,) = classify(align(old, version("The old pump at noon.")))
    assert edit.a.of(text).strip() == "failed"
    assert not edit.a.meets(cut.span)


def test_the_summary_counts_words_kept() -> None:
    found = align(version("One two three four."), version("One two five four six."))
    told = summary(found, classify(found))
    assert (told.old_words, told.new_words, told.kept_words) == (4, 5, 3)
    assert told.kept == pytest.approx(0.6)
    assert sum(told.counts.values()) == 2


def test_another_language_still_compares() -> None:
    found = edits("Der Fluß stieg 2019 um drei Meter.", "Der Fluß stieg 2020 um drei Meter.")
    assert [edit.kind for edit in found] == [Kind.DATE]


@pytest.mark.parametrize(
    ("old", "new"),
    [("חדשות טובות היום בעיר.", "חדשות רעות היום בעיר."), ("今日は晴れです。", "今日は雨です。")],
)
def test_right_to_left_and_unspaced_scripts_change_in_whole_words(old: str, new: str) -> None:
    found = edits(old, new)
    assert found
    assert all(len(edit.a) < len(old) / 2 for edit in found)
