"""Checks between rows: what of a table can't all be true.

Each check is a small named function over all rows that yields doubts; ``CHECKS`` is their order. A doubt must
be worth a reader's look: a check keeps to rows of one area, boundary, period and vintage, and (but for
``stated_elsewhere``) of one report; it allows for the rounding of what is stated, and is silent where the
report may speak of two things. It changes no row.
"""

from collections.abc import Callable, Iterator, Sequence

import pandas as pd

from indicators.checking.doubt import Doubt
from indicators.checking.limits import implausible
from indicators.checking.ratios import change, growth, plan_ratio
from indicators.checking.repeats import stated_elsewhere, stated_twice
from indicators.checking.statement import Statement, statements
from indicators.checking.sums import (
    contributions,
    part_of_whole,
    parts_of_sector,
    sector_growth,
    shares,
    trade_balance,
    trade_total,
)

__all__ = ["CHECKS", "Doubt", "doubts"]

Check = Callable[[Sequence[Statement]], Iterator[Doubt]]

#: the checks in the order in which they are asked
CHECKS: tuple[Check, ...] = (
    trade_total,
    trade_balance,
    part_of_whole,
    shares,
    parts_of_sector,
    contributions,
    sector_growth,
    plan_ratio,
    growth,
    change,
    implausible,
    stated_twice,
    stated_elsewhere,
)


def doubts(table: pd.DataFrame) -> list[Doubt]:
    """What of an observation table can't all be true: check by check, each in the order of the rows."""
    rows = statements(table)
    return [doubt for check in CHECKS for doubt in check(rows)]
