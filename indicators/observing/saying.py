"""What a rule says of a figure: its measure, and its value with the sign that the words give it."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from indicators.model import Measure
from indicators.observing.figure import Figure

HUNDRED = Decimal(100)


class Said(NamedTuple):
    """What a rule makes of a figure: the measure, and the signed value in the unit that it has in it."""

    measure: Measure
    value: Decimal
    upper: Decimal | None
    unit: str
    #: whether the value is compared with an earlier period, which the row then names
    compared: bool = False


Rule = Callable[[Figure], Said | None]


def plus(value: Decimal | None, other: Decimal) -> Decimal | None:
    """The sum, where there is a value."""
    return None if value is None else value + other


def signed(figure: Figure, measure: Measure, sign: int, unit: str, *, compared: bool = False) -> Said:
    """The figure's value with this sign, or with the minus that stands before it."""
    number = figure.number
    sign = -1 if figure.minus else sign
    value, upper = number.value * sign, None if number.upper is None else number.upper * sign
    return Said(measure, value, upper, unit, compared)
