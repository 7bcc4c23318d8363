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
            # Every form of an act is sent as it stands. What asks nothing is done then, with what is there already.
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


def invitation(address: str) -> str:
    """The newest link of an invitation of a person."""
    return site.newest_link(rf"{re.escape(site.ORIGIN)}/join/\S+", 0, to=address)


def join_second(browser):
    """Accepts the invitation of the second organization, which run.sh has created."""
    link = invitation(people.ADMINISTRATOR)
    context = site.sign_in(browser, people.ADMINISTRATOR, java_script_enabled=False)
    page = context.new_page()
    page.goto(link)
    page.get_by_role("link", name="Accept", exact=True).click()
    people.confirm(page)
    assert page.url.startswith(f"{site.ORIGIN}{people.SECOND}/"), page.url
    context.close()


def join_anew(browser, findings):
    """Invites somebody who has no account, who then follows the link of the mail into the organization, and looks around."""
    context = site.sign_in(browser, people.ADMINISTRATOR, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.ORIGIN}{people.START}/invitations/invite")
    page.locator("textarea").fill("newcomer@ou.example")
    people.confirm(page)
    context.close()
    context = browser.new_context(java_script_enabled=False, viewport=site.NARROW)
    page = context.new_page()
    response = page.goto(invitation("newcomer@ou.example"))
    findings.add("visitor with an invitation", checks.layout(page, response))
    page.get_by_role("link", name="Join", exact=True).click()
    page.get_by_label("Your name").fill("Zoë Newcomer")
    people.confirm(page)
    assert page.url.startswith(f"{site.ORIGIN}{people.START}/"), page.url
    site.crawl(page, people.START, lambda page, response: findings.add(f"newcomer, {page.url}", checks.layout(page, response)))
    context.close()


def main():
    findings = checks.Findings("walk")
    with sync_playwright() as playwright:
        browser = site.chromium(playwright)
        join_second(browser)
        found = people.found(browser)
        make_outsider(browser, found["outsider"])
        for who, address in found.items():
            starts = ["/"] if who != "outsider" else ["/", people.START, f"{people.START}/kernel/members"]
            walk(browser, who, address, starts, findings)
        starts = ["/", people.SECOND, people.START]
        walk(browser, "somebody in two organizations", people.ADMINISTRATOR, starts, findings)
        join_anew(browser, findings)
        walk(browser, "visitor", None, ["/", "/sign-in", "/nowhere", people.START], findings)
        browser.close()
    findings.end()


main()
