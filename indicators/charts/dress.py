"""A chart made ready to leave the page: its words inside the picture, on paper, whatever the page's theme."""

import html

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import plotly.io as pio  # type: ignore[import-untyped]  # likewise

from indicators.charts import theme
from indicators.charts.captions import Caption

WIDTH, LEAST_HEIGHT = 1200, 675
EDGE, FOOT = 48, 92
ZOOM = 1.2
TITLE, SUB, SMALL = 30, 18, 15
LEADING = 1.3


def dress(chart: go.Figure, caption: Caption, made: str) -> go.Figure:
    """A copy with title, subtitle, source and date inside, dark ink on white, at least 1200 by 675 pixels."""
    margin = chart.layout.margin
    title, subtitle = _lines(caption.title, TITLE), _lines(caption.subtitle, SUB)
    below = EDGE * 0.7 + _height(title, TITLE) + 6
    top = below + _height(subtitle, SUB) + EDGE * 0.6
    inside = round(float(chart.layout.height or LEAST_HEIGHT) * ZOOM)
    height = max(LEAST_HEIGHT, round(inside + top + FOOT))
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
            "t": top + (margin.t or 0) * ZOOM,
            "b": height - inside - top + (margin.b or 0) * ZOOM,
        },
    )
    _enlarge(dressed)
    edge = -(margin.l or 0) * ZOOM
    over = top + (margin.t or 0) * ZOOM
    _write(dressed, title, (edge, 1, over - EDGE * 0.7), "top", TITLE, theme.INK)
    _write(dressed, subtitle, (edge, 1, over - below), "top", SUB, theme.QUIET)
    foot = _lines(" ".join(part for part in (caption.notes, caption.source, made) if part), SMALL)
    _write(dressed, foot, (edge, 0, 22 - dressed.layout.margin.b), "bottom", SMALL, theme.QUIET)
    return dressed


def _enlarge(dressed: go.Figure) -> None:
    """All letters larger, as the picture is; ink where no letter has a colour of its own."""
    for note in dressed.layout.annotations:
        note.xshift, note.yshift = (note.xshift or 0) * ZOOM, (note.yshift or 0) * ZOOM
        note.font.size = (note.font.size or theme.SIZE) * ZOOM
    dressed.update_xaxes(tickfont={"size": (dressed.layout.xaxis.tickfont.size or theme.SMALL) * ZOOM})
    dressed.update_yaxes(tickfont={"size": (dressed.layout.yaxis.tickfont.size or theme.SIZE) * ZOOM})
    for trace in dressed.data:
        font = trace.textfont
        font.size, font.color = (font.size or theme.SIZE) * ZOOM, font.color or theme.INK
        if trace.type == "scatter" and isinstance(trace.marker.size, (int, float)):
            trace.marker.size *= ZOOM


def _lines(text: str, size: int) -> str:
    """The text escaped and broken where the picture ends."""
    return theme.wrap(html.escape(text), int((WIDTH - 2 * EDGE) / (size * 0.5)))


def _height(text: str, size: int) -> float:
    return (text.count("<br>") + 1) * size * LEADING


def _write(
    chart: go.Figure, text: str, place: tuple[float, float, float], anchor: str, size: int, ink: str
) -> None:
    """Words at the left; ``place`` is the shift across, the plot's end (0 or 1), the shift up from it."""
    left, end, shift = place
    chart.add_annotation(
        text=f"<b>{text}</b>" if size == TITLE else text, x=0, xref="paper", xanchor="left", xshift=left,
        y=end, yref="paper", yanchor=anchor, yshift=shift, showarrow=False, align="left",
        font={"size": size, "color": ink}, borderpad=0,
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
