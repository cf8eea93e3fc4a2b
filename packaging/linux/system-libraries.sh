#!/bin/sh
# Makes sure the system libraries that Qt needs are there. On Debian and Ubuntu they are installed
# when we are root; otherwise the one command to run is named and the set-up goes on.
# Usage: system-libraries.sh [MORE ...]   (MORE: other packages that are wanted)
set -eu

[ "$(uname -s)" = Linux ] || exit 0
command -v apt-get >/dev/null 2>&1 || exit 0

# Qt offscreen; a real window under X; letters of all scripts.
packages="libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-xkb1
libxkbcommon-x11-0 fonts-noto-core fonts-noto-cjk $*"
python3 -c 'import ensurepip, venv' 2>/dev/null || packages="$packages python3-venv"

missing=""
for package in $packages; do
    # A library renamed for 64-bit time (t64) satisfies the old name.
    if ! dpkg-query -W -f='${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q 'ok installed'; then
        missing="$missing $package"
    fi
done
[ -n "$missing" ] || exit 0

command="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" -eq 0 ]; then
    echo "Installing system packages:$missing" >&2
    export DEBIAN_FRONTEND=noninteractive
    if (apt-get update -qq && $command -qq) >/dev/null 2>&1; then
        exit 0
    fi
    echo "Could not install them. Please run: apt-get update && $command" >&2
else
    echo "Driftline needs these of the system. Please run: sudo $command" >&2
fi
