"""The table as files: for spreadsheets, for programs, for the exchange of statistics, to be cited.

``FORMATS["csv"](table)`` gives the bytes, ``FORMATS["csv"].fill(table, provenance, sink)`` writes them
into an open file without holding them all.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

import pandas as pd

from indicators.export import flat, objects, package, sdmx, workbook
from indicators.export.objects import records
from indicators.export.provenance import Provenance
from indicators.export.writing import replacing, write

__all__ = ["FORMATS", "Format", "Provenance", "format_of", "records", "replacing", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what a reader calls it, its ending, its media type, whether a terminal can show it."""

    label: str
    ending: str
    mime: str
    fill: Callable[[pd.DataFrame, Provenance, BinaryIO], None]
    binary: bool = False

    def __call__(self, table: pd.DataFrame, provenance: Provenance | None = None) -> bytes:
        """The content of the file."""
        sink = io.BytesIO()
        self.fill(table, provenance or Provenance(), sink)
        return sink.getvalue()


_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARQUET, _SDMX = "application/vnd.apache.parquet", "application/vnd.sdmx.data+csv;version=2.0.0"

#: the formats by name
FORMATS: Mapping[str, Format] = {
    "csv": Format("CSV", "csv", "text/csv", flat.csv),
    "xlsx": Format("XLSX", "xlsx", _SHEET, workbook.xlsx, binary=True),
    "parquet": Format("Parquet", "parquet", _PARQUET, flat.parquet, binary=True),
    "json": Format("JSON", "json", "application/json", objects.as_json),
    "jsonl": Format("JSON Lines", "jsonl", "application/jsonl", objects.jsonl),
    "sdmx": Format("SDMX-CSV", "sdmx.csv", _SDMX, sdmx.sdmx),
    "zip": Format("ZIP", "zip", "application/zip", package.package, binary=True),
}


def format_of(filename: str) -> str | None:
    """The format that a file's name ends with, the longest ending first; ``None`` where there is none.

    >>> format_of("rows.SDMX.csv"), format_of("rows.csv"), format_of("rows.txt")
    ('sdmx', 'csv', None)
    """
    by_length = sorted(FORMATS.items(), key=lambda entry: -len(entry[1].ending))
    return next((name for name, form in by_length if filename.lower().endswith(f".{form.ending}")), None)
