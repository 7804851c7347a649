"""A chart made ready to leave the page: its words inside the picture, on paper, whatever the page's theme."""

import html

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import plotly.io as pio  # type: ignore[import-untyped]  # likewise

from indicators.charts import theme
from indicators.charts.captions import Caption

WIDTH, LEAST_HEIGHT = 1200, 675
EDGE, TOP, FOOT = 48, 132, 84
ZOOM = 1.2


def dress(chart: go.Figure, caption: Caption, made: str) -> go.Figure:
    """A copy with title, subtitle, source and date inside, dark ink on white, at least 1200 by 675 pixels."""
    margin = chart.layout.margin
    inside = float(chart.layout.height or LEAST_HEIGHT) * ZOOM
    height = max(LEAST_HEIGHT, round(inside) + TOP + FOOT)
    dressed = go.Figure(chart)
    dressed.update_layout(
        width=WIDTH,
        height=height,
        paper_bgcolor=theme.PAPER,
        plot_bgcolor=theme.PAPER,
        font={"family": theme.FONT, "size": theme.SIZE * ZOOM, "color": theme.INK},
        margin={
            "l": EDGE + (margin.l or 0) * ZOOM,
            "r": EDGE + (margin.r or 0) * ZOOM,
            "t": TOP + (margin.t or 0),
            "b": FOOT + (margin.b or 0) + max(0, height - TOP - FOOT - round(inside)),
        },
    )
    for note in dressed.layout.annotations:
        note.xshift = (note.xshift or 0) * ZOOM
        note.font.size = (note.font.size or theme.SIZE) * ZOOM
    dressed.update_xaxes(tickfont={"size": theme.SMALL * ZOOM})
    dressed.update_yaxes(tickfont={"size": theme.SIZE * ZOOM})
    dressed.update_traces(textfont={"size": theme.SIZE * ZOOM, "color": theme.INK})
    left = -(EDGE + (margin.l or 0) * ZOOM) + EDGE
    _write(dressed, f"<b>{html.escape(caption.title)}</b>", left, 1, TOP - 40, 30, theme.INK)
    _write(dressed, html.escape(caption.subtitle), left, 1, TOP - 80, 18, theme.QUIET)
    foot = " ".join(part for part in (caption.notes, caption.source, made) if part)
    _write(dressed, html.escape(foot), left, 0, -(dressed.layout.margin.b - 34), 15, theme.QUIET)
    return dressed


def _write(chart: go.Figure, text: str, left: float, y: float, shift: float, size: int, ink: str) -> None:
    letters = int((WIDTH - 2 * EDGE) / (size * 0.5))
    chart.add_annotation(
        text=theme.wrap(text, letters), x=0, xref="paper", xanchor="left", xshift=left, y=y, yref="paper",
        yanchor="middle", yshift=shift, showarrow=False, align="left", font={"size": size, "color": ink},
    )  # fmt: skip


def standalone(chart: go.Figure, title: str, language: str) -> bytes:
    """A dressed chart as one HTML file that needs nothing else: plotly.js inside, no request to anywhere."""
    body = pio.to_html(
        chart,
        include_plotlyjs=True,
        full_html=False,
        config={"displaylogo": False, "showSendToCloud": False, "responsive": False},
    )
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title>'
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'.encode()
