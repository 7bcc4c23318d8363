#!/usr/bin/env bash
# Reads calendar invitations with the Python package icalendar (Tests/Oracles/invitations.py).
# Needs the tests in .build. Installs icalendar for this run only. Usage: bash Tests/Checks/invitations.sh
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
"$work/venv/bin/pip" install --quiet --disable-pip-version-check icalendar tzdata
ATRIUM_PYTHON="$work/venv/bin/python" swift test --skip-build --filter AtriumLearningSlotsTests.ForeignReaderTests
