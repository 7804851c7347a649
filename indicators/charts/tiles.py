"""Provinces as equal tiles in geographic order: nothing to fetch, the smallest as plain as the largest."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators import lexicon
from indicators.charts import cutting, theme
from indicators.charts.captions import figure as stated
from indicators.charts.captions import scale
from indicators.model import COUNTRY
from indicators.wording import Wording

CELL, TILE = 30, 27
#: smaller tiles bear no letters; an archipelago's name needs so many pixels
LEAST_LETTERED, ARCHIPELAGO = 24, 76


@dataclass(frozen=True, slots=True)
class Tile:
    """A province's place on the grid; ``code`` is empty for the two archipelagos."""

    boundary: str
    code: str
    name: str
    row: int
    column: int


@cache
def tiles(boundary: str) -> tuple[Tile, ...]:
    """The grid of the 63 provinces of before July 2025, or of the 34 of today."""
    text = (resources.files("indicators.lexicon") / "tiles.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    found = (
        Tile(row["boundary"], row["iso"], row["name_vi"], int(row["row"]), int(row["col"])) for row in rows
    )
    return tuple(tile for tile in found if tile.boundary in (boundary, "both"))


def tilemap(
    view: pd.DataFrame, wording: Wording, boundary: str = "63", chosen: str = "", cell: int = CELL
) -> go.Figure:
    """The map of one value a province; each tile carries its row's ``id`` in ``customdata``."""
    grid = tiles(boundary)
    chart = theme.blank(wording, _depth(grid) * cell + 8)
    rows = {row["ref_area"]: row for _, row in view.iterrows()}
    provinces = [tile for tile in grid if tile.code]
    known = [tile for tile in provinces if tile.code in rows]
    _add(chart, [tile for tile in provinces if tile.code not in rows], wording, {}, [theme.HAIRLINE])
    places = cutting.places([float(rows[tile.code]["amount"]) for tile in known])
    for strong in (False, True):
        pairs = [
            (tile, place)
            for tile, place in zip(known, places, strict=True)
            if (place >= theme.WHITE_FROM) == strong
        ]
        colours = [theme.step(place) for _, place in pairs]
        _add(chart, [tile for tile, _ in pairs], wording, rows, colours, "#ffffff" if strong else None)
    _lay(chart, grid, cell)
    for tile in provinces:
        if tile.code == chosen:
            _frame(chart, tile)
    return chart


def locator(
    view: pd.DataFrame, wording: Wording, boundary: str = "63", chosen: str = "", cell: int = CELL
) -> go.Figure:
    """Where the chosen area lies and which other provinces have a figure to click on; no value is shown.

    A chosen country or region is its provinces, those with a figure stronger.
    """
    grid = tiles(boundary)
    chart = theme.blank(wording, _depth(grid) * cell + 8)
    rows = {row["ref_area"]: row for _, row in view.iterrows()}
    groups: dict[float, list[Tile]] = {0.0: [], 0.5: [], 1.0: []}
    for tile in grid:
        inside, told = _inside(tile.code, chosen), tile.code in rows
        if tile.code:
            groups[
                1.0 if tile.code == chosen or (inside and told) else 0.5 if inside or told else 0.0
            ].append(tile)
    for strength, shown in groups.items():
        fill = theme.colour("chosen", 0.35 if strength < 1 else 1.0) if strength else theme.HAIRLINE
        for told in (False, True):
            known = [tile for tile in shown if (tile.code in rows) == told]
            _add(chart, known, wording, rows if told else {}, [fill] * len(known))
    _lay(chart, grid, cell)
    return chart


def _inside(code: str, chosen: str) -> bool:
    area = lexicon.areas().get(code)
    return chosen in (COUNTRY, code) or (area is not None and area.region == chosen)


def _depth(grid: tuple[Tile, ...]) -> int:
    return max(tile.row for tile in grid) + 1


def _lay(chart: go.Figure, grid: tuple[Tile, ...], cell: int) -> None:
    """Tiles of one size on square ground, the archipelagos beside them."""
    chart.update_traces(marker_size=cell * TILE / CELL)
    if cell < LEAST_LETTERED:
        chart.update_traces(mode="markers")
    _archipelagos(chart, [tile for tile in grid if not tile.code], cell * 0.13)
    width = max(tile.column for tile in grid) + ARCHIPELAGO / cell
    square = {"scaleanchor": "y", "constrain": "domain", "constraintoward": "left"}
    chart.update_xaxes(range=[-0.6, width], visible=False, fixedrange=True, **square)
    chart.update_yaxes(range=[_depth(grid) - 0.4, -0.6], visible=False, fixedrange=True)


def _add(
    chart: go.Figure, shown: list[Tile], wording: Wording, rows: dict[str, Any], colours: list[str],
    ink: str | None = None,
) -> None:  # fmt: skip
    if not shown:
        return
    font = {"size": 11} | ({"color": ink} if ink else {})
    chart.add_trace(
        go.Scatter(
            x=[tile.column for tile in shown],
            y=[tile.row for tile in shown],
            mode="markers+text",
            text=[initials(tile.name) for tile in shown],
            textfont=font,
            marker={
                "symbol": "square",
                "size": TILE,
                "color": colours if rows else colours[0],
                "opacity": 1,
                "line": {"width": 1 if rows else 0, "color": theme.colour("chosen")},
            },
            customdata=[str(rows[tile.code]["id"]) if tile.code in rows else "" for tile in shown],
            hovertext=[_hover(tile, rows.get(tile.code), wording) for tile in shown],
            hoverinfo="text",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )


def initials(name: str) -> str:
    """The letters on a tile.

    >>> initials("Lạng Sơn"), initials("TP.HCM"), initials("Bà Rịa - Vũng Tàu"), initials("Huế")
    ('LS', 'HCM', 'BV', 'Huế')
    """
    if name.startswith("TP."):
        return name.removeprefix("TP.")
    words = [word for word in name.replace("–", " ").replace("-", " ").split() if word]
    if len(words) == 1:
        return words[0]
    return (words[0][0] + words[2][0]) if len(words) > 2 else words[0][0] + words[1][0]


def _hover(tile: Tile, row: Any, wording: Wording) -> str:
    name = wording.area(tile.code) if tile.code in lexicon.areas() else tile.name
    told = wording.text("map_legend_none") if row is None else stated(row, wording)
    return f"<b>{name}</b><br>{told}"


def _archipelagos(chart: go.Figure, shown: list[Tile], size: float) -> None:
    """Three dots and a name each: islands, no provinces of their own."""
    offsets = ((-0.35, 0.0), (-0.1, -0.18), (-0.1, 0.2))
    chart.add_trace(
        go.Scatter(
            x=[tile.column + across for tile in shown for across, _ in offsets],
            y=[tile.row + down for tile in shown for _, down in offsets],
            mode="markers",
            hoverinfo="skip",
            marker={"size": size, "color": theme.ZERO},
        )
    )
    for tile in shown:
        chart.add_annotation(
            x=tile.column + 0.2, y=tile.row, text=f"<i>{tile.name}</i>", showarrow=False, xanchor="left",
            font={"size": 11},
        )  # fmt: skip


def _frame(chart: go.Figure, tile: Tile) -> None:
    half = 0.5
    chart.add_shape(
        type="rect", x0=tile.column - half, x1=tile.column + half, y0=tile.row - half, y1=tile.row + half,
        line={"color": theme.colour("chosen"), "width": 2.5},
    )  # fmt: skip


def scale_ends(view: pd.DataFrame, wording: Wording) -> tuple[str, str, str] | None:
    """The least and the greatest figure on the map, and their unit; ``None`` where there are not two."""
    on_map = {tile.code for tile in tiles("63")}
    view = view[view["ref_area"].isin(on_map)]
    if len(view) < 2:
        return None
    mult = scale(view)
    ends = [float(view["amount"].min()) / 10.0**mult, float(view["amount"].max()) / 10.0**mult]
    least, most = (wording.number(end) for end in ends)
    unit = wording.unit(str(view["unit_measure"].iloc[0]), mult)
    return least, most, unit


def scale_words(view: pd.DataFrame, wording: Wording) -> str:
    """The ends of the map's scale in words: from the least to the greatest figure."""
    ends = scale_ends(view, wording)
    return "" if ends is None else wording.text("map_scale", least=ends[0], most=ends[1], unit=ends[2])
