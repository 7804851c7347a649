"""How quick the page is at a million rows: ``make bench-page`` prints it, beside a page with one bar chart.

Times are of the clock, as a reader has them, on pages that take turns. Needs a Chromium.
"""

import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench import million, tables
from bench.server import Server, started
from bench.tables import Table

VISITS, CHANGES = 5, 12
TRIVIAL, OURS, FEW = "one trivial chart", "a million rows", "the five reports"
#: the filters that are changed by turns, by the keys of their fields
FILTERS: Mapping[str, Sequence[str]] = {TRIVIAL: ("number",), OURS: ("w_period", "w_ind")}
#: the view that opens: a half-year, which every indicator has
VIEW = "?area=VN-09&kind=S&period=2024-S1&ind=ECON&measure=GROWTH_YOY"
BAR = ".js-plotly-plot .bars .point path"
#: keeps when the page last asked its server, and when it was last answered
FRAMES = """
    window.watched = {};
    window.WebSocket = class extends WebSocket {
        constructor(...of) {
            super(...of);
            this.addEventListener("message", () => { watched.answered = performance.now(); });
        }
        send(message) {
            watched.asked ??= performance.now();
            super.send(message);
        }
    };
"""
#: keeps when a value is chosen, and when the figures of the chart have changed
WATCH = """
    () => {
        const figures = () =>
            [...document.querySelectorAll(".js-plotly-plot .bars text")].map(told => told.innerHTML).join();
        const before = figures();
        for (const moment of Object.keys(watched)) delete watched[moment];
        const chosen = () => { watched.chosen = performance.now(); };
        addEventListener("keydown", chosen, { once: true, capture: true });
        const look = () => {
            if (figures() === before) requestAnimationFrame(look);
            else watched.chart = performance.now();
        };
        look();
    }
"""


@dataclass
class Traffic:
    """What a page is sent, in bytes."""

    received: float = 0

    def listen(self, wire: CDPSession) -> None:
        """Count from now on."""
        wire.on("Network.loadingFinished", lambda event: self._count(event["encodedDataLength"]))
        wire.on("Network.webSocketFrameReceived", self._answer)
        wire.send("Network.enable")

    def _count(self, size: float) -> None:
        self.received += size

    def _answer(self, event: dict[str, Any]) -> None:
        self._count(len(event["response"]["payloadData"]) * 3 / 4)  # it is told in base64


@contextmanager
def opened(browser: Browser, script: str = "") -> Iterator[tuple[Page, CDPSession]]:
    """An empty page of a browser that keeps nothing; ``script`` runs before what it opens."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    if script:
        context.add_init_script(script)
    page = context.new_page()
    yield page, context.new_cdp_session(page)
    context.close()


def visit(page: Page, server: Server) -> float:
    """Seconds to the first chart."""
    start = time.perf_counter()
    page.goto(f"{server.address}/{VIEW}", wait_until="commit")
    page.wait_for_selector(BAR, timeout=120_000)
    seconds = time.perf_counter() - start
    page.wait_for_timeout(1500)  # what comes after the chart belongs to the visit
    return seconds


def changed(page: Page, key: str) -> tuple[float, float]:
    """Milliseconds from the choice of a filter's next value to the new chart, and of the server's answering.

    The page's own clock tells them: to be told of every frame would cost the page more the more it is sent.
    """
    page.locator(f".st-key-{key} input").click()
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(300)
    page.evaluate(WATCH)
    page.keyboard.press("Enter")
    page.wait_for_function("() => watched.chart")
    page.wait_for_timeout(1000)
    watched = page.evaluate("watched")
    return watched["chart"] - watched["chosen"], watched["answered"] - watched["asked"]


def first_visits(browser: Browser, servers: Mapping[str, Server]) -> Table:
    """Seconds to the first chart and megabytes of a first visit."""
    times: dict[str, list[float]] = {name: [] for name in servers}
    sizes: dict[str, float] = {}
    for _ in range(VISITS + 1):  # the first one reads what is read once, and is not counted
        for name, server in servers.items():
            with opened(browser) as (page, wire):
                traffic = Traffic()
                traffic.listen(wire)
                times[name].append(visit(page, server))
                sizes[name] = traffic.received / 1e6
    table = Table(
        "First visit",
        f"Median of {VISITS} first visits. Aim: at most 1.2 times the trivial page, at most 3 MB.",
        ("page", "seconds to the first chart", "least", "most", "times the trivial page", "MB"),
    )
    usual = statistics.median(times[TRIVIAL][1:])
    for name, (_, *taken) in times.items():
        median = statistics.median(taken)
        table.add(name, median, min(taken), max(taken), median / usual, sizes[name])
    return table


def changes(browser: Browser, servers: Mapping[str, Server]) -> Table:
    """Milliseconds from a changed filter to the new chart, and the server's part."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in FILTERS}
    spent = dict.fromkeys(FILTERS, 0.0)
    with ExitStack() as stack:
        pages = {name: stack.enter_context(opened(browser, FRAMES))[0] for name in FILTERS}
        for name, page in pages.items():
            visit(page, servers[name])
        for turn in range(CHANGES):
            for name, page in pages.items():
                keys, before = FILTERS[name], servers[name].spent()
                times[name].append(changed(page, keys[turn % len(keys)]))
                spent[name] += servers[name].spent() - before
    table = Table(
        "A changed filter",
        f"Median of {CHANGES} changes. Aim: at most 1.5 times the trivial page, the server under 100 ms.",
        (
            *("page", "ms to the new chart", "least", "most", "times the trivial page"),
            *("ms of the server by the clock", "of its processor, on average"),
        ),
    )
    usual = statistics.median(whole for whole, _ in times[TRIVIAL])
    for name, taken in times.items():
        whole, server = zip(*taken, strict=True)
        median, in_server = statistics.median(whole), statistics.median(server)
        told = (median, min(whole), max(whole), median / usual)
        table.add(name, *told, in_server, 1000 * spent[name] / CHANGES)
    return table


def sessions(browser: Browser, server: Server) -> Table:
    """Megabytes of the server's memory with one session, and what each further one adds."""
    table = Table(
        "Memory",
        "Of the server at a million rows; each session makes four changes. Aim: under 20 MB for the second.",
        ("sessions", "MB", "more than before"),
    )
    before = None
    with ExitStack() as stack:
        for count in (1, 2, 3):
            page, _ = stack.enter_context(opened(browser, FRAMES))
            visit(page, server)
            for key in (*FILTERS[OURS], *FILTERS[OURS]):
                changed(page, key)
            memory = server.memory()
            table.add(str(count), memory, None if before is None else memory - before)
            before = memory
    return table


def main() -> None:
    """Print each part when it is measured."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("There is no Chromium here: install the package chromium.")
    if not million.FILE.exists():
        million.main([])
    sys.stdout.write(f"{tables.machine()}, streamlit {version('streamlit')}\n")
    with ExitStack() as stack:
        servers = {
            TRIVIAL: stack.enter_context(started("bench/trivial.py")),
            FEW: stack.enter_context(started()),
            OURS: stack.enter_context(started(reports=million.FILE)),
        }
        play = stack.enter_context(sync_playwright())
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        parts: tuple[Callable[[], Table], ...] = (
            lambda: first_visits(browser, servers),
            lambda: changes(browser, servers),
            lambda: sessions(browser, servers[OURS]),
        )
        for measured in parts:
            sys.stdout.write(f"\n{measured().markdown()}")
            sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()
