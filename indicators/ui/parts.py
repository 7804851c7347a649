"""Parts of pages: headings, cards, the sentence behind a figure. All text from reports is escaped here."""

from collections.abc import Iterable
from html import escape

import pandas as pd

from indicators import views
from indicators.charts import captions, theme
from indicators.model import Document
from indicators.ui.data import Corpus, Fault
from indicators.wording import Wording


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


def card_grid(cards: Iterable[views.Card], say: Wording) -> str:
    """The headline cards."""
    return f'<div class="cards">{"".join(_card(card, say) for card in cards)}</div>'


def _card(card: views.Card, say: Wording) -> str:
    row = card.main
    growth = row["measure"].startswith("GROWTH") or row["measure"] == "CHANGE"
    value = say.figure(row["value"], row["value_upper"], "=", signed=growth)
    hedge = say.hedge(row["qualifier"])
    hedge = f"<small>{escape(hedge)}</small> " if hedge else ""
    under = " · ".join(_under(card, say))
    return (
        f'<div class="card"><span class="label">{escape(say.short(card.family))}</span>'
        f'<span class="value">{hedge}{escape(value)} <small>{escape(_unit(card, say))}</small></span>'
        f'<span class="under">{escape(under)}</span>{_meter(card)}</div>'
    )


def _unit(card: views.Card, say: Wording) -> str:
    row = card.main
    if row["measure"] == "PLAN_RATIO":
        return say.text("budget_unit" if card.family.startswith("BUDGET") else "plan_unit")
    return (
        say.unit(row["unit_measure"], int(row["unit_mult"])) if row["measure"] != "RANK" else say.unit("RANK")
    )


def _under(card: views.Card, say: Wording) -> list[str]:
    """What the figure is and what it compares with, in few words."""
    row, parts = card.main, []
    if row["measure"].startswith("GROWTH"):
        parts.append(say.text(f"against.{row['measure']}"))
    if row["nature"] != "actual":
        parts.append(say.nature(row["nature"]))
    if card.growth is not None:
        parts.append(say.text("on_year", value=captions.figure(card.growth, say, signed=True)))
    if card.plan is not None:
        parts.append(say.text("of_plan", value=captions.figure(card.plan, say)))
    if card.elapsed is not None:
        parts.append(say.text("elapsed", value=say.percent(card.elapsed)))
    if card.country is not None:
        signed = row["measure"].startswith("GROWTH")
        parts.append(say.text("country_value", value=captions.figure(card.country, say, signed=signed)))
    return parts


def _meter(card: views.Card) -> str:
    """How much of the plan is reached, with a mark at the share of the year that is over."""
    if card.elapsed is None:
        return ""
    reached, gone = max(0.0, min(100.0, float(card.main["value"]))), card.elapsed
    mark = f'<b style="left:calc({gone:.1f}% - 1px)"></b>' if gone < 100 else ""
    return f'<span class="meter" aria-hidden="true"><i style="width:{reached:.1f}%"></i>{mark}</span>'


def scale(least: str, most: str, unit: str, none: str) -> str:
    """The colours of a map from the least to the greatest figure, and the blank of none."""
    steps = "".join(f'<i style="background:{theme.step(place / 5)}"></i>' for place in range(5))
    blank = f'<i style="border:1px solid {theme.ZERO}"></i>'
    ends = f"<span>{escape(least)}</span>{steps}<span>{escape(most)} {escape(unit)}</span>"
    return f'<p class="scale small">{ends}<span class="none">{blank}<span>{escape(none)}</span></span></p>'


def report_title(document: Document | None, say: Wording) -> str:
    """What a report is called on the page: its headline, else what it is about; never its file name."""
    if document is not None and document.title:
        return document.title
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
    body = "".join(_piece(piece) for piece in views.sentence(row))
    topic = say.topic(row["family"], row["activity"])
    where = f"{topic}, {say.area(row['ref_area'])}, {say.phrase(row['time_period'])}"
    how = " · ".join(part for part in (measured(row, say), say.nature(row["nature"])) if part)
    what = f"{escape(where)}: <b>{escape(captions.figure(row, say))}</b> · {escape(how)}"
    source = report_line(corpus.documents.get(str(row["document"])), say)
    told = f"{source} · {say.text('rule', rule=say.rule(row['rule']))}"
    other = _rivals(row, corpus, say) if rivals else ""
    marked = f'<span class="badge">{escape(badge)}</span> ' if badge else ""
    return (
        f'<div class="proof" role="region" aria-label="{escape(where)}"><p class="what">{marked}{what}</p>'
        f'<p>{body}</p><p class="from">{escape(told)}</p>{other}</div>'
    )


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


def _piece(piece: views.Piece, here: str = "") -> str:
    text = escape(piece.text)
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
