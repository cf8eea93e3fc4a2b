"""Changes of German get the kind a German editor would give them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compared_texts import version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.records import Edit, Metadata


def edits(old: str, new: str) -> tuple[Edit, ...]:
    german = Metadata(language="de")
    return classify(
        align(replace(version(old), metadata=german), replace(version(new), metadata=german))
    )


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        # Determiners, in all their forms.
        ("Ein Haus am Hafen brannte ab.", "Das Haus am Hafen brannte ab.", "determiner"),
        ("Sie sprach mit einem Fischer.", "Sie sprach mit dem Fischer.", "determiner"),
        ("Er sah diese Boote im Hafen.", "Er sah jene Boote im Hafen.", "determiner"),
        ("Er suchte seinen Hund im Wald.", "Er suchte den Hund im Wald.", "determiner"),
        ("Alle Boote liegen im Hafen.", "Einige Boote liegen im Hafen.", "determiner"),
        ("Es fehlen die Netze der Fischer.", "Es fehlen Netze der Fischer.", "determiner"),
        # An article that only goes with its noun.
        ("Sie sahen die Schule am See.", "Sie sahen das Haus am See.", "paraphrase"),
        ("Er sprach über die Türkei am See.", "Er sprach über den Iran am See.", "name"),
        # Prepositions, drawn together with their article or not.
        ("Er kommt aus dem Hafen.", "Er kommt von dem Hafen.", "preposition"),
        ("Sie warten am Hafen auf ihn.", "Sie warten im Hafen auf ihn.", "preposition"),
        ("Es liegt wegen des Sturms still.", "Es liegt trotz des Sturms still.", "preposition"),
        ("Er ging in das Haus am See.", "Er ging ins Haus am See.", "paraphrase"),
        # Negation.
        ("Sie hat den Plan nicht gelesen.", "Sie hat den Plan gelesen.", "negation"),
        ("Sie hat keinen Plan für den Hafen.", "Sie hat einen Plan für den Hafen.", "negation"),
        ("Er fährt immer mit dem Rad.", "Er fährt nie mit dem Rad.", "negation"),
        ("Er fährt ohne Licht zum Hafen.", "Er fährt mit Licht zum Hafen.", "negation"),
        ("Das Wetter war stabil dort.", "Das Wetter war instabil dort.", "negation"),
        ("Er war zufrieden mit dem Fang.", "Er war unzufrieden mit dem Fang.", "negation"),
        ("Der Steg ist noch offen.", "Der Steg ist nicht mehr offen.", "negation"),
        ("Der Unfall war auf der Brücke.", "Der Fall war auf der Brücke.", "paraphrase"),
        # Modality: verbs, subjunctives, hedges.
        ("Der Rat kann den Steg sperren.", "Der Rat muss den Steg sperren.", "modality"),
        ("Der Rat konnte nichts tun.", "Der Rat könnte nichts tun.", "modality"),
        ("Der Steg ist morsch.", "Der Steg sei morsch.", "modality"),
        ("Der Steg war zu teuer.", "Der Steg wäre zu teuer.", "modality"),
        ("Der Bau beginnt bald.", "Der Bau beginne bald.", "modality"),
        ("Er sperrt den Steg heute.", "Er soll den Steg heute sperren.", "modality"),
        ("Der Dieb floh im Boot.", "Der mutmaßliche Dieb floh im Boot.", "modality"),
        ("Der Steg hält wohl bis Mai.", "Der Steg hält bis Mai.", "modality"),
        # Tense, in one word or parted.
        ("Der Rat plant einen neuen Steg.", "Der Rat plante einen neuen Steg.", "tense"),
        ("Der Rat gibt das Geld aus.", "Der Rat gab das Geld aus.", "tense"),
        ("Der Steg wird gebaut.", "Der Steg wurde gebaut.", "tense"),
        ("Der Steg hat viel gekostet.", "Der Steg hatte viel gekostet.", "tense"),
        ("Sie las den Brief am Abend.", "Sie hat den Brief am Abend gelesen.", "tense"),
        ("Er beträgt etwa einen Meter.", "Er soll etwa einen Meter betragen.", "modality"),
        ("Es kostet viel Geld.", "Es soll viel Geld kosten.", "modality"),
        # Dates.
        ("Der Markt öffnet am Montag.", "Der Markt öffnet am Freitag.", "date"),
        ("Er kam am Montagabend an.", "Er kam am Dienstagabend an.", "date"),
        ("Das Fest ist im März.", "Das Fest ist im Juni.", "date"),
        ("Das Fest beginnt am 3. März um drei.", "Das Fest beginnt am 5. März um drei.", "date"),
        ("Der Steg stammt von 1961.", "Der Steg stammt von 1962.", "date"),
        ("Er kam am 03.05.2024 an.", "Er kam am 3. Mai 2024 an.", "typography"),
        ("Er kam am 3.5.2024 an.", "Er kam am 4.5.2024 an.", "date"),
        ("Er kam vergangene Woche an.", "Er kam vergangenes Jahr an.", "date"),
        ("Er kam gestern an.", "Er kam heute an.", "date"),
        ("Er kam gestern an.", "Er kam am Freitag an.", "date"),
        ("Das Fest beginnt um 15 Uhr.", "Das Fest beginnt um 15.00 Uhr.", "typography"),
        ("Das Fest beginnt um 15.30 Uhr.", "Das Fest beginnt um 15:30 Uhr.", "typography"),
        ("Das Fest ist am Sonnabend.", "Das Fest ist am Samstag.", "spelling_variant"),
        # Numbers.
        ("Es kamen zwölf Boote an.", "Es kamen dreizehn Boote an.", "number"),
        ("Es kamen einundzwanzig Boote an.", "Es kamen 21 Boote an.", "typography"),
        ("Es kostet 3,2 Millionen Euro.", "Es kostet 3,4 Millionen Euro.", "number"),
        ("Es kostet 3,2 Millionen Euro.", "Es kostet 3,2 Mio. Euro.", "typography"),
        ("Es kostet 1.500 Euro im Jahr.", "Es kostet 1500 Euro im Jahr.", "typography"),
        ("Es kostet 1,5 Euro im Jahr.", "Es kostet 15 Euro im Jahr.", "number"),
        ("Es kostet 30 Prozent mehr.", "Es kostet 30 % mehr.", "typography"),
        ("Es kamen rund 300 Leute.", "Es kamen mehr als 300 Leute.", "number"),
        ("Es kamen höchstens 300 Leute.", "Es kamen mindestens 300 Leute.", "number"),
        ("Es kamen etwa 300 Leute.", "Es kamen ungefähr 300 Leute.", "paraphrase"),
        ("Er wurde im dritten Jahr gewählt.", "Er wurde im vierten Jahr gewählt.", "number"),
        # Names and nouns: both have capitals.
        ("Sie sahen die Mühle am See.", "Sie sahen die Kirche am See.", "paraphrase"),
        ("Er fuhr mit Freunden zur Küste.", "Er fuhr mit Kollegen zur Küste.", "paraphrase"),
        ("Sie sahen eine alte Mühle dort.", "Sie sahen eine alte Brücke dort.", "paraphrase"),
        ("Sie redet mit Vertretern der Stadt.", "Sie redet mit Bewohnern der Stadt.", "paraphrase"),
        ("Es gab dort Streit um Geld.", "Es gab dort Lärm um Geld.", "paraphrase"),
        ("Der Steg ist aus Holz.", "Der Steg ist aus Stahl.", "paraphrase"),
        ("Sie fuhren nach Leipzig zurück.", "Sie fuhren nach Varnow zurück.", "name"),
        ("Wir sprachen mit Anna Tohl dort.", "Wir sprachen mit Anna Thol dort.", "name"),
        ("Bürgermeisterin Rehm kam auch.", "Bürgermeisterin Kolb kam auch.", "name"),
        ("Wir trafen Jens Rehm im Hafen.", "Wir trafen Rehm im Hafen.", "name"),
        ("Die SPD stimmte zu.", "Die CDU stimmte zu.", "name"),
        ("Die dänische Flotte kam.", "Die polnische Flotte kam.", "name"),
        ("Er sah zwei deutsche Boote.", "Er sah zwei deutschen Boote.", "paraphrase"),
        ("Plötzlich regnete es stark.", "Heftig regnete es stark.", "paraphrase"),
        # Titles.
        ("Finanzminister Kolb kam dazu.", "Innenminister Kolb kam dazu.", "title"),
        ("Der frühere Bürgermeister Rehm kam.", "Der Bürgermeister Rehm kam.", "title"),
        ("Es kam die Sprecherin des Rates.", "Es kam die Leiterin des Rates.", "title"),
        ("Er traf Altkanzler Rehm dort.", "Er traf Kanzler Rehm dort.", "title"),
        # Who says so, and how.
        ("Der Steg sei alt, sagte Kolb.", "Der Steg sei alt, behauptete Kolb.", "reporting_verb"),
        ("So teilte der Rat es mit.", "So sagte der Rat es.", "reporting_verb"),
        ("Der Rat kündigte es an.", "Der Rat gab es bekannt.", "reporting_verb"),
        ("Der Rat nahm es zurück.", "Der Rat gab es zurück.", "paraphrase"),
        ("Der Steg ist laut Kolb alt.", "Der Steg ist alt.", "deletion"),
        # Spelling.
        ("Er sagt, daß es regnet.", "Er sagt, dass es regnet.", "spelling_variant"),
        ("Die Küste ist rauh.", "Die Küste ist rau.", "spelling_variant"),
        ("Das ist sehr aufwendig.", "Das ist sehr aufwändig.", "spelling_variant"),
        ("Frau Mueller kam an.", "Frau Müller kam an.", "spelling_variant"),
        ("Es ist schon hell.", "Es ist schön hell.", "paraphrase"),
    ],
)
def test_a_change_of_german_has_its_kind(old: str, new: str, kind: str) -> None:
    assert {edit.kind.value for edit in edits(old, new)} == {kind}


def test_an_attribution_that_went_weighs_much() -> None:
    (edit,) = edits("Der Steg ist, sagte die Bürgermeisterin, alt.", "Der Steg ist alt.")
    assert edit.rule == "attribution dropped"
    assert edit.severity.value == "high"


def test_a_text_too_short_to_tell_its_language_is_read_as_the_other() -> None:
    old = replace(version("Montag: Kein Markt."), metadata=Metadata(language=None))
    new = replace(version("Dienstag: Kein Markt."), metadata=Metadata(language="de"))
    for one, other in ((old, new), (new, old)):
        assert [edit.kind.value for edit in classify(align(one, other))] == ["date"]


def test_a_day_and_a_number_beside_it_are_two_changes() -> None:
    found = edits("Es ertranken am Montag drei Schafe.", "Es ertranken am Freitag vier Schafe.")
    assert [edit.kind.value for edit in found] == ["date", "number"]


def test_another_form_of_an_article_weighs_little() -> None:
    for old, new in (
        ("Er sah das Boot im Hafen.", "Er sah die Boote im Hafen."),
        ("Er sah keinen Hund im Hafen.", "Er sah keine Katze im Hafen."),
    ):
        form, noun = edits(old, new)
        assert (form.rule, form.severity.value) == ("determiner form", "low")
        assert noun.kind.value == "paraphrase"


def test_a_noun_that_the_texts_have_with_an_article_is_no_name() -> None:
    """No list knows these words: what stands before them elsewhere tells what they are."""
    story = "Die Krängel war kalt. Ein Wöhlsen lag am Ufer. "
    (edit,) = edits(story + "Man fand Krängel im See.", story + "Man fand Wöhlsen im See.")
    assert edit.kind.value == "paraphrase"
    story = "Herr Krängel war da. Frau Wöhlsen lag am Ufer. "
    (edit,) = edits(story + "Man fand Krängel im See.", story + "Man fand Wöhlsen im See.")
    assert edit.kind.value == "name"
