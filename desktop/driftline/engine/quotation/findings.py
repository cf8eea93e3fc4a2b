"""What is found in a passage: quotations in the making, and the marked stretches left over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.quotation.passages import Passage
    from driftline.engine.records import Span


@dataclass(slots=True)
class Finding:
    """A quotation in the making: its parts, its cue and its speaker as spans of the text.

    `floating` says that it has no cue and takes its speaker from what stands around it; `indirect`
    that no marks gave it away, `spoken` that its words are direct speech all the same; `continued`
    that the next paragraph goes on with it; `turn` that it is a turn in a conversation: its speaker
    is a label, or without one whoever is interviewed.
    """

    spans: list[Span]
    cue: Span | None = None
    speaker: Span | None = None
    floating: bool = False
    indirect: bool = False
    spoken: bool = False
    continued: bool = False
    turn: bool = False


@dataclass(slots=True)
class Attribution:
    """What was found in a passage; `left_over` are places of quotation tokens nobody claimed."""

    passage: Passage
    findings: list[Finding] = field(default_factory=list)
    left_over: list[int] = field(default_factory=list)
