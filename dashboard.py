"""The entry of the page: configuration and navigation, nothing else. Run it with ``streamlit run dashboard.py``."""

from indicators.ui.navigation import run

run()
