"""Sets a long PDF in a process of its own, so that it can be stopped and gives its memory back.

The typesetter can't be interrupted and keeps up to two gigabytes for a text of 100,000 words.
"""

from __future__ import annotations

import multiprocessing
import time
from typing import TYPE_CHECKING, TypeVar

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Progress, silent
from driftline.report.options import Annotations, ReportOptions

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.records import Comparison

T = TypeVar("T")

#: What is set faster (seconds) is set where it is: it takes less time than a process to start.
LONG = 0.5

#: Seconds between two looks at whether the user has cancelled.
_PULSE = 0.05
#: Words of both texts that are set in a second, and places of a collation, for an estimate.
_WORDS_A_SECOND = 12_000
_PLACES_A_SECOND = 450


def render_comparison(
    comparison: Comparison,
    options: ReportOptions | None = None,
    review: Annotations | None = None,
    progress: Progress = silent,
) -> bytes:
    """The PDF of a comparison; a long one is set in a process of its own."""
    from driftline.report.building import build_report
    from driftline.report.pdf import render

    options = options or ReportOptions()
    report = build_report(comparison, options, review, progress)
    seconds = (report.old.words + report.new.words) / _WORDS_A_SECOND
    return _render(render, report, options, seconds, progress)


def render_collation(
    collation: Collation, options: ReportOptions | None = None, progress: Progress = silent
) -> bytes:
    """The PDF of a collation; a long one is set in a process of its own."""
    from driftline.report.collation_pdf import render
    from driftline.report.collation_report import build

    options = options or ReportOptions()
    report = build(collation, options.language)
    return _render(render, report, options, len(report.places) / _PLACES_A_SECOND, progress)


def _render(
    render: Callable[[T, ReportOptions, Progress], bytes],
    report: T,
    options: ReportOptions,
    seconds: float,
    progress: Progress,
) -> bytes:
    if seconds < LONG or multiprocessing.current_process().daemon:
        return render(report, options, progress)
    return render_apart(render, report, options, seconds, progress)


def render_apart(
    render: Callable[[T, ReportOptions, Progress], bytes],
    report: T,
    options: ReportOptions,
    seconds: float = 1,
    progress: Progress = silent,
) -> bytes:
    """The PDF's bytes, set in a process that is ended at once when `progress` raises.

    `render` is a module's function; `seconds` is how long it may take. Raises DriftlineError with
    what the process had to say, and when it ran out of memory. Where no process can be started,
    the report is set here.
    """
    context = multiprocessing.get_context("spawn")
    line, far = context.Pipe(duplex=False)
    process = context.Process(
        target=_serve, args=(far, render, report, options), name="driftline-report", daemon=True
    )
    process.start()
    far.close()
    started = time.monotonic()
    total = max(int(100 * seconds), 100)
    try:
        while not line.poll(_PULSE):
            done = int(100 * (time.monotonic() - started))
            progress("Setting the pages", min(done, total - 1), total)
        said: tuple[bool, bytes | str] = line.recv()
    except EOFError:
        process.join()
        if (process.exitcode or 0) < 0:
            raise DriftlineError(_TOO_LONG) from None
        # It never began: a program that embeds this one may not let its main module be run again.
        return render(report, options, progress)
    finally:
        process.kill()
        process.join()
        process.close()
        line.close()
    well, answer = said
    if isinstance(answer, bytes) and well:
        progress("Setting the pages", total, total)
        return answer
    raise DriftlineError(str(answer))


def _serve(
    line: Connection,
    render: Callable[[T, ReportOptions, Progress], bytes],
    report: T,
    options: ReportOptions,
) -> None:
    try:
        line.send((True, render(report, options, silent)))
    except DriftlineError as error:
        line.send((False, str(error)))
    except MemoryError:
        line.send((False, _TOO_LONG))
    finally:
        line.close()


_TOO_LONG = (
    "The report is too long for this computer's memory; export it with “changes only”, or leave "
    "the texts out."
)
