from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.records import Paragraph, Span
from driftline.engine.segmentation.sentences import sentences


def split(text: str, language: str = "en") -> list[str]:
    found = sentences(text, [Paragraph(Span(0, len(text)))], language)
    return [s.span.of(text) for s in found]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. It stopped.", 2),
        ("Mr. Vale met Gen. Ito and J. K. Orr at 5 p.m. on Monday.", 1),
        ("She moved to the U.S. The firm followed.", 2),
        ("The U.S. Senate met. Prices rose 2.5 per cent.", 2),
        ("No. 5 won. It was late.", 2),
        ("“Will it rain?” Ann Vale asked. “It will.”", 2),
        ("“It rained!” she said with a sigh. He left.", 2),
        ("“It rained.” The mayor left the hall.", 2),
        ("“Stop!” Mr. Orr, the club’s lawyer, shouted across the hall.", 1),
        ("A title\n\nA first line that is\nbroken in two.", 2),
        ("Bring these:\n- a coat\n- a hat", 3),
        ("The end … and a start. Yes.", 2),
        ("He waited… Then he left.", 2),
        ("He waited... “Go,” she said.", 2),
        ("He waited… 5 minutes.", 1),
        ("That is who I am. Orr left.", 2),
        ("They moved in. Orr left.", 2),
        ("It leaves at 9 am. Monday is free.", 1),
        ("It is 5 in. Orr measured it.", 1),
    ],
)
def test_english(text: str, count: int) -> None:
    assert len(split(text)) == count


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Am 3. Mai kam sie. Das war z. B. in Bonn.", 2),
        ("fr", "« Non ! » a dit M. Dupont. C’est tout.", 2),
        ("es", "El Sr. Vega llegó a las 15.30 h. La Sra. Gil no vino.", 2),
        ("es", "Viajó a EE. UU. en mayo. Vive en EE. UU. La casa es suya.", 3),
        ("es", "Véase el art. 12 y la pág. 3. Lo dijo el Dr. J. Mora. ¿Quién lo duda? ¡Nadie!", 4),
        ("es", "Eran barcos, redes, etc. El núm. 4 ganó a las 9 p. m. del lunes.", 2),
        ("es", "“¿Vendrá?”, preguntó Ana. «Ha sido grave», dijo Ruiz. Luego salió.", 3),
        ("es", "D. Luis y Dña. Ana viven en la Avda. Mayor. La firma Lar S. A. cerró.", 2),
        ("zh", "他说：“我们会去。”然后离开了。再见。", 3),
        ("ja", "「行きます。」と彼は述べた。終わり。", 2),
        ("hi", "यह है। वह है।", 2),
        ("ar", "قال ذلك؟ نعم. ذهب.", 3),
        ("he", "הוא אמר. היא הלכה.", 2),
    ],
)
def test_other_languages(language: str, text: str, count: int) -> None:
    assert len(split(text, language)) == count


def test_a_cue_stays_with_its_quotation_where_the_line_breaks_in_it() -> None:
    said = "“Shall we mend the wall?”{}Ann Thole{}asked. Nobody spoke."
    for blank in (" ", "\n"):
        assert len(split(said.format(blank, blank))) == 2


def test_sentences_inside_a_long_quotation_are_told_apart() -> None:
    assert split("“It rained. We left,” she said.") == ["“It rained.", "We left,” she said."]


def test_a_blanked_cut_between_sentences_does_not_hide_the_boundary() -> None:
    text = "It rained." + " " * 400 + "It stopped."
    assert split(text) == ["It rained.", "It stopped."]


def test_sentences_know_their_paragraph() -> None:
    text = "One. Two.\n\nThree."
    found = sentences(text, [Paragraph(Span(0, 9)), Paragraph(Span(11, 17))])
    assert [s.paragraph for s in found] == [0, 0, 1]


@given(st.text(alphabet='abC .!?,"“”’\n-1。『』', max_size=80))
def test_every_character_that_shows_is_in_exactly_one_sentence(text: str) -> None:
    found = sentences(text, [Paragraph(Span(0, len(text)))])
    covered = [0] * len(text)
    for sentence in found:
        assert sentence.span.of(text) == sentence.span.of(text).strip()
        for place in range(sentence.span.start, sentence.span.end):
            covered[place] += 1
    for place, letter in enumerate(text):
        assert covered[place] == 1 or (covered[place] == 0 and letter.isspace())


@pytest.mark.parametrize("text", [". " * 20_000, " " * 50_000 + "x", "“a? " * 8_000, "\n" * 40_000])
def test_odd_input_is_split_without_trouble(text: str) -> None:
    assert "".join(split(text)).replace(" ", "") == "".join(text.split())
