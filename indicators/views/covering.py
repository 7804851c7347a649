"""What the reports cover and where they disagree."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from indicators import lexicon
from indicators.checking.interval import known
from indicators.model import Document
from indicators.views.picking import DRAWN, distinct, keep, pick, spelled
from indicators.wording import families

#: the column of ``coverage`` that counts reports, beside those of the indicators
REPORTS = "reports"
#: a gap that floating-point numbers make of nothing, as a share of the amount
_DUST = 1e-9


def coverage(rich: pd.DataFrame, documents: Iterable[Document]) -> pd.DataFrame:
    """How many figures there are for each area (rows) and indicator (columns), in the usual order.

    An area stands here where a report speaks for it or a figure is about it. ``REPORTS`` counts the reports
    that speak for the area: where it is 0 a nought means "no report", not "left out".
    """
    spoken = Counter(document.area for document in documents if document.area)
    counts = rich.groupby(["ref_area", "family"], observed=True).size().unstack(fill_value=0)
    counts = counts.set_axis(counts.index.astype("str")).set_axis(counts.columns.astype("str"), axis=1)
    areas = [code for code in lexicon.areas() if code in spoken or code in counts.index]
    columns = [code for code in families() if code in counts.columns]
    table = counts.reindex(index=areas, columns=columns, fill_value=0)
    return table.assign(**{REPORTS: [spoken[code] for code in areas]})


def untold(covered: pd.DataFrame) -> list[str]:
    """The provinces that no report speaks for and no figure is about."""
    provinces = [code for code, area in lexicon.areas().items() if area.kind == "province"]
    return [code for code in provinces if code not in covered.index]


def newest(rich: pd.DataFrame, area: str, family: str) -> pd.Series | None:
    """The newest report's first figure on an indicator of an area; ``None`` where there is none."""
    rows = keep(rich, ref_area=area, family=family)
    return None if rows.empty else rows.sort_values("published", ascending=False, kind="stable").iloc[0]


def conflicts(rich: pd.DataFrame) -> pd.DataFrame:
    """All statements of the observations that are stated differently, beyond what rounding explains.

    The widest gap stands first, and of each observation first the statement that charts take (``taken``),
    then the newest. ``conflict`` numbers the observations, ``told`` counts the reports that state them.
    """
    # a place among all provinces, another among those of the region: ranks are left out
    figures = (rich["measure"] != "RANK").to_numpy().nonzero()[0]
    numbers = rich["observation"].to_numpy()[figures]
    several = distinct(numbers, rich["amount"].to_numpy()[figures])[numbers] > 1
    among = figures[several]
    rows = spelled(rich, among, (*DRAWN, "observation"))
    low, high = _ends(rows)
    rows = rows.assign(low=low, high=high)
    groups = rows.groupby("observation")
    apart = groups["low"].transform("max") - groups["high"].transform("min")
    scale = rows["amount"].abs().groupby(rows["observation"]).transform("max")
    rows = rows.assign(
        gap=apart / scale,  # as a share of the greatest amount
        conflict=groups.ngroup(),
        told=groups["document"].transform("nunique"),
        taken=rows.index.isin(pick(rich, among, ()).index),
    )
    rows = rows[rows["gap"] > -_DUST]  # 6 and 7 are two numbers, though 6,5 lies at the edge of both
    order = ["gap", "conflict", "taken", "published"]
    return rows.sort_values(order, ascending=[False, True, False, False], kind="stable")


def _ends(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The ends of the intervals that the figures leave open, in whole units; like figures are one look."""
    stated = rows[["value", "value_upper", "qualifier", "unit_measure"]]
    numbers = stated.groupby(list(stated), dropna=False, sort=False).ngroup()
    told = stated[~numbers.duplicated()].itertuples(index=False)
    where = [
        known(value, None if upper != upper else upper, qualifier, unit)
        for value, upper, qualifier, unit in told
    ]
    ends = pd.DataFrame([(one.low, one.high) for one in where], columns=["low", "high"], dtype="float64")
    scaled = ends.iloc[numbers].mul((10.0 ** rows["unit_mult"]).to_numpy(), axis=0).set_axis(rows.index)
    return scaled["low"], scaled["high"]
