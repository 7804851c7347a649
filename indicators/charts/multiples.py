"""Small multiples: a panel for each area, all on one scale, the country's line in each for comparison."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import theme
from indicators.charts.captions import point, scale
from indicators.charts.drawing import Drawing
from indicators.charts.lines import joined, scaled
from indicators.model import COUNTRY
from indicators.table import records
from indicators.views import axis
from indicators.wording import Wording

#: panels side by side, on a narrow page and on others, with so many letters of an area's name; panels at most
FEWER, COLUMNS = 2, 3
FEWER_LETTERS, LETTERS = 16, 22
MOST = 24
#: so many periods leave room for large points
FEW = 12
#: a panel's heading, plot and foot, and the room between two rows, in pixels; its width of a column
HEAD, PLOT, FOOT, GAP, WIDTH = 26, 92, 20, 18, 0.9


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all panels share: the periods, and the ends of the scale."""

    codes: list[str]
    least: float
    most: float

    def x(self, position: float, column: int) -> float:
        """Where a period stands: half a step from a panel's edges."""
        return column + WIDTH * (position + 0.5) / len(self.codes)

    def y(self, value: float, top: float) -> float:
        """Where a value stands, in pixels from the chart's top."""
        return top + HEAD + PLOT * (self.most - value) / (self.most - self.least)


def multiples(view: pd.DataFrame, wording: Wording, narrow: bool = False) -> go.Figure:
    """The panels of the series view, the chosen area first; each point carries its row's ``id``."""
    if view.empty:
        return Drawing().figure(wording, HEAD + PLOT)
    came = view[view["vintage"] == "actual"]
    view = scaled(view if came.empty else came, scale(view))
    view = view.assign(hover=[point(row, wording) for row in records(view)])
    areas = _ordered(view)
    deep, across = HEAD + PLOT + FOOT + GAP, FEWER if narrow else COLUMNS
    height = -(-len(areas) // across) * deep
    chart = Drawing()
    frame = _frame(view)
    own = {code: view[view["ref_area"] == code] for code in areas}
    panels = [(code, place % across, float(place // across * deep)) for place, code in enumerate(areas)]
    _lines(chart, own, frame, panels)
    for code, column, top in panels:
        _ground(chart, frame, column, top)
        _ends(chart, frame, column, top, wording)
        _points(chart, own[code], frame, column, top)
        _heading(chart, own[code], column, top, wording, FEWER_LETTERS if narrow else LETTERS)
    return chart.figure(
        wording, height,
        xaxis={"range": [0, across - 1 + WIDTH], "visible": False, "fixedrange": True},
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )  # fmt: skip


def _ordered(view: pd.DataFrame) -> list[str]:
    """The chosen area, the country, then those with the longest history, the greater last figure first."""
    found = view.sort_values("position").groupby("ref_area").agg(
        points=("id", "size"), last=("y", "last"), role=("role", "first")
    )  # fmt: skip
    rank = {"chosen": 0, "country": 1}
    found["rank"] = [rank.get(role, 2) for role in found["role"]]
    ordered = found.sort_values(["rank", "points", "last"], ascending=[True, False, False], kind="stable")
    return [str(code) for code in ordered.index[:MOST]]


def _frame(view: pd.DataFrame) -> _Frame:
    least, most = float(view["y"].min()), float(view["y"].max())
    least = 0.0 if 0 < least < 0.5 * most else least
    room = 0.12 * ((most - least) or abs(most) or 1.0)
    return _Frame(axis(view), least - (room if least else 0.0), most + room)


def _ground(chart: Drawing, frame: _Frame, column: int, top: float) -> None:
    """The line of nought, else the foot of the scale."""
    zero = frame.least <= 0 <= frame.most
    y = frame.y(0.0 if zero else frame.least, top)
    chart.shape(
        type="line", x0=column, x1=column + WIDTH, y0=y, y1=y, layer="below",
        line={"color": theme.ZERO if zero else theme.HAIRLINE, "width": 1},
    )  # fmt: skip


def _ends(chart: Drawing, frame: _Frame, column: int, top: float, wording: Wording) -> None:
    """The first and the last period, under a panel."""
    ends = ((frame.codes[0], 0.0, "left"), (frame.codes[-1], WIDTH, "right"))[: len(frame.codes)]
    for code, at, anchor in ends:
        chart.note(
            x=column + at, y=top + HEAD + PLOT + FOOT / 2, xanchor=anchor, text=wording.brief(code),
            font={"size": theme.SMALL},
        )  # fmt: skip


def _lines(
    chart: Drawing, own: Mapping[str, pd.DataFrame], frame: _Frame, panels: Sequence[tuple[str, int, float]]
) -> None:
    """The lines of all panels, the country's under the others; those of a role are one trace with gaps."""
    country = joined(own[COUNTRY]) if COUNTRY in own else ([], [])
    lines = [("region", country, column, top) for code, column, top in panels if code != COUNTRY]
    lines += [
        (str(own[code]["role"].iloc[0]), joined(own[code]), column, top) for code, column, top in panels
    ]
    for role in dict.fromkeys(role for role, *_ in lines):
        x: list[float | None] = []
        y: list[float | None] = []
        for _, (positions, values), column, top in (line for line in lines if line[0] == role):
            x += [None if at is None else frame.x(at, column) for at in (*positions, None)]
            y += [None if value is None else frame.y(value, top) for value in (*values, None)]
        chart.points(
            x=x, y=y, mode="lines+markers", hoverinfo="skip", connectgaps=False,
            line={"color": theme.colour(role), "width": 2.4 if role != "region" else 1.4},
            marker={"size": 4, "color": theme.colour(role), "opacity": 1},
        )  # fmt: skip


def _points(chart: Drawing, own: pd.DataFrame, frame: _Frame, column: int, top: float) -> None:
    colour = theme.colour(str(own["role"].iloc[0])) if own["role"].iloc[0] != "rest" else theme.MARK
    chart.points(
        x=[frame.x(position, column) for position in own["position"]],
        y=[frame.y(value, top) for value in own["y"]],
        mode="markers",
        marker={
            "symbol": _symbols(own), "size": 9 if len(frame.codes) <= FEW else 6, "color": colour,
            "opacity": 1,
            "line": {"width": 2, "color": colour},
        },
        customdata=list(own["id"]),
        hovertext=list(own["hover"]),
        hoverinfo="text",
        cliponaxis=False,
        **theme.ALIKE,
    )  # fmt: skip


def _symbols(own: pd.DataFrame) -> Sequence[str]:
    """Full for what came about, open for what is estimated, an arrow for what lies beyond the scale."""
    plain = ["circle" if nature == "actual" else "circle-open" for nature in own["nature"]]
    return ["arrow-bar-up" if cut else symbol for cut, symbol in zip(own["cut"], plain, strict=True)]


def _heading(
    chart: Drawing, own: pd.DataFrame, column: int, top: float, wording: Wording, most: int
) -> None:  # fmt: skip
    """The area's name and its last figure."""
    last = own.sort_values("position").iloc[-1]
    name = theme.shorten(wording.area(str(last["ref_area"])), most)
    chart.note(
        x=column, y=top + HEAD / 2, xanchor="left", font={"size": theme.SMALL},
        text=f"<b>{name}</b> {wording.figure(last['told'], last['upper'], last['qualifier'])}",
    )  # fmt: skip
