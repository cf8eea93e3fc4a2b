#!/bin/sh
# Makes an AppImage of the finished bundle. Usage: appimage.sh DIST VERSION
#   APPIMAGETOOL   path of appimagetool; without it only the folder is made and tried
# Not tested: the last step. The folder is what appimagetool packs, and is made to test itself here.
set -eu
dist=$1
version=$2
here=$(cd "$(dirname "$0")" && pwd)
folder="$dist/Driftline.AppDir"

rm -rf "$folder"
mkdir -p "$folder/usr/lib"
cp -a "$dist/driftline" "$folder/usr/lib/driftline"
cp -a "$dist/share" "$folder/usr/share"
mkdir "$folder/usr/bin"
ln -s ../lib/driftline/driftline ../lib/driftline/driftline-desktop "$folder/usr/bin/"
ln -s usr/bin/driftline "$folder/AppRun"
cp "$here/driftline.desktop" "$folder/"
cp "$dist/share/icons/hicolor/256x256/apps/driftline.png" "$folder/driftline.png"
ln -s driftline.png "$folder/.DirIcon"
sh "$here/../check_bundle.sh" "$folder/AppRun"

if [ -n "${APPIMAGETOOL:-}" ]; then
    ARCH=$(uname -m) VERSION=$version "$APPIMAGETOOL" "$folder" "$dist/Driftline-$version-$(uname -m).AppImage"
else
    echo "APPIMAGETOOL is not set: $folder is ready for it" >&2
fi
