"""Points over periods, joined only from one period to the very next: a missing period is a gap."""

from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import cutting, theme
from indicators.charts.bars import BOUNDS
from indicators.charts.captions import Row, point, scale
from indicators.charts.drawing import Drawing
from indicators.charts.line_ends import LINE, named, names
from indicators.table import records
from indicators.views import axis
from indicators.wording import Wording

HEIGHT, TOP, FOOT = 380, 26, 54
#: so many periods are named under the axis, on a narrow page and on others, and so many in full
FEWER_TICKS, MOST_TICKS, IN_FULL = 3, 7, 4
#: so many points of a line bear their figures, and are large
FEWER_LABELS, MOST_LABELS = 4, 12


def lines(view: pd.DataFrame, wording: Wording, narrow: bool = False, height: int = HEIGHT) -> go.Figure:
    """A chart of the series view, of as many areas as there is room for the names of.

    Each point carries its row's ``id`` in ``customdata``.
    """
    chart, room = Drawing(), height - TOP - FOOT
    if view.empty:
        return chart.figure(wording, height)
    view = view[view["ref_area"].isin(_first(view, max(1, room // LINE)))]
    view = scaled(view, scale(view))
    ranked = sorted(view["ref_area"].unique(), key=lambda code: (_role(view, code) == "chosen", code))
    came = set(view.loc[view["vintage"] == "actual", "ref_area"])
    labelled = len(axis(view)) <= (FEWER_LABELS if narrow else MOST_LABELS)
    for code in ranked:
        own = view[view["ref_area"] == code]
        _add_line(chart, own[own["vintage"] == "actual"])
        for vintage, points in own.groupby("vintage"):
            if vintage == "actual" or code not in came or _role(view, code) == "chosen":
                _add_points(chart, points, view, wording, labelled)
    span = _span(view)
    right = names(chart, view, wording, span, room)
    margin = {"l": 48, "r": right, "t": TOP, "b": FOOT}
    return chart.figure(wording, height, margin=margin, **_axes(view, wording, span, narrow))


def _first(view: pd.DataFrame, most: int) -> list[str]:
    """The chosen area, the country, then those with the longest history."""
    found = view.groupby("ref_area").agg(role=("role", "first"), points=("id", "size"))
    rank = found["role"].map({"chosen": 0, "country": 1}).fillna(2)
    ordered = found.assign(rank=rank).sort_values(["rank", "points"], ascending=[True, False], kind="stable")
    return [str(code) for code in ordered.index[:most]]


def _axes(view: pd.DataFrame, wording: Wording, span: tuple[float, float], narrow: bool) -> dict[str, Any]:
    codes = axis(view)
    ticks = _ticks(codes, FEWER_TICKS if narrow else MOST_TICKS)
    name = wording.name if len(ticks) <= (FEWER_TICKS - 1 if narrow else IN_FULL) else wording.brief
    suffix = "%" if view["unit_measure"].iloc[0] == "PT" else ""
    return {
        "xaxis": {
            "range": [-0.5, len(codes) - 0.5], "tickvals": ticks, "fixedrange": True,
            "ticktext": [theme.wrap(name(codes[tick]), 12) for tick in ticks],
            "tickfont": {"size": theme.SMALL}, "tickangle": 0, "showgrid": False,
        },
        "yaxis": {
            "range": list(span), "nticks": 5, "fixedrange": True, "tickfont": {"size": theme.SMALL},
            "showgrid": True, "gridcolor": theme.HAIRLINE, "gridwidth": 1, "ticksuffix": f"{suffix} ",
            "zeroline": span[0] <= 0 <= span[1], "zerolinecolor": theme.ZERO, "zerolinewidth": 1,
        },
    }  # fmt: skip


def scaled(view: pd.DataFrame, mult: int) -> pd.DataFrame:
    """The amounts in the chart's unit: as ``told``, and ``y`` where they stand, at most at the fence."""
    told, upper = view["amount"] / 10.0**mult, view["amount_upper"] / 10.0**mult
    fence = cutting.fence(list(upper.fillna(told)))
    beyond = told > (float("inf") if fence is None else fence)
    y, top = told.clip(upper=fence), upper.clip(upper=fence)
    return view.assign(told=told, upper=upper, y=y, top=top, cut=beyond)


def _role(view: pd.DataFrame, code: str) -> str:
    return str(view.loc[view["ref_area"] == code, "role"].iloc[0])


def _add_line(chart: Drawing, own: pd.DataFrame) -> None:
    if own.empty:
        return
    x, y = joined(own)
    role = str(own["role"].iloc[0])
    line = {"color": theme.colour(role), "width": 2.6 if role == "chosen" else 1.8}
    chart.points(x=x, y=y, mode="lines", line=line, hoverinfo="skip", connectgaps=False)


def joined(own: pd.DataFrame) -> tuple[list[float | None], list[float | None]]:
    """The line through neighbouring periods of one kind; ``None`` breaks it at a gap."""
    x: list[float | None] = []
    y: list[float | None] = []
    last: Any = None
    points = zip(own["position"], own["kind"], own["y"], strict=True)
    for position, kind, value in sorted(points, key=lambda point: int(point[0])):
        if last is not None and last != (position - 1, kind):
            x.append(None)
            y.append(None)
        x.append(float(position))
        y.append(float(value))
        last = position, kind
    return x, y


def _add_points(
    chart: Drawing, points: pd.DataFrame, view: pd.DataFrame, wording: Wording, labelled: bool
) -> None:  # fmt: skip
    role, rows = str(points["role"].iloc[0]), records(points)
    symbols = [_symbol(row["nature"], row["qualifier"], row["cut"]) for row in rows]
    label = role == "chosen" and labelled
    texts, sides = _labels(rows, view, wording) if label else (None, None)
    upper = (points["top"] - points["y"]).fillna(0.0)
    chart.points(
        x=points["position"].tolist(),
        y=points["y"].tolist(),
        mode="markers+text" if label else "markers",
        text=texts,
        textposition=sides,
        textfont={"size": theme.SIZE},
        cliponaxis=False,
        marker={
            "symbol": symbols,
            "size": (12 if role == "chosen" else 9) - (0 if len(axis(view)) <= MOST_LABELS else 4),
            "color": theme.colour(role),
            "line": {"width": 2, "color": theme.colour(role)},
        },
        error_y={
            "type": "data", "array": upper.tolist(), "arrayminus": [0.0] * len(points), "symmetric": False,
            "visible": bool(upper.any()), "color": theme.colour(role), "thickness": 2, "width": 8,
        },
        customdata=list(points["id"]),
        hovertext=[point(row, wording) for row in rows],
        hoverinfo="text",
        **theme.ALIKE,
    )  # fmt: skip


def _labels(rows: Sequence[Row], view: pd.DataFrame, wording: Wording) -> tuple[list[str], list[str]]:
    """What stands at each of the rows' points, and on which side of it."""
    rivals, told = view[view["role"] != "chosen"], set(named(view)["id"])
    return [_text(row, view, told, wording) for row in rows], [_above(row, rivals) for row in rows]


def _above(row: Row, rivals: pd.DataFrame) -> str:
    """Labels stand away from the other points of the same period."""
    others = rivals[rivals["position"] == row["position"]]["y"]
    return "bottom center" if len(others) and others.mean() > row["y"] else "top center"


def _symbol(nature: str, qualifier: str, cut: bool) -> str:
    """Full for what came about, open for an estimate, a diamond for an aim, an arrow for a bound or a cut."""
    if cut:
        return "arrow-bar-up"
    if qualifier in BOUNDS:
        return "triangle-up" if qualifier.startswith(">") else "triangle-down"
    if nature in ("target", "forecast"):
        return "diamond-open"
    return "circle" if nature == "actual" else "circle-open"


def _text(row: Row, view: pd.DataFrame, told: Collection[str], wording: Wording) -> str:
    """The label of a point not ``told`` already; of a target and a forecast of one period, one speaks."""
    same = view[(view["ref_area"] == row["ref_area"]) & (view["position"] == row["position"])]
    if row["id"] in told:
        return ""
    if row["vintage"] != "actual" and row["id"] != same[same["vintage"] != "actual"]["id"].iloc[-1]:
        return ""
    note = "" if row["nature"] == "actual" else f"<br><i>{wording.nature(row['nature'])}</i>"
    shown = wording.figure(row["told"], row["upper"], row["qualifier"])
    lift = "<br> " if row["qualifier"] == ".." else ""
    return f"<b>{shown}</b>{note}{lift}"


def _span(view: pd.DataFrame) -> tuple[float, float]:
    ends = [*view["y"], *view["top"].dropna()]
    least, most = min(ends), max(ends)
    if least > 0 and least < 0.5 * most:
        least = 0.0
    room = 0.16 * ((most - least) or abs(most) or 1.0)
    return (least - room if least else -room * 0.7), most + room


def _ticks(codes: Sequence[str], most: int) -> list[int]:
    """At most so many ticks: the last period, and others, of its time of the year if they can.

    >>> _ticks(["2020", "2021", "2022"], 3)
    [0, 1, 2]
    >>> _ticks(["2020-S1", "2020-S2", "2021-S1", "2021-S2", "2022-S1"], 4)
    [0, 2, 4]
    """
    count = len(codes)
    stride = -(-count // most)
    cycle = next((step for step in range(1, count) if codes[-1 - step][4:] == codes[-1][4:]), 1)
    if stride > 1 and cycle < count / 2:
        stride = -(-stride // cycle) * cycle
    return list(range(count - 1, -1, -stride))[::-1]
