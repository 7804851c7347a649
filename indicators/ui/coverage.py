"""What the reports cover, where they disagree, and what can't all be true."""

from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from indicators import views
from indicators.ui import disputes, evidence, matrix, page, parts, state
from indicators.ui.data import Corpus

_SCRIPT = Path(__file__).with_name("cells.js")
#: the columns of the table before those of indicators: area, reports
_BEFORE = 2
CELLS = "cells"


@cache
def _cells() -> Any:
    return st.components.v2.component("indicators.cells", js=_SCRIPT.read_text(encoding="utf-8"))


@page.framed(("area",))
def show(found: Corpus, view: state.View) -> None:
    """The whole page."""
    say = view.wording
    covered = views.coverage(found.table, found.documents.values())
    sub = say.text("coverage_sub", areas=len(covered), reports=len(found.documents))
    st.html(parts.heading(1, say.text("coverage"), sub))
    page.notes(found, view)
    st.html(matrix.matrix(covered, say, view.choice.area))
    _cells()(data=view.choice.area, key=CELLS, on_cell_change=lambda: _asked(covered, found), height=1)
    st.html(matrix.legend(say))
    st.html(parts.small(say.text("coverage_keys")))
    if state.asked() == CELLS:
        evidence.panel(found, view)
    untold = views.untold(covered)
    if untold:
        with st.expander(say.text("untold", count=len(untold))):
            st.html(parts.small(", ".join(say.area(code) for code in untold) + "."))
    disputes.show(found, view)


def _asked(covered: pd.DataFrame, found: Corpus) -> None:
    """A cell was chosen: its newest figure is asked for."""
    row, column = st.session_state[CELLS]["cell"]
    area, family = str(covered.index[row]), str(covered.columns[column - _BEFORE])
    newest = views.newest(found.table, area, family)
    if newest is not None:
        state.remember(area=area, ind=family, period=str(newest["time_period"]))
        state.ask(str(newest["id"]), CELLS)
