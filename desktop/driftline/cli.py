"""The headless front: clean, quotes, group, compare, collate.

Results go to standard output, everything else to standard error. Only what a command needs is
imported, and nothing of the window.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from driftline import __version__
from driftline.terminal import Bar, show, speak_utf8, tell, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from driftline.engine.errors import UnreadableError
    from driftline.engine.options import Options
    from driftline.engine.progress import Progress
    from driftline.engine.records import Comparison, Version
    from driftline.report.options import ReportOptions

SAME, CHANGED, TROUBLE = 0, 1, 2
#: What a shell gives a program stopped by Ctrl+C, and one whose reader has gone away.
INTERRUPTED, READER_GONE = 130, 141
STANDARD_INPUT = "-"
COMMANDS = ("clean", "quotes", "group", "compare", "collate")

_DESCRIPTION = """\
Shows how the wording of a story drifts from version to version.

  driftline [PATH ...]   open the window; a folder brings its readable files; - reads standard input
  driftline OLD NEW      open the window on that comparison; the older version is on the left

A window that is open already takes the files, unless --new-window or --wait stands before them:
these open another window and come back when it is closed (as git difftool wants it).
"""
_EXAMPLES = {
    "": "driftline compare monday.html tuesday.html -o evidence.pdf",
    "clean": "driftline clean page.html\n  driftline clean inbox/ --json > cleaned.jsonl",
    "quotes": "driftline quotes story.docx\n"
    "  pandoc story.tex -t plain | driftline quotes - --json",
    "group": "driftline group inbox/\n  driftline group *.txt --json",
    "compare": "driftline compare monday.html tuesday.html\n"
    "  driftline compare old.txt new.txt -o evidence.pdf -o evidence.json\n"
    "  driftline compare --pairs pairs.tsv --json > results.jsonl",
    "collate": "driftline collate inbox/ --base monday.html --json",
}


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments ask for headless work (or for help) and not for the window."""
    if not arguments:
        return False
    first = arguments[0]
    return first in COMMANDS or (first.startswith("-") and first != STANDARD_INPUT)


def main(arguments: Sequence[str]) -> int:
    """Run one command; gives the exit code: 0 done (compare: 0 same, 1 changed), 2 trouble."""
    speak_utf8()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the results has had enough; leave Python nothing to flush at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: Sequence[str]) -> int:
    from driftline.engine.errors import DriftlineError

    asked = _asked(arguments)
    work: Callable[[argparse.Namespace], int] = asked.work
    try:
        return work(asked)
    except DriftlineError as trouble:
        return _trouble(str(trouble))
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        if os.environ.get("DRIFTLINE_TRACEBACK"):
            raise
        return _trouble(
            f"{asked.command}: a mistake in the program ({type(error).__name__}: {error}); set "
            "DRIFTLINE_TRACEBACK=1, run it again and send what it says to the makers"
        )


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser, commands = parsers()
    if arguments and arguments[0] in commands:
        # Options may stand between the paths, which subparsers do not allow by themselves.
        return commands[arguments[0]].parse_intermixed_args(arguments[1:])
    return parser.parse_args(arguments)


def parsers() -> tuple[argparse.ArgumentParser, Mapping[str, argparse.ArgumentParser]]:
    """The parser of the command line and that of each command; man page and completions too."""
    parser = argparse.ArgumentParser(
        prog="driftline",
        description=_DESCRIPTION,
        epilog=f"Example:\n  {_EXAMPLES['']}\n\nEvery command has its own --help.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"driftline {__version__}")
    # These three are the program's, before any command is looked for: here they are told.
    own = "open another window even if one is open, and come back when it is closed"
    parser.add_argument("--new-window", action="store_true", help=own)
    parser.add_argument("--wait", action="store_true", help="the same, as git difftool calls it")
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="do the whole work once on the program's own texts, say what went well, and exit",
    )
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    commands.required = True

    def command(
        name: str, what: str, more: str, work: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            help=what,
            description=f"{what[0].upper()}{what[1:]}.\n{more}",
            epilog=f"Example:\n  {_EXAMPLES[name]}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        added.set_defaults(work=work, command=name)
        added.add_argument("--json", action="store_true", help="JSON Lines, one object an input")
        added.add_argument("--raw", action="store_true", help="skip cleaning: take texts as read")
        return added

    def inputs(parser: argparse.ArgumentParser) -> None:
        what = "a file, a folder (read to its ends) or - for standard input"
        parser.add_argument("paths", nargs="+", metavar="PATH", help=what)

    codes = "Exit code: 0 done, 2 trouble; what could not be read is told on standard error."
    clean = command("clean", "print texts without what is not the story", codes, _clean)
    inputs(clean)
    clean.add_argument("--cuts", action="store_true", help="print what was cut, with the reasons")
    quotes = command("quotes", "list quotations with their speakers", codes, _quotes)
    inputs(quotes)
    group = command("group", "find versions of the same story", codes, _group)
    inputs(group)

    compare = command(
        "compare",
        "name each change of wording between two versions",
        "Exit code: 0 no wording change, 1 wording changed, 2 trouble.",
        _compare,
    )
    compare.usage = "driftline compare OLD NEW [--json] [--raw] [-o FILE] ...\n" + (
        " " * 7 + "driftline compare --pairs FILE [--json] [--raw]"
    )
    compare.add_argument("texts", nargs="*", metavar="OLD NEW", help="two files; - reads one")
    compare.add_argument("--pairs", metavar="FILE", help="file of lines: OLD, a tab, NEW")
    _add_outputs(compare)

    collate = command(
        "collate",
        "set any number of versions beside each other, place by place",
        "Words before a bracket are the base text's, those behind it the other versions'.\n"
        + codes,
        _collate,
    )
    inputs(collate)
    what = "the version the others are set against; without it that of the largest story"
    collate.add_argument("--base", metavar="PATH", help=what)
    _add_outputs(collate, ".json .csv")
    return parser, commands.choices


def _add_outputs(
    parser: argparse.ArgumentParser, forms: str = ".pdf .html .docx .json .csv"
) -> None:
    parser.add_argument(
        "-o",
        dest="outputs",
        action="append",
        default=[],
        metavar="FILE",
        help=f"write a report; its ending chooses the form: {forms}",
    )


# ---------------------------------------------------------------------------- the commands


def _clean(asked: argparse.Namespace) -> int:
    from driftline.report import contract, plain

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
    from driftline.engine import pipeline
    from driftline.report import contract, plain

    def shown(version: Version, progress: Progress) -> str:
        found = pipeline.quotations(version, _options(asked), progress)
        if asked.json:
            return contract.line(contract.quotes(version, found))
        return plain.quotations(version, found, width())

    return _each(asked, shown)


def _each(asked: argparse.Namespace, shown: Callable[[Version, Progress], str]) -> int:
    """Print what is to be shown of each input as soon as it is done."""
    from driftline.engine.errors import UnreadableError

    code = SAME
    files, unreadable = _files(asked.paths)
    for trouble in unreadable:
        code = _trouble(str(trouble))
    count = 0
    with Bar() as bar:
        for number, version in enumerate(_versions(files, _options(asked), bar)):
            if isinstance(version, UnreadableError):
                bar.clear()
                code = _trouble(str(version))
                continue
            text = shown(version, bar)
            bar.clear()
            if len(files) > 1 and not asked.json:
                show(f"{chr(10) if count else ''}==> {files[number]} <==")
            show(text)
            count += 1
    return code


def _group(asked: argparse.Namespace) -> int:
    from driftline.engine import pipeline
    from driftline.engine.errors import UnreadableError
    from driftline.report import contract, plain

    files, unreadable = _files(asked.paths)
    troubles = list(unreadable)
    versions: list[Version] = []
    with Bar() as bar:
        for version in _versions(files, _options(asked), bar):
            if isinstance(version, UnreadableError):
                troubles.append(version)
            else:
                versions.append(version)
        grouping = pipeline.group(versions, _options(asked), bar)
    for trouble in troubles:
        _trouble(str(trouble))
    if asked.json:
        show(contract.line(contract.group(versions, grouping, troubles)))
    elif versions:
        show(plain.stories(versions, grouping, width()))
    return TROUBLE if troubles else SAME


def _compare(asked: argparse.Namespace) -> int:
    if asked.pairs is not None:
        if asked.texts or asked.outputs:
            return _trouble("compare: --pairs takes no OLD NEW and no -o; name one or the other")
        return _compare_pairs(asked)
    if len(asked.texts) != 2:
        return _trouble(
            f"compare: it takes two texts and was given {len(asked.texts)}; name the older and "
            "the newer one"
        )
    from driftline.report.write import suffixes, write

    old, new = asked.texts
    _check_outputs(asked.outputs, asked.texts, suffixes())
    with Bar() as bar:
        comparison = _compared(old, new, _options(asked), bar)
        options = _report_options() if asked.outputs else None
        for output in asked.outputs:
            write(comparison, Path(output), options, progress=bar)
    _show_comparison(comparison, asked)
    return CHANGED if comparison.wording_changed else SAME


def _compare_pairs(asked: argparse.Namespace) -> int:
    from driftline.engine.errors import DriftlineError

    worst = SAME
    shown = False
    with Bar() as bar:
        for number, (old, new) in enumerate(_pairs(asked.pairs), 1):
            try:
                if not old or not new:
                    raise DriftlineError(
                        f"{asked.pairs}: line {number} is not two names with a tab between; "
                        "correct it"
                    )
                comparison = _compared(old, new, _options(asked), bar)
            except DriftlineError as trouble:
                bar.clear()
                worst = _trouble(str(trouble))
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
    from driftline.engine import pipeline
    from driftline.engine.errors import UnreadableError
    from driftline.report import apparatus, contract

    paths = list(asked.paths)
    if asked.base is not None and asked.base == STANDARD_INPUT:
        return _trouble("collate: the base text can't be -; name its file")
    files, unreadable = _files(paths)
    if asked.base is not None and not any(_same_file(asked.base, file) for file in files):
        files = (asked.base, *files)
    _check_outputs(asked.outputs, files, apparatus.SUFFIXES)
    troubles = list(unreadable)
    versions: list[Version] = []
    base: int | None = None
    with Bar() as bar:
        for file, version in zip(files, _versions(files, _options(asked), bar), strict=True):
            if isinstance(version, UnreadableError):
                troubles.append(version)
                continue
            if base is None and asked.base is not None and _same_file(asked.base, file):
                base = len(versions)
            versions.append(version)
        bar.clear()
        for trouble in troubles:
            _trouble(str(trouble))
        if not versions or (asked.base is not None and base is None):
            return TROUBLE
        collation = pipeline.collate(versions, base, _options(asked), bar)
    for output in asked.outputs:
        apparatus.write(collation, Path(output))
    if asked.json:
        show(contract.line(contract.collate(collation)))
    else:
        show(apparatus.plain(collation, width()))
    return TROUBLE if troubles else SAME


def _compared(old: str, new: str, options: Options, progress: Progress) -> Comparison:
    from driftline.engine import pipeline

    older = _version(old, options, progress)
    return pipeline.compare(older, _version(new, options, progress), options, progress)


def _show_comparison(comparison: Comparison, asked: argparse.Namespace) -> None:
    from driftline.report import contract, plain

    if asked.json:
        show(contract.line(contract.compare(comparison)))
    else:
        show(plain.comparison(comparison, width()))


# ---------------------------------------------------------------------------- input and output


def _options(asked: argparse.Namespace) -> Options:
    from driftline.engine.options import CleaningOptions, Options

    return Options(cleaning=CleaningOptions(raw=asked.raw))


def _report_options() -> ReportOptions:
    """How reports are set: paper and extent as the editor prefers them in the window."""
    from driftline.report.options import preferred
    from driftline.review.preferences import load

    loaded = load()
    for note in loaded.notes:
        tell(note)
    return preferred(loaded.preferences.export)


def _files(paths: Iterable[str]) -> tuple[tuple[str, ...], tuple[UnreadableError, ...]]:
    from driftline.engine.reading.folders import expand

    return expand(paths)


def _versions(
    files: Sequence[str], options: Options, progress: Progress
) -> Iterator[Version | UnreadableError]:
    """Each input's version or trouble, in the order of the inputs."""
    from driftline.engine import pipeline
    from driftline.engine.errors import UnreadableError

    named = pipeline.load_all((f for f in files if f != STANDARD_INPUT), options, progress)
    for file in files:
        if file != STANDARD_INPUT:
            yield next(named)
            continue
        try:
            yield _version(file, options, progress)
        except UnreadableError as trouble:
            yield trouble


def _version(file: str, options: Options, progress: Progress) -> Version:
    from driftline.engine import pipeline

    if file != STANDARD_INPUT:
        return pipeline.load(file, options, progress)
    data = b"" if sys.stdin is None else sys.stdin.buffer.read()
    return pipeline.load_bytes(data, STANDARD_INPUT, options, progress)


def _pairs(file: str) -> Iterator[tuple[str, str]]:
    """The pairs of names in a file, line by line; a line that is none gives an empty name."""
    from driftline.engine.errors import DriftlineError

    try:
        data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise DriftlineError(f"{file}: it is not text in UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise DriftlineError(
            f"{file}: it can't be opened ({(error.strerror or str(error)).lower()}); check its "
            "name and folder"
        ) from None
    for line in lines:
        if line.strip():
            old, _, new = line.partition("\t")
            yield old.strip(), "" if "\t" in new.strip() else new.strip()


def _check_outputs(outputs: Sequence[str], texts: Sequence[str], known: Sequence[str]) -> None:
    """Refuse, before anything is read, a report that can't be written or would harm an input."""
    from driftline.engine.errors import DriftlineError

    for output in outputs:
        if Path(output).suffix.lower() not in known:
            raise DriftlineError(
                f"{output}: its ending names no form of report; end it in {' or '.join(known)}"
            )
        if any(_same_file(output, text) for text in texts):
            raise DriftlineError(
                f"{output}: it is one of the texts compared; give the report another name"
            )


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:
        return False


def _trouble(sentence: str) -> int:
    """Tell a trouble; gives its exit code."""
    tell(sentence)
    return TROUBLE
