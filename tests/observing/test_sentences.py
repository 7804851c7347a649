"""Sentences are cut where a reader ends them: numbers, abbreviations and list marks keep their dots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.observing.sentences import LONGEST, sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        # a mark, a space, and a capital, a figure or a quotation
        "GRDP tăng 5%.| Thu ngân sách giảm.",
        "Vì sao tăng?| Do xuất khẩu!| Đó là tất cả.",
        "Ông nói: “Tăng 5%.”| Sau đó ông về.",
        "(Theo báo cáo.)| Năm 2020 tăng 5%.",
        "Thu đạt 5 tỷ đồng.| 12 xã đạt chuẩn.",
        "Tăng 5%…| Giảm 3%.",
        "Tăng 5%...| Giảm 3%.",
        "Tăng 5%.| “Đây là mức cao”, ông nói.",
        # a line's end
        "TÌNH HÌNH KINH TẾ|\nGRDP tăng 5%|\nThu ngân sách giảm 3%",
        "Kết quả như sau:|\n- GRDP tăng 5%;|\n- Thu ngân sách giảm 3%.",
        "Đoạn một|\n\n\nĐoạn hai",
        # a line in lower case goes on from the line before that has no end
        "Tổng thu ngân sách\nnhà nước đạt 5 tỷ đồng.",
        "Thu ngân sách, \ntrong đó thu nội địa đạt 5 tỷ đồng",
        "Gồm:|\na) Thu nội địa",
        "Thu giảm.|\nchi tăng.",
    ],
)
def test_a_sentence_ends_at_its_mark_or_with_its_line(marked: str) -> None:
    assert cut(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thu ngân sách đạt 1.320 tỷ đồng.",
        "Tăng 8.5% so với 7.864,4 tỷ đồng.",
        "TP. Hồ Chí Minh và TP.HCM tăng 5%.",
        "Tp. Đà Nẵng tăng 5%.",
        "Ông Nguyễn Văn A, TS. Trần B và PGS. TS. Lê C dự hội nghị.",
        "Báo cáo ngày 30.6.2020 của tỉnh.",
        "Xem trang www.thongke.gov.vn để biết thêm.",
        "Các mặt hàng gạo, cà phê, chè... đều tăng.",
        "Tỉnh “đi trước một bước.” như lời ông nói.",
    ],
)
def test_dots_within_numbers_names_and_lists_end_no_sentence(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    "head",
    [
        "3. Đầu tư phát triển",
        "12. Thu ngân sách",
        "II. Kết quả",
        "a. Nông nghiệp tăng 3%",
        "B. Công nghiệp",
        "Điều 2. Các chỉ tiêu chủ yếu",
        "Mục 1. Mục tiêu",
        "Phần II. Nhiệm vụ",
        "Chương 3. Giải pháp",
    ],
)
def test_a_list_mark_belongs_to_its_line(head: str) -> None:
    assert cut(head) == [head]
    assert cut(f"Mở đầu.\n{head}\n  {head}") == ["Mở đầu.", head, head]


@pytest.mark.parametrize(
    "head",
    [
        "3.1. Xuất khẩu",
        "2.1.3. Thu nội địa tăng 5%",
        pytest.param(
            "I.2. Công nghiệp",
            marks=pytest.mark.xfail(strict=True, reason="a Roman numeral with a part is cut from its line"),
        ),
    ],
)
def test_a_list_mark_of_several_parts_belongs_to_its_line(head: str) -> None:
    assert cut(head) == [head]


@pytest.mark.parametrize("text", ["", " \n\t\n "])
def test_a_blank_text_has_no_sentence(text: str) -> None:
    assert list(sentences(text)) == []


def test_what_goes_on_without_an_end_is_cut_at_a_mark_or_a_space() -> None:
    pieces = cut("thu ngân sách tăng, " * 1_000)
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.endswith((",", " ")) for piece in pieces)


def test_what_has_neither_mark_nor_space_is_cut_all_the_same() -> None:
    assert [len(piece) for piece in cut("x" * (2 * LONGEST + 5))] == [LONGEST, LONGEST, 5]


@given(st.text(alphabet='aĐ1 .,;:!?…\n"”()-%', max_size=200))
def test_sentences_come_in_order_and_leave_out_nothing_but_white_space(text: str) -> None:
    place = 0
    for span in sentences(text):
        assert text[place : span.start].strip() == ""
        assert place <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        place = span.end
    assert text[place:].strip() == ""
