"""What is told of a plan itself: an amount or a rate that is aimed at, and of which period."""

from collections.abc import Sequence

from indicators.model import Number, Period, PeriodMention
from indicators.observing import counting, what
from indicators.observing.state import Clause, Sentence
from indicators.observing.subjects import Topic
from indicators.observing.weaving import Token

#: "kế hoạch tăng 3,5%" is a plan's own, and "kế hoạch 95%" may be a ratio to it where it can't be a rate
_PLANNED_GROWTH = frozenset({("plan", "up"), ("plan", "down"), ("plan", "growth")})
#: what stands before a plan's amount in its bracket: "(1,1 tỷ USD)", "(việc làm cho 160.000 lao động)"
_BARE = frozenset({(), ("reach",), ("plan",), ("plan", "concept"), ("concept",)})
#: "so với mục tiêu 8,8%", "chưa đạt mục tiêu 8,8%"
_AT_GOAL = frozenset({"versus", "reach"})
_DONE = ("được", "tốt")
#: what ends a passage on what is aimed at
_TOLD_ANEW = frozenset({"estimate", "provisional", "equal", "sum", "yoy", "pop"})


def as_planned(state: Sentence, number: Number, topic: Topic | None, period: Period | None) -> Period | None:
    """The period of an amount that is a plan's own, and its nature: "đạt 51% dự toán (23.600 tỷ đồng)"."""
    clause = state.clause
    names_goal = clause.last == "goal" and not _AT_GOAL.isdisjoint(clause.kinds)
    names_goal = names_goal or (
        clause.kinds[-2:] == ["goal", "concept"] and number.unit in counting.NAMED_BEHIND
    )
    is_plan = number.unit in counting.MONEY and counting.names_plan(state)
    if is_plan or names_goal or (clause.of_plan and _is_bare(state, number)):
        clause.nature = "target"
        return clause.plan_period or _of_year(period)
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


def _is_bare(state: Sentence, number: Number) -> bool:
    """Whether a bracket behind a plan gives its amount.

    One that names what it is of tells the result, and so does "(2.800/6.500 tỷ đồng)".
    """
    if counting.is_over_another(state, number):
        return False
    kinds = tuple(state.clause.kinds)
    return kinds in _BARE and not (state.clause.last == "concept" and number.unit in counting.MONEY)


def _is_planned_rate(clause: Clause, number: Number, topic: Topic | None) -> bool:
    """Whether a percentage is the plan's own: "(kế hoạch 6 tháng tăng 5%)", "(kịch bản là 7,1%)"."""
    kinds = tuple(kind for kind in clause.kinds if kind != "period")
    stands_at = kinds in (("plan",), ("plan", "reach")) and what.stands_at(topic, number)
    return stands_at or kinds in _PLANNED_GROWTH


def _of_year(period: Period | None) -> Period | None:
    return period.whole_year if period is not None and (period.months or 0) < 12 else period


def tells_anew(tokens: Sequence[Token]) -> bool:
    """Whether a sentence behind one on what is aimed at tells what was reached, or of another period."""
    before = ""
    for token in tokens:
        own = isinstance(token, PeriodMention) and (before != "versus" or token.anchor == "same")
        if own or token.kind in _TOLD_ANEW:
            return True
        before = token.kind
    return False
