#!/usr/bin/env bash
# Runs `launch` on the bundled data, and reads its files with third-party programs (Tests/Oracles/check.py).
# Needs a release build. Installs icalendar for this run only. Usage: bash Tests/Checks/oracles.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" 2>/dev/null || {
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv
  python3 -m venv --clear "$work/venv"
}
"$work/venv/bin/pip" install --quiet --disable-pip-version-check icalendar
"$(swift build -c release --show-bin-path)/launch" --into "$work/launch" > /dev/null
"$work/venv/bin/python" Tests/Oracles/check.py "$work/launch"
