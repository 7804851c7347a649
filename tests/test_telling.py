"""What a reader tells of a report stands, whatever its text says."""

import datetime as dt

import pytest

from indicators import Document, TellingError, extract, read_bytes, read_text
from indicators.model import Observation
from indicators.telling import area_of, day_of

DAY = dt.date(2024, 4, 2)
#: nothing in it tells of which province or which year it is
NAMELESS = "Quý I, GRDP của tỉnh tăng 6,5% so với cùng kỳ. Thu ngân sách 900 tỷ đồng."
OF_CAO_BANG = "Tháng 4/2022, UBND tỉnh Cao Bằng họp.\n\nQuý I, thu ngân sách của tỉnh tăng 5%."
OF_COMMUNE = "Kinh tế toàn xã khá. Đường của xã tốt.\n\nThu ngân sách năm 2023 tăng 5%."


def rows(document: Document) -> list[Observation]:
    found = extract(document)
    assert found
    return found


def test_a_report_that_names_no_area_and_no_year_gives_the_rows_of_what_is_told() -> None:
    assert not extract(read_text(NAMELESS, "a"))
    told = rows(read_text(NAMELESS, "a", published=DAY, area="VN-09"))
    assert {(row.ref_area, row.time_period) for row in told} == {("VN-09", "2024-Q1")}


def test_the_told_area_wins_over_the_one_that_the_text_speaks_for() -> None:
    assert {row.ref_area for row in rows(read_text(OF_CAO_BANG, "a"))} == {"VN-04"}
    assert {row.ref_area for row in rows(read_text(OF_CAO_BANG, "a", area="VN-09"))} == {"VN-09"}


def test_the_told_area_wins_where_the_text_seems_to_speak_for_a_commune() -> None:
    assert not extract(read_text(OF_COMMUNE, "a"))
    assert {row.ref_area for row in rows(read_text(OF_COMMUNE, "a", area="VN-09"))} == {"VN-09"}


def test_the_told_area_wins_over_the_title_and_no_heading_below_it() -> None:
    text = "Tỉnh Cao Bằng\n\nNăm 2023, thu ngân sách tăng 5%.\n\n1. Tỉnh Bắc Kạn\n\nGRDP năm 2023 tăng 4%."
    assert [row.ref_area for row in rows(read_text(text, "a", area="VN-09"))] == ["VN-09", "VN-53"]


def test_an_area_that_a_sentence_names_stays_the_sentences() -> None:
    [row] = rows(read_text("Năm 2023, GRDP của tỉnh Cao Bằng tăng 5%.", "a", area="VN-09"))
    assert row.ref_area == "VN-04"


def test_the_told_day_wins_over_the_files_name() -> None:
    document = read_text(NAMELESS, "2021-04-02-a", published=DAY, area="VN-09")
    assert (document.published, rows(document)[0].time_period) == (DAY, "2024-Q1")


def test_a_document_tells_what_was_told() -> None:
    assert read_text(OF_CAO_BANG, "2022-04-02-a").told == frozenset()
    assert read_text(OF_CAO_BANG, "a", area="VN-04").told == {"area"}
    assert read_text(OF_CAO_BANG, "a", published=DAY, area="VN-04").told == {"area", "published"}


def test_the_told_area_has_no_words_in_the_text() -> None:
    for row in rows(read_text(OF_CAO_BANG, "a", area="VN-04")):
        assert row.area_at is None


def test_a_row_of_the_told_area_is_not_to_be_looked_at_for_it() -> None:
    for row in rows(read_text(NAMELESS, "a", published=DAY, area="VN-09")):
        assert row.review == ()


@pytest.mark.parametrize(
    ("day", "area", "boundary"),
    [
        (dt.date(2025, 6, 30), "VN-56", "63"),
        (dt.date(2025, 7, 1), "VN-56", "34"),
        (dt.date(2025, 7, 1), "VN-54", "63"),  # Bắc Giang is none of the 34
    ],
)
def test_the_told_day_tells_which_boundary_is_meant(day: dt.date, area: str, boundary: str) -> None:
    document = read_text("Thu ngân sách của tỉnh 6 tháng đầu năm tăng 5%.", "a", published=day, area=area)
    assert [row.boundary for row in rows(document)] == [boundary]


def test_a_told_day_may_have_an_hour() -> None:
    moment = dt.datetime(2024, 4, 2, 8, 30)
    assert read_text(NAMELESS, "a", published=moment, area="VN-09").published == DAY


def test_a_file_of_an_upload_is_told_of_in_the_same_way() -> None:
    document = read_bytes(NAMELESS.encode(), "a.txt", published=DAY, area="Lạng Sơn")
    assert (document.name, document.published, document.area) == ("a", DAY, "VN-09")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(
            (words, "VN-09")
            for words in ("lang son", "Lạng Sơn", "LẠNG SƠN", "VN-09", "vn-09", "tỉnh Lạng Sơn")
        ),
        *((words, "VN-SG") for words in ("TP.HCM", "Thành phố Hồ Chí Minh", "tp ho chi minh", "Sài Gòn")),
        *((words, "VN-43") for words in ("Bà Rịa – Vũng Tàu", "ba ria vung tau", "BR-VT")),
        *((words, "VN-33") for words in ("Đắk Lắk", "Dak Lak", "daklak")),
        *((words, "VN-26") for words in ("Huế", "thành phố Huế", "Thừa Thiên - Huế")),
        *((words, "VN-14") for words in ("Hoà Bình", "Hoa\u0300 Bi\u0300nh")),
        *((words, "VN-CHL") for words in ("Tây Nguyên", "vùng Tây Nguyên", "Central Highlands")),
        *((words, "VN") for words in ("cả nước", "Việt Nam", "VN", "Viet Nam")),
    ],
)
def test_an_area_is_known_by_its_names_and_its_code(words: str, code: str) -> None:
    assert area_of(words) == code


@pytest.mark.parametrize("words", ["", " ", "Lạng", "VN-99", "Thái Lan", "huyện Lộc Bình", "tỉnh"])
def test_what_is_no_area_is_refused_by_its_words(words: str) -> None:
    with pytest.raises(TellingError, match=f"“{words}” is no area"):
        read_text(NAMELESS, "a", area=words)


@pytest.mark.parametrize(
    "written",
    ["2020-07-13", "2020-7-13", "2020/07/13", "13/07/2020", "13/7/2020", "13-7-2020", " 13.7.2020 "],
)
def test_a_day_is_known_by_the_ways_people_and_spreadsheets_write_it(written: str) -> None:
    assert day_of(written) == dt.date(2020, 7, 13)


@pytest.mark.parametrize(
    "written", ["", "2020", "31/02/2020", "7/13/2020", "13/7/20", "0020-07-13", "2020-07/13"]
)
def test_what_is_no_day_is_refused_by_its_words(written: str) -> None:
    with pytest.raises(TellingError, match=f"“{written}” is no day"):
        day_of(written)


def test_a_day_of_another_age_is_refused() -> None:
    with pytest.raises(TellingError, match="“0001-01-01” is no day"):
        read_text(NAMELESS, "a", published=dt.date.min)
