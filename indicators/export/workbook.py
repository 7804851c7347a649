"""XLSX: the figures, and a sheet of notes and sources in the reader's language."""

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import pandas as pd
import regex
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from indicators.export import citing, codes
from indicators.export.flat import FORMULA_STARTS
from indicators.export.objects import batches, records
from indicators.export.provenance import Provenance
from indicators.wording import Wording

_CONTROL = regex.compile(r"[\p{Cc}--[\t\n]]", regex.VERSION1)

#: the rows that XLSX can hold in a sheet, the heading among them
SHEET_ROWS = 1_048_576

#: the widths of columns in characters, where the standard width does not serve
_WIDTHS = {"document": 24, "measure": 15, "time_period": 15, "sentence": 100, "rule": 20, "review": 20}

#: a line of the notes: a name and a text; a heading has no text
Note = tuple[str, str]


def xlsx(table: pd.DataFrame, provenance: Provenance, sink: BinaryIO) -> None:
    """A workbook of two sheets: the figures, and what stands behind them.

    No text is ever a formula or a link. Raises ``ValueError`` on more rows than a sheet holds.
    """
    if len(table) >= SHEET_ROWS:
        raise ValueError(f"{len(table)} rows are more than a sheet of XLSX holds; take csv or parquet")
    say = provenance.wording
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(sink, {"in_memory": True, **options}) as book:
        book.set_properties({"title": say.text("product")})
        bold = book.add_format({"bold": True, "bottom": 1})
        _write_figures(book, bold, table, say)
        _write_notes(book, bold, [*_notes(table, provenance)], say)


def _write_figures(book: xlsxwriter.Workbook, bold: Any, table: pd.DataFrame, say: Wording) -> None:
    quoted = book.add_format({"quote_prefix": True})
    sheet = book.add_worksheet(say.text("file.sheet_figures"))
    sheet.write_row(0, 0, list(table.columns), bold)
    rows = (record for batch in batches(table) for record in records(batch))
    for row, record in enumerate(rows, start=1):
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


def _write_notes(book: xlsxwriter.Workbook, bold: Any, notes: Sequence[Note], say: Wording) -> None:
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(say.text("file.sheet_notes"))
    sheet.set_column(0, 0, 30, plain)
    sheet.set_column(1, 1, 110, plain)
    for row, (name, text) in enumerate(notes):
        sheet.write_string(row, 0, _cell(name), plain if text else bold)
        sheet.write_string(row, 1, _cell(text), plain)


def _notes(table: pd.DataFrame, provenance: Provenance) -> Iterator[Note]:
    """What the file is, how to cite it, its reports, what its columns hold and its codes mean."""
    say = provenance.wording
    yield say.text("product"), ""
    yield say.text("table_title"), say.number(len(table))
    yield say.text("file.made"), say.date(provenance.made)
    if provenance.view:
        yield say.text("file.view"), provenance.view
    yield say.text("file.cite"), citing.citation(table, provenance)
    yield say.text("file.sources"), ""
    for source in provenance.sources(table):
        told = say.text("report_rows", count=source.figures)
        yield source.name, f"{citing.reference(source, provenance)} ({told})"
    yield say.text("file.columns"), ""
    for column in table.columns:
        yield column, codes.described(column, provenance.language)
    for column, meanings in codes.used(table, provenance.language).items():
        if meanings:
            yield say.text("file.codes", column=column), ""
            yield from meanings.items()


def _cell(text: str) -> str:
    """The text as a cell can hold it: without the control characters that XML refuses, 32,767 characters."""
    kept = _CONTROL.sub("", text)
    return kept if len(kept) <= 32_767 else f"{kept[:32_766]}…"
