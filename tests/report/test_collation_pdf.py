"""The PDF of a collation: each place with all its wordings, whatever the number of versions."""

from __future__ import annotations

import io
import multiprocessing
import re
from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pytest

from compared_texts import version
from driftline.engine import pipeline
from driftline.engine.pipeline import load_text
from driftline.engine.progress import Cancelled
from driftline.report import apparatus
from driftline.report.options import ReportOptions
from driftline.report.worker import render_collation as render
from driftline.review.preferences import Paper

BASE = (
    "The council will close twelve bridges on Monday.\n\n“We have no money for them,” she said.\n\n"
    "The ferry will run as it did before in #strong[bold] and $x$ the like."
)
OTHER = BASE.replace("twelve", "nine").replace("“", '"').replace("”", '"')
THIRD = BASE.replace("twelve", "nine").rpartition("\n\n")[0]


def collation(*texts: str):
    return pipeline.collate([version(text) for text in texts], 0)


def text(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(p.get_textpage().get_text_range() for p in pages).split())


def test_each_place_tells_every_wording_and_who_has_it() -> None:
    texts = (BASE, OTHER, THIRD)
    named = [load_text(body, f"{name}.txt") for body, name in zip(texts, "abc", strict=True)]
    told = text(render(pipeline.collate(named, 0)))
    assert "The versions differ in 2 places." in told
    assert "a twelve a.txt (base text) b nine b.txt, c.txt" in told
    assert "“twelve” became “nine”" in told
    assert "nothing c.txt · Dropped" in told
    assert "#strong[bold] and $x$ the like" in told
    for each in named:
        assert each.source.sha256 in re.sub(r"\s", "", told)


def test_what_is_only_set_otherwise_is_counted_and_left_out() -> None:
    told = text(render(collation(BASE, OTHER, THIRD)))
    assert "typography differs are left out: 2." in told


@pytest.mark.parametrize("count", [12, 31])
def test_many_versions_go_by_their_letters(count: int) -> None:
    told = text(render(collation(BASE, *[OTHER] * (count - 1))))
    assert f"COLLATION OF {count} VERSIONS" in told
    assert "b nine B, C, D, E" in told
    # More than fit on a page have no overview.
    assert ("Overview" in told) == (count == 12)


def test_what_a_version_has_elsewhere_has_an_arrow() -> None:
    parts = [
        "The council will close twelve bridges on Monday and open none of them before summer.",
        "Ferries leave from the west pier until further notice, the harbour master said.",
        "Schools on the island stay open, and pupils are to take the early boat from the quay.",
    ]
    moved = "\n\n".join([parts[2], parts[0], parts[1]])
    told = text(render(collation("\n\n".join(parts), moved, "\n\n".join(parts))))
    assert "An arrow says that the words stand elsewhere in that version." in told
    assert re.search(r"a a→ a", told)
    assert "An arrow" not in text(render(collation(BASE, OTHER, THIRD)))


def test_versions_that_are_alike_say_so() -> None:
    told = text(render(collation(BASE, BASE, BASE)))
    assert "All versions say the same in the same words." in told
    assert "Overview" not in told


def test_it_speaks_german_and_tells_when_it_was_made() -> None:
    made = datetime(2025, 3, 4, 16, 30, tzinfo=UTC)
    told = text(render(collation(BASE, OTHER, THIRD), ReportOptions(language="de", date=made)))
    assert "Die Fassungen weichen an 2 Stellen voneinander ab." in told
    assert "4. März 2025, 16:30 UTC" in told
    assert "Zahl · Schwer" in told


def test_it_is_tagged_titled_has_bookmarks_and_the_same_bytes_each_time() -> None:
    data = render(collation(BASE, OTHER, THIRD))
    assert data == render(collation(BASE, OTHER, THIRD))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.StructTreeRoot is not None
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles == ["Overview", "Places in which the versions differ", "About this report"]


def test_long_wordings_and_names_stay_on_their_page() -> None:
    long = "x" * 400 + " " + "The keeper of the lock said nothing at all about it. " * 40
    named = [load_text(BASE, "a.txt"), load_text(f"{BASE}\n\n{long}", f"{'n' * 180}.txt")]
    data = render(pipeline.collate([*named, named[0]], 0))
    for page in pypdfium2.PdfDocument(data):
        width = page.get_width()
        words = page.get_textpage()
        boxes = [words.get_charbox(n) for n in range(words.count_chars())]
        assert max(box[2] for box in boxes) < width - 40


def test_right_to_left_wordings_are_set() -> None:
    base = "قالت السلطات إن الميناء سيبقى مغلقا حتى يوم الخميس."
    told = text(render(collation(base, base.replace("الخميس", "الجمعة"), base)))
    assert "الخميس" in told
    assert "الجمعة" in told


@pytest.mark.parametrize("size", [6, 9.5, 24])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("landscape", [False, True])
def test_it_takes_the_sheet_that_is_chosen(paper: Paper, landscape: bool, size: float) -> None:
    options = ReportOptions(
        paper=paper, landscape=landscape, font_size=size, black_and_white=size == 6
    )
    pages = pypdfium2.PdfDocument(render(collation(BASE, OTHER, THIRD), options))
    sheet = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}[paper]
    assert tuple(map(round, pages[0].get_size())) == (sheet[::-1] if landscape else sheet)
    words = pages[0].get_textpage()
    at = words.get_text_range().index("twelve")
    _, bottom, _, top = words.get_charbox(at)
    assert 0.4 * size < top - bottom < 0.7 * size


def test_a_long_one_can_be_stopped_while_it_is_set(tmp_path) -> None:
    words = [f"{chr(97 + n % 26)}{chr(97 + n // 26)}row" for n in range(300)]
    base = " ".join(f"The {word} lies at the quay today." for word in words)
    many = collation(base, base.replace("lies", "lay").replace("today", "now"))

    def stop(label: str, done: int, total: int) -> None:
        if label == "Setting the pages" and multiprocessing.active_children():
            raise Cancelled

    target = tmp_path / "all.pdf"
    with pytest.raises(Cancelled):
        apparatus.write(many, target, progress=stop)
    assert not list(tmp_path.iterdir())
    assert not multiprocessing.active_children()


def test_it_is_written_by_its_ending(tmp_path) -> None:
    target = tmp_path / "all.pdf"
    apparatus.write(collation(BASE, OTHER, THIRD), target)
    assert target.read_bytes().startswith(b"%PDF")
    assert [file.name for file in tmp_path.iterdir()] == [target.name]
