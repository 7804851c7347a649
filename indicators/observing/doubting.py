"""Why a row should be looked at twice: an ordered list of small marks, each for what may have been missed.

They were chosen on labelled reports: the rows without a mark are right more often than the others.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from indicators.model import Measure, Period, Span
from indicators.observing.context import Context
from indicators.observing.figure import Figure
from indicators.observing.rules import RULES
from indicators.observing.subjects import Place

_PLACES = {rule.__name__: place for place, rule in enumerate(RULES)}
#: so many other periods named since make the one that was said before doubtful
_RIVALS = 3


@dataclass(slots=True)
class Case:
    """What a row is made of, and where the reading stands."""

    context: Context
    figure: Figure
    measure: Measure
    rule: str
    place: Place
    period_at: Span | None
    sentence_start: int


Mark = Callable[[Case], bool]


def period_far(case: Case) -> bool:
    """Its period was said in an earlier paragraph, and several others have been named since."""
    context, said = case.context, case.period_at
    if said is None or said.start >= context.paragraph:
        return False
    others: set[Period] = set()
    for place in range(bisect_left(context.period_starts, case.figure.number.start) - 1, -1, -1):
        mention = context.periods[place]
        if mention.start < said.end or len(others) == _RIVALS:
            break
        if mention.anchor in ("", "this", "until"):
            others.add(mention.period)
    return len(others) == _RIVALS


def area_far(case: Case) -> bool:
    """Its area is another than the report's own, and was said in an earlier sentence."""
    home, said = case.context.home, case.place.said
    is_home = home is not None and home.code == case.place.code
    return not is_home and (said is None or said.start < case.sentence_start)


def comparison(case: Case) -> bool:
    """It is given for comparison: it may be another area's or another period's."""
    return case.figure.comparing


def dealt(case: Case) -> bool:
    """It was dealt to one of several subjects in their order, "lần lượt"."""
    return case.figure.dealt


def other_rule(case: Case) -> bool:
    """A rate that a later rule would have taken for growth: "khu vực dịch vụ đạt 45%"."""
    if case.measure not in ("SHARE", "PLAN_RATIO", "LEVEL"):
        return False  # an average growth is a growth as well, and a change an amount
    later = (rule(case.figure) for rule in RULES[_PLACES[case.rule] + 1 :])
    return any(said is not None and said.measure.startswith("GROWTH") for said in later)


#: the marks in the order in which their names stand in the column ``review``
MARKS: tuple[Mark, ...] = (period_far, area_far, comparison, dealt, other_rule)


def marks(case: Case) -> tuple[str, ...]:
    """The names of the marks that a row bears."""
    return tuple(mark.__name__ for mark in MARKS if mark(case))
