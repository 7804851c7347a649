"""A list beside the reports tells the day and the area of each; a bad line costs the others nothing."""

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from indicators.telling.listed import Telling, beside, listed

DAY = dt.date(2020, 7, 13)
GOOD = "document,published,area\nlang-son,2020-07-13,Lạng Sơn\ncao-bang.txt,,VN-04\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("lang-son", "cao-bang", "Báo cáo quý I"):
        (tmp_path / f"{name}.txt").touch()
    return tmp_path


def written(folder: Path, content: str | bytes) -> Path:
    (folder / "reports.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def sentences(folder: Path, content: str | bytes, language: str = "en") -> list[str]:
    return [flaw.sentence(language) for flaw in listed(written(folder, content)).flaws]


def test_a_list_tells_of_each_report_with_and_without_its_ending(folder: Path) -> None:
    told, flaws = beside([written(folder, GOOD) / f"{name}.txt" for name in ("lang-son", "cao-bang")])
    assert list(told.values()) == [Telling(DAY, "VN-09"), Telling(None, "VN-04")]
    assert not flaws


def test_each_folder_has_a_list_of_its_own(folder: Path) -> None:
    within = folder / "2021"
    within.mkdir()
    (within / "lang-son.txt").touch()
    written(within, "document,area\nlang-son,VN-69\n")
    told, _ = beside([written(folder, GOOD) / "lang-son.txt", within / "lang-son.txt"])
    assert [one.area for one in told.values()] == ["VN-09", "VN-69"]


def test_without_a_list_nothing_is_told(folder: Path) -> None:
    told, flaws = beside([folder / "lang-son.txt"])
    assert (told[folder / "lang-son.txt"], flaws) == (Telling(), [])


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode("utf-8-sig"),
        GOOD.replace("\n", "\r\n").encode("utf-8-sig"),
        GOOD.replace(",", ";").replace("2020-07-13", "13/07/2020").encode("utf-8-sig"),
        GOOD.replace(",", "\t").encode("utf-16"),
        GOOD.replace("document,published,area", "Document, Published ,AREA").encode(),
        GOOD.replace("Lạng Sơn", '"Lạng Sơn"').encode(),
        (GOOD + "\n,,\n\n").encode(),
    ],
    ids=["mark", "lines of Windows", "semicolons", "tabs", "capitals", "quotes", "blank lines"],
)
def test_a_list_is_read_as_spreadsheets_save_it(folder: Path, content: bytes) -> None:
    found = listed(written(folder, content))
    assert found.of(folder / "lang-son.txt") == Telling(DAY, "VN-09")
    assert found.of(folder / "cao-bang.txt") == Telling(None, "VN-04")
    assert not found.flaws


def test_columns_stand_in_any_order_among_others(folder: Path) -> None:
    found = listed(written(folder, "note,area,document\ngood,VN-09,lang-son\n"))
    assert found.of(folder / "lang-son.txt") == Telling(None, "VN-09")


def test_a_name_is_known_in_each_form_of_its_letters_and_in_capitals(folder: Path) -> None:
    name = unicodedata.normalize("NFD", "BÁO CÁO QUÝ I.TXT")
    found = listed(written(folder, f"document,area\n{name},VN-09\n"))
    assert found.of(folder / "Báo cáo quý I.txt") == Telling(None, "VN-09")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("lang-son,2020-02-31,", "reports.csv, line 2: “2020-02-31” is no day"),
        ("lang-son,,Atlantis", "reports.csv, line 2: “Atlantis” is no area"),
        (",2020-07-13,", "reports.csv, line 2: The cell document is empty"),
        ("ha-noi,2020-07-13,", "reports.csv, line 2: There is no report “ha-noi” in this folder."),
        ('lang-son,"2020-07-13,', "reports.csv, line 2: “2020-07-13,” is no day"),
        (f"lang-son,,{'x' * 200_000}", f"reports.csv, line 2: “{'x' * 60}…” is no area"),
    ],
    ids=["day", "area", "no name", "no report", "quote", "long"],
)
def test_a_bad_line_is_told_in_one_sentence_and_costs_no_other(
    folder: Path, line: str, sentence: str
) -> None:
    found = listed(written(folder, f"document,published,area\n{line}\ncao-bang,,VN-04\n"))
    [flaw] = found.flaws
    assert sentence in flaw.sentence("en")
    assert found.of(folder / "cao-bang.txt") == Telling(None, "VN-04")


def test_of_a_line_with_a_bad_area_the_day_is_taken(folder: Path) -> None:
    found = listed(written(folder, "document,published,area\nlang-son,2020-07-13,Atlantis\n"))
    assert found.of(folder / "lang-son.txt") == Telling(DAY, None)


def test_of_two_lines_on_one_report_the_first_is_taken(folder: Path) -> None:
    found = listed(written(folder, "document,area\nlang-son,VN-09\nlang-son,VN-04\n"))
    assert found.of(folder / "lang-son.txt") == Telling(None, "VN-09")
    assert [flaw.line for flaw in found.flaws] == [3]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("lang-son,2020-07-13,VN-09\n", "The first line must name the columns: document, and"),
        ("document,note\nlang-son,good\n", "The first line must name the columns: document, and"),
        ("", "there is no text in it."),
        (b"PK\x03\x04", "this is no text file."),
    ],
)
def test_a_list_that_is_none_is_told_in_one_sentence(
    folder: Path, content: str | bytes, sentence: str
) -> None:
    [told] = sentences(folder, content)
    assert f"reports.csv: {sentence}" in told


def test_a_flaw_is_told_in_the_readers_language(folder: Path) -> None:
    [told] = sentences(folder, "document,area\nha-noi,VN-HN\n", "vi")
    assert told == f"{folder.name}/reports.csv, dòng 2: Trong thư mục này không có báo cáo “ha-noi”."


def test_a_long_cell_is_quoted_cut_short(folder: Path) -> None:
    [told] = sentences(folder, f"document,area\nlang-son,{'x' * 500}\n")
    assert len(told) < 300
