"""The pages and their parts: beside ``dashboard.py`` the only place that imports streamlit."""
