"""Observations to the tidy table: one row a figure, the same columns and dtypes whatever the rows.

Text columns have the dtype ``str`` and never a category: tables of several reports can be joined, compared
and grouped without their codes falling apart. A missing value is NaN. ``check`` refuses any other table.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, Literal, cast, get_args

import pandas as pd
import regex

from indicators import lexicon
from indicators.model import Boundary, Observation, Period

PeriodKind = Literal["year", "half", "quarter", "month", "months", "years", "days", "day"]

#: the table's columns in order, with their dtypes
COLUMNS: Mapping[str, str] = {
    "document": "str",
    "indicator": "str",
    "activity": "str",
    "measure": "str",
    "ref_area": "str",
    "time_period": "str",
    "value": "float64",
    "value_upper": "float64",
    "qualifier": "str",
    "unit_measure": "str",
    "unit_mult": "int64",
    "nature": "str",
    "counterpart_period": "str",
    "start": "int64",
    "end": "int64",
    "sentence": "str",
    "rule": "str",
    "boundary": "str",
    "plan_setter": "str",
    "price_base": "str",
    "sentence_start": "int64",
    "indicator_at": "str",
    "activity_at": "str",
    "area_at": "str",
    "period_at": "str",
    "base_at": "str",
    "review": "str",
}

#: the words of the report that decided what a figure is of: their characters, "120,134" as in RFC 5147
GROUNDS = ("indicator_at", "activity_at", "area_at", "period_at", "base_at")

#: what may be missing: null in the table, empty in a file
NULLABLE = frozenset({"value_upper", "counterpart_period", "plan_setter", "price_base", *GROUNDS})

#: between the reasons in the column ``review``
SEPARATOR = "; "

_PERIOD = regex.compile(
    r"""
    (?P<year>[0-9]{4})
    (?:
        -S(?P<half>[12])                # 2020-S1
      | -Q(?P<quarter>[1-4])            # 2020-Q2
      | -(?P<month>[0-9]{2})            # 2020-06
        (?: -(?P<day>[0-9]{2})          # 2020-06-30
            (?: /P(?P<length>[1-9][0-9]{0,4})(?P<unit>[YMD]) )?   # 2020-01-01/P9M
        )?
    )?
    """,
    regex.VERBOSE,
)


def to_table(observations: Iterable[Observation]) -> pd.DataFrame:
    """The observations as rows, in the order given; no observations make an empty table of the same dtypes.

    >>> to_table([]).shape
    (0, 27)
    """
    rows = tuple(observations)
    columns: dict[str, pd.Series[Any]] = {}
    for column, dtype in COLUMNS.items():
        cells = [getattr(row, column) for row in rows]
        if column == "review":
            cells = [SEPARATOR.join(reasons) for reasons in cells]
        elif column in GROUNDS:
            cells = [None if place is None else f"{place.start},{place.end}" for place in cells]
        elif dtype == "float64":
            cells = [None if number is None else float(number) for number in cells]
        columns[column] = pd.Series(cells, dtype=dtype)
    return pd.DataFrame(columns)


def check(table: pd.DataFrame) -> pd.DataFrame:
    """The same table. Raises ``ValueError`` on the first wrong column, dtype, code, period or offset."""
    if list(table.columns) != list(COLUMNS):
        missing = [column for column in COLUMNS if column not in table]
        unknown = [column for column in table if column not in COLUMNS]
        raise ValueError(f"columns: missing {missing}, unknown {unknown}, else out of order")
    for column, dtype in COLUMNS.items():
        if str(table[column].dtype) != dtype:
            raise ValueError(f"column {column!r} is {table[column].dtype}, not {dtype}")
        if column not in NULLABLE:
            _refuse(table, column, table[column].isna(), "is empty")
    for column, known in codes().items():
        _refuse(table, column, table[column].notna() & ~table[column].isin(known), "is no code")
    for column in ("time_period", "counterpart_period"):
        wrong = [code for code in table[column].dropna().unique() if not is_period(code)]
        _refuse(table, column, table[column].isin(wrong), "is no period")
    _refuse(table, "value", table["value"].abs() == float("inf"), "is no amount")
    _refuse(table, "start", table["start"] < 0, "lies before the text")
    _refuse(table, "end", table["end"] <= table["start"], "does not lie behind its start")
    return table


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows one by one, by their columns: as ``to_dict("records")`` has them, in a fifth of the time.

    >>> records(pd.DataFrame({"value": [1.5], "unit_mult": [6]}))
    [{'value': 1.5, 'unit_mult': 6}]
    """
    names = [str(column) for column in rows.columns]
    cells = zip(*(column.tolist() for _, column in rows.items()), strict=True)
    return [dict(zip(names, row, strict=True)) for row in cells]


def _refuse(table: pd.DataFrame, column: str, wrong: "pd.Series[bool]", fault: str) -> None:
    if wrong.any():
        row = int(wrong.to_numpy().argmax())
        raise ValueError(f"row {row}: {column} {table[column].iloc[[row]].item()!r} {fault}")


@cache
def codes() -> Mapping[str, Collection[str]]:
    """The codes that each column of codes may hold."""
    labelled = ("activity", "measure", "nature", "qualifier", "plan_setter", "price_base")
    return {
        "indicator": tuple(lexicon.indicators()),
        "ref_area": tuple(lexicon.areas()),
        "unit_measure": tuple(lexicon.units()),
        "boundary": get_args(Boundary),
        **{column: tuple(lexicon.labels(column)) for column in labelled},
    }


@lru_cache(maxsize=4096)
def parse_period(code: str) -> Period:
    """The period of an SDMX code: ``Period.code`` the other way round. Raises ``ValueError`` on other text.

    pandas can't: it takes "2024-M06" for six seconds and refuses "2024-S1".

    >>> parse_period("2020-S1")
    Period(year=2020, month=1, day=1, length=6, unit='M')
    >>> parse_period("2020-01-01/P9M").code, parse_period("2020-06-30").code
    ('2020-01-01/P9M', '2020-06-30')
    >>> parse_period("2020-M06")
    Traceback (most recent call last):
    ValueError: '2020-M06' is no period
    """
    match = _PERIOD.fullmatch(code)
    if match is None:
        raise ValueError(f"{code!r} is no period")
    year, month = int(match["year"]), int(match["month"] or 1)
    if match["half"]:
        period = Period(year, int(match["half"]) * 6 - 5, 1, 6, "M")
    elif match["quarter"]:
        period = Period(year, int(match["quarter"]) * 3 - 2, 1, 3, "M")
    elif match["day"]:
        unit = cast('Literal["Y", "M", "D"]', match["unit"] or "D")
        period = Period(year, month, int(match["day"]), int(match["length"] or 1), unit)
    else:
        period = Period(year, month, 1, 1, "M" if match["month"] else "Y")
    if not _in_calendar(period) or period.code != code:  # a length with a shorter name: 2020-01-01/P12M
        raise ValueError(f"{code!r} is no period")
    return period


def _in_calendar(period: Period) -> bool:
    """Whether both ends are days: not of 2020-13, 2020-02-30 or year 0."""
    try:
        return dt.date(period.year or 0, period.month, period.day) <= period.last_day
    except (ValueError, OverflowError):
        return False


def is_period(code: str) -> bool:
    """Whether ``parse_period`` reads the code."""
    try:
        parse_period(code)
    except ValueError:
        return False
    return True


def period_kind(code: str) -> PeriodKind:
    """What kind of period a code names; ``months`` is "9 tháng", ``years`` "2016-2020".

    >>> [period_kind(code) for code in ("2020", "2020-S1", "2020-Q2", "2020-06", "2020-01-01/P9M")]
    ['year', 'half', 'quarter', 'month', 'months']
    >>> [period_kind(code) for code in ("2016-01-01/P5Y", "2022-01-01/P74D", "2020-06-30")]
    ['years', 'days', 'day']
    """
    period = parse_period(code)
    if period.unit == "D":
        return "day" if period.length == 1 else "days"
    if "/" in code:
        return "years" if period.unit == "Y" else "months"
    standard: dict[int | None, PeriodKind] = {12: "year", 6: "half", 3: "quarter"}
    return standard.get(period.months, "month")
