"""The overview: one area, one period, one main chart, and the sentence behind each figure."""

import datetime as dt

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from indicators import charts, headlines, views
from indicators.headlines import Caption
from indicators.ui import export, page, parts, state, table
from indicators.ui.data import Corpus
from indicators.wording import capitalise


def show() -> None:
    """The whole page."""
    found, view = page.frame()
    _title(found, view)
    page.notes(found, view)
    say, choice = view.wording, view.choice
    shown = views.cards(found.table, choice)
    if shown:
        st.html(parts.card_grid(shown, say))
    rows, chart, caption = main_chart(found, view)
    with st.container(horizontal=True, vertical_alignment="bottom", key="chart_head"):
        st.html(parts.heading(2, caption.title, caption.subtitle))
        st.session_state["w_chart"] = choice.chart
        st.segmented_control(
            say.text("chart"), ["bars", "lines"], key="w_chart", required=True, label_visibility="collapsed",
            format_func=lambda code: say.text(f"chart.{code}"),
            on_change=lambda: state.remember(chart=st.session_state["w_chart"]),
        )  # fmt: skip
    draw(chart, caption, rows, view)
    page.evidence(found, view)
    dressed = charts.dress(chart, caption, say.text("made", date=say.date(dt.date.today())))
    name = f"{choice.area}_{choice.family}_{choice.period}".replace("/", "-")
    export.downloads(dressed, rows, found, name, caption.title, say)
    st.html(f'<p class="quiet" style="font-size:.875rem;margin:0">{" ".join((caption.notes, caption.source))}</p>')
    own = views.keep(found.table, ref_area=choice.area, time_period=choice.period, nature_group=choice.natures)
    st.html(parts.heading(2, say.text("table_title"), say.text("rows_found", count=len(own))))
    table.rows(own, found, view)


def _title(found: Corpus, view: state.View) -> None:
    say, choice = view.wording, view.choice
    rows = views.keep(found.table, ref_area=choice.area, time_period=choice.period)
    dates, count = page.span(rows, say), rows["document"].nunique()
    key = ("view_source" if count == 1 else "view_sources") + ("_dated" if dates else "")
    title = say.text("view_title", area=say.area(choice.area), period=say.phrase(choice.period))
    st.html(parts.heading(1, capitalise(title), say.text(key, reports=count, dates=dates)))


def main_chart(found: Corpus, view: state.View) -> tuple[pd.DataFrame, go.Figure, Caption]:
    """The rows, the figure and the words of the chosen kind of chart."""
    say, choice = view.wording, view.choice
    if choice.chart == "lines":
        rows = views.series(found.table, choice)
        chart, title = charts.lines(rows, say), headlines.series_title(rows, choice, say)
    else:
        rows = views.comparison(found.table, choice)
        chart, title = charts.bars(rows, say), headlines.comparison_title(rows, choice, say)
    return rows, chart, page.caption(title, headlines.subtitle(rows, choice, say), rows, found, say)


def draw(chart: go.Figure, caption: Caption, rows: pd.DataFrame, view: state.View) -> None:
    """The chart on the page; a click on one of its marks opens the sentence."""
    say = view.wording
    told = "; ".join(f"{say.area(row['ref_area'])} {headlines.figure(row, say)}" for _, row in rows.head(8).iterrows())
    st.plotly_chart(
        chart, key="chart", on_select=_clicked, selection_mode="points", theme="streamlit",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
        alt=say.text("alt_chart", title=caption.title, values=told),
    )  # fmt: skip


def _clicked() -> None:
    points = st.session_state["chart"]["selection"]["points"]
    found = [point["customdata"] for point in points if point.get("customdata")]
    if found:
        chosen = found[0]
        state.remember(obs=str(chosen[0] if isinstance(chosen, list) else chosen))
