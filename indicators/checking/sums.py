"""Checks of parts against wholes: trade, shares, contributions, growth of sectors."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence

from indicators.checking.doubt import Doubt, contradiction
from indicators.checking.interval import Interval
from indicators.checking.statement import Statement, alike, only
from indicators.model import TOTAL

_SAME = ("document", "ref_area", "boundary", "vintage", "time_period")

#: the sectors that make up the whole economy together with the taxes on products
SECTORS = ("AGR", "IND_CON", "SRV")
TAX = "TAX"
#: sectors and the parts that make them up
PARTS = {"IND_CON": ("IND", "CON"), "IND": ("MIN", "MFG", "ELC", "WTR")}
#: wholes, and the parts whose growth theirs is a weighted mean of
MEANS = {"GDP": (*SECTORS, TAX), "GRDP": (*SECTORS, TAX), "IIP": PARTS["IND"]}

TRADE = {"EXPORTS", "IMPORTS", "TRADE", "TRADE_BALANCE"}
#: what is never more than something else
WITHIN = (
    ("EXPORTS", "TRADE"),
    ("IMPORTS", "TRADE"),
    ("VISITORS_INTL", "VISITORS"),
    ("BUDGET_REV_DOM", "BUDGET_REV"),
    ("BUDGET_REV_TRADE", "BUDGET_REV"),
)

#: the two measures that contributions join: percentage points of a growth in per cent
_GROWING = {("GROWTH_YOY", "PT"), ("CONTRIBUTION", "PP")}
_HUNDRED = Interval(100.0, 100.0)


def trade_total(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """Exports and imports make total trade."""
    for group in alike(_levels(rows, TRADE), *_SAME, "unit_measure"):
        terms = [only(group, "EXPORTS"), only(group, "IMPORTS")]
        yield from contradiction("trade_total", only(group, "TRADE"), terms, _sum)


def trade_balance(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """Exports less imports make the balance of trade."""
    for group in alike(_levels(rows, TRADE), *_SAME, "unit_measure"):
        terms = [only(group, "EXPORTS"), only(group, "IMPORTS")]
        balance = only(group, "TRADE_BALANCE")
        yield from contradiction("trade_balance", balance, terms, lambda of: of[0] - of[1])


def part_of_whole(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """No part is more than its whole."""
    told = _levels(rows, {indicator for pair in WITHIN for indicator in pair})
    for group in alike(told, *_SAME, "unit_measure"):
        for part, whole in WITHIN:
            terms = [only(group, whole)]
            yield from contradiction("part_of_whole", only(group, part), terms, lambda of: _up_to(of[0]))


def shares(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """The sectors' shares make 100 with that of the taxes, and no more where the taxes are left out."""
    for group in alike(_sectors(rows, "SHARE"), *_SAME, "indicator", "unit_measure"):
        agriculture, industry, services, taxes = (only(group, activity=part) for part in (*SECTORS, TAX))
        if taxes:
            terms = [agriculture, industry, taxes]
            yield from contradiction("shares", services, terms, lambda of: _HUNDRED - _sum(of))
        else:
            terms = [agriculture, industry]
            yield from contradiction("shares", services, terms, lambda of: _up_to(_HUNDRED - _sum(of)))


def parts_of_sector(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """The parts of a sector make its level, its share and its contribution."""
    told = _sectors(rows, "LEVEL", "SHARE", "CONTRIBUTION")
    for group in alike(told, *_SAME, "indicator", "measure", "unit_measure"):
        for sector, parts in PARTS.items():
            terms = [only(group, activity=part) for part in parts]
            yield from contradiction("parts_of_sector", only(group, activity=sector), terms, _sum)


def contributions(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """The contributions of all sectors and of the taxes make the growth of the whole."""
    told = [row for row in rows if row.indicator in MEANS and (row.measure, row.unit_measure) in _GROWING]
    for group in alike(told, *_SAME, "indicator"):
        terms = [only(group, measure="CONTRIBUTION", activity=part) for part in (*SECTORS, TAX)]
        yield from contradiction("contributions", only(group, measure="GROWTH_YOY"), terms, _sum)


def sector_growth(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """The growth of a whole lies between the least and the greatest growth of all its parts."""
    told = [row for row in rows if row.measure == "GROWTH_YOY" and row.indicator in MEANS]
    for group in alike(told, *_SAME, "indicator", "unit_measure"):
        terms = [only(group, activity=part) for part in MEANS[group[0].indicator]]
        yield from contradiction("sector_growth", only(group), terms, _spread)


def _levels(rows: Iterable[Statement], indicators: Collection[str]) -> list[Statement]:
    return [row for row in only(rows, measure="LEVEL") if row.indicator in indicators]


def _sectors(rows: Iterable[Statement], *measures: str) -> list[Statement]:
    """The rows of these measures that are of a part of the economy."""
    return [row for row in rows if row.measure in measures and row.activity != TOTAL]


def _sum(terms: Sequence[Interval]) -> Interval:
    return Interval(sum(term.low for term in terms), sum(term.high for term in terms))


def _up_to(most: Interval) -> Interval:
    return Interval(-math.inf, most.high)


def _spread(terms: Sequence[Interval]) -> Interval:
    return Interval(min(term.low for term in terms), max(term.high for term in terms))
