"""What is done, told by a verb or by its noun: "inspected", "carried out an inspection of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.sides import is_mark
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Verdict

_RULE = "light verb"
# Edits between a light verb and its noun, and words of either side of such a change.
_FARTHEST = 3
_LONGEST = 8
# Words of a light verb and its noun.
_SHORT = 2
_PAST = frozenset({2, 3})


def light_verbs(
    edits: Sequence[WordEdit], old: CodedText, new: CodedText, classes: WordClasses
) -> dict[WordEdit, Verdict]:
    """The edits that put a light verb and a noun for a verb, or the reverse, with their kind."""
    light, brackets = classes.nominal.light, classes.verbs.brackets
    found: dict[WordEdit, Verdict] = {}
    for at, (x, x_end, y, y_end) in enumerate(edits):
        if (x_end - x < _SHORT > y_end - y and not brackets) or x == x_end or y == y_end:
            continue
        words, words_new = old.words[x:x_end], new.words[y:y_end]
        if light.isdisjoint(words) == light.isdisjoint(words_new):
            continue
        if max(len(words), len(words_new)) > _LONGEST:
            continue
        forth = light.isdisjoint(words)
        long, short = (words_new, words) if forth else (words, words_new)
        verb = _lone([plain(word) for word in short], classes)
        rest = [plain(word) for word in long]
        at_light = max((k for k, word in enumerate(rest) if word in light), default=None)
        if verb is None or at_light is None or not _one_tense(verb, rest[at_light], classes):
            continue
        del rest[at_light]
        nouns = [word for word in rest if _tells(word, classes)]
        if not nouns:
            text, own = (new, 2) if forth else (old, 0)
            for edit in _with_noun(verb, edits[at + 1 : at + 1 + _FARTHEST], text, own, classes):
                found[edit] = Kind.INSERTION if forth else Kind.DELETION, _RULE
                found[edits[at]] = Kind.PARAPHRASE, _RULE
        elif len(nouns) == 1 and classes.nominal.is_noun_of(nouns[0], verb, classes.verbs):
            found[edits[at]] = Kind.PARAPHRASE, _RULE
    return found


def _with_noun(
    verb: str, edits: Sequence[WordEdit], text: CodedText, own: int, classes: WordClasses
) -> list[WordEdit]:
    """The edits that add nothing but a verb's noun, or what ends the clause of the light verb."""
    found: list[WordEdit] = []
    named = False
    for edit in edits:
        if edit[2 - own] != edit[3 - own]:
            continue
        words = [plain(word) for word in text.words[edit[own] : edit[own + 1]]]
        nouns = [word for word in words if _tells(word, classes)]
        if not nouns and not classes.verbs.brackets:
            continue
        if len(nouns) > 1 or not all(
            classes.nominal.is_noun_of(noun, verb, classes.verbs) for noun in nouns
        ):
            continue
        named = named or bool(nouns)
        if nouns or named:
            found.append(edit)
    return found if named else []


def _lone(words: Sequence[str], classes: WordClasses) -> str | None:
    """The one verb among lower-case words that else tell nothing."""
    telling = [word for word in words if _tells(word, classes)]
    if len(telling) == 1 and any(place for _, place in classes.verbs.uses(telling[0])):
        return telling[0]
    return None


def _tells(word: str, classes: WordClasses) -> bool:
    """Whether a lower-case word is more than what joins others."""
    return not (
        word in classes.determiners
        or word in classes.prepositions
        or word in classes.auxiliaries
        or word in classes.nominal.particles
        or is_mark(word)
    )


def _one_tense(verb: str, light: str, classes: WordClasses) -> bool:
    """Whether two forms of verbs may be of one tense."""
    places, places_light = ({p for _, p in classes.verbs.uses(w)} for w in (verb, light))
    return not places.isdisjoint(places_light) or not (
        _PAST.isdisjoint(places) or _PAST.isdisjoint(places_light)
    )
