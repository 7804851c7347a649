"""The picture of a chart: PNG and SVG made in the reader's own browser, HTML and PDF made on click."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import streamlit as st

from indicators import charts, printing, views
from indicators.charts import captions
from indicators.charts.captions import Caption
from indicators.ui import parts
from indicators.ui.keeping import kept
from indicators.wording import Wording


@dataclass(frozen=True, slots=True)
class Subject:
    """What a picture is of: the chart, its rows and words; ``named`` areas stay where others find no room.

    ``redraw`` makes the chart of fewer rows, where it can be made of fewer; ``key`` tells it from all others.
    """

    chart: go.Figure
    rows: pd.DataFrame
    caption: Caption
    key: tuple[object, ...]
    named: tuple[str, ...] = ()
    redraw: Callable[[pd.DataFrame], go.Figure] | None = None


def offer(subject: Subject, name: str, address: str, say: Wording) -> None:
    """The sizes, and the formats of the size that is chosen."""
    size = st.segmented_control(
        say.text("size"), list(charts.SIZES), default="wide", required=True, key="w_size",
        format_func=lambda code: say.text(f"size_{code}"), label_visibility="collapsed",
    )  # fmt: skip
    made = say.text("made", date=say.date(dt.date.today()))
    link = address.partition("//")[2]
    dressed = _dressed(subject, subject.key, f"{made} · {link}" if link else made, size or "wide", say)
    if dressed is None:
        st.html(parts.small(say.text("picture_too_small")))
        return
    name = f"{name}_{dressed.layout.width}x{dressed.layout.height}"

    def page() -> bytes:
        return charts.standalone(dressed, subject.caption.title, say.language, font())

    with st.container(horizontal=True, gap="small", key="pictures"):
        words = {"name": name, "failed": say.text("failed", format="{format}")}
        _component()(data={"figure": json.loads(dressed.to_json())} | words, key="picture", width="content")
        if printing.chrome():
            st.download_button(
                "PDF", lambda: printing.pdf(page()), f"{name}.pdf", "application/pdf", on_click="ignore",
                key="pdf",
            )  # fmt: skip
        st.download_button("HTML", page, f"{name}.html", "text/html", on_click="ignore", key="html")
    told = say.text("pdf_wait") if printing.chrome() else say.text("no_pdf", variable=printing.VARIABLE)
    st.html(parts.small(told))


@kept(128)
def _dressed(
    _subject: Subject,
    key: tuple[object, ...],  # noqa: ARG001 - what the cache tells subjects apart by
    made: str,
    size: str,
    say: Wording,
) -> go.Figure | None:
    return fitted(_subject, made, size, say)


def fitted(subject: Subject, made: str, size: str, say: Wording) -> go.Figure | None:
    """The chart as it leaves the page, of as many areas as fit; ``None`` where it can't be made to fit."""
    if charts.fits(subject.chart, subject.caption, made, size):
        return charts.dress(subject.chart, subject.caption, made, size, _ranked(subject.rows, say))
    if subject.redraw is None:
        return None
    redraw = subject.redraw

    def attempt(rows: pd.DataFrame) -> go.Figure | None:
        note = cut_note(rows, subject.rows, say)
        caption = replace(subject.caption, notes=f"{note} {subject.caption.notes}".strip())
        chart = redraw(rows)
        return charts.dress(chart, caption, made, size) if charts.fits(chart, caption, made, size) else None

    return views.as_many(subject.rows, subject.named, attempt)


def cut_note(shown: pd.DataFrame, rows: pd.DataFrame, say: Wording) -> str:
    """How many of the areas found room."""
    return say.text("picture_cut", shown=shown["ref_area"].nunique(), total=rows["ref_area"].nunique())


def _ranked(rows: pd.DataFrame, say: Wording) -> list[str]:
    """The figures with their areas, the greatest first."""
    ranked = rows.sort_values("amount", ascending=False, kind="stable")
    return [
        f"{say.area(row['ref_area'])} {captions.figure(row, say)}"
        + ("" if row["nature"] == "actual" else f" ({say.nature(row['nature'])})")
        for _, row in ranked.iterrows()
    ]


@cache
def font() -> bytes:
    """The font of the page (Source Sans, OFL 1.1, all Vietnamese letters), as streamlit brings it along.

    A test holds that it is there; without it a picture takes the fonts of the machine.
    """
    media = Path(st.__file__).parent / "static" / "static" / "media"
    found = next(media.glob("SourceSansVF-Upright*.woff2"), None)
    return b"" if found is None else found.read_bytes()


@cache
def _component() -> Callable[..., Any]:
    folder = resources.files(__package__)
    script = (folder / "export.js").read_text(encoding="utf-8")
    style = (folder / "export.css").read_text(encoding="utf-8")
    component: Callable[..., Any] = st.components.v2.component(
        "indicators.picture", html='<div class="row" role="group"></div>', css=style, js=script
    )
    return component
