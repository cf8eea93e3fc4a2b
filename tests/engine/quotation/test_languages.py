"""The language of a text whose source names none."""

from __future__ import annotations

from driftline.engine.quotation.languages import language_of

_ENGLISH = "The ferry was late and the mayor said that it would not be the last time this year. "
_GERMAN = "Die Fähre war zu spät und der Bürgermeister sagte, dass es nicht das letzte Mal ist. "
_FRENCH = "Le bac est en retard et le maire a dit que ce ne sera pas la dernière fois pour nous. "


def test_a_text_is_in_the_language_of_its_small_words() -> None:
    for text, code in ((_ENGLISH, "en"), (_GERMAN, "de"), (_FRENCH, "fr")):
        assert [language_of(text), language_of(text * 60)] == [code, code]


def test_a_notice_in_another_language_before_a_text_is_not_its_language() -> None:
    assert language_of(_GERMAN * 8 + "\n" + _ENGLISH * 40) == "en"
    assert language_of(_ENGLISH * 8 + "\n" + _GERMAN * 40) == "de"


def test_a_text_without_words_is_taken_for_english() -> None:
    assert language_of("") == language_of("12 – 14: 3,000 (!)") == "en"
