"""Links to pages in a real Chromium: opened cold, walked back and forth, with outdated parts, in a frame."""

import re

import pytest
from browsing import BAR, HOME, Heard, click, go, parts
from playwright.sync_api import Browser, Page, expect

from indicators.ui.compare import KINDS

pytestmark = pytest.mark.browser

#: what a first visit may cost: the page with its chart and its table
MOST_BYTES = 3_000_000


def test_a_first_visit_costs_at_most_three_megabytes(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    wire.on(
        "Network.webSocketFrameReceived",
        lambda told: sizes.append(len(told["response"]["payloadData"]) * 3 / 4),  # told in base 64
    )
    go(page, address)
    page.wait_for_load_state("networkidle")
    assert 1_000_000 < sum(sizes) <= MOST_BYTES
    context.close()


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("compare?area=VN-09&lang=en", "Economic growth, first half of 2020"),
        ("reports?lang=vi", "Báo cáo"),
        ("coverage?lang=en", "Coverage and conflicts"),
        ("data/?area=VN-69", "Dữ liệu"),
        ("overview?area=VN-69", "Thái Nguyên, năm 2020"),
    ],
)
def test_a_page_opens_from_its_own_link_without_a_word_on_the_console(
    browser: Browser, address: str, path: str, title: str
) -> None:
    page, heard = browser.new_page(), Heard()
    heard.listen(page)
    page.goto(f"{address}/{path}")
    expect(page.locator("h1")).to_have_text(title, timeout=30_000)
    page.wait_for_load_state("networkidle")
    assert heard.said == []
    page.close()


def test_other_pages_keep_the_view_and_back_and_forward_walk_through_them(page: Page, address: str) -> None:
    go(page, f"{address}/compare?area=VN-69&kind=Y&period=2020&lang=en")
    page.get_by_role("link", name="Data").click()
    expect(page.locator("h1")).to_have_text("Data")
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("h1")).to_have_text("Thai Nguyen, 2020")
    assert parts(page) | {"area": "VN-69", "period": "2020", "lang": "en"} == parts(page)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Data")
    assert page.url.startswith(f"{address}/data?")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Economic growth, 2020")
    assert page.url.startswith(f"{address}/compare?")
    page.go_forward()
    expect(page.locator("h1")).to_have_text("Data")
    assert parts(page) | {"area": "VN-69", "period": "2020", "lang": "en"} == parts(page)


def test_an_open_sentence_stays_on_its_page_and_is_there_on_the_way_back(page: Page, address: str) -> None:
    go(page, f"{address}/compare?area=VN-69&kind=Y&period=2020&lang=en")
    click(page, 0)
    expect(page.locator(".proof")).to_be_visible()
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("h1")).to_have_text("Thai Nguyen, 2020")
    expect(page.locator(".proof")).to_have_count(0)
    assert "obs" not in parts(page) and parts(page)["area"] == "VN-69"
    page.go_back()
    expect(page.locator("h1")).to_have_text("Economic growth, 2020")
    expect(page.locator(".proof")).to_be_visible()


def test_an_open_report_stays_on_its_page_and_its_sentence_is_left_for_it(page: Page, address: str) -> None:
    go(page, f"{address}/?area=VN-69&kind=Y&period=2020&lang=en")
    click(page, 0)
    page.get_by_role("button", name="Open in the report").click()
    expect(page.locator(".report mark.here")).to_be_visible()
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("h1")).to_have_text("Thai Nguyen, 2020")
    expect(page.locator(".proof")).to_have_count(0)
    assert not {"obs", "report"} & parts(page).keys()
    page.go_back()
    expect(page.locator(".report mark.here")).to_be_visible()
    page.go_back()
    expect(page.locator(".proof")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Thai Nguyen, 2020")


def test_a_page_that_is_no_more_is_named_and_the_rest_of_its_link_honoured(page: Page, address: str) -> None:
    go(page, f"{address}/trends?area=VN-69&lang=en&colour=red")
    expect(page.locator("h1")).to_have_text("Thai Nguyen, 2020")
    expect(page.locator(".note").first).to_contain_text("page=trends")
    expect(page.locator(".note").first).to_contain_text("colour=red")


def test_a_reload_shows_the_same_page_and_view(page: Page, address: str) -> None:
    go(page, f"{address}/compare?area=VN-09&kind=Y&period=2020&chart=bars&lang=en")
    before = parts(page)
    page.reload()
    page.wait_for_selector(BAR)
    expect(page.locator("h1")).to_have_text("Economic growth, 2020")
    assert parts(page) == before


def test_the_first_address_leads_to_the_first_view(page: Page) -> None:
    assert parts(page) == HOME


FRAME = '<h1>Elsewhere</h1><iframe width="600" height="400" src="{address}"></iframe>'


CHARTS = ["?chart=bars", "?chart=lines", *(f"compare?chart={kind}" for kind in KINDS)]


@pytest.mark.parametrize("chart", ["bars", "lines"])
def test_a_chart_with_its_source_and_nothing_else_fits_a_frame_of_another_page(
    browser: Browser, address: str, chart: str
) -> None:
    page, heard = browser.new_page(), Heard()
    heard.listen(page)
    page.set_content(FRAME.format(address=f"{address}/?embed=true&area=VN-09&chart={chart}&lang=en"))
    inside = page.frame_locator("iframe")
    expect(inside.locator("h2")).to_have_text(
        "Lang Son’s economy grew more slowly than the country in the first half of 2020"
    )
    inside.locator(".js-plotly-plot .main-svg").first.wait_for()
    expect(inside.get_by_text("Source: ")).to_be_visible()
    expect(inside.get_by_test_id("stSidebar")).to_have_count(0)
    expect(inside.get_by_role("navigation")).to_have_count(0)
    main = inside.get_by_test_id("stMain")
    for side in ("Height", "Width"):
        assert main.evaluate(f"found => found.scroll{side} <= found.client{side}")
    whole = inside.get_by_role("link", name="Full view")
    assert whole.get_attribute("target") == "_blank"
    assert "embed" not in (whole.get_attribute("href") or "")
    assert heard.said == []
    page.close()


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_fits_its_frame_with_its_source_in_sight(
    browser: Browser, address: str, chart: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{chart}&embed=true&area=VN-09&kind=Y&period=2020&lang=en")
    page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=30_000)
    for width, height in ((800, 500), (390, 500), (600, 400)):
        page.set_viewport_size({"width": width, "height": height})
        expect(page.get_by_text("Source: ")).to_be_in_viewport(ratio=1)
        main = page.get_by_test_id("stMain")
        for side in ("Height", "Width"):
            assert main.evaluate(f"found => found.scroll{side} <= found.client{side}")
        room = page.locator(".st-key-embedded").bounding_box()
        assert room is not None
        assert page.locator(".st-key-embedded").evaluate("found => found.scrollWidth <= found.clientWidth")
        drawn = page.locator(".st-key-embedded .js-plotly-plot")
        expect(drawn).to_have_css("height", f"{room['height']:g}px")
        page.wait_for_timeout(700)  # until the chart was made for this room
        lowest = drawn.locator(".point path, .annotation").evaluate_all(
            "found => Math.max(...found.map(mark => mark.getBoundingClientRect().bottom))"
        )
        assert lowest <= room["y"] + room["height"] + 1
    page.close()


def copied(page: Page, button: str, done: str) -> str:
    """What a button copies; the page may read and write the clipboard."""
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("button", name=done)).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_copied_code_shows_the_chart_in_another_page(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    go(page, f"{address}/compare?area=VN-69&kind=Y&period=2020&lang=en")
    title = page.locator("h2").first.inner_text()
    code = copied(page, "Copy the embed code", "Copied")
    other = context.new_page()
    other.set_content(code)
    frame = other.locator("iframe")
    expect(frame).to_have_attribute("title", title)
    assert {"embed=true", "area=VN-69", "period=2020", "lang=en"} <= set(
        re.split("[?&]", frame.get_attribute("src") or "")
    )
    expect(other.frame_locator("iframe").locator("h2")).to_have_text(title, timeout=30_000)
    context.close()


def test_the_copied_link_of_a_chart_opens_it(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    go(page, f"{address}/?area=VN-69&kind=Y&period=2020")
    title = page.locator("h2").first.inner_text()
    go(page, copied(page, "Sao chép liên kết đến biểu đồ này", "Đã sao chép"))
    expect(page.locator("h2").first).to_have_text(title)
    context.close()


def test_the_full_view_cannot_be_framed_by_another_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.set_content(FRAME.format(address=f"{address}/?area=VN-09"))
    page.wait_for_timeout(1000)
    assert [frame.url for frame in page.frames if frame.url.startswith(address)] == []
    page.close()
