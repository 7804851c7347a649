"""The table: the rows of the view or all of them, searched, downloaded, each leading to its sentence."""

from collections.abc import Callable
from functools import lru_cache

import pandas as pd
import streamlit as st

from indicators import views
from indicators.ui import evidence, export, page, parts, state, table
from indicators.ui.data import Corpus
from indicators.ui.keeping import kept
from indicators.wording import Wording, fold

SCOPES = ("view", "area", "all")


@page.framed()
def show(found: Corpus, view: state.View) -> None:
    """The whole page."""
    say = view.wording
    with st.container(key="scope"):
        title = st.empty()
        page.notes(found, view)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            scope = st.segmented_control(
                say.text("scope"), SCOPES, default="area", required=True, key="w_scope",
                format_func=lambda code: _scope_name(code, view), label_visibility="collapsed",
            )  # fmt: skip
            wanted = st.text_input(
                say.text("search"), key="w_search", placeholder=say.text("search_hint"),
                label_visibility="collapsed",
            )  # fmt: skip
    rows = searched(_scope(found, view, scope or "area"), wanted or "", say, _folding(found.key))
    title.html(parts.heading(1, say.text("data"), say.text("rows_found", count=say.number(len(rows)))))
    evidence.panel(found, view, hint="evidence_hint_rows")
    table.rows(rows, found, view, height=560 if len(rows) > 14 else "auto", sentences=True)
    export.menu(rows, found, view, "indicators")


def _scope_name(code: str, view: state.View) -> str:
    say, choice = view.wording, view.choice
    area = say.area(choice.area)
    if code == "view":
        return say.text("view_title", area=area, period=say.label(choice.period))
    return say.text("all_periods", area=area) if code == "area" else say.text("all_rows")


def _scope(found: Corpus, view: state.View, scope: str) -> pd.DataFrame:
    choice = view.choice
    if scope == "all":
        return found.table
    period = choice.period if scope == "view" else None
    return views.keep(found.table, ref_area=choice.area, time_period=period, nature_group=choice.natures)


def searched(
    rows: pd.DataFrame, wanted: str, say: Wording, folded: Callable[[str], str] = fold
) -> pd.DataFrame:  # fmt: skip
    """The rows whose area, indicator, period or sentence hold all the words, with or without diacritics."""
    words = fold(wanted).split()
    if not words or rows.empty:
        return rows
    columns = ("ref_area", "family", "indicator", "time_period", "sentence")
    told = [
        f"{_named(area, family, indicator, period, say)} {folded(sentence)}"
        for area, family, indicator, period, sentence in zip(*(rows[name] for name in columns), strict=True)
    ]
    return rows[[all(word in text for word in words) for text in told]]


@kept(2)
def _folding(key: str) -> Callable[[str], str]:  # noqa: ARG001 - what the cache tells corpora apart by
    """How sentences are folded: each has several rows, and a search is asked again with each click."""
    return lru_cache(maxsize=1 << 16)(fold)


@lru_cache(maxsize=1 << 14)
def _named(area: str, family: str, indicator: str, period: str, say: Wording) -> str:
    return fold(" ".join([say.area(area), area, say.family(family), indicator, say.name(period), period]))
