"""A number joined to its topic, area, period, base and nature; and what it leaves to the next one."""

import re
from collections.abc import Sequence

from indicators.model import AreaMention, Nature, Number, Period, PeriodMention
from indicators.observing import bases, counting, dealing, resolving, what, when, where
from indicators.observing.context import Place, Topic
from indicators.observing.state import NOTHING, VERBS, Clause, Figure, Sentence
from indicators.observing.weaving import Token

_WITH = re.compile(r" với (?:tổng )?(?:số )?(?:mức )?(?:khoảng |trên |hơn |gần )?$")
#: "kế hoạch tăng 3,5%" is a plan's own, and "kế hoạch 95%" may be a ratio to it where it can't be a rate
_PLANNED_GROWTH = frozenset({("plan", "up"), ("plan", "down"), ("plan", "growth")})
#: "so với mục tiêu 8,8%", "chưa đạt mục tiêu 8,8%"
_AT_GOAL = frozenset({"versus", "reach"})
#: units of what is added or lost: a percentage in a bracket behind it is its rate; communes are shares of all
_AMOUNTS = counting.NAMED_BEHIND - {"COMMUNE", "CRITERION", "TARGET"}
#: cues that a row of areas with their figures in brackets shares
_CARRIED = frozenset({"growth", "up", "down", "share", "structure", "plan", "reach"})
_DONE = ("được", "tốt")
_SIGN = re.compile(r"(?P<mark>[,;(]) ?(?P<sign>[+-]) ?$")


def figure(state: Sentence, number: Number) -> Figure:
    """The number just read with all that it is about; the sentence goes on behind it."""
    clause = state.clause
    number = counting.over_plan(state, number)
    right = bases.up_to_next(state, bases.tail(state.tokens, state.index))
    if right and counting.is_next_subject(state, number, right[0]):
        right = ()
    topic = _topic(state, number, right)
    right = counting.with_joint(state, number, right)
    base, kinds, own = bases.bases(state, number, right or bases.behind_bracket(state))
    place = where.of_number(state, number, right)
    behind = _bracket_behind(state, state.index + len(right))
    if isinstance(behind, Place):
        place = behind
    elif behind is not None:
        own = behind
    period = own or when.of_number(state, number, base)
    shares = base is None and kinds.isdisjoint(bases.SAID_BASES)
    if shares:
        about = bool(right) and right[0].kind == "about"
        base, shared = bases.shared_base(state, state.index + len(right), about=about)
        kinds |= shared
    if own is None:
        period = _of_base(state, period, base, right)
    period = _as_planned(state, number, topic, period)
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
        base=base,
        bases=kinds,
        text=state.folded[number.start : number.end],
        minus=sign == "-" or _is_negative(state.folded, number.start),
        signed=bool(sign),
        comparing=clause.comparing,
        structure=state.context.passage.structure,
        structured=state.structured,
        shares_base=shares,
        dealt=dealt,
        average=state.average or "average" in clause.kinds,
        planned=state.planned,
        counts_areas=counting.counts_areas(state, number, right),
        says_period=own is not None or clause.period is not None or state.says_period,
        of_rate=state.rated and clause.kinds in (["up"], ["down"]),
    )
    _hand_on(state, found, own)
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


def _as_planned(state: Sentence, number: Number, topic: Topic | None, period: Period | None) -> Period | None:
    """The period of an amount that is a plan's own, and its nature: "đạt 51% dự toán (23.600 tỷ đồng)"."""
    clause = state.clause
    names_goal = clause.last == "goal" and not _AT_GOAL.isdisjoint(clause.kinds)
    is_plan = number.unit in counting.MONEY and counting.names_plan(state)
    if is_plan or names_goal or (clause.of_plan and clause.kinds in ([], ["reach"], ["plan"])):
        clause.nature = "target"
        return _of_year(period)
    if "curb" in clause.kinds and number.qualifier in ("<", "<="):
        curb = clause.kinds.index("curb")
        done = state.text(clause.tokens[curb]).endswith(_DONE) or "concept" not in clause.kinds[curb:]
        clause.nature = clause.nature or (None if done else "target")
        return period if "period" in clause.kinds else _of_year(period)  # "kiểm soát lạm phát dưới 4%"
    if clause.planned and (number.unit != "PT" or _is_planned_rate(clause, number, topic)):
        clause.nature = clause.nature or "target"
        of_year = state.outer and "period" not in clause.kinds  # a plan beside a result is the year's
        return _of_year(period) if of_year else period
    return period


def _is_planned_rate(clause: Clause, number: Number, topic: Topic | None) -> bool:
    """Whether a percentage is the plan's own: "(kế hoạch 6 tháng tăng 5%)", "(kịch bản là 7,1%)"."""
    kinds = tuple(kind for kind in clause.kinds if kind != "period")
    stands_at = kinds in (("plan",), ("plan", "reach")) and what.stands_at(topic, number)
    return stands_at or kinds in _PLANNED_GROWTH


def _of_year(period: Period | None) -> Period | None:
    return period.whole_year if period is not None and (period.months or 0) < 12 else period


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


def _of_base(
    state: Sentence, period: Period | None, base: PeriodMention | None, right: Sequence[Token]
) -> Period | None:
    """The period, the base's where the amount is the base's own: "… so với mức 7,3% cùng kỳ"."""
    if state.clause.last == "versus":
        return resolving.resolve(state, base, period) if base is not None and period is not None else None
    if state.clause.last == "than" and base is not None and right and right[0] is base:
        return resolving.resolve(state, base, period)
    of_base = right[:1] == (base,) or (len(right) > 1 and right[0].kind == "of" and right[1] is base)
    if base is not None and base.anchor == "same" and of_base and "than" in state.clause.kinds[-2:]:
        return when.of_last_year(period, base)  # "thấp hơn mức tăng 14,38% của cùng kỳ năm 2022"
    return period


def _unless_confused(
    state: Sentence, number: Number, place: Place | None, period: Period | None
) -> tuple[Place | None, Period | None]:
    """The area and the period, or ``None`` for what can't be told of a number among several."""
    clause, run = state.clause, state.run
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


def _hand_on(state: Sentence, figure: Figure, own: Period | None) -> None:
    """Leave topic, area, period and base to the next figure, and begin a clause without a subject."""
    clause, topic, right = state.clause, figure.topic, figure.right
    if topic is not None and (not clause.comparing or state.outer or state.topic is None):
        state.topic = topic
    if _counts_others(state, figure):
        state.topic = NOTHING
    if topic is not None and topic.is_known and not state.outer:
        state.topics.append(topic)
    place = clause.place or state.place
    if place is not None and not clause.comparing:
        state.places.add(place.code)
    state.abroad = figure.place if figure.place is not None and figure.place.is_abroad else None
    if clause.of_plan:
        pass  # what the plan is in itself says nothing of what follows
    elif clause.nature is not None or clause.topic is not None or not clause.tokens:
        state.nature = figure.nature
    state.bracketed = bool(state.outer)
    if state.outer:
        kept = [token for token in clause.tokens if token.kind in _CARRIED]
        state.told = Clause(topic=topic, period=figure.period, nature=clause.nature).keep(kept)
    tells_rate = clause.topic is not None or "growth" in clause.kinds
    state.rated = figure.number.unit == "PT" and tells_rate and clause.last in ("reach", "into")
    moves = clause.tokens[-1] if clause.last in ("up", "down") else None
    state.about = moves if right and right[0].kind == "about" else None
    state.changed = moves if figure.number.unit in _AMOUNTS else None
    when.hand_on(state, figure, own)
    if not state.dealt and not state.outer:
        state.run = state.run.renewed()
    state.clause = _rest(state.folded, clause, figure, right)
    behind = state.index + len(right)
    is_also = behind < len(state.tokens) and state.tokens[behind].kind == "equal"
    if moves is not None and figure.number.unit == "PT" and is_also:
        state.clause.add(moves)  # "tăng 7,7% tương đương 1,6 triệu đồng"


def _counts_others(state: Sentence, figure: Figure) -> bool:
    """Whether so many of something else are counted, "16 mặt hàng …", to which the next figures belong."""
    number, right = figure.number, figure.right
    if number.unit is not None or state.folded.startswith(" con số", number.end):
        return False
    if right and right[0].kind == "among":
        return False  # "10 địa phương" are subjects themselves
    behind = state.index + len(right)
    following = state.tokens[behind].kind if behind < len(state.tokens) else ""
    return following == "have" or any(token.kind in ("words", "concept") for token in right)


def _rest(folded: str, clause: Clause, figure: Figure, right: tuple[Token, ...]) -> Clause:
    rest = Clause(
        place=Place("") if figure.counts_areas else clause.place,  # "6 địa phương tăng trên 10%": not whose
        period=clause.period,
        joined=clause.joined,
        faint=clause.faint,
        of_base=clause.of_base,
        row=clause.comparing,
    )
    rest.of_plan = counting.stands_over(folded, figure.number)
    if not right:
        return rest
    kinds = {token.kind for token in right}
    if kinds == {"plan"} and figure.number.unit in counting.MONEY:
        rest.of_plan = True  # "300 tỷ đồng/dự toán 390 tỷ đồng"
    rest.comparing = "versus" in kinds
    rest.row = clause.comparing and not rest.comparing
    rest.counts_others = figure.number.unit is None and "words" in kinds
    return rest.keep(token for token in right if token.kind != "words")
