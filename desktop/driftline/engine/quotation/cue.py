"""A cue: reporting words in a passage, with their subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.quotation.lexis import Verb


@dataclass(frozen=True, slots=True)
class Cue:
    """Reporting words in a passage; all numbers are places in its row of tokens.

    The cue words are `first` to `last`, inclusive. `subject` is the half-open range of the speaker
    as written, None when it has none of its own. `begin` is where the cue's clause starts,
    `after` where what it reports may start. `inverted` says that the speaker follows the verb,
    `participle` that the cue hangs on another clause ("adding that").
    """

    first: int
    last: int
    verb: Verb
    subject: tuple[int, int] | None
    begin: int
    after: int
    inverted: bool = False
    participle: bool = False
    coordinate: bool = False
