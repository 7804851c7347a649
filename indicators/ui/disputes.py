"""What is stated differently, and what can't all be true: two lists that lead to the sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from indicators import lexicon, views
from indicators.charts import captions
from indicators.table import records
from indicators.ui import evidence, parts, state
from indicators.ui.data import Corpus
from indicators.ui.keeping import kept
from indicators.wording import Wording, capitalise

#: checks whose doubts stand among the conflicts already
REPEATS = ("stated_twice", "stated_elsewhere")
#: so many other statements are named in a line
MOST_NAMED = 3
#: so many lines a list shows at most: the widest gaps, the first doubts
MOST_LISTED = 1000
#: heights in pixels; from 65 on streamlit breaks the text of a cell into lines
TALLEST, ROW, TALL_ROW = 500, 66, 84
WHERE = ("all", "area")


def show(found: Corpus, view: state.View) -> None:
    """Both lists, of everywhere or of the area in view: a choice only where there is something to choose."""
    table, key = found.table, found.key
    with st.spinner(view.wording.text("checking")):
        conflicts = _conflicts_of(table, key)
        doubted = _doubts_of(table, key, view.wording.language)
    area = "" if conflicts.empty and doubted.shown.empty else _where(view)
    _conflicts(found, view, area)
    _doubts(found, view, area)


def _where(view: state.View) -> str:
    """The area that the lists keep to; empty for everywhere."""
    say, area = view.wording, view.choice.area
    where = st.segmented_control(
        say.text("where"), WHERE, default=WHERE[0], required=True, key="w_where",
        format_func=lambda code: say.text("everywhere") if code == WHERE[0] else say.area(area),
        label_visibility="collapsed",
    )  # fmt: skip
    return "" if where == WHERE[0] else area


def _conflicts(found: Corpus, view: state.View, area: str) -> None:
    say = view.wording
    rows, count = _widest(_conflicts_of(found.table, found.key), found.key, area)
    if rows.empty:
        st.html(parts.heading(2, say.text("conflicts_none")))
        return
    title, sub = say.text("conflicts", count=count), say.text("conflicts_rule")
    if count > MOST_LISTED:
        sub = f"{sub} {say.text('conflicts_most', most=say.number(MOST_LISTED))}"
    st.html(parts.heading(2, title, sub))
    shown = _lines(rows, found.key, say.language, area)
    stated = rows.groupby("conflict", sort=False)["id"].agg(list)
    ids = [stated[number] for number in shown.index]
    widths = {"indicator": 190, "area": 92, "period": 120, "taken": 170, "others": 210, "reports": 70}
    wide = {say.text(f"column_{name}"): width for name, width in widths.items()}
    opened = _listed("conflicts", shown, ids, view, area, ROW, wide)
    if opened is not None:
        group = rows[rows["conflict"] == shown.index[opened]]
        whole = found.told(group, found.table.columns)
        evidence.panels(whole, found, view, set(group.loc[group["taken"], "id"]))


def _doubts(found: Corpus, view: state.View, area: str) -> None:
    say, table = view.wording, found.table
    doubted = _doubts_of(table, found.key, say.language)
    kept = [number for number, about in enumerate(doubted.areas) if area in ("", about)]
    if not kept:
        labels = lexicon.labels("check").items()
        checks = ", ".join(label.text(say.language) for code, label in labels if code not in REPEATS)
        st.html(parts.heading(2, say.text("doubts_none"), say.text("doubts_checked", checks=checks)))
        return
    sub = say.text("doubts_rule")
    if len(doubted.places) == MOST_LISTED:
        sub = f"{sub} {say.text('doubts_most', most=say.number(MOST_LISTED))}"
    st.html(parts.heading(2, say.text("doubts", count=len(kept)), sub))
    shown, ids = doubted.shown.iloc[kept], [doubted.ids[number] for number in kept]
    reason = say.text("column_reason")
    opened = _listed("doubts", shown, ids, view, area, TALL_ROW, {reason: 316})
    if opened is not None:
        st.html(parts.note(str(shown[reason].iloc[opened])))
        rows = table.iloc[list(doubted.places[kept[opened]])]
        evidence.panels(rows, found, view)


def _listed(
    key: str, shown: pd.DataFrame, ids: Sequence[Sequence[str]], view: state.View, area: str, row: int,
    wide: dict[str, int],
) -> int | None:  # fmt: skip
    """A list; which of its lines is open: the chosen one, else the one that the link's row stands in."""
    name = f"{key}_{area}"

    def clicked() -> None:
        chosen = st.session_state[name]["selection"]["rows"]
        if chosen:
            state.ask(ids[chosen[0]][0], key)

    event: Any = st.dataframe(
        shown, key=name, hide_index=True, on_select=clicked, selection_mode="single-row", row_height=row,
        height=min(TALLEST, 38 + row * len(shown)), alt=view.wording.text(key, count=len(shown)),
        column_config={column: st.column_config.TextColumn(width=width) for column, width in wide.items()},
    )  # fmt: skip
    if event.selection.rows:
        return int(event.selection.rows[0])
    if state.asked() in {"conflicts", "doubts", "cells"} - {key}:
        return None
    return next((place for place, group in enumerate(ids) if view.evidence in group), None)


@kept(4)
def _conflicts_of(_table: pd.DataFrame, key: str) -> pd.DataFrame:  # noqa: ARG001 - the key tells tables apart
    """The statements of all conflicts."""
    return views.conflicts(_table)


@kept(32)
def _widest(_rows: pd.DataFrame, key: str, area: str) -> tuple[pd.DataFrame, int]:  # noqa: ARG001 - likewise
    """The conflicts that are listed for an area, or for everywhere, and how many there are."""
    rows = _rows[_rows["ref_area"] == area] if area else _rows
    numbers = rows["conflict"].drop_duplicates()
    return rows[rows["conflict"].isin(numbers[:MOST_LISTED])], len(numbers)


@kept(32)
def _lines(_rows: pd.DataFrame, key: str, language: str, area: str) -> pd.DataFrame:  # noqa: ARG001 - likewise
    """A line for each conflict in the reader's words."""
    say, rows = Wording(language), _rows
    taken = rows[rows["taken"]]
    amounts = rows["conflict"].map(taken.set_index("conflict")["amount"])
    others: dict[int, list[str]] = {}
    for row in records(rows[rows["amount"] != amounts]):
        others.setdefault(row["conflict"], []).append(_told(row, say))
    topics = zip(taken["family"], taken["activity"], taken["measure"], strict=True)
    return pd.DataFrame(
        {
            say.text("column_indicator"): [
                f"{say.topic(family, part)} · {say.measure(measure)}" for family, part, measure in topics
            ],
            say.text("column_area"): [say.area(code) for code in taken["ref_area"]],
            say.text("column_period"): [say.name(code) for code in taken["time_period"]],
            say.text("column_taken"): [_told(row, say) for row in records(taken)],
            say.text("column_others"): [_named(others.get(number, [])) for number in taken["conflict"]],
            say.text("column_reports"): list(taken["told"]),
        },
        index=list(taken["conflict"]),
    )


def _named(statements: Sequence[str]) -> str:
    """What the others state, when: the newest first, each statement once."""
    told = list(dict.fromkeys(statements))
    more = [f"+{len(told) - MOST_NAMED}"] if len(told) > MOST_NAMED else []
    return "; ".join([*told[:MOST_NAMED], *more])


def _told(row: captions.Row, say: Wording) -> str:
    day = row["published"]
    dated = say.text("undated") if day.year == 1 else say.date(day)
    return f"{captions.figure(row, say)} ({say.nature(row['nature'])}, {dated})"


@dataclass(frozen=True, slots=True)
class _Doubted:
    """What can't all be true, beside the conflicts: a line for each in the reader's words, and its rows."""

    shown: pd.DataFrame
    places: Sequence[tuple[int, ...]]
    ids: Sequence[Sequence[str]]
    areas: Sequence[str]


@kept(8)
def _doubts_of(
    _table: pd.DataFrame,
    key: str,  # noqa: ARG001 - likewise
    language: str,
) -> _Doubted:
    say, checks = Wording(language), lexicon.labels("check")
    found = views.first_doubts(_table, MOST_LISTED, leave=REPEATS)
    heads = np.array([doubt.rows[0] for doubt in found], dtype=np.intp)
    first = views.spelled(_table, heads, ("ref_area", "time_period"))
    shown = pd.DataFrame(
        {
            say.text("column_reason"): views.reasons(found, _table, say),
            say.text("column_area"): [say.area(code) for code in first["ref_area"]],
            say.text("column_period"): [say.name(code) for code in first["time_period"]],
            say.text("column_check"): [capitalise(checks[doubt.check].text(language)) for doubt in found],
        }
    )
    names = _table["id"].array
    ids = [[str(names[row]) for row in doubt.rows] for doubt in found]
    return _Doubted(shown, [doubt.rows for doubt in found], ids, list(first["ref_area"]))
