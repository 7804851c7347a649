"""The way from a row back to its report: the sentence with its figure, the whole text with all of them."""

from dataclasses import dataclass

import pandas as pd

from indicators.model import Document


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``id`` names the row whose figure it is, ``doubtful`` that it is to be checked."""

    text: str
    id: str = ""
    doubtful: bool = False


def find(rich: pd.DataFrame, row_id: str) -> pd.Series | None:
    """The row with this id; ``None`` where there is none."""
    rows = rich[rich["id"] == row_id]
    return None if rows.empty else rows.iloc[0]


def sentence(row: pd.Series) -> tuple[Piece, Piece, Piece]:
    """The row's sentence in three pieces: before the figure, the figure, behind it."""
    text, start = str(row["sentence"]), int(row["start"]) - int(row["sentence_start"])
    end = start + int(row["end"]) - int(row["start"])
    return Piece(text[:start]), Piece(text[start:end], str(row["id"]), bool(row["review"])), Piece(text[end:])


def marked(document: Document, rows: pd.DataFrame) -> list[Piece]:
    """The report's whole text in pieces, the figures of its rows each a piece of its own.

    Where rows share a place or overlap, the first one marks it.
    """
    pieces, at = [], 0
    for _, row in rows.sort_values(["start", "end"]).iterrows():
        start, end = int(row["start"]), int(row["end"])
        if start < at or end > len(document.text):
            continue
        if start > at:
            pieces.append(Piece(document.text[at:start]))
        pieces.append(Piece(document.text[start:end], str(row["id"]), bool(row["review"])))
        at = end
    if at < len(document.text):
        pieces.append(Piece(document.text[at:]))
    return pieces
