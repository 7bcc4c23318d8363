#!/usr/bin/env bash
# Kills `launch` (SIGKILL) at random moments of its import, lets it finish, and compares the learning reports with those of
# an undisturbed run: bash Tests/Checks/kills.sh [ROUNDS] [DATA_DIR]. Needs a release build.
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${1:-10}
data=()
[ $# -lt 2 ] || data=(--data "$2")
launch=$(swift build -c release --show-bin-path)/launch
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Starts launch and kills it a given number of milliseconds after its import has begun, or lets it end before.
killed() { # folder, milliseconds
  : > "$work/out"
  "$launch" "${data[@]}" --into "$1" > "$work/out" 2>&1 &
  local process=$!
  while kill -0 "$process" 2>/dev/null && ! grep -q Importing "$work/out"; do sleep 0.01; done
  sleep "$(awk "BEGIN { print $2 / 1000 }")"
  kill -9 "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
}

killed "$work/prepared" 0
"$launch" "${data[@]}" --into "$work/calm" > "$work/out"
cp -a "$work/prepared" "$work/measured"
start=$(date +%s%N)
"$launch" "${data[@]}" --into "$work/measured" > /dev/null
span=$((($(date +%s%N) - start) / 1000000 + 1))

for round in $(seq "$rounds"); do
  rm -rf "$work/round"
  cp -a "$work/prepared" "$work/round"
  for _ in 1 2; do killed "$work/round" $(((RANDOM * 32768 + RANDOM) % span)); done
  "$launch" "${data[@]}" --into "$work/round" > "$work/out"
  for report in teams courses months; do
    cmp "$work/calm/reports/$report.csv" "$work/round/reports/$report.csv" \
      || { echo "FAULT  round $round: $report.csv differs after a kill"; exit 1; }
  done
done
echo "ok     $rounds rounds of two kills within $span ms of an import each left the same reports"
