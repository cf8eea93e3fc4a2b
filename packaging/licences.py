"""The licences of all shipped parts in one file, and the bill of materials.

    python packaging/licences.py BUNDLE

writes LICENCES.txt and driftline.cdx.json (CycloneDX 1.6) into a finished bundle. Beside the parts
that `driftline.parts` knows, both name what only a bundle carries: PyInstaller's starter, the
libraries taken along from the system, and the crates typst is made of.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import shutil
import subprocess
import sys
import uuid
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "desktop"))

from driftline import __version__  # noqa: E402  (the checkout's, not an installed one)
from driftline.parts import Part, parts  # noqa: E402

RULE = "=" * 80


def starter() -> Part:
    """The small program PyInstaller puts before a bundle."""
    package = metadata.distribution("pyinstaller")
    text = next(
        (f.read_text("utf-8") for f in package.files or () if f.name == "COPYING.txt"),
        "GPL-2.0-or-later with an exception that lets any program be bundled with it.",
    )
    return Part("PyInstaller bootloader", package.version, "Bootloader-exception", text)


def system_libraries(bundle: Path) -> list[Part]:
    """The Debian packages whose libraries were taken along, with their copyright files."""
    found: dict[str, Part] = {}
    if shutil.which("dpkg") is None:
        return []
    for library in sorted((bundle / "_internal").glob("lib*.so*")):
        if library.is_symlink() or library.name.startswith("libpython"):
            continue
        asked = subprocess.run(
            ["dpkg", "-S", f"*/{library.name}"], capture_output=True, text=True, check=False
        )
        name = asked.stdout.partition(":")[0]
        if not name or name in found:
            continue
        version = subprocess.run(
            ["dpkg-query", "-W", "-f=${Version}\n", name],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()[0]
        copyright_file = Path("/usr/share/doc") / name / "copyright"
        text = copyright_file.read_text("utf-8", "replace") if copyright_file.exists() else ""
        found[name] = Part(name, version, "see its text", text)
    return list(found.values())


def crates() -> list[dict[str, Any]]:
    """The components typst's own bill of materials names."""
    files = metadata.distribution("typst").files or ()
    bills = [json.loads(f.read_text("utf-8")) for f in files if f.name.endswith(".cyclonedx.json")]
    return [component for bill in bills for component in bill.get("components", ())]


def licence_of(component: dict[str, Any]) -> str:
    """The licence a component names."""
    named = component.get("licenses") or ()
    return " AND ".join(
        str(entry.get("expression") or entry.get("license", {}).get("id") or "") for entry in named
    )


def licences(shipped: list[Part]) -> str:
    """The file of licences."""
    lines = [f"Driftline {__version__} and the parts it is shipped with", ""]
    lines += [f"    {part.name} {part.version}  ({part.licence})" for part in shipped]
    lines += ["", "typst is made of these crates:", ""]
    lines += [f"    {c['name']} {c.get('version', '')}  ({licence_of(c)})" for c in crates()]
    for part in shipped:
        lines += [
            "",
            RULE,
            f"{part.name} {part.version}: {part.licence}",
            RULE,
            "",
            part.text.rstrip(),
        ]
    return "\n".join(lines) + "\n"


def bill(shipped: list[Part], bundle: Path) -> dict[str, object]:
    """The bill of materials; the same bundle gives the same bill."""
    own, *others = shipped
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    components = []
    for part in others:
        component: dict[str, object] = {
            "type": "library",
            "bom-ref": f"{part.name}@{part.version}",
            "name": part.name,
            "licenses": [{"license": {"name": part.licence}}],
        }
        if part.version:
            component["version"] = part.version
        if part.package:
            component["purl"] = f"pkg:pypi/{part.name.lower().replace('_', '-')}@{part.version}"
        components.append(component)
    for crate in crates():
        kept = {k: crate[k] for k in ("type", "name", "version", "purl", "licenses") if k in crate}
        components.append({**kept, "bom-ref": f"typst/{crate['name']}@{crate.get('version', '')}"})
    program = (bundle / "driftline").read_bytes() if (bundle / "driftline").exists() else b""
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{own.name}-{own.version}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.datetime.fromtimestamp(moment, datetime.UTC).isoformat(),
            "component": {
                "type": "application",
                "bom-ref": "driftline",
                "name": "driftline",
                "version": own.version,
                "licenses": [{"license": {"id": own.licence}}],
                "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(program).hexdigest()}],
            },
        },
        "components": components,
    }


def main() -> None:
    """Write both files."""
    bundle = Path(sys.argv[1])
    own, *others = (*parts(), starter(), *system_libraries(bundle))
    shipped = [own, *sorted(others, key=lambda part: part.name.lower())]
    (bundle / "LICENCES.txt").write_text(licences(shipped), "utf-8")
    made = json.dumps(bill(shipped, bundle), indent=1, ensure_ascii=False)
    (bundle / "driftline.cdx.json").write_text(made + "\n", "utf-8")
    print(f"{len(shipped)} parts and {len(crates())} crates in LICENCES.txt and driftline.cdx.json")


if __name__ == "__main__":
    main()
