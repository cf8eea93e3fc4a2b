"""What each command does with what it was asked: read, work, show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from driftline.cli.arguments import STANDARD_INPUT
from driftline.cli.exit_codes import CHANGED, SAME, TROUBLE
from driftline.cli.inputs import pairs, read, read_all, same_file
from driftline.cli.terminal import Bar, show, tell, trouble, width
from driftline.engine import pipeline
from driftline.engine.errors import DriftlineError, UnreadableError
from driftline.engine.options import CleaningOptions, Options, ReadingOptions
from driftline.engine.reading.folders import expand
from driftline.engine.records import Version
from driftline.report import contract, plain

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from driftline.engine.progress import Progress
    from driftline.engine.records import Comparison
    from driftline.report.options import ReportOptions


def _clean(asked: argparse.Namespace) -> int:
    def shown(version: Version, _: Progress) -> str:
        if asked.json:
            return contract.line(contract.clean(version))
        if asked.cuts:
            return plain.cuts(version, width())
        if not version.paragraphs:
            tell(f"{version.source.path}: nothing in it looks like a story; --raw prints it whole")
        return version.cleaned()

    return _each(asked, shown)


def _quotes(asked: argparse.Namespace) -> int:
    def shown(version: Version, progress: Progress) -> str:
        found = pipeline.quotations(version, _options(asked), progress)
        if asked.json:
            return contract.line(contract.quotes(version, found))
        return plain.quotations(version, found, width())

    return _each(asked, shown)


def _each(asked: argparse.Namespace, shown: Callable[[Version, Progress], str]) -> int:
    """Print what is to be shown of each input as soon as it is done."""
    files, unreadable = expand(asked.paths)
    code = _told(unreadable)
    count = 0
    with Bar() as bar:
        for file, version in zip(files, read_all(files, _options(asked), bar), strict=True):
            if isinstance(version, UnreadableError):
                bar.clear()
                code = trouble(str(version))
                continue
            text = shown(version, bar)
            bar.clear()
            if len(files) > 1 and not asked.json:
                show(f"{chr(10) if count else ''}==> {file} <==")
            show(text)
            count += 1
    return code


def _group(asked: argparse.Namespace) -> int:
    files, unreadable = _once(asked.paths)
    with Bar() as bar:
        found = list(read_all(files, _options(asked), bar))
        readable = [version for version in found if isinstance(version, Version)]
        grouping = pipeline.group(readable, _options(asked), bar)
    troubles = [*unreadable, *(v for v in found if isinstance(v, UnreadableError))]
    code = _told(troubles)
    if asked.json:
        show(contract.line(contract.group(readable, grouping, troubles)))
    elif readable:
        show(plain.stories(readable, grouping, width()))
    return code


def _compare(asked: argparse.Namespace) -> int:
    if asked.pairs is not None:
        if asked.texts or asked.outputs:
            return trouble("compare: --pairs takes no OLD NEW and no -o; name one or the other")
        return _compare_pairs(asked)
    if len(asked.texts) != 2:
        return trouble(
            f"compare: it takes two texts and was given {len(asked.texts)}; name the older and "
            "the newer one"
        )
    from driftline.report.write import suffixes, write

    old, new = asked.texts
    _check_outputs(asked.outputs, asked.texts, suffixes())
    with Bar() as bar:
        comparison = _compared(old, new, _options(asked), bar)
        options = _report_options(asked) if asked.outputs else None
        if options is not None and asked.changes_only:
            options = replace(options, changes_only=True)
        for output in asked.outputs:
            write(comparison, Path(output), options, progress=bar)
    _show_comparison(comparison, asked)
    return CHANGED if comparison.wording_changed else SAME


def _compare_pairs(asked: argparse.Namespace) -> int:
    worst = SAME
    shown = False
    with Bar() as bar:
        for number, old, new in pairs(asked.pairs):
            try:
                if not old or not new:
                    raise DriftlineError(
                        f"{asked.pairs}: line {number} is not two names with a tab between; "
                        "correct it"
                    )
                comparison = _compared(old, new, _options(asked), bar)
            except DriftlineError as error:
                bar.clear()
                worst = trouble(str(error))
                continue
            bar.clear()
            if shown and not asked.json:
                show("")
            _show_comparison(comparison, asked)
            shown = True
            if comparison.wording_changed:
                worst = max(worst, CHANGED)
    return worst


def _collate(asked: argparse.Namespace) -> int:
    from driftline.report import apparatus

    if asked.base == STANDARD_INPUT:
        return trouble("collate: the base text can't be -; name its file")
    files, unreadable = _once(asked.paths)
    if asked.base is not None and not any(same_file(asked.base, file) for file in files):
        files = (asked.base, *files)
    _check_outputs(asked.outputs, files, apparatus.SUFFIXES)
    troubles = list(unreadable)
    readable: list[Version] = []
    base: int | None = None
    with Bar() as bar:
        for file, version in zip(files, read_all(files, _options(asked), bar), strict=True):
            if isinstance(version, UnreadableError):
                troubles.append(version)
                continue
            if base is None and asked.base is not None and same_file(asked.base, file):
                base = len(readable)
            readable.append(version)
        bar.clear()
        code = _told(troubles)
        if not readable or (asked.base is not None and base is None):
            return TROUBLE
        collation = pipeline.collate(readable, base, _options(asked), bar)
    options = _report_options(asked) if asked.outputs else None
    for output in asked.outputs:
        apparatus.write(collation, Path(output), options)
    if asked.json:
        show(contract.line(contract.collate(collation)))
    else:
        show(apparatus.plain(collation, width()))
    return code


def _once(paths: Sequence[str]) -> tuple[tuple[str, ...], tuple[UnreadableError, ...]]:
    """The files behind some paths, each once: as two versions it would be one of its own."""
    files, unreadable = expand(paths)
    return tuple(dict.fromkeys(files)), unreadable


def _compared(old: str, new: str, options: Options, progress: Progress) -> Comparison:
    older = read(old, options, progress)
    return pipeline.compare(older, read(new, options, progress), options, progress)


def _show_comparison(comparison: Comparison, asked: argparse.Namespace) -> None:
    if asked.json:
        show(contract.line(contract.compare(comparison)))
    else:
        show(plain.comparison(comparison, width()))


def _told(troubles: Iterable[UnreadableError]) -> int:
    """Tell what could not be read; gives the exit code."""
    code = SAME
    for unreadable in troubles:
        code = trouble(str(unreadable))
    return code


def _options(asked: argparse.Namespace) -> Options:
    return Options(
        reading=ReadingOptions(encoding=asked.encoding), cleaning=CleaningOptions(raw=asked.raw)
    )


def _report_options(asked: argparse.Namespace) -> ReportOptions:
    """How reports are set: as the editor prefers them in the window, dated where asked for."""
    from driftline.report.options import of_today, preferred
    from driftline.review.preferences import load

    loaded = load()
    for note in loaded.notes:
        tell(note)
    options = preferred(loaded.preferences.export)
    return of_today(options) if asked.dated else options


def _check_outputs(outputs: Sequence[str], texts: Sequence[str], known: Sequence[str]) -> None:
    """Refuse, before anything is read, a report that can't be written or would harm an input."""
    for output in outputs:
        if Path(output).suffix.lower() not in known:
            raise DriftlineError(
                f"{output}: its ending names no form of report; end it in {' or '.join(known)}"
            )
        if any(same_file(output, text) for text in texts):
            raise DriftlineError(
                f"{output}: it is one of the texts compared; give the report another name"
            )


#: What does each command's work; gives the exit code.
WORK: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "clean": _clean,
    "quotes": _quotes,
    "group": _group,
    "compare": _compare,
    "collate": _collate,
}
