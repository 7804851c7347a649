"""Periods as texts name them: "6 tháng đầu năm 2020", "quý II", "tính đến ngày 30/6/2020", "cùng kỳ".

Every rule is anchored on letters or digits that a search finds fast, and looks around them. ``find`` gathers
what the rules find, keeps the first and longest of what overlaps, and lets neighbours share a year.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from indicators.finding import calendar_spans as spans
from indicators.finding import period_shapes as shapes
from indicators.finding.dates import fold
from indicators.lexicon import load
from indicators.model import Anchor, Period, PeriodMention

_LEXICON = load("periods.toml")
_COUNTS: dict[str, int] = _LEXICON["counts"]
_MONTHS: dict[str, int] = _LEXICON["months"]
_QUARTERS: dict[str, int] = {fold(name): quarter for name, quarter in _LEXICON["quarters"].items()}
_ANCHORS: dict[str, Anchor] = _LEXICON["anchors"]

Match = regex.Match[str]
Found = tuple[int, int, Period | None, Anchor]


def _year(match: Match) -> int | None:
    year = match["year"]
    return int(year) if year else None


def _count(written: str) -> int:
    return int(written) if written.isdigit() else _COUNTS[fold(written)]


def _anchor(match: Match) -> Anchor:
    ref = match["ref"]
    return _ANCHORS[fold(ref)] if ref else ""


def _is_until(match: Match) -> bool:
    """Whether the words before say "up to", not just "to" as in "từ tháng 3 đến tháng 6"."""
    lead = match["lead"]
    return lead is not None and (match["edge"] is not None or not fold(lead).startswith("đến"))


def _start(match: Match) -> int:
    """Where the mention starts, a lead that says nothing of the period left out."""
    if match["own"]:
        return match.end("own")
    return match.start("head") if match["lead"] is None or _is_until(match) else match.end("lead")


def _up_to(match: Match, period: Period) -> Period | None:
    """The period, or the span from the start of its year to its end, or to its start ("đến đầu tháng 4")."""
    if not _is_until(match):
        return period
    last = period.month - 1 + (period.months or 0)
    if fold(match["edge"] or "") == "đầu":
        last = period.month - 1
    return Period(period.year, 1, 1, last, "M") if last else None


def _months(match: Match) -> Iterator[Found]:
    """As in "6 tháng đầu năm 2020", "tháng 6/2024", "ngày 24 tháng 6", "tháng trước", "trong tháng"."""
    year, anchor, (_, end) = _year(match), _anchor(match), match.span()
    if match["n"]:
        yield match.start("n"), end, _part(match, _count(match["n"]), year), anchor
    elif match["m"]:
        month = int(match["m"]) if match["m"].isdigit() else _MONTHS[fold(match["m"])]
        last = int(match["to"]) if match["to"] else month
        if match["d"]:
            yield match.start("day"), end, spans.day(year, month, int(match["d"])), anchor
        elif last >= month:
            yield _start(match), end, _up_to(match, Period(year, month, 1, last - month + 1, "M")), anchor
    elif match["own"]:
        yield match.start("own"), end, Period(None, 0, 1, 1, "M"), "this"
    elif anchor:
        yield match.start("head"), end, Period(None, 0, 1, 1, "M"), anchor


def _part(match: Match, months: int, year: int | None) -> Period | None:
    """The first or last so many months of a year; ``None`` for a length of time."""
    if not 1 <= months <= 12 or (months == 1 and match["part"] is None and year is None):
        return None
    return Period(year, 13 - months if fold(match["part"] or "") == "cuối" else 1, 1, months, "M")


def _quarters(match: Match) -> Iterator[Found]:
    """As in "quý II/2025", "các quý I, II", "2 quý đầu năm", "quý trước", "trong quý"."""
    year, anchor, (_, end) = _year(match), _anchor(match), match.span()
    if match["n"]:
        yield match.start("n"), end, _part(match, 3 * _count(match["n"]), year), anchor
    elif match["q"]:
        names, places = match.captures("q"), match.spans("q")
        for index, (name, (start, stop)) in enumerate(zip(names, places, strict=True)):
            quarter = _QUARTERS[fold(name)]
            period = _up_to(match, Period(year, 3 * quarter - 2, 1, 3, "M"))
            yield start if index else _start(match), end if index == len(names) - 1 else stop, period, anchor
    elif match["own"]:
        yield match.start("own"), end, Period(None, 0, 1, 3, "M"), "this"
    elif anchor:
        yield match.start("head"), end, Period(None, 0, 1, 3, "M"), anchor


def _years(match: Match) -> Iterator[Found]:
    """As in "năm 2020", "5 năm 2016-2020", "nửa đầu năm", "cả năm", "năm ngoái", "5 năm qua"."""
    year, anchor, (_, end) = _year(match), _anchor(match), match.span()
    head, many, to = match.start("head"), match["n"], match["to"]
    bare = match.start() - 1  # where "năm" starts
    if match["half"]:
        yield head, end, Period(year, 1 if fold(match["half"]) == "đầu" else 7, 1, 6, "M"), anchor
    elif year and to:
        yield head if many else bare, end, spans.years(year, int(to)), ""
    elif year:
        decade = match["decade"] and year % 10 == 0
        start = head if decade or match["whole"] else bare
        yield start, end, Period(year, 1, 1, 10 if decade else 1, "Y"), ""
    elif match["way"]:
        if many and 1 < _count(many) <= 50:
            way: Anchor = "next" if fold(match["way"]) == "tới" else "last"
            yield head, end, Period(None, 0, 1, _count(many), "Y"), way
    elif many is None and match["plural"] is None and match["decade"] is None:
        own: Anchor = "this" if match["own"] and not anchor else anchor
        yield bare if anchor and not match["whole"] else head, end, Period(None), own


def _same(match: Match) -> Iterator[Found]:
    """As in "cùng kỳ", "cùng kỳ năm 2019", "cùng kỳ năm trước"."""
    yield match.start("head"), match.end(), Period(_year(match)), "same"


def _now(match: Match) -> Iterator[Found]:
    """As in "đến nay", "từ đầu năm 2024 đến nay"; not "từ trước đến nay", "từ năm 2021 đến nay"."""
    yield match.start("head"), match.end(), Period(_year(match)), "until"


def _decade(match: Match) -> Iterator[Found]:
    """As in "thập niên 1990", "thập niên 90"."""
    written = match["year"]
    year = int(written) if len(written) == 4 else 1900 + int(written)
    if year % 10 == 0:
        yield match.start("head"), match.end(), Period(year, 1, 1, 10, "Y"), ""


def _short(match: Match) -> Iterator[Found]:
    """As in "Q1/2025", "T6/2024"."""
    number = int(match["number"])
    if match["kind"] == "T":
        yield match.start(), match.end(), Period(_year(match), number, 1, 1, "M"), ""
    elif number <= 4:
        yield match.start(), match.end(), Period(_year(match), 3 * number - 2, 1, 3, "M"), ""


def _bare_years(match: Match) -> Iterator[Found]:
    """As in "2016-2020", "giai đoạn 2016-2020", "(2023)", "so với 2023"."""
    year, to = int(match["year"]), match["to"]
    start = match.start("head") if match["head"] else match.start("year")
    if match["school"]:
        return
    yield start, match.end(), spans.years(year, int(to)) if to else Period(year), ""


def _days(match: Match) -> Iterator[Found]:
    """As in "30/6/2020", "tính đến 15/11", "từ 27-28/02/2000", "6/2024", "6T/2024"."""
    day, month, day2, month2 = (int(match[name] or 0) for name in ("d", "m", "d2", "m2"))
    year, year2 = (int(match[name]) if match[name] else None for name in ("year", "year2"))
    start, end = match.start("d"), match.end()
    if (match["cumulated"] or match["monthly"]) and not 1 <= day <= 12:
        return
    if match["cumulated"]:
        yield start, end, Period(year, 1, 1, day, "M"), ""
    elif match["monthly"]:
        period = _up_to(match, Period(year, day, 1, 1, "M"))
        yield match.start("lead") if _is_until(match) else start, end, period, ""
    elif day2:
        period = spans.days(year or year2, month or month2, day, year2 or year, month2, day2)
        yield match.start("from") if match["from"] else start, end, period, ""
    elif match["lead"]:
        yield match.start("lead"), end, spans.until(year, month, day), ""
    else:
        yield match.start("named") if match["named"] else start, end, spans.day(year, month, day), ""


_RULES: list[tuple[list[regex.Pattern[str]], Callable[[Match], Iterator[Found]]]] = [
    (shapes.MONTHS, _months),
    (shapes.QUARTERS, _quarters),
    (shapes.YEARS, _years),
    (shapes.SAME, _same),
    (shapes.NOW, _now),
    (shapes.DECADE, _decade),
    (shapes.SHORT, _short),
    (shapes.BARE_YEARS, _bare_years),
    (shapes.DAYS, _days),
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


def resolve(mention: PeriodMention, current: Period | None, published: dt.date | None) -> Period | None:
    """The period meant in a report on ``current`` that was ``published``; ``None`` where neither tells.

    >>> [quarter] = find("quý trước")
    >>> resolve(quarter, None, dt.date(2024, 7, 11)).code
    '2024-Q2'
    >>> resolve(quarter, Period(2020, 4, 1, 3, "M"), None).code
    '2020-Q1'
    """
    if current is not None and (current.year is None or current.month == 0):
        current = None
    today = current.last_day if current else published
    if today is None:
        return mention.period if mention.anchor == "" and mention.period.year is not None else None
    return spans.in_context(mention.period, mention.anchor, current, today)
