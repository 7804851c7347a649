"""What the reports cover and where they disagree."""

from collections.abc import Iterable

import pandas as pd

from indicators import lexicon
from indicators.model import Document
from indicators.views.picking import IDENTITY, pick
from indicators.wording import families


def coverage(rich: pd.DataFrame, documents: Iterable[Document]) -> pd.DataFrame:
    """How many figures there are for each area (rows) and indicator (columns), in the usual order.

    An area stands here where a report speaks for it or a figure is about it. Where ``reported`` is false no
    report speaks for it, so that a nought means "no report", not "left out".
    """
    spoken = {document.area for document in documents if document.area}
    counts = rich.groupby(["ref_area", "family"]).size().unstack(fill_value=0)
    areas = [code for code in lexicon.areas() if code in spoken or code in counts.index]
    columns = [code for code in families() if code in counts.columns]
    table = counts.reindex(index=areas, columns=columns, fill_value=0)
    return table.assign(reported=[code in spoken for code in areas])


def conflicts(rich: pd.DataFrame) -> pd.DataFrame:
    """The observations that reports state differently: the row that charts take, the greatest gap first.

    Adds ``least`` and ``most`` of what is stated, and ``told``: by how many reports.
    """
    keys = list(IDENTITY)
    groups = rich.groupby(keys, dropna=False)["amount"]
    spread = rich.assign(
        least=groups.transform("min"),
        most=groups.transform("max"),
        told=rich.groupby(keys, dropna=False)["document"].transform("nunique"),
    )
    taken = pick(spread)
    taken = taken[taken["rivals"] > 0]
    gap = (taken["most"] - taken["least"]) / taken[["least", "most"]].abs().max(axis=1)
    return taken.assign(gap=gap).sort_values("gap", ascending=False, kind="stable")
