"""Each row keeps the words that decided its indicator, part, area, period and base of comparison."""

import pytest

from indicators import extract, read_text, to_table
from indicators.model import Document, Observation, Span

HEAD = "Kinh tế tỉnh Phú Yên 6 tháng đầu năm 2024\n"


def only(text: str) -> tuple[Document, Observation]:
    document = read_text(text, name="report")
    (row,) = extract(document)
    return document, row


def words(document: Document, span: Span | None) -> str | None:
    return None if span is None else document.text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("GRDP tăng 5,1% so với cùng kỳ.", "indicator_at", "GRDP"),
        ("GRDP tăng 5,1% so với cùng kỳ.", "activity_at", None),
        ("GRDP khu vực dịch vụ tăng 5,1%.", "activity_at", "dịch vụ"),
        ("GRDP tăng 5,1% so với cùng kỳ.", "area_at", "Phú Yên"),
        ("GRDP của tỉnh Bình Định tăng 5,1%.", "area_at", "Bình Định"),
        ("GRDP tăng 5,1% so với cùng kỳ.", "period_at", "6 tháng đầu năm 2024"),
        ("Quý I/2024, GRDP tăng 5,1%.", "period_at", "Quý I/2024"),
        ("GRDP tăng 5,1% so với cùng kỳ.", "base_at", "cùng kỳ"),
        ("CPI tăng 0,1% so với tháng 12 năm trước.", "base_at", "tháng 12 năm trước"),
        ("Thu ngân sách đạt 51% dự toán.", "base_at", "dự toán"),
        ("Kinh tế tăng trưởng 5,1%.", "base_at", None),
        ("Mục tiêu tăng trưởng là 8,5%.", "indicator_at", "tăng trưởng"),
    ],
)
def test_the_deciding_words_are_kept(text: str, column: str, said: str | None) -> None:
    document, row = only(HEAD + text)
    assert words(document, getattr(row, column)) == said


def test_a_part_keeps_the_words_of_its_whole_from_an_earlier_sentence() -> None:
    document = read_text(f"{HEAD}GRDP tăng 5,1%. Khu vực dịch vụ tăng 7%.", name="report")
    row = extract(document)[-1]
    assert words(document, row.indicator_at) == "GRDP"
    assert words(document, row.activity_at) == "dịch vụ"


def test_the_table_has_their_characters_and_none_where_no_words_decided() -> None:
    document, row = only(HEAD + "GRDP tăng 5,1%.")
    table = to_table([row])
    start, end = map(int, str(table["indicator_at"].item()).split(","))
    assert document.text[start:end] == "GRDP"
    assert table["base_at"].isna().item()
