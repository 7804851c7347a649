"""The headline cards: a figure, what it compares with, how much of a plan is reached, what came before."""

from collections.abc import Iterable
from html import escape
from itertools import pairwise
from urllib.parse import quote

from indicators import views
from indicators.charts import captions
from indicators.wording import Wording


def grid(cards: Iterable[views.Card], say: Wording) -> str:
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
        f'<span class="under">{escape(under)}</span>{_meter(card)}{_sparkline(card, say)}</div>'
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
    signed = row["measure"].startswith("GROWTH")
    if card.before is not None:
        value = captions.figure(card.before, say, signed=signed)
        parts.append(say.text("before", period=say.brief(card.before["time_period"]), value=value))
    if card.country is not None:
        parts.append(say.text("country_value", value=captions.figure(card.country, say, signed=signed)))
    return parts


def _meter(card: views.Card) -> str:
    """How much of the plan is reached, with a mark at the share of the year that is over."""
    if card.elapsed is None:
        return ""
    reached, gone = max(0.0, min(100.0, float(card.main["value"]))), card.elapsed
    mark = f'<b style="left:calc({gone:.1f}% - 1px)"></b>' if gone < 100 else ""
    return f'<span class="meter" aria-hidden="true"><i style="width:{reached:.1f}%"></i>{mark}</span>'


def _sparkline(card: views.Card, say: Wording) -> str:
    """The figures so far as a small line, where there is one; the newest as a dot; what is missing is a gap.

    It is an image of its own: the page strips drawings from its text.
    """
    known = [value for value in card.history if value is not None]
    if card.elapsed is not None or len(known) < 2:
        return ""
    least, reach, last = min(known), (max(known) - min(known)) or 1.0, len(card.history) - 1
    places = [
        None if value is None else (4 + 112 * at / last, 26 - 22 * (value - least) / reach)
        for at, value in enumerate(card.history)
    ]
    strokes = "".join(
        f"{'L' if before else 'M'}{place[0]:.1f} {place[1]:.1f}"
        for before, place in pairwise([None, *places])
        if place
    )
    if "L" not in strokes:
        return ""  # no two neighbours: a few dots tell nothing
    dots = "".join(
        f"<circle cx='{place[0]:.1f}' cy='{place[1]:.1f}' r='{3 if at == last else 1.5}'/>"
        for at, place in enumerate(places)
        if place
    )
    drawn = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 30' fill='#2b8cc4'>"
        f"<path d='{strokes}' fill='none' stroke='#2b8cc4' stroke-width='1.6'/>{dots}</svg>"
    )
    mult = int(card.main["unit_mult"])
    alt = say.text("history", values="; ".join(say.number(value / 10.0**mult) for value in known))
    return f'<img class="spark" src="data:image/svg+xml,{quote(drawn)}" alt="{escape(alt)}">'
