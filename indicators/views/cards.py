"""The headline cards of an area in a period: a figure, what limits it, and what it compares with."""

from dataclasses import dataclass

import pandas as pd

from indicators.model import COUNTRY, TOTAL
from indicators.views import periods
from indicators.views.choice import Choice
from indicators.views.picking import keep, pick
from indicators.wording import card_order, families

MOST_CARDS = 4


@dataclass(frozen=True, slots=True)
class Card:
    """One headline figure. ``main`` is its row; the others are rows of the same indicator, or ``None``.

    ``country`` is the country's row of the same measure, ``elapsed`` the share of the year that is over (per
    cent) where the figure is a ratio to a year's plan.
    """

    family: str
    main: pd.Series
    growth: pd.Series | None = None
    plan: pd.Series | None = None
    country: pd.Series | None = None
    elapsed: float | None = None


def cards(rich: pd.DataFrame, choice: Choice, most: int = MOST_CARDS) -> list[Card]:
    """The first ``most`` headline cards of the chosen area and period, in the page's order."""
    rows = keep(rich, time_period=choice.period, activity=TOTAL, nature_group=choice.natures)
    rows = pick(rows[rows["ref_area"].isin([choice.area, COUNTRY])])
    own, country = keep(rows, ref_area=choice.area), keep(rows, ref_area=COUNTRY)
    found = []
    there = set(own["family"])
    known = dict.fromkeys([*card_order()["order"], *families()])
    for family in [code for code in known if code in there][:most]:
        card = _card(family, keep(own, family=family), keep(country, family=family), choice)
        if card is not None:
            found.append(card)
    return found


def _card(family: str, own: pd.DataFrame, country: pd.DataFrame, choice: Choice) -> Card | None:
    first = ("GROWTH_YOY",) if family in card_order()["growth_first"] else ()
    for measure in (*first, *card_order()["measures"]):
        main = _one(own, measure)
        if main is not None:
            break
    else:
        return None
    return Card(
        family,
        main,
        growth=None if measure == "GROWTH_YOY" else _one(own, "GROWTH_YOY"),
        plan=None if measure == "PLAN_RATIO" else _one(own, "PLAN_RATIO"),
        country=None if choice.area == COUNTRY else _alike(_one(country, measure), main),
        elapsed=periods.elapsed(choice.period) if measure == "PLAN_RATIO" else None,
    )


def _one(rows: pd.DataFrame, measure: str) -> pd.Series | None:
    """The row of a measure: what came about before what is aimed at."""
    found = rows[rows["measure"] == measure]
    if found.empty:
        return None
    return found.sort_values("nature_group", key=lambda column: column == "plan", kind="stable").iloc[0]


def _alike(row: pd.Series | None, main: pd.Series) -> pd.Series | None:
    """The row, where it can be laid beside the main one: rates and ratios can, amounts can't."""
    return row if row is not None and row["unit_measure"] == main["unit_measure"] == "PT" else None
