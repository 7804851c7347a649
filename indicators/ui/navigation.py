"""Configuration and the pages by name."""

import streamlit as st

from indicators.lexicon import LANGUAGES
from indicators.ui import overview, state
from indicators.wording import Wording


def run() -> None:
    """Show the page that the address asks for."""
    language = state.wish().get(state.LANGUAGE, LANGUAGES[0])
    say = Wording(language if language in LANGUAGES else LANGUAGES[0])
    st.set_page_config(page_title=say.text("product"), page_icon="📊", layout="wide")
    pages = [st.Page(overview.show, title=say.text("overview"), url_path="overview", default=True)]
    st.navigation(pages, position="top").run()
