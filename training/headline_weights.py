"""Fits what tells a headline: `_WEIGHTS` of the cleaner's `heading.py`, for rendered text.

    python training/headline_weights.py ../shared/data/cleaning

Prints the weights, and of how many pages the likeliest line is the headline when pages are judged
by weights and forests that have not seen their sites. The fit is a conditional logit (McFadden
1973): of the lines a page offers, the headline shall be the likeliest.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from cleaning_model import Page, folds, judged, pages, rows, taught
from rapidfuzz import fuzz
from scipy.optimize import minimize

from driftline.engine.cleaning.draft import drafted
from driftline.engine.cleaning.furniture import furniture
from driftline.engine.cleaning.heading import WEIGHTS, traits_of_headlines
from driftline.engine.cleaning.rules import apply_rules, looks_like_page
from driftline.engine.cleaning.surroundings import story_lines
from driftline.engine.language import language_of

if TYPE_CHECKING:
    from driftline.engine.cleaning.lines import Line

#: How alike (0..100) a line and the title of a page are that are the same headline.
ALIKE = 80
#: Characters of a line that may be part of a longer title.
PART = 20
#: How much large weights cost.
RIDGE = 0.5


@dataclass
class Choice:
    """The lines of a page that may be its headline: their traits, and which of them is it."""

    host: str
    traits: np.ndarray
    right: np.ndarray


def plain(text: str) -> str:
    """The words of a text in lower case."""
    return " ".join(re.findall(r"\w+", text.lower()))


def is_title(line: Line, title: str) -> bool:
    """Whether a line is the headline that a page is known by."""
    found, wanted = plain(line.text), plain(title)
    return bool(found) and (
        fuzz.ratio(found, wanted) > ALIKE
        or (found in wanted and len(line.text) > PART)
        or wanted in found
    )


def choice(page: Page, title: str, chance: np.ndarray) -> Choice | None:
    """What a page offers; None where the cleaner would not ask which line is the headline."""
    language = language_of(page.text) or "en"
    draft = drafted(page.lines, language, furniture(language))
    apply_rules(draft)
    if not title or not looks_like_page(draft):
        return None
    story = np.flatnonzero(story_lines(draft, chance)).tolist()
    traits = traits_of_headlines(draft, story, chance.tolist())
    table = np.array([[found[name] for name in WEIGHTS] for found in traits.values()])
    right = np.array([is_title(page.lines[i], title) for i in traits], dtype=bool)
    return Choice(page.host, table.reshape(len(right), len(WEIGHTS)), right)


def fitted(some: list[Choice]) -> np.ndarray:
    """The weights that make the headlines of some pages the likeliest of their lines."""
    known = [one for one in some if one.right.any()]

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = RIDGE * float(weights @ weights) / 2, RIDGE * weights
        for one in known:
            score = one.traits @ weights
            share = np.exp(score - score.max())
            share /= share.sum()
            hit = share * one.right
            total -= np.log(max(hit.sum(), 1e-12))
            slope = slope - one.traits.T @ (hit / max(hit.sum(), 1e-12) - share)
        return total / len(known), slope / len(known)

    return minimize(cost, np.zeros(len(WEIGHTS)), jac=True, method="L-BFGS-B").x


def report(choices: list[Choice], fold: dict[str, int]) -> str:
    """The weights, and of how many pages weights that have not seen the site find the headline."""
    right = 0
    for number in range(max(fold.values()) + 1):
        weights = fitted([one for one in choices if fold[one.host] != number])
        right += sum(
            bool(one.right[int((one.traits @ weights).argmax())])
            for one in choices
            if fold[one.host] == number and len(one.right)
        )
    weights = dict(zip(WEIGHTS, fitted(choices).round(1).tolist(), strict=True))
    found = sum(bool(one.right.any()) for one in choices)
    return f"{weights}\nright {right} of {len(choices)}; {found} offer the headline\n"


def main() -> None:
    """Judges each page by a forest that has not seen its site, and fits the weights to that."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    data = arguments.parse_args().data
    titles = {
        row["id"]: row.get("title") or ""
        for group in ("aeb", "wcxb")
        for row in rows(data / group / "text.jsonl.gz")
    }
    all_pages = pages(data, "text")
    fold = folds(all_pages)
    choices = []
    for number in range(max(fold.values()) + 1):
        model = taught([page for page in all_pages if fold[page.host] != number], "text")
        for page in all_pages:
            if fold[page.host] == number:
                chance = judged(page, model).astype(np.float32)
                choices.append(choice(page, titles[page.name], chance))
    sys.stdout.write(report([one for one in choices if one is not None], fold))


if __name__ == "__main__":
    main()
