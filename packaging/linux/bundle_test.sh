#!/bin/sh
# Prove the bundle in a bare Debian: no Python, only the packages of resources/system-packages.txt.
# Needs root, debootstrap, and a machine whose apt knows Debian; takes its mirror from there.
set -eu
cd "$(dirname "$0")/../.."
SUITE=bookworm
ROOT=$PWD/build/debian

fail() { echo "bundle-test: $1" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "needs root, for a Debian of its own in $ROOT"
command -v debootstrap >/dev/null || fail "needs debootstrap: apt-get install debootstrap"
mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
    sed -n "s/ $SUITE main\$//p" | head -n 1)
[ -n "$mirror" ] || fail "apt on this machine knows no Debian $SUITE"
packages=$(sed -n 's/^\([a-z][^ ]*\) .*/\1/p' resources/system-packages.txt)

echo "A bare Debian $SUITE in build/debian"
rm -rf "$ROOT"
debootstrap --variant=minbase "$SUITE" "$ROOT" "$mirror" >build/debootstrap.log 2>&1 ||
    { tail -n 20 build/debootstrap.log >&2; fail "debootstrap failed"; }
cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
echo "The system packages that README lists"
# shellcheck disable=SC2086  # one word for each package
chroot "$ROOT" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $packages \
    >build/packages.log 2>&1 || { tail -n 20 build/packages.log >&2; fail "apt-get failed"; }
! chroot "$ROOT" sh -c 'command -v python3' || fail "there is a Python in the bare Debian"
cp -r build/bundle/netchal "$ROOT/opt/netchal"

run() { chroot "$ROOT" env -i HOME=/home PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"; }

run QT_QPA_PLATFORM=offscreen /opt/netchal/netchal self-test || fail "the self-test failed"
if fault=$(run /opt/netchal/netchal 2>&1); then fail "a window without a display opened"; fi
echo "without a display it says: $fault"
if command -v Xvfb >/dev/null; then
    # A chroot shares the machine's abstract sockets, so it reaches this server without any file.
    rm -f build/display
    Xvfb -displayfd 3 -screen 0 1240x800x24 -nolisten tcp -ac 3>build/display >/dev/null 2>&1 &
    server=$!
    trap 'kill $server' EXIT
    waited=0
    until [ -s build/display ] || [ $waited = 20 ]; do sleep 1; waited=$((waited + 1)); done
    display=":$(cat build/display)"
    run QT_QPA_PLATFORM=xcb DISPLAY="$display" /opt/netchal/netchal self-test || fail "it failed under X"
    code=0
    run DISPLAY="$display" timeout 10 /opt/netchal/netchal --demo || code=$?
    [ $code = 124 ] || fail "the window did not stay open under X"
    echo "under X: passed, the window stays open"
fi
echo "bundle-test: passed"
