#!/bin/sh
# Opens the window on the sample stories; without a display, does the same job headless.
# Usage: run-sample.sh PYTHON SAMPLES OUT
set -eu
python=$1
samples=$2
out=$3

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then
    exec "$python" -m driftline "$samples"
fi

echo "There is no display, so no window can open. Doing the same job headless:" >&2
mkdir -p "$out"
set -- "$samples"/harbour-1.txt "$samples"/harbour-2.txt
# Exit code 1 only says that the wording changed, which is what the sample is for.
"$python" -m driftline compare "$1" "$2" -o "$out/sample.pdf" || [ $? -eq 1 ]
QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES=default.warning=false "$python" -m driftline.gui.screenshots "$samples" "$out" --only comparison
echo "Wrote $out/sample.pdf and $out/comparison.png" >&2
