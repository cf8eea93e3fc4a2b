"""What engine, review and report say, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline import phrasebook
from driftline.gui.language.translation import spoken_language

if TYPE_CHECKING:
    from driftline.engine.records import Edit


def explained(edit: Edit) -> str:
    """What the engine says about an edit, with the words it cites; empty when it says nothing."""
    return phrasebook.explained(edit, spoken_language())


def rule_name(rule: str) -> str:
    """What the rule that named a change is called."""
    return phrasebook.rule_name(rule, spoken_language())


def told(said: object) -> str:
    """A sentence or a trouble in the window's words; what these lack stays as it is."""
    return phrasebook.said(str(said), spoken_language())
