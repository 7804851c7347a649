"""How fast reports are read: ``make bench`` prints it and writes it to ``bench/RESULTS.md``.

All times are of the processor. ``python -m bench FOLDER...`` measures on other reports and writes nothing.
"""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import neighbours, speed, tables, texts

RESULTS = Path(__file__).parent / "RESULTS.md"
CLOCK = "Times are of the processor, on one core; MB are 10⁶ bytes of UTF-8; of several runs the best counts."


def sections(reports: list[str]) -> Iterator[str]:
    """What is measured, one part after the other, as Markdown."""
    day = dt.datetime.now(dt.UTC).date()
    yield f"# How fast reports are read\n\n`make bench` wrote this on {day}. {tables.machine()}. {CLOCK}\n"
    for measure in (neighbours.beside, speed.by_stage, speed.by_length, speed.by_text):
        yield f"\n{measure(reports).markdown()}"


def main(folders: Sequence[str]) -> None:
    """Print each part when it is measured; write them all where the reports are those that ship."""
    written = []
    for section in sections(texts.reports(*map(Path, folders))):
        sys.stdout.write(section)
        sys.stdout.flush()
        written.append(section)
    if not folders:
        RESULTS.write_text("".join(written), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
