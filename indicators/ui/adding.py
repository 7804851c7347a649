"""Reports that a reader adds by upload or paste: for this session only, seen in every chart at once."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

import indicators
from indicators import views
from indicators.model import Document, Observation
from indicators.reading import read_bytes
from indicators.ui import keeping, parts, state
from indicators.ui.data import Corpus, Fault, attempt, left_over, reports_in
from indicators.wording import Wording

#: an upload's size is checked in the browser only, so it is checked here again
MOST_BYTES = 10_000_000

#: the session's own reports by name, each with its rows
Added = dict[str, tuple[Document, list[Observation]]]


def own() -> Added:
    """The session's own reports."""
    added: Added = st.session_state.get(keeping.OWN, {})
    return added


def keep(document: Document, rows: list[Observation]) -> None:
    """Let this be a report of the session's own, in the place of one that bore its name."""
    st.session_state[keeping.OWN] = {**own(), document.name: (document, rows)}


def refuse(*faults: Fault) -> None:
    """Let the next page say what could not be read."""
    st.session_state["refused"] = faults


def refusals(say: Wording) -> None:
    """What could not be read, told once."""
    for fault in st.session_state.pop("refused", ()):
        st.html(parts.fault(fault, say))


def with_added(corpus: Corpus) -> Corpus:
    """The corpus and the session's own reports, joined anew only when one of either is new."""
    added = own()
    if not added:
        return corpus
    what = (corpus.key, tuple(document for document, _ in added.values()))
    if st.session_state.get("joined", (None, None))[0] != what:
        st.session_state["joined"] = (what, _join(corpus, added))
    joined: Corpus = st.session_state["joined"][1]
    return joined


def _join(corpus: Corpus, added: Added) -> Corpus:
    rows = [row for _, found in added.values() for row in found]
    documents = {**corpus.documents, **{name: document for name, (document, _) in added.items()}}
    unassigned = {name: left_over(document, found) for name, (document, found) in added.items()}
    table = pd.concat([corpus.raw(corpus.table), indicators.to_table(rows)], ignore_index=True)
    published = {name: document.published for name, document in documents.items()}
    enriched = views.enrich(table, published)
    told = {**corpus.unassigned, **unassigned}
    return Corpus(enriched, documents, corpus.faults, told, reports_in(enriched, documents), corpus.flaws)


def form(corpus: Corpus, say: Wording) -> None:
    """The way in: files or pasted text; what can't be read is told in one sentence."""
    with st.expander(say.text("add_report")):
        with st.form("add", clear_on_submit=True, border=False):
            files = st.file_uploader(say.text("add_files"), type="txt", accept_multiple_files=True)
            pasted = st.text_area(say.text("add_text"), placeholder=say.text("add_hint"), height=140)
            sent = st.form_submit_button(say.text("add_submit"))
        st.html(parts.small(say.text("add_note")))
    refusals(say)
    if not sent:
        return
    readers: list[tuple[str, Callable[[], Document]]] = [
        (file.name, partial(_from_file, file.getvalue(), file.name, corpus))
        for file in files
        if file.size <= MOST_BYTES
    ]
    refused = [Fault(file.name, "large") for file in files if file.size > MOST_BYTES]
    if pasted.strip():
        name = _free("pasted", corpus)
        readers.append((say.text("add_text"), partial(indicators.read_text, pasted, name)))
    if readers or refused:
        refuse(*refused, *_add(readers))
        st.rerun()


def _add(readers: Sequence[tuple[str, Callable[[], Document]]]) -> list[Fault]:
    """Add what can be read, and open it where it is all there is; returns what could not be read."""
    refused: list[Fault] = []
    for label, read in readers:
        outcome = attempt(label, read)
        if isinstance(outcome, Fault):
            refused.append(outcome)
            continue
        document, rows = outcome
        keep(document, rows)
        if len(readers) == 1:
            state.remember(report=document.name, obs="")
    return refused


def _from_file(content: bytes, filename: str, corpus: Corpus) -> Document:
    document = read_bytes(content, filename)
    return indicators.read_text(document.text, _free(document.name, corpus))


def _free(name: str, corpus: Corpus) -> str:
    """The name, with a count behind it where a report bears it already."""
    taken = {*corpus.documents, *own()}
    names = [name, *(f"{name}-{count}" for count in range(2, len(taken) + 3))]
    return next(free for free in names if free not in taken)
