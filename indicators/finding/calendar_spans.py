"""Spans of the calendar as periods; ``None`` for days that no calendar has."""

import calendar
import datetime as dt
from dataclasses import replace

from indicators.model import Anchor, Period

_STEPS: dict[Anchor, int] = {"last": -1, "next": 1}
_FAR = dt.timedelta(days=240)  # "quý IV" in a report of January is last year's
_COMMON_YEAR = 2023  # stands in where a text leaves the year open


def day(year: int | None, month: int, day: int) -> Period | None:
    """A single day, of an open year where ``year`` is ``None``.

    >>> day(2020, 6, 30).code, day(2001, 2, 32)
    ('2020-06-30', None)
    """
    return Period(year, month, day, 1, "D") if _date(year, month, day) else None


def until(year: int | None, month: int, day: int) -> Period | None:
    """From the start of the year to this day; in an open year the days of a common one are counted.

    >>> until(2020, 6, 30).code, until(2022, 3, 15).code
    ('2020-S1', '2022-01-01/P74D')
    >>> until(None, 11, 15)
    Period(year=None, month=1, day=1, length=319, unit='D')
    """
    if year is None and (month, day) == (2, 29):
        return Period(None, 1, 1, 2, "M")
    last = _date(year, month, day)
    return Period.until(last).in_year(year) if last else None


def days(
    year: int | None, month: int, day: int, last_year: int | None, last_month: int, last_day: int
) -> Period | None:
    """From one day to another, the last one counted; whole months as months.

    >>> days(2000, 2, 27, 2000, 2, 28).code, days(2024, 4, 1, 2024, 6, 30).code
    ('2000-02-27/P2D', '2024-Q2')
    """
    first, last = _date(year, month, day), _date(last_year, last_month, last_day)
    if first is None or last is None or first > last:
        return None
    if (first.month, first.day) == (1, 1) and first.year == last.year:
        return until(year, last_month, last_day)
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return Period(year, month, 1, 12 * (last.year - first.year) + last.month - first.month + 1, "M")
    return Period(year, month, day, (last - first).days + 1, "D")


def years(first: int, last: int) -> Period | None:
    """Several years, both ends counted.

    >>> years(2016, 2020).code
    '2016-01-01/P5Y'
    """
    return Period(first, 1, 1, last - first + 1, "Y") if 0 < last - first < 100 else None


def in_context(period: Period, anchor: Anchor, current: Period | None, today: dt.date) -> Period | None:
    """A period with what its words leave open filled in; ``today`` ends ``current``, or is any date."""
    if anchor == "same":
        if current is None:
            return period if period.year else None
        return current.in_year(period.year) if period.year else current.year_before()
    if anchor == "until":
        return Period.until(today) if period.year in (None, today.year) else None
    if period.month == 0:
        return _beside(period, anchor, today)
    if period.year is not None:
        return period
    return _in_year(period, today.year + _STEPS.get(anchor, 0), None if anchor else today)


def _beside(period: Period, anchor: Anchor, today: dt.date) -> Period:
    """This month, the quarter before, the five years up to now."""
    if period.unit == "Y":
        return replace(period, year=today.year + (1 if anchor == "next" else 1 - period.length), month=1)
    first = today.year * 12 + (today.month - 1) // period.length * period.length
    first += _STEPS.get(anchor, 0) * period.length
    return replace(period, year=first // 12, month=first % 12 + 1)


def _in_year(period: Period, year: int, today: dt.date | None) -> Period | None:
    """The period in this year, or in the one before where that would lie far ahead of ``today``."""
    if period.unit == "D" and (period.month, period.day) == (1, 1) and period.length > 1:
        last = dt.date(_COMMON_YEAR, 1, 1) + dt.timedelta(days=period.length - 1)
        return until(year, last.month, last.day)
    if period.unit == "D" and not _date(year, period.month, period.day):
        return None
    placed = period.in_year(year)
    if today and (period.months or 0) <= 3 and placed.last_day - today > _FAR:
        return period.in_year(year - 1)
    return placed


def _date(year: int | None, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year or (2024 if (month, day) == (2, 29) else _COMMON_YEAR), month, day)
    except ValueError:
        return None
