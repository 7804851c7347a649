"""The way out of a page: one menu for the picture of its chart and for the rows behind it."""

import datetime as dt
from functools import partial

import pandas as pd
import streamlit as st

from indicators import export
from indicators.ui import pictures, state
from indicators.ui.data import Corpus

SCOPES = ("shown", "all")
#: the formats of rows that the page offers; one object a line is for programs on the command line
OFFERED = ("csv", "xlsx", "parquet", "json", "sdmx", "zip")


def menu(
    rows: pd.DataFrame, found: Corpus, view: state.View, name: str, subject: pictures.Subject | None = None
) -> None:
    """The menu; what it offers is made when it is open, and a file when it is asked for."""
    say = view.wording
    drawer = st.popover(say.text("download"), on_change="rerun", key="downloads")
    if not drawer.open:
        return
    with drawer:
        if subject is not None:
            st.html(f"<b>{say.text('picture')}</b>")
            pictures.offer(subject, name, state.address(view), say)
        st.html(f"<b>{say.text('data')}</b>")
        counts = dict(zip(SCOPES, (len(rows), len(found.table)), strict=True))
        scope = st.segmented_control(
            say.text("scope"), SCOPES, default="shown", required=True, key="w_rows",
            format_func=lambda code: say.text(f"rows_{code}", count=counts[code]),
            label_visibility="collapsed",
        )  # fmt: skip
        if scope == "all":
            rows, name = found.table, "indicators"
        _files(rows, found, view, name)


def _files(rows: pd.DataFrame, found: Corpus, view: state.View, name: str) -> None:
    """A button for each format; the file holds the columns of the observation table."""
    language, today = view.wording.language, dt.date.today()
    known = export.Provenance(found.documents, language, today, state.home(), state.address(view))
    with st.container(horizontal=True, gap="small", key="files"):
        for code in OFFERED:
            form = export.FORMATS[code]
            st.download_button(
                form.label, partial(_content, form, rows, found, known), f"{name}.{form.ending}", form.mime,
                on_click="ignore", key=f"file_{code}",
            )  # fmt: skip


def _content(form: export.Format, rows: pd.DataFrame, found: Corpus, known: export.Provenance) -> bytes:
    return form(found.raw(rows), known)
