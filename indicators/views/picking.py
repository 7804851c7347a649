"""The table made ready for the page, filtered, and with one statement taken for each observation."""

import datetime as dt
from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types

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

#: what is filtered by: kept as categories, whose numbers are compared instead of words
CODES = (
    *("indicator", "activity", "measure", "ref_area", "time_period", "vintage", "unit_measure"),
    *("document", "nature", "family", "kind", "nature_group"),
)


Places = npt.NDArray[np.intp]


def enrich(table: pd.DataFrame, published: Mapping[str, dt.date | None]) -> pd.DataFrame:
    """The table with what the page asks of each row; ``published`` gives each report's date, where known.

    Adds ``id`` (the report and the place of the figure), ``family``, ``kind``, ``year``, ``nature_group``,
    ``published``, ``amount`` and ``amount_upper``: the value times its power of ten, ``observation``: which
    one the row states, and ``turn``: the order in which statements of an observation are taken. Columns of
    ``CODES`` are categories here; whatever leaves this package has words again.
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
    rich = rich.astype(dict.fromkeys(CODES, "category"))
    rich["observation"] = rich.groupby(list(IDENTITY), dropna=False, observed=True, sort=False).ngroup()
    rich["turn"] = _turns(rich)
    words = rich.columns[rich.dtypes == "str"]
    return rich.assign(**{column: _in_one_piece(rich[column]) for column in words})


def _in_one_piece(words: pd.Series) -> pd.Series:
    """The words in one piece: several, as Parquet and ``concat`` leave them, are joined at every look."""
    pieces = pa.array(words)
    whole = pieces.combine_chunks() if isinstance(pieces, pa.ChunkedArray) else pieces
    return pd.Series(pd.array(whole, dtype="str"), index=words.index)


def _turns(rich: pd.DataFrame) -> npt.NDArray[np.int64]:
    """The place of each row where the better nature comes first, then the newest report."""
    rank = rich["nature"].map(_RANK).astype("int64")
    age = -rich["published"].map(dt.date.toordinal).astype("int64")
    order = np.lexsort((rich["start"], rich["document"].cat.codes, age, rank))
    turns = np.empty(len(rich), dtype="int64")
    turns[order] = np.arange(len(rich))
    return turns


def ids(table: pd.DataFrame) -> pd.Series:
    """``document:start``, and a count behind it where a place gave several rows."""
    place = table["document"].astype(str) + ":" + table["start"].astype(str)
    nth = place.groupby(place).cumcount()
    return place.where(nth == 0, place + "." + (nth + 1).astype(str))


def keep(rich: pd.DataFrame, **wanted: str | int | Iterable[str] | None) -> pd.DataFrame:
    """The rows whose columns hold the wanted value, or one of the wanted values; ``None`` asks nothing."""
    return spelled(rich.iloc[places(rich, **wanted)])


def places(rich: pd.DataFrame, **wanted: str | int | Iterable[str] | None) -> Places:
    """Where the rows are that ``keep`` keeps: each condition looks only at what the one before has left."""
    found: Places | None = None
    single = {column: value for column, value in wanted.items() if isinstance(value, (str, int))}
    for column, value in (single | wanted).items():
        if value is None:
            continue
        cells = rich[column].array if found is None else rich[column].array.take(found)
        holds = np.asarray(cells == value if isinstance(value, (str, int)) else cells.isin(list(value)))
        found = holds.nonzero()[0] if found is None else found[holds]
    return np.arange(len(rich)) if found is None else found


def spelled(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with words instead of categories."""
    words = {}
    for column in CODES:
        if column in rows and isinstance(rows[column].dtype, pd.CategoricalDtype):
            codes = rows[column].cat
            told = codes.categories.array.take(codes.codes.to_numpy(), allow_fill=True)
            words[column] = pd.Series(told, index=rows.index)
    return rows.assign(**words) if words else rows


def pick(rich: pd.DataFrame, among: Places | None = None) -> pd.DataFrame:
    """One row for each observation: the better nature first (actual before estimate), then the newest report.

    Looks at the rows in the places ``among``, else at all. Adds ``rivals``: how many other statements of the
    same observation give another value.
    """
    among = np.arange(len(rich)) if among is None else among
    turns = among[rich["turn"].to_numpy()[among].argsort()]
    ranked = rich[["observation", "amount"]].iloc[turns]
    values = ranked.groupby("observation", sort=False)["amount"].nunique().to_numpy("int64")
    taken = turns[~ranked["observation"].duplicated().to_numpy()]
    order = rich.index[taken].argsort()
    return spelled(rich.iloc[taken[order]]).assign(rivals=values[order] - 1)


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
