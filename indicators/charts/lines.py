"""Points over periods, joined only from one period to the very next: a missing period is a gap."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import theme
from indicators.charts.bars import BOUNDS
from indicators.charts.captions import figure as stated
from indicators.charts.captions import scale
from indicators.views import axis
from indicators.wording import Wording

HEIGHT, TOP, FOOT = 380, 26, 54
LINE = 20


def lines(view: pd.DataFrame, wording: Wording) -> go.Figure:
    """A chart of the series view; each point carries its row's ``id`` in ``customdata``."""
    chart = theme.blank(wording, HEIGHT)
    if view.empty:
        return chart
    mult = scale(view)
    view = view.assign(y=view["amount"] / 10.0**mult, top=view["amount_upper"] / 10.0**mult)
    ranked = sorted(view["ref_area"].unique(), key=lambda code: (_role(view, code) == "chosen", code))
    for code in ranked:
        own = view[view["ref_area"] == code]
        _add_line(chart, own[own["vintage"] == "actual"])
        for vintage, points in own.groupby("vintage"):
            if vintage == "actual" or _role(view, code) == "chosen":
                _add_points(chart, points, view, wording)
    span = _span(view)
    codes = axis(view)
    right = _names(chart, view, wording, span)
    chart.update_xaxes(
        range=[-0.5, len(codes) - 0.5], tickvals=_ticks(len(codes)), fixedrange=True, showgrid=False,
        ticktext=[theme.wrap(wording.name(codes[tick]), 12) for tick in _ticks(len(codes))],
        tickfont={"size": theme.SMALL},
    )  # fmt: skip
    suffix = "%" if view["unit_measure"].iloc[0] == "PT" else ""
    chart.update_yaxes(
        range=list(span), nticks=5, showgrid=True, gridcolor=theme.HAIRLINE, gridwidth=1, fixedrange=True,
        zeroline=span[0] <= 0 <= span[1], zerolinecolor=theme.ZERO, zerolinewidth=1, ticksuffix=f"{suffix} ",
        tickfont={"size": theme.SMALL},
    )  # fmt: skip
    chart.update_layout(margin={"l": 48, "r": right, "t": TOP, "b": FOOT})
    return chart


def _role(view: pd.DataFrame, code: str) -> str:
    return str(view.loc[view["ref_area"] == code, "role"].iloc[0])


def _add_line(chart: go.Figure, own: pd.DataFrame) -> None:
    """The line through neighbouring periods of one kind; ``None`` breaks it at a gap."""
    if own.empty:
        return
    x: list[float | None] = []
    y: list[float | None] = []
    last: Any = None
    for _, row in own.sort_values("position").iterrows():
        if last is not None and (row["position"] != last["position"] + 1 or row["kind"] != last["kind"]):
            x.append(None)
            y.append(None)
        x.append(float(row["position"]))
        y.append(float(row["y"]))
        last = row
    role = str(own["role"].iloc[0])
    line = {"color": theme.colour(role), "width": 2.6 if role == "chosen" else 1.8}
    chart.add_trace(go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", connectgaps=False))


def _add_points(chart: go.Figure, points: pd.DataFrame, view: pd.DataFrame, wording: Wording) -> None:
    role = str(points["role"].iloc[0])
    symbols = [_symbol(row["nature"], row["qualifier"]) for _, row in points.iterrows()]
    label = role == "chosen" and len(axis(view)) <= 12
    rivals = view[view["role"] != "chosen"]
    upper = (points["top"] - points["y"]).fillna(0.0)
    chart.add_trace(
        go.Scatter(
            x=points["position"],
            y=points["y"],
            mode="markers+text" if label else "markers",
            text=[_text(row, view, wording) for _, row in points.iterrows()] if label else None,
            textposition=[_above(row, rivals) for _, row in points.iterrows()],
            textfont={"size": theme.SIZE},
            cliponaxis=False,
            marker={
                "symbol": symbols,
                "size": 12 if role == "chosen" else 9,
                "color": theme.colour(role),
                "line": {"width": 2, "color": theme.colour(role)},
            },
            error_y={
                "type": "data", "array": upper, "arrayminus": [0.0] * len(points), "symmetric": False,
                "visible": bool(upper.any()), "color": theme.colour(role), "thickness": 2, "width": 8,
            },
            customdata=list(points["id"]),
            hovertext=[_hover(row, wording) for _, row in points.iterrows()],
            hoverinfo="text",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )  # fmt: skip


def _above(row: pd.Series, rivals: pd.DataFrame) -> str:
    """Labels stand away from the other points of the same period."""
    others = rivals[rivals["position"] == row["position"]]["y"]
    return "bottom center" if len(others) and others.mean() > row["y"] else "top center"


def _symbol(nature: str, qualifier: str) -> str:
    """Full for what came about, open for an estimate, a diamond for an aim, an arrow for a bound."""
    if qualifier in BOUNDS:
        return "triangle-up" if qualifier.startswith(">") else "triangle-down"
    if nature in ("target", "forecast"):
        return "diamond-open"
    return "circle" if nature == "actual" else "circle-open"


def _text(row: pd.Series, view: pd.DataFrame, wording: Wording) -> str:
    """The label of a point; where a target and a forecast share a period, one of them speaks."""
    same = view[(view["ref_area"] == row["ref_area"]) & (view["position"] == row["position"])]
    if row["vintage"] != "actual" and row["id"] != same[same["vintage"] != "actual"]["id"].iloc[-1]:
        return ""
    note = "" if row["nature"] == "actual" else f"<br><i>{wording.nature(row['nature'])}</i>"
    shown = wording.figure(row["value"], row["value_upper"], row["qualifier"])
    lift = "<br> " if row["qualifier"] == ".." else ""
    return f"<b>{shown}</b>{note}{lift}"


def _hover(row: pd.Series, wording: Wording) -> str:
    head = f"<b>{wording.area(row['ref_area'])}</b>, {wording.phrase(row['time_period'])}"
    return f"{head}<br>{stated(row, wording)} ({wording.nature(row['nature'])})"


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


def _names(chart: go.Figure, view: pd.DataFrame, wording: Wording, span: tuple[float, float]) -> int:
    """Each area's name at its last point, pushed apart where two would touch. Returns the room they need."""
    actual = view[view["vintage"] == "actual"]
    last = (
        (actual if not actual.empty else view)
        .sort_values("position")
        .drop_duplicates("ref_area", keep="last")
    )
    last = last.sort_values("y", ascending=False)
    pixels = [(span[1] - y) / (span[1] - span[0]) * (HEIGHT - TOP - FOOT) for y in last["y"]]
    places = _apart(pixels)
    longest = 0
    for (_, row), wanted, given in zip(last.iterrows(), pixels, places, strict=True):
        name = theme.wrap(wording.area(row["ref_area"]), 14)
        if row["role"] != "chosen":
            name = f"{name} {wording.number(row['y'])}"
        longest = max(longest, *(len(line) for line in name.split("<br>")))
        chart.add_annotation(
            x=row["position"], y=row["y"], yshift=wanted - given, xshift=12, xanchor="left", yanchor="middle",
            showarrow=False, align="left", font={"size": theme.SMALL},
            text=f"<b>{name}</b>" if row["role"] == "chosen" else name,
        )  # fmt: skip
    return max(8, round(longest * 7) - 10)


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
