"""The entry of the page: ``streamlit run dashboard.py``."""

from indicators.ui.navigation import run

run()
