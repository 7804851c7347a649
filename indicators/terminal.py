"""What a person reads on a terminal: the table as aligned rows, and a report with its figures marked.

Report text is a stranger's: control characters are shown as U+FFFD and never sent to the terminal.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import regex

from indicators import views
from indicators.accounting import Accounted
from indicators.checking import Doubt
from indicators.export import records
from indicators.model import Document, Observation
from indicators.wording import Wording

#: the columns that a row shows, with their headings
_COLUMNS: Mapping[str, str] = {
    "document": "DOCUMENT",
    "indicator": "INDICATOR",
    "activity": "ACTIVITY",
    "measure": "MEASURE",
    "ref_area": "AREA",
    "time_period": "PERIOD",
    "amount": "VALUE",
    "unit": "UNIT",
    "nature": "NATURE",
    "rule": "RULE",
}
_NUMERIC = tuple(_COLUMNS).index("amount")
_POWERS = {0: "", 3: "k ", 6: "m ", 9: "bn ", 12: "tn "}

#: control characters, and those that turn the direction of writing
_OBEYED = regex.compile(r"[\p{Cc}\p{Cf}--[\t\n]]", regex.VERSION1)
_OPEN, _CLOSE = "⟦", "⟧"
_STRONG, _DIM, _PLAIN = "\x1b[1;36m", "\x1b[2m", "\x1b[0m"


def rows(table: pd.DataFrame) -> str:
    """A heading and one line a row: what it says, without its sentence."""
    cells = [tuple(_COLUMNS.values())]
    for record in records(table):
        said = {**record, "amount": amount(record), "unit": unit(record)}
        cells.append(tuple(printable(str(said[column])) for column in _COLUMNS))
    return "".join(f"{line}\n" for line in _aligned(cells))


def account(accounted: Sequence[Accounted]) -> str:
    """One line a number: its place, what became of it and why, and the number as the text has it."""
    cells = [("PLACE", "STATUS", "REASON", "NUMBER")]
    for one in accounted:
        place = f"{one.start}-{one.end}"
        cells.append((place, one.status, one.reason, " ".join(printable(one.text).split())))
    return _leftward(cells)


def findings(doubts: Sequence[Doubt], table: pd.DataFrame) -> str:
    """One line a doubt: its check, area and period, what does not go together, the places of the figures."""
    cells = []
    for doubt in doubts:
        rows = table.iloc[list(doubt.rows)]
        first = rows.iloc[0]
        places = [f"{row.document}:{row.start}-{row.end}" for row in rows.itertuples()]
        said = views.reason(doubt, rows, Wording("en"))
        cells.append((doubt.check, first["ref_area"], first["time_period"], said, " ".join(places)))
    return _leftward(cells) if cells else ""


def _leftward(cells: Sequence[tuple[str, ...]]) -> str:
    """The rows as lines whose columns begin below each other."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
    return "".join(f"{printable(line)}\n" for line in lines)


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (
            cell.rjust(width) if place == _NUMERIC else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(padded).rstrip()


def printable(words: str) -> str:
    """The words without what a terminal would obey; line breaks and tabs stay.

    >>> printable("GRDP\\x1b[2J tăng")
    'GRDP�[2J tăng'
    """
    return _OBEYED.sub("�", words)


def amount(record: Mapping[str, Any]) -> str:
    """The value of a row with what bounds it.

    >>> amount({"value": 8.5, "value_upper": 9.0, "qualifier": ".."})
    '8.5..9'
    >>> amount({"value": 25200.0, "value_upper": None, "qualifier": ">"})
    '> 25200'
    """
    lower = f"{record['value']:.12g}"
    if record["value_upper"] is not None:
        return f"{lower}..{record['value_upper']:.12g}"
    return lower if record["qualifier"] == "=" else f"{record['qualifier']} {lower}"


def unit(record: Mapping[str, Any]) -> str:
    """The unit of a row with its power of ten.

    >>> unit({"unit_measure": "VND", "unit_mult": 9})
    'bn VND'
    """
    power = record["unit_mult"]
    return f"{_POWERS.get(power, f'10^{power} ')}{record['unit_measure']}"


def explained(document: Document, observations: Sequence[Observation], colour: bool = False) -> str:
    """The report's text with its figures marked, and under each paragraph what was read from each.

    The first lines say what the head of the report told: title, area, date of publication, period; and which
    of these a reader told.
    """
    head = {
        "title": document.title,
        "area": document.area,
        "published": document.published,
        "period": _period_code(document),
        "told": ", ".join(sorted(document.told)),
    }
    lines = [f"{name:<10} {printable(str(said))}" for name, said in head.items() if said]
    lines.append(f"{'figures':<10} {len(observations)}")
    lines.append("")
    waiting = sorted(observations, key=lambda found: (found.start, found.end), reverse=True)
    start = 0
    for paragraph in document.text.split("\n"):
        within = []
        while waiting and waiting[-1].start <= start + len(paragraph):
            within.append(waiting.pop())
        lines.append(_marked(paragraph, start, within, colour))
        lines.extend(_notes(document, within, colour))
        start += len(paragraph) + 1
    return "\n".join(lines).rstrip("\n") + "\n"


def _period_code(document: Document) -> str | None:
    period = document.period
    return None if period is None or period.year is None or not period.month else period.code


def _marked(paragraph: str, offset: int, observations: Sequence[Observation], colour: bool) -> str:
    """The paragraph with a mark around each figure, given in order; figures that overlap share one."""
    spans: list[list[int]] = []
    for found in observations:
        start, end = found.start - offset, min(found.end - offset, len(paragraph))
        if spans and start < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    before, after = (_STRONG + _OPEN, _CLOSE + _PLAIN) if colour else (_OPEN, _CLOSE)
    pieces, last = [], 0
    for start, end in spans:
        pieces += [printable(paragraph[last:start]), before, printable(paragraph[start:end]), after]
        last = end
    return "".join([*pieces, printable(paragraph[last:])])


def _notes(document: Document, observations: Sequence[Observation], colour: bool) -> Iterator[str]:
    """A line a figure: its text, what it is a figure of, the rule that took it, and what to look at twice."""
    cells = []
    for found in observations:
        record = {
            "value": found.value,
            "value_upper": found.value_upper,
            "qualifier": found.qualifier,
            "unit_measure": found.unit_measure,
            "unit_mult": found.unit_mult,
        }
        cells.append(
            (
                printable(document.text[found.start : found.end]).replace("\n", " "),
                found.indicator if found.activity == "_T" else f"{found.indicator}/{found.activity}",
                found.measure,
                found.ref_area,
                found.time_period,
                found.nature,
                amount(record),
                unit(record),
                f"rule {found.rule}",
                "; ".join(found.review),
            )
        )
    for found, line in zip(observations, _aligned(cells) if cells else (), strict=True):
        for note in (line, f"  by {_grounds(document, found)}"):
            yield f"{_DIM}    {note}{_PLAIN}" if colour else f"    {note}"


def _grounds(document: Document, found: Observation) -> str:
    """The words that decided a row, with their place where they stand outside its sentence."""
    places = {
        "indicator": found.indicator_at,
        "activity": found.activity_at,
        "area": found.area_at,
        "period": found.period_at,
        "base": found.base_at,
    }
    inside = range(found.sentence_start, found.sentence_start + len(found.sentence))
    told = []
    for name, place in places.items():
        if place is not None:
            words = " ".join(printable(document.text[place.start : place.end]).split())
            told.append(f"{name} “{words}”" + ("" if place.start in inside else f" at {place.start}"))
    return ", ".join(told) or "convention alone"
