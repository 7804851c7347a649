"""A bar many times as long as all others is cut and says so: it must not flatten the chart in silence."""

from collections.abc import Sequence

import pandas as pd

from indicators.charts.drawing import Drawing

#: a bar so many times as long as the next is cut, where at least so many others are left
FAR, LEAST_REST = 6, 3


def cut(view: pd.DataFrame) -> bool:
    """Whether a bar of the view is cut short, so that the others can be told apart."""
    return not view.empty and fence(list(view["amount_upper"].fillna(view["amount"]))) is not None


def fence(ends: Sequence[float]) -> float | None:
    """Where bars are cut when one or two are many times as long as all the others.

    >>> fence([2.0, 3.0, 4.0, 100.0]), fence([2.0, 3.0, 4.0, 5.0]), fence([1.0, 100.0])
    (6.0, None, None)
    """
    ranked = sorted(ends, reverse=True)
    for few in (1, 2):
        if len(ranked) - few >= LEAST_REST and ranked[few - 1] > FAR * ranked[few] > 0:
            return float(ranked[few] * 1.5)
    return None


def strokes(chart: Drawing, ends: Sequence[float], places: Sequence[float], limit: float) -> None:
    """Two white strokes through each bar that is cut at the limit."""
    at = [y for end, y in zip(ends, places, strict=True) if end >= limit]
    stroke = {"symbol": "line-ne", "size": 22, "line": {"width": 3, "color": "#ffffff"}}
    for share in (0.88, 0.91):
        chart.points(x=[limit * share] * len(at), y=at, mode="markers", marker=stroke, hoverinfo="skip")


def places(amounts: Sequence[float]) -> list[float]:
    """Each amount's place on a scale of colours; one far outside leaves the rest their steps.

    >>> places([1.0, 2.0, 3.0]), places([2.0, 2.0])
    ([0.0, 0.5, 1.0], [1.0, 1.0])
    """
    limit = fence(amounts)
    kept = [amount if limit is None else min(amount, limit) for amount in amounts]
    least, most = min(kept, default=0.0), max(kept, default=0.0)
    return [(amount - least) / (most - least) if most > least else 1.0 for amount in kept]
