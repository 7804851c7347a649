"""What is made once for all readers, and of a reader's own reports only for as long as the reader stays."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

#: where a session has the reports that its reader added
OWN = "added"

Asked = ParamSpec("Asked")
Made = TypeVar("Made")


def kept(most: int) -> Callable[[Callable[Asked, Made]], Callable[Asked, Made]]:
    """Keep the ``most`` recent outcomes of a function; nobody may change them, as all who ask share them.

    What a session with reports of its own asks for goes with the session.
    """

    def keep(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
        shared = st.cache_resource(max_entries=most, show_spinner=False)(make)
        own = st.cache_resource(max_entries=most, show_spinner=False, scope="session")(make)

        @wraps(make)
        def made(*asked: Asked.args, **named: Asked.kwargs) -> Made:
            return (own if st.session_state.get(OWN) else shared)(*asked, **named)

        return made

    return keep
