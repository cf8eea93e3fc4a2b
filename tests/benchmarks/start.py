"""Seconds from starting the program on two files to the painted comparison, under Xvfb.

    python tests/benchmarks/start.py OLD NEW [--runs 7] [--peers]

The clock stops when the screen shows a highlighted change: the framebuffer is read straight from
Xvfb's memory file, so watching costs next to nothing. With `--peers` Driftline, xxdiff, KDiff3,
Meld and calibre are started in turn on the same two files; no colour tells when theirs is painted,
so for all of them the clock then stops at the last change of the screen that is larger than a
caret. A peer that is not installed is named and skipped. Needs Xvfb; not part of the test run.
"""

from __future__ import annotations

import argparse
import mmap
import os
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.gui.theme import named

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH, _HEIGHT = 1400, 900
_PEERS = (["xxdiff"], ["kdiff3"], ["meld"], ["calibre-debug", "--diff"])
_PATIENCE_S = 30
_STILL_S = 2.0
_CARET_PIXELS = 400
_BYTE_CODE = str(Path(tempfile.gettempdir()) / "driftline-byte-code")


def _pixel(color: str) -> bytes:
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return bytes((blue, green, red))


def _screen(folder: Path) -> tuple[mmap.mmap, int]:
    """The framebuffer and where its pixels begin (the file is in X's window dump format)."""
    file = folder / "Xvfb_screen0"
    while not file.exists() or file.stat().st_size < _WIDTH * _HEIGHT * 4:
        time.sleep(0.01)
    with file.open("rb") as handle:
        memory = mmap.mmap(handle.fileno(), 0, prot=mmap.PROT_READ)
    header, *rest = struct.unpack(">25I", memory[:100])
    return memory, header + rest[18] * 12


def _painted(memory: mmap.mmap, start: int) -> bool:
    """Whether a highlight of the older side is on the screen: nothing else has its colours."""
    light = named("light")
    for color in (light.old, light.old_strong):
        pixel = _pixel(color)
        at = memory.find(pixel, start)
        while 0 <= at < len(memory) - 8:
            # Two pixels side by side; what stands in the unused fourth byte is the server's affair.
            if (at - start) % 4 == 0 and memory[at + 4 : at + 7] == pixel:
                return True
            at = memory.find(pixel, at + 1)
    return False


def _until_marked(memory: mmap.mmap, start: int, program: subprocess.Popen[bytes]) -> float:
    """Seconds until a change is highlighted in Driftline's colours."""
    began = time.perf_counter()
    while not _painted(memory, start):
        _check(program, began)
        time.sleep(0.004)
    return time.perf_counter() - began


def _until_still(memory: mmap.mmap, start: int, program: subprocess.Popen[bytes]) -> float:
    """Seconds until the last change of the screen that is larger than a blinking caret."""
    import numpy as np

    began = time.perf_counter()
    screen = np.frombuffer(memory, np.uint32, _WIDTH * _HEIGHT, start)
    before = screen.copy()
    last = 0.0
    while last == 0.0 or time.perf_counter() - began - last < _STILL_S:
        _check(program, began)
        if int((screen != before).sum()) > _CARET_PIXELS:
            last = time.perf_counter() - began
            before = screen.copy()
        time.sleep(0.01)
    del screen
    return last


def _check(program: subprocess.Popen[bytes], began: float) -> None:
    if program.poll() is not None:
        sys.exit("The program ended before it painted a comparison.")
    if time.perf_counter() - began > _PATIENCE_S:
        program.kill()
        sys.exit(f"No comparison was painted within {_PATIENCE_S} s.")


def _once(
    display: str, folder: Path, command: list[str], until: Callable[..., float]
) -> tuple[float, float]:
    """(seconds to the painted comparison, peak resident megabytes)."""
    server = subprocess.Popen(
        ["Xvfb", display, "-screen", "0", f"{_WIDTH}x{_HEIGHT}x24", "-fbdir", str(folder)],
        stderr=subprocess.DEVNULL,
    )
    try:
        memory, start = _screen(folder)
        time.sleep(0.3)
        with tempfile.TemporaryDirectory() as data:
            environment = {
                **os.environ,
                "DISPLAY": display,
                "DRIFTLINE_DATA_DIR": data,
                "DRIFTLINE_CONFIG_DIR": data,
                "CALIBRE_CONFIG_DIRECTORY": data,
                "QT_QPA_PLATFORM": "xcb",
                # As it is installed: with its byte code, which the first run writes.
                "PYTHONPYCACHEPREFIX": _BYTE_CODE,
                "PYTHONDONTWRITEBYTECODE": "",
            }
            quiet = subprocess.DEVNULL
            program = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)
            seconds = until(memory, start, program)
            status = Path(f"/proc/{program.pid}/status").read_text("utf-8")
            peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
            program.kill()
            program.wait()
        memory.close()
        return seconds, int(peak.split()[1]) / 1024
    finally:
        server.kill()
        server.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    if shutil.which("Xvfb") is None:
        sys.exit("Xvfb is not installed: this measurement needs it.")
    files = [arguments.old, arguments.new]
    ours = [sys.executable, "-m", "driftline", "--new-window", *files]
    contest = {"driftline": ours}
    if arguments.peers:
        for peer in _PEERS:
            if shutil.which(peer[0]) is None:
                print(f"{peer[0]} is not installed: skipped")
            else:
                contest[" ".join(peer)] = [*peer, *files]
    results: dict[str, list[tuple[float, float]]] = {name: [] for name in contest}
    for run in range(arguments.runs + 1):
        for number, (name, command) in enumerate(contest.items()):
            with tempfile.TemporaryDirectory() as folder:
                display = f":{190 + run * len(contest) + number}"
                until = _until_still if arguments.peers else _until_marked
                result = _once(display, Path(folder), command, until)
            if run:  # the first run warms the caches
                results[name].append(result)
    first = statistics.median(s for s, _ in results["driftline"])
    for name, measured in results.items():
        seconds = sorted(s for s, _ in measured)
        middle = statistics.median(seconds)
        print(
            f"{name}: painted comparison: median {middle:.2f} s ({middle / first:.1f}x), "
            f"{seconds[0]:.2f} to {seconds[-1]:.2f} s over {len(seconds)} runs; "
            f"peak {max(m for _, m in measured):.0f} MB"
        )


if __name__ == "__main__":
    main()
