"""What the editor prefers: one typed schema, one JSON file in the user's config folder.

A value that makes no sense is replaced by its default and told, the others stay; what a newer
version wrote and this one does not know is kept; a file that cannot be read is set aside.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from driftline.engine.options import Options
from driftline.engine.records import Kind, Severity
from driftline.review.errors import NotSavedError
from driftline.review.folders import beside, config_folder

SCHEMA = "driftline/preferences/1"

FILE = "preferences.json"

#: A larger file is nobody's preferences (bytes).
_LARGEST = 4 * 1024**2

_Read = Callable[[Any], Any]


def _by(read: _Read) -> dict[str, _Read]:
    """Makes `read` turn the stored form of a field into its value.

    It raises ValueError with what the value has to be ("a number from 6 to 72").
    """
    return {"read": read}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _severities(value: Any) -> dict[Kind, Severity]:
    if not isinstance(value, dict):
        raise ValueError("kinds with a severity each")
    one = _one_of(Severity)
    known = [kind.value for kind in Kind]
    return {Kind(kind): Severity(one(said)) for kind, said in value.items() if kind in known}


def _number(least: float, most: float) -> _Read:
    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"a number from {least:g} to {most:g}")
        if not least <= value <= most:
            raise ValueError(f"a number from {least:g} to {most:g}")
        return float(value)

    return read


def _one_of(choices: type[StrEnum]) -> _Read:
    def read(value: Any) -> StrEnum:
        if value not in [choice.value for choice in choices]:
            raise ValueError("one of " + ", ".join(choice.value for choice in choices))
        return choices(value)

    return read


def _some_of(choices: type[StrEnum]) -> _Read:
    one = _one_of(choices)

    def read(value: Any) -> tuple[StrEnum, ...]:
        if not isinstance(value, list):
            raise ValueError("a list")
        # A kind only a newer version knows hides nothing here.
        known = [choice.value for choice in choices]
        return tuple(dict.fromkeys(one(each) for each in value if each in known))

    return read


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("a list of texts")
    return tuple(dict.fromkeys(value))


def _named_texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("names with a text each")
    return {_text(name): _text(text) for name, text in value.items()}


def _lists_of_texts(value: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError("names with a list of texts each")
    return {_text(name): _texts(texts) for name, texts in value.items()}


class Theme(StrEnum):
    """Whether the window is light or dark; high contrast is either, as the system is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Palette(StrEnum):
    """The colours of old, new and moved wording."""

    DEFAULT = "default"
    COLOUR_BLIND = "colour-blind"


class Typeface(StrEnum):
    """The typeface that comes with the program."""

    SERIF = "serif"
    SANS = "sans"


class ReportFormat(StrEnum):
    """What a report is written as."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"
    CSV = "csv"


class Paper(StrEnum):
    """The paper a report is set for."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class Fonts:
    """How texts are set.

    `family` "" is the shipped typeface, serif or sans; `size` is in points; `line_spacing` in
    heights of a line; `line_length` is the longest line in characters (0: as long as there is
    room); `margin` stands beside a text, in pixels; `paragraph_gap` between two paragraphs, in
    heights of a line.
    """

    typeface: Typeface = field(default=Typeface.SERIF, metadata=_by(_one_of(Typeface)))
    family: str = field(default="", metadata=_by(_text))
    size: float = field(default=12.0, metadata=_by(_number(6, 72)))
    line_spacing: float = field(default=1.22, metadata=_by(_number(1, 3)))
    line_length: float = field(default=82.0, metadata=_by(_number(0, 400)))
    margin: float = field(default=12.0, metadata=_by(_number(0, 200)))
    paragraph_gap: float = field(default=0.6, metadata=_by(_number(0, 4)))


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the window looks; `language` is a code ("de"), "" for the system's."""

    theme: Theme = field(default=Theme.SYSTEM, metadata=_by(_one_of(Theme)))
    palette: Palette = field(default=Palette.DEFAULT, metadata=_by(_one_of(Palette)))
    language: str = field(default="", metadata=_by(_text))


@dataclass(frozen=True, slots=True)
class Shown:
    """What is left out of the changes at first; the window always tells how many that are.

    `severities` are those of the kinds for which the editor chose another than the built-in one.
    """

    hidden_kinds: tuple[Kind, ...] = field(default=(Kind.TYPOGRAPHY,), metadata=_by(_some_of(Kind)))
    hidden_severities: tuple[Severity, ...] = field(default=(), metadata=_by(_some_of(Severity)))
    severities: dict[Kind, Severity] = field(default_factory=dict, metadata=_by(_severities))


@dataclass(frozen=True, slots=True)
class CleaningRules:
    """What cleaning does to every document. `keep_lines` are never cut; `raw` cuts nothing."""

    raw: bool = field(default=False, metadata=_by(_flag))
    keep_lines: tuple[str, ...] = field(default=(), metadata=_by(_texts))


@dataclass(frozen=True, slots=True)
class LexiconAdditions:
    """Words of the editor's own: "en/titles/offices" (language, file, list) -> words."""

    words: dict[str, tuple[str, ...]] = field(default_factory=dict, metadata=_by(_lists_of_texts))


@dataclass(frozen=True, slots=True)
class ExportDefaults:
    """What the export dialog begins with. `folder` "" is the one of the documents, `language` (of
    reports and correction notes) "" that of the window, and on the command line English.
    """

    format: ReportFormat = field(default=ReportFormat.PDF, metadata=_by(_one_of(ReportFormat)))
    paper: Paper = field(default=Paper.A4, metadata=_by(_one_of(Paper)))
    changes_only: bool = field(default=False, metadata=_by(_flag))
    with_notes: bool = field(default=True, metadata=_by(_flag))
    with_history: bool = field(default=False, metadata=_by(_flag))
    folder: str = field(default="", metadata=_by(_text))
    language: str = field(default="", metadata=_by(_text))


@dataclass(frozen=True, slots=True)
class Corrections:
    """The sentences of a correction note by what happened ("replaced", "quoted" ...); what is not
    there is the built-in sentence. `{old}`, `{new}`, `{speaker}` and `{headline}` are filled in.
    """

    sentences: dict[str, str] = field(default_factory=dict, metadata=_by(_named_texts))


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys that differ from the built-in ones: the name of an action -> its shortcuts."""

    shortcuts: dict[str, tuple[str, ...]] = field(
        default_factory=dict, metadata=_by(_lists_of_texts)
    )


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything the editor can prefer; `unknown` is what another version of the program wrote."""

    fonts: Fonts = field(default_factory=Fonts)
    appearance: Appearance = field(default_factory=Appearance)
    shown: Shown = field(default_factory=Shown)
    cleaning: CleaningRules = field(default_factory=CleaningRules)
    lexicon: LexiconAdditions = field(default_factory=LexiconAdditions)
    export: ExportDefaults = field(default_factory=ExportDefaults)
    corrections: Corrections = field(default_factory=Corrections)
    keys: Keys = field(default_factory=Keys)
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def options(self, base: Options | None = None) -> Options:
        """The options of a run: the given ones with what the editor prefers."""
        base = base or Options()
        lines = dict.fromkeys(base.cleaning.keep_lines + self.cleaning.keep_lines)
        words = tuple(sorted(self.lexicon.words.items()))
        weights = tuple(sorted((kind.value, s.value) for kind, s in self.shown.severities.items()))
        return replace(
            base,
            drift=replace(base.drift, words=words, severities=weights),
            quotation=replace(base.quotation, words=words),
            cleaning=replace(
                base.cleaning,
                raw=base.cleaning.raw or self.cleaning.raw,
                keep_lines=tuple(lines),
            ),
        )


@dataclass(frozen=True, slots=True)
class Loaded:
    """Preferences as they were found; `notes` tells the editor what could not be used."""

    preferences: Preferences
    notes: tuple[str, ...] = ()


def load(folder: Path | None = None) -> Loaded:
    """The preferences of a folder (by default the user's config folder); defaults where none are.

    Never fails: what cannot be used is told in `notes`.
    """
    path = (config_folder() if folder is None else folder) / FILE
    try:
        if path.stat().st_size > _LARGEST:
            return _set_aside(path)
        value = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Loaded(Preferences())
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return Loaded(Preferences(), (f"{FILE} could not be read ({why}); the defaults are used.",))
    except (ValueError, RecursionError):
        return _set_aside(path)
    if not isinstance(value, dict):
        return _set_aside(path)
    return _decode(value)


def save(preferences: Preferences, folder: Path | None = None) -> None:
    """Writes the preferences, all or nothing. Raises NotSavedError; the old file is then intact."""
    # A link stays a link: some keep their config files elsewhere.
    path = ((config_folder() if folder is None else folder) / FILE).resolve()
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=FILE, suffix=".part", dir=path.parent)
        part = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(_encode(preferences), file, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        if part:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        why = (error.strerror or str(error)).lower()
        raise NotSavedError(
            path, f"The preferences could not be saved ({why})", "the ones from before still hold."
        ) from error


def _encode(preferences: Preferences) -> dict[str, Any]:
    value: dict[str, Any] = {"schema": SCHEMA}
    for name, section in _sections(preferences).items():
        value[name] = {f.name: getattr(section, f.name) for f in fields(section)}
    for name, unknown in preferences.unknown.items():
        if isinstance(value.get(name), dict) and isinstance(unknown, dict):
            value[name] = unknown | value[name]
        else:
            value.setdefault(name, unknown)
    return value


def _decode(value: dict[str, Any]) -> Loaded:
    notes: list[str] = []
    found: dict[str, Any] = {}
    sections = _sections(Preferences())
    unknown = {n: v for n, v in value.items() if n not in sections and n != "schema"}
    for name, section in sections.items():
        stored = value.get(name, {})
        if not isinstance(stored, dict):
            notes.append(f"{FILE}: “{name}” has to hold settings; the defaults are used.")
            continue
        known = {f.name for f in fields(section)}
        if extra := {n: v for n, v in stored.items() if n not in known}:
            unknown[name] = extra
        settings: dict[str, Any] = {}
        for f in fields(section):
            if f.name not in stored:
                continue
            try:
                settings[f.name] = f.metadata["read"](stored[f.name])
            except ValueError as error:
                notes.append(f"{FILE}: “{name}.{f.name}” has to be {error}; the default is used.")
        found[name] = replace(section, **settings)
    return Loaded(Preferences(**found, unknown=unknown), tuple(notes))


def _sections(preferences: Preferences) -> dict[str, Any]:
    every = ((f.name, getattr(preferences, f.name)) for f in fields(preferences))
    return {name: section for name, section in every if name != "unknown"}


def _set_aside(path: Path) -> Loaded:
    aside = beside(path, "damaged")
    try:
        path.rename(aside)
    except OSError:
        return Loaded(Preferences(), (f"{FILE} is damaged; the defaults are used.",))
    return Loaded(
        Preferences(), (f"{FILE} is damaged; it is kept as “{aside.name}”, the defaults are used.",)
    )
