"""How quick the page is at a million rows: ``make bench-page`` prints it, beside a page with one bar chart.

Times are of the clock, as a reader has them, on pages that take turns. Needs a Chromium.
"""

import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
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
FIGURES = (
    "() => [...document.querySelectorAll('.js-plotly-plot .bars text')].map(told => told.innerHTML).join()"
)


@dataclass
class Traffic:
    """What a page is sent and asks, in bytes and in seconds."""

    received: float = 0
    asked: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)

    def listen(self, wire: CDPSession) -> None:
        """Count from now on."""
        wire.on("Network.loadingFinished", lambda event: self._count(event["encodedDataLength"]))
        wire.on("Network.webSocketFrameSent", lambda event: self.asked.append(event["timestamp"]))
        wire.on("Network.webSocketFrameReceived", self._answer)
        wire.send("Network.enable")

    def _count(self, size: float) -> None:
        self.received += size

    def _answer(self, event: dict[str, Any]) -> None:
        self._count(len(event["response"]["payloadData"]) * 3 / 4)  # it is told in base64
        self.answered.append(event["timestamp"])


@contextmanager
def visited(browser: Browser, server: Server) -> Iterator[tuple[Page, Traffic, float]]:
    """A first visit, with nothing kept: the page, what was sent, seconds to the first chart."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    page, traffic = context.new_page(), Traffic()
    traffic.listen(context.new_cdp_session(page))
    start = time.perf_counter()
    page.goto(f"{server.address}/{VIEW}", wait_until="commit")
    page.wait_for_selector(BAR, timeout=120_000)
    seconds = time.perf_counter() - start
    page.wait_for_timeout(1500)  # what comes after the chart belongs to the visit
    yield page, traffic, seconds
    context.close()


def changed(page: Page, traffic: Traffic, key: str) -> tuple[float, float]:
    """Seconds from the choice of a filter's next value to the new chart, and to the server's last answer."""
    page.locator(f".st-key-{key} input").click()
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(300)
    before = page.evaluate(FIGURES)
    traffic.asked.clear()
    traffic.answered.clear()
    start = time.perf_counter()
    page.keyboard.press("Enter")
    page.wait_for_function(f"before => ({FIGURES})() !== before", arg=before)
    seconds = time.perf_counter() - start
    page.wait_for_timeout(1000)
    return seconds, max(traffic.answered) - min(traffic.asked)


def first_visits(browser: Browser, servers: Mapping[str, Server]) -> Table:
    """Seconds to the first chart and megabytes of a first visit."""
    times: dict[str, list[float]] = {name: [] for name in servers}
    sizes: dict[str, float] = {}
    for _ in range(VISITS + 1):  # the first one reads what is read once, and is not counted
        for name, server in servers.items():
            with visited(browser, server) as (_, traffic, seconds):
                times[name].append(seconds)
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
        pages = {name: stack.enter_context(visited(browser, servers[name])) for name in FILTERS}
        for turn in range(CHANGES):
            for name, (page, traffic, _) in pages.items():
                keys, before = FILTERS[name], servers[name].spent()
                times[name].append(changed(page, traffic, keys[turn % len(keys)]))
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
        told = (1000 * second for second in (median, min(whole), max(whole)))
        table.add(name, *told, median / usual, 1000 * in_server, 1000 * spent[name] / CHANGES)
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
            page, traffic, _ = stack.enter_context(visited(browser, server))
            for key in (*FILTERS[OURS], *FILTERS[OURS]):
                changed(page, traffic, key)
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
