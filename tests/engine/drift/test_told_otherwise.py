"""The same told otherwise: numbers added up, times of day, verbs and their nouns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compared_texts import version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.records import Edit, Metadata

_SAME_TIME = ("typography", "low", "signs")
_LIGHT = ("paraphrase", "low", "light verb")


def edits(old: str, new: str, language: str = "en") -> tuple[Edit, ...]:
    metadata = Metadata(language=language)
    return classify(align(*(replace(version(text), metadata=metadata) for text in (old, new))))


def acts(old: str, new: str, language: str = "en") -> list[tuple[str, str, str]]:
    """The first edit of each act: kind, severity, rule."""
    seen: set[int] = set()
    found = []
    for edit in edits(old, new, language):
        if edit.group not in seen:
            found.append((edit.kind.value, edit.severity.value, edit.rule))
        if edit.group is not None:
            seen.add(edit.group)
    return found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "The bus had 40 pupils and 3 teachers in it.",
            "The bus had 43 people in it.",
            ("number", "medium", "sum"),
        ),
        (
            "The bus had 40 pupils and 3 teachers in it.",
            "The bus had 45 people in it.",
            ("number", "high", "no sum"),
        ),
        (
            "Twelve cows, nine goats and two dogs were saved from the barn by a farmer.",
            "Twenty-three animals were saved from the barn by a farmer.",
            ("number", "medium", "sum"),
        ),
        (
            "The bus had 40 pupils and 3 teachers in it.",
            "The bus had 43 pupils and teachers in it.",
            ("number", "medium", "sum"),
        ),
    ],
)
def test_numbers_added_up_are_one_change_that_tells_whether_they_agree(
    old: str, new: str, told: tuple[str, str, str]
) -> None:
    assert acts(old, new) == acts(new, old) == [told]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The slide killed four men and hurt nine.", "The slide killed 13 men."),
        ("The slide left four dead and nine hurt.", "The slide left 13 dead."),
        ("It took two hours and 30 minutes.", "It took 32 minutes."),
        ("He served in May and 12 June 2001.", "He served in 2013."),
    ],
)
def test_what_is_not_of_one_kind_is_not_added_up(old: str, new: str) -> None:
    rules = {edit.rule for edit in edits(old, new)}
    assert rules.isdisjoint({"sum", "no sum"})
    assert "high" in {edit.severity.value for edit in edits(old, new)}


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("The tug left at 9 in the morning.", "The tug left at 9 a.m.", "en"),
        ("The tug left at 9 a.m. on Friday.", "The tug left at 0900 on Friday.", "en"),
        ("The tug left at eight in the evening.", "The tug left at 8pm.", "en"),
        ("The tug left at 2:15 in the afternoon.", "The tug left at 14:15.", "en"),
        ("The tug left at noon.", "The tug left at 12 p.m.", "en"),
        ("Der Kahn fuhr um 9 Uhr morgens ab.", "Der Kahn fuhr um 9.00 Uhr ab.", "de"),
        ("Der Kahn fuhr um 3 Uhr nachmittags ab.", "Der Kahn fuhr um 15 Uhr ab.", "de"),
        ("La barque part à trois heures du matin.", "La barque part à 3h00.", "fr"),
    ],
)
def test_one_time_of_day_written_two_ways_weighs_little(old: str, new: str, language: str) -> None:
    assert acts(old, new, language) == acts(new, old, language) == [_SAME_TIME]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The tug left at 9 in the morning.", "The tug left at 9 p.m."),
        ("The tug left at 9 a.m. on Friday.", "The tug left at 10 p.m. on Friday."),
        ("The tug left at eight in the evening.", "The tug left at 9pm."),
    ],
)
def test_another_time_of_day_weighs_much(old: str, new: str) -> None:
    assert acts(old, new) == acts(new, old) == [("date", "high", "time of day")]


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Divers inspected the hull.", "Divers carried out an inspection of the hull.", "en"),
        ("The board decided to wait.", "The board took the decision to wait.", "en"),
        ("The king visited the port.", "The king paid a visit to the port.", "en"),
        ("The mill has apologised to them.", "The mill has issued an apology to them.", "en"),
        (
            "Der Rat entschied am Montag, zu warten.",
            "Der Rat traf am Montag die Entscheidung, zu warten.",
            "de",
        ),
        (
            "Im Hafen starben am Montag zwei Taucher.",
            "Im Hafen kamen am Montag zwei Taucher ums Leben.",
            "de",
        ),
        ("Ils ont visité le port.", "Ils ont effectué une visite du port.", "fr"),
    ],
)
def test_a_verb_and_its_noun_are_one_light_change(old: str, new: str, language: str) -> None:
    assert acts(old, new, language) == acts(new, old, language) == [_LIGHT]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Divers inspected the hull.", "Divers carried out a repair of the hull."),
        ("Divers inspected the hull.", "Divers will carry out an inspection of the hull."),
        ("The board decided to wait.", "The board took a break to wait."),
    ],
)
def test_a_noun_of_another_verb_or_time_is_no_light_change(old: str, new: str) -> None:
    assert "light verb" not in {edit.rule for edit in edits(old, new)}


def test_neither_and_not_deny_the_same() -> None:
    old = "Neither the mill nor its owner answered the letter."
    new = "The mill and its owner did not answer the letter."
    assert acts(old, new) == acts(new, old) == [("negation", "low", "negation form")]


def test_neither_that_is_gone_is_a_denial_gone() -> None:
    told = acts("Neither Reed nor Holt answered.", "Reed and Holt answered.")
    assert {severity for _, severity, _ in told} == {"high"}


def test_a_preposition_that_goes_with_its_verb_is_one_act_with_it() -> None:
    told = acts("The pilot was charged with arson.", "The pilot was convicted of arson.")
    assert told == [("paraphrase", "high", "law")]


def test_what_somebody_is_accused_of_is_less_certain() -> None:
    told = acts("The mill stole the plans.", "The mill is accused of having stolen the plans.")
    assert told == [("modality", "high", "less certain")]


def test_an_office_shortened_to_its_letters_is_a_title_still() -> None:
    told = acts("They met Prime Minister Ida Berg.", "They met PM Ida Berg.")
    assert told == [("title", "low", "title form")]


def test_a_denial_told_as_a_dismissal_is_not_gone() -> None:
    severities = [
        e.severity.value
        for e in edits("Holt denied the claim.", "The claim was dismissed by Holt.")
    ]
    assert "high" not in severities


def test_who_acts_is_sought_before_its_own_verb() -> None:
    old = "The navy shelled the port of Varn on Friday, killing nine people."
    new = "Nine people were killed when the port of Varn was shelled on Friday."
    dropped = [edit.a.of(old) for edit in edits(old, new) if edit.rule == "agent dropped"]
    assert dropped == ["navy shelled"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        # How sure, in one word before its noun.
        ("The toll of suspected cases rose.", "The toll of confirmed cases rose.", "more certain"),
        # A bound that stands where the subject stood.
        ("The mill will cut 40 jobs.", "Up to 40 jobs will go.", "bound added"),
    ],
)
def test_what_weighs_much_is_not_lost_among_other_words(old: str, new: str, rule: str) -> None:
    assert ("high", rule) in {(e.severity.value, e.rule) for e in edits(old, new)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The mill denied it had lied to them.", "The mill said it had not lied to them."),
        ("The tank holds 40 million gallons.", "The tank holds 151 million litres."),
        ("It fell, according to early figures.", "It fell, early figures show."),
        ("She met Reed, a Democrat from Hull.", "She met Reed, a Democratic voter from Hull."),
        ("Both men denied the charges on Friday.", "Both men pleaded not guilty on Friday."),
        ("Shares fell to 812p on Friday.", "Shares fell to 812 pence on Friday."),
        (
            "The swap, the first since 2022, took place in Hull.",
            "The exchange took place in Hull, the first since 2022.",
        ),
        (
            "The board said on Friday that it had fined the mill £400.",
            "The mill was fined £400, the board said on Friday.",
        ),
    ],
)
def test_the_same_in_other_words_does_not_weigh_much(old: str, new: str) -> None:
    assert "high" not in {edit.severity.value for edit in edits(old, new)}
    assert "high" not in {edit.severity.value for edit in edits(new, old)}


def test_a_title_before_a_name_that_stayed_goes_by_itself() -> None:
    told = acts("It rose, hitting Mr Reed hard.", "It rose, striking Reed hard.")
    assert ("title", "medium", "title dropped") in told


@pytest.mark.parametrize(
    ("old", "new", "language", "told"),
    [
        (
            "Two men suspected of robbing the mill ran.",
            "Two men who robbed the mill ran.",
            "en",
            ("modality", "high", "more certain"),
        ),
        (
            "They fled in the storm.",
            "They fled after the storm.",
            "en",
            ("preposition", "medium", "phase"),
        ),
        (
            "He left on 4 May 1957 for York.",
            "He left on May 4, 1957 for York.",
            "en",
            ("typography", "low", "signs"),
        ),
        (
            "Der Rat wies den Vorwurf zurück.",
            "Der Rat bestritt den Vorwurf.",
            "de",
            ("reporting_verb", "high", "reporting verb"),
        ),
        (
            "Sie soll davon gewusst haben.",
            "Sie hat davon gewusst.",
            "de",
            ("modality", "high", "more certain"),
        ),
        (
            "Der Rat hat den Plan gebilligt.",
            "Der Rat billigte den Plan.",
            "de",
            ("tense", "medium", "tense"),
        ),
    ],
)
def test_what_a_sentence_tells_in_several_places_is_one_act(
    old: str, new: str, language: str, told: tuple[str, str, str]
) -> None:
    assert acts(old, new, language) == [told]


def test_quoted_words_that_went_with_their_marks_are_one_change() -> None:
    old = "The mill called the plan “a costly dream” and left."
    new = "The mill called the plan and left."
    there, back = edits(old, new), edits(new, old)
    assert [(e.kind.value, e.severity.value, e.rule) for e in there] == [
        ("quotation", "high", "quotation dropped")
    ]
    assert there[0].a.of(old).strip() == "“a costly dream”"
    assert [(e.kind.value, e.severity.value, e.rule) for e in back] == [
        ("quotation", "high", "quotation added")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The raid has not been claimed by any group.",
            "No group has claimed the raid.",
        ),
        (
            "Many have fled since May, according to the World Food Council.",
            "The WFC says many have fled since May.",
        ),
    ],
)
def test_who_says_so_and_what_is_denied_may_be_told_in_another_way(old: str, new: str) -> None:
    assert "high" not in {edit.severity.value for edit in edits(old, new)}
    assert "high" not in {edit.severity.value for edit in edits(new, old)}


def test_a_clause_that_only_joins_is_left_out_lightly() -> None:
    told = acts("Reed, who has been leader since 2020, left.", "Reed, leader since 2020, left.")
    assert told == [("deletion", "low", "clause form")]


def test_a_part_of_a_parted_verb_beside_a_denial_is_told() -> None:
    old = "Der Rat wies am Montag nicht den Vorwurf zurück."
    new = "Der Rat bestritt am Montag den Vorwurf."
    there, back = edits(old, new, "de"), edits(new, old, "de")
    assert len(there) == len(back) > 1


def test_what_changed_places_is_as_near_there_as_back() -> None:
    old = "“It may not stand another winter,” said Holt."
    new = "“It not stand another winter,” said Holt. It may"
    there, back = edits(old, new), edits(new, old)
    assert sorted(e.severity.value for e in there) == sorted(e.severity.value for e in back)


def test_a_conjunction_in_the_place_of_a_modal_verb_is_no_other_modality() -> None:
    told = acts("The quay and harbour stand.", "The quay will harbour stand.")
    assert [kind for kind, _, _ in told] == ["paraphrase"]
