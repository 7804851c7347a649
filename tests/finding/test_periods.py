"""Periods: the answer stands in the text, between ⟦ and ⟧, under its code in a report of 11 July 2024."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.finding import numbers, periods
from indicators.model import Period

SEEDS = [
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
]
PUBLISHED = dt.date(2024, 7, 11)

# code: texts, each with one mention
FOUND = {
    "2020": [
        "⟦năm 2020⟧, tỉnh",
        "NĂM 2020",
        "⟦cả năm 2020⟧",
        "so với ⟦2020⟧",
        "(⟦2020⟧)",
        "đến cuối ⟦năm 2020⟧",
        "hết ⟦năm 2020⟧",
        "đến hết ⟦năm 2020⟧",
        "⟦năm 2020⟧ xã Tân An",
        "⟦Năm 2020⟧ doanh nghiệp",
        "⟦NĂM 2020⟧ TỈNH TA",
        "của ⟦năm 2020⟧ người dân",
        "Chỉ số PAPI ⟦2020⟧ của tỉnh",
        "PAR Index ⟦2020⟧:",
        "SIPAS ⟦2020⟧ đạt 85%",
        "chỉ số (PCI) ⟦2020⟧",
        "bảng xếp hạng DDCI ⟦năm 2020⟧",
        "Tổng điều tra dân số và nhà ở ⟦2020⟧",
        "so với kế hoạch ⟦2020⟧,",
        "kinh tế - xã hội ⟦2020⟧",
        "trong ⟦năm 2020⟧",
    ],
    "2024": ["⟦năm nay⟧", "⟦cả năm⟧ ước", "⟦12 tháng⟧", "trong ⟦năm 2024⟧", "⟦trong năm⟧, tỉnh"],
    "2023": [
        "⟦năm ngoái⟧",
        "⟦năm trước⟧",
        "so với ⟦2023⟧.",
        "⟦năm vừa qua⟧",
        "trong ⟦năm vừa qua⟧",
        "⟦năm vừa rồi⟧",
    ],
    "2011-01-01/P10Y": ["⟦thập niên 2011-2020⟧", "⟦thập kỷ 2011 - 2020⟧", "⟦Thập kỉ 2011–2020⟧"],
    "2025": ["⟦năm tới⟧", "⟦năm sau⟧", "⟦năm 2025⟧ doanh nghiệp"],
    "2030": ["đến ⟦năm 2030⟧", "đến ⟦2030⟧,"],
    "2016-01-01/P5Y": [
        "⟦2016-2020⟧",
        "⟦giai đoạn 2016-2020⟧",
        "⟦5 năm 2016-2020⟧",
        "⟦GIAI ĐOẠN 2016 – 2020⟧",
        "từ ⟦năm 2016 đến năm 2020⟧",
    ],
    "2020-01-01/P5Y": ["⟦5 năm qua⟧"],
    "2025-01-01/P5Y": ["⟦5 năm tới⟧"],
    "2023-01-01/P3Y": ["⟦2023-2025⟧", "⟦thời kỳ 2023 - 2025⟧", "⟦nhiệm kỳ 2023-2025⟧"],
    "1990-01-01/P10Y": ["⟦những năm 1990⟧", "⟦thập niên 1990⟧", "⟦thập niên 90⟧", "⟦thập kỷ 1990⟧"],
    "2020-S1": [
        "⟦6 tháng đầu năm 2020⟧",
        "⟦6 tháng đầu năm 2020⟧ tỉnh ta",
        "⟦6 tháng đầu năm 2020⟧ huyện nhà",
        "⟦hết quý II/2020⟧",
        "⟦hết tháng 6/2020⟧",
        "⟦hết ngày 30/6/2020⟧",
        "⟦tới ngày 30/6/2020⟧",
        "⟦kể từ đầu năm 2020 đến hết tháng 6⟧",
        "⟦2 quý đầu năm 2020⟧ doanh nghiệp",
        "⟦nửa đầu năm 2020⟧",
        "⟦sáu tháng đầu năm 2020⟧",
        "⟦6T/2020⟧",
        "⟦06 tháng năm 2020⟧",
        "⟦tính đến ngày 30/6/2020⟧",
        "⟦đến hết quý II/2020⟧",
        "⟦6 tháng đầu 2020⟧",
        "⟦2 quý đầu năm 2020⟧",
    ],
    "2024-S1": [
        "⟦6 tháng đầu năm⟧",
        "⟦6 tháng⟧ ước",
        "⟦6 tháng đầu năm nay⟧",
        "⟦6 tháng qua⟧",
        "⟦nửa đầu năm⟧",
        "⟦tính đến hết tháng 6⟧",
    ],
    "2024-S2": ["⟦6 tháng cuối năm⟧", "⟦nửa cuối năm⟧"],
    "2023-S1": ["⟦6 tháng đầu năm ngoái⟧", "⟦6 tháng đầu năm trước⟧"],
    "2025-Q1": [
        "⟦quý I/2025⟧",
        "⟦quý I năm 2025⟧",
        "⟦Quý 1/2025⟧",
        "⟦Q1/2025⟧",
        "⟦quý một năm 2025⟧",
        "⟦QUÝ I NĂM 2025⟧",
        "⟦3 tháng đầu năm 2025⟧",
        "⟦quý I-2025⟧",
        "⟦quý I 2025⟧",
        "⟦quí I/2025⟧",
    ],
    "2024-Q2": ["⟦quý II⟧", "⟦quý trước⟧", "⟦quý vừa qua⟧", "trong ⟦quý trước⟧", "⟦quý 2⟧", "⟦quý hai⟧ tăng"],
    "2024-Q3": ["⟦trong quý⟧, tỉnh", "⟦quý này⟧", "⟦quý III⟧", "⟦Quý ba⟧"],
    "2024-Q4": ["⟦quý IV⟧", "⟦quý tư⟧", "⟦quý tới⟧", "⟦3 tháng cuối năm⟧"],
    "2024-06": [
        "⟦tháng 6⟧",
        "⟦tháng 6/2024⟧",
        "⟦tháng 6-2024⟧",
        "⟦6/2024⟧",
        "⟦tháng 6.2024⟧",
        "⟦tháng trước⟧",
        "⟦tháng vừa qua⟧",
        "trong ⟦tháng vừa qua⟧",
        "trong ⟦tháng trước⟧",
        "hầu hết ⟦tháng 6⟧",
        "tới ⟦tháng 6⟧",
        "⟦tháng 06⟧",
        "⟦tháng sáu⟧",
        "⟦Tháng 6 năm 2024⟧",
        "⟦T6/2024⟧",
    ],
    "2024-07": ["⟦tháng bẩy⟧", "⟦tháng này⟧", "⟦trong tháng⟧, tỉnh", "⟦tháng bảy⟧"],
    "2024-11": ["⟦tháng Mười một⟧", "⟦tháng 11⟧"],
    "2024-05": ["⟦tháng năm năm 2024⟧", "⟦tháng 5⟧"],
    "2017-12": ["⟦tháng 12-2017⟧", "⟦12-2017⟧", "⟦tháng 12 năm 2017⟧"],
    "2023-12": ["⟦tháng 12 năm trước⟧", "⟦tháng 12 năm ngoái⟧"],
    "2020-01-01/P9M": [
        "⟦9 tháng năm 2020⟧",
        "⟦9 tháng đầu năm 2020⟧",
        "⟦9 tháng/2020⟧",
        "⟦chín tháng năm 2020⟧",
        "⟦Tính đến hết tháng 9/2020⟧",
        "⟦Hết tháng 9/2020⟧",
        "⟦HẾT QUÝ III/2020⟧",
        "hết ⟦9 tháng năm 2020⟧",
        "⟦tính tới hết tháng 9/2020⟧",
        "⟦cho đến tháng 9/2020⟧",
        "⟦kể từ đầu năm đến tháng 9/2020⟧",
    ],
    "2024-01-01/P7M": [
        "bình quân ⟦7 tháng⟧",
        "⟦bảy tháng⟧",
        "⟦07 tháng⟧",
        "⟦đến hết tháng 7/2024⟧",
        "⟦tính đến cuối tháng 7⟧",
        "⟦từ đầu năm đến hết tháng 7⟧",
    ],
    "2024-01-01/P2M": ["⟦hai tháng đầu năm 2024⟧", "⟦2 tháng đầu năm⟧", "⟦tính đến 29/2⟧"],
    "2024-01-01/P11M": ["⟦11 tháng qua⟧", "⟦mười một tháng⟧"],
    "2024-Q1": ["⟦3 tháng đầu năm⟧", "⟦tính đến đầu tháng 4⟧", "⟦quý I⟧"],
    "2024-03-01/P4M": [
        "từ ⟦tháng 3 đến tháng 6⟧",
        "từ ⟦tháng 3 tới tháng 6⟧",
        "từ ⟦tháng 3 cho đến hết tháng 6⟧",
        "⟦tháng 3-6/2024⟧",
    ],
    "2022-01-01/P15M": ["⟦từ đầu năm 2022 đến hết quý I/2023⟧"],
    "2022-01-01/P74D": [
        "⟦từ đầu năm đến 15/3/2022⟧",
        "⟦từ ngày 1/1 đến 15/3/2022⟧",
        "⟦tính đến ngày 15/3/2022⟧",
        "⟦đến ngày 15/3/2022⟧",
        "⟦kể từ đầu năm đến ngày 15/3/2022⟧",
        "⟦từ đầu năm 2022 tới 15/3⟧",
        "⟦cho đến hết ngày 15/3/2022⟧",
    ],
    "2024-01-01/P320D": ["⟦tính đến 15/11⟧", "⟦tới ngày 15/11⟧", "⟦tính tới 15/11⟧", "⟦hết ngày 15/11⟧"],
    "2024-01-01/P193D": [
        "⟦tính tới nay⟧",
        "⟦cho đến nay⟧",
        "⟦kể từ đầu năm đến nay⟧",
        "⟦đến nay⟧",
        "⟦từ đầu năm đến nay⟧",
        "⟦từ đầu năm 2024 đến nay⟧",
    ],
    "2020-06-30": [
        "⟦30/6/2020⟧",
        "⟦ngày 30/6/2020⟧",
        "⟦30-6-2020⟧",
        "⟦30.6.2020⟧",
        "⟦ngày 30 tháng 6 năm 2020⟧",
    ],
    "2024-03-15": ["trong thời gian tới ⟦ngày 15/3⟧"],
    "2024-07-13": ["sáng ⟦13/7⟧", "(⟦13/7⟧)", "⟦Ngày 13/7⟧,", "trước ⟦13/7⟧"],
    "2000-02-27/P2D": ["⟦từ 27-28/02/2000⟧"],
    "2024-02-15/P5D": [
        "⟦từ ngày 15 - 19/02/2024⟧",
        "các ngày ⟦15 - 19/02/2024⟧",
        "⟦từ 15/2 đến ngày 19/2/2024⟧",
        "⟦từ 15/2 tới ngày 19/2/2024⟧",
        "⟦từ 15/2 cho đến 19/2/2024⟧",
        "⟦từ ngày 15 đến ngày 19/2/2024⟧",
    ],
}

# texts with several mentions: the year of one serves the other
TOGETHER = {
    "quý II và 6 tháng đầu năm 2020": ["2020-Q2", "2020-S1"],
    "tháng 6 và 6 tháng đầu năm 2020": ["2020-06", "2020-S1"],
    "THÁNG BA VÀ QUÝ I NĂM 2025": ["2025-03", "2025-Q1"],
    "tháng 12 và cả năm 2020": ["2020-12", "2020"],
    "tháng 12/2020 và 12 tháng": ["2020-12", "2020"],
    "quý I, quý II/2023": ["2023-Q1", "2023-Q2"],
    "các quý I, II năm 2023": ["2023-Q1", "2023-Q2"],
    "năm 2020 và 5 năm 2016-2020": ["2020", "2016-01-01/P5Y"],
    "tháng 12, 6 tháng đầu năm 2020": ["2024-12", "2020-S1"],
}

REFUSED = [
    "quý 1%",
    "32/02/2001",
    "30/2/2020",
    "13/2000",
    "đạt 24%, 26/63 tỉnh, 5/13",
    "năm dự án",
    "bảo hành 24 tháng; bảo hành 12 tháng; 6 tháng tù; 3 tháng liên tiếp",
    "năm học 2023-2024",
    "15:50, 8h30",
    "so với đầu năm",
    "những năm trước; các năm tiếp theo; từ trước đến nay; từ xưa tới nay; trước cho đến nay",
    "những tháng tới; các quý vừa qua; mấy tháng trước",
    "cùng thời gian, cùng thời gian trên, cùng thời điểm; trong cùng tháng, cùng giai đoạn",
    "Nghị quyết 2024; kế hoạch 2025 tỷ đồng; dân số 2019 người; PCI 1890",
    "2000 doanh nghiệp, 2024 ha",
    "quý vị, quý khách, Quý Cáp",
    "tháng 13, quý 5, quý V",
    "Nghị quyết số 57",
]


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans that they enclosed; all of it where there are none."""
    before, opened, rest = marked.partition("⟦")
    inside, _, after = rest.partition("⟧")
    if not opened:
        return marked, [(0, len(marked))]
    return before + inside + after, [(len(before), len(before) + len(inside))]


def codes(
    text: str, current: Period | None = None, published: dt.date | None = PUBLISHED
) -> list[str | None]:
    resolved = [periods.resolve(mention, current, published) for mention in periods.find(text)]
    return [period.code if period else None for period in resolved]


@pytest.mark.parametrize(("code", "marked"), [(key, text) for key, texts in FOUND.items() for text in texts])
def test_a_period_has_its_code_and_span(code: str, marked: str) -> None:
    text, spans = unmarked(marked)
    assert [(mention.start, mention.end) for mention in periods.find(text)] == spans
    assert codes(text) == [code]


@pytest.mark.parametrize(("text", "expected"), TOGETHER.items())
def test_neighbours_share_a_year(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("text", REFUSED)
def test_what_names_no_period_is_none(text: str) -> None:
    assert periods.find(text) == []


def test_the_same_period_is_that_of_the_report_a_year_earlier() -> None:
    report = Period(2020, 1, 1, 6, "M")
    for text in ["cùng kỳ", "cùng kỳ năm trước", "cùng kỳ năm ngoái", "cùng kỳ năm 2019", "cùng kỳ 2019"]:
        [mention] = periods.find(f"so với {text}.")
        assert (mention.start, mention.end, mention.anchor) == (7, 7 + len(text), "same")
        assert codes(text, report) == ["2019-S1"]
    for text in ["cùng thời điểm năm ngoái", "cùng thời gian năm 2019", "cùng thời điểm này của năm trước"]:
        assert [(m.end - m.start, m.anchor) for m in periods.find(text)] == [(len(text), "same")]
        assert codes(text, report) == ["2019-S1"]
    assert codes("tháng cùng kỳ năm 2022", Period(2023, 7, 1, 1, "M")) == ["2022-07"]
    assert codes("cùng kỳ") == [None]


def test_the_report_tells_the_year_before_its_date_does() -> None:
    report = Period(2019, 1, 1, 6, "M")
    assert codes("quý II, tháng trước, năm nay, từ đầu năm đến nay", report) == [
        "2019-Q2",
        "2019-05",
        "2019",
        "2019-S1",
    ]


def test_the_month_before_is_that_of_a_report_on_a_year_that_still_runs() -> None:
    year = Period(2024)
    assert codes("tháng trước; quý vừa qua; quý này; năm trước", year) == [
        "2024-06",
        "2024-Q2",
        "2024-Q3",
        "2023",
    ]
    assert codes("tháng trước; quý vừa qua", Period(2023)) == ["2023-11", "2023-Q3"]


def test_a_quarter_far_ahead_is_that_of_the_year_before() -> None:
    assert codes("quý IV; tháng 12; 6 tháng cuối năm", published=dt.date(2021, 1, 8)) == [
        "2020-Q4",
        "2020-12",
        "2021-S2",
    ]


def test_without_report_and_date_only_a_named_year_tells() -> None:
    assert codes("6 tháng đầu năm; năm 2020; năm ngoái; quý này", published=None) == [
        None,
        "2020",
        None,
        None,
    ]


WORDS = [
    "tỉnh",
    "hộ",
    "năm",
    "tháng",
    "quý",
    "ngày",
    "I",
    "II",
    "IV",
    "đầu năm",
    "cuối năm",
    "nay",
    "trước",
    "này",
    "cùng kỳ",
    "từ",
    "đến",
    "hết",
    "tính",
    "giai đoạn",
    "cả",
    "nửa đầu",
    "6",
    "12",
    "2",
    "2020",
    "2024",
    "2016-2020",
    "30/6",
    "30/6/2020",
    "29/2",
    "6/2024",
    "31",
    "-",
    "/",
    ".",
    ",",
    "(",
    ")",
    "%",
    "và",
    "T",
    "Q1",
    "qua",
    "xã",
    "tỷ đồng",
    "hai",
    "mười",
    "một",
    "\n",
    "ſ",
    "ı",
    "İ",
    "trong",
]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="0123456789/.-% TQnămthángquýI", max_size=40),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=14).map("".join),
)


@given(TEXTS, st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)))
def test_periods_stand_in_order_inside_the_text_and_have_codes(text: str, published: dt.date) -> None:
    end = 0
    for mention in periods.find(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        period = periods.resolve(mention, None, published)
        assert period is None or (period.code and period.last_day)


@given(TEXTS)
def test_no_digit_is_of_a_period_and_of_a_number(text: str) -> None:
    taken = [(number.start, number.end) for number in numbers.find(text)]
    for mention in periods.find(text):
        for start, end in taken:
            inside = range(max(start, mention.start), min(end, mention.end))
            assert not any(text[position].isdigit() for position in inside), text[mention.start : mention.end]


@pytest.mark.parametrize("text", SEEDS)
def test_a_period_cut_out_of_a_seed_reads_the_same(text: str) -> None:
    for mention in periods.find(text):
        cut = text[mention.start : mention.end]
        if cut.strip("0123456789/"):  # "13/7" is a day by the word before it
            [again] = periods.find(cut)
            assert (again.start, again.end, again.anchor) == (0, len(cut), mention.anchor)
            assert again.period.in_year(mention.period.year) == mention.period


@pytest.mark.parametrize(
    "unit",
    [
        "1/",
        "2020-",
        "tháng 6 ",
        "quý I, ",
        "I, ",
        "năm 2020 và ",
        "từ đầu năm đến ",
        "kể từ đầu năm 2022 cho tới ",
        "15/2 cho đến ",
        "hết ngày ",
        "PCI 2021 ",
        "các quý vừa ",
        "6 tháng ",
        "\u0323",
        "(13/7",
    ],
)
def test_reading_takes_linear_time(unit: str) -> None:
    # a quadratic scan of 60 000 signs takes minutes
    periods.find("quý " + unit * (60_000 // len(unit)))
