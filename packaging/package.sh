#!/bin/sh
# Makes everything people install. Usage: package.sh BIN DIST   (BIN: the virtual environment's bin)
set -eu
bin=$1
dist=$2
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
export SOURCE_DATE_EPOCH QT_QPA_PLATFORM=offscreen
version=$("$bin/python" -c 'import driftline; print(driftline.__version__)')
mkdir -p "$dist"

"$bin/python" -m build --no-isolation --outdir "$dist" . >"$dist/build.log" 2>&1 ||
    { cat "$dist/build.log" >&2; exit 1; }
rm "$dist/build.log"
ls "$dist/driftline-$version"*

"$bin/python" packaging/bundle.py "$dist"
"$bin/python" packaging/licences.py "$dist/driftline"
sh packaging/check_bundle.sh "$dist/driftline/driftline"
if [ "$(uname -s)" = Linux ]; then
    sh packaging/linux/share.sh "$bin/python" "$dist/share"
    sh packaging/linux/check_share.sh "$dist/share"
    if command -v dpkg-deb >/dev/null; then
        sh packaging/linux/deb.sh "$dist/driftline" "$dist/share" "$version" "$dist"
    fi
fi
