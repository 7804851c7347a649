"""Which indicators the reports give for which area: a dot for figures, a cross where a report lacks them."""

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import theme
from indicators.wording import Wording

ROW, TOP, LETTER = 26, 120, 7.2
NARROW_LABEL = 34


def cover(table: pd.DataFrame, wording: Wording, chosen: str) -> go.Figure:
    """The chart of the coverage view: indicators down, areas across; the larger the dot, the more figures."""
    families, areas = (
        [str(code) for code in table.columns.drop("reported")],
        [str(code) for code in table.index],
    )
    chart = theme.blank(wording, TOP + ROW * max(1, len(families)))
    counts = table[families].to_numpy(dtype=int)
    reported = [bool(told) for told in table["reported"]]
    cells = [(x, y, int(counts[x, y])) for x in range(len(areas)) for y in range(len(families))]
    for dots in (True, False):
        shown = [(x, y, count) for x, y, count in cells if (count > 0) == dots and (dots or reported[x])]
        hover = [_hover(areas[x], families[y], count, wording) for x, y, count in shown]
        chart.add_trace(
            go.Scatter(
                x=[x for x, _, _ in shown],
                y=[y for _, y, _ in shown],
                mode="markers",
                marker=_marker([count for _, _, count in shown], dots),
                hovertext=hover,
                hoverinfo="text",
            )
        )
    _axes(chart, families, areas, wording, chosen)
    return chart


def _marker(counts: list[int], dots: bool) -> dict[str, object]:
    if dots:
        sizes = [min(19, 7 + 2.5 * count**0.5) for count in counts]
        return {"symbol": "circle", "color": theme.colour("chosen"), "opacity": 1, "size": sizes}
    line = {"color": theme.colour("region"), "width": 1.4}
    return {"symbol": "x-thin", "size": 6, "opacity": 1, "line": line}


def _axes(chart: go.Figure, families: list[str], areas: list[str], wording: Wording, chosen: str) -> None:
    topics = [theme.shorten(wording.short(code), NARROW_LABEL) for code in families]
    names = [f"<b>{wording.area(code)}</b>" if code == chosen else wording.area(code) for code in areas]
    chart.update_xaxes(
        range=[-0.6, max(len(areas), 8) - 0.4], side="top", tickangle=-50, tickvals=list(range(len(areas))),
        ticktext=names, tickfont={"size": theme.SMALL}, showgrid=True, gridcolor=theme.HAIRLINE,
        fixedrange=True, zeroline=False,
    )  # fmt: skip
    chart.update_yaxes(
        range=[len(families) - 0.4, -0.6], tickvals=list(range(len(families))), fixedrange=True,
        zeroline=False, ticktext=[f"{topic}  " for topic in topics],
        gridcolor=theme.HAIRLINE, tickfont={"size": theme.SMALL},
    )  # fmt: skip
    left = max((len(topic) for topic in topics), default=0) * LETTER + 14
    chart.update_layout(margin={"l": left, "r": 70, "t": TOP, "b": 0})


def _hover(area: str, family: str, count: int, wording: Wording) -> str:
    told = wording.text("rows_found", count=count) if count else wording.text("lacks")
    return f"<b>{wording.area(area)}</b>, {wording.short(family)}<br>{told}"
