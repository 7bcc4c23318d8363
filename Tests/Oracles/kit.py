#!/usr/bin/env python3
"""Checks launch kits with third-party programs: python3 Tests/Oracles/kit.py FOLDER

FOLDER has `kits` (of the program `kits`) and `launch` (of `launch`). In Chromium, no text leaves the safe area or runs into
another text. WeasyPrint gives trim and bleed boxes and embeds all fonts. zbarimg reads each code. The newsletter is two bodies
that old mail programs understand. Needs the packages weasyprint and playwright, Chromium, librsvg, poppler and zbar.
"""

import email
import email.policy
import os
import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FORBIDDEN = ["margin", "flex", "grid", "float", "position:", "<style", "<script", "url("]
POINTS = 72 / 25.4
PAPER = {"a5": (148, 210), "a4": (210, 297), "a3": (297, 420)}

# The boxes of all texts, in units of the picture, with the group of each.
BOXES = """() => {
  const svg = document.querySelector('svg'), back = svg.getScreenCTM().inverse();
  const groups = [...document.querySelectorAll('g')];
  return [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBBox(), matrix = back.multiply(text.getScreenCTM());
    const a = new DOMPoint(box.x, box.y).matrixTransform(matrix);
    const b = new DOMPoint(box.x + box.width, box.y + box.height).matrixTransform(matrix);
    return {x: a.x, y: a.y, right: b.x, bottom: b.y, text: text.textContent, size: parseFloat(text.getAttribute('font-size')),
      group: groups.indexOf(text.closest('g'))};
  });
}"""

faults = []


def judge(what, fault):
    if fault:
        faults.append(f"{what}: {fault}")
        print(f"FAULT  {what}: {fault}")


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout


def texts_in_their_places(page, path):
    svg = path.read_text()
    page.set_content(f"<!DOCTYPE html><body>{svg}")
    boxes = page.evaluate(BOXES)
    left, top, width, height = map(float, re.search(r'viewBox="([-\d. ]+)"', svg)[1].split())
    # A side for print: 3 mm are cut off, and 5 mm more are kept free. A picture: 1 in 100 of the shorter side.
    margin = 8 if "mm\"" in svg[:400] else min(width, height) / 100
    name = f"{path.parent.name}/{path.name}"
    for box in boxes:
        # The box of a font reaches above and below its letters.
        box["y"] += box["size"] * 0.22
        box["bottom"] -= box["size"] * 0.22
        inside = (box["x"] >= left + margin and box["right"] <= left + width - margin
                  and box["y"] >= top + margin and box["bottom"] <= top + height - margin)
        judge(name, None if inside else f"'{box['text'][:30]}' leaves the safe area")
    for index, first in enumerate(boxes):
        for second in boxes[index + 1:]:
            apart = (first["right"] <= second["x"] or second["right"] <= first["x"] or first["bottom"] <= second["y"]
                     or second["bottom"] <= first["y"] or first["group"] != second["group"])
            judge(name, None if apart else f"'{first['text'][:24]}' runs into '{second['text'][:24]}'")
    return len(boxes)


def printed(path, paper, sides):
    pdf = path.with_suffix(".pdf")
    run(str(Path(sys.executable).parent / "weasyprint"), "--quiet", str(path), str(pdf))
    info = run("pdfinfo", "-box", str(pdf))
    name = f"{path.parent.name}/{pdf.name}"
    judge(name, None if re.search(rf"Pages:\s+{sides}\b", info) else f"it has not {sides} pages")
    for box, bleed in (("TrimBox", 0), ("BleedBox", 3)) if paper else ():
        numbers = [float(number) for number in re.search(rf"{box}:\s+([-\d. ]+)", info)[1].split()]
        found = (numbers[2] - numbers[0], numbers[3] - numbers[1])
        wanted = [(side + 2 * bleed) * POINTS for side in PAPER[paper]]
        judge(name, None if all(abs(a - b) < 1 for a, b in zip(found, wanted)) else f"its {box} is {found}, not {wanted}")
    fonts = run("pdffonts", str(pdf)).splitlines()[2:]
    judge(name, None if fonts else "it has no fonts")
    for font in fonts:
        judge(name, None if font.split()[-5] == "yes" else f"a font is not embedded: {font}")


def scanned(path, address):
    picture = path.with_suffix(".png")
    run("rsvg-convert", "-w", "1000", "-o", str(picture), str(path))
    found = subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True, text=True).stdout.strip()
    judge(f"{path.parent.name}/{path.name}", None if found == address else f"its code says '{found}'")


def mailed(path):
    raw = path.read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    name = f"{path.parent.name}/{path.name}"
    judge(name, None if len(raw) < 100_000 else f"it has {len(raw)} bytes")
    page = message.get_body(("html",)).get_content()
    text = message.get_body(("plain",)).get_content()
    judge(name, None if len(text) > 100 and message["Subject"] else "it has no text or no subject")
    for word in FORBIDDEN:
        judge(name, f"its page has '{word}'" if word in page else None)
    for table in re.findall(r"<table[^>]*>", page):
        judge(name, None if 'role="presentation"' in table else f"a table is not for presentation: {table}")
    for image in re.findall(r"<img[^>]*>", page):
        judge(name, None if "width=" in image and "alt=" in image else f"an image lacks width or alt: {image}")


def main():
    root = Path(sys.argv[1])
    kits = sorted(path for path in (root / "kits").iterdir() if path.is_dir())
    launched = sorted(path for path in (root / "launch" / "kit").iterdir() if path.is_dir())
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1600, "height": 1200}, reduced_motion="reduce")
        for folder in kits + launched:
            for path in sorted(folder.glob("*.svg")):
                count += texts_in_their_places(page, path)
        browser.close()
    for folder in kits + launched:
        address = "https://training.ou.example/" if folder in launched else "https://training.example/"
        for name in ("poster-a4", "flyer-a5-front", "flyer-a5-back", "teaser-16x9", "code"):
            scanned(folder / f"{name}.svg", address)
        mailed(folder / "newsletter.eml")
    for folder in [kit for kit in kits if kit.name.endswith("rings")] + launched:
        printed(folder / "flyer-a5.html", "a5", 2)
        printed(folder / "poster-a3.html", "a3", 1)
    certificate = sorted((root / "launch" / "certificates").glob("*.html"))[0]
    printed(certificate, None, 1)
    print(f"kit.py: {len(kits) + len(launched)} kits, {count} texts, {len(faults)} faults")
    sys.exit(1 if faults or not count else 0)


main()
