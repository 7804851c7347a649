"""Numbers with their units: "25.200 doanh nghiệp", "8,5 - 9%", "trên 543 tỷ USD", "hai mươi lăm xã".

One scan takes every run of digits, as a figure or as something that is none (``nonfigures``), so that
the two together account for every digit of a text. ``spelled`` finds the numbers in words.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import regex

from indicators.finding import numerals, spelled
from indicators.finding.amounts import (
    COUNTABLE,
    COUNTS,
    COUNTS_YEARS,
    MULTIPLIER,
    SCALE,
    UNIT,
    WORDS,
    either,
    hedge,
    mult,
    qualifier,
    unit,
)
from indicators.finding.dates import BLANK, GAP, YEAR
from indicators.finding.nonfigures import PATTERN as NONFIGURE
from indicators.finding.nonfigures import REASONS
from indicators.model import Number, Qualifier

_LONGEST = 24  # digits and separators: no figure is longer
_QUANTITY = r"(?:[1-9][0-9]{0,2}(?:[ \xa0\u2009\u202f][0-9]{3})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
_TO = rf"{GAP}[-–—÷]{GAP}|{BLANK}(?:đến|tới){BLANK}(?:(?:dưới|gần|khoảng|hơn|trên|mức){BLANK}){{0,2}}"
#: the upper end of a range is no year, date or period: "đạt 5% - 24/6", "500 tỷ đồng đến 6 tháng"
_NO_END = rf"{YEAR}(?!{COUNTS_YEARS})|[0-9]{{1,2}}[/-][0-9]|[0-9]{{1,2}}{BLANK}(?:tháng|năm|quý)|[0-9]+[A-Z]"

#: a run of digits; 5% and 8,5%, half of all figures, are seen at once and read without the rest
_RUN = regex.compile(
    rf"""
    [0-9]+
    (?: (?:,[0-9]{{1,9}})? [^\S\n]? (%) (?![^\S\n]{{0,2}}[-–—÷/]|{BLANK}(?:đến|tới|trở)(?!\w)) )?
    """,
    regex.VERBOSE,
)
#: so many numbers that begin within so many characters are a heap of digits: no table's cells stand closer
_CROWD, _CROWDED = 100, 600
#: so many numbers are read of any text, and one more in so many characters: reports have one in 65
_FREE, _APART = 20_000, 40
#: characters: what is longer may be something else, and is looked at closely
_LONGEST_PERCENTAGE = 12
_SCAN = regex.compile(
    rf"""
  # a decimal comma, a "%", groups of three, three digits before a usual unit: a figure at once
  (?! [0-9]{{1,9}}(?:,[0-9]|[^\S\n]?%) | [1-9][0-9]{{0,2}}(?:[.][0-9]{{3}}){{1,5}}(?![0-9.])
    | [1-9][0-9]{{2}}[^\S\n](?:ha|tấn|doanh|dự|lượt|tỷ|triệu|nghìn|người|con|hộ)(?!\w) )
  (?: {NONFIGURE} )
| (?P<figure>
    (?: (?<=(?P<sign>[~≈<>≤≥]){GAP}) | )
    # "thứ 3", "hạng 16"
    (?: (?<= (?<!\w)(?P<place>thứ){BLANK} | (?<!\w)(?P<rank>(?i:{either(WORDS["ranks"])})){BLANK} ) | )
    (?P<low>{_QUANTITY})
    # a part of a whole: 5/13, 15/18 chỉ tiêu, 82,5/100 điểm
    (?: /(?P<whole>[0-9]{{1,3}}(?:[.][0-9]{{3}})*)(?![0-9/]|[.,][0-9]) )?
    (?: {GAP}(?P<low_scale>{SCALE}) )?
    # 1 triệu 200 nghìn, 1 nghìn 650 tỷ
    (?: {BLANK}(?P<more>[0-9]{{1,3}}){BLANK}(?P<more_scale>(?i:{MULTIPLIER})) )?
    (?P<low_end>) (?: {GAP}(?P<low_unit>{UNIT}) (?P<low_end>) )?
    # 8,5 - 9%
    (?: (?:{_TO}) (?P<high>(?!{_NO_END}){_QUANTITY})
        (?: {GAP}(?P<scale>{SCALE}) )? (?: {GAP}(?P<unit>{UNIT}) )? )?
    # 6,5% trở lên
    (?: (?={BLANK}trở{BLANK}(?P<behind>lên|xuống)(?!\w)) | )
  )
""",
    regex.VERBOSE | regex.MULTILINE,
)
# groups by number: by name each would cost as much as the rest of the reading
_PLAIN = [_SCAN.groupindex[name] for name in ("low", "low_scale", "low_unit", "sign", "behind")]
_SPECIAL = [_SCAN.groupindex[name] for name in ("high", "place", "rank", "whole", "more")]
_RANGE = [
    _SCAN.groupindex[name]
    for name in ("low", "low_scale", "low_unit", "high", "scale", "unit", "place", "whole", "more", "sign")
]
_LONG = [_SCAN.groupindex[name] for name in ("low", "whole", "high")]

_COUNTS = regex.compile(COUNTS)
_PEERS = regex.compile(rf"{BLANK}(?:{either(WORDS['peers'])})(?!\w)")
_AND = regex.compile(rf",?{BLANK}và{BLANK}")
_MONEY = {"VND", "USD"}
_PROVINCES = frozenset({"63", "34"})  # how many there are: "(57/63)" is a place among them


def find(text: str) -> list[Number]:
    """The numbers of a text, in order. Spans cover number and unit, not the words that qualify it.

    >>> [(n.value, n.upper, n.qualifier, n.unit, n.mult) for n in find("đạt trên 543 tỷ USD, tăng 8,5 - 9%")]
    [(Decimal('543'), None, '>', 'USD', 9), (Decimal('8.5'), Decimal('9'), '..', 'PT', 0)]
    >>> find("Ngày 30/6/2020, theo Quyết định số 691/QĐ-TTg, quý 2 và 6 tháng đầu năm 2020")
    []
    """
    found: list[Number] = []
    for start, end, said, match in _scan(text):
        if match is not None and said not in REASONS and not _is_overlong(match):
            found.extend(_figure(match))
        elif said == "percentage":
            value = numerals.value(text[start : end - 1].rstrip())
            found.append(Number(start, end, value, None, hedge(text, start, end, "PT"), "PT"))
    if words := spelled.find(text):
        found = sorted(found + words, key=lambda number: number.start)
    return _hedged_together(text, found)


def nonfigures(text: str) -> list[tuple[int, int, str]]:
    """Digits that are no figure, as (start, end, reason): every digit of a text is here or in ``find``.

    >>> [(text[a:b], why) for text in ["Covid-19 quý 2"] for a, b, why in nonfigures(text)]
    [('19', 'name'), ('2', 'period')]
    """
    found = []
    for start, end, said, match in _scan(text):
        reason = REASONS.get(said)
        if reason or (match and _is_overlong(match)):
            found.append((start, end, reason or "name"))
    return found


def _hedged_together(text: str, numbers: list[Number]) -> list[Number]:
    """Let "khoảng" hold for both of two amounts: "khoảng 3.299,2 tỷ đồng và 32,6 triệu USD"."""
    for place in range(1, len(numbers)):
        one, two = numbers[place - 1], numbers[place]
        if one.qualifier == "~" and two.qualifier == "=" and two.start - one.end < 10:
            alike = one.unit is not None and (one.unit == two.unit or {one.unit, two.unit} == _MONEY)
            if alike and _AND.fullmatch(text, one.end, two.start):
                numbers[place] = replace(two, qualifier="~")
    return numbers


def _scan(text: str) -> Iterator[tuple[int, int, str, regex.Match[str] | None]]:
    """The runs of digits, each with its end, what it is, and the match where it took a close look to tell.

    The fast search for digits goes ahead, because looking around is slow.
    """
    behind = 0
    read = 0
    last = deque([-_CROWDED] * _CROWD)  # where the last numbers start
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start < behind:
            continue
        match = None
        said = "percentage"
        last.append(start)
        if start - last.popleft() < _CROWDED or read > _FREE + start // _APART:
            said = "crowd"
        elif not run[1] or end - start > _LONGEST_PERCENTAGE:
            match = _SCAN.match(text, start)
            if match is None:
                continue
            end, said = match.end(), match.lastgroup or ""
        read += said != "crowd"
        yield start, end, said, match
        behind = end


def _is_overlong(match: regex.Match[str]) -> bool:
    start, end = match.span()
    return end - start > _LONGEST and any(len(part or "") > _LONGEST for part in match.group(*_LONG))


def _figure(match: regex.Match[str]) -> list[Number]:
    """The numbers of one figure: one, or two where what looks like a range is none."""
    low, scale, written, sign, behind = match.group(*_PLAIN)
    high, place, rank, whole, more = match.group(*_SPECIAL)
    start, end = match.span()
    if high is not None:
        return _range(match)
    code, power = unit(written), mult(scale)
    if (place or rank or whole) and code is None and scale is None and _is_place(match):
        return [Number(match.start("place") if place else start, end, numerals.value(low), None, "=", "RANK")]
    value = numerals.value(low, scale is None and code in COUNTABLE)
    if more is not None:
        value, power = _joined(value, power, numerals.value(more), mult(match["more_scale"]))
    says: Qualifier = "="
    if behind is not None:
        says = ">=" if behind == "lên" else "<="
    else:
        says = _says(match.string, start, end, code, sign)
    return [Number(start, end, value, None, says, code, power)]


def _says(text: str, start: int, end: int, code: str | None, sign: str | None) -> Qualifier:
    """What the sign or the words before a figure say of it."""
    return qualifier(sign, text, start, end, code) if sign else hedge(text, start, end, code)


def _joined(value: Decimal, power: int, more: Decimal, more_power: int) -> tuple[Decimal, int]:
    """A number in two parts: "1 triệu 200 nghìn" is 1.2 million, "1 nghìn 650 tỷ" 1650 of the second."""
    if more_power > power:
        return value.scaleb(power) + more, more_power
    return value + more.scaleb(more_power - power), power


def _is_place(match: regex.Match[str]) -> bool:
    """Whether a bare number is a place in a ranking: "thứ 3", "hạng 16/63", "26/63 tỉnh", "(57/63)"."""
    place, rank, whole = match.group("place", "rank", "whole")
    if place is not None:
        return True
    counts = _COUNTS.match(match.string, match.end())
    if rank is not None:
        return whole is not None or not counts
    return bool(_PEERS.match(match.string, match.end())) or (whole in _PROVINCES and not counts)


def _range(match: regex.Match[str]) -> list[Number]:
    """A range as one number; as two where its ends differ in unit or fall ("10 - 8")."""
    first, low_scale, low_unit, last, scale, written, place, whole, more, sign = match.group(*_RANGE)
    start, end, code, power = match.start(), match.end(), unit(written), mult(scale)
    own, own_power = unit(low_unit), mult(low_scale)
    # what the lower end does not say, it has from the upper
    low_code = code if low_unit is None else own
    low_power = power if low_unit is None and low_scale is None else own_power
    low = numerals.value(first, low_power == 0 and low_code in COUNTABLE)
    high = numerals.value(last, power == 0 and code in COUNTABLE)
    upper = high.scaleb(power - low_power)
    plain = not (place or whole or more)
    if plain and low_code == code and low <= upper:
        return [Number(start, end, low, upper, "..", code, low_power)]
    low_end = match.start("low_end")
    says = _says(match.string, start, low_end, own, sign)
    return [
        Number(start, low_end, low, None, says, own, own_power),
        Number(match.start("high"), end, high, None, "=", code, power),
    ]
