"""Looks at pages as they are printed, and at 400 % zoom: nothing may be lost, and the frame is not printed."""

from playwright.sync_api import sync_playwright

import academy_site as site
import checks
import people

PAGES = ["kernel/members", "kernel/roles", "analytics/overview", "analytics/teams", "invitations/invite"]


def main():
    findings = checks.Findings("paper")
    with sync_playwright() as playwright:
        browser = site.chromium(playwright)
        context = site.sign_in(browser, people.ADMINISTRATOR, viewport=site.WIDE, java_script_enabled=False)
        page = context.new_page()
        page.emulate_media(media="print")
        for path in PAGES:
            page.goto(f"{site.ORIGIN}{people.START}/{path}")
            shown = [part for part in ("nav.tabs", ".me", "nav.sub", ".skip") if page.locator(part).is_visible()]
            findings.add(f"{path}, printed", [f"prints {part}" for part in shown])
            if not page.locator("h1").is_visible():
                findings.add(f"{path}, printed", ["prints no heading"])
        context.close()
        # A window of 1,280 px at 400 % is one of 320 px with four times the dots.
        context = site.sign_in(
            browser, people.ADMINISTRATOR, viewport={"width": 320, "height": 225}, device_scale_factor=4,
            java_script_enabled=False)
        page = context.new_page()
        for path in PAGES:
            response = page.goto(f"{site.ORIGIN}{people.START}/{path}")
            findings.add(f"{path} at 400 %", checks.layout(page, response))
            if page.locator("header").evaluate("header => ['fixed', 'sticky'].includes(getComputedStyle(header).position)"):
                findings.add(f"{path} at 400 %", ["has a header that stays and hides the content"])
        browser.close()
    findings.end()


main()
