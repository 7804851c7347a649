"""What a figure is about: the topic that its clause names, or that it inherits."""

import re
from collections.abc import Sequence

from indicators import lexicon
from indicators.finding import concepts
from indicators.model import COUNTRY, Concept, Number
from indicators.observing.context import ECONOMY, UNKNOWN, Place, Topic, has_parts, of_area
from indicators.observing.state import COUNTS, Sentence
from indicators.observing.weaving import Token

_DEFICIT = ("nhập siêu", "thâm hụt", "thâm hụt thương mại")
_MONEY = {"VND", "USD"}
_MET = re.compile(r"(?:hoàn thành|đạt|vượt)[^,;.]{0,14}$")
_MET_BEHIND = re.compile(r"[^;.\d]{0,64}?\b(?:hoàn thành|đạt|vượt)\b")
_NOT_MET = re.compile(r"[^;.\d]{0,64}?\b(?:không|chưa) (?:hoàn thành|đạt)\b")
NOTHING = Topic(UNKNOWN)


def take(state: Sentence, mention: Concept, *, counted: bool = False) -> None:
    """Let a concept be the clause's topic, unless the words around it make it something else."""
    clause = state.clause
    words = state.folded[mention.start : mention.end]
    meaning = concepts.meaning(words)
    if meaning.counted and not counted:
        narrow(state)
        return
    if meaning.faint and (clause.unknown or clause.topic is not None or clause.has_verb):
        return
    if clause.joined:
        state.run.topics.append(named(state, mention))
        clause.topic = NOTHING
        return
    if (meaning.weak or not mention.indicator) and clause.unknown:
        clause.topic = NOTHING
        return
    if meaning.weak and clause.topic is not None and clause.topic.is_known and _is_modifier(state):
        return
    clause.topic = NOTHING if clause.counts_others else named(state, mention)
    clause.faint = meaning.faint
    if mention.indicator and not meaning.weak:
        clause.unknown = False  # a full name is a subject whatever stands before it
    clause.narrowed = clause.trailing = False
    state.run.topics = [clause.topic]


def narrow(state: Sentence) -> None:
    """Words that are no glue: behind a topic they narrow it, elsewhere they may be a subject of their own."""
    clause = state.clause
    if clause.has_verb:
        clause.trailing = True
    elif clause.topic is not None and clause.topic.is_known:
        clause.narrowed = True
    else:
        clause.unknown = True


def named(state: Sentence, mention: Concept) -> Topic:
    """The topic that a concept names where it stands."""
    if mention.indicator == UNKNOWN:
        return NOTHING
    if not mention.indicator:
        return _part(state, mention.activity)
    words = state.folded[mention.start : mention.end]
    family = concepts.meaning(words).family
    indicator = mention.indicator
    if family:
        before = next((topic for topic in (state.clause.topic, state.topic, state.context.passage.topic) if topic), None)
        indicator = next((code for code in family if before and before.indicator in concepts.akin(code)), "")
        if not indicator:
            return NOTHING
    if has_parts(indicator):
        state.context.whole = state.context.passage.whole = indicator
    generic = indicator in ECONOMY and "kinh tế" in words
    return Topic(indicator, generic=generic, sign=-1 if words.endswith(_DEFICIT) else 1)


def _is_modifier(state: Sentence) -> bool:
    return bool(state.clause.tokens) and state.clause.tokens[-1].kind in ("of", "concept", "home")


def _part(state: Sentence, activity: str) -> Topic:
    """The part of what the clause, the sentence, the passage or the report speaks of."""
    of = concepts.wholes(activity)
    before = state.clause.topic
    if before is not None:
        if before.indicator in of and not state.clause.narrowed:
            return Topic(before.indicator, activity, before.generic)
        return NOTHING
    if state.nested and state.topic is not None and state.topic.is_known and not has_parts(state.topic.indicator):
        return NOTHING
    for topic in (state.topic, state.context.passage.topic):
        if topic is not None and topic.indicator in of:
            return Topic(topic.indicator, activity, generic=True)
    for whole in (state.context.passage.whole, state.context.whole):
        if whole in of:
            return Topic(whole, activity, generic=True)
    return Topic("GRDP", activity, generic=True) if "GRDP" in of and "IIP" not in of else NOTHING


def of_number(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What a number is about; ``None`` where nothing tells, an unknown topic where something else is said."""
    topic = _of_number(state, number, right)
    return NOTHING if topic is not None and state.stock and topic.indicator.startswith("FDI_") else topic


def _of_number(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    clause = state.clause
    if "/" in (state.folded[number.end : number.end + 1], state.folded[number.start - 1 : number.start]):
        return NOTHING  # "7.447 tỷ đồng/8.763 tỷ đồng": the terms of a ratio
    if number.unit == "TARGET":
        return _targets(state, number)
    if number.unit in COUNTS and _has_a_clause(state, number, right):
        return NOTHING
    counted = _counted(state, number, right)
    if counted is not None:
        return counted
    if right and right[0].kind == "words" and (number.unit in COUNTS or not clause.has_verb):
        return NOTHING
    if right and right[0].kind == "about":
        return _spoken_of(state, right)
    if _expects_growth(clause.kinds) and (clause.topic is None or clause.faint):
        return Topic("GRDP", generic=True)
    if clause.topic is not None:
        return NOTHING if clause.narrowed or clause.trailing else clause.topic
    expected = clause.comparing and clause.nature in ("target", "forecast")
    if (clause.unknown or clause.trailing) and not expected:
        return NOTHING
    if number.unit == "CRITERION" and ("average" in clause.kinds or "/" in state.folded[number.start : number.end]):
        return Topic("NEW_RURAL_CRITERIA")
    if state.topic is not None and state.topic.is_known and "growth" in clause.kinds and number.unit == "PT":
        if "PT" not in lexicon.indicators()[state.topic.indicator].units:
            return Topic("GRDP", generic=True)  # what does not grow by per cent is not meant
    if state.topic is not None:
        return state.topic
    clean = not state.unknown
    if clean and state.context.passage.topic is not None:
        return state.context.passage.topic
    if "growth" in clause.kinds and (clean or clause.place is not None):
        return Topic("GRDP", generic=True)
    return None


def _expects_growth(kinds: Sequence[str]) -> bool:
    """Whether "mục tiêu tăng trưởng", "dự báo tăng trưởng" stands there, with no word of what grows."""
    pairs = list(zip(kinds, kinds[1:], strict=False))
    return any(first in ("goal", "forecast", "plan") and second == "growth" for first, second in pairs) and not any(
        first == "growth" and second == "concept" for first, second in pairs
    )


def _counted(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What the noun behind a number says is counted: "25 doanh nghiệp thành lập mới", "70 triệu USD vốn FDI"."""
    mention = right[0].mention if right else None
    if not isinstance(mention, Concept) or not mention.indicator or number.unit not in COUNTS | _MONEY:
        return None
    if mention.indicator == UNKNOWN:
        return NOTHING
    if number.unit in _MONEY and state.clause.topic is not None:
        return None
    topic = named(state, mention)
    current = state.clause.topic or state.topic or state.context.passage.topic
    if topic.indicator == "VISITORS" and current is not None and current.indicator in ("PASSENGERS", "VISITORS_INTL"):
        return None
    if not topic.is_known or not can_be(topic, number):
        return NOTHING
    if topic.indicator == "VISITORS" and state.clause.unknown:  # "đảo Phú Quốc đón …": a place of its own
        return NOTHING
    if len(right) > 1 and right[1].kind in ("area", "words") and mention.start < number.end:
        is_abroad = right[1].kind == "words" or Place(getattr(right[1].mention, "code", "")).is_elsewhere
        if is_abroad:
            return NOTHING
    return NOTHING if _is_joint(state, right[0]) else topic


def _targets(state: Sentence, number: Number) -> Topic:
    """Targets count where they are said to be met: "hoàn thành 21/23 chỉ tiêu", "14 chỉ tiêu đạt và vượt"."""
    before = state.folded[max(0, number.start - 24) : number.start]
    behind = state.folded[number.end : number.end + 64]
    met = _MET.search(before) or _MET_BEHIND.match(behind)
    if behind.lstrip().startswith(("ước", "dự kiến")):
        state.clause.nature = "estimate"
    return Topic("TARGETS_MET") if met and not _NOT_MET.match(behind) else NOTHING


def _has_a_clause(state: Sentence, number: Number, right: Sequence[Token]) -> bool:
    """Whether a clause narrows what is counted: "551 doanh nghiệp có quy mô vốn dưới 10 tỷ đồng"."""
    end = max([number.end, *(token.end for token in right)])
    following = [token for token in state.tokens if token.start >= end][:2]
    return [token.kind for token in following] == ["have", "words"]


def is_next_subject(state: Sentence, number: Number, token: Token) -> bool:
    """Whether a concept behind a number is the subject of the next one: "107 doanh nghiệp với tổng vốn …"."""
    if token.kind != "concept" or token.start < number.end:
        return False
    return "với" in state.folded[number.end : token.start].split() or bool(concepts.meaning(state.text(token)).family)


def _is_joint(state: Sentence, token: Token) -> bool:
    """Whether another counted subject follows with "và": "doanh nghiệp thành lập mới và quay trở lại"."""
    place = state.tokens.index(token)
    following = state.tokens[place + 1 : place + 3]
    return [found.kind for found in following] == ["and", "concept"]


def _spoken_of(state: Sentence, right: Sequence[Token]) -> Topic:
    """The topic of "giảm 31% về số doanh nghiệp và 69% về vốn": the last one that is such an amount."""
    mention = right[1].mention if len(right) > 1 else None
    if isinstance(mention, Concept) and mention.indicator:
        return named(state, mention)
    if state.topic is not None and not state.topic.is_known:
        return NOTHING
    words = state.folded[right[0].end : right[-1].end + 12]
    money = "vốn" in words
    for topic in reversed([*([state.topic] if state.topic else []), *state.topics]):
        if money == bool(_MONEY & set(lexicon.indicators()[topic.indicator].units)):
            return topic
    return NOTHING


def can_be(topic: Topic, number: Number) -> bool:
    """Whether the number is in a unit that the topic is counted in."""
    if not topic.is_known or number.unit is None or number.unit not in COUNTS | _MONEY:
        return True
    units = set(lexicon.indicators()[topic.indicator].units)
    if number.unit == "VISIT" and topic.indicator == "PASSENGERS":
        return True
    if number.unit in _MONEY and units & _MONEY:
        return number.unit in units or topic.indicator not in ("FDI_REG", "FDI_DISB")
    return number.unit in units


def settle_area(state: Sentence, topic: Topic, place: Place | None) -> tuple[Topic, Place | None]:
    """A topic of the nation's moves the area to the nation, one of the province's home again."""
    explicit = state.clause.place is not None
    abroad = place is not None and place.code == "XX"
    home = state.context.home
    if topic.indicator in ("GDP", "GDP_PC") and not topic.generic and not explicit and not abroad:
        place = Place(COUNTRY, place.boundary if place else "63")
        if not state.clause.comparing:
            state.place = place
    elif place is None and topic.generic and topic.indicator in ECONOMY:
        place = Place(COUNTRY)  # "tăng trưởng kinh tế" of nobody is the nation's
    elif topic.indicator in ("GRDP", "GRDP_PC") and not topic.generic and not explicit:
        if place is not None and place.code == COUNTRY and home is not None:
            place = home
    return (of_area(topic, place) if place is not None else topic), place
