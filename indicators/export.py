"""The table to the bytes of a file: JSON Lines, CSV, XLSX, Parquet.

Text cells that a spreadsheet would run as a formula are guarded in CSV, and never are formulas in XLSX.
"""

import io
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import regex
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from indicators import lexicon

#: a cell that begins with one of these may run in a spreadsheet
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

_CONTROL = regex.compile(r"[\p{Cc}--[\t\n]]", regex.VERSION1)

#: the rows that XLSX can hold in a sheet, the heading among them
SHEET_ROWS = 1_048_576

#: the widths of XLSX columns in characters, where the standard width does not serve
_WIDTHS = {"document": 24, "measure": 15, "time_period": 15, "sentence": 100, "rule": 20, "review": 20}


def jsonl(table: pd.DataFrame) -> bytes:
    """One JSON object a row, its keys the columns; what is missing is ``null``."""
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    return "".join(f"{encode(row)}\n" for row in records(table)).encode("utf-8")


def csv(table: pd.DataFrame) -> bytes:
    """Comma-separated, with the byte order mark that Excel needs to read UTF-8."""
    guarded = table.copy()
    for column in table.columns[table.dtypes == "str"]:
        guarded[column] = guarded[column].map(_guard, na_action="ignore")
    return guarded.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _guard(cell: str) -> str:
    """The cell with an apostrophe before it where it could run; a lone "=" (``qualifier``) can't.

    >>> _guard("=1+1"), _guard("="), _guard("-"), _guard(">=")
    ("'=1+1", '=', '-', '>=')
    """
    return f"'{cell}" if len(cell) > 1 and cell.startswith(FORMULA_STARTS) else cell


def xlsx(table: pd.DataFrame, notes: Iterable[tuple[str, str]] = ()) -> bytes:
    """A workbook of two sheets: the figures, and what stands behind them (``notes``, then the reports).

    Raises ``ValueError`` on more rows than a sheet holds.
    """
    if len(table) >= SHEET_ROWS:
        raise ValueError(f"{len(table)} rows are more than a sheet of XLSX holds; take csv or parquet")
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **options}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        quoted = book.add_format({"quote_prefix": True})
        sheet = book.add_worksheet("figures")
        sheet.write_row(0, 0, list(table.columns), bold)
        for row, record in enumerate(records(table), start=1):
            for column, cell in enumerate(record.values()):
                if isinstance(cell, str):
                    can_run = cell.startswith(FORMULA_STARTS)
                    sheet.write_string(row, column, _cell(cell), quoted if can_run else None)
                elif cell is not None:
                    sheet.write_number(row, column, cell)
        for column, name in enumerate(table.columns):
            sheet.set_column(column, column, _WIDTHS.get(name, 12))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
        _write_notes(book, bold, [*notes, *_sources(table)])
    return buffer.getvalue()


def _write_notes(book: xlsxwriter.Workbook, bold: Any, notes: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("notes")
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    for row, (name, text) in enumerate(notes):
        sheet.write_string(row, 0, _cell(name), bold)
        sheet.write_string(row, 1, _cell(text))


def _sources(table: pd.DataFrame) -> list[tuple[str, str]]:
    """The units and the indicators of the table in words, and how many figures each report gave."""
    used = [entry for code, entry in lexicon.indicators().items() if code in set(table["indicator"])]
    reports = table["document"].value_counts(sort=False)
    return [
        ("value", "as the report states it, in unit_measure times ten to the power of unit_mult"),
        ("start, end", "characters of the report's text, counted from 0, end not included"),
        *((entry.code, f"{entry.vi} · {entry.en}") for entry in used),
        *((str(name), f"report, {count} figures") for name, count in reports.items()),
    ]


def _cell(text: str) -> str:
    """The text as a cell can hold it: without the control characters that XML refuses, 32,767 characters."""
    kept = _CONTROL.sub("", text)
    return kept if len(kept) <= 32_767 else f"{kept[:32_766]}…"


def parquet(table: pd.DataFrame) -> bytes:
    """Apache Parquet with the table's own dtypes."""
    buffer = io.BytesIO()
    table.to_parquet(buffer, engine="pyarrow", index=False)
    return buffer.getvalue()


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as plain Python values, ``None`` where one is missing."""
    rows: list[dict[str, Any]] = pa.Table.from_pandas(table, preserve_index=False).to_pylist()
    return rows


#: the formats by name
FORMATS: Mapping[str, Callable[[pd.DataFrame], bytes]] = {
    "jsonl": jsonl,
    "csv": csv,
    "xlsx": xlsx,
    "parquet": parquet,
}
BINARY = frozenset({"xlsx", "parquet"})


def write(content: bytes, path: Path) -> None:
    """Write a file whole or not at all: beside it first, then in its place. A device takes it as it is."""
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_file():
        place.write_bytes(content)
        return
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
