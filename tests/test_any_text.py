"""Whatever the text, extraction ends, soon, and with offsets that are true."""

import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators import extract, read, to_table
from indicators.model import Observation
from indicators.reading import ReadingError
from indicators.table import check

SEEDS = sorted((Path(__file__).parents[1] / "seeds").iterdir())
SENTENCE = "GRDP của tỉnh Lạng Sơn 6 tháng đầu năm 2020 tăng 0,47% so với cùng kỳ năm trước."

#: what reports are made of, whole and broken
FRAGMENTS = (
    *("GRDP", "GDP", "CPI", "chỉ số sản xuất công nghiệp", "thu ngân sách", "khu vực dịch vụ", "xuất khẩu"),
    *(
        "tăng",
        "giảm",
        "ước đạt",
        "bằng",
        "vượt",
        "so với cùng kỳ",
        "dự toán",
        "kế hoạch",
        "chiếm",
        "đứng thứ",
    ),
    *(
        "6 tháng đầu năm",
        "quý II",
        "năm 2020",
        "tháng 13/2020",
        "32/02/2001",
        "2016-2020",
        "đến ngày 30/6/2020",
    ),
    *("tỉnh Lạng Sơn", "cả nước", "Thái Bình Dương", "Hoà Bình", "TP. HCM", "Đông Nam Bộ"),
    *(
        "0,47%",
        "1.320 triệu USD",
        "8,5 - 9%",
        "25.200 doanh nghiệp",
        "hai mươi lăm",
        "1/0",
        "9" * 60,
        "1.2.3,4,5%",
    ),
    *(
        "(",
        ")",
        "[",
        "]",
        "«",
        "%",
        ",",
        ".",
        ";",
        ":",
        "-",
        "–",
        "…",
        "\n",
        "\n\n",
        "\t",
        " ",
        "\u00a0",
        "\u200b",
    ),
    *(
        "<b>",
        "</b>",
        "<script>alert(1)</script>",
        "&nbsp;",
        "\x00",
        "\x1b[31m",
        "\ufeff",
        "\u202e",
        "́",
        "𝟗%",
        "٣٪",
    ),
)
TEXTS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=60).map(" ".join)


def extracted(text: str, folder: Path) -> tuple[str, list[Observation]]:
    """The library's own text of a report that holds this, and what it found; nothing in what it refuses."""
    report = folder / "report.txt"
    report.write_bytes(text.encode("utf-8"))
    try:
        document = read(report)
    except ReadingError:
        return "", []
    return document.text, extract(document)


def cut_true(text: str, observations: list[Observation]) -> None:
    check(to_table(observations))
    for found in observations:
        assert 0 <= found.start < found.end <= len(text)
        end = found.sentence_start + len(found.sentence)
        assert text[found.sentence_start : end] == found.sentence
        assert found.sentence_start <= found.start < found.end <= end
    for before, after in pairwise(observations):
        assert before.start <= after.start, "rows stand in the order of the text"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("texts")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_extraction_never_fails_and_cuts_true(folder: Path, text: str) -> None:
    cut_true(*extracted(f"Báo cáo {text}", folder))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_damaged_report_is_read_too(folder: Path, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SEEDS)).read_text(encoding="utf-8")
    middle = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(1, 400))
    wedge = data.draw(st.sampled_from(FRAGMENTS))
    around = text[max(0, middle - length) : middle] + wedge + text[middle : middle + length]
    cut_true(*extracted(f"Báo cáo {around}", folder))


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_every_normal_form_gives_the_same_rows(folder: Path, form: str) -> None:
    text, observations = extracted(unicodedata.normalize(form, SENTENCE), folder)
    cut_true(text, observations)
    (row,) = observations
    assert (row.indicator, row.ref_area, row.time_period, float(row.value)) == (
        "GRDP",
        "VN-09",
        "2020-S1",
        0.47,
    )
    assert text[row.start : row.end] == "0,47%"


def test_tags_are_text(folder: Path) -> None:
    text, observations = extracted(f"<p onclick='x()'>{SENTENCE}</p><script>alert('x')</script>", folder)
    cut_true(text, observations)
    assert "<script>" in text
    assert [float(row.value) for row in observations] == [0.47]


def test_control_characters_move_no_offset(folder: Path) -> None:
    text, observations = extracted(f"\x0b\x1b[2J {SENTENCE} \x07", folder)
    cut_true(text, observations)
    assert [text[row.start : row.end] for row in observations] == ["0,47%"]


def seconds(text: str, folder: Path) -> float:
    start = time.process_time()
    extracted(text, folder)
    return time.process_time() - start


def test_a_line_without_an_end_is_no_sentence(folder: Path) -> None:
    """Each row carries its sentence: 3,000 rows in a line without a full stop must not carry it each."""
    text, observations = extracted((SENTENCE.rstrip(".") + ", ") * 3000, folder)
    assert len(observations) > 1000
    assert sum(len(row.sentence) for row in observations) < 100 * len(text)


LONG = {
    "sentences": (SENTENCE + " ").__mul__,
    "one sentence": (SENTENCE.rstrip(".") + ", ").__mul__,
    "digits": ("1234567890" * 8).__mul__,
    "grouped digits": ("1.234,5 " * 10).__mul__,
    "commas": (", " * 40).__mul__,
    "brackets": ("(" * 40 + "5%" + ")" * 38).__mul__,
    "words": ("tăng trưởng kinh tế của tỉnh " * 3).__mul__,
    "spaces": (" " * 80).__mul__,
}


@pytest.mark.parametrize("kind", LONG)
def test_a_long_line_takes_time_in_proportion(folder: Path, kind: str) -> None:
    """Some 160 kB in one line: ten times the text may take about ten times as long."""
    short, long = LONG[kind](200), LONG[kind](2000)
    seconds(short, folder)  # the first run compiles
    once = min(seconds(short, folder) for _ in range(3))
    assert seconds(long, folder) < 25 * once + 0.5
