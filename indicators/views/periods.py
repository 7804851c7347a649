"""Periods as a reader meets them: kind, order, how much of the year is over, what lies between."""

import calendar
import datetime as dt
from functools import lru_cache

from indicators.model import Period
from indicators.table import parse_period, period_kind

#: kinds of period in the order of the page: years, half-years, quarters, months, all other spans
KINDS = ("Y", "S", "Q", "M", "C")

_KIND = {"year": "Y", "half": "S", "quarter": "Q", "month": "M"}


@lru_cache(maxsize=4096)
def kind(code: str) -> str:
    """``Y`` a year, ``S`` a half-year, ``Q`` a quarter, ``M`` a month, ``C`` any other span.

    >>> [kind(code) for code in ("2020", "2020-S1", "2020-Q2", "2020-06", "2020-01-01/P9M", "2016-01-01/P5Y")]
    ['Y', 'S', 'Q', 'M', 'C', 'C']
    """
    return _KIND.get(period_kind(code), "C")


@lru_cache(maxsize=4096)
def year(code: str) -> int:
    """The year in which the period ends."""
    return parse_period(code).last_day.year


@lru_cache(maxsize=4096)
def years(code: str) -> tuple[int, int]:
    """The years in which the period begins and ends.

    >>> years("2020-S1"), years("2016-01-01/P5Y")
    ((2020, 2020), (2016, 2020))
    """
    last = year(code)
    return parse_period(code).year or last, last


def from_january(code: str, of: int) -> bool:
    """Whether the period is the beginning of the year ``of``, or all of it.

    >>> from_january("2020-01-01/P9M", 2020), from_january("2020-Q2", 2020), from_january("2020", 2020)
    (True, False, True)
    """
    period = parse_period(code)
    return years(code) == (of, of) and period.month == period.day == 1


@lru_cache(maxsize=4096)
def order(code: str) -> tuple[dt.date, int]:
    """A key that sorts periods by their end, shorter ones first.

    >>> sorted(["2020", "2020-12", "2020-S1", "2020-Q2", "2020-01-01/P9M"], key=order)
    ['2020-Q2', '2020-S1', '2020-01-01/P9M', '2020-12', '2020']
    """
    period = parse_period(code)
    return period.last_day, period.length * {"Y": 365, "M": 30, "D": 1}[period.unit]


def elapsed(code: str) -> float | None:
    """The share of the year that is over when the period ends, in per cent, where it began with the year.

    What a single month or a later quarter reached of a year's plan fills up nothing: ``None``.

    >>> elapsed("2020-S1"), elapsed("2020-01-01/P9M"), elapsed("2020"), elapsed("2016-01-01/P5Y")
    (50.0, 75.0, 100.0, None)
    >>> elapsed("2020-Q3"), elapsed("2020-06"), elapsed("2020-01-01/P366D")
    (None, None, 100.0)
    """
    period = parse_period(code)
    if not from_january(code, period.year or 0):
        return None
    last = period.last_day
    if period.months is None:
        return round(100 * last.timetuple().tm_yday / (365 + calendar.isleap(last.year)), 1)
    return round(100 * last.month / 12, 1)


def year_before(code: str) -> str:
    """The same stretch of the year before.

    >>> year_before("2020-S1"), year_before("2020-01-01/P9M"), year_before("2020")
    ('2019-S1', '2019-01-01/P9M', '2019')
    """
    return f"{int(code[:4]) - 1:04}{code[4:]}"


def between(codes: list[str]) -> list[str]:
    """The periods of one kind in order, with those that are missing between them, so that a gap stays a gap.

    >>> between(["2021-S2", "2020-S1"])
    ['2020-S1', '2020-S2', '2021-S1', '2021-S2']
    >>> between(["2021-01-01/P9M", "2019-01-01/P9M"])
    ['2019-01-01/P9M', '2021-01-01/P9M']
    """
    known = sorted(set(codes), key=order)
    if not known or kind(known[0]) == "C":
        return known
    found = [known[0]]
    while order(found[-1]) < order(known[-1]):
        found.append(_after(parse_period(found[-1])).code)
    return found


def _after(period: Period) -> Period:
    months = period.months or 12
    first = (period.year or 0) * 12 + period.month - 1 + months
    return Period(first // 12, first % 12 + 1, 1, months, "M")
