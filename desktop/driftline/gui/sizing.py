"""The size windows and dialogs begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def begin_with(window: QWidget, width: int, height: int) -> None:
    """Give a window this size (logical pixels), but no larger than its screen, less what the
    system sets around it.
    """
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() * 0.95))
