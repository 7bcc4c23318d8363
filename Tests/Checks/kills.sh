#!/usr/bin/env bash
# Kills `launch` (SIGKILL) at random moments, from the start of the process on, and then lets it finish. The result must
# agree with the data (Tests/Oracles/launch.py: each certificate and each message once). Except for times and codes, it
# must also be the same as after an undisturbed run. Needs a release build. Usage:
# bash Tests/Checks/kills.sh [ROUNDS] [DATA_DIR]
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${1:-10}
data=${2:-Examples/launch/Data}
launch=$(swift build -c release --show-bin-path)/launch
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
struck=0

fault() { # sentence; the last output has the details
  cat "$work/out"
  echo "FAULT  $1"
  exit 1
}

# Starts launch, and kills it after the given number of milliseconds unless it has ended before.
killed() { # folder, milliseconds
  local pause status=0
  pause=$(awk "BEGIN { print $2 / 1000 }")
  "$launch" --data "$data" --into "$1" > "$work/out" 2>&1 &
  local process=$!
  sleep "$pause"
  kill -9 "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || status=$?
  case $status in
    0) ;;
    137) struck=$((struck + 1)) ;;
    *) fault "round $round: launch ended with status $status" ;;
  esac
}

finished() { # folder
  "$launch" --data "$data" --into "$1" > "$work/out" 2>&1 || fault "round $round: launch ended with status $?"
}

# A report without its times and codes, which differ in each run. They are the last columns, and are never quoted.
stable() { # folder, report
  case $2 in
    members | certificates) sed 's/,[^,]*$//' "$1/reports/$2.csv" ;;
    invitations) sed 's/,[^,]*,[^,]*$//' "$1/reports/$2.csv" ;;
    *) cat "$1/reports/$2.csv" ;;
  esac
}

# The names of the reports and calendars, and the numbers of messages and certificates.
taken() { # folder
  (cd "$1" && find reports calendar -type f ! -name '.*' | sort)
  for kind in eml svg html; do echo "$(find "$1" -name "*.$kind" | wc -l) .$kind"; done
}

round=0
start=$(date +%s%N)
finished "$work/calm"
span=$((($(date +%s%N) - start) / 1000000 + 1))

for round in $(seq "$rounds"); do
  rm -rf "$work/round"
  for _ in 1 2; do killed "$work/round" $(((RANDOM * 32768 + RANDOM) % span)); done
  finished "$work/round"
  for report in members invitations teams courses months certificates; do
    diff <(stable "$work/calm" $report) <(stable "$work/round" $report) > "$work/out" \
      || fault "round $round: $report.csv differs after a kill"
  done
  diff <(taken "$work/calm") <(taken "$work/round") > "$work/out" || fault "round $round: the files differ after a kill"
  python3 Tests/Oracles/launch.py "$data" "$work/round" > "$work/out" || fault "round $round: the result does not agree with the data"
done
echo "ok     $struck of $((2 * rounds)) kills within $span ms hit a running launch; all $rounds rounds gave the result of an undisturbed launch"
