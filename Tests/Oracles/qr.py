#!/usr/bin/env python3
"""Reads QR codes with a renderer and a reader of other people: python3 Tests/Oracles/qr.py DIR

Needs resvg-py, pillow and zxing-cpp (pip install resvg-py pillow zxing-cpp). Each NAME.svg in DIR must show one QR code, and
NAME.txt beside it is the text that it must have, byte by byte. The tests of AtriumQR write such a folder if ATRIUM_QR_SAMPLES
names it. The exit code is 1 if anything is at fault, and 2 for wrong usage.
"""

import io
import sys
from pathlib import Path

import resvg_py
import zxingcpp
from PIL import Image

PIXELS_PER_UNIT = 4


def fault(path):
    """What is wrong with a file, or None."""
    png = resvg_py.svg_to_bytes(svg_path=str(path), zoom=PIXELS_PER_UNIT, skip_system_fonts=True)
    image = Image.open(io.BytesIO(bytes(png))).convert("L")
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode, text_mode=zxingcpp.TextMode.Plain)
    if len(found) != 1:
        return f"{len(found)} codes are found"
    wanted = path.with_suffix(".txt").read_bytes()
    if found[0].bytes != wanted or found[0].text.encode() != wanted:
        return f"it reads {found[0].text[:60]!r} instead of {wanted.decode()[:60]!r}"
    return None


def main(arguments):
    paths = sorted(Path(arguments[0]).glob("*.svg")) if len(arguments) == 1 else []
    if not paths:
        print("usage: qr.py DIR, a folder with files NAME.svg and NAME.txt", file=sys.stderr)
        return 2
    faults = [f"FAULT  {path.name}: {cause}" for path in paths if (cause := fault(path))]
    print("\n".join(faults) if faults else f"ok     {len(paths)} QR codes have the text beside them")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
