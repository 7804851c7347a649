"""What the words around a name make of it: an area, or a city, a company, a person, a road of its name.

They stand in ``lexicon/regions.toml``, and are looked at from right to left, beginning at the name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from indicators import lexicon
from indicators.finding.phrases import prefix_tree
from indicators.model import COUNTRY

FILE = "regions.toml"
#: the cities of provincial rank
CITIES = frozenset({"VN-HN", "VN-HP", "VN-DN", "VN-SG", "VN-CT", "VN-26"})
_HUE = "VN-26"


@dataclass(frozen=True, slots=True)
class _Context:
    """What the words before a name make of it; every pattern runs from right to left and ends at the name."""

    direct: regex.Pattern[str]
    #: the last words of what ``direct`` matches; the words with which companies, bodies and roads begin
    last_words: frozenset[str]
    heads: re.Pattern[str]
    roads: re.Pattern[str]
    own: Mapping[str, regex.Pattern[str]]
    route: regex.Pattern[str]
    start: regex.Pattern[str]
    work: regex.Pattern[str]
    public: regex.Pattern[str]
    body: regex.Pattern[str]
    person: regex.Pattern[str]
    stops: frozenset[str]
    brands: frozenset[str]
    indices: frozenset[str]


# The name of a company or a body behind its head: up to three small words, a capital, then all but stops.
_CHAIN = r"""(?:
    (?:(?!\L<stops>\b)\p{Ll}+\s+){0,3}
    (?!\L<stops>\b)\p{Lu}[\w&.\-]*\s+
    (?:(?!\L<stops>\b)[\w&.\-]+\s+){0,10}
)"""


@cache
def _context() -> _Context:
    words = lexicon.load(FILE)
    before, works = words["before"], words["works"]
    lists = {key: written_cases(works[key]) for key in ("kinds", "stops")}
    direct = {key: written_cases(before[key]) for key in ("keep", "unit", "city", "thing")}
    return _Context(
        direct=leftward(
            r"(?:(?P<keep>\L<keep>) | (?P<unit>\L<unit>) | (?P<city>\L<city>) | (?P<thing>\L<thing>))\s*",
            **direct,
        ),
        last_words=frozenset(_last_word(form) for forms in direct.values() for form in forms),
        heads=re.compile(prefix_tree(written_cases([*words["bodies"]["heads"], *works["heads"]]))),
        roads=re.compile(prefix_tree(written_cases(words["routes"]["heads"]))),
        own={
            name.lower(): leftward(r"\L<words>\s+", words=written_cases(own))
            for name, own in before["names"].items()
        },
        # "cao tốc Bắc Giang - ", "đường sắt Lào Cai - Hà Nội - "
        route=leftward(
            r"\L<heads>\s+(?:\w+\s+){0,3}(?:(?:\p{Lu}\w*\s*){1,4}-\s*)+",
            heads=written_cases(words["routes"]["heads"]),
        ),
        # "quốc lộ 1A ", where a dash and another name follow
        start=leftward(
            r"\L<heads>\s+(?:(?!\L<stops>\b)\w+\s+){0,3}",
            heads=written_cases(words["routes"]["heads"]),
            stops=lists["stops"],
        ),
        # "nhà máy nhiệt điện ", "Công ty Cổ phần Bóng Đèn "
        work=leftward(
            rf"\L<heads>\s+(?:\L<kinds>\s+)*{_CHAIN}?", heads=written_cases(works["heads"]), **lists
        ),
        # "Bệnh viện Đa khoa tỉnh ", not "các bệnh viện của tỉnh "
        public=leftward(
            r"(?<!(?:các|những|nhiều)\s)\L<heads>\s+(?:(?!\L<stops>\b)\w+\s+){0,5}tỉnh\s+",
            heads=written_cases(works["public"]),
            stops=lists["stops"],
        ),
        # "Hiệp hội Gỗ và Lâm sản ", "Công ty Cổ phần Sữa "; "xã hội " and "công ty " alone are none
        body=leftward(
            rf"\L<heads>\s+{_CHAIN}",
            heads=written_cases([*words["bodies"]["heads"], *works["heads"]]),
            stops=lists["stops"],
        ),
        person=leftward(r"\L<surnames>\s+", surnames=words["persons"]["surnames"]),
        stops=frozenset(works["stops"]),
        brands=frozenset(works["brands"]),
        indices=frozenset(works["indices"]),
    )


_LAST_WORD = regex.compile(r"(?r)\w+")


def _last_word(words: str) -> str:
    found = _LAST_WORD.search(words)
    return found[0] if found else ""


def leftward(pattern: str, **lists: Any) -> regex.Pattern[str]:
    """A pattern that is matched from right to left, from where a name begins, in whole words."""
    compiled: regex.Pattern[str] = regex.compile(rf"(?r)(?<!\w){pattern}", regex.X, **lists)
    return compiled


def written_cases(words: Iterable[str]) -> list[str]:
    """The words small, in capitals, and with a capital at their head or at every syllable."""
    return [case for word in words for case in (word, word.upper(), word[0].upper() + word[1:], word.title())]


def is_refused(near: str, name: str, code: str, hue_is_below: bool) -> bool:
    """Whether the words before a name make it something else than an area."""
    last = near.rstrip()[-1:]
    if not last.isalnum() and last not in ("-", "."):
        return False
    context = _context()
    if last == "-":
        return bool(context.roads.search(near) and context.route.match(near))
    own = context.own.get(name.lower())
    if own and own.match(near):
        return True
    word = near.split()[-1]
    if word in context.stops:  # "của", "tại": no name runs over them, save a hospital's over "tỉnh"
        return word == "tỉnh" and bool(context.public.match(near))
    # most names stand behind none of these words: to look at one is cheaper than to match their lists
    direct = context.direct.match(near) if _last_word(near) in context.last_words else None
    if direct:
        is_city = direct.lastgroup == "city" and code in CITIES and not (code == _HUE and hue_is_below)
        return not is_city and direct.lastgroup != "keep"
    if last == ".":
        return False
    if word in context.brands or _is_foreign(word):
        return True
    headed = context.heads.search(near) is not None
    if code == COUNTRY:
        return headed and name[0].isupper() and word not in context.indices and bool(context.body.match(near))
    return (headed and bool(context.work.match(near))) or bool(context.person.match(near))


_DASH = regex.compile(r"\s*-\s*\p{Lu}")


def is_route(line: str, near: str, end: int) -> bool:
    """Whether a road begins at the name: "quốc lộ 1A Hà Nội - Vinh"."""
    return "-" in line[end : end + 2] and bool(_DASH.match(line, end) and _context().start.match(near))


# Syllables that could be Vietnamese without marks: "Trong", "Khi", "Hai". "Samsung" and "Grab" are none.
_SYLLABLE = re.compile(
    r"(?:ngh?|gh?|ch|kh|nh|ph|qu|th|tr|gi|[bcdhklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?",
    re.IGNORECASE,
)


def _is_foreign(word: str) -> bool:
    """Whether it is a brand: "Heineken Quảng Nam", but "GRDP Thanh Hóa"."""
    mixed = word.isascii() and word.isalpha() and not word.isupper() and not word.islower()
    return mixed and not _SYLLABLE.fullmatch(word)
