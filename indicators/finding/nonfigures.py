"""The shapes of digits that are no figure: dates, years, documents, phone numbers, list marks, names.

``PATTERN`` is the part of the scan of ``numbers`` that is tried before a figure. Each branch is a group, and
``REASONS`` has the code that ``numbers.nonfigures`` gives for it; a crowd is no shape, but too many of them.
"""

from indicators.finding.amounts import COUNTS, COUNTS_YEARS, WORDS, either
from indicators.finding.dates import BLANK, DASH, DAY, DAY_LEADS, GAP, MONTH, YEAR

_END = r"(?![0-9]|[.,][0-9])"
_STOP = r"[,;)\n]|\.(?![0-9])|(?:và|năm|đến)(?!\w)"
#: the rest of "tháng 7, 8 và 9"
_MORE = rf"(?:(?:,[^\S\n]|[^\S\n]và[^\S\n])[0-9]{{1,2}}(?=[^\S\n]?(?:{_STOP})))*"


def _behind(words: str) -> str:
    return rf"(?<=(?<!\w)(?:{words}){BLANK})"


_RANKED = rf"(?<!\w)(?:thứ|{either(WORDS['ranks'])}){BLANK}"
_ORDINAL = _behind(rf"(?i:{either(WORDS['ordinals'])}){BLANK}thứ")
_NUMBERED = _behind(either(WORDS["numbered"]))
_DOCUMENT = _behind(either(WORDS["documents"]))
_PLACE = _behind(either(WORDS["places_named"]))

REASONS = {
    "period": "period",
    "year": "year",
    "document": "document",
    "date": "date",
    "time": "time",
    "phone": "phone",
    "list_mark": "list mark",
    "ordinal": "ordinal",
    "name": "name",
    "crowd": "crowd",
}

PATTERN = rf"""
  # "6 tháng"
  (?P<period> {MONTH}{BLANK}(?:tháng|Tháng|THÁNG)(?!\w) )
  # 2016-2020, 2020; "2000 hộ" counts, "năm 2020 doanh nghiệp" does not
| (?P<year> {YEAR} (?: {GAP}(?:{DASH}|/){GAP}{YEAR}(?![/-][0-9])
    | (?<=(?:(?<!\w)(?:năm|Năm|NĂM){BLANK}|\w[^\S\n]?/|[IV]{GAP}[–-]{GAP})[0-9]{{4}})
    | (?![/-][0-9]|/[A-ZĐ]|{COUNTS_YEARS}) ) )
  # shapes with a sign between digits, looked for only where there is one
| (?=[0-9]{{1,5}}[^\S\n]{{0,2}}[-–—‒−/.]) (?:
    # 691/QĐ-TTg, 19/2025/NĐ-CP, 57-NQ/TW
    (?P<document> [0-9]{{1,5}}(?:[/-][0-9]{{4}})?[/-](?=[A-ZĐ][A-Za-zĐđ])(?!USD|VN[DĐ]|GRDP)[\w/&-]{{2,40}} )
    # 2020-06-30; 30/6/2020, even where no such day exists; 27-28/02/2000, 28/2 - 3/3
  | (?P<date>
      [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_END}
    | (?:[0-9]{{1,2}}(?:/[0-9]{{1,2}})?{GAP}{DASH}{GAP}(?=[0-9]{{1,2}}/[0-9]))?
      [0-9]{{1,2}}(?P<mark>[/.-])[0-9]{{1,2}}(?P=mark)[0-9]{{4}}{_END}
    # 6/2024, 13/2000, 2-2025
    | [0-9]{{1,2}}[/-]{YEAR}
    # 27-28/2
    | {DAY}{GAP}{DASH}{GAP}{DAY}/{MONTH}(?![0-9/]){_END}
    # "đến 24-6", or 24-6 alone
    | {DAY}-{MONTH}{_END}(?![/-][0-9])(?!{COUNTS})
      (?<=(?<!\w)(?:{DAY_LEADS}){BLANK}[0-9-]{{3,5}}|(?:1[3-9]|2[0-9]|3[01])-[0-9]{{1,2}})
    # 13/7; but "3/5 tỉnh" is a fraction, unless "ngày" stands before
    | {DAY}/{MONTH}(?![/%]){_END}(?<!{_RANKED}[0-9/]{{3,5}})
      (?:(?<=(?:{DAY_LEADS}){BLANK}[0-9/]{{3,5}})|(?!{COUNTS}))
    ) )
  # "ngày 15 tháng 3", "từ ngày 1-5"; "mỗi ngày 5 tấn" counts; "Thứ 7, 03/06/2023"
| (?P<date>
    (?<=(?<!\w)(?:[Nn]gày|NGÀY|[Mm]ùng|[Mm]ồng){BLANK}){DAY}(?:[.-]{MONTH})?{_END}(?!{COUNTS})
  | (?<=(?<!\w)Thứ{BLANK})[2-7](?=[^\S\n]?[,(]|[^\S\n]+ngày)
  )
  # Q1/2025, 6T/2024, "2 quý", "5 năm"; "tháng 6", "quý 2"
| (?P<period>
    (?<=\bQ)[1-4]{_END}
  | {MONTH}T(?!\w)
  | [1-4]{BLANK}(?:quý|QUÝ|quí)(?!\w)
  | [0-9]{{1,3}}{BLANK}(?:năm|NĂM)(?!\w)
  | (?<=(?<!\w)(?:[Tt]háng|THÁNG|T){GAP})
    {MONTH}(?:[.]{YEAR}|{GAP}{DASH}{GAP}{MONTH})?{_END}(?![^\S\n]?%){_MORE}
  | (?<=(?<!\w)(?:[Qq]u[ýí]|QUÝ|QUÍ){GAP})
    [1-4](?:[.]{YEAR}|{GAP}{DASH}{GAP}[1-4])?{_END}(?![^\S\n]?%){_MORE}
  )
  # 15:50, 8h30, "lúc 8 giờ 30 phút"
| (?=[0-9]{{1,2}}(?:[:hg]|{BLANK}giờ)) (?P<time>
    [0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?{_END}
  | [0-2]?[0-9][hg](?:[0-5][0-9])?(?!\w)
  | (?<=(?<!\w)(?:[Ll]úc|[Hh]ồi){BLANK})[0-2]?[0-9]{BLANK}giờ
  | [0-2]?[0-9]{BLANK}giờ{BLANK}[0-5]?[0-9](?:{BLANK}phút)?{_END}
  )
  # 0205.3812.345, 024 3825 1234
| (?P<phone> 0[1-9](?=(?:[.\- ]?[0-9]){{8,9}}(?![0-9]))[0-9]{{0,2}}(?:[.\- ]?[0-9]{{2,4}}){{2,4}}(?![0-9]) )
  # "1. ", "1.2. ", "1) " and "2 - " at the head of a line, "(1)" and the footnote "[1]" anywhere
| (?P<list_mark>
    (?=[0-9]{{1,2}}[^\S\n]{{0,3}}[.)/:–-]) (?<=^[^\S\n]{{0,8}}[*+•(-]?[^\S\n]{{0,2}}) [0-9]{{1,2}}
      (?:(?:\.[0-9]{{1,2}}){{0,4}}[.)/](?=\s|[^\W\d]|$)|(?:\.[0-9]{{1,2}}){{1,4}}(?=[^\S\n]+[[:upper:]])
        |{GAP}[-–:][^\S\n](?=[[:upper:]]))
  | (?<=\()[0-9]{{1,2}}(?=\)) | (?<=\[)[0-9]{{1,3}}(?=\])
  | (?<=[;:.,][^\S\n])[0-9]{{1,2}}\)
  )
  # "kỳ họp thứ 8", "lần 2"
| (?P<ordinal>
    {_ORDINAL}[0-9]{{1,3}}{_END}
  | {_NUMBERED}[0-9]{{1,3}}{_END}(?![/-])(?!{COUNTS})
  )
  # "Nghị quyết 01", "Điều 5"; "trong số 579 doanh nghiệp" counts
| (?P<document> {_DOCUMENT}[0-9]{{1,6}}{_END}(?![^\S\n]?[/-][0-9])(?!{COUNTS}) )
  # m2, Covid-19, QL1A, 5G, 4.0, "phường 3"; "đạt5%" is a slip
| (?P<name>
    (?<=m)[23](?!\w)
  | (?<=[^\W\d_][-–]?)[0-9]{{1,6}}(?:\.[0-9]{{1,2}})?[A-Z]{{0,2}}{_END}(?!{COUNTS})
  | [0-9]{{1,4}}(?=[A-ZĐ])(?!USD|VN[DĐ]|MW|DN)[A-ZĐ0-9]{{1,6}}[0-9]*
  | 4\.0{_END}(?!{COUNTS})
  | {_PLACE}[0-9]{{1,3}}{_END}(?!{COUNTS}){_MORE}
  )
"""
