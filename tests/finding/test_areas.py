"""Areas are found where a name means the area, and only there."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import lexicon
from indicators.finding import areas
from indicators.model import Boundary

ENTRIES: list[dict[str, Any]] = lexicon.load("regions.toml")["area"]

#: texts by the codes that must come out of them, in order
FOUND = {
    "VN": [
        "bình quân chung cả nước",
        "nằm trong số ít nước có tăng trưởng dương như nước ta",
        "GDP Việt Nam tăng 6%",
        "Khi Việt Nam mở cửa",
        "uy tín của Việt Nam",
        "doanh nghiệp Việt Nam",
        "các ngân hàng Việt Nam",
        "Ngân hàng Thế giới dự báo Việt Nam tăng 6%",
        "Bộ Tài chính đánh giá Việt Nam đạt mục tiêu",
        "Bộ Công Thương khẳng định Việt Nam xuất siêu",
        "các công ty Việt Nam",
        "toàn quốc có 9.000 xã",
        "TÌNH HÌNH CẢ NƯỚC",
    ],
    "VN-09": [
        "tỉnh Lạng Sơn",
        "điểm cầu Lạng Sơn",
        "Sở Y tế Lạng Sơn",
        "yêu cầu Lạng Sơn báo cáo",
        "kinh tế - xã hội Lạng Sơn",
        "Lạng\nSơn",
        "Lạng\u00a0Sơn",
        "TỈNH LẠ\u00adNG SƠN",
        "Công ty Bóng Đèn tại Lạng Sơn",
        "Công ty cổ phần Bóng Đèn của tỉnh Lạng Sơn",
        "các tỉnh, thành phố Lạng Sơn",
        "Ngân hàng Nhà nước chi nhánh tỉnh Lạng Sơn",
        "các bệnh viện của tỉnh Lạng Sơn",
        "doanh thu của Công ty Bóng Đèn. Lạng Sơn đạt 5%",
        "thành phố\n\nLạng Sơn tăng 5%",
    ],
    "VN-HN": ["thành phố Hà Nội", "TP.Hà Nội", "thị trường Hà Nội", "xã hội Hà Nội", "Thủ đô Hà Nội"],
    "VN-SG": ["TP.HCM", "TP. HCM", "TPHCM", "TP Hồ Chí Minh", "thành phố Hồ Chí Minh", "Sài Gòn"],
    "VN-43": ["Bà Rịa–Vũng Tàu", "Bà Rịa — Vũng Tàu", "Bà Rịa - Vũng Tàu", "Bà Rịa Vũng Tàu", "BR-VT"],
    "VN-26": ["Huế", "HUẾ", "thành phố Huế", "Thừa Thiên – Huế", "TT-Huế", "TT. Huế"],
    "VN-33": ["Đắk Lắk", "Đắc Lắc", "Đăk Lăk", "Dak Lak", "ĐẮK LẮK"],
    "VN-39": ["Cục Thống kê Đồng Nai", "doanh nghiệp Đồng Nai", "UBND tỉnh Đồng Nai Nguyễn Văn Nam"],
    "VN-21": ["GRDP Thanh Hóa", "HĐND Thanh Hoá"],
    "VN-NMM": ["14 tỉnh Trung du và miền núi phía Bắc", "vùng trung du, miền núi phía Bắc"],
    "VN-NCC": ["Bắc Trung bộ và Duyên hải miền Trung", "Bắc Trung Bộ và duyên hải Trung Bộ"],
    "VN-RRD": ["Đồng bằng sông Hồng", "vùng đồng bằng Sông Hồng", "ĐBSH"],
    "VN-CHL": ["Tây Nguyên", "vùng Tây nguyên"],
    "VN-SE": ["Đông Nam Bộ", "vùng Đông Nam bộ"],
    "VN-MRD": ["ĐỒNG BẰNG SÔNG CỬU LONG", "13 tỉnh ĐBSCL"],
    "VN-SG VN-56 VN-57 VN-HP": ["TP.HCM, Bắc Ninh, Bình Dương, Hải Phòng"],
    "VN-DN VN-31": ["(sau Đà Nẵng và Bình Định)", "Đà Nẵng - Bình Định"],
    "VN-30 VN-28": ["Gia Lai - Kon Tum"],
}

#: texts by the reason why no area is in them
REFUSED = {
    "seas and battles": ["châu Á - Thái Bình Dương", "Ấn Độ Dương", "chiến thắng Điện Biên Phủ"],
    "parts of other words": ["thuế thu nhập", "THUẾ", "tổng sản phẩm trong nước", "Bình ổn giá", "hòa bình"],
    "water": ["cả nước ngoài", "bao gồm cả nước sạch"],
    "persons": [
        "ông Nguyễn Hòa Bình",
        "Trương Hòa Bình",
        "bà Hồ Thị Lạng Sơn",
        "đồng chí Lê Thái Bình",
        "đường Nguyễn Thái Bình",
        "Chủ tịch Hồ Chí Minh",
        "tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "Học viện Chính trị quốc gia Hồ Chí Minh",
    ],
    "below the province": [
        "huyện Tây Ninh",
        "thành phố Thanh Hóa",
        "TP.Lạng Sơn",
        "THÀNH PHỐ HƯNG YÊN",
        "thị xã Phú Thọ",
        "xã Thái Bình",
    ],
    "works": [
        "cảng Hải Phòng",
        "hồ Hòa Bình",
        "Nhà máy thủy điện Sơn La",
        "nhà máy nhiệt điện Hải Dương",
        "Nhiệt điện Quảng Ninh",
        "Bệnh viện Đa khoa Đồng Nai",
        "Bệnh viện Đa khoa tỉnh Lạng Sơn",
        "Đại học Quốc gia TP.HCM",
        "Trường Đại học Thái Nguyên",
        "sân bay Điện Biên",
        "sông Sài Gòn",
        "khách sạn Bông Sen Lạng Sơn",
    ],
    "roads": [
        "đường Hồ Chí Minh",
        "cao tốc Bắc Giang - Lạng Sơn",
        "tuyến Lào Cai – Hà Nội – Hải Phòng",
        "đường sắt Lào Cai - Hà Nội",
        "quốc lộ 1A Hà Nội - Lạng Sơn",
        "đường sắt tốc độ cao Lào Cai - Hải Phòng",
    ],
    "companies": [
        "Heineken Quảng Nam",
        "CBRE Việt Nam",
        "Savills Việt Nam",
        "Vietnam Airlines",
        "Công ty Xi măng Lạng Sơn",
        "Hoàng Anh Gia Lai",
        "Trung tâm thương mại Aeon Thanh Hóa",
        "Xổ số kiến thiết Tiền Giang",
        "Báo Lạng Sơn",
        "Tổng công ty Hàng không Việt Nam",
        "Công ty cổ phần Sữa Việt Nam",
        "CLB Bóng đá Thanh Hóa",
    ],
    "bodies": [
        "Ngân hàng Nhà nước Việt Nam",
        "Ủy ban MTTQ Việt Nam",
        "Mặt trận Tổ quốc Việt Nam",
        "Đảng Cộng sản Việt Nam",
        "Hiệp hội Chế biến và Xuất khẩu thủy sản Việt Nam",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ],
    "people and money": ["người Việt Nam", "Việt Nam đồng"],
    "parts of no region": [
        "khu vực Bắc Trung Bộ",
        "kinh tế trọng điểm miền Trung",
        "miền Trung – Tây Nguyên",
        "Đồng Tháp Mười",
    ],
    "the old province": ["Hà Nam Ninh"],
}


def pairs(texts: dict[str, list[str]]) -> Iterator[Any]:
    for key, group in texts.items():
        for text in group:
            yield pytest.param(key, text, id=f"{key}: {text!r}")


@pytest.mark.parametrize(("codes", "text"), list(pairs(FOUND)))
def test_a_name_that_means_the_area_is_found(codes: str, text: str) -> None:
    assert " ".join(area.code for area in areas.find(text)) == codes


@pytest.mark.parametrize(("_reason", "text"), list(pairs(REFUSED)))
def test_a_name_that_means_something_else_is_no_area(_reason: str, text: str) -> None:
    assert areas.find(text) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["code"])
def test_each_area_is_found_in_its_own_examples(entry: dict[str, Any]) -> None:
    for example in entry["examples"]:
        assert entry["code"] in [area.code for area in areas.find(example)], example


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["code"])
def test_no_area_takes_the_name_of_another(entry: dict[str, Any]) -> None:
    for form in (entry["vi"], entry["vi"].upper(), f"“{entry['vi']}”,"):
        assert [area.code for area in areas.find(form)] == [entry["code"]]


def test_the_mention_is_the_name_without_what_introduces_it() -> None:
    text = "UBND thành phố Đà Nẵng, tỉnh HƯ\u00adNG YÊN và TP.HCM"
    names = [text[area.start : area.end] for area in areas.find(text)]
    assert names == ["Đà Nẵng", "HƯ\u00adNG YÊN", "TP.HCM"]


@pytest.mark.parametrize(
    ("text", "given", "meant"),
    [
        ("tỉnh Gia Lai", "63", "63"),
        ("tỉnh Gia Lai", "34", "34"),
        ("tỉnh Gia Lai mới", "63", "34"),
        ("Quảng Trị (cũ)", "34", "63"),
        ("tỉnh Bắc Giang", "34", "63"),
        ("cả nước", "34", "34"),
    ],
)
def test_the_boundary_is_the_reports_unless_the_words_say_more(
    text: str, given: Boundary, meant: str
) -> None:
    assert [area.boundary for area in areas.find(text, given)] == [meant]


def test_the_city_of_hue_lies_in_its_province_until_2025() -> None:
    text = "tỉnh Thừa Thiên Huế; thành phố Huế"
    assert [area.code for area in areas.find(text, "63")] == ["VN-26"]
    assert [area.code for area in areas.find(text, "34")] == ["VN-26", "VN-26"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("huyện Lộc Bình thu 142 tỷ đồng", ["huyện Lộc Bình"]),
        ("Thành phố Thanh Hóa, TP. Sầm Sơn", ["Thành phố Thanh Hóa", "TP. Sầm Sơn"]),
        ("Quận 7 và phường Bến Nghé", ["Quận 7", "phường Bến Nghé"]),
        ("Hà Nội họp sáng nay; phường 7 thu 5 tỷ đồng", ["phường 7"]),
        ("Công ty CP Bóng Đèn nộp 5 tỷ đồng", ["Công ty CP Bóng Đèn"]),
        ("các huyện, thành phố; xã hội; XÃ HỘI TỈNH", []),
        ("thành phố Hà Nội, TP.HCM", []),
        ("thị trường TP.HCM", []),
        ("30 dự án FDI", []),
        ("thu ngân sách thành phố 6 tháng đầu năm", []),
        ("UBND TP Đà Nẵng Lê Văn Nam; thành phố Thủ Đức", ["thành phố Thủ Đức"]),
        ("vùng Bắc Trung Bộ và duyên hải miền Trung", []),
        ("vùng kinh tế trọng điểm phía Nam", ["vùng kinh tế trọng điểm phía Nam"]),
    ],
)
def test_places_below_the_province_are_told_apart(text: str, places: list[str]) -> None:
    assert [text[place.start : place.end] for place in areas.elsewhere(text) if not place.code] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("xuất khẩu sang Mỹ, Trung Quốc và EU", ["Mỹ", "Trung Quốc", "EU"]),
        ("kinh tế thế giới", ["thế giới"]),
        ("khu vực đồng euro", ["khu vực đồng euro"]),
        ("Ngân hàng Thế giới; Ngân hàng Phát triển châu Á", []),
        ("dịch tả lợn châu Phi", []),
        ("xã Mỹ Tho; Anh hùng lao động; ông Đức; Pháp lệnh; Phú Mỹ", ["xã Mỹ Tho"]),
    ],
)
def test_other_countries_are_told_apart(text: str, places: list[str]) -> None:
    assert [text[place.start : place.end] for place in areas.elsewhere(text)] == places


PIECES = [
    "Lạng Sơn",
    "cả nước",
    "thành phố",
    "TP.",
    "Công ty",
    "Thái Bình",
    " Dương",
    "huyện ",
    "\u00ad",
    "\n",
    " - ",
    " ",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map("".join))
def test_whatever_the_text_mentions_are_sorted_apart_and_within_it(text: str) -> None:
    for mentions in (areas.find(text), areas.elsewhere(text)):
        end = 0
        for mention in mentions:
            assert end <= mention.start < mention.end <= len(text)
            end = mention.end


def test_one_pass_finds_the_areas_and_the_places_elsewhere() -> None:
    text = (
        "Tỉnh Lạng Sơn và huyện Lộc Bình xuất khẩu sang Mỹ, Lào; vùng Bắc Trung Bộ và duyên hải miền Trung."
    )
    assert areas.find_all(text) == [*areas.find(text), *areas.elsewhere(text)]
    assert [area.code for area in areas.find(text)] == ["VN-09", "VN-NCC"]
