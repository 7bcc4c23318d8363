#!/usr/bin/env python3
"""Holds the code in README and articles against code that is compiled: python3 Tests/Oracles/snippets.py

Every block of ```swift in README.md and in the documentation catalogs must be in a Swift file of Examples, Sources, Plugins or
Tests, line by line; only its indentation may differ. A block whose first line is `// Package.swift` is a manifest, which
only a package of its own could compile.
"""

import re
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def code(lines):
    """The lines without their common indentation and without empty ones at both ends."""
    return textwrap.dedent("\n".join(lines)).strip("\n")


def stripped(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def main():
    files = [path for folder in ("Examples", "Sources", "Plugins", "Tests") for path in (ROOT / folder).rglob("*.swift")]
    compiled = ["\n" + "\n".join(stripped(path.read_text())) + "\n" for path in files if ".build" not in path.parts]
    pages = [ROOT / "README.md"] + sorted(
        page for folder in ("Sources", "Plugins") for page in (ROOT / folder).rglob("*.docc/**/*.md"))
    blocks, faults = 0, []
    for page in pages:
        for match in re.finditer(r"^```swift\n(.*?)^```", page.read_text(), re.M | re.S):
            block = code(match.group(1).splitlines())
            if block.startswith("// Package.swift"):
                continue
            blocks += 1
            wanted = "\n" + "\n".join(stripped(block)) + "\n"
            if not any(wanted in text for text in compiled):
                faults.append(f"{page.relative_to(ROOT)}: no compiled file has this code:\n{textwrap.indent(block, '    ')}")
    for fault in faults:
        print(f"FAULT  {fault}")
    print(f"snippets.py: {blocks} blocks of code, {len(faults)} faults")
    sys.exit(1 if faults or not blocks else 0)


main()
