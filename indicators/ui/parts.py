"""Parts of pages: headings, cards, the sentence behind a figure. All text from reports is escaped here."""

from collections.abc import Iterable
from html import escape

import pandas as pd

from indicators import views
from indicators.charts import captions, theme
from indicators.model import Document
from indicators.table import SEPARATOR
from indicators.ui.data import Corpus, Fault
from indicators.wording import Wording, one_line


def heading(level: int, title: str, sub: str = "") -> str:
    """A title of level 1 or 2 with a grey line under it."""
    below = f'<p class="sub">{escape(sub)}</p>' if sub else ""
    return f'<div class="head"><h{level}>{escape(title)}</h{level}>{below}</div>'


def small(text: str) -> str:
    """A grey line in small letters."""
    return f'<p class="quiet small">{escape(text)}</p>'


def note(text: str) -> str:
    """A line that says what could not be honoured."""
    return f'<p class="note" role="status">{escape(text)}</p>'


def fault(found: Fault, say: Wording) -> str:
    """Which report could not be read, and why."""
    return note(say.text("bad_report", report=found.file, reason=say.text(f"fault.{found.code}")))


def scale(least: str, most: str, none: str) -> str:
    """The colours of a map from the least to the greatest figure, and the blank of none."""
    steps = "".join(f'<i style="background:{theme.step(place / 5)}"></i>' for place in range(5))
    blank = f'<i style="border:1px solid {theme.ZERO}"></i>'
    ends = f"<span>{escape(least)}</span>{steps}<span>{escape(most)}</span>"
    return f'<p class="scale small">{ends}<span class="none">{blank}<span>{escape(none)}</span></span></p>'


def report_title(document: Document | None, say: Wording) -> str:
    """What a report is called on the page: its headline, else what it is about; never its file name."""
    title = one_line(document.title) if document is not None else ""
    if title:
        return title
    if document is not None and document.area:
        return say.text("report_untitled", area=say.area(document.area))
    return say.text("report_plain")


def report_line(document: Document | None, say: Wording) -> str:
    """Title and date of a report."""
    title = report_title(document, say)
    day = None if document is None else document.published
    return title if day is None else f"{title}, {say.date(day)}"


def proof(row: pd.Series, corpus: Corpus, say: Wording, badge: str = "", rivals: bool = True) -> str:
    """What is figured, the sentence with its figure marked, then report, date and rule; a ``badge`` before.

    ``rivals`` names the other statements of the same thing, where they don't stand beside it.
    """
    document = corpus.documents.get(str(row["document"]))
    body = "".join(_piece(piece, say=say) for piece in views.sentence(row))
    topic = say.topic(row["family"], row["activity"])
    where = f"{topic}, {say.area(row['ref_area'])}, {say.phrase(row['time_period'])}"
    how = " · ".join(part for part in (measured(row, say), say.nature(row["nature"])) if part)
    what = f"{escape(where)}: <b>{escape(captions.figure(row, say))}</b> · {escape(how)}"
    source = report_line(document, say)
    told = f"{source} · {say.text('rule', rule=say.rule(row['rule']))}"
    other = _rivals(row, corpus, say) if rivals else ""
    marked = f'<span class="badge">{escape(badge)}</span> ' if badge else ""
    return (
        f'<div class="proof" role="region" aria-label="{escape(where)}"><p class="what">{marked}{what}</p>'
        f'<p class="said">{body}</p>{_elsewhere(row, document, say)}{_doubts(row, say)}'
        f'<p class="from">{escape(told)}</p>{other}</div>'
    )


def _elsewhere(row: pd.Series, document: Document | None, say: Wording) -> str:
    """The words elsewhere in the report that decided the row, quoted."""
    told = [f"{_decided(piece, say)} “{piece.text}”" for piece in views.elsewhere(row, document)]
    return f'<p class="from">{escape(say.text("elsewhere", words="; ".join(told)))}</p>' if told else ""


def _doubts(row: pd.Series, say: Wording) -> str:
    """Why the figure is to be looked at twice."""
    reasons = "; ".join(say.reason(code) for code in str(row["review"]).split(SEPARATOR) if code)
    return f'<p class="note">{escape(say.text("doubtful", reasons=reasons))}</p>' if reasons else ""


def _decided(piece: views.Piece, say: Wording) -> str:
    return ", ".join(say.text(f"ground.{kind}") for kind in piece.grounds)


def measured(row: pd.Series, say: Wording) -> str:
    """How a figure is counted, without its unit: "so với cùng kỳ năm trước"; empty for a level."""
    return say.base(str(row["measure"]), "").strip(" ,")


def _rivals(row: pd.Series, corpus: Corpus, say: Wording) -> str:
    others = views.rivals(corpus.table, row)
    if others.empty:
        return ""
    told = [
        f"{captions.figure(other, say)} ({say.nature(other['nature'])}; "
        f"{report_line(corpus.documents.get(str(other['document'])), say)})"
        for _, other in others.head(4).iterrows()
    ]
    return f'<p class="from">{escape(say.text("rivals", values="; ".join(told)))}</p>'


def _piece(piece: views.Piece, here: str = "", say: Wording | None = None) -> str:
    text = escape(piece.text)
    if piece.grounds and say is not None:
        return f'<span class="ground">{text}</span><small> {escape(_decided(piece, say))}</small>'
    if piece.unassigned:
        return f'<span class="loose">{text}</span>'
    if not piece.id:
        return text
    kinds = " ".join(
        kind for kind, wanted in (("doubt", piece.doubtful), ("here", piece.id == here)) if wanted
    )
    return f'<mark class="{kinds}">{text}</mark>' if kinds else f"<mark>{text}</mark>"


def report_text(pieces: Iterable[views.Piece], here: str) -> str:
    """A report with the figures of its rows marked; the one that is asked for stands out."""
    found = [_piece(piece, here) for piece in pieces]
    return f'<div class="report">{"".join(found)}</div>'
