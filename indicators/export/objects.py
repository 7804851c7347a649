"""Rows as JSON: an object a line, or one document that tells what its rows are."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types

from indicators.export import citing, codes
from indicators.export.provenance import Provenance

#: so many rows are turned into text at a time, so that a large table needs little more room than itself
BATCH = 50_000

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def jsonl(table: pd.DataFrame, _: Provenance, sink: BinaryIO) -> None:
    """One JSON object a row, its keys the columns; what is missing is ``null``."""
    for batch in batches(table):
        lines = (f"{_encode(row)}\n".encode() for row in records(batch))
        sink.writelines(lines)


def as_json(table: pd.DataFrame, provenance: Provenance, sink: BinaryIO) -> None:
    """One object: ``meta`` says what, from where and when, ``observations`` holds the rows of ``jsonl``."""
    meta = {
        "title": provenance.wording.text("product"),
        "language": provenance.language,
        "made": provenance.made.isoformat(),
        "view": provenance.view or None,
        "citation": citing.citation(table, provenance),
        "reports": [citing.described(source, provenance) for source in provenance.sources(table)],
        "columns": {name: codes.described(name, provenance.language) for name in table.columns},
    }
    sink.write(f'{{"meta": {_encode(meta)},\n"observations": ['.encode())
    comma = ""
    for batch in batches(table):
        for row in records(batch):
            sink.write(f"{comma}\n{_encode(row)}".encode())
            comma = ","
    sink.write(b"\n]}\n")


def batches(table: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The table a few rows at a time."""
    for first in range(0, len(table), BATCH):
        yield table.iloc[first : first + BATCH]


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as plain Python values, ``None`` where one is missing."""
    rows: list[dict[str, Any]] = pa.Table.from_pandas(table, preserve_index=False).to_pylist()
    return rows
