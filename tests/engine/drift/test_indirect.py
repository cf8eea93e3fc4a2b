"""Direct speech turned into indirect speech is one change, there and back."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compared_texts import applied, version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.records import Edit, Kind, Metadata

_BACK = {"indirect": "direct", "negation dropped": "negation added"}
_MIRROR = {
    Kind.INSERTION: Kind.DELETION,
    Kind.DELETION: Kind.INSERTION,
    Kind.SENTENCE_SPLIT: Kind.SENTENCE_MERGE,
    Kind.SENTENCE_MERGE: Kind.SENTENCE_SPLIT,
    Kind.PARAGRAPH_SPLIT: Kind.PARAGRAPH_MERGE,
    Kind.PARAGRAPH_MERGE: Kind.PARAGRAPH_SPLIT,
}
ONE = [("quotation", "high", "indirect")]


def edits(old: str, new: str, language: str = "en") -> tuple[Edit, ...]:
    metadata = Metadata(language=language)
    return classify(align(*(replace(version(text), metadata=metadata) for text in (old, new))))


def told(found: tuple[Edit, ...]) -> list[tuple[str, str, str]]:
    """What is told, the parts of one act once."""
    acts: dict[tuple[object, ...], tuple[str, str, str]] = {}
    for number, edit in enumerate(found):
        act = (edit.group, edit.kind) if edit.group is not None else (number,)
        acts.setdefault(act, (edit.kind.value, edit.severity.value, edit.rule))
    return list(acts.values())


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("“We will stay,” she said.", "She said they would stay.", "en"),
        ("“I am a baker,” Dorn said.", "Dorn said he was a baker.", "en"),
        ("She said: “The pier is closed.”", "She said the pier was closed.", "en"),
        ("“I cannot swim,” the diver told us.", "The diver told us he could not swim.", "en"),
        ("“Nobody saw it,” guards said.", "Guards said nobody saw it.", "en"),
        ("“Is the pier open?” he asked.", "He asked whether the pier was open.", "en"),
        (
            "“We won,” he said, “and we will win again.”",
            "He said they had won and would win again.",
            "en",
        ),
        ("„Wir werden bleiben“, sagte sie.", "Sie sagte, sie würden bleiben.", "de"),
        ("Er sagte: „Die Mühle ist alt.“", "Er sagte, die Mühle sei alt.", "de"),
        ("« Je suis boulanger », a déclaré Dorn.", "Dorn a déclaré qu’il était boulanger.", "fr"),
    ],
)
def test_persons_and_tenses_that_go_along_are_no_changes_of_their_own(
    old: str, new: str, language: str
) -> None:
    assert told(edits(old, new, language)) == ONE
    assert told(edits(new, old, language)) == [("quotation", "high", "direct")]


@pytest.mark.parametrize(
    ("old", "new", "besides"),
    [
        ("“We stay until Monday,” she said.", "She said they stayed until Friday.", "weekday"),
        ("“Nine boats sank,” he said.", "He said six boats had sunk.", "number"),
        ("“We will not pay,” he said.", "He said they would pay.", "negation dropped"),
        ("He told us: “I never met Dorn.”", "He told us he had never met Karsk.", "name"),
    ],
)
def test_what_was_said_otherwise_is_told_beside_it(old: str, new: str, besides: str) -> None:
    found = edits(old, new)
    rules = [rule for _, _, rule in told(found)]
    assert sorted(rules) == sorted(["indirect", besides])
    back = [_BACK.get(rule, rule) for rule in rules]
    assert sorted(rule for _, _, rule in told(edits(new, old))) == sorted(back)
    told_apart = next(edit for edit in found if edit.rule == besides)
    assert told_apart.severity.value == "high"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Part of a sentence between marks is no speech; other speech is not the same retold.
        ("They were “ready to talk” then, he said.", "They were ready to talk then, he said."),
        ("“The pier is closed,” she said.", "She said rents had gone up again."),
        # Who is told apart is not swallowed.
        ("“We have 30 boats,” said Dorn of Hull.", "Dorn of Leeds said they had 40 boats."),
    ],
)
def test_what_is_no_retelling_is_told_word_by_word(old: str, new: str) -> None:
    assert not {"indirect", "direct"} & {edit.rule for edit in edits(old, new) + edits(new, old)}


WORDS = """
    “ ” “ ” “ , : said told he she we they I will would not cannot is was Dorn Friday Monday 9 nine
    that the mill closed according to .
""".split()  # noqa: SIM905  (a list would take forty lines)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_speech_in_any_order_of_words_is_applied_and_mirrored(seed: int) -> None:
    chance = random.Random(seed)
    said = " ".join(chance.choices(WORDS[5:], k=7))
    old = f"“So {said}” he said {' '.join(chance.choices(WORDS, k=3))} x."
    new = f"He said {' '.join(chance.choices(WORDS, k=3))} {said.replace('will', 'would')} x."
    there, back = edits(old, new), edits(new, old)
    assert applied(old, new, there) == "".join(new.split())
    assert sorted((e.a, e.b, _MIRROR.get(e.kind, e.kind), e.severity) for e in there) == sorted(
        (e.b, e.a, e.kind, e.severity) for e in back
    )
