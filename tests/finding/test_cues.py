"""Cues: what the words around a number say that it does, by kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.finding import cues

# kind: wordings that are one cue of it, from their first letter to their last
ONE = {
    "up": ["tăng", "tăng thêm", "tăng vọt"],
    "down": ["giảm", "sụt giảm", "GIẢM NHẸ", "âm"],
    "growth": ["tăng trưởng", "tốc độ tăng trưởng", "mức tăng"],
    "higher": ["cao hơn", "nhanh hơn"],
    "lower": ["thấp hơn", "chậm hơn"],
    "than": ["cao hơn mức", "thấp hơn so với", "so với mức"],
    "reach": ["đạt", "là", "ở mức", "hoàn thành"],
    "equal": ["bằng", "tương đương"],
    "exceed": ["vượt"],
    "into": ["còn", "giảm xuống còn", "lên", "tăng lên"],
    "out_of": ["từ", "từ mức"],
    "add": ["thêm", "công nhận thêm"],
    "times": ["gấp", "tăng gấp"],
    "share": ["chiếm"],
    "structure": ["tỷ trọng", "cơ cấu kinh tế", "chiếm tỷ trọng"],
    "contribution": ["đóng góp", "đóng góp vào"],
    "rank": ["đứng thứ", "xếp hạng"],
    "versus": ["so với", "so"],
    "plan": ["dự toán", "kế hoạch năm", "kế hoạch"],
    "goal": ["mục tiêu", "theo kế hoạch"],
    "central": ["Trung ương giao", "Thủ tướng Chính phủ giao", "TW"],
    "local": ["HĐND tỉnh giao", "địa phương giao", "nghị quyết HĐND tỉnh"],
    "estimate": ["ước", "ước tính"],
    "provisional": ["sơ bộ"],
    "forecast": ["dự báo", "dự kiến", "có thể"],
    "target": ["phấn đấu", "đề ra"],
    "average": ["bình quân", "trung bình"],
    "yearly": ["bình quân mỗi năm", "hằng năm"],
    "opener": ["trong đó", "bao gồm"],
    "contrast": ["nhưng", "trong khi", "còn lại"],
    "sum": ["lũy kế", "luỹ kế", "tính chung"],
    "respectively": ["lần lượt", "tương ứng là"],
    "current": ["giá hiện hành", "theo giá hiện hành"],
    "constant": ["giá so sánh", "theo giá so sánh 2010"],
    "home": ["toàn tỉnh", "trên địa bàn tỉnh", "tỉnh ta"],
    "company": ["công ty", "Tập đoàn"],
    "stock": ["còn hiệu lực"],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in ONE.items() for text in texts])
def test_a_wording_is_one_cue_of_its_kind(kind: str, text: str) -> None:
    assert [(found.start, found.end, found.kind) for found in cues.find(text)] == [(0, len(text), kind)]
    (found,) = cues.find(f"Năm nay, {text}, 5%")
    assert (found.start, found.kind) == (9, kind)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ước đạt 5%, tăng 3% so với cùng kỳ", ["estimate", "reach", "up", "versus"]),
        ("đạt 49,5% dự toán Trung ương giao", ["reach", "plan", "central"]),
        ("giảm từ 5% xuống còn 3%", ["down", "out_of", "into"]),
        ("trong khi đó, dự báo giảm", ["contrast", "forecast", "down"]),
    ],
)
def test_the_cues_of_a_clause_come_in_its_order(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in cues.find(text)] == kinds


@pytest.mark.parametrize(
    "text",
    ["", "giảmthuế", "tăngcường", "5% 12 xã", "xã hội", "Lạng Sơn"],
)
def test_parts_of_words_and_other_words_are_no_cues(text: str) -> None:
    assert cues.find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sở Kế hoạch và Đầu tư",  # no plan
        "chương trình mục tiêu quốc gia",  # no goal
        "thành phố trực thuộc Trung ương",  # sets no plan
        "tăng cường",  # no rise
        "có thể chế",  # no forecast
        "các công ty",  # not one firm
        "Kinh tế - xã hội",  # nothing that grows
    ],
)
def test_a_name_that_holds_a_cue_is_none(text: str) -> None:
    assert [found.kind for found in cues.find(text)] == ["proper"]


def test_every_kind_of_the_lexicon_has_a_wording() -> None:
    assert set(ONE) <= set(cues.kinds().values())


WORDS = st.lists(st.sampled_from([*list(cues.kinds())[::5], "thu", ",", "\n", "İ", "5%"]), max_size=12).map(
    " ".join
)


@given(st.one_of(st.text(max_size=80), WORDS))
def test_cues_of_any_text_stand_in_it_in_order_and_apart(text: str) -> None:
    place = 0
    for found in cues.find(text):
        assert place <= found.start < found.end <= len(text)
        assert found.kind in cues.kinds().values()
        place = found.end
