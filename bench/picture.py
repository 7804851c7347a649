"""Make the README's picture: the page on the five reports, with the sentence of one figure open.

``python -m bench.picture`` writes ``docs/overview.png``. Needs a Chromium.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.server import ROOT, SEEDS, started

PICTURE = ROOT / "docs" / "overview.png"
SIZE = {"width": 1400, "height": 1000}
BAR = ".js-plotly-plot .bars .point path"


@contextmanager
def served(reports: Path = SEEDS) -> Iterator[str]:
    """The address of the page for as long as it is needed; ``reports`` is the folder of what it shows."""
    with started(reports=reports) as server:
        yield server.address


def main() -> None:
    """Open the page, click the bar of the chosen province, write the picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("There is no Chromium here: install the package chromium.")
    with served() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, device_scale_factor=1.5)  # type: ignore[arg-type]
        page.goto(address)
        page.wait_for_selector(BAR)
        box = page.locator(BAR).nth(1).bounding_box()
        if box is None:
            raise SystemExit("The page shows no bar.")
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_selector(".proof")
        page.mouse.move(0, 0)
        page.wait_for_timeout(1000)
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
