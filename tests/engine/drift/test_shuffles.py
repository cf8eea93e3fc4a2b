"""Sentences shuffled, doubled, cut off and stirred: nothing breaks, gets lost or weighs oddly."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from compared_texts import MIRRORED, applied, version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.drift.following import led
from driftline.engine.records import Edit, Kind, Metadata, Severity

SENTENCES = {
    "en": [
        "Harbour Minister Ida Berg, who is 51, said on Friday the quay would close.",
        "“The quay is old. It may not stand another winter,” said pilot Tom Holt.",
        "About 40 boats were moved from Hull, Leeds and York to the north of the bay.",
        "According to the port board, the cost rose by 12 percent to £3.4 million.",
        "In a letter to owners, the board denied that nobody had warned them.",
        "Two men were arrested at the fair; they were later released on bail.",
        "The inn, which was built in 1911, was allegedly set alight by a guest.",
        "Most of the crew were rescued by a trawler at 6 p.m. on 3 March.",
    ],
    "de": [
        "Die frühere Ministerin Ida Berg, 51, sagte am Freitag, der Kai werde geschlossen.",
        "„Der Kai ist alt. Er hält keinen Winter mehr“, sagte der Lotse Tom Holt.",
        "Rund 40 Boote wurden nach Angaben der Behörde aus dem Hafen gebracht.",
        "Die Polizei nahm zwei Männer fest, die das Boot gestohlen haben sollen.",
        "Die Kosten stiegen um 12 Prozent auf 3,4 Millionen Euro.",
    ],
    "fr": [
        "La ministre du Port, Ida Berg, 51 ans, a annoncé vendredi la fermeture du quai.",
        "« Le quai est vieux. Il ne tiendra pas », a déclaré le pilote Tom Holt.",
        "Selon la mairie, une quarantaine de barques ont été déplacées.",
    ],
    "es": [
        "La exministra Ida Berg, de 51 años, anunció el viernes el cierre del muelle.",
        "«El muelle es viejo. No aguantará», dijo el piloto Tom Holt.",
        "Según el ayuntamiento, unas cuarenta barcas habrían sido retiradas del puerto.",
        "La policía detuvo a dos hombres; no hubo heridos y nadie denunció el robo.",
        "El coste subió un 12 % hasta 3,4 millones de euros, unos 2.000 más que en marzo.",
    ],
}
#: What weighs little though its kind weighs much: the same said otherwise, or elsewhere.
SAME = ("signs", "converted", "negation form", "acronym", "name initial", "order", "plain verb")
LIGHT = {Kind.TYPOGRAPHY, Kind.SPELLING_VARIANT, *MIRRORED} - {Kind.INSERTION, Kind.DELETION}
HEAVY = {Kind.NUMBER, Kind.DATE, Kind.NAME, Kind.NEGATION}


def stirred(sentences: list[str], chance: random.Random) -> str:
    """The sentences as paragraphs after one to four rough changes."""
    made = list(sentences)
    for _ in range(chance.randrange(1, 5)):
        at, act = chance.randrange(len(made)), chance.randrange(6)
        words = made[at].split(" ")
        if act == 0:
            made.insert(chance.randrange(len(made) + 1), made.pop(at))
        elif act == 1:
            made.insert(at, made[at])
        elif act == 2:
            made[at] = made[at][: chance.randrange(1, len(made[at]) + 1)].strip() or "x"
        elif act == 3:
            chance.shuffle(words)
            made[at] = " ".join(words)
        elif act == 4:
            first = chance.randrange(len(words))
            taken = words[first : first + 3]
            del words[first : first + 3]
            place = chance.randrange(len(words) + 1)
            made[at] = " ".join([*words[:place], *taken, *words[place:]])
        elif at + 1 < len(made):
            made[at] += " " + made.pop(at + 1)
    return "\n\n".join(made)


def compared(old: str, new: str, language: str) -> tuple[Edit, ...]:
    metadata = Metadata(language=language)
    return classify(align(*(replace(version(text), metadata=metadata) for text in (old, new))))


def told(edit: Edit) -> tuple[object, ...]:
    return edit.kind, edit.subkind, edit.severity, edit.a, edit.b, edit.in_quote, edit.group is None


def turned(edit: Edit) -> tuple[object, ...]:
    subkind = edit.subkind and MIRRORED.get(edit.subkind, edit.subkind)
    kind = MIRRORED.get(edit.kind, edit.kind)
    return told(replace(edit, kind=kind, subkind=subkind, a=edit.b, b=edit.a))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SENTENCES)), st.integers(0, 10**6))
@example("fr", 12264)
def test_whatever_was_done_to_it_a_text_is_told_in_full_both_ways(language: str, seed: int) -> None:
    chance = random.Random(seed)
    chosen = chance.choices(SENTENCES[language], k=chance.randrange(1, 7))
    old, new = stirred(chosen, chance), stirred(chosen, chance)
    there, back = compared(old, new, language), compared(new, old, language)
    assert applied(old, new, there) == "".join(new.split())
    assert sorted(map(turned, there), key=repr) == sorted(map(told, back), key=repr)
    ids = {edit.id for edit in there}
    assert all(leader in ids and leader not in led(there) for leader in led(there).values())
    for edit in there:
        light = edit.rule in SAME or edit.rule.endswith(" moved") or edit.rule == "capital"
        if edit.kind is Kind.QUOTATION or edit.rule in ("sentence_dropped", "sentence_added"):
            assert edit.severity is Severity.HIGH
        elif edit.kind in HEAVY:
            assert light or edit.severity is Severity.HIGH
        elif edit.kind in LIGHT:
            assert edit.severity is Severity.LOW
