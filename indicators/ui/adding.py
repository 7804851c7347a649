"""Reports that a reader adds by upload or paste: for this session only, seen in every chart at once."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

import indicators
from indicators import views
from indicators.model import Document
from indicators.reading import ReadingError, read_bytes
from indicators.ui import parts, state
from indicators.ui.data import Corpus
from indicators.wording import Wording

#: an upload's size is checked in the browser only, so it is checked here again
MOST_BYTES = 10_000_000


class _TooLargeError(Exception):
    """An upload beyond what the page takes."""


def with_added(corpus: Corpus) -> Corpus:
    """The corpus and the session's own reports, joined anew only when one of either is new."""
    added: dict[str, Document] = st.session_state.get("added", {})
    if not added:
        return corpus
    what = (id(corpus), tuple(added))
    if st.session_state.get("joined", (None, None))[0] != what:
        st.session_state["joined"] = (what, _join(corpus, added))
    joined: Corpus = st.session_state["joined"][1]
    return joined


def _join(corpus: Corpus, added: dict[str, Document]) -> Corpus:
    rows = [row for document in added.values() for row in indicators.extract(document)]
    documents = {**corpus.documents, **added}
    table = pd.concat([corpus.raw(corpus.table), indicators.to_table(rows)], ignore_index=True)
    published = {name: document.published for name, document in documents.items()}
    return Corpus(views.enrich(table, published), documents, corpus.faults)


def form(corpus: Corpus, say: Wording) -> None:
    """The way in: files or pasted text; what can't be read is told in one sentence."""
    with st.expander(say.text("add_report")):
        with st.form("add", clear_on_submit=True, border=False):
            files = st.file_uploader(say.text("add_files"), type="txt", accept_multiple_files=True)
            pasted = st.text_area(say.text("add_text"), placeholder=say.text("add_hint"), height=140)
            sent = st.form_submit_button(say.text("add_submit"))
        st.html(parts.small(say.text("add_note")))
    if not sent:
        return
    readers: list[tuple[str, Callable[[], Document]]] = [
        (file.name, partial(_from_file, file.getvalue(), file.name, corpus)) for file in files
    ]
    if pasted.strip():
        name = _free("pasted", corpus)
        readers.append((say.text("add_text"), partial(indicators.read_text, pasted, name)))
    if _add(readers, say):
        st.rerun()


def _add(readers: Sequence[tuple[str, Callable[[], Document]]], say: Wording) -> bool:
    """Whether all could be added; each that could not is named."""
    whole = True
    for label, read in readers:
        try:
            document = read()
        except (ReadingError, _TooLargeError) as error:
            whole = False
            reason = say.text(f"fault.{error.code if isinstance(error, ReadingError) else 'large'}")
            st.html(parts.note(say.text("bad_report", report=label, reason=reason)))
        else:
            st.session_state["added"] = {**st.session_state.get("added", {}), document.name: document}
            state.remember(report=document.name, obs="")
    return whole and bool(readers)


def _from_file(content: bytes, filename: str, corpus: Corpus) -> Document:
    if len(content) > MOST_BYTES:
        raise _TooLargeError
    document = read_bytes(content, filename)
    return indicators.read_text(document.text, _free(document.name, corpus))


def _free(name: str, corpus: Corpus) -> str:
    """The name, with a count behind it where a report bears it already."""
    taken = {*corpus.documents, *st.session_state.get("added", {})}
    names = [name, *(f"{name}-{count}" for count in range(2, len(taken) + 3))]
    return next(free for free in names if free not in taken)
