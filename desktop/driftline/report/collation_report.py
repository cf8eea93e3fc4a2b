"""What a report on all versions of a story says: the versions, and the places where they differ."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.engine.collation.kinship import Kinship, kinships
from driftline.engine.collation.variation import variations
from driftline.engine.records import LAYOUT_KINDS
from driftline.report.contract import siglum
from driftline.report.locale import locale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.collation.variation import Variation, Wording
    from driftline.engine.records import Version
    from driftline.report.locale import Locale

#: Characters of the base text before a place, and behind it.
REACH = 40


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version: its letter in the apparatus, its name, and how it stands to the base text."""

    letter: str
    name: str
    stand: str
    path: str
    sha256: str
    published: str
    source: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place where versions differ, in its context in the base text.

    `words` is a sign for words put in where the base text has none. `wordings` are the versions'
    in the order of the report's versions.
    """

    paragraph: int
    before: str
    words: str
    after: str
    wordings: tuple[Wording, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class CollationReport:
    """All that is told of a collation; the base text is the first of the versions."""

    kicker: str
    title: str
    verdict: str
    note: str
    language: str
    versions: tuple[VersionLine, ...]
    places: tuple[PlaceLine, ...]


def letter_of(wording: Wording) -> str:
    """The letter of a wording, "a" for the base text's; "" where there are no words."""
    return "" if wording.missing or not wording.text else siglum(wording.letter).lower()


def build(collation: Collation, language: str = "en") -> CollationReport:
    """The report on a collation, in the words of a language."""
    say = locale(language)
    found = variations(collation)
    shown = [p for p in found if any(kind not in LAYOUT_KINDS for kind, _ in p.changes)]
    witnesses, base = collation.witnesses, collation.base
    order = sorted(range(len(witnesses)), key=lambda n: n != base)
    names = [Path(version.source.path).name for version in witnesses]
    kin = kinships(found, base)
    kept = witnesses[base].kept_text()
    starts = [paragraph.span.start for paragraph in witnesses[base].paragraphs]
    note = ""
    if shown:
        note = say(
            "Versions with the same letter and ground have the same words; a is the base text’s."
        )
        if left_out := len(found) - len(shown):
            note += " " + say(
                "Places in which only typography differs are left out: {count}.",
                count=say.number(left_out),
            )
    kicker = say("Collation of {count} versions", count=say.number(len(witnesses)))
    return CollationReport(
        kicker,
        _title(witnesses[base], names[base]) or kicker,
        _verdict(len(shown), say),
        note,
        witnesses[base].metadata.language or "",
        tuple(
            VersionLine(
                siglum(n),
                names[n],
                say("base text") if n == base else _stand(kin[n], names, say) if kin else "",
                witnesses[n].source.path,
                witnesses[n].source.sha256,
                say.moment(witnesses[n].metadata.published or ""),
                witnesses[n].metadata.source or "",
            )
            for n in order
        ),
        tuple(_place(place, starts, kept, order) for place in shown),
    )


def _title(base: Version, name: str) -> str:
    headline = base.metadata.headline
    return " ".join((headline.of(base.source.text) if headline else name).split())


def _verdict(places: int, say: Locale) -> str:
    if not places:
        return say("All versions say the same in the same words.")
    if places == 1:
        return say("The versions differ in 1 place.")
    return say("The versions differ in {count} places.", count=say.number(places))


def _stand(kin: Kinship, names: Sequence[str], say: Locale) -> str:
    told = say("{count} differ from the base text", count=say.number(kin.differing))
    if kin.nearest is None:
        return told
    name = names[kin.nearest]
    return told + say(", {count} of them as in {version}", count=kin.shared, version=name)


def _place(place: Variation, starts: Sequence[int], kept: str, order: Sequence[int]) -> PlaceLine:
    start, end = place.span.start, place.span.end
    before = kept[max(0, start - REACH) : start].rpartition("\n")[2]
    after = kept[end : end + REACH].partition("\n")[0]
    if len(before) == REACH:
        before = "…" + before.partition(" ")[2]
    if len(after) == REACH:
        after = after.rpartition(" ")[0] + "…"
    number = bisect_right(starts, start)
    words = " ".join(place.span.of(kept).split()) or "▴"
    wordings = tuple(place.wordings[n] for n in order)
    return PlaceLine(max(1, number), before, words, after, wordings, place.goes_on)
