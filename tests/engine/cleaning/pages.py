"""Texts made up for the cleaner's tests, and what the tests ask of a version."""

from __future__ import annotations

from driftline.engine.cleaning.clean import clean
from driftline.engine.options import CleaningOptions
from driftline.engine.reading.html import read_html
from driftline.engine.records import Source, Version

STORY = (
    "The harbour board voted on Thursday to close the eastern quay for two years, a decision that "
    "fishing crews had fought since the spring.",
    "“We were told in March that nothing was settled,” said Ines Calder, who runs four boats from "
    "the quay. “Now we read it on a notice.”",
    "The board says the quay wall, built in 1911, has moved nine centimetres since it was last "
    "measured and could fail in a winter storm.",
    "Repairs will cost an estimated 14 million crowns, most of it paid by the county, according to "
    "papers published before the meeting.",
    "Crews will be offered berths at the northern basin, which is shallower and lies an hour's "
    "sailing further from the fishing grounds.",
    "A final plan is due in November, and the board will meet the crews before it is signed.",
)
HEADLINE = "Eastern quay to close for two years despite protest from crews"


def source(text: str) -> Source:
    return Source("page.txt", "", "text/plain", "utf-8", text)


def cleaned(text: str, **options: object) -> Version:
    return clean(source(text), CleaningOptions(**options))  # type: ignore[arg-type]  # options by name


def cleaned_page(markup: str) -> Version:
    read = read_html("page.html", markup)
    return clean(
        Source("page.html", "", "text/html", "utf-8", read.text, read.blocks, read.metadata),
        CleaningOptions(),
    )


def cuts(version: Version) -> list[tuple[str, str]]:
    """Every cut as (reason, words)."""
    return [(cut.reason.value, cut.span.of(version.source.text)) for cut in version.cuts]


def reason_of(version: Version, words: str) -> str | None:
    """Why some words were cut; None where they stay."""
    start = version.source.text.index(words)
    for cut in version.cuts:
        if cut.span.start <= start < cut.span.end:
            return cut.reason.value
    return None


def story(*before: str, after: tuple[str, ...] = (), sep: str = "\n") -> str:
    """The made-up story with other lines before and after it."""
    return sep.join((*before, *STORY, *after))
