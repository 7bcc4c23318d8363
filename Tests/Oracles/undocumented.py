#!/usr/bin/env python3
"""Counts the public symbols without a documentation comment: python3 Tests/Oracles/undocumented.py BUILD_FOLDER [--list]

BUILD_FOLDER contains the symbol graphs of `swift package dump-symbol-graph --minimum-access-level public
--skip-synthesized-members`. A symbol that fulfils a protocol's requirement needs no comment, because the requirement has
one. Fails if any other symbol has no comment.
"""

import json
import sys
from pathlib import Path

MODULES = (
    "Atrium", "AtriumSystem", "AtriumValues", "AtriumLanguages", "AtriumStorage", "AtriumPersonalData", "AtriumJournal", "AtriumDirectory", "AtriumOperations", "AtriumSurfaces", "AtriumTerminal", "AtriumTesting", "AtriumMailTesting", "AtriumCSV",
    "AtriumCalendar", "AtriumDrawing", "AtriumFeeds", "AtriumMarkup", "AtriumQR", "AtriumSeats", "AtriumAccessTokens", "AtriumSessions", "AtriumPrivacy", "AtriumMail", "AtriumInvitations", "AtriumCourses",
    "AtriumAnalytics", "AtriumSuggestions", "AtriumCertificates", "AtriumTeamPages", "AtriumCampaigns", "AtriumLaunchKit", "AtriumLearningSlots",
)

def undocumented(folder):
    """Yields each module, its number of symbols, and the paths of the symbols without a comment."""
    for module in MODULES:
        total, missing = 0, []
        for file in sorted(Path(folder).rglob(f"symbolgraph/{module}.symbols.json")) + sorted(
            Path(folder).rglob(f"symbolgraph/{module}@*.symbols.json")
        ):
            graph = json.loads(file.read_text())
            fulfilling = {relation["source"] for relation in graph["relationships"] if "sourceOrigin" in relation}
            for symbol in graph["symbols"]:
                if symbol["kind"]["identifier"] == "swift.extension":
                    continue
                total += 1
                if "docComment" not in symbol and symbol["identifier"]["precise"] not in fulfilling:
                    missing.append(".".join(symbol["pathComponents"]))
        yield module, total, missing


def main():
    total, missing = 0, 0
    for module, count, paths in undocumented(sys.argv[1]):
        total, missing = total + count, missing + len(paths)
        if "--list" in sys.argv:
            for path in sorted(paths):
                print(f"{module}: {path}")
        elif paths:
            print(f"{module}: {len(paths)} of {count}")
    print(f"undocumented.py: {missing} of {total} public symbols have no comment")
    sys.exit(1 if missing or not total else 0)


main()
