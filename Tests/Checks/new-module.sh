#!/usr/bin/env bash
# Checks the command that makes a module: bash Tests/Checks/new-module.sh [--whole]. It runs the command through SwiftPM, in a
# small package that depends on this repository. Bad input must be refused with one sentence, and must write nothing.
#
# With --whole it also makes a module in a copy of the repository, and one in the package. It builds both without a warning, runs
# their tests, and compares them with Examples/hello. That takes minutes.
set -uo pipefail
cd "$(dirname "$0")/../.."

repository=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0

judge() { # what, whether it is so, output to show otherwise
  if [ "$2" = 0 ]; then echo "ok     $1"; else echo "FAULT  $1"; sed 's/^/         /' "$3" | tail -20; faults=1; fi
}
contents() { find . -path ./.build -prune -o -type f -print0 | sort -z | xargs -0 sha256sum; }
new_module() { swift package --allow-writing-to-package-directory new-module "$@"; }

# The manifest of a package with one program. $1: where Atrium is; $2: the last lines of its list of targets.
manifest() {
  cat <<SWIFT
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "shop",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "atrium", path: "$1")],
    targets: [
        .executableTarget(name: "Shop"),
$2
    ])
SWIFT
}
marker="        // New modules go above this line."
mkdir -p "$work/shop/Sources/Shop"
echo 'print("open")' > "$work/shop/Sources/Shop/Shop.swift"
cd "$work/shop"

refuses() { # what, words of the sentence, arguments
  local what=$1 words=$2
  shift 2
  contents > "$work/before"
  if new_module "$@" > "$work/output" 2>&1; then judge "$what" 1 "$work/output"; return; fi
  contents > "$work/after"
  grep '^error: ' "$work/output" > "$work/errors"
  [ "$(wc -l < "$work/errors")" = 1 ] && grep -qF "$words" "$work/errors" && cmp -s "$work/before" "$work/after"
  judge "$what" $? "$work/output"
}

manifest "$repository" "" > Package.swift
# The first run resolves the package and builds the tool, whose files are no result of the command.
new_module --help > "$work/output" 2>&1 && grep -qF "// New modules go above" "$work/output"
judge "help says which line the manifest needs" $? "$work/output"
refuses "a manifest without the line is refused, and stays as it is" "add the line" Goals
manifest "$repository" "$marker" > Package.swift
refuses "no name is refused" "needs the name"
refuses "two names are refused" "makes one module" Goals Plans
refuses "a name in lower case is refused" "'goals' is not a name in upper camel case" goals
refuses "a name of one of Atrium's modules is refused" "taken by the target 'AtriumSeats'" Seats
refuses "an unknown option is refused" "has no option '--force'" Goals --force
[ "${1:-}" = --whole ] || exit $faults

cd "$repository"
mkdir "$work/atrium"
git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- | tar --extract --directory "$work/atrium"
cd "$work/atrium"
new_module Goals > "$work/output" 2>&1
judge "a module is made in the repository" $? "$work/output"
swift format lint --strict --recursive Package.swift Plugins/Goals Tests/Targets/AtriumGoalsTests > "$work/output" 2>&1
judge "its files are formatted" $? "$work/output"

cd "$work/shop"
# The tests of the repository's new module run in the package, too, so that one build serves both.
cp -r "$work/atrium/Tests/Targets/AtriumGoalsTests" Tests-of-Goals
product() { echo ".product(name: \"$1\", package: \"atrium\")"; }
manifest "$work/atrium" "        .testTarget(
            name: \"AtriumGoalsTests\",
            dependencies: [$(product AtriumGoals), $(product Atrium), $(product AtriumTesting)],
            path: \"Tests-of-Goals\"),
$marker" > Package.swift
new_module Plans > "$work/output" 2>&1
judge "a module is made in a package" $? "$work/output"
swift build --build-tests > "$work/output" 2>&1 && ! grep -q 'warning:' "$work/output"
judge "both modules are built without a warning" $? "$work/output"
for module in Goals Plans; do
  swift test --skip-build --filter "${module}Tests" > "$work/output" 2>&1 \
    && grep -qE 'Test run with [1-9][0-9]* tests? .*passed' "$work/output"
  judge "the tests of $module pass" $? "$work/output"
done

# With the example's name in the place of its own, each file is the file of the example. Imports are in another order.
for file in "$work"/atrium/Plugins/Goals/*.swift "$work"/atrium/Tests/Targets/AtriumGoalsTests/*.swift; do
  name=$(basename "$file" | sed 's/Goal/Greeting/')
  example=$(find "$repository/Examples/hello" "$repository/Tests/Targets/helloTests" -name "$name")
  diff <(sed 's/Goal/Greeting/g; s/goal/greeting/g' "$file" | grep -v '^import ') <(grep -v '^import ' "$example") \
    > "$work/output"
  judge "$(basename "$file") is $name with another name" $? "$work/output"
done
[ "$(ls "$work/atrium/Plugins/Goals")" = "$(ls "$work/shop/Sources/Plans" | sed 's/Plan/Goal/')" ]
judge "both modules have the same files" $? "$work/output"
exit $faults
