"""What an alignment gives: groups of sentences with their partners, and all of a comparison's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from driftline.engine.alignment.coded import CodedText
    from driftline.engine.alignment.wording import WordEdit
    from driftline.engine.records import Row, SentenceGroup


class Match(NamedTuple):
    """A group of neighbouring sentences and its partners, as ranges of sentences.

    Old sentences `a` to `a_end` (exclusive), new ones `b` to `b_end`; one side empty: no partner.
    `edits` are ranges of tokens of the whole texts.
    """

    a: int
    a_end: int
    b: int
    b_end: int
    moved: bool = False
    edits: tuple[WordEdit, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two versions correspond.

    `groups` are the sentence groups in the order of the old text, those of the new text without
    partner after what they follow; `matches` run parallel to them with the word edits of each.
    """

    old: CodedText
    new: CodedText
    groups: tuple[SentenceGroup, ...]
    matches: tuple[Match, ...]
    rows: tuple[Row, ...]
