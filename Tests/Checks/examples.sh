#!/usr/bin/env bash
# Runs the small examples and compares what they print with what their READMEs show: bash Tests/Checks/examples.sh. Needs a
# release build.
set -uo pipefail
cd "$(dirname "$0")/../.."

faults=0
for example in hello rooms compose tenants; do
  shown=$(awk -v mark="<!-- output of $example -->" \
    '$0 == mark { found = 1; next } found && /^```/ { if (inside) exit; inside = 1; next } inside' "Examples/$example/README.md")
  printed=$(.build/release/"$example" 2>&1)
  if [ -n "$shown" ] && [ "$shown" = "$printed" ]; then
    echo "ok     $example prints what its README shows"
  else
    echo "FAULT  $example prints something else than its README shows"
    diff <(echo "$shown") <(echo "$printed") | head -20
    faults=1
  fi
done
exit $faults
