#!/bin/sh
# Make the folder build/bundle/netchal and say how large it is. At most 155 MB, or it fails.
set -eu
cd "$(dirname "$0")/../.."
.venv/bin/python packaging/build_catalogues.py
.venv/bin/pyinstaller --noconfirm --log-level ERROR \
    --distpath build/bundle --workpath build/pyinstaller packaging/netchal.spec
size=$(du -s --apparent-size --block-size=1000000 build/bundle/netchal | cut -f 1)
echo "build/bundle/netchal: $size MB"
test "$size" -le 155 || { echo "more than the 155 MB that are allowed" >&2; exit 1; }
