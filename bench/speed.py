"""How fast texts become rows: by stage, by length, and on texts made to be hard."""

from collections.abc import Callable

from bench import texts
from bench.clock import Times, in_turn
from bench.tables import Table
from indicators import extract, read_text, to_table
from indicators.finding import areas, concepts, cues, numbers, periods

ROUNDS = 3
MEGABYTE = 1_000_000
LENGTHS = (MEGABYTE // 10, MEGABYTE, 10 * MEGABYTE)


def rows(text: str) -> object:
    """All that is done with a report: from its text to its rows in the table."""
    return to_table(extract(read_text(text, "report")))


def find(text: str) -> object:
    """What the finders find in a text."""
    return [
        *numbers.find(text),
        *periods.find(text),
        *areas.find(text),
        *areas.elsewhere(text),
        *concepts.find(text),
        *cues.find(text),
    ]


def by_stage(reports: list[str]) -> Table:
    """Megabytes a second of each stage on one text of a megabyte."""
    text = texts.ordinary(reports, MEGABYTE)
    document = read_text(text, "report")
    found = extract(document)
    times = in_turn(
        {
            "reading": lambda: read_text(text, "report"),
            "finding": lambda: find(document.text),
            "finding and observing": lambda: extract(document),
            "table": lambda: to_table(found),
            "text to rows": lambda: rows(text),
        },
        ROUNDS,
    )
    table = Table(
        "By stage",
        f"One text of 1 MB, {len(found)} rows. Aim: text to rows at 2 MB/s or more.",
        ("stage", "MB/s", "slowest run, MB/s"),
    )
    for name, taken in times.items():
        table.add(name, 1 / taken.best, 1 / taken.worst)
    return table


def by_length(reports: list[str]) -> Table:
    """Seconds for one text of each length, and how many times those of the text of a tenth of its length."""
    times = _in_turn({str(size): texts.ordinary(reports, size) for size in LENGTHS})
    table = Table(
        "By length",
        "One text. Aim: ten times the text in at most eleven times the time.",
        ("MB", "seconds", "slowest run, seconds", "times the tenth"),
    )
    for size in LENGTHS:
        taken, tenth = times[str(size)], times.get(str(size // 10))
        table.add(size / MEGABYTE, taken.best, taken.worst, taken.best / tenth.best if tenth else None)
    return table


def by_text(reports: list[str]) -> Table:
    """How many times the seconds of ordinary text made texts of a megabyte take."""
    times = _in_turn({"ordinary": texts.ordinary(reports, MEGABYTE), **texts.made(reports, MEGABYTE)})
    table = Table(
        "Made texts",
        "Each of 1 MB. Aim: at most twice the time of ordinary text of that length.",
        ("text", "seconds", "slowest run, seconds", "times ordinary"),
    )
    for name, taken in times.items():
        table.add(name, taken.best, taken.worst, taken.best / times["ordinary"].best)
    return table


def _in_turn(made: dict[str, str]) -> dict[str, Times]:
    works: dict[str, Callable[[], object]] = {name: _reader(text) for name, text in made.items()}
    return in_turn(works, ROUNDS)


def _reader(text: str) -> Callable[[], object]:
    return lambda: rows(text)
