"""A doubt: rows that can't all be true, and the search for the statements that come nearest to it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from indicators.checking.interval import Interval
from indicators.checking.statement import Statement

#: what the other figures make of the one that is checked; ``None`` where they leave it open
Identity = Callable[[Sequence[Interval]], Interval | None]

#: so many statements of one thing are tried with each other, the first ones of the report
MOST = 6


@dataclass(frozen=True, slots=True)
class Doubt:
    """Rows that do not go together. ``check`` names the check, ``rows`` are positions in the table from 0.

    The first row is held against the others: ``told`` is what it states, ``expected`` what follows from the
    others, ``tolerance`` how far apart rounding may move the two; all in the unit and the power of ten of the
    first row.
    """

    check: str
    rows: tuple[int, ...]
    told: float
    expected: float
    tolerance: float

    @classmethod
    def of(cls, check: str, rows: Sequence[Statement], expected: float, gap: float) -> "Doubt":
        """The doubt of these rows: the amount expected of the first, the ``gap`` that rounding leaves."""
        first = rows[0]
        tolerance = (abs(first.amount - expected) - gap) / first.scale
        places = tuple(row.row for row in rows)
        return cls(check, places, first.amount / first.scale, expected / first.scale, tolerance)


def contradiction(
    check: str, told: Sequence[Statement], terms: Sequence[Sequence[Statement]], identity: Identity
) -> Iterator[Doubt]:
    """A doubt where no statement of what is checked goes with any statements of its terms, else none.

    Several statements of one thing are often of things that the table can't tell apart (two plans, the trade
    of firms and that through border gates): one combination that agrees is enough.
    """
    nearest: tuple[float, Doubt] | None = None
    for first, *others in product(*(rows[:MOST] for rows in (told, *terms))):
        must = identity([row.where for row in others])
        if must is None:
            continue
        gap = first.where.gap(must)
        if gap == 0:
            return
        if nearest is None or gap < nearest[0]:
            # what the stated figures make, taken as they are
            point = identity([Interval(row.amount, row.amount) for row in others]) or must
            expected = min(max(first.amount, point.low), point.high)
            nearest = gap, Doubt.of(check, [first, *others], expected, gap)
    if nearest:
        yield nearest[1]
