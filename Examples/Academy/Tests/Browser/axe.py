"""Runs axe-core on every page of the administrator, a member and a visitor: in light, in dark, and on a small screen."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import academy_site as site
import checks
import people

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def main():
    findings, axe = checks.Findings("axe"), Axe()
    with sync_playwright() as playwright:
        browser = site.chromium(playwright)
        found = people.found(browser)
        for who in ("administrator", "member", None):
            for scheme, size in (("light", site.WIDE), ("dark", site.WIDE), ("light", site.NARROW)):
                # The site allows no script. Only here one is let in, to look at the page.
                options = {"bypass_csp": True, "color_scheme": scheme, "viewport": size}
                context = site.sign_in(browser, found[who], **options) if who else site.visitor(browser, **options)
                page = context.new_page()

                def look(page, response):
                    for menu in page.locator("details").all():
                        menu.evaluate("details => details.open = true")
                    violations = axe.run(page, options=RULES).response["violations"]
                    findings.add(
                        f"{who or 'visitor'}, {scheme}, {size['width']} px, {page.url}",
                        [
                            f"{rule['id']}: {rule['help']}: {rule['nodes'][0]['html'][:160]}"
                            for rule in violations
                        ])

                site.crawl(page, "/", look, each=1)
                context.close()
        browser.close()
    findings.end()


main()
