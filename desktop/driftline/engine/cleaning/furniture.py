"""The furniture phrases of the language packs, compiled once, and what they say about a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from driftline.engine.cleaning.lines import TICK, Line, in_quotes
from driftline.engine.cleaning.packs import packs
from driftline.engine.records import Reason

if TYPE_CHECKING:
    from collections.abc import Callable

#: A line that begins with a furniture phrase is a sentence of its own beyond this many words.
_LONGEST_START = 28
#: Whole-line patterns are for labels, never for prose.
_LONGEST_PATTERN = 24
#: Phrases of longer texts are looked for in lines up to this many words.
_LONGEST_PHRASE = 160
#: Characters of a text beyond which it is a book or a dump, and no page with notices.
_LONGEST_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Hit:
    """What the phrases say about one line; `sure` when the words alone are enough to cut it."""

    reason: Reason
    sure: bool


@dataclass(frozen=True, slots=True)
class Furniture:
    """The compiled phrases of one or more languages.

    `whole` maps folded lines to hits; `starts` and `patterns` are one expression each whose named
    group tells the hit; `phrases` are looked for anywhere; `answers` are the words of the buttons
    below a remark, `symbols` those of the names of a symbol font. `reported` finds the words by
    which a story tells of a notice: where they stand a phrase is no proof.
    """

    whole: dict[str, Hit]
    starts: re.Pattern[str]
    patterns: re.Pattern[str]
    hits: dict[str, Hit]
    phrases: tuple[tuple[str, Hit], ...]
    headings: frozenset[str]
    codes: frozenset[str]
    players: frozenset[str]
    answers: frozenset[str]
    symbols: frozenset[str]
    reported: re.Pattern[str]

    def judge(self, lines: list[Line], tick: Callable[[], None] = lambda: None) -> list[Hit | None]:
        """For each line the hit its words give, or None; `tick` is called now and then."""
        found: list[Hit | None] = [None] * len(lines)
        whole, starts, patterns = self.whole, self.starts, self.patterns
        for i, line in enumerate(lines):
            if i % TICK == 0:
                tick()
            plain = line.plain
            hit = whole.get(plain)
            if hit is None and line.words <= _LONGEST_START and plain:
                match = None
                if line.words <= _LONGEST_PATTERN and len(plain) < 240:
                    match = patterns.fullmatch(plain)
                match = match or starts.match(plain)
                if match is not None and match.lastgroup:
                    hit = self.hits[match.lastgroup]
            found[i] = hit
        if lines and lines[-1].span.end <= _LONGEST_PAGE:
            self._find_phrases(lines, found)
        return found

    def _find_phrases(self, lines: list[Line], found: list[Hit | None]) -> None:
        pieces: list[str] = []
        offsets: list[int] = []
        owners: list[int] = []
        position = 0
        for i, line in enumerate(lines):
            if 3 <= line.words <= _LONGEST_PHRASE and (found[i] is None or not found[i].sure):  # type: ignore[union-attr]  # the left side rules None out
                offsets.append(position)
                owners.append(i)
                pieces.append(line.plain)
                position += len(line.plain) + 1
        text = "\n".join(pieces)
        for phrase, hit in self.phrases:
            at = text.find(phrase)
            while at >= 0:
                slot = bisect_right(offsets, at) - 1
                owner = owners[slot]
                known = found[owner]
                if (known is None or not known.sure) and not in_quotes(
                    pieces[slot], at - offsets[slot]
                ):
                    reported = self.reported.search(pieces[slot]) is not None
                    found[owner] = Hit(hit.reason, hit.sure and not reported)
                at = text.find(phrase, at + len(phrase))


@cache
def furniture(language: str = "en") -> Furniture:
    """The phrases of a language and of English, for pages everywhere wear English furniture too."""
    whole: dict[str, Hit] = {}
    groups: dict[str, dict[Hit, list[str]]] = {"starts": {}, "patterns": {}}
    phrases: list[tuple[str, Hit]] = []
    special: dict[str, set[str]] = {
        kind: set() for kind in ("headings", "codes", "players", "answers", "symbols")
    }
    for pack in packs(language):
        for name, entry in pack.table("furniture").items():
            for part, sure in ((entry, True), (entry.get("maybe", {}), False)):
                hit = Hit(Reason(name), sure)
                for words in part.get("lines", ()):
                    if words not in whole or (sure and not whole[words].sure):
                        whole[words] = hit
                for kind, collected in groups.items():
                    items = part.get(kind, ())
                    if items:
                        collected.setdefault(hit, []).extend(items)
                phrases.extend((words, hit) for words in part.get("phrases", ()))
            for kind, words_found in special.items():
                words_found.update(entry.get(kind, ()))
    hits: dict[str, Hit] = {}
    reporting = {word for pack in packs(language) for word in pack.words("publication", "reported")}
    return Furniture(
        whole=whole,
        starts=_one_of(groups["starts"], "s", hits, literal=True),
        patterns=_one_of(groups["patterns"], "p", hits, literal=False),
        hits=hits,
        phrases=tuple(phrases),
        headings=frozenset(special["headings"]),
        codes=frozenset(special["codes"]),
        players=frozenset(special["players"]),
        answers=frozenset(special["answers"]),
        symbols=frozenset(special["symbols"]),
        reported=re.compile(
            rf"\b(?:{'|'.join(map(re.escape, sorted(reporting)))})\b" if reporting else r"(?!)"
        ),
    )


def _one_of(
    collected: dict[Hit, list[str]], letter: str, hits: dict[str, Hit], *, literal: bool
) -> re.Pattern[str]:
    branches = []
    for number, (hit, items) in enumerate(
        sorted(collected.items(), key=lambda entry: not entry[0].sure)
    ):
        name = f"{letter}{number}"
        hits[name] = hit
        if literal:
            items = [
                re.escape(item) + r"(?!\w)" if item[-1].isalnum() else re.escape(item)
                for item in sorted(items, key=len, reverse=True)
            ]
        branches.append(f"(?P<{name}>{'|'.join(items)})")
    return re.compile("|".join(branches) if branches else r"(?!)")
