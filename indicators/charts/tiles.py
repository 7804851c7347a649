"""Provinces as equal tiles in geographic order: nothing to fetch, the smallest as plain as the largest."""

import csv
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators import lexicon
from indicators.charts import cutting, theme
from indicators.charts.captions import figure as stated
from indicators.charts.captions import scale
from indicators.charts.drawing import Drawing
from indicators.charts.letters import short_names
from indicators.model import COUNTRY
from indicators.table import records
from indicators.wording import Wording

CELL, TILE = 30, 27
#: tiles of so many pixels hold letters and a figure
ROOMY = 38
#: smaller tiles bear no letters; an archipelago's name needs so many pixels
LEAST_LETTERED, ARCHIPELAGO = 24, 76
#: a map that is fitted into a room has tiles of so many pixels; what stands over and under it
SMALLEST, LARGEST, MARGIN = 8, 48, 8


@dataclass(frozen=True, slots=True)
class Tile:
    """A province's place on the grid; ``code`` is empty for the two archipelagos."""

    boundary: str
    code: str
    name: str
    letters: str
    row: int
    column: int


@cache
def tiles(boundary: str) -> tuple[Tile, ...]:
    """The grid of the 63 provinces of before July 2025, or of the 34 of today."""
    text = (resources.files("indicators.lexicon") / "tiles.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["boundary"] in (boundary, "both")]
    shown = short_names([row["name_vi"] for row in rows if row["iso"]])
    return tuple(
        Tile(
            row["boundary"],
            row["iso"],
            row["name_vi"],
            shown.get(row["name_vi"], ""),
            int(row["row"]),
            int(row["col"]),
        )
        for row in rows
    )


def cell_within(boundary: str, width: float, height: float) -> int:
    """The pixels of a tile where the whole map is to stand in a room of so many."""
    depth, columns = _extent(tiles(boundary))
    across = (width - ARCHIPELAGO) / (columns + 0.6)
    return max(SMALLEST, min(LARGEST, int((height - MARGIN) / depth), int(across)))


def tilemap(
    view: pd.DataFrame, wording: Wording, boundary: str = "63", chosen: str = "", cell: int = CELL
) -> go.Figure:
    """The map of one value a province; each tile carries its row's ``id`` in ``customdata``.

    A tile of ``ROOMY`` pixels has room for its figure under its letters.
    """
    grid = tiles(boundary)
    chart = Drawing()
    rows = {row["ref_area"]: row for row in records(view)}
    provinces = [tile for tile in grid if tile.code]
    known = [tile for tile in provinces if tile.code in rows]
    untold = [tile for tile in provinces if tile.code not in rows]
    _add(chart, untold, wording, {}, ["rgba(0,0,0,0.004)"], cell)
    places = cutting.places([float(rows[tile.code]["amount"]) for tile in known])
    if cell >= ROOMY:
        known = _figured(known, rows, wording, scale(view))
    for strong in (False, True):
        pairs = [
            (tile, place)
            for tile, place in zip(known, places, strict=True)
            if (place >= theme.WHITE_FROM) == strong
        ]
        colours = [theme.step(place) for _, place in pairs]
        _add(chart, [tile for tile, _ in pairs], wording, rows, colours, cell, "#ffffff" if strong else None)
    _archipelagos(chart, grid, cell)
    for tile in provinces:
        if tile.code == chosen:
            _frame(chart, tile)
    return chart.figure(wording, **_ground(grid, cell))


def locator(
    view: pd.DataFrame, wording: Wording, boundary: str = "63", chosen: str = "", cell: int = CELL
) -> go.Figure:
    """Where the chosen area lies and which other provinces have a figure to click on; no value is shown.

    A chosen country or region is its provinces, those with a figure stronger.
    """
    grid = tiles(boundary)
    chart = Drawing()
    rows = {row["ref_area"]: row for row in records(view)}
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
            _add(chart, known, wording, rows if told else {}, [fill] * len(known), cell)
    _archipelagos(chart, grid, cell)
    return chart.figure(wording, **_ground(grid, cell))


def _figured(known: list[Tile], rows: dict[str, Any], wording: Wording, mult: int) -> list[Tile]:
    """The tiles with their figures under their letters, in the unit of the scale."""
    return [
        replace(tile, letters=f"{tile.letters}<br>{_figure(rows[tile.code], wording, mult)}")
        for tile in known
    ]


def _figure(row: Any, wording: Wording, mult: int) -> str:
    amount = float(row["amount"]) / 10.0**mult
    return wording.number(amount, decimals=0 if abs(amount) >= 100 else 1)


def _inside(code: str, chosen: str) -> bool:
    area = lexicon.areas().get(code)
    return chosen in (COUNTRY, code) or (area is not None and area.region == chosen)


def _extent(grid: tuple[Tile, ...]) -> tuple[int, int]:
    """How many rows the map has, and its last column."""
    return max(tile.row for tile in grid) + 1, max(tile.column for tile in grid)


def _ground(grid: tuple[Tile, ...], cell: int) -> dict[str, Any]:
    """The height of the map and its square ground, with room for the archipelagos' names."""
    depth, columns = _extent(grid)
    width = columns + ARCHIPELAGO / cell
    square = {"scaleanchor": "y", "constrain": "domain", "constraintoward": "left"}
    return {
        "height": depth * cell + MARGIN,
        "xaxis": {"range": [-0.6, width], "visible": False, "fixedrange": True, **square},
        "yaxis": {"range": [depth - 0.4, -0.6], "visible": False, "fixedrange": True},
    }


def _add(
    chart: Drawing, shown: list[Tile], wording: Wording, rows: dict[str, Any], colours: list[str],
    cell: int, ink: str | None = None,
) -> None:  # fmt: skip
    if not shown:
        return
    font = {"size": 11} | ({"color": ink} if ink else {})
    chart.points(
        x=[tile.column for tile in shown],
        y=[tile.row for tile in shown],
        mode="markers+text" if cell >= LEAST_LETTERED else "markers",
        text=[tile.letters for tile in shown],
        textfont=font,
        marker={
            "symbol": "square",
            "size": cell * TILE / CELL,
            "color": colours if rows else colours[0],
            "opacity": 1,
            "line": {"width": 1, "color": theme.colour("chosen") if rows else theme.HAIRLINE},
        },
        customdata=[str(rows[tile.code]["id"]) if tile.code in rows else "" for tile in shown],
        hovertext=[_hover(tile, rows.get(tile.code), wording) for tile in shown],
        hoverinfo="text",
        **theme.ALIKE,
    )


def _hover(tile: Tile, row: Any, wording: Wording) -> str:
    name = wording.area(tile.code) if tile.code in lexicon.areas() else tile.name
    told = wording.text("map_legend_none") if row is None else stated(row, wording)
    return f"<b>{name}</b><br>{told}"


def _archipelagos(chart: Drawing, grid: tuple[Tile, ...], cell: int) -> None:
    """Three dots and a name each: islands, no provinces of their own."""
    shown = [tile for tile in grid if not tile.code]
    offsets = ((-0.35, 0.0), (-0.1, -0.18), (-0.1, 0.2))
    chart.points(
        x=[tile.column + across for tile in shown for across, _ in offsets],
        y=[tile.row + down for tile in shown for _, down in offsets],
        mode="markers",
        hoverinfo="skip",
        marker={"size": cell * 0.13, "color": theme.ZERO},
    )
    for tile in shown:
        chart.note(
            x=tile.column + 0.2, y=tile.row, text=f"<i>{tile.name}</i>", xanchor="left",
            font={"size": 11},
        )  # fmt: skip


def _frame(chart: Drawing, tile: Tile) -> None:
    half = 0.5
    chart.shape(
        type="rect", x0=tile.column - half, x1=tile.column + half, y0=tile.row - half, y1=tile.row + half,
        line={"color": theme.colour("chosen"), "width": 2.5},
    )  # fmt: skip
