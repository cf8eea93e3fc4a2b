"""Speakers whose names look like other words, or are written with more than names."""

from __future__ import annotations

import pytest

from quality.quotes import found

_REST = " The rest of the page is about the mill and the town."
# Not read yet: names that are weekdays or adverbs ("Monday Okafor", "Early Moss"), "Said" as a
# given name, and what ends like a participle where it opens a sentence and is in no list of given
# names ("Ming Chen, who runs the mill, said").
_NAMES = [
    *("Fred Kagan", "Ted Hall", "Ned Moss", "Ahmed Khan", "Mohammed Ali Khan", "Irving King"),
    *("Will Smith", "April Moss", "June Hill", "August Orr", "Theresa May", "Mrs May", "Bill May"),
    *("Mark Brown", "Grant Hill", "Rob Price", "Chase Stone", "Art Bond", "Faith Orr", "Drew Park"),
    *("Rich Young", "Dean Short", "Robert Knight", "Jack Best", "Rose Hill", "Summer Moss"),
    *("Emily Hill", "Sally Day", "Kelly", "Molly Orr", "Noor Said", "Christian Young"),
    *("Jo Van der Berg", "Ludwig van Orr", "Bill de Blasio", "Conor O’Brien", "Jean-Luc Moreau"),
    *("J.K. Rowe", "J. K. Rowe", "Tom Orr Jr.", "Tom Orr III", "Mary-Ann Hill", "D’Angelo Moss"),
    *("Muqtada al-Sadr", "Xi Jinping", "Kim Jong-il", "Ban Ki-moon", "José Núñez", "Ángel Pérez"),
    *("Gen. Tom Hill", "Sen. Ann Vale", "Const. Tom Orr", "U.S. Rep. Tom Orr", "Lt.-Gov. Tom Orr"),
    *("Lord Orr", "Sister Ann Hill", "Prince Tom", "Judge Ann Vale", "Detective Sgt. Tom Orr"),
    *("First Minister Tom Orr", "Prime Minister Ann Vale", "Police Chief Tom Orr", "Mr Vale"),
    *("Beyoncé", "Erdoğan", "Brown", "King", "Young", "Price", "Banks", "Woods", "Rice"),
]
_SENTENCES = [
    ("“It is late,” {} said.", "said"),
    ("“It is late,” said {}.", "said"),
    ("“It is late,” {} told the Leeds Echo on Monday.", "told"),
    ("“It is late,” {}, a baker from Leeds, said.", "said"),
    ("{} said the mill was old.", "said"),
    ("{} told reporters that the mill was old.", "told"),
    ("On Monday {} said the mill was old.", "said"),
    ("The mill was old, {} said.", "said"),
    ("The mill was old, said {}, a baker from Leeds.", "said"),
    ("According to {}, the mill was old.", "According to"),
]


@pytest.mark.parametrize("name", _NAMES)
def test_a_name_is_a_speaker_whatever_it_looks_like(name: str) -> None:
    for sentence, cue in _SENTENCES:
        text = sentence.format(name).replace("..", ".") + _REST
        (quotation,) = found(text).quotations
        # A stop that ends the sentence as well is no part of the name.
        assert quotation.speaker.startswith(name.rstrip(".")), text
        assert quotation.cue == cue, text
