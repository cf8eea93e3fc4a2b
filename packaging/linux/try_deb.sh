#!/bin/sh
# Installs the package in a clean Debian 12, runs it (self-test without a screen and under Xvfb, the
# desktop program on the sample) and removes it again. Needs root, debootstrap and the net.
# Usage: try_deb.sh PACKAGE.deb [ROOT]   (ROOT: where the clean system is made, or lies already)
set -eu
package=$1
root=${2:-$(mktemp -d)}
[ -e "$root/bin/sh" ] || debootstrap --variant=minbase bookworm "$root"
cp /etc/resolv.conf "$root/etc/resolv.conf"

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
trap 'umount -l "$root/dev" "$root/proc"' EXIT
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"; }
files() { inside sh -c 'find /etc /opt /usr /var/lib/dpkg/info | LC_ALL=C sort'; }

inside apt-get update -qq
# What the package asks for and the screen stay; only what the package itself brings must go.
inside apt-get install -y -qq --no-install-recommends xvfb xauth imagemagick >/dev/null
cp "$package" "$root/root/driftline.deb"
inside apt-get install -y -qq --no-install-recommends /root/driftline.deb >/dev/null
inside dpkg --remove driftline >/dev/null
files >"$root/root/before"
inside dpkg --install /root/driftline.deb >/dev/null
echo "installed: $(inside dpkg-query -W driftline)"

check() { grep -v -x -F 'This plugin does not support propagateSizeHints()' "$root/root/errors" >&2 &&
    exit 1 || true; }
inside driftline --self-test 2>"$root/root/errors"
check
inside xvfb-run -a env QT_QPA_PLATFORM=xcb driftline --self-test 2>"$root/root/errors" | tail -2
check
inside sh -c 'cd /usr/lib/driftline/_internal/driftline/resources/samples &&
    xvfb-run -a -s "-screen 0 1280x860x24" sh -c "driftline-desktop harbour-1.txt harbour-2.txt &
    program=\$!; sleep 8; import -window root /root/window.png; kill \$program; wait" 2>/root/errors' ||
    true
check
echo "a picture of the window under Xvfb: $root/root/window.png"

inside dpkg --purge driftline >/dev/null
files >"$root/root/after"
diff "$root/root/before" "$root/root/after" && echo "purged: nothing is left"
