"""Walks the pages in Arabic and in French: each is in its language, fits its window, and runs in its direction."""

from playwright.sync_api import sync_playwright

import academy_site as site
import checks
import people

DIRECTIONS = {"ar": "rtl", "fr": "ltr"}


def choose(browser, address: str, language: str):
    """Chooses the language of a person as the person would. An empty one is the organization's."""
    context = site.sign_in(browser, address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.ORIGIN}{people.START}/kernel/language")
    page.locator("main select").select_option(language)
    people.confirm(page)
    context.close()


def walk(browser, who: str, address: str, language: str, findings: checks.Findings):
    for size in (site.NARROW, site.WIDE):
        context = site.sign_in(browser, address, viewport=size, java_script_enabled=False)
        page = context.new_page()

        def look(page, response):
            found = checks.layout(page, response)
            root = page.locator("html")
            if root.get_attribute("lang") != language or root.get_attribute("dir") != DIRECTIONS[language]:
                found.append(f"is not in {language}")
            findings.add(f"{who} in {language} at {size['width']} px, {page.url}", found)

        # Who has one organization is led into it; pages outside are in the language of the browser.
        site.crawl(page, people.START, look)
        context.close()


def main():
    findings = checks.Findings("languages")
    with sync_playwright() as playwright:
        browser = site.chromium(playwright)
        found = people.found(browser)
        for language in DIRECTIONS:
            for who in ("administrator", "member"):
                choose(browser, found[who], language)
                walk(browser, who, found[who], language, findings)
                choose(browser, found[who], "")
        browser.close()
    findings.end()


main()
