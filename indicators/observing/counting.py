"""What a number in a unit of its own counts: enterprises, projects, communes, targets, visitors."""

import re
from collections.abc import Sequence
from dataclasses import replace

from indicators import lexicon
from indicators.model import AreaMention, Concept, Number, Span
from indicators.observing import behind, naming
from indicators.observing.state import COUNTS, NOTHING, VERBS, Sentence
from indicators.observing.subjects import UNKNOWN, Place, Topic
from indicators.observing.weaving import Token

_TRAVELLERS = ("PASSENGERS", "VISITORS", "VISITORS_INTL")
_PER_COMMUNE = re.compile(r"tiêu chí[^.,;/\d]{0,20}/\s?xã\b")
MONEY = frozenset({"VND", "USD"})
#: "vốn giải ngân đạt 17,5 tỷ USD" is of foreign investors, "vốn đầu tư 300 tỷ đồng" of those at home
_IN_ONE_CURRENCY = ("FDI_REG", "FDI_DISB", "PUBLIC_INV", "BUDGET_REV", "BUDGET_REV_DOM", "BUDGET_EXP")
NAMED_BEHIND = COUNTS | MONEY
_MET = re.compile(r"(?:hoàn thành|đạt|vượt)[^,;.]{0,14}$")
_MET_BEHIND = re.compile(
    r"[^;.:\n\d]{0,64}?\b(?<!cơ bản )(?:hoàn thành|đạt|vượt)\b(?! (?:từ |trên |dưới )?\d)"
)
#: "5.775 xã (chiếm 70,2%) đạt chuẩn nông thôn mới": a bracket stands within the name
_ARE_NEW_RURAL = re.compile(
    r"\s*\([^()]{1,40}\)\s*(?:được công nhận |đã )?đạt chuẩn (?:nông thôn mới|ntm)(?! (?:nâng cao|kiểu mẫu))"
)
_OF_PROJECTS = re.compile(
    r"(?:đối với (?:các |nhóm )?(?:dự án|công trình)|\bdự án do|\bcó \d+ (?:dự án|công trình))\b"
    r"(?! đầu tư công)"
)
#: guests that came by ship, a part of all: "8 chuyến tàu biển với 13.500 du khách"
_OF_SHIPS = re.compile(
    r"\b(?:chuyến (?:tàu|bay)|tàu (?:biển|du lịch)|du thuyền)\b(?:[^,;.]|, (?:với|chở|đưa)\b)*$"
)
_SCORE = re.compile(r"\b(?:điểm số|số điểm|tổng điểm)\b[^,;.()\d]*$")
_OVER = re.compile(r"/\s?\d")
_NOT_MET = re.compile(r"[^;,.\d]{0,64}?\b(?:không|chưa) (?:hoàn thành|đạt)\b")
#: "nhóm doanh nghiệp thuộc lĩnh vực bán buôn có 16 nghìn doanh nghiệp thành lập mới": not all of them
_OF_BRANCH = re.compile(
    r"\b(?:nhóm (?:doanh nghiệp|ngành)|thuộc (?:lĩnh vực|nhóm|ngành)|loại hình)\b[^;:.]*$"
)


def _is_per_commune(state: Sentence, number: Number) -> bool:
    """ "bình quân toàn tỉnh đạt 10,9 tiêu chí nông thôn mới/xã"."""
    return _PER_COMMUNE.search(state.folded, number.start, number.end + 24) is not None


def is_no_count(state: Sentence, number: Number) -> bool:
    """Whether a counted number is the term of a ratio, "cứ 13 doanh nghiệp …", or all years' projects."""
    if number.unit not in NAMED_BEHIND:
        return False
    before = state.folded[max(0, number.start - 16) : number.start]
    of_all = number.unit == "PROJ" and before.endswith(("trong tổng số ", "hiện có ", "hiện có hơn "))
    return of_all or before.endswith("cứ ")


def counts_areas(state: Sentence, number: Number, right: Sequence[Token]) -> bool:
    """Whether so many of the areas are told to do something, "25/63 địa phương đạt …"; a place is none."""
    counts = (right and right[0].kind == "among") or state.folded.startswith(" địa bàn ", number.end)
    if not counts or number.unit not in (None, "RANK"):
        return False
    if state.folded.endswith(("top ", "nhóm "), 0, number.start):
        return False  # "góp mặt trong Top 5 địa phương"
    if number.unit is None:
        return True
    place = state.index + bool(right)
    following = right[1:2] or state.tokens[place : place + 1]
    acts = bool(following) and (following[0].kind in VERBS or following[0].kind == "words")
    return acts and state.text(number)[:1].isdigit() and "rank" not in state.clause.kinds


def over_plan(state: Sentence, number: Number) -> Number:
    """The number with the unit of the plan that it stands over: "giải ngân 4.068,4/6.957,9 tỷ đồng"."""
    plan = state.tokens[state.index] if state.index < len(state.tokens) else None
    if number.unit is not None or not isinstance(plan, Number) or plan.unit not in MONEY:
        return number
    is_over = plan.start == number.end + 1 and stands_over(state.folded, number)
    return replace(number, unit=plan.unit, mult=plan.mult) if is_over else number


def of_score(state: Sentence, number: Number) -> Number:
    """The number in points where the word for them stands before it: "với điểm số ấn tượng 72,80"."""
    is_bare = number.unit is None and "," in state.text(number)
    near = max(0, number.start - 28)
    if not is_bare or _SCORE.search(state.folded, near, number.start) is None:
        return number
    return replace(number, unit="POINT")


def of_row(state: Sentence, number: Number) -> Number:
    """The number in the per cents of the next one: "lần lượt là 6,2 và 6,7%"."""
    behind = state.tokens[state.index : state.index + 2]
    if number.unit is not None or "," not in state.text(number) or [*map(_kind, behind)] != ["and", "number"]:
        return number
    following = behind[1]
    is_rate = isinstance(following, Number) and following.unit == "PT"
    return replace(number, unit="PT") if is_rate else number


def _kind(token: Token) -> str:
    return token.kind


def stands_over(folded: str, number: Number) -> bool:
    """Whether a slash and another number follow."""
    return _OVER.match(folded, number.end) is not None


def is_over_another(state: Sentence, number: Number) -> bool:
    """Whether a result is given over its plan: "(2.800/6.500 tỷ đồng)"."""
    return stands_over(state.folded, number) or _OVER.search(state.text(number)) is not None


def names_plan(state: Sentence) -> bool:
    """Whether the one thing that the clause names is a plan: "kế hoạch vốn đầu tư công là 4.900 tỷ đồng"."""
    named = [token for token in state.clause.tokens if token.kind == "concept"]
    return len(named) == 1 and state.text(named[0]).startswith(("kế hoạch", "tổng kế hoạch"))


def is_of_projects(state: Sentence, number: Number) -> bool:
    """Whether investment is told of some projects alone: "các dự án do huyện làm chủ đầu tư giải ngân …"."""
    first = state.tokens[0].start
    start = max(first, state.folded.rfind("; ", first, number.start))
    return _OF_PROJECTS.search(state.folded, start, number.start) is not None


def of_unit(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What a number in a unit of its own is about: targets, criteria, communes."""
    if number.unit == "TARGET":
        return _targets(state, number)
    if number.unit == "CRITERION" and "home" in state.clause.kinds and _is_per_commune(state, number):
        return Topic("NEW_RURAL_CRITERIA", said=Span(number.start, number.end))
    return _of_communes(state, number, right)


def _of_communes(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """Communes that meet the standard, or their share, as the words behind the number name them."""
    if number.unit == "COMMUNE" and _ARE_NEW_RURAL.match(state.folded, number.end):
        return Topic("NEW_RURAL_COMMUNES", said=Span(number.start, number.end))
    share_of = right[0] if right and number.unit == "PT" else None
    if not isinstance(share_of, Concept) or share_of.indicator != "NEW_RURAL_COMMUNES":
        return None
    if state.clause.counts_others or state.topic == NOTHING:
        return NOTHING  # "16 tỉnh có 100% số xã …"
    return naming.named(state, share_of)  # "có 80% số xã đạt chuẩn nông thôn mới"


def of_noun(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What the noun behind a number counts: "25 doanh nghiệp thành lập mới", "70 triệu USD vốn FDI"."""
    mention = right[0] if right else None
    if not isinstance(mention, Concept) or not mention.indicator or number.unit not in NAMED_BEHIND:
        return None
    subject = state.clause.topic
    if (
        number.unit in MONEY
        and subject is not None
        and not (subject.indicator == "FDI_REG" and mention.indicator == "FDI_DISB")
        and mention.indicator != UNKNOWN
        and can_be(subject, number)
    ):
        return None
    topic = naming.named(state, mention)
    if topic.indicator.startswith("ENT_") and _OF_BRANCH.search(
        state.folded[state.tokens[0].start : number.start]
    ):
        return NOTHING
    if topic.indicator == "VISITORS":
        current = state.clause.topic or state.topic or state.context.passage.topic
        if current is not None and current.indicator in ("PASSENGERS", "VISITORS_INTL"):
            return None
        if state.clause.unknown or state.clause.topic == NOTHING:
            return NOTHING  # "đảo Phú Quốc đón …", "vận tải đường bộ đạt …": a subject of its own
    if topic.indicator in _TRAVELLERS and _OF_SHIPS.search(
        state.folded, max(0, number.start - 60), number.start
    ):
        return NOTHING
    if _is_narrowed(state, mention, number, right) or behind.is_joint(state, len(right)):
        return NOTHING
    return topic if can_be(topic, number) else NOTHING


def _is_narrowed(state: Sentence, mention: Concept, number: Number, right: Sequence[Token]) -> bool:
    """Whether more words say which ones are counted: "6.800 lượt khách Nga"."""
    if len(right) < 2 or mention.start >= number.end:
        return False
    behind = right[1]
    abroad = isinstance(behind, AreaMention) and Place(behind.code).is_elsewhere
    dashed = (
        state.folded[behind.start : behind.end].lstrip().startswith(("–", "-"))
    )  # "… – con số đáng báo động"
    return (behind.kind == "words" and not dashed) or abroad


def _targets(state: Sentence, number: Number) -> Topic:
    """Targets count where they are said to be met: "hoàn thành 21/23 chỉ tiêu", "14 chỉ tiêu đạt và vượt"."""
    before = state.folded[max(0, number.start - 24) : number.start]
    behind = state.folded[number.end : number.end + 64]
    met = _MET.search(before) or _MET_BEHIND.match(behind)
    if behind.lstrip().startswith(("ước", "dự kiến")):
        state.clause.nature = "estimate"
    of_others = state.nested and any(topic.indicator == "TARGETS_MET" for topic in state.topics)
    if before.endswith("cả ") and "/" not in state.text(number):
        of_others = True  # "cả 3 chỉ tiêu đều đạt kế hoạch": of those just told
    is_met = bool(met) and not (of_others or _NOT_MET.match(behind))
    return Topic("TARGETS_MET", said=Span(number.start, number.end)) if is_met else NOTHING


def has_a_clause(state: Sentence, right: Sequence[Token]) -> bool:
    """Whether a clause narrows what is counted: "551 doanh nghiệp có quy mô vốn dưới 10 tỷ đồng"."""
    behind = state.index + len(right)
    return [token.kind for token in state.tokens[behind : behind + 2]] == ["have", "words"]


def disbursed_by_investors(topic: Topic, number: Number) -> Topic | None:
    """Foreign investors' capital: the state disburses dong, "giải ngân được 13,6 tỷ USD" is theirs."""
    is_theirs = topic.indicator == "PUBLIC_INV" and number.unit == "USD"
    return Topic("FDI_DISB", said=topic.said) if is_theirs else None


def told_of_arrivals(state: Sentence, number: Number) -> Topic:
    """The arrivals that the sentence spoke of: "8,8 triệu lượt khách, doanh thu …; … 3,1 triệu lượt"."""
    if number.unit != "VISIT" or state.clause.topic is not None or state.clause.unknown:
        return NOTHING
    return next((topic for topic in reversed(state.topics) if can_be(topic, number)), NOTHING)


def can_be(topic: Topic, number: Number) -> bool:
    """Whether the number is in a unit that the topic is counted in."""
    if not topic.is_known or number.unit is None or number.unit not in NAMED_BEHIND:
        return True
    units = set(lexicon.indicators()[topic.indicator].units)
    if number.unit in ("VISIT", "PERSON") and topic.indicator in _TRAVELLERS:
        return True
    if number.unit in MONEY and units & MONEY:
        return number.unit in units or topic.indicator not in _IN_ONE_CURRENCY
    return number.unit in units
