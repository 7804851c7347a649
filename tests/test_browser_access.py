"""The page for everybody: what axe finds, the keyboard, the language, a narrow screen, what charts say."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import WIDE, parts
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PAGES = (
    "?area=VN-09",
    "compare",
    "compare?chart=map",
    "compare?chart=multiples",
    "targets",
    "reports",
    "coverage",
    "data",
)


def shown(page: Page, address: str, path: str) -> None:
    """Open a page of ours and wait until it is whole."""
    page.goto(f"{address}/{path}")
    page.wait_for_selector("h1", timeout=30_000)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    page.wait_for_timeout(500)


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, browser: Browser) -> Page:
    return browser.new_context(viewport=WIDE, color_scheme=request.param).new_page()


def test_axe_finds_nothing_serious_in_either_theme(themed: Page, address: str) -> None:
    for path in PAGES:
        shown(themed, address, path)
        found = Axe().run(themed).response["violations"]
        serious = [
            (path, fault["id"], fault["nodes"][0]["html"])
            for fault in found
            if fault["impact"] in ("serious", "critical")
        ]
        assert not serious


def test_the_sentence_of_a_row_is_reached_by_the_keyboard_alone(page: Page, address: str) -> None:
    shown(page, address, "targets")
    table = page.locator("[data-testid=stDataFrame] canvas").first
    for _ in range(40):
        if table.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]").first).to_be_attached()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(page.locator(".proof mark")).to_be_visible()
    assert "obs" in parts(page)


def test_a_count_of_the_coverage_table_is_reached_by_the_keyboard_alone(page: Page, address: str) -> None:
    shown(page, address, "coverage?lang=vi")
    cell = page.locator(".matrix td:focus")
    for _ in range(40):
        if cell.count():
            break
        page.keyboard.press("Tab")
    first = page.locator(".matrix td.has").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(first).not_to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    area = cell.locator("xpath=../th").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(".proof .what")).to_contain_text(area)
    expect(cell.locator("xpath=../th")).to_have_text(area)  # one can go on from where one was
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Space")
    expect(page.locator(".proof .what")).not_to_contain_text(area)


#: what had the focus before, whether it looks otherwise now, and whether it was a part of the page at all
STEP = """() => {
  const look = (found) => {
    const seen = [];
    for (let one = found, nth = 0; one && nth < 9; one = one.parentElement, nth++) {
      const style = getComputedStyle(one);
      seen.push([style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join());
    }
    return seen.join(";");
  };
  let found = document.activeElement;
  while (found.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  const before = window.before;
  const name = found.ariaLabel || found.textContent.trim().slice(0, 30) || found.tagName;
  window.before = { found, look: look(found), name };
  if (!before) return null;
  const still = before.found.closest("[data-testid=stDataFrame]")?.contains(found) || before.found === found;
  const other = still || before.look !== look(before.found);
  return [before.name, other, before.found !== document.body];
}"""


def test_what_has_the_focus_can_be_seen(page: Page) -> None:
    page.locator("h1").click()
    seen = {}
    for _ in range(12):
        page.keyboard.press("Tab")
        page.wait_for_timeout(300)
        step = page.evaluate(STEP)
        if step and step[2]:
            seen[step[0]] = step[1]
    assert len(seen) > 6
    assert [name for name, marked in seen.items() if not marked] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_is_in_one_language_and_says_what_its_charts_show(
    page: Page, address: str, language: str
) -> None:
    for path in ("", "compare", "targets"):
        shown(page, address, f"{path}?area=VN-09&lang={language}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        for said in page.get_by_role("figure").evaluate_all("all => all.map(one => one.ariaLabel)"):
            assert said.startswith("Biểu đồ: " if language == "vi" else "Chart: ")
            assert any(sign.isdigit() for sign in said)


def test_no_page_is_wider_than_a_telephone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for path in PAGES:
        shown(page, address, path)
        main = page.locator("[data-testid=stMain]")
        assert main.evaluate("element => element.scrollWidth <= element.clientWidth"), path
