"""One block of changed words split into the changes it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.drift.amounts import same_amounts
from driftline.engine.drift.bounds import Part, bounded
from driftline.engine.drift.clock import same_times
from driftline.engine.drift.entries import plain
from driftline.engine.drift.shares import same_shares
from driftline.engine.drift.sides import Side, is_capital, is_mark
from driftline.engine.drift.sums import same_sum
from driftline.engine.drift.voice import tells_agent
from driftline.engine.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.drift.classes import WordClasses
    from driftline.engine.drift.rules import Rules

Unit = tuple[int, int]

# Blocks of more unit pairs than this are rewritten text: they stay one change.
_LARGEST = 144
# A word or two put for more than so many words each are one change.
_LONE = 2
_REWRITTEN = 5
_BEFORE_OBJECTS = frozenset({"definite", "indefinite", "possessive"})
# Words of a phrase that one word may stand for.
_PHRASE = 4
_STRONG = 4.0
_WEAK = 1.0
_QUOTATION_MARKS = frozenset("\"'")


class Splitter:
    """Splits blocks by pairing words of one class, so that each change can be named alone."""

    __slots__ = ("_classes", "_rules")

    def __init__(self, classes: WordClasses, rules: Rules) -> None:
        self._classes = classes
        self._rules = rules

    def parts(self, old: Sequence[str], new: Sequence[str], around: Side) -> list[Part]:
        """The parts of a block in order; together they cover it.

        `around` gives what stands before and after the block, and whether it starts a sentence.
        """
        if (len(old), list(old)) > (len(new), list(new)):
            return [(x, z, y, w) for y, w, x, z in self.parts(new, old, around)]
        if not old or not new:
            whole = [(0, len(old), 0, len(new))]
            return self._one_sided(old or new, bool(new), whole)
        if len(old) == 1 == len(new) and (plain(old[0]) in _QUOTATION_MARKS) != (
            plain(new[0]) in _QUOTATION_MARKS
        ):
            return [(0, 1, 0, 0), (1, 1, 0, 1)]
        if len(old) == 1 == len(new) or _is_ellipsis(old) or _is_ellipsis(new):
            return [(0, len(old), 0, len(new))]
        units, units_new = self._units(old), self._units(new)
        if _is_initial(old, new) or _is_initial(new, old):
            return [(0, len(old), 0, len(new))]
        if len(units) == 1 == len(units_new) or len(units) * len(units_new) > _LARGEST:
            return [(0, len(old), 0, len(new))]
        side, side_new = (
            Side(words, around.before, around.after, around.starts, then=around.then)
            for words in (old, new)
        )
        if self._rules.closed(side, side_new):
            return [(0, len(old), 0, len(new))]
        if any(tells_agent(its.forms, self._classes) for its in (side, side_new)):
            # "Were killed by soldiers" and "died": who acts goes with the act.
            return [(0, len(old), 0, len(new))]
        same = (
            same_shares(old, new, self._classes)
            or same_amounts(old, new, self._classes)
            or same_times(old, new, self._classes)
            or same_sum(old, new, self._classes)
        )
        if same:
            return self._around(old, new, *same, around)
        if (
            len(old) <= _LONE
            and len(new) > _REWRITTEN * len(old)
            and not any(self._classes.numerals.is_number(plain(word)) for word in old)
        ):
            return [(0, len(old), 0, len(new))]
        if len(units) == 1 and 2 < len(units_new) <= _PHRASE and self._is_phrase(side, side_new):
            return [(0, len(old), 0, len(new))]
        steps = self._paired(old, new, units, units_new, around)
        return bounded(old, new, self._gathered(old, new, steps), around, self._classes)

    def _is_phrase(self, side: Side, side_new: Side) -> bool:
        """Whether a verb became one with its object: "derailed", "left the rails"."""
        classes, word, words = self._classes, side.text, side_new.bare
        return (
            side.bare == [word]
            and len(words) == len(side_new.words)
            and classes.determiners.get(words[1]) in _BEFORE_OBJECTS
            and any(place for _, place in classes.verbs.uses(words[0]))
            and words[0] not in classes.auxiliaries
            and words[-1] not in classes.prepositions
            and word not in classes.prepositions
            and word not in classes.connectives
            and not self._is_lone(word)
            and not any(map(self._is_lone, [words[0], *words[2:]]))
            and not any(map(classes.numerals.is_number, [word, *words]))
        )

    def _around(
        self, old: Sequence[str], new: Sequence[str], ours: Unit, theirs: Unit, around: Side
    ) -> list[Part]:
        """The parts before two groups of words, these as one part, and the parts behind them."""
        (x, x_end), (y, y_end) = ours, theirs
        found = [(x, x_end, y, y_end)]
        if x or y:
            side = Side((), around.before, old[x], around.starts, around.earlier)
            found = self.parts(old[:x], new[:y], side) + found
        if x_end < len(old) or y_end < len(new):
            side = Side((), old[x_end - 1], around.after, False, then=around.then)
            found += [
                (p + x_end, q + x_end, r + y_end, s + y_end)
                for p, q, r, s in self.parts(old[x_end:], new[y_end:], side)
            ]
        return found

    def _units(self, words: Sequence[str]) -> list[Unit]:
        """Words, with the groups of words a list knows, and "1.2 million", as one unit."""
        numerals, phrases = self._classes.numerals, self._classes.phrases
        units: list[Unit] = []
        at = 0
        while at < len(words):
            length, form = 1, plain(words[at])
            for group in phrases.get(form, ()):
                if len(group) <= len(words) - at and all(
                    plain(words[at + k]) == part for k, part in enumerate(group)
                ):
                    length = len(group)
                    break
            if length == 1 and form in numerals.shares:
                # "Half a million".
                length = 3 if plain(" ".join(words[at + 1 : at + 3])) in numerals.of_a_share else 1
            figure = form[0].isdecimal()
            if length == 1 and (form in numerals.worth or (figure and numerals.is_number(form))):
                counted = numerals.magnitudes if figure else numerals.worth
                while at + length < len(words) and plain(words[at + length]) in counted:
                    length += 1
                if at + length < len(words) and plain(words[at + length]) in numerals.multiplied:
                    length += 1
            units.append((at, at + length))
            at += length
        return units

    def _paired(
        self,
        old: Sequence[str],
        new: Sequence[str],
        units: list[Unit],
        units_new: list[Unit],
        around: Side,
    ) -> list[tuple[Unit | None, Unit | None, bool]]:
        """The cheapest way through both sides: pairs (strong or weak) and lone units, in order."""
        rows, columns = len(units), len(units_new)
        sides_new = [_part(new, v, around) for v in units_new]
        bonds = [
            [self._bond(side, side_new) for side_new in sides_new]
            for side in [_part(old, u, around) for u in units]
        ]
        best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        for i in range(rows - 1, -1, -1):
            for j in range(columns - 1, -1, -1):
                pair = bonds[i][j]
                best[i][j] = max(
                    best[i + 1][j],
                    best[i][j + 1],
                    best[i + 1][j + 1] + pair if pair else 0.0,
                )
        steps: list[tuple[Unit | None, Unit | None, bool]] = []
        i = j = 0
        while i < rows or j < columns:
            if i < rows and j < columns:
                pair = bonds[i][j]
                if pair and best[i][j] == best[i + 1][j + 1] + pair:
                    steps.append((units[i], units_new[j], pair > _WEAK))
                    i, j = i + 1, j + 1
                    continue
            if i < rows and (j == columns or best[i][j] == best[i + 1][j]):
                steps.append((units[i], None, False))
                i += 1
            else:
                steps.append((None, units_new[j], False))
                j += 1
        return steps

    def _bond(self, side: Side, side_new: Side) -> float:
        """How surely one unit became the other; 0 when it did not."""
        one, other = side.words, side_new.words
        marks_one, marks_other = is_mark(one[0]), is_mark(other[0])
        if marks_one != marks_other and self._rules.same_sign(one, other):
            return _STRONG
        if marks_one != marks_other:
            return 0.0
        if marks_one:
            quotes = (one[0] in _QUOTATION_MARKS) == (other[0] in _QUOTATION_MARKS)
            return _WEAK / 2 if quotes else 0.0
        text, text_other = side.text, side_new.text
        if self._rules.one_determiner(text, text_other):
            # An article goes with its noun; what denies is not to be taken for something else.
            return 2 * _STRONG if text in self._classes.negations else _WEAK
        verdict = self._rules.closed(side, side_new)
        if verdict:
            same = _STRONG / 2 if verdict[0] is Kind.TYPOGRAPHY else 0.0
            bounds = self._classes.bounds
            if text in bounds and text_other in bounds:
                same = _WEAK
            return _STRONG + (len(one) + len(other)) / 4 + same
        if text in self._classes.connectives or text_other in self._classes.connectives:
            return _STRONG / 2
        if is_capital(one[0]) and is_capital(other[0]) and one[0][0] == other[0][0]:
            return _STRONG / 2
        if self._is_lone(text) or self._is_lone(text_other):
            return 0.0
        return _WEAK

    def _is_lone(self, text: str) -> bool:
        """Whether a word, added or dropped, is a change of its own kind beside other changes."""
        classes = self._classes
        return (
            text in classes.negations
            or text in classes.modality_alone
            or text in classes.lone_titles
            or text in classes.determiners_alone
        )

    def _gathered(
        self,
        old: Sequence[str],
        new: Sequence[str],
        steps: list[tuple[Unit | None, Unit | None, bool]],
    ) -> list[Part]:
        parts: list[Part] = []
        x = y = x0 = y0 = 0

        def close() -> None:
            nonlocal x0, y0
            if (x0, y0) != (x, y):
                if x0 < x and y0 < y:
                    parts.append((x0, x, y0, y))
                else:
                    words = old[x0:x] or new[y0:y]
                    parts.extend(self._one_sided(words, y0 < y, [(x0, x, y0, y)]))
            x0, y0 = x, y

        for u, v, strong in steps:
            lone = (u is None) != (v is None) and self._stands_alone(
                old[u[0] : u[1]] if u else new[v[0] : v[1]] if v else ()
            )
            if strong or lone:
                close()
            if u:
                x = u[1]
            if v:
                y = v[1]
            if strong or lone:
                parts.append((x0, x, y0, y))
                x0, y0 = x, y
        close()
        return parts

    def _stands_alone(self, words: Sequence[str]) -> bool:
        text = " ".join(map(plain, words))
        return text in _QUOTATION_MARKS or text == "," or self._is_lone(text)

    def _one_sided(self, words: Sequence[str], added: bool, whole: list[Part]) -> list[Part]:
        """Added or dropped words, with what denies, hedges or quotes them told apart."""
        if len(words) == 1:
            return whole
        x, _, y, _ = whole[0]
        pieces: list[tuple[int, int]] = []
        at = 0
        phrase = plain(words[0]) in (",", "(", "[")
        start = 0
        for first, end in self._units(words):
            text = " ".join(map(plain, words[first:end]))
            edge = first == 0 or end == len(words)
            month = text in self._classes.months and is_capital(words[first])
            if text in _QUOTATION_MARKS or (
                edge and not phrase and not month and self._peels(text)
            ):
                if start < first:
                    pieces.append((start, first))
                pieces.append((first, end))
                start = end
            at = end
        if start < at:
            pieces.append((start, at))
        if added:
            return [(x, x, y + p, y + q) for p, q in pieces]
        return [(x + p, x + q, y, y) for p, q in pieces]

    def _peels(self, text: str) -> bool:
        classes = self._classes
        return text in classes.negations or text in classes.modality_alone


def _part(words: Sequence[str], unit: Unit, around: Side) -> Side:
    """A unit of a block as a side of its own, with the words around it."""
    first, end = unit
    after, then = [*words[end : end + 2], around.after, around.then][:2]
    return Side(
        words[first:end],
        words[first - 1] if first else around.before,
        after,
        around.starts and first == 0,
        words[first - 2] if first > 1 else around.before if first else around.earlier,
        then,
    )


def _is_ellipsis(words: Sequence[str]) -> bool:
    return all(plain(word).strip("[]") == "..." for word in words)


def _is_initial(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a first name became its initial and a stop."""
    return (
        len(long) == 1
        and len(short) == 2
        and short[1] == "."
        and len(short[0]) == 1
        and is_capital(long[0])
        and long[0][0] == short[0]
    )
