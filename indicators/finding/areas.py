"""Areas: the country, the six regions and the provinces as texts name them, and names of places elsewhere.

A name counts where it means the area: not the city or the hospital that bears it, no person, no road, no
ocean. What makes a name something else stands in ``lexicon/regions.toml``. A quick pass of ``re`` finds the
names, and only then are the few words before each looked at (``area_contexts``).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import regex

from indicators import lexicon
from indicators.finding.area_contexts import CITIES, FILE, is_refused, is_route, leftward, written_cases
from indicators.finding.phrases import prefix_tree, unfold
from indicators.model import AreaMention, Boundary
from indicators.reading.plain import plain

ABROAD = "XX"
BELOW = ""

_NEAR = 90  # characters before a name that are looked at: longer than any company's name before its place


#: start, end and words of a written form, with one blank between them; and what leads a span back to the text
Written = tuple[int, int, str]
Place = Callable[[int, int], tuple[int, int]]


def find_all(text: str, boundary: Boundary = "63") -> list[AreaMention]:
    """What ``find`` and ``elsewhere`` find, in one pass."""
    line, place = plain(text)
    written = _written_in(line)
    return [*_areas(line, place, written, boundary), *_elsewhere(line, place, written)]


def find(text: str, boundary: Boundary = "63") -> list[AreaMention]:
    """The areas that the text names, sorted by place; the longest name wins.

    ``boundary`` is what the report's date tells: ``34`` from 1 July 2025. A name that is none of today's 34
    means the old province ("Bắc Giang"), and so does "Bình Dương (cũ)"; "Gia Lai mới" means the new one at
    any date. "Thành phố Huế" is the city of provincial rank, unless a text of the 63 names Thừa Thiên too.

    >>> text = "GRDP của tỉnh Lạng Sơn tăng chậm hơn cả nước"
    >>> [(area.code, text[area.start : area.end]) for area in find(text)]
    [('VN-09', 'Lạng Sơn'), ('VN', 'cả nước')]
    >>> find("thành phố Lạng Sơn"), find("thuế"), find("Thái Bình Dương"), find("ông Nguyễn Hòa Bình")
    ([], [], [], [])
    """
    line, place = plain(text)
    return _areas(line, place, _written_in(line), boundary)


def _areas(line: str, place: Place, written: Iterable[Written], boundary: Boundary) -> list[AreaMention]:
    hue_is_below = boundary == "63" and "Thừa Thiên" in line
    found = []
    behind = 0
    codes = _codes()
    for start, end, name in written:
        if name not in codes:
            continue
        code = codes[name]
        near = _near(line, behind, start)
        behind = end
        if code and not is_refused(near, name, code, hue_is_below) and not is_route(line, near, end):
            found.append(AreaMention(*place(start, end), code, _boundary(line, end, code, boundary)))
    return found


def elsewhere(text: str) -> list[AreaMention]:
    """Names of places that are no area: ``XX`` abroad, ``""`` below the province.

    A figure in a clause about a district, a company or another country is none of the province's.

    >>> text = "huyện Lộc Bình xuất khẩu sang Mỹ"
    >>> [(area.code, text[area.start : area.end]) for area in elsewhere(text)]
    [('', 'huyện Lộc Bình'), ('XX', 'Mỹ')]
    """
    line, place = plain(text)
    return _elsewhere(line, place, _written_in(line))


def _elsewhere(line: str, place: Place, written: Sequence[Written]) -> list[AreaMention]:
    kept = _apart([*_abroad(line, written), *_below(line, written)])
    return [AreaMention(*place(start, end), code) for start, end, code in kept]


def _apart(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The spans without overlaps, the longer of two at one place."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


@cache
def _codes() -> Mapping[str, str]:
    """All written forms of areas with the code of each; ``""`` for what only holds a name."""
    codes: dict[str, str] = {}
    for area in lexicon.areas().values():
        forms = (form for spelling in (area.vi, *area.spellings) for form in unfold(spelling))
        codes |= {case: area.code for form in forms for case in _cases(form, area.kind)}
    traps = (form for trap in lexicon.load(FILE)["traps"]["names"] for form in unfold(trap))
    codes |= {case: "" for form in traps for case in _cases(form, "trap")}
    return MappingProxyType(codes)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All written forms as two patterns, of what begins with a capital and of the rest.

    Without the word's edge in front ``re`` leaps from capital to capital, at 200 instead of 44 MB/s.
    """
    forms = _codes().keys() | _places().foreign | _places().below
    capital = [form for form in forms if form[0].isupper()]
    return re.compile(prefix_tree(capital)), re.compile(prefix_tree(forms.difference(capital)))


def _written_in(line: str) -> list[Written]:
    """Start, end and words of the forms found as whole words, by place, none within another."""
    matches = (match for pattern in _patterns() for match in pattern.finditer(line))
    found = sorted((*match.span(), " ".join(match[0].split())) for match in matches)
    behind = 0
    kept = []
    for form in found:
        start, end, words = form
        if start >= behind and not (start and line[start - 1].isalnum()):
            if words in _places().parts:
                form = _area_from_within(line, start, end) or form
            behind = form[1]
            kept.append(form)
    return kept


def _area_from_within(line: str, start: int, end: int) -> Written | None:
    """The area whose name begins within a part's: "vùng Bắc Trung Bộ và duyên hải miền Trung"."""
    for pattern in _patterns():
        for match in pattern.finditer(line, start + 1, end + _NEAR):
            if match.start() < end and match[0] in _codes() and not line[match.start() - 1].isalnum():
                return (*match.span(), match[0])
    return None


def _cases(form: str, kind: str) -> set[str]:
    """The form and its capitals; the country and the regions are also written "Tây nguyên", "đông Nam bộ"."""
    cases = {form, form.upper()}
    if kind in ("country", "region"):
        cases |= {form.title(), form.capitalize(), form[0].upper() + form[1:], form[0].lower() + form[1:]}
        cases.add(form.replace(" Bộ", " bộ"))
    if kind == "region":
        cases.add(form.lower())
    return cases


@cache
def _today() -> frozenset[str]:
    """The codes that today's boundaries have: their own successors, and all that is larger."""
    return frozenset(area.code for area in lexicon.areas().values() if area.successor in ("", area.code))


_OLD_OR_NEW = re.compile(
    r"\s*\(?(?:(?P<old>cũ|trước (?:khi )?(?:đây|sáp nhập|hợp nhất))|(?P<new>mới|sau sáp nhập))\b"
)


def meant(code: str, boundary: Boundary) -> Boundary:
    """The boundary of a code in a report that means this one: what is no province today is an old one.

    >>> meant("VN-56", "34"), meant("VN-54", "34")
    ('34', '63')
    """
    return boundary if code in _today() else "63"


def _boundary(line: str, end: int, code: str, boundary: Boundary) -> Boundary:
    said = _OLD_OR_NEW.match(line, end)
    if said is None or code not in _today():
        return meant(code, boundary)
    return "63" if said["old"] else "34"


def _mixed(words: Iterable[str]) -> list[str]:
    """As ``written_cases``, but no capitals, save of abbreviations: in a heading, "XÃ HỘI" is no commune."""
    return [case for case in written_cases(words) if not case.isupper() or case.isascii()]


def _near(line: str, behind: int, start: int) -> str:
    """The words before a name, back to the name before it; a road runs over both: "cao tốc Bắc Giang - "."""
    near = line[max(behind, start - _NEAR) : start]
    return line[max(0, start - _NEAR) : start] if near.strip() == "-" else near


@dataclass(frozen=True, slots=True)
class _Places:
    """Words that begin a place elsewhere, and what may follow them."""

    foreign: frozenset[str]
    short: frozenset[str]
    not_before: regex.Pattern[str]
    not_after: regex.Pattern[str]
    parts: frozenset[str]
    districts: frozenset[str]
    below: frozenset[str]
    district: regex.Pattern[str]
    work: regex.Pattern[str]


@cache
def _places() -> _Places:
    words = lexicon.load(FILE)
    foreign, works = words["foreign"], words["works"]
    names = {case for name in foreign["names"] for form in unfold(name) for case in written_cases([form])}
    parts = frozenset(form for name in words["parts"]["names"] for form in unfold(name))
    districts = frozenset(_mixed(words["local"]["districts"]))
    return _Places(
        foreign=frozenset(names | set(foreign["short"])),
        short=frozenset(foreign["short"]),
        not_before=leftward(r"\L<words>\s+", words=written_cases(foreign["not_before"])),
        not_after=regex.compile(r"\s+\L<words>\b", words=foreign["not_after"]),
        parts=parts,
        districts=districts,
        below=parts | districts | frozenset(_mixed(words["local"]["works"])),
        # "huyện" Tràng Định, "TP." Sầm Sơn, "phường" 7, but not "thành phố" 6 tháng
        district=regex.compile(
            r"""
            \s* \b (?: (?P<name> \p{Lu}\w* (?:\s+\p{Lu}\w*){0,2} )
                     | (?<=uận\s|ường\s) [0-9]{1,2} \b (?!\s(?:tháng|năm)) )
            """,
            regex.VERBOSE,
        ),
        # "Công ty" TNHH Bóng Đèn, "nhà máy" nhiệt điện Phía Nam
        work=regex.compile(
            r"\s+(?:\L<kinds>\s+)*(?:(?!\L<stops>\b)\p{Lu}[\w&\-]*)(?:\s+\p{Lu}[\w&\-]*){0,6}",
            kinds=written_cases(works["kinds"]),
            stops=written_cases(works["stops"]),
        ),
    )


def _abroad(line: str, written: Iterable[Written]) -> Iterator[tuple[int, int, str]]:
    """Other countries and parts of the world; "Mỹ" and "Đức" only amid a sentence, no capital beside them."""
    places = _places()
    for start, end, name in written:
        if name not in places.foreign:
            continue
        near = line[max(0, start - _NEAR) : start]
        if places.not_before.match(near) or places.not_after.match(line, end):
            continue
        if name not in places.short or (_is_amid(near) and not _CAPITAL.match(line, end)):
            yield start, end, ABROAD


_CAPITAL = regex.compile(r"\s+\p{Lu}")


def _is_amid(near: str) -> bool:
    """Whether a small word of the same sentence stands before."""
    word = near.split()[-1:]
    return bool(word) and not word[0].lstrip('(“"')[:1].isupper() and word[0][-1] not in ".!?…:\0"


def _below(line: str, written: Iterable[Written]) -> Iterator[tuple[int, int, str]]:
    """Parts of the country that have no code, districts, towns and communes, companies, works and zones."""
    places = _places()
    for start, end, word in written:
        if word not in places.below or word in _codes():
            continue
        if word in places.parts:
            yield start, end, BELOW
        elif word not in places.districts:
            if named := places.work.match(line, end):
                yield start, named.end(), BELOW
        elif (named := places.district.match(line, end)) and not (
            named["name"] and _is_city(line, named.start("name"))
        ):
            yield start, named.end(), BELOW


def _is_city(line: str, start: int) -> bool:
    """Whether the name that begins here is a city of provincial rank."""
    capital, _ = _patterns()
    found = capital.match(line, start)
    return found is not None and _codes().get(found[0]) in CITIES
