"""One chart with its source and nothing else, for a frame in another page, with a way into the full view."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import streamlit as st

from indicators import charts, views
from indicators.model import COUNTRY
from indicators.ui import page, parts, pictures, state, story
from indicators.ui.data import Corpus

#: makes the chart of a page that can stand alone
Chart = Callable[[Corpus, state.View], story.Story]

_ROOM = Path(__file__).with_name("room.js")
#: the least height of a chart, in pixels
_LEAST = 170
#: so many pixels more or less make no other chart
_ENOUGH = 6


def show(chart: Chart, path: str) -> None:
    """The view; ``path`` is the address of its page."""
    found, view = page.bare()
    say = view.wording
    room = st.session_state.get("told_room", {}).get("room")
    view = replace(view, narrow=room is not None and room[0] < story.NARROW)
    shown = _fitted(_slim(chart(found, view), view), view, room)
    caption, kind = shown.caption, view.choice.chart
    least = charts.least_width(shown.rows, say, view.narrow) if kind == "heat" else 0
    st.html(f"<style>{_style(kind, least)}</style>")
    st.html(parts.heading(2, caption.title, caption.subtitle))
    with st.container(key="embedded"):
        st.plotly_chart(
            go.Figure(shown.chart).update_layout(height=None), key="chart", theme="streamlit",
            height="stretch",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
            alt=f"{caption.title}. {caption.subtitle}",
        )  # fmt: skip
    link = urlencode(view.choice.codes() | {state.LANGUAGE: say.language})
    with st.container(horizontal=True, vertical_alignment="center", key="embedded_source"):
        st.html(parts.small(f"{caption.notes} {caption.source}".strip()))
        st.link_button(f"{say.text('embed_more')} →", f"{path}?{link}", type="tertiary", width="content")
    _measured()


@cache
def _component() -> Any:
    return st.components.v2.component("indicators.room", js=_ROOM.read_text(encoding="utf-8"))


def _measured() -> None:
    """Ask the frame for the room that it leaves to the chart."""
    told = st.session_state.get("told_room", {}).get("room")
    _component()(
        data={"room": told, "enough": _ENOUGH},
        key="told_room",
        height=1,
        on_room_change=lambda: None,
    )


def _slim(shown: story.Story, view: state.View) -> story.Story:
    """The chart made for a narrow page where there is no more room."""
    if not view.narrow or shown.slim is None:
        return shown
    return replace(shown, chart=shown.slim(shown.rows), redraw=shown.redraw and shown.slim)


def _fitted(shown: story.Story, view: state.View, room: list[float] | None) -> story.Story:
    """The chart for the room that there is: of as many areas as can be read, and their number said."""
    if room is None or shown.rows.empty:
        return shown
    across, down = room[0], max(room[1], _LEAST)
    if shown.resize is not None:
        return replace(shown, chart=shown.resize(across, down))
    whole, redraw = charts.squeezed(shown.chart, down), shown.redraw
    if whole is not None or redraw is None:
        return replace(shown, chart=whole or shown.chart)

    def attempt(rows: pd.DataFrame) -> story.Story | None:
        fitting = charts.squeezed(redraw(rows), down)
        if fitting is None:
            return None
        notes = f"{pictures.cut_note(rows, shown.rows, view.wording)} {shown.caption.notes}".strip()
        return replace(shown, chart=fitting, caption=replace(shown.caption, notes=notes))

    named = (view.choice.area, COUNTRY, *view.choice.others)
    return views.as_many(shown.rows, named, attempt) or shown


def _style(kind: str, width: int) -> str:
    """The chart takes the height that the words leave; a map stands beside them where the frame is broad."""
    style = (
        ".stMainBlockContainer { box-sizing: border-box; height: 100vh; max-width: none !important; "
        "padding: .75rem 1rem .5rem !important } "
        ".stMainBlockContainer > .stVerticalBlock { height: 100%; gap: .5rem } "
        "[data-testid=stLayoutWrapper]:has(> .st-key-embedded) "
        f"{{ position: relative; flex: 1 0 {_LEAST}px !important; min-height: {_LEAST}px }} "
        ".st-key-embedded { position: absolute; inset: 0; overflow-x: auto } "
        f".st-key-embedded > * {{ min-width: {width}px }} "
        ".st-key-embedded_source { gap: .25rem 1rem } "
        ".st-key-embedded_source a { min-height: 0; padding-block: 0 } "
        ".st-key-told_room { position: absolute; width: 1px } "
    )
    if kind == "map":
        style += (
            "@media (min-width: 480px) and (min-aspect-ratio: 1) { .stMainBlockContainer > .stVerticalBlock "
            "{ display: grid; grid-template: auto 1fr / minmax(0, 2fr) minmax(0, 3fr); gap: .5rem 1.5rem } "
            ".stMainBlockContainer > .stVerticalBlock > * { grid-column: 1 } "
            "[data-testid=stLayoutWrapper]:has(> .st-key-embedded) { grid-area: 1 / 2 / span 9 / 2 } "
            "[data-testid=stLayoutWrapper]:has(> .st-key-embedded_source) { align-self: end } }"
        )
    return style
