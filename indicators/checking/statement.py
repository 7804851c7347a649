"""The rows as the checks read them: what each states, how exactly, and which belong together."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

import pandas as pd

from indicators.checking.interval import Interval, known
from indicators.model import TOTAL

#: natures that are no vintages of what came about
_PLANS = frozenset({"forecast", "target"})

#: columns of the table that a statement takes over as they are
_TEXTS = (
    "document", "indicator", "activity", "measure", "ref_area", "boundary", "time_period",
    "counterpart_period", "unit_measure", "nature", "plan_setter", "price_base",
)  # fmt: skip
_NUMBERS = ("value", "value_upper", "qualifier", "unit_mult")


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of the table: ``row`` is its position from 0, the texts are its cells, ``""`` where empty.

    ``vintage`` takes actual, estimate and provisional for one. ``where`` is the interval that the figure
    leaves open, ``amount`` the figure itself, both in whole units; ``scale`` is what it is counted in.
    """

    row: int
    document: str
    indicator: str
    activity: str
    measure: str
    ref_area: str
    boundary: str
    time_period: str
    counterpart_period: str
    unit_measure: str
    nature: str
    plan_setter: str
    price_base: str
    vintage: str
    amount: float
    where: Interval
    scale: float


def statements(table: pd.DataFrame) -> list[Statement]:
    """The rows of an observation table, in its order."""
    texts = zip(*(table[column].fillna("").tolist() for column in _TEXTS), strict=True)
    numbers = zip(*(table[column].tolist() for column in _NUMBERS), strict=True)
    return [_statement(row, *cells) for row, cells in enumerate(zip(texts, numbers, strict=True))]


def _statement(row: int, texts: tuple[str, ...], numbers: tuple[float, float, str, int]) -> Statement:
    told = dict(zip(_TEXTS, texts, strict=True))
    value, upper, qualifier, mult = numbers
    scale = 10.0**mult
    where = known(value, None if upper != upper else upper, qualifier, told["unit_measure"]).scaled(scale)
    vintage = told["nature"] if told["nature"] in _PLANS else "actual"
    return Statement(row, **told, vintage=vintage, amount=value * scale, where=where, scale=scale)


def alike(rows: Iterable[Statement], *fields: str) -> Iterator[list[Statement]]:
    """The rows in groups that have the same in all of these fields, in the order of their first rows."""
    key: Callable[[Statement], Hashable] = attrgetter(*fields)
    groups: dict[Hashable, list[Statement]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    yield from groups.values()


def only(
    rows: Iterable[Statement], indicator: str = "", measure: str = "", activity: str = TOTAL
) -> list[Statement]:
    """The rows of an indicator, a measure (each ``""`` for any) and a part of the economy."""
    return [
        row
        for row in rows
        if row.activity == activity and indicator in ("", row.indicator) and measure in ("", row.measure)
    ]
