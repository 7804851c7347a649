"""What the file ``reports.csv`` tells of the reports that lie beside it, a line each.

Its first line names the columns: ``document``, a report's file name with or without its ending, and
``published`` and ``area``, of which one may lack. Other columns are passed over.
"""

import csv
import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from indicators.reading import FORMATS, ReadingError
from indicators.reading.decoding import decode, normal
from indicators.telling import TellingError, area_of, day_of
from indicators.wording import Wording

#: the file's name
LIST = "reports.csv"

_DOCUMENT, _PUBLISHED, _AREA = "document", "published", "area"
_MARKS = ",;\t"  # a spreadsheet separates by what its country does
_LONGEST = 60  # characters of a cell that are quoted

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of one report."""

    published: dt.date | None = None
    area: str | None = None

    def over(self, other: "Telling") -> "Telling":
        """This, and the other where this tells nothing."""
        return Telling(self.published or other.published, self.area or other.area)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What can't be taken from a list: where, and the entry of ``lexicon/page.toml`` that says why not."""

    file: Path
    #: from 1; 0 where it is no line's
    line: int
    wrong: str
    written: str = ""

    def sentence(self, language: str) -> str:
        """Where it is, what is wrong and how it would be right; of the file only its folder is told."""
        say = Wording(language)
        told = say.text(self.wrong, written=self.written)
        file = "/".join(self.file.parts[-2:])
        return say.text("telling.line" if self.line else "telling.list", file=file, line=self.line, told=told)


@dataclass(slots=True)
class Listed:
    """What a list tells of the reports of its folder, and what of it can't be taken."""

    file: Path
    reports: dict[str, Telling] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)

    def of(self, report: Path) -> Telling:
        """What is told of a report; nothing where no line names it."""
        return self.reports.get(_key(report.name), Telling())

    def take(self, line: int, cells: Mapping[str, str], there: frozenset[str]) -> None:
        """Take what a line tells of one of the reports that are there."""
        name, published, area = (cells.get(column, "") for column in (_DOCUMENT, _PUBLISHED, _AREA))
        if not (published or area):
            return
        if not name:
            self._refuse(line, "telling.unnamed")
        elif _key(name) not in there:
            self._refuse(line, "telling.stranger", name)
        elif _key(name) in self.reports:
            self._refuse(line, "telling.repeated", name)
        else:
            self.reports[_key(name)] = Telling(
                self._read(line, day_of, published), self._read(line, area_of, area)
            )

    def _read(self, line: int, read: Callable[[str], Value], written: str) -> Value | None:
        try:
            return read(written) if written else None
        except TellingError as error:
            self._refuse(line, f"telling.{error.code}", written)
            return None

    def _refuse(self, line: int, wrong: str, written: str = "") -> None:
        quoted = written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
        self.flaws.append(Flaw(self.file, line, wrong, quoted))


def is_list(file: Path) -> bool:
    """Whether a file is such a list, and no report."""
    return file.name == LIST


def beside(reports: Sequence[Path]) -> tuple[Mapping[Path, Telling], list[Flaw]]:
    """What the lists beside these reports tell of each, and what of the lists can't be taken."""
    lists = {folder: listed(folder) for folder in dict.fromkeys(report.parent for report in reports)}
    told = {report: lists[report.parent].of(report) for report in reports}
    return told, [flaw for found in lists.values() for flaw in found.flaws]


def listed(folder: Path) -> Listed:
    """What the list of a folder tells; nothing where there is none."""
    found = Listed(folder / LIST)
    try:
        text = normal(decode(found.file.read_bytes()))
        there = frozenset(_key(file.name) for file in folder.iterdir() if file.suffix.lower() in FORMATS)
    except (FileNotFoundError, NotADirectoryError):
        return found
    except (ReadingError, OSError) as error:
        code = error.code if isinstance(error, ReadingError) else "denied"
        return Listed(found.file, flaws=[Flaw(found.file, 0, f"fault.{code}")])
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    head = lines[0][1]
    mark = max(_MARKS, key=head.count)
    columns = [column.casefold() for column in _cells(head, mark)]
    if _DOCUMENT not in columns or {_PUBLISHED, _AREA}.isdisjoint(columns):
        return Listed(found.file, flaws=[Flaw(found.file, 0, "telling.columns")])
    for number, line in lines[1:]:
        found.take(number, dict(zip(columns, _cells(line, mark), strict=False)), there)
    return found


def _cells(line: str, mark: str) -> list[str]:
    """The cells of one line: a quote that is never closed must not swallow the lines below."""
    try:
        cells = next(csv.reader([line], delimiter=mark), [])
    except csv.Error:  # a cell of more than 131,072 characters
        cells = line.split(mark)
    return [cell.strip() for cell in cells]


def _key(name: str) -> str:
    """What a report goes by in its folder: its name without the ending, in whichever case and form."""
    path = Path(unicodedata.normalize("NFC", name).casefold())
    return path.stem if path.suffix in FORMATS else path.name
