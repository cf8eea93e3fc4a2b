#!/bin/sh
# Signs Driftline.app, puts it on a disk image and has Apple notarise it. Run on a Mac.
# Not tested: this was written without a Mac. See docs/packaging.md.
#
# Usage: dmg.sh VERSION
#   SIGNATURE   name of a "Developer ID Application" certificate in the keychain; without it the
#               application is signed ad hoc and opens only after a right click
#   PROFILE     name under which `xcrun notarytool store-credentials` keeps the account; without it
#               nothing is sent to Apple
set -eu
version=$1
here=$(cd "$(dirname "$0")" && pwd)
app="$here/../../dist/Driftline.app"
image="$here/../../dist/Driftline-$version.dmg"

# From the inside out: a signature covers what lies within.
find "$app/Contents/Frameworks" -type f \( -name '*.so' -o -name '*.dylib' \) \
    -exec codesign --force --timestamp --options runtime --sign "${SIGNATURE:--}" {} +
codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
    --sign "${SIGNATURE:--}" "$app"
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/driftline" --self-test

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Driftline $version" -srcfolder "$stage" -format ULMO -ov "$image"
[ -z "${SIGNATURE:-}" ] || codesign --timestamp --sign "$SIGNATURE" "$image"
if [ -n "${PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature "$image"
fi
echo "$image"
