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
    """What the words before a name make of it; a pattern of ``regex`` runs leftward and ends at the name."""

    direct: regex.Pattern[str]
    #: the last words of what ``direct`` matches
    last_words: frozenset[str]
    #: the words with which the names of companies and works begin, of these and of bodies, and of roads
    works: re.Pattern[str]
    heads: re.Pattern[str]
    roads: re.Pattern[str]
    #: the kinds of companies and works that may stand behind those
    kinds: re.Pattern[str]
    own: Mapping[str, regex.Pattern[str]]
    route: regex.Pattern[str]
    public: regex.Pattern[str]
    person: regex.Pattern[str]
    stops: frozenset[str]
    written_stops: frozenset[str]
    brands: frozenset[str]
    indices: frozenset[str]


#: a name has at most so many small words before its first capital, and so many words behind that
_SMALL, _MORE = 3, 10
_WORDS = re.compile(r"\s+(?:[\w&.\-]+\s+)*")


@cache
def _context() -> _Context:
    words = lexicon.load(FILE)
    before, works = words["before"], words["works"]
    stops = written_cases(works["stops"])
    direct = {key: written_cases(before[key]) for key in ("keep", "unit", "city", "thing")}
    return _Context(
        direct=leftward(
            r"(?:(?P<keep>\L<keep>) | (?P<unit>\L<unit>) | (?P<city>\L<city>) | (?P<thing>\L<thing>))\s*",
            **direct,
        ),
        last_words=frozenset(_last_word(form) for forms in direct.values() for form in forms),
        works=_heads(works["heads"]),
        heads=_heads([*words["bodies"]["heads"], *works["heads"]]),
        roads=_heads(words["routes"]["heads"]),
        kinds=re.compile(rf"\s+{prefix_tree(written_cases(works['kinds']))}"),
        own={
            name.lower(): leftward(r"\L<words>\s+", words=written_cases(own))
            for name, own in before["names"].items()
        },
        # "cao tốc Bắc Giang - ", "đường sắt Lào Cai - Hà Nội - "
        route=leftward(
            r"\L<heads>\s+(?:\w+\s+){0,3}(?:(?:\p{Lu}\w*\s*){1,4}-\s*)+",
            heads=written_cases(words["routes"]["heads"]),
        ),
        # "Bệnh viện Đa khoa tỉnh ", not "các bệnh viện của tỉnh "
        public=leftward(
            r"(?<!(?:các|những|nhiều)\s)\L<heads>\s+(?:(?!\L<stops>\b)\w+\s+){0,5}tỉnh\s+",
            heads=written_cases(works["public"]),
            stops=stops,
        ),
        person=leftward(r"\L<surnames>\s+", surnames=words["persons"]["surnames"]),
        stops=frozenset(works["stops"]),
        written_stops=frozenset(stops),
        brands=frozenset(works["brands"]),
        indices=frozenset(works["indices"]),
    )


def _heads(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){prefix_tree(written_cases(words))}")


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
    if code == COUNTRY:
        return name[0].isupper() and word not in context.indices and _is_of_body(near)
    return _is_of_work(near) or bool(context.person.match(near))


def _is_of_work(near: str) -> bool:
    """Whether a company or a work is named: "nhà máy nhiệt điện ", "Công ty Cổ phần Bóng Đèn "."""
    context = _context()
    for head in context.works.finditer(near):
        kind: re.Match[str] | None = head
        while kind is not None:
            words = _words_behind(near, kind.end())
            if words is not None and (not words or _is_name(words)):
                return True
            kind = context.kinds.match(near, kind.end())
    return False


def _is_of_body(near: str) -> bool:
    """Whether a body is named: "Hiệp hội Gỗ và Lâm sản "; "xã hội " and "công ty " alone name none."""
    names = (_words_behind(near, head.end()) for head in _context().heads.finditer(near))
    return any(words is not None and _is_name(words) for words in names)


def _words_behind(near: str, start: int) -> list[str] | None:
    """The words from here up to the name; ``None`` where a mark stands among them."""
    return near[start:].split() if _WORDS.fullmatch(near, start) else None


def _is_name(words: list[str]) -> bool:
    """Whether they go on with a name: up to three small words, a capital, some more, and no stop."""
    small = 0
    while small < len(words) and words[small].isalpha() and words[small].islower():
        small += 1
    if small > _SMALL or not 0 < len(words) - small <= 1 + _MORE or not words[small][0].isupper():
        return False
    return _context().written_stops.isdisjoint(words)


_DASH = regex.compile(r"\s*-\s*\p{Lu}")


def is_route(line: str, near: str, end: int) -> bool:
    """Whether a road begins at the name: "quốc lộ 1A Hà Nội - Vinh"."""
    if "-" not in line[end : end + 2] or not _DASH.match(line, end):
        return False
    context = _context()
    between = (_words_behind(near, head.end()) for head in context.roads.finditer(near))
    return any(
        words is not None and len(words) <= _SMALL and context.written_stops.isdisjoint(words)
        for words in between
    )


# Syllables that could be Vietnamese without marks: "Trong", "Khi", "Hai". "Samsung" and "Grab" are none.
_SYLLABLE = re.compile(
    r"(?:ngh?|gh?|ch|kh|nh|ph|qu|th|tr|gi|[bcdhklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?",
    re.IGNORECASE,
)


def _is_foreign(word: str) -> bool:
    """Whether it is a brand: "Heineken Quảng Nam", but "GRDP Thanh Hóa"."""
    mixed = word.isascii() and word.isalpha() and not word.isupper() and not word.islower()
    return mixed and not _SYLLABLE.fullmatch(word)
