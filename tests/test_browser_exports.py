"""What leaves the page, in a real Chromium: every picture and every file holds what it should."""

import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from browsing import saved
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from indicators import printing
from indicators.table import COLUMNS

pytestmark = pytest.mark.browser

#: the words inside each picture of the first view
WORDS = (
    "Kinh tế Lạng Sơn tăng chậm hơn cả nước",
    "% so với cùng kỳ năm trước",
    "Viền rỗng: mục tiêu, dự báo.",
    "Nguồn: 5 báo cáo, 13/7/2020 – 29/12/2020.",
    "Lập ngày",
    "0,47",
)
SIZES = {"1200 × 675": (1200, 675), "1080 × 1080": (1080, 1080), "Cả bề ngang": (1600, None)}


def chosen(page: Page, option: str) -> None:
    """Choose an option of the menu, and wait until what it offers has taken the old one's place."""
    wanted = page.get_by_role("radio", name=option)
    if not wanted.is_visible():
        page.locator(".st-key-downloads button").click()
    wanted.click()
    expect(wanted).to_be_checked()
    page.wait_for_timeout(1000)


def words(svg: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", svg.decode())).replace("&amp;", "&")


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_is_as_large_as_chosen_on_white_with_its_words_inside(page: Page, size: str) -> None:
    chosen(page, size)
    _, content = saved(page, "PNG")
    image = Image.open(io.BytesIO(content)).convert("RGB")
    width, height = SIZES[size]
    assert image.width == 2 * width
    assert height is None or image.height == 2 * height
    assert {image.getpixel(place) for place in ((5, 5), (image.width - 5, image.height - 5))} == {
        (255, 255, 255)
    }
    _, drawn = saved(page, "SVG")
    assert [told for told in WORDS if told not in words(drawn)] == []
    assert "127.0.0.1" in words(drawn)
    assert "?area=VN-09&period=2020-S1&ind=ECON" in words(drawn)
    assert "font/woff2;base64" in drawn.decode()


def test_a_picture_is_on_white_in_the_dark_too(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    chosen(page, "1200 × 675")
    _, content = saved(page, "PNG")
    image = Image.open(io.BytesIO(content)).convert("RGB")
    page.emulate_media(color_scheme="light")
    assert image.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("size", ["1200 × 675", "1080 × 1080"])
def test_no_word_of_a_picture_is_cut_or_lies_on_another(page: Page, browser: Browser, size: str) -> None:
    chosen(page, size)
    _, drawn = saved(page, "SVG")
    context = browser.new_context()
    alone = context.new_page()
    alone.set_content(drawn.decode())
    boxes = alone.locator("svg text").evaluate_all(
        "found => found.filter(text => text.textContent.trim()).map(text => text.getBoundingClientRect())"
        ".map(box => [box.left, box.top, box.right, box.bottom])"
    )
    frame = alone.locator("svg").first.bounding_box()
    context.close()
    assert frame is not None
    assert boxes
    for left, top, right, bottom in boxes:
        assert frame["x"] < left < right < frame["x"] + frame["width"]
        assert frame["y"] < top < bottom < frame["y"] + frame["height"]
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            across = min(right, other[2]) - max(left, other[0])
            down = min(bottom, other[3]) - max(top, other[1])
            assert across < 2 or down < 4


@pytest.mark.skipif(printing.chrome() is None, reason="no Chrome here prints PDF")
def test_pdf_is_one_page_of_letters_as_large_as_the_picture(page: Page) -> None:
    chosen(page, "1200 × 675")
    page.set_default_timeout(90_000)
    name, content = saved(page, "PDF")
    page.set_default_timeout(15_000)
    assert name == "VN-09_ECON_2020-S1_1200x675.pdf"
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    box = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", content)
    assert box is not None
    assert [round(float(side) * 4 / 3) for side in box.groups()] == pytest.approx([1200, 675], abs=2)
    assert b"/Subtype /Image" not in content


def test_html_needs_nothing_else(page: Page, browser: Browser, tmp_path: Path) -> None:
    _, content = saved(page, "HTML")
    (tmp_path / "chart.html").write_bytes(content)
    context = browser.new_context(offline=True)
    alone = context.new_page()
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto((tmp_path / "chart.html").as_uri())
    alone.wait_for_selector(".js-plotly-plot .annotation-text")
    told = " ".join(alone.locator("svg text").all_text_contents())
    assert [word for word in WORDS if word not in told] == []
    assert {url.split(":")[0] for url in asked} <= {"file", "data", "blob"}
    context.close()


def test_the_rows_on_the_screen_leave_in_every_format(page: Page) -> None:
    name, content = saved(page, "CSV")
    assert name == "VN-09_ECON_2020-S1.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    values = sorted(pd.read_csv(io.BytesIO(content))["value"])
    assert {1.81, 0.47, 2.09} <= set(values)
    _, content = saved(page, "Parquet")
    assert sorted(pd.read_parquet(io.BytesIO(content))["value"]) == values
    _, content = saved(page, "JSON")
    told = json.loads(content)
    assert sorted(row["value"] for row in told["observations"]) == values
    assert "?area=VN-09&period=2020-S1" in told["meta"]["view"]
    assert {report["link"].partition("?")[2][:7] for report in told["meta"]["reports"]} == {"report="}
    name, content = saved(page, "SDMX-CSV")
    assert name.endswith(".sdmx.csv")
    assert sorted(pd.read_csv(io.BytesIO(content))["OBS_VALUE"]) == values
    _, content = saved(page, "XLSX")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Số liệu", "Ghi chú và nguồn"]
    assert book["Số liệu"].max_row == len(values) + 1
    _, content = saved(page, "ZIP")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert set(archive.namelist()) == {
            "datapackage.json",
            "observations.csv",
            "reports.csv",
            "CITATION.txt",
        }
        assert sorted(pd.read_csv(archive.open("observations.csv"))["value"]) == values


def test_all_rows_leave_where_the_reader_wants_all(page: Page) -> None:
    chosen(page, "Toàn bộ")
    name, content = saved(page, "CSV")
    rows = pd.read_csv(io.BytesIO(content))
    assert name == "indicators.csv"
    assert list(rows.columns) == list(COLUMNS)
    assert len(rows) == 29
