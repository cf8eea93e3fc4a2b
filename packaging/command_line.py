"""The man page and the shells' completions, made from the command line's own definition.

    python packaging/command_line.py OUT

writes driftline.1, driftline.bash, _driftline (zsh) and driftline.fish.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "desktop"))

from driftline import __version__  # noqa: E402  (the checkout's, not an installed one)
from driftline.cli.arguments import parsers  # noqa: E402


@dataclass(frozen=True)
class Option:
    """An option as the shells need it; `value` is what follows it, "" for nothing."""

    names: tuple[str, ...]
    value: str
    help: str

    @property
    def takes_file(self) -> bool:
        """Whether what follows it is a file's name."""
        return self.value in ("FILE", "PATH")


def options(parser: argparse.ArgumentParser) -> list[Option]:
    """The options of a command, in the order of its help."""
    found = []
    for action in parser._actions:
        if action.option_strings and action.help != argparse.SUPPRESS:
            value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
            found.append(Option(tuple(action.option_strings), value, action.help or ""))
    return found


def described(parser: argparse.ArgumentParser) -> dict[str, str]:
    """Each command with its one line."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return {choice.dest: choice.help or "" for choice in action._choices_actions}
    return {}


# ---------------------------------------------------------------------------- the man page


def roff(text: str) -> str:
    """A text with nothing in it that roff would take for a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(
        f"\\&{line}" if line.startswith((".", "'")) else line for line in text.split("\n")
    )


def _roff_option(option: Option) -> str:
    names = ", ".join(f"\\fB{roff(name)}\\fR" for name in option.names)
    value = f" \\fI{roff(option.value)}\\fR" if option.value else ""
    return f".TP\n{names}{value}\n{roff(option.help)}\n"


def man_page(parser: argparse.ArgumentParser, commands: dict[str, argparse.ArgumentParser]) -> str:
    """The page, in the man macros."""
    day = time.strftime(
        "%Y-%m-%d", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    )
    lines = described(parser)
    page = [
        f'.TH DRIFTLINE 1 "{day}" "Driftline {__version__}" "User Commands"\n',
        ".SH NAME\ndriftline \\- see how the wording of a story drifts from version to version\n",
        ".SH SYNOPSIS\n.B driftline\n[\\fIPATH\\fR ...]\n",
    ]
    for command in commands.values():
        usage = command.format_usage().removeprefix("usage:")
        for line in usage.strip().splitlines():
            line = line.strip()
            if line.startswith("driftline "):
                page.append(f".br\n.B driftline\n{roff(line.removeprefix('driftline '))}\n")
            else:
                page.append(f"{roff(line)}\n")
    description = (parser.description or "").split("\n\n")
    page.append(f".SH DESCRIPTION\n{roff(description[0])}\n")
    page.extend(f".PP\n.nf\n{roff(block.rstrip())}\n.fi\n" for block in description[1:])
    page.append(".SH OPTIONS\n" + "".join(_roff_option(option) for option in options(parser)))
    page.append(".SH COMMANDS\n")
    for name, command in commands.items():
        page.append(f".SS {name}\n")
        page.append(roff(lines[name][0].upper() + lines[name][1:] + ".") + "\n")
        more = (command.description or "").partition("\n")[2].strip()
        if more:
            page.append(f".PP\n{roff(more)}\n")
        for action in command._actions:
            if not action.option_strings and action.help:
                what = roff(str(action.metavar or action.dest))
                page.append(f".TP\n\\fI{what}\\fR\n{roff(action.help)}\n")
        page.extend(_roff_option(option) for option in options(command))
        example = (command.epilog or "").removeprefix("Example:").strip("\n")
        if example:
            page.append(f".PP\nExample:\n.PP\n.nf\n{roff(example)}\n.fi\n")
    page.append(
        ".SH FILES\n"
        "Sessions and preferences lie in the user's data and config folders;\n"
        "\\fBDRIFTLINE_DATA_DIR\\fR and \\fBDRIFTLINE_CONFIG_DIR\\fR put them elsewhere.\n"
        ".SH SEE ALSO\n.BR diff (1),\n.BR git\\-difftool (1)\n"
    )
    return "".join(page)


# ---------------------------------------------------------------------------- the shells


def bash(parser: argparse.ArgumentParser, commands: dict[str, argparse.ArgumentParser]) -> str:
    """Completion for bash; it needs nothing but bash."""
    cases = []
    for name, command in commands.items():
        names = " ".join(n for option in options(command) for n in option.names)
        cases.append(f"        {name}) words='{names}' ;;")
    top = " ".join(n for option in options(parser) for n in option.names)
    taken = [o for c in commands.values() for o in options(c) if o.value]
    files = "|".join(sorted({n for option in taken if option.takes_file for n in option.names}))
    others = "|".join(
        sorted({n for option in taken if not option.takes_file for n in option.names})
    )
    listed = "\n".join(cases)
    return f"""\
# bash completion for driftline, made from its own definition of options
_driftline() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} words
    case ${{COMP_WORDS[1]}} in
{listed}
        *) words='{top}' ;;
    esac
    COMPREPLY=()
    if [[ $previous =~ ^({others})$ ]]; then
        return
    fi
    if [[ $current == -* && ! $previous =~ ^({files})$ ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        return
    fi
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W '{" ".join(commands)}' -- "$current")
    fi
    compopt -o filenames 2>/dev/null
    local file
    while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$current")
}}
complete -F _driftline driftline driftline-desktop
"""


def _zsh(option: Option) -> str:
    text = option.help.replace("[", "(").replace("]", ")").replace("'", "’").replace(":", "\\:")
    files = "_files" if option.takes_file else ""
    follows = f":{option.value.lower()}:{files}" if option.value else ""
    if len(option.names) == 1:
        return (
            f"'*{option.names[0]}[{text}]{follows}'" if follows else f"'{option.names[0]}[{text}]'"
        )
    names = " ".join(option.names)
    return f"'({names})'{{{','.join(option.names)}}}'[{text}]{follows}'"


def zsh(parser: argparse.ArgumentParser, commands: dict[str, argparse.ArgumentParser]) -> str:
    """Completion for zsh."""
    lines = described(parser)
    listed = "\n".join(f"        '{n}:{lines[n].replace(chr(39), '’')}'" for n in commands)
    cases = "\n".join(
        f"        {n}) _arguments {' '.join(map(_zsh, options(c)))} '*:file:_files' ;;"
        for n, c in commands.items()
    )
    top = " ".join(map(_zsh, options(parser)))
    return f"""\
#compdef driftline driftline-desktop
# made from driftline's own definition of options
_driftline() {{
    local -a commands
    commands=(
{listed}
    )
    if (( CURRENT == 2 )); then
        if [[ $words[2] == -* ]]; then
            _arguments {top}
        else
            _describe -t commands command commands
            _files
        fi
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
{cases}
        *) _files ;;
    esac
}}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _driftline "$@"
else
    compdef _driftline driftline
fi
"""


def _fish(condition: str, option: Option) -> str:
    names = " ".join(
        f"-l {n.removeprefix('--')}" if n.startswith("--") else f"-s {n.removeprefix('-')}"
        for n in option.names
    )
    text = option.help.replace("'", "’")
    takes = " -r" if option.takes_file else " -x" if option.value else ""
    return f"complete -c driftline -n '{condition}' {names}{takes} -d '{text}'"


def fish(parser: argparse.ArgumentParser, commands: dict[str, argparse.ArgumentParser]) -> str:
    """Completion for fish."""
    lines = described(parser)
    made = ["# fish completion for driftline, made from its own definition of options"]
    made += [_fish("__fish_use_subcommand", option) for option in options(parser)]
    for name, command in commands.items():
        text = lines[name].replace("'", "’")
        made.append(f"complete -c driftline -n '__fish_use_subcommand' -a {name} -d '{text}'")
        seen = f"__fish_seen_subcommand_from {name}"
        made += [_fish(seen, option) for option in options(command)]
    return "\n".join(made) + "\n"


def write(out: Path) -> None:
    """Write the four files."""
    parser, choices = parsers()
    commands = dict(choices)
    out.mkdir(parents=True, exist_ok=True)
    made = {
        "driftline.1": man_page,
        "driftline.bash": bash,
        "_driftline": zsh,
        "driftline.fish": fish,
    }
    for name, make in made.items():
        (out / name).write_text(make(parser, commands), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
