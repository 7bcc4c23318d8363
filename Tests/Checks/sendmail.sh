#!/usr/bin/env bash
# Sends mail with a real sendmail (msmtp) to a real server (aiosmtpd) on a loopback port, and checks what arrives with
# Python's email package. Installs msmtp if it is missing, and aiosmtpd for this run only. Usage:
# bash Tests/Checks/sendmail.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
debian() {
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"
}

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true; rm -rf "$work"' EXIT

command -v msmtp >/dev/null || debian msmtp
python3 -m venv "$work/venv" 2>/dev/null || { debian python3-venv && python3 -m venv --clear "$work/venv"; }
"$work/venv/bin/pip" install --quiet --disable-pip-version-check aiosmtpd
# The build comes first, because the server ends after a fixed time.
swift build --build-tests

"$work/venv/bin/python" Tests/Oracles/smtp.py "$work" 300 &
server=$!
for _ in $(seq 100); do [ -f "$work/port" ] && break; sleep 0.1; done
port=$(cat "$work/port")

printf 'account default\nhost 127.0.0.1\nport %s\nauth off\ntls off\ntimeout 20\n' "$port" > "$work/msmtprc"
chmod 600 "$work/msmtprc"
printf '#!/bin/sh\nexec msmtp -C %s/msmtprc "$@"\n' "$work" > "$work/sendmail"
chmod 700 "$work/sendmail"

ATRIUM_SENDMAIL="$work/sendmail" timeout 240 swift test --skip-build --filter AtriumMailTests.ForeignReaderTests
count=$(find "$work/mail" -name '*.eml' | wc -l)
[ "$count" -gt 0 ] || { echo "FAULT  no message arrived: the test did not run"; exit 1; }
echo "ok     $count messages went through msmtp and aiosmtpd, and Python found no defect"
