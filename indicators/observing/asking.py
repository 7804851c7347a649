"""Questions that the rules ask of a figure: its verb, its direction, what it is compared with."""

import datetime as dt

from indicators import lexicon
from indicators.model import Measure, Period, PeriodMention
from indicators.observing.counting import MONEY
from indicators.observing.figure import Figure
from indicators.observing.state import VERBS

#: an index that stands at 108,3 has grown by 8,3 per cent; below this a percentage is a growth itself
INDEX_FROM = 60
_MARGIN = 2
_DOWN = {"down", "lower"}
_MOVES = frozenset({"up", "down", "higher", "lower"})
_DIRECTIONS = {"up", "down", "growth", "higher", "lower", "add"}


def verb(figure: Figure) -> str:
    """The kind of the last verb before the number in its clause; none where "so với mức" stands between."""
    for place in range(len(figure.left) - 1, -1, -1):
        kind = figure.left[place]
        if kind in ("versus", "than"):
            return ""
        if kind == "equal" and figure.left[max(0, place - 1)] in ("up", "down"):
            continue  # "giảm tương đương 9 triệu lượt"
        if kind in VERBS:
            return kind
    return ""


def direction(figure: Figure) -> int:
    """1 where the clause speaks of a rise, -1 where it speaks of a fall; the last word counts."""
    kind = next((kind for kind in reversed(figure.left) if kind in _DIRECTIONS), "")
    return -1 if kind in _DOWN else 1


def percent_says(figure: Figure) -> str:
    """What a plain percentage says of the figure's indicator: ``growth``, ``level``, ``plan`` or nothing."""
    return lexicon.indicators()[figure.topic.indicator].percent if figure.topic else ""


def growth_measure(figure: Figure) -> Measure | None:
    """The kind of growth that the base of comparison makes; ``None`` where the base is no neighbour."""
    if "ambiguous" in figure.bases or is_of_years(figure) or {"average", "each"}.issubset(figure.left):
        return None  # "bình quân mỗi tháng tăng 0,3%" is no month's own
    if "pop" in figure.bases:
        return "GROWTH_POP"
    if "yoy" in figure.bases:
        return "GROWTH_YOY"
    if "year_start" in figure.bases:
        return "GROWTH_YTD"
    base = figure.base
    if base is None and "versus" in figure.bases:
        return None  # "so với khi cao tốc chưa thông xe"
    if base is None or figure.period is None:
        return "GROWTH_YOY"
    return _growth_on(base, figure)


def is_of_years(figure: Figure) -> bool:
    """Whether it is told of several years: what has grown in ten of them has not grown so since the last."""
    return figure.period is not None and figure.period.unit == "Y" and figure.period.length > 1


def _growth_on(base: PeriodMention, figure: Figure) -> Measure | None:
    own, other = figure.period, base.period
    assert own is not None
    if base.anchor == "same":
        is_next = other.year is None or own.year is None or own.year - other.year in (0, 1)
        return "GROWTH_YOY" if is_next else None  # "bằng 69,2% so với cùng kỳ năm 2019", told of 2023
    if base.anchor == "last":
        if other.unit == "M" and other.length == 1 and other.month == 12:
            return "GROWTH_YTD"
        return "GROWTH_YOY" if other.unit == "Y" else "GROWTH_POP"
    if other.year is None:
        return _on_part_of_year(other, own)
    if own.year is None or own == other:
        return "GROWTH_YOY"
    if other.unit == "D" and (other.month, other.day, other.year) == (12, 31, own.year - 1):
        return "GROWTH_YTD"
    if own.unit == other.unit == "D":  # "kỳ 1 tháng 11 … so với kỳ 2 tháng 10"
        begins = dt.date(own.year, own.month, own.day)
        return "GROWTH_POP" if other.last_day + dt.timedelta(days=1) == begins else None
    if other.unit == "Y" or (other.month, other.length) == (own.month, own.length):
        return "GROWTH_YOY" if own.year - other.year == 1 else None
    if other.month == 12 and other.year == own.year - 1 and own.month != 1:
        return "GROWTH_YTD"
    return "GROWTH_POP" if own.before().code == other.code else None


def _on_part_of_year(base: Period, own: Period) -> Measure | None:
    """The growth on a month or quarter whose year is not told: "so với quý 2" is next to the third alone."""
    if own.months == base.months and base.month == own.month:
        return "GROWTH_YOY"
    if not base.month or own.year is None or (base.months or 0) < (own.months or 0):
        return "GROWTH_POP"
    before = own.before()
    return "GROWTH_POP" if (base.month, base.months) == (before.month, before.months) else None


def is_yearly(figure: Figure) -> bool:
    """Whether the figure is a rate for each year ("%/năm")."""
    said = "yearly" in figure.left or any(token.kind == "yearly" for token in figure.right)
    return said or figure.text.endswith("/năm")


def names_base(figure: Figure) -> bool:
    """Whether the text says what the figure is compared with."""
    return figure.base is not None or bool(figure.bases & {"yoy", "pop", "year_start"})


def is_of_unnamed(figure: Figure) -> bool:
    """Whether the figure is the extreme of areas that are not named: "tỉnh giảm nhiều nhất là 2,94%"."""
    moves = not {"up", "down"}.isdisjoint(figure.left)
    return "most" in figure.left and moves and "area" not in figure.left


def is_margin(figure: Figure) -> bool:
    """Whether so little is what a goal is exceeded by, "vượt mục tiêu 0,36%", and not the goal itself."""
    beside = verb(figure) == "exceed" and not {"plan", "goal"}.isdisjoint(figure.left)
    return beside and figure.number.value < _MARGIN


def is_beside_plan(figure: Figure) -> bool:
    """Whether a figure is only how far something is above or below its plan: no level, and no change.

    As in "vượt 50 USD so với kế hoạch", "vượt dự toán 300 tỷ đồng", "tăng so với kế hoạch là 50 tỷ đồng".
    """
    said, left = verb(figure), set(figure.left)
    if said == "exceed" and figure.left[-1:] == ("plan",) and figure.number.unit in MONEY:
        return True
    if said in ("higher", "lower") and ("plan" in left or not {"plan", "goal"}.isdisjoint(figure.bases)):
        return True
    if said in ("exceed", "up", "down") and {"plan", "versus"}.issubset(figure.bases):
        return True
    return not _MOVES.isdisjoint(left) and {"plan", "versus"}.issubset(left)
