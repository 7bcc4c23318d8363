#!/usr/bin/env bash
# Checks the rules between the layers that the compiler does not check. Needs a debug build in .build.
set -uo pipefail
cd "$(dirname "$0")/../.."

faults=0
judge() { # what, offending lines
  if [ -z "$2" ]; then echo "ok     $1"; else echo "FAULT  $1"; echo "$2" | head -10 | sed 's/^/         /'; faults=1; fi
}
code() { sed -E 's@^[[:space:]]*//.*@@; s@[[:space:]]//[[:space:]].*@@' "$@"; }

judge "only AtriumStorage uses sqlite3_ or imports CSQLite" \
  "$(grep -rnE 'sqlite3_|import CSQLite' Sources Plugins Examples --include='*.swift' --exclude-dir='.build*' | grep -v '^Sources/AtriumStorage/')"

symbols=""
for target in AtriumSystem AtriumValues AtriumLanguages AtriumPersonalData AtriumJournal AtriumDirectory Atrium AtriumOperations AtriumSurfaces AtriumTerminal AtriumTesting AtriumMailTesting AtriumCSV AtriumCalendar AtriumDrawing AtriumFeeds AtriumMarkup AtriumQR AtriumSeats AtriumAccessTokens AtriumSessions AtriumPrivacy AtriumMail \
  AtriumInvitations AtriumCourses AtriumAnalytics AtriumSuggestions AtriumCertificates AtriumTeamPages AtriumCampaigns AtriumLaunchKit AtriumLearningSlots launch; do
  objects=$(find -L .build/debug -path "*/$target.build/*.o" 2>/dev/null)
  if [ -z "$objects" ]; then symbols+="$target has no object files; run swift build first"$'\n'; continue; fi
  symbols+=$(nm -u $objects 2>/dev/null | grep -E 'U sqlite3_' | sort -u | sed "s/^/$target:/")
done
judge "no object outside AtriumStorage needs a symbol of SQLite" "$symbols"

judge "the lock is the only exception to the type system outside AtriumStorage" \
  "$(grep -rnE '@unchecked Sendable|nonisolated\(unsafe\)|try!|[^a-z]as! ' Sources Plugins Examples --include='*.swift' --exclude-dir='.build*' | grep -vE '^Sources/(AtriumStorage/|AtriumSystem/Concurrency/Locked.swift)')"

judge "no module uses what is for the kernel and AtriumOperations" \
  "$(grep -rnE '\.tables\b|Principal\.kernel\(|\.kernel\("|tenant\.store\.(read|write)\(as: \.kernel' Plugins Examples --include='*.swift' --exclude-dir='.build*' | grep -v '^Plugins/.*PersonalTable')"

lines=$(find Sources/Atrium -name '*.swift' -exec cat {} + | grep -cvE '^[[:space:]]*(//|$)')
judge "the kernel has at most 2,400 lines of code ($lines)" "$([ "$lines" -le 2400 ] || echo "it has $lines")"

judge "the root package has no package dependency" "$(grep -n '\.package(' Package.swift)"

judge "AtriumStorage knows neither organization nor member, team, role or permission" \
  "$(find Sources/AtriumStorage -name '*.swift' | while read -r file; do code "$file" | grep -niE '\b(organi[sz]ation|member|team|role|permission)s?\b' | sed "s@^@$file:@"; done)"

renderers="Sources/AtriumSurfaces Sources/AtriumTerminal Examples/Academy/Sources/Surface*"
# Sessions belongs to the platform: the server signs people in with it.
modules=$(ls Plugins | grep -v '^Sessions$' | paste -sd '|')
ids=$(sed -nE 's/.*static let id: ModuleID = "([a-z0-9]+)".*/\1/p' Plugins/*/*.swift | grep -v '^sessions$' | paste -sd '|')
judge "no renderer names a module" \
  "$(find $renderers -name '*.swift' | while read -r file; do code "$file" | grep -nE "import Atrium($modules)\b|\"($ids)[/\"]" | sed "s@^@$file:@"; done)"

for module in Plugins/*/; do
  name=$(basename "$module")
  missing=""
  for file in "$name.swift" "${name}Schema.swift" "${name}Surface.swift"; do [ -f "$module$file" ] || missing+="$module$file is missing"$'\n'; done
  ls "$module" | grep -q 'Service\.swift$' || missing+="${module} has no file …Service.swift"
  judge "module $name has the files that every module has" "$missing"
done

exit $faults
