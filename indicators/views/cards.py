"""The headline cards of an area in a period: a figure, what limits it, and what it compares with."""

import datetime as dt
from dataclasses import dataclass, replace

import pandas as pd

from indicators.model import COUNTRY, TOTAL
from indicators.views import periods
from indicators.views.choice import Choice
from indicators.views.picking import keep, pick, places
from indicators.wording import card_order, families

MOST_CARDS = 4
#: so many periods fit into a card's line
MOST_HISTORY = 20


@dataclass(frozen=True, slots=True)
class Card:
    """One headline figure. ``main`` is its row; the others are rows of the same indicator, or ``None``.

    ``country`` is the country's row of the same measure, ``before`` the area's own of a year earlier,
    ``elapsed`` the share of the year that is over (per cent) where the figure is a ratio to a year's plan.
    ``history`` are the area's figures of this measure over all periods of the kind, missing ones as ``None``.
    """

    family: str
    main: pd.Series
    growth: pd.Series | None = None
    plan: pd.Series | None = None
    country: pd.Series | None = None
    before: pd.Series | None = None
    elapsed: float | None = None
    history: tuple[float | None, ...] = ()


def cards(rich: pd.DataFrame, choice: Choice, most: int = MOST_CARDS) -> list[Card]:
    """The first ``most`` headline cards of the chosen area and period, in the page's order."""
    areas = (choice.area, COUNTRY)
    rows = pick(
        keep(rich, time_period=choice.period, ref_area=areas, activity=TOTAL, nature_group=choice.natures)
    )
    told = _Told(rows)
    known = dict.fromkeys([*card_order()["order"], *families()])
    there = [code for code in known if told.has(choice.area, code)][:most]
    found = (_card(code, told, choice) for code in there)
    wanted = {"ref_area": choice.area, "kind": choice.kind, "vintage": "actual"}
    past = pick(rich, places(rich, **wanted, activity=TOTAL, family=there))
    return [_with_past(card, past) for card in found if card is not None]


class _Told:
    """The rows of a few areas in one period, found by area, indicator and measure."""

    def __init__(self, rows: pd.DataFrame) -> None:
        """Of several rows the first, what came about before what is aimed at."""
        keys = list(zip(rows["ref_area"], rows["family"], rows["measure"], strict=True))
        aimed = list(rows["nature_group"] == "plan")
        self._rows = rows
        self._places: dict[tuple[str, str, str], int] = {}
        for place in sorted(range(len(keys)), key=aimed.__getitem__):
            self._places.setdefault(keys[place], place)
        self._there = {key[:2] for key in keys}

    def has(self, area: str, family: str) -> bool:
        """Whether there is any row of an indicator in an area."""
        return (area, family) in self._there

    def one(self, area: str, family: str, measure: str) -> pd.Series | None:
        """The row of a measure."""
        place = self._places.get((area, family, measure))
        return None if place is None else self._rows.iloc[place]


def _card(family: str, told: _Told, choice: Choice) -> Card | None:
    first = ("GROWTH_YOY",) if family in card_order()["growth_first"] else ()
    for measure in (*first, *card_order()["measures"]):
        main = told.one(choice.area, family, measure)
        if main is not None:
            break
    else:
        return None
    growth, plan = (told.one(choice.area, family, code) for code in ("GROWTH_YOY", "PLAN_RATIO"))
    return Card(
        family,
        main,
        growth=None if measure == "GROWTH_YOY" else growth,
        plan=None if measure == "PLAN_RATIO" else plan,
        country=None if choice.area == COUNTRY else _alike(told.one(COUNTRY, family, measure), main),
        elapsed=periods.elapsed(choice.period) if measure == "PLAN_RATIO" else None,
    )


def _with_past(card: Card, rows: pd.DataFrame) -> Card:
    """The card with what came about in other periods of its kind, in the same unit and of the same plan."""
    main = card.main
    same = ("family", "measure", "unit_measure")
    rows = keep(rows, **{column: str(main[column]) for column in same})
    if isinstance(main["plan_setter"], str):
        rows = rows[rows["plan_setter"] == main["plan_setter"]]
    rows = rows.drop_duplicates("time_period").set_index("time_period", drop=False)
    if len(rows) < 2 or main["nature_group"] == "plan":
        return card
    earlier = rows[rows["time_period"] == periods.year_before(str(main["time_period"]))]
    amounts = {str(code): float(amount) for code, amount in rows["amount"].items()}
    codes = [code for code in periods.between(list(amounts)) if periods.order(code) <= _end(main)]
    return replace(
        card,
        before=None if earlier.empty else earlier.iloc[0],
        history=tuple(amounts.get(code) for code in codes[-MOST_HISTORY:]),
    )


def _end(row: pd.Series) -> tuple[dt.date, int]:
    return periods.order(str(row["time_period"]))


def _alike(row: pd.Series | None, main: pd.Series) -> pd.Series | None:
    """The row, where it can be laid beside the main one: rates and ratios can, amounts can't."""
    return row if row is not None and row["unit_measure"] == main["unit_measure"] == "PT" else None
