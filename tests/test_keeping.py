"""What the server keeps: nothing that was made of a reader's own report, once the reader is gone."""

import gc
from pathlib import Path

import pandas as pd
from streamlit.runtime.caching import clear_session_resource_cache
from streamlit.testing.v1 import AppTest

from indicators.ui import data
from tests.pages import visited

ROOT = Path(__file__).parents[1]
REPORT = "Lạng Sơn, ngày 5/7/2021. Sáu tháng đầu năm 2021, GRDP tăng 6,66% so với cùng kỳ năm trước."
#: what a session has of its own
OWN = ("added", "joined")
PAGES = ("overview", "compare", "reports", "coverage", "data_page")


def _page(name: str) -> AppTest:
    return AppTest.from_string(f"from indicators.ui import {name}\n{name}.show()", default_timeout=30)


def _added() -> AppTest:
    """The reports' page of a reader who has pasted a report."""
    app = visited(_page("reports"), {"area": "VN-09", "period": "2021-S1"})
    app.text_area[0].input(REPORT)
    next(button for button in app.button if button.proto.is_form_submitter).click()
    app.run()
    assert not app.exception
    return app


def _come_and_gone() -> int:
    """A reader looks at a pasted report on all pages, and leaves; how many tables held its rows till then."""
    reader = _added()
    for name in PAGES:
        page = _page(name)
        for key in OWN:
            page.session_state[key] = reader.session_state[key]
        visited(page, {"area": "VN-09", "period": "2021-S1"})
    held = _tables()
    for key in OWN:  # the server drops what is the session's, and then what was kept for it
        del reader.session_state[key], page.session_state[key]
    clear_session_resource_cache("test session id")
    return held


def _tables() -> int:
    """How many tables in memory have a row of the pasted report."""
    gc.collect()
    tables = [found for found in gc.get_objects() if isinstance(found, pd.DataFrame)]
    return sum("document" in found and (found["document"] == "pasted").any() for found in tables)


def test_nothing_made_of_a_readers_own_report_outlives_the_visit() -> None:
    assert _come_and_gone() > 1
    assert _tables() == 0


def test_what_all_readers_share_is_made_once() -> None:
    found = data.corpus(data.report_files())
    assert found.of_area("VN-09") is found.of_area("VN-09")
    assert found.areas() is found.areas()


def test_pages_keep_nothing_but_in_the_two_ways_that_are_told_apart() -> None:
    """The corpus is of the server's own reports; all else may be of a reader's."""
    modules = (ROOT / "indicators").rglob("*.py")
    users = {file.name for file in modules if "st.cache_" in file.read_text(encoding="utf-8")}
    assert users == {"data.py", "keeping.py"}
