#!/usr/bin/env bash
# Builds the documentation of every library with the toolchain alone: bash Tests/Checks/docs.sh [OUTPUT_FOLDER]. A broken
# link is an error, and so is a public symbol without a comment.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
output=${1:-$work}
mkdir -p "$output"
swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
graphs=$(find .build -type d -name symbolgraph | head -1)
python3 Tests/Oracles/undocumented.py .build

for module in Atrium AtriumOperations AtriumSurfaces AtriumTerminal AtriumTesting AtriumMailTesting AtriumCSV AtriumCalendar AtriumDrawing AtriumFeeds AtriumMarkup AtriumQR AtriumSeats AtriumAccessTokens AtriumSessions AtriumPrivacy AtriumMail \
  AtriumInvitations AtriumCourses AtriumAnalytics AtriumSuggestions AtriumCertificates AtriumTeamPages AtriumCampaigns AtriumLaunchKit AtriumLearningSlots; do
  catalog=$(find Sources Plugins -type d -name "$module.docc")
  [ -n "$catalog" ] || { echo "FAULT  $module has no catalog $module.docc"; exit 1; }
  mkdir -p "$work/$module-graphs"
  cp "$graphs/$module.symbols.json" "$work/$module-graphs/"
  find "$graphs" -name "$module@*.symbols.json" -exec cp {} "$work/$module-graphs/" \;
  # Atrium re-exports the public surface of its lower layers: their symbols belong to the same pages.
  [ "$module" = Atrium ] && cp "$graphs"/Atrium{System,Storage,Journal,Values,Languages,Directory}*.symbols.json "$work/$module-graphs/"
  docc convert "$catalog" --additional-symbol-graph-dir "$work/$module-graphs" \
    --fallback-display-name "$module" --fallback-bundle-identifier "$module" --warnings-as-errors \
    --output-path "$output/$module.doccarchive" > "$work/$module.log" 2>&1 || { cat "$work/$module.log"; exit 1; }
  echo "ok     $module"
done
