"""A number joined to its topic, area, period, base and nature."""

import re
from collections.abc import Sequence

from indicators.model import AreaMention, Nature, Number, Period, PeriodMention
from indicators.observing import (
    bases,
    behind,
    counting,
    dealing,
    leaving,
    planning,
    resolving,
    what,
    when,
    where,
)
from indicators.observing.figure import Figure
from indicators.observing.state import VERBS, Sentence
from indicators.observing.subjects import Place, Topic
from indicators.observing.weaving import Token

_WITH = re.compile(r" với (?:tổng )?(?:số )?(?:mức )?(?:khoảng |trên |hơn |gần )?$")
_NOW = re.compile(r"\(hiện(?: nay| tại)?(?: đang)?(?: đạt| là| có| ở)?(?: mức)?(?: khoảng)? $")
#: what moves a rate that was just told
_DIRECTIONS = frozenset({"up", "down", "higher", "lower"})
_SIGN = re.compile(r"(?P<mark>[,;(]) ?(?P<sign>[+-]) ?$")


def figure(state: Sentence, number: Number) -> Figure:
    """The number just read with all that it is about; the sentence goes on behind it."""
    clause = state.clause
    number = counting.of_row(state, counting.of_score(state, counting.over_plan(state, number)))
    right = bases.up_to_next(state, bases.tail(state.tokens, state.index))
    right = behind.up_to_subject(state, number, right)
    topic = _topic(state, number, right)
    right = behind.with_joint(state, number, right)
    base = bases.of_number(state, number, right)
    place, own = where.of_number(state, number, right), base.own
    in_bracket = _bracket_behind(state, state.index + len(right))
    if isinstance(in_bracket, Place):
        place = in_bracket
    elif in_bracket is not None:
        own = in_bracket
    period = planning.as_planned(state, number, topic, own or _period(state, number, right, base))
    place, period = _unless_confused(state, number, place, period)
    dealt = bool(state.dealt) and number.unit is not None
    if dealt:
        topic, place, period = dealing.next_subject(state, topic, place, period)
    if topic is not None and topic.is_known:
        topic, place = where.settle(state, topic, place)
    sign = "" if clause.kinds else _sign(state, number)
    found = Figure(
        number=number,
        topic=topic,
        place=place,
        period=period,
        nature=_nature(state, period),
        before=tuple(clause.tokens),
        left=_left(state, number),
        right=right,
        base=base.mention,
        bases=base.kinds,
        text=state.folded[number.start : number.end],
        minus=sign == "-" or _is_negative(state.folded, number.start),
        signed=bool(sign),
        comparing=clause.comparing,
        structure=state.context.passage.structure,
        structured=state.structured,
        shares_base=base.is_shared,
        dealt=dealt,
        average=state.average or "average" in clause.kinds,
        planned=state.planned,
        counts_areas=counting.counts_areas(state, number, right),
        says_period=own is not None or clause.period is not None or state.says_period,
        of_average=bases.is_of_average(state),
        of_rate=state.rated and bool(clause.kinds) and _DIRECTIONS.issuperset(clause.kinds),
    )
    leaving.hand_on(state, found, own)
    return found


def _topic(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What a number is about, unless its unit tells that it can't be."""
    topic = what.per_head(state, what.of_number(state, number, right), number)
    if topic is None or counting.can_be(topic, number):
        return topic
    return counting.disbursed_by_investors(topic, number) or counting.told_of_arrivals(state, number)


def _left(state: Sentence, number: Number) -> tuple[str, ...]:
    """The kinds of cue before a number; "tăng mạnh với 157 dự án" tells an amount, no change."""
    clause, folded, near = state.clause, state.folded, max(0, number.start - 20)
    kinds = tuple(clause.kinds)
    if not clause.has_verb or folded.find(" với ", near, number.start) < 0:
        return kinds
    moves = next(kind for kind in reversed(kinds) if kind in VERBS) in ("up", "down")
    return (*kinds, "reach") if moves and _WITH.search(folded, near, number.start) else kinds


def _is_negative(folded: str, start: int) -> bool:
    """Whether a minus stands right before the number: "là -6,02%", "(-2,3%)"."""
    return folded[start - 1 : start] == "-" and folded[max(0, start - 2) : start - 1] in ("", " ", "(", ":")


def _sign(state: Sentence, number: Number) -> str:
    """The sign before the number, behind a mark: "4.856 tỷ đồng, + 10,7%", "(-3,2%)"; none: ""."""
    sign = _SIGN.search(state.folded, max(0, number.start - 5), number.start)
    following = state.tokens[state.index].kind if state.index < len(state.tokens) else ""
    return sign["sign"] if sign is not None and (sign["mark"] != "(" or following == ")") else ""


def _bracket_behind(state: Sentence, index: int) -> Period | Place | None:
    """The period or the area that stands alone in a bracket behind a number: "5,2% (năm 2020)"."""
    tokens = state.tokens
    if index + 2 >= len(tokens) or tokens[index].kind != "(" or tokens[index + 2].kind != ")":
        return None
    inside = tokens[index + 1]
    if isinstance(inside, PeriodMention):
        return resolving.resolve(state, inside, state.period)
    if isinstance(inside, AreaMention):
        return Place.named(inside)
    return None


def _period(state: Sentence, number: Number, right: Sequence[Token], base: bases.Base) -> Period | None:
    """The period of a number that names none; the base's where the amount is the base's own."""
    period = when.of_number(state, number, None if base.is_shared else base.mention)
    mention, clause = base.mention, state.clause
    if clause.last == "versus":  # "… so với 7,3% cùng kỳ"
        return resolving.resolve(state, mention, period) if mention and period else None
    if clause.last == "than" and mention is not None and right and right[0] is mention:
        return resolving.resolve(state, mention, period)
    of_base = right[:1] == (mention,) or (len(right) > 1 and right[0].kind == "of" and right[1] is mention)
    if mention is not None and mention.anchor == "same" and of_base and "than" in clause.kinds[-2:]:
        return when.of_last_year(period, mention)  # "thấp hơn mức tăng 14,38% của cùng kỳ năm 2022"
    return period


def _unless_confused(
    state: Sentence, number: Number, place: Place | None, period: Period | None
) -> tuple[Place | None, Period | None]:
    """The area and the period, or ``None`` for what can't be told of a number among several."""
    clause, run = state.clause, state.run
    if (
        state.nature == "target"
        and state.outer
        and _NOW.search(state.folded, max(0, number.start - 32), number.start)
    ):
        period = None  # "thu nhập năm 2030 là 7.700 USD (hiện đạt 3.913 USD)": of which year is not told
    if run.fused and not state.dealt:  # one number of two areas is neither's
        place = None if len(run.places) > 1 else place
        own = clause.period is not None and not clause.fused  # said anew behind "tháng Hai và hai tháng, …"
        period = None if len(run.periods) > 1 and not own else period
    if clause.comparing and number.unit == "PT" and clause.nature is None:
        kinds = set(clause.kinds)
        of_another = {"higher", "lower"} & kinds and {"growth", "of"} & kinds
        if of_another and place == state.place and period == state.period:
            period = None  # it would be compared with itself: whose it is was not understood
    return place, period


def _nature(state: Sentence, period: Period | None) -> Nature:
    clause = state.clause
    if clause.nature is not None:
        return clause.nature
    current = state.outer[0].period if state.outer else state.period
    if clause.comparing or _is_earlier(period, current):
        return "actual"
    has_own_verb = clause.topic is not None and not VERBS.isdisjoint(clause.kinds)
    if has_own_verb and not (state.nested or state.ahead) and state.nature in ("estimate", "provisional"):
        return "actual"
    if state.nature is None and not clause.tokens and state.listed == "estimate":
        return "estimate"  # "ước có 5 …; 6 …": the list goes on without a verb of its own
    return state.nature or "actual"


def _is_earlier(period: Period | None, current: Period | None) -> bool:
    if period is None or current is None or period.year is None or current.year is None:
        return False
    return period.year < current.year
