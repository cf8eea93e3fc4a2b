"""The stages in their order: what comes out at the end, and how it is stopped."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from driftline import assets
from driftline.engine import pipeline
from driftline.engine.errors import UnreadableError
from driftline.engine.options import CleaningOptions, Options
from driftline.engine.progress import Cancelled

OLD, NEW = (assets.path("samples", f"harbour-{number}.txt") for number in (1, 2))


def test_a_comparison_can_be_sent_to_another_process() -> None:
    comparison = pipeline.compare(pipeline.load(OLD), pipeline.load(NEW))
    assert pickle.loads(pickle.dumps(comparison)) == comparison


def test_comparing_twice_gives_the_same() -> None:
    one = pipeline.compare(pipeline.load(OLD), pipeline.load(NEW))
    assert pipeline.compare(pipeline.load(OLD), pipeline.load(NEW)) == one


def test_a_text_is_the_same_version_from_a_file_from_bytes_and_pasted() -> None:
    data = OLD.read_bytes()
    from_file = pipeline.load(OLD)
    from_bytes = pipeline.load_bytes(data, str(OLD))
    pasted = pipeline.load_text(data.decode("utf-8"), str(OLD))
    assert from_file == from_bytes
    assert (pasted.cuts, pasted.paragraphs) == (from_file.cuts, from_file.paragraphs)


def test_many_files_come_in_their_order_with_the_troubles_among_them() -> None:
    gone = OLD.with_name("gone.txt")
    loaded = list(pipeline.load_all([OLD, gone, NEW]))
    assert isinstance(loaded[1], UnreadableError)
    assert loaded[1].path == str(gone)
    assert [loaded[0], loaded[2]] == [pipeline.load(OLD), pipeline.load(NEW)]


def test_raw_is_honoured() -> None:
    version = pipeline.load(NEW, Options(cleaning=CleaningOptions(raw=True)))
    assert version.cuts == ()


@pytest.mark.parametrize("after", range(0, 12, 2))
def test_cancel_passes_through_every_stage(after: int) -> None:
    calls = 0

    def stop(label: str, done: int, total: int) -> None:
        nonlocal calls
        calls += 1
        if calls > after:
            raise Cancelled

    with pytest.raises(Cancelled):
        pipeline.compare(pipeline.load(OLD), pipeline.load(NEW), progress=stop)


def test_progress_speaks_in_short_words() -> None:
    labels: set[str] = set()
    versions = [pipeline.load(path) for path in (OLD, NEW)]
    pipeline.compare(*versions, progress=lambda label, done, total: labels.add(label))
    pipeline.group(versions, progress=lambda label, done, total: labels.add(label))
    assert labels
    assert all(0 < len(label) <= 40 for label in labels)


def test_results_do_not_depend_on_how_python_hashes() -> None:
    command = [sys.executable, "-m", "driftline"]
    told = {
        subprocess.run(
            [*command, *asked, "--json"],
            capture_output=True, check=False, env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
        for asked in (["compare", str(OLD), str(NEW)],)
    }  # fmt: skip
    assert len(told) == 1
    assert told.pop().startswith(b'{"schema": "driftline/compare/1"')
