"""Economic figures out of Viet Nam's provincial reports, each with its sentence.

>>> document = read_text("Quý I/2025, GRDP của tỉnh Lạng Sơn tăng 6,5%.", name="lang-son")
>>> [(row.indicator, row.ref_area, row.time_period, float(row.value)) for row in extract(document)]
[('GRDP', 'VN-09', '2025-Q1', 6.5)]
"""

import datetime as dt
from pathlib import Path

from indicators import reading
from indicators.accounting import figures
from indicators.checking import Doubt, doubts
from indicators.model import Document, Observation
from indicators.observing import extract
from indicators.observing.head import head
from indicators.reading import ReadingError
from indicators.table import to_table
from indicators.telling import TellingError, told

__all__ = [
    "Document",
    "Doubt",
    "Observation",
    "ReadingError",
    "TellingError",
    "doubts",
    "extract",
    "figures",
    "read",
    "read_bytes",
    "read_text",
    "to_table",
]


def read(path: Path | str, *, published: dt.date | None = None, area: str | None = None) -> Document:
    """The report in a file: its text, and the title, area, period and date that its head tells.

    ``published`` and ``area``, a code of ``ref_area`` or a name, win over all that the text tells.
    Raises ``ReadingError`` where the file is missing, is a folder, or holds no text that can be read;
    ``TellingError`` where there is no such area.
    """
    return head(told(reading.read(path), published, area))


def read_bytes(
    content: bytes, filename: str, *, published: dt.date | None = None, area: str | None = None
) -> Document:
    """The report that a file of this name would hold. Else like ``read``."""
    return head(told(reading.read_bytes(content, filename), published, area))


def read_text(text: str, name: str, *, published: dt.date | None = None, area: str | None = None) -> Document:
    """The report that a text is; ``name`` stands in its rows as ``document``. Else like ``read``.

    Raises ``ReadingError`` where the text is blank.
    """
    return head(told(reading.read_text(text, name), published, area))
