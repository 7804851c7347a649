"""A chart with all that belongs to it: its sentence, its switch, the evidence, the ways out, its source."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import streamlit as st

from indicators import charts, views
from indicators.charts import captions
from indicators.charts.captions import Caption
from indicators.model import COUNTRY
from indicators.ui import copying, evidence, export, page, parts, pictures, state
from indicators.ui.data import Corpus
from indicators.ui.keeping import kept
from indicators.wording import Wording

#: beyond so many periods a line that was made for a broad page scrolls on a narrow one, the newest in view
MOST_PERIODS = 4
#: a chart in a frame less broad than this is made for a narrow page
NARROW = 560
#: so many reports are named in a picture, more are counted
NAMED = 3
#: the least and the greatest height of a frame in another page; its words over and under the chart, in pixels
FRAMES, WORDS = (400, 700), 170


@dataclass(frozen=True, slots=True)
class Story:
    """A chart, the rows that it is made of, and its words; ``told`` says its marks to who can't see them.

    ``redraw`` makes the chart of fewer rows, where there is no room for all; ``resize`` makes one whose marks
    don't stretch for a room of so many pixels across and down; ``slim`` makes one for a narrow page.
    """

    rows: pd.DataFrame
    chart: go.Figure
    caption: Caption
    told: str = ""
    redraw: Callable[[pd.DataFrame], go.Figure] | None = None
    resize: Callable[[float, float], go.Figure] | None = None
    slim: Callable[[pd.DataFrame], go.Figure] | None = None


def lined(rows: pd.DataFrame, say: Wording) -> Callable[[float, float], go.Figure]:
    """How lines are made for a room of so many pixels across and down."""
    return lambda across, down: charts.lines(rows, say, across < NARROW, int(down))


def head(story: Story, view: state.View, kinds: Sequence[str]) -> None:
    """The sentence over the chart, and the switch between kinds of chart."""
    say = view.wording
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"chart_head_{len(kinds)}"):
        st.html(parts.heading(2, story.caption.title, story.caption.subtitle), width="stretch")
        st.session_state["w_chart"] = view.choice.chart if view.choice.chart in kinds else kinds[0]
        st.segmented_control(
            say.text("chart"), list(kinds), key="w_chart", required=True, label_visibility="collapsed",
            format_func=lambda code: say.text(f"chart.{code}"),
            on_change=lambda: state.remember(chart=st.session_state["w_chart"]),
        )  # fmt: skip


def compared(found: Corpus, choice: views.Choice) -> pd.DataFrame:
    """What both the bars and the map of a view are made of, looked up once for both."""
    return _compared(found.table, found.key, choice)


@kept(16)
def _compared(
    _table: pd.DataFrame,
    key: str,  # noqa: ARG001 - what the cache tells corpora apart by
    choice: views.Choice,
) -> pd.DataFrame:
    return views.compared(_table, choice)


def mapped(found: Corpus, choice: views.Choice) -> tuple[pd.DataFrame, str]:
    """The figures of a map, and the provinces as most of them mean these: 63 before July 2025, 34 since."""
    return _mapped(found, found.key, choice)


@kept(128)
def _mapped(
    _found: Corpus,
    key: str,  # noqa: ARG001 - likewise
    choice: views.Choice,
) -> tuple[pd.DataFrame, str]:
    rows = views.areas_in(_found.table, choice, compared(_found, choice))
    return rows, "63" if rows.empty else str(rows["boundary"].mode().iloc[0])


def cut_note(story: Story, view: state.View) -> str:
    """That a bar or a point is cut, where one is."""
    key = {"bars": "note_cut", "lines": "note_cut_lines", "multiples": "note_cut_lines"}.get(
        view.choice.chart
    )
    return view.wording.text(key) if key and charts.cut(story.rows) else ""


def draw(story: Story, view: state.View, key: str = "chart") -> None:
    """The chart on the page; a click on one of its marks opens the sentence."""
    say = view.wording
    told = story.told or _told(story.rows, say)
    slim = story.slim(story.rows) if view.narrow and story.slim is not None else None
    lines = view.choice.chart == "lines" and key == "chart"
    long = lines and slim is None and len(views.axis(story.rows)) > MOST_PERIODS
    chart = slim or story.chart
    st.html(f"<style>.st-key-{key} {{ min-height: {chart.layout.height}px }}</style>")
    with st.container(key=f"{'long' if long else 'fits'}_{key}"):
        _plot(chart, key, say.text("alt_chart", title=story.caption.title, values=told))


def _told(rows: pd.DataFrame, say: Wording) -> str:
    first = rows.head(8)
    areas = (say.area(code) for code in first["ref_area"])
    told = zip(areas, captions.figures(first, say), strict=True)
    return "; ".join(f"{area} {figure}" for area, figure in told)


def _plot(chart: go.Figure, key: str, alt: str) -> None:
    st.plotly_chart(
        chart, key=key, on_select=_clicked(key), selection_mode="points", theme="streamlit",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
        alt=alt,
    )  # fmt: skip


def _clicked(key: str) -> Callable[[], None]:
    def callback() -> None:
        for point in st.session_state[key]["selection"]["points"]:
            chosen = point.get("customdata")
            chosen = chosen[0] if isinstance(chosen, list) and chosen else chosen
            if chosen:
                state.ask(str(chosen), "chart")
                return

    return callback


def foot(
    story: Story, found: Corpus, view: state.View, more: str = "", framed: bool = True, printed: str = ""
) -> None:  # fmt: skip
    """The sentence of the chosen mark, the ways out, what the marks mean and where the figures come from.

    A ``framed`` chart can stand in another page; what is ``printed`` is said in the picture only.
    """
    say, choice = view.wording, view.choice
    if state.asked() == "rows":
        st.html(parts.small(say.text("evidence_hint")))
    else:
        evidence.panel(found, view)
    notes = " ".join(part for part in (story.caption.notes, more, _rivals(story, view)) if part)
    caption = replace(story.caption, notes=notes)
    if not story.rows.empty:
        named = (choice.area, COUNTRY, *choice.others)
        source = page.sources(story.rows, found, say, NAMED)
        words = replace(caption, notes=f"{notes} {printed}".strip(), source=source)
        key = (found.key, choice, story.chart.data[0].type, story.chart.layout.height, words)
        subject = pictures.Subject(story.chart, story.rows, words, key, named, story.redraw)
        name = f"{choice.area}_{choice.family}_{choice.period}".replace("/", "-")
        with st.container(horizontal=True, vertical_alignment="center", key="ways_out"):
            export.menu(story.rows, found, view, name, subject)
            _copies(story, view, framed)
    st.html(parts.small(f"{notes} {caption.source}".strip()))


def _copies(story: Story, view: state.View, framed: bool) -> None:
    """The chart's address, and the code that shows it in another page."""
    say, address = view.wording, state.address(view)
    if not address:
        return
    copying.button(address, say.text("copy_view"), "copy_view", say)
    if framed:
        height = min(FRAMES[1], max(FRAMES[0], int(story.chart.layout.height or 0) + WORDS))
        code = copying.frame(state.address(view, embed="true"), story.caption.title, height)
        copying.button(code, say.text("copy_embed"), "copy_embed", say)


def _rivals(story: Story, view: state.View) -> str:
    """How many figures are stated differently elsewhere; where their labels bear a star, it is told."""
    count = int((story.rows["rivals"] > 0).sum()) if not story.rows.empty else 0
    starred = any("*" in str(text) for text in (story.chart.data[0].text or ())) if count else False
    return f"{'* ' if starred else ''}{view.wording.text('note_rivals', count=count)}" if count else ""
