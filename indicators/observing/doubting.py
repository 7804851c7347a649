"""Why a row should be looked at twice: an ordered list of small marks, each for what may have been missed.

They were chosen on labelled reports: the rows without a mark are right more often than the others.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from indicators.model import Observation, Period
from indicators.observing.context import Context
from indicators.observing.rules import RULES
from indicators.observing.state import Figure

#: so many other periods named since make the one that was said before doubtful
_RIVALS = 3


@dataclass(frozen=True, slots=True)
class Case:
    """A row with the figure that it was made of, and where the reading stood."""

    context: Context
    figure: Figure
    row: Observation


Mark = Callable[[Case], bool]


def period_far(case: Case) -> bool:
    """Its period was said in an earlier paragraph, and several others have been named since."""
    context, said = case.context, case.row.period_at
    if said is None or said.start >= context.paragraph:
        return False
    others: set[Period] = set()
    for place in range(bisect_left(context.period_starts, case.row.start) - 1, -1, -1):
        mention = context.periods[place]
        if mention.start < said.end or len(others) == _RIVALS:
            break
        if mention.anchor in ("", "this", "until"):
            others.add(mention.period)
    return len(others) == _RIVALS


def area_far(case: Case) -> bool:
    """Its area is another than the report's own, and was said in an earlier sentence."""
    home, row = case.context.home, case.row
    is_home = home is not None and home.code == row.ref_area
    return not is_home and (row.area_at is None or row.area_at.start < row.sentence_start)


def comparison(case: Case) -> bool:
    """It is given for comparison: it may be another area's or another period's."""
    return case.figure.comparing


def dealt(case: Case) -> bool:
    """It was dealt to one of several subjects in their order, "lần lượt"."""
    return case.figure.dealt


def other_rule(case: Case) -> bool:
    """A rate that a later rule would have taken for growth: "khu vực dịch vụ đạt 45%"."""
    if case.row.measure not in ("SHARE", "PLAN_RATIO", "LEVEL"):
        return False  # an average growth is a growth as well, and a change an amount
    names = [rule.__name__ for rule in RULES]
    later = (rule(case.figure) for rule in RULES[names.index(case.row.rule) + 1 :])
    return any(said is not None and said.measure.startswith("GROWTH") for said in later)


#: the marks in the order in which their names stand in the column ``review``
MARKS: tuple[Mark, ...] = (period_far, area_far, comparison, dealt, other_rule)


def doubts(context: Context, figure: Figure, row: Observation) -> tuple[str, ...]:
    """The names of the marks that a row bears."""
    case = Case(context, figure, row)
    return tuple(mark.__name__ for mark in MARKS if mark(case))
