"""What a clause does not say it inherits, and what closes a scope: each test states one behaviour.

The texts are invented. ``read`` gives each row as its figure and the columns asked for, in the text's order.
"""

from typing import Any

import pytest

import indicators

HEAD = "BÁO CÁO KINH TẾ - XÃ HỘI TỈNH LẠNG SƠN NĂM 2023\n"


def read(text: str, *columns: str) -> list[tuple[Any, ...]]:
    document = indicators.read_text(text, "report")
    rows = indicators.extract(document)
    return [(document.text[row.start : row.end], *(getattr(row, name) for name in columns)) for row in rows]


# -- topic -----------------------------------------------------------------------------------------------


def test_a_figure_without_a_subject_speaks_of_the_subject_before_it() -> None:
    text = (
        "Năm 2023, thu ngân sách tỉnh Lạng Sơn đạt 3.000 tỷ đồng, tăng 5%, bằng 90% dự toán. So với năm 2022 "
    )
    text += "tăng 120 tỷ đồng."
    assert read(text, "indicator", "measure") == [
        ("3.000 tỷ đồng", "BUDGET_REV", "LEVEL"),
        ("5%", "BUDGET_REV", "GROWTH_YOY"),
        ("90%", "BUDGET_REV", "PLAN_RATIO"),
        ("120 tỷ đồng", "BUDGET_REV", "CHANGE"),
    ]


def test_a_part_of_the_economy_belongs_to_the_indicator_spoken_of() -> None:
    text = "Năm 2023, {} tỉnh Lạng Sơn tăng 7%, công nghiệp chế biến, chế tạo tăng 9%."
    for indicator in ("GRDP", "IIP"):
        assert read(text.format(indicator), "indicator", "activity") == [
            ("7%", indicator, "_T"),
            ("9%", indicator, "MFG"),
        ]


@pytest.mark.parametrize(
    "subject",
    ["đàn lợn", "thu từ đất", "chỉ số tồn kho", "số vụ tai nạn giao thông", "khu vực doanh nghiệp nhà nước"],
)
def test_an_unknown_subject_closes_the_topic(subject: str) -> None:
    text = f"Năm 2023, thu ngân sách tỉnh Lạng Sơn tăng 7%, {subject} tăng 5%, giảm 2% so với kế hoạch."
    assert read(text) == [("7%",)]


def test_an_unknown_subject_closes_the_topic_for_the_sentences_behind_it() -> None:
    text = "Năm 2023, xuất khẩu của tỉnh Lạng Sơn tăng 7%. Sản lượng mía tăng 5%. Tăng 3% so với năm 2022."
    assert read(text) == [("7%",)]


def test_a_known_subject_opens_a_topic_again() -> None:
    text = "Năm 2023, tỉnh Lạng Sơn thu ngân sách 3 tỷ đồng; sản lượng mía 20 tấn; xuất khẩu 5 triệu USD."
    assert read(text, "indicator") == [("3 tỷ đồng", "BUDGET_REV"), ("5 triệu USD", "EXPORTS")]


def test_a_subject_narrowed_by_other_words_is_not_the_indicator() -> None:
    assert read("Năm 2023, kim ngạch xuất khẩu gạo của tỉnh Lạng Sơn đạt 1 tỷ USD, tăng 5%.") == []


def test_a_short_wording_stands_for_what_is_akin_to_the_subject_before_it() -> None:
    text = "Năm 2023, tỉnh Lạng Sơn có 5 dự án FDI với vốn đăng ký 20 triệu USD."
    assert read(text, "indicator")[1] == ("20 triệu USD", "FDI_REG")
    text = "Năm 2023, tỉnh Lạng Sơn có 520 doanh nghiệp thành lập mới với vốn đăng ký 3.000 tỷ đồng."
    assert read(text, "indicator")[1] == ("3.000 tỷ đồng", "ENT_NEW_CAPITAL")


# -- brackets --------------------------------------------------------------------------------------------


def test_a_bracket_inherits_what_stands_before_it() -> None:
    text = (
        "Năm 2023, tỉnh Lạng Sơn có 520 doanh nghiệp thành lập mới (tăng 5%) với vốn 3.000 tỷ đồng (giảm 2%)."
    )
    assert ("5%", "ENT_NEW", "VN-09", "2023") in read(text, "indicator", "ref_area", "time_period")


def test_a_bracket_gives_back_the_topic_at_its_end() -> None:
    text = "Năm 2023, thu ngân sách tỉnh Lạng Sơn đạt 3.000 tỷ đồng (trong đó: thu nội địa 1.000 tỷ đồng, "
    text += "tăng 5%), bằng 90% dự toán."
    assert read(text, "indicator") == [
        ("3.000 tỷ đồng", "BUDGET_REV"),
        ("1.000 tỷ đồng", "BUDGET_REV_DOM"),
        ("5%", "BUDGET_REV_DOM"),
        ("90%", "BUDGET_REV"),
    ]


@pytest.mark.parametrize(
    ("aside", "area", "period"),
    [("cả nước tăng 5,05%", "VN", "2023"), ("năm 2022 tăng 5,05%", "VN-09", "2022")],
)
def test_a_bracket_gives_back_area_and_period_at_its_end(aside: str, area: str, period: str) -> None:
    text = f"Năm 2023, GRDP tỉnh Lạng Sơn tăng 7% ({aside}), khu vực dịch vụ tăng 6%. Xuất khẩu tăng 4%."
    assert read(text, "ref_area", "time_period") == [
        ("7%", "VN-09", "2023"),
        ("5,05%", area, period),
        ("6%", "VN-09", "2023"),
        ("4%", "VN-09", "2023"),
    ]


# -- trong đó, semicolons, natures -----------------------------------------------------------------------


def test_trong_do_keeps_the_estimate_of_its_head_through_its_list() -> None:
    text = "6 tháng đầu năm 2023, GRDP tỉnh Lạng Sơn ước tăng 7%, trong đó: khu vực dịch vụ tăng 6%; "
    text += "công nghiệp và xây dựng tăng 9%. Xuất khẩu tăng 5%."
    assert read(text, "activity", "nature") == [
        ("7%", "_T", "estimate"),
        ("6%", "SRV", "estimate"),
        ("9%", "IND_CON", "estimate"),
        ("5%", "_T", "actual"),
    ]


def test_after_trong_do_the_next_sentence_returns_to_its_head() -> None:
    text = "Năm 2023, thu ngân sách tỉnh Lạng Sơn đạt 3.000 tỷ đồng, trong đó thu nội địa 1.000 tỷ đồng. "
    text += "So với năm 2022 tăng 5%."
    assert read(text, "indicator")[-1] == ("5%", "BUDGET_REV")


def test_a_semicolon_ends_an_estimate() -> None:
    text = "Năm 2023, thu ngân sách tỉnh Lạng Sơn ước đạt 3 tỷ đồng, tăng 5%; "
    text += "chi ngân sách địa phương đạt 4 tỷ đồng."
    assert read(text, "nature") == [("3 tỷ đồng", "estimate"), ("5%", "estimate"), ("4 tỷ đồng", "actual")]


def test_a_sentence_ends_a_target() -> None:
    text = (
        "Năm 2023, tỉnh Lạng Sơn phấn đấu GRDP tăng 8%, thu ngân sách đạt 4.000 tỷ đồng. Xuất khẩu tăng 5%."
    )
    assert read(text, "nature") == [("8%", "target"), ("4.000 tỷ đồng", "target"), ("5%", "actual")]


def test_what_is_compared_with_is_no_estimate() -> None:
    text = "Năm 2023, GRDP tỉnh Lạng Sơn ước tăng 7%, cao hơn mức tăng 6,42% của năm 2022."
    assert read(text, "nature", "time_period") == [("7%", "estimate", "2023"), ("6,42%", "actual", "2022")]


# -- area ------------------------------------------------------------------------------------------------


def test_the_country_given_for_comparison_leaves_the_province_in_place() -> None:
    text = "Năm 2023, GRDP tỉnh Lạng Sơn tăng 7%, cả nước tăng 5,05%. Thu ngân sách tăng 3%."
    assert read(text, "indicator", "ref_area") == [
        ("7%", "GRDP", "VN-09"),
        ("5,05%", "GDP", "VN"),
        ("3%", "BUDGET_REV", "VN-09"),
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "cao hơn bình quân chung cả nước (5,05%)",
        "trong khi cả nước chỉ tăng 5,05%",
        "cao hơn mức tăng GDP 5,05% của cả nước",
    ],
)
def test_the_level_that_a_province_is_compared_with_is_the_countrys(phrase: str) -> None:
    text = f"Năm 2023, GRDP tỉnh Lạng Sơn tăng 7%, {phrase}. Xuất khẩu tăng 4%."
    assert read(text, "ref_area") == [("7%", "VN-09"), ("5,05%", "VN"), ("4%", "VN-09")]


def test_the_level_of_another_province_is_that_provinces() -> None:
    text = "Năm 2023, GRDP tỉnh Lạng Sơn tăng 7%, thấp hơn mức tăng 8% của Hà Giang. Xuất khẩu tăng 4%."
    assert read(text, "ref_area") == [("7%", "VN-09"), ("8%", "VN-03"), ("4%", "VN-09")]


def test_a_place_among_the_country_is_no_figure_of_the_country() -> None:
    text = "GRDP tỉnh Lạng Sơn năm 2023 tăng 7%, đứng thứ 3 cả nước. Thu ngân sách tăng 5%."
    assert {row[1] for row in read(text, "ref_area")} == {"VN-09"}


def test_provinces_in_a_row_have_each_its_own_figure() -> None:
    text = "Năm 2023, GRDP của Hà Nam tăng 9,4%; Nam Định tăng 10,1%; Ninh Bình 7,3%."
    assert read(text, "ref_area") == [("9,4%", "VN-63"), ("10,1%", "VN-67"), ("7,3%", "VN-18")]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Công ty Hoàng Liên đạt doanh thu 30 tỷ đồng, xuất khẩu 5 triệu USD, tăng 5%.",
        "Huyện Hữu Lũng thu ngân sách đạt 300 tỷ đồng, tăng 5%.",
        "Thành phố Lạng Sơn thu ngân sách đạt 300 tỷ đồng.",
        "Kinh tế Mỹ tăng 2,5%, Thái Lan tăng 1,9%.",
        "GDP của Trung Quốc tăng 5,2%.",
    ],
)
def test_companies_districts_and_foreign_places_give_nothing(elsewhere: str) -> None:
    assert read(f"Năm 2023, GRDP tỉnh Lạng Sơn tăng 7%. {elsewhere}") == [("7%",)]


def test_a_district_leaves_the_province_to_the_clause_that_names_it_again() -> None:
    text = "Năm 2023, tỉnh Lạng Sơn thu ngân sách tăng 7%; huyện Hữu Lũng thu ngân sách tăng 20%; "
    text += "toàn tỉnh có 12 xã đạt chuẩn nông thôn mới."
    assert read(text, "ref_area") == [("7%", "VN-09"), ("12 xã", "VN-09")]


def test_a_country_that_is_traded_with_is_not_whose_trade_it_is() -> None:
    text = "Năm 2023, xuất khẩu của Lạng Sơn sang Trung Quốc đạt 2 tỷ USD."
    assert read(text, "ref_area") in ([], [("2 tỷ USD", "VN-09")])


# -- period ----------------------------------------------------------------------------------------------


def test_a_period_holds_until_another_is_named() -> None:
    text = "GRDP tỉnh Lạng Sơn quý I/2023 tăng 5%, quý II tăng 6%, 6 tháng tăng 5,5%. Xuất khẩu tăng 4%."
    assert read(text, "time_period") == [
        ("5%", "2023-Q1"),
        ("6%", "2023-Q2"),
        ("5,5%", "2023-S1"),
        ("4%", "2023-S1"),
    ]


def test_a_sum_since_january_is_of_the_whole_span() -> None:
    text = "Tháng 6/2023, thu ngân sách tỉnh Lạng Sơn đạt 300 tỷ đồng; lũy kế 6 tháng đạt 2.000 tỷ đồng."
    assert read(text, "time_period") == [("300 tỷ đồng", "2023-06"), ("2.000 tỷ đồng", "2023-S1")]


def test_the_report_tells_the_year_that_its_clauses_leave_out() -> None:
    text = HEAD + "Quý I, GRDP tăng 5%.\nQuý II, GRDP tăng 6%."
    assert read(text, "time_period") == [("5%", "2023-Q1"), ("6%", "2023-Q2")]


# -- base ------------------------------------------------------------------------------------------------


def test_a_base_named_before_the_figures_holds_for_all_of_them() -> None:
    text = "So với tháng trước, CPI tháng 6/2023 tỉnh Lạng Sơn tăng 0,3%, chỉ số giá vàng giảm 2%."
    assert read(text, "indicator", "measure") == [
        ("0,3%", "CPI", "GROWTH_POP"),
        ("2%", "GOLD_PRICE", "GROWTH_POP"),
    ]


def test_a_new_base_ends_the_one_before() -> None:
    text = "So với tháng trước, CPI tháng 6/2023 tỉnh Lạng Sơn tăng 0,3%; so với cùng kỳ tăng 2%."
    assert read(text, "measure", "counterpart_period") == [
        ("0,3%", "GROWTH_POP", "2023-05"),
        ("2%", "GROWTH_YOY", "2022-06"),
    ]


def test_a_base_named_with_one_figure_holds_for_the_next_without() -> None:
    text = "Năm 2023, tỉnh Lạng Sơn có dư nợ tín dụng tăng 3,2% so với cuối năm 2022; huy động vốn tăng 4,4%."
    assert read(text, "indicator", "measure") == [
        ("3,2%", "CREDIT", "GROWTH_YTD"),
        ("4,4%", "DEPOSITS", "GROWTH_YTD"),
    ]


def test_a_base_does_not_reach_the_next_sentence() -> None:
    text = "CPI tỉnh Lạng Sơn tháng 6/2023 tăng 0,3% so với tháng trước. IIP tăng 6%."
    assert read(text, "measure") == [("0,3%", "GROWTH_POP"), ("6%", "GROWTH_YOY")]


# -- lần lượt --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "column", "dealt"),
    [
        (
            "Năm 2023, GRDP của Hà Nam, Nam Định và Ninh Bình tăng lần lượt 9,4%, 10,1% và 7,3%.",
            "ref_area",
            [("9,4%", "VN-63"), ("10,1%", "VN-67"), ("7,3%", "VN-18")],
        ),
        (
            "Năm 2022 và năm 2023, GRDP tỉnh Lạng Sơn lần lượt tăng 7% và 8%.",
            "time_period",
            [("7%", "2022"), ("8%", "2023")],
        ),
        (
            "Năm 2023, xuất khẩu và nhập khẩu của tỉnh Lạng Sơn lần lượt đạt 1,2 tỷ USD và 0,8 tỷ USD.",
            "indicator",
            [("1,2 tỷ USD", "EXPORTS"), ("0,8 tỷ USD", "IMPORTS")],
        ),
    ],
    ids=["areas", "periods", "indicators"],
)
def test_lan_luot_deals_the_figures_to_the_subjects_in_their_order(
    text: str, column: str, dealt: list[tuple[str, str]]
) -> None:
    assert read(text, column) == dealt


def test_one_figure_of_two_areas_is_neithers() -> None:
    assert read("Năm 2023, GRDP của Hà Nam và Nam Định tăng 9%.") == []


# -- headings and lists ----------------------------------------------------------------------------------


def test_a_heading_gives_its_topic_to_the_lines_below_it() -> None:
    text = (
        HEAD
        + "1. Thu ngân sách\nTổng số đạt 3.000 tỷ đồng, tăng 5%.\n2. Xuất khẩu\nTrong năm đạt 5 triệu USD."
    )
    assert read(text, "indicator") == [
        ("3.000 tỷ đồng", "BUDGET_REV"),
        ("5%", "BUDGET_REV"),
        ("5 triệu USD", "EXPORTS"),
    ]


def test_a_heading_of_the_same_level_ends_the_one_before() -> None:
    assert read(HEAD + "I. Thu ngân sách\nTăng 5%.\nII. Văn hóa\nTăng 4%.") == [("5%",)]


def test_a_heading_of_a_higher_level_ends_those_below() -> None:
    assert read(HEAD + "I. Thương mại\n1. Xuất khẩu\nTăng 5%.\nII. Nông nghiệp\nTăng 4%.") == [("5%",)]


def test_a_list_goes_on_from_the_line_above_it() -> None:
    text = (
        HEAD
        + "IIP năm 2023 tăng 6%:\n- Khai khoáng giảm 3%;\n- Chế biến, chế tạo tăng 9%.\nXuất khẩu tăng 4%."
    )
    assert read(text, "indicator", "activity") == [
        ("6%", "IIP", "_T"),
        ("3%", "IIP", "MIN"),
        ("9%", "IIP", "MFG"),
        ("4%", "EXPORTS", "_T"),
    ]


# -- words that were once taken for others ----------------------------------------------------------------

READ = [
    # "tỉnh" before a name is no word of a ranking
    (
        "Năm 2023, GRDP tỉnh Lạng Sơn tăng 7%. GRDP tỉnh Hà Giang tăng 5%.",
        "ref_area",
        [("7%", "VN-09"), ("5%", "VN-03")],
    ),
    (
        "Năm 2023, GRDP tỉnh Lạng Sơn tăng 7%. Tỉnh Cao Bằng tăng 5%.",
        "ref_area",
        [("7%", "VN-09"), ("5%", "VN-04")],
    ),
    # a level "của cả nước" behind GRDP is the country's
    (
        "Năm 2023, GRDP tỉnh Lạng Sơn tăng 7%, cao hơn mức tăng 5,05% của cả nước.",
        "ref_area",
        [("7%", "VN-09"), ("5,05%", "VN")],
    ),
    # "tỉnh phấn đấu" says who aims, not who set a plan
    ("Năm 2023 tỉnh Lạng Sơn họp. Năm 2024, tỉnh phấn đấu GRDP tăng 8%.", "nature", [("8%", "target")]),
    # "mục tiêu năm 2024" is no plan to compare with
    (HEAD + "I. Mục tiêu năm 2024\nGRDP tăng 8%.", "time_period", [("8%", "2024")]),
    (HEAD + "I. Mục tiêu năm 2024\nGRDP tăng 8%.", "nature", [("8%", "target")]),
    # a nature told with the period at the sentence's head outlives the comma
    ("Ước năm 2023, GRDP tỉnh Lạng Sơn tăng 7%.", "nature", [("7%", "estimate")]),
    ("Sơ bộ năm 2023, GRDP tỉnh Lạng Sơn tăng 7%.", "nature", [("7%", "provisional")]),
    ("Theo dự báo, năm 2024 GRDP tỉnh Lạng Sơn tăng 8%.", "nature", [("8%", "forecast")]),
    # "nước này" is the country spoken of, not this one
    ("Năm 2023, kinh tế Thái Lan khởi sắc. GDP của nước này tăng 1,9%, xuất khẩu tăng 2,4%.", "ref_area", []),
    # what stands in a base is of the base's period
    (
        "6 tháng đầu năm 2024, xây dựng của tỉnh Lạng Sơn tăng 9,5% so với mức 7,2% cùng kỳ 2023.",
        "time_period",
        [("9,5%", "2024-S1"), ("7,2%", "2023-S1")],
    ),
    # where something is ranked among others, it stays where it is
    (
        "Năm 2023, GRDP tỉnh Lạng Sơn tăng 7%, đứng thứ 3 các tỉnh của vùng Tây Nguyên; xuất khẩu tăng 4%.",
        "ref_area",
        [("7%", "VN-09"), ("thứ 3", "VN-09"), ("4%", "VN-09")],
    ),
    # a foreign province is no area of the table
    (
        "Năm 2023, GRDP tỉnh Lạng Sơn tăng 7%. Tỉnh Quảng Tây (Trung Quốc) xuất khẩu đạt 5 tỷ USD.",
        "ref_area",
        [("7%", "VN-09")],
    ),
]

# -- read otherwise today --------------------------------------------------------------------------------

MISREAD = {
    "a target said before a list in lines of its own is not heard in the lines": [
        (
            "Năm 2023 tỉnh Lạng Sơn họp.\nNăm 2024, tỉnh đề ra:\n- GRDP tăng 8%;\n- Xuất khẩu tăng 4%.",
            "nature",
            [("8%", "target"), ("4%", "target")],
        ),
        (HEAD + "Mục tiêu năm 2024:\n- GRDP tăng 8%.", "nature", [("8%", "target")]),
    ],
}


@pytest.mark.parametrize(("text", "column", "rows"), READ, ids=[text for text, *_ in READ])
def test_a_text_is_read(text: str, column: str, rows: list[tuple[str, str]]) -> None:
    assert read(text, column) == rows


@pytest.mark.parametrize(
    ("text", "column", "rows"),
    [
        pytest.param(*case, id=case[0], marks=pytest.mark.xfail(strict=True, reason=reason))
        for reason, cases in MISREAD.items()
        for case in cases
    ],
)
def test_a_text_that_is_misread_today(text: str, column: str, rows: list[tuple[str, str]]) -> None:
    assert read(text, column) == rows


# -- what is no text ---------------------------------------------------------------------------------------


def test_a_row_of_brackets_changes_nothing_of_what_it_stands_in() -> None:
    text = "GRDP tăng 7% {}, IIP tăng 9%."
    plain = read(HEAD + text.format("(x)"), "indicator", "measure")
    assert read(HEAD + text.format("(" * 50 + "x" + ")" * 50), "indicator", "measure") == plain
    assert [indicator for _, indicator, _ in plain] == ["GRDP", "IIP"]


def test_what_stands_behind_more_pieces_than_a_sentence_has_is_left_unread() -> None:
    rows = read(HEAD + "GRDP tăng 7% " + ", " * 1_000 + "IIP tăng 9%.", "indicator")
    assert rows == [("7%", "GRDP")]
