"""How well texts are aligned and changes named, measured against the right answers.

    python tests/quality/alignment.py [planted drafts moves] [--pred FILE]

`planted` are articles with planted edits, `drafts` essays aligned by hand (tests/data/alignment),
`moves` sentences put in another order by program. `--pred` writes what was predicted for `planted`
and `drafts`, one JSON object a line, as `driftline compare --raw --json` would give it.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "desktop"))

from driftline.engine.alignment.align import align  # noqa: E402  (runs as a script too)
from driftline.engine.alignment.coded import Codes, content  # noqa: E402
from driftline.engine.alignment.links import Links, find_links  # noqa: E402
from driftline.engine.drift.classify import classify  # noqa: E402
from driftline.engine.options import AlignmentOptions  # noqa: E402
from driftline.engine.records import Paragraph, Source, Span, Version  # noqa: E402
from driftline.engine.segmentation.words import tokens  # noqa: E402

DATA = ROOT / "tests" / "data" / "alignment"
_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n[^\S\n]*\n|\s*\Z)", re.DOTALL)
_WORD = re.compile(r"\w+(?:[’'\-.,]\w+)*|[^\w\s]")
Pair = dict[str, Any]


def raw_version(text: str) -> Version:
    """A version from which nothing is cut: paragraphs between blank lines, all of them body."""
    found = tuple(Paragraph(Span(*m.span())) for m in _PARAGRAPH.finditer(text))
    return Version(Source("", "", "text/plain", "utf-8", text), (), found)


def load(name: str) -> list[Pair]:
    """The pairs of one set."""
    with lzma.open(DATA / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def predict(pair: Pair) -> Pair:
    """The edits and groups of sentences Driftline finds for a pair."""
    found = align(raw_version(pair["a"]), raw_version(pair["b"]))
    return {
        "id": pair["id"],
        "edits": [
            {
                "kind": edit.kind.value,
                "a_start": edit.a.start,
                "a_end": edit.a.end,
                "b_start": edit.b.start,
                "b_end": edit.b.end,
            }
            for edit in classify(found)
        ],
        "alignment": [
            {
                "a": [[span.start, span.end] for span in group.a],
                "b": [[span.start, span.end] for span in group.b],
            }
            for group in found.groups
        ],
    }


# ------------------------------------------------------------------ scores


def f1(right: int, predicted: int, gold: int) -> float:
    """The harmonic mean of precision and recall; 1 when there was nothing to find."""
    return 2 * right / (predicted + gold) if predicted + gold else 1.0


class _Side:
    """A text in whole words, to widen spans to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.word = [(-1, -1)] * len(text)
        for match in _WORD.finditer(text):
            self.word[match.start() : match.end()] = [match.span()] * len(match.group())

    def whole(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            start = self.word[start][0] if self.word[start][0] >= 0 else start
            end = self.word[end - 1][1] if self.word[end - 1][1] >= 0 else end
        return start, end


def _widened(edit: Pair, old: _Side, new: _Side) -> tuple[str, tuple[int, int, int, int], bool]:
    spans = (edit["a_start"], edit["a_end"], edit["b_start"], edit["b_end"])
    words = old.text[spans[0] : spans[1]] + new.text[spans[2] : spans[3]]
    if not words.strip():
        return edit["kind"], spans, True
    a, b = old.whole(*spans[:2]), new.whole(*spans[2:])
    return edit["kind"], (*a, *b), False


def _overlap(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    shared = sum(max(0, min(one[k + 1], other[k + 1]) - max(one[k], other[k])) for k in (0, 2))
    whole = sum(span[k + 1] - span[k] for span in (one, other) for k in (0, 2)) - shared
    return shared / whole if shared else 0.0


def score_edits(pairs: list[Pair], predictions: list[Pair]) -> dict[str, float]:
    """Shares found and typed, and the F1 of each kind.

    Spans are widened to whole words; gold and predicted edits are matched one to one, best overlap
    first, from .34 on (.5 for sentences and paragraphs).
    """
    gold_of, predicted_of, right_of = Counter[str](), Counter[str](), Counter[str]()
    found = 0
    for pair, prediction in zip(pairs, predictions, strict=True):
        old, new = _Side(pair["a"]), _Side(pair["b"])
        gold = [_widened(edit, old, new) for edit in pair["edits"]]
        said = [_widened(edit, old, new) for edit in prediction["edits"]]
        gold_of.update(kind for kind, _, _ in gold)
        predicted_of.update(kind for kind, _, _ in said)
        candidates: list[tuple[float, bool, int, int]] = []
        for i, (kind, spans, blank) in enumerate(gold):
            large = pair["edits"][i]["level"] != "word" and not kind.startswith("sentence_")
            least = 1e-9 if blank else 0.5 if large else 0.34
            for j, (kind_said, spans_said, _) in enumerate(said):
                overlap = _overlap(spans, spans_said)
                if overlap >= least:
                    candidates.append((overlap, kind == kind_said, i, j))
        used: tuple[set[int], set[int]] = (set(), set())
        for _, same, i, j in sorted(candidates, reverse=True):
            if i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                found += 1
                right_of[gold[i][0]] += same
    scores = {
        kind: f1(right_of[kind], predicted_of[kind], count) for kind, count in gold_of.items()
    }
    macro = sum(scores.values()) / len(scores)
    gold_all, said_all = sum(gold_of.values()), sum(predicted_of.values())
    return {
        "found": f1(found, said_all, gold_all),
        "typed micro": f1(sum(right_of.values()), said_all, gold_all),
        "typed macro": macro,
        **{f"recall {k}": right_of[k] / gold_of[k] for k in ("number", "date", "negation")},
        **dict(sorted(scores.items())),
    }


def score_links(pairs: list[Pair], predictions: list[Pair]) -> dict[str, float]:
    """F1 of links between sentences and of sentences without partner; recall of splits, merges."""
    right = said_all = gold_all = lone_right = lone_said = lone_gold = many = many_right = 0
    for pair, prediction in zip(pairs, predictions, strict=True):
        gold = {(i, j) for g in pair["alignment"] for i in g["a"] for j in g["b"]}
        said = {
            (i, j)
            for group in prediction["alignment"]
            for i in _covered(group["a"], pair["a_sents"])
            for j in _covered(group["b"], pair["b_sents"])
        }
        right += len(gold & said)
        said_all += len(said)
        gold_all += len(gold)
        several = {
            (i, j)
            for g in pair["alignment"]
            if len(g["a"]) + len(g["b"]) > 2
            for i in g["a"]
            for j in g["b"]
        }
        many += len(several)
        many_right += len(several & said)
        everything = {(0, i) for i in range(len(pair["a_sents"]))}
        everything |= {(1, j) for j in range(len(pair["b_sents"]))}
        lone = everything - {(0, i) for i, _ in gold} - {(1, j) for _, j in gold}
        alone = everything - {(0, i) for i, _ in said} - {(1, j) for _, j in said}
        lone_right += len(lone & alone)
        lone_said += len(alone)
        lone_gold += len(lone)
    return {
        "links": f1(right, said_all, gold_all),
        "splits and merges": many_right / many if many else 1.0,
        "unmatched": f1(lone_right, lone_said, lone_gold),
    }


def _covered(spans: list[list[int]], sentences: list[list[int]]) -> list[int]:
    return [
        k
        for k, (start, end) in enumerate(sentences)
        if 2 * sum(max(0, min(end, e) - max(start, s)) for s, e in spans) >= end - start
    ]


# ------------------------------------------------------------------ moves


def moved_links(share: float, count: int = 1000, seed: int = 1) -> float:
    """F1 of the links when a share of some real sentences stands elsewhere.

    Of all sentences 5 % are dropped, 5 % added, 3 % merged, 3 % split, and 30 % lose or change 10,
    20 or 40 % of their words.
    """
    chance = random.Random(seed)
    pool = sorted(
        {
            pair["a"][s:e]
            for pair in load("planted")
            for s, e in pair["a_sents"]
            if 6 <= len(pair["a"][s:e].split()) <= 40
        }
        | {pair["b"][s:e] for pair in load("drafts") for s, e in pair["b_sents"] if e - s > 40}
    )
    chance.shuffle(pool)
    old, extra = pool[:count], pool[count : count + count // 20 + 1]
    vocabulary = [word for sentence in pool for word in sentence.split()]
    new: list[tuple[str, list[int]]] = []
    k = 0
    while k < len(old):
        luck = chance.random()
        words = old[k].split()
        if luck < 0.05:
            k += 1
            continue
        if luck < 0.08 and k + 1 < len(old):
            new.append((old[k].rstrip(".") + ", and " + old[k + 1], [k, k + 1]))
            k += 2
            continue
        if luck < 0.11 and len(words) > 11:
            half = len(words) // 2
            new += [(" ".join(words[:half]) + ".", [k]), (" ".join(words[half:]), [k])]
        elif luck < 0.41:
            rate = chance.choice((0.1, 0.2, 0.4))
            new.append((" ".join(_edited(words, rate, vocabulary, chance)), [k]))
        else:
            new.append((old[k], [k]))
        k += 1
    for sentence in extra:
        new.insert(chance.randrange(len(new) + 1), (sentence, []))
    for _ in range(int(share * len(new))):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    codes = Codes()
    a = [content(codes.string(tokens(s).words)) for s in old]
    b = [content(codes.string(tokens(s).words)) for s, _ in new]
    links = Links(len(a), len(b), lambda i, j: True)
    find_links(a, b, AlignmentOptions().least_similarity, links)
    said = {(i, j) for i, partners in enumerate(links.of_a) for j in partners}
    gold = {(i, j) for j, (_, sources) in enumerate(new) for i in sources}
    return f1(len(gold & said), len(said), len(gold))


def _edited(
    words: list[str], rate: float, vocabulary: list[str], chance: random.Random
) -> list[str]:
    done: list[str] = []
    for word in words:
        luck = chance.random()
        if luck < rate * 0.6:
            done.append(chance.choice(vocabulary))
        elif luck < rate * 0.8:
            continue
        elif luck < rate:
            done += [word, chance.choice(vocabulary)]
        else:
            done.append(word)
    return done or words


def measure(name: str) -> dict[str, float]:
    """The scores of one set."""
    if name == "moves":
        return {f"{share:.0%} moved": moved_links(share) for share in (0.0, 0.05, 0.2)}
    pairs = load(name)
    predictions = [predict(pair) for pair in pairs]
    links = score_links(pairs, predictions)
    return {**score_edits(pairs, predictions), **links} if name == "planted" else links


def main() -> None:
    """Print the scores of the sets asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sets", nargs="*", default=["planted", "drafts", "moves"])
    asked.add_argument("--pred", type=Path)
    given = asked.parse_args()
    if given.pred:
        with given.pred.open("w", encoding="utf-8") as file:
            for name in ("planted", "drafts"):
                for pair in load(name):
                    file.write(json.dumps(predict(pair)) + "\n")
    for name in given.sets:
        print(name)
        for what, value in measure(name).items():
            print(f"  {what:<20}{100 * value:6.1f}")


if __name__ == "__main__":
    main()
