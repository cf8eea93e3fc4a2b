"""What of a text stands outside its quotations: all its words, and those in scare marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.progress import often
from driftline.engine.quotation.wording import words_of
from driftline.engine.records import QuotationKind, Span
from driftline.engine.segmentation.marks import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.progress import Tick
    from driftline.engine.records import Quotation

# Words of a text between two ticks.
_MANY = 20_000
# Places where a row of words may begin that are looked at one by one.
_PLACES = 24


class Unattributed:
    """What of one version stands outside its quotations: all words, and those in scare marks."""

    def __init__(self, text: str, scare: Sequence[Span]) -> None:
        self.text = text
        self.marked = {words_of(span.of(text)) for span in scare}

    def held(self, rows: Sequence[tuple[str, ...]], tick: Tick) -> set[tuple[str, ...]]:
        """Those of some rows of words that stand here one after another.

        One or two words may do so by chance: such rows are left out.
        """
        places: dict[tuple[str, ...], list[int]] = {row[:3]: [] for row in rows if len(row) > 2}
        if not places:
            return set()
        words = [word for line in often(self.text.splitlines(), tick) for word in words_of(line)]
        for at, run in enumerate(zip(words, words[1:], words[2:], strict=False)):
            if at % _MANY == 0:
                tick()
            if run in places:
                places[run].append(at)
        whole = f" {' '.join(words)} "
        return {
            row
            for row in often(rows, tick)
            if (starts := places.get(row[:3]))
            and (
                f" {' '.join(row)} " in whole
                if len(starts) > _PLACES
                else any(tuple(words[at : at + len(row)]) == row for at in starts)
            )
        }

    def holds_marked(self, text: str, quotation: Quotation) -> bool:
        """Whether all that a quotation of the other version has in marks stands here in marks."""
        if quotation.kind is QuotationKind.INDIRECT or not self.marked:
            return False
        said = [
            words_of(stretch.inner.of(text))
            for span in quotation.spans
            for stretch in marked(text, [span])
            if not stretch.depth
        ]
        return bool(said) and all(words and words in self.marked for words in said)
