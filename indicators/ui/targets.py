"""Plans, targets and forecasts of one area against what is reached, with the share of the year gone."""

import streamlit as st

from indicators import charts, views
from indicators.charts import target_captions as captions
from indicators.ui import evidence, page, parts, state, story, table
from indicators.ui.data import Corpus
from indicators.views import Aim, periods

#: so many aims are drawn: more are no picture any more, but a list
MOST_DRAWN = 80
#: how many ways out an empty page offers
MOST_OFFERS = 8


@page.framed(("area", "period"))
def show(found: Corpus, view: state.View) -> None:
    """The whole page."""
    say, choice = view.wording, view.choice
    first, last = periods.years(choice.period)
    years = say.label(str(last) if first == last else f"{first}-01-01/P{last - first + 1}Y")
    st.html(parts.heading(1, say.text("targets_title", area=say.area(choice.area), years=years)))
    page.notes(found, view)
    aims = views.targets(found.table, choice)
    title = captions.target_title(aims, choice, say)
    if not aims:
        st.html(parts.heading(2, title))
        _elsewhere(found, view)
        return
    sub = say.text("targets_sub")
    if len(aims) > MOST_DRAWN:
        sub = f"{sub}. {say.text('targets_most', shown=MOST_DRAWN, count=say.number(len(aims)))}"
    st.html(parts.heading(2, title, sub))
    told = _story(aims[:MOST_DRAWN], title, sub, found, view)
    story.draw(told, view, key="targets")
    story.foot(told, found, view, framed=False)
    st.html(parts.heading(2, say.text("table_title"), say.text("rows_found", count=len(told.rows))))
    if state.asked() == "rows" and view.evidence:
        evidence.panel(found, view)
    table.rows(told.rows, found, view, leave=("area",))


def _story(aims: list[Aim], title: str, sub: str, found: Corpus, view: state.View) -> story.Story:
    say = view.wording
    rows = views.behind(aims, found.table)
    caption = page.caption(title, sub, rows, found, say, "targets")
    return story.Story(rows, charts.targets(aims, say), caption, captions.told(aims, say))


def _elsewhere(found: Corpus, view: state.View) -> None:
    """Where there are plans and targets instead: other periods of the area, else other areas."""
    say, choice = view.wording, view.choice
    codes = views.aimed_periods(found.table, choice.area)
    areas = [] if codes else views.aiming_areas(found.table)
    offers = [(say.name(code), {"period": code, "kind": periods.kind(code)}) for code in codes]
    offers += [(say.area(code), {"area": code}) for code in areas]
    key = "targets_years" if codes else "targets_areas" if areas else "targets_nowhere"
    st.html(parts.small(say.text(key, area=say.area(choice.area))))
    with st.container(horizontal=True):
        for name, change in offers[:MOST_OFFERS]:
            st.button(name, on_click=state.remember, kwargs=change)
