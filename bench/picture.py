"""Make the README's picture: the page on the five reports, with the sentence of one figure open.

``python -m bench.picture`` writes ``docs/overview.png``. Needs a Chromium.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "overview.png"
SIZE = {"width": 1400, "height": 1000}
#: seconds that a server may take to start on a busy machine
PATIENCE = 180
BAR = ".js-plotly-plot .bars .point path"


@contextmanager
def served(reports: Path | None = None) -> Iterator[str]:
    """The address of the page on a free port of the loopback, for as long as it is needed.

    ``reports`` is the folder of the reports that it shows, else the five of ``seeds/``.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
    command += ["--server.port", str(port), "--server.fileWatcherType", "none"]
    environment = os.environ | {"INDICATORS_REPORTS": str(reports or ROOT / "seeds")}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=ROOT, env=environment, **quiet)
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(60)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers; raises ``RuntimeError`` where it ends, or is not there in time."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


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
