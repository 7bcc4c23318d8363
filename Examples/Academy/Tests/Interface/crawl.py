"""Hostile texts in every field that people read, and the addresses of an administrator in the hands of others.

Usage: crawl.py BASE DATA TOKEN. The token holds every permission."""

import html
import re
import sys

import requests

from web import Web

base, data, token = sys.argv[1:4]
api = requests.Session()
api.headers["Authorization"] = f"Bearer {token}"
PAYLOAD = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>"
faults = 0


def judge(what, holds, detail=""):
    global faults
    print("ok    " if holds else "FAULT ", what, detail)
    faults += 0 if holds else 1


def call(path, body):
    return api.post(f"{base}/api/v1/{path}", json=body)


def rows(path, **parameters):
    return api.get(f"{base}/api/v1/{path}", params=parameters).json()["rows"]


def plant():
    """Puts the payload into every act whose fields are known here. Returns how many took it."""
    person = rows("kernel/members", text="student", limit=1)[0]["id"]
    team = rows("kernel/teams")[0]["id"]
    course = rows("courses/catalogue")[0]["id"]
    page = api.get(f"{base}/api/v1/teampages/page", params={"team": team}).json()
    edit = next((block for block in page.get("blocks", []) if block.get("act") == "teampages/save-draft"), None)
    revision = edit["fields"]["revision"][0] if edit else "0"
    acts = [
        ("kernel/create-team", {"name": PAYLOAD}), ("kernel/rename-team", {"team": team, "name": f"2 {PAYLOAD}"}),
        ("kernel/rename-member", {"member": person, "name": PAYLOAD}),
        ("courses/add", {"id": "hostile", "title": PAYLOAD}),
        ("suggestions/suggest-to-everybody", {"course": course, "note": PAYLOAD}),
        ("suggestions/set-course-goal", {"member": person, "course": course, "day": "2040-01-01", "note": PAYLOAD}),
        ("suggestions/suggest-to-member", {"member": person, "course": course, "note": PAYLOAD}),
        ("teampages/save-draft", {
            "team": team, "revision": revision, "message": f"# {PAYLOAD}\n\n{PAYLOAD} [a](javascript:alert(1))"}),
        ("teampages/send-to-team", {"team": team, "subject": PAYLOAD, "text": PAYLOAD}),
        ("kernel/settings", {"name": PAYLOAD, "language": "en", "time-zone": "Europe/London",
                             "first-weekday": "monday"}),
    ]
    taken = []
    document = requests.get(f"{base}/api/v1/openapi.json").json()["paths"]
    for path, body in acts:
        known = document.get(f"/{path}", {}).get("post")
        if not known:
            print("      there is no", path)
            continue
        fields = known["requestBody"]["content"]["application/json"]["schema"]["properties"]
        answer = call(path, {name: value for name, value in body.items() if name in fields})
        taken.append(path) if answer.ok else print("      refused:", path, answer.status_code, answer.text[:200])
    return taken


def crawl(web, start, most=400):
    """The addresses that a person reaches, each with its status and text."""
    queue, pages = [start], {}
    while queue and len(pages) < most:
        path = queue.pop(0)
        if path in pages:
            continue
        answer = web.get(path)
        pages[path] = (answer.status_code, answer.text if "html" in answer.headers.get("Content-Type", "") else "")
        links = [html.unescape(link) for link in re.findall(r'(?:href|formaction)="(/o/[^"]+)"', pages[path][1])]
        # A few pages of each surface are enough.
        for link in links:
            if sum(1 for known in [*pages, *queue] if known.split("?")[0] == link.split("?")[0]) < 5:
                queue.append(link)
    return pages


taken = plant()
judge("hostile texts were taken as texts", len(taken) >= 6, ", ".join(taken))
administrator = Web(base, data).sign_in("administrator@ou.example")
start = "/o/" + administrator.get("/").url.split("/o/")[1].split("/")[0]
pages = crawl(administrator, start)
judge("an administrator's pages have no fault", all(status < 500 for status, _ in pages.values()), f"{len(pages)} pages")
shown = [path for path, (_, text) in pages.items() if "&lt;img src=x" in text]
judge("the texts are shown", len(shown) > 10, f"on {len(shown)} pages")
raw = [path for path, (_, text) in pages.items() if re.search(r"<img src=x|<script|href=\"javascript:", text)]
judge("none becomes an element", not raw, str(raw[:5]))

ADDRESS = re.compile(r"[\w.+-]+@ou\.example")
learner = rows("kernel/members", text="student", limit=3)[1]
supervisor = next(row for row in rows("kernel/members", role="supervisor", limit=1))
for person in [learner, supervisor]:
    web = Web(base, data).sign_in(person["address"])
    own = crawl(web, start)
    known = set(ADDRESS.findall("".join(text for _, text in own.values()))) | {person["address"]}
    if person is learner:
        judge("a learner's pages name no other person's address", known <= {person["address"]}, str(known)[:200])
    opened, leaks, broken = 0, [], []
    for path in pages:
        answer = web.get(path)
        opened += answer.status_code == 200
        if answer.status_code >= 500:
            broken.append(path)
        if set(ADDRESS.findall(answer.text)) - known:
            leaks.append(path)
    who = "a learner" if person is learner else "a supervisor"
    judge(f"an administrator's addresses break nothing for {who}", not broken, str(broken[:3]))
    judge(f"they show {who} no further person", not leaks, f"{opened} of {len(pages)} open; {leaks[:3]}")
visitor = Web(base, data)
opened = [path for path in pages if visitor.get(path, allow_redirects=False).status_code == 200]
judge("they show a visitor nothing", not opened, str(opened[:3]))
sys.exit(1 if faults else 0)
