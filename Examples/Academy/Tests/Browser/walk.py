"""Walks every page that each kind of person is led to, without a script, on a small and on a large screen."""

import re

from playwright.sync_api import sync_playwright

import academy_site as site
import checks
import people


def walk(browser, who: str, address: str | None, starts: list[str], findings: checks.Findings):
    for size in (site.NARROW, site.WIDE):
        options = {"viewport": size, "java_script_enabled": False}
        context = site.sign_in(browser, address, **options) if address else site.visitor(browser, **options)
        page = context.new_page()

        def look(page, response):
            where = f"{who} at {size['width']} px, {page.url}"
            findings.add(where, checks.layout(page, response))
            # Every form of an act is sent as it stands. Without a confirmation nothing is done.
            form = page.locator("main form[method=post]:has(input[name=_step][value=prepare])")
            if form.count() != 1:
                return
            page.evaluate("document.querySelectorAll('main form').forEach(form => form.noValidate = true)")
            with page.expect_navigation() as sent:
                form.locator("button").first.click()
            findings.add(f"{where}, sent", checks.layout(page, sent.value))

        for start in starts:
            site.crawl(page, start, look)
        context.close()


def make_outsider(browser, address: str):
    """Ends the membership of a person, who keeps the account."""
    context = site.sign_in(browser, people.ADMINISTRATOR, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.ORIGIN}{people.START}/kernel/members?state=active&text={address}")
    page.locator("tbody th a").first.click()
    people.act(page, "Remove")
    context.close()


def join_second(browser) -> bool:
    """Accepts the invitation of the second organization, which run.sh founds."""
    context = site.sign_in(browser, people.ADMINISTRATOR, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.ORIGIN}{people.SECOND}")
    if page.locator("nav.tabs").count():
        return True
    response = page.goto(site.newest_link(rf"{re.escape(site.ORIGIN)}/join/\S+", 0, once=False))
    if response.status == 404:
        print("walk: somebody in two organizations is left out: the site has no page for an invitation")
        return False
    page.locator("main form button").first.click()
    context.close()
    return True


def main():
    findings = checks.Findings("walk")
    with sync_playwright() as playwright:
        browser = site.chromium(playwright)
        found = people.found(browser)
        make_outsider(browser, found["outsider"])
        for who, address in found.items():
            starts = ["/"] if who != "outsider" else ["/", people.START, f"{people.START}/kernel/members"]
            walk(browser, who, address, starts, findings)
        if join_second(browser):
            starts = ["/", people.SECOND, people.START]
            walk(browser, "somebody in two organizations", people.ADMINISTRATOR, starts, findings)
        walk(browser, "visitor", None, ["/", "/sign-in", "/nowhere", people.START], findings)
        browser.close()
    findings.end()


main()
