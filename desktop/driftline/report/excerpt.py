"""Keeps what changed with some context and tells how much is left out between."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from driftline.report.model import Gap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from driftline.report.locale import Locale

T = TypeVar("T")


def excerpt(
    items: Sequence[T], changed: Sequence[bool], context: int, words: Callable[[T], int]
) -> tuple[T | Gap, ...]:
    """The changed items with `context` unchanged neighbours; the rest are counted in gaps."""
    distance = len(items) + context + 1
    near: list[bool] = []
    for flag in changed:
        distance = 0 if flag else distance + 1
        near.append(distance <= context)
    distance = len(items) + context + 1
    for index in range(len(items) - 1, -1, -1):
        distance = 0 if changed[index] else distance + 1
        near[index] = near[index] or distance <= context
    kept: list[T | Gap] = []
    count = size = 0
    for item, shown in zip(items, near, strict=True):
        if not shown:
            count += 1
            size += words(item)
            continue
        if count:
            kept.append(Gap(count, size))
            count = size = 0
        kept.append(item)
    if count:
        kept.append(Gap(count, size))
    return tuple(kept)


def gap_of(gap: Gap, say: Locale) -> str:
    """What is not shown at a gap, in words."""
    paragraphs = say.several(gap.paragraphs, "unchanged paragraph")
    words = say.several(gap.words, "word")
    return say("{paragraphs} ({words}) not shown", paragraphs=paragraphs, words=words)
