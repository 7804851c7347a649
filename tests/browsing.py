"""What the tests in a real browser do again and again: open a view, click a bar, read the address."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Download, Page, ViewportSize

BAR = ".js-plotly-plot .bars .point path"
WIDE: ViewportSize = {"width": 1400, "height": 1400}
#: the address of the first view of the five seeds
HOME = {
    "area": "VN-09",
    "kind": "S",
    "period": "2020-S1",
    "ind": "ECON",
    "measure": "GROWTH_YOY",
    "lang": "vi",
}


@dataclass
class Heard:
    """What the page said on the console, and whom it asked."""

    said: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def listen(self, page: Page) -> None:
        page.on("console", lambda told: self.said.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.add(urlsplit(request.url).netloc))

    def forget(self) -> None:
        self.said.clear()
        self.asked.clear()


def go(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(BAR, timeout=30_000)  # the first time the reports are read, too


def click(page: Page, bar: int) -> None:
    box = page.locator(BAR).nth(bar).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def parts(page: Page) -> dict[str, str]:
    """The parts of the page's link."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def bars(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".js-plotly-plot .bars text").all_text_contents()]


def wait_for_other_bars(page: Page, before: list[str]) -> None:
    """The headline of a new view may stand before its chart does."""
    page.wait_for_function(
        "before => { const now = [...document.querySelectorAll('.js-plotly-plot .bars text')];"
        " return now.length && now.map(text => text.textContent.trim()).join('|') !== before; }",
        arg="|".join(before),
    )


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """The name and the bytes of what a button of the menu downloads."""
    wanted = page.get_by_role("button", name=button, exact=True)
    if not wanted.is_visible():
        page.locator(".st-key-downloads button").click()
    with page.expect_download() as waiting:
        wanted.click()
    download: Download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes()
