"""The JSON of every command, field by field, on the sample stories and on the founding ones."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import cli.contract_forms as forms
from driftline import assets
from driftline.cli.exit_codes import CHANGED, TROUBLE
from driftline.cli.run import run as run_command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SAMPLES = ("harbour-1.txt", "harbour-2.txt", "harbour-3.txt", "orchard.txt")

Run = "Callable[..., list[Any]]"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with --json; gives the objects it printed."""

    def call(*arguments: object, code: int = 0) -> list[Any]:
        assert run_command([*map(str, arguments), "--json"]) == code
        printed = capsys.readouterr()
        assert code == 2 or printed.err == ""
        return [json.loads(line) for line in printed.out.splitlines()]

    return call


def sample(name: str) -> Path:
    return assets.path("samples", name)


# ---------------------------------------------------------------------------- clean


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("raw", [False, True])
def test_clean(run: Run, name: str, raw: bool) -> None:
    (told,) = run("clean", sample(name), *(["--raw"] if raw else []))
    assert forms.misfits(told, forms.CLEAN) == []
    text = told["text"]
    assert text == sample(name).read_bytes().decode("utf-8")
    assert told["path"] == str(sample(name))
    covered = [False] * len(text)
    position = 0
    for cut in told["removed"]:
        assert position <= cut["start"] < cut["end"]
        assert text[cut["start"] : cut["end"]] == cut["text"]
        position = cut["end"]
        covered[cut["start"] : cut["end"]] = [True] * (cut["end"] - cut["start"])
    cut_at = list(covered)
    for paragraph in told["paragraphs"]:
        span = slice(paragraph["start"], paragraph["end"])
        covered[span] = [True] * (span.stop - span.start)
    left = "".join(c for c, known in zip(text, covered, strict=True) if not known)
    assert left.strip() == ""
    kept = [
        "".join(text[i] for i in range(p["start"], p["end"]) if not cut_at[i])
        for p in told["paragraphs"]
    ]
    assert told["cleaned"] == "\n\n".join(kept)
    for field in ("headline", "standfirst", "byline"):
        if told[field]:
            assert text[told[field]["start"] : told[field]["end"]] == told[field]["text"]
    if raw:
        assert told["removed"] == []


def test_clean_counts_code_points_and_keeps_line_ends(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "emoji.txt"
    file.write_bytes(
        "\ufeffA 🦊 came to the harbour.\r\n\r\nNobody had seen it before.\r\n".encode()
    )
    (told,) = run("clean", file)
    assert told["text"] == "A 🦊 came to the harbour.\r\n\r\nNobody had seen it before.\r\n"
    last = told["paragraphs"][-1]
    assert told["text"][last["start"] : last["end"]] == "Nobody had seen it before."
    assert (last["start"], last["end"]) == (28, 54)


def test_clean_of_the_founding_stories(run: Run, seeds: Callable[[str], Path]) -> None:
    told = run("clean", *(seeds(number) for number in ("000", "001", "002", "004")))
    assert all(forms.misfits(one, forms.CLEAN) == [] for one in told)
    assert told[0]["source"] == "RT"
    assert told[1]["published"] == "2024-06-25T18:18"
    for one in told[2:]:
        assert "duplicate-body" in {cut["reason"] for cut in one["removed"]}


def test_an_object_is_one_line_whatever_ends_lines_in_its_text(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    text = "The wall held.\u2028It held long.\x85Then it fell.\u2029Nobody was hurt.\n"
    file.write_text(text, "utf-8")
    (told,) = run("clean", file)
    assert told["text"] == text


# ---------------------------------------------------------------------------- quotes


@pytest.mark.parametrize("name", SAMPLES)
def test_quotes(run: Run, name: str) -> None:
    (told,) = run("quotes", sample(name))
    assert forms.misfits(told, forms.QUOTES) == []
    text = told["text"]
    assert told["quotes"]
    for quote in told["quotes"]:
        assert text[quote["start"] : quote["end"]] == quote["text"]
        spans = quote["spans"]
        assert spans[0][0] == quote["start"]
        assert spans[-1][1] == quote["end"]
        assert spans == sorted(spans)
        for what in ("speaker", "cue"):
            start = quote[f"{what}_start"]
            if start is not None:
                assert text[start : start + len(quote[what])] == quote[what]
            else:
                assert quote[what] == ""


def test_quotes_name_the_speakers_of_the_sample(run: Run) -> None:
    (told,) = run("quotes", sample("harbour-1.txt"))
    direct = [quote for quote in told["quotes"] if quote["kind"] == "direct"]
    assert {quote["reference"] for quote in direct} == {
        "Marta Lindqvist",
        "Tomas Brandt",
        "Jonas Weil",
    }


def test_quotes_of_each_kind(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kinds.txt"
    file.write_text(
        "“The dam will hold,” said Ada Marlow, “until the spring.”\n\n"
        "Marlow said that the council had “slept for years” over it.\n\n"
        "She added that nobody had asked her.\n\n"
        "The so-called “summer road” was closed.\n"
    )
    (told,) = run("quotes", file)
    text = told["text"]
    assert [
        (q["kind"], [text[start:end] for start, end in q["spans"]], q["reference"])
        for q in told["quotes"]
    ] == [
        ("direct", ["“The dam will hold,”", "“until the spring.”"], "Ada Marlow"),
        ("mixed", ["that the council had “slept for years” over it"], "Ada Marlow"),
        ("indirect", ["that nobody had asked her"], "Ada Marlow"),
    ]
    assert [q["speaker"] for q in told["quotes"]] == ["Ada Marlow", "Marlow", "She"]
    assert [text[start:end] for start, end in told["scare_quotes"]] == ["“summer road”"]


# ---------------------------------------------------------------------------- compare


@pytest.mark.parametrize(
    ("old", "new"), [("1", "2"), ("2", "3"), ("1", "3"), ("3", "1"), ("2", "2")]
)
def test_compare(run: Run, old: str, new: str) -> None:
    paths = [sample(f"harbour-{number}.txt") for number in (old, new)]
    (told,) = run("compare", *paths, code=int(old != new))
    assert forms.misfits(told, forms.COMPARE) == []
    a, b = told["old"]["text"], told["new"]["text"]
    for number, edit in enumerate(told["edits"]):
        assert edit["a_text"] == a[edit["a_start"] : edit["a_end"]]
        assert edit["b_text"] == b[edit["b_start"] : edit["b_end"]]
        assert (edit["kind"] == "quotation") == (edit["subkind"] is not None)
        assert number == 0 or edit["id"] > told["edits"][number - 1]["id"]
    counts: dict[str, int] = {}
    for edit in told["edits"]:
        counts[edit["kind"]] = counts.get(edit["kind"], 0) + 1
    summary = told["summary"]
    assert summary["counts"] == counts
    longer = max(summary["old_words"], summary["new_words"])
    assert summary["kept"] == pytest.approx(summary["kept_words"] / longer)
    for group in told["alignment"]:
        assert group["a"] or group["b"]
    for side, text in (("a", a), ("b", b)):
        spans = [tuple(span) for group in told["alignment"] for span in group[side]]
        assert len(spans) == len(set(spans))
        assert all(text[s:e].strip() for s, e in spans)
    for change in told["metadata"]:
        assert change["old"] != change["new"]
    for quote in told["quotes"]:
        assert quote["a"] or quote["b"]
        for side, text in (("a", a), ("b", b)):
            if quote[side]:
                assert text[quote[side]["start"] : quote[side]["end"]] == quote[side]["text"]
    if old == new:
        assert told["edits"] == told["metadata"] == []
        assert summary["kept"] == 1.0


def test_compare_names_the_changes_of_the_sample(run: Run) -> None:
    (told,) = run("compare", sample("harbour-1.txt"), sample("harbour-2.txt"), code=CHANGED)
    found = {
        (edit["kind"], edit["a_text"].strip(), edit["b_text"].strip()) for edit in told["edits"]
    }
    assert ("number", "40", "45") in found
    assert ("determiner", "a", "the") in found
    assert ("reporting_verb", "said", "claimed") in found
    assert ("modality", "could", "would") in found
    assert ("spelling_variant", "kilometres", "kilometers") in found
    quotation = [edit for edit in told["edits"] if edit["kind"] == "quotation"]
    assert [(e["a_text"].strip(), e["in_quote"]) for e in quotation] == [
        ("because of the works", True)
    ]
    assert [edit["kind"] for edit in told["edits"]].count("move") == 1
    assert {change["field"] for change in told["metadata"]} >= {"published", "source"}


def test_added_and_dropped_words_have_a_place_in_the_other_text(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("The wall held for an hour. Nobody was hurt, the mayor said on Monday.")
    new.write_text("The old wall held for an hour. Nobody was hurt, the mayor said.")
    (told,) = run("compare", old, new, "--raw", code=CHANGED)
    assert [
        (e["kind"], e["a_start"], e["a_end"], e["b_start"], e["b_end"]) for e in told["edits"]
    ] == [("insertion", 4, 4, 4, 8), ("deletion", 58, 68, 62, 62)]


def test_what_differs_beside_the_wording_is_no_edit(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    story = "\n\nThe wall of the dam held for an hour before it fell, and nobody was hurt.\n"
    old.write_text("Dam wall falls at Varn\n\nBy Ada Marlow\n\nPublished 3 May 2031" + story)
    new.write_text("Dam wall falls at Varn\n\nBy Tom Reed\n\nPublished 4 May 2031" + story)
    (told,) = run("compare", old, new)
    assert told["edits"] == []
    assert [(m["field"], m["old"], m["new"]) for m in told["metadata"]] == [
        ("byline", "Ada Marlow", "Tom Reed"),
        ("published", "2031-05-03", "2031-05-04"),
    ]


def test_compare_of_the_founding_pair(run: Run, seeds: Callable[[str], Path]) -> None:
    (told,) = run("compare", seeds("000"), seeds("001"), code=CHANGED)
    assert forms.misfits(told, forms.COMPARE) == []
    wording = [
        (edit["kind"], re.sub(r"\W+", " ", f"{edit['a_text']}>{edit['b_text']}").strip())
        for edit in told["edits"]
        if edit["kind"] != "typography"
    ]
    assert wording == [
        ("determiner", "a"),
        ("quotation", "for that"),
        ("preposition", "upon on"),
        ("determiner", "the a"),
    ]
    assert [change["field"] for change in told["metadata"]] == ["headline", "published", "source"]


def test_compare_pairs_prints_a_line_a_pair(run: Run, tmp_path: Path) -> None:
    rows = [("1", "2"), ("2", "2"), ("2", "3")]
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(
        "".join(f"{sample(f'harbour-{a}.txt')}\t{sample(f'harbour-{b}.txt')}\n" for a, b in rows),
        "utf-8",
    )
    told = run("compare", "--pairs", pairs, code=CHANGED)
    assert [(t["old"]["path"][-5], t["new"]["path"][-5]) for t in told] == rows
    single = run("compare", sample("harbour-2.txt"), sample("harbour-3.txt"), code=CHANGED)
    assert told[2] == single[0]


# ---------------------------------------------------------------------------- group


def test_group(run: Run) -> None:
    (told,) = run("group", assets.path("samples"))
    assert forms.misfits(told, forms.GROUP) == []
    harbour = [str(sample(name)) for name in SAMPLES[:3]]
    assert [story["members"] for story in told["stories"]] == [
        harbour,
        [str(sample("orchard.txt"))],
    ]
    assert {(pair["a"], pair["b"]) for pair in told["pairs"]} == {
        (harbour[0], harbour[1]),
        (harbour[0], harbour[2]),
        (harbour[1], harbour[2]),
    }
    assert all(0.2 <= pair["similarity"] <= 1 for pair in told["pairs"])
    assert told["unreadable"] == []


def test_group_does_not_depend_on_the_order_of_its_inputs(run: Run) -> None:
    names = [sample(name) for name in SAMPLES]
    assert run("group", *names) == run("group", *reversed(names))


def test_group_tells_what_could_not_be_read(run: Run, tmp_path: Path) -> None:
    (told,) = run("group", sample("orchard.txt"), tmp_path / "gone.txt", code=TROUBLE)
    assert forms.misfits(told, forms.GROUP) == []
    assert told["stories"] == [
        {"members": [str(sample("orchard.txt"))], "base": str(sample("orchard.txt"))}
    ]
    (trouble,) = told["unreadable"]
    assert trouble["path"] == str(tmp_path / "gone.txt")
    assert "no such file" in trouble["why"]


def test_what_can_not_be_read_does_not_depend_on_the_order_either(run: Run, tmp_path: Path) -> None:
    names = [tmp_path / "b.txt", sample("orchard.txt"), tmp_path / "a.txt"]
    told = run("group", *names, code=TROUBLE)
    assert told == run("group", *reversed(names), code=TROUBLE)


def test_group_of_the_founding_stories(run: Run, seeds: Callable[[str], Path]) -> None:
    paths = [str(seeds(number)) for number in ("000", "001", "002", "003", "004")]
    (told,) = run("group", *paths)
    assert [story["members"] for story in told["stories"]] == [
        paths[:2],
        paths[2:3],
        paths[3:4],
        paths[4:],
    ]
    (pair,) = told["pairs"]
    assert pair["similarity"] > 0.7


# ---------------------------------------------------------------------------- collate


def test_collate(run: Run) -> None:
    (told,) = run("collate", *map(sample, SAMPLES[:3]), "--base", sample(SAMPLES[1]))
    assert forms.misfits(told, forms.COLLATE) == []
    assert told["base"] == "B"
    cleaned = run("clean", *map(sample, SAMPLES[:3]))
    for witness, page in zip(told["witnesses"], cleaned, strict=True):
        assert witness["path"] == page["path"]
        assert witness["sha256"] == page["sha256"]
        spans = sorted(
            reading["witnesses"][witness["id"]]
            for column in told["columns"]
            for reading in column["readings"]
            if witness["id"] in reading["witnesses"]
        )
        held = "".join(page["text"][start:end] for start, end in spans)
        assert "".join(held.split()) == "".join(page["cleaned"].split())


def test_collate_gives_the_same_columns_in_any_order(run: Run) -> None:
    names = [sample(name) for name in SAMPLES[:3]]
    assert columns(*run("collate", *names)) == columns(*run("collate", *reversed(names)))


def columns(told: Any) -> list[Any]:
    """The columns with their witnesses by path."""
    path = {witness["id"]: witness["path"] for witness in told["witnesses"]}
    return [
        (
            sorted(
                (
                    reading["text"],
                    reading["kind"] or "",
                    reading["moved"],
                    sorted((path[w], span) for w, span in reading["witnesses"].items()),
                )
                for reading in column["readings"]
            ),
            sorted(path[witness] for witness in column["absent"]),
        )
        for column in told["columns"]
    ]
