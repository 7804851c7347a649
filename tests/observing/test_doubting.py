"""Rows that should be looked at twice say why."""

import pytest

from indicators import extract, lexicon, read_text
from indicators.observing.doubting import MARKS

HEAD = "Kinh tế tỉnh Phú Yên 6 tháng đầu năm 2024\n"
NEAR = "GRDP 6 tháng đầu năm 2024 tăng 5,1%."


def reasons(text: str, figure: str) -> tuple[str, ...]:
    """Why the row of this figure should be looked at twice."""
    document = read_text(HEAD + text, name="report")
    (row,) = (row for row in extract(document) if document.text[row.start : row.end] == figure)
    return row.review


def test_a_row_that_stands_on_its_own_clause_bears_no_mark() -> None:
    assert reasons(NEAR, "5,1%") == ()


@pytest.mark.parametrize(
    ("mark", "text", "figure"),
    [
        (
            "period_far",
            "Sản lượng lúa năm 2019, năm 2020 và năm 2021 đều thấp.\n\nThu ngân sách đạt 2.300 tỷ đồng.",
            "2.300 tỷ đồng",
        ),
        (
            "area_far",
            "Kinh tế tỉnh Bình Định phát triển ổn định. Thu ngân sách đạt 4.100 tỷ đồng.",
            "4.100 tỷ đồng",
        ),
        ("comparison", "GRDP tăng 5,1%, cao hơn mức 4,2% của quý I/2023.", "4,2%"),
        ("dealt", "GRDP quý I/2024 và quý II/2024 tăng lần lượt 4,8% và 5,4%.", "5,4%"),
        ("other_rule", "Cơ cấu kinh tế: khu vực dịch vụ đạt 45,3%.", "45,3%"),
    ],
)
def test_a_row_bears_the_mark_of_what_may_have_been_missed(mark: str, text: str, figure: str) -> None:
    assert mark in reasons(text, figure)


def test_every_mark_has_its_words_in_both_languages() -> None:
    assert list(lexicon.labels("review")) == [mark.__name__ for mark in MARKS]
