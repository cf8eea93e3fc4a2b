"""Direct speech told in indirect speech, or the reverse: one change, not one a word.

“We will leave,” he said, and: He said they would leave. That persons, tenses and the place of the
attribution go along with it says nothing new; another number, date or name among the words does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from driftline.engine.drift.entries import plain
from driftline.engine.drift.explaining import severities
from driftline.engine.drift.sides import is_capital, is_mark
from driftline.engine.records import Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Match
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.quoted import Quoted
    from driftline.engine.drift.sides import Verdict

    #: Parts and names an edit as if nothing were around it.
    Namer = Callable[[WordEdit], Iterator[tuple[WordEdit, Verdict]]]

# Tokens that stand around a quotation at most, and tokens that its retelling has more than it.
_AROUND = 16
_MORE = 8
# Tokens of a quotation that is looked into.
_LONGEST = 300
# The share of its telling words that are told again.
_TOLD = 0.5
# Told apart from the rest wherever they stand; what else weighs much only in the place of words.
_SUBSTANCE = frozenset({Kind.NUMBER, Kind.DATE, Kind.NEGATION})
# What goes along with another person and tense, and is no change of what was said.
_FOLLOWS = frozenset(
    ["person", "more certain", "less certain", "more binding", "less binding", "figure"]
    + [f"{what} {verb}" for what in ("attribution", "agent") for verb in ("added", "dropped")]
)

# What came with a day or a number came with one that was not told elsewhere before.
_COUNTED = frozenset(
    f"{what} {verb}" for what in ("day", "figure") for verb in ("added", "dropped")
)

#: The tokens of one side, first and end.
Stretch = tuple[int, int]


class _Speech(NamedTuple):
    """A text that has a quotation and one that retells it, each with its tokens of a group."""

    direct: CodedText
    within: Stretch
    inner: list[Stretch]
    retold: CodedText
    there: Stretch


def indirect(
    match: Match,
    old: CodedText,
    new: CodedText,
    quoted: tuple[Quoted, Quoted],
    classes: WordClasses,
    named: Namer,
) -> dict[WordEdit, Verdict] | None:
    """All edits of a group in which a quotation became indirect speech, or the reverse, in order.

    None where there is no such.
    """
    here = old.bounds[match.a], old.bounds[match.a_end]
    there = new.bounds[match.b], new.bounds[match.b_end]
    pairs, pairs_new = quoted[0].within(old, *here), quoted[1].within(new, *there)
    if pairs is None or pairs_new is None or bool(pairs) == bool(pairs_new):
        return None
    forth = bool(pairs)
    if forth:
        speech = _Speech(old, here, pairs, new, there)
    else:
        speech = _Speech(new, there, pairs_new, old, here)
    if not _is_retold(speech, classes):
        return None
    found = dict(_substance(speech, forth, classes, named))
    if _untold(speech, forth, list(found), classes):
        return None
    around = _around(list(found), old, new, here, there)
    rule = "indirect" if forth else "direct"
    if len(around) > 1:
        rule += f":{speech.direct.tokens.starts[speech.within[0]]}"
    found |= dict.fromkeys(around, (Kind.QUOTATION, rule))
    return dict(sorted(found.items()))


def _is_retold(speech: _Speech, classes: WordClasses) -> bool:
    """Whether the words of a quotation are told again, with who says so."""
    words = speech.direct.words
    first = speech.inner[0][0]
    inner = [word for start, end in speech.inner for word in map(plain, words[start:end])]
    said = [word for word in inner if not is_mark(word)]
    x, y = speech.within[1], speech.there[1]
    while x > speech.inner[-1][1] and words[x - 1] == speech.retold.words[y - 1]:
        x, y = x - 1, y - 1
    around = x - speech.within[0] - len(inner)
    size = y - speech.there[0]
    if not said or len(inner) > _LONGEST or around > _AROUND or size > len(inner) + around + _MORE:
        return False
    # A part of a sentence between marks is no speech: "they were “ready to talk”".
    before = plain(words[first - 2]) if first - 2 >= speech.within[0] else ""
    whole = not before or is_mark(before)
    if not whole and before not in classes.reporting:
        return False
    told = [w for w in map(plain, speech.retold.words[slice(*speech.there)]) if not is_mark(w)]
    if not _reports(told, classes):
        return False
    if f" {' '.join(said)} " in f" {' '.join(told)} ":
        return whole
    known = set(told)
    content = [word for word in said if not _is_empty(word, classes)]
    kept = sum(
        word in known or any(classes.verbs.one_verb(word, other) for other in told)
        for word in content
    )
    return kept >= _TOLD * len(content)


def _reports(words: Sequence[str], classes: WordClasses) -> bool:
    """Whether lower-case words hold one by which something is said to be somebody's word."""
    return not (
        classes.reporting.isdisjoint(words)
        and classes.telling.isdisjoint(words)
        and classes.attribution_firsts.isdisjoint(words)
    )


def _is_empty(word: str, classes: WordClasses) -> bool:
    """Whether a lower-case word changes with the person or the tense, or says little."""
    return (
        word in classes.determiners
        or word in classes.auxiliaries
        or word in classes.modal_verbs
        or word in classes.subjects
        or word in classes.never_names
        or word in classes.prepositions
    )


def _substance(
    speech: _Speech, forth: bool, classes: WordClasses, named: Namer
) -> Iterator[tuple[WordEdit, Verdict]]:
    """The edits between a quotation and its retelling that say something else."""
    direct, retold = speech.direct, speech.retold
    old, new = (direct, retold) if forth else (retold, direct)
    by_kind, by_rule = severities(direct.language)
    start, end = speech.there
    retelling = list(map(plain, retold.words[start:end]))
    saying = list(map(plain, direct.words[slice(*speech.within)]))
    told, said = set(retelling), set(saying)
    # "Cannot" and "could not".
    denied = _denials(saying, classes) == _denials(retelling, classes)
    for first, stop in speech.inner:
        x, y, begin = first, start, start
        blocks = Indel.editops(direct.codes[first:stop], retold.codes[start:end])
        for p, q, size in blocks.as_matching_blocks():
            own, far = (x, first + p), (y, begin + q)
            for edit, verdict in named((*own, *far) if forth else (*far, *own)):
                here, there = (edit[:2], edit[2:]) if forth else (edit[2:], edit[:2])
                words = set(map(plain, direct.words[slice(*here)]))
                others = set(map(plain, retold.words[slice(*there)]))
                kind, rule = verdict
                loud = (by_rule.get(rule) or by_kind.get(kind)) is Severity.HIGH
                if (
                    loud
                    and rule not in _FOLLOWS
                    and not (denied and kind is Kind.NEGATION)
                    and (kind in _SUBSTANCE or (words and others))
                    # What stands elsewhere on the other side only changed its place.
                    and not (told >= words and said >= others)
                    and (rule not in _COUNTED or _counts((words - told) | (others - said), classes))
                ):
                    yield _alone(edit, kind, old, new, classes), verdict
            x, y = own[1] + size, far[1] + size
            if size:
                start = y


def _alone(
    edit: WordEdit, kind: Kind, old: CodedText, new: CodedText, classes: WordClasses
) -> WordEdit:
    """An edit without the marks it ends with, and a denial without what it happened to meet."""
    x, x_end, y, y_end = edit
    while x_end - x > 1 and is_mark(old.words[x_end - 1]):
        x_end -= 1
    while y_end - y > 1 and is_mark(new.words[y_end - 1]):
        y_end -= 1
    if kind is Kind.NEGATION:
        denied, denied_new = (
            _denials(list(map(plain, words)), classes)
            for words in (old.words[x:x_end], new.words[y:y_end])
        )
        if not denied_new and denied == x_end - x:
            y = y_end
        elif not denied and denied_new == y_end - y:
            x = x_end
    return x, x_end, y, y_end


def _untold(speech: _Speech, forth: bool, kept: list[WordEdit], classes: WordClasses) -> bool:
    """Whether a name or a number is told on one side only, and no edit that is kept says so."""
    own, far = (0, 2) if forth else (2, 0)
    quotes = {first for first, _ in speech.inner}
    for text, (first, end), other, (start, stop), side in (
        (speech.direct, speech.within, speech.retold, speech.there, own),
        (speech.retold, speech.there, speech.direct, speech.within, far),
    ):
        told = {plain(word) for word in other.words[start:stop]}
        for at in range(first, end):
            word = text.words[at]
            form = plain(word)
            if form in told or is_mark(word):
                continue
            opens = at == first or at in quotes or is_mark(text.words[at - 1])
            named = is_capital(word) and not opens and form not in classes.never_names
            if ((named and not classes.capital_nouns) or classes.numerals.counts(form)) and not any(
                edit[side] <= at < edit[side + 1] for edit in kept
            ):
                return True
    return False


def _counts(words: set[str], classes: WordClasses) -> bool:
    """Whether a number or a day is among lower-case words."""
    return any(
        word in classes.weekdays or word in classes.months or classes.numerals.counts(word)
        for word in words
    )


def _denials(words: Sequence[str], classes: WordClasses) -> int:
    return sum(
        word in classes.negations
        or word in classes.affirmative
        or word.endswith(classes.contracted)
        for word in words
    )


def _around(
    kept: list[WordEdit], old: CodedText, new: CodedText, here: Stretch, there: Stretch
) -> list[WordEdit]:
    """What is left of a group beside the edits kept, without what both ends have in common."""
    (x, x_end), (y, y_end) = here, there
    stop, stop_new = (kept[0][0], kept[0][2]) if kept else (x_end, y_end)
    while x < stop and y < stop_new and old.words[x] == new.words[y]:
        x, y = x + 1, y + 1
    stop, stop_new = (kept[-1][1], kept[-1][3]) if kept else (x, y)
    while x_end > stop and y_end > stop_new and old.words[x_end - 1] == new.words[y_end - 1]:
        x_end, y_end = x_end - 1, y_end - 1
    edits: list[WordEdit] = []
    for p, p_end, q, q_end in [*kept, (x_end, x_end, y_end, y_end)]:
        if old.words[x:p] != new.words[y:q]:
            edits.append((x, p, y, q))
        x, y = p_end, q_end
    return edits
