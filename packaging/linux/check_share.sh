#!/bin/sh
# Holds desktop entry, MIME type, metainfo, man page and completions against the tools that read
# them; a tool that is not installed is named and passed over. Usage: check_share.sh SHARE
set -eu
share=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

have() { command -v "$1" >/dev/null 2>&1 || { echo "passed over: $1 is not installed" >&2; false; }; }

if have desktop-file-validate; then
    desktop-file-validate "$share/applications/driftline.desktop"
    echo "desktop entry: valid"
fi
if have appstreamcli; then
    appstreamcli validate --no-net "$share"/metainfo/*.xml >"$work/said" || { cat "$work/said"; exit 1; }
    echo "metainfo: valid"
fi
if have update-mime-database; then
    mkdir -p "$work/mime" && cp -r "$share/mime/packages" "$work/mime/"
    XDG_DATA_HOME="$work" XDG_DATA_DIRS="$work" update-mime-database "$work/mime"
    grep -q '^[0-9]*:application/x-driftline-session:\*.driftline$' "$work/mime/globs2"
    echo "MIME type: valid"
fi
if have groff; then
    zcat "$share/man/man1/driftline.1.gz" | groff -man -ww -Tutf8 -z 2>"$work/said"
    [ ! -s "$work/said" ] || { cat "$work/said"; exit 1; }
    echo "man page: valid"
fi
for pair in bash:bash-completion/completions/driftline zsh:zsh/vendor-completions/_driftline \
    fish:fish/vendor_completions.d/driftline.fish; do
    if have "${pair%%:*}"; then
        "${pair%%:*}" -n "$share/${pair#*:}"
        echo "completion for ${pair%%:*}: valid"
    fi
done
