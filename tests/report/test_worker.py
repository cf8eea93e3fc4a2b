import multiprocessing

import pytest

from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Cancelled
from driftline.report import pdf
from driftline.report.building import build_report
from driftline.report.options import ReportOptions
from driftline.report.worker import render_apart, render_comparison
from driftline.report.write import write
from report import making

LONG = making.texts(["It rained on the pier. " * 600] * 2, ["It snowed."])


def test_a_process_of_its_own_sets_the_same_bytes():
    comparison = making.texts(["It rained."], ["It snowed."])
    report = build_report(comparison)
    calls = []
    apart = render_apart(
        pdf.render, report, ReportOptions(), progress=lambda *said: calls.append(said)
    )
    assert apart == pdf.render(report)
    assert calls[-1][1] == calls[-1][2]
    assert not multiprocessing.active_children()


def test_only_long_reports_take_a_process():
    children = []

    def look(*_: object) -> None:
        children.append(len(multiprocessing.active_children()))

    render_comparison(making.texts(["It rained."], ["It snowed."]), progress=look)
    assert set(children) == {0}
    render_comparison(LONG, progress=look)
    assert 1 in children


def test_cancel_ends_the_process_and_leaves_nothing(tmp_path):
    def stop(label: str, done: int, total: int) -> None:
        if label == "Setting the pages":
            raise Cancelled

    with pytest.raises(Cancelled):
        write(LONG, tmp_path / "report.pdf", progress=stop)
    assert list(tmp_path.iterdir()) == []
    assert not multiprocessing.active_children()


def test_trouble_in_the_process_comes_back_as_a_sentence():
    report = build_report(making.texts(["It rained."], ["It snowed."]))
    odd = ReportOptions(landscape="sideways")  # type: ignore[arg-type]
    with pytest.raises(DriftlineError, match="could not be set"):
        render_apart(pdf.render, report, odd)
