"""Does the program's whole work once on its own texts and says what went well.

An installation can lose a font, a library or the right to start a process without anybody noticing
until a deadline; this finds it in some seconds.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from driftline import __version__, assets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from driftline.engine.records import Comparison

    Step = tuple[str, Callable[..., None], *tuple[Path, ...]]

GOOD, BAD = 0, 1
#: Milliseconds the window is given to show the sample.
_PATIENCE_MS = 60_000


class SelfTestError(Exception):
    """A step did its work, but with another outcome than it must have."""


def run() -> int:
    """Take every step, print each outcome as a line; gives 0 when all went well, else 1."""
    _say(f"driftline {__version__} on {sys.platform}, Python {sys.version.split()[0]}")
    failed = 0
    with tempfile.TemporaryDirectory(prefix="driftline-") as folder:
        for name, step, *arguments in _steps(Path(folder)):
            try:
                step(*arguments)
            except Exception as error:  # noqa: BLE001  (whatever is wrong is what is asked for)
                failed += 1
                _say(f"FAILED  {name}: {type(error).__name__}: {' '.join(str(error).split())}")
            else:
                _say(f"ok      {name}")
    if importlib.util.find_spec("PySide6") is None:
        _say("left out: the window (PySide6 is not installed)")
    _say(f"{failed} failed" if failed else "everything works")
    return BAD if failed else GOOD


def _steps(folder: Path) -> Iterator[Step]:
    from driftline.report.write import suffixes
    from driftline.self_test.story_files import MAKERS

    yield "start a process", _start_process
    for name in MAKERS:
        yield f"read {name}", _read, folder / name
    yield "clean the sample", _clean
    yield "find the sample's versions", _group
    yield "compare the sample", _compare
    for suffix in suffixes():
        yield f"write report{suffix}", _report, folder / f"report{suffix}"
    yield "set a report in its own process", _report_apart
    yield "keep a session", _session, folder / "review.driftline"
    if importlib.util.find_spec("PySide6") is not None:
        yield "open the window", _window, folder


def _say(line: str) -> None:
    if sys.stdout is not None:  # a program without console has none
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _need(fulfilled: object, what: str) -> None:
    if not fulfilled:
        raise SelfTestError(what)


def _sample(number: int) -> Path:
    return assets.path("samples", f"harbour-{number}.txt")


def _start_process() -> None:
    """Reading and long reports need this; a frozen program must know itself in the new process."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        _need(pool.apply(os.getpid) != os.getpid(), "the work was not done in another process")


def _read(path: Path) -> None:
    from driftline.engine import pipeline
    from driftline.self_test.story_files import MAKERS, PARAGRAPHS

    path.write_bytes(MAKERS[path.name]())
    wanted = " ".join(PARAGRAPHS).split()
    found = pipeline.load(path).cleaned().split()
    _need(found[-len(wanted) :] == wanted, f"other words were read: {' '.join(found)}")


def _clean() -> None:
    from driftline.engine import pipeline

    version = pipeline.load(_sample(2))
    _need(version.cuts, "nothing was cut")
    _need("All rights reserved" not in version.cleaned(), "the copyright line was left")


def _group() -> None:
    from driftline.engine import pipeline

    files = [*(_sample(number) for number in (1, 2, 3)), assets.path("samples", "orchard.txt")]
    stories = pipeline.group([pipeline.load(file) for file in files]).stories
    _need(len(stories) == 2, f"{len(stories)} stories were found instead of 2")


def _comparison() -> Comparison:
    from driftline.engine import pipeline

    return pipeline.compare(pipeline.load(_sample(1)), pipeline.load(_sample(2)))


def _compare() -> None:
    comparison = _comparison()
    old, new = comparison.old.source.text, comparison.new.source.text
    changes = {(edit.a.of(old), edit.b.of(new)) for edit in comparison.edits}
    _need(("40", "45") in changes, "the changed number was not found")
    _need(comparison.ledger, "no quotation was found")


def _report(path: Path) -> None:
    from driftline.report.write import write

    write(_comparison(), path)
    _need(path.stat().st_size > 500, "the file is almost empty")


def _report_apart() -> None:
    from driftline.report.building import build_report
    from driftline.report.options import ReportOptions
    from driftline.report.pdf import render
    from driftline.report.worker import render_apart

    options = ReportOptions()
    made = render_apart(render, build_report(_comparison(), options), options)
    _need(made.startswith(b"%PDF-"), "it is no PDF")


def _session(path: Path) -> None:
    from driftline.engine.reading.read import read
    from driftline.review.session import Session

    with Session.open(path) as session:
        added = session.documents.add(read(_sample(1)))
    with Session.open(path) as session:
        kept = session.documents.source(added.id)
    _need(kept is not None and "Kessport" in kept.text, "the text was not kept")


def _window(folder: Path) -> None:
    """Shows the sample's comparison; on no screen, unless QT_QPA_PLATFORM names one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from driftline.gui.trial import shows_changes

    _need(shows_changes(_sample(1), _sample(2), folder, _PATIENCE_MS), "it shows no change")
