"""One call of the command line, from its arguments to its exit code.

Results go to standard output, everything else to standard error. Only what a command needs is
imported, and nothing of the window.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from driftline.cli.arguments import COMMANDS, STANDARD_INPUT, parsed
from driftline.cli.exit_codes import READER_GONE
from driftline.cli.terminal import discard_output, prepare_outputs, trouble

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments ask for headless work (or for help) and not for the window."""
    if not arguments:
        return False
    first = arguments[0]
    return first in COMMANDS or (first.startswith("-") and first not in (STANDARD_INPUT, "--"))


def run(arguments: Sequence[str]) -> int:
    """Run one command; gives the exit code: 0 done (compare: 0 same, 1 changed), 2 trouble."""
    prepare_outputs()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the results has had enough.
        discard_output()
        return READER_GONE
    return code


def _run(arguments: Sequence[str]) -> int:
    asked = parsed(arguments)
    from driftline.cli import commands
    from driftline.engine.errors import DriftlineError

    try:
        return commands.WORK[asked.command](asked)
    except DriftlineError as error:
        return trouble(str(error))
    except BrokenPipeError:
        raise
    except Exception as error:
        if os.environ.get("DRIFTLINE_TRACEBACK"):
            raise
        return trouble(
            f"{asked.command}: a mistake in the program ({type(error).__name__}: {error}); set "
            "DRIFTLINE_TRACEBACK=1, run it again and send what it says to the makers"
        )
