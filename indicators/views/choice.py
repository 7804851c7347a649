"""What the reader has chosen: resolved against what exists, so that no empty combination can be shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np
import pandas as pd

from indicators import lexicon
from indicators.model import COUNTRY, TOTAL
from indicators.table import is_period
from indicators.views import periods
from indicators.views.picking import NATURES, places
from indicators.wording import card_order, families

CHARTS = ("bars", "lines", "map", "heat", "multiples")
LIST_MARK = "."
_COUNTED = (
    *("ref_area", "kind", "year", "time_period", "family"),
    *("activity", "measure", "nature_group"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A view of the table by codes. Without ``others`` it is compared with every area that has a figure."""

    area: str = COUNTRY
    others: tuple[str, ...] = ()
    kind: str = "Y"
    period: str = ""
    family: str = "ECON"
    measure: str = "GROWTH_YOY"
    activity: str = TOTAL
    natures: tuple[str, ...] = NATURES
    chart: str = "bars"

    def codes(self) -> dict[str, str]:
        """The choice as the parts of a link, without what goes without saying."""
        parts = {
            "area": self.area,
            "with": LIST_MARK.join(self.others),
            "kind": self.kind,
            "period": self.period,
            "ind": self.family,
            "measure": self.measure,
            "act": "" if self.activity == TOTAL else self.activity,
            "nature": "" if set(self.natures) == set(NATURES) else LIST_MARK.join(self.natures),
            "chart": "" if self.chart == CHARTS[0] else self.chart,
        }
        return {key: value for key, value in parts.items() if value}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A choice that exists, the parts of the wish that mean nothing, what was wished in vain."""

    choice: Choice
    unknown: tuple[str, ...] = ()
    missed_period: str = ""
    missed_family: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A code that can be chosen, and how many rows it would leave."""

    code: str
    count: int


def counts(rich: pd.DataFrame, column: str, **wanted: str | int | None) -> dict[str, int]:
    """How many of the wanted rows each value of a column of codes has."""
    cells = cast("pd.Categorical", rich[column].array)
    codes = cells.codes[places(rich, **wanted)] if wanted else cells.codes
    found = np.bincount(codes, minlength=len(cells.categories))
    return {str(code): int(count) for code, count in zip(cells.categories, found, strict=True) if count}


def area_options(rich: pd.DataFrame) -> list[Option]:
    """The areas that have rows, in the lexicon's order: the country, the regions, the provinces."""
    found = counts(rich, "ref_area")
    return [Option(code, found[code]) for code in lexicon.areas() if code in found]


def of_area(rich: pd.DataFrame, area: str) -> pd.DataFrame:
    """What the options of an area's view are counted in: the fewer rows, the quicker."""
    return rich[list(_COUNTED)].iloc[places(rich, ref_area=area)]


def kind_options(rich: pd.DataFrame, choice: Choice) -> list[Option]:
    """The kinds of period that the area has rows for."""
    found = counts(rich, "kind", ref_area=choice.area)
    return [Option(code, found[code]) for code in periods.KINDS if code in found]


def period_options(rich: pd.DataFrame, choice: Choice) -> list[Option]:
    """The periods of the chosen kind that the area has rows for, newest first."""
    found = counts(rich, "time_period", ref_area=choice.area, kind=choice.kind)
    return [Option(code, found[code]) for code in sorted(found, key=periods.order, reverse=True)]


def family_options(rich: pd.DataFrame, choice: Choice) -> list[Option]:
    """The indicators that the area has rows for in the period, in the catalogue's order."""
    found = counts(rich, "family", ref_area=choice.area, time_period=choice.period)
    return [Option(code, found[code]) for code in families() if code in found]


def activity_options(rich: pd.DataFrame, choice: Choice) -> list[Option]:
    """The parts of the economy that the indicator has rows for."""
    wanted = {"ref_area": choice.area, "time_period": choice.period, "family": choice.family}
    found = counts(rich, "activity", **wanted)
    return [Option(code, found[code]) for code in lexicon.labels("activity") if code in found]


def measure_options(rich: pd.DataFrame, choice: Choice) -> list[Option]:
    """The measures of the indicator, for the area, the period and the part of the economy."""
    wanted = {
        "ref_area": choice.area,
        "time_period": choice.period,
        "family": choice.family,
        "activity": choice.activity,
    }
    found = counts(rich, "measure", **wanted)
    return [Option(code, found[code]) for code in lexicon.labels("measure") if code in found]


def nature_options(rich: pd.DataFrame, choice: Choice) -> list[Option]:
    """The groups of natures that the area has rows for in the year of the period."""
    found = counts(rich, "nature_group", ref_area=choice.area, year=periods.year(choice.period))
    return [Option(code, found[code]) for code in NATURES if code in found]


def resolve(
    rich: pd.DataFrame,
    wish: Mapping[str, str],
    areas: Sequence[Option] = (),
    own_rows: Callable[[str], pd.DataFrame] | None = None,
) -> Resolved:
    """The choice that comes nearest to the wish and has rows. Raises ``ValueError`` on an empty table.

    ``wish`` holds the parts of a link; no code at all and an area without rows are named in ``unknown``.
    ``areas`` are the table's ``area_options`` where they are at hand, and ``own_rows`` gives its ``of_area``.
    """
    if rich.empty:
        raise ValueError("there is nothing to choose from")
    unknown = meaningless(wish)
    areas = areas or area_options(rich)
    wished = wish.get("area", "")
    area = _take(areas, wished, _fullest([option for option in areas if option.code != COUNTRY] or areas))
    if wished in lexicon.areas() and area != wished:
        unknown.append(f"area={wished}")
    choice = Choice(area=area, others=_others(areas, wish, area))
    own = of_area(rich, area) if own_rows is None else own_rows(area)
    choice, missed = _with_period(own, choice, wish)
    choice = _with_indicator(own, choice, wish)
    known = {option.code for option in nature_options(own, choice)}
    natures = tuple(code for code in NATURES if code in _several(wish, "nature"))
    natures = natures if known & set(natures) else NATURES
    chart = wish.get("chart", "")
    choice = replace(choice, natures=natures, chart=chart if chart in CHARTS else CHARTS[0])
    family = wish.get("ind", "")
    family = family if family in families() and family != choice.family else ""
    return Resolved(choice, tuple(unknown), missed, family)


def _with_period(rich: pd.DataFrame, choice: Choice, wish: Mapping[str, str]) -> tuple[Choice, str]:
    period = wish.get("period", "")
    period = period if is_period(period) else ""
    kinds = kind_options(rich, choice)
    kind = wish.get("kind", "") or (periods.kind(period) if period else "")
    choice = replace(choice, kind=_take(kinds, kind, "S" if _has(kinds, "S") else _fullest(kinds)))
    there = period_options(rich, choice)
    same_year = [
        option.code for option in there if period and periods.year(option.code) == periods.year(period)
    ]
    default = same_year[0] if same_year else _newest_full(there)
    choice = replace(choice, period=_take(there, period, default))
    return choice, period if period and choice.period != period and periods.kind(period) == kind else ""


def _newest_full(options: list[Option]) -> str:
    """The newest period with at least half as many rows as the fullest: one stray forecast opens no page."""
    most = max(option.count for option in options)
    return next(option.code for option in options if 2 * option.count >= most)


def _with_indicator(rich: pd.DataFrame, choice: Choice, wish: Mapping[str, str]) -> Choice:
    there = family_options(rich, choice)
    first = next((code for code in card_order()["order"] if _has(there, code)), there[0].code)
    choice = replace(choice, family=_take(there, wish.get("ind", ""), first))
    parts = activity_options(rich, choice)
    choice = replace(choice, activity=_take(parts, wish.get("act", TOTAL), parts[0].code))
    measures = measure_options(rich, choice)
    usual = "GROWTH_YOY" if _has(measures, "GROWTH_YOY") else _fullest(measures)
    return replace(choice, measure=_take(measures, wish.get("measure", ""), usual))


def _others(areas: Sequence[Option], wish: Mapping[str, str], area: str) -> tuple[str, ...]:
    wished = _several(wish, "with")
    return tuple(option.code for option in areas if option.code in wished and option.code != area)


def _several(wish: Mapping[str, str], key: str) -> list[str]:
    return [code for code in wish.get(key, "").split(LIST_MARK) if code]


def _take(options: Sequence[Option], wished: str, default: str) -> str:
    return wished if _has(options, wished) else default


def _has(options: Sequence[Option], code: str) -> bool:
    return any(option.code == code for option in options)


def _fullest(options: Sequence[Option]) -> str:
    return max(options, key=lambda option: option.count).code


def codes() -> Mapping[str, Iterable[str]]:
    """The codes of each part of a link that has a list of them."""
    return {
        "area": lexicon.areas(),
        "with": lexicon.areas(),
        "kind": periods.KINDS,
        "ind": families(),
        "measure": lexicon.labels("measure"),
        "act": lexicon.labels("activity"),
        "nature": NATURES,
        "chart": CHARTS,
    }


def meaningless(wish: Mapping[str, str]) -> list[str]:
    """The parts of a wish that are no code at all, as they stand in the link."""
    found, known = [], codes()
    for key, value in wish.items():
        if key == "period":
            fault = bool(value) and not is_period(value)
        elif key in known:
            named = value.split(LIST_MARK) if key in ("with", "nature") else [value]
            fault = any(code and code not in known[key] for code in named)
        else:
            fault = True
        if fault:
            found.append(f"{key}={value}")
    return found
