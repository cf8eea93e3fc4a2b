#!/bin/sh
# Puts together what a Linux desktop wants beside the program: usr/share of every kind of package.
# Usage: share.sh PYTHON OUT
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=$1
out=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" "$here/../icons.py" "$work/icons"
"$python" "$here/../command_line.py" "$work/made"

rm -rf "$out"
put() { mkdir -p "$out/$2" && cp "$1" "$out/$2/${3:-$(basename "$1")}"; }
mkdir -p "$out/icons" && cp -r "$work/icons/hicolor" "$out/icons/"
put "$here/driftline.desktop" applications
put "$here/org.driftline.Driftline.metainfo.xml" metainfo
put "$here/driftline-mime.xml" mime/packages driftline.xml
put "$work/made/driftline.1" man/man1
gzip -9n "$out/man/man1/driftline.1"
ln -s driftline.1.gz "$out/man/man1/driftline-desktop.1.gz"
put "$work/made/driftline.bash" bash-completion/completions driftline
put "$work/made/_driftline" zsh/vendor-completions
put "$work/made/driftline.fish" fish/vendor_completions.d
put "$here/../../LICENSE" doc/driftline copyright
put "$here/../../CHANGELOG.md" doc/driftline
gzip -9n "$out/doc/driftline/CHANGELOG.md"
find "$out" -type d -exec chmod 755 {} +
find "$out" -type f -exec chmod 644 {} +
