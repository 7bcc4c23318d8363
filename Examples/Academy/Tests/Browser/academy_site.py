"""The served site, as the proofs of this folder see it: people sign in through its pages and its mail."""

import email
import email.policy
import os
import pathlib
import re
import time
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

ORIGIN = os.environ.get("ACADEMY_ORIGIN", "http://localhost:8080")
DATA = pathlib.Path(os.environ.get("ACADEMY_DATA", "."))
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}

_states: dict[str, dict] = {}


def chromium(playwright: Playwright) -> Browser:
    # Playwright has no browser of its own for Debian on all machines, so this is the one that Debian packages.
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


def newest_link(pattern: str, since: float, once: bool = True) -> str:
    """The first address that matches `pattern` in the newest mail of the outbox, waiting for it for ten seconds.

    A mail that is read `once` is not found again.
    """
    end = time.monotonic() + 10
    while time.monotonic() < end:
        files = sorted((DATA / "outbox").glob("*.eml"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in files:
            if path.stat().st_mtime < since - 1:
                break
            mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            body = mail.get_body(preferencelist=("plain",))
            found = re.search(pattern, body.get_content()) if body else None
            if found:
                if once:
                    path.rename(path.with_suffix(".read"))
                return found[0]
        time.sleep(0.05)
    raise AssertionError(f"no mail with {pattern} came")


def sign_in(browser: Browser, address: str, **options) -> BrowserContext:
    """A browser in which a person is signed in. Each person signs in once; later contexts have the same cookies."""
    if address not in _states:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        since = time.time()
        page.goto(f"{ORIGIN}/sign-in")
        page.locator("main input[type=email]").fill(address)
        page.locator("main button").click()
        page.goto(newest_link(r"https?://\S+/sign-in/\S+", since))
        page.locator("main button").click()
        _states[address] = context.storage_state()
        context.close()
    return browser.new_context(storage_state=_states[address], **options)


def visitor(browser: Browser, **options) -> BrowserContext:
    return browser.new_context(**options)


def links(page: Page) -> list[str]:
    """The addresses on a page that lead to pages of the site, without their fragments."""
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    found = [urljoin(page.url, href).split("#")[0] for href in hrefs if not href.startswith("#")]
    return list(dict.fromkeys(link for link in found if link.startswith(ORIGIN + "/")))


def is_file(address: str) -> bool:
    return "_format=" in address or "_download=" in address


def crawl(page: Page, start: str, visit, each: int = 2) -> int:
    """Visits what can be reached from `start`: of every path `each` addresses. Returns how many pages it visited.

    `visit(page, response)` looks at a page that is open.
    """
    waiting, seen, counts = [urljoin(ORIGIN, start)], set(), {}
    while waiting:
        address = waiting.pop(0)
        path = urlsplit(address).path
        if address in seen or is_file(address) or counts.get(path, 0) >= each:
            continue
        seen.add(address)
        counts[path] = counts.get(path, 0) + 1
        response = page.goto(address)
        visit(page, response)
        waiting += links(page)
    return sum(counts.values())
