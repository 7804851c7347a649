"""Concepts: the answer stands in the text, between ⟦ and ⟧, under the indicator and part that it names."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.finding import concepts
from indicators.finding.concepts import OTHER, Meaning
from indicators.finding.phrases import fold

SEEDS = [
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
]

# (indicator, activity): texts, each with its only concepts marked
FOUND = {
    ("GDP", "_T"): [
        "⟦GDP⟧ của nước ta",
        "⟦tổng sản phẩm trong nước⟧ (⟦GDP⟧)",
        "đạt ⟦tốc độ tăng trưởng GDP⟧ cao",
        "⟦Quy mô GDP⟧ năm nay",
    ],
    ("GRDP", "_T"): [
        "⟦GRDP⟧ tăng 5%",
        "⟦tổng sản phẩm trên địa bàn⟧ tỉnh",
        "⟦TĂNG TRƯỞNG KINH TẾ⟧",
        "⟦quy mô nền kinh tế⟧ đứng",
    ],
    ("GDP_PC", "_T"): ["⟦GDP bình quân đầu người⟧ đạt"],
    ("GRDP_PC", "_T"): ["⟦GRDP bình quân đầu người⟧ đạt", "⟦GRDP (GRDP) bình quân đầu người⟧"],
    ("CPI", "_T"): ["⟦CPI⟧ bình quân", "⟦Chỉ số giá tiêu dùng⟧ tháng 5", "⟦lạm phát⟧ được kiểm soát"],
    ("CPI_CORE", "_T"): ["⟦lạm phát cơ bản⟧ tăng"],
    ("GOLD_PRICE", "_T"): ["⟦Chỉ số giá vàng⟧ tăng"],
    ("IIP", "_T"): ["⟦Chỉ số sản xuất công nghiệp⟧ tăng", "⟦chỉ số sản xuất toàn ngành công nghiệp⟧"],
    ("IND_OUTPUT", "_T"): ["⟦giá trị sản xuất công nghiệp⟧ đạt"],
    ("EXPORTS", "_T"): ["⟦kim ngạch xuất khẩu⟧ đạt", "⟦Xuất khẩu⟧ tăng"],
    ("TRADE", "_T"): ["⟦kim ngạch xuất nhập khẩu⟧ qua cửa khẩu"],
    ("TRADE_BALANCE", "_T"): ["cả nước ⟦xuất siêu⟧", "⟦nhập siêu⟧ 1 tỷ USD"],
    ("BUDGET_REV", "_T"): ["tổng ⟦thu ngân sách nhà nước⟧ đạt"],
    ("BUDGET_REV_TRADE", "_T"): ["⟦thu xuất nhập khẩu⟧ đạt"],
    ("ENT_NEW", "_T"): ["25 ⟦doanh nghiệp thành lập mới⟧"],
    ("POVERTY", "_T"): ["⟦Tỷ lệ hộ nghèo⟧ còn 3%"],
    ("VISITORS_INTL", "_T"): ["⟦khách quốc tế⟧ tăng"],
    ("", "AGR"): ["⟦khu vực nông, lâm nghiệp và thủy sản⟧ tăng", "⟦nông - lâm nghiệp – thuỷ sản⟧"],
    ("", "IND_CON"): ["⟦công nghiệp - xây dựng⟧", "⟦khu vực II⟧ tăng"],
    ("", "IND"): ["ngành ⟦công nghiệp⟧ tăng"],
    ("", "CON"): ["ngành ⟦xây dựng⟧ tăng"],
    ("", "SRV"): ["khu vực ⟦dịch vụ⟧", "⟦thương mại - dịch vụ⟧"],
    ("", "TAX"): ["⟦thuế sản phẩm trừ trợ cấp sản phẩm⟧"],
    ("", "MFG"): ["ngành ⟦công nghiệp chế biến, chế tạo⟧ tăng"],
    ("", "ELC"): ["⟦sản xuất và phân phối điện, khí đốt⟧"],
    ("", "WTR"): ["⟦cung cấp nước, hoạt động quản lý và xử lý rác thải, nước thải⟧"],
    # what holds an indicator's words and is none of the catalogue
    (OTHER, "_T"): [
        "⟦chỉ số tồn kho⟧ tăng",
        "⟦xuất khẩu gạo⟧ đạt",
        "⟦giá vàng⟧ tăng",
        "⟦chỉ số giá sản xuất⟧ tăng",
        "⟦dịch vụ lưu trú⟧",
        "⟦bảo hiểm xã hội⟧",
        "⟦kinh tế số⟧",
    ],
}


def marked(text: str) -> str:
    """The text with its concepts marked."""
    found = concepts.find(text)
    for concept in reversed(found):
        text = f"{text[: concept.start]}⟦{text[concept.start : concept.end]}⟧{text[concept.end :]}"
    return text


@pytest.mark.parametrize(
    ("meaning", "text"), [(meaning, text) for meaning, texts in FOUND.items() for text in texts]
)
def test_a_concept_is_found_with_its_indicator_and_its_part(meaning: tuple[str, str], text: str) -> None:
    plain = text.replace("⟦", "").replace("⟧", "")
    assert marked(plain) == text
    assert {(found.indicator, found.activity) for found in concepts.find(plain)} == {meaning}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hội nghị kéo dài hai ngày.",
        "GDPR là quy định của châu Âu",  # a longer word
        "CPIX",
        "xuất\nkhẩu",  # two lines
        "thu nhận hồ sơ",
    ],
)
def test_what_names_no_subject_is_no_concept(text: str) -> None:
    assert concepts.find(text) == []


@pytest.mark.parametrize(
    "text",
    ["KIM NGẠCH XUẤT KHẨU", "Kim ngạch xuất khẩu", "kim\u00a0ngạch  xuất\tkhẩu", "kim ngạch xuất khẩu"],
)
def test_case_and_spaces_do_not_matter(text: str) -> None:
    assert [found.indicator for found in concepts.find(text)] == ["EXPORTS"]


def test_the_longest_wording_at_a_place_is_taken() -> None:
    text = "giá trị sản xuất công nghiệp"
    (found,) = concepts.find(text)
    assert (found.start, found.end, found.indicator) == (0, len(text), "IND_OUTPUT")


def test_a_wording_tells_how_far_it_can_be_trusted() -> None:
    assert concepts.meaning("grdp") == Meaning("GRDP")
    assert concepts.meaning("kinh tế") == Meaning("GRDP", weak=True, faint=True)
    assert concepts.meaning("thịt hơi").counted


def test_a_short_wording_stands_for_what_was_spoken_of() -> None:
    assert set(concepts.meaning("vốn đăng ký").family) == {"FDI_REG", "ENT_NEW_CAPITAL"}
    assert "FDI_PROJECTS" in concepts.akin("FDI_REG")
    assert "ENT_NEW" in concepts.akin("ENT_NEW_CAPITAL")


def test_a_part_of_the_economy_belongs_to_its_wholes_the_nearest_first() -> None:
    assert concepts.wholes("SRV")[:2] == ("GDP", "GRDP")
    assert concepts.wholes("MFG")[0] == "IIP"


WORDS = st.lists(
    st.sampled_from([*list(concepts.meanings())[::7], "tăng", ",", "\n", "İ", "5%"]), max_size=12
)


@given(st.one_of(st.text(max_size=80), WORDS.map(" ".join)))
def test_concepts_of_any_text_stand_in_it_in_order_and_apart(text: str) -> None:
    place = 0
    for found in concepts.find(text):
        assert place <= found.start < found.end <= len(text)
        assert fold(text[found.start : found.end]).split() == fold(text)[found.start : found.end].split()
        place = found.end


@pytest.mark.parametrize("text", SEEDS, ids=lambda text: text[:20])
def test_the_seeds_speak_of_concepts_and_a_long_text_is_read_quickly(text: str) -> None:
    assert concepts.find(text)
    long = text * (200_000 // len(text) + 1)
    begin = time.process_time()
    concepts.find(long)
    assert time.process_time() - begin < 1
