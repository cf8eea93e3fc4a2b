"""The window: the only folder that knows Qt."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401  (it brings the support that is met below)


def _leave_sources_unread() -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    It looks for its own name there, which costs each start 75 ms and 12 MB that never come back.
    Here the answer is known: of all that the program imports the window alone uses PySide.
    """
    support = sys.modules.get("shibokensupport.feature")
    if hasattr(support, "_mod_uses_pyside"):
        vars(support)["_mod_uses_pyside"] = lambda module: module.__name__.startswith(__name__)


_leave_sources_unread()
