"""The page knows what a list of reports and a reader tell of a report, and shows it."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.ui import data
from tests.pages import told, visited

ROOT = Path(__file__).parents[1]
NAMELESS = "Quý I, thu ngân sách của tỉnh tăng 5%."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the server: a report that tells neither its day nor its area, and one of Cao Bằng."""
    (tmp_path / "nameless.txt").write_text(NAMELESS, encoding="utf-8")
    (tmp_path / "cao-bang.txt").write_text("Năm 2023, GRDP tỉnh Cao Bằng tăng 4%.", encoding="utf-8")
    monkeypatch.setenv(data.FOLDERS, str(tmp_path))
    yield tmp_path
    data._corpus.clear()


def opened(**link: str) -> AppTest:
    return visited(AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=20), link)


def listing(folder: Path, *lines: str) -> None:
    file = folder / "reports.csv"
    file.write_text("\n".join(("document,published,area", *lines)), encoding="utf-8")
    moment = time.time() + 10 * len(lines)  # a clock that ticks slowly must not hide the change
    os.utime(file, (moment, moment))


def test_a_list_tells_of_the_reports_of_a_folder(folder: Path) -> None:
    listing(folder, "nameless,2024-04-02,Lạng Sơn")
    assert "Lạng Sơn, quý I/2024" in told(opened(area="VN-09"))


def test_a_list_that_changes_is_read_again(folder: Path) -> None:
    listing(folder, "nameless,2024-04-02,Lạng Sơn")
    app = opened(area="VN-09")
    listing(folder, "nameless,2023-04-02,Lạng Sơn", "cao-bang,2024-01-03,")
    app.run()
    assert "Lạng Sơn, quý I/2023" in told(app)


def test_a_bad_line_of_a_list_is_told_on_the_page(folder: Path) -> None:
    listing(folder, "nameless,2024-04-02,<b>Atlantis")
    assert "reports.csv, dòng 2: Không có địa phương nào là “&lt;b&gt;Atlantis”" in told(opened())


def test_of_many_bad_lines_the_first_are_told_and_the_others_counted(folder: Path) -> None:
    listing(folder, *(f"none-{number},2024-04-02,VN-09" for number in range(8)))
    said = told(opened(lang="en"))
    assert "“none-4”" in said and "“none-5”" not in said
    assert "3 more lines of reports.csv" in said
