"""A sentence reworded throughout is known again between neighbours that stayed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compared_texts import version
from driftline.engine.alignment.align import align
from driftline.engine.records import Metadata

AROUND = {
    "en": ("The wind turned in the early evening.", "A meeting is planned for the tenth of May."),
    "de": ("Der Wind drehte am frühen Abend.", "Ein Treffen ist für den zehnten Mai geplant."),
    "fr": ("Le vent a tourné en début de soirée.", "Une réunion est prévue pour le dix mai."),
    "es": ("El viento cambió al caer la tarde.", "La reunión será el diez de mayo."),
}


def paired(old: str, new: str, language: str = "en", joint: str = " ") -> bool:
    """Whether two sentences between the same neighbours are partners, there and back."""
    before, after = AROUND[language]
    one, other = (
        replace(version(joint.join((before, middle, after))), metadata=Metadata(language=language))
        for middle in (old, new)
    )
    there, back = align(one, other), align(other, one)
    assert len(there.groups) == len(back.groups)
    return len(there.groups) == len(AROUND["en"]) + 1


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Shops stayed closed.", "Every shop was shut.", "en"),
        ("She declined to comment.", "Dorn would not comment.", "en"),
        ("Helpers took 12 to hospital.", "Twelve people were hospitalised.", "en"),
        ("Rents climbed 4 percent.", "It was a 4% increase of rents.", "en"),
        ("Divers are still looking for her.", "The search by divers goes on.", "en"),
        ("Die Läden blieben zu.", "Jeder Laden war geschlossen.", "de"),
        ("Die Mühle ist geschlossen.", "Man hat die Mühle zugemacht.", "de"),
        ("Les moulins sont restés fermés.", "Chaque moulin était clos.", "fr"),
        ("Los molinos siguieron cerrados.", "Cada molino estaba clausurado.", "es"),
    ],
)
def test_what_tells_of_the_same_in_the_same_place_is_one_sentence(
    old: str, new: str, language: str
) -> None:
    assert paired(old, new, language)


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Shops stayed closed.", "The navy sent two divers.", "en"),
        ("She declined to comment.", "The pier was built in 1908.", "en"),
        ("Two bells were heard.", "Two barns were sold.", "en"),
        ("Dorn was born in 1950.", "The mill was burnt in 1977.", "en"),
        ("Rents climbed 4 percent.", "The guild has 900 members.", "en"),
        ("Die Läden blieben zu.", "Der Bus kam am Freitag zu spät.", "de"),
        ("La cause est inconnue.", "Le moulin est un ancien couvent.", "fr"),
        ("La causa se desconoce.", "El molino es un antiguo convento.", "es"),
    ],
)
def test_what_tells_of_something_else_stays_apart(old: str, new: str, language: str) -> None:
    assert not paired(old, new, language)


def test_a_paragraph_of_its_own_needs_more_in_common() -> None:
    old, new = "Shops stayed closed.", "Every shop was shut until Friday morning or even longer."
    assert paired(old, "Every shop was shut.", joint="\n\n")
    assert not paired(old, new, joint="\n\n")


WORDS = [
    "shops",
    "12",
    "twelve",
    "hospital",
    "hospitals",
    "shut",
    "closed",
    "she",
    "Dorn",
    "not",
    "comment",
    "climbed",
    "price",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.permutations(WORDS))
def test_pairing_is_the_same_both_ways(one: list[str], other: list[str]) -> None:
    paired(" ".join(one).capitalize() + ".", " ".join(other[: len(one)]).capitalize() + ".")
