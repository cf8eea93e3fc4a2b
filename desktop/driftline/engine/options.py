"""The options of every stage; defaults live here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Words of the editor's own: a list of a language pack ("en/titles/offices") and what it gains,
#: each written as in that list; in a list of pairs "one = other".
AddedWords = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are read. `encoding` set by hand overrides what was detected; sizes are bytes.

    `time_limit` is seconds for one file in the reading process (plus a second for each 5 MB of
    it), `memory_limit` the address space that process may take.
    """

    encoding: str | None = None
    largest_file: int = 200 * 1024 * 1024
    time_limit: float = 8.0
    memory_limit: int = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class CleaningOptions:
    """What is cut. `raw` cuts nothing.

    `restored` are spans (start, end) the editor took back and `added` spans she cut by hand; both
    override the rules. `keep_lines` are lines she said never to cut.
    """

    raw: bool = False
    restored: tuple[tuple[int, int], ...] = ()
    added: tuple[tuple[int, int], ...] = ()
    keep_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupingOptions:
    """When two texts are versions of one story (`same_story`) or share a passage."""

    same_story: float = 0.2
    shared_passage: float = 0.05


@dataclass(frozen=True, slots=True)
class AlignmentOptions:
    """How sentences are paired.

    `least_similarity` is the likeness (0..1) two sentences need to be partners when their
    neighbours are; elsewhere they need more. `together` and `apart` are pins set by the editor:
    pairs of code-point offsets (one in the old text, one in the new) whose paragraphs belong, or do
    not belong, together.
    """

    least_similarity: float = 0.22
    together: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DriftOptions:
    """How changes are named.

    `severities` are those of kinds that shall weigh otherwise than the language pack says (kind,
    severity); `words` are added to the language packs.
    """

    severities: tuple[tuple[str, str], ...] = ()
    words: AddedWords = ()


@dataclass(frozen=True, slots=True)
class QuotationOptions:
    """How quotations are found; `speakers` are corrections by hand: start -> reference.

    `words` are added to the language packs.
    """

    speakers: tuple[tuple[int, str], ...] = ()
    words: AddedWords = ()


@dataclass(frozen=True, slots=True)
class Options:
    """All options of a run, one field a stage."""

    reading: ReadingOptions = field(default_factory=ReadingOptions)
    cleaning: CleaningOptions = field(default_factory=CleaningOptions)
    grouping: GroupingOptions = field(default_factory=GroupingOptions)
    alignment: AlignmentOptions = field(default_factory=AlignmentOptions)
    drift: DriftOptions = field(default_factory=DriftOptions)
    quotation: QuotationOptions = field(default_factory=QuotationOptions)
