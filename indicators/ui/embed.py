"""One chart with its source and nothing else, for a frame in another page, with a way into the full view."""

from collections.abc import Callable
from urllib.parse import urlencode

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import streamlit as st

from indicators.ui import page, parts, state, story
from indicators.ui.data import Corpus

#: makes the chart of a page that can stand alone
Chart = Callable[[Corpus, state.View], story.Story]

#: a chart fills what is left of its frame, but is never squeezed below this share of its height on the page
_LEAST = 0.5
_OVER_LINES = 40


def show(chart: Chart, path: str) -> None:
    """The view; ``path`` is the address of its page."""
    found, view = page.bare()
    say = view.wording
    shown = chart(found, view)
    caption = shown.caption
    st.html(f"<style>{_style(shown.chart, view.choice.chart)}</style>")
    st.html(parts.heading(2, caption.title, caption.subtitle))
    with st.container(key="embedded"):
        st.plotly_chart(
            _fitting(shown.chart, view.choice.chart), key="chart", theme="streamlit", height="stretch",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
            alt=f"{caption.title}. {caption.subtitle}",
        )  # fmt: skip
    link = urlencode(view.choice.codes() | {state.LANGUAGE: say.language})
    with st.container(horizontal=True, vertical_alignment="center", key="embedded_source"):
        st.html(parts.small(f"{caption.notes} {caption.source}".strip()))
        st.link_button(f"{say.text('embed_more')} →", f"{path}?{link}", type="tertiary", width="content")


def _fitting(chart: go.Figure, kind: str) -> go.Figure:
    """The chart without a height of its own; squeezed lines need room over them for their labels."""
    above = _OVER_LINES if kind == "lines" else chart.layout.margin.t
    return go.Figure(chart).update_layout(height=None, margin_t=above)


def _style(chart: go.Figure, kind: str) -> str:
    """The chart takes the height that the words leave; a map's tiles have a size of their own."""
    height = int(chart.layout.height or 0)
    least = height if kind == "map" else int(_LEAST * height)
    return (
        ".stMainBlockContainer { box-sizing: border-box; height: 100vh; max-width: none !important; "
        "padding: .75rem 1rem .5rem !important } "
        ".stMainBlockContainer > .stVerticalBlock { height: 100%; gap: .5rem } "
        "[data-testid=stLayoutWrapper]:has(> .st-key-embedded) "
        f"{{ position: relative; flex: 1 0 {least}px !important }} "
        ".st-key-embedded { position: absolute; inset: 0 }"
    )
