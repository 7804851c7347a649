"""The headline cards of an area in a period: a figure, what limits it, and what it compares with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from indicators.model import COUNTRY, TOTAL
from indicators.table import records
from indicators.views import periods
from indicators.views.choice import Choice
from indicators.views.picking import pick, places
from indicators.wording import card_order, families

MOST_CARDS = 4
#: so many periods fit into a card's line
MOST_HISTORY = 20

#: what a card asks of a row
ASKED = (
    *("ref_area", "family", "measure", "time_period", "nature", "nature_group", "plan_setter"),
    *("value", "value_upper", "qualifier", "unit_measure", "unit_mult", "amount"),
)

#: a row of the table, by its columns
Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Card:
    """One headline figure. ``main`` is its row; the others are rows of the same indicator, or ``None``.

    ``country`` is the country's row of the same measure, ``before`` the area's own of a year earlier,
    ``elapsed`` the share of the year that is over (per cent) where the figure is a ratio to a year's plan.
    ``history`` are the area's figures of this measure over all periods of the kind, missing ones as ``None``.
    """

    family: str
    main: Row
    growth: Row | None = None
    plan: Row | None = None
    country: Row | None = None
    before: Row | None = None
    elapsed: float | None = None
    history: tuple[float | None, ...] = ()


def cards(rich: pd.DataFrame, choice: Choice, most: int = MOST_CARDS) -> list[Card]:
    """The first ``most`` headline cards of the chosen area and period, in the page's order."""
    wanted = {"time_period": choice.period, "activity": TOTAL}
    areas = (choice.area, COUNTRY)
    there = places(rich, **wanted, ref_area=areas, nature_group=choice.natures)
    told = _Told(records(pick(rich, there, ASKED)))
    known = dict.fromkeys([*card_order()["order"], *families()])
    headed = [code for code in known if told.has(choice.area, code)][:most]
    own = {"ref_area": choice.area, "kind": choice.kind, "activity": TOTAL, "vintage": "actual"}
    past = records(pick(rich, places(rich, **own, family=headed), ASKED))
    found = (_card(code, told, choice) for code in headed)
    return [_with_past(card, past) for card in found if card is not None]


class _Told:
    """The rows of a few areas in one period, found by area, indicator and measure."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Of several rows the first, what came about before what is aimed at."""
        self._rows: dict[tuple[str, str, str], Row] = {}
        for row in sorted(rows, key=lambda row: bool(row["nature_group"] == "plan")):
            self._rows.setdefault((row["ref_area"], row["family"], row["measure"]), row)
        self._there = {key[:2] for key in self._rows}

    def has(self, area: str, family: str) -> bool:
        """Whether there is any row of an indicator in an area."""
        return (area, family) in self._there

    def one(self, area: str, family: str, measure: str) -> Row | None:
        """The row of a measure."""
        return self._rows.get((area, family, measure))


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


def _with_past(card: Card, rows: Iterable[Row]) -> Card:
    """The card with what came about in other periods of its kind, in the same unit and of the same plan."""
    main = card.main
    same = ["family", "measure", "unit_measure"]
    same += ["plan_setter"] if isinstance(main["plan_setter"], str) else []
    found: dict[str, Row] = {}
    for row in rows:
        if all(row[column] == main[column] for column in same):
            found.setdefault(row["time_period"], row)
    if len(found) < 2 or main["nature_group"] == "plan":
        return card
    last = periods.order(main["time_period"])
    past = [found.get(code) for code in periods.between(list(found)) if periods.order(code) <= last]
    return replace(
        card,
        before=found.get(periods.year_before(main["time_period"])),
        history=tuple(None if row is None else float(row["amount"]) for row in past[-MOST_HISTORY:]),
    )


def _alike(row: Row | None, main: Row) -> Row | None:
    """The row, where it can be laid beside the main one: rates and ratios can, amounts can't."""
    return row if row is not None and row["unit_measure"] == main["unit_measure"] == "PT" else None
