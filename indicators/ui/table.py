"""Rows as a table: in words, sorted as given; choosing one opens its sentence."""

import pandas as pd
import streamlit as st

from indicators import headlines
from indicators.ui import parts, state
from indicators.ui.data import Corpus


def words(rows: pd.DataFrame, corpus: Corpus, view: state.View, sentences: bool = False) -> pd.DataFrame:
    """The rows in the reader's words, one column for each thing a reader asks."""
    say = view.wording
    shown = pd.DataFrame(
        {
            say.text("column_area"): [say.area(code) for code in rows["ref_area"]],
            say.text("column_indicator"): [
                say.topic(family, activity) for family, activity in zip(rows["family"], rows["activity"], strict=True)
            ],
            say.text("column_measure"): [say.measure(code) for code in rows["measure"]],
            say.text("column_period"): [say.name(code) for code in rows["time_period"]],
            say.text("column_value"): [headlines.figure(row, say) for _, row in rows.iterrows()],
            say.text("column_nature"): [say.nature(code) for code in rows["nature"]],
            say.text("column_report"): [parts.report_line(corpus.documents.get(name), say) for name in rows["document"]],
        },
        index=rows.index,
    )
    return shown.assign(**{say.text("column_sentence"): rows["sentence"]}) if sentences else shown


def rows(found: pd.DataFrame, corpus: Corpus, view: state.View, sentences: bool = False, height: int | str = "auto") -> None:
    """The table on the page."""
    ids = list(found["id"])

    def clicked() -> None:
        chosen = st.session_state["rows"]["selection"]["rows"]
        if chosen:
            state.remember(obs=ids[chosen[0]])

    st.dataframe(
        words(found, corpus, view, sentences), key="rows", hide_index=True, on_select=clicked,
        selection_mode="single-row", height=height, alt=view.wording.text("table_title"),
    )  # fmt: skip
