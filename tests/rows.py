"""Invented rows and reports for the tests of views, charts and the page."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from indicators import views
from indicators.model import Observation
from indicators.table import to_table

#: reports and their dates
PUBLISHED: Mapping[str, dt.date | None] = {
    "early": dt.date(2020, 7, 1),
    "late": dt.date(2021, 1, 5),
    "undated": None,
}


def row(value: str = "1", **parts: object) -> Observation:
    """A figure on the growth of Lạng Sơn in the first half of 2020, but for what is said otherwise."""
    figure = f"{value}%".replace(".", ",")
    sentence = f"GRDP tăng {figure} so với cùng kỳ."
    start = int(str(parts.pop("start", 100)))
    usual: dict[str, object] = {
        "document": "early",
        "indicator": "GRDP",
        "activity": "_T",
        "measure": "GROWTH_YOY",
        "ref_area": "VN-09",
        "time_period": "2020-S1",
        "value": Decimal(value),
        "value_upper": None,
        "qualifier": "=",
        "unit_measure": "PT",
        "unit_mult": 0,
        "nature": "actual",
        "counterpart_period": None,
        "start": start,
        "end": start + len(figure),
        "sentence": sentence,
        "sentence_start": start - sentence.index(figure),
        "rule": "growth",
    }
    upper = parts.pop("value_upper", None)
    made = usual | parts | {"value_upper": None if upper is None else Decimal(str(upper))}
    return Observation(**made)  # type: ignore[arg-type]


def table(*observations: Observation) -> pd.DataFrame:
    """The rows as the page has them."""
    return views.enrich(to_table(observations), PUBLISHED)


def growth() -> pd.DataFrame:
    """Growth of the country and three provinces: half a year, a year, a target range, an estimate, a fall."""
    return table(
        row("1.81", indicator="GDP", ref_area="VN", start=10),
        row("0.47", start=20),
        row("-2.5", ref_area="VN-69", nature="estimate", start=30),
        row("2.91", indicator="GDP", ref_area="VN", time_period="2020", document="late", start=40),
        row("2.09", time_period="2020", document="late", start=50),
        row("4.18", ref_area="VN-69", time_period="2020", document="late", start=60),
        row("8.5", value_upper="9", qualifier="..", nature="target", time_period="2020", document="undated"),
    )
