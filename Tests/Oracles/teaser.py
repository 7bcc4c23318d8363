#!/usr/bin/env python3
"""Makes a video of an animated SVG: python3 Tests/Oracles/teaser.py TEASER.svg VIDEO.webm [FRAMES_PER_SECOND]

Chromium is told the time of all animations, and each frame is a picture; ffmpeg encodes the pictures. Needs the package
playwright, Chromium and ffmpeg.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

SECONDS = 18


def main():
    source, video = Path(sys.argv[1]), sys.argv[2]
    rate = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    svg = source.read_text()
    size = {"width": 1280, "height": 720} if "16x9" in source.name else {"width": 1080, "height": 1080}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=size)
        page.set_content(f"<!DOCTYPE html><style>body{{margin:0}}svg{{display:block}}</style>{svg}")
        page.evaluate("document.getAnimations().forEach(animation => animation.pause())")
        for frame in range(SECONDS * rate):
            page.evaluate(
                "time => document.getAnimations().forEach(animation => { animation.currentTime = time })", 1000 * frame / rate)
            page.screenshot(path=f"{folder}/{frame:04}.png")
        browser.close()
        subprocess.run(
            ["ffmpeg", "-y", "-loglevel", "error", "-framerate", str(rate), "-i", f"{folder}/%04d.png", "-c:v", "libvpx-vp9",
             "-crf", "36", "-b:v", "0", "-pix_fmt", "yuv420p", video], check=True)


main()
