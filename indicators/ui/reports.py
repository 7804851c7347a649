"""The reports: what they are, when they came out, how much they gave; one opened with its figures marked."""

import pandas as pd
import streamlit as st

from indicators import views
from indicators.ui import adding, page, parts, state, table
from indicators.ui.data import Corpus


def show() -> None:
    """The list, or the report that is open."""
    found, view = page.frame()
    document = found.documents.get(view.report)
    if document is None:
        _list(found, view)
    else:
        _open(found, view)


def _list(found: Corpus, view: state.View) -> None:
    say = view.wording
    st.html(parts.heading(1, say.text("reports"), say.text("report_choose")))
    page.notes(found, view)
    adding.form(found, say)
    rows = found.table.groupby("document").agg(
        rows=("id", "size"), doubt=("review", lambda column: (column != "").sum())
    )
    names = sorted(found.documents, key=lambda name: str(found.documents[name].published or ""), reverse=True)
    listed = [found.documents[name] for name in names]
    shown = pd.DataFrame(
        {
            say.text("column_report"): [parts.report_title(document, say) for document in listed],
            say.text("column_area"): [
                say.area(document.area) if document.area else "–" for document in listed
            ],
            say.text("column_date"): [document.published for document in listed],
            say.text("column_rows"): [int(rows["rows"].get(name, 0)) for name in names],
            say.text("column_doubt"): [int(rows["doubt"].get(name, 0)) for name in names],
        }
    )

    def clicked() -> None:
        chosen = st.session_state["reports"]["selection"]["rows"]
        if chosen:
            state.remember(report=names[chosen[0]])

    form = "DD/MM/YYYY" if say.language == "vi" else "D MMM YYYY"
    st.dataframe(
        shown, key="reports", hide_index=True, on_select=clicked, selection_mode="single-row",
        alt=say.text("reports"), height=min(720, 38 + 35 * len(names)),
        column_config={
            say.text("column_report"): st.column_config.TextColumn(width="large"),
            say.text("column_date"): st.column_config.DateColumn(format=form),
        },
    )  # fmt: skip


def _open(found: Corpus, view: state.View) -> None:
    say, document = view.wording, found.documents[view.report]
    rows = views.keep(found.table, document=view.report)
    st.button(
        f"← {say.text('back_reports')}", type="tertiary", on_click=lambda: state.remember(report="", obs="")
    )
    facts = [say.area(document.area)] if document.area else []
    facts.append(say.date(document.published) if document.published else say.text("undated"))
    facts.append(say.text("report_rows", count=len(rows)))
    st.html(parts.heading(1, parts.report_title(document, say), " · ".join(facts)))
    page.notes(found, view)
    text, beside = st.columns([3, 2], gap="large")
    with text:
        st.html(parts.report_text(views.marked(document, rows), view.evidence))
    with beside:
        if view.evidence:
            page.evidence(found, view, link=False)
        table.rows(
            rows, found, view, leave=("nature", "report", "sentence"), height=min(640, 38 + 35 * len(rows))
        )
        marks = f"<mark>1,2%</mark> {say.text('mark_row')}"
        if (rows["review"] != "").any():
            marks += f' · <mark class="doubt">1,2%</mark> {say.text("mark_doubt")}'
        st.html(f'<p class="quiet small">{marks}</p>')
