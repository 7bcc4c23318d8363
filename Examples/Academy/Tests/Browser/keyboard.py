"""Uses the site with the keyboard alone: Tab, Enter, Space, arrows and typing. The focus has to be visible all the time."""

import time

from playwright.sync_api import Page, sync_playwright

import academy_site as site
import checks
import people

FOCUS = """() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const style = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const text = element.getAttribute('aria-label') || element.labels?.[0]?.innerText || element.innerText || ''
  return {
    name: text.replace(/\\s+/g, ' ').trim(), tag: element.localName, type: element.type || '',
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  }
}"""


class Keys:
    """A person who has only a keyboard."""

    def __init__(self, page: Page, findings: checks.Findings):
        self.page, self.findings = page, findings

    def focus(self):
        return self.page.evaluate(FOCUS)

    def tab_to(self, name: str, tag: str = "") -> None:
        """Presses Tab until the element with a name has the focus. Every element on the way must show its focus."""
        for _ in range(400):
            self.page.keyboard.press("Tab")
            focus = self.focus()
            if focus is None:
                continue
            where = f"{self.page.url}, {focus['tag']} “{focus['name'][:40]}”"
            self.findings.add(where, [
                line for line, holds in (
                    ("does not show its focus", focus["outlined"]), ("has the focus outside the window", focus["inside"])
                ) if not holds
            ])
            if focus["name"].startswith(name) and focus["tag"].startswith(tag):
                return
        raise AssertionError(f"Tab never came to “{name}” on {self.page.url}")

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        """Presses a key that leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)


def sign_in(keys: Keys, address: str) -> None:
    since = time.time()
    keys.page.goto(f"{site.ORIGIN}/sign-in")
    keys.tab_to("Address", "input")
    keys.type(address)
    keys.press("Enter")
    keys.page.goto(site.newest_link(r"https?://\S+/sign-in/\S+", since))
    keys.tab_to("Sign in on this device", "button")
    keys.press("Enter")


def skip(keys: Keys) -> list[str]:
    """The skip link is the first stop, and the next stop after it is in the content."""
    keys.page.goto(f"{site.ORIGIN}{people.START}/kernel/members")
    keys.page.keyboard.press("Tab")
    found = [] if keys.focus()["name"] == "Skip to content" else ["the skip link is not the first stop"]
    keys.page.keyboard.press("Enter")
    keys.page.keyboard.press("Tab")
    isInside = keys.page.evaluate("document.querySelector('main').contains(document.activeElement)")
    return found + ([] if isInside else ["after the skip link, Tab does not come to the content"])


def invite(keys: Keys) -> list[str]:
    keys.page.goto(f"{site.ORIGIN}{people.START}/invitations/invitations")
    keys.tab_to("Invite people", "a")
    keys.press("Enter")
    keys.tab_to("Addresses", "textarea")
    mark = time.time_ns()
    keys.type(f"keys-{mark}@ou.example, keys-{mark + 1}@ou.example")
    keys.tab_to("Preview", "button")
    keys.press("Enter")
    if "gets an invitation" not in keys.page.inner_text("main"):
        return ["the preview says nothing of the invitations"]
    keys.tab_to("Invite people", "button")
    keys.press("Enter")
    return [] if "2 invitations were sent" in keys.page.inner_text(".done") else ["nobody was invited"]


def suggest(keys: Keys) -> list[str]:
    """A suggestion from the menu of a row."""
    keys.page.goto(f"{site.ORIGIN}{people.START}/kernel/members?state=active&text=student")
    keys.tab_to("Actions", "button")
    keys.page.keyboard.press("Enter")
    keys.tab_to("Suggest a course", "a")
    keys.press("Enter")
    keys.tab_to("Course")
    keys.type("AAA-2013J")
    keys.tab_to("Note", "textarea")
    keys.type("From the keyboard.")
    keys.tab_to("Suggest a course", "button")
    keys.press("Enter")
    if keys.page.locator(".done").count() == 0:
        keys.tab_to("Suggest a course", "button")
        keys.press("Enter")
    return [] if keys.page.locator(".done").count() else ["nothing was suggested"]


def menu(keys: Keys) -> list[str]:
    """The reader's menu opens and closes with the keyboard."""
    keys.page.goto(f"{site.ORIGIN}{people.START}")
    keys.tab_to("Administrator, menu", "summary")
    keys.page.keyboard.press("Enter")
    keys.tab_to("Sign out", "button")
    return []


def main():
    findings = checks.Findings("keyboard")
    with sync_playwright() as playwright:
        browser = site.chromium(playwright)
        for size in (site.WIDE, site.NARROW):
            page = site.visitor(browser, viewport=size, java_script_enabled=False).new_page()
            keys = Keys(page, findings)
            sign_in(keys, people.ADMINISTRATOR)
            for step in (skip, invite, suggest, menu) if size == site.WIDE else (skip, suggest, menu):
                findings.add(f"{step.__name__} at {size['width']} px", step(keys))
        browser.close()
    findings.end()


main()
