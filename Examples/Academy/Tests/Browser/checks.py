"""What holds on every page, whoever reads it."""

from playwright.sync_api import Page, Response

LAYOUT = """() => {
  const root = document.documentElement
  const wide = [...document.querySelectorAll('body *')].filter(element => {
    if (element.closest('.scroll, .unseen, svg, [popover]:not(:popover-open)')) return false
    const style = getComputedStyle(element)
    if (style.position === 'absolute' && style.clipPath !== 'none') return false
    const box = element.getBoundingClientRect()
    return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1)
  })
  return {
    over: root.scrollWidth - root.clientWidth,
    wide: wide.slice(0, 3).map(element => element.outerHTML.slice(0, 120)),
    heads: document.querySelectorAll('h1').length,
    title: document.title, lang: root.lang, dir: root.dir,
    script: document.querySelectorAll('script, [onclick], [onload], [style]').length,
    ids: [...document.querySelectorAll('[id]')].map(element => element.id),
    targets: [...document.querySelectorAll('a[href^="#"]')].map(link => link.getAttribute('href').slice(1)),
  }
}"""


def layout(page: Page, response: Response | None) -> list[str]:
    """What is wrong with the page that is open."""
    found = []
    if response is None or response.status >= 500:
        return [f"answers {response.status if response else 'nothing'}"]
    seen = page.evaluate(LAYOUT)
    if seen["over"] > 0:
        found.append(f"is {seen['over']} px wider than the window")
    found += [f"shows this outside the window: {part}" for part in seen["wide"]]
    if seen["heads"] != 1:
        found.append(f"has {seen['heads']} headings of the first level")
    if not seen["title"].strip():
        found.append("has no title")
    if not seen["lang"]:
        found.append("has no language")
    if seen["script"]:
        found.append("has a script or a style in it")
    repeated = {name for name in seen["ids"] if seen["ids"].count(name) > 1}
    found += [f"has the id {name} twice" for name in sorted(repeated)]
    found += [f"links to #{name}, which is not there" for name in seen["targets"] if name not in seen["ids"]]
    return found


class Findings:
    """Collects what is wrong, and says it once."""

    def __init__(self, name: str):
        self.name, self.lines, self.count = name, [], 0

    def add(self, where: str, found: list[str]):
        self.count += 1
        for line in found:
            self.lines.append(f"{where}: {line}")

    def end(self):
        for line in self.lines:
            print(line)
        print(f"{self.name}: {self.count} pages, {len(self.lines)} findings")
        if self.lines or not self.count:
            raise SystemExit(1)
