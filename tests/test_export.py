"""What is written can be read back, opens right in a spreadsheet, and never runs there."""

import csv
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


def sheet(content: bytes, name: str = "figures") -> list[tuple]:
    return list(openpyxl.load_workbook(io.BytesIO(content))[name].iter_rows(values_only=True))


def test_jsonl_has_one_object_a_row_with_the_columns_as_keys() -> None:
    rows = [json.loads(line) for line in export.jsonl(TABLE).decode("utf-8").splitlines()]
    assert [list(row) for row in rows] == [list(TABLE.columns)] * 3
    assert rows[1] | {"value": 8.5, "value_upper": 9.0, "start": 10, "plan_setter": None} == rows[1]
    assert rows[2]["counterpart_period"] is None


def test_jsonl_keeps_vietnamese_letters() -> None:
    assert "GRDP tăng 0,47%." in export.jsonl(TABLE).decode("utf-8")


def test_csv_opens_as_utf8_in_excel_and_reads_back() -> None:
    content = export.csv(TABLE)
    assert content.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", keep_default_na=False, na_values=[""])
    assert back["value"].tolist() == TABLE["value"].tolist()
    assert back["sentence"].tolist() == TABLE["sentence"].tolist()
    assert back["qualifier"].tolist() == ["=", "..", "="]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_never_runs_as_a_formula(text: str) -> None:
    made = table({"sentence": text, "document": text})
    reader = csv.DictReader(io.StringIO(export.csv(made).decode("utf-8-sig"), newline=""))
    row = next(reader)
    assert row["sentence"] == row["document"] == f"'{text}"
    cells = openpyxl.load_workbook(io.BytesIO(export.xlsx(made)))["figures"]
    named = {cell.value: cells.cell(2, cell.column) for cell in cells[1]}
    assert named["sentence"].data_type == "s"
    assert named["sentence"].quotePrefix
    assert named["sentence"].hyperlink is None


def test_xlsx_holds_numbers_as_numbers_and_its_sources() -> None:
    content = export.xlsx(TABLE, notes=[("Chọn", "Lạng Sơn")])
    head, *rows = sheet(content)
    assert list(head) == list(TABLE.columns)
    assert [dict(zip(head, row, strict=True))["value"] for row in rows] == [0.47, 8.5, -42.9]
    notes = dict(sheet(content, "notes"))
    assert notes["Chọn"] == "Lạng Sơn"
    assert notes["report"] == "report, 3 figures"
    assert notes["GRDP"].startswith("Tổng sản phẩm trên địa bàn")


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "SHEET_ROWS", 3)
    with pytest.raises(ValueError, match="3 rows are more"):
        export.xlsx(TABLE)


def test_parquet_reads_back_the_same() -> None:
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(export.parquet(TABLE))), TABLE)


@pytest.mark.parametrize("form", export.FORMATS)
def test_an_empty_table_is_written_too(form: str) -> None:
    assert isinstance(export.FORMATS[form](table()), bytes)


@settings(max_examples=30)
@given(st.text(max_size=30))
def test_any_sentence_is_written(sentence: str) -> None:
    made = table({"sentence": sentence})
    assert json.loads(export.jsonl(made))["sentence"] == sentence
    row = next(csv.DictReader(io.StringIO(export.csv(made).decode("utf-8-sig"), newline="")))
    assert row["sentence"].removeprefix("'") == sentence.removeprefix("'")
    assert len(sheet(export.xlsx(made))) == 2


def test_a_long_sentence_ends_where_the_cell_does() -> None:
    _, row = sheet(export.xlsx(table({"sentence": "ă" * 40_000})))
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
