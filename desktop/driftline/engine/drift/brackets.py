"""Verbs parted in two: "signs it" that became "has it signed" is one change of tense.

Where what depends on an auxiliary ends the clause, as in German, the auxiliary stands for the verb
and the verb is added further on; and a verb may leave its prefix there ("teilte es mit"). The edits
of such a change get one kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.entries import plain
from driftline.engine.drift.following import FOLLOWED
from driftline.engine.drift.stance import CERTAIN
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.sides import Verdict

# Changes, and words, between the verb and the end of its clause.
_FARTHEST = 8
_CLAUSE = 30
_LONGEST_END = 3
_ENDS = frozenset(".!?;:")


def brackets(
    edits: Sequence[WordEdit], old: CodedText, new: CodedText, classes: WordClasses
) -> dict[WordEdit, Verdict]:
    """The edits that are such a change, with their kind; none where verbs have no brackets."""
    found: dict[WordEdit, Verdict] = {}
    if not classes.verbs.brackets:
        return found
    for at, edit in enumerate(edits):
        start = [edit]
        x, x_end, y, y_end = edit
        if at + 1 < len(edits) and (x_end - x) + (y_end - y) == 1:
            # A verb dropped right before, or behind, the auxiliary that was added.
            following = edits[at + 1]
            if following[0] == x_end and following[2] == y_end:
                start.append(following)
                x_end, y_end = following[1], following[3]
        if x == x_end or y == y_end:
            continue
        one, other = plain(old.words[x]), plain(new.words[y])
        if x_end - x != 1 or y_end - y != 1:
            # "Lehnte den" and "stimmte dem": the article goes with what follows.
            behind = {*old.words[x + 1 : x_end], *new.words[y + 1 : y_end]}
            if behind <= classes.determiners.keys():
                near = edits[at : at + 1 + _FARTHEST]
                found |= _contrast(near, (one, other), old, new, classes)
            continue
        if one in classes.auxiliaries and other in classes.modal_verbs:
            found |= _helped(edits[at : at + 1 + _FARTHEST], other, new, True, classes)
        elif other in classes.auxiliaries and one in classes.modal_verbs:
            found |= _helped(edits[at : at + 1 + _FARTHEST], one, old, False, classes)
        for verb, support, added in ((one, other, True), (other, one, False)):
            verdict = _verdict(verb, support, added, classes)
            if verdict is None:
                continue
            for end in edits[at + len(start) : at + len(start) + _FARTHEST]:
                word = _lone(end, old, new, added, classes)
                if word is not None and classes.verbs.one_verb(verb, plain(word)):
                    kind, rule = verdict
                    act = f"{rule}:{FOLLOWED}{x} {y}"
                    found |= dict.fromkeys([*start, end], (kind, act))
                    break
        if len(start) == 1 and edit not in found and not classes.verbs.other_tense(one, other):
            found |= _contrast(edits[at : at + 1 + _FARTHEST], (one, other), old, new, classes)
            ends = _reports(one, old, x_end, classes), _reports(other, new, y_end, classes)
            if None not in ends:
                plain_verbs = classes.plainly.issuperset((one, other))
                rule = "plain verb" if plain_verbs else "reporting verb"
                near = edits[at + 1 : at + 1 + _FARTHEST]
                parts = [edit, *(part for part in near if _is_prefix(part, old, new, ends))]
                if len(parts) > 1:
                    rule = f"{rule}:{FOLLOWED}{x} {y}"
                found |= dict.fromkeys(parts, (Kind.REPORTING_VERB, rule))
    return found


def _helped(
    edits: Sequence[WordEdit], modal: str, text: CodedText, added: bool, classes: WordClasses
) -> dict[WordEdit, Verdict]:
    """The edits of "hat gewusst" that became "soll gewusst haben", or the reverse."""
    first, own = edits[0], 2 if added else 0
    for end in edits[1:]:
        words = text.words[end[own] : end[own + 1]]
        lone = end[2 - own] == end[3 - own]
        if lone and len(words) == 1 and plain(words[0]) in classes.auxiliaries:
            rule = "modality"
            if classes.certainty.get(modal, CERTAIN) != CERTAIN:
                rule = "less certain" if added else "more certain"
            act = f"{rule}:{FOLLOWED}{first[0]} {first[2]}"
            return dict.fromkeys((first, end), (Kind.MODALITY, act))
    return {}


def _contrast(
    edits: Sequence[WordEdit],
    verbs: tuple[str, str],
    old: CodedText,
    new: CodedText,
    classes: WordClasses,
) -> dict[WordEdit, Verdict]:
    """The edits of a verb and of what ends its clause, where both together contrast.

    "Lehnte ... ab" and "nahm ... an" are looked for as "ablehnte" and "annahm".
    """
    prefixes = classes.verbs.prefixes
    for x, x_end, y, y_end in edits[1:]:
        one = plain(old.words[x]) if x_end - x == 1 else ""
        other = plain(new.words[y]) if y_end - y == 1 else ""
        if (x_end - x > 1 or y_end - y > 1) or not {one, other} <= {"", *prefixes}:
            continue
        rule = classes.contrasts.between(one + verbs[0], other + verbs[1])
        if rule is not None:
            ended = Kind.DELETION if not other else Kind.INSERTION if not one else Kind.PARAPHRASE
            return {edits[0]: (Kind.PARAPHRASE, rule), (x, x_end, y, y_end): (ended, rule)}
    return {}


def _reports(verb: str, text: CodedText, at: int, classes: WordClasses) -> str | None:
    """The word that ends the clause of a reporting verb, "" if it needs none; None for others."""
    ends = classes.parted.get(verb, frozenset())
    for word in map(plain, text.words[at : at + _CLAUSE]):
        if word in ends:
            return word
        if not ends or word in _ENDS:
            break
    return "" if verb in classes.reporting else None


def _is_prefix(
    edit: WordEdit, old: CodedText, new: CodedText, ends: tuple[str | None, str | None]
) -> bool:
    """Whether an edit drops, adds or exchanges nothing but what ends the clauses."""
    x, x_end, y, y_end = edit
    words = [plain(word) for word in old.words[x:x_end]], [plain(w) for w in new.words[y:y_end]]
    return all(found in ([], [end]) for found, end in zip(words, ends, strict=True))


def _lone(
    edit: WordEdit, old: CodedText, new: CodedText, added: bool, classes: WordClasses
) -> str | None:
    """The one word that an edit adds, or else drops, auxiliaries left aside."""
    x, x_end, y, y_end = edit
    words = new.words[y:y_end] if added else old.words[x:x_end]
    if (x < x_end if added else y < y_end) or len(words) > _LONGEST_END:
        return None
    if len(words) > 1:  # "gestohlen haben"
        words = [word for word in words if plain(word) not in classes.auxiliaries]
    return words[0] if len(words) == 1 else None


def _verdict(verb: str, support: str, added: bool, classes: WordClasses) -> Verdict | None:
    if verb in classes.auxiliaries or verb in classes.modal_verbs:
        return None
    if support in classes.modal_verbs:
        if classes.certainty.get(support, CERTAIN) == CERTAIN:
            return Kind.MODALITY, "modality"
        return Kind.MODALITY, "less certain" if added else "more certain"
    return (Kind.TENSE, "tense") if support in classes.auxiliaries else None
