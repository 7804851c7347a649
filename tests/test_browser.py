"""The page in a real Chromium: filters, clicks, links, downloads that hold what they should."""

import io
import re
from itertools import pairwise
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from browsing import BAR, bars, click, go, parts, saved, wait_for_other_bars
from PIL import Image
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_opens_on_the_story_with_its_language_set(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Lạng Sơn, 6 tháng đầu năm 2020")
    expect(page.locator("h2").first).to_have_text(
        "Kinh tế Lạng Sơn tăng chậm hơn cả nước trong 6 tháng đầu năm 2020"
    )
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    assert {"1,81", "0,47"} <= set(bars(page))


def test_pictures_are_made_in_the_browser(page: Page) -> None:
    name, picture = saved(page, "PNG")
    assert name.endswith(".png")
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    assert image.size == (2400, 1350)
    assert image.getpixel((5, 5)) == (255, 255, 255)
    assert (0, 114, 178) in {colour for _, colour in image.getcolors(10**7) or ()}
    _, drawing = saved(page, "SVG")
    text = drawing.decode()
    for part in (
        "Kinh tế Lạng Sơn tăng chậm hơn cả nước",
        "% so với cùng kỳ năm trước",
        "Nguồn: ",
        "Lập ngày",
        "0,47",
    ):
        assert part in re.sub("<[^>]+>", " ", text)
    assert "font/woff2;base64" in text
    assert not re.findall(r"(?:href|src)=[\"']https?:", text)


def test_files_hold_the_chart_and_the_rows_on_the_screen(
    page: Page, browser: Browser, tmp_path: Path
) -> None:
    _, content = saved(page, "HTML")
    (tmp_path / "chart.html").write_bytes(content)
    context = browser.new_context(offline=True)
    alone = context.new_page()
    alone.goto((tmp_path / "chart.html").as_uri())
    alone.wait_for_selector(BAR)
    assert "Kinh tế Lạng Sơn" in " ".join(alone.locator(".annotation-text").all_text_contents())
    context.close()
    _, content = saved(page, "CSV")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = pd.read_csv(io.BytesIO(content))
    assert {1.81, 0.47, 2.09} <= set(rows["value"])
    assert {"ref_area", "time_period", "sentence", "rule"} <= set(rows.columns)
    _, content = saved(page, "XLSX")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert sheet.max_row == len(rows) + 1


def test_nothing_is_wider_than_a_narrow_page_in_light_and_dark(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(500)
        main = page.locator("[data-testid=stMain]")
        assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
        places = page.locator(".js-plotly-plot .bars text, .js-plotly-plot .ytick text").evaluate_all(
            "found => found.map(text => text.getBoundingClientRect()).map(box => [box.left, box.right])"
        )
        assert places
        assert all(left >= 0 and right <= 390 for left, right in places)
    page.emulate_media(color_scheme="light")


def test_the_kind_of_period_changes_the_chart_and_back_returns(page: Page) -> None:
    page.get_by_role("radio", name="Năm").click()
    expect(page.locator("h1")).to_have_text("Lạng Sơn, năm 2020")
    expect(page.locator(".js-plotly-plot .bars text", has_text="4,18").first).to_be_visible()
    expect(page.locator(".js-plotly-plot .bars text", has_text="1,81")).to_have_count(0)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Lạng Sơn, 6 tháng đầu năm 2020")


def test_a_province_is_found_with_and_without_diacritics_and_by_code(page: Page) -> None:
    page.get_by_role("combobox", name="Địa phương").click()
    for typed in ("VN-69", "Thái Ng", "thai ng"):
        page.keyboard.press("Control+A")
        page.keyboard.type(typed)
        expect(page.get_by_role("option")).to_have_count(1)
    before = bars(page)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Thái Nguyên, năm 2020")
    assert parts(page)["area"] == "VN-69"
    wait_for_other_bars(page, before)


def test_a_click_shows_the_sentence_and_its_link_shows_it_again(page: Page, address: str) -> None:
    click(page, 1)
    expect(page.locator(".proof mark")).to_have_text("0,47%")
    expect(page.locator(".proof")).to_contain_text("Triển khai kế hoạch phát triển kinh tế")
    expect(page.locator(".proof")).to_contain_text("tăng, giảm so với kỳ gốc")
    figure = parts(page)["obs"]
    go(page, f"{address}/?obs={figure}")
    expect(page.locator(".proof mark")).to_have_text("0,47%")
    page.get_by_role("button", name="Mở trong báo cáo").click()
    expect(page.locator(".report mark.here")).to_have_text("0,47%")
    expect(page.locator(".report mark.here")).to_be_in_viewport()
    assert page.locator(".report mark").count() > 4


def test_a_point_and_a_row_show_their_sentences(page: Page) -> None:
    page.get_by_role("radio", name="Đường").click()
    point = page.locator(".js-plotly-plot").first.locator(".scatterlayer .point").last
    point.wait_for()
    box = point.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(".proof mark")
    first = page.locator(".proof mark").text_content()
    rows = page.locator("[data-testid=stDataFrame] canvas").first
    rows.scroll_into_view_if_needed()
    table = rows.bounding_box()
    assert table is not None
    page.mouse.click(table["x"] + 18, table["y"] + 88)
    expect(page.locator(".proof mark")).not_to_have_text(first or "")


def test_a_link_restores_the_view_and_pages_keep_it(page: Page, address: str) -> None:
    go(page, f"{address}/?area=VN-69&kind=Y&period=2020&ind=ECON&lang=en")
    expect(page.locator("h1")).to_have_text("Thai Nguyen, 2020")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert {"4.18", "2.91", "2.09"} <= set(bars(page))
    page.get_by_role("link", name="Compare").click()
    expect(page.locator("h1")).to_have_text("Economic growth, 2020")
    page.get_by_role("link", name="Data").click()
    expect(page.locator("h1")).to_have_text("Data")
    assert parts(page) | {"area": "VN-69", "period": "2020", "lang": "en"} == parts(page)
    page.get_by_text("Tiếng Việt").click()
    expect(page.locator("h1")).to_have_text("Dữ liệu")
    expect(page.locator("html")).to_have_attribute("lang", "vi")


@pytest.mark.parametrize("kind", ["lines", "multiples", "heat"])
def test_charts_over_time_fit_a_phone(browser: Browser, address: str, kind: str) -> None:
    phone = browser.new_page(viewport={"width": 390, "height": 844})
    phone.goto(f"{address}/compare?chart={kind}&area=VN-09&kind=Y&period=2020")
    drawn = phone.locator(".js-plotly-plot .main-svg").first
    drawn.wait_for(timeout=30_000)
    expect(drawn).to_have_css("width", "358px")
    phone.close()


def test_a_coverage_table_with_more_to_the_right_says_so_until_its_end(page: Page, address: str) -> None:
    page.goto(f"{address}/coverage?lang=en")
    table, words = page.locator(".matrix"), page.locator(".matrix .slide")
    expect(table).to_be_visible()
    expect(words).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(words).to_be_visible()
    table.evaluate("found => found.scrollLeft = found.scrollWidth")
    expect(words).to_be_hidden()


def test_a_count_of_the_coverage_table_leads_to_its_newest_sentence(page: Page) -> None:
    page.get_by_role("link", name="Độ phủ và mâu thuẫn").click()
    page.locator(".matrix tr:has(th:text-is('Cả nước')) td.has").first.click()
    expect(page.locator(".proof .what")).to_contain_text("Tăng trưởng kinh tế, Cả nước")
    assert parts(page)["area"] == "VN"


def test_the_areas_stay_in_sight_while_their_figures_slide_past(page: Page) -> None:
    page.get_by_role("link", name="Độ phủ và mâu thuẫn").click()
    page.set_viewport_size({"width": 390, "height": 800})
    matrix = page.locator(".matrix")
    matrix.evaluate("element => { element.scrollLeft = 200 }")
    box = matrix.locator("th:text-is('Lạng Sơn')").bounding_box()
    assert box is not None and box["x"] >= 0
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_a_laptop_shows_every_column_of_the_table_of_colours(page: Page, address: str) -> None:
    go_wide(page, f"{address}/compare?chart=heat&area=VN-09&kind=Y&period=2020")
    frame = page.locator(".st-key-heat")
    assert frame.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_the_tiles_of_the_small_map_do_not_cover_each_other(page: Page, address: str) -> None:
    go_wide(page, address)
    boxes = page.locator(".st-key-locator .scatterlayer .point").evaluate_all(
        "found => found.map(tile => tile.getBoundingClientRect()).map(box => [box.left, box.width])"
    )
    tiles = [(left, width) for left, width in boxes if width > 10]  # the others are the islands' dots
    lefts = sorted({round(left) for left, _ in tiles})
    nearest = min(right - left for left, right in pairwise(lefts))
    assert nearest >= max(width for _, width in tiles) - 1  # their lines may touch


def test_a_laptop_has_room_for_the_figures_beside_the_text_of_their_report(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(f"{address}/reports?report=001_b00063050723d962")
    names = 35 + 230  # what stands before the figures in each row
    box = page.locator("[data-testid=stDataFrame]").bounding_box()
    assert box is not None and box["width"] >= names + 110


def go_wide(page: Page, address: str) -> None:
    """Open a page on a laptop's screen and wait for its chart."""
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(address)
    page.locator(".js-plotly-plot .scatterlayer .point").last.wait_for(timeout=30_000)
