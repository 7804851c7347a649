"""The document around the page: its language, and streamlit's own English words replaced."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from indicators.wording import Wording

_SCRIPT = Path(__file__).with_name("document.js")
#: what streamlit calls its own buttons, and the texts that take its place
_LABELS = {
    "Open": "label_open",
    "Collapse sidebar": "label_collapse",
    "Expand sidebar": "label_expand",
    "Sidebar": "label_sidebar",
    "App pages": "label_pages",
    "Clear all": "label_clear",
    "file upload": "upload",
}
#: what streamlit calls the entries of a column's menu
_MENU = {
    "Sort ascending": "menu_ascending",
    "Sort descending": "menu_descending",
    "Statistics": "menu_statistics",
    "Format": "menu_format",
    "Autosize": "menu_fit",
    "Pin column": "menu_pin",
    "Unpin column": "menu_unpin",
    "Hide column": "menu_hide",
}
#: words of streamlit's own that only a style can replace: where they stand, and the text
_WORDS = {
    "[data-testid=stFileUploaderDropzone] button p": "upload",
    "[data-testid=stFileUploaderDropzoneInstructions] span": "upload_limit",
    "[role=listbox][data-empty] span": "no_match",
}


def speak(say: Wording) -> None:
    """Put the page's language in the place of streamlit's words."""
    rules = (
        f'{place} {{ font-size: 0 }} {place}::after {{ font-size: .875rem; content: "{say.text(key)}" }}'
        for place, key in _WORDS.items()
    )
    st.html(f"<style>{' '.join(rules)}</style>")


@cache
def _component() -> Any:
    return st.components.v2.component("indicators.document", js=_SCRIPT.read_text(encoding="utf-8"))


def set_up(say: Wording, here: str) -> None:
    """Set the language and the buttons' names; ``here`` names the figure that the open report is read at."""
    labels = {name: say.text(key) for name, key in _LABELS.items()}
    menu = {name: say.text(key) for name, key in _MENU.items()}
    told = {"language": say.language, "here": here, "labels": labels, "menu": menu}
    _component()(data=told, key="document", height=1)
