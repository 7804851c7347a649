"""The least page that has a chart and a filter: what ours is measured beside."""

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import streamlit as st

chosen = st.selectbox("Number", range(100), key="number")
heights = [chosen + 1, 2, 3]
st.plotly_chart(go.Figure(go.Bar(x=["a", "b", "c"], y=heights, text=heights)))
