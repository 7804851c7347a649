"""What a figure is about: the topic that its clause names, or that it inherits."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indicators import lexicon
from indicators.model import Concept, Number, Span
from indicators.observing import counting, naming, when
from indicators.observing.asking import INDEX_FROM
from indicators.observing.state import COUNTS, NOTHING, Sentence
from indicators.observing.subjects import Topic
from indicators.observing.weaving import Token

_OPENERS = ("trong đó", "gồm", "trong số đó")
_ADDED_UP = re.compile(r"\bl[ũu][yỹ] kế|\bcộng dồn")
_END_OF_YEAR = re.compile(r"\b(?:đến|hết|cuối) năm\b")
_PER_HEAD = re.compile(r"/\s*người\b")


def of_number(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What a number is about; ``None`` where nothing tells, an unknown topic where something else is said."""
    topic = _of_number(state, number, right)
    if topic is not None and topic.indicator == "PUBLIC_INV" and counting.is_of_projects(state, number):
        return NOTHING
    if topic is None or not topic.indicator.startswith(("FDI_", "ENT_NEW")):
        return topic
    if topic.indicator.startswith("ENT_NEW"):  # "lũy kế đến nay có 41.000 doanh nghiệp" are all there are
        told_before = topic.said is None or topic.said.start < state.tokens[0].start
        return NOTHING if state.stock and told_before else topic
    behind = state.index + len(right)
    in_force = behind < len(state.tokens) and state.tokens[behind].kind == "stock"
    return NOTHING if state.stock or in_force or _is_of_all_years(state, topic, number) else topic


def _is_of_all_years(state: Sentence, topic: Topic, number: Number) -> bool:
    """Whether "lũy kế" beside a whole year goes back beyond it: "đến hết năm 2023, lũy kế …"."""
    period = state.clause.period or state.period
    if period is None or period.months != 12:
        return False
    first = max(0, state.tokens[0].start - len("đến hết "))  # which may lead a sentence and is no token
    if _ADDED_UP.search(state.folded, first, number.start) is None:
        return False
    told = any(before.indicator == topic.indicator for before in state.topics)
    return told or not state.says_period or _END_OF_YEAR.search(state.folded, first, number.start) is not None


def _of_number(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What the number's own words say, then what its clause says, then what it inherits."""
    if _is_ratio(state, number):
        return NOTHING  # "7.447 tỷ đồng/8.763 tỷ đồng": the terms of a ratio
    if counting.is_no_count(state, number):
        return NOTHING
    counted = counting.of_unit(state, number, right)
    if counted is not None:
        return counted
    told = _told_behind(state, number, right)
    if told is not None:
        return told
    if number.unit in COUNTS and counting.has_a_clause(state, right):
        return NOTHING
    counted = counting.of_noun(state, number, right)
    if counted is not None:
        return counted
    if right and right[0].kind == "words" and (number.unit in COUNTS or not state.clause.has_verb):
        # "80% số xã": a share of what follows, which leaves the subject as it is
        return NOTHING if number.unit in COUNTS else None
    if number.unit in counting.NAMED_BEHIND and _is_part(state):
        return NOTHING
    return _of_clause(state, number) or _inherited(state, number)


def _is_ratio(state: Sentence, number: Number) -> bool:
    """Whether a number is the term of a ratio, "5/13"; an amount over its plan is none."""
    if number.unit in counting.MONEY:
        return False
    before = state.folded[number.start - 1 : number.start]
    return before == "/" or counting.stands_over(state.folded, number)


def _told_behind(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What the words behind a number say that it is about: "về …", "của …"."""
    about = next((place for place, token in enumerate(right) if token.kind == "about"), None)
    if about is not None and number.unit == "RANK":
        return _ranked_by(state, right[about:])
    if about == 0 or (about is not None and right[0].kind == "versus"):  # "giảm 3% so với cùng kỳ về vốn"
        return _spoken_of(state, right[about:])
    whole = right[1] if len(right) > 1 and right[0].kind == "of" else None
    if isinstance(whole, Concept) and whole.indicator and "growth" in state.clause.kinds:
        return naming.named(state, whole)  # "trong mức tăng 7% của GRDP"
    named = right[0] if right and number.unit == "PT" and state.clause.topic is None else None
    if not isinstance(named, Concept):
        return None
    if state.clause.kinds in (["up"], ["down"]):
        return NOTHING  # "giảm 20% số hộ nghèo"
    is_share = not state.clause.kinds and is_rate(named)  # "hơn 96% dân số tham gia bảo hiểm y tế"
    return naming.named(state, named) if is_share else None


def _is_part(state: Sentence) -> bool:
    """Whether an amount stands right behind "trong đó", "bao gồm", of which no word says what it is."""
    before = state.tokens[state.index - 2] if state.index > 1 else None
    return before is not None and before.kind == "opener" and state.text(before).endswith(_OPENERS)


def _of_clause(state: Sentence, number: Number) -> Topic | None:
    clause = state.clause
    expected = _expects_growth(clause.kinds) and number.unit not in counting.MONEY
    if expected and (clause.topic is None or clause.faint):
        return naming.economy(clause)
    if clause.topic is not None:
        return NOTHING if clause.narrowed or clause.trailing else clause.topic
    compared = clause.comparing and clause.nature in ("target", "forecast")
    if (clause.unknown or clause.trailing) and not compared:
        return NOTHING
    per_commune = "average" in clause.kinds or "/" in state.folded[number.start : number.end]
    of_all = state.topic is None or state.topic.is_known  # not of the 13 communes just spoken of
    if number.unit == "CRITERION" and per_commune and of_all:
        return Topic("NEW_RURAL_CRITERIA", said=Span(number.start, number.end))
    return None


def _inherited(state: Sentence, number: Number) -> Topic | None:
    """The topic of the sentence, else of the passage; growth without a subject is the economy's."""
    grows = "growth" in state.clause.kinds
    topic = state.topic
    if topic is not None:
        if grows and number.unit == "PT" and not _grows(topic):
            return naming.economy(state.clause)  # what does not grow by per cent is not meant
        return topic
    if not state.unknown and state.context.passage.topic is not None:
        topic = state.context.passage.topic
        return naming.economy(state.clause) if grows and number.unit == "PT" and not _grows(topic) else topic
    if grows and (not state.unknown or state.clause.place is not None):
        whole = state.context.whole
        if whole is not None and (whole.indicator == "IIP" or not naming.is_economys(state)):
            when.go_on_with_whole(state, whole)
            return whole
        return naming.economy(state.clause)
    return None


def _grows(topic: Topic) -> bool:
    """Whether the topic can grow by per cent: targets that are met do not."""
    return not topic.is_known or "PT" in lexicon.indicators()[topic.indicator].units


def _expects_growth(kinds: Sequence[str]) -> bool:
    """Whether "mục tiêu tăng trưởng", "dự báo tăng trưởng" stands there, with no word of what grows."""
    if "growth" not in kinds or ("growth", "words") in pairwise(kinds):
        return False  # "dự báo tăng trưởng thương mại hàng hóa" is no economy's
    pairs = set(pairwise(kinds))
    expected = {("goal", "growth"), ("forecast", "growth"), ("plan", "growth")}
    return not expected.isdisjoint(pairs) and ("growth", "concept") not in pairs


def per_head(state: Sentence, topic: Topic | None, number: Number) -> Topic | None:
    """The topic, of a head where the unit says so: "GRDP đạt 94,12 triệu đồng/người"."""
    head = {"GDP": "GDP_PC", "GRDP": "GRDP_PC"}.get(topic.indicator) if topic is not None else None
    if topic is None or head is None or not _PER_HEAD.search(state.folded[number.start : number.end]):
        return topic
    topic = replace(topic, indicator=head)
    if state.clause.topic is not None:
        state.clause.topic = topic
    return topic


def _spoken_of(state: Sentence, right: Sequence[Token]) -> Topic:
    """The topic of "giảm 31% về số doanh nghiệp và 69% về vốn": the last one that is such an amount."""
    mention = right[1] if len(right) > 1 else None
    words = state.folded[right[0].end : right[-1].end + 12]
    money = "vốn" in words
    lost = state.topic is not None and not state.topic.is_known
    firms = any(topic.indicator.startswith("ENT_") for topic in state.topics)
    if isinstance(mention, Concept) and mention.indicator and not (lost and money and firms):
        return naming.named(state, mention)
    if lost and not (firms and (money or "doanh nghiệp" in words)):
        return NOTHING
    if "dự án" in words:
        return next((topic for topic in reversed(state.topics) if topic.indicator == "FDI_PROJECTS"), NOTHING)
    spoken = [state.topic] if state.topic is not None else []
    for topic in reversed([*spoken, *state.topics]):
        if topic.is_known and money == bool(
            counting.MONEY & set(lexicon.indicators()[topic.indicator].units)
        ):
            return topic
    return NOTHING


def _ranked_by(state: Sentence, about: Sequence[Token]) -> Topic:
    """The topic of "xếp thứ 15/63 về tăng trưởng GRDP"; growth of nothing named is the economy's."""
    named = next((token for token in about if isinstance(token, Concept)), None)
    if named is not None:
        return naming.named(state, named)
    if len(about) == 1 or about[1].kind != "growth":
        return NOTHING  # "đứng thứ hai về thu hút nhân tài"
    return state.clause.topic or state.topic or Topic("GRDP", generic=True)


def stands_at(topic: Topic | None, number: Number) -> bool:
    """Whether a percentage is where the topic itself stands or how it grows, and no ratio to a plan."""
    if topic is None or not topic.is_known:
        return False
    percent = lexicon.indicators()[topic.indicator].percent
    return percent == "level" or (percent == "growth" and number.value < INDEX_FROM)


def is_rate(concept: Concept) -> bool:
    """Whether per cents are what the concept stands at."""
    indicator = lexicon.indicators().get(concept.indicator)
    return indicator is not None and indicator.percent == "level"
