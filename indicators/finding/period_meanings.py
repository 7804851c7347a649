"""What the shapes of periods say: each match of a pattern of ``period_shapes`` as its spans and periods."""

import calendar
from collections.abc import Iterator

import regex

from indicators.finding import calendar_spans as spans
from indicators.finding import period_shapes as shapes
from indicators.finding.dates import fold
from indicators.lexicon import load
from indicators.model import Anchor, Period

_LEXICON = load("periods.toml")
_COUNTS: dict[str, int] = _LEXICON["counts"]
_MONTHS: dict[str, int] = _LEXICON["months"]
_QUARTERS: dict[str, int] = {fold(name): quarter for name, quarter in _LEXICON["quarters"].items()}
_ANCHORS: dict[str, Anchor] = _LEXICON["anchors"]

_COMMON_YEAR = 2023  # stands in where a text leaves the year open
_FROM_DAY = regex.compile(
    r"""(?xi:
      (?: \b (?: từ (?:\sngày)? | ngày ) \s+ (?P<d> [0-9]{1,2} )
          (?: (?: \s*[/-]\s* | \s+tháng\s+ ) (?P<m> [0-9]{1,2} ) )?
        | (?<! [0-9/] ) (?P<d> [0-9]{1,2} ) / (?P<m> [0-9]{1,2} )
      )
      (?: /[0-9]{4} | \s+năm\s+[0-9]{4} )? \s+ )$"""
)
_SINCE_DAY = regex.compile(r"(?i:\btừ\s+(?P<d>[0-9]{1,2})\s+)$")
Match = regex.Match[str]
Found = tuple[int, int, Period | None, Anchor]


def _groups(patterns: list[regex.Pattern[str]], *names: str) -> list[int]:
    """The numbers of groups, alike in all spellings of a pattern: by name a group takes six times as long."""
    return [patterns[0].groupindex[name] for name in names]


def _year(match: Match) -> int | None:
    year = match["year"]
    return int(year) if year else None


def _count(written: str) -> int:
    return int(written) if written.isdigit() else _COUNTS[fold(written)]


def _is_until(match: Match) -> bool:
    """Whether the words before say "up to", not just "to" as in "từ tháng 3 đến tháng 6"."""
    lead = match["lead"]
    return lead is not None and (match["edge"] is not None or not fold(lead).startswith(("đến", "tới")))


def _start(match: Match) -> int:
    """Where the mention starts, a lead that says nothing of the period left out."""
    own, plural, lead = match.group("own", "plural", "lead")
    if own or plural:
        return match.end("own" if own else "plural")
    return match.end("lead") if lead and not _is_until(match) else match.start("head")


def _up_to(match: Match, period: Period) -> Period | None:
    """The period, or the span from the start of its year to its end, or to its start ("đến đầu tháng 4")."""
    if not _is_until(match):
        return period
    last = period.month - 1 + (period.months or 0)
    if fold(match["edge"] or "") == "đầu":
        last = period.month - 1
    first = int(match["since"]) if match["since"] else period.year
    if first is not None and period.year is not None:
        last += 12 * (period.year - first)
    return Period(first, 1, 1, last, "M") if last > 0 else None


def _at_hand(match: Match, months: int, anchor: Anchor) -> Iterator[Found]:
    """As in "tháng trước", "trong quý"."""
    if anchor:
        start = match.end("own") if match["own"] else match.start("head")
        yield start, match.end(), Period(None, 0, 1, months, "M"), anchor
    elif match["own"]:
        yield match.start("own"), match.end(), Period(None, 0, 1, months, "M"), "this"


_MONTH_GROUPS = _groups(shapes.MONTHS, "year", "ref", "n", "m", "to", "d", "first", "own", "plural", "lead")


def months(match: Match) -> Iterator[Found]:
    """As in "6 tháng đầu năm 2020", "tháng 6/2024", "ngày 24 tháng 6", "tháng trước", "trong tháng"."""
    y, ref, many, named, to, day, first, own, plural, lead = match.group(*_MONTH_GROUPS)
    year, anchor, end = int(y) if y else None, _ANCHORS[fold(ref)] if ref else "", match.end()
    if many:
        yield match.start("n"), end, _part(match, _count(many), year), anchor
    elif named:
        month = int(named) if named.isdigit() else _MONTHS[fold(named)]
        last = int(to) if to else month
        if day:
            yield _to_day(match, spans.day(year, month, int(day)))
        elif since := _SINCE_DAY.search(match.string, max(0, match.start("head") - 9), match.start("head")):
            yield since.start("d"), end, spans.day(year, month, int(since["d"])), ""  # "từ 16 tháng 5 đến …"
        elif last >= month:
            period = Period(year, month, 1, last - month + 1, "M")
            start = _start(match) if own or plural or lead else match.start("head")
            yield start, end, _up_to(match, period) if lead else period, anchor
    elif first:
        yield _start(match), end, Period(year, 1, 1, 1, "M"), anchor
    elif plural is None:
        yield from _at_hand(match, 1, anchor)


def _to_day(match: Match, day: Period | None) -> Found:
    """The day, or the span from the start of its year that ends with it: "tính đến ngày 31 tháng 3".

    Where the words before name a day that a span begins with, "từ ngày 1/2 đến ngày 5 tháng 3", it is a day
    alone, for the two are of no standard period; from 1 January it is the span all the same.
    """
    lead = match.start("lead")
    since_day = _FROM_DAY.search(match.string, max(0, lead - 32), lead) if lead >= 0 else None
    is_span = since_day is not None and (int(since_day["d"]), int(since_day["m"] or 0)) != (1, 1)
    if day is None or lead < 0 or is_span:
        return match.start("d" if lead >= 0 else "day"), match.end(), day, ""
    since = int(match["since"]) if match["since"] else day.year
    if since == day.year:
        return lead, match.end(), spans.until(day.year, day.month, day.day), ""
    return lead, match.end(), spans.days(since or 0, 1, 1, day.year or 0, day.month, day.day), ""


def _part(match: Match, months: int, year: int | None) -> Period | None:
    """The first or last so many months of a year; ``None`` for a length of time."""
    if not 1 <= months <= 12 or (months == 1 and match["part"] is None and year is None):
        return None
    return Period(year, 13 - months if fold(match["part"] or "") == "cuối" else 1, 1, months, "M")


_QUARTER_GROUPS = _groups(shapes.QUARTERS, "year", "ref", "n", "q", "own", "plural", "lead")


def quarters(match: Match) -> Iterator[Found]:
    """As in "quý II/2025", "các quý I, II", "2 quý đầu năm", "quý trước", "trong quý"."""
    y, ref, many, named, own, plural, lead = match.group(*_QUARTER_GROUPS)
    year, anchor, end = int(y) if y else None, _ANCHORS[fold(ref)] if ref else "", match.end()
    if many:
        yield match.start("n"), end, _part(match, 3 * _count(many), year), anchor
    elif named:
        names, places = match.captures("q"), match.spans("q")
        first = _start(match) if own or plural or lead else match.start("head")
        for index, (name, (start, stop)) in enumerate(zip(names, places, strict=True)):
            period = Period(year, 3 * _QUARTERS[fold(name)] - 2, 1, 3, "M")
            up_to = _up_to(match, period) if lead else period
            yield start if index else first, end if index == len(names) - 1 else stop, up_to, anchor
    elif plural is None:
        yield from _at_hand(match, 3, anchor)


_YEAR_GROUPS = _groups(
    shapes.YEARS, "year", "ref", "n", "to", "half", "decade", "whole", "way", "plural", "own"
)


def years(match: Match) -> Iterator[Found]:
    """As in "năm 2020", "hai năm 2022 và 2023", "5 năm 2016-2020", "nửa đầu năm", "cả năm", "năm ngoái"."""
    y, ref, many, to, half, years_of, whole, way_said, plural, within = match.group(*_YEAR_GROUPS)
    year, anchor, end = int(y) if y else None, _ANCHORS[fold(ref)] if ref else "", match.end()
    head = match.start("head")
    bare = match.start() - 1  # where "năm" starts
    if half:
        yield head, end, Period(year, 1 if fold(half) == "đầu" else 7, 1, 6, "M"), anchor
    elif year and to:
        yield head if many else bare, end, spans.years(year, int(to)), ""
    elif year:
        decade = years_of and year % 10 == 0
        start = head if decade or whole or many else bare
        yield start, end, Period(year, 1, 1, 10 if decade else 1, "Y"), ""
    elif way_said:
        if many and 1 < _count(many) <= 50:
            way: Anchor = "next" if fold(way_said) == "tới" else "last"
            yield head, end, Period(None, 0, 1, _count(many), "Y"), way
    elif many is None and plural is None and years_of is None:
        own: Anchor = "this" if within and not anchor else anchor
        yield bare if anchor and not whole else head, end, Period(None), own


def same(match: Match) -> Iterator[Found]:
    """As in "cùng kỳ", "cùng kỳ năm 2019", "cùng kỳ năm trước"."""
    yield match.start("head"), match.end(), Period(_year(match)), "same"


def now(match: Match) -> Iterator[Found]:
    """As in "đến nay", "từ đầu năm 2024 đến nay"; not "từ trước đến nay", "từ năm 2021 đến nay"."""
    yield match.start("head"), match.end(), Period(_year(match)), "until"


def decade(match: Match) -> Iterator[Found]:
    """As in "thập niên 1990", "thập niên 90"."""
    written = match["year"]
    year = int(written) if len(written) == 4 else 1900 + int(written)
    if year % 10 == 0:
        yield match.start("head"), match.end(), Period(year, 1, 1, 10, "Y"), ""


def halves(match: Match) -> Iterator[Found]:
    """As in "kỳ 1 tháng 11/2022", which ends with the 15th, and "kỳ 2 tháng 10", the days behind it."""
    year, month = _year(match), int(match["m"])
    second = match["half"] in ("2", "II")
    last = calendar.monthrange(year or _COMMON_YEAR, month)[1]
    period = Period(year, month, 16, last - 15, "D") if second else Period(year, month, 1, 15, "D")
    yield match.start("head"), match.end(), period, ""


_SHORT_GROUPS = _groups(shapes.SHORT, "kind", "number", "year")


def short(match: Match) -> Iterator[Found]:
    """As in "Q1/2025", "T6/2024"."""
    kind, written, year = match.group(*_SHORT_GROUPS)
    number, (start, end) = int(written), match.span()
    if kind == "T":
        yield start, end, Period(int(year), number, 1, 1, "M"), ""
    elif number <= 4:
        yield start, end, Period(int(year), 3 * number - 2, 1, 3, "M"), ""


_BARE_YEAR_GROUPS = _groups(shapes.BARE_YEARS, "year", "to", "head", "school")


def bare_years(match: Match) -> Iterator[Found]:
    """As in "2016-2020", "giai đoạn 2016-2020", "(2023)", "so với 2023"."""
    written, to, head, school = match.group(*_BARE_YEAR_GROUPS)
    if not school:
        start, end = match.start("head") if head else match.start(), match.end()
        yield start, end, spans.years(int(written), int(to)) if to else Period(int(written)), ""


_DAY_GROUPS = _groups(
    shapes.DAYS, "d", "m", "year", "d2", "m2", "year2", "cumulated", "monthly", "lead", "from", "named"
)


def days(match: Match) -> Iterator[Found]:
    """As in "30/6/2020", "tính đến 15/11", "từ 27-28/02/2000", "6/2024", "6T/2024"."""
    d, m, y, d2, m2, y2, cumulated, monthly, lead, since_day, named = match.group(*_DAY_GROUPS)
    day, month, year = int(d), int(m or 0), int(y) if y else None
    start, end = match.start("d"), match.end()
    if cumulated or monthly:
        if 1 <= day <= 12:
            yield from _days_as_month(match, day, year)
    elif d2:
        last = (int(y2) if y2 else year, int(m2), int(d2))
        period = spans.days(year or last[0], month or last[1], day, *last)
        yield match.start("from") if since_day else start, end, period, ""
    elif lead:
        period = spans.until(year, month, day)
        if since := match["since"]:
            period = spans.days(int(since), 1, 1, year or int(since), month, day)
        yield match.start("lead"), end, period, ""
    else:
        yield match.start("named") if named else start, end, spans.day(year, month, day), ""


def _days_as_month(match: Match, number: int, year: int | None) -> Iterator[Found]:
    """As in "6/2024", "đến 6/2024", "6T/2024"."""
    start, end = match.start("d"), match.end()
    if match["cumulated"]:
        yield start, end, Period(year, 1, 1, number, "M"), ""
    else:
        period = _up_to(match, Period(year, number, 1, 1, "M"))
        yield match.start("lead") if _is_until(match) else start, end, period, ""
