"""What a stated number leaves open: an interval, and how intervals add up and divide."""

import math
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

#: "khoảng 5,2": how far from the truth about is, as a share of the number; a convention of this project
ABOUT = 0.05
#: what floating-point arithmetic may lose
_DUST = 1e-9

#: units whose amounts are often rounded to full tens or hundreds: a nought at the end says nothing
_ROUNDED = frozenset({"VND", "USD", "PERSON", "VISIT", "TONNE", "HA"})


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between two ends, both included; the ends may be infinite."""

    low: float
    high: float

    def __add__(self, other: "Interval") -> "Interval":
        """All sums of a value of each."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        """All differences."""
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: "Interval") -> "Interval | None":
        """All ratios of values above nought; ``None`` where the divisor may be nought."""
        if other.low <= 0 or self.low < 0:
            return None
        return Interval(self.low / other.high, self.high / other.low)

    def scaled(self, factor: float) -> "Interval":
        """Each value times a factor above nought."""
        return Interval(self.low * factor, self.high * factor)

    def gap(self, other: "Interval") -> float:
        """How far the two lie apart; 0 where they meet."""
        apart = max(self.low - other.high, other.low - self.high)
        ends = [abs(end) for end in (self.low, self.high, other.low, other.high) if math.isfinite(end)]
        return apart if apart > _DUST * max(ends, default=0.0) else 0.0


def half_unit(value: float, unit: str) -> float:
    """Half of the last decimal that is stated: how far rounding may have moved the number.

    >>> half_unit(12.3, "VND"), half_unit(1320.0, "USD"), half_unit(20.0, "PT"), half_unit(0.0, "PT")
    (0.05, 5.0, 0.5, 0.5)
    """
    digits = Decimal(repr(value)).normalize().as_tuple()
    exponent = int(digits.exponent) if value else 0
    if unit not in _ROUNDED:
        exponent = min(exponent, 0)
    return float(Decimal(5).scaleb(exponent - 1))


@lru_cache(maxsize=65_536)
def known(value: float, upper: float | None, qualifier: str, unit: str) -> Interval:
    """Where the true number lies by what is stated, in the stated power of ten.

    >>> known(12.3, None, "=", "VND"), known(5.0, 7.0, "..", "PT"), known(543.0, None, ">", "ENT")
    (Interval(low=12.25, high=12.350000000000001), Interval(low=4.5, high=7.5), Interval(low=542.5, high=inf))
    """
    slack = half_unit(value, unit)
    if upper is not None:
        low, high = sorted((value, upper))
        return Interval(low - slack, high + half_unit(upper, unit))
    if qualifier == "~":
        slack += abs(value) * ABOUT
    low = -math.inf if qualifier in ("<", "<=") else value - slack
    high = math.inf if qualifier in (">", ">=") else value + slack
    return Interval(low, high)
