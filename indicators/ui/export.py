"""The way out: PNG and SVG made in the reader's own browser, HTML and tables made on click."""

import json
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import streamlit as st

from indicators import charts, export
from indicators.ui.data import Corpus
from indicators.wording import Wording


@cache
def _component() -> Callable[..., Any]:
    folder = resources.files(__package__)
    script = (folder / "export.js").read_text(encoding="utf-8")
    style = (folder / "export.css").read_text(encoding="utf-8")
    component: Callable[..., Any] = st.components.v2.component(
        "indicators.picture", html='<div class="row" role="group"></div>', css=style, js=script
    )
    return component


def downloads(
    dressed: go.Figure, rows: pd.DataFrame, corpus: Corpus, name: str, title: str, say: Wording
) -> None:
    """One row of buttons: the dressed chart as PNG, SVG and HTML, the rows behind it as CSV and XLSX."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="downloads"):
        st.html(f'<span class="quiet">{say.text("download")}</span>', width="content")
        data = {
            "figure": json.loads(dressed.to_json()),
            "name": name,
            "failed": say.text("failed", format="{format}"),
        }
        _component()(data=data, key="picture", width="content")
        st.download_button(
            "HTML", lambda: charts.standalone(dressed, title, say.language), f"{name}.html", "text/html",
            on_click="ignore", key="html",
        )  # fmt: skip
        tables(rows, corpus, name)


def tables(rows: pd.DataFrame, corpus: Corpus, name: str) -> None:
    """Buttons for the rows as CSV and XLSX, with the columns of the observation table."""
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    st.download_button(
        "CSV",
        lambda: export.FORMATS["csv"](corpus.raw(rows)),
        f"{name}.csv",
        "text/csv",
        on_click="ignore",
        key="csv",
    )
    st.download_button(
        "XLSX",
        lambda: export.FORMATS["xlsx"](corpus.raw(rows)),
        f"{name}.xlsx",
        sheet,
        on_click="ignore",
        key="xlsx",
    )
