"""What test files share: one server and one Chromium for all that drive the page in a real browser."""

import os
import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from browsing import HOME, WIDE, Heard, go, parts
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright
from plotly.graph_objects import Figure

from bench.picture import served
from indicators.charts.drawing import Drawing

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
expect.set_options(timeout=15_000)
# A busy machine is slow, not wrong: what a test asserts on its time it says itself.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked ``browser`` are skipped where there is no Chromium, but never in CI."""
    if CHROMIUM is not None or os.environ.get("CI") == "true":
        return
    reason = "no Chromium on this machine: install the package chromium to run the browser tests"
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session", autouse=True)
def checked() -> Iterator[None]:
    """Every chart that a test draws is one that plotly understands: the page itself doesn't ask."""
    unchecked = Drawing.figure

    def figure(chart: Drawing, *of: Any, **layout: Any) -> Figure:
        drawn = unchecked(chart, *of, **layout)
        assert Figure(drawn.to_dict()).to_dict() == drawn.to_dict()
        return drawn

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Drawing, "figure", figure)
        yield


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """A server of our own on a free port of the loopback, with the five seeds."""
    with served() as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file's tests; not for all, since its event loop would stay open between files."""
    assert CHROMIUM is not None, "CI has no Chromium"
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[tuple[Page, Heard]]:
    """One page for a file's tests: it is loaded anew only where a test left another view behind."""
    context = browser.new_context(viewport=WIDE, accept_downloads=True)
    page, heard = context.new_page(), Heard()
    page.set_default_timeout(15_000)
    heard.listen(page)
    yield page, heard
    context.close()


@pytest.fixture
def page(opened: tuple[Page, Heard], address: str) -> Iterator[Page]:
    """The page at its first view; it has said nothing and asked nobody else when the test is over."""
    page, heard = opened
    heard.forget()
    page.set_viewport_size(WIDE)
    if parts(page) != HOME or urlsplit(page.url).path.strip("/"):
        go(page, address)
    expect(page.locator("h1")).to_have_text("Lạng Sơn, 6 tháng đầu năm 2020")
    yield page
    assert heard.said == []
    assert heard.asked - {""} <= {urlsplit(address).netloc}
