"""All versions of a story beside each other, as the window shows them. It knows no widget."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftline.engine.records import Kind
from driftline.gui.language import document_labels
from driftline.gui.models.excerpt import PLACE, Excerpt, excerpt
from driftline.report.contract import siglum

if TYPE_CHECKING:
    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.collation.kinship import Kinship
    from driftline.engine.collation.variation import Variation
    from driftline.engine.records import Severity
    from driftline.gui.compare.filtering import ChangeFilter
    from driftline.review.contents import DeskDocument


@dataclass(frozen=True, slots=True)
class Collated:
    """The versions of a story, the base text first, and the places where they differ.

    `text` is the base text with the cuts blanked, `widths` are those of the longest reading of each
    place, in letters of usual width.
    """

    versions: tuple[DeskDocument, ...]
    collation: Collation
    places: tuple[Variation, ...]
    kinships: tuple[Kinship, ...]
    text: str
    widths: tuple[int, ...]

    def name(self, witness: int) -> str:
        """What a version is called."""
        return document_labels.name(self.versions[witness])

    def names(self, witnesses: list[int]) -> str:
        """What some versions are called."""
        return ", ".join(map(self.name, witnesses))

    def paragraph(self, place: Variation) -> int:
        """The number of the paragraph of the base text in which a place stands, from 1."""
        paragraphs = self.versions[0].version.paragraphs
        return max(1, bisect_right(paragraphs, place.span.start, key=lambda p: p.span.start))

    def excerpt(self, place: Variation, reach: int = 16) -> Excerpt:
        """The words of the base text in a place and around it; a mark where it has none.

        `reach` is how many characters stand before them; behind them stand twice as many.
        """
        found = excerpt(self.text, place.span, reach)
        if place.span:
            return found
        rest = found.text[found.start :].lstrip()
        text = f"{found.text[: found.start].rstrip()} {PLACE} {rest}"
        start = text.index(PLACE, max(0, found.start - 1))
        return Excerpt(text, start, start + len(PLACE))

    def alike(self, place: Variation, witness: int) -> list[int]:
        """The other versions that have the same words in a place."""
        letter = place.wordings[witness].letter
        return [n for n, w in enumerate(place.wordings) if w.letter == letter and n != witness]


def width(place: Variation) -> int:
    """How many letters of usual width the longest reading of a place takes about."""
    return max(_width(wording.text) for wording in place.wordings)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + sum(sign >= "\u2e80" for sign in text)


@dataclass(frozen=True, slots=True)
class Sifted:
    """The places that are shown, by their numbers.

    `counts` tells in how many places each kind of change stands; `left_out` how many places are
    hidden: typography, other kinds, those of lower severity.
    """

    rows: tuple[int, ...] = ()
    counts: Counter[Kind] | None = None
    left_out: tuple[int, int, int] = (0, 0, 0)


def sifted(
    collated: Collated, seen: ChangeFilter, words: str = "", document: int | None = None
) -> Sifted:
    """The places in which something stands that is to be `seen`, and that hold these words.

    With the id of a `document`, only those in which that version differs from the base text.
    """
    from driftline.engine.segmentation.normal import fold

    which = next((n for n, d in enumerate(collated.versions) if d.id == document), None)
    wanted = fold(words).casefold().split()

    def holds(place: Variation) -> bool:
        texts = [fold(text).casefold() for text in {w.text for w in place.wordings}]
        return any(all(word in text for word in wanted) for text in texts)

    rows: list[int] = []
    counts: Counter[Kind] = Counter()
    hidden: Counter[tuple[Kind, Severity]] = Counter()
    for number, place in enumerate(collated.places):
        changes = place.changes
        counts.update({kind for kind, _ in changes})
        if not any(seen.passes(*change) for change in changes):
            hidden[min(changes, key=lambda c: _rank(c, seen))] += 1
        elif (which is None or _differs(place, which)) and (not wanted or holds(place)):
            rows.append(number)
    return Sifted(tuple(rows), counts, seen.hidden(hidden))


def _rank(change: tuple[Kind, Severity], seen: ChangeFilter) -> tuple[bool, bool, str, str]:
    """Of all that is hidden in a place, it is counted by what stands first here."""
    kind, severity = change
    return kind in seen.kinds, kind is Kind.TYPOGRAPHY, kind, severity


def _differs(place: Variation, witness: int) -> bool:
    wording = place.wordings[witness]
    return wording.kind is not None and not wording.again


def letter_sign(letter: int) -> str:
    """The letter of a reading: a for the base text's, then b, c ... z, aa, ab; a dash for none."""
    return "—" if letter < 0 else siglum(letter).lower()
