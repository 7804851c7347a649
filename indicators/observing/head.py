"""What a report is about: its area, its date and its period, told by its title and its first words."""

import datetime as dt
from collections import Counter
from dataclasses import replace

import regex

from indicators import lexicon
from indicators.finding import areas
from indicators.finding.area_names import area_named
from indicators.model import COUNTRY, AreaMention, Boundary, Document
from indicators.observing.dating import FIRST, dated

REFORM = dt.date(2025, 7, 1)

_LEAD = 300  # characters of a report's first words
_HEAD = 60_000  # characters that are looked at: a long report says in its first pages what it is about

# Right before a name: the report speaks for this area.
_SPOKEN_FOR = regex.compile(
    r"""(?r)
    \b (?: tỉnh | tỉnh\s(?:ủy|uỷ) | điểm\scầu | địa\sbàn
       | (?: cục\sthống\skê | hđnd | ubnd | sở\s[\p{L}\s]{2,30} ) (?: \s (?:thành\sphố|tp\.?) )?
       ) \s*
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# A province's paper, whose report says "the province" and no name: "(Baoquangngai.vn)".
_PAPER = regex.compile(r"\b[Bb]ao(?P<name>[a-z]{4,20})(?:\.com|\.org)?\.vn\b")
_FIRST_OF = regex.compile(r"(?:nhất|đầu) (?:của )?$")
# The country's own offices speak of the country, whichever cities they go on to name.
_NATIONAL = regex.compile(
    r"""
    \b (?: Tổng\scục\s\p{Lu}
      | Cục\s(?:Thống\skê[,\s(]+(?:thuộc\s)?Bộ\sTài\schính | Đầu\stư\snước\sngoài
              | Quản\slý\s[Đđ]ăng\ský\skinh\sdoanh)
      | Bộ\s(?!Chính\strị)\p{Lu}
      | Ủy\sban\s(?:Thường\svụ|Kinh\stế)\s(?:của\s)?Quốc\shội(?!\s(?:giám\ssát|làm\sviệc|khảo\ssát))
      | Chính\sphủ\s(?:sẽ\s)?họp | (?:phiên\shọp|họp\sbáo)\s(?:thường\skỳ\s)?(?:của\s)?Chính\sphủ
      | (?<![\d.,/])[1-6]\d(?:/(?:34|63))?\s(?:tỉnh|địa\sphương)
      )
    """,
    regex.VERBOSE,
)
# The country's statistical office, a "Cục" since March 2025; until then a province's was.
_STATISTICS = regex.compile(
    r"(?<!(?:Chi|Tổng)\s)Cục\sThống\skê,?\s(?:(?:vừa|mới|đã)\s)?(?:cho|công|nhận|đánh|ghi|thông)\s",
)
_STATISTICS_SINCE = dt.date(2025, 3, 1)
# The government speaks, at its monthly session, of the country.
_GOVERNMENT = regex.compile(
    r"Chính\sphủ\s(?:sẽ\s)?họp\sphiên | (?:phiên\shọp|họp\sbáo)\s(?:của\s)?Chính\sphủ\sthường\skỳ",
    regex.VERBOSE,
)
_PROVINCES_OWN = regex.compile(
    r"\b(?:toàn|trên địa bàn|điểm cầu|của) tỉnh\b(?! \p{Lu})|\b(?:UBND|HĐND) tỉnh\b"
)
# A province speaks, even where the country is named more often.
_PROVINCIAL = regex.compile(
    r"""
      \b (?: toàn | của | trên\sđịa\sbàn ) \s tỉnh \b (?! , | \s\p{Lu} )
    | \b (?: UBND | HĐND | [ỦU][yỷ]\sban\snhân\sdân ) \s tỉnh \b (?! , )
    | \b [Tt]ỉnh \s (?: ủy | uỷ | này ) \b
    | \b điểm\scầu \s (?: tỉnh \s )? \p{Lu}
    """,
    regex.VERBOSE,
)


def head(document: Document) -> Document:
    """The document with its area, its date of publication and its period, as far as its text tells them.

    An area that a reader told stands.
    """
    text = document.text[:_HEAD]
    published, period = dated(document, text)
    area = document.area or _area(document.title, text, published)
    return replace(document, area=area, published=published, period=period)


def boundary_of(published: dt.date | None) -> Boundary:
    """Which provinces a report of this day means: the 34 since 1 July 2025."""
    return "34" if published and published >= REFORM else "63"


def _area(title: str, text: str, published: dt.date | None) -> str | None:
    """The province spoken of above all others, or the country or the region where none is named."""
    boundary = boundary_of(published)
    weights: Counter[str] = Counter()
    for part, weight in ((text, 1), (title, 5)):
        for mention in areas.find(part, boundary):
            if _is_measured_against(part, mention):
                continue
            weights[mention.code] += weight * (3 if _is_spoken_for(part, mention) else 1)
        weights[COUNTRY] += 2 * weight * _nations_offices(part, published)
    provinces = Counter(
        {code: weight for code, weight in weights.items() if lexicon.areas()[code].kind == "province"}
    )
    larger = weights - provinces
    is_provincial = _PROVINCIAL.search(text) is not None
    if not provinces and is_provincial and (paper := _PAPER.search(text)):
        code = area_named(paper["name"])
        return code if code is not None and lexicon.areas()[code].kind == "province" else None
    largest = max(larger, key=lambda code: larger[code], default=None)
    if not provinces:
        return largest
    if _GOVERNMENT.search(text, endpos=FIRST) and not _PROVINCES_OWN.search(text):
        return COUNTRY
    (first, most), (_, next_most) = (*provinces.most_common(2), ("", 0))[:2]
    if len(provinces) > 5 and 2 * most < provinces.total():
        return largest or COUNTRY  # it goes through the provinces
    if larger[COUNTRY] > most and _is_led_by_nation(text, published):
        return COUNTRY
    if most >= 2 * next_most and (is_provincial or most > larger[COUNTRY]):
        return first
    return largest if largest is not None and larger[largest] > most else None


def _nations_offices(text: str, published: dt.date | None) -> int:
    """How often the country's own offices speak."""
    is_nations = published is None or published >= _STATISTICS_SINCE
    return len(_NATIONAL.findall(text)) + (len(_STATISTICS.findall(text)) if is_nations else 0)


def _is_led_by_nation(text: str, published: dt.date | None) -> bool:
    """Whether an office of the country's leads the report, and a province speaks much later, if at all."""
    leads = _nations_offices(text[:_LEAD], published) > 0
    return leads and _PROVINCIAL.search(text, endpos=FIRST) is None


def _is_measured_against(text: str, mention: AreaMention) -> bool:
    """Whether the area is only what something is the first of: "trung tâm du lịch hàng đầu cả nước"."""
    return _FIRST_OF.search(text, max(0, mention.start - 16), mention.start) is not None


def _is_spoken_for(text: str, mention: AreaMention) -> bool:
    return _SPOKEN_FOR.match(text, endpos=mention.start) is not None
