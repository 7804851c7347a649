"""Areas by periods, one cell a figure: the eye finds the pattern, the number stands in the cell."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import cutting, theme
from indicators.charts.captions import point, scale
from indicators.charts.drawing import Drawing
from indicators.model import COUNTRY
from indicators.table import records
from indicators.views import axis
from indicators.wording import Wording

ROW, TOP = 32, 44
MOST_ROWS, MOST_COLUMNS = 70, 12
#: so many columns have room for whole names of periods; the least width of those and of others, in pixels
MOST_NAMED, NAMED, BRIEF = 5, 84, 54
#: the room that a letter of a name takes, and the most that names take
LETTER, NAMES = 7.4, 190


def heat(view: pd.DataFrame, wording: Wording, chosen: str, narrow: bool = False) -> go.Figure:
    """The heat table of the grid view: the newest period first, the country first, then by that figure."""
    if view.empty:
        return Drawing().figure(wording, TOP + ROW)
    codes = _newest(view)
    view = view[view["time_period"].isin(codes)]
    areas = _ranked(view, codes)[:MOST_ROWS]
    view = view[view["ref_area"].isin(areas)]
    mult = scale(view)
    places = cutting.places([float(amount) for amount in view["amount"]])
    view = view.assign(
        place=places, x=view["time_period"].map(codes.index), y=view["ref_area"].map(areas.index)
    )
    chart = Drawing(shapes=_cells(view))
    for strong in (False, True):
        _numbers(
            chart,
            view[(view["place"] >= theme.WHITE_FROM) == strong],
            wording,
            mult,
            "#ffffff" if strong else None,
        )
    return chart.figure(wording, TOP + ROW * len(areas), **_layout(codes, areas, wording, chosen, narrow))


def least_width(view: pd.DataFrame, wording: Wording, narrow: bool = False) -> int:
    """The pixels that names and cells need."""
    count = min(view["time_period"].nunique(), MOST_COLUMNS)
    cell = NAMED if count <= MOST_NAMED and not narrow else BRIEF
    return round(
        _names([wording.area(str(code)) for code in view["ref_area"].unique()], narrow) + count * cell
    )


def _names(names: Sequence[str], narrow: bool) -> float:
    """The room of the areas' names."""
    letter = LETTER * (theme.SMALL / theme.SIZE if narrow else 1)
    return min(NAMES, max((len(area) for area in names), default=0) * letter + 14)


def _cells(view: pd.DataFrame) -> list[dict[str, Any]]:
    """A coloured rectangle for each figure, all of one colour in one shape: each shape takes its time."""
    paths: dict[str, list[str]] = {}
    for x, y, place in zip(view["x"], view["y"], view["place"], strict=True):
        cell = f"M{x - 0.48:.2f},{y - 0.46:.2f}H{x + 0.48:.2f}V{y + 0.46:.2f}H{x - 0.48:.2f}Z"
        paths.setdefault(theme.step(place), []).append(cell)
    return [
        {
            "type": "path", "path": "".join(cells), "fillcolor": colour, "line": {"width": 0},
            "layer": "below",
        }
        for colour, cells in paths.items()
    ]  # fmt: skip


def _newest(view: pd.DataFrame) -> list[str]:
    """The newest periods that have a figure, newest first: beside the names, and in view on a narrow page."""
    there = set(view["time_period"])
    return [code for code in reversed(axis(view)) if code in there][:MOST_COLUMNS]


def _ranked(view: pd.DataFrame, codes: list[str]) -> list[str]:
    newest = view.sort_values("time_period", key=lambda column: column.map(codes.index), kind="stable")
    newest = newest.drop_duplicates("ref_area")
    ranked = newest.sort_values("amount", ascending=False)["ref_area"]
    return sorted((str(code) for code in ranked), key=lambda code: code != COUNTRY)


def _numbers(chart: Drawing, rows: pd.DataFrame, wording: Wording, mult: int, ink: str | None) -> None:
    if rows.empty:
        return
    texts, told = [], records(rows)
    for row in told:
        factor = 10.0 ** (int(row["unit_mult"]) - mult)
        texts.append(wording.figure(row["value"] * factor, row["value_upper"] * factor, row["qualifier"]))
    chart.points(
        x=rows["x"].tolist(), y=rows["y"].tolist(), mode="markers+text", text=texts, hoverinfo="text",
        textfont={"size": theme.SMALL} | ({"color": ink} if ink else {}),
        marker={"size": ROW - 4, "symbol": "square", "color": "rgba(0,0,0,0.004)"},
        customdata=list(rows["id"]),
        hovertext=[point(row, wording) for row in told],
        **theme.ALIKE,
    )  # fmt: skip


def _layout(
    codes: list[str], areas: list[str], wording: Wording, chosen: str, narrow: bool
) -> dict[str, Any]:
    name = wording.name if len(codes) <= MOST_NAMED and not narrow else wording.brief
    names = [wording.area(code) for code in areas]
    shown = [
        f"<b>{area}</b>  " if code == chosen else f"{area}  " for code, area in zip(areas, names, strict=True)
    ]
    return {
        "margin": {"l": _names(names, narrow), "r": 0, "t": TOP, "b": 0},
        "xaxis": {
            "range": [-0.5, max(len(codes), 3) - 0.5], "tickvals": list(range(len(codes))), "side": "top",
            "ticktext": [theme.wrap(name(code), 12) for code in codes], "tickangle": 0,
            "tickfont": {"size": theme.SMALL}, "fixedrange": True, "showgrid": False,
        },
        "yaxis": {
            "range": [len(areas) - 0.5, -0.5], "tickvals": list(range(len(areas))), "ticktext": shown,
            "tickfont": {"size": theme.SMALL if narrow else theme.SIZE}, "fixedrange": True,
            "showgrid": False, "zeroline": False,
        },
    }  # fmt: skip
