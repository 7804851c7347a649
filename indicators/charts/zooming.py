"""Charts larger or smaller than on the page, letters and marks together, within what is easy to read."""

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import theme

#: letters of rows may shrink and grow so far against the page's
LEAST, MOST = 0.8, 1.6
#: the smallest letters, and the smallest mark that two lines of them fit in, in pixels
LEGIBLE, TWO_LINES = 11, 30


def in_rows(chart: go.Figure) -> bool:
    """Whether the chart counts rows: its axis runs downwards, and its ground is not square."""
    ends = chart.layout.yaxis.range
    return ends is not None and ends[0] > ends[1] and not chart.layout.xaxis.scaleanchor


def squeezed(chart: go.Figure, height: float) -> go.Figure | None:
    """A copy that stays readable in a room of this height; ``None`` where its rows can't."""
    copied = go.Figure(chart)
    zoom = height / float(chart.layout.height)
    if not in_rows(chart) or zoom >= 1:
        return copied
    if zoom < LEAST:
        return None
    enlarge(copied, zoom)
    margin = chart.layout.margin
    copied.update_layout(margin={side: (margin[side] or 0) * zoom for side in "lrtb"})
    return copied


def enlarge(dressed: go.Figure, zoom: float) -> None:
    """All letters larger or smaller, as the chart is.

    A tile too small for two lines keeps its first.
    """
    square = bool(dressed.layout.xaxis.scaleanchor)
    for note in dressed.layout.annotations:
        note.xshift, note.yshift = (note.xshift or 0) * zoom, (note.yshift or 0) * zoom
        note.font.size = max(LEGIBLE, (note.font.size or theme.SIZE) * zoom)
    for axis in (*dressed.select_xaxes(), *dressed.select_yaxes()):
        axis.tickfont.size = max(LEGIBLE, (axis.tickfont.size or theme.SIZE) * zoom)
    for trace in dressed.data:
        trace.textfont.size = max(LEGIBLE, (trace.textfont.size or theme.SIZE) * zoom)
        if trace.type == "scatter" and isinstance(trace.marker.size, (int, float)):
            trace.marker.size *= zoom
            if square and trace.text and trace.marker.size < TWO_LINES:
                trace.text = [text.partition("<br>")[0] for text in trace.text]
