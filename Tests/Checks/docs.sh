#!/usr/bin/env bash
# Builds the documentation of every library with nothing but the toolchain. A broken link is an error.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
graphs=$(find .build -type d -name symbolgraph | head -1)

for module in Atrium AtriumTesting AtriumCSV AtriumCalendar AtriumFeeds AtriumMarkup AtriumSeats AtriumMail AtriumInvitations \
  AtriumCourses AtriumAnalytics AtriumSuggestions AtriumCertificates AtriumTeamPages; do
  mkdir -p "$work/$module.docc" "$work/$module-graphs"
  printf '# ``%s``\n\nThe public interface.\n' "$module" > "$work/$module.docc/$module.md"
  cp "$graphs/$module.symbols.json" "$work/$module-graphs/"
  find "$graphs" -name "$module@*.symbols.json" -exec cp {} "$work/$module-graphs/" \;
  # Atrium re-exports the public symbols of these modules, so they belong to the same pages.
  [ "$module" = Atrium ] && cp "$graphs"/Atrium{System,Storage,Journal,Values,Directory}*.symbols.json "$work/$module-graphs/"
  docc convert "$work/$module.docc" --additional-symbol-graph-dir "$work/$module-graphs" \
    --fallback-display-name "$module" --fallback-bundle-identifier "$module" --warnings-as-errors \
    --output-path "$work/$module.doccarchive" > "$work/$module.log" 2>&1 || { cat "$work/$module.log"; exit 1; }
  echo "ok     $module"
done
