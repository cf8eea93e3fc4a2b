"""Words that say another thing weigh much, though no grammar tells them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compared_texts import version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.records import Edit, Kind, Metadata, Severity


def edit(old: str, new: str, language: str = "en") -> Edit:
    metadata = Metadata(language=language)
    found = classify(
        align(replace(version(old), metadata=metadata), replace(version(new), metadata=metadata))
    )
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("old", "new", "kind", "rule"),
    [
        ("Rents rose in the town.", "Rents fell in the town.", "paraphrase", "antonym"),
        ("She voted for the plan.", "She voted against the plan.", "preposition", "antonym"),
        ("It came before the vote.", "It came after the vote.", "preposition", "antonym"),
        ("A baker was accused of it.", "A baker was convicted of it.", "paraphrase", "law"),
        ("He is held for murder.", "He is held for manslaughter.", "paraphrase", "law"),
        ("The rebels took the port.", "The terrorists took the port.", "paraphrase", "label"),
        ("The protesters went home.", "The rioters went home.", "paraphrase", "label"),
        ("The talks took six days.", "The talks took six weeks.", "number", "unit"),
        ("They paid $900 for it.", "They paid €900 for it.", "number", "unit"),
        ("They paid 900 dollars for it.", "They paid 900 euros for it.", "number", "unit"),
        ("Doors open at 7 a.m. there.", "Doors open at 7 p.m. there.", "date", "time of day"),
        ("They left on Friday night.", "They left on Friday morning.", "date", "time of day"),
        ("He did not answer them.", "He did never answer them.", "negation", "negation firmness"),
        ("Six boats sank at sea.", "Several boats sank at sea.", "paraphrase", "figure"),
        ("They asked her for help.", "They asked him for help.", "paraphrase", "person"),
    ],
)
def test_a_contrast_weighs_much(old: str, new: str, kind: str, rule: str) -> None:
    for found in (edit(old, new), edit(new, old)):
        assert (found.kind, found.rule, found.severity) == (kind, rule, Severity.HIGH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rents rose in the town.", "Rents climbed in the town."),
        ("The talks took days.", "The talks took weeks."),
        ("They liked the first plan.", "They liked the initial plan."),
        ("The town council met there.", "The local council met there."),
    ],
)
def test_other_words_for_the_same_weigh_less(old: str, new: str) -> None:
    found = edit(old, new)
    assert (found.kind, found.severity) == (Kind.PARAPHRASE, Severity.MEDIUM)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Die Mieten stiegen im Ort.", "Die Mieten sanken im Ort.", "antonym"),
        ("Er stimmte für den Plan.", "Er stimmte gegen den Plan.", "antonym"),
        ("Der Bäcker wurde angeklagt.", "Der Bäcker wurde verurteilt.", "law"),
        ("Es dauerte sechs Tage lang.", "Es dauerte sechs Wochen lang.", "unit"),
        ("Sie kamen am Abend an.", "Sie kamen am Morgen an.", "time of day"),
    ],
)
def test_a_contrast_of_german_weighs_much(old: str, new: str, rule: str) -> None:
    found = edit(old, new, "de")
    assert (found.rule, found.severity) == (rule, Severity.HIGH)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Les loyers ont augmenté ici.", "Les loyers ont baissé ici.", "antonym"),
        ("Elle a voté pour ce plan.", "Elle a voté contre ce plan.", "antonym"),
        ("Le boulanger a été inculpé.", "Le boulanger a été condamné.", "law"),
        ("Cela a duré six jours.", "Cela a duré six semaines.", "unit"),
        ("Ils sont arrivés le soir.", "Ils sont arrivés le matin.", "time of day"),
    ],
)
def test_a_contrast_of_french_weighs_much(old: str, new: str, rule: str) -> None:
    found = edit(old, new, "fr")
    assert (found.rule, found.severity) == (rule, Severity.HIGH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He said the boat had sunk.", "He said that the boat had sunk."),
        ("She told them it was late.", "She told them that it was late."),
        ("They said boats are rare.", "They said that boats are rare."),
    ],
)
def test_a_conjunction_that_may_be_left_out_weighs_little(old: str, new: str) -> None:
    added, dropped = edit(old, new), edit(new, old)
    assert (added.kind, added.severity) == (Kind.INSERTION, Severity.LOW)
    assert (dropped.kind, dropped.severity) == (Kind.DELETION, Severity.LOW)


def test_what_points_at_a_noun_stays_a_determiner() -> None:
    assert edit("They sold house keys.", "They sold that house keys.").kind is Kind.DETERMINER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Some migrants came ashore.", "Some immigrants came ashore."),
        ("The judge closed the file.", "The judge disclosed the file."),
        ("The jury was long there.", "The injury was long there."),
    ],
)
def test_what_only_begins_like_a_denial_is_none(old: str, new: str) -> None:
    assert edit(old, new).kind is Kind.PARAPHRASE


def test_another_place_before_a_hyphen_is_no_misspelling() -> None:
    found = edit("The Lisbon-based firm closed.", "The London-based firm closed.")
    assert (found.kind, found.rule) == (Kind.NAME, "name")


def test_an_attribution_put_another_way_is_neither_added_nor_dropped() -> None:
    said = "The bridge is safe, officials said."
    metadata = Metadata(language="en")
    retold = "The bridge is safe, according to officials."
    for old, new in ((said, retold), (retold, said)):
        found = classify(
            align(
                replace(version(old), metadata=metadata), replace(version(new), metadata=metadata)
            )
        )
        assert {e.kind for e in found} == {Kind.REPORTING_VERB}
        assert {e.severity for e in found} == {Severity.MEDIUM}


def test_a_name_that_lost_its_possessive_is_no_other_name() -> None:
    found = edit("They met Vale's partners.", "They met Vale partners.")
    assert (found.kind, found.severity) == (Kind.PARAPHRASE, Severity.MEDIUM)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rents rose 5% there.", "Rents rose 5 there."),
        ("The repair cost $500 there.", "The repair cost 500 there."),
    ],
)
def test_a_unit_that_went_is_no_matter_of_punctuation(old: str, new: str) -> None:
    for found in (edit(old, new), edit(new, old)):
        assert (found.kind, found.severity) == (Kind.NUMBER, Severity.HIGH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Their 3-year-old boat sank.", "Their three-year-old boat sank."),
        ("They waited for 12 days.", "They waited for a dozen days."),
    ],
)
def test_one_number_written_two_ways_is_typography(old: str, new: str) -> None:
    assert edit(old, new).kind is Kind.TYPOGRAPHY


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He may have known of it.", "He knew of it."),
        ("He might win the race.", "He won the race."),
    ],
)
def test_a_verb_that_is_no_longer_qualified_is_modality(old: str, new: str) -> None:
    assert edit(old, new).kind is Kind.MODALITY
    assert edit(new, old).kind is Kind.MODALITY
