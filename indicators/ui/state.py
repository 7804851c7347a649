"""The view in the URL: read from it, kept through page changes, written back by stable codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators import views
from indicators.lexicon import LANGUAGES
from indicators.ui.data import Corpus
from indicators.wording import Wording

#: parts of a link that are no part of the choice
LANGUAGE, EVIDENCE, REPORT = "lang", "obs", "report"
#: in a session: the page that is shown, and where on each page its sentence was asked for
_PAGE, _ASKED = "page", "asked"
#: the cookie that tells whether the reader's window is narrow, as serving/shell.js sets it with each document
_NARROW = "narrow"
#: parts that belong to streamlit
_FOREIGN = ("embed", "embed_options")


@dataclass(frozen=True, slots=True)
class View:
    """What this run shows: the choice, the words, the row whose sentence is open, the report that is open.

    In a ``narrow`` window charts have fewer columns and ticks.
    """

    choice: views.Choice
    wording: Wording
    evidence: str
    report: str
    unknown: tuple[str, ...]
    missed_period: str
    missed_family: str = ""
    narrow: bool = False


def wish() -> dict[str, str]:
    """The parts of the link that the reader came with, or what was chosen since."""
    given = {key: value for key, value in st.query_params.to_dict().items() if key not in _FOREIGN}
    if "wish" not in st.session_state or (given and given != st.session_state.get("written")):
        st.session_state["wish"] = given
    return dict(st.session_state["wish"])


def language() -> str:
    """The language of the link, Vietnamese where it names none."""
    named = wish().get(LANGUAGE, "")
    return named if named in LANGUAGES else LANGUAGES[0]


def remember(**parts: str) -> None:
    """Change parts of the wish; a changed filter closes the sentence that was open."""
    kept = wish()
    if set(parts) - {EVIDENCE, REPORT, LANGUAGE, "chart"}:
        kept.pop(EVIDENCE, None)
    st.session_state["wish"] = {key: value for key, value in (kept | parts).items() if value}
    st.session_state["written"] = st.query_params.to_dict()


def turn(page: str) -> None:
    """Show a page: what is open on another, sentence or report, stays there, unless the link has them."""
    before = st.session_state.get(_PAGE, page)
    st.session_state[_PAGE] = page
    if before != page and not {EVIDENCE, REPORT} & st.query_params.to_dict().keys():
        kept = wish()
        st.session_state["wish"] = {part: kept[part] for part in kept if part not in (EVIDENCE, REPORT)}


def lead(page: str, **parts: str) -> NoReturn:
    """Go to a page with changed parts of the wish."""
    remember(**parts)
    st.session_state[_PAGE] = page
    st.switch_page(st.session_state["pages"][page])


def ask(row_id: str, where: str) -> None:
    """The sentence of a row is asked for: at the chart, at the rows, at another part of this page."""
    remember(obs=row_id)
    st.session_state[_ASKED] = st.session_state.get(_ASKED, {}) | {st.session_state.get(_PAGE, ""): where}


def asked() -> str:
    """Where on this page the open sentence was asked for, and so where it is shown; empty for a link's."""
    return str(st.session_state.get(_ASKED, {}).get(st.session_state.get(_PAGE, ""), ""))


def read(found: Corpus) -> View:
    """The view that the wish leads to, written back into the URL."""
    wished, table = wish(), found.table
    named = wished.get(LANGUAGE, LANGUAGES[0])
    unknown = [f"{LANGUAGE}={named}"] if named not in LANGUAGES else []
    evidence, report = wished.get(EVIDENCE, ""), wished.get(REPORT, "")
    if evidence and views.find(table, evidence) is None:
        unknown.append(f"{EVIDENCE}={evidence}")
        evidence = ""
    if report and report not in found.documents:
        unknown.append(f"{REPORT}={report}")
        report = ""
    own = {key: value for key, value in wished.items() if key not in (LANGUAGE, EVIDENCE, REPORT)}
    if "ind" not in own:  # an indicator that is named is meant as a whole where no part of it is
        own = _of_row(table, evidence) | own
    resolved = views.resolve(table, own, found.areas(), found.of_area)
    view = View(
        resolved.choice,
        Wording(language()),
        evidence,
        report,
        (*unknown, *resolved.unknown),
        resolved.missed_period,
        resolved.missed_family,
        st.context.cookies.get(_NARROW) == "1",
    )
    _write(resolved.choice.codes() | {LANGUAGE: language(), EVIDENCE: evidence, REPORT: report})
    return view


def home() -> str:
    """The address of the first page; empty where the page does not know where it is."""
    here = (st.context.url or "").rstrip("/")
    named = [f"/{name}" for name in st.session_state.get("pages", ()) if here.endswith(f"/{name}")]
    return f"{here.removesuffix(named[0]) if named else here}/" if here else ""


def address(view: View, **more: str) -> str:
    """The link of this view, as short as it can be; empty where the page does not know where it is."""
    parts = more | view.choice.codes()
    parts.pop("kind")  # the period tells it
    if view.wording.language != LANGUAGES[0]:
        parts[LANGUAGE] = view.wording.language
    here = (st.context.url or "").rstrip("/")
    path = f"{here}/" if f"{here}/" == home() else here
    return f"{path}?{urlencode(parts, safe='/')}" if here else ""


def _of_row(table: pd.DataFrame, row_id: str) -> dict[str, str]:
    """The view that a figure's own link opens where it names nothing else: area, period, indicator."""
    row = views.find(table, row_id) if row_id else None
    if row is None:
        return {}
    columns = {
        "area": "ref_area",
        "period": "time_period",
        "ind": "family",
        "act": "activity",
        "measure": "measure",
    }
    return {part: str(row[column]) for part, column in columns.items()}


def _write(parts: Mapping[str, str]) -> None:
    link = {key: value for key, value in parts.items() if value}
    st.session_state["wish"] = link
    st.session_state["written"] = link
    if st.query_params.to_dict() != link:
        foreign = {key: value for key, value in st.query_params.to_dict().items() if key in _FOREIGN}
        st.query_params.from_dict(link | foreign)
