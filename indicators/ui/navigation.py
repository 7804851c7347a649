"""Configuration and the pages by name."""

import streamlit as st

from indicators.ui import compare, coverage, data_page, overview, reports, state, targets
from indicators.wording import Wording

#: the filters' width in pixels: the longest name of an indicator with its count
SIDEBAR = 335


def run() -> None:
    """Show the page that the address asks for."""
    say = Wording(state.language())
    st.set_page_config(
        page_title=say.text("product"), page_icon="📊", layout="wide", initial_sidebar_state=SIDEBAR
    )
    pages = {
        "overview": st.Page(overview.show, title=say.text("overview"), url_path="overview", default=True),
        "compare": st.Page(compare.show, title=say.text("compare"), url_path="compare"),
        "targets": st.Page(targets.show, title=say.text("targets"), url_path="targets"),
        "reports": st.Page(reports.show, title=say.text("reports"), url_path="reports"),
        "coverage": st.Page(coverage.show, title=say.text("coverage"), url_path="coverage"),
        "data": st.Page(data_page.show, title=say.text("data"), url_path="data"),
    }
    st.session_state["pages"] = pages
    st.navigation(list(pages.values()), position="top").run()
