#!/usr/bin/env python3
"""Compares the requirements of the launch guide with the tests that ran: python3 Tests/Checks/guide.py [OPTION…] REPORT…

Each REPORT is a file that `swift test --xunit-output` has written about tests of Swift Testing. The requirements are in
Tests/LaunchGuideTests/requirements.csv. A test names the requirement that it shows: `[R3] a supervisor …`.

Faults are: a requirement in the state `tested` without a test that ran and passed, a test that failed or was skipped, a test
whose requirement is not in the file, a sentence of the guide without a requirement, and a sentence that the guide does not have.
Requirements in the state `planned` are listed.

    --all         `planned` is a fault too
    --guide FILE  the text of the guide, which is not in the repository; its sentences must be those of guide.csv
    --write       writes guide.csv from the text of --guide
"""

import argparse
import csv
import hashlib
import re
import sys
import unicodedata
import xml.etree.ElementTree as xml
from collections import defaultdict
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "LaunchGuideTests"
HEAD = ["sentence", "chapter", "digest"]


def sentences(text):
    """The chapter, the number and the digest of each sentence. A heading is a line without a mark at its start and its end."""
    rows, chapter = [], 0
    for line in filter(None, map(str.strip, text.splitlines())):
        if not line.startswith("- ") and line[-1] not in ".:?!\"”":
            chapter += 1
            continue
        for sentence in re.split(r"(?<=[.?!])[\"”]?\s+(?=[A-Z“\"])", line.removeprefix("- ")):
            words = re.findall(r"\w+", unicodedata.normalize("NFKC", sentence).casefold())
            digest = hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
            rows.append([str(len(rows) + 1), str(chapter), digest])
    return rows


def outcomes(reports):
    """For each requirement, the tests that name it, and whether each passed."""
    found = defaultdict(list)
    for report in reports:
        for case in xml.parse(report).iter("testcase"):
            # A name is in backticks, with the labels of the parameters after it.
            if match := re.match(r"`(\[([A-Z]\d+(?:\.\d+)?)\] [^`]+)`", case.get("name", "")):
                found[match[2]].append((match[1], len(case) == 0))
    return found


def read(name):
    with (FOLDER / name).open(newline="") as file:
        return list(csv.DictReader(file))


def requirement_faults(requirements, found, everything):
    for row in requirements:
        tests = found.get(row["id"], [])
        if row["state"] not in ("tested", "planned"):
            yield f"{row['id']}: the state '{row['state']}' is neither 'tested' nor 'planned'"
        if row["state"] == "tested" and not any(passed for _, passed in tests):
            yield f"{row['id']} has no test that ran and passed: {row['statement']}"
        if row["state"] == "planned" and everything:
            yield f"{row['id']} is planned: {row['statement']}"
        for test, passed in tests:
            if not passed:
                yield f"{row['id']}: '{test}' did not pass"
    ids = [row["id"] for row in requirements]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"requirements.csv has {name} twice"
    for name in sorted(set(found) - set(ids)):
        yield f"{name} is not in requirements.csv, but '{found[name][0][0]}' names it"


def sentence_faults(requirements, known):
    covered = {number: row["id"] for row in requirements for number in row["sentences"].split()}
    for row in known:
        if row["sentence"] not in covered:
            yield f"sentence {row['sentence']} of the guide, in chapter {row['chapter']}, has no requirement"
    for number in sorted(set(covered) - {row["sentence"] for row in known}, key=int):
        yield f"{covered[number]} names sentence {number}, which the guide does not have"


def guide_faults(known, path):
    actual = sentences(path.read_text())
    stored = [[row[name] for name in HEAD] for row in known]
    if actual != stored:
        changed = [number for number, _, _ in actual if not 0 < int(number) <= len(stored) or actual[int(number) - 1] != stored[int(number) - 1]]
        yield f"{path} has {len(actual)} sentences and guide.csv {len(stored)}; different are {', '.join(changed) or 'the last ones'}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--guide", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if arguments.write:
        with (FOLDER / "guide.csv").open("w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([HEAD] + sentences(arguments.guide.read_text()))
        return
    if not arguments.reports:
        parser.error("give the reports of swift test --xunit-output")
    requirements, known = read("requirements.csv"), read("guide.csv")
    found = outcomes(arguments.reports)
    faults = list(requirement_faults(requirements, found, arguments.all)) + list(sentence_faults(requirements, known))
    if arguments.guide:
        faults += guide_faults(known, arguments.guide)
    planned = [row["id"] for row in requirements if row["state"] == "planned"]
    for fault in faults:
        print(f"FAULT  {fault}")
    if planned:
        print(f"planned, without a test: {', '.join(planned)}")
    count = sum(len(tests) for tests in found.values())
    print(f"{len(requirements)} requirements, {len(known)} sentences, {count} tests, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
