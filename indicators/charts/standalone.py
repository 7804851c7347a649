"""A dressed chart as one HTML file that needs nothing else: plotly.js and the font inside, no request."""

import base64
import html

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
from plotly.offline import get_plotlyjs  # type: ignore[import-untyped]  # likewise

_CONFIG = '{"displaylogo": false, "showSendToCloud": false, "displayModeBar": false, "doubleClick": false}'


def standalone(chart: go.Figure, title: str, language: str, font: bytes = b"") -> bytes:
    """The file; ``font`` is a WOFF2 of the family that the charts name first.

    The chart is drawn when the font is there, since plotly measures its letters once. Printed, the page is as
    large as the picture.
    """
    width, height = chart.layout.width, chart.layout.height
    paper = f"@page {{ size: {width}px {height}px; margin: 0 }}"
    style = f"{paper} body {{ margin: 0; background: #fff }} {face(font)}"
    figure = chart.to_json().replace("<", "\\u003c")
    draw = f"""document.fonts.load('16px "Source Sans"').catch(() => 0).then(() => {{
  const figure = {figure};
  return Plotly.newPlot("chart", figure.data, figure.layout, {_CONFIG});
}});"""
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{style}</style>'
    body = f'<div id="chart"></div><script>{get_plotlyjs()}</script><script>{draw}</script>'
    page = f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'
    return page.encode()


def face(font: bytes) -> str:
    """The style rule that brings the font along; empty without one."""
    if not font:
        return ""
    data = base64.b64encode(font).decode()
    return (
        '@font-face { font-family: "Source Sans"; font-weight: 200 900; '
        f"src: url(data:font/woff2;base64,{data}) }}"
    )
