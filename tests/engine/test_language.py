"""The language of a text whose source names none."""

from __future__ import annotations

import pytest

from driftline.engine.language import language_of, small_words
from driftline.engine.quotation.lexis import assumed_language

_ENGLISH = "The ferry was late and the mayor said that it would not be the last time this year. "
_GERMAN = "Die Fähre war zu spät und der Bürgermeister sagte, dass es nicht das letzte Mal ist. "
_FRENCH = "Le bac est en retard et le maire a dit que ce ne sera pas la dernière fois pour nous. "

# Short sentences of each language, of the kind a paper prints.
_SENTENCES = {
    "en": [
        "The mayor resigned on Monday.",
        "Rents have doubled since May.",
        "“We will not sell the mill,” she said.",
        "Nobody was hurt, police said.",
        "Who paid for the bridge?",
        "Ferry talks stall again",
    ],
    "de": [
        "Der Bürgermeister trat am Montag zurück.",
        "Die Mieten haben sich seit Mai verdoppelt.",
        "„Wir verkaufen die Mühle nicht“, sagte sie.",
        "Nach Angaben der Polizei wurde niemand verletzt.",
        "Wer hat die Brücke bezahlt?",
        "Fährbetrieb wieder eingestellt",
    ],
    "fr": [
        "Le maire a démissionné lundi.",
        "Les loyers ont doublé depuis mai.",
        "« Nous ne vendrons pas le moulin », a-t-elle dit.",
        "Personne n'a été blessé, selon la police.",
        "Qui a payé le pont ?",
        "L'usine sera fermée.",
    ],
    "es": [
        "El alcalde dimitió el lunes.",
        "Los alquileres se han duplicado desde mayo.",
        "«No vamos a vender el molino», dijo.",
        "Nadie resultó herido, según la policía.",
        "¿Quién pagó el puente?",
        "La fábrica cerrará en mayo.",
        "“Vamos a recurrir la sentencia”, afirmó la ministra.",
        "—No lo sé —respondió la alcaldesa.",
        "Tres muertos en un incendio en Lima",
        "La Fiscalía archiva el caso",
        "El Gobierno aprueba la reforma",
    ],
    "it": [
        "Il sindaco si è dimesso lunedì.",
        "Gli affitti sono raddoppiati da maggio.",
        "«Non venderemo il mulino», ha detto.",
        "Nessuno è rimasto ferito, secondo la polizia.",
        "Chi ha pagato il ponte?",
        "La fabbrica chiuderà a maggio.",
    ],
    "pt": [
        "O prefeito renunciou na segunda-feira.",
        "Os aluguéis dobraram desde maio.",
        "“Não vamos vender o moinho”, disse ela.",
        "Ninguém ficou ferido, segundo a polícia.",
        "Quem pagou a ponte?",
        "A fábrica será fechada em maio.",
    ],
    "nl": [
        "De burgemeester is maandag afgetreden.",
        "De huren zijn sinds mei verdubbeld.",
        "“We verkopen de molen niet”, zei ze.",
        "Volgens de politie raakte niemand gewond.",
        "Wie heeft de brug betaald?",
        "De fabriek gaat in mei dicht.",
    ],
    "sv": [
        "Borgmästaren avgick i måndags.",
        "Hyrorna har fördubblats sedan i maj.",
        "”Vi säljer inte kvarnen”, sade hon.",
        "Ingen skadades, enligt polisen.",
        "Vem betalade för bron?",
        "Fabriken läggs ner i maj.",
    ],
    "pl": [
        "Burmistrz podał się w poniedziałek do dymisji.",
        "Czynsze podwoiły się od maja.",
        "„Nie sprzedamy młyna”, powiedziała.",
        "Według policji nikt nie został ranny.",
        "Kto zapłacił za most?",
        "Fabryka zostanie zamknięta w maju.",
    ],
}


@pytest.mark.parametrize("code", sorted(_SENTENCES))
def test_a_sentence_is_in_the_language_of_its_words_letters_and_endings(code: str) -> None:
    assert {sentence: language_of(sentence) for sentence in _SENTENCES[code]} == dict.fromkeys(
        _SENTENCES[code], code
    )


def test_a_text_is_in_the_language_of_its_small_words() -> None:
    for text, code in ((_ENGLISH, "en"), (_GERMAN, "de"), (_FRENCH, "fr")):
        assert [language_of(text), language_of(text * 60)] == [code, code]


def test_a_notice_in_another_language_before_a_text_is_not_its_language() -> None:
    assert language_of(_GERMAN * 8 + "\n" + _ENGLISH * 40) == "en"
    assert language_of(_ENGLISH * 8 + "\n" + _GERMAN * 40) == "de"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("橋は古い、と市長は言った。", "ja"),
        ("市长说，这座桥太旧了。", "zh"),
        ("Мэр сказал, что мост старый.", "ru"),
        ("Мер сказав, що її міст старий.", "uk"),
        ("قال العمدة إن الجسر قديم.", "ar"),
    ],
)
def test_a_script_of_its_own_tells_a_language(text: str, code: str) -> None:
    assert language_of(text) == code


def test_too_little_tells_no_language() -> None:
    for text in ("", "12 – 14: 3,000 (!)", "Jim Doe, Tom Orr", "X1 QRT-77 KLM"):
        assert language_of(text) is None
        assert assumed_language(text) == "en"


def test_a_text_in_a_language_without_words_here_is_taken_for_none_of_them() -> None:
    assert assumed_language("Ķēžu ģļņū ŗšč") == "mul"


def test_small_words_of_a_language_not_known_are_english() -> None:
    assert small_words("xx") == small_words("en") != small_words("de")
