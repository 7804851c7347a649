"""Plans, targets and forecasts of one area, each against what is reached of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from indicators.model import TOTAL
from indicators.views import periods
from indicators.views.choice import Choice
from indicators.views.picking import keep, pick
from indicators.wording import card_order, families, stocks

#: so many percentage points behind the share of the year that is over still count as on course
TOLERANCE = 2.0


@dataclass(frozen=True, slots=True)
class Aim:
    """A plan, a target or a forecast, and what is reached of it.

    ``nature`` is ``plan`` for a ratio to a plan that the report gives, else ``target`` or ``forecast``;
    ``period`` is that of the ratio, or the one aimed at. ``aim`` is the row of a target or a forecast,
    ``reached`` what came about, ``amount`` the level told beside a ratio; each may be missing. ``share`` is
    what is reached in per cent of the aim (of the lower end of a range), ``most`` the upper end of a range in
    per cent of the lower, ``elapsed`` the share of the year that is over where the aim fills up as it goes.
    """

    nature: str
    period: str
    family: str
    activity: str
    aim: pd.Series | None = None
    reached: pd.Series | None = None
    amount: pd.Series | None = None
    share: float | None = None
    most: float | None = None
    elapsed: float | None = None

    @property
    def main(self) -> pd.Series:
        """The row that stands for the whole: what is reached, else the aim."""
        row = self.aim if self.reached is None else self.reached
        assert row is not None, "an aim without any row"
        return row

    @property
    def on_course(self) -> bool | None:
        """Whether as much is reached as of the year is over; ``None`` where that can't be told."""
        if self.share is None or self.elapsed is None:
            return None
        slack = TOLERANCE if self.elapsed < 100 else 0.0
        return self.share >= self.elapsed - slack


def targets(rich: pd.DataFrame, choice: Choice) -> list[Aim]:
    """The aims of the chosen area for the years of the chosen period.

    Ratios to plans stand first, those of the chosen period before the others, the newest first; then targets,
    then forecasts. Natures are not filtered: an aim without what came of it would tell nothing.
    """
    rows = keep(rich, ref_area=choice.area)
    rows = pick(rows[rows["time_period"].isin(_overlapping(rows, choice.period))])
    known = dict.fromkeys([*card_order()["order"], *families()])
    rank = {code: place for place, code in enumerate(known)}
    found = [*_plans(rows), *_aims(rows)]

    def place(aim: Aim) -> tuple[int, bool, int, int, bool, str]:
        nature = ("plan", "target", "forecast").index(aim.nature)
        age = -periods.order(aim.period)[0].toordinal()
        part = (rank.get(aim.family, len(rank)), aim.activity != TOTAL, aim.activity)
        return nature, aim.period != choice.period, age, *part

    return sorted(found, key=place)


def behind(aims: list[Aim], rich: pd.DataFrame) -> pd.DataFrame:
    """The rows that the aims are made of, in their order, each once."""
    found = [row for aim in aims for row in (aim.reached, aim.aim, aim.amount) if row is not None]
    order = {row_id: place for place, row_id in enumerate(dict.fromkeys(str(row["id"]) for row in found))}
    rows = pick(keep(rich, document={str(row["document"]) for row in found}, id=order))
    return rows.sort_values("id", key=lambda column: column.map(order), kind="stable")


def aimed_periods(rich: pd.DataFrame, area: str) -> list[str]:
    """The periods for which the area has a plan, a target or a forecast, newest first."""
    rows = keep(rich, ref_area=area)
    codes = rows.loc[_aimed(rows), "time_period"].unique()
    return sorted((str(code) for code in codes), key=periods.order, reverse=True)


def aiming_areas(rich: pd.DataFrame) -> list[str]:
    """The areas that have a plan, a target or a forecast, those with most first."""
    return [str(code) for code in rich.loc[_aimed(rich), "ref_area"].astype("str").value_counts().index]


def _aimed(rows: pd.DataFrame) -> "pd.Series[bool]":
    return (rows["nature_group"] == "plan") | (rows["measure"] == "PLAN_RATIO")


def _overlapping(rows: pd.DataFrame, period: str) -> list[str]:
    """The periods of the rows that share a year with the period."""
    first, last = periods.years(period)
    spans = {str(code): periods.years(str(code)) for code in rows["time_period"].unique()}
    return [code for code, (start, end) in spans.items() if start <= last and first <= end]


def _plans(rows: pd.DataFrame) -> Iterator[Aim]:
    """The ratios to plans that the reports give, two plans of one indicator side by side."""
    ratios = rows[(rows["measure"] == "PLAN_RATIO") & (rows["nature_group"] != "plan")]
    levels = rows[(rows["measure"] == "LEVEL") & (rows["nature_group"] != "plan")]
    amounts_of = _alike(levels, "indicator", "activity", "time_period")
    for _, row in ratios.iterrows():
        amounts = amounts_of(row)
        period = str(row["time_period"])
        yield Aim(
            "plan",
            period,
            str(row["family"]),
            str(row["activity"]),
            reached=row,
            amount=None if amounts.empty else amounts.iloc[0],
            share=float(row["value"]),
            elapsed=periods.elapsed(period),
        )


def _aims(rows: pd.DataFrame) -> Iterator[Aim]:
    came = _alike(rows[rows["nature_group"] != "plan"], "family", "activity", "measure", "unit_measure")
    for _, aim in rows[rows["nature_group"] == "plan"].iterrows():
        period = str(aim["time_period"])
        reached = _reached(came(aim), aim)
        least, most = float(aim["amount"]), float(aim["amount_upper"])
        scaled = reached is not None and least > 0 and aim["measure"] != "RANK"
        share = 100 * float(reached["amount"]) / least if scaled and reached is not None else None
        so_far = None if reached is None else str(reached["time_period"])
        yield Aim(
            str(aim["nature"]),
            period,
            str(aim["family"]),
            str(aim["activity"]),
            aim=aim,
            reached=reached,
            share=share,
            most=100 * most / least if most == most and least > 0 else None,
            elapsed=periods.elapsed(so_far) if so_far and so_far != period and _fills_up(aim) else None,
        )


def _alike(rows: pd.DataFrame, *same: str) -> Callable[[pd.Series], pd.DataFrame]:
    """Finds those of the rows that have the same in these columns as a given one; they are grouped once."""
    groups = rows.groupby(list(same), sort=False).indices
    return lambda row: rows.iloc[groups.get(tuple(str(row[column]) for column in same), [])]


def _reached(rows: pd.DataFrame, aim: pd.Series) -> pd.Series | None:
    """What came about of an aim: in its own period, else in the longest stretch from January of its year."""
    for column in ("price_base", "plan_setter"):
        if not pd.isna(aim[column]):
            rows = rows[rows[column].isna() | (rows[column] == aim[column])]
    period = str(aim["time_period"])
    there = {str(code) for code in rows["time_period"]}
    if period not in there and periods.kind(period) == "Y":
        there = {code for code in there if periods.from_january(code, periods.year(period))}
    else:
        there &= {period}
    return rows[rows["time_period"] == max(there, key=periods.order)].iloc[0] if there else None


def _fills_up(aim: pd.Series) -> bool:
    """Whether an amount grows over the year: a rate and a stock don't."""
    amount = aim["measure"] == "LEVEL" and aim["unit_measure"] not in ("PT", "POINT", "RANK")
    return bool(amount and aim["family"] not in stocks())
