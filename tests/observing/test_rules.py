"""Each rule takes the figures that it is for, by its name, and leaves the others to the rules behind it.

The figure asked for stands between ⟦ and ⟧, in a report of the year 2023 on the province of Lạng Sơn.
"""

from decimal import Decimal

import pytest

import indicators
from indicators import Observation
from indicators.observing.rules import RULES

CONTEXT = "Năm 2023, tỉnh Lạng Sơn họp tổng kết. "
NAMES = [rule.__name__ for rule in RULES]

# rule: (sentence, measure, value, unit)
TAKEN = {
    "rank": [
        ("Chỉ số PCI xếp ⟦thứ 9⟧ cả nước.", "RANK", "9", "RANK"),
        ("Chỉ số cải cách hành chính đứng thứ ⟦16⟧/63 tỉnh, thành phố.", "RANK", "16", "RANK"),
        ("GRDP tăng 8,1%, đứng ⟦thứ ba⟧ cả nước.", "RANK", "3", "RANK"),
    ],
    "contribution": [
        (
            "Khu vực dịch vụ tăng 6%, đóng góp ⟦2,5 điểm phần trăm⟧ vào mức tăng GRDP.",
            "CONTRIBUTION",
            "2.5",
            "PP",
        ),
        ("Khu vực dịch vụ đóng góp ⟦45,2%⟧ vào mức tăng chung của GRDP.", "CONTRIBUTION", "45.2", "PT"),
        ("Dịch vụ đóng góp giảm ⟦0,5 điểm phần trăm⟧.", "CONTRIBUTION", "-0.5", "PP"),
    ],
    "plan_ratio": [
        ("Thu ngân sách nhà nước đạt ⟦49,5%⟧ dự toán.", "PLAN_RATIO", "49.5", "PT"),
        ("Thu ngân sách vượt ⟦5%⟧ kế hoạch.", "PLAN_RATIO", "105", "PT"),
        ("Kim ngạch xuất khẩu bằng ⟦103%⟧ kế hoạch năm.", "PLAN_RATIO", "103", "PT"),
        ("Thu ngân sách tăng ⟦3%⟧ so với dự toán.", "PLAN_RATIO", "103", "PT"),
        ("Thu ngân sách giảm ⟦3%⟧ so với dự toán.", "PLAN_RATIO", "97", "PT"),
        ("Thu nội địa hụt ⟦4%⟧ so với dự toán.", "PLAN_RATIO", "96", "PT"),
    ],
    "times": [
        ("Kim ngạch xuất khẩu gấp ⟦2,3 lần⟧ cùng kỳ.", "GROWTH_YOY", "2.3", "TIMES"),
        ("Khách du lịch tăng ⟦1,5 lần⟧ so với cùng kỳ.", "GROWTH_YOY", "1.5", "TIMES"),
        ("Khách du lịch tháng 12 tăng gấp ⟦2 lần⟧ so với tháng trước.", "GROWTH_POP", "2", "TIMES"),
    ],
    "ratio_to_last_year": [
        ("Kim ngạch xuất khẩu bằng ⟦98,3%⟧ cùng kỳ.", "GROWTH_YOY", "-1.7", "PT"),
        ("Thu ngân sách bằng ⟦112%⟧ so với năm 2022.", "GROWTH_YOY", "12", "PT"),
        ("Chỉ số sản xuất công nghiệp đạt ⟦108,3%⟧ so với cùng kỳ.", "GROWTH_YOY", "8.3", "PT"),
        ("IIP tháng 9 ước đạt ⟦103,2%⟧ so với tháng trước.", "GROWTH_POP", "3.2", "PT"),
        ("CPI tháng 5 bằng ⟦99,87%⟧ so với tháng trước.", "GROWTH_POP", "-0.13", "PT"),
    ],
    "average_growth": [
        ("Giai đoạn 2016-2020, năng suất lao động tăng bình quân ⟦7%/năm⟧.", "GROWTH_AVG", "7", "PT"),
        ("Kinh tế tăng trưởng bình quân ⟦6,7%/năm⟧ giai đoạn 2011-2020.", "GROWTH_AVG", "6.7", "PT"),
        ("Giai đoạn 2021-2025, GRDP tăng trưởng bình quân hằng năm ⟦9%⟧.", "GROWTH_AVG", "9", "PT"),
        ("Trong 5 năm 2016-2020, xuất khẩu giảm bình quân ⟦5,1%⟧ mỗi năm.", "GROWTH_AVG", "-5.1", "PT"),
    ],
    "share": [
        ("Trong cơ cấu kinh tế, khu vực dịch vụ chiếm ⟦41,2%⟧.", "SHARE", "41.2", "PT"),
        ("Cơ cấu GRDP: dịch vụ chiếm 45%; thuế sản phẩm chiếm ⟦5%⟧.", "SHARE", "5", "PT"),
    ],
    "change_in_points": [
        ("Tỷ lệ hộ nghèo giảm ⟦0,5 điểm phần trăm⟧.", "CHANGE", "-0.5", "PP"),
        ("Tỷ lệ hộ nghèo giảm ⟦1,2%⟧.", "CHANGE", "-1.2", "PP"),
        ("Tỷ lệ che phủ rừng tăng ⟦0,3 điểm %⟧.", "CHANGE", "0.3", "PP"),
    ],
    "growth": [
        ("GRDP tăng ⟦8,1%⟧.", "GROWTH_YOY", "8.1", "PT"),
        ("GRDP giảm ⟦8,1%⟧ so với cùng kỳ.", "GROWTH_YOY", "-8.1", "PT"),
        ("Kim ngạch xuất khẩu tăng ⟦12%⟧ so với năm 2022.", "GROWTH_YOY", "12", "PT"),
        ("CPI tháng 6 giảm ⟦0,3%⟧ so với tháng trước.", "GROWTH_POP", "-0.3", "PT"),
        ("Quý IV/2023, GRDP tăng ⟦5%⟧ so với quý III/2023.", "GROWTH_POP", "5", "PT"),
        ("CPI tháng 6 tăng ⟦2,1%⟧ so với tháng 12 năm trước.", "GROWTH_YTD", "2.1", "PT"),
        ("Dư nợ tín dụng tăng ⟦9,5%⟧ so với cuối năm 2022.", "GROWTH_YTD", "9.5", "PT"),
        ("Thu ngân sách giảm ⟦5%⟧ so với đầu năm.", "GROWTH_YTD", "-5", "PT"),
    ],
    "rate": [
        ("Tỷ lệ hộ nghèo còn ⟦3,2%⟧.", "LEVEL", "3.2", "PT"),
        ("Tỷ lệ hộ nghèo giảm từ 5% xuống ⟦3,2%⟧.", "LEVEL", "3.2", "PT"),
        ("Tỷ lệ đô thị hóa đạt ⟦41%⟧.", "LEVEL", "41", "PT"),
        ("Tỷ lệ thất nghiệp là ⟦2,2%⟧.", "LEVEL", "2.2", "PT"),
        ("Tỷ lệ bao phủ bảo hiểm y tế ⟦93,1%⟧.", "LEVEL", "93.1", "PT"),
    ],
    "rate_of_growth": [
        ("Tốc độ tăng trưởng kinh tế đạt ⟦7,2%⟧.", "GROWTH_YOY", "7.2", "PT"),
        ("GRDP đạt ⟦7,2%⟧.", "GROWTH_YOY", "7.2", "PT"),
        ("Lạm phát ở mức ⟦3,6%⟧.", "GROWTH_YOY", "3.6", "PT"),
        ("Tốc độ tăng giá trị sản xuất công nghiệp là ⟦9,1%⟧.", "GROWTH_YOY", "9.1", "PT"),
        ("Mức giảm của GRDP là ⟦2%⟧.", "GROWTH_YOY", "-2", "PT"),
    ],
    "disbursement": [
        ("Giải ngân vốn đầu tư công đạt ⟦45,2%⟧.", "PLAN_RATIO", "45.2", "PT"),
        ("Vốn đầu tư công giải ngân ⟦38,4%⟧.", "PLAN_RATIO", "38.4", "PT"),
    ],
    "change": [
        ("Thu nhập bình quân đầu người tăng ⟦6,4 triệu đồng⟧.", "CHANGE", "6.4", "VND"),
        ("Có thêm ⟦16 xã⟧ đạt chuẩn nông thôn mới.", "CHANGE", "16", "COMMUNE"),
        ("Kim ngạch xuất khẩu giảm ⟦120 triệu USD⟧ so với năm 2022.", "CHANGE", "-120", "USD"),
        ("Vốn FDI đăng ký cao hơn ⟦20 triệu USD⟧ so với năm 2022.", "CHANGE", "20", "USD"),
    ],
    "level": [
        ("Kim ngạch xuất khẩu đạt ⟦1.320 triệu USD⟧.", "LEVEL", "1320", "USD"),
        ("Có ⟦520 doanh nghiệp⟧ thành lập mới.", "LEVEL", "520", "ENT"),
        ("Tổng thu ngân sách nhà nước ⟦7.864 tỷ đồng⟧.", "LEVEL", "7864", "VND"),
        ("Nhập siêu ⟦120 triệu USD⟧.", "LEVEL", "-120", "USD"),
        ("Chỉ số PCI đạt ⟦68,9 điểm⟧.", "LEVEL", "68.9", "POINT"),
        ("Hoàn thành ⟦12/15 chỉ tiêu⟧.", "LEVEL", "12", "TARGET"),
        ("Thu nhập bình quân đầu người đạt ⟦52 triệu đồng/năm⟧.", "LEVEL", "52", "VND"),
    ],
}

# rule: (a sentence from which it abstains, the rule that takes the figure instead)
LEFT = {
    "rank": [
        ("Tỉnh xếp thứ ⟦9⟧ cả nước về diện tích.", None),
        ("PCI đạt ⟦68,9 điểm⟧, xếp thứ 9.", "level"),
    ],
    "contribution": [
        ("Doanh nghiệp đóng góp ⟦2 tỷ đồng⟧ cho quỹ.", None),
        ("Xuất khẩu đóng góp ⟦2 tỷ đồng⟧.", None),
        ("Khu vực dịch vụ tăng ⟦6%⟧, đóng góp 2,5 điểm phần trăm vào mức tăng GRDP.", "growth"),
    ],
    "plan_ratio": [
        ("Thu ngân sách chiếm ⟦30%⟧ kế hoạch.", None),
        ("Giải ngân vốn đầu tư công đạt 62% kế hoạch, bằng ⟦110%⟧ cùng kỳ.", "ratio_to_last_year"),
        ("Thu ngân sách bằng 105% dự toán, tăng ⟦7%⟧.", "growth"),
        ("Thu ngân sách đạt ⟦7.000 tỷ đồng⟧, bằng 105% dự toán.", "level"),
    ],
    "times": [
        ("Dân số gấp ⟦hai lần⟧ Bắc Kạn.", None),
        ("Tỉnh tổ chức ⟦2 lần⟧ họp về xuất khẩu.", None),
        ("Xuất khẩu thực hiện ⟦2 lần⟧ trong năm.", None),
    ],
    "ratio_to_last_year": [
        ("GRDP bằng ⟦98,3%⟧.", None),
        ("Năng suất lao động bằng ⟦60%⟧ mức của cả nước.", None),
        ("CPI đạt ⟦3,2%⟧ so với cùng kỳ.", "rate_of_growth"),
    ],
    "average_growth": [
        ("CPI bình quân tăng ⟦3,2%⟧.", "growth"),
        ("Tỷ lệ hộ nghèo giảm bình quân ⟦2%/năm⟧.", None),
        ("Xuất khẩu tăng bình quân ⟦5%⟧ mỗi năm.", None),
        ("Thu nhập bình quân đầu người tăng ⟦9,2%⟧.", "growth"),
    ],
    "share": [
        ("Xuất khẩu gỗ chiếm ⟦20%⟧ kim ngạch xuất khẩu.", None),
        ("Thu nội địa chiếm ⟦70%⟧ dự toán.", None),
        ("Trong cơ cấu kinh tế, khu vực dịch vụ tăng ⟦2%⟧.", "growth"),
    ],
    "change_in_points": [
        ("Tỷ lệ hộ nghèo giảm còn ⟦3,2%⟧.", "rate"),
        ("GRDP tăng ⟦8,1%⟧.", "growth"),
        ("Khu vực dịch vụ đóng góp ⟦2,5 điểm phần trăm⟧ vào mức tăng GRDP.", "contribution"),
    ],
    "growth": [
        ("Kim ngạch xuất khẩu tăng ⟦35%⟧ so với năm 2015.", None),  # eight years are no measure
        ("CPI tháng 6/2023 tăng ⟦5%⟧ so với tháng 5/2021.", None),
        ("Tỷ lệ hộ nghèo tăng ⟦5%⟧.", "change_in_points"),
        ("Khách du lịch tăng 8%, cao hơn ⟦3%⟧ so với mức bình quân.", None),
    ],
    "rate": [
        ("Tỷ lệ hộ nghèo chiếm ⟦3,2%⟧ số hộ đồng bào dân tộc.", None),
        ("Tỷ lệ hộ nghèo giảm ⟦1,2%⟧.", "change_in_points"),
        ("GRDP đạt ⟦7,2%⟧.", "rate_of_growth"),
    ],
    "rate_of_growth": [
        ("Kim ngạch xuất khẩu đạt ⟦12%⟧.", None),
        ("Thu ngân sách là ⟦5%⟧.", None),
        ("Tỷ lệ đô thị hóa đạt ⟦41%⟧.", "rate"),
    ],
    "disbursement": [
        ("Thu ngân sách đạt ⟦12%⟧.", None),
        ("Giải ngân vốn đầu tư công tăng ⟦45,2%⟧.", "growth"),
        ("Giải ngân vốn đầu tư công đạt ⟦45,2%⟧ kế hoạch.", "plan_ratio"),
        ("Giải ngân vốn đầu tư công chiếm ⟦45,2%⟧.", None),
    ],
    "change": [
        ("Trồng mới ⟦3.400 ha⟧ rừng.", "level"),
        ("Thu ngân sách đạt ⟦300 tỷ đồng⟧.", "level"),
    ],
    "level": [
        ("Sản lượng thủy sản bình quân ⟦5 nghìn tấn⟧ mỗi tháng.", None),
        ("Thu ngân sách đạt ⟦300 tỷ đồng/tháng⟧.", None),
        ("Thu ngân sách chiếm ⟦300 tỷ đồng⟧.", None),
        ("Xuất khẩu sang ⟦12⟧ thị trường.", None),
        ("Thu ngân sách tăng thêm ⟦300 tỷ đồng⟧.", "change"),
    ],
}

# reason: (sentence, rule, measure, value), read otherwise today; the rule is "" where there should be no row
#: figures whose words are easily taken for another rule's
TELLING = [
    (
        "Công nghiệp giảm 4%, làm giảm ⟦0,7 điểm phần trăm⟧ mức tăng GRDP.",
        "contribution",
        "CONTRIBUTION",
        "-0.7",
    ),
    (
        "Giai đoạn 2016-2020, năng suất lao động tăng bình quân ⟦6,1%⟧.",
        "average_growth",
        "GROWTH_AVG",
        "6.1",
    ),
    ("Bình quân giai đoạn 2016-2020, GRDP tăng ⟦7,2%⟧.", "average_growth", "GROWTH_AVG", "7.2"),
    ("Cơ cấu kinh tế: khu vực I ⟦20%⟧, khu vực III 45%.", "share", "SHARE", "20"),
    ("Tỷ trọng khu vực dịch vụ trong GRDP từ 40% lên ⟦42%⟧.", "share", "SHARE", "42"),
    ("Thu ngân sách gấp ⟦1,2 lần⟧ dự toán.", "", "", ""),
    ("Khu vực dịch vụ góp 2,5 điểm phần trăm trong mức tăng ⟦7%⟧ của GRDP.", "growth", "GROWTH_YOY", "7"),
    ("Tốc độ tăng trưởng GRDP đạt 7,58%, tăng ⟦2,97%⟧ so với cùng kỳ.", "", "", ""),
    ("Có ⟦6/11 huyện⟧ có doanh nghiệp thành lập mới.", "", "", ""),
    ("Dư nợ của các ngân hàng thương mại đạt ⟦31.500 tỷ đồng⟧.", "", "", ""),
    ("Khu vực dịch vụ có số doanh nghiệp thành lập mới nhiều nhất với ⟦412 doanh nghiệp⟧.", "", "", ""),
    ("Giá trị SXCN đạt ⟦12.400 tỷ đồng⟧.", "level", "LEVEL", "12400"),
    ("GRDP tăng 19,8%, gấp gần ⟦2,5 lần⟧ bình quân chung cả nước.", "", "", ""),
]


def at_mark(sentence: str) -> Observation | None:
    """The row of the figure that is marked."""
    marked = CONTEXT + sentence
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    rows = indicators.extract(indicators.read_text(text, "report"))
    return next((row for row in rows if row.start < end and start < row.end), None)


def named(sentence: str) -> str | None:
    """The name of the rule that took the figure."""
    row = at_mark(sentence)
    return row.rule if row else None


@pytest.mark.parametrize(
    ("rule", "sentence", "measure", "value", "unit"),
    [
        pytest.param(rule, *case, id=f"{rule}-{case[2]}{case[3]}")
        for rule, cases in TAKEN.items()
        for case in cases
    ],
)
def test_a_rule_takes_its_figures(rule: str, sentence: str, measure: str, value: str, unit: str) -> None:
    row = at_mark(sentence)
    assert row is not None
    assert (row.rule, row.measure, row.value, row.unit_measure) == (rule, measure, Decimal(value), unit)
    assert row.ref_area == "VN-09"


@pytest.mark.parametrize(
    ("rule", "sentence", "other"),
    [pytest.param(rule, *case, id=f"{rule}-{case[1]}") for rule, cases in LEFT.items() for case in cases],
)
def test_a_rule_leaves_what_is_not_its_own(rule: str, sentence: str, other: str | None) -> None:
    assert other != rule
    assert named(sentence) == other


@pytest.mark.parametrize(("sentence", "rule", "measure", "value"), TELLING, ids=[case[0] for case in TELLING])
def test_a_figure_is_read_by_its_own_rule(sentence: str, rule: str, measure: str, value: str) -> None:
    row = at_mark(sentence)
    found = (row.rule, row.measure, str(row.value)) if row else ("", "", "")
    assert found == (rule, measure, value)


def test_every_rule_has_figures_that_it_takes_and_figures_that_it_leaves() -> None:
    assert [*TAKEN] == [*LEFT] == NAMES


def test_every_rule_says_what_it_is_for_in_words_of_a_report() -> None:
    assert all(rule.__doc__ and '"' in rule.__doc__ for rule in RULES)
