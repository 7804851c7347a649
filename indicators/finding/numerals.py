"""Values of written numbers: "25.200", "7.864,4", "10 000", "hai mươi lăm"."""

from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

import regex

from indicators.lexicon import load

_LEXICON = load("numerals.toml")
DIGITS: dict[str, int] = _LEXICON["digits"]
MULTIPLIERS: dict[str, int] = _LEXICON["multipliers"]
PLACES: dict[str, int] = _LEXICON["places"]
FOLDS = {word: Decimal(str(times)) for word, times in _LEXICON["folds"].items()}

#: two or more separators of one kind, or dots, each before three digits
_THOUSANDS = regex.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3}){2,}|(?:[^\S\n][0-9]{3})+)")


@lru_cache(maxsize=8192)
def value(written: str, count: bool = False) -> Decimal:
    """The value of digits with separators, a comma before decimals as in Vietnam unless the rest forbids it.

    ``count`` says that a countable noun follows, so that "25,200" can't have decimals.

    >>> value("1,81"), value("25.200"), value("7.864,4"), value("10 000"), value("01")
    (Decimal('1.81'), Decimal('25200'), Decimal('7864.4'), Decimal('10000'), Decimal('1'))
    >>> value("1.81"), value("0.125"), value("1,234,567"), value("1,234.5")
    (Decimal('1.81'), Decimal('0.125'), Decimal('1234567'), Decimal('1234.5'))
    >>> value("25,200"), value("25,200", True)
    (Decimal('25.200'), Decimal('25200'))
    """
    if written.isdigit():
        return Decimal(written)
    if _THOUSANDS.fullmatch(written) or (count and _THOUSANDS.fullmatch(written.replace(",", "."))):
        return Decimal("".join(filter(str.isdigit, written)))
    whole, mark, rest = _cut_at_last_separator(written)
    plain = "".join(filter(str.isdigit, whole))
    return Decimal(f"{plain}.{rest}" if mark else plain)


def _cut_at_last_separator(written: str) -> tuple[str, str, str]:
    last = max(written.rfind(","), written.rfind("."))
    mark = written[last]
    # "1.234.56" and "1,2,3" have no decimals to speak of: what stands before is grouped somehow
    return written[:last], mark, written[last + 1 :]


@lru_cache(maxsize=4096)
def words(written: str) -> Decimal | None:
    """The value of Vietnamese number words; ``None`` where they don't make one number.

    >>> words("hai mươi lăm"), words("mười một"), words("một trăm linh năm"), words("hai nghìn ba trăm")
    (Decimal('25'), Decimal('11'), Decimal('105'), Decimal('2300'))
    >>> words("hai ba"), words("lăm"), words("mươi")
    (None, None, None)
    """
    total, group, digit = 0, 0, -1
    filled = 10**18  # the place filled last: places must fall
    for before, word in pairwise(["", *written.lower().split()]):
        if word in ("linh", "lẻ"):
            if digit >= 0 or not group:
                return None
        elif word == "mười" or (word == "mươi" and digit > 0):
            if digit > 0 and word == "mười":
                return None
            group, digit = group + 10 * (digit if word == "mươi" else 1), -1
        elif word == "trăm" and digit > 0 and group == 0:
            group, digit = 100 * digit, -1
        elif word in MULTIPLIERS and (digit > 0 or group) and 10 ** MULTIPLIERS[word] < filled:
            filled = 10 ** MULTIPLIERS[word]
            total, group, digit = total + (group + max(digit, 0)) * filled, 0, -1
        elif word in DIGITS and digit < 0 and _may_follow(word, before):
            digit = DIGITS[word]
        else:
            return None
    return Decimal(total + group + max(digit, 0))


def _may_follow(word: str, before: str) -> bool:
    """Whether this digit word may stand behind that word: "mốt" and "lăm" need a ten before them."""
    if word in ("mốt", "tư", "lăm", "nhăm"):
        return before in ("mươi", "mười", "linh", "lẻ")
    return True
