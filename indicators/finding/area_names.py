"""Areas by the names that people give them: with or without diacritics, as an address has them, by code."""

import re
import string
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from indicators import lexicon
from indicators.finding.phrases import unfold

_LETTERS = frozenset(string.ascii_lowercase + string.digits)
#: what may stand before a name and says only which kind of area it is
_KIND = re.compile(r"\A\s*(?:tỉnh|tinh|thành phố|thanh pho|tp\.?|vùng|vung)\s+", re.IGNORECASE)


def area_named(words: str) -> str | None:
    """The code of the area that the words name; ``None`` where they name none.

    >>> area_named("Lạng Sơn"), area_named("lang son"), area_named("tỉnh Lạng Sơn"), area_named("VN-09")
    ('VN-09', 'VN-09', 'VN-09', 'VN-09')
    >>> area_named("baria-vungtau"), area_named("TP. HCM"), area_named("Cả nước"), area_named("Lạng")
    ('VN-43', 'VN-SG', 'VN', None)
    """
    words = unicodedata.normalize("NFC", words)
    return _names().get(_bare(words)) or _names().get(_bare(_KIND.sub("", words, count=1)))


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, area in lexicon.areas().items():
        spelt = (form for spelling in area.spellings for form in unfold(spelling))
        found |= {_bare(name): code for name in (code, area.vi, area.en, *spelt)}
    return MappingProxyType(found)


def _bare(words: str) -> str:
    """The letters without diacritics and the digits, in lower case."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
        if letter in _LETTERS
    )
