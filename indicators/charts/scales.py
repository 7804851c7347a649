"""The scale of colours of maps and heat tables in words: from which figure to which, and who lies beyond."""

import pandas as pd

from indicators.charts import cutting
from indicators.charts.captions import figure, scale
from indicators.charts.tiles import tiles
from indicators.table import records
from indicators.wording import Wording

#: so many provinces are named where few have a figure
FEW = 6


def scale_ends(view: pd.DataFrame, wording: Wording) -> tuple[str, str] | None:
    """The least and the greatest figure of the scale, this with its unit; ``None`` where there are not two.

    Where one figure lies far outside, the scale ends before it: "≥ 12%".
    """
    view = _mapped(view)
    if len(view) < 2:
        return None
    mult, limit = scale(view), cutting.fence(list(view["amount"]))
    most = float(view["amount"].max() if limit is None else limit) / 10.0**mult
    least = wording.number(float(view["amount"].min()) / 10.0**mult)
    told = wording.amount(wording.number(most, decimals=2), str(view["unit_measure"].iloc[0]), mult)
    return least, told if limit is None else f"≥ {told}"


def scale_words(view: pd.DataFrame, wording: Wording) -> str:
    """The ends of the map's scale in words: from the least to the greatest figure."""
    ends = scale_ends(view, wording)
    return "" if ends is None else wording.text("map_scale", least=ends[0], most=ends[1])


def beyond(view: pd.DataFrame, wording: Wording) -> str:
    """Which figures lie so far outside that they share the strongest colour; empty where none does."""
    limit = cutting.fence(list(view["amount"])) if not view.empty else None
    if limit is None:
        return ""
    far = view[view["amount"] > limit]
    names = dict.fromkeys(f"{wording.area(row['ref_area'])} {figure(row, wording)}" for row in records(far))
    return wording.text("note_beyond", areas=", ".join(names))


def told_areas(view: pd.DataFrame, wording: Wording, boundary: str) -> str:
    """How many of the provinces have a figure, and which where they are few: a pale map is explained."""
    count = sum(1 for tile in tiles(boundary) if tile.code)
    view = _mapped(view).sort_values("amount", ascending=False, kind="stable")
    if view.empty:
        return wording.text("map_none", all=count)
    if len(view) > FEW:
        return wording.text("map_many", told=len(view), all=count)
    names = ", ".join(f"{wording.area(row['ref_area'])} {figure(row, wording)}" for row in records(view))
    return wording.text("map_few", told=len(view), all=count, areas=names)


def _mapped(view: pd.DataFrame) -> pd.DataFrame:
    return view[view["ref_area"].isin({tile.code for tile in tiles("63") if tile.code})]
