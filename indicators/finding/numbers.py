"""Numbers with their units: "25.200 doanh nghiệp", "8,5 - 9%", "trên 543 tỷ USD", "hai mươi lăm xã".

One scan takes every run of digits, as a figure or as something that is none (``nonfigures``), so that
the two together account for every digit of a text. Number words are found besides.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import regex

from indicators.finding import nonfigures as shapes
from indicators.finding import numerals
from indicators.finding.dates import BLANK, DASH, GAP, YEAR
from indicators.lexicon import load, units
from indicators.model import Number, Qualifier

_LEXICON = load("numerals.toml")
_WORDS: dict[str, list[str]] = _LEXICON["words"]
_HEDGES: dict[str, Qualifier] = {word: code for code, words in _LEXICON["hedges"].items() for word in words}
_LONGEST = 24  # digits and separators: no figure is longer

#: units whose numbers have no decimals
_COUNTED = frozenset({"ENT", "PROJ", "COMMUNE", "PERSON", "VISIT", "TARGET"})
_UNIT_OF = {
    "".join(word.split()).casefold(): unit.code for unit in units().values() for word in unit.words
}


def _unit_pattern() -> str:
    """The words of all units, each with what must not come next; money needs no such guard behind "tỷ"."""
    branches = []
    for entry in load("units.toml")["unit"]:
        words = [word for word in entry["words"] if word != "%"]
        if words:
            unless = rf"(?!{BLANK}(?:{shapes.either(entry['unless'])})(?!\w))" if "unless" in entry else ""
            branches.append(rf"(?:{shapes.either(words)})(?!\w){unless}")
    # longest first across the units: "điểm %" before "điểm", "lượt hành khách" before "lượt"
    first = r"điểm[^\S\n]{0,2}%|điểm[^\S\n]+phần[^\S\n]+trăm(?!\w)|lượt[^\S\n]+hành[^\S\n]+khách(?!\w)"
    return "|".join([first, *branches])


_QUANTITY = r"[1-9][0-9]{0,2}(?:[ \xa0\u2009\u202f][0-9]{3})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)*"
_MULTIPLIER = rf"(?:{shapes.either(list(numerals.MULTIPLIERS))})(?!\w)"
_SCALE = rf"(?i:{_MULTIPLIER}(?:{BLANK}{_MULTIPLIER})?)(?!{BLANK}(?:lệ|trọng|suất|giá|số)(?!\w))"
#: a unit and the rates that belong to it; none of them where another rate follows ("USD/m2", "tấn.km")
_UNIT = rf"""
  (?: % | (?i:{_unit_pattern()}) )
  (?> (?: [^\S\n]?/[^\S\n]?(?:năm|người|xã|doanh{BLANK}nghiệp)(?!\w) )* )
  (?! [^\S\n]?/[^\S\n]?[^\W\d_] | [^\S\n]?[.-]?[^\S\n]?km(?!\w) )
"""
_SEPARATOR = rf"{GAP}[-–—÷]{GAP}|{BLANK}(?:đến|tới){BLANK}(?:(?:dưới|gần|khoảng|hơn|trên|mức){BLANK}){{0,2}}"

_SCAN = regex.compile(
    rf"""
(?:
{shapes.PATTERN}
| (?P<figure>
    # what the words before say of it; "cao hơn 2 điểm" compares
    (?: (?<= (?:(?<!\w)(?P<hedge>(?:(?i:{shapes.either([word for word in _HEDGES if word.isalpha() or " " in word])}))){BLANK}
             | (?P<hedge>[~≈<>≤≥]){GAP}) ) | )
    (?: (?<= (?<!\w)(?P<place>thứ){BLANK} | (?<!\w)(?P<rank>(?i:{shapes.either(_WORDS["ranks"])})){BLANK} ) | )
    (?P<low>{_QUANTITY})
    # a part of a whole: 5/13, 15/18 chỉ tiêu, 82,5/100 điểm
    (?: /(?P<whole>[0-9]{{1,3}}(?:[.][0-9]{{3}})*)(?![0-9/]|[.,][0-9]) )?
    (?: {GAP}(?P<low_scale>{_SCALE}) )?
    # 1 triệu 200 nghìn
    (?: {BLANK}(?P<more>[0-9]{{1,3}}){BLANK}(?P<more_scale>(?i:{_MULTIPLIER})) )?
    (?P<low_end>) (?: {GAP}(?P<low_unit>{_UNIT}) (?P<low_end>) )?
    # the upper end of a range, which is no date and no year
    (?: (?:{_SEPARATOR})
        (?P<high>(?!{YEAR}(?!{shapes.COUNTS})|[0-9]{{1,2}}[/-][0-9]|[0-9]{{1,2}}{BLANK}(?:tháng|năm|quý)|[0-9]+[A-Z]){_QUANTITY})
        (?: {GAP}(?P<scale>{_SCALE}) )?
        (?: {GAP}(?P<unit>{_UNIT}) )?
    )?
    # "6,5% trở lên"; "vượt 5% kế hoạch"
    (?: (?={BLANK}(?:trở{BLANK}(?P<behind>lên|xuống)(?!\w)|(?P<plan>{shapes.either(_WORDS["plans"])})(?!\w))) | )
  )
)""",
    regex.VERBOSE | regex.MULTILINE,
)
_COMPARED = regex.compile(rf"(?<=(?<!\w)(?i:{shapes.either(_WORDS['comparatives'])}){BLANK}(?i:hơn){BLANK})")
_PEERS = regex.compile(rf"{BLANK}(?:{shapes.either(_WORDS['peers'])})(?!\w)")
_RUN = regex.compile(r"[0-9]+")
_COUNTS = regex.compile(shapes.COUNTS)
_ENUMERATED = frozenset({"63", "34"})  # how many provinces there are: "(57/63)" is a place


def find(text: str) -> list[Number]:
    """The numbers of a text, in order. Spans cover number and unit, not the words that qualify it.

    >>> [(n.value, n.upper, n.qualifier, n.unit, n.mult) for n in find("đạt trên 543 tỷ USD, tăng 8,5 - 9%")]
    [(Decimal('543'), None, '>', 'USD', 9), (Decimal('8.5'), Decimal('9'), '..', 'PT', 0)]
    >>> find("Ngày 30/6/2020, theo Quyết định số 691/QĐ-TTg, quý 2 và 6 tháng đầu năm 2020")
    []
    """
    found: list[Number] = []
    for match in _scan(text):
        if match.lastgroup == "figure" and not _is_overlong(match):
            found.extend(_figures(match))
    spelled = list(_spelled(text))
    return _in_order(found + spelled) if spelled else found


def nonfigures(text: str) -> list[tuple[int, int, str]]:
    """Digits that are no figure, as (start, end, reason): every digit of a text is here or in ``find``.

    >>> [(text[a:b], why) for text in ["Covid-19 quý 2"] for a, b, why in nonfigures(text)]
    [('19', 'name'), ('2', 'period')]
    """
    return [
        (match.start(), match.end(), "name" if reason == "figure" else reason.replace("_", " "))
        for match in _scan(text)
        if (reason := match.lastgroup or "figure") != "figure" or _is_overlong(match)
    ]


def _scan(text: str) -> Iterator[regex.Match[str]]:
    """What each run of digits is; the fast search for digits goes ahead, because a look around them is slow."""
    end = 0
    for run in _RUN.finditer(text):
        if run.start() >= end and (match := _SCAN.match(text, run.start())):
            yield match
            end = match.end()


def _is_overlong(match: regex.Match[str]) -> bool:
    start, end = match.span()
    return end - start > _LONGEST and any(len(match[part] or "") > _LONGEST for part in ("low", "whole", "high"))


@lru_cache(maxsize=4096)
def _unit(words: str | None) -> str | None:
    """The code of a unit as written, its rate ("/năm") left aside."""
    return None if words is None else _UNIT_OF.get("".join(words.partition("/")[0].split()).casefold())


@lru_cache(maxsize=512)
def _mult(words: str | None) -> int:
    """The power of ten of "nghìn", "tỷ", "nghìn tỷ"."""
    return 0 if words is None else sum(numerals.MULTIPLIERS[word] for word in words.lower().split())


@lru_cache(maxsize=512)
def _qualifier(hedge: str) -> Qualifier:
    return _HEDGES[" ".join(hedge.lower().split())]


def _hedged(match: regex.Match[str], unit: str | None) -> Qualifier:
    """What the words around a figure say of it: nothing where they compare ("cao hơn 2%") or plan ("vượt 5% kế hoạch")."""
    hedge, behind, plan = match.group("hedge", "behind", "plan")
    if behind is not None:
        return ">=" if behind == "lên" else "<="
    if hedge is None:
        return "="
    qualifier = _qualifier(hedge)
    if qualifier == ">" and (
        (hedge.lower() == "vượt" and (plan is not None or unit == "TARGET"))
        or (hedge.lower() == "hơn" and _COMPARED.match(match.string, match.start("low")))
    ):
        return "="
    return qualifier


def _figures(match: regex.Match[str]) -> list[Number]:
    """The numbers of one figure: one, or two where what looks like a range is none."""
    low, scale, unit, high, place, rank, whole, more = match.group(
        "low", "low_scale", "low_unit", "high", "place", "rank", "whole", "more"
    )
    if high is not None:
        return _range(match)
    code = _unit(unit)
    start, end = match.span()
    if code is None and scale is None and (place or rank or whole) and _is_place(match):
        return [Number(start if place is None else match.start("place"), end, numerals.value(low), unit="RANK")]
    value, mult = numerals.value(low, count=scale is None and code in _COUNTED), _mult(scale)
    if more is not None:
        value += numerals.value(more).scaleb(_mult(match["more_scale"]) - mult)
    return [Number(start, end, value, None, _hedged(match, code), code, mult)]


def _is_place(match: regex.Match[str]) -> bool:
    """Whether a bare number is a place in a ranking: "thứ 3", "hạng 16/63", "26/63 tỉnh", "(57/63)"."""
    place, rank, whole = match.group("place", "rank", "whole")
    if place is not None:
        return True
    counted = _COUNTS.match(match.string, match.end())
    if rank is not None:
        return whole is not None or not counted
    return bool(_PEERS.match(match.string, match.end())) or (whole in _ENUMERATED and not counted)


def _range(match: regex.Match[str]) -> list[Number]:
    """A range as one number; as two where its ends differ in unit or fall ("10 - 8")."""
    low_scale, low_unit, scale, unit = match.group("low_scale", "low_unit", "scale", "unit")
    code, mult = _unit(unit), _mult(scale)
    low_code, low_mult = (code, mult) if low_unit is None and low_scale is None else (_unit(low_unit), _mult(low_scale))
    if low_unit is None and low_scale is not None:
        low_code = code
    low = numerals.value(match["low"], count=low_mult == 0 and low_code in _COUNTED)
    high = numerals.value(match["high"], count=mult == 0 and code in _COUNTED)
    upper = high.scaleb(mult - low_mult)
    if low_code == code and low <= upper and not match["place"] and not match["whole"] and not match["more"]:
        return [Number(match.start(), match.end(), low, upper, "..", code, low_mult)]
    own_code = _unit(low_unit)
    return [
        Number(match.start(), match.start("low_end"), low, None, _hedged(match, own_code), own_code, _mult(low_scale)),
        Number(match.start("high"), match.end(), high, None, "=", code, mult),
    ]


_NUMERALS = shapes.either([*numerals.DIGITS, "mười", "mươi", "trăm", "linh", "lẻ", *numerals.MULTIPLIERS])
_TIME = r"tháng|quý|năm|giờ|phút|giây|tuổi"
#: one scan for each first word, which is faster than one scan for all
_SPELLED = [
    regex.compile(
        rf"""
        {word}(?<!\w{word})
        (?P<rest>(?:{BLANK}(?:{_NUMERALS})(?!\w)){{0,12}})
        (?: {GAP}(?P<unit>{_UNIT}) | (?={BLANK}(?P<noun>{shapes.COUNTED})(?!\w)) | (?!\w|{BLANK}(?:{_TIME})(?!\w)) )
        """,
        regex.VERBOSE,
    )
    for lower in [word for word in numerals.DIGITS if word not in ("mốt", "tư", "lăm", "nhăm")] + ["mười"]
    for word in (lower, lower.capitalize())
]
_RANKED = regex.compile(
    rf"""
    thứ(?<=(?<!\w)(?:đứng|xếp|hạng|vị|vị{BLANK}trí|hàng)(?:{BLANK}(?:ở|vào|vị{BLANK}trí|hàng)){{0,2}}{BLANK}thứ)
    {BLANK}(?P<place>{shapes.either(list(numerals.PLACES))})(?!\w|{BLANK}(?:{_NUMERALS})(?!\w))
    """,
    regex.VERBOSE,
)
#: before "năm dự án" it is a year, before "mười một" a month or a day
_NOT_FIVE = regex.compile(
    r"(?<=(?<!\w)(?:trong|cả|đầu|cuối|giữa|mỗi|hàng|hằng|từng|nhiều|các|những|một|của|kỳ|tháng|quý|hoạch|toán|mấy|vài|[0-9]+)\s)"
)
_NOT_COUNTED = regex.compile(r"(?<=(?<!\w)(?i:tháng|quý|ngày|mùng|mồng|thứ|năm|phần|số|[0-9])\s)")
_HEDGE = regex.compile(
    rf"(?<=(?<!\w)(?P<hedge>(?i:{shapes.either([word for word in _HEDGES if word[0].isalpha()])})){BLANK})"
)


def _spelled(text: str) -> Iterator[Number]:
    """Numbers in words, where a unit or a countable noun follows or several words make one number."""
    for match in _RANKED.finditer(text):
        yield Number(match.start(), match.end(), Decimal(numerals.PLACES[match["place"]]), unit="RANK")
    for pattern in _SPELLED:
        for match in pattern.finditer(text):
            number = _from_words(match)
            if number is not None:
                yield number


def _from_words(match: regex.Match[str]) -> Number | None:
    text, start, end = match.string, match.start(), match.end()
    unit, noun, rest = match.group("unit", "noun", "rest")
    written = text[start : match.end("rest")].lower().split()
    alone = len(written) == 1
    if alone and (not (unit or noun) or written == ["một"]):
        return None
    if _NOT_COUNTED.match(text, start) or (written[0] == "năm" and _NOT_FIVE.match(text, start)):
        return None
    count = len(written)
    while count > 1 and written[count - 1] in numerals.MULTIPLIERS:
        count -= 1
    if set(written[:count]) & numerals.MULTIPLIERS.keys():
        count = len(written)
    value = numerals.words(" ".join(written[:count]))
    if value is None:
        return None
    hedge = _HEDGE.match(text, start)
    qualifier = _qualifier(hedge["hedge"]) if hedge and not _COMPARED.match(text, start) else "="
    return Number(start, end, value, None, qualifier, _unit(unit), _mult(" ".join(written[count:]) or None))


def _in_order(numbers: list[Number]) -> list[Number]:
    """By start; of two that overlap, the first and longest stays."""
    kept: list[Number] = []
    for number in sorted(numbers, key=lambda number: (number.start, -number.end)):
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept
