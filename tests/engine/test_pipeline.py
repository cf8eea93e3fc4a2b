"""The stages in their order: what comes out at the end, and how it is stopped."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from driftline import assets
from driftline.engine import pipeline
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.errors import UnreadableError
from driftline.engine.options import CleaningOptions, Options
from driftline.engine.progress import Cancelled
from driftline.engine.quotation.ledger import ledger
from driftline.engine.records import Kind, Paragraph, Role, Span
from driftline.engine.segmentation.marks import marked
from driftline.engine.segmentation.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from driftline.engine.progress import Progress
    from driftline.engine.records import Version

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


def _stories(times: int) -> tuple[Version, Version]:
    """Two versions of a text of that many paragraphs, with marks, quotations and changes."""
    told = [
        f"The mayor of port {k} said the harbour would “close for {k} days” by {k % 24}:30. It did."
        for k in range(times)
    ]
    changed = [p.replace("would", "might") if k % 3 else p for k, p in enumerate(told)]
    raw = Options(cleaning=CleaningOptions(raw=True))
    old, new = (
        pipeline.load_text("\n\n".join(text), "port.txt", raw) for text in (told, changed[::-1])
    )
    return old, new


def _calls(stage: Callable[[Version, Version, Progress], object], times: int) -> int:
    calls = 0

    def count(label: str, done: int, total: int) -> None:
        nonlocal calls
        calls += 1

    stage(*_stories(times), count)
    return calls


@pytest.mark.parametrize(
    "stage",
    [
        lambda old, new, progress: pipeline.quotations(old, progress=progress),
        lambda old, new, progress: align(old, new, progress=progress),
        lambda old, new, progress: classify(align(old, new), progress=progress),
        lambda old, new, progress: ledger(
            old, new, pipeline.quotations(old), pipeline.quotations(new), progress=progress
        ),
    ],
    ids=["quotations", "alignment", "kinds", "ledger"],
)
def test_every_stage_can_be_stopped_between_a_few_hundred_paragraphs(
    stage: Callable[[Version, Version, Progress], object],
) -> None:
    assert _calls(stage, 1_000) - _calls(stage, 200) >= 800 // 200


def test_marks_and_sentences_can_be_stopped_inside_one_paragraph() -> None:
    text = "“Close it.” It did. " * 2_000
    one = [Paragraph(Span(0, len(text)), Role.BODY)]
    for read in (
        lambda tick: marked(text, [one[0].span], tick=tick),
        lambda tick: sentences(text, one, stretches=(), tick=tick),
    ):
        ticks: list[int] = []
        read(lambda ticks=ticks: ticks.append(1))
        assert len(ticks) >= 2_000 // 100


def test_a_text_taken_as_it_is_read_is_compared_by_the_rules_of_its_language() -> None:
    raw = Options(cleaning=CleaningOptions(raw=True))
    told = "Der Minister sagte am Montag, {} Brücke werde bald fertig, und die Stadt freue sich."
    old, new = (pipeline.load_text(told.format(word), word, raw) for word in ("die", "eine"))
    (edit,) = pipeline.compare(old, new, raw).edits
    assert edit.kind is Kind.DETERMINER
