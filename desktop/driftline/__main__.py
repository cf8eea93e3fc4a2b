"""`python -m driftline` and the `driftline` command: a headless command, or the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The window's own options; both open a window of this process, which ends when it is closed.
_OWN_WINDOW = ("--new-window", "--wait")
_HEADLESS = "the commands (driftline --help) work without it"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; gives its exit code."""
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        from driftline.cli.exit_codes import INTERRUPTED

        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    if getattr(sys, "frozen", False):
        # A frozen program starts itself again for each reading process.
        import multiprocessing

        multiprocessing.freeze_support()
    if arguments == ["--self-test"]:
        from driftline.self_test import run as self_test

        return self_test.run()
    from driftline.cli.run import is_command, run

    paths = [argument for argument in arguments if argument not in _OWN_WINDOW]
    if is_command(paths):
        return run(arguments)
    own = len(paths) < len(arguments)
    # Behind two dashes a name may begin with one.
    return _window(paths[1:] if paths[:1] == ["--"] else paths, own=own)


def _window(paths: list[str], *, own: bool) -> int:
    import importlib.util
    import os

    if importlib.util.find_spec("PySide6") is None:
        return _no_window(
            "it needs PySide6, which is not installed; install it with: "
            "python -m pip install 'driftline[gui]'"
        )
    shown = any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform not in ("win32", "darwin") and not shown:
        return _no_window("there is no display; start it on a desktop")
    # Git waits for the tool it started, and removes the files then.
    own = own or "GIT_DIFF_PATH_COUNTER" in os.environ
    if "-" not in paths:
        return _open(paths, own=own)
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory(prefix="driftline-") as folder:
        piped = Path(folder) / "standard input"
        piped.write_bytes(b"" if sys.stdin is None else sys.stdin.buffer.read())
        return _open([str(piped) if path == "-" else path for path in paths], own=own)


def _open(paths: list[str], *, own: bool) -> int:
    from pathlib import Path

    from driftline.review.folders import data_folder

    compare = _is_pair(paths)
    try:
        if not own:
            from driftline.gui.instance import hand_over

            named = [str(Path(path).absolute()) for path in paths]
            if hand_over(data_folder(), named, compare=compare):
                return 0
        from driftline.gui.app import run
    except ImportError as error:
        return _no_window(
            f"a system library of Qt is missing ({error}); install it (on Debian and Ubuntu: "
            "apt-get install libegl1 libgl1 libxkbcommon0 libxcb-cursor0)"
        )
    return run(paths, compare=compare)


def _is_pair(paths: list[str]) -> bool:
    """Whether two files were named: they are to be compared, the older first."""
    from driftline.engine.reading.folders import is_folder

    return len(paths) == 2 and not any(map(is_folder, paths))


def _no_window(why: str) -> int:
    if sys.stderr is not None:  # a program without console has none
        sys.stderr.write(f"driftline: the window can't open: {why}; {_HEADLESS}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
