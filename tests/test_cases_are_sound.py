"""The written cases keep the contract's vocabulary and point at figures that stand in their texts."""

import csv
import json
import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from cases import HERE, Case, load

SHARED = Path(__file__).parents[2] / "shared"
ACTIVITIES = {"_T", "AGR", "IND_CON", "IND", "CON", "SRV", "TAX", "MIN", "MFG", "ELC", "WTR"}
WITH_ACTIVITY = {"GDP", "GRDP", "IIP", "IND_OUTPUT", "INVESTMENT", "FDI_REG"}
REGIONS = {"VN", "VN-NMM", "VN-RRD", "VN-NCC", "VN-CHL", "VN-SE", "VN-MRD"}
NATURES = {"actual", "estimate", "provisional", "forecast", "target"}
QUALIFIERS = {"=", "~", ">", "<", ">=", "<=", ".."}
LEVEL_UNITS = {
    *("PT", "VND", "USD", "ENT", "PROJ", "COMMUNE", "CRITERION", "PERSON"),
    *("VISIT", "TONNE", "HA", "TARGET", "POINT"),
}
UNITS = {
    "LEVEL": LEVEL_UNITS,
    "GROWTH_YOY": {"PT", "TIMES"},
    "GROWTH_POP": {"PT", "TIMES"},
    "GROWTH_YTD": {"PT", "TIMES"},
    "GROWTH_AVG": {"PT"},
    "CHANGE": LEVEL_UNITS - {"PT"} | {"PP", "RANK"},
    "SHARE": {"PT"},
    "CONTRIBUTION": {"PT", "PP"},
    "PLAN_RATIO": {"PT", "TIMES"},
    "RANK": {"RANK"},
}
PERIOD = re.compile(r"\d{4}(-(S[12]|Q[1-4]|0[1-9]|1[0-2]))?|\d{4}-\d\d-\d\d/P\d+[YMD]")
CASES = load()
GOLD = HERE / "reports_gold.jsonl"


def records() -> list[dict]:
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()] if GOLD.exists() else []


@cache
def codes(table: str, column: str) -> frozenset[str]:
    path = SHARED / table
    if not path.exists():
        pytest.skip(f"{path} is missing: the codes can't be checked")
    with path.open(encoding="utf-8") as lines:
        return frozenset(row[column] for row in csv.DictReader(lines))


def check(row: dict, text: str) -> None:
    """Hold one row, of a case or of a report, against the contract."""
    assert row["measure"] in UNITS
    assert row["unit_measure"] in UNITS[row["measure"]]
    assert row["unit_mult"] in {0, 3, 4, 6, 9, 12}
    assert row["activity"] in ACTIVITIES
    assert row["activity"] == "_T" or row["indicator"] in WITH_ACTIVITY
    assert row["nature"] in NATURES
    assert row["qualifier"] in QUALIFIERS
    assert (row["value_upper"] is not None) == (row["qualifier"] == "..")
    assert row["value_upper"] is None or row["value_upper"] > row["value"]
    assert PERIOD.fullmatch(row["time_period"])
    if "/" in row["time_period"]:
        date.fromisoformat(row["time_period"].partition("/")[0])
        assert not row["time_period"].endswith(("/P3M", "/P6M", "/P12M", "/P1Y")), "not standard"
    assert row["ref_area"] in REGIONS | codes("provinces.csv", "iso")
    assert row["indicator"] in codes("catalogue.csv", "code")
    assert text[row["start"] : row["end"]] == row["figure"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_keeps_the_contract(case: Case):
    assert case.says
    assert case.text.strip()
    assert unicodedata.is_normalized("NFC", case.text)
    if case.published:
        date.fromisoformat(case.published)
    for row in case.rows:
        check({name: getattr(row, name) for name in row.__slots__}, case.text)


def test_no_text_and_no_sentence_of_behaviour_stands_twice():
    assert len({case.text for case in CASES}) == len(CASES)
    assert len({case.says for case in CASES}) == len(CASES)


def test_the_reports_gold_points_at_figures_in_the_reports():
    texts = {path.stem: path.read_text("utf-8") for path in (HERE / "reports").glob("*.txt")}
    for row in records():
        check(row, texts[row["document"]])
    for name, text in texts.items():
        assert unicodedata.is_normalized("NFC", text), name
