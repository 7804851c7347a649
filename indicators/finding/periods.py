"""Periods as texts name them: "6 tháng đầu năm 2020", "quý II", "tính đến ngày 30/6/2020", "cùng kỳ".

Every rule is anchored on letters or digits that a search finds fast, and looks around them. ``find`` gathers
what the rules find, keeps the first and longest of what overlaps, and lets neighbours share a year.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from indicators.finding import calendar_spans as spans
from indicators.finding import period_meanings as meanings
from indicators.finding import period_shapes as shapes
from indicators.model import Period, PeriodMention

_RULES: list[tuple[list[regex.Pattern[str]], Callable[[meanings.Match], Iterator[meanings.Found]]]] = [
    (shapes.MONTHS, meanings.months),
    (shapes.QUARTERS, meanings.quarters),
    (shapes.YEARS, meanings.years),
    (shapes.SAME, meanings.same),
    (shapes.NOW, meanings.now),
    (shapes.DECADE, meanings.decade),
    (shapes.SHORT, meanings.short),
    (shapes.HALVES, meanings.halves),
    (shapes.BARE_YEARS, meanings.bare_years),
    (shapes.DAYS, meanings.days),
]
_JOINT = regex.compile(r"[^\S\n]{0,2}(?:(?P<comma>,)|,?[^\S\n](?:và(?:[^\S\n]cả)?|VÀ))[^\S\n]{1,2}")


def find(text: str) -> list[PeriodMention]:
    """The periods that a text names, in order, none over another.

    >>> text = "GRDP quý II và 6 tháng đầu năm 2020 so với cùng kỳ; tính đến ngày 30/6/2020 đạt 24%"
    >>> [(text[m.start : m.end], m.period.code) for m in find(text) if m.period.year]
    [('quý II', '2020-Q2'), ('6 tháng đầu năm 2020', '2020-S1'), ('tính đến ngày 30/6/2020', '2020-S1')]
    >>> find("Ngày 32/02/2001, năm dự án ở 26/63 tỉnh, trong 24 tháng")
    []
    """
    found = [
        (start, -end, period, anchor)
        for patterns, build in _RULES
        for pattern in patterns
        for match in pattern.finditer(text)
        for start, end, period, anchor in build(match)
        if period is not None
    ]
    found.sort(key=lambda item: item[:2])
    kept: list[PeriodMention] = []
    for start, end, period, anchor in found:
        if not kept or start >= kept[-1].end:
            kept.append(PeriodMention(start, -end, period, anchor))
    return _sharing_years(text, kept)


def _sharing_years(text: str, mentions: list[PeriodMention]) -> list[PeriodMention]:
    """Neighbours joined by "và" share the year that one names; by a comma, if they are of one length."""
    for here in range(len(mentions) - 1, 0, -1):
        _share(text, mentions, here - 1, here)
    return mentions


def _share(text: str, mentions: list[PeriodMention], left: int, right: int) -> None:
    one, two = mentions[left], mentions[right]
    joint = _JOINT.fullmatch(text, one.end, two.start) if two.start - one.end < 12 else None
    first, second = one.period, two.period
    if joint is None or one.anchor or two.anchor or max(first.months or 0, second.months or 0) > 12:
        return
    if joint["comma"] and first.months != second.months:
        return
    if first.year is None and second.year is not None:
        mentions[left] = replace(one, period=first.in_year(second.year))
    elif second.year is None and first.year is not None and not joint["comma"]:
        mentions[right] = replace(two, period=second.in_year(first.year))


def _is_within(period: Period, day: dt.date) -> bool:
    first = dt.date(period.year or day.year, period.month, period.day)
    return first <= day <= period.last_day


def resolve(mention: PeriodMention, current: Period | None, published: dt.date | None) -> Period | None:
    """The period meant in a report on ``current`` that was ``published``; ``None`` where neither tells.

    >>> [quarter] = find("quý trước")
    >>> resolve(quarter, None, dt.date(2024, 7, 11)).code
    '2024-Q2'
    >>> resolve(quarter, Period(2020, 4, 1, 3, "M"), None).code
    '2020-Q1'
    """
    if mention.anchor == "" and mention.period.year is not None and mention.period.month:
        return mention.period
    if current is not None and (current.year is None or current.month == 0):
        current = None
    today = current.last_day if current else published
    if current and published and mention.period.month == 0 and _is_within(current, published):
        today = published  # "quý vừa qua" of a year that still runs
    if today is None:
        return None
    return spans.in_context(mention.period, mention.anchor, current, today)
