"""Predictions of the cleaner for the benchmark's score.py, made in this process.

    python tests/quality/cleaning.py ../shared/data/cleaning OUT.jsonl [--html] [--body]

`--html` reads the pages, else their rendered text. `--body` leaves headline and standfirst out of
the prediction, for the benchmark's truth is the body alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from pathlib import Path
from typing import Any

from driftline.engine.cleaning.clean import clean
from driftline.engine.options import CleaningOptions
from driftline.engine.reading.html import read_html
from driftline.engine.records import Role, Source, Version

SETS = ("aeb", "wcxb")


def rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def source_of_page(markup: str) -> Source:
    read = read_html("page.html", markup)
    return Source("page.html", "", "text/html", "utf-8", read.text, read.blocks, read.metadata)


def source_of_text(text: str) -> Source:
    return Source("page.txt", "", "text/plain", "utf-8", text)


def told(version: Version, *, body: bool) -> str:
    if not body:
        return version.cleaned()
    apart = (Role.HEADLINE, Role.STANDFIRST)
    text = version.source.text
    return "\n\n".join(
        "".join(piece.of(text) for piece in version.kept_spans(p.span))
        for p in version.paragraphs
        if p.role not in apart
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--html", action="store_true")
    arguments.add_argument("--body", action="store_true")
    arguments.add_argument("--field", default="text")
    chosen = arguments.parse_args()
    with chosen.out.open("w", encoding="utf-8") as out:
        for group in SETS:
            name = "pages.jsonl.gz" if chosen.html else "text.jsonl.gz"
            for row in rows(chosen.data / group / name):
                start = time.perf_counter()
                source = (
                    source_of_page(row["html"])
                    if chosen.html
                    else source_of_text(row[chosen.field])
                )
                version = clean(source, CleaningOptions())
                spent = (time.perf_counter() - start) * 1000
                line = {
                    "id": row["id"],
                    "text": told(version, body=chosen.body),
                    "published": version.metadata.published,
                    "ms": spent,
                    "length": len(source.text),
                }
                out.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
