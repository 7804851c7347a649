"""What every page shares: the corpus, the view, the language of the document, the filters, the notes."""

import datetime as dt
from collections.abc import Callable, Collection
from functools import wraps
from typing import NoReturn

import pandas as pd
import streamlit as st

from indicators import views
from indicators.charts.captions import Caption
from indicators.ui import adding, data, document, parts, sidebar, state
from indicators.views import periods
from indicators.wording import Wording

#: what a page shows of a corpus and a view
Body = Callable[[data.Corpus, state.View], None]
#: what is made of them before anything is sent
Ahead = Callable[[data.Corpus, state.View], object]

#: so many flaws of the lists of reports are named, more are counted
FEW = 5


def corpus() -> data.Corpus:
    """The reports that the page reads."""
    return data.corpus(data.report_files())


def framed(
    filters: Collection[str] = sidebar.ALL, ahead: Ahead | None = None
) -> Callable[[Body], Callable[[], None]]:
    """Set a page up: its style, the ``filters`` that it heeds, the language of the document.

    The filters come after the page's own parts: what a reader waits for is the chart. It is made ``ahead``
    of all parts, and kept for the body: a browser to which the parts over it come one by one lays them out
    one by one, and draws the chart after that.
    """

    def frame(body: Body) -> Callable[[], None]:
        @wraps(body)
        def show() -> None:
            found, view = bare(ahead)
            document.speak(view.wording)
            sidebar.brand(found, view)
            body(found, view)
            sidebar.sidebar(found, view, filters)
            here = f"{view.report} {view.evidence}" if view.report and view.evidence else ""
            with st.sidebar:
                document.set_up(view.wording, here)

        return show

    return frame


def bare(ahead: Ahead | None = None) -> tuple[data.Corpus, state.View]:
    """What there is to show, and the view that the link asks for."""
    found = adding.with_added(corpus())
    if found.table.empty:
        _nothing(found)
    view = state.read(found)
    if ahead is not None:
        ahead(found, view)
    return found, view


def _nothing(found: data.Corpus) -> NoReturn:
    """What there is to do where no report gave a figure."""
    say = Wording(state.language())
    st.html(parts.heading(1, say.text("product"), say.text("nothing")))
    _faults(found, say)
    st.stop()


def notes(found: data.Corpus, view: state.View, indicator: bool = False) -> None:
    """What of the link could not be honoured, and which reports could not be read.

    The ``indicator`` is named where the page shows one.
    """
    say = view.wording
    if view.unknown:
        st.html(parts.note(say.text("unknown_part", parts=", ".join(view.unknown))))
    if view.missed_period:
        area = say.area(view.choice.area)
        wished, shown = say.phrase(view.missed_period), say.phrase(view.choice.period)
        st.html(parts.note(say.text("moved", area=area, wish=wished, period=shown)))
    if view.missed_family and indicator:
        wished, shown = say.short(view.missed_family), say.short(view.choice.family)
        period, area = say.phrase(view.choice.period), say.area(view.choice.area)
        st.html(parts.note(say.text("moved_indicator", area=area, wish=wished, period=period, shown=shown)))
    _faults(found, say)


def _faults(found: data.Corpus, say: Wording) -> None:
    for fault in found.faults:
        st.html(parts.fault(fault, say))
    for flaw in found.flaws[:FEW]:
        st.html(parts.note(flaw.sentence(say.language)))
    if len(found.flaws) > FEW:
        st.html(parts.note(say.text("telling.more", count=len(found.flaws) - FEW)))


def sources(rows: pd.DataFrame, found: data.Corpus, say: Wording, most: int = 1) -> str:
    """Which reports stand behind the rows: up to ``most`` by title and date, else how many and of when."""
    names = list(dict.fromkeys(rows["document"]))
    if not names:
        return ""
    if len(names) <= most:
        lines = (parts.report_line(found.documents.get(name), say) for name in names)
        return say.text("source", sources="; ".join(lines))
    dates = span(rows, say)
    key = "sources_counted" if dates else "sources_undated"
    return say.text("source", sources=say.text(key, reports=len(names), dates=dates))


def span(rows: pd.DataFrame, say: Wording) -> str:
    """The dates of the reports behind the rows, from the first to the last; empty where none is dated."""
    known = sorted(day for day in set(rows["published"]) if day != dt.date.min)
    if not known:
        return ""
    first, last = say.date(known[0]), say.date(known[-1])
    return first if first == last else f"{first} – {last}"


def legend(rows: pd.DataFrame, say: Wording, form: str) -> str:
    """What the marks of a chart of this ``form`` mean, where it has such marks; cells have none."""
    estimate = bool(rows["nature"].isin(["estimate", "provisional"]).any())
    if form in ("map", "heat"):
        return say.text("note_cells") if (rows["nature"] != "actual").any() else ""
    if form == "targets":
        return _targets_legend(rows, say, estimate)
    told, ending = [], "_lines" if form in ("lines", "multiples") else ""
    if form == "multiples":
        told.append("note_panels")
    if estimate:
        told.append(f"note_estimate{ending}")
    if form != "multiples" and (rows["nature_group"] == "plan").any():
        told.append(f"note_plan{ending}")
    if rows["qualifier"].isin([">", "<", ">=", "<="]).any():
        told.append("note_bound")
    return " ".join(say.text(key) for key in told)


def _targets_legend(rows: pd.DataFrame, say: Wording, estimate: bool) -> str:
    told = ["note_estimate"] if estimate else []
    told.append("targets_note")
    if (rows["nature"] == "forecast").any():
        told.append("targets_note_forecast")
    filling = rows.loc[rows["measure"].isin(["PLAN_RATIO", "LEVEL"]), "time_period"].unique()
    gone = [periods.elapsed(str(period)) for period in filling]
    notes = " ".join(say.text(key) for key in told)
    if any(share is not None and share < 100 for share in gone):
        notes += " " + say.text("targets_note_elapsed", tolerance=say.number(views.TOLERANCE))
    return notes


def caption(
    title: str, subtitle: str, rows: pd.DataFrame, found: data.Corpus, say: Wording, form: str
) -> Caption:
    """The words around a chart, for the page and for the picture."""
    return Caption(title, subtitle, sources(rows, found, say), legend(rows, say, form))
