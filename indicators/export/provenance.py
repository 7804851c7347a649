"""What a file tells of itself beside its rows: the reports behind them, the day, the address of the view."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pandas as pd

from indicators.model import Document
from indicators.wording import Wording, one_line


@dataclass(frozen=True, slots=True)
class Source:
    """A report behind a table, with the number of its figures there; what is not known of it is empty."""

    name: str
    title: str
    area: str
    published: dt.date | None
    figures: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """The reports by name, the reader's language, the day, and the addresses of the page and of the view."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    language: str = "en"
    made: dt.date = field(default_factory=dt.date.today)
    home: str = ""
    view: str = ""

    @property
    def wording(self) -> Wording:
        """The words of the reader's language."""
        return Wording(self.language)

    def sources(self, table: pd.DataFrame) -> list[Source]:
        """The reports that the rows of the table come from, in the order of the table."""
        found = []
        for name, figures in table["document"].value_counts(sort=False).items():
            document = self.documents.get(str(name), Document(str(name), ""))
            title, area = one_line(document.title), document.area or ""
            found.append(Source(str(name), title, area, document.published, int(figures)))
        return found

    def where(self, part: str, value: str) -> str:
        """The address of a report (``report``) or a figure (``obs``); empty where the page has none."""
        return f"{self.home}?{urlencode({part: value, 'lang': self.language})}" if self.home else ""
