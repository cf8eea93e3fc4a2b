"""Trains the line models of the cleaner and writes them to resources/models.

    python training/cleaning_model.py ../shared/data/cleaning [--report] [--only text|html]

Needs LightGBM and scikit-learn, which the program itself does not: install them in an environment
of their own together with the program. See README.md in this folder.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlparse

import lightgbm
import numpy as np
from rapidfuzz.distance import LCSseq
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from driftline.engine.cleaning.furniture import furniture
from driftline.engine.cleaning.lines import Line, lines_of
from driftline.engine.cleaning.second_look import second_look
from driftline.engine.cleaning.surroundings import model_table
from driftline.engine.cleaning.word_scores import (
    is_english,
    tokens_of,
    word_features,
    word_scores,
)
from driftline.engine.language import language_of
from driftline.engine.reading.html import read_html
from driftline.engine.records import Source

TOKEN = re.compile(r"\w+")
SETS = ("aeb", "wcxb")
FOLDS = 5
#: Sites that use a word that is weighed: what fewer use may be one site's own.
LEAST_SITES = 40
#: Trees of each forest. A second look at plain text, which has no elements, gained nothing.
ROUNDS = {"text": {"first": 300}, "html": {"first": 250, "second": 80}}
SETTINGS = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 31, "min_data_in_leaf": 60,
    "feature_fraction": 0.25, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5,
    "max_depth": 9, "verbose": -1, "num_threads": 2, "seed": 1, "deterministic": True,
    "force_row_wise": True,
}  # fmt: skip
#: Hosts where every writer has a site of her own.
SHARED_HOSTS = (".co.uk", ".com.au", "substack.com", "wordpress.com", "blogspot.com", "medium.com")


@dataclass
class Page:
    """A page as the model is taught it: a row a line, and whether the line is the story's."""

    name: str
    group: str
    host: str
    text: str
    truth: str
    lines: list[Line]
    english: bool
    table: np.ndarray
    words: np.ndarray
    paths: np.ndarray
    tokens: np.ndarray
    wanted: np.ndarray
    sure: np.ndarray


def tokens(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return TOKEN.findall(text.lower())


def answers(lines: list[Line], truth: str) -> tuple[np.ndarray, np.ndarray]:
    """For each line its number of tokens and the share of them that stand in the truth in order."""
    numbers: dict[str, int] = {}
    page, owners, counts = [], [], []
    for i, line in enumerate(lines):
        found = tokens(line.text)
        page += [numbers.setdefault(token, len(numbers)) for token in found]
        owners += [i] * len(found)
        counts.append(len(found))
    wanted = [numbers.setdefault(token, len(numbers)) for token in tokens(truth)]
    matched = np.zeros(len(lines))
    for step in LCSseq.opcodes(page, wanted):
        if step.tag == "equal":
            for place in range(step.src_start, step.src_end):
                matched[owners[place]] += 1
    count = np.array(counts)
    return count, matched / np.maximum(count, 1)


def site(url: str) -> str:
    """The site a page belongs to: pages of one site are judged together."""
    host = urlparse(url).netloc.lower()
    return host if host.endswith(SHARED_HOSTS) else ".".join(host.split(".")[-2:])


def rows(path: Path) -> list[dict]:
    """The objects of a packed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def pages(folder: Path, kind: str) -> list[Page]:
    """All pages of the development data, as text or as HTML."""
    found = []
    for group in SETS:
        texts = {row["id"]: row for row in rows(folder / group / "text.jsonl.gz")}
        if kind == "text":
            sources = [(name, Source(name, "", "", "", row["text"])) for name, row in texts.items()]
        else:
            sources = []
            for row in rows(folder / group / "pages.jsonl.gz"):
                read = read_html(row["id"], row["html"])
                sources.append(
                    (row["id"], Source("", "", "", "", read.text, read.blocks, read.metadata))
                )
        found += [page_of(name, group, source, texts[name]) for name, source in sources]
    return found


def page_of(name: str, group: str, source: Source, row: dict) -> Page:
    """One page with its features and answers."""
    language = source.metadata.language or language_of(source.text) or "en"
    lines = lines_of(source)
    hits = furniture(language).judge(lines)
    _, table, words, paths = model_table(lines, hits, language)
    count, share = answers(lines, row["truth"])
    sure = np.array([hit is not None and hit.sure for hit in hits])
    english = is_english(table, language)
    return Page(name, group, site(row["url"]), source.text, row["truth"], lines, english, table,
                words, paths, count, share >= 0.5, sure)  # fmt: skip


def cropped(taught: list[Page], seed: int, *, short: bool = False) -> list[Page]:
    """Each page again as somebody pastes it: the story with a few lines around it.

    `short` leaves out most of the story's middle as well, for agency stories are short. Text only:
    the table is made anew from what is left.
    """
    random = np.random.RandomState(seed)
    found = []
    for page in taught:
        story = np.flatnonzero(page.wanted)
        if len(story) < 3:
            continue
        low = max(0, story[0] - random.randint(0, 12))
        high = min(len(page.wanted), story[-1] + 1 + random.randint(0, 12))
        part = np.arange(low, high)
        if short:
            lines = random.randint(3, 12)
            start = story[0] + random.randint(1, 4)
            part = part[(part < start) | (part >= max(start, story[-1] + 1 - lines))]
        found.append(part_of(page, part))
    return [page for page in found if page is not None]


def part_of(page: Page, part: np.ndarray) -> Page | None:
    """Some lines of a page as a page of their own; None where they do not stay lines."""
    text = "\n".join(page.lines[i].text for i in part)
    language = language_of(text) or "en"
    lines = lines_of(Source("", "", "", "", text))
    if len(lines) != len(part):  # what is left looks hard-wrapped: teach nothing wrong
        return None
    hits = furniture(language).judge(lines)
    _, table, words, paths = model_table(lines, hits, language)
    return Page(page.name, page.group, page.host, text, page.truth, lines,
                is_english(table, language), table, words, paths, page.tokens[part],
                page.wanted[part], page.sure[part])  # fmt: skip


Lessons = list[tuple[Page, float]]
Weights = dict[str, float]


@dataclass
class Model:
    """The forests of a model by name, and for text what each word weighs."""

    forests: dict[str, lightgbm.Booster]
    weights: Weights


def taught(some: list[Page], kind: str) -> Model:
    """A model that has seen some pages.

    What learns from what another part says is taught what that part says of sites it has not seen.
    """
    rounds = ROUNDS[kind]
    lessons: Lessons = [(page, 1.0) for page in some]
    fold = folds(some)
    if kind == "text":
        lessons += [(page, 0.5) for page in cropped(some, 0)]
        lessons += [(page, 0.3) for page in cropped(some, 1, short=True)]
        # Pages in other languages have no weights: what is known without them is taught as well.
        lessons += [(replace(page, english=False), 0.5) for page in some]
        tables: list[np.ndarray] = [np.empty(0)] * len(lessons)
        for number in range(FOLDS):
            weights = weighed([page for page in some if fold[page.host] != number])
            for i, (page, _) in enumerate(lessons):
                if fold[page.host] == number:
                    tables[i] = with_words(page, weights)
        return Model({"first": fitted(lessons, tables, rounds["first"])}, weighed(some))
    tables = [page.table for page, _ in lessons]
    again = list(tables)
    for number in range(FOLDS):
        seen = [i for i, (page, _) in enumerate(lessons) if fold[page.host] != number]
        parts = [lessons[i] for i in seen], [tables[i] for i in seen]
        first = fitted(*parts, rounds["first"])
        for i, (page, _) in enumerate(lessons):
            if fold[page.host] == number:
                again[i] = with_chances(page, first)
    forests = {
        "first": fitted(lessons, tables, rounds["first"]),
        "second": fitted(lessons, again, rounds["second"]),
    }
    return Model(forests, {})


def weighed(some: list[Page]) -> Weights:
    """What words weigh that many sites use, in the English ones of some pages."""
    english = [page for page in some if page.english]
    found = [(page.host, line) for page in english for line in tokens_of(page.lines)]
    sites: dict[str, set[str]] = {}
    for host, line in found:
        for token in line:
            if not token[0].isdigit():
                sites.setdefault(token, set()).add(host)
    words = sorted(word for word, hosts in sites.items() if len(hosts) >= LEAST_SITES)
    number = {word: i for i, word in enumerate(words)}
    values, columns, ends = [], [], [0]
    for _, line in found:
        known = [number[token] for token in line if token in number]
        columns += known
        values += [1 / max(1, len(line)) ** 0.5] * len(known)
        ends.append(len(columns))
    wanted = np.concatenate([page.wanted for page in english])
    weight = np.concatenate([weights(page) for page in english])
    model = LogisticRegression(C=8.0, max_iter=200, solver="liblinear")
    model.fit(csr_matrix((values, columns, ends), (len(found), len(words))), wanted, weight)
    return dict(zip(words, np.round(model.coef_[0], 3).tolist(), strict=True))


def with_words(page: Page, known: Weights) -> np.ndarray:
    """The table of a page of text with what its words weigh."""
    scores = word_scores(page.lines, known) if page.english else np.zeros(len(page.lines))
    return np.concatenate([page.table, word_features(scores, page.words)], axis=1)


def judged(page: Page, model: Model) -> np.ndarray:
    """For each line the chance a model gives it to be the story's."""
    first = model.forests["first"]
    if "second" in model.forests:
        return model.forests["second"].predict(with_chances(page, first))
    return first.predict(with_words(page, model.weights))


def with_chances(page: Page, first: lightgbm.Booster) -> np.ndarray:
    """The table of a page for the second forest."""
    chance = first.predict(page.table).astype(np.float32)
    return np.concatenate([page.table, second_look(chance, page.words, page.paths)], axis=1)


def fitted(lessons: Lessons, tables: list[np.ndarray], rounds: int) -> lightgbm.Booster:
    """A forest that has seen some tables."""
    wanted = np.concatenate([page.wanted for page, _ in lessons]).astype(float)
    weight = np.concatenate([weights(page) * factor for page, factor in lessons])
    data = lightgbm.Dataset(np.concatenate(tables), label=wanted, weight=weight)
    return lightgbm.train(SETTINGS, data, rounds)


def folds(some: list[Page]) -> dict[str, int]:
    """The fold of each site."""
    hosts = sorted({page.host for page in some})
    np.random.RandomState(0).shuffle(hosts)
    return {host: i % FOLDS for i, host in enumerate(hosts)}


def weights(page: Page) -> np.ndarray:
    """A line counts by its length, less so in a long story."""
    story = max(1, int((page.tokens * page.wanted).sum()))
    return np.minimum((page.tokens + 2) / story**0.5, 60) / 10


def export(model: lightgbm.Booster, path: Path) -> None:
    """Writes the trees as arrays; a threshold is rounded down, so that float32 decides the same."""
    feature, threshold, left, right, value, roots = [], [], [], [], [], []
    deepest = 0

    def add(node: dict, depth: int) -> int:
        nonlocal deepest
        here = len(feature)
        deepest = max(deepest, depth)
        feature.append(node.get("split_feature", 0))
        threshold.append(node.get("threshold", 0.0))
        value.append(node.get("leaf_value", 0.0))
        left.append(here)
        right.append(here)
        if "split_feature" in node:
            left[here] = add(node["left_child"], depth + 1)
            right[here] = add(node["right_child"], depth + 1)
        return here

    trees = model.dump_model()["tree_info"]
    roots += [add(tree["tree_structure"], 0) for tree in trees]
    exact = np.array(threshold)
    rounded = exact.astype(np.float32)
    rounded = np.where(rounded > exact, np.nextafter(rounded, np.float32(-np.inf)), rounded)
    np.savez_compressed(
        path,
        feature=np.array(feature, np.int16),
        threshold=rounded.astype(np.float32),
        left=np.array(left, np.int32),
        right=np.array(right, np.int32),
        value=np.array(value, np.float32),
        roots=np.array(roots, np.int32),
        depth=np.array(deepest, np.int32),
    )


def save(model: Model, kind: str, folder: Path) -> None:
    """Writes the files of a model into a folder."""
    for name, forest in model.forests.items():
        export(forest, folder / f"cleaning-{kind}-{name}.npz")
    if model.weights:
        np.savez_compressed(
            folder / "cleaning-words.npz",
            words=np.array(list(model.weights)),
            weights=np.array(list(model.weights.values())),
        )


def report(all_pages: list[Page], kind: str, score: object) -> None:
    """Cross-validation by site: no page is judged by a model that saw its site."""
    fold = folds(all_pages)
    chance = {}
    for number in range(FOLDS):
        model = taught([p for p in all_pages if fold[p.host] != number], kind)
        for page in all_pages:
            if fold[page.host] == number:
                chance[page.name] = judged(page, model)
    for group in SETS:
        for least in (0.35, 0.4, 0.45, 0.5, 0.55):
            found = []
            for page in all_pages:
                if page.group == group:
                    keep = (chance[page.name] >= least) & ~page.sure
                    text = "\n".join(
                        line.text for line, k in zip(page.lines, keep, strict=True) if k
                    )
                    found.append(score.tpfpfn(page.truth, text))
            precision, recall, f1 = score.agg(found)
            line = f"{kind} {group} {least:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}\n"
            sys.stdout.write(line)


def main() -> None:
    """Trains, and with --report judges, the models."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--report", action="store_true", help="cross-validate as well")
    arguments.add_argument("--only", choices=("text", "html"))
    chosen = arguments.parse_args()
    sys.path.insert(0, str(chosen.data))
    models = Path(__file__).resolve().parents[1] / "resources" / "models"
    models.mkdir(exist_ok=True)
    for kind in ("text", "html"):
        if chosen.only in (None, kind):
            all_pages = pages(chosen.data, kind)
            if chosen.report:
                import score

                report(all_pages, kind, score)
            save(taught(all_pages, kind), kind, models)


if __name__ == "__main__":
    main()
