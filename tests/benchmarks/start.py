"""Seconds from starting the program on two files to the painted comparison, under Xvfb.

    python tests/benchmarks/start.py OLD NEW [--runs 7]

The clock stops when the screen shows a highlighted change: the framebuffer is read straight from
Xvfb's memory file, so watching costs next to nothing. Needs Xvfb; not part of the test run.
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

from driftline.gui.theme import named

_WIDTH, _HEIGHT = 1400, 900
_PATIENCE_S = 30


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


def _once(display: str, folder: Path, command: list[str]) -> tuple[float, float]:
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
                "QT_QPA_PLATFORM": "xcb",
            }
            began = time.perf_counter()
            program = subprocess.Popen(command, env=environment)
            while not _painted(memory, start):
                if program.poll() is not None:
                    sys.exit("The program ended before it painted a comparison.")
                if time.perf_counter() - began > _PATIENCE_S:
                    program.kill()
                    sys.exit(f"No comparison was painted within {_PATIENCE_S} s.")
                time.sleep(0.004)
            seconds = time.perf_counter() - began
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
    arguments = parser.parse_args()
    if shutil.which("Xvfb") is None:
        sys.exit("Xvfb is not installed: this measurement needs it.")
    command = [sys.executable, "-m", "driftline", arguments.old, arguments.new]
    results = []
    for run in range(arguments.runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            result = _once(f":{190 + run}", Path(folder), command)
        if run:  # the first run warms the caches
            results.append(result)
    seconds = sorted(s for s, _ in results)
    print(
        f"painted comparison: median {statistics.median(seconds):.2f} s, "
        f"{seconds[0]:.2f} to {seconds[-1]:.2f} s over {len(seconds)} runs; "
        f"peak {max(m for _, m in results):.0f} MB"
    )


if __name__ == "__main__":
    main()
