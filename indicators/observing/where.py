"""Where a figure is: the area that its clause names or that it inherits."""

import re
from collections.abc import Sequence

from indicators.model import COUNTRY, AreaMention, Number
from indicators.observing.state import Sentence
from indicators.observing.subjects import ECONOMY, OF_PROVINCE, Place, Topic, of_area
from indicators.observing.weaving import Token

#: cues whose area is a comparison's or a ranking's, no figure's own: "cao nhất cả nước"
_BESIDE = ("rank", "among", "most")
#: an area right behind them is whose they are: "GDP của Thái Lan", "tăng trưởng Thái Lan"
_NAMED_OF = ("of", "growth")
_LEADS = re.compile(r",?\s(?:thuộc|là|gồm|như)\b")
#: "kim ngạch xuất khẩu của tỉnh sang thị trường Hàn Quốc": a part, wherever it is of
_TO_MARKET = re.compile(r"\b(?:(?:sang|vào|từ|tới|với) (?:các )?(?:thị trường )?(?:lớn )?|thị trường )$")
#: whose "toàn tỉnh" it is where the report speaks for none: the province's spoken of last
_OF_PROVINCE = re.compile(r"\b(?:tỉnh|thành phố)\b")
_NATIONAL = frozenset(OF_PROVINCE)
_PROVINCIAL = frozenset(OF_PROVINCE.values())


def take(state: Sentence, mention: AreaMention) -> None:
    """Let an area before the number be the clause's, and the sentence's where it leads."""
    clause = state.clause
    if _is_aside(state, mention):
        return
    place = Place.named(mention)
    home = state.context.home
    if home is not None and home.code == "" and place.is_regional:
        place = home  # "xã Tân Lập, tỉnh Đắk Lắk": the province is a district's address
    background = place.is_abroad and bool(clause.tokens) and clause.last not in _NAMED_OF
    if clause.last in ("versus", "times"):
        clause.comparing = True
    of_market = clause.place is not None and clause.place.is_abroad and not clause.comparing
    if place.code == COUNTRY and of_market:
        return  # "Trung Quốc là thị trường mà Việt Nam nhập siêu lớn nhất" is of that market
    is_market = place.is_abroad and _TO_MARKET.search(state.folded, mention.start - 24, mention.start)
    if place.is_elsewhere and clause.place is not None and clause.topic is not None and not is_market:
        return
    has_own = clause.place is not None and not (clause.place.is_elsewhere or clause.comparing)
    if clause.last == "of" and has_own and clause.has_verb:
        return  # "Vùng Đông Nam Bộ giữ vai trò đầu tàu của cả nước" stays the region's
    clause.place = place
    state.run.places.append(place)
    state.named = place if place.is_regional else state.named
    state.context.region = place if place.is_region else state.context.region
    if (state.leads or clause.last == "local") and not background:
        state.place = place
        if place.is_regional:
            state.context.province = place


def _is_aside(state: Sentence, mention: AreaMention) -> bool:
    """Whether an area is no figure's own: a ranking's, the one before in a row, or where a firm sits."""
    clause, before = state.clause, state.folded[max(0, mention.start - 8) : mention.start]
    if _is_beside(state, mention) or (clause.last == "of" and not {*_BESIDE}.isdisjoint(clause.kinds)):
        return True
    if before.endswith(("tại ", "ở ")) and clause.place is not None and clause.place.code == "":
        return True  # "Tập đoàn X tại Việt Nam xuất khẩu …"
    follows = state.tokens[state.index].kind if state.index < len(state.tokens) else ""
    if before.endswith(" sau ") and follows == "number":
        return False  # "… chỉ sau Bình Dương 30 tỷ USD"
    return before.endswith(("nhất ", " sau "))  # "thu hút nhiều vốn nhất cả nước", "chỉ sau Bình Dương"


def _is_beside(state: Sentence, mention: AreaMention) -> bool:
    """Whether an area is the one that a ranking is of, and not the one that leads it ("cao nhất thuộc …")."""
    before = state.clause.tokens[-1] if state.clause.tokens else None
    if before is None or before.kind not in _BESIDE:
        return False
    return before.kind != "most" or _LEADS.match(state.folded, before.end, mention.start) is None


def come_home(state: Sentence, cue: Token) -> None:
    """At "toàn tỉnh", "trên địa bàn", speak again of the area that the report speaks for."""
    home = state.context.home
    state.at_home = True
    if state.named is not None and state.text(cue).endswith("này"):
        state.clause.place = state.place = state.named  # "… Sở Tài chính An Giang cho biết tỉnh này thu …"
        return
    if state.text(cue).endswith("vùng"):
        of_whole = not {*_BESIDE, "share", "contribution"}.isdisjoint(state.clause.kinds)
        if state.context.region is not None and not of_whole:
            state.clause.place = state.place = state.context.region  # "… của cả vùng đạt …"
        return
    current = state.clause.place or state.place
    if home is None or home.code == COUNTRY:
        home = state.context.province if _OF_PROVINCE.search(state.text(cue)) else home
    if home is not None and (current is None or current.is_elsewhere or current.code == COUNTRY):
        state.clause.place = home
        if not state.clause.comparing:
            state.place = home


def of_number(state: Sentence, number: Number, right: Sequence[Token]) -> Place | None:
    """The area of a number: its clause's, its sentence's, or the one behind it ("mức 6,42% của cả nước")."""
    behind = right[1] if len(right) > 1 and right[0].kind == "of" else None
    if isinstance(behind, AreaMention) and number.unit != "RANK":
        return Place.named(behind)
    if state.clause.place is None and state.abroad is not None and state.clause.kinds in (["up"], ["down"]):
        return state.abroad  # "xuất siêu sang Hoa Kỳ 29,4 tỷ USD, tăng 14,8%"
    return state.clause.place or state.place


def _is_nations(state: Sentence, topic: Topic, place: Place | None) -> bool:
    """Whether a GDP is the nation's: not in a province's report that never names the country."""
    of_province = state.at_home and state.context.home == place
    names = any(isinstance(token, AreaMention) and token.code == COUNTRY for token in state.tokens)
    before = state.tokens[max(0, state.index - 3) : state.index - 1]
    if [token.kind for token in before] == ["area", ":"] and place is not None and place.is_regional:
        return False  # "thấp nhất là Hà Giang: 33,5 triệu đồng"
    if topic.indicator == "GDP_PC" and place == state.context.home and not names:
        of_province = True  # a province's "GDP bình quân đầu người", whatever else its report names
    return (state.context.names_country and not of_province) or place is None or not place.is_regional


def settle(state: Sentence, topic: Topic, place: Place | None) -> tuple[Topic, Place | None]:
    """A topic of the nation's moves the area to the nation, one of the province's home again."""
    explicit = state.clause.place is not None or place is not state.place
    if topic.generic:
        if place is None and topic.indicator in ECONOMY:
            place = Place(COUNTRY, said=topic.said)  # "tăng trưởng kinh tế" of nobody is the nation's
    elif not explicit and topic.indicator in _NATIONAL and _is_nations(state, topic, place):
        if place is None or not place.is_abroad:
            place = Place(COUNTRY, place.boundary if place else "63", topic.said)
            if not state.clause.comparing:
                state.place = place
    elif not explicit and topic.indicator in _PROVINCIAL and (place is None or place.code == COUNTRY):
        place = state.context.province  # the country has none: it is the province's last spoken of
    return (of_area(topic, place) if place is not None else topic), place
