"""The overview: one area, one period, one main chart, and the sentence behind each figure."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import streamlit as st

from indicators import charts, lexicon, views
from indicators.charts import captions
from indicators.ui import cards, evidence, page, parts, state, story, table
from indicators.ui.data import Corpus
from indicators.ui.keeping import kept
from indicators.wording import Wording, capitalise

#: the tiles of the map beside the chart, in pixels
SMALL_CELL = 18


@page.framed(ahead=lambda found, view: main_chart(found, view))
def show(found: Corpus, view: state.View) -> None:
    """The whole page."""
    say, choice = view.wording, view.choice
    _title(found, view)
    page.notes(found, view, indicator=True)
    headlines = st.container()
    main = main_chart(found, view)
    story.head(main, view, ("bars", "lines"))
    left, right = st.columns([3, 1], gap="large")
    with left:
        story.draw(main, view)  # before all that is slower: it is what a changed filter is about
    told = _headlines(found.table, found.key, choice, say)
    if told:
        headlines.html(told)
    with left:
        story.foot(main, found, view, _left(main, view))
    with right, st.container(key="locator"):
        rows, _ = story.mapped(found, choice)
        chart = _locator(found, found.key, choice, say)
        story.draw(story.Story(rows, chart, main.caption), view, key="map")
        whole = lexicon.areas()[choice.area].kind != "province"
        st.html(parts.small(say.text("locator_whole" if whole else "locator_area")))
    own = views.keep(
        found.table,
        only=("id",),
        ref_area=choice.area,
        time_period=choice.period,
        nature_group=choice.natures,
    )
    st.html(parts.heading(2, say.text("table_title"), say.text("rows_found", count=len(own))))
    if state.asked() == "rows" and view.evidence:
        evidence.panel(found, view)
    table.rows(own, found, view, leave=("area", "period"), none="no_rows_filters")


def _title(found: Corpus, view: state.View) -> None:
    say, choice = view.wording, view.choice
    asked = ("document", "published")
    rows = views.keep(found.table, asked, ref_area=choice.area, time_period=choice.period)
    dates, count = page.span(rows, say), rows["document"].nunique()
    key = ("view_source" if count == 1 else "view_sources") + ("_dated" if dates else "")
    title = say.text("view_title", area=say.area(choice.area), period=say.label(choice.period))
    st.html(parts.heading(1, capitalise(title), say.text(key, reports=count, dates=dates)))


@kept(64)
def _locator(
    _found: Corpus,
    key: str,  # noqa: ARG001 - what the cache tells corpora apart by
    choice: views.Choice,
    say: Wording,
) -> go.Figure:
    """Where the chosen area lies; never changed, as all who look at it share it."""
    rows, boundary = story.mapped(_found, choice)
    return charts.locator(rows, say, boundary, choice.area, SMALL_CELL)


@kept(256)
def _headlines(
    _table: pd.DataFrame,
    key: str,  # noqa: ARG001 - likewise
    choice: views.Choice,
    say: Wording,
) -> str:
    """The cards; empty where there are none."""
    headlines = views.cards(_table, choice)
    return cards.grid(headlines, say) if headlines else ""


def main_chart(found: Corpus, view: state.View) -> story.Story:
    """The bars that compare areas, or the points over time."""
    return _main_chart(found, found.key, view.choice, view.wording)


@kept(128)
def _main_chart(
    _found: Corpus,
    key: str,  # noqa: ARG001 - what the cache tells corpora apart by
    choice: views.Choice,
    say: Wording,
) -> story.Story:
    """The same story for all who look at it: it is never changed."""
    found = _found
    lines = choice.chart == "lines"
    if lines:
        rows = views.series(found.table, choice)
        chart, title = charts.lines(rows, say), captions.series_title(rows, choice, say)
    else:
        rows = views.comparison(found.table, choice, rows=story.compared(found, choice))
        chart, title = charts.bars(rows, say), captions.comparison_title(rows, choice, say)
    caption = page.caption(
        title,
        captions.subtitle(rows, choice, say),
        rows,
        found,
        say,
        "lines" if lines else "bars",
    )
    if lines:
        slim = partial(charts.lines, wording=say, narrow=True)
        return story.Story(rows, chart, caption, resize=story.lined(rows, say), slim=slim)
    return story.Story(rows, chart, caption, redraw=lambda fewer: charts.bars(fewer, say))


def _left(main: story.Story, view: state.View) -> str:
    """How many areas found no room among the bars, and whether a bar is cut."""
    left = (
        int(main.rows.groupby("section")["left"].first().max())
        if "left" in main.rows and len(main.rows)
        else 0
    )
    more = view.wording.text("note_more", count=left) if left else ""
    return f"{more} {story.cut_note(main, view)}".strip()
