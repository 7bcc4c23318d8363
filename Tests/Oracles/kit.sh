#!/usr/bin/env bash
# Makes PDF, PNG and video of launch kits with third-party programs, and checks them (Tests/Oracles/kit.py): names that are hard
# to draw in every style, and the kit and a certificate that `launch` writes. Installs what is missing.
# Usage: bash Tests/Oracles/kit.sh [OUTPUT_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
output=${1:-$work/output}
export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
missing=
for program in "$CHROMIUM" rsvg-convert pdfinfo zbarimg ffmpeg fc-list; do command -v "$program" > /dev/null || missing=1; done
[ -n "$missing" ] || [ -n "$(fc-list ':lang=ar' family)" ] && [ -n "$(fc-list ':lang=zh-cn' family)" ] || missing=1
if [ -n "$missing" ]; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium librsvg2-bin \
    poppler-utils zbar-tools ffmpeg fontconfig fonts-noto-core fonts-noto-cjk python3-venv libpango-1.0-0 libpangoft2-1.0-0 \
    > /dev/null
fi
python=${KIT_PYTHON:-}
if [ -z "$python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint playwright
  python=$work/venv/bin/python
fi

configuration=${KIT_CONFIGURATION:-release}
for product in kits launch; do swift build -c "$configuration" --product "$product" > /dev/null; done
bin=$(swift build -c "$configuration" --show-bin-path)
mkdir -p "$output"
"$bin/kits" "$output/kits"
"$bin/launch" --into "$output/launch" > /dev/null
"$python" Tests/Oracles/kit.py "$output"
"$python" Tests/Oracles/teaser.py "$output/launch/kit/en/teaser-16x9.svg" "$output/teaser.webm"
duration=$(ffprobe -v error -show_entries format=duration -of csv=p=0 "$output/teaser.webm")
awk -v duration="$duration" 'BEGIN { exit !(duration > 15 && duration < 20) }' || { echo "FAULT  the teaser takes $duration s"; exit 1; }
echo "kit.sh: the teaser takes $duration s and has $(stat -c %s "$output/teaser.webm") bytes"
