"""Rows as a table: in words, sorted as given; choosing one opens its sentence."""

from collections.abc import Callable, Collection
from typing import Any

import pandas as pd
import streamlit as st

from indicators.charts import captions
from indicators.ui import parts, state
from indicators.ui.data import Corpus

#: beyond so many rows a browser is sent the first ones only: 100,000 are 7 MB, and a second of the server's
MOST_ROWS = 5000
COLUMNS = ("area", "indicator", "value", "measure", "nature", "period", "sentence", "report", "rule")
#: the widths of the columns of indicators and of values, in pixels: what a table is read for stays in sight
WIDE, NARROW = (230, 150), (135, 112)
#: what they are told from
ASKED = (
    *("ref_area", "family", "activity", "value", "value_upper", "qualifier", "unit_measure", "unit_mult"),
    *("measure", "nature", "time_period", "sentence", "document", "rule"),
)


def words(rows: pd.DataFrame, corpus: Corpus, view: state.View, leave: Collection[str] = ()) -> pd.DataFrame:
    """The rows in the reader's words, one column for each thing a reader asks, but for those to ``leave``."""
    say = view.wording
    topics = zip(rows["family"], rows["activity"], strict=True)
    columns: dict[str, Callable[[], list[str]]] = {
        "area": lambda: [say.area(code) for code in rows["ref_area"]],
        "indicator": lambda: [say.topic(family, activity) for family, activity in topics],
        "measure": lambda: [say.measure(code) for code in rows["measure"]],
        "period": lambda: [say.name(code) for code in rows["time_period"]],
        "value": lambda: captions.figures(rows, say),
        "nature": lambda: [say.nature(code) for code in rows["nature"]],
        "sentence": lambda: list(rows["sentence"]),
        "rule": lambda: [say.rule(name) for name in rows["rule"]],
        "report": lambda: [parts.report_line(corpus.documents.get(name), say) for name in rows["document"]],
    }
    shown = {say.text(f"column_{name}"): columns[name]() for name in COLUMNS if name not in leave}
    return pd.DataFrame(shown, index=rows.index)


def rows(
    found: pd.DataFrame, corpus: Corpus, view: state.View, leave: Collection[str] = ("sentence",),
    height: Any = "auto", sentences: bool = False, none: str = "no_rows", tight: bool = False,
) -> None:  # fmt: skip
    """The table on the page; the text ``none`` says why there is none; a ``tight`` one has little room."""
    ids, say = list(found["id"]), view.wording
    if found.empty:
        st.html(parts.note(say.text(none)))
        return

    if len(found) > MOST_ROWS:
        told = say.text("rows_cut", shown=say.number(MOST_ROWS), count=say.number(len(found)))
        st.html(parts.small(told))
        found = found.head(MOST_ROWS)

    def clicked() -> None:
        chosen = st.session_state["rows"]["selection"]["rows"]
        if chosen:
            state.ask(ids[chosen[0]], "rows")

    indicator, value = NARROW if tight or view.narrow else WIDE
    st.dataframe(
        words(corpus.told(found, ASKED), corpus, view, () if sentences else leave),
        key="rows", hide_index=True, on_select=clicked,
        selection_mode="single-row", height=height, alt=say.text("table_title"),
        column_config={
            say.text("column_indicator"): st.column_config.TextColumn(width=indicator),
            say.text("column_value"): st.column_config.TextColumn(width=value),
            say.text("column_sentence"): st.column_config.TextColumn(width="large"),
            say.text("column_report"): st.column_config.TextColumn(width="large"),
        },
    )  # fmt: skip
    st.html(parts.small(say.text("table_keys")))
