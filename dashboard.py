"""The entry: ``streamlit run dashboard.py`` takes ``app`` from here, and runs this file for every view."""

import streamlit as st

from indicators import serving
from indicators.ui import navigation

if __name__ == "__main__":  # the page; the server imports this file under its own name
    navigation.run()
else:
    app = st.App(
        __file__, routes=serving.routes(), middleware=serving.middleware(), lifespan=serving.lifespan
    )
