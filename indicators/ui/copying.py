"""What a reader takes along by one click: the address of a figure or of a view, the code of its frame."""

from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from indicators.wording import Wording

_SCRIPT = Path(__file__).with_name("copying.js")


@cache
def _component() -> Any:
    return st.components.v2.component("indicators.copying", js=_SCRIPT.read_text(encoding="utf-8"))


def button(text: str, idle: str, key: str, say: Wording) -> None:
    """A button that is named ``idle`` and copies the ``text``."""
    words = {"text": text, "idle": idle, "done": say.text("copied")}
    _component()(data=words, key=key, width="content")


def frame(address: str, title: str, height: int) -> str:
    """The HTML that shows what is at an address in a page of somebody else's, ``height`` in pixels.

    >>> frame("http://here/?embed=true&area=VN", 'The "country"', 400)
    '<iframe src="http://here/?embed=true&amp;area=VN" title="The &quot;country&quot;" width="100%" \
height="400" style="border: 0" loading="lazy"></iframe>'
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}" '
        'style="border: 0" loading="lazy"></iframe>'
    )
