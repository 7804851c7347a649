"""The reports: what they are, when they came out, how much they gave; one opened with its figures marked."""

from collections.abc import Iterator, Mapping

import pandas as pd
import streamlit as st

import indicators
from indicators import lexicon, views
from indicators.model import Document
from indicators.ui import adding, evidence, page, parts, state, table, telling
from indicators.ui.data import Corpus
from indicators.ui.keeping import kept
from indicators.views import leafing
from indicators.wording import Wording, fold

#: more reports than this can be searched
FEW = 9


@page.framed(())
def show(found: Corpus, view: state.View) -> None:
    """The list, or the report that is open."""
    document = found.documents.get(view.report)
    if document is None:
        _list(found, view)
    else:
        _open(found, view)


def _list(found: Corpus, view: state.View) -> None:
    say = view.wording
    st.html(parts.heading(1, say.text("reports"), say.text("report_choose")))
    page.notes(found, view)
    adding.form(found, say)
    telling.of_own(say)
    names = sorted(found.documents, key=lambda name: str(found.documents[name].published or ""), reverse=True)
    if len(names) > FEW:
        wanted = st.text_input(
            say.text("search_reports"), key="w_reports", placeholder=say.text("search_reports_hint"),
            label_visibility="collapsed",
        )  # fmt: skip
        names = searched(names, found.documents, wanted or "", say)
    if not names:
        st.html(parts.note(say.text("no_reports")))
        return
    shown = _shown(names, found, say)

    def clicked() -> None:
        chosen = st.session_state["reports"]["selection"]["rows"]
        if chosen:
            state.remember(report=names[chosen[0]])

    st.dataframe(
        shown, key="reports", hide_index=True, on_select=clicked, selection_mode="single-row",
        alt=say.text("reports"), height=min(720, 38 + 35 * len(names)),
        column_config={
            say.text("column_report"): st.column_config.TextColumn(width=330),
        },
    )  # fmt: skip


def _shown(names: list[str], found: Corpus, say: Wording) -> pd.DataFrame:
    """A line for each report: when it came out, whom it speaks for, how much it gave."""
    listed = [found.documents[name] for name in names]
    doubtful = found.table.loc[found.table["review"] != "", "document"].value_counts()
    counts = found.table["document"].value_counts()
    shown = pd.DataFrame(
        {
            say.text("column_date"): [_day(document, say) for document in listed],
            say.text("column_area"): [
                say.area(document.area) if document.area else "–" for document in listed
            ],
            say.text("column_report"): [parts.report_title(document, say) for document in listed],
            say.text("column_rows"): [int(counts.get(name, 0)) for name in names],
            say.text("column_loose"): [found.unassigned.get(name, 0) for name in names],
        }
    )
    if doubtful.any():  # a column of zeros would say that every row was checked
        shown[say.text("column_doubt")] = [int(doubtful.get(name, 0)) for name in names]
    return shown


def searched(
    names: list[str], documents: Mapping[str, Document], wanted: str, say: Wording
) -> list[str]:  # fmt: skip
    """The reports whose title, date, area or file name hold all the words, with or without diacritics."""
    words = fold(wanted).split()

    def told(document: Document) -> str:
        area = lexicon.areas().get(document.area or "")
        places = (area.vi, area.en, *area.spellings, area.code) if area else ()
        return fold(
            " ".join([parts.report_title(document, say), _day(document, say), document.name, *places])
        )

    texts = ((name, told(documents[name])) for name in names)
    return [name for name, text in texts if all(word in text for word in words)]


def _day(document: Document, say: Wording) -> str:
    return say.date(document.published) if document.published else say.text("undated")


def _open(found: Corpus, view: state.View) -> None:
    say, document = view.wording, found.documents[view.report]
    rows = views.keep(found.table, document=view.report)
    st.button(
        f"← {say.text('back_reports')}", type="tertiary", on_click=lambda: state.remember(report="", obs="")
    )
    facts = [say.area(document.area)] if document.area else []
    facts += [_day(document, say), say.text("report_rows", count=len(rows))]
    if found.unassigned.get(view.report):
        facts.append(say.text("report_loose", count=found.unassigned[view.report]))
    st.html(parts.heading(1, parts.report_title(document, say), " · ".join(facts)))
    page.notes(found, view)
    adding.refusals(say)
    telling.of_report(document, say)
    text, beside = st.columns(2, gap="medium")  # a laptop has room for names and figures of the rows, too
    with text:
        st.html(_legend(rows, view))
        stretch = _stretch(document, rows, view)
        rows = rows[rows["start"].between(*stretch, inclusive="left")]
        loose = _loose(document, (found.key, document.name))
        st.html(parts.report_text(_pieces(document, rows, loose, stretch), view.evidence))
    with beside:
        if view.evidence:
            evidence.panel(found, view, link=False)
        one_area = rows["ref_area"].nunique() == 1
        leave = ("nature", "report", "sentence", *(["area"] if one_area else []))
        height = min(640, 38 + 35 * len(rows))
        table.rows(rows, found, view, leave=leave, height=height, none="no_rows_report", tight=True)


def _stretch(document: Document, rows: pd.DataFrame, view: state.View) -> leafing.Stretch:
    """The stretch of a long report that is shown: the one that was chosen, else that of the open figure."""
    say, found = view.wording, leafing.stretches(document.text)
    if len(found) == 1:
        return found[0]
    open_at = rows.loc[rows["id"] == view.evidence, "start"]
    here = (document.name, view.evidence)
    if st.session_state.get("leafed") != here or "w_part" not in st.session_state:
        st.session_state["leafed"] = here
        st.session_state["w_part"] = leafing.holding(found, int(open_at.iloc[0]) if len(open_at) else 0)
    chosen = st.selectbox(
        say.text("report_part"), range(len(found)), key="w_part",
        format_func=lambda number: say.text("report_part_of", part=number + 1, parts=len(found)),
    )  # fmt: skip
    return found[chosen or 0]


def _pieces(
    document: Document, rows: pd.DataFrame, loose: list[leafing.Stretch], stretch: leafing.Stretch
) -> Iterator[views.Piece]:
    """The stretch of the text in pieces, with the figures of its rows and the numbers that became none."""
    taken, (first, last) = set(rows["start"]), stretch
    unassigned = [place for place in loose if first <= place[0] < last and place[0] not in taken]
    return leafing.within(views.marked(document, rows, unassigned), stretch)


@kept(16)
def _loose(
    _document: Document,
    key: tuple[str, str],  # noqa: ARG001 - what the cache tells documents apart by
) -> list[leafing.Stretch]:
    """The places of the numbers that are not known to be no figure."""
    known = indicators.figures(_document, [])
    return [(number.start, number.end) for number in known if number.status == "unassigned"]


def _legend(rows: pd.DataFrame, view: state.View) -> str:
    """What each mark in the text means."""
    say, sample = view.wording, view.wording.percent(1.2)
    marks = [
        f"<mark>{sample}</mark> {say.text('mark_row')}",
        f'<span class="loose">{sample}</span> {say.text("mark_loose")}',
    ]
    if (rows["review"] != "").any():
        marks.append(f'<mark class="doubt">{sample}</mark> {say.text("mark_doubt")}')
    if view.evidence:
        marks.append(f'<mark class="here">{sample}</mark> {say.text("mark_here")}')
    return f'<p class="quiet small legend">{" · ".join(marks)}</p>'
