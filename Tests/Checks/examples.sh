#!/usr/bin/env bash
# Runs the small examples and compares what they print with what their READMEs show: bash Tests/Checks/examples.sh. Needs a
# release build. With the name of a program, its folder and its file, it does so for that one.
set -uo pipefail
cd "$(dirname "$0")/../.."

compare() {
  local shown printed
  shown=$(awk -v mark="<!-- output of $1 -->" \
    '$0 == mark { found = 1; next } found && /^```/ { if (inside) exit; inside = 1; next } inside' "$2/README.md")
  printed=$("$3" 2>&1)
  if [ -n "$shown" ] && [ "$shown" = "$printed" ]; then
    echo "ok     $1 prints what its README shows"
  else
    echo "FAULT  $1 prints something else than its README shows"
    diff <(echo "$shown") <(echo "$printed") | head -20
    return 1
  fi
}

if [ $# -gt 0 ]; then
  compare "$@"
  exit
fi
faults=0
for example in hello rooms compose tenants; do
  compare "$example" "Examples/$example" ".build/release/$example" || faults=1
done
exit $faults
