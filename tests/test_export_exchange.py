"""Files for programs: read back by the libraries of those who exchange statistics and data."""

import csv
import datetime as dt
import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from frictionless import validate
from invented import table
from pysdmx.io import get_datasets

from indicators import extract, read, to_table
from indicators.export import FORMATS, Provenance
from indicators.model import Document
from indicators.table import COLUMNS, NULLABLE

SEEDS = sorted((Path(__file__).parents[1] / "seeds").iterdir())
HOSTILE = '=HYPERLINK("http://a.vn"; "x")<script>alert(1)</script>\u202egpj.vn, "đúng"\nmức'
TABLE = table(
    {},
    {"value": Decimal("8.5"), "value_upper": Decimal(9), "qualifier": "..", "nature": "target"},
    {"value": Decimal("-42.9"), "nature": "estimate", "plan_setter": "local", "document": "other, one"},
    {"sentence": HOSTILE, "document": "=1+1", "nature": "forecast"},
)
KNOWN = Provenance(
    {
        "report": Document("report", "", "Lạng Sơn nửa năm", "VN-09", dt.date(2020, 7, 13)),
        "=1+1": Document("=1+1", "", HOSTILE),
    },
    "vi",
    dt.date(2026, 11, 21),
    "http://127.0.0.1:8501/",
    "http://127.0.0.1:8501/?area=VN-09",
)


@pytest.fixture(scope="module")
def seeds() -> pd.DataFrame:
    return to_table([row for file in SEEDS for row in extract(read(file))])


# -- JSON ------------------------------------------------------------------------------------------------


def test_json_holds_the_rows_and_tells_what_they_are() -> None:
    told = json.loads(FORMATS["json"](TABLE, KNOWN))
    lines = FORMATS["jsonl"](TABLE).decode().split("\n")
    assert told["observations"] == [json.loads(line) for line in lines if line]
    assert told["meta"]["made"] == "2026-11-21"
    assert told["meta"]["view"] == "http://127.0.0.1:8501/?area=VN-09"
    assert list(told["meta"]["columns"]) == list(COLUMNS)
    assert told["meta"]["reports"][0] == {
        "name": "report",
        "title": "Lạng Sơn nửa năm",
        "ref_area": "VN-09",
        "published": "2020-07-13",
        "figures": 2,
        "link": "http://127.0.0.1:8501/?report=report&lang=vi",
    }


# -- SDMX-CSV --------------------------------------------------------------------------------------------


def statistics(rows: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """The rows as an office's reader gets them."""
    path = folder / "rows.csv"
    path.write_bytes(FORMATS["sdmx"](rows))
    (dataset,) = get_datasets(path)
    assert dataset.short_urn == "Dataflow=INDICATORS:OBSERVATIONS(1.0)"
    return pd.DataFrame(dataset.data)


def test_sdmx_is_read_back_with_its_values_and_keys(tmp_path: Path, seeds: pd.DataFrame) -> None:
    back = statistics(seeds, tmp_path)
    assert back["OBS_VALUE"].astype(float).tolist() == seeds["value"].tolist()
    for column in ("indicator", "activity", "measure", "ref_area", "time_period", "nature", "sentence"):
        assert back[column.upper()].tolist() == seeds[column].tolist()


def test_an_observation_of_sdmx_has_a_key_of_its_own(tmp_path: Path) -> None:
    back = statistics(pd.concat([TABLE, TABLE.head(1)], ignore_index=True), tmp_path)
    key = ["INDICATOR", "ACTIVITY", "MEASURE", "REF_AREA", "TIME_PERIOD", "NATURE", "STATEMENT"]
    assert not back.duplicated(key).any()


def test_the_status_tells_estimates_and_a_target_has_none(tmp_path: Path) -> None:
    assert statistics(TABLE, tmp_path)["OBS_STATUS"].tolist() == ["A", "", "E", "F"]


def test_no_column_is_lost_in_sdmx(tmp_path: Path) -> None:
    back = statistics(TABLE, tmp_path)
    assert {name.upper() for name in COLUMNS if name != "value"} <= set(back.columns)
    assert back["SENTENCE"].tolist() == TABLE["sentence"].tolist()


# -- the data package ------------------------------------------------------------------------------------


def unpacked(rows: pd.DataFrame, known: Provenance, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(FORMATS["zip"](rows, known))) as archive:
        archive.extractall(folder)
    return folder


def test_the_package_is_valid_and_needs_no_network_to_be_checked(
    tmp_path: Path, seeds: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", None)
    for number, (rows, known) in enumerate(((TABLE, KNOWN), (seeds, Provenance()), (table(), KNOWN))):
        report = validate(str(unpacked(rows, known, tmp_path / str(number)) / "datapackage.json"))
        assert report.valid, report.flatten(["type", "rowNumber", "fieldName", "note"])[:3]


def test_a_wrong_code_is_found_in_the_package(tmp_path: Path) -> None:
    folder = unpacked(TABLE, KNOWN, tmp_path)
    rows = folder / "observations.csv"
    rows.write_bytes(rows.read_bytes().replace(b",GROWTH_YOY,", b",GROWTH,", 1))
    assert not validate(str(folder / "datapackage.json")).valid


def test_the_package_keeps_every_text_as_the_report_has_it(tmp_path: Path) -> None:
    content = (unpacked(TABLE, KNOWN, tmp_path) / "observations.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert rows[3]["sentence"] == HOSTILE
    assert rows[3]["document"] == "=1+1"


def test_the_package_explains_its_columns_and_codes(tmp_path: Path) -> None:
    folder = unpacked(TABLE, KNOWN, tmp_path)
    told = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    fields = {field["name"]: field for field in told["resources"][0]["schema"]["fields"]}
    assert list(fields) == list(COLUMNS)
    assert fields["indicator"]["categories"] == [{"value": "GRDP", "label": "Tổng sản phẩm trên địa bàn"}]
    assert fields["end"]["constraints"] == {"required": True, "minimum": 1}
    assert not any(
        fields[name]["constraints"].get("required") for name in NULLABLE if "constraints" in fields[name]
    )
    assert "licenses" not in told


def test_the_citation_names_each_report_on_one_line(tmp_path: Path) -> None:
    lines = (unpacked(TABLE, KNOWN, tmp_path) / "CITATION.txt").read_text(encoding="utf-8").splitlines()
    assert lines[2] == (
        "Chỉ số kinh tế địa phương, bảng số liệu đọc từ 3 báo cáo, lập ngày 21/11/2026. "
        "http://127.0.0.1:8501/?area=VN-09"
    )
    assert "http://127.0.0.1:8501/?obs=DOCUMENT:START" in lines[4]
    assert lines[8].startswith("[1] “Lạng Sơn nửa năm”, Lạng Sơn, 13/7/2020, report, http://")
    assert len(lines) == 11
    assert "\u202e" not in "".join(lines)


# -- large tables ----------------------------------------------------------------------------------------


def test_a_large_table_is_written_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {form: FORMATS[form](TABLE) for form in ("csv", "jsonl", "json", "sdmx", "parquet")}
    monkeypatch.setattr("indicators.export.objects.BATCH", 3)
    assert {form: FORMATS[form](TABLE) for form in whole} == whole
