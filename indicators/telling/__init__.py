"""What a reader tells of a report whose text does not: when it came out, and which area it speaks for."""

import datetime as dt
from dataclasses import replace
from typing import Literal

import regex

from indicators.finding.area_names import area_named
from indicators.model import Document
from indicators.wording import Wording

#: no report came out before, and none will before long
FIRST_YEAR, LAST_YEAR = 1900, 2100

_DAY = regex.compile(
    r"""
    (?P<year>[0-9]{4}) (?P<mark>[-/.]) (?P<month>[0-9]{1,2}) (?P=mark) (?P<day>[0-9]{1,2})
    | (?P<day>[0-9]{1,2}) (?P<mark>[-/.]) (?P<month>[0-9]{1,2}) (?P=mark) (?P<year>[0-9]{4})
    """,
    regex.VERBOSE,
)

Code = Literal["day", "area"]


class TellingError(ValueError):
    """What can't be told of a report: a ``code``, the words that told it, and a sentence in each language."""

    def __init__(self, code: Code, written: str) -> None:
        """``written`` is what was told."""
        self.code: Code = code
        self.written = written
        super().__init__(self.sentence("en"))

    def sentence(self, language: str) -> str:
        """What is wrong, and how it would be right."""
        return Wording(language).text(f"telling.{self.code}", written=self.written)


def told(document: Document, published: dt.date | None = None, area: str | None = None) -> Document:
    """The document with what a reader tells of it; ``area`` is a code or a name.

    Raises ``TellingError`` where there is no such area, or where no report can be of this day.
    """
    if published is not None:
        document = replace(document, published=possible(published), told=document.told | {"published"})
    if area is not None:
        document = replace(document, area=area_of(area), told=document.told | {"area"})
    return document


def area_of(written: str) -> str:
    """The code of an area that is named: "Lạng Sơn", "lang son", "VN-09".

    Raises ``TellingError`` where there is no such area.
    """
    code = area_named(written)
    if code is None:
        raise TellingError("area", written)
    return code


def day_of(written: str) -> dt.date:
    """A day as people write it in files and on command lines; the day of the month comes before the month.

    >>> day_of("2020-07-13"), day_of("13/7/2020")
    (datetime.date(2020, 7, 13), datetime.date(2020, 7, 13))

    Raises ``TellingError`` where it is none.
    """
    found = _DAY.fullmatch(written.strip())
    if found is None:
        raise TellingError("day", written)
    try:
        return possible(dt.date(int(found["year"]), int(found["month"]), int(found["day"])))
    except ValueError:  # 31/02 is no day
        raise TellingError("day", written) from None


def possible(day: dt.date) -> dt.date:
    """The day, without an hour.

    Raises ``TellingError`` where no report can be of it.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise TellingError("day", str(day))
    return dt.date(day.year, day.month, day.day)
