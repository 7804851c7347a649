"""Numbers in words: "hai mươi lăm xã", "ba mặt hàng", "hai triệu đồng", "đứng thứ ba"."""

from decimal import Decimal

import regex

from indicators.finding import numerals
from indicators.finding.amounts import COUNTED, UNIT, either, hedge, mult, unit
from indicators.finding.dates import BLANK, GAP, fold
from indicators.model import Number

_NUMERAL = either([*numerals.DIGITS, "mười", "mươi", "trăm", "linh", "lẻ", *numerals.MULTIPLIERS])
_FIRST = [word for word in numerals.DIGITS if word not in ("mốt", "tư", "lăm", "nhăm")] + ["mười"]
_TIME = r"tháng|quý|năm|giờ|phút|giây|tuổi"
#: the first letter in both cases, and the rest; only "ba" is too short to lose a letter
_ANCHORS = [
    ("", "ba"),
    ("", "Ba"),
    *((f"[{word[0]}{word[0].upper()}]", word[1:]) for word in _FIRST if word != "ba"),
]
#: one scan for each first word: faster than one for all, because a search for fixed letters is
_SPELLED = [
    regex.compile(
        rf"""
        # no year, "năm 2020" is the most frequent of all by far; no word three times over
        {anchor}(?={BLANK}[^\s0-9])(?!(?:{BLANK}{first}{anchor}(?!\w)){{2}})(?<=(?<!\w)(?P<head>{first}{anchor}))
        (?P<rest>(?P<more>{BLANK}(?:{_NUMERAL})(?!\w)){{0,8}})
        # a word alone needs a unit or a noun; several must not be a time
        (?: {GAP}(?P<unit>{UNIT}) | (?={BLANK}(?:{COUNTED})(?!\w))
          | (?(more)(?!\w|{BLANK}(?:{_TIME})(?!\w))|(?!)) )
        """,
        regex.VERBOSE,
    )
    for first, anchor in _ANCHORS
]
_RANKED = regex.compile(
    rf"""
    thứ(?=[^\S\n])
    (?<=(?<!\w)(?:đứng|xếp|hạng|vị|vị{BLANK}trí|hàng)(?:{BLANK}(?:ở|vào|vị{BLANK}trí|hàng)){{0,2}}{BLANK}thứ)
    {BLANK}(?P<place>{either(numerals.PLACES)})(?!\w|{BLANK}(?:{_NUMERAL})(?!\w))
    """,
    regex.VERBOSE,
)
#: what makes "gấp ba" a longer number; "gấp ba năm trước" is none
_LONGER = either({*numerals.DIGITS, *numerals.MULTIPLIERS, "mười", "mươi", "trăm", "rưỡi"} - {"năm", "một"})
_FOLDS = [
    regex.compile(
        rf"""
        {anchor}(?=[^\S\n])(?<=(?<!\w){first}{anchor})
        (?: {BLANK}(?:khoảng|gần|hơn|trên|tới|đến|lên) ){{0,2}}
        {BLANK}(?P<fold>(?i:{either(numerals.FOLDS)}))(?!\w|{BLANK}(?:{_LONGER})(?!\w))
        (?: {BLANK}(?i:lần)(?!\w) )?
        """,
        regex.VERBOSE,
    )
    for first, anchor in [("[gG]", "ấp"), ("G", "ẤP")]
]
#: behind these "năm" is a year: "trong năm dự án hoàn thành"
_YEAR = regex.compile(
    r"(?<=(?<!\w)(?:trong|cả|đầu|cuối|giữa|mỗi|hàng|hằng|từng|nhiều|các|những|một|của|kỳ|tháng|quý|hoạch|toán|mấy"
    r"|vài|[0-9]+)\s)"
)
#: behind these a number word is a name: "tháng mười một", "thứ hai", "phần trăm"
_NAMED = regex.compile(r"(?<=(?<!\w)(?i:tháng|quý|ngày|mùng|mồng|thứ|năm|phần|số|[0-9])\s)")


def find(text: str) -> list[Number]:
    """Numbers in words, where a unit or a countable noun follows or several words make one number.

    >>> [(n.value, n.unit, n.mult) for n in find("một số nơi có hai mươi lăm xã, ba dự án, hai triệu đồng")]
    [(Decimal('25'), 'COMMUNE', 0), (Decimal('3'), 'PROJ', 0), (Decimal('2'), 'VND', 6)]
    >>> find("trong năm dự án xong vào tháng mười một, bốn mùa")
    []
    """
    found = [
        Number(match.start(), match.end(), Decimal(numerals.PLACES[match["place"]]), unit="RANK")
        for match in _RANKED.finditer(text)
    ]
    found.extend(_times(match) for pattern in _FOLDS for match in pattern.finditer(text))
    for pattern in _SPELLED:
        found.extend(filter(None, map(_number, pattern.finditer(text))))
    found.sort(key=lambda number: (number.start, -number.end))
    kept: list[Number] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def _times(match: regex.Match[str]) -> Number:
    """As in "gấp đôi", "gấp gần ba lần"."""
    text, start, end = match.string, match.start("fold"), match.end()
    says = hedge(text, start, end, "TIMES")
    return Number(start, end, numerals.FOLDS[fold(match["fold"])], None, says, "TIMES")


def _number(match: regex.Match[str]) -> Number | None:
    text, start, end = match.string, match.start("head"), match.end()
    written = fold(text[start : match.end("rest")]).split()
    code = unit(match["unit"])
    if written == ["một"]:
        return None
    if _NAMED.match(text, start) or (written[0] == "năm" and _YEAR.match(text, start)):
        return None
    plain = _without_scale(written)
    value = numerals.words(" ".join(written[:plain]))
    if value is None:
        return None
    says = hedge(text, start, end, code)
    return Number(start, end, value, None, says, code, mult(" ".join(written[plain:]) or None))


def _without_scale(written: list[str]) -> int:
    """How many words stand before the multiplier: "hai triệu" is 2 with six zeros, as "2 triệu" is."""
    count = len(written)
    while count > 1 and written[count - 1] in numerals.MULTIPLIERS:
        count -= 1
    return len(written) if numerals.MULTIPLIERS.keys() & written[:count] else count
