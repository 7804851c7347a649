"""Checks of one thing that is stated twice, in one report or in two."""

from collections.abc import Iterator, Sequence

from indicators.checking.doubt import Doubt
from indicators.checking.statement import Statement, alike

#: what makes two rows statements of one thing; a change is a change from a base
_THING = (
    "indicator", "activity", "measure", "ref_area", "boundary", "time_period", "vintage",
    "unit_measure", "plan_setter", "price_base", "counterpart_period",
)  # fmt: skip

#: indicators whose level is told of what is new and of all there is, which the table can't tell apart
_NEW_OR_ALL = {"FDI_REG", "FDI_PROJECTS"}


def stated_twice(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """A report gives one thing one value."""
    for group in alike(filter(_alone, rows), "document", *_THING):
        yield from _apart("stated_twice", group)


def stated_elsewhere(rows: Sequence[Statement]) -> Iterator[Doubt]:
    """Reports give one thing one value; that an estimate gives way to a figure is no contradiction."""
    for group in alike(filter(_alone, rows), *_THING, "nature"):
        first = [statements[0] for statements in alike(group, "document")]
        yield from _apart("stated_elsewhere", first)


def _alone(row: Statement) -> bool:
    """Whether one thing has one such figure.

    There are several forecasters, several who set plans, several fields to be ranked in.
    """
    if row.vintage != "actual" or row.measure == "RANK":
        return False
    if row.measure == "PLAN_RATIO":
        return bool(row.plan_setter)
    return not (row.measure == "LEVEL" and row.indicator in _NEW_OR_ALL)


def _apart(check: str, group: Sequence[Statement]) -> Iterator[Doubt]:
    """A doubt where two of the statements leave no value that both can mean: the two furthest apart."""
    if len({row.amount for row in group}) == 1:
        return
    low, high = min(group, key=lambda row: row.where.high), max(group, key=lambda row: row.where.low)
    gap = low.where.gap(high.where)
    if gap > 0:
        first, other = sorted((low, high), key=lambda row: row.row)
        yield Doubt.of(check, [first, other], other.amount, gap)
