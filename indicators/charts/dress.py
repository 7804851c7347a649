"""A chart made ready to leave the page: its words inside the picture, on paper, whatever the page's theme.

A picture has one of three sizes. Charts of rows (bars, heat) grow or shrink with their letters until they
fill it, within what is easy to read; a line chart takes all the room; a map keeps its tiles square, and
stands beside its words where the picture is broad.
"""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import theme
from indicators.charts.bars import NARROW
from indicators.charts.captions import Caption
from indicators.charts.zooming import LEAST, MOST, enlarge, in_rows
from indicators.wording import one_line


@dataclass(frozen=True, slots=True)
class Size:
    """The pixels of a picture and of its letters; without a ``height`` it is as high as its chart asks.

    ``usual`` is how much larger than on the page a chart's letters are where there is room.
    """

    width: int
    height: int | None
    title: int
    subtitle: int
    small: int
    usual: float


#: across two columns, for a feed, across the whole page
SIZES: Mapping[str, Size] = {
    "wide": Size(1200, 675, 30, 18, 14, 1.2),
    "square": Size(1080, 1080, 36, 22, 16, 1.35),
    "full": Size(1600, None, 40, 25, 19, 1.5),
}

EDGE = 48
LEADING = 1.32
#: bars may grow thicker than their letters by so much
LOOSE = 1.3
#: the height of a line chart and of a map in a picture of no fixed height
FREE, MAPPED = 560, 900
#: the share of a broad picture that words beside a map take
BESIDE = 0.56
#: the width of a letter by its size, with some to spare: plain and bold in the page's font
LETTER, BOLD = 0.475, 0.5


@dataclass(frozen=True, slots=True)
class _Frame:
    """The words of a picture in lines, and where its chart stands: from above, from the left, how high."""

    title: str
    subtitle: str
    foot: str
    below: float
    top: float
    left: float
    inside: float | None
    foot_height: float


def fits(chart: go.Figure, caption: Caption, made: str, size: str) -> bool:
    """Whether the chart's rows stay readable in a picture of this size; other charts always do."""
    inside = _stacked(caption, made, SIZES[size]).inside
    return inside is None or not in_rows(chart) or chart.layout.height * LEAST <= inside


def dress(
    chart: go.Figure, caption: Caption, made: str, size: str = "wide", listed: Sequence[str] = ()
) -> go.Figure:
    """A copy with title, subtitle, notes, source, and date and link (``made``) inside, dark ink on white.

    Figures that are ``listed``, the greatest first, stand beside a map, whose tiles have no room for them.
    """
    shape, tiled = SIZES[size], bool(chart.layout.xaxis.scaleanchor)
    broad = tiled and shape.width != shape.height
    frame = _beside(caption, made, shape) if broad else _stacked(caption, made, shape)
    zoom, inside = _scaled(chart, shape, frame)
    height = shape.height or round(frame.top + inside + (EDGE if broad else frame.foot_height))
    margin = chart.layout.margin
    left, over = frame.left + (margin.l or 0) * zoom, frame.top + (margin.t or 0) * zoom
    dressed = go.Figure(chart)
    dressed.update_layout(
        width=shape.width,
        height=height,
        paper_bgcolor=theme.PAPER,
        plot_bgcolor=theme.PAPER,
        font={"family": theme.FONT, "size": theme.SIZE * zoom, "color": theme.INK},
        margin={
            "l": left,
            "r": EDGE + (margin.r or 0) * zoom,
            "t": over,
            "b": height - frame.top - inside + (margin.b or 0) * zoom,
        },
    )
    enlarge(dressed, zoom)
    _ink(dressed)
    _widen(dressed, zoom)
    under = dressed.layout.margin.b
    if broad:
        least = frame.below + _height(frame.subtitle, shape.subtitle) + EDGE / 2
        told = _listed(listed, height - least - frame.foot_height, shape.subtitle)
        _write(dressed, told, (EDGE - left, 1, over - least), shape.subtitle, theme.INK)
    _write(dressed, f"<b>{frame.title}</b>", (EDGE - left, 1, over - EDGE * 0.7), shape.title, theme.INK)
    _write(dressed, frame.subtitle, (EDGE - left, 1, over - frame.below), shape.subtitle, theme.QUIET)
    _write(dressed, frame.foot, (EDGE - left, 0, EDGE * 0.55 - under), shape.small, theme.QUIET)
    return dressed


def _stacked(caption: Caption, made: str, shape: Size) -> _Frame:
    """Words above and below the chart."""
    frame = _words(caption, made, shape, shape.width - 2 * EDGE)
    if shape.height is None:
        return frame
    return replace(frame, inside=shape.height - frame.top - frame.foot_height)


def _beside(caption: Caption, made: str, shape: Size) -> _Frame:
    """Words at the left of the chart, which takes the whole height."""
    width = shape.width * BESIDE
    frame = _words(caption, made, shape, width - EDGE)
    inside = (shape.height or MAPPED + 2 * EDGE) - 1.5 * EDGE
    return replace(frame, top=EDGE * 0.75, left=width + EDGE, inside=inside)


def _words(caption: Caption, made: str, shape: Size, width: float) -> _Frame:
    title = _lines(caption.title, width, shape.title * BOLD, balanced=True)
    subtitle = _lines(caption.subtitle, width, shape.subtitle * LETTER)
    told = (caption.notes, caption.source, made)
    foot = "<br>".join(_lines(part, width, shape.small * LETTER) for part in told if part)
    below = EDGE * 0.7 + _height(title, shape.title) + 6
    top = below + _height(subtitle, shape.subtitle) + EDGE * 0.55
    return _Frame(title, subtitle, foot, below, top, EDGE, None, EDGE * 1.05 + _height(foot, shape.small))


def _lines(text: str, width: float, letter: float, balanced: bool = False) -> str:
    """The text escaped, in lines as long as the picture allows, or of about one length.

    A link may be broken before a part of its own. Quotes stay: plotly would show their names.
    """
    words = " ".join(
        word.replace("&", " &") if "?" in word and len(word) * letter > width else word
        for word in one_line(text).split()
    )
    most = int(width / letter)
    if balanced and len(words) > most:
        count = -(-len(words) // most)
        most = min(most, round(len(words) / count * 1.12) + 2)
    return "<br>".join(html.escape(line, quote=False) for line in theme.wrap(words, most).split("<br>"))


def _height(text: str, size: int) -> float:
    return (text.count("<br>") + 1) * size * LEADING if text else 0


def _listed(lines: Sequence[str], height: float, size: int) -> str:
    """As many lines as the height holds."""
    kept = shortened(lines, int(height / (size * LEADING)))
    return "<br>".join(html.escape(line, quote=False) for line in kept)


def shortened(lines: Sequence[str], most: int) -> list[str]:
    """At most so many lines: the first, an ellipsis, and the last three where there is room for some of each.

    >>> shortened("abcdefgh", 6), shortened("abcdefgh", 2), shortened("abcdefgh", -1)
    (['a', 'b', '…', 'f', 'g', 'h'], ['a', '…'], [])
    """
    if len(lines) <= most:
        return list(lines)
    ends = 3 if most > 4 else 0
    return [*lines[: max(0, most - 1 - ends)], "…", *lines[len(lines) - ends :]][: max(0, most)]


def _scaled(chart: go.Figure, shape: Size, frame: _Frame) -> tuple[float, float]:
    """How much larger the chart's letters become, and the height that the chart takes."""
    natural = float(chart.layout.height)
    if chart.layout.xaxis.scaleanchor:
        inside = frame.inside or MAPPED
        return inside / natural, inside
    if not in_rows(chart):
        return shape.usual, frame.inside or FREE * shape.usual
    if frame.inside is None:
        return shape.usual, natural * shape.usual
    zoom = min(MOST, max(LEAST, frame.inside / natural))
    return zoom, min(frame.inside, natural * zoom * LOOSE)


def _ink(dressed: go.Figure) -> None:
    """Ink where no letter has a colour of its own; a line that crosses the label of a bar stops before it."""
    for trace in dressed.data:
        trace.textfont.color = trace.textfont.color or theme.INK
        if trace.type == "bar":
            trace.textfont.shadow = ", ".join([f"0 0 2px {theme.PAPER}"] * 4)


def _widen(dressed: go.Figure, zoom: float) -> None:
    """Give bars the room that their labels need on a phone but not here; those without a base have none."""
    ends = [
        (base + length, base)
        for trace in dressed.select_traces({"type": "bar"})
        if trace.base is not None
        for base, length in zip(trace.base, trace.x, strict=True)
    ]
    if not ends:
        return
    low, high = dressed.layout.xaxis.range
    least = min(0.0, *(end for pair in ends for end in pair))
    most = max(0.0, *(end for pair in ends for end in pair))
    margin = dressed.layout.margin
    wide = dressed.layout.width - margin.l - margin.r
    share = NARROW * zoom / wide
    if share >= 1:
        return
    left, right = ((end / (high - low)) * share for end in (least - low, high - most))
    reach = (most - least) / (1 - left - right)
    dressed.update_xaxes(range=[least - reach * left, most + reach * right])


def _write(chart: go.Figure, text: str, place: tuple[float, int, float], size: int, ink: str) -> None:
    """Words at the left; ``place`` is the shift across, the plot's end (1 above, 0 below), the shift up."""
    left, end, shift = place
    chart.add_annotation(
        text=text, x=0, xref="paper", xanchor="left", xshift=left, y=end, yref="paper",
        yanchor="top" if end else "bottom", yshift=shift, showarrow=False, align="left", borderpad=0,
        font={"size": size, "color": ink},
    )  # fmt: skip
