"""Points over periods, joined only from one period to the very next: a missing period is a gap."""

from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import cutting, theme
from indicators.charts.bars import BOUNDS
from indicators.charts.captions import Row, point, scale
from indicators.charts.drawing import Drawing
from indicators.table import records
from indicators.views import axis
from indicators.wording import Wording

HEIGHT, TOP, FOOT = 380, 26, 54
LINE = 20


def lines(view: pd.DataFrame, wording: Wording) -> go.Figure:
    """A chart of the series view; each point carries its row's ``id`` in ``customdata``."""
    chart = Drawing()
    if view.empty:
        return chart.figure(wording, HEIGHT)
    mult = scale(view)
    view = scaled(view, mult)
    ranked = sorted(view["ref_area"].unique(), key=lambda code: (_role(view, code) == "chosen", code))
    came = set(view.loc[view["vintage"] == "actual", "ref_area"])
    for code in ranked:
        own = view[view["ref_area"] == code]
        _add_line(chart, own[own["vintage"] == "actual"])
        for vintage, points in own.groupby("vintage"):
            if vintage == "actual" or code not in came or _role(view, code) == "chosen":
                _add_points(chart, points, view, wording)
    span = _span(view)
    right = _names(chart, view, wording, span)
    margin = {"l": 48, "r": right, "t": TOP, "b": FOOT}
    return chart.figure(wording, HEIGHT, margin=margin, **_axes(view, wording, span))


def _axes(view: pd.DataFrame, wording: Wording, span: tuple[float, float]) -> dict[str, Any]:
    codes = axis(view)
    suffix = "%" if view["unit_measure"].iloc[0] == "PT" else ""
    return {
        "xaxis": {
            "range": [-0.5, len(codes) - 0.5], "tickvals": _ticks(len(codes)), "fixedrange": True,
            "ticktext": [theme.wrap(wording.name(codes[tick]), 12) for tick in _ticks(len(codes))],
            "tickfont": {"size": theme.SMALL}, "showgrid": False,
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


def _add_points(chart: Drawing, points: pd.DataFrame, view: pd.DataFrame, wording: Wording) -> None:
    role, rows = str(points["role"].iloc[0]), records(points)
    symbols = [_symbol(row["nature"], row["qualifier"], row["cut"]) for row in rows]
    label = role == "chosen" and len(axis(view)) <= 12
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
            "size": 12 if role == "chosen" else 9,
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
    rivals, named = view[view["role"] != "chosen"], set(_named(view)["id"])
    return [_text(row, view, named, wording) for row in rows], [_above(row, rivals) for row in rows]


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


def _text(row: Row, view: pd.DataFrame, named: Collection[str], wording: Wording) -> str:
    """The label of a point not ``named`` already; of a target and a forecast of one period, one speaks."""
    same = view[(view["ref_area"] == row["ref_area"]) & (view["position"] == row["position"])]
    if row["id"] in named:
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


def _ticks(count: int) -> list[int]:
    """At most eight ticks, the last period always among them."""
    stride = -(-count // 8)
    return list(range(count - 1, -1, -stride))[::-1]


def _named(view: pd.DataFrame) -> pd.DataFrame:
    """Each area's last point, which bears its name: what came about before an aim."""
    actual = view[view["vintage"] == "actual"]
    shown = pd.concat([actual, view[~view["ref_area"].isin(actual["ref_area"])]])
    return shown.sort_values("position", kind="stable").drop_duplicates("ref_area", keep="last")


def _names(chart: Drawing, view: pd.DataFrame, wording: Wording, span: tuple[float, float]) -> int:
    """Each area's name and figure at its last point, pushed apart where two would touch.

    Returns the room that they need at the right edge.
    """
    last = _named(view).sort_values("y", ascending=False)
    pixels = [(span[1] - y) / (span[1] - span[0]) * (HEIGHT - TOP - FOOT) for y in last["y"]]
    places = _apart(pixels)
    newest, longest = view["position"].max(), 0
    for row, wanted, given in zip(records(last), pixels, places, strict=True):
        told = wording.figure(row["told"], row["upper"], row["qualifier"])
        nature = "" if row["nature"] == "actual" else f" <i>{wording.nature(row['nature'])}</i>"
        name = theme.wrap(f"{wording.area(row['ref_area'])} {told}{nature}", 19)
        if row["position"] == newest:
            longest = max(longest, *(theme.letters(line) for line in name.split("<br>")))
        chart.note(
            x=row["position"], y=row["y"], yshift=wanted - given, xshift=12, xanchor="left", yanchor="middle",
            align="left", font={"size": theme.SMALL},
            text=f"<b>{name}</b>" if row["role"] == "chosen" else name,
        )  # fmt: skip
    return max(8, round(longest * 7.2) - 4)


def _apart(pixels: Sequence[float], most: float = HEIGHT - TOP - FOOT - LINE / 2) -> list[float]:
    """Places at least a line apart, in the same order, none below ``most`` while there is room above.

    >>> _apart([10.0, 12.0, 90.0]), _apart([85.0, 90.0], most=90.0)
    ([10.0, 30.0, 90.0], [70.0, 90.0])
    """
    places: list[float] = []
    for pixel in pixels:
        places.append(max(pixel, places[-1] + LINE) if places else pixel)
    for nth in range(len(places) - 1, -1, -1):
        limit = most if nth == len(places) - 1 else places[nth + 1] - LINE
        places[nth] = min(places[nth], limit)
    return places
