"""What is written can be read back, opens right in a spreadsheet, and never runs there."""

import csv
import datetime as dt
import io
import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import table

from indicators import export
from indicators.export import FORMATS, Provenance, workbook
from indicators.model import Document

FORMULAS = ["=1+1", "+84", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://a.vn")']
TABLE = table(
    {},
    {
        "value": Decimal("8.5"),
        "value_upper": Decimal(9),
        "qualifier": "..",
        "sentence": 'Tăng 8,5 - 9%, "đúng"\nmức',
    },
    {"value": Decimal("-42.9"), "counterpart_period": None, "plan_setter": "local"},
)


def sheet(content: bytes, name: str = "Figures") -> list[tuple]:
    return list(openpyxl.load_workbook(io.BytesIO(content))[name].iter_rows(values_only=True))


def test_jsonl_has_one_object_a_row_with_the_columns_as_keys() -> None:
    rows = [json.loads(line) for line in FORMATS["jsonl"](TABLE).decode("utf-8").splitlines()]
    assert [list(row) for row in rows] == [list(TABLE.columns)] * 3
    assert rows[1] | {"value": 8.5, "value_upper": 9.0, "start": 10, "plan_setter": None} == rows[1]
    assert rows[2]["counterpart_period"] is None


def test_jsonl_keeps_vietnamese_letters() -> None:
    assert "GRDP tăng 0,47%." in FORMATS["jsonl"](TABLE).decode("utf-8")


def test_csv_opens_as_utf8_in_excel_and_reads_back() -> None:
    content = FORMATS["csv"](TABLE)
    assert content.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", keep_default_na=False, na_values=[""])
    assert back["value"].tolist() == TABLE["value"].tolist()
    assert back["sentence"].tolist() == TABLE["sentence"].tolist()
    assert back["qualifier"].tolist() == ["=", "..", "="]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_never_runs_as_a_formula(text: str) -> None:
    made = table({"sentence": text, "document": text})
    reader = csv.DictReader(io.StringIO(FORMATS["csv"](made).decode("utf-8-sig"), newline=""))
    row = next(reader)
    assert row["sentence"] == row["document"] == f"'{text}"
    cells = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"](made)))["Figures"]
    named = {cell.value: cells.cell(2, cell.column) for cell in cells[1]}
    assert named["sentence"].data_type == "s"
    assert named["sentence"].quotePrefix
    assert named["sentence"].hyperlink is None


def test_xlsx_holds_numbers_as_numbers() -> None:
    head, *rows = sheet(FORMATS["xlsx"](TABLE))
    assert list(head) == list(TABLE.columns)
    assert [dict(zip(head, row, strict=True))["value"] for row in rows] == [0.47, 8.5, -42.9]


def test_xlsx_tells_its_sources_and_codes_in_the_readers_language() -> None:
    known = Provenance(
        {"report": Document("report", "", "Lạng Sơn nửa năm", "VN-09", dt.date(2020, 7, 13))},
        "vi",
        dt.date(2026, 11, 21),
        "http://127.0.0.1:8501/",
        "http://127.0.0.1:8501/?area=VN-09",
    )
    notes = dict(sheet(FORMATS["xlsx"](TABLE, known), "Ghi chú và nguồn"))
    assert notes["report"] == (
        "“Lạng Sơn nửa năm”, Lạng Sơn, 13/7/2020, report, "
        "http://127.0.0.1:8501/?report=report&lang=vi (3 số liệu)"
    )
    assert notes["Liên kết đến màn hình này"] == "http://127.0.0.1:8501/?area=VN-09"
    assert notes["Ngày lập"] == "21/11/2026"
    assert notes["GRDP"] == "Tổng sản phẩm trên địa bàn"
    assert notes["PT"] == "%"
    assert notes["actual"] == "Thực hiện"
    assert notes[".."] == "từ … đến"
    assert notes["unit_mult"].startswith("lũy thừa của mười")


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "SHEET_ROWS", 3)
    with pytest.raises(ValueError, match="3 rows are more"):
        FORMATS["xlsx"](TABLE)


def test_parquet_reads_back_the_same() -> None:
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(FORMATS["parquet"](TABLE))), TABLE)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_table_is_written_too(form: str) -> None:
    assert isinstance(FORMATS[form](table()), bytes)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=30))
def test_any_sentence_is_written(sentence: str) -> None:
    made = table({"sentence": sentence})
    assert json.loads(FORMATS["jsonl"](made))["sentence"] == sentence
    row = next(csv.DictReader(io.StringIO(FORMATS["csv"](made).decode("utf-8-sig"), newline="")))
    assert row["sentence"].removeprefix("'") == sentence.removeprefix("'")
    assert len(sheet(FORMATS["xlsx"](made))) == 2


def test_a_long_sentence_ends_where_the_cell_does() -> None:
    _, row = sheet(FORMATS["xlsx"](table({"sentence": "ă" * 40_000})))
    assert len(row[15]) == 32_767


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    place = tmp_path / "rows.csv"
    place.write_bytes(b"old")
    export.write(b"new", place)
    assert place.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["rows.csv"]


def test_a_file_that_can_not_be_written_stays_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no-folder"):
        export.write(b"new", tmp_path / "no-folder" / "rows.csv")


def test_a_link_is_followed_and_a_device_stays_a_device(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    export.write(b"new", tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"
    export.write(b"new", Path("/dev/null"))
    assert Path("/dev/null").is_char_device()
