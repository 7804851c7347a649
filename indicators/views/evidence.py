"""The way from a row back to its report: the sentence with its figure, the whole text with all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from indicators.model import Document
from indicators.table import GROUNDS
from indicators.views.picking import keep


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``id`` names the row whose figure it is, ``doubtful`` that it is to be checked.

    ``unassigned`` is a number of which nobody could tell what it is; ``grounds`` names what of a row these
    words decided: ``indicator``, ``activity``, ``area``, ``period``, ``base``.
    """

    text: str
    id: str = ""
    doubtful: bool = False
    unassigned: bool = False
    grounds: tuple[str, ...] = ()


def find(rich: pd.DataFrame, row_id: str) -> pd.Series | None:
    """The row with this id; ``None`` where there is none."""
    rows = keep(rich, document=row_id.rpartition(":")[0], id=row_id)
    return None if rows.empty else rows.iloc[0]


def sentence(row: pd.Series) -> list[Piece]:
    """The row's sentence in pieces: its figure, the words in it that decided the row, what lies between."""
    text, first = str(row["sentence"]), int(row["sentence_start"])
    figure = (int(row["start"]) - first, int(row["end"]) - first)
    spans = {
        (start - first, end - first): kinds
        for (start, end), kinds in _grounds(row).items()
        if first <= start and end <= first + len(text) and not (start < row["end"] and row["start"] < end)
    }
    pieces, at = [], 0
    for start, end in sorted({figure, *spans}):
        if start < at:
            continue
        if start > at:
            pieces.append(Piece(text[at:start]))
        if (start, end) == figure:
            pieces.append(Piece(text[start:end], str(row["id"]), bool(row["review"])))
        else:
            pieces.append(Piece(text[start:end], grounds=spans[start, end]))
        at = end
    return [*pieces, Piece(text[at:])] if at < len(text) else pieces


def elsewhere(row: pd.Series, document: Document | None) -> list[Piece]:
    """The words outside the row's sentence that decided it, as the report has them."""
    first, last = int(row["sentence_start"]), int(row["sentence_start"]) + len(str(row["sentence"]))
    return [
        Piece(document.text[start:end], grounds=kinds)
        for (start, end), kinds in _grounds(row).items()
        if document is not None and (start < first or end > last)
    ]


def _grounds(row: pd.Series) -> dict[tuple[int, int], tuple[str, ...]]:
    """The places in the report that decided the row, each with what it decided."""
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for column in GROUNDS:
        if isinstance(row.get(column), str):
            start, end = (int(place) for place in str(row[column]).split(","))
            found[start, end] = (*found.get((start, end), ()), column.removesuffix("_at"))
    return dict(sorted(found.items()))


def marked(document: Document, rows: pd.DataFrame, unassigned: Iterable[tuple[int, int]] = ()) -> list[Piece]:
    """The report's whole text in pieces: the figures of its rows, and numbers ``unassigned``, each its own.

    Where rows share a place or overlap, the first one marks it; a row's mark comes before an unassigned one.
    """
    columns = zip(rows["start"], rows["end"], rows["id"], rows["review"], strict=True)
    spans = [(int(start), 0, int(end), str(row_id), bool(review)) for start, end, row_id, review in columns]
    spans += [(start, 1, end, "", False) for start, end in unassigned]
    pieces, at = [], 0
    for start, _, end, row_id, doubtful in sorted(spans):
        if start < at or end > len(document.text):
            continue
        if start > at:
            pieces.append(Piece(document.text[at:start]))
        pieces.append(Piece(document.text[start:end], row_id, doubtful, unassigned=not row_id))
        at = end
    if at < len(document.text):
        pieces.append(Piece(document.text[at:]))
    return pieces
