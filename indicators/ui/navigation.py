"""Configuration and the pages by name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import streamlit as st

from indicators.ui import compare, coverage, data_page, embed, overview, reports, state, targets
from indicators.wording import Wording

#: the filters' width in pixels: the longest name of an indicator with its count
SIDEBAR = 335

#: the pages by the names that they have in addresses and in the lexicon; the first is the one without a name
PAGES: Mapping[str, Callable[[], None]] = MappingProxyType(
    {
        "overview": overview.show,
        "compare": compare.show,
        "targets": targets.show,
        "reports": reports.show,
        "coverage": coverage.show,
        "data": data_page.show,
    }
)

#: the charts that stand alone in a frame of another page, by their pages
EMBEDDED: Mapping[str, embed.Chart] = MappingProxyType(
    {"overview": overview.main_chart, "compare": compare.main_chart}
)


def run() -> None:
    """Show the page that the address asks for."""
    say = Wording(state.language())
    st.set_page_config(
        page_title=say.text("product"), page_icon="📊", layout="wide", initial_sidebar_state=SIDEBAR
    )
    first, *_ = PAGES
    pages = {
        name: st.Page(show, title=say.text(name), url_path=name, default=name == first)
        for name, show in PAGES.items()
    }
    st.session_state["pages"] = pages
    here = st.navigation(list(pages.values()), position="hidden" if st.context.is_embedded else "top")
    name = here.url_path or first
    state.turn(name)
    if st.context.is_embedded and name in EMBEDDED:
        embed.show(EMBEDDED[name], here.url_path or "/")
    else:
        here.run()
