"""Every number of a text accounted for: a row's, no figure, or unassigned. Nothing is silently lost."""

from dataclasses import dataclass
from typing import Literal

from indicators.finding import numbers
from indicators.model import Document, Observation
from indicators.observing import extract

Status = Literal["row", "none", "unassigned"]


@dataclass(frozen=True, slots=True)
class Accounted:
    """A number with its place in the document's text, and what became of it.

    ``status`` is ``row`` where a row holds it, ``none`` where it is no figure (a date, a document's number, a
    list mark …), else ``unassigned``. ``reason`` is the row's rule, or why it is no figure; empty else.
    """

    start: int
    end: int
    text: str
    status: Status
    reason: str = ""


def figures(document: Document, observations: list[Observation] | None = None) -> list[Accounted]:
    """The account of a document's numbers, in the order of its text.

    ``observations`` are the document's rows where they are at hand; else they are extracted.

    >>> from indicators import read_text
    >>> document = read_text("Ngày 2/4/2024, tỉnh Phú Yên có 12 đại biểu; GRDP quý I tăng 5,1%.", name="x")
    >>> [(one.text, one.status, one.reason) for one in figures(document)]
    [('2/4/2024', 'none', 'date'), ('12', 'unassigned', ''), ('5,1%', 'row', 'growth')]
    """
    text = document.text
    rules = {row.start: row.rule for row in (extract(document) if observations is None else observations)}
    found = [
        Accounted(number.start, number.end, text[number.start : number.end], "row", rules[number.start])
        if number.start in rules
        else Accounted(number.start, number.end, text[number.start : number.end], "unassigned")
        for number in numbers.find(text)
    ]
    for start, end, reason in numbers.nonfigures(text):
        found.append(Accounted(start, end, text[start:end], "none", reason))
    return sorted(found, key=lambda one: (one.start, one.end))
