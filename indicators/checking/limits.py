"""The check of one figure: whether it can be."""

import math
from collections.abc import Iterator, Sequence

from indicators.checking.doubt import Doubt
from indicators.checking.interval import Interval
from indicators.checking.statement import Statement
from indicators.lexicon.ranges import plausible
from indicators.model import TOTAL
from indicators.table import parse_period


def implausible(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """A figure lies within the range that the lexicon states for its indicator."""
    for row in rows:
        limits = plausible(row.indicator, row.measure, row.unit_measure, row.ref_area, row.activity == TOTAL)
        if limits is None or (limits.least <= row.where.low and row.where.high <= limits.most):
            continue
        allowed = Interval(limits.least, limits.most * _years(row))
        gap = row.where.gap(allowed)
        if gap > 0:
            yield Doubt.of("implausible", [row], min(max(row.amount, allowed.low), allowed.high), gap)


def _years(row: Statement) -> int:
    """How many years' worth an amount may be: those of a plan for five years add up, rates don't."""
    if row.measure != "LEVEL" or row.unit_measure == "PT":
        return 1
    return max(1, math.ceil((parse_period(row.time_period).months or 0) / 12))
