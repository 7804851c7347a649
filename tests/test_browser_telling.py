"""In a real Chromium a reader tells the day and the area of a report of their own, and the charts follow."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import WIDE
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

TEXT = "Tình hình kinh tế\n\nQuý III, GRDP của tỉnh tăng 7,1% so với cùng kỳ."
FIELDS = ".st-key-telling"


@pytest.fixture(params=["light", "dark"])
def own(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A report that a reader has just pasted: its text tells neither day nor area."""
    context = browser.new_context(viewport=WIDE, color_scheme=request.param)
    page = context.new_page()
    page.goto(f"{address}/reports")
    page.get_by_text("Thêm báo cáo của bạn").click()
    page.get_by_label("Văn bản dán vào").fill(TEXT)
    page.get_by_role("button", name="Đọc báo cáo").click()
    page.wait_for_selector(FIELDS, timeout=30_000)
    yield page
    context.close()


def tell(page: Page) -> None:
    page.get_by_label("Nói về").click()
    page.keyboard.type("hai ph")
    page.keyboard.press("Enter")
    expect(page.locator(".head .sub")).to_contain_text("Hải Phòng")
    page.locator(f"{FIELDS} [data-type=day]").click()
    page.keyboard.type("05102023")
    page.keyboard.press("Enter")


def test_the_charts_follow_what_a_reader_tells(own: Page) -> None:
    expect(own.locator(".report mark")).to_have_count(0)
    tell(own)
    expect(own.locator(".report mark")).to_have_text("7,1%")
    expect(own.locator(".head .sub")).to_contain_text("5/10/2023")
    own.get_by_role("link", name="Tổng quan").click()
    own.get_by_label("Địa phương").first.click()
    own.keyboard.type("hai ph")
    own.keyboard.press("Enter")
    expect(own.locator("h1")).to_have_text("Hải Phòng, quý III/2023")


def test_the_fields_are_for_everybody_and_fit_a_narrow_page(own: Page) -> None:
    found = Axe().run(own).response["violations"]
    assert not [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")]
    own.set_viewport_size({"width": 390, "height": 800})
    own.wait_for_timeout(500)
    main = own.locator("[data-testid=stMain]")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
