"""Names at the ends of lines, in place of a legend: each area's with its last figure, none over another."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from indicators.charts import theme
from indicators.charts.captions import Row
from indicators.charts.drawing import Drawing
from indicators.table import records
from indicators.wording import Wording

#: the height of a line of letters, in pixels
LINE = 20
#: so many names say what kind of figure theirs is
MOST_NATURES = 4


def named(view: pd.DataFrame) -> pd.DataFrame:
    """Each area's last point, which bears its name: what came about before an aim."""
    actual = view[view["vintage"] == "actual"]
    shown = pd.concat([actual, view[~view["ref_area"].isin(actual["ref_area"])]])
    return shown.sort_values("position", kind="stable").drop_duplicates("ref_area", keep="last")


def names(chart: Drawing, view: pd.DataFrame, wording: Wording, span: tuple[float, float], room: int) -> int:
    """Each area's name and figure at its last point, pushed apart where two would touch.

    Returns the room that they need at the right edge.
    """
    last = named(view).sort_values("y", ascending=False)
    names = [_name(row, len(last) <= MOST_NATURES, wording) for row in records(last)]
    pixels = [(span[1] - y) / (span[1] - span[0]) * room for y in last["y"]]
    places = _apart(pixels, [LINE * (name.count("<br>") + 1) for name in names], room - LINE / 2)
    newest, longest = view["position"].max(), 0
    for row, name, wanted, given in zip(records(last), names, pixels, places, strict=True):
        if row["position"] == newest:
            longest = max(longest, *(theme.letters(line) for line in name.split("<br>")))
        chart.note(
            x=row["position"], y=row["y"], yshift=wanted - given, xshift=12, xanchor="left", yanchor="middle",
            align="left", font={"size": theme.SMALL},
            text=f"<b>{name}</b>" if row["role"] == "chosen" else name,
        )  # fmt: skip
    return max(8, round(longest * 7.2) - 4)


def _name(row: Row, whole: bool, wording: Wording) -> str:
    """An area and its figure in lines, as a ``whole`` with its nature, which many leave to the mark."""
    told = wording.figure(row["told"], row["upper"], row["qualifier"])
    nature = "" if row["nature"] == "actual" or not whole else f" <i>{wording.nature(row['nature'])}</i>"
    return theme.wrap(f"{wording.area(row['ref_area'])} {told}{nature}", 19)


def _apart(pixels: Sequence[float], heights: Sequence[float], most: float) -> list[float]:
    """Middles of labels that do not touch, in the same order, none below ``most`` while there is room above.

    >>> _apart([10.0, 12.0, 90.0], [20, 20, 20], 236), _apart([85.0, 90.0], [20, 20], 90)
    ([10.0, 30.0, 90.0], [70.0, 90])
    """
    places: list[float] = []
    apart = [(above + below) / 2 for above, below in pairwise(heights)]
    for nth, pixel in enumerate(pixels):
        places.append(max(pixel, places[-1] + apart[nth - 1]) if places else pixel)
    for nth in range(len(places) - 1, -1, -1):
        limit = most if nth == len(places) - 1 else places[nth + 1] - apart[nth]
        places[nth] = min(places[nth], limit)
    return places
