"""Checks over a plan and over time: ratio to the plan, growth and change from a year before."""

from collections.abc import Iterator, Sequence

from indicators.checking.doubt import Doubt, contradiction
from indicators.checking.interval import Interval
from indicators.checking.statement import Statement, alike, only
from indicators.table import parse_period

#: indicators whose growth is told at constant prices, whatever the prices of their levels
REAL = {"GDP", "GRDP", "GDP_PC", "GRDP_PC", "PRODUCTIVITY", "IND_OUTPUT", "CON_OUTPUT", "AGR_OUTPUT"}

_SUBJECT = ("document", "ref_area", "boundary", "indicator")
_HUNDRED = Interval(100.0, 100.0)


def plan_ratio(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """What came about, held against the plan for the period or its year, makes the ratio to the plan."""
    for group in alike(only(rows), *_SUBJECT):
        ratios = [row for row in only(group, measure="PLAN_RATIO") if row.vintage == "actual"]
        for told in alike(ratios, "time_period"):
            period = told[0].time_period
            year = str(parse_period(period).last_day.year)
            for reached in alike(_levels(group, "actual", period), "unit_measure"):
                plans = _levels(group, "target", period, year)
                terms = [reached, _in_unit(plans, reached[0].unit_measure)]
                yield from contradiction("plan_ratio", told, terms, _percentage)


def growth(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """The figures of two years make the growth between them, where it is told at the same prices."""
    for group in alike(only(rows), *_SUBJECT, "vintage", "price_base"):
        rates = _in_unit(only(group, measure="GROWTH_YOY"), "PT")
        if group[0].indicator in REAL and group[0].price_base != "constant":
            continue
        for told in alike(rates, "time_period"):
            period = told[0].time_period
            before = _levels(group, group[0].vintage, parse_period(period).year_before().code)
            for levels in alike(_levels(group, group[0].vintage, period), "unit_measure"):
                terms = [levels, _in_unit(before, levels[0].unit_measure)]
                yield from contradiction("growth", told, terms, _growth)


def change(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """The figures of two periods make the change between them."""
    for group in alike(only(rows), *_SUBJECT, "vintage", "price_base"):
        changes = [row for row in only(group, measure="CHANGE") if row.counterpart_period]
        for told in alike(changes, "time_period", "counterpart_period", "unit_measure"):
            unit = "PT" if told[0].unit_measure == "PP" else told[0].unit_measure
            levels = _in_unit(_levels(group, group[0].vintage, told[0].time_period), unit)
            before = _in_unit(_levels(group, group[0].vintage, told[0].counterpart_period), unit)
            yield from contradiction("change", told, [levels, before], lambda of: of[0] - of[1])


def _levels(rows: Sequence[Statement], vintage: str, *periods: str) -> list[Statement]:
    levels = only(rows, measure="LEVEL")
    return [row for row in levels if row.vintage == vintage and row.time_period in periods]


def _in_unit(rows: Sequence[Statement], unit: str) -> list[Statement]:
    return [row for row in rows if row.unit_measure == unit]


def _percentage(terms: Sequence[Interval]) -> Interval | None:
    ratio = terms[0].over(terms[1])
    return None if ratio is None else ratio.scaled(100.0)


def _growth(terms: Sequence[Interval]) -> Interval | None:
    ratio = _percentage(terms)
    return None if ratio is None else ratio - _HUNDRED
