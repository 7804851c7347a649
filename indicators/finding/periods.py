"""Periods as texts name them: "6 tháng đầu năm 2020", "quý II", "tính đến ngày 30/6/2020", "cùng kỳ".

Every rule is anchored on letters or digits that a search finds fast, and looks around them. ``find`` gathers
what the rules find, keeps the first and longest of what overlaps, and lets neighbours share a year.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from indicators.finding import calendar_spans as spans
from indicators.finding.dates import BLANK, DASH, DAY, DAY_LEADS, GAP, MONTH, YEAR
from indicators.finding.amounts import COUNTS, either
from indicators.lexicon import load
from indicators.model import Anchor, Period, PeriodMention

_LEXICON = load("periods.toml")
_COUNTS: dict[str, int] = _LEXICON["counts"]
_MONTHS: dict[str, int] = _LEXICON["months"]
_QUARTERS: dict[str, int] = _LEXICON["quarters"]
_ANCHORS: dict[str, Anchor] = _LEXICON["anchors"]
_WORDS: dict[str, list[str]] = _LEXICON["words"]

Match = regex.Match[str]
Found = tuple[int, int, Period | None, Anchor]

_REF = rf"(?P<ref>{either(list(_ANCHORS))})(?!\w)"
_COUNT = either(list(_COUNTS))
#: how a year is tied to the month or quarter before it
_OF_YEAR = rf"""
  (?: {BLANK}(?:của{BLANK})?năm{BLANK}(?:(?P<year>{YEAR})|{_REF})
    | (?:[^\S\n]?[/–-][^\S\n]?|[.])(?P<year>{YEAR})
    | {BLANK}(?P<year>{YEAR})(?!{COUNTS}) )?
"""
#: "6 tháng đầu năm 2020", "2 quý cuối năm nay"
_OF_PART = rf"""
  (?: {BLANK}(?P<part>đầu|cuối)(?:{BLANK}(?:của{BLANK})?năm(?!\w))?(?:{BLANK}(?:(?P<year>{YEAR})(?!{COUNTS})|{_REF}))?
    | {BLANK}(?:vừa{BLANK})?qua(?!\w)
    | {_OF_YEAR} )
"""
#: "tính đến hết": from the start of the year
_UNTIL = rf"""
  (?P<lead>(?:(?:từ{BLANK}đầu{BLANK}năm|tính|lũy{BLANK}kế|luỹ{BLANK}kế|kể{BLANK}từ{BLANK}đầu{BLANK}năm){BLANK})?
  đến{BLANK}(?:thời{BLANK}điểm{BLANK}|kỳ{BLANK})?(?:(?P<edge>hết|cuối|đầu){BLANK})?(?:ngày{BLANK})?)
"""


def _rules(build: Callable[[Match], Iterator[Found]], anchors: list[str], pattern: str) -> list["Rule"]:
    """One rule for each spelling of its anchor, which stands in the pattern as ``ANCHOR``."""
    return [
        (regex.compile(pattern.replace("ANCHOR", anchor), regex.VERBOSE), build)
        for anchor in anchors
    ]


Rule = tuple[regex.Pattern[str], Callable[[Match], Iterator[Found]]]


def _year(match: Match) -> int | None:
    year = match["year"]
    return int(year) if year else None


def _count(written: str) -> int:
    return int(written) if written.isdigit() else _COUNTS[" ".join(written.lower().split())]


def _anchor(match: Match) -> Anchor:
    ref = match["ref"]
    return _ANCHORS[ref.lower()] if ref else ""


def _is_until(match: Match) -> bool:
    """Whether the words before say "up to", not just "to" as in "từ tháng 3 đến tháng 6"."""
    lead = match["lead"]
    return lead is not None and (match["edge"] is not None or not lead.lower().startswith("đến"))


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
    if (match["edge"] or "").lower() == "đầu":
        last = period.month - 1
    return Period(period.year, 1, 1, last, "M") if last else None


def _months(match: Match) -> Iterator[Found]:
    """"6 tháng đầu năm 2020", "tháng 6/2024", "ngày 24 tháng 6", "tháng trước", "trong tháng"."""
    year, anchor, (_, end) = _year(match), _anchor(match), match.span()
    if match["n"]:
        yield match.start("n"), end, _part(match, _count(match["n"]), year), anchor
    elif match["m"]:
        month = _MONTHS.get(" ".join(match["m"].lower().split())) or int(match["m"])
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
    return Period(year, 13 - months if (match["part"] or "").lower() == "cuối" else 1, 1, months, "M")


def _quarters(match: Match) -> Iterator[Found]:
    """"quý II/2025", "các quý I, II", "2 quý đầu năm", "quý trước", "trong quý"."""
    year, anchor, (_, end) = _year(match), _anchor(match), match.span()
    if match["n"]:
        yield match.start("n"), end, _part(match, 3 * _count(match["n"]), year), anchor
    elif match["q"]:
        names, places = match.captures("q"), match.spans("q")
        for index, (name, (start, stop)) in enumerate(zip(names, places, strict=True)):
            quarter = _QUARTERS.get(name.upper()) or _QUARTERS[name.lower()]
            period = _up_to(match, Period(year, 3 * quarter - 2, 1, 3, "M"))
            yield start if index else _start(match), end if index == len(names) - 1 else stop, period, anchor
    elif match["own"]:
        yield match.start("own"), end, Period(None, 0, 1, 3, "M"), "this"
    elif anchor:
        yield match.start("head"), end, Period(None, 0, 1, 3, "M"), anchor


def _years(match: Match) -> Iterator[Found]:
    """"năm 2020", "5 năm 2016-2020", "từ năm 2021 đến năm 2025", "nửa đầu năm", "cả năm", "năm ngoái", "5 năm qua"."""
    year, anchor, (_, end) = _year(match), _anchor(match), match.span()
    start, to, many = match.end("own") if match["own"] else match.start("head"), match["to"], match["n"]
    if match["half"]:
        month = 1 if match["half"].lower() == "đầu" else 7
        yield start, end, Period(year, month, 1, 6, "M"), anchor
    elif to and year:
        yield start if many is None else match.start("n"), end, spans.years(year, int(to)), ""
    elif year:
        decade = match["decade"] and year % 10 == 0
        yield start, end, Period(year, 1, 1, 10 if decade else 1, "Y"), ""
    elif match["way"]:
        if many and 1 < _count(many) <= 50:
            yield match.start("n"), end, Period(None, 0, 1, _count(many), "Y"), (
                "next" if match["way"].lower() == "tới" else "last"
            )
    elif many is None and (anchor or match["whole"]):
        if not match["plural"] and not match["decade"]:
            yield start, end, Period(None), anchor
    elif match["own"] and many is None:
        yield match.start("own"), end, Period(None), "this"


def _same(match: Match) -> Iterator[Found]:
    """"cùng kỳ", "cùng kỳ năm 2019", "cùng kỳ năm trước"."""
    yield match.start("head"), match.end(), Period(_year(match)), "same"


def _now(match: Match) -> Iterator[Found]:
    """"đến nay", "từ đầu năm 2024 đến nay"; not "từ trước đến nay", "từ năm 2021 đến nay"."""
    yield match.start("head"), match.end(), Period(_year(match)), "until"


def _decade(match: Match) -> Iterator[Found]:
    """"thập niên 1990", "thập niên 90"."""
    written = match["year"]
    year = int(written) if len(written) == 4 else 1900 + int(written)
    if year % 10 == 0:
        yield match.start("head"), match.end(), Period(year, 1, 1, 10, "Y"), ""


def _short(match: Match) -> Iterator[Found]:
    """"Q1/2025", "T6/2024"."""
    number = int(match["number"])
    if match["kind"] == "T":
        yield match.start(), match.end(), Period(_year(match), number, 1, 1, "M"), ""
    elif number <= 4:
        yield match.start(), match.end(), Period(_year(match), 3 * number - 2, 1, 3, "M"), ""


def _bare_years(match: Match) -> Iterator[Found]:
    """"2016-2020", "giai đoạn 2016-2020", "(2023)", "so với 2023"."""
    year, to = int(match["year"]), match["to"]
    start = match.start("head") if match["head"] else match.start("year")
    if match["school"]:
        return
    yield start, match.end(), spans.years(year, int(to)) if to else Period(year), ""


def _days(match: Match) -> Iterator[Found]:
    """"30/6/2020", "tính đến 15/11", "từ 27-28/02/2000", "6/2024", "6T/2024"."""
    day, month, day2, month2 = (int(match[name] or 0) for name in ("d", "m", "d2", "m2"))
    year, year2 = (int(match[name]) if match[name] else None for name in ("year", "year2"))
    start, end = match.start("d"), match.end()
    if (match["cumulated"] or match["monthly"]) and not 1 <= day <= 12:
        return
    if match["cumulated"]:
        yield start, end, Period(year, 1, 1, day, "M"), ""
    elif match["monthly"]:
        yield match.start("lead") if _is_until(match) else start, end, _up_to(match, Period(year, day, 1, 1, "M")), ""
    elif day2:
        first = (year or year2, month or month2, day)
        yield match.start("from") if match["from"] else start, end, spans.days(*first, year2 or year, month2, day2), ""
    elif match["lead"]:
        yield match.start("lead"), end, spans.until(year, month, day), ""
    else:
        yield match.start("named") if match["named"] else start, end, spans.day(year, month, day), ""


_RULES: list[Rule] = [
    *_rules(
        _months,
        ["háng", "HÁNG"],
        rf"""
        ANCHOR(?<=(?<!\w)(?P<head>(?i:
            (?: {_UNTIL} | (?P<day>ngày{BLANK}(?P<d>{DAY}){BLANK}) | (?P<own>trong{BLANK})
              | (?<!(?<!\w)(?:{either(_WORDS["terms"])}){BLANK}(?:[0-9]|\w{{1,5}}){{0,3}})
                (?P<n>(?<![0-9.,/-]){MONTH}|(?<!\w)(?:{_COUNT})){BLANK} )?
            t)ANCHOR))
        (?i:
          # "6 tháng": a length of time behind "bảo hành", or before "tù"
          (?(n) (?! {BLANK}(?:{either(_WORDS["lengths"])})(?!\w) | [^\S\n]?/[^\S\n]?(?![0-9]) ) {_OF_PART} | (?:
            {BLANK}(?P<m>{MONTH}(?![0-9]|,[0-9]|[.](?!{YEAR})[0-9]|[^\S\n]?%)|(?:{either(list(_MONTHS))})(?!\w))
            (?:(?:{GAP}{DASH}|{BLANK}đến{BLANK}(?:hết{BLANK})?tháng){GAP}(?P<to>{MONTH})(?![0-9]|[.,][0-9]|[^\S\n]?%))? {_OF_YEAR}
          | {BLANK}{_REF}
          | (?(own)(?![^\S\n]+(?:[0-9]|cùng|qua))|(?!)) ))
        )
        """,
    ),
    *_rules(
        _quarters,
        ["uý", "UÝ", "uí", "UÍ"],
        rf"""
        ANCHOR(?<=(?<!\w)(?P<head>(?i:
            (?: {_UNTIL} | (?P<own>trong{BLANK}) | (?P<n>(?<![0-9.,/-])[1-4]|(?<!\w)(?:hai|ba)){BLANK} )?
            q)ANCHOR))
        (?i:
          (?(n) {BLANK}(?:(?P<part>đầu|cuối)(?:{BLANK}năm(?!\w))?(?:{BLANK}(?P<year>{YEAR}))?|năm{BLANK}(?P<year>{YEAR})) | (?:
            {GAP}(?P<q>IV|I{{1,3}}|[1-4](?![0-9]|,[0-9]|[.](?!{YEAR})[0-9]|[^\S\n]?%)|một|nhất|hai|ba|bốn|tư)(?!\w)
            (?:{GAP}(?:,|và){GAP}(?P<q>IV|I{{1,3}}|[1-4](?=[^\S\n]?(?:/|[,;)]|năm)))(?![\w%]))* {_OF_YEAR}
          | {BLANK}{_REF}
          | (?(own)(?![^\S\n]+(?:[0-9]|cùng|qua))|(?!)) ))
        )
        """,
    ),
    *_rules(
        _years,
        ["ăm", "ĂM"],
        rf"""
        ANCHOR(?<=(?<!\w)(?P<head>(?i:
            (?: (?P<whole>cả{BLANK}) | nửa{BLANK}(?P<half>đầu|cuối){BLANK}(?:của{BLANK})?
              | (?P<decade>những{BLANK}) | (?P<plural>(?:các|nhiều|vài|mấy){BLANK}) | (?P<own>trong{BLANK})
              | (?P<n>(?<![0-9.,/-])[0-9]{{1,2}}|(?<!\w)(?:{_COUNT})){BLANK} )?
            )[nN]ANCHOR))
        (?i:
          {BLANK}(?P<year>{YEAR})(?:(?:{GAP}{DASH}|{BLANK}(?:đến|tới)(?:{BLANK}hết)?){GAP}(?:năm{BLANK})?(?P<to>{YEAR}))?
        | {BLANK}{_REF}
        | {BLANK}(?P<way>(?:vừa{BLANK})?qua|gần{BLANK}đây|tới)(?!\w)
        | (?(whole)(?!\w)|(?(half)(?!\w)|(?(own)(?=[^\S\n]*[,.;)]|[^\S\n]+và)|(?!)))) )
        """,
    ),
    *_rules(
        _same,
        ["ùng", "ÙNG"],
        rf"""
        ANCHOR(?<=(?<!\w)(?P<head>[cC]ANCHOR))
        (?i:
          {BLANK}(?:k[ỳì]|thời{BLANK}(?:điểm|gian|kỳ)|tháng|quý|giai{BLANK}đoạn)(?!\w)
          (?: {BLANK}(?:của{BLANK})?(?:năm{BLANK})?(?P<year>{YEAR})(?!{COUNTS})
            | {BLANK}(?:của{BLANK})?(?:1{BLANK})?năm{BLANK}(?:trước|ngoái)(?!\w) )?
        )
        """,
    ),
    *_rules(
        _now,
        ["ến[ ]"],
        rf"""
        ANCHOR(?<=(?<!\w)(?<!(?:trước|{YEAR}|nay|khi|qua|đó|xưa){BLANK})
          (?P<head>(?i:(?:từ{BLANK}đầu{BLANK}năm{BLANK}(?:(?P<year>{YEAR}){BLANK})?|tính{BLANK})?đ)ANCHOR))
        (?:nay|hiện{BLANK}(?:nay|tại)|thời{BLANK}điểm{BLANK}(?:này|hiện{BLANK}(?:nay|tại)))(?!\w)
        """,
    ),
    *_rules(
        _decade,
        ["hập[ ]niên[ ]", "hập[ ]kỷ[ ]"],
        r"ANCHOR(?<=(?<!\w)(?P<head>[tT]ANCHOR))(?P<year>(?:19|20)?[0-9]0)(?!\w|[.,][0-9])",
    ),
    *_rules(
        _short,
        ["Q", "T"],
        rf"(?P<kind>ANCHOR)(?<!\w\w)(?P<number>{MONTH})[/.–-](?P<year>{YEAR})",
    ),
    *_rules(
        _bare_years,
        ["19", "20"],
        rf"""
        (?P<year>ANCHOR[0-9]{{2}})(?<![\w.,/-][0-9]{{4}})(?![0-9]|[.,][0-9])
        (?: (?<=(?<!\w)(?:(?P<school>(?i:năm{BLANK}học|niên{BLANK}học|niên{BLANK}độ){BLANK})
                |(?P<head>(?i:{either(_WORDS["spans"])}){BLANK}))[0-9]{{4}}) | )
        (?: (?:{GAP}{DASH}{GAP}|{BLANK}(?:đến|tới){BLANK}(?:năm{BLANK})?)(?P<to>{YEAR})(?![/-][0-9]|[^\S\n]?%)
          | (?<= \([0-9]{{4}} | (?<!\w)(?i:{either(_WORDS["years"])}){BLANK}[0-9]{{4}} )(?![/-]?[0-9]|{COUNTS}) )
        """,
    ),
    *_rules(
        _days,
        ["[0-9]{1,2}"],
        rf"""
        (?<![\w.,/]|[0-9]-)(?P<d>ANCHOR)(?=[/.T-]|[^\S\n]{{0,2}}[-–—đ])
        (?: (?<=(?<!\w)(?P<from>(?i:từ{BLANK}(?:ngày{BLANK})?))[0-9]{{1,2}})
          | (?<=(?<!\w)(?i:{_UNTIL})[0-9]{{1,2}}) | )
        (?:(?<=(?<!\w)(?P<named>[Nn]gày{BLANK})[0-9]{{1,2}})|)
        (?:
          # 6T/2024
          (?P<cumulated>T)[/.–-]?{GAP}(?P<year>{YEAR})
          # 6/2024, 02-2025
        | (?P<monthly>[/-]{GAP})(?P<year>{YEAR})
          # 27-28/02/2000, 1/1 đến 15/3/2022
        | (?:(?P<mark>[/-])(?P<m>{MONTH})(?:(?P=mark)(?P<year>{YEAR}))?)?
          (?:{GAP}{DASH}{GAP}|{BLANK}đến{BLANK}(?:hết{BLANK})?(?:ngày{BLANK})?)
          (?P<d2>{DAY})(?P<mark2>[/-])(?P<m2>{MONTH})(?:(?P=mark2)(?P<year2>{YEAR})|(?![0-9/-]|[.,][0-9]))
          # 30/6/2020, 30-6-2020, 30.6.2020
        | (?P<mark>[/.-])(?P<m>[0-9]{{1,2}})(?P=mark)(?P<year>{YEAR})
          # 13/7 behind "ngày", "sáng" or a bracket
        | (?P<mark>[/-])(?P<m>{MONTH})(?![0-9/%-]|[.,][0-9])
          (?: (?<=(?<!\w)(?:{DAY_LEADS}){BLANK}[0-9/-]{{3,5}}) | (?<=\([0-9/]{{3,5}})(?=\)) )
          (?!{COUNTS})
        )
        """,
    ),
]
_JOINT = regex.compile(r"[^\S\n]{0,2}(?:(?P<comma>,)|,?[^\S\n](?:và(?:[^\S\n]cả)?|VÀ))[^\S\n]{1,2}")


def find(text: str) -> list[PeriodMention]:
    """The periods that a text names, in order, none over another.

    >>> text = "GRDP quý II và 6 tháng đầu năm 2020 so với cùng kỳ; tính đến ngày 30/6/2020 đạt 24%"
    >>> [(text[m.start : m.end], m.period.code, m.anchor) for m in find(text) if m.period.year]
    [('quý II', '2020-Q2', ''), ('6 tháng đầu năm 2020', '2020-S1', ''), ('tính đến ngày 30/6/2020', '2020-S1', '')]
    >>> find("Ngày 32/02/2001, năm dự án ở 26/63 tỉnh, trong 24 tháng")
    []
    """
    found = [
        (start, -end, period, anchor)
        for pattern, build in _RULES
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
    """Neighbours joined by "và" share the year that one of them names, and by a comma where they are of one length."""
    for here in range(len(mentions) - 1, 0, -1):
        _share(text, mentions, here - 1, here)
    return mentions


def _share(text: str, mentions: list[PeriodMention], left: int, right: int) -> None:
    one, two = mentions[left], mentions[right]
    joint = _JOINT.fullmatch(text, one.end, two.start) if two.start - one.end < 12 else None
    if joint is None or one.anchor or two.anchor or (joint["comma"] and one.period.months != two.period.months):
        return
    if one.period.year is None and two.period.year is not None and (two.period.months or 0) <= 12:
        mentions[left] = replace(one, period=one.period.in_year(two.period.year))
    elif two.period.year is None and one.period.year is not None and (one.period.months or 0) <= 12 and not joint["comma"]:
        mentions[right] = replace(two, period=two.period.in_year(one.period.year))


def resolve(mention: PeriodMention, current: Period | None, published: dt.date | None) -> Period | None:
    """The period that a mention means in a report on ``current``, published on a day; ``None`` where neither tells.

    >>> [quarter] = find("quý trước")
    >>> resolve(quarter, None, dt.date(2024, 7, 11)).code, resolve(quarter, Period(2020, 4, 1, 3, "M"), None).code
    ('2024-Q2', '2020-Q1')
    """
    if current is not None and (current.year is None or current.month == 0):
        current = None
    today = current.last_day if current else published
    if today is None:
        return mention.period if mention.anchor == "" and mention.period.year is not None else None
    return spans.in_context(mention.period, mention.anchor, current, today)
