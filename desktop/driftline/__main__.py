"""`python -m driftline` and the `driftline` command: a headless command, or the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADLESS = "the commands clean, quotes, group and compare work without it (driftline --help)"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; gives its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if getattr(sys, "frozen", False):
        # A frozen program starts itself again for each reading process.
        import multiprocessing

        multiprocessing.freeze_support()
    if arguments == ["--self-test"]:
        from driftline.self_test import run as self_test

        return self_test.run()
    from driftline import cli

    if cli.is_command(arguments):
        return cli.main(arguments)
    return _window(arguments)


def _window(paths: list[str]) -> int:
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
    try:
        from driftline.gui.app import run
    except ImportError as error:
        return _no_window(
            f"a system library of Qt is missing ({error}); install it (on Debian and Ubuntu: "
            "apt-get install libegl1 libgl1 libxkbcommon0 libxcb-cursor0)"
        )
    if "-" not in paths:
        return run(paths, compare=_is_pair(paths))
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory(prefix="driftline-") as folder:
        piped = Path(folder) / "standard input"
        piped.write_bytes(sys.stdin.buffer.read())
        paths = [str(piped) if path == "-" else path for path in paths]
        return run(paths, compare=_is_pair(paths))


def _is_pair(paths: list[str]) -> bool:
    """Whether two files were named: they are to be compared, the older first."""
    from pathlib import Path

    return len(paths) == 2 and not any(Path(path).is_dir() for path in paths)


def _no_window(why: str) -> int:
    if sys.stderr is not None:  # a program without console has none
        sys.stderr.write(f"driftline: the window can't open: {why}; {_HEADLESS}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
