"""The page on reports that nobody hopes for: huge, hostile, contradictory, with one figure, with none."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from indicators import export
from indicators.ui import data, parts
from indicators.views import leafing
from indicators.wording import Wording
from tests.pages import told, visited

#: every page, as a script of its own
PAGES = ("overview", "compare", "targets", "reports", "coverage", "data_page")

HOSTILE = (
    "UBND tỉnh Lạng Sơn <script>alert(1)</script> họp </div></body><style>body{display:none}</style>.\n\n"
    "=1+1 Năm 2020, GRDP của tỉnh Lạng Sơn tăng 2,09% so với năm 2019 <img src=x onerror=alert(1)> "
    "[x](javascript:alert(1)) **đậm** $x^2$ :red[đỏ] \u202enougn\u202c.\n\n"
    "Năm 2021, <iframe srcdoc='<script>alert(2)</script>'></iframe> tổng thu ngân sách đạt 9.000 tỷ đồng.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(data.FOLDERS, str(tmp_path))
    yield tmp_path
    data._corpus.clear()


def shown(page: str, **link: str) -> AppTest:
    app = AppTest.from_string(f"from indicators.ui import {page}\n{page}.show()", default_timeout=60)
    return visited(app, link)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_a_single_figure(folder: Path, page: str) -> None:
    (folder / "one.txt").write_text("Năm 2020, GRDP của tỉnh Lạng Sơn tăng 2,09%.\n", encoding="utf-8")
    assert "<h1>" in told(shown(page))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_what_there_is_where_a_report_has_no_figure(folder: Path, page: str) -> None:
    (folder / "none.txt").write_text("Sáng nay, tỉnh Lạng Sơn họp.\n", encoding="utf-8")
    assert "Chưa đọc được số liệu nào" in told(shown(page))


def test_a_view_without_rows_says_so(folder: Path) -> None:
    (folder / "one.txt").write_text("Năm 2020, GRDP của tỉnh Lạng Sơn tăng 2,09%.\n", encoding="utf-8")
    app = shown("data_page")
    app.text_input(key="w_search").set_value("không có chữ này").run()
    assert not app.exception and "Không có số liệu nào khớp" in told(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_bears_hundreds_of_statements_that_disagree(folder: Path, page: str) -> None:
    for day in range(400):
        text = f"Năm 2020, GRDP của tỉnh Lạng Sơn tăng {day // 100},{day % 100:02d}%.\n"
        (folder / f"{day:03d}.txt").write_text(text, encoding="utf-8")
    assert "<h1>" in told(shown(page))


@pytest.mark.parametrize("page", PAGES)
def test_markup_of_a_report_is_text_on_every_page(folder: Path, page: str) -> None:
    (folder / "<b>bold.txt").write_text(HOSTILE, encoding="utf-8")
    for link in ({}, {"obs": row_of("GRDP"), "report": "<b>bold"}):
        page_told = told(shown(page, **link))
        for tag in ("<script", "<img", "<iframe", "<b>bold", "<style>body"):
            assert tag not in page_told
        assert "alert(1)" not in page_told or "&lt;" in page_told


def test_marks_of_direction_in_a_title_turn_no_words_of_the_page(folder: Path) -> None:
    text = "Lạng Sơn \u202enougn\u200f thu\n\nNăm 2020, GRDP của tỉnh Lạng Sơn tăng 2,09%.\n"
    (folder / "2021-01-05_turned.txt").write_text(text, encoding="utf-8")
    document = data.corpus(data.report_files()).documents["2021-01-05_turned"]
    assert "\u202e" in document.title
    assert parts.report_line(document, Wording("vi")) == "Lạng Sơn nougn thu, 5/1/2021"


def row_of(indicator: str) -> str:
    table = data.corpus(data.report_files()).table
    return str(table.loc[table["indicator"] == indicator, "id"].iloc[0])


def test_formulas_of_a_report_are_text_in_files(folder: Path, tmp_path: Path) -> None:
    (folder / "=cmd.txt").write_text(HOSTILE, encoding="utf-8")
    found = data.corpus(data.report_files())
    rows = found.raw(found.table)
    assert rows["document"].iloc[0] == "=cmd" and rows["sentence"].iloc[0].startswith("=1+1")
    for name in ("csv", "xlsx"):
        (tmp_path / f"rows.{name}").write_bytes(export.FORMATS[name](rows))
    cells = pd.read_csv(tmp_path / "rows.csv")
    assert cells["document"].iloc[0] == "'=cmd" and cells["sentence"].iloc[0].startswith("'=1+1")
    for line in openpyxl.load_workbook(tmp_path / "rows.xlsx").worksheets[0].iter_rows():
        assert all(cell.data_type != "f" for cell in line)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of 10 MB whose only figures stand at its head and at its foot."""
    filler = "Các sở, ngành tiếp tục phối hợp chặt chẽ trong công tác chỉ đạo, điều hành.\n" * 96_500
    head = "Năm 2020, GRDP của tỉnh Lạng Sơn tăng 2,09%.\n"
    foot = "Năm 2021, GRDP của tỉnh Lạng Sơn tăng 6,67%.\n"
    file = tmp_path_factory.mktemp("long") / "long.txt"
    file.write_text(f"{head}{filler}{foot}", encoding="utf-8")
    assert 9_900_000 < file.stat().st_size < 10_000_000
    return file


def test_ten_megabytes_make_a_small_page_that_opens_at_the_figure(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(data.FOLDERS, str(long.parent))
    table = data.corpus(data.report_files()).table
    last = table.loc[table["value"] == 6.67, "id"].iloc[0]
    page = told(shown("reports", report="long", obs=last))
    assert len(page) < 500_000 and '<mark class="here">6,67%</mark>' in page
    assert "<mark>2,09%</mark>" not in page


def test_ten_megabytes_can_be_leafed_through(long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(data.FOLDERS, str(long.parent))
    app = shown("reports", report="long")
    assert "<mark>2,09%</mark>" in told(app)
    leaf = app.selectbox(key="w_part")
    assert len(leaf.options) > 100
    leaf.set_value(len(leaf.options) - 1).run()
    assert "<mark>6,67%</mark>" in told(app) and "<mark>2,09%</mark>" not in told(app)


def test_the_parts_of_a_report_are_the_whole_report() -> None:
    text = "một hai\nba bốn năm\n\nsáu" * 50
    cut = leafing.stretches(text, most=37)
    assert "".join(text[first:last] for first, last in cut) == text
    assert all(0 < last - first <= 37 for first, last in cut)


def test_a_table_too_long_for_a_browser_is_cut_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.ui.table.MOST_ROWS", 3)
    for year in range(2015, 2020):
        text = f"Năm {year}, GRDP của tỉnh Lạng Sơn tăng 2,09%.\n"
        (folder / f"{year}.txt").write_text(text, encoding="utf-8")
    app = shown("data_page", lang="en")
    assert "the first 3 of 5 rows" in unescape(told(app))
    assert len(app.dataframe[0].value) == 3
