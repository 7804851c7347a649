"""Comparing: one indicator over all areas, as a ranking with a map, over time, or as a table of colours."""

import streamlit as st

from indicators import charts, views
from indicators.charts import captions
from indicators.ui import page, parts, state, story
from indicators.ui.data import Corpus
from indicators.wording import capitalise

KINDS = ("bars", "map", "lines", "heat")
#: so many areas can have a name at the end of a line
MOST_LINES = 12


def show() -> None:
    """The whole page."""
    found, view = page.frame()
    say, choice = view.wording, view.choice
    topic = say.topic(choice.family, choice.activity)
    st.html(parts.heading(1, f"{topic}, {say.label(choice.period)}", capitalise(say.measure(choice.measure))))
    page.notes(found, view)
    main, more = _story(found, view)
    story.head(main, view, KINDS)
    if choice.chart == "bars" and len(main.rows):
        left, right = st.columns([3, 2], gap="large")
        with left:
            story.draw(main, view)
            story.foot(main, found, view, more)
        with right:
            story.draw(_map(found, view), view, key="map")
    elif choice.chart == "map":
        left, right = st.columns([1, 1], gap="large")
        with left:
            story.draw(main, view)
        with right:
            ends = charts.scale_ends(main.rows, say)
            if ends is not None:
                st.html(parts.scale(*ends, none=say.text("map_legend_none")))
            story.foot(main, found, view, more)
    else:
        with st.container(key="wide" if choice.chart == "heat" else "plain"):
            story.draw(main, view)
        story.foot(main, found, view, more)


def _story(found: Corpus, view: state.View) -> tuple[story.Story, str]:
    say, choice = view.wording, view.choice
    if choice.chart == "map":
        main = _map(found, view)
        return main, charts.scale_words(main.rows, say)
    if choice.chart == "lines":
        rows = views.series(found.table, choice, _areas_over_time(found, view))
        chart, title = charts.lines(rows, say), captions.series_title(rows, choice, say)
    elif choice.chart == "heat":
        rows = views.grid(found.table, choice)
        chart, title = charts.heat(rows, say, choice.area), captions.grid_title(rows, choice, say)
    else:
        rows = views.comparison(found.table, choice, most=None)
        chart, title = charts.bars(rows, say), captions.ranking_title(rows, choice, say)
    caption = page.caption(title, captions.subtitle(rows, choice, say), rows, found, say, choice.chart)
    told = story.Story(rows, chart, caption)
    return told, story.cut_note(told, view)


def _map(found: Corpus, view: state.View) -> story.Story:
    say, choice = view.wording, view.choice
    rows, boundary = story.mapped(found, view)
    chart = charts.tilemap(rows, say, boundary, choice.area)
    title = captions.ranking_title(rows, choice, say)
    return story.Story(
        rows, chart, page.caption(title, captions.subtitle(rows, choice, say), rows, found, say, "map")
    )


def _areas_over_time(found: Corpus, view: state.View) -> tuple[str, ...]:
    """The areas that the reader named, else those with the longest history, the chosen one always."""
    choice = view.choice
    if choice.others:
        return ()
    counts = views.measured(found.table, choice)["ref_area"].value_counts()
    return tuple(dict.fromkeys([choice.area, "VN", *counts.index[:MOST_LINES]]))[:MOST_LINES]
