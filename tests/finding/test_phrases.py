"""Phrases: a line of the lexicon unfolds to its wordings, and folding moves no letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.finding.phrases import compile_phrases, find_phrases, fold, unfold

# without Σ, the one letter whose lower case depends on its neighbours
LETTERS = st.text(
    alphabet=st.one_of(
        st.characters(exclude_characters="Σ"), st.sampled_from("İıßŉǰΐﬁoàóạuỷýTỉq–— \u00a0\u202f\t\n")
    )
)


@pytest.mark.parametrize(
    ("line", "wordings"),
    [
        ("thu ngân sách", ["thu ngân sách"]),
        ("[tổng] thu", ["tổng thu", "thu"]),
        ("thu [nội địa]", ["thu nội địa", "thu"]),
        ("{tăng|giảm} mạnh", ["tăng mạnh", "giảm mạnh"]),
        ("[kể từ|từ] đầu năm", ["kể từ đầu năm", "từ đầu năm", "đầu năm"]),
        ("{a|b} {c|d}", ["a c", "a d", "b c", "b d"]),
        ("{thu [ngân sách]|chi}", ["thu ngân sách", "thu", "chi"]),
        ("điện[, khí đốt] và nước", ["điện, khí đốt và nước", "điện và nước"]),
        ("nước{,| và} rác", ["nước, rác", "nước và rác"]),
        ("  hai   khoảng  trống ", ["hai khoảng trống"]),
        ("[a] [a] b", ["a a b", "a b", "b"]),  # the same wording comes once
    ],
)
def test_a_line_stands_for_its_wordings(line: str, wordings: list[str]) -> None:
    assert unfold(line) == wordings


@pytest.mark.parametrize("line", ["[thu", "thu]", "{a|b", "a|b}", "{a]", "[a}", "a{[b}]", "]["])
def test_a_line_whose_brackets_do_not_match_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        unfold(line)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("GRDP", "grdp"),
        ("ĐẮK LẮK", "đắk lắk"),
        ("Thuỷ sản", "thủy sản"),
        ("HOÁ", "hóa"),
        ("xoè, hoà, uỷ", "xòe, hòa, ủy"),
        ("quý, quỹ, quà", "quý, quỹ, quà"),  # the u belongs to the q
        ("toàn, hoạt, khoáng", "toàn, hoạt, khoáng"),  # a final consonant leaves one place for the tone
        ("5 tỉ đồng, tỉnh", "5 tỷ đồng, tỉnh"),
        ("2016–2020 — 2021‑2025 −3", "2016-2020 - 2021-2025 -3"),
        ("1\u00a0320\u202ftỷ\tđồng", "1 320 tỷ đồng"),
        ("dòng\nmới", "dòng\nmới"),
        ("İzmir", "İzmir"),
    ],
)
def test_folding_leaves_one_case_one_dash_one_space_and_one_place_for_the_tone(
    text: str, folded: str
) -> None:
    assert fold(text) == folded


@given(LETTERS)
def test_folding_keeps_the_length_of_any_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(LETTERS, LETTERS)
def test_folding_puts_each_letter_where_it_was(first: str, second: str) -> None:
    # a space keeps the two apart: tones are looked at in their syllable
    assert fold(f"{first} {second}")[len(first) + 1 :] == fold(second)


@given(LETTERS)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["thu", "thu nội địa"], "thu nội địa tăng", ["thu nội địa"]),  # the longest
        (["thu", "thu nội địa"], "thu nội bộ tăng", ["thu"]),
        (["cpi"], "cpix, xcpi, cpi2, cpi", ["cpi"]),  # whole words
        (["thu nội địa"], "thu  nội   địa", ["thu  nội   địa"]),  # any number of spaces
        (["thu nội địa"], "thu nội\nđịa", []),
        (["ước", "ước tính"], "ước, ước tính", ["ước", "ước tính"]),
        (["điện (evn)", "a.b", "c+d"], "điện (evn), axb, a.b, c+d", ["điện (evn)", "a.b", "c+d"]),
        (["kh", "khá"], "khá", ["khá"]),
    ],
)
def test_the_longest_phrase_is_found_as_whole_words(phrases: list[str], text: str, found: list[str]) -> None:
    assert [words for _, _, words in find_phrases(compile_phrases(phrases), text)] == found
    assert [text[start:end] for start, end, _ in find_phrases(compile_phrases(phrases), text)] == found


WORDS = st.lists(
    st.sampled_from(["thu", "thuế", "chi", "địa", "nội", "a", "ab"]), min_size=1, max_size=3
).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=6), WORDS)
def test_the_tree_finds_what_the_longest_phrase_at_the_start_is(phrases: list[str], text: str) -> None:
    longest = max(
        (phrase for phrase in phrases if f"{text} ".startswith(f"{phrase} ")), key=len, default=None
    )
    found = [words for start, _, words in find_phrases(compile_phrases(phrases), text) if start == 0]
    assert found == ([longest] if longest else [])
