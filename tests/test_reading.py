"""Reports are read in the encodings they come in, and what can't be read says why."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import reading
from indicators.reading import ReadingError

SEEDS = sorted((Path(__file__).parents[1] / "seeds").iterdir())
TEXT = "Quý I năm 2024, GRDP của tỉnh Lạng Sơn tăng 5,5%; thu ngân sách đạt “khá” – 1.200 tỷ đồng.\nHết."

TITLES = {
    "000": "Theo báo cáo tại hội nghị, trong 6 tháng đầu năm, nước ta cơ bản thực hiện thành công",
    "001": "Triển khai kế hoạch phát triển kinh tế – xã hội 6 tháng cuối năm 2020",
    "002": "Kiên quyết không lùi bước trước khó khăn, thách thức",
    "003": "Hội nghị trực tuyến của Chính phủ với các địa phương",
    "004": "Hội nghị trực tuyến toàn tỉnh triển khai các mục tiêu, nhiệm vụ, giải pháp chủ yếu",
}


def written(tmp_path: Path, content: bytes, name: str = "report.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def cp1258(text: str) -> bytes:
    """As Windows writes it: vowels composed, tones apart."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    pieces = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in tones)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        pieces.append(bare + tone)
    return "".join(pieces).encode("cp1258")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_seed_is_read_as_it_stands(seed: Path) -> None:
    document = reading.read(seed)
    assert document.name == seed.stem
    assert document.text.encode() == seed.read_bytes()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_seeds_title_is_its_headline(seed: Path) -> None:
    assert reading.read(seed).title.startswith(TITLES[seed.name[:3]])


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="UTF-8 with its mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16 with its mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16, little end first"),
        pytest.param(TEXT.encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param(TEXT.encode("utf-32"), id="UTF-32"),
        pytest.param(cp1258(TEXT), id="Windows-1258"),
        pytest.param(unicodedata.normalize("NFD", TEXT).encode(), id="decomposed"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="Windows' line ends"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="old line ends"),
    ],
)
def test_the_text_is_the_same_in_every_encoding(content: bytes, tmp_path: Path) -> None:
    assert reading.read(written(tmp_path, content)).text == TEXT


def test_a_broken_byte_costs_one_letter() -> None:
    content = TEXT.encode().replace("Lạng".encode(), b"L\xffng")
    assert reading.read_bytes(content, "a.txt").text == TEXT.replace("Lạng", "L\ufffdng")


def test_control_characters_are_spaces_and_keep_their_places() -> None:
    assert reading.read_text("GRDP\x0ctăng\x005\u0085%\tnăm\n2020", "a").text == "GRDP tăng 5 %\tnăm\n2020"


@pytest.mark.parametrize("kept", ["HƯ\u00adNG YÊN", "1\u00a0200 tỷ đồng", "<b>5%</b>", "a\u200bb"])
def test_what_finders_know_stays(kept: str) -> None:
    assert reading.read_text(kept, "a").text == kept


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \r\n\t ", "empty", id="white space"),
        pytest.param("\ufeff \u00a0\n".encode(), "empty", id="a mark and hard spaces"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "binary", id="a picture"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "binary", id="a PDF"),
        pytest.param(b"PK\x03\x04\x14\x00", "binary", id="a Word file"),
        pytest.param(b"GRDP\x00\x00\x01 5%", "binary", id="null bytes"),
        pytest.param(bytes(range(1, 32)) * 20, "binary", id="control characters"),
        pytest.param(b"\xff\xfeG\x00R\x00D", "undecodable", id="half a character of UTF-16"),
        pytest.param(b"L\xb9ng S\xacn t\xa8ng tr\xad\xebng \xae\xb9t", "undecodable", id="TCVN3"),
    ],
)
def test_what_is_no_report_says_why(content: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as refused:
        reading.read(written(tmp_path, content))
    assert refused.value.code == code
    assert str(refused.value).endswith(".")


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"no file none\.txt") as missing:
        reading.read(tmp_path / "none.txt")
    with pytest.raises(ReadingError, match="is a folder") as folder:
        reading.read(tmp_path)
    assert (missing.value.code, folder.value.code) == ("missing", "folder")


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2024-07-11-lang-son", "2024-07-11"),
        ("d00_2025-03-31", "2025-03-31"),
        ("lang-son-2020-06-30", "2020-06-30"),
        ("hung-yen-2025-03", "None"),
        ("001_b00063050723d962", "None"),
        ("2024-13-40-lang-son", "None"),
    ],
)
def test_a_file_name_may_bear_the_date(name: str, published: str) -> None:
    assert str(reading.read_text(TEXT, name).published) == published


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Chủ nhật,  05/02/2023\n\nThu ngân sách vượt dự toán\n\nNăm 2022 thu tăng 5%. Chi giảm.",
            "Thu ngân sách vượt dự toán",
        ),
        ("Trang chủ > Tin tức > Kinh tế\nKinh tế khởi sắc\nGRDP tăng.", "Kinh tế khởi sắc"),
        ("hop1.jpg\nToàn cảnh hội nghị\nKinh tế khởi sắc\nGRDP tăng.", "Kinh tế khởi sắc"),
        ("Hội nghị tổng kết năm:\nKinh tế khởi sắc\nGRDP tăng.", "Kinh tế khởi sắc"),
        ("TÌNH HÌNH KINH TẾ\nQUÝ I NĂM 2024\nGRDP tăng 5%.", "TÌNH HÌNH KINH TẾ QUÝ I NĂM 2024"),
        ("Kinh tế khởi sắc (TS 5/7)\nGRDP tăng.", "Kinh tế khởi sắc"),
        ("Tham dự có ông A. Quý I, GRDP tăng 5%. Chi giảm.", "Quý I, GRDP tăng 5%."),
        ("05/07/2024", "05/07/2024"),
    ],
)
def test_the_headline_is_found_among_what_surrounds_it(text: str, title: str) -> None:
    assert reading.read_text(text, "a").title == title


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    title = reading.read_text("Kinh tế tăng trưởng khá " * 40 + ".", "a").title
    assert len(title) <= 111
    assert title.endswith(("tế…", "tăng…", "trưởng…", "khá…", "Kinh…"))


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_a_document_or_a_reason(content: bytes) -> None:
    try:
        document = reading.read_bytes(content, "any.txt")
    except ReadingError as refused:
        assert refused.code
    else:
        assert unicodedata.is_normalized("NFC", document.text)
        assert document.text.strip()
        assert document.title
