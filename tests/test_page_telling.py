"""The page knows what a list of reports and a reader tell of a report, and shows it."""

import datetime as dt
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


DAY, AREA = "w_told_published_pasted", "w_told_area_pasted"


def reports_page(**link: str) -> AppTest:
    script = "from indicators.ui import reports\nreports.show()"
    return visited(AppTest.from_string(script, default_timeout=20), link)


def pasted(text: str, **link: str) -> AppTest:
    """The reports as they stand after a reader pasted one, which then is open."""
    app = reports_page(**link)
    app.text_area[0].set_value(text)
    app.get("button")[0].click().run()
    assert not app.exception
    return app


def test_a_report_that_was_pasted_shows_what_was_understood_of_it() -> None:
    app = pasted("Cao Bằng, ngày 5 tháng 7 năm 2022\n\nSáu tháng đầu năm, thu ngân sách của tỉnh tăng 5%.")
    assert app.date_input(key=DAY).value == dt.date(2022, 7, 5)
    assert app.selectbox(key=AREA).value == "VN-04"
    assert "không nêu rõ" not in told(app)


def test_what_a_report_does_not_tell_is_left_open_and_said() -> None:
    app = pasted(NAMELESS)
    day, area = app.date_input(key=DAY), app.selectbox(key=AREA)
    assert (day.value, day.label) == (None, "Ngày ra báo cáo (không rõ)")
    assert (area.value, area.placeholder) == (None, "không rõ")
    assert "Báo cáo không nêu rõ ngày ra và địa phương. Hãy chọn ở trên" in told(app)


def test_an_area_is_offered_by_all_its_names() -> None:
    offered = pasted(NAMELESS).selectbox(key=AREA).options
    assert len(offered) == 70
    assert any("Lạng Sơn" in option and "lang son" in option and "VN-09" in option for option in offered)


def test_what_a_reader_tells_is_read_and_seen_in_the_charts() -> None:
    app = pasted(NAMELESS)
    app.date_input(key=DAY).set_value(dt.date(2024, 4, 2)).run()
    assert "Báo cáo không nêu rõ địa phương." in told(app)
    app.selectbox(key=AREA).set_value("VN-09").run()
    assert not app.exception
    assert "2/4/2024" in told(app) and "1 số liệu" in told(app) and "không nêu rõ" not in told(app)
    overview = AppTest.from_string("from indicators.ui import overview\noverview.show()", default_timeout=20)
    overview.session_state["added"] = app.session_state["added"]
    assert "Lạng Sơn, quý I/2024" in told(visited(overview, {"area": "VN-09"}))


def test_an_emptied_field_leaves_it_to_the_text_again() -> None:
    app = pasted("Năm 2023, GRDP của tỉnh Lạng Sơn tăng 4%.")
    app.selectbox(key=AREA).set_value("VN-13").run()
    app.selectbox(key=AREA).set_value(None).run()
    assert app.selectbox(key=AREA).value == "VN-09"


def test_the_view_lets_go_of_an_area_and_a_period_that_only_the_former_reading_had() -> None:
    app = pasted("UBND tỉnh Lạng Sơn họp.\n\nQuý I, thu ngân sách của tỉnh tăng 5%.")
    app.date_input(key=DAY).set_value(dt.date(2021, 4, 2)).run()
    visited(app, {"area": "VN-09", "period": "2021-Q1", "kind": "Q"})
    app.selectbox(key=AREA).set_value("VN-13").run()
    assert (app.query_params["area"], app.query_params["period"]) == ("VN-13", "2021-Q1")
    app.date_input(key=DAY).set_value(dt.date(2024, 4, 2)).run()
    assert (app.query_params["area"], app.query_params["period"]) == ("VN-13", "2024-Q1")
    assert 'role="status"' not in told(app)


def test_a_report_of_the_servers_says_how_its_day_is_told() -> None:
    app = reports_page(report="cao-bang")
    assert not app.get("date_input")
    assert "Báo cáo không nêu rõ ngày ra. Hãy ghi vào tệp reports.csv" in told(app)


def test_a_report_of_the_servers_whose_day_is_known_says_how_its_area_is_told(folder: Path) -> None:
    listing(folder, "nameless,2024-04-02,")
    app = reports_page(report="nameless")
    assert "không nêu rõ địa phương. Hãy ghi vào tệp reports.csv" in told(app)
    assert "tên tệp" not in told(app)


def test_the_list_of_reports_tells_of_all_that_a_reader_added() -> None:
    app = pasted(NAMELESS)
    next(button for button in app.button if "Tất cả báo cáo" in button.label).click().run()
    assert app.date_input(key=DAY).label == f"Ngày ra báo cáo (không rõ): {NAMELESS}"
    app.date_input(key=DAY).set_value(dt.date(2024, 4, 2)).run()
    app.selectbox(key=AREA).set_value("VN-09").run()
    assert not app.exception
    assert "2 số liệu" in told(app)


def test_a_reading_that_fails_leaves_the_report_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    app = pasted(NAMELESS)

    def fail(*_: object, **__: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("indicators.read_text", fail)
    app.selectbox(key=AREA).set_value("VN-09").run()
    assert not app.exception
    assert app.selectbox(key=AREA).value is None
    assert "làm bộ đọc gặp lỗi" in told(app)
