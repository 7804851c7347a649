"""The filters: each shows only what exists, with counts, and what one leaves is what the next offers."""

from collections.abc import Callable, Collection, Sequence
from functools import cache

import pandas as pd
import streamlit as st

from indicators import lexicon, views
from indicators.lexicon import LANGUAGES
from indicators.model import COUNTRY
from indicators.ui import state
from indicators.ui.data import Corpus
from indicators.views.choice import LIST_MARK
from indicators.wording import Wording, fold

_NAMES = {"vi": "Tiếng Việt", "en": "English"}
#: pushes what is only there to be found out of sight: the field cuts what does not fit
_APART = "\N{EM SPACE}" * 40


#: the filters by what they choose
ALL = ("area", "others", "period", "indicator", "nature")


def brand(corpus: Corpus, view: state.View) -> None:
    """What this is and how much it holds: it keeps the place of the filters until they come."""
    say = view.wording
    tally = say.text("tally", reports=say.number(corpus.reports), rows=say.number(len(corpus.table)))
    st.sidebar.html(f'<div class="brand"><b>{say.text("product")}</b><span>{tally}</span></div>')


def sidebar(corpus: Corpus, view: state.View, filters: Collection[str] = ALL) -> None:
    """The language and the filters that the page heeds: what it would ignore is not offered."""
    say, choice = view.wording, view.choice
    own, areas = corpus.of_area(choice.area), corpus.areas()
    with st.sidebar:
        _pills("language", say.text("language"), LANGUAGES, say.language, _NAMES.__getitem__, hide_label=True)
        if "area" in filters:
            _select("area", say.text("area"), areas, choice.area, lambda code: searchable(code, say), say)
        if "others" in filters:
            others = [option for option in areas if option.code not in (choice.area, COUNTRY)]
            _compare_with(others, choice, say)
        if "period" in filters:
            kinds = views.kind_options(own, choice)
            _counted("kind", say.text("kind"), kinds, choice.kind, lambda code: say.text(f"kind.{code}"))
            there = views.period_options(own, choice)
            _select("period", say.text("period"), there, choice.period, say.name, say, hide_label=True)
        if "indicator" in filters:
            _indicator(own, choice, say)
        if "nature" in filters:
            _natures(views.nature_options(own, choice), choice, say)


def _indicator(own: pd.DataFrame, choice: views.Choice, say: Wording) -> None:
    """What is measured, of which part of the economy, and how: the last two where there is a choice."""
    families = views.family_options(own, choice)
    _select("ind", say.text("indicator"), families, choice.family, lambda code: _grouped(code, say), say)
    parts = views.activity_options(own, choice)
    if len(parts) > 1:
        _select("act", say.text("activity"), parts, choice.activity, say.activity, say)
    measures = views.measure_options(own, choice)
    if len(measures) > 1:
        _counted("measure", say.text("measure"), measures, choice.measure, say.measure)


def _change(part: str) -> None:
    """A filter was changed: its widget's value goes into the wish."""
    value = st.session_state[f"w_{part}"]
    name = {"language": state.LANGUAGE}.get(part, part)
    if isinstance(value, list):
        state.remember(**{name: LIST_MARK.join(value)})
    elif value:
        state.remember(**{name: value})


def _select(
    part: str, label: str, options: Sequence[views.Option], value: str, name: Callable[[str], str],
    say: Wording, hide_label: bool = False,
) -> None:  # fmt: skip
    counts = {option.code: option.count for option in options}
    st.session_state[f"w_{part}"] = value

    def show(code: str) -> str:
        visible, _, hidden = name(code).partition(_APART)
        return f"{visible} ({say.number(counts.get(code, 0))})" + (_APART + hidden if hidden else "")

    st.selectbox(
        label, list(counts), key=f"w_{part}", format_func=show, filter_mode="contains",
        placeholder=say.text("choose"), on_change=_change, args=(part,),
        label_visibility="collapsed" if hide_label else "visible",
    )  # fmt: skip


@cache  # as many as there are areas
def searchable(code: str, say: Wording) -> str:
    """A name that is found by its letters without diacritics and by its code, which stay out of sight."""
    area = lexicon.areas()[code]
    spellings = {fold(name) for name in (area.vi, area.en, *area.spellings)}
    return f"{say.area(code)}{_APART}{' '.join(sorted(spellings))} {code}"


@cache  # as many as there are indicators
def _grouped(code: str, say: Wording) -> str:
    """An indicator's name, found also without diacritics, by its group and by its code."""
    return f"{say.family(code)}{_APART}{fold(say.family(code))} {fold(say.group(code))} {code}"


def _compare_with(options: Sequence[views.Option], choice: views.Choice, say: Wording) -> None:
    if not options:
        return
    st.session_state["w_with"] = list(choice.others)
    st.multiselect(
        say.text("others"), [option.code for option in options], key="w_with", filter_mode="contains",
        format_func=lambda code: searchable(code, say), placeholder=say.text("others_hint"),
        on_change=_change, args=("with",),
    )  # fmt: skip


def _pills(
    part: str,
    label: str,
    codes: Sequence[str],
    value: str,
    name: Callable[[str], str],
    hide_label: bool = False,
) -> None:
    st.session_state[f"w_{part}"] = value
    st.pills(
        label, list(codes), key=f"w_{part}", format_func=name, required=True, on_change=_change, args=(part,),
        label_visibility="collapsed" if hide_label else "visible",
    )  # fmt: skip


def _counted(
    part: str, label: str, options: Sequence[views.Option], value: str, name: Callable[[str], str]
) -> None:
    counts = {option.code: option.count for option in options}
    _pills(part, label, list(counts), value, lambda code: f"{name(code)} {_count(counts.get(code, 0))}")


def _count(count: int) -> str:
    """A count behind a name: in brackets, lest "6 tháng 8" be a date."""
    return f":small[({count})]"


def _natures(options: Sequence[views.Option], choice: views.Choice, say: Wording) -> None:
    counts = {option.code: option.count for option in options}
    st.session_state["w_nature"] = [code for code in choice.natures if code in counts]

    def show(code: str) -> str:
        return f"{say.text(f'nature_group.{code}')} {_count(counts.get(code, 0))}"

    st.pills(
        say.text("nature"), list(counts), key="w_nature", selection_mode="multi", format_func=show,
        on_change=_change, args=("nature",),
    )  # fmt: skip
