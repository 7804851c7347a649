"""The sentence behind a figure, close to where it was asked for, with an address of its own."""

from collections.abc import Collection
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators import views
from indicators.ui import copying, data, parts, state

#: so many sentences stand below each other at most
MOST = 6
#: what makes a second sentence say nothing new
_ONE_VALUE = ("indicator", "activity", "measure", "time_period", "amount", "nature")


def panel(
    found: data.Corpus, view: state.View, link: bool = True, hint: str = "evidence_hint"
) -> None:  # fmt: skip
    """The sentence of the chosen row and its address, or how to get one; a ``link`` leads into the report."""
    say = view.wording
    row = views.find(found.table, view.evidence) if view.evidence else None
    if row is None:
        st.html(parts.small(say.text(hint)))
        return
    st.html(parts.proof(row, found, say))
    _ways(row, view, link, "")


def panels(rows: pd.DataFrame, found: data.Corpus, view: state.View, taken: Collection[str] = ()) -> None:
    """The sentences of rows that are held against each other, one for each value of one nature.

    Which of them charts have ``taken`` is said.
    """
    say = view.wording
    shown = rows.drop_duplicates(list(_ONE_VALUE))[:MOST]
    for place, (_, row) in enumerate(shown.iterrows()):
        badge = say.text("taken") if row["id"] in taken else ""
        st.html(parts.proof(row, found, say, badge, rivals=False))
        _ways(row, view, True, f"_{place}")
    if len(rows) > len(shown):
        st.html(parts.small(say.text("panels_more", count=len(rows) - len(shown))))


def _ways(row: pd.Series, view: state.View, link: bool, nth: str) -> None:
    """The ways on from a sentence: into its report, and its address."""
    say = view.wording
    address = f"{state.home()}?{urlencode({'obs': str(row['id']), state.LANGUAGE: say.language})}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"proof_links{nth}"):
        if link and st.button(f"{say.text('open_report')} →", key=f"open_report{nth}", type="tertiary"):
            state.lead("reports", report=str(row["document"]), obs=str(row["id"]))
        copying.button(address, say.text("copy_link"), f"link{nth}", say)
