#!/usr/bin/env python3
"""Compares the permission matrix with the public interface: python3 Tests/Oracles/doors.py BUILD_FOLDER

BUILD_FOLDER contains the symbol graphs of `swift package dump-symbol-graph --minimum-access-level public
--skip-synthesized-members`. Every public method with a parameter `as:` of type Principal must have a row in
Tests/Proofs/PermissionMatrix*.swift, and every row must name such a method. No service and no facade of a tenant may
expose a store. Every public way to use a unit of work must have a row in Tests/Proofs/EndedUnits.swift.
"""

import json
import re
import sys
from pathlib import Path

MODULES = (
    "Atrium", "AtriumOperations", "AtriumSeats", "AtriumMail", "AtriumInvitations", "AtriumCourses", "AtriumAnalytics", "AtriumSuggestions",
    "AtriumCertificates", "AtriumTeamPages", "AtriumAccessTokens", "AtriumSessions", "AtriumPrivacy", "AtriumCampaigns", "AtriumLaunchKit", "AtriumLearningSlots",
)
PROOFS = Path(__file__).parent.parent / "Proofs"
MATRIX = sorted(PROOFS.glob("PermissionMatrix*.swift"))
# The door itself. The matrix lists the operations behind it.
DOORS = {"Store"}
# Types that a service or a tenant's facade must not expose.
KEPT = {"Store", "TenantContext", "UnitState", "CachingExecutor", "Connection"}
FACADES = {"Members", "Teams", "Roles", "Settings", "Audit", "FailedJobs", "Modules", "Tenant"}


def symbols(folder):
    for module in MODULES:
        files = sorted(Path(folder).rglob(f"symbolgraph/{module}.symbols.json"))
        if not files:
            sys.exit(f"doors.py: there is no symbol graph of {module} in {folder}")
        # Extensions of another module's types have a graph of their own.
        extensions = sorted(Path(folder).rglob(f"symbolgraph/{module}@Atrium.symbols.json"))
        for file in files[:1] + extensions[:1]:
            yield from json.loads(file.read_text())["symbols"]


def declaration(symbol):
    return "".join(part["spelling"] for part in symbol.get("declarationFragments", []))


def types(symbol):
    return {part["spelling"] for part in symbol.get("declarationFragments", []) if part["kind"] == "typeIdentifier"}


def uses_unit(symbol, owner, kind):
    """Whether the symbol is a method or a throwing property of UnitOfWork, or a method that takes one.

    Methods of the door itself do not count here.
    """
    if owner in DOORS:
        return False
    if owner == "UnitOfWork":
        return kind == "swift.method" or kind == "swift.property" and "throws" in declaration(symbol)
    return kind == "swift.method" and any(
        "UnitOfWork" in {part["spelling"] for part in parameter["declarationFragments"]} and parameter["name"] != "body"
        and "->" not in "".join(part["spelling"] for part in parameter["declarationFragments"])
        for parameter in symbol.get("functionSignature", {}).get("parameters", [])
    )


def main():
    matrix = "".join(path.read_text() for path in MATRIX)
    rows = set(re.findall(r'Row\(\s*"([^"]+)"', matrix))
    ended = set(re.findall(r'Use\(\s*"([^"]+)"', (PROOFS / "EndedUnits.swift").read_text()))
    operations, uses, faults = set(), set(), []
    for symbol in symbols(sys.argv[1]):
        path, kind = symbol["pathComponents"], symbol["kind"]["identifier"]
        if kind not in ("swift.method", "swift.property", "swift.subscript", "swift.init") or len(path) != 2:
            continue
        owner, name = path
        if kind == "swift.method" and owner not in DOORS and re.search(r"\bas:", name) and "Principal" in types(symbol):
            operations.add(f"{owner}.{name}")
        if uses_unit(symbol, owner, kind):
            uses.add(f"{owner}.{name}")
        if (owner.endswith("Service") or owner in FACADES) and KEPT & types(symbol):
            faults.append(f"{owner}.{name} exposes {', '.join(sorted(KEPT & types(symbol)))}: {declaration(symbol)}")
    faults += [f"{name} has no row in the matrix" for name in sorted(operations - rows)]
    faults += [f"the matrix names {name}, which is no public operation" for name in sorted(rows - operations)]
    faults += [f"{name} has no row in EndedUnits" for name in sorted(uses - ended)]
    faults += [f"EndedUnits names {name}, which is no public use of a unit" for name in sorted(ended - uses)]
    for fault in faults:
        print(f"FAULT  {fault}")
    print(f"doors.py: {len(operations)} operations, {len(rows)} of them in the matrix, {len(uses)} uses of a unit, {len(faults)} faults")
    sys.exit(1 if faults or not operations else 0)


main()
