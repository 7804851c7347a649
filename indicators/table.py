"""Observations to the tidy table: one row a figure, the same columns and dtypes whatever the rows.

Text columns have the dtype ``str`` and never a category: tables of several reports can be joined, compared
and grouped without their codes falling apart. A missing value is NaN. ``check`` refuses any other table.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any, get_args

import pandas as pd

from indicators import lexicon, periods
from indicators.model import Boundary, Observation

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
    "review": "str",
}

#: what may be missing: null in the table, empty in a file
NULLABLE = frozenset({"value_upper", "counterpart_period", "plan_setter", "price_base"})

#: between the reasons in the column ``review``
SEPARATOR = "; "


def to_table(observations: Iterable[Observation]) -> pd.DataFrame:
    """The observations as rows, in the order given; no observations make an empty table of the same dtypes.

    >>> to_table([]).shape
    (0, 22)
    """
    rows = tuple(observations)
    columns: dict[str, pd.Series[Any]] = {}
    for column, dtype in COLUMNS.items():
        cells = [getattr(row, column) for row in rows]
        if column == "review":
            cells = [SEPARATOR.join(reasons) for reasons in cells]
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
    for column, codes in _codes().items():
        _refuse(table, column, table[column].notna() & ~table[column].isin(codes), "is no code")
    for column in ("time_period", "counterpart_period"):
        wrong = [code for code in table[column].dropna().unique() if not _is_code(code)]
        _refuse(table, column, table[column].isin(wrong), "is no period")
    _refuse(table, "value", table["value"].abs() == float("inf"), "is no amount")
    _refuse(table, "start", table["start"] < 0, "lies before the text")
    _refuse(table, "end", table["end"] <= table["start"], "does not lie behind its start")
    return table


def _refuse(table: pd.DataFrame, column: str, wrong: "pd.Series[bool]", fault: str) -> None:
    if wrong.any():
        row = int(wrong.to_numpy().argmax())
        raise ValueError(f"row {row}: {column} {table[column].iloc[row]!r} {fault}")


def _is_code(period: str) -> bool:
    """Whether a period has its one right code: 2020-S1 has, 2020-01-01/P6M has not."""
    return periods.is_period(period) and periods.parse(period).code == period


@cache
def _codes() -> Mapping[str, Collection[str]]:
    labelled = ("activity", "measure", "nature", "qualifier", "plan_setter", "price_base")
    return {
        "indicator": tuple(lexicon.indicators()),
        "ref_area": tuple(lexicon.areas()),
        "unit_measure": tuple(lexicon.units()),
        "boundary": get_args(Boundary),
        **{column: tuple(lexicon.labels(column)) for column in labelled},
    }
