"""Sets a long PDF in a process of its own, so that it can be stopped and gives its memory back.

The typesetter can't be interrupted and keeps up to two gigabytes for a text of 100,000 words.
"""

from __future__ import annotations

import multiprocessing
import time
from typing import TYPE_CHECKING

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Progress, silent
from driftline.report.building import build_report
from driftline.report.options import Annotations, ReportOptions
from driftline.report.pdf import render

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from driftline.engine.records import Comparison
    from driftline.report.model import Report

#: Reports with fewer words are set where they are: they take less time than a process to start.
LONG_REPORT = 6_000

#: Seconds between two looks at whether the user has cancelled.
_PULSE = 0.05
#: Words of both texts that are set in a second, for an estimate of progress.
_PACE = 12_000


def render_comparison(
    comparison: Comparison,
    options: ReportOptions | None = None,
    review: Annotations | None = None,
    progress: Progress = silent,
) -> bytes:
    """The PDF of a comparison; a long one is set in a process of its own."""
    options = options or ReportOptions()
    report = build_report(comparison, options, review, progress)
    return (render_apart if worthwhile(report) else render)(report, options, progress)


def worthwhile(report: Report) -> bool:
    """Whether a report is long enough for a process, and this one may start another."""
    long = report.old.words + report.new.words >= LONG_REPORT
    return long and not multiprocessing.current_process().daemon


def render_apart(report: Report, options: ReportOptions, progress: Progress = silent) -> bytes:
    """The PDF's bytes, set in a process that is ended at once when `progress` raises.

    Raises DriftlineError with what the process had to say, and when it ran out of memory. Where
    no process can be started, the report is set here.
    """
    context = multiprocessing.get_context("spawn")
    line, far = context.Pipe(duplex=False)
    process = context.Process(
        target=_serve, args=(far, report, options), name="driftline-report", daemon=True
    )
    process.start()
    far.close()
    started = time.monotonic()
    total = max(int(100 * (report.old.words + report.new.words) / _PACE), 100)
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


def _serve(line: Connection, report: Report, options: ReportOptions) -> None:
    try:
        line.send((True, render(report, options)))
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
