#!/bin/sh
# Makes a Debian package of the bundle. Usage: deb.sh BUNDLE SHARE VERSION OUT
# The time in it is SOURCE_DATE_EPOCH; the same bundle gives the same package.
set -eu
bundle=$1
share=$2
version=$3
out=$4
MOST=75 # megabytes

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/DEBIAN" "$tree/usr/lib" "$tree/usr/bin"
cp -a "$bundle" "$tree/usr/lib/driftline"
cp -a "$share" "$tree/usr/share"
ln -s ../lib/driftline/driftline ../lib/driftline/driftline-desktop "$tree/usr/bin/"
printf '\nThe licences of all parts: /usr/lib/driftline/LICENCES.txt\n' \
    >>"$tree/usr/share/doc/driftline/copyright"
# Libraries are not programs.
find "$tree/usr/lib/driftline/_internal" -type f -exec chmod 644 {} +
find "$tree" -type d -exec chmod 755 {} +

architecture=$(dpkg --print-architecture)
cat >"$tree/DEBIAN/control" <<END
Package: driftline
Version: $version
Architecture: $architecture
Maintainer: The Driftline authors <driftline@driftline.example>
Section: text
Priority: optional
Homepage: https://driftline.example/
Installed-Size: $(du -sk --apparent-size "$tree/usr" | cut -f1)
Depends: libc6 (>= 2.35), libbrotli1, libdbus-1-3, libegl1, libexpat1, libfontconfig1, libfreetype6, libgcc-s1, libgl1, libglib2.0-0 | libglib2.0-0t64, libgssapi-krb5-2, libstdc++6 (>= 12), libx11-6, libx11-xcb1, libxcb1, libxcb-glx0, libxcb-randr0, libxcb-render0, libxcb-shape0, libxcb-shm0, libxcb-sync1, libxcb-xfixes0, libzstd1, xkb-data, zlib1g
Recommends: fonts-noto-core, libcups2 | libcups2t64, libwayland-client0, libwayland-cursor0, libwayland-egl1
Suggests: fonts-noto-cjk
Description: see how the wording of a story drifts from version to version
 Driftline is a desktop reader for news editors. It reads versions of a story,
 cuts away the junk of each page and says why, puts the versions side by side
 with every change of wording named, shows who is quoted saying what in which
 version, and exports the evidence as a report.
 .
 Everything is done on this computer; nothing is sent anywhere.
END
(cd "$tree" && find usr -type f -print0 | LC_ALL=C sort -z |
    xargs -0 md5sum >DEBIAN/md5sums)

mkdir -p "$out"
package="$out/driftline_${version}_$architecture.deb"
dpkg-deb --root-owner-group -Zxz -z9 --threads-max=2 --build "$tree" "$package" >/dev/null
megabytes=$(($(stat -c %s "$package") / 1000000))
echo "$package: $megabytes MB"
if [ "$megabytes" -gt "$MOST" ]; then
    echo "That is more than the $MOST MB a package may take." >&2
    exit 1
fi
