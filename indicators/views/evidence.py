"""The way from a row back to its report: the sentence with its figure, the whole text with all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from indicators.model import Document
from indicators.views.picking import keep


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``id`` names the row whose figure it is, ``doubtful`` that it is to be checked.

    ``unassigned`` is a number of which nobody could tell what it is.
    """

    text: str
    id: str = ""
    doubtful: bool = False
    unassigned: bool = False


def find(rich: pd.DataFrame, row_id: str) -> pd.Series | None:
    """The row with this id; ``None`` where there is none."""
    rows = keep(rich, document=row_id.rpartition(":")[0], id=row_id)
    return None if rows.empty else rows.iloc[0]


def sentence(row: pd.Series) -> tuple[Piece, Piece, Piece]:
    """The row's sentence in three pieces: before the figure, the figure, behind it."""
    text, start = str(row["sentence"]), int(row["start"]) - int(row["sentence_start"])
    end = start + int(row["end"]) - int(row["start"])
    return Piece(text[:start]), Piece(text[start:end], str(row["id"]), bool(row["review"])), Piece(text[end:])


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
