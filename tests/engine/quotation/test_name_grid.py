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
    *("Johnson & Johnson", "Doctors Without Borders", "the late mayor"),
    *("Beyoncé", "Erdoğan", "Brown", "King", "Young", "Price", "Banks", "Woods", "Rice"),
]
# Bodies, several people, and people with what they are; without an apposition behind them.
_BODIES = [
    *("WHO", "the WHO", "IS", "the IS group", "US officials", "the US", "the U.N.", "IT workers"),
    *("AT&T", "H&M", "Reuters", "the New York Times", "Public Health England", "Downing Street"),
    *("Human Rights Watch", "Save the Children", "Black Lives Matter", "State Farm", "X", "No 10"),
    *("the Department for Work and Pensions", "Marks and Spencer", "the Bank of England"),
    *("the House Ways and Means Committee", "Leeds City Council", "G7 leaders", "Democrats"),
    *(
        "a group of 20 MPs",
        "more than 100 scientists",
        "two-thirds of voters",
        "one in five voters",
    ),
    *("the majority of voters", "everyone", "neither side", "the pair", "his mother", "most"),
    *("scientists at the University of Leeds", "sources close to the talks", "a senior aide"),
    *("people familiar with the matter", "a person with knowledge of the plan", "an eyewitness"),
    *("former mayor Ann Vale", "mayor-elect Ann Vale", "Leeds mayor Ann Vale", "CEO Ann Vale"),
    *("Nobel laureate Ann Vale", "analyst Tom Orr of Mill Research", "Tom Orr of Leeds"),
    *("Ann Vale, the mayor of Leeds,", "Ann Vale, mayor of Leeds,", "Ann Vale, of Leeds,"),
    *("Ann Vale, who is the mayor of Leeds,", "Ann Vale, then mayor of Leeds,", "Ann Vale, 34,"),
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


# Nothing stands behind these, and they stand before their verb.
_BEFORE = [
    (sentence, cue)
    for sentence, cue in _SENTENCES
    if ", a baker" not in sentence and "said {}" not in sentence
]


@pytest.mark.parametrize("name", _BODIES)
def test_a_body_or_a_description_is_a_speaker(name: str) -> None:
    for sentence, cue in _BEFORE:
        text = sentence.format(name).replace(",,", ",") + _REST
        text = text[0].upper() + text[1:]
        (quotation,) = found(text).quotations
        given = quotation.speaker.lower()
        assert given.startswith(name.split(", ")[0].lower()), text
        assert quotation.cue == cue, text


@pytest.mark.parametrize("name", _NAMES)
def test_a_name_is_a_speaker_whatever_it_looks_like(name: str) -> None:
    for sentence, cue in _SENTENCES:
        text = sentence.format(name).replace("..", ".") + _REST
        (quotation,) = found(text).quotations
        # A stop that ends the sentence as well is no part of the name.
        assert quotation.speaker.startswith(name.rstrip(".")), text
        assert quotation.cue == cue, text


@pytest.mark.parametrize("firm", ["Halden & Sons", "Orr & Vale", "Johnson & Johnson"])
def test_a_firm_with_names_is_none_of_the_people_it_is_named_after(firm: str) -> None:
    (quotation,) = found(f"“It is late,” {firm} said." + _REST).quotations
    assert (quotation.speaker, quotation.reference) == (firm, firm)
