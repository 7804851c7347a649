"""The table made ready for the page, filtered, and with one statement taken for each observation."""

import datetime as dt
from collections.abc import Iterable, Mapping

import pandas as pd

from indicators.views import periods
from indicators.wording import family_of

#: natures that count as one: the groups that a reader chooses
NATURE_GROUP: Mapping[str, str] = {
    "actual": "actual",
    "provisional": "actual",
    "estimate": "estimate",
    "forecast": "plan",
    "target": "plan",
}
NATURES = ("actual", "estimate", "plan")

#: the better nature has the lower rank; a forecast and a target never stand for what came about
_RANK = {"actual": 0, "provisional": 1, "estimate": 2, "forecast": 3, "target": 3}

#: what makes two rows statements of one observation, beside the vintage
IDENTITY = (
    "indicator",
    "activity",
    "measure",
    "ref_area",
    "time_period",
    "vintage",
    "unit_measure",
    "plan_setter",
    "price_base",
)


def enrich(table: pd.DataFrame, published: Mapping[str, dt.date | None]) -> pd.DataFrame:
    """The table with what the page asks of each row; ``published`` gives each report's date, where known.

    Adds ``id`` (the report and the place of the figure), ``family``, ``kind``, ``year``, ``nature_group``,
    ``published``, and ``amount``, ``amount_upper``: the value times its power of ten.
    """
    codes = {code: code for code in table["time_period"].unique()}
    rich = table.reset_index(drop=True).copy()
    rich["id"] = ids(rich)
    rich["family"] = rich["indicator"].map(family_of()).fillna(rich["indicator"])
    rich["kind"] = rich["time_period"].map({code: periods.kind(code) for code in codes})
    rich["year"] = rich["time_period"].map({code: periods.year(code) for code in codes}).astype("int64")
    rich["nature_group"] = rich["nature"].map(NATURE_GROUP)
    rich["vintage"] = rich["nature"].where(rich["nature"].isin(["forecast", "target"]), "actual")
    rich["published"] = rich["document"].map(lambda name: published.get(name) or dt.date.min)
    scale = 10.0 ** rich["unit_mult"]
    rich["amount"] = rich["value"] * scale
    rich["amount_upper"] = rich["value_upper"] * scale
    return rich


def ids(table: pd.DataFrame) -> pd.Series:
    """``document:start``, and a count behind it where a place gave several rows."""
    place = table["document"].astype(str) + ":" + table["start"].astype(str)
    nth = place.groupby(place).cumcount()
    return place.where(nth == 0, place + "." + (nth + 1).astype(str))


def keep(rich: pd.DataFrame, **wanted: str | int | Iterable[str] | None) -> pd.DataFrame:
    """The rows whose columns hold the wanted value, or one of the wanted values; ``None`` asks nothing."""
    return rich[holding(rich, **wanted)]


def holding(rich: pd.DataFrame, **wanted: str | int | Iterable[str] | None) -> "pd.Series[bool]":
    """Which rows ``keep`` would keep: cheaper where only one of their columns is looked at."""
    mask = pd.Series(True, index=rich.index)
    for column, value in wanted.items():
        if isinstance(value, (str, int)):
            mask &= rich[column] == value
        elif value is not None:
            mask &= rich[column].isin(list(value))
    return mask


def pick(rich: pd.DataFrame) -> pd.DataFrame:
    """One row for each observation: the better nature first (actual before estimate), then the newest report.

    Adds ``rivals``: how many other statements of the same observation give another value.
    """
    if rich.empty:
        return rich.assign(rivals=pd.Series(dtype="int64"))
    keys = list(IDENTITY)
    by = [*keys, "rank", "published", "document", "start"]
    ranked = rich.assign(rank=rich["nature"].map(_RANK))
    ranked = ranked.sort_values(by, ascending=[True] * (len(keys) + 1) + [False, True, True], kind="stable")
    groups = ranked.groupby(keys, dropna=False, sort=False)["amount"]
    values = groups.transform("nunique")
    return (
        ranked.assign(rivals=(values - 1).astype("int64"))
        .drop_duplicates(keys)
        .drop(columns="rank")
        .sort_index()
    )


def rivals(rich: pd.DataFrame, row: pd.Series) -> pd.DataFrame:
    """The other statements of a row's observation that give another value, newest first."""
    same = keep(
        rich, **{key: row[key] for key in ("indicator", "activity", "measure", "ref_area", "time_period")}
    )
    same = same[(same["vintage"] == row["vintage"]) & (same["unit_measure"] == row["unit_measure"])]
    for key in ("plan_setter", "price_base"):
        same = same[same[key].isna() if pd.isna(row[key]) else same[key] == row[key]]
    others: pd.DataFrame = same[same["amount"] != row["amount"]]
    return others.sort_values("published", ascending=False)
