"""The stages in their order, from a file to a comparison: the only module that knows them all.

Each stage's module is imported when it is first needed, so that importing this one stays light.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from driftline.engine.options import Options
from driftline.engine.progress import Progress, silent
from driftline.engine.records import Comparison, Edit, Quotations, Source, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from driftline.engine.alignment.matches import Alignment
    from driftline.engine.collation.apparatus import Collation
    from driftline.engine.errors import UnreadableError
    from driftline.engine.grouping.group import StoryIndex
    from driftline.engine.options import AlignmentOptions
    from driftline.engine.quotation.ledger import Disagreement
    from driftline.engine.quotation.trail import Trail
    from driftline.engine.stories import Grouping


def load(path: str | Path, options: Options | None = None, progress: Progress = silent) -> Version:
    """The version in a file, read and cleaned; raises UnreadableError."""
    from driftline.engine.reading.read import read

    options = options or Options()
    return cleaned(read(path, options.reading, progress), options, progress)


def load_all(
    paths: Iterable[str | Path], options: Options | None = None, progress: Progress = silent
) -> Iterator[Version | UnreadableError]:
    """Each file's version, or why it could not be read, in the order given.

    Quicker than `load` for each: one reading process serves them all.
    """
    from driftline.engine.errors import UnreadableError
    from driftline.engine.reading.read import read_all

    options = options or Options()
    for source in read_all(paths, options.reading, progress):
        if isinstance(source, UnreadableError):
            yield source
        else:
            yield cleaned(source, options, progress)


def load_bytes(
    data: bytes, name: str, options: Options | None = None, progress: Progress = silent
) -> Version:
    """The version in some bytes (standard input, an attachment); raises UnreadableError."""
    from driftline.engine.reading.read import read_bytes

    options = options or Options()
    return cleaned(read_bytes(data, name, options.reading, progress), options, progress)


def load_text(
    text: str, name: str, options: Options | None = None, progress: Progress = silent
) -> Version:
    """The version in a text that was pasted or typed; raises UnreadableError."""
    from driftline.engine.reading.read import read_text

    return cleaned(read_text(text, name), options, progress)


def cleaned(source: Source, options: Options | None = None, progress: Progress = silent) -> Version:
    """The version of a document that was read before."""
    from driftline.engine.cleaning.clean import clean

    return clean(source, (options or Options()).cleaning, progress)


def group(
    versions: Sequence[Version], options: Options | None = None, progress: Progress = silent
) -> Grouping:
    """The versions in stories; does not depend on their order."""
    from driftline.engine.grouping.group import group as group_versions

    return group_versions(versions, (options or Options()).grouping, progress)


def story_index() -> StoryIndex:
    """An index that takes versions in and groups them again at the cost of those that came."""
    from driftline.engine.grouping.group import StoryIndex

    return StoryIndex()


def quotations(
    version: Version, options: Options | None = None, progress: Progress = silent
) -> Quotations:
    """The quotations of one version."""
    from driftline.engine.quotation.extract import extract

    return extract(version, (options or Options()).quotation, progress)


def disagreements(version: Version, quotations: Quotations) -> tuple[Disagreement, ...]:
    """The quotations that one version gives twice in different words."""
    from driftline.engine.quotation.ledger import disagreements as found_in

    return found_in(version, quotations)


def compare(
    old: Version,
    new: Version,
    options: Options | None = None,
    progress: Progress = silent,
    *,
    quoted: tuple[Quotations, Quotations] | None = None,
) -> Comparison:
    """Two versions of a story aligned, each change named, each quotation followed.

    `quoted` are the quotations of both versions when the caller has found them already.
    """
    from driftline.engine.agreement import agreed
    from driftline.engine.alignment.align import align
    from driftline.engine.drift.classify import classify
    from driftline.engine.drift.metadata import metadata_changes
    from driftline.engine.drift.summary import summary
    from driftline.engine.quotation.extract import extract
    from driftline.engine.quotation.ledger import ledger
    from driftline.engine.segmentation.sentences import segmented

    options = options or Options()
    tick = partial(progress, "sentences", 0, 4)
    one, other = (segmented(v, v.metadata.language or "en", tick) for v in (old, new))
    old_quotations, new_quotations = quoted or (
        extract(old, options.quotation, progress, one),
        extract(new, options.quotation, progress, other),
    )
    alignment = align(old, new, options.alignment, progress, (one, other))
    edits = classify(alignment, options.drift, progress)
    entries = ledger(old, new, old_quotations, new_quotations, options.quotation, progress)
    return Comparison(
        old=old,
        new=new,
        alignment=alignment.groups,
        rows=alignment.rows,
        edits=edits,
        metadata=metadata_changes(old, new),
        summary=summary(alignment, edits),
        old_quotations=old_quotations,
        new_quotations=new_quotations,
        ledger=agreed(entries, edits, old_quotations, new_quotations),
    )


def collate(
    versions: Sequence[Version],
    base: int | None = None,
    options: Options | None = None,
    progress: Progress = silent,
    *,
    aligned: Sequence[AlignmentOptions] | None = None,
) -> Collation:
    """Any number of versions in columns of readings; does not depend on their order.

    `base` is the number of the version the others are set against; where none is given it is the
    base text of the largest story among them. `aligned` says for each version how it is aligned
    with the base text, where that is not the same for all (each may have pins of its own).
    """
    from driftline.engine.alignment.align import align
    from driftline.engine.collation.collate import collate as collated
    from driftline.engine.drift.classify import classify

    options = options or Options()
    if base is None:
        stories = group(versions, options, progress).stories
        base = min(stories, key=lambda s: (-len(s.members), versions[s.base].source.sha256)).base
    compared: list[tuple[Alignment, tuple[Edit, ...]] | None] = []
    for number, version in enumerate(versions):
        if number == base:
            compared.append(None)
            continue
        its = options.alignment if aligned is None else aligned[number]
        alignment = align(versions[base], version, its, progress)
        # Columns hold headlines as well: what differs there is named like the rest.
        edits = classify(alignment, options.drift, progress, headings=True)
        compared.append((alignment, edits))
    return collated(versions, base, compared, options.alignment, progress)


def trails(
    versions: Sequence[Version],
    quotations: Sequence[Quotations],
    options: Options | None = None,
    progress: Progress = silent,
) -> tuple[Trail, ...]:
    """Each quotation through the versions of a story, given in the order they were written."""
    from driftline.engine.quotation.trail import trails as found_in

    return found_in(versions, quotations, (options or Options()).quotation, progress)
