"""The records that flow from report to table. Imports nothing of ours.

Everything found in a text keeps its half-open span, so that a row can be led back to its sentence.
Numbers are ``Decimal`` until they reach the table; ``None`` means "not found".
"""

import calendar
import datetime as dt
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import ClassVar, Literal

COUNTRY = "VN"
TOTAL = "_T"

Qualifier = Literal["=", "~", ">", "<", ">=", "<=", ".."]
Nature = Literal["actual", "estimate", "provisional", "forecast", "target"]
Measure = Literal[
    "LEVEL",
    "GROWTH_YOY",
    "GROWTH_POP",
    "GROWTH_YTD",
    "GROWTH_AVG",
    "CHANGE",
    "SHARE",
    "CONTRIBUTION",
    "PLAN_RATIO",
    "RANK",
]
Boundary = Literal["63", "34"]

_MONTHS_IN = {"Y": 12, "M": 1}


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of a document's text, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period: where it starts and how long it lasts.

    ``length`` counts ``unit``: ``Y`` years, ``M`` months, ``D`` days. ``year`` is ``None`` where the text
    does not name it ("6 tháng đầu năm"), ``month`` is 0 where only an anchor tells it ("tháng trước").
    ``code`` follows the SDMX guidelines for TIME_PERIOD (reporting periods, else ISO 8601 start/duration).

    >>> Period(2020, 1, 1, 6, "M").code, Period(2020, 4, 1, 3, "M").code, Period(2020, 6, 1, 1, "M").code
    ('2020-S1', '2020-Q2', '2020-06')
    >>> Period(2020, 1, 1, 9, "M").code, Period(2016, 1, 1, 5, "Y").code, Period(2020, 1, 1, 12, "M").code
    ('2020-01-01/P9M', '2016-01-01/P5Y', '2020')
    >>> Period(2000, 2, 27, 2, "D").code, Period(2020, 6, 30, 1, "D").code
    ('2000-02-27/P2D', '2020-06-30')
    """

    year: int | None
    month: int = 1
    day: int = 1
    length: int = 1
    unit: Literal["Y", "M", "D"] = "Y"
    #: the words of a text that say it; no part of what makes two periods the same
    said: Span | None = field(default=None, compare=False, repr=False)

    @property
    def months(self) -> int | None:
        """Length in months; ``None`` for spans of days."""
        return None if self.unit == "D" else self.length * _MONTHS_IN[self.unit]

    @property
    def code(self) -> str:
        """The SDMX reporting period, or ISO 8601 start/duration where no standard period fits.

        Raises ``ValueError`` where the year or the month is not known yet.
        """
        if self.year is None or self.month == 0:
            raise ValueError("a period without year or month has no code")
        months = self.months
        if months == 12 and self.month == 1:
            return f"{self.year:04d}"
        if months == 6 and self.month in (1, 7):
            return f"{self.year:04d}-S{1 if self.month == 1 else 2}"
        if months == 3 and self.month in (1, 4, 7, 10):
            return f"{self.year:04d}-Q{(self.month + 2) // 3}"
        if months == 1:
            return f"{self.year:04d}-{self.month:02d}"
        start = f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        if months is None:
            return start if self.length == 1 else f"{start}/P{self.length}D"
        if months % 12 == 0:
            return f"{start}/P{months // 12}Y"
        return f"{start}/P{months}M"

    @property
    def whole_year(self) -> "Period":
        """The year that the period lies in."""
        return Period(self.year, said=self.said)

    def in_year(self, year: int | None) -> "Period":
        """The same part of another year; in leap years a day more goes by up to the same date."""
        if self.unit == "D" and self.length > 59 and None not in (year, self.year):
            last = self.last_day
            if (self.month, self.day, self.year) == (1, 1, last.year) and (last.month, last.day) != (2, 29):
                return replace(Period.until(last.replace(year=year or last.year)), said=self.said)
        return Period(year, self.month, self.day, self.length, self.unit, self.said)

    def said_by(self, words: Span) -> "Period":
        """The same period as these words say it."""
        return Period(self.year, self.month, self.day, self.length, self.unit, words)

    def year_before(self) -> "Period":
        """The same period a year earlier ("cùng kỳ")."""
        return self if self.year is None else self.in_year(self.year - 1)

    def before(self) -> "Period":
        """The period of the same length just before ("tháng trước", "quý trước").

        >>> Period(2021, 1, 1, 3, "M").before().code
        '2020-Q4'
        """
        months = self.months
        if self.year is None or months is None or self.month == 0:
            return self
        first = self.year * 12 + self.month - 1 - months
        return replace(self, year=first // 12, month=first % 12 + 1)

    @property
    def last_day(self) -> dt.date:
        """The last day that the period counts. Raises ``ValueError`` like ``code``."""
        if self.year is None or self.month == 0:
            raise ValueError("a period without year or month has no end")
        months = self.months
        if months is None:
            return dt.date(self.year, self.month, self.day) + dt.timedelta(days=self.length - 1)
        last = self.year * 12 + self.month - 2 + months
        year, month = last // 12, last % 12 + 1
        return dt.date(year, month, calendar.monthrange(year, month)[1])

    @classmethod
    def until(cls, day: dt.date) -> "Period":
        """From the start of the year to this day, as a standard period where it ends with one.

        >>> Period.until(dt.date(2020, 6, 30)).code, Period.until(dt.date(2022, 3, 15)).code
        ('2020-S1', '2022-01-01/P74D')
        """
        if day.day == calendar.monthrange(day.year, day.month)[1]:
            return cls(day.year, 1, 1, day.month, "M")
        return cls(day.year, 1, 1, (day - dt.date(day.year, 1, 1)).days + 1, "D")


Anchor = Literal["", "this", "last", "next", "same", "until"]

# Mentions are records that nobody changes, and yet are not frozen: a megabyte of text has 60,000 of them, and
# a frozen one takes three times as long to make.


@dataclass(slots=True)
class Number:
    """A number with its unit: "25.200 doanh nghiệp", "8,5 - 9%", "1.320 triệu USD".

    ``value`` is unsigned, as written; times ``10 ** mult`` in ``unit`` it is the amount. ``unit`` is ``None``
    for a bare number. ``qualifier`` is what the words before (or "trở lên" behind) say of it.
    """

    kind: ClassVar[str] = "number"
    start: int
    end: int
    value: Decimal
    upper: Decimal | None = None
    qualifier: Qualifier = "="
    unit: str | None = None
    mult: int = 0


@dataclass(slots=True)
class PeriodMention:
    """A period as a text names it.

    ``anchor`` tells what the words leave to the context: ``this`` ("năm nay"), ``last`` ("năm ngoái",
    "tháng trước"), ``next`` ("năm tới"), ``same`` ("cùng kỳ"), ``until`` ("đến nay": from the year's start).
    """

    kind: ClassVar[str] = "period"
    start: int
    end: int
    period: Period
    anchor: Anchor = ""


@dataclass(slots=True)
class AreaMention:
    """The country, a region or a province as a text names it; ``code`` as in the column ``ref_area``."""

    kind: ClassVar[str] = "area"
    start: int
    end: int
    code: str
    boundary: Boundary = "63"


@dataclass(slots=True)
class Concept:
    """An indicator (code of the catalogue), a part of the economy, or both, as a text names them.

    ``indicator`` is ``""`` where the words name a part alone ("khu vực dịch vụ"), and ``OTHER`` where they
    name something that is no indicator of the catalogue and must not be taken for one ("chỉ số tồn kho").
    """

    kind: ClassVar[str] = "concept"
    start: int
    end: int
    indicator: str
    activity: str = TOTAL


@dataclass(slots=True)
class Cue:
    """A word that says what a number does: "tăng", "so với", "dự toán", "ước"; ``kind`` is its class."""

    start: int
    end: int
    kind: str


Mention = Number | PeriodMention | AreaMention | Concept | Cue


@dataclass(frozen=True, slots=True)
class Document:
    """A report as the library reads it: text in normal form (NFC), and what its head tells of it.

    All offsets of observations count characters of ``text``. ``area`` is the code of the area that the report
    speaks for, ``published`` its date of publication; both ``None`` where the text does not tell. ``told``
    names those of the two that a reader told: they stand, whatever the text says.
    """

    name: str
    text: str
    title: str = ""
    area: str | None = None
    published: dt.date | None = None
    #: the period that the report is about, where its head or its first sentences name one
    period: Period | None = None
    told: frozenset[Literal["area", "published"]] = frozenset()


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure of a report, on one indicator, in one area, over one period: a row of the table."""

    document: str
    indicator: str
    activity: str
    measure: Measure
    ref_area: str
    time_period: str
    value: Decimal
    value_upper: Decimal | None
    qualifier: Qualifier
    unit_measure: str
    unit_mult: int
    nature: Nature
    counterpart_period: str | None
    start: int
    end: int
    sentence: str
    #: offset of ``sentence`` in the document's text
    sentence_start: int
    rule: str
    boundary: Boundary = "63"
    plan_setter: str | None = None
    price_base: str | None = None
    #: the words of the document that decided what the figure is of; ``None`` where a convention did
    indicator_at: Span | None = None
    activity_at: Span | None = None
    area_at: Span | None = None
    period_at: Span | None = None
    base_at: Span | None = None
    #: what was inherited from far away, or spoken against: empty where the row stands on its own clause
    review: tuple[str, ...] = field(default=())
