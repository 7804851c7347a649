"""The table has the contract's columns, and refuses what is no table."""

from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import observation, table

from indicators.model import Period
from indicators.table import COLUMNS, check, is_period, parse_period, period_kind, to_table

#: as the contract lists them, then our own
CONTRACT = """
    document indicator activity measure ref_area time_period value value_upper qualifier unit_measure
    unit_mult nature counterpart_period start end sentence rule boundary plan_setter price_base
    sentence_start indicator_at activity_at area_at period_at base_at review
"""


def test_the_columns_are_those_of_the_contract() -> None:
    assert list(to_table([]).columns) == CONTRACT.split()


@pytest.mark.parametrize("rows", [[], [{}], [{}, {"value_upper": Decimal(9), "qualifier": ".."}]])
def test_the_dtypes_are_the_same_whatever_the_rows(rows: list[dict]) -> None:
    made = table(*rows)
    assert {name: str(dtype) for name, dtype in made.dtypes.items()} == dict(COLUMNS)
    assert len(made) == len(rows)
    assert check(made) is made


def test_a_value_arrives_as_stated() -> None:
    row = table({"value": Decimal("-42.9"), "review": ("period from the title", "sign in doubt")}).iloc[0]
    assert (row["value"], row["review"]) == (-42.9, "period from the title; sign in doubt")


def test_what_is_not_found_is_missing() -> None:
    row = table({"counterpart_period": None}).iloc[0]
    assert row[["value_upper", "counterpart_period", "plan_setter", "price_base"]].isna().all()
    assert row["review"] == ""


def test_rows_keep_the_order_given() -> None:
    rows = [observation(document=name) for name in ("b", "a", "b")]
    assert to_table(iter(rows))["document"].tolist() == ["b", "a", "b"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"indicator": "GPD"}, "row 1: indicator 'GPD' is no code"),
        ({"activity": "FDI"}, "row 1: activity 'FDI' is no code"),
        ({"ref_area": "VN-99"}, "row 1: ref_area 'VN-99' is no code"),
        ({"measure": "GROWTH"}, "row 1: measure 'GROWTH' is no code"),
        ({"qualifier": "≈"}, "row 1: qualifier '≈' is no code"),
        ({"nature": "ước"}, "row 1: nature 'ước' is no code"),
        ({"unit_measure": "%"}, "row 1: unit_measure '%' is no code"),
        ({"boundary": "64"}, "row 1: boundary '64' is no code"),
        ({"plan_setter": "tỉnh"}, "row 1: plan_setter 'tỉnh' is no code"),
        ({"time_period": "2020-S3"}, "row 1: time_period '2020-S3' is no period"),
        ({"counterpart_period": "cùng kỳ"}, "row 1: counterpart_period 'cùng kỳ' is no period"),
        ({"value": Decimal("Infinity")}, "row 1: value inf is no amount"),
        ({"value": Decimal("NaN")}, "row 1: value nan is empty"),
        ({"start": -1}, "row 1: start -1 lies before the text"),
        ({"end": 10}, "row 1: end 10 does not lie behind its start"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(row: dict, message: str) -> None:
    with pytest.raises(ValueError, match=r"^row") as refusal:
        check(table({}, row))
    assert str(refusal.value) == message


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match=r"missing \['rule'\], unknown \['regel'\]"):
        check(table({}).rename(columns={"rule": "regel"}))


def test_a_wrong_dtype_is_named() -> None:
    with pytest.raises(ValueError, match="column 'value' is int64, not float64"):
        check(table({}).assign(value=pd.Series([1])))


@pytest.mark.parametrize(
    ("code", "period", "kind"),
    [
        ("2020", Period(2020), "year"),
        ("2020-S2", Period(2020, 7, 1, 6, "M"), "half"),
        ("2020-Q4", Period(2020, 10, 1, 3, "M"), "quarter"),
        ("2020-06", Period(2020, 6, 1, 1, "M"), "month"),
        ("2020-01-01/P9M", Period(2020, 1, 1, 9, "M"), "months"),
        ("2016-01-01/P5Y", Period(2016, 1, 1, 5, "Y"), "years"),
        ("2022-01-01/P74D", Period(2022, 1, 1, 74, "D"), "days"),
        ("2020-02-29", Period(2020, 2, 29, 1, "D"), "day"),
    ],
)
def test_a_period_is_read_from_its_code(code: str, period: Period, kind: str) -> None:
    assert (parse_period(code), period_kind(code)) == (period, kind)


@pytest.mark.parametrize(
    "code",
    [
        *("", "20", "2020-S0", "2020-S3", "2020-Q5", "2020-M06", "2020-6", "2020-13", "2020-00", "0000"),
        *("2021-02-29", "2020-01-01/P0M", "2020-01-01/9M", "9999-01-01/P5Y", "2020-01-01/P99999D2"),
        *("2020-01-01/P12M", "2020-01-01/P6M", "2020-01-01/P1D", "٢٠٢٠", "2020\n", " 2020"),
    ],
)
def test_what_is_no_period_is_refused(code: str) -> None:
    assert not is_period(code)


@given(
    st.builds(
        Period,
        st.integers(1, 9000),
        st.integers(1, 12),
        st.just(1),
        st.integers(1, 60),
        st.sampled_from("YM"),
    )
)
def test_every_period_reads_back_from_its_own_code(period: Period) -> None:
    read = parse_period(period.code)
    assert (read.code, read.last_day) == (period.code, period.last_day)
