"""Views that compare: areas within a period, an area over periods, areas by periods."""

from collections.abc import Collection

import pandas as pd

from indicators import lexicon
from indicators.model import COUNTRY
from indicators.views import periods
from indicators.views.choice import Choice
from indicators.views.picking import keep, pick

#: how many bars a section of the overview holds before the rest is left to the page Compare
MOST_BARS = 10


def measured(rich: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """The rows of the chosen indicator, part and measure, of all areas and periods, one for each observation.

    Where rows have several units, those of the commonest unit are kept: one scale for what is compared.
    """
    rows = keep(
        rich,
        family=choice.family,
        activity=choice.activity,
        measure=choice.measure,
        nature_group=choice.natures,
    )
    if rows.empty:
        return pick(rows)
    own = keep(rows, ref_area=choice.area, time_period=choice.period)
    units = (rows if own.empty else own)["unit_measure"]
    return pick(rows[rows["unit_measure"] == units.mode().iloc[0]])


def role(code: str, choice: Choice) -> str:
    """The part an area plays in a chart: ``chosen``, ``country``, ``region`` or ``rest``."""
    if code == choice.area:
        return "chosen"
    if code == COUNTRY:
        return "country"
    area = lexicon.areas().get(code)
    return "region" if area is not None and area.kind == "region" else "rest"


def comparison(rich: pd.DataFrame, choice: Choice, most: int | None = MOST_BARS) -> pd.DataFrame:
    """The bars that compare areas: sections in order, areas from the greatest value (or first rank) down.

    ``section`` is the period, with ``plan:`` before it for targets and forecasts. The first section is the
    chosen period; the whole year, and the year's targets follow, for scale. ``role`` and ``left`` (areas that
    did not find room) are added.
    """
    rows = measured(rich, choice)
    if rows.empty:
        return rows.assign(section="", role="", left=0)
    year = str(periods.year(choice.period))
    wanted = dict.fromkeys([choice.period, *([year] if periods.kind(choice.period) != "C" else [])])
    rows = rows[rows["time_period"].isin(wanted)]
    plan = rows["nature_group"] == "plan"
    rows = rows.assign(
        section=("plan:" + rows["time_period"]).where(plan, rows["time_period"]),
        role=rows["ref_area"].map(lambda code: role(code, choice)),
    )
    if choice.others:
        rows = rows[rows["ref_area"].isin([choice.area, COUNTRY, *choice.others])]
    order = [*wanted, *(f"plan:{period}" for period in wanted)]
    sections = [_section(rows[rows["section"] == section], most) for section in order]
    return pd.concat(sections) if sections else rows


def _section(rows: pd.DataFrame, most: int | None) -> pd.DataFrame:
    """One section, sorted, with the greatest of the rest where there is not room for all."""
    best_first = [bool((rows["measure"] == "RANK").any()), True]
    ranked = rows.sort_values(["amount", "ref_area"], ascending=best_first, kind="stable")
    if most is None or len(ranked) <= most:
        return ranked.assign(left=0)
    named = ranked["role"] != "rest"
    room = max(0, most - int(named.sum()))
    kept = ranked[named | ((~named).cumsum() <= room)]
    return kept.assign(left=len(ranked) - len(kept))


def fewer(rows: pd.DataFrame, most: int, named: Collection[str] = ()) -> pd.DataFrame:
    """The rows of a comparison or a grid with at most so many areas a section; the ``named`` ones stay.

    Sections keep their order; in a grid the greatest of the newest period are kept.
    """
    if "section" in rows:
        sections = [rows[rows["section"] == section] for section in rows["section"].unique()]
        return pd.concat([_section(section.drop(columns="left"), most) for section in sections])
    newest = rows.sort_values("amount", ascending=False, kind="stable")
    newest = newest.sort_values(
        "time_period", key=lambda codes: codes.map(periods.order), ascending=False, kind="stable"
    )
    ranked = [str(code) for code in newest["ref_area"].unique()]
    first = [code for code in ranked if code in named]
    kept = [*first, *(code for code in ranked if code not in named)][: max(most, len(first))]
    return rows[rows["ref_area"].isin(kept)]


def series(rich: pd.DataFrame, choice: Choice, areas: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The chosen kind of period over time: one row for each area and period, in order, gaps left out.

    ``position`` counts all periods from the first to the last, those without a figure too. Where the chosen
    kind has a single period, all kinds stand beside each other, each in its place.
    """
    rows = measured(rich, choice)
    shown = areas or (choice.area, *([COUNTRY] if choice.area != COUNTRY else []), *choice.others)
    rows = rows[rows["ref_area"].isin(shown)]
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


def areas_in(rich: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """One value for each province in the chosen period, for the map; what came about before an aim."""
    rows = measured(rich, choice)
    rows = rows[rows["time_period"] == choice.period].assign(
        later=lambda table: table["nature_group"] == "plan"
    )
    return (
        rows.sort_values(["ref_area", "later"], kind="stable")
        .drop_duplicates("ref_area")
        .drop(columns="later")
    )


def grid(rich: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """One value for each area and period of the chosen kind, for the heat table; plans left out."""
    rows = measured(rich, choice)
    rows = rows[(rows["kind"] == choice.kind) & (rows["nature_group"] != "plan")]
    return rows.drop_duplicates(["ref_area", "time_period"])
