"""How fast reports are read: ``make bench`` prints megabytes of text a second, a stage a line.

The text is the five seeds over and over; one pass before the clock starts compiles what is compiled once.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from indicators import export, extract, read, to_table

SEEDS = sorted((Path(__file__).parents[1] / "seeds").iterdir())
PASSES = 20


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print a line for each stage."""
    documents = [read(path) for path in SEEDS]
    observations = [row for document in documents for row in extract(document)]
    table = to_table(observations)
    megabytes = PASSES * sum(path.stat().st_size for path in SEEDS) / 1e6
    stages: dict[str, Callable[[], object]] = {
        "read": lambda: [read(path) for path in SEEDS],
        "extract": lambda: [extract(document) for document in documents],
        "to_table": lambda: to_table(observations),
        "xlsx": lambda: export.xlsx(table),
    }
    for name, work in stages.items():
        seconds = timed(lambda work=work: [work() for _ in range(PASSES)])  # type: ignore[misc]
        sys.stdout.write(f"{name:<10} {megabytes / seconds:8.2f} MB/s\n")


if __name__ == "__main__":
    main()
