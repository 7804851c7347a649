"""The sentence behind a figure, close to where it was asked for, with an address of its own."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from indicators import views
from indicators.ui import data, parts, state

_LINK = Path(__file__).with_name("link.js")


@cache
def _link() -> Any:
    script = _LINK.read_text(encoding="utf-8")
    return st.components.v2.component("indicators.link", html="<button type='button'></button>", js=script)


def panel(found: data.Corpus, view: state.View, link: bool = True) -> None:
    """The sentence of the chosen row and its address, or how to get one; a ``link`` leads into the report."""
    say = view.wording
    row = views.find(found.table, view.evidence) if view.evidence else None
    if row is None:
        st.html(parts.small(say.text("evidence_hint")))
        return
    st.html(parts.proof(row, found, say))
    address = {"obs": str(row["id"]), "lang": say.language}
    words = {"idle": say.text("copy_link"), "done": say.text("copied"), "address": address}
    with st.container(horizontal=True, vertical_alignment="center", key="proof_links"):
        if link and st.button(f"{say.text('open_report')} →", key="open_report", type="tertiary"):
            state.remember(report=str(row["document"]))
            st.switch_page(st.session_state["pages"]["reports"])
        _link()(data=words, key="link", width="content")
