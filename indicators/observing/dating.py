"""When a report was published, and which period it is about."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import regex

from indicators.finding import periods
from indicators.model import Document, Period, PeriodMention, Span
from indicators.observing.resolving import is_long

_COMPARED = regex.compile(
    r"""
    \b (?: [Ss]o(?:\s+với)? (?:\s+(?:cuối|đầu|mức|bình\squân|thời\sđiểm))? | tương\sứng\scủa
      | hơn\s (?:so\svới\s)? (?:mức|con\ssố) [^;\n]{0,32} \scủa
      ) \s* $
    """,
    regex.VERBOSE,
)
_MEETING = regex.compile(r"(?:thường kỳ|phiên họp|giao ban|họp báo|báo chí|hội nghị)\s+$", regex.IGNORECASE)
_PASSING = regex.compile(
    r"""
    \b (?: (?:kể\s)?từ (?:\s(?:cuối|đầu|giữa))? | giá\sso\ssánh | Tết [\p{L}\s]{0,20} | [Xx]uân
      | [Ll]uật [\p{L}\s]{0,12} | (?P<term> khóa | nhiệm\skỳ) ) \s+ $
    """,
    regex.VERBOSE,
)
_LEADING = regex.compile(r"(?:^|[.,;:\n–-]\s*|\b[Tt]rong\s)$")
_PLAN = regex.compile(r"\b(?:chỉ tiêu|kế hoạch|nhiệm vụ|mục tiêu|dự toán)\b[^.;]*$", regex.IGNORECASE)
_LAST_QUARTER = 10
_JUST_OVER = 62  # days from the end of a part of the year within which a report tells of it
_FIRST_YEAR = 1990  # reports tell of what came before as history
FIRST = 1_500  # characters in which a date line stands, and where a period named counts twice
# "LSO-Ngày 29/12/2020", "Sáng nay (13/7)", "TTXVN - Chiều 5/7", "(TS 28/12)": the day that the report tells
_DATELINE = regex.compile(
    r"""
    (?: ^ [^\p{L}\n]{0,5} (?: (?:\p{Lu}{2,6} | \p{Lu}[\p{L}\s]{2,15} \([^()\n]{2,15}\)) [\s)–-]{0,4} )?
        (?: Sáng | Trưa | Chiều | Tối | Ngày | Hôm )\s (?: nay,?\s | qua,?\s )? \(? (?: ngày\s )?
      | \( (?:TS|LSO|BĐT)\s )
    (?P<day>[0-9]{1,2}) [/-] (?P<month>[0-9]{1,2}) (?: [/-] (?P<year>[0-9]{4}) )? (?![0-9/-])
    | , \s ngày \s (?P<day>[0-9]{1,2}) \s tháng \s (?P<month>[0-9]{1,2}) \s năm \s (?P<year>[0-9]{4}) \s* $
    """,
    regex.VERBOSE | regex.MULTILINE,
)
# "Thứ bảy, 03/06/2023", "04/04/2025 15:50": the day that a page bears, perhaps the crawler's
_PAGE_DATE = regex.compile(
    r"""
    ^ \s* (?: (?:Thứ|Chủ)\s\p{L}+ \s*,\s* )? (?: [0-9]{1,2}:[0-9]{2} \W* )? (?: Ngày:?\s )?
    (?P<day>[0-9]{1,2}) [/-] (?P<month>[0-9]{1,2}) [/-] (?P<year>[0-9]{4}) \b [^\p{L}\n]{0,20} $
    """,
    regex.VERBOSE | regex.MULTILINE,
)


def dated(document: Document, text: str) -> tuple[dt.date | None, Period | None]:
    """When a report was published and which period it is about, as far as its first ``text`` tells.

    A date in the file's name stands; a date line of the text comes next; a page's date counts only where the
    years that the text names agree with it, for a crawler's date line says when the crawler came.
    """
    compared: list[PeriodMention] = []
    named: list[PeriodMention] = []
    for mention in periods.find(text):
        if mention.anchor == "same" or _is_base(text, mention):
            compared.append(mention)
        elif mention.anchor != "last" and not (_is_meeting(text, mention) or _is_passing(text, mention)):
            named.append(mention)
    year = max(_year(text, named, document.published) or 0, _year_after(compared) or 0) or None
    published = document.published or _published(text, named, year)
    return published, _period(document.title, text, named, year, published)


def _year(text: str, named: list[PeriodMention], published: dt.date | None) -> int | None:
    """The year that the report is about: the one told of most, of equals the first.

    Parts of a year and what leads a sentence tell more than a year in passing. A report that is published
    tells of its year or the one before.
    """
    told = [
        mention
        for mention in named
        if (mention.period.year or 0) >= _FIRST_YEAR and not is_long(mention.period)
    ]
    if published is not None:
        past = [mention for mention in told if published.year - (mention.period.year or 0) in (0, 1)]
        spans = [mention for mention in past if (mention.period.unit, mention.period.length) != ("D", 1)]
        if not any(_is_just_over(mention, published) for mention in named):
            spans = spans or [mention for mention in told if _leads_plan(text, mention, published)]
        told = spans or past
    elif len(told) == 1 and told[0].start > FIRST:
        return None  # a year that is named once in passing is hardly the report's
    weights: Counter[int] = Counter()
    for mention in told:
        weights[mention.period.year or 0] += _weight(text, mention)
    return max(weights, key=lambda year: weights[year], default=None)


def _is_just_over(mention: PeriodMention, published: dt.date) -> bool:
    """Whether a part of a year that is not named is what a report tells: "6 tháng đầu năm" in July."""
    period = mention.period
    if period.year is not None or period.month == 0 or (period.months or 12) >= 12:
        return False
    return abs((published - period.in_year(published.year).last_day).days) <= _JUST_OVER


def _leads_plan(text: str, mention: PeriodMention, published: dt.date) -> bool:
    """Whether a report is on the plan of the next year: "Nghị quyết về kế hoạch phát triển … năm 2023"."""
    is_next = mention.period.year == published.year + 1 and mention.period.unit == "Y"
    leads = (
        mention.start < FIRST and _PLAN.search(text, max(0, mention.start - 64), mention.start) is not None
    )
    return is_next and leads


def _is_passing(text: str, mention: PeriodMention) -> bool:
    """Whether another thing is named by the year: "cao nhất kể từ năm 2011", "Tết Kỷ Hợi năm 2019"."""
    passing = _PASSING.search(text[max(0, mention.start - 24) : mention.start])
    return passing is not None and (not is_long(mention.period) or bool(passing["term"]))


def _weight(text: str, mention: PeriodMention) -> int:
    """How much a period that is named tells of the report's year."""
    before = text[max(0, mention.start - 9) : mention.start]
    if before.endswith("("):
        return 1  # "(9 tháng năm 2023 tăng 6%)" is given for comparison
    if mention.period.unit == "D":
        return 1
    if (mention.period.months or 12) < 12:  # "3 tháng đầu năm 2019" are results, no plan
        return 5 if mention.period.month == 1 and mention.period.length > 1 else 3
    return 2 if _LEADING.search(before) else 1


def _is_base(text: str, mention: PeriodMention) -> bool:
    """Whether figures are compared with the period: "so với năm 2023", "hơn mức 4% của quý I/2022"."""
    return bool(_COMPARED.search(text[max(0, mention.start - 56) : mention.start]))


def _is_meeting(text: str, mention: PeriodMention) -> bool:
    """Whether a meeting is named by the period: "phiên thường kỳ tháng 3", "giao ban báo chí tháng 10"."""
    return bool(_MEETING.search(text[max(0, mention.start - 24) : mention.start]))


def _year_after(compared: list[PeriodMention]) -> int | None:
    """The year after the latest that a same period is named of: "so với cùng kỳ năm 2023" is of 2024."""
    years = [mention.period.year for mention in compared if mention.anchor == "same" and mention.period.year]
    return max(years) + 1 if years else None


def _published(text: str, named: list[PeriodMention], year: int | None) -> dt.date | None:
    first = text[:FIRST]
    for line in _DATELINE.finditer(first):
        told = int(line["year"]) if line["year"] else year
        if told and (day := _day(told, line)):
            return day
    years = {mention.period.year for mention in named if mention.period.year and mention.period.unit != "D"}
    for line in _PAGE_DATE.finditer(first):
        day = _day(int(line["year"]), line)
        if day and (day.year in years or (day.year - 1 == max(years, default=None) and day.month <= 3)):
            return day
    return None


def _day(year: int, found: regex.Match[str]) -> dt.date | None:
    try:
        return dt.date(year, int(found["month"]), int(found["day"]))
    except ValueError:  # 31/02 is no day
        return None


def _period(
    title: str, text: str, named: list[PeriodMention], year: int | None, published: dt.date | None
) -> Period | None:
    """The period named most often, the title and the first words counting more; a span of years else."""
    weights: Counter[Period] = Counter()
    told = [mention for mention in periods.find(title) if not _is_meeting(title, mention)]
    in_title = {period for period, _ in _resolved(told, year, published)}
    for period, mention in _resolved(named, year, published):
        if text[mention.start - 1 : mention.start] == "(":
            continue  # given for comparison
        weights[period] += 2 if mention.start < FIRST else 1
        weights[period] += period.year == (published.year if published else year)
    for period in in_title & weights.keys():
        weights[period] += 3
    known = [period for period in weights if not is_ahead(period, published)]
    known = [period for period in known if not _is_running(period, known, published)] or known
    short = [period for period in known if not is_long(period)]
    titled = [period for period in weights if period in in_title]  # a plan's year is ahead
    if not known and published is not None and year == published.year + 1:
        known = [Period(year)]
    return max(short or titled or known, key=lambda period: weights[period], default=None)


def _resolved(
    mentions: list[PeriodMention], year: int | None, published: dt.date | None
) -> Iterator[tuple[Period, PeriodMention]]:
    current = Period(year) if year else None
    for mention in mentions:
        period = periods.resolve(mention, current, published)
        if period and period.year and period.month and period.unit != "D":
            yield period.said_by(Span(mention.start, mention.end)), mention


def _is_running(period: Period, known: list[Period], published: dt.date | None) -> bool:
    """Whether the year had a quarter still to go, and a part of it that was over is told of too."""
    if published is None or period.unit != "Y" or period.length > 1 or period.year != published.year:
        return False
    told = any(part.year == period.year and 1 < (part.months or 0) < 12 for part in known)
    return told and published.month < _LAST_QUARTER


def is_ahead(period: Period, published: dt.date | None) -> bool:
    """Whether less than half of it had gone by: a report looks back, a plan looks ahead."""
    if published is None or period.year is None or is_long(period):
        return False
    start = dt.date(period.year, period.month, period.day)
    return published < start + (period.last_day - start) / 2
