"""What a report is about is told by its head."""

from pathlib import Path

import pytest

from indicators import reading
from indicators.model import Document
from indicators.observing.head import boundary_of, head

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
OF_SEEDS = {
    "000": ("VN-09", None, "2020-S1"),
    "001": ("VN-09", "2020-07-13", "2020-S1"),
    "002": ("VN-09", "2020-12-29", "2020"),
    "003": ("VN-69", "2020-12-28", "2020"),
    # "ngày 06/01/2019" stands amid a sentence on the plan of 2020: a slip, and no date line
    "004": ("VN-09", None, "2020"),
}


def told(text: str, name: str = "a") -> Document:
    return head(reading.read_text(text, name))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_the_head_of_a_seed(seed: Path) -> None:
    area, published, period = OF_SEEDS[seed.name[:3]]
    document = head(reading.read(seed))
    assert document.area == area
    assert str(document.published) == str(published)
    assert document.period is not None
    assert document.period.code == period


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("UBND tỉnh Cao Bằng cho biết GRDP tăng 5%, cả nước tăng 6%, cả nước xuất siêu.", "VN-04"),
        ("Kinh tế Việt Nam tăng 6%; cả nước xuất siêu. TP.HCM tăng 5%.", "VN"),
        ("GRDP của Ninh Bình 9%; Hà Tĩnh 8%; Nghệ An 7%; Thanh Hóa 6%.", None),
        ("Vốn đầu tư lớn nhất gồm TP. Hồ Chí Minh (3 tỷ USD), Bình Dương (2 tỷ USD).", None),
        ("UBND TP. Cần Thơ cho biết thu tăng 5%; Hậu Giang 4%.", "VN-CT"),
        ("Thu ngân sách vùng Đông Nam Bộ tăng 5%.", "VN-SE"),
        ("Sau khi hợp nhất với Bình Định, tỉnh Gia Lai tăng 7%.", "VN-30"),
        ("Thu ngân sách tăng 5%.", None),
        ("Nhà máy thủy điện Hòa Bình tăng công suất.", None),
    ],
)
def test_the_area_is_the_province_that_speaks(text: str, area: str | None) -> None:
    assert told(text).area == area


@pytest.mark.parametrize(
    ("text", "name", "published"),
    [
        ("Ngày 24/6/2024, UBND tỉnh họp. Quý I năm 2024 thu tăng 5%.", "a", "2024-06-24"),
        ("Sáng 24/6, UBND tỉnh họp. Quý I năm 2024 thu tăng 5%.", "a", "2024-06-24"),
        ("Sáng 24/6, UBND tỉnh họp. Quý I năm 2024 thu tăng 5%.", "b_2024-07-01", "2024-07-01"),
        ("Thứ hai, 05/06/2023\n\nNăm 2020 thu tăng 5% so với năm 2019.", "a", "None"),
        ("Thứ hai, 05/06/2023\n\nQuý I năm 2023 thu tăng 5%.", "a", "2023-06-05"),
        ("Thứ hai, 16/01/2023\n\nNăm 2022 thu tăng 5%.", "a", "2023-01-16"),
        ("Cao Bằng, ngày 5 tháng 7 năm 2022\n\nSáu tháng đầu năm thu tăng 5%.", "a", "2022-07-05"),
        ("Sáng 31/2, UBND tỉnh họp. Năm 2024 thu tăng 5%.", "a", "None"),
        ("Theo Quyết định số 12/QĐ-UBND ngày 01/02/2021, năm 2022 thu tăng 5%.", "a", "None"),
    ],
)
def test_the_date_is_what_the_report_tells_not_a_crawler(text: str, name: str, published: str) -> None:
    assert str(told(text, name).published) == published


@pytest.mark.parametrize(
    ("text", "name", "period"),
    [
        ("Kinh tế quý I năm 2024\nGRDP quý I tăng 5%. Tháng 3 tăng 1%.", "a", "2024-Q1"),
        ("9 tháng năm 2022, thu tăng 5% so với cùng kỳ năm 2021.", "a", "2022-01-01/P9M"),
        ("Năm 2023 thu tăng 5%. Năm 2024 phấn đấu tăng 6%, năm 2024 thêm 5 xã.", "a_2023-12-20", "2023"),
        ("Giai đoạn 2021-2025 tăng bình quân 5%.", "a", "2021-01-01/P5Y"),
    ],
)
def test_the_period_is_the_one_most_spoken_of_that_has_begun(text: str, name: str, period: str) -> None:
    found = told(text, name).period
    assert found is not None
    assert found.code == period


def test_a_text_without_words_of_time_tells_none() -> None:
    document = told("Thu ngân sách tăng khá.")
    assert (document.published, document.period) == (None, None)


def test_the_34_provinces_hold_from_july_2025() -> None:
    days = [reading.read_text("a", name).published for name in ("2025-06-30", "2025-07-01", "a")]
    assert [boundary_of(day) for day in days] == ["63", "34", "63"]
