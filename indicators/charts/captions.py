"""What a chart says, as a sentence made from its rows; and what stands under it in grey."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators.model import COUNTRY
from indicators.table import records
from indicators.views import NATURES, Choice, periods
from indicators.wording import Wording, capitalise, decapitalise

#: a row of the table, by its columns
Row = pd.Series | Mapping[Any, Any]

GROWTH = ("GROWTH_YOY", "GROWTH_POP", "GROWTH_YTD", "GROWTH_AVG")


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a chart: the sentence, what is shown, where it comes from, what its marks mean."""

    title: str
    subtitle: str
    source: str = ""
    notes: str = ""


def figure(row: Row, wording: Wording, signed: bool = False) -> str:
    """A row's figure as stated, with what limits it and its unit."""
    shown = wording.figure(row["value"], row["value_upper"], row["qualifier"], signed, words=True)
    return wording.amount(shown, row["unit_measure"], int(row["unit_mult"]))


def figures(rows: pd.DataFrame, wording: Wording) -> list[str]:
    """The figures of all rows, read from the columns that they need and no others."""
    wanted = rows[["value", "value_upper", "qualifier", "unit_measure", "unit_mult"]]
    return [figure(row, wording) for row in records(wanted)]


def point(row: Row, wording: Wording) -> str:
    """What a mark says where the pointer rests on it: area, period, figure and nature."""
    head = f"<b>{wording.area(row['ref_area'])}</b>, {wording.phrase(row['time_period'])}"
    return f"{head}<br>{figure(row, wording)} ({wording.nature(row['nature'])})"


def _size(row: Row, wording: Wording) -> str:
    """The figure without its sign, for sentences that say "fell by"."""
    shown = wording.figure(abs(row["value"]), row["value_upper"], row["qualifier"], words=True)
    return wording.amount(shown, row["unit_measure"], int(row["unit_mult"]))


def comparison_title(view: pd.DataFrame, choice: Choice, wording: Wording) -> str:
    """The sentence over the bars: the chosen area's figure, laid beside the country's where both exist."""
    first = _first(view, choice.period, (choice.area, COUNTRY))
    own = first.get(choice.area)
    if own is None:
        return _none(choice, wording)
    country = None if choice.area == COUNTRY else first.get(COUNTRY)
    return wording.text(f"headline.{_pattern(own, country)}", **fields(own, wording))


def _none(choice: Choice, wording: Wording) -> str:
    """What is missing, and of which kinds where not all are asked for."""
    kinds = [decapitalise(wording.text(f"nature_group.{nature}")) for nature in choice.natures]
    narrowed = len(kinds) < len(NATURES)
    return wording.text(
        "headline.none_of" if narrowed else "headline.none",
        subject=wording.topic(choice.family, choice.activity),
        area=wording.area(choice.area),
        period=wording.phrase(choice.period),
        **({"kinds": ", ".join(kinds)} if narrowed else {}),
    )


def _first(view: pd.DataFrame, period: str, areas: Collection[str]) -> dict[str, Row]:
    """The row of each of the areas in the period, what came about before what is aimed at."""
    told = enumerate(zip(view["ref_area"], view["time_period"], strict=True))
    rows = records(view.iloc[[at for at, (area, code) in told if code == period and area in areas]])
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: bool(row["nature_group"] == "plan")):
        found.setdefault(row["ref_area"], row)
    return found


def fields(row: Row, wording: Wording) -> dict[str, str]:
    """What the sentences of the table ``headline`` ask of a row."""
    topic = wording.topic(row["family"], row["activity"])
    subject = wording.subject(row["family"]) if topic == wording.short(row["family"]) else topic
    where = wording.text("headline.of_area", area=wording.inside(row["ref_area"]))
    period = wording.phrase(row["time_period"])
    return {
        "area": wording.inside(row["ref_area"]),
        "subject": capitalise(subject),
        "of": where,
        "value": _size(row, wording),
        "period": period,
    }


def _pattern(own: Row, country: Row | None) -> str:
    """Which sentence of the table ``headline`` fits the rows."""
    if own["nature"] in ("target", "forecast"):
        econ = own["family"] == "ECON" and own["measure"] == "GROWTH_YOY" and own["activity"] == "_T"
        return "econ_plan" if econ and own["nature"] == "target" else str(own["nature"])
    if own["measure"] in GROWTH and own["unit_measure"] == "PT":
        return _growth_pattern(own, country)
    if own["measure"] == "PLAN_RATIO":
        return plan_key(periods.elapsed(own["time_period"]))
    if own["family"] == "TRADE_BALANCE" and own["measure"] == "LEVEL":
        return "surplus" if own["value"] > 0 else "deficit"
    return "level" if own["measure"] == "LEVEL" else "other"


def plan_key(elapsed: float | None) -> str:
    """Which sentence tells what of a plan is reached: by the year, by its beginning, or within it."""
    return {None: "plan_within", 100.0: "plan_full"}.get(elapsed, "plan_part")


def _growth_pattern(own: Row, country: Row | None) -> str:
    """Only like is laid beside like: a bound or a range never stands above or below another figure."""
    econ = own["family"] == "ECON" and own["activity"] == "_T" and own["measure"] == "GROWTH_YOY"
    alike = country is not None and own["qualifier"] == country["qualifier"] == "="
    if own["value"] < 0:
        return "econ_fell" if econ else "growth_down"
    if own["value"] == 0 and not econ:
        return "growth_flat"
    if country is None or not alike or country["value"] < 0 or country["nature"] in ("target", "forecast"):
        return "econ_grew" if econ else "growth_up"
    if own["value"] == country["value"]:
        return "econ_equal" if econ else "growth_up"
    above = own["value"] > country["value"]
    if econ:
        return "econ_faster" if above else "econ_slower"
    return "growth_above" if above else "growth_below"


def series_title(view: pd.DataFrame, choice: Choice, wording: Wording) -> str:
    """The sentence over the line: from the first to the last figure of the chosen area."""
    own = view[(view["ref_area"] == choice.area) & (view["nature_group"] != "plan")]
    kinds = own["kind"].nunique()
    if len(own) < 2 or kinds > 1:
        return comparison_title(view, choice, wording)
    first, last = own.iloc[0], own.iloc[-1]
    change = (
        "flat" if first["amount"] == last["amount"] else "up" if last["amount"] > first["amount"] else "down"
    )
    words = fields(last, wording) | {
        "subject": wording.topic(choice.family, choice.activity),
        "first": figure(first, wording),
        "last": figure(last, wording),
        "first_period": wording.phrase(first["time_period"]),
        "last_period": wording.phrase(last["time_period"]),
    }
    return wording.text(f"headline.over_time_{change}", **words)


def ranking_title(view: pd.DataFrame, choice: Choice, wording: Wording) -> str:
    """The sentence over a ranking: the chosen area's place among the areas of its kind in the period."""
    rows = view[(view["time_period"] == choice.period) & (view["nature_group"] != "plan")]
    ranked = rows[rows["ref_area"] != COUNTRY].sort_values("amount", ascending=False, kind="stable")
    areas = list(dict.fromkeys(ranked["ref_area"]))
    if len(areas) < 2 or choice.measure == "RANK":
        return comparison_title(view, choice, wording)
    topic = decapitalise(wording.topic(choice.family, choice.activity))
    period = wording.phrase(choice.period)
    fields = {"count": len(areas), "topic": topic, "period": period, "area": wording.area(choice.area)}
    if choice.area not in areas:
        return wording.text("headline.areas", **(fields | {"area": wording.area(areas[0])}))
    own = ranked[ranked["ref_area"] == choice.area]["amount"].iloc[0]
    place = int((ranked.drop_duplicates("ref_area")["amount"] > own).sum()) + 1
    return wording.text(f"headline.{'rank_first' if place == 1 else 'rank'}", place=place, **fields)


def grid_title(view: pd.DataFrame, choice: Choice, wording: Wording) -> str:
    """The sentence over a table of areas by periods."""
    if view.empty:
        return comparison_title(view, choice, wording)
    topic = wording.topic(choice.family, choice.activity)
    known = sorted(view["time_period"].unique(), key=periods.order)
    fields = {"topic": topic, "count": view["ref_area"].nunique(), "first": wording.label(known[0])}
    key = "grid" if len(known) > 1 else "grid_one"
    return wording.text(f"headline.{key}", last=wording.label(known[-1]), **fields)


def subtitle(view: pd.DataFrame, choice: Choice, wording: Wording) -> str:
    """What is shown, in which unit, against which base."""
    if view.empty:
        return wording.measure(choice.measure)
    unit, mult = str(view["unit_measure"].iloc[0]), scale(view)
    what = wording.family(choice.family)
    if choice.activity != "_T":
        what = f"{what}, {wording.activity(choice.activity).lower()}"
    base = wording.base(choice.measure, wording.unit(unit, mult) if unit != "RANK" else "")
    return f"{what}, {base}"


def scale(view: pd.DataFrame) -> int:
    """The power of ten in which a chart shows its amounts: the one that most of its rows state."""
    return 0 if view.empty else int(view["unit_mult"].mode().iloc[0])
