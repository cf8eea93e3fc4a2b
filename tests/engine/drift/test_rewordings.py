"""What copy desks do to a sentence is told as an editor would tell it: kind, weight and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compared_texts import version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.records import Edit, Metadata

_MIRRORED = {
    "added": "dropped",
    "dropped": "added",
    "more": "less",
    "less": "more",
    "rounded": "exact",
    "exact": "rounded",
    "insertion": "deletion",
    "deletion": "insertion",
}


def edits(old: str, new: str, language: str = "en") -> tuple[Edit, ...]:
    metadata = Metadata(language=language)
    return classify(
        align(replace(version(old), metadata=metadata), replace(version(new), metadata=metadata))
    )


def told(old: str, new: str, language: str = "en") -> list[tuple[str, str, str]]:
    return [
        (e.kind.value, e.severity.value, e.rule)
        for e in edits(old, new, language)
        if e.rule not in ("case", "capital")
    ]


def mirrored(rule: str) -> str:
    words = [_MIRRORED.get(word, word) for word in rule.split()]
    return {"fewer of them": "more of them", "more of them": "fewer of them"}.get(
        rule, " ".join(words)
    )


@pytest.mark.parametrize(
    ("old", "new", "kind", "severity", "rule"),
    [
        # What was not said, and why.
        (
            "The mill declined to comment.",
            "The mill did not comment.",
            "negation",
            "high",
            "refusal",
        ),
        (
            "The mill refused to pay.",
            "The mill declined to pay.",
            "paraphrase",
            "medium",
            "paraphrase",
        ),
        ("She knew of the leak.", "She did not know of the leak.", "negation", "high", "negation"),
        (
            "She never saw the map.",
            "She did not see the map.",
            "negation",
            "high",
            "negation firmness",
        ),
        # How surely.
        ("The baker allegedly ran.", "The baker ran.", "modality", "high", "doubt dropped"),
        ("The dike could break.", "The dike will break.", "modality", "high", "more certain"),
        (
            "The dike seems safe to us.",
            "The dike is safe to us.",
            "modality",
            "high",
            "more certain",
        ),
        ("The dike may break.", "The dike might break.", "modality", "medium", "modality"),
        ("Owners should pay.", "Owners must pay.", "modality", "high", "more binding"),
        # Of how many.
        ("All boats sank.", "Some boats sank.", "determiner", "high", "fewer of them"),
        ("Many boats sank there.", "Boats sank there.", "deletion", "high", "scope dropped"),
        ("The dike is almost dry.", "The dike is dry.", "deletion", "medium", "limit dropped"),
        # Numbers, amounts and dates.
        ("It cost $1,700 then.", "It cost 1,700 dollars then.", "typography", "low", "signs"),
        ("It cost $1,700 then.", "It cost 1,700 euros then.", "number", "high", "unit"),
        ("They saw 1,203 seals.", "They saw more than 1,200 seals.", "number", "high", "rounded"),
        ("They saw 44 seals.", "They saw about 41 seals.", "number", "high", "number"),
        ("They saw 24 seals.", "They saw about 25 seals.", "number", "high", "rounded"),
        ("They saw 1,203 seals.", "They saw more than 1,300 seals.", "number", "high", "number"),
        ("Rents rose by 7 percent.", "Rents rose to 7 percent.", "preposition", "high", "amount"),
        ("Pay is due by Friday.", "Pay is due after Friday.", "preposition", "high", "date bound"),
        ("It fell last week there.", "It fell recently there.", "date", "high", "date"),
        ("The hut 9 km away fell.", "The hut fell.", "deletion", "high", "figure dropped"),
        ("A 34-year-old diver sank.", "A diver sank.", "deletion", "medium", "age dropped"),
        ("It is 12 miles long.", "It is 19 kilometers long.", "number", "medium", "converted"),
        ("It cost $2.5 million.", "It cost more than $2 million.", "number", "high", "rounded"),
        ("A fifth of them left.", "One in five of them left.", "typography", "low", "signs"),
        (
            "It cost £250,000.",
            "It cost a quarter of a million pounds.",
            "typography",
            "low",
            "signs",
        ),
        ("It ran 410 mills.", "It ran more than 400 mills.", "number", "high", "rounded"),
        # Other words for the same.
        ("But the dike held.", "However the dike held.", "paraphrase", "low", "same sense"),
        (
            "The dike that held is old.",
            "The dike which held is old.",
            "paraphrase",
            "low",
            "same sense",
        ),
        ("It led to the attack.", "It led to the attacks.", "paraphrase", "medium", "word form"),
        ("The crew are back.", "The crew is back.", "tense", "low", "agreement"),
        # What went with other words.
        ("He denied it and left.", "He left.", "deletion", "high", "denial dropped"),
        (
            "He was freed at noon on Friday there.",
            "He was freed there.",
            "deletion",
            "high",
            "day dropped",
        ),
        (
            "Ann Reed, 58, left the town.",
            "Ann Reed left the town.",
            "deletion",
            "medium",
            "age dropped",
        ),
        ("HULL (AP) - A dike broke.", "A dike broke.", "deletion", "low", "dateline dropped"),
        ("They met on Friday morning.", "They met on Friday.", "date", "high", "date dropped"),
        (
            "It has yet to shut there.",
            "It has not shut there.",
            "negation",
            "high",
            "negation firmness",
        ),
        ("About two-thirds of them left.", "Most of them left.", "paraphrase", "high", "figure"),
        (
            "They fled to Varn in boats.",
            "They fled to eastern Tohl in boats.",
            "name",
            "high",
            "name",
        ),
        ("They own Bank of Varn shares.", "They own Tohl Group shares.", "name", "high", "name"),
        # Who acts.
        ("He was hit by a guard.", "He was hit.", "deletion", "high", "agent dropped"),
        (
            "Reed was hit by a guard there.",
            "Reed fell there.",
            "paraphrase",
            "high",
            "agent dropped",
        ),
        ("He was done by noon there.", "He was done there.", "deletion", "medium", "deletion"),
        (
            "He was knocked down by a van.",
            "He was knocked down.",
            "deletion",
            "high",
            "agent dropped",
        ),
        ("It fell in a raid by rebels.", "It fell in a raid.", "deletion", "high", "agent dropped"),
        # Who says so.
        (
            "It sank, Ann Reed said.",
            "It sank, Ann Reed told the Post.",
            "reporting_verb",
            "medium",
            "plain verb",
        ),
        (
            "It sank, Ann Reed said.",
            "It sank, Ann Reed added.",
            "reporting_verb",
            "medium",
            "plain verb",
        ),
        (
            "It sank, Ann Reed said.",
            "It sank, Ann Reed claimed.",
            "reporting_verb",
            "high",
            "reporting verb",
        ),
        ("The court heard it sank.", "It sank.", "deletion", "high", "attribution dropped"),
        ("An official saw it.", "An insider saw it.", "paraphrase", "high", "source"),
        # What came of what.
        (
            "It sank after the storm.",
            "It sank because of the storm.",
            "paraphrase",
            "high",
            "cause",
        ),
        (
            "The leak led to a fire.",
            "The leak contributed to a fire.",
            "paraphrase",
            "high",
            "cause",
        ),
        ("Two divers were hurt.", "Two divers were killed.", "paraphrase", "high", "outcome"),
        ("The chief stepped down.", "The chief was sacked.", "paraphrase", "high", "outcome"),
        ("Rents rose slightly.", "Rents rose sharply.", "paraphrase", "high", "degree"),
        ("They live near Varn.", "They live in Varn.", "preposition", "medium", "place"),
        # Titles and names.
        ("We met Sen. Ann Reed.", "We met Senator Ann Reed.", "title", "low", "title form"),
        (
            "They asked Reed there.",
            "They asked somebody there.",
            "paraphrase",
            "medium",
            "name gone",
        ),
    ],
)
def test_a_rewording_is_told_alike_both_ways(
    old: str, new: str, kind: str, severity: str, rule: str
) -> None:
    assert told(old, new) == [(kind, severity, rule)]
    if rule not in ("name gone", "attribution dropped"):
        assert told(new, old) == [(mirrored(kind), severity, mirrored(rule))]


@pytest.mark.parametrize(
    ("old", "new", "language", "rule", "severity"),
    [
        ("Der mutmaßliche Dieb floh.", "Der Dieb floh.", "de", "doubt dropped", "high"),
        ("Der Steg könnte brechen.", "Der Steg wird brechen.", "de", "more certain", "high"),
        ("Alle Boote sanken.", "Die meisten Boote sanken.", "de", "fewer of them", "high"),
        ("Die Miete stieg um 5 Prozent.", "Die Miete stieg auf 5 Prozent.", "de", "amount", "high"),
        ("Zwei Taucher wurden verletzt.", "Zwei Taucher wurden getötet.", "de", "outcome", "high"),
        ("Er wurde von Wächtern geholt.", "Er wurde geholt.", "de", "agent dropped", "high"),
        (
            "Er wurde am Abend von Wächtern geholt.",
            "Er wurde am Abend geholt.",
            "de",
            "agent dropped",
            "high",
        ),
        (
            "Er wurde von Varn nach Tohl gebracht.",
            "Er wurde nach Tohl gebracht.",
            "de",
            "deletion",
            "medium",
        ),
        (
            "Ein Wächter nahm im Ort drei Diebe fest.",
            "Im Ort wurden drei Diebe festgenommen.",
            "de",
            "agent dropped",
            "high",
        ),
        (
            "Der Dieb soll zwei Boote gestohlen haben.",
            "Der Dieb stahl zwei Boote.",
            "de",
            "more certain",
            "high",
        ),
        (
            "Der Steg ist, Anwohnern zufolge, alt.",
            "Der Steg ist alt.",
            "de",
            "attribution dropped",
            "high",
        ),
        (
            "Il a vendu une partie des barques.",
            "Il a vendu les barques.",
            "fr",
            "scope dropped",
            "high",
        ),
        ("Il n’est plus au port.", "Il n’est pas au port.", "fr", "negation firmness", "high"),
        ("Es sei alt, sagte Kolb.", "Es sei alt, erklärte Kolb.", "de", "plain verb", "medium"),
        ("Der Steg hält wegen des Eises.", "Der Steg hält trotz des Eises.", "de", "cause", "high"),
        ("Le voleur présumé a fui.", "Le voleur a fui.", "fr", "doubt dropped", "high"),
        ("Le quai pourrait céder.", "Le quai va céder.", "fr", "more certain", "high"),
        (
            "Certains quais sont fermés.",
            "Tous les quais sont fermés.",
            "fr",
            "more of them",
            "high",
        ),
        ("Il a été frappé par un garde.", "Il a été frappé.", "fr", "agent dropped", "high"),
        (
            "Le train part à 15h du port.",
            "Le train part à 15 heures du port.",
            "fr",
            "signs",
            "low",
        ),
    ],
)
def test_a_rewording_of_another_language(
    old: str, new: str, language: str, rule: str, severity: str
) -> None:
    assert (rule, severity) in [(r, s) for _, s, r in told(old, new, language)]


def test_a_parted_verb_that_contrasts_is_told_by_its_two_parts() -> None:
    for new in ("Der Rat nahm den Plan an.", "Der Rat stimmte dem Plan zu."):
        found = told("Der Rat lehnte den Plan ab.", new, "de")
        assert {rule for _, _, rule in found} == {"antonym"}


def test_an_act_told_from_its_other_side() -> None:
    rules = [rule for _, _, rule in told("The dog bit a man.", "A man was bitten by the dog.")]
    assert rules
    assert set(rules) <= {"voice", "definite dropped", "definite added"}
    found = told("The king chose the general.", "The general was chosen by the king.")
    assert {rule for _, _, rule in found} == {"voice"}
    (dropped, *rest) = told("Guards shot a man at sea.", "A man was shot at sea.")
    assert dropped == ("deletion", "high", "agent dropped")
    assert [rule for _, _, rule in rest] == ["voice"]


def test_another_tense_of_a_passive_is_no_other_voice() -> None:
    found = told("The dike was mended and he mends it.", "The dike is mended and he mends it.")
    assert found == [("tense", "medium", "tense")]


def test_an_attribution_put_elsewhere_is_neither_added_nor_dropped() -> None:
    found = told("“It sank,” he said. “We fled.”", "“It sank. We fled,” he said.")
    tags = [(severity, rule) for _, severity, rule in found if rule != "marks"]
    assert set(tags) == {("low", "attribution moved")}


def test_a_number_that_stands_elsewhere_did_not_go() -> None:
    found = told("He got a term of ten years.", "He got a ten-year term.")
    assert "high" not in [severity for _, severity, _ in found]


def test_what_became_one_change_is_cut_whole() -> None:
    old, new = "They paid $1,700 for it.", "They paid 1,700 dollars for it."
    (edit,) = edits(old, new)
    assert (edit.a.of(old), edit.b.of(new)) == ("$1,700", "1,700 dollars")
    assert edit.explanation == "*$1,700* became *1,700 dollars*: the same thing written otherwise."


def test_two_bounds_of_one_number_go_together() -> None:
    found = told(
        "Der Schaden liegt bei mehr als 900 Euro.",
        "Der Sachschaden beläuft sich ersten Angaben zufolge auf etwa 900 Euro.",
        "de",
    )
    assert ("number", "high", "bound") in found


@pytest.mark.parametrize(
    ("old", "new", "kind", "severity"),
    [
        ("Yesterday the ship sank.", "The ship sank.", "date", "high"),
        ("Yesterday, the ship sank.", "The ship sank.", "date", "high"),
        ("However, the dike held.", "The dike held.", "deletion", "medium"),
        ("Allegedly the baker ran.", "The baker ran.", "modality", "high"),
        ("Guards said the baker ran.", "The baker ran.", "deletion", "high"),
        ("The guards left.", "Guards left.", "determiner", "medium"),
        ("“Sadly, we lost,” he said.", "“We lost,” he said.", "quotation", "high"),
    ],
)
def test_a_capital_that_follows_a_dropped_first_word_belongs_to_it(
    old: str, new: str, kind: str, severity: str
) -> None:
    for found in (edits(old, new), edits(new, old)):
        assert len({edit.group for edit in found} - {None}) == 1
        assert [edit.rule == "capital" for edit in found].count(True) == 1
        (act,) = (edit for edit in found if edit.rule != "capital")
        assert act.severity.value == severity
        assert act.kind.value in (kind, {"deletion": "insertion"}.get(kind))


def test_a_capital_that_changed_by_itself_is_an_act_of_its_own() -> None:
    found = edits("The old Duke of the town left.", "The duke of the town left.")
    assert [(edit.rule, edit.group) for edit in found] == [("deletion", None), ("case", None)]


def test_a_day_that_stands_elsewhere_did_not_go() -> None:
    found = told("The ferry sank in the bay in June.", "In June, the ferry sank in the bay.")
    assert {(severity, rule) for _, severity, rule in found} == {("low", "date moved")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The tram left the rails there.", "The tram derailed there."),
        ("Nine divers lost their lives there.", "Nine divers drowned there."),
    ],
)
def test_a_verb_with_its_object_and_one_that_says_both_are_one_change(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        assert [kind for kind, _, _ in told(one, other)] == ["paraphrase"]


def test_a_number_and_a_place_that_changed_places_are_both_still_told() -> None:
    found = told("The pilot was born in Hull in 1961.", "The pilot was born in 1961 in Hull.")
    assert {(severity, rule) for _, severity, rule in found} == {("low", "figure moved")}


def test_a_doubt_told_in_another_way_is_neither_added_nor_dropped() -> None:
    old, new = "He allegedly stole the boat.", "He is accused of stealing the boat."
    for one, other in ((old, new), (new, old)):
        rules = {rule for _, _, rule in told(one, other)}
        assert "doubt retold" in rules
        assert "high" not in [severity for _, severity, _ in told(one, other)]


def test_the_event_in_which_it_was_done_is_still_told_in_the_passive() -> None:
    found = told("The gale killed nine sheep.", "Nine sheep were killed in the gale.")
    assert {(severity, rule) for _, severity, rule in found} == {("medium", "voice")}
    found = told("Guards killed nine sheep.", "Nine sheep were killed near guards who slept.")
    assert ("high", "agent dropped") in {(severity, rule) for _, severity, rule in found}


def test_a_number_that_went_before_its_noun_is_still_told() -> None:
    found = told("The crew of seven left.", "All seven crew left.")
    assert ("low", "figure moved") in {(severity, rule) for _, severity, rule in found}
    assert "high" not in [severity for _, severity, _ in found]
