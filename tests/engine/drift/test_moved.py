"""What was only put elsewhere in its sentence, or told in another form, is told as one act."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compared_texts import applied, version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.drift.following import led
from driftline.engine.records import Edit, Metadata


def edits(old: str, new: str, language: str = "en") -> tuple[Edit, ...]:
    metadata = Metadata(language=language)
    return classify(align(*(replace(version(text), metadata=metadata) for text in (old, new))))


def acts(found: tuple[Edit, ...]) -> list[tuple[str, str]]:
    """Severity and rule of each act, its parts as one."""
    told: dict[object, tuple[str, str]] = {}
    for edit in found:
        if edit.rule != "capital":
            key = ("act", edit.group) if edit.group is not None else edit.id
            told.setdefault(key, (edit.severity.value, edit.rule))
    return list(told.values())


@pytest.mark.parametrize(
    ("old", "new", "language", "rule"),
    [
        ("“It sank,” said pilot Tom Berg.", "“It sank,” said Tom Berg, a pilot.", "en", "title"),
        (
            "Water Minister Ida Berg said so.",
            "Ida Berg, the water minister, said so.",
            "en",
            "title",
        ),
        ("Former mayor Ida Berg left.", "Ida Berg, a former mayor, left.", "en", "title"),
        ("The head of the club, Ida Berg, left.", "Ida Berg, head of the club, left.", "en", ""),
        ("Despite the hail, they ran home.", "They ran home despite the hail.", "en", "words"),
        ("In a note, the owner thanked us.", "The owner thanked us in a note.", "en", "words"),
        ("On Friday the kiosk burned.", "The kiosk burned on Friday.", "en", "date"),
        ("The dog of the baker ran.", "The baker dog ran.", "en", "words"),
        ("Ministerin Ida Berg ging.", "Ida Berg, die Ministerin, ging.", "de", "title"),
        ("Trotz Hagel liefen sie heim.", "Sie liefen trotz Hagel heim.", "de", "words"),
        ("Lundi soir, le bac a brûlé.", "Le bac a brûlé lundi soir.", "fr", ""),
    ],
)
def test_words_put_elsewhere_are_one_light_act(
    old: str, new: str, language: str, rule: str
) -> None:
    for one, other in ((old, new), (new, old)):
        found = edits(one, other, language)
        moved = [edit for edit in found if edit.rule.endswith(" moved")]
        assert len({edit.group for edit in moved}) == 1
        assert moved[0].group is not None
        assert all(edit.severity.value != "high" for edit in found)
        assert not rule or {edit.rule for edit in moved} == {f"{rule} moved"}
        assert applied(one, other, found) == "".join(other.split())


def test_an_office_told_again_with_more_about_it_only_moved() -> None:
    found = edits("said pilot Tom Berg there.", "said Tom Berg, a pilot from Hull, there.")
    assert acts(found) == [("low", "title moved"), ("medium", "insertion")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("They sell figs, nuts and jam.", "They sell jam, nuts and figs."),
        ("They came from Chad, Niger and Mali.", "They came from Mali, Chad and Niger."),
        ("He met Reed and Falk.", "He met Falk and Reed."),
    ],
)
def test_a_list_in_another_order_is_one_light_act(old: str, new: str) -> None:
    assert acts(edits(old, new)) == [("low", "order")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Who did it to whom, and of what a word is said, is no matter of place.
        ("Chad beat Niger there.", "Niger beat Chad there."),
        ("Reed sued Falk in May.", "Falk sued Reed in May."),
        ("Only Reed saw the fox.", "Reed saw only the fox."),
    ],
)
def test_what_says_another_thing_elsewhere_is_not_moved(old: str, new: str) -> None:
    found = edits(old, new)
    assert not [e for e in found if e.rule in ("words moved", "order", "title moved")]


@pytest.mark.parametrize(
    ("old", "new", "language", "told"),
    [
        # Denied in another form.
        ("It is not clear why.", "It is unclear why.", "en", ("low", "negation form")),
        ("No one saw the fox.", "Nobody saw the fox.", "en", ("low", "negation form")),
        ("None of them left.", "Not all of them left.", "en", ("high", "negation firmness")),
        # A clause in fewer words.
        ("Ida Berg, who is 41, left.", "Ida Berg, 41, left.", "en", ("low", "clause form")),
        ("Ida Berg, 41 years old, left.", "Ida Berg, 41, left.", "en", ("low", "clause form")),
        ("The inn, which was shut, fell.", "The inn, shut, fell.", "en", ("low", "clause form")),
        # How many, how far, how surely.
        ("Most boats sank.", "Almost all boats sank.", "en", ("high", "more of them")),
        ("Half of them sank.", "Many of them sank.", "en", ("high", "figure")),
        ("It is 9 km north of Hull.", "It is 9 km from Hull.", "en", ("medium", "place")),
        ("It is 9 km north of Hull.", "It is 9 km south of Hull.", "en", ("high", "antonym")),
        ("Rents are twice as high.", "Rents are three times as high.", "en", ("high", "number")),
        ("It is 30 metres tall.", "It is nearly 100 feet tall.", "en", ("medium", "converted")),
        ("It appears to ease pain.", "It eases pain.", "en", ("high", "more certain")),
        ("They will cut the line.", "They are cutting the line.", "en", ("medium", "modality")),
        # Names.
        ("Bishop Ida Berg left.", "Ida Berg left.", "en", ("medium", "title dropped")),
        ("We saw Jan Berg there.", "We saw Berg there.", "en", ("high", "name dropped")),
        ("The Hull Port Board met.", "The port board met.", "en", ("high", "name dropped")),
        ("Rebels hold it.", "Rebels say they hold it.", "en", ("high", "attribution added")),
        ("Das Haus ist nicht bewohnt.", "Das Haus ist unbewohnt.", "de", ("low", "negation form")),
    ],
)
def test_one_change_is_one_act(old: str, new: str, language: str, told: tuple[str, str]) -> None:
    assert acts(edits(old, new, language)) == [told]


def test_a_name_gone_from_a_list_weighs_much_and_how_it_is_joined_little() -> None:
    found = acts(edits("It flew from Hull, Leeds and York.", "It flew from Hull and Leeds."))
    assert sorted(found) == [("high", "naming dropped"), ("low", "joint")]


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        # A doubt, a denial and a day that are told again in another place or way.
        ("It is believed that the ship sank.", "The ship is believed to have sunk.", "en"),
        ("Niemand starb dort.", "Es starb niemand dort.", "de"),
        ("The vote to shut was held on Monday.", "They voted on Monday to shut.", "en"),
        ("The Hull Port Board (HPB) met.", "The HPB met.", "en"),
    ],
)
def test_what_is_still_told_does_not_weigh_much(old: str, new: str, language: str) -> None:
    for found in (edits(old, new, language), edits(new, old, language)):
        assert "high" not in [edit.severity.value for edit in found]


def test_a_denial_of_a_verb_that_moved_is_another_denial() -> None:
    found = edits("He did not say it was safe.", "He did say it was not safe.")
    assert "high" in [edit.severity.value for edit in found]


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        (
            "Falk said: “I am tired. I want to go home.”",
            "Falk said she was tired and wanted to go home.",
            "en",
        ),
        (
            "“I am tired,” Falk said. “I want to go home.”",
            "Falk said she was tired and wanted to go home.",
            "en",
        ),
        (
            "“The inn is old. It leaks,” Falk said on Monday.",
            "On Monday, Falk said the inn was old and leaked.",
            "en",
        ),
        (
            "“We saw smoke at nine. By then the roof had gone,” said Falk.",
            "Falk said they saw smoke at nine and that the roof had gone by then.",
            "en",
        ),
        (
            "„Wir haben alles verloren. Wir bleiben in Varn“, sagte Falk.",
            "Falk sagte, sie hätten alles verloren und blieben in Varn.",
            "de",
        ),
    ],
)
def test_several_quoted_sentences_told_in_one_are_one_altered_quotation(
    old: str, new: str, language: str
) -> None:
    assert acts(edits(old, new, language)) == [("high", "indirect")]
    assert acts(edits(new, old, language)) == [("high", "direct")]


def test_a_sentence_taken_into_its_neighbour_in_other_words_is_not_dropped() -> None:
    found = edits(
        "Two men were held at the fair. They were later freed on bail.",
        "Two men were held at the fair but were later released on bail.",
    )
    assert "sentence_merge" in {edit.rule for edit in found}
    assert "sentence_dropped" not in {edit.rule for edit in found}


def test_what_goes_along_with_a_change_is_told_by_its_leader() -> None:
    found = edits(
        "In a note, the owner of it spoke. Yesterday it sank.",
        "The owner of it spoke in a note. It sank.",
    )
    by_rule = {edit.rule: edit for edit in reversed(found)}
    went, came = (edit for edit in found if edit.rule == "words moved")
    assert led(found)[came.id] == went.id
    assert came.explanation == "*In a note,* became *in a note*: the words now stand elsewhere."
    assert went.explanation == came.explanation
    capitals = [edit for edit in found if edit.rule == "capital"]
    assert [led(found)[edit.id] for edit in capitals] == [went.id, by_rule["date dropped"].id]
    assert set(led(found)) == {came.id, *(edit.id for edit in capitals)}


def test_the_two_marks_of_a_quotation_lead_themselves() -> None:
    assert led(edits("They were “ready to go” then.", "They were ready to go then.")) == {}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The king chose the general.", "The general was chosen by the king.", "voice"),
        ("The gale killed nine sheep.", "Nine sheep died in the gale.", "result"),
        (
            "Guards said the pier shut.",
            "According to guards, the pier shut.",
            "attribution retold",
        ),
    ],
)
def test_the_parts_of_an_act_told_from_its_other_side_go_along(
    old: str, new: str, rule: str
) -> None:
    for found in (edits(old, new), edits(new, old)):
        parts = [edit for edit in found if edit.rule == rule]
        assert len(parts) > 1
        assert {led(found).get(edit.id, edit.id) for edit in parts} == {parts[0].id}
