"""A picture's HTML printed to PDF, its letters as letters, by a Chrome or Chromium where the machine has one.

One short-lived process a picture, with a profile of its own: readers never wait for each other's crash.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from threading import BoundedSemaphore

#: names it in the environment where it bears no usual name
VARIABLE = "INDICATORS_CHROME"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

#: printing takes about a second of one core; more at a time would only slow the page down
_TURNS = BoundedSemaphore(2)
SECONDS = 60


def chrome() -> str | None:
    """The path of a Chrome or Chromium; ``None`` where there is none."""
    named = os.environ.get(VARIABLE)
    for name in (named,) if named else (*_NAMES, _MAC):
        found = shutil.which(name)
        if found:
            return found
    return None


def pdf(page: bytes) -> bytes:
    """A page of HTML as PDF; its own ``@page`` rule says how large. It can ask nobody anything.

    Raises ``RuntimeError`` where there is no Chrome, and where it fails.
    """
    program = chrome()
    if program is None:
        raise RuntimeError(f"no Chrome or Chromium here; {VARIABLE} can name one")
    with _TURNS, tempfile.TemporaryDirectory(prefix="indicators-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / "picture.html", Path(folder) / "picture.pdf"
        source.write_bytes(page)
        command = [program, *_options(folder), f"--print-to-pdf={target}", source.as_uri()]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
            return target.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise RuntimeError(f"{program} printed nothing: {error}") from error


def _options(folder: str) -> list[str]:
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--no-pdf-header-footer",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--virtual-time-budget=3000",  # until the font is there and the chart is drawn
        f"--user-data-dir={folder}/profile",
        *(["--no-sandbox"] if as_root else []),  # Chrome refuses to start as root otherwise
    ]
