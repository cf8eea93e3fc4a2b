"""Who acts: active that became passive, or the reverse, and whether the agent is still told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.sides import is_capital, is_mark
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.matches import Match
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Verdict

# Words between a passive's auxiliary and its participle, and tokens of a group that is looked into.
_ADVERBS = 2
_LONGEST = 120
# Words that an agent has at most.
_AGENT = 8
# Words behind a participle among which who acts is looked for.
_CLAUSE = 16
# The place of an ing-form among the forms of a verb.
_ING = 4


def voices(
    edits: Sequence[WordEdit], match: Match, old: CodedText, new: CodedText, classes: WordClasses
) -> dict[WordEdit, Verdict]:
    """The edits by which an act is told from its other side, with their kind.

    Where the active names who acts and the passive does not, the edit that holds the name says so.
    """
    passive = classes.passive
    helped: list[WordEdit] = []
    told: list[WordEdit] = []
    for edit in edits:
        x, x_end, y, y_end = edit
        one_sided = x == x_end or y == y_end
        if one_sided and (old.words[x] if x < x_end else new.words[y]) in classes.agents:
            told.append(edit)
        if x_end - x == 1 == y_end - y:
            if (old.words[x] in passive) != (new.words[y] in passive):
                helped.append(edit)
        elif passive.isdisjoint(old.words[x:x_end]) != passive.isdisjoint(new.words[y:y_end]):
            helped.append(edit)
    found = _agents(told, old, new, classes) if told else {}
    if found:
        return found
    aux = classes.auxiliaries
    helped = [
        (x, x_end, y, y_end)
        for x, x_end, y, y_end in helped
        if aux.isdisjoint(old.words[x:x_end]) or aux.isdisjoint(new.words[y:y_end])
    ]
    if not helped:
        return {}
    a, a_end = old.bounds[match.a], old.bounds[match.a_end]
    b, b_end = new.bounds[match.b], new.bounds[match.b_end]
    if a_end - a > _LONGEST or b_end - b > _LONGEST:
        return {}
    for edit in helped:
        for added in (True, False):
            text, other = (new, old) if added else (old, new)
            first, end = edit[2:] if added else edit[:2]
            far, far_end = edit[:2] if added else edit[2:]
            if not passive.isdisjoint(map(plain, other.words[far:far_end])):
                continue
            for at in range(first, end):
                if text.words[at] not in passive:
                    continue
                verb = _participle(text, at + 1, (b_end if added else a_end), classes)
                span = (a, a_end) if added else (b, b_end)
                active = verb and _active(plain(text.words[verb]), other, *span, classes)
                if verb and active:
                    return _named(edits, text, other, (at, verb), (active, span[0]), added, classes)
    return {}


def _agents(
    edits: Sequence[WordEdit], old: CodedText, new: CodedText, classes: WordClasses
) -> dict[WordEdit, Verdict]:
    """Who acts, told beside a participle or a noun of what is done, that came or went."""
    found: dict[WordEdit, Verdict] = {}
    for edit in edits:
        added = edit[0] == edit[1]
        text, first, end = (new, *edit[2:]) if added else (old, *edit[:2])
        if not 1 < end - first <= _AGENT:
            continue
        words = list(map(plain, text.words[first:end]))
        before = list(map(plain, text.words[max(0, first - _CLAUSE) : first]))
        if not before or not _acts(words, classes):
            continue
        after = plain(text.words[end]) if end < len(text.words) else ""
        if classes.verbs.brackets and _may_end(after, classes):
            passive = not classes.passive.isdisjoint(before)
        else:
            passive = before[-1] in classes.acts or _is_passive(before, classes)
        if passive:
            kind = Kind.INSERTION if added else Kind.DELETION
            found[edit] = kind, f"agent {'added' if added else 'dropped'}"
    return found


def _is_passive(before: list[str], classes: WordClasses) -> bool:
    """Whether a passive ends some lower-case words, a particle behind it: "was knocked down"."""
    last = len(before) - 1
    if last and before[last] in classes.prepositions:
        last -= 1
    return is_past(before[last], classes) and (
        before[last - 1] in classes.passive or before[last - 1].endswith(classes.adverb_endings)
    )


def _participle(text: CodedText, first: int, end: int, classes: WordClasses) -> int | None:
    """The participle right behind an auxiliary, an adverb left aside."""
    if classes.verbs.brackets:
        # "Wurde am Montag von der Polizei erschossen": it ends the clause.
        last = None
        for at in range(first, min(end, first + _CLAUSE)):
            if is_mark(text.words[at]):
                break
            if not is_capital(text.words[at]) and _may_end(plain(text.words[at]), classes):
                last = at
        return last
    for at in range(first, min(end, first + _ADVERBS)):
        word = plain(text.words[at])
        if is_past(word, classes):
            return at
        if not word.endswith(classes.adverb_endings):
            return None
    return None


def is_past(word: str, classes: WordClasses) -> bool:
    """Whether a lower-case word is a past form or a participle, and no auxiliary."""
    return word not in classes.auxiliaries and any(
        place in (2, 3) for _, place in classes.verbs.uses(word)
    )


def _may_end(word: str, classes: WordClasses) -> bool:
    """Whether a lower-case word may be the participle behind an auxiliary: "blockiert" as well."""
    return (
        word not in classes.auxiliaries
        and word not in classes.prepositions
        and word not in classes.negations
        and any(place in (1, 2, 3) for _, place in classes.verbs.uses(word))
    )


def _active(verb: str, text: CodedText, first: int, end: int, classes: WordClasses) -> int | None:
    """Where a text has a form of the verb that no passive makes."""
    # "Nahm ... fest" and "festgenommen".
    apart = [prefix for prefix in classes.verbs.prefixes if verb.startswith(prefix)]
    participle = classes.verbs.participle  # "töteten" and "getötet"
    for at in range(first + 1, end):
        word = plain(text.words[at])
        if (
            word == verb
            or (
                (word[:1] == verb[:1] or (participle and verb.startswith(participle)))
                and classes.verbs.one_verb(word, verb)
            )
            or any(classes.verbs.one_verb(prefix + word, verb) for prefix in apart)
        ):
            before = [plain(w) for w in text.words[max(first, at - 2) : at]]
            if before[-1] in classes.determiners or is_mark(before[-1]):
                continue  # "The blast, killing nine," has no subject of its own
            if is_past(word, classes) and not classes.passive.isdisjoint(before):
                continue
            return at
    return None


def _named(
    edits: Sequence[WordEdit],
    text: CodedText,
    other: CodedText,
    passive: tuple[int, int],
    active: tuple[int, int],
    added: bool,
    classes: WordClasses,
) -> dict[WordEdit, Verdict]:
    """The edits of such a change; `text` has the passive, which the new text is when `added`."""
    own, far = (2, 0) if added else (0, 2)
    head = active[0] - 1
    while head > active[1] and _helps(plain(other.words[head]), classes):
        head -= 1
    if not any(edit[far] <= at < edit[far + 1] for edit in edits for at in (active[0], head)):
        return {}  # the verb and who acts stayed: the passive is another matter
    agent = plain(other.words[head])
    told, told_far = (
        {plain(word) for edit in edits for word in side.words[edit[at] : edit[at + 1]]}
        for side, at in ((text, own), (other, far))
    )
    # Where the participle ends its clause, who acts stands before it.
    from_here = passive[0] + 1 if classes.verbs.brackets else passive[1] + 1
    behind = list(map(plain, text.words[from_here : from_here + _CLAUSE]))
    by = next((at for at, word in enumerate(behind) if word in classes.agents), None)
    kept = by is not None and agent in behind[by : by + _AGENT]
    kept = kept or _among(agent, behind, classes)
    # What stands before the verb may be no noun: then who acts is not told apart.
    kept = kept or agent in classes.determiners or agent in classes.prepositions
    # A pronoun stands for somebody who is named elsewhere.
    kept = kept or agent in classes.subjects or agent in classes.joints
    # "Was blown up by them" and "blew up": what was done is done by itself.
    alike = agent in map(plain, text.words[max(0, passive[0] - _ADVERBS) : passive[0]])
    found: dict[WordEdit, Verdict] = {}
    for edit in edits:
        holds_passive = any(edit[own] <= at < edit[own + 1] for at in passive)
        holds_active = edit[far] <= active[0] < edit[far + 1]
        holds_agent = edit[far] <= head < edit[far + 1]
        opens = by is not None and edit[own] <= from_here + by < edit[own + 1]
        both = edit[0] < edit[1] and edit[2] < edit[3]
        kind = Kind.PARAPHRASE if both else Kind.INSERTION if edit[2] < edit[3] else Kind.DELETION
        if opens and alike and not both and edit[own + 1] - edit[own] > 1:
            found[edit] = kind, f"agent {'added' if edit[2] < edit[3] else 'dropped'}"
        elif holds_agent and not kept:
            found[edit] = kind, "agent dropped" if added else "agent added"
        elif (
            holds_passive
            or holds_active
            or holds_agent
            or opens
            or (edit[own] == edit[own + 1] and told.issuperset(_content(edit, far, other, classes)))
            or (
                both
                and told.issuperset(_content(edit, far, other, classes))
                and told_far.issuperset(_content(edit, own, text, classes))
            )
        ):
            found[edit] = kind, "voice"
    return found


def _among(agent: str, behind: list[str], classes: WordClasses) -> bool:
    """Whether who acts is told as that in which it was done: "the blast", "killed in the blast"."""
    if agent not in behind:
        return False
    at = behind.index(agent)
    before = [word for word in behind[max(0, at - 3) : at] if word not in classes.determiners]
    after = behind[at + 1 : at + 2]
    return (
        bool(before)
        and before[-1] in classes.prepositions
        and (not after or is_mark(after[0]) or after[0] in classes.prepositions)
    )


def _helps(word: str, classes: WordClasses) -> bool:
    """Whether a lower-case word stands between who acts and the verb."""
    return (
        word in classes.auxiliaries
        or word in classes.modal_verbs
        or word in classes.negations
        or word.endswith(classes.adverb_endings)
    )


def _content(edit: WordEdit, side: int, text: CodedText, classes: WordClasses) -> set[str]:
    """The words of an edit on one side that are no determiners."""
    words = map(plain, text.words[edit[side] : edit[side + 1]])
    return {word for word in words if word not in classes.determiners} or {""}


def tells_agent(words: Sequence[str], classes: WordClasses) -> bool:
    """Whether lower-case words hold a passive with who acts: "were killed by soldiers"."""
    return not classes.agents.isdisjoint(words) and any(
        word in classes.agents
        and 1 < at < len(words) - 1
        and is_past(words[at - 1], classes)
        and not classes.passive.isdisjoint(words[max(0, at - 1 - _ADVERBS) : at - 1])
        for at, word in enumerate(words)
    )


def _acts(words: Sequence[str], classes: WordClasses) -> bool:
    """Whether the words behind "by" may act: "by Friday" and "by 12 percent" tell no agent."""
    named = next((word for word in words[1:] if word not in classes.determiners), words[-1])
    return not (
        named in classes.periods
        or named in classes.months
        or named in classes.weekdays
        or named in classes.days
        or classes.contrasts.side("time of day", named) is not None
        or classes.numerals.is_number(named)
        or any(place == _ING for _, place in classes.verbs.uses(named))
    )
