"""Comparing: one indicator over all areas, as a ranking, a map, lines, panels, or a table of colours."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import streamlit as st

from indicators import charts, views
from indicators.charts import captions
from indicators.model import COUNTRY
from indicators.ui import evidence, page, parts, state, story, table
from indicators.ui.data import Corpus
from indicators.ui.keeping import kept
from indicators.wording import Wording, capitalise

KINDS = ("bars", "map", "lines", "multiples", "heat")
#: so many areas can have a name at the end of a line, or a panel
MOST_LINES, MOST_PANELS = 12, 24


@page.framed(ahead=lambda found, view: _story(found, view))
def show(found: Corpus, view: state.View) -> None:
    """The whole page."""
    say, choice = view.wording, view.choice
    topic = say.topic(choice.family, choice.activity)
    st.html(parts.heading(1, f"{topic}, {say.label(choice.period)}", capitalise(say.measure(choice.measure))))
    page.notes(found, view, indicator=True)
    main, more = _story(found, view)
    story.head(main, view, KINDS)
    if choice.chart == "bars" and len(main.rows):
        left, right = st.columns([3, 2], gap="large")
        with left:
            story.draw(main, view)
            story.foot(main, found, view, more)
        with right, st.container(key="beside"):
            story.draw(_map(found, view), view, key="map")
            st.html(parts.small(_told_areas(found, view)))
    elif choice.chart == "map":
        left, right = st.columns([1, 1], gap="large")
        with left, st.container(key="tiles"):
            story.draw(main, view)
        with right:
            ends = charts.scale_ends(main.rows, say)
            if ends is not None:
                st.html(parts.scale(*ends, none=say.text("map_legend_none")))
            st.html(parts.small(_told_areas(found, view)))
            story.foot(
                main, found, view, charts.beyond(main.rows, say), printed=charts.scale_words(main.rows, say)
            )
    else:
        if choice.chart == "heat":
            least = charts.least_width(main.rows, say, view.narrow)
            st.html(f"<style>.st-key-heat > div {{ min-width: {least}px }}</style>")
        with st.container(key="slim" if view.narrow and choice.chart != "heat" else choice.chart):
            story.draw(main, view)
        story.foot(main, found, view, more)
    _rows(main, found, view)


def _rows(main: story.Story, found: Corpus, view: state.View) -> None:
    """The figures behind the chart as a table, for the keyboard and for reading on."""
    say = view.wording
    if main.rows.empty:
        return
    st.html(parts.heading(2, say.text("table_title"), say.text("rows_found", count=len(main.rows))))
    if state.asked() == "rows" and view.evidence:
        evidence.panel(found, view)
    table.rows(main.rows, found, view, leave=("indicator", "measure"))


def main_chart(found: Corpus, view: state.View) -> story.Story:
    """The ranking, the map, the lines or the table of colours, with all its notes."""
    main, more = _story(found, view)
    if view.choice.chart == "map":
        more = more or _told_areas(found, view)
    notes = f"{main.caption.notes} {more}".strip()
    return replace(main, caption=replace(main.caption, notes=notes))


def _story(found: Corpus, view: state.View) -> tuple[story.Story, str]:
    """The chart, and what is to be said of it beside its notes."""
    return _made(found, view, found.key, view.choice, view.wording)


@kept(64)
def _made(
    _found: Corpus,
    _view: state.View,
    key: str,  # noqa: ARG001 - what the cache tells corpora apart by
    choice: views.Choice,
    say: Wording,
) -> tuple[story.Story, str]:
    """The same story for all who look at it: it is never changed."""
    found, view = _found, _view
    if choice.chart == "map":
        main = _map(found, view)
        return main, f"{charts.scale_words(main.rows, say)} {charts.beyond(main.rows, say)}".strip()
    more = ""
    if choice.chart in ("lines", "multiples"):
        most = MOST_LINES if choice.chart == "lines" else MOST_PANELS
        rows = views.series(found.table, choice, _areas_over_time(found, view, most))
        chart = charts.lines(rows, say) if choice.chart == "lines" else charts.multiples(rows, say)
        title = captions.series_title(rows, choice, say)
    elif choice.chart == "heat":
        rows = views.grid(found.table, choice)
        chart, title = charts.heat(rows, say, choice.area), captions.grid_title(rows, choice, say)
        more = charts.beyond(rows, say)
    else:
        rows = views.comparison(found.table, choice, most=None, rows=story.compared(found, choice))
        chart, title = charts.bars(rows, say, line=True), captions.ranking_title(rows, choice, say)
    caption = page.caption(title, captions.subtitle(rows, choice, say), rows, found, say, choice.chart)
    resize = story.lined(rows, say) if choice.chart == "lines" else None
    told = story.Story(rows, chart, caption, redraw=_redraw(view), resize=resize, slim=_slim(view))
    return told, f"{story.cut_note(told, view)} {more}".strip()


def _redraw(view: state.View) -> Callable[[pd.DataFrame], go.Figure] | None:
    """How the chart is made of fewer rows, where it has rows."""
    say, choice = view.wording, view.choice
    if choice.chart == "heat":
        return lambda rows: charts.heat(rows, say, choice.area)
    if choice.chart == "multiples":
        return lambda rows: charts.multiples(rows, say)
    return (lambda rows: charts.bars(rows, say, line=True)) if choice.chart == "bars" else None


def _slim(view: state.View) -> Callable[[pd.DataFrame], go.Figure] | None:
    """How the chart is made for a narrow page, where that is another one."""
    say, choice = view.wording, view.choice
    if choice.chart == "heat":
        return lambda rows: charts.heat(rows, say, choice.area, narrow=True)
    if choice.chart == "multiples":
        return lambda rows: charts.multiples(rows, say, narrow=True)
    return (lambda rows: charts.lines(rows, say, narrow=True)) if choice.chart == "lines" else None


def _map(found: Corpus, view: state.View) -> story.Story:
    say, choice = view.wording, view.choice
    rows, boundary = story.mapped(found, choice)

    def drawn(cell: int) -> go.Figure:
        return charts.tilemap(rows, say, boundary, choice.area, cell)

    title = captions.ranking_title(rows, choice, say)
    subtitle = captions.subtitle(rows, choice, say)
    return story.Story(
        rows,
        drawn(charts.ROOMY if choice.chart == "map" else charts.CELL),
        page.caption(title, subtitle, rows, found, say, "map"),
        resize=lambda across, down: drawn(charts.cell_within(boundary, across, down)),
    )


def _told_areas(found: Corpus, view: state.View) -> str:
    rows, boundary = story.mapped(found, view.choice)
    return charts.told_areas(rows, view.wording, boundary)


def _areas_over_time(found: Corpus, view: state.View, most: int) -> tuple[str, ...]:
    """The areas that the reader named, else those with the longest history, the chosen one always."""
    choice = view.choice
    if choice.others:
        return ()
    rows = views.measured(found.table, choice)
    counts = rows.loc[rows["kind"] == choice.kind, "ref_area"].value_counts()
    return tuple(dict.fromkeys([choice.area, COUNTRY, *counts.index[:most]]))[:most]
