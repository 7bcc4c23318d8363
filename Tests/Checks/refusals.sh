#!/usr/bin/env bash
# Checks which code must not compile, and which advice the compiler gives. Needs a debug build. Usage:
# bash Tests/Checks/refusals.sh [BUILD_FOLDER] (default: .build/debug)
set -uo pipefail
cd "$(dirname "$0")/../.."

modules=${1:-.build/debug}/Modules
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0

check() { # source file
  swiftc -emit-sil -o /dev/null -swift-version 6 -enable-upcoming-feature NonisolatedNonsendingByDefault -I "$modules" \
    -Xcc -fmodule-map-file=Sources/CSQLite/module.modulemap "$1" 2>&1
}

snippet() { # body of a function with a store
  cat > "$work/snippet.swift" <<SWIFT
import Atrium
let anything = Permission("test.anything", grantedTo: .anyone)
final class Box { var work: UnitOfWork? }
func take(_ sql: SQL) {}
func body(_ store: Store, _ text: String, _ box: Box) async throws {
$1
}
SWIFT
}

compiles() { # what, body
  snippet "$2"
  local output; output=$(check "$work/snippet.swift")
  if grep -q 'error:' <<< "$output"; then echo "FAULT  $1"; grep 'error:' <<< "$output" | head -3; faults=1; else echo "ok     $1"; fi
}

refuses() { # what, words of the message, body
  snippet "$3"
  local output; output=$(check "$work/snippet.swift")
  if grep 'error:' <<< "$output" | grep -qF "$2"; then echo "ok     $1"; else
    echo "FAULT  $1: expected an error with '$2', got:"; grep 'error:' <<< "$output" | head -3; faults=1
  fi
}

compiles "a unit with bound values" \
  'let count = try await store.read(as: .visitor, anything) { work in try work.one("SELECT \(text)", as: String.self) }; print(count)'
refuses "a String is no SQL" "cannot convert value of type 'String' to expected argument type 'SQL'" 'take(text)'
refuses "a String is not spliced into SQL" "argument label" 'take("SELECT \(raw: text)")'
refuses "SQL is not built by +" "error:" 'let sql: SQL = "SELECT " + text; take(sql)'
refuses "a unit cannot be returned" "Sendable" \
  'let work = try await store.read(as: .visitor, anything) { work in work }; print(work)'
refuses "a unit cannot be captured by a task" "error:" \
  'try await store.write(as: .visitor, anything) { work in Task { try work.run("SELECT 1") }; return 1 }'
refuses "a unit cannot be kept in a box outside its body" "error:" \
  'try await store.write(as: .visitor, anything) { work in box.work = work }'
refuses "a body that awaits gets advice" "the body of a unit of work is synchronous: await before or after it" \
  'try await store.write(as: .visitor, anything) { work in try await Task.sleep(for: .seconds(1)) }'
refuses "a unit inside a unit gets advice" "the body of a unit of work is synchronous: await before or after it" \
  'try await store.write(as: .visitor, anything) { work in _ = try await store.read(as: .visitor, anything) { work in 1 } }'
refuses "a system principal cannot be made" "error:" 'let principal: Principal = .system("x", "y"); print(principal)'
refuses "only a platform makes an operator's principal" "has no member 'operator'" \
  'let principal: Principal = .operator("x"); print(principal)'
refuses "an operator's principal cannot be made from a text" "error:" 'let principal = Principal("operator:x"); print(principal)'

exit $faults
