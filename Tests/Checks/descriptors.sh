#!/usr/bin/env bash
# Runs 500 organizations with 64 descriptors, and checks the error when no descriptor is left. Usage:
# bash Tests/Checks/descriptors.sh PROGRAM. PROGRAM is the executable `deliveries`.
set -euo pipefail

program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# This lowers the hard limit too, because the platform raises a soft limit.
(ulimit -n 64 && timeout 300 "$program" "$work/crowd" crowd 2> "$work/warnings") || { cat "$work/warnings"; exit 1; }
grep -q "files may be open at once.*the process may have 64 descriptors; raise the limit" "$work/warnings" \
  || { echo "no warning about the limit:"; cat "$work/warnings"; exit 1; }
[ "$(find "$work/crowd/tenants" -name '*.db' | wc -l)" = 500 ] || { echo "organizations are missing"; exit 1; }
[ -z "$(find "$work/crowd" -name '*.db-*')" ] || { echo "a log was left behind"; exit 1; }
(ulimit -n 64 && timeout 60 "$program" "$work/crowd" crowd-out 2> "$work/warnings" > "$work/error") \
  || { cat "$work/warnings"; exit 1; }
grep -q "all of its 64 descriptors.*raise the limit" "$work/error" || { cat "$work/error"; exit 1; }
# If only the soft limit is low, the platform raises it without a warning.
(ulimit -Sn 64 && timeout 60 "$program" "$work/raised" few 2> "$work/warnings") || { cat "$work/warnings"; exit 1; }
[ ! -s "$work/warnings" ] || { echo "an unexpected warning:"; cat "$work/warnings"; exit 1; }
echo "500 organizations worked with 64 descriptors"
