"""Whom a report speaks for, where its head does not tell: the country, another country, a district."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from indicators.finding.areas import ABROAD
from indicators.model import COUNTRY, AreaMention, Boundary, Mention
from indicators.observing.subjects import ELSEWHERE, Place

_NATIONAL_OFFICE = re.compile(
    r"Tổng cục (?:Thống kê|Hải quan)|Cục Thống kê[, (]+(?:thuộc )?Bộ Tài chính|Ngân hàng Nhà nước"
    r"|Bộ Kế hoạch và Đầu tư|nước ta"
    r"|(?<!chi )Cục Thống kê,? (?:(?:vừa|mới|đã) )?(?:cho|công bố|nhận định|đánh giá)",
    re.IGNORECASE,
)
#: a firm's own accounts; its figures are no area's
_OF_FIRM = (
    "lợi nhuận trước thuế",
    "lợi nhuận sau thuế",
    "cổ đông",
    "cổ tức",
    "nhà băng",
    "doanh thu thuần",
    "hội đồng quản trị",
)
_SO_MANY = 3
_WORLD = ("thế giới", "toàn cầu", "quốc tế")
_HEADS = ("toàn", "của", "trên địa bàn", "đảng bộ", "ubnd", "hđnd")


def _of(nouns: str, heads: Iterable[str]) -> str:
    """A pattern of these nouns behind one of the heads, which it looks back at: the nouns are rarer."""
    behind = "|".join(rf"(?<=\b{head} )" for head in heads)
    return rf" (?={nouns})(?:{behind})(?:{nouns})\b"


_OF_DISTRICT = re.compile(_of("xã|phường|huyện|quận|thị xã", [*_HEADS, "đảng [uủ][ỷy]"]) + "(?! hội)")
_OF_PROVINCE = re.compile(_of("tỉnh|thành phố", _HEADS))


def home(folded: str, mentions: Sequence[Mention], told: Place | None, boundary: Boundary) -> Place | None:
    """The area that the report speaks for; ``told`` is the one that its head tells."""
    if _is_abroad(folded, mentions):
        return Place(ABROAD)
    if _is_district(folded) or _is_firm(folded, mentions):
        return Place("")
    return told or _unnamed(folded, mentions, boundary)


def _is_abroad(folded: str, mentions: Sequence[Mention]) -> bool:
    """Whether the report is on another country: named first, and more often than all areas of Viet Nam."""
    areas = (mention for mention in mentions if isinstance(mention, AreaMention) and mention.code)
    first = next(areas, None)
    if first is None or first.code != ABROAD or _NATIONAL_OFFICE.search(folded):
        return False
    named = [first, *areas]
    names = [folded[area.start : area.end] for area in named if area.code == ABROAD]
    abroad = Counter(name for name in names if name not in _WORLD)
    return max(abroad.values(), default=0) > max(1, len(named) - len(names))


def _is_firm(folded: str, mentions: Sequence[Mention]) -> bool:
    """Whether the report tells a firm's accounts: words of them stand there, and more of them than areas."""
    accounts = sum(map(folded.count, _OF_FIRM))
    if accounts < _SO_MANY:
        return False
    return accounts > sum(
        isinstance(mention, AreaMention) and mention.code not in ELSEWHERE for mention in mentions
    )


def _is_district(folded: str) -> bool:
    """Whether the report speaks for a district or a commune, "toàn xã", far more than for a province."""
    districts = len(_OF_DISTRICT.findall(folded))
    return districts > 1 and districts > 2 * len(_OF_PROVINCE.findall(folded))


def _unnamed(folded: str, mentions: Sequence[Mention], boundary: Boundary) -> Place | None:
    """The home of a report that names no area of Viet Nam: abroad, where it names only other countries."""
    codes = {mention.code for mention in mentions if isinstance(mention, AreaMention)}
    if _OF_PROVINCE.search(folded):
        return None  # a province's report that does not say whose
    if not codes or (codes == {ABROAD} and _NATIONAL_OFFICE.search(folded)):
        return Place(COUNTRY, boundary)
    return Place(ABROAD) if codes == {ABROAD} else None
