"""The table made ready for the page, filtered, and with one statement taken for each observation."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
from pandas.api.extensions import ExtensionArray

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

#: what charts and the words around them ask of a row; its sentence, its rule and its place in the report
#: are taken where they are shown
DRAWN = (
    *("id", "document", "family", "activity", "measure", "ref_area", "time_period", "kind", "published"),
    *("value", "value_upper", "qualifier", "unit_measure", "unit_mult", "amount", "amount_upper"),
    *("nature", "nature_group", "vintage", "plan_setter", "boundary"),
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


def keep(
    rich: pd.DataFrame, only: Collection[str] | None = None, **wanted: str | int | Iterable[str] | None
) -> pd.DataFrame:
    """The rows whose columns hold the wanted value, or one of the wanted values; ``None`` asks nothing.

    ``only`` names the columns that are asked for, where not all are.
    """
    return spelled(rich, places(rich, **wanted), only)


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


def spelled(rich: pd.DataFrame, among: Places, only: Collection[str] | None = None) -> pd.DataFrame:
    """The rows in the places ``among`` with words instead of categories, of all columns or ``only`` some."""
    columns = rich.columns if only is None else only
    cells = {column: _words(rich[column].array, among) for column in columns}
    return pd.DataFrame(cells, index=rich.index.take(among), copy=False)


def _words(cells: ExtensionArray, among: Places) -> ExtensionArray:
    if isinstance(cells, pd.Categorical):
        words: ExtensionArray = cells.categories.array
        return words.take(cells.codes.take(among), allow_fill=True)
    return cells.take(among)


def pick(
    rich: pd.DataFrame, among: Places | None = None, only: Collection[str] | None = None
) -> pd.DataFrame:
    """One row for each observation: the better nature first (actual before estimate), then the newest report.

    Looks at the rows in the places ``among``, else at all. Adds ``rivals``: how many other statements of the
    same observation give another value. ``only`` names the columns that are asked for, where not all are.
    """
    among = np.arange(len(rich)) if among is None else among
    turns = among[rich["turn"].to_numpy()[among].argsort()]
    numbers, _ = pd.factorize(rich["observation"].to_numpy()[turns])
    _, first = np.unique(numbers, return_index=True)
    taken = turns[first]
    order = rich.index[taken].argsort()
    values = distinct(numbers, rich["amount"].to_numpy()[turns])
    return spelled(rich, taken[order], only).assign(rivals=values[order] - 1)


def distinct(numbers: Places, amounts: npt.NDArray[np.float64]) -> Places:
    """How many different amounts each of the numbered groups has, by its number."""
    order = np.lexsort((amounts, numbers))
    numbers, amounts = numbers[order], amounts[order]
    new = np.ones(len(numbers), dtype=bool)
    new[1:] = (numbers[1:] != numbers[:-1]) | (amounts[1:] != amounts[:-1])
    return np.bincount(numbers[new])


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
