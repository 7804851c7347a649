"""What was understood of the day and the area of a report, and where a reader mends it for the session."""

import datetime as dt
from collections.abc import Sequence
from functools import cache, partial
from typing import Any, Literal

import streamlit as st

import indicators
from indicators import lexicon
from indicators.model import Document, Observation
from indicators.telling import FIRST_YEAR, LAST_YEAR
from indicators.ui import adding, parts, sidebar, state
from indicators.ui.data import Fault, attempt
from indicators.wording import Wording, fold

#: of so many own reports the fields stand in the list, the others' where they are open
MOST = 12

_PUBLISHED, _AREA = "published", "area"


def of_report(document: Document, say: Wording) -> None:
    """The fields of a report of the reader's own, and one sentence on what a report does not tell."""
    own, what = document.name in adding.own(), _untold(document)
    if own:
        with st.container(horizontal=True, key="telling"):
            _day(document, say, width=190)
            _area(document, say, width=310)
    if own and not what:
        st.html(parts.small(say.text("telling.mend")))
    if what:
        how = "own" if own else "listed" if what == _AREA else "named"
        st.html(parts.note(say.text(f"telling.{how}", what=say.text(f"telling.no_{what}"))))


def of_own(say: Wording) -> None:
    """The fields of the reports of the reader's own, those that came last where they are many."""
    documents = [document for document, _ in adding.own().values()][-MOST:]
    if not documents:
        return
    with st.expander(say.text("telling.of_own"), expanded=True):
        for document in documents:
            title, day, area = st.columns((3, 1.3, 2), vertical_alignment="center")
            name = parts.report_title(document, say)
            title.html(parts.small(name))
            with day:
                _day(document, say, about=name)
            with area:
                _area(document, say, about=name)


def _untold(document: Document) -> str:
    """Which of the two a report does not tell: ``published``, ``area``, ``both``, or none."""
    untold = [part for part in (_PUBLISHED, _AREA) if getattr(document, part) is None]
    return "both" if len(untold) > 1 else "".join(untold)


def _day(
    document: Document, say: Wording, about: str = "", width: int | Literal["stretch"] = "stretch"
) -> None:
    """The field of the day that a report came out; ``about`` names it where the label is out of sight."""
    day = document.published
    label = say.text("telling.day_field" if day else "telling.unknown_day")
    st.date_input(
        f"{label}: {about}" if about else label, value=None, key=_keep(document, _PUBLISHED),
        min_value=min(dt.date(FIRST_YEAR, 1, 1), day or dt.date.max),
        max_value=max(dt.date(LAST_YEAR, 12, 31), day or dt.date.min),
        format=say.text("telling.day_form"), on_change=_tell, args=(document.name, _PUBLISHED),
        label_visibility="collapsed" if about else "visible", width=width,
    )  # fmt: skip


def _area(
    document: Document, say: Wording, about: str = "", width: int | Literal["stretch"] = "stretch"
) -> None:
    """The field of the area that a report speaks for; ``about`` as for the day."""
    label = say.text("telling.area_field")
    st.selectbox(
        f"{label}: {about}" if about else label, _areas(say), index=None, key=_keep(document, _AREA),
        format_func=lambda code: sidebar.searchable(code, say), filter_mode="contains",
        placeholder=say.text("telling.unknown_area"), on_change=_tell, args=(document.name, _AREA),
        label_visibility="collapsed" if about else "visible", width=width,
    )  # fmt: skip


@cache
def _areas(say: Wording) -> Sequence[str]:
    """All areas: the country, the regions, the provinces by their names."""
    known = lexicon.areas().values()
    larger = [area.code for area in known if area.kind != "province"]
    provinces = [area.code for area in known if area.kind == "province"]
    return (*larger, *sorted(provinces, key=lambda code: fold(say.area(code))))


def _keep(document: Document, part: str) -> str:
    """The key of a report's field, which holds what was understood of the report."""
    key = f"w_told_{part}_{document.name}"
    st.session_state[key] = getattr(document, part)
    return key


def _tell(name: str, part: str) -> None:
    """Read a report of the reader's own again with what a field tells; an empty one leaves it to the text."""
    before, rows = adding.own()[name]
    told: dict[str, Any] = {each: getattr(before, each) for each in before.told if each != part}
    chosen = st.session_state[f"w_told_{part}_{name}"]
    if chosen is not None:
        told[part] = chosen
    outcome = attempt(name, partial(indicators.read_text, before.text, name, **told))
    if isinstance(outcome, Fault):
        adding.refuse(outcome)
        return
    document, found = outcome
    adding.keep(document, found)
    _let_go(rows, found, document.area or "")


def _let_go(before: Sequence[Observation], after: Sequence[Observation], area: str) -> None:
    """Leave what the view had of the report's former reading alone: its figure, its area, its period."""
    wished = state.wish()
    areas, periods = ({getattr(row, column) for row in after} for column in ("ref_area", "time_period"))
    parts = {"obs": ""}
    if wished.get("area") in {row.ref_area for row in before} - areas:
        parts["area"] = area if area in areas else ""
    if wished.get("period") in {row.time_period for row in before} - periods:
        parts |= {"period": "", "kind": ""}
    state.remember(**parts)
