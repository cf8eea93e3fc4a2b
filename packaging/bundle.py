"""Makes dist/driftline, the folder that runs without Python: `python packaging/bundle.py [DIST]`.

The same source, libraries and Python give the same bytes; the time in them is SOURCE_DATE_EPOCH,
or that of the last commit.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from slim_icu import slim_library

ROOT = Path(__file__).resolve().parents[1]
#: Megabytes (of 2**20 bytes, as du counts) the folder may take.
MOST = 240


def source_date() -> str:
    """Seconds of the last change of the source."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() or str(int((ROOT / "CHANGELOG.md").stat().st_mtime))


def build(dist: Path) -> Path:
    """The finished folder below `dist`."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": source_date(), "PYTHONHASHSEED": "1"}
    subprocess.run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=ERROR",
            f"--distpath={dist}", f"--workpath={ROOT / 'build' / 'pyinstaller'}",
            str(ROOT / "packaging" / "pyinstaller" / "driftline.spec"),
        ],
        check=True, cwd=ROOT, env=environment,
    )  # fmt: skip
    bundle = dist / "driftline"
    settle_records(bundle)
    if sys.platform.startswith("linux"):
        strip(bundle)
        for library in bundle.rglob("libicudata.so.*"):
            if not library.is_symlink():
                slim_library(library)
        (bundle / "driftline-desktop").symlink_to("driftline")
    return bundle


def settle_records(bundle: Path) -> None:
    """Has each package's list of files name only those in the bundle.

    The others, whose hashes tell the place of the environment, would differ from build to build.
    """
    for record in sorted(bundle.rglob("*.dist-info/RECORD")):
        place = record.parent.parent
        lines = record.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if (place / line.partition(",")[0]).is_file()]
        record.write_text("".join(kept), "utf-8", newline="")


def strip(bundle: Path) -> None:
    """Takes the symbols only debuggers read out of the libraries.

    Those of numpy.libs were rewritten after linking and don't survive it.
    """
    libraries = [
        str(path)
        for path in sorted(bundle.rglob("*.so*"))
        if path.is_file() and not path.is_symlink() and "numpy.libs" not in path.parts
    ]
    subprocess.run(["strip", "--strip-unneeded", "--preserve-dates", *libraries], check=True)


def size(folder: Path) -> int:
    """Megabytes of a folder on the disk."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(-(-path.stat().st_size // 4096) * 4096 for path in files) >> 20


def main() -> int:
    """Build; gives the exit code."""
    dist = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist").resolve()
    bundle = build(dist)
    taken = size(bundle)
    print(f"{bundle}: {taken} MB")
    if taken > MOST:
        print(f"That is more than the {MOST} MB a bundle may take.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
