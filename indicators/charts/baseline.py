"""The country's value as a line through ranked bars: the eye sees who lies above it and who below."""

from collections.abc import Mapping

import pandas as pd

from indicators.charts import theme
from indicators.charts.captions import point
from indicators.charts.drawing import Drawing
from indicators.model import COUNTRY
from indicators.table import records
from indicators.wording import Wording

#: the room for a line's words under its section, in pixels
FOOT = 24


def split(view: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that stay bars, and the country's that become lines: rates, one in a section with others."""
    sections = view.groupby("section")["ref_area"]
    others = sections.transform(lambda codes: (codes != COUNTRY).sum())
    alone = sections.transform(lambda codes: (codes == COUNTRY).sum()) == 1
    plain = view["value_upper"].isna() & (view["unit_measure"] == "PT") & (view["role"] != "chosen")
    line = (view["ref_area"] == COUNTRY) & (others > 1) & alone & plain
    return view[~line], view[line]


def draw(
    chart: Drawing, rows: pd.DataFrame, runs: Mapping[str, tuple[float, float]], wording: Wording, mult: int
) -> None:
    """A line in each row's section, from its first bar to its last, with its words under it.

    ``runs`` says where a section's bars begin and end, in pixels from the top.
    """
    for row in records(rows):
        first, last = runs[str(row["section"])]
        at = float(row["amount"]) / 10.0**mult
        line = {"color": theme.MARK, "width": 2}
        chart.shape(type="line", x0=at, x1=at, y0=first, y1=last + 4, line=line, layer="below")
        told = wording.figure(at, None, str(row["qualifier"]))
        nature = "" if row["nature"] == "actual" else f" <i>{wording.nature(row['nature'])}</i>"
        chart.note(
            x=at, y=last + 3, yanchor="top", font={"size": theme.SMALL},
            text=f"{wording.inside(COUNTRY)} {told}{nature}",
        )  # fmt: skip
        chart.points(
            x=[at], y=[first - 2], mode="markers", customdata=[str(row["id"])],
            hovertext=[point(row, wording)], hoverinfo="text", cliponaxis=False,
            marker={"symbol": "diamond", "size": 11, "color": theme.MARK, "opacity": 1},
            **theme.ALIKE,
        )  # fmt: skip
