"""What Driftline is made of: every part that is shipped, with its version and licence."""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from importlib import metadata

from driftline import __version__, assets

_LICENCE_FILE = re.compile(r"(?i)licen[cs]e|copying|notice")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
#: The extra whose packages the window needs.
_WINDOW = "gui"


@dataclass(frozen=True, slots=True)
class Part:
    """A part, the short name of its licence and the licence's full text."""

    name: str
    version: str
    licence: str
    text: str
    package: bool = False


def parts() -> tuple[Part, ...]:
    """Driftline itself, then its parts in the order of their names.

    Only what is installed is told: without the window's packages there is no Qt.
    """
    packages = _packages()
    own = packages.pop("driftline", None)
    found = [_of_package(package) for package in packages.values()]
    described = tomllib.loads(assets.path("licences", "parts.toml").read_text("utf-8"))
    qt = next((p.version for p in found if p.name.lower().startswith("pyside6")), "")
    versions = {"Python": sys.version.split()[0], "Qt": qt}
    for part in described["part"]:
        if part["name"] != "Qt" or qt:
            texts = [assets.path(*text.split("/")).read_text("utf-8") for text in part["texts"]]
            version = versions.get(part["name"], "")
            found.append(Part(part["name"], version, part["licence"], "\n\n".join(texts)))
    text = _of_package(own).text if own else ""
    first = Part("Driftline", __version__, "MIT", text)
    return (first, *sorted(found, key=lambda part: part.name.lower()))


def _packages() -> dict[str, metadata.Distribution]:
    """The distributions Driftline needs to run, and those they need."""
    found: dict[str, metadata.Distribution] = {}
    wanted = ["driftline"]
    while wanted:
        name = re.sub(r"[-_.]+", "-", wanted.pop()).lower()
        if name in found:
            continue
        try:
            found[name] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        for requirement in found[name].requires or ():
            needed = "extra ==" not in requirement or f"'{_WINDOW}'" in requirement.replace(
                '"', "'"
            )
            if needed and (match := _NAME.match(requirement)):
                wanted.append(match[0])
    return found


def _of_package(package: metadata.Distribution) -> Part:
    about = package.metadata
    stated = (about[field] for field in ("License-Expression", "License") if field in about)
    licence = next(stated, "")
    if not licence or "\n" in licence:
        named = (line for line in about.get_all("Classifier") or () if line.startswith("License"))
        licence = ", ".join(line.rpartition(" :: ")[2] for line in named)
    texts = [
        _decoded(file.read_binary())
        for file in sorted(package.files or (), key=str)
        if ".dist-info/" in file.as_posix() and _LICENCE_FILE.search(file.as_posix())
    ]
    if not texts and "LGPL-3.0" in licence:
        texts = [assets.path("licences", "LGPL-3.0.txt").read_text("utf-8")]
    return Part(about["Name"], package.version, licence, "\n\n".join(texts), package=True)


def _decoded(text: bytes) -> str:
    """Licences are old: some still have their © in Latin-1."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")
