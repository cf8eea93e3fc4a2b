#!/bin/sh
# Has a built program test itself, in an environment that lends it nothing of the checkout.
# Usage: check_bundle.sh PROGRAM
# Fails when it fails and when it writes a line on standard error that is not known to be harmless.
set -eu
program=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

clean() {
    env -i PATH=/usr/bin:/bin HOME="$home" LANG=C.UTF-8 ${DISPLAY:+DISPLAY="$DISPLAY"} \
        ${QT_QPA_PLATFORM:+QT_QPA_PLATFORM="$QT_QPA_PLATFORM"} "$program" "$@"
}

clean --self-test 2>"$home/errors" || { cat "$home/errors" >&2; exit 1; }
if unknown=$(grep -v -x -F \
    -e 'This plugin does not support propagateSizeHints()' "$home/errors"); then
    printf 'Unknown lines on standard error:\n%s\n' "$unknown" >&2
    exit 1
fi
clean --version
