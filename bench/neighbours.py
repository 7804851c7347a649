"""How fast the reports are read beside Duckling and quantulum3, in one run."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import texts
from bench.beside import READERS
from bench.clock import Times
from bench.tables import Table

ROOT = Path(__file__).parents[1]
#: the Python of the others' environment, which ``make bench`` makes
THEIRS = ROOT / ".venv-bench" / "bin" / "python"
OURS = "indicators"
ROUNDS = 5


@dataclass
class Neighbour:
    """A reader in a process of its own: which version it is, or what is missing; its times."""

    process: subprocess.Popen[str]
    version: str = ""
    missing: str = ""
    found: int = 0
    times: Times = field(default_factory=Times)

    def hear(self) -> dict[str, Any]:
        """What it says next."""
        assert self.process.stdout is not None
        said: dict[str, Any] = json.loads(self.process.stdout.readline() or '{"missing": "it broke off"}')
        return said

    def read(self, reports: Sequence[str]) -> float:
        """The seconds that these texts take it."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(reports) + "\n")
        self.process.stdin.flush()
        said = self.hear()
        self.found = said["found"]
        return float(said["seconds"])


def beside(reports: list[str]) -> Table:
    """Megabytes a second of each reader on the same texts, by turns, and how many times as fast ours is."""
    warming, *timed = reports
    with ExitStack() as stack:
        readers = {name: stack.enter_context(_started(name)) for name in READERS}
        there = {name: reader for name, reader in readers.items() if not reader.missing}
        for reader in there.values():
            reader.read([warming])  # what is compiled or loaded once
        for seed in range(ROUNDS):
            told = texts.varied(timed, seed)
            for reader in there.values():
                reader.times.runs.append(reader.read(told))
    return _table(readers, texts.megabytes(timed), len(timed))


@contextmanager
def _started(name: str) -> Iterator[Neighbour]:
    """A reader that waits for texts, for as long as it is needed."""
    python = Path(sys.executable) if name == OURS else THEIRS
    command = [str(python if python.exists() else sys.executable), str(ROOT / "bench" / "beside.py"), name]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)} if name == OURS else None
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, encoding="utf-8", **pipes) as process:  # type: ignore[call-overload]
        reader = Neighbour(process)
        said = reader.hear()
        reader.version, reader.missing = said.get("version", ""), said.get("missing", "")
        yield reader
        process.stdin.close()


def _table(readers: dict[str, Neighbour], size: float, count: int) -> Table:
    table = Table(
        "Beside others",
        f"{count} reports, {size * 1000:.0f} kB, {ROUNDS} times, each time with other decimals; the readers "
        "take turns. Ours makes rows of them; the others find numbers, amounts and times, and join nothing. "
        "The first time is without what a reader remembers of words seen before.",
        (
            "reader",
            "version",
            "finds",
            "first time, MB/s",
            "best, MB/s",
            "slowest, MB/s",
            "ours, times as fast",
        ),
    )
    for name, reader in readers.items():
        if reader.missing:
            table.add(name, f"not measured: {reader.missing}", *[None] * 5)
            continue
        first, best, worst = (
            size / time for time in (reader.times.runs[0], reader.times.best, reader.times.worst)
        )
        ours = size / readers[OURS].times.best
        ratio = None if name == OURS else ours / best
        table.add(name, reader.version, str(reader.found), first, best, worst, ratio)
    return table
