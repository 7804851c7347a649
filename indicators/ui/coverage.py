"""What the reports cover, and where they disagree."""

import pandas as pd
import streamlit as st

from indicators import charts, views
from indicators.charts import captions
from indicators.ui import evidence, page, parts, state
from indicators.ui.data import Corpus


def show() -> None:
    """The whole page."""
    found, view = page.frame()
    say = view.wording
    table = views.coverage(found.table, found.documents.values())
    st.html(parts.heading(1, say.text("coverage"), say.text("coverage_sub", areas=len(table))))
    page.notes(found, view)
    alt = say.text("coverage_sub", areas=len(table))
    config = {"displayModeBar": False, "scrollZoom": False}
    with st.container(key="wide"):
        st.plotly_chart(charts.cover(table, say, view.choice.area), key="cover", config=config, alt=alt)
    st.html(parts.small(say.text("coverage_marks")))
    _conflicts(found, view)


def _conflicts(found: Corpus, view: state.View) -> None:
    say = view.wording
    rows = views.conflicts(found.table)
    st.html(parts.heading(2, say.text("conflicts", count=len(rows)), say.text("conflicts_rule")))
    if rows.empty:
        return
    evidence.panel(found, view)
    ids = list(rows["id"])

    def clicked() -> None:
        chosen = st.session_state["conflicts"]["selection"]["rows"]
        if chosen:
            state.remember(obs=ids[chosen[0]])

    others = [views.rivals(found.table, row) for _, row in rows.iterrows()]
    topics = zip(rows["family"], rows["activity"], strict=True)
    shown = pd.DataFrame(
        {
            say.text("column_indicator"): [say.topic(family, activity) for family, activity in topics],
            say.text("column_measure"): [say.measure(code) for code in rows["measure"]],
            say.text("column_area"): [say.area(code) for code in rows["ref_area"]],
            say.text("column_period"): [say.name(code) for code in rows["time_period"]],
            say.text("column_taken"): [captions.figure(row, say) for _, row in rows.iterrows()],
            say.text("column_others"): [
                "; ".join(dict.fromkeys(captions.figure(other, say) for _, other in told.iterrows()))
                for told in others
            ],
            say.text("column_reports"): list(rows["told"]),
        }
    )
    st.dataframe(
        shown, key="conflicts", hide_index=True, on_select=clicked, selection_mode="single-row",
        alt=say.text("conflicts", count=len(rows)),
    )  # fmt: skip
