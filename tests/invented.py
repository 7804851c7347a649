"""Observations and tables that no report holds, for tests of what is done with any."""

from decimal import Decimal
from typing import Any

import pandas as pd

from indicators.model import Observation
from indicators.table import to_table

_USUAL: dict[str, Any] = {
    "document": "report",
    "indicator": "GRDP",
    "activity": "_T",
    "measure": "GROWTH_YOY",
    "ref_area": "VN-09",
    "time_period": "2020-S1",
    "value": Decimal("0.47"),
    "value_upper": None,
    "qualifier": "=",
    "unit_measure": "PT",
    "unit_mult": 0,
    "nature": "actual",
    "counterpart_period": "2019-S1",
    "start": 10,
    "end": 15,
    "sentence": "GRDP tăng 0,47%.",
    "sentence_start": 0,
    "rule": "growth",
}


def observation(**fields: Any) -> Observation:
    return Observation(**{**_USUAL, **fields})


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    return to_table([observation(**row) for row in rows])
