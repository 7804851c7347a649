"""What stands around a number: units and multipliers behind it, words that qualify it before."""

from collections.abc import Iterable
from functools import lru_cache

import regex

from indicators.finding.dates import BLANK, GAP, fold
from indicators.finding.numerals import MULTIPLIERS
from indicators.lexicon import load, units
from indicators.model import Qualifier

_LEXICON = load("numerals.toml")
WORDS: dict[str, list[str]] = _LEXICON["words"]
_QUALIFIERS: dict[str, Qualifier] = {
    word: code for code, words in _LEXICON["hedges"].items() for word in words
}
_UNITS = {fold(word).replace(" ", ""): unit.code for unit in units().values() for word in unit.words}
_WRITTEN = load("units.toml")
_ALL_WORDS = [word for unit in units().values() for word in unit.words]

#: units whose numbers have no decimals
COUNTABLE = frozenset({"ENT", "PROJ", "COMMUNE", "PERSON", "VISIT", "TARGET"})


def either(words: Iterable[str]) -> str:
    """An alternation of words, the longest first.

    One blank between their parts, not several: hundreds of repeats would make each match of a pattern dear.
    """
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"[^\S\n]".join(map(regex.escape, word.split())) for word in longest_first)


def _unit_words(money: bool) -> str:
    """The words of the currencies or of all other units, each with what must not come next ("3 đồng chí")."""
    # longest first across the units: "điểm %" before "điểm"
    branches = [] if money else [rf"điểm{GAP}%", rf"điểm{BLANK}phần{BLANK}trăm(?!\w)"]
    for entry in _WRITTEN["unit"]:
        words = sorted((word for word in entry["words"] if word != "%"), key=len, reverse=True)
        if words and entry.get("money", False) == money:
            unless = rf"(?!{BLANK}(?:{either(entry['unless'])})(?!\w))" if "unless" in entry else ""
            branches.append(rf"(?:{'|'.join(map(_alone, words))})(?!\w){unless}")
    return "|".join(branches)


def _alone(word: str) -> str:
    """A unit's word, not as the head of a longer one: where "lượt khách.km" is no unit, "lượt" is none."""
    longer = [other[len(word) + 1 :] for other in _ALL_WORDS if other.startswith(f"{word} ")]
    return either([word]) + (rf"(?!{BLANK}(?:{either(longer)})(?!\w))" if longer else "")


def _rates(words: list[str]) -> str:
    """What stands behind "/" and belongs to the unit."""
    return rf"(?> (?: [^\S\n]?/[^\S\n]?(?i:{either(words)})(?!\w) )* )"


MULTIPLIER = rf"(?:{either(MULTIPLIERS)})(?!\w)"
#: "nghìn tỷ"; not the "tỷ" of "tỷ lệ"
SCALE = rf"(?i:{MULTIPLIER}(?:{BLANK}{MULTIPLIER})?)(?!{BLANK}(?:lệ|trọng|suất|giá|số)(?!\w))"
#: a unit and the rates that belong to it; none of them where another rate follows ("USD/m2", "tấn.km")
UNIT = rf"""(?:
  (?: % {_rates(_WRITTEN["rates"])}
    | (?i:{_unit_words(money=True)}) {_rates(_WRITTEN["rates"] + _WRITTEN["money_rates"])}
    | (?i:{_unit_words(money=False)}) {_rates(_WRITTEN["rates"])} )
  (?! [^\S\n]?/[^\S\n]?(?!dự{BLANK}toán|kế{BLANK}hoạch)[^\W\d_] | [^\S\n]?[.x×*-]?[^\S\n]?(?:[Kk]m|KM)(?!\w) )
)"""

#: nouns without a unit of their own
COUNTED = either(WORDS["counted"])
_NEVER_SUBJECTS = either(set(WORDS["counted"]) - set(WORDS["subjects"]))
_COUNTED_UNITS = either(word for unit in units().values() for word in unit.words if word not in ("%", "đ"))
#: what comes next counts things: the digits before are a number, whatever they look like
COUNTS = rf"{GAP}(?!lần{BLANK}lượt)(?:%|(?:{either(MULTIPLIERS)}|{_COUNTED_UNITS}|{COUNTED})(?!\w))"
#: the same behind four digits that may be a year
COUNTS_YEARS = (
    rf"{GAP}(?!lần{BLANK}lượt)(?:%|(?:{either(MULTIPLIERS)}|{_COUNTED_UNITS}|{_NEVER_SUBJECTS})(?!\w))"
)

_HEDGES = [word for word in _QUALIFIERS if word[0].isalpha()]
_LAST_WORDS = tuple({word.split()[-1] for word in _HEDGES})
_NEAR = max(map(len, _LAST_WORDS)) + 3  # characters before a number: the last word and blanks
_HEDGE = regex.compile(rf"(?i:(?<=(?<!\w)(?P<hedge>{either(_HEDGES)}){BLANK}))")
#: "cao hơn 2 điểm" compares, it does not hedge
_COMPARED = regex.compile(rf"(?i:(?<=(?<!\w)(?:{either(WORDS['comparatives'])}){BLANK}hơn{BLANK}))")
#: "vượt 5% kế hoạch": the verb
_PLANNED = regex.compile(rf"{BLANK}(?:{either(WORDS['plans'])})(?!\w)")


@lru_cache(maxsize=4096)
def unit(written: str | None) -> str | None:
    """The code of a unit, its rate left aside.

    >>> unit("điểm phần trăm"), unit("đồng/người/năm"), unit(None)
    ('PP', 'VND', None)
    """
    return None if written is None else _UNITS[fold(written.partition("/")[0]).replace(" ", "")]


@lru_cache(maxsize=512)
def mult(written: str | None) -> int:
    """The power of ten of multipliers.

    >>> mult("triệu"), mult("nghìn tỷ"), mult(None)
    (6, 12, 0)
    """
    return 0 if written is None else sum(MULTIPLIERS[word] for word in fold(written).split())


def hedge(text: str, start: int, end: int, code: str | None) -> Qualifier:
    """What the words before the number at ``start`` say of it; "=" where they say nothing.

    The end of the last word is looked at first: that spares nine numbers of ten the pattern.

    >>> hedge("đạt trên 543 tỷ USD", 9, 19, "USD"), hedge("tăng 5%", 5, 7, "PT")
    ('>', '=')
    """
    near = text[max(0, start - _NEAR) : start]
    if not (near[-1:].isspace() and near.rstrip().casefold().endswith(_LAST_WORDS)):
        return "="
    found = _HEDGE.match(text, start)
    return qualifier(found["hedge"], text, start, end, code) if found else "="


def qualifier(hedge: str, text: str, start: int, end: int, code: str | None) -> Qualifier:
    """What these words or this sign before a number say; "=" where they compare it or are the verb."""
    word = fold(hedge)
    if word == "hơn" and _COMPARED.match(text, start):
        return "="
    if word == "vượt" and (code == "TARGET" or _PLANNED.match(text, end)):
        return "="
    return _QUALIFIERS[word]
