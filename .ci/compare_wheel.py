"""Fails when the wheel's resource files are not the folder's: compare_wheel.py WHEEL FOLDER."""

import sys
import zipfile
from pathlib import Path

wheel, folder = sys.argv[1:]
root = Path(folder)
prefix = "driftline/resources/"
inside = {
    name.removeprefix(prefix): zipfile.ZipFile(wheel).read(name)
    for name in zipfile.ZipFile(wheel).namelist()
    if name.startswith(prefix)
}
outside = {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}
wrong = sorted(n for n in inside.keys() | outside.keys() if inside.get(n) != outside.get(n))
if wrong or not inside:
    sys.exit("The wheel and resources/ differ: " + ", ".join(wrong or ["nothing inside"]))
print(f"{len(inside)} resource files, all the same")
