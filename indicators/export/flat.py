"""The bare table: CSV for spreadsheets, CSV for programs, Parquet."""

from typing import BinaryIO

import pandas as pd

from indicators.export.objects import batches
from indicators.export.provenance import Provenance

#: a cell that begins with one of these may run in a spreadsheet
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv(table: pd.DataFrame, _: Provenance, sink: BinaryIO) -> None:
    """CSV as spreadsheets open it: the byte order mark that Excel needs, texts that could run made harmless.

    A guarded text has an apostrophe before it. Programs that want every text as the report has it take
    another format, or the CSV of the data package.
    """
    sink.write(b"\xef\xbb\xbf")
    _write(table, sink, guarded=True)


def raw_csv(table: pd.DataFrame, sink: BinaryIO) -> None:
    """CSV as programs read it (RFC 4180, UTF-8 without mark): every text as it is."""
    _write(table, sink, guarded=False)


def _write(table: pd.DataFrame, sink: BinaryIO, guarded: bool) -> None:
    header = pd.DataFrame(columns=table.columns)
    sink.write(header.to_csv(index=False, lineterminator="\r\n").encode())
    texts = table.columns[table.dtypes == "str"] if guarded else ()
    for batch in batches(table):
        cells = batch.assign(**{name: _guard(batch[name]) for name in texts})
        sink.write(cells.to_csv(index=False, header=False, lineterminator="\r\n").encode())


def _guard(cells: pd.Series) -> pd.Series:
    """The cells with an apostrophe before those that could run; a lone "=" (``qualifier``) can't.

    >>> _guard(pd.Series(["=1+1", "=", "-", ">="])).tolist()
    ["'=1+1", '=', '-', '>=']
    """
    can_run = cells.str.startswith(FORMULA_STARTS, na=False) & (cells.str.len() > 1)
    return cells.mask(can_run, "'" + cells) if can_run.any() else cells


def parquet(table: pd.DataFrame, _: Provenance, sink: BinaryIO) -> None:
    """Apache Parquet with the table's own dtypes."""
    table.to_parquet(sink, engine="pyarrow", index=False)
