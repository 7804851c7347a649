"""The regular expressions of ``periods``, one list for each kind of mention.

A pattern begins with letters or digits that a search finds fast (``ANCHOR``) and looks around them.
Its group ``head`` starts where the mention does.
"""

import regex

from indicators.finding.amounts import COUNTS, COUNTS_YEARS, either
from indicators.finding.dates import BLANK, DASH, DAY, DAY_LEADS, GAP, MONTH, YEAR
from indicators.lexicon import load

_LEXICON = load("periods.toml")
_WORDS: dict[str, list[str]] = _LEXICON["words"]


def _anchored(anchors: list[str], pattern: str) -> list[regex.Pattern[str]]:
    """One pattern for each spelling of its anchor."""
    return [regex.compile(pattern.replace("ANCHOR", anchor), regex.VERBOSE) for anchor in anchors]


_COUNT = either(_LEXICON["counts"])
_MONTH_NAME = either(_LEXICON["months"])
_REF = rf"(?P<ref>{either(_LEXICON['anchors'])})(?!\w)"
#: a year without "năm" before it: "2000 hộ" counts
_BARE_YEAR = rf"(?P<year>{YEAR})(?![/-][0-9]|{COUNTS_YEARS})"
#: how a year is tied to the month or quarter before it
_OF_YEAR = rf"""
  (?: {BLANK}(?:của{BLANK})?năm{BLANK}(?:(?P<year>{YEAR})|{_REF})
    | (?:[^\S\n]?[/–-][^\S\n]?|[.])(?P<year>{YEAR})
    | {BLANK}{_BARE_YEAR} )?
"""
#: "đầu năm 2020", "cuối năm", "đầu 2020"
_PART = rf"""
  (?P<part>đầu|cuối)(?:{BLANK}tiên)?
  (?: {BLANK}(?:của{BLANK})?năm(?!\w)(?:{BLANK}(?:(?P<year>{YEAR})|{_REF}))? | {BLANK}{_BARE_YEAR} )?
"""
#: "6 tháng đầu năm 2020", "11 tháng qua"
_OF_PART = rf"""
  (?: {BLANK}{_PART}
    | {BLANK}(?:vừa{BLANK})?qua(?!\w)
    | {_OF_YEAR} )
"""
_FROM_START = rf"(?:(?:kể|tính){BLANK})?từ{BLANK}đầu{BLANK}năm"
#: "tính đến hết", "hết": from the start of the year; not "hầu hết", nor "tuần tới ngày 5/3"
_UNTIL = rf"""
  (?P<lead>
    (?: (?: {_FROM_START}(?:{BLANK}(?P<since>{YEAR}))?(?:{BLANK}cho)?
          | tính | cho | l[ũu][yỹ]{BLANK}kế ) {BLANK} )?
    (?: đến | (?<!(?<!\w)(?:gian|tháng|tuần|năm|quý|sắp){BLANK})tới ) {BLANK}
    (?:thời{BLANK}điểm{BLANK}|kỳ{BLANK})?(?:(?P<edge>hết|cuối|đầu){BLANK})?(?:ngày{BLANK})?
  | (?<!(?<!\w)(?:hầu|trước|trên){BLANK})(?P<edge>hết){BLANK}(?:ngày{BLANK})?
  )
"""
_TO = rf"{BLANK}(?:cho{BLANK})?(?:đến|tới){BLANK}"
#: "các quý I, II", "những tháng tới"
_PLURAL = rf"(?P<plural>(?:các|những|nhiều|vài|mấy){BLANK})"
#: a small number that is no decimal, unless a year comes behind the dot ("tháng 6.2020"), and no percentage
_WHOLE = rf"(?![0-9]|,[0-9]|[.](?!{YEAR})[0-9]|[^\S\n]?%)"
#: behind "trong tháng", "trong quý": the period at hand, but not in "trong tháng qua"
_AT_HAND = r"(?(own)(?![^\S\n]+(?:[0-9]|cùng|qua|đầu))|(?!))"

MONTHS = _anchored(
    ["háng", "HÁNG"],
    rf"""
    ANCHOR(?<=(?<!\w)(?P<head>(?i:
        (?: {_UNTIL}(?:(?<=ngày{BLANK})(?P<d>{DAY}){BLANK})? | (?P<day>ngày{BLANK}(?P<d>{DAY}){BLANK})
          | (?P<own>trong{BLANK}) | {_PLURAL}
          # "bảo hành 12 tháng" is a length of time, "sau 11 tháng năm 2023" is none
          | (?: (?<!(?<!\w)(?:{either(_WORDS["terms"])}){BLANK})
              | (?<=(?<!\w)sau{BLANK})(?=[0-9]{{1,2}}{BLANK}tháng{BLANK}(?:đầu{BLANK})?năm) )
            (?P<n>(?<![0-9.,/-]){MONTH}|(?<!\w)(?:{_COUNT})){BLANK} )?
        t)ANCHOR))
    (?i:
      # "6 tháng đầu năm", not "6 tháng tù"
      (?(n) (?! {BLANK}(?:{either(_WORDS["lengths"])})(?!\w) | [^\S\n]?/[^\S\n]?(?![0-9]) ) {_OF_PART} | (?:
        # "tháng 6/2024", "tháng 7-8"
        {BLANK}(?P<m>{MONTH}{_WHOLE}|(?:{_MONTH_NAME})(?!\w))
        (?: (?:{GAP}{DASH}|{_TO}(?:hết{BLANK})?tháng) {GAP}(?P<to>{MONTH}){_WHOLE} )? {_OF_YEAR}
      | {BLANK}{_REF}
      # "trong tháng đầu năm 2019"
      | (?(own) {BLANK}(?P<first>đầu){BLANK}(?:tiên{BLANK}(?:của{BLANK})?)?năm(?!\w)
          (?:{BLANK}(?P<year>{YEAR}))? | (?!))
      | {_AT_HAND} ))
    )
    """,
)

_ROMAN = r"IV|I{1,3}"
_SPELLED = either(word for word in _LEXICON["quarters"] if not word.isdigit())
QUARTERS = _anchored(
    ["uý", "UÝ", "uí", "UÍ"],
    rf"""
    ANCHOR(?<=(?<!\w)(?P<head>(?i:
        (?: {_UNTIL} | (?P<own>trong{BLANK}) | {_PLURAL}
          | (?P<n>(?<![0-9.,/-])[1-4]|(?<!\w)(?:hai|ba)){BLANK} )?
        q)ANCHOR))
    (?i:
      # "2 quý đầu năm"
      (?(n) {BLANK}(?:{_PART}|năm{BLANK}(?P<year>{YEAR})) | (?:
        # "quý II/2025", "quý I, II"
        {GAP}(?P<q>{_ROMAN}|[1-4]{_WHOLE}|{_SPELLED})(?!\w)
        (?: {GAP}(?:,|và){GAP}(?P<q>{_ROMAN}|[1-4](?=[^\S\n]?(?:/|[,;)]|năm)))(?![\w%]) ){{0,3}} {_OF_YEAR}
      | {BLANK}{_REF}
      | {_AT_HAND} ))
    )
    """,
)

#: the last of several years; "đến 2000 hộ" counts
_TO_YEAR = rf"""(?:
    {GAP}{DASH}{GAP}(?P<to>{YEAR})
  | (?:{GAP}{DASH}|{BLANK}(?:đến|tới)(?:{BLANK}hết)?){BLANK}năm{BLANK}(?P<to>{YEAR})
  | {BLANK}(?:đến|tới){BLANK}(?:hết{BLANK})?(?P<to>{YEAR})(?!{COUNTS_YEARS})
)(?![/-][0-9])"""

YEARS = _anchored(
    ["ăm", "ĂM"],
    rf"""
    ANCHOR(?<=(?<!\w)(?P<head>(?i:
        (?: (?P<whole>cả{BLANK}) | nửa{BLANK}(?P<half>đầu|cuối){BLANK}(?:của{BLANK})?
          | (?P<decade>những{BLANK}) | (?P<plural>(?:các|nhiều|vài|mấy){BLANK}) | (?P<own>trong{BLANK})
          | (?P<n>(?<![0-9.,/-])[0-9]{{1,2}}|(?<!\w)(?:{_COUNT})){BLANK} )?
        )[nN]ANCHOR))
    (?i:
      # "năm 2020", "5 năm 2016-2020", "năm 2021 đến năm 2025"
      {BLANK}(?P<year>{YEAR})
      (?:{_TO_YEAR})?
      # "5 năm qua", "năm nay"
    | {BLANK}(?(n)(?P<way>(?:vừa{BLANK})?qua|gần{BLANK}đây|tới)(?!\w)|{_REF})
      # "cả năm", "nửa đầu năm", "trong năm"
    | (?(whole)(?!\w)|(?(half)(?!\w)|(?(own)(?=[^\S\n]*[,.;)]|[^\S\n]+và)|(?!)))) )
    """,
)

SAME = _anchored(
    ["ùng", "ÙNG"],
    rf"""
    ANCHOR(?<=(?<!\w)(?P<head>[cC]ANCHOR))
    (?i:
      {BLANK}(?:
        (?P<other>thời{BLANK}(?:điểm|gian)|tháng|quý|giai{BLANK}đoạn|(?<=trong{BLANK}cùng{BLANK})thời{BLANK}k[ỳì])
        | (?:(?<!trong{BLANK}cùng{BLANK})thời{BLANK})?k[ỳì] )(?![^\W\d])
      (?(other)(?:{BLANK}(?:này|trên|đó)(?!\w))?)
      (?: {BLANK}(?:của{BLANK})?(?:năm{BLANK}(?P<year>{YEAR})|{_BARE_YEAR})
        | {BLANK}(?:của{BLANK})?(?:1{BLANK})?năm{BLANK}(?:trước|ngoái)(?!\w)
        # "cùng thời gian" alone is not the year before
        | (?(other)(?!)) )
    )
    """,
)

NOW = _anchored(
    ["ến[ ]", "ới[ ]"],
    rf"""
    ANCHOR(?<=(?<!\w)(?<!(?:trước|{YEAR}|nay|khi|qua|đó|xưa){BLANK})
      (?P<head>(?i:
        (?:{_FROM_START}{BLANK}(?:(?P<year>{YEAR}){BLANK})?(?:cho{BLANK})?|tính{BLANK}|cho{BLANK})?+[đt])ANCHOR))
    (?:nay|hiện{BLANK}(?:nay|tại)|thời{BLANK}điểm{BLANK}(?:này|hiện{BLANK}(?:nay|tại)))(?!\w)
    """,
)

DECADE = _anchored(
    ["hập[ ]niên[ ]", "hập[ ]kỷ[ ]"],
    r"ANCHOR(?<=(?<!\w)(?P<head>[tT]ANCHOR))(?P<year>(?:19|20)?[0-9]0)(?!\w|[.,][0-9])",
)

#: the halves of a month by which customs count: "kỳ 2 tháng 10/2022"
HALVES = _anchored(
    ["ỳ[ ]", "Ỳ[ ]"],
    rf"""
    ANCHOR(?<=(?<!\w)(?<!ùng{BLANK})(?P<head>[kK]ANCHOR))
    (?P<half>[12]|II?)(?!\w){BLANK}(?i:tháng){BLANK}(?P<m>{MONTH}){_WHOLE}(?i:{_OF_YEAR})
    """,
)

SHORT = _anchored(
    ["Q", "T"],
    rf"(?P<kind>ANCHOR)(?<!\w\w)(?P<number>{MONTH})[/.–-](?P<year>{YEAR})",
)

BARE_YEARS = _anchored(
    ["19", "20"],
    rf"""
    (?P<year>ANCHOR[0-9]{{2}})(?<![\w.,/-][0-9]{{4}})(?![0-9]|[.,][0-9])
    (?: (?<=(?<!\w)(?:(?P<school>(?i:năm{BLANK}học|niên{BLANK}học|niên{BLANK}độ){BLANK})
            |(?P<head>(?i:{either(_WORDS["spans"])}){BLANK}))[0-9]{{4}}) | )
    # "2016-2020", "2021 đến 2025"
    (?: {_TO_YEAR}
    # the rest of "năm 2016, 2017 và 2018"
      | (?<= (?<!\w)(?i:năm){BLANK}(?:(?:19|20)[0-9]{{2}}(?:,[^\S\n]|[^\S\n]và[^\S\n]))+[0-9]{{4}} )
        (?![/-]?[0-9]|{COUNTS_YEARS})
    # "(2023", "so với 2023"; "2000 hộ" counts
      | (?<= \([0-9]{{4}} | (?<!\w)(?i:{either(_WORDS["years"])}){BLANK}[0-9]{{4}} )
        (?![/-]?[0-9]|{COUNTS_YEARS})
      # "PCI 2021", "(PCI) 2021"
      | (?<=(?<!\w)(?i:{either(_WORDS["titled"])})[)]?{BLANK}(?:199[0-9]|20[0-4][0-9]|2050))
        (?![/-]?[0-9]|{COUNTS_YEARS}) )
    """,
)

DAYS = _anchored(
    ["[0-9]{1,2}"],
    rf"""
    (?<![\w.,/]|[0-9]-)(?P<d>ANCHOR)(?=[/.][0-9]|T|[^\S\n]{{0,2}}(?:[-–—đ]|tới|cho))
    (?: (?<=(?<!\w)(?P<from>(?i:từ{BLANK}(?:ngày{BLANK})?))[0-9]{{1,2}})
      | (?<=(?<!\w)(?i:{_UNTIL})[0-9]{{1,2}}) | )
    (?:(?<=(?<!\w)(?P<named>[Nn]gày{BLANK})[0-9]{{1,2}})|)
    (?:
      # 6T/2024
      (?P<cumulated>T)[/.–-]?{GAP}(?P<year>{YEAR})
      # 6/2024, 02-2025
    | (?P<monthly>[/-])(?P<year>{YEAR})
      # 27-28/02/2000, 1/1 đến 15/3/2022
    | (?:(?P<mark>[/-])(?P<m>{MONTH})(?:(?P=mark)(?P<year>{YEAR}))?)?
      # "ngày 1 đến 15/3", but the 5 of "tăng 5 đến 15/3" is no day
      (?: {GAP}{DASH}{GAP}
        | (?(m)|(?(named)|(?!))){_TO}(?:hết{BLANK})?(?:ngày{BLANK})? )
      (?P<d2>{DAY})(?P<mark2>[/-])(?P<m2>{MONTH})(?:(?P=mark2)(?P<year2>{YEAR})|(?![0-9/-]|[.,][0-9]))
      # 30/6/2020, 30-6-2020, 30.6.2020
    | (?P<mark>[/.-])(?P<m>[0-9]{{1,2}})(?P=mark)(?P<year>{YEAR})
      # 13/7 behind "ngày", "sáng" or a bracket
    | (?P<mark>[/-]|(?(named)[.]|(?!)))(?P<m>{MONTH})(?![0-9/%-]|[.,][0-9])
      (?: (?<=(?<!\w)(?:{DAY_LEADS}){BLANK}[0-9/.-]{{3,5}}) | (?<=\([0-9/]{{3,5}})(?=\)) )
      (?!{COUNTS})
    )
    """,
)
