"""Views that compare: areas within a period, an area over periods, areas by periods."""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

import pandas as pd

from indicators import lexicon
from indicators.model import COUNTRY
from indicators.views import periods
from indicators.views.choice import Choice, counts
from indicators.views.picking import DRAWN, pick, places

#: how many bars a section of the overview holds before the rest is left to the page Compare
MOST_BARS = 10

Made = TypeVar("Made")


def measured(rich: pd.DataFrame, choice: Choice, **among: str | Iterable[str]) -> pd.DataFrame:
    """The rows of the chosen indicator, part and measure, of all areas and periods, one for each observation.

    Where rows have several units, those of the commonest unit are kept: one scale for what is compared.
    ``among`` narrows the rows to those whose columns hold the value, or one of the values.
    """
    found = places(
        rich,
        family=choice.family,
        measure=choice.measure,
        activity=choice.activity,
        nature_group=choice.natures,
    )
    if not len(found):
        return pick(rich, found, DRAWN)
    rows = rich[list({"unit_measure", "ref_area", "time_period", *among})].iloc[found]
    own = rows.iloc[places(rows, ref_area=choice.area, time_period=choice.period)]
    told = counts(rows if own.empty else own, "unit_measure")
    unit = max(told, key=told.__getitem__)
    return pick(rich, found[places(rows, unit_measure=unit, **among)], DRAWN)


def role(code: str, choice: Choice) -> str:
    """The part an area plays in a chart: ``chosen``, ``country``, ``region`` or ``rest``."""
    if code == choice.area:
        return "chosen"
    if code == COUNTRY:
        return "country"
    area = lexicon.areas().get(code)
    return "region" if area is not None and area.kind == "region" else "rest"


def compared(rich: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """What a comparison and a map are made of: the ``measured`` rows of the period, and of the whole year."""
    return measured(rich, choice, time_period=_compared_periods(choice))


def _compared_periods(choice: Choice) -> list[str]:
    """The chosen period first, then the year where there is one."""
    year = str(periods.year(choice.period))
    return list(dict.fromkeys([choice.period, *([year] if periods.kind(choice.period) != "C" else [])]))


def comparison(
    rich: pd.DataFrame, choice: Choice, most: int | None = MOST_BARS, rows: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The bars that compare areas: sections in order, areas from the greatest value (or first rank) down.

    ``section`` is the period, with ``plan:`` before it for targets and forecasts. The first section is the
    chosen period; the whole year, and the year's targets follow, for scale. ``role`` and ``left`` (areas that
    did not find room) are added. ``rows`` are the ``compared`` ones, where they are at hand.
    """
    wanted = _compared_periods(choice)
    rows = compared(rich, choice) if rows is None else rows
    if rows.empty:
        return rows.assign(section="", role="", left=0)
    aims = zip(rows["time_period"], rows["nature_group"], strict=True)
    rows = rows.assign(
        section=[f"plan:{period}" if group == "plan" else period for period, group in aims],
        role=[role(code, choice) for code in rows["ref_area"]],
    )
    if choice.others:
        rows = rows[rows["ref_area"].isin([choice.area, COUNTRY, *choice.others])]
    return _shortened(rows, [*wanted, *(f"plan:{period}" for period in wanted)], most)


def _shortened(rows: pd.DataFrame, order: Iterable[str], most: int | None) -> pd.DataFrame:
    """The sections in order, each sorted, with the greatest of the rest where there is not room for all."""
    sign = 1 if (rows["measure"] == "RANK").any() else -1
    keys = list(zip(sign * rows["amount"], rows["ref_area"], strict=True))
    named = [part != "rest" for part in rows["role"]]
    sections: dict[str, list[int]] = {section: [] for section in order}
    for place, section in enumerate(rows["section"]):
        sections[section].append(place)
    kept: list[int] = []
    left: list[int] = []
    for there in sections.values():
        ranked = sorted(there, key=keys.__getitem__)
        rest = [place for place in ranked if not named[place]]
        room = len(rest) if most is None else max(0, most - (len(ranked) - len(rest)))
        out = set(rest[room:])
        kept += [place for place in ranked if place not in out]
        left += [len(out)] * (len(ranked) - len(out))
    return rows.iloc[kept].assign(left=left)


def fewer(rows: pd.DataFrame, most: int, named: Collection[str] = ()) -> pd.DataFrame:
    """The rows of a comparison or a grid with at most so many areas a section; the ``named`` ones stay.

    Sections keep their order; in a grid the greatest of the newest period are kept.
    """
    if "section" in rows:
        return _shortened(rows, [str(section) for section in rows["section"].unique()], most)
    newest = rows.sort_values("amount", ascending=False, kind="stable")
    newest = newest.sort_values(
        "time_period", key=lambda codes: codes.map(periods.order), ascending=False, kind="stable"
    )
    ranked = [str(code) for code in newest["ref_area"].unique()]
    first = [code for code in ranked if code in named]
    kept = [*first, *(code for code in ranked if code not in named)][: max(most, len(first))]
    return rows[rows["ref_area"].isin(kept)]


def as_many(
    rows: pd.DataFrame, named: Collection[str], attempt: Callable[[pd.DataFrame], Made | None]
) -> Made | None:
    """What an ``attempt`` makes of the rows of as many areas as it can be made of; the ``named`` ones stay.

    ``None`` where it can't be made of one area.
    """
    least, most, made = 1, rows["ref_area"].nunique(), None
    while least <= most:
        count = (least + most) // 2
        found = attempt(fewer(rows, count, named))
        if found is None:
            most = count - 1
        else:
            made, least = found, count + 1
    return made


def series(rich: pd.DataFrame, choice: Choice, areas: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The chosen kind of period over time: one row for each area and period, in order, gaps left out.

    ``position`` counts all periods from the first to the last, those without a figure too. Where the chosen
    kind has a single period, all kinds stand beside each other, each in its place.
    """
    shown = areas or (choice.area, *([COUNTRY] if choice.area != COUNTRY else []), *choice.others)
    rows = measured(rich, choice, ref_area=shown)
    of_kind = rows[rows["kind"] == choice.kind]
    rows = of_kind if of_kind["time_period"].nunique() > 1 else rows
    if rows.empty:
        return rows.assign(position=0, role="")
    places = {code: place for place, code in enumerate(axis(rows))}
    return rows.assign(
        position=rows["time_period"].map(places),
        role=rows["ref_area"].map(lambda code: role(code, choice)),
    ).sort_values(["ref_area", "position", "vintage"], kind="stable")


def axis(rows: pd.DataFrame) -> list[str]:
    """The periods of a series in order; those that have no figure too, where all are of one kind."""
    codes = [str(code) for code in rows["time_period"].unique()]
    one_kind = len({periods.kind(code) for code in codes}) == 1
    return periods.between(codes) if one_kind else sorted(codes, key=periods.order)


def areas_in(rich: pd.DataFrame, choice: Choice, rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """One value for each province in the chosen period, for the map; what came about before an aim.

    ``rows`` are the ``compared`` ones, where they are at hand.
    """
    rows = compared(rich, choice) if rows is None else rows
    rows = rows[rows["time_period"] == choice.period]
    keys = list(zip(rows["ref_area"], rows["nature_group"] == "plan", strict=True))
    rows = rows.iloc[sorted(range(len(keys)), key=keys.__getitem__)]
    return rows[~rows["ref_area"].duplicated()]


def grid(rich: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """One value for each area and period of the chosen kind, for the heat table; plans left out."""
    rows = measured(rich, choice, kind=choice.kind)
    rows = rows[rows["nature_group"] != "plan"]
    return rows.drop_duplicates(["ref_area", "time_period"])
