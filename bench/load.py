"""Fifty readers at once on a server of our own: does each see what was asked for, and does the memory stay?

``python -m bench.load`` runs a minute: every reader opens view after view over the page's own protocol, in
Vietnamese or English, and fetches the rows behind it. A view that shows another reader's area, period or
language, an exception, and a file with rows that were not asked for count as faults. The server's memory is
told where there is a /proc.
"""

import argparse
import asyncio
import csv
import io
import os
import random
import statistics
import sys
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.picture import served
from indicators.lexicon import LANGUAGES
from indicators.wording import Wording, capitalise

#: seconds that a view may take on a busy machine before it counts as a fault
PATIENCE = 60
#: seconds that a reader looks at a view
PAUSE = 1.0

#: an area and a period that have rows
View = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """What happened: seconds of each view and each file, faults in words, megabytes of the server."""

    views: list[float] = field(default_factory=list)
    files: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


async def load(address: str, sessions: int, seconds: float) -> Tally:
    """Let the readers read for so many seconds."""
    tally = Tally()
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(sessions))
    rows = await asyncio.to_thread(_rows, address, "")
    views = sorted({(row["ref_area"], row["time_period"]) for row in rows})
    until = time.monotonic() + seconds
    readers = [_reader(address, number, views, until, tally) for number in range(sessions)]
    await asyncio.gather(_watch(until, tally), *readers)
    return tally


async def _reader(address: str, number: int, views: Sequence[View], until: float, tally: Tally) -> None:
    """One reader, who never sees another's view; a broken connection is a fault, and the reader's end."""
    chance = random.Random(number)
    try:
        async with connect(
            f"{address.replace('http', 'ws')}/_stcore/stream", subprotocols=["streamlit"], max_size=None
        ) as wire:
            while time.monotonic() < until:
                await _look(wire, chance.choice(views), chance.choice(LANGUAGES), tally)
                await _fetch(address, chance.choice(views), tally)
                await asyncio.sleep(PAUSE * chance.uniform(0.5, 1.5))
    except (OSError, TimeoutError, ConnectionError) as error:
        tally.faults.append(f"reader {number}: {error!r}")


async def _look(wire: ClientConnection, view: View, language: str, tally: Tally) -> None:
    """Open a view by its link, and read all that the server sends for it."""
    area, period = view
    asked = BackMsg()
    asked.rerun_script.query_string = urlencode({"area": area, "period": period, "lang": language})
    start = time.monotonic()
    await wire.send(asked.SerializeToString())
    titles, broken = await asyncio.wait_for(_answer(wire), PATIENCE)
    tally.views.append(time.monotonic() - start)
    say = Wording(language)
    title = capitalise(say.text("view_title", area=say.area(area), period=say.label(period)))
    if broken or title not in titles:
        tally.faults.append(f"{area} {period} {language}: {titles} {broken}")


async def _answer(wire: ClientConnection) -> tuple[list[str], list[str]]:
    """The titles of the view and the exceptions in it, once the page has run."""
    titles: list[str] = []
    broken: list[str] = []
    begun = False
    async for content in wire:
        told = ForwardMsg.FromString(content if isinstance(content, bytes) else content.encode())
        kind = told.WhichOneof("type")
        begun = begun or kind == "new_session"
        if kind == "delta":
            element = told.delta.new_element
            if element.WhichOneof("type") == "exception":
                broken.append(element.exception.message)
            elif "<h1>" in element.html.body:
                titles.append(unescape(element.html.body.partition("<h1>")[2].partition("</h1>")[0]))
        elif kind == "script_finished" and begun:
            if told.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                continue  # a run that was cut short by the next one: the page's own rerun
            break
    return titles, broken


async def _fetch(address: str, view: View, tally: Tally) -> None:
    """Fetch the rows of a view as a file."""
    area, period = view
    start = time.monotonic()
    rows = await asyncio.to_thread(_rows, address, urlencode({"area": area, "period": period}))
    tally.files.append(time.monotonic() - start)
    if {(row["ref_area"], row["time_period"]) for row in rows} != {view}:
        tally.faults.append(f"file of {area} {period}: {len(rows)} rows, not of this view alone")


def _rows(address: str, query: str) -> list[dict[str, str]]:
    with urllib.request.urlopen(f"{address}/api/v1/observations.csv?{query}", timeout=PATIENCE) as answer:
        return list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))


async def _watch(until: float, tally: Tally) -> None:
    """Note the server's memory every two seconds: the first child of this process is the server."""
    own = os.getpid()
    children = Path(f"/proc/{own}/task/{own}/children")
    while children.exists() and time.monotonic() < until:
        status = Path(f"/proc/{children.read_text().split()[0]}/status").read_text()
        tally.memory.append(int(status.partition("VmRSS:")[2].split()[0]) / 1000)
        await asyncio.sleep(2)


def _told(tally: Tally, sessions: int) -> str:
    lines = []
    for name, found in (("views", tally.views), ("files", tally.files)):
        if len(found) > 1:
            middle, late = statistics.median(found), statistics.quantiles(found, n=20)[-1]
            lines.append(
                f"{len(found)} {name} by {sessions} readers: median {middle:.2f} s, 95 % in {late:.2f} s"
            )
    if tally.memory:
        first, half, last = (tally.memory[place] for place in (0, len(tally.memory) // 2, -1))
        lines.append(f"memory: {first:.0f} MB, {half:.0f} MB half-way, {last:.0f} MB at the end")
    return "\n".join([*lines, f"{len(tally.faults)} faults", *tally.faults[:10]]) + "\n"


def main() -> int:
    """Run the readers and tell what happened; returns 1 where there was a fault."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    with served() as address:
        tally = asyncio.run(load(address, options.sessions, options.seconds))
    sys.stdout.write(_told(tally, options.sessions))
    return 1 if tally.faults or not tally.views else 0


if __name__ == "__main__":
    sys.exit(main())
