"""The people of the launched organization in whose name the proofs walk."""

import re

from playwright.sync_api import Browser

import academy_site as site

ADMINISTRATOR = "administrator@ou.example"
MANAGER = "manager@ou.example"
START = "/o/open-university"
SECOND = "/o/second-school"


def found(browser: Browser) -> dict[str, str]:
    """The address of somebody for each role. The administrator looks them up in the table of members."""
    context = site.sign_in(browser, ADMINISTRATOR, java_script_enabled=False)
    page = context.new_page()

    def addresses(query: str) -> list[str]:
        page.goto(f"{site.ORIGIN}{START}/kernel/members?state=active&{query}")
        return re.findall(r"\S+@\S+", page.locator("tbody").inner_text())

    people = {"administrator": ADMINISTRATOR, "manager": MANAGER}
    leading = addresses("role=supervisor")
    others = [address for address in addresses("text=student") if address not in leading]
    people["supervisor"], people["member"], people["outsider"] = leading[0], others[0], others[1]
    context.close()
    return people


def act(page, name: str, fill=None) -> str:
    """Does what a link of the page leads to, as far as its result, and returns what the site says."""
    page.get_by_role("link", name=name, exact=True).first.click()
    if fill:
        fill(page)
    confirm(page)
    return page.locator(".done").inner_text()


def confirm(page):
    """Sends the form of an act, and confirms what it would do, if the page asks."""
    page.locator("main form button").first.click()
    again = page.locator("main form button[value=perform]")
    if again.count() > 0:
        again.click()
