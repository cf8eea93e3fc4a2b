"""What the command line takes: commands, options, and their help."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from driftline import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (it has no other name)

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
_CODES = "Exit code: 0 done, 2 trouble; what could not be read is told on standard error."


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked; leaves with a sentence and the usage when that is not understood."""
    parser, commands = parsers()
    if arguments and arguments[0] in commands:
        command, rest = commands[arguments[0]], arguments[1:]
        if "--" in rest:
            return command.parse_args(rest)
        # Options may stand between the paths, which argparse allows only where no -- ends them.
        return command.parse_intermixed_args(rest)
    asked = parser.parse_args(arguments)
    if asked.command is None:
        parser.error(f"name a command: {', '.join(COMMANDS)}")
    return asked


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

    a_line = "one line for each input"
    what = "print texts without what is not the story"
    clean = _command(commands, "clean", what, _CODES, a_line)
    what = "print what was cut, with the reasons"
    clean.add_argument("--cuts", action="store_true", help=what)
    what = "list quotations with their speakers"
    quotes = _command(commands, "quotes", what, _CODES, a_line)
    what = "find versions of the same story"
    group = _command(commands, "group", what, _CODES, "one object")
    for command in (clean, quotes, group):
        _add_inputs(command)
    _add_compare(commands)
    _add_collate(commands)
    return parser, commands.choices


def _command(
    commands: _Commands, name: str, what: str, more: str, result: str
) -> argparse.ArgumentParser:
    """A command with the options all of them have."""
    added = commands.add_parser(
        name,
        help=what,
        description=f"{what[0].upper()}{what[1:]}.\n{more}",
        epilog=f"Example:\n  {_EXAMPLES[name]}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    added.set_defaults(command=name)
    added.add_argument("--json", action="store_true", help=f"print JSON, {result}")
    added.add_argument("--raw", action="store_true", help="skip cleaning: take texts as read")
    what = "the encoding of plain texts and web pages; without it, it is found out"
    added.add_argument("--encoding", metavar="NAME", help=what)
    return added


def _add_compare(commands: _Commands) -> None:
    compare = _command(
        commands,
        "compare",
        "name each change of wording between two versions",
        "Exit code: 0 no wording change, 1 wording changed, 2 trouble.",
        "one line for each pair",
    )
    compare.usage = (
        "driftline compare OLD NEW [--json] [--raw] [--encoding NAME]\n"
        "                          [-o FILE] ... [--dated] [--changes-only]\n"
        "       driftline compare --pairs FILE [--json] [--raw] [--encoding NAME]"
    )
    what = "two files; - reads one"
    compare.add_argument("texts", nargs="*", metavar="OLD NEW", type=_name, help=what)
    what = "file of lines: OLD, a tab, NEW"
    compare.add_argument("--pairs", metavar="FILE", type=_name, help=what)
    _add_outputs(compare, ".pdf .html .docx .json .csv")
    what = "leave unchanged paragraphs out of the PDF and the web page"
    compare.add_argument("--changes-only", action="store_true", help=what)


def _add_collate(commands: _Commands) -> None:
    collate = _command(
        commands,
        "collate",
        "set any number of versions beside each other, place by place",
        "Words before a bracket are the base text's, those behind it the other versions'.\n"
        + _CODES,
        "one object",
    )
    _add_inputs(collate)
    what = "the version the others are set against; without it that of the largest story"
    collate.add_argument("--base", metavar="PATH", type=_name, help=what)
    _add_outputs(collate, ".pdf .html .csv .json .txt")


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    what = "a file, a folder (read to its ends) or - for standard input"
    parser.add_argument("paths", nargs="+", metavar="PATH", type=_name, help=what)


def _add_outputs(parser: argparse.ArgumentParser, forms: str) -> None:
    parser.add_argument(
        "-o",
        dest="outputs",
        action="append",
        default=[],
        metavar="FILE",
        type=_name,
        help=f"write a report; its ending chooses the form: {forms}",
    )
    what = "print date and time on the reports; without it the same texts give the same bytes"
    parser.add_argument("--dated", action="store_true", help=what)


def _name(argument: str) -> str:
    if not argument:
        # A shell leaves it where a variable holds nothing; it would name the folder one is in.
        raise argparse.ArgumentTypeError("a name is empty")
    return argument
