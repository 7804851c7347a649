"""Numbers: the answer stands in the text, between ⟦ and ⟧, under the value it has."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.finding import numbers
from indicators.finding.nonfigures import REASONS
from indicators.model import Number

SEEDS = [
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
]

# (value, upper, qualifier, unit, mult): texts
FOUND = {
    ("1.81", None, "=", "PT", 0): [
        "GDP đạt ⟦1,81%⟧ và",
        "đạt ⟦1.81%⟧",
        "đạt ⟦1,81 %⟧",
        "tăng⟦1,81%⟧ so với",
        "⟦1,81 phần trăm⟧",
    ],
    ("11.5", None, "=", "PT", 0): ["bình quân ⟦11,5%/năm⟧", "bình quân ⟦11,5 %/năm⟧."],
    ("2.5", None, "=", "PT", 0): ["mức âm -⟦2,5%⟧", "giảm −⟦2,5%⟧", "lên tới ⟦2,5%⟧"],
    ("0.5", None, "=", "PP", 0): ["thêm ⟦0,5 điểm %⟧ trong", "⟦0,5 điểm phần trăm⟧", "⟦0,5 Điểm Phần Trăm⟧"],
    ("25200", None, "=", "ENT", 0): [
        "có ⟦25.200 doanh nghiệp⟧ mới",
        "⟦25,200 doanh nghiệp⟧",
        "⟦25 200 doanh nghiệp⟧",
    ],
    ("1320", None, "=", "USD", 6): [
        "đạt ⟦1.320 triệu USD⟧, bằng",
        "đạt ⟦1 320 triệu đô la Mỹ⟧",
        "⟦1320 triệu usd⟧",
    ],
    ("7864.4", None, "=", "VND", 9): [
        "thu ⟦7.864,4 tỷ đồng⟧",
        "thu ⟦7.864,4 tỉ đồng⟧",
        "THU ⟦7.864,4 TỶ ĐỒNG⟧",
    ],
    ("8.9", None, "~", "VND", 12): [
        "gần ⟦8,9 nghìn tỷ đồng⟧",
        "khoảng ⟦8,9 ngàn tỷ đồng⟧",
        "xấp xỉ ⟦8,9 nghìn tỉ đồng⟧",
    ],
    ("25", None, "=", None, 12): ["vốn ⟦25 nghìn tỷ⟧"],
    ("1.2", None, "=", "VISIT", 6): ["đón ⟦1 triệu 200 nghìn lượt khách⟧"],
    ("62", None, "=", "VND", 6): [
        "⟦62 triệu đồng/người/năm⟧",
        "⟦62 triệu đồng/người⟧",
        "⟦62 triệu đồng/lao động⟧",
        "⟦62 triệu đồng/người/tháng⟧",
        "⟦62 triệu đồng/tháng⟧, tăng",
        "⟦62 triệu đồng/lao động/năm⟧",
        "⟦62 triệu đồng/nhân khẩu⟧",
        "⟦62 triệu đồng/hộ/năm⟧",
        "⟦62 triệu đồng/doanh nghiệp⟧",
        "⟦62 triệu VNĐ / người lao động⟧",
    ],
    ("5", None, "=", "VND", 9): ["⟦5 tỷ đồng/dự án⟧", "⟦5 tỷ đồng/doanh nghiệp⟧", "⟦5 tỷ đồng/DN⟧"],
    ("9450", None, "=", "USD", 0): [
        "⟦9.450 USD/lao động⟧",
        "⟦9.450 USD/người⟧",
        "⟦9.450 đô la Mỹ/người/năm⟧",
        "⟦9.450 USD/tháng⟧",
    ],
    ("2350", None, "=", "VND", 9): ["⟦2 nghìn 350 tỷ đồng⟧", "⟦2 ngàn 350 tỉ đồng⟧", "⟦2.350 tỷ đồng⟧"],
    ("2035", None, ">", "USD", 6): ["hơn ⟦2 nghìn 35 triệu USD⟧"],
    ("17.4", None, "=", "USD", 6): ["⟦17 triệu 400 nghìn USD⟧", "⟦17 triệu 400 ngàn đô la⟧"],
    ("17.4", None, "=", "VND", 9): ["⟦17 tỷ 400 triệu đồng⟧"],
    ("13.62", None, "=", "CRITERION", 0): ["⟦13,62 tiêu chí/xã⟧", "⟦13,62 tiêu chí⟧ mỗi xã"],
    ("12", None, "=", "PROJ", 0): ["có ⟦12 dự án FDI⟧)", "cấp ⟦12 giấy phép⟧ mới", "cấp ⟦12 dự án⟧ mới"],
    ("30000", None, "=", "PERSON", 0): [
        "cho ⟦30.000 lao động⟧",
        "⟦30.000 người⟧",
        "⟦30 000 việc làm⟧",
        "cho ⟦30.000 lượt lao động⟧",
        "cho ⟦30.000 lượt người lao động⟧",
        "cho ⟦30.000 người lao động⟧",
        "chở ⟦30.000 lượt hành khách⟧",
        "chở ⟦30.000 lượt HK⟧",
    ],
    ("261000", None, "=", "VISIT", 0): [
        "⟦261.000 lượt⟧, tăng",
        "⟦261.000 lượt khách⟧ quốc tế",
        "⟦261.000 lượt người⟧",
    ],
    ("19", None, "=", "TONNE", 3): ["⟦19 nghìn tấn⟧ lúa", "⟦19 ngìn tấn⟧"],
    ("6100", None, "=", "HA", 0): [
        "trồng ⟦6.100 ha⟧ rừng",
        "trồng ⟦6.100 héc ta⟧",
        "⟦6.100ha⟧",
        "⟦6.100 hecta⟧",
    ],
    ("14", None, "=", "TARGET", 0): ["có ⟦14 chỉ tiêu⟧ đạt", "có ⟦14/18 chỉ tiêu⟧ đạt", "vượt ⟦14 chỉ tiêu⟧"],
    ("16", None, "=", "COMMUNE", 0): ["thêm ⟦16 xã⟧ đạt chuẩn", "⟦16 xã⟧, phường", "⟦16/91 xã⟧"],
    ("2.3", None, "=", "TIMES", 0): ["gấp ⟦2,3 lần⟧ cùng kỳ", "bằng ⟦2,3 lần⟧"],
    ("82.71", None, "=", "POINT", 0): ["đạt ⟦82,71 điểm⟧, xếp", "đạt ⟦82,71/100 điểm⟧"],
    ("10000", None, "=", "VND", 0): ["giá ⟦10.000 đồng⟧", "giá ⟦10.000đ⟧", "giá ⟦10.000 VNĐ⟧"],
    # places
    ("3", None, "=", "RANK", 0): [
        "đứng ⟦thứ 3⟧ cả nước",
        "và ⟦thứ 3⟧ cả nước",
        "đứng ⟦thứ ba⟧ vùng",
        "xếp vị ⟦thứ 3/11⟧",
        "hạng ⟦3⟧,",
    ],
    ("26", None, "=", "RANK", 0): [
        "xếp hạng ⟦26/63⟧ tỉnh",
        "ở vị trí ⟦26⟧.",
        "năm trước (⟦26/63⟧)",
        "đạt ⟦26/63⟧ địa phương",
    ],
    ("5", None, "=", "RANK", 0): ["đứng ⟦5/13⟧ tỉnh, thành", "xếp thứ tự ⟦5/13⟧"],
    # hedges
    ("543", None, ">", "USD", 9): [
        "trên ⟦543 tỷ USD⟧",
        "hơn ⟦543 tỷ USD⟧",
        "vượt mốc ⟦543 tỷ USD⟧",
        "Hơn ⟦543 tỷ USD⟧",
    ],
    ("4", None, "<", "PT", 0): ["dưới ngưỡng ⟦4%⟧", "dưới ⟦4%⟧", "chưa đến ⟦4%⟧", "chưa tới ⟦4%⟧"],
    ("6.5", None, ">=", "PT", 0): [
        "từ ⟦6,5%⟧ trở lên",
        "ít nhất ⟦6,5%⟧",
        "tối thiểu ⟦6,5%⟧",
        "không dưới ⟦6,5%⟧",
    ],
    ("6.5", None, "<=", "PT", 0): [
        "không quá ⟦6,5%⟧",
        "tối đa ⟦6,5%⟧",
        "từ ⟦6,5%⟧ trở xuống",
        "không vượt quá ⟦6,5%⟧",
    ],
    ("5", None, "=", "PT", 0): [
        "vượt ⟦5%⟧ kế hoạch",
        "vượt ⟦5%⟧ so với dự toán",
        "cao hơn ⟦5%⟧",
        "nhiều hơn ⟦5%⟧",
        "ước ⟦5%⟧",
    ],
    ("5", None, ">", "PT", 0): ["tăng hơn ⟦5%⟧", "đạt trên ⟦5%⟧", "vượt trên ⟦5%⟧ kế hoạch", "vượt ⟦5%⟧."],
    ("2", None, "=", "POINT", 0): ["cao hơn ⟦2 điểm⟧.", "thấp hơn ⟦2 điểm⟧ so với"],
    # ranges
    ("8.5", "9", "..", "PT", 0): [
        "tăng ⟦8,5 - 9%⟧",
        "tăng ⟦8,5-9%⟧",
        "tăng ⟦8,5% – 9%⟧",
        "từ ⟦8,5 đến 9%⟧",
        "từ ⟦8,5% đến 9%⟧",
    ],
    ("12", "15", "..", "PT", 0): ["tăng từ ⟦12% đến 15%/năm⟧", "khoảng ⟦12-15%⟧", "từ trên ⟦12% đến 15%⟧"],
    ("10", "12", "..", None, 12): ["⟦10-12 nghìn tỷ⟧"],
    ("800", "1000", "..", "VND", 6): ["từ ⟦800 triệu đồng đến 1 tỷ đồng⟧"],
    # no unit
    ("76", None, "=", None, 0): [
        "đã ⟦76⟧ ngày",
        "⟦76⟧ đồng chí",
        "⟦76⟧ điểm cầu",
        "⟦76⟧ hợp tác xã",
        "⟦76⟧ tạ/ha",
        "⟦76⟧ xã hội",
    ],
    ("26", None, "=", None, 0): [
        "giá ⟦26⟧ USD/m² một tháng",
        "⟦26⟧ tấn/ha",
        "⟦26⟧ người/km²",
        "⟦26⟧ hạ tầng",
        "⟦26⟧ tấn.km",
        "⟦26⟧ lượt khách hàng",
        "⟦26⟧ lượt khách/ngày",
        "⟦26⟧ đô la Mỹ/thùng",
    ],
    ("1.1", None, "=", None, 6): [
        "giá ⟦1,1 triệu⟧ đồng/m²",
        "giá ⟦1,1 triệu⟧ đồng/m2/tháng",
        "giá ⟦1,1 triệu⟧ đồng/kg",
        "lãi ⟦1,1 triệu⟧ đồng/ha",
        # turnover, not arrivals nor tonnes
        "đạt ⟦1,1 triệu⟧ lượt khách.km",
        "đạt ⟦1,1 triệu⟧ lượt hành khách.km",
        "đạt ⟦1,1 triệu⟧ lượt người.km",
        "đạt ⟦1,1 triệu⟧ lượt HK.km",
        "đạt ⟦1,1 triệu⟧ HK.km",
        "đạt ⟦1,1 triệu⟧ tấn.km",
        "đạt ⟦1,1 triệu⟧ tấn x km",
        "đạt ⟦1,1 triệu⟧ Tấn.Km/tháng",
        "ĐẠT ⟦1,1 TRIỆU⟧ TẤN.KM",
    ],
    # words
    ("25", None, "=", None, 0): ["có ⟦hai mươi lăm⟧ nhóm", "Có ⟦Hai mươi nhăm⟧"],
    ("3", None, "=", None, 0): ["có ⟦ba⟧ mặt hàng giảm", "⟦Ba⟧ nhóm giảm"],
    ("11", None, "=", "COMMUNE", 0): ["thêm ⟦mười một xã⟧ đạt"],
    ("5", None, "=", "PROJ", 0): ["khởi công ⟦năm dự án⟧"],
    ("2", None, "~", "VND", 6): ["gần ⟦hai triệu đồng⟧"],
    ("200", None, "=", "ENT", 0): ["⟦hai trăm doanh nghiệp⟧"],
    ("2", None, "=", "TIMES", 0): [
        "tăng gấp ⟦đôi⟧ so với",
        "gấp ⟦hai lần⟧",
        "GẤP ⟦ĐÔI⟧",
        "gấp ⟦hai⟧.",
        "cao gấp ⟦đôi⟧ cùng kỳ",
    ],
    ("3", None, "=", "TIMES", 0): ["gấp ⟦ba⟧ cùng kỳ", "gấp ⟦ba lần⟧", "Gấp ⟦ba⟧ nước khác"],
    ("1.5", None, "=", "TIMES", 0): ["gấp ⟦rưỡi⟧ năm trước", "tăng gấp ⟦rưỡi⟧;"],
    ("30", None, "=", "TIMES", 0): ["gấp ⟦ba mươi lần⟧"],
    ("2", None, "~", "TIMES", 0): ["gần gấp ⟦đôi⟧", "gấp gần ⟦đôi⟧", "gần gấp ⟦2 lần⟧"],
    ("2", None, ">", "TIMES", 0): ["gấp hơn ⟦hai lần⟧", "gấp hơn ⟦đôi⟧", "gấp trên ⟦2 lần⟧"],
}

REFUSED = [
    "một số nơi, một trong những tỉnh, bốn mùa, ba mẹ, năm nay",
    "trong năm dự án hoàn thành; vào tháng mười một; mười hai tháng; thứ hai là",
    "khó khăn, lăm le, mươi người",
    "gấp bội, gấp nhiều lần, gấp hai rưỡi, gấp rút, gấp năm ngoái, đôi khi, cặp đôi, nhân đôi, rưỡi",
]

# reason: texts whose digits are no figure
NONFIGURES = {
    "date": [
        "⟦30/6/2020⟧",
        "ngày ⟦24/6⟧, tỉnh",
        "sáng ⟦13/7⟧",
        "(⟦13/7⟧)",
        "⟦32/02/2001⟧",
        "kỳ ⟦02/2025⟧",
        "⟦2-2025⟧",
        "⟦13/2000⟧",
        "từ ⟦27-28/02/2000⟧",
        "đến ⟦24-6⟧",
        "ngày ⟦15⟧ và",
        "⟦2020-06-30⟧",
        "⟦07 - 08/02/2024⟧",
        "Thứ ⟦7⟧, ",
    ],
    "year": ["năm ⟦2020⟧", "(⟦2016-2020⟧)", "đến ⟦2030⟧", "năm ⟦2024⟧ doanh nghiệp", "⟦2021 - 2025⟧"],
    "period": [
        "trong ⟦6 tháng⟧ đầu năm",
        "quý ⟦2⟧",
        "tháng ⟦6⟧",
        "trong ⟦5 năm⟧ qua",
        "tháng ⟦7, 8 và 9⟧.",
        "⟦6T⟧ đầu",
    ],
    "time": ["lúc ⟦15:50⟧", "từ ⟦8h30⟧", "lúc ⟦8 giờ⟧"],
    "document": [
        "số ⟦691/QĐ-TTg⟧",
        "⟦01/NQ-CP⟧ của",
        "Nghị quyết ⟦57-NQ/TW⟧",
        "Nghị quyết ⟦01⟧ để",
        "⟦19/2025/NĐ-CP⟧",
    ],
    "phone": ["ĐT: ⟦0205.3812.345⟧", "gọi ⟦0912345678⟧"],
    "list mark": ["⟦1.⟧ Công nghiệp", "⟦1.2.⟧ Nông nghiệp", "gồm (⟦2⟧) đầu tư", "⟦3)⟧ Dịch vụ"],
    "ordinal": ["kỳ họp thứ ⟦8⟧", "lúa lần ⟦2⟧ đạt", "giai đoạn ⟦1⟧,"],
    "name": ["dịch Covid-⟦19⟧", "mạng ⟦5G⟧", "QL⟦1A⟧", "phường ⟦3⟧,", "Công nghiệp ⟦4.0⟧"],
}


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans that they enclosed."""
    text, spans = "", []
    for part in marked.split("⟦"):
        inside, closed, after = part.partition("⟧")
        if closed:
            spans.append((len(text), len(text) + len(inside)))
        text += inside + after
    return text, spans


@pytest.mark.parametrize(
    ("expected", "marked"), [(key, text) for key, texts in FOUND.items() for text in texts]
)
def test_a_number_has_its_value_unit_and_span(expected: tuple[object, ...], marked: str) -> None:
    text, spans = unmarked(marked)
    found = numbers.find(text)
    assert [(n.start, n.end) for n in found] == spans
    value, upper, qualifier, unit, mult = expected
    [number] = found
    assert (number.value, number.upper) == (Decimal(str(value)), upper and Decimal(str(upper)))
    assert (number.qualifier, number.unit, number.mult) == (qualifier, unit, mult)


@pytest.mark.parametrize("text", REFUSED)
def test_words_that_count_nothing_are_no_numbers(text: str) -> None:
    assert numbers.find(text) == []


@pytest.mark.parametrize(
    ("reason", "marked"), [(key, text) for key, texts in NONFIGURES.items() for text in texts]
)
def test_digits_that_are_no_figure_have_their_reason(reason: str, marked: str) -> None:
    text, spans = unmarked(marked)
    assert numbers.nonfigures(text) == [(start, end, reason) for start, end in spans]
    assert numbers.find(text) == []


def test_a_rise_from_one_value_to_another_is_two_numbers() -> None:
    assert [(n.value, n.qualifier) for n in numbers.find("từ 5% lên 7%, từ 9 triệu xuống 8 triệu")] == [
        (Decimal(5), "="),
        (Decimal(7), "="),
        (Decimal(9), "="),
        (Decimal(8), "="),
    ]


def test_about_holds_for_two_amounts_joined_and_more_than_for_one() -> None:
    for text, expected in {
        "khoảng 415,5 tỷ đồng và 18,2 triệu USD": ["~", "~"],
        "gần 12 xã và 3 xã": ["~", "~"],
        "ước khoảng 7 tỷ đồng, và 9 tỷ đồng": ["~", "~"],
        "hơn 415,5 tỷ đồng và 18,2 triệu USD": [">", "="],
        "khoảng 415,5 tỷ đồng và trên 18,2 triệu USD": ["~", ">"],
        "khoảng 415,5 tỷ đồng, 18,2 triệu USD": ["~", "="],
        "khoảng 415,5 tỷ đồng và tăng 18,2 tỷ đồng": ["~", "="],
        "khoảng 4 dự án và 18%": ["~", "="],
    }.items():
        assert [number.qualifier for number in numbers.find(text)] == expected, text


def test_a_saying_has_its_numbers_too() -> None:
    found = numbers.find("“việc nặng gấp đôi thì cố gắng gấp ba”")
    assert [(n.value, n.unit) for n in found] == [(Decimal(2), "TIMES"), (Decimal(3), "TIMES")]


def test_ends_of_two_units_make_no_range() -> None:
    assert [(n.unit, n.upper) for n in numbers.find("10% - 8 tỷ đồng")] == [("PT", None), ("VND", None)]
    assert [(n.value, n.upper) for n in numbers.find("10 - 8 xã")] == [
        (Decimal(10), None),
        (Decimal(8), None),
    ]


WORDS = [
    "tỉnh",
    "hộ",
    "tăng",
    "giảm",
    "trên",
    "hơn",
    "năm",
    "tháng",
    "quý",
    "ngày",
    "thứ",
    "%",
    "tỷ đồng",
    "triệu USD",
    "xã",
    "đến",
    "-",
    "/",
    ".",
    ",",
    "\n",
    "(",
    ")",
    "và",
    "trở lên",
    "hai",
    "mươi",
    "lăm",
    "triệu",
    "số",
    "QĐ-TTg",
    "T",
    "I",
    "đầu năm",
    "nay",
    "cùng kỳ",
    "từ",
    "tính",
    "2020",
    "2024",
    "30/6",
    "6",
    "12",
    "0,5",
    "1.320",
    "01",
    "ſ",
    "ı",
    "İ",
]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="0123456789.,/-% \nTQnămtháng", max_size=40),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=14).map("".join),
)


@given(TEXTS)
def test_every_digit_is_in_one_number_or_one_nonfigure(text: str) -> None:
    spans = [(n.start, n.end) for n in numbers.find(text)]
    others = numbers.nonfigures(text)
    assert {reason for _, _, reason in others} <= set(REASONS.values())
    for position, sign in enumerate(text):
        if sign in "0123456789":
            hits = sum(start <= position < end for start, end in spans)
            hits += sum(start <= position < end for start, end, _ in others)
            assert hits == 1, (position, spans, others)


@given(TEXTS)
def test_numbers_stand_in_order_inside_the_text(text: str) -> None:
    end = 0
    for number in numbers.find(text):
        assert end <= number.start < number.end <= len(text)
        assert number.value >= 0
        assert number.upper is None or number.upper >= number.value
        end = number.end


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False))
def test_vietnamese_digits_read_back(value: Decimal) -> None:
    written = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    [number] = numbers.find(f"đạt {written} tỷ đồng.")
    assert (number.value, number.unit, number.mult) == (value, "VND", 9)


@pytest.mark.parametrize("text", SEEDS)
def test_a_number_cut_out_of_a_seed_reads_the_same(text: str) -> None:
    def said(number: Number) -> tuple[object, ...]:
        return number.value, number.upper, number.unit, number.mult

    for number in numbers.find(text):
        if not text[number.start].isdigit():
            continue  # "ba cấp": a word is a number by what follows it
        [again] = numbers.find(text[number.start : number.end])
        assert (again.start, again.end) == (0, number.end - number.start)
        assert said(again) == said(number)


@pytest.mark.parametrize(
    "unit",
    [
        *["7", "1.", "1,", "5-", "000 ", "tăng 5% ", "hai ", "năm ", "(1", "1/", "\u0323", "[", "5 - "],
        *["gấp ba ", "1 nghìn 650 tỷ ", "5 đồng/người/tháng", "/tháng", "5 lượt khách.", "khoảng 5 xã và "],
    ],
)
def test_reading_takes_linear_time(unit: str) -> None:
    # a quadratic scan of 60 000 signs takes minutes
    numbers.find(unit * (60_000 // len(unit)))


def test_a_heap_of_digits_is_no_figure_and_what_stands_behind_it_is_one() -> None:
    heap = "5-" * 1000
    text = f"GRDP tăng 5,1%. {heap}Tỉnh Phú Yên họp tổng kết về {'kinh tế ' * 120} và thu 7.200 tỷ đồng."
    assert [(number.value, number.unit) for number in (numbers.find(text)[0], numbers.find(text)[-1])] == [
        (Decimal("5.1"), "PT"),
        (Decimal(7200), "VND"),
    ]
    assert sum(reason == "crowd" for _, _, reason in numbers.nonfigures(text)) > 800


def test_numbers_that_stand_close_over_hundreds_of_pages_are_a_crowd() -> None:
    cells = "1 000 đồng; " * 100_000
    read = len(numbers.find(cells))
    assert 30_000 < read < 70_000
    assert read + sum(reason == "crowd" for _, _, reason in numbers.nonfigures(cells)) > 30_000
