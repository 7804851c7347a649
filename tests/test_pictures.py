"""A picture that leaves the page: its size, its words, its font, and no word of a report that could run."""

import io
import itertools
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from invented import table
from PIL import ImageFont

from indicators import charts, lexicon, printing, views
from indicators.charts.captions import Caption
from indicators.charts.dress import shortened
from indicators.ui import pictures
from indicators.wording import Wording

SAY = Wording("vi")
MADE = "Lập ngày 21/11/2026 · so-lieu.example.vn/?area=VN-09&period=2020&ind=ECON"
HOSTILE = 'Báo cáo =HYPERLINK("x") <script>alert(1)</script> <b>đậm</b>\u202e &amp;'
CAPTION = Caption("Kinh tế Lạng Sơn", "% so với cùng kỳ", f"Nguồn: {HOSTILE}.", "Gạch chéo: ước tính.")
PROVINCES = [code for code, area in lexicon.areas().items() if area.kind == "province"]
CHOICE = views.Choice(area="VN-09", kind="Y", period="2020")


def compared(areas: list[str]) -> "pictures.Subject":
    """Bars of these areas, each with its own growth."""
    rows = [
        {"ref_area": code, "time_period": "2020", "value": n + 1, "start": n} for n, code in enumerate(areas)
    ]
    rich = views.enrich(table(*rows), {})
    view = views.comparison(rich, CHOICE, most=None)
    return pictures.Subject(
        charts.bars(view, SAY), view, CAPTION, tuple(areas), ("VN-09",), lambda few: charts.bars(few, SAY)
    )


def made(subject: pictures.Subject, size: str) -> go.Figure | None:
    return pictures.fitted(subject, MADE, size, SAY)


def written(figure: go.Figure) -> str:
    return " ".join(re.sub("<br>", " ", note.text) for note in figure.layout.annotations)


FEW, ALL = compared(["VN-09", "VN-69", "VN"]), compared(PROVINCES)


@pytest.mark.parametrize(
    ("size", "pixels"), [("wide", (1200, 675)), ("square", (1080, 1080)), ("full", (1600, None))]
)
@pytest.mark.parametrize("subject", [FEW, ALL], ids=["few", "all"])
def test_a_picture_has_the_size_asked_for(
    subject: pictures.Subject, size: str, pixels: tuple[int, int | None]
) -> None:
    figure = made(subject, size)
    assert figure is not None
    assert figure.layout.width == pixels[0]
    assert pixels[1] in (None, figure.layout.height)


@pytest.mark.parametrize("size", charts.SIZES)
def test_a_picture_is_dark_on_white_and_says_what_it_is(size: str) -> None:
    figure = made(FEW, size)
    assert figure is not None
    assert figure.layout.paper_bgcolor == "#ffffff"
    for told in (
        "Kinh tế Lạng Sơn",
        "% so với cùng kỳ",
        "Gạch chéo: ước tính.",
        "Nguồn: ",
        "Lập ngày 21/11/2026",
    ):
        assert told in written(figure)
    assert "so-lieu.example.vn/?area=VN-09&amp;period=2020" in written(figure)


def test_where_there_is_no_room_for_all_areas_the_picture_says_how_many_it_shows() -> None:
    figure = made(ALL, "wide")
    assert figure is not None
    names = next(figure.select_yaxes()).ticktext
    assert 5 < len(names) < 20
    assert any("<b>Lạng Sơn</b>" in name for name in names)
    assert f"Hình đủ chỗ cho {len(names)} trong 63 địa phương." in written(figure)


def test_the_full_width_shows_all_areas() -> None:
    figure = made(ALL, "full")
    assert figure is not None
    assert len(next(figure.select_yaxes()).ticktext) == 63
    assert "Hình đủ chỗ" not in written(figure)


def test_a_chart_that_can_not_be_shortened_is_not_squeezed() -> None:
    assert made(replace(ALL, redraw=None), "wide") is None
    assert made(replace(ALL, redraw=None), "full") is not None


def test_a_broad_map_lists_its_figures_beside_it() -> None:
    rows = [
        {"ref_area": code, "time_period": "2020", "value": n, "start": n} for n, code in enumerate(PROVINCES)
    ]
    mapped = views.areas_in(views.enrich(table(*rows), {}), CHOICE)
    subject = pictures.Subject(charts.tilemap(mapped, SAY, "63", "VN-09"), mapped, CAPTION, ())
    wide, square = made(subject, "wide"), made(subject, "square")
    assert wide is not None and square is not None
    greatest = f"{SAY.area(PROVINCES[-1])} 62%"
    assert greatest in written(wide)
    assert f"… {SAY.area(PROVINCES[2])} 2%" in written(wide)
    assert greatest not in written(square)


def test_plans_are_drawn_in_a_picture_with_what_is_at_a_hundred() -> None:
    ratio = {"measure": "PLAN_RATIO", "value": 45.0, "time_period": "2020"}
    aims = views.targets(views.enrich(table(ratio), {}), CHOICE)
    picture = charts.dress(charts.targets(aims, SAY), CAPTION, MADE)
    marks = next(trace for trace in picture.data if trace.type == "scatter")
    assert picture.layout.xaxis.range[1] >= 100 and marks.x == (100,) and marks.cliponaxis is False


def test_no_words_of_a_report_are_markup_or_turn_the_line() -> None:
    figure = made(FEW, "wide")
    assert figure is not None
    foot = written(figure)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;đậm&lt;/b&gt; &amp;amp;" in foot
    assert "\u202e" not in foot
    assert '=HYPERLINK("x")' in foot


def test_html_holds_one_script_of_ours_whatever_a_report_says() -> None:
    figure = made(FEW, "wide")
    assert figure is not None
    figure.add_annotation(text="</script><script>alert(2)</script>")
    page = charts.standalone(figure, "</title><script>alert(3)</script>", "vi", b"font").decode()
    assert "alert(2)</script>" not in page
    assert "<script>alert(3)" not in page
    assert "font/woff2;base64,Zm9udA==" in page
    assert "@page { size: 1200px 675px; margin: 0 }" in page


def test_the_font_has_every_vietnamese_letter() -> None:
    font = ImageFont.truetype(io.BytesIO(pictures.font()), 20)
    absent = bytes(font.getmask("\uffff"))
    letters = {
        unicodedata.normalize("NFC", vowel + sign)
        for vowel, sign in itertools.product(
            "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", ("", *"\u0300\u0301\u0303\u0309\u0323")
        )
    }
    assert [
        letter for letter in sorted(letters | set("đĐ−–…≈≥≤")) if bytes(font.getmask(letter)) == absent
    ] == []


def test_a_grid_keeps_the_areas_that_are_named_and_the_greatest() -> None:
    rows = [
        {"ref_area": code, "time_period": "2020", "value": n, "start": n} for n, code in enumerate(PROVINCES)
    ]
    grid = views.grid(views.enrich(table(*rows), {}), CHOICE)
    kept = set(views.fewer(grid, 4, ("VN-09", "VN"))["ref_area"])
    assert len(kept) == 4
    assert {"VN-09", PROVINCES[-1]} <= kept


# -- PDF -------------------------------------------------------------------------------------------------


def test_without_a_chrome_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(printing.VARIABLE, "no-such-program")
    assert printing.chrome() is None
    with pytest.raises(RuntimeError, match=printing.VARIABLE):
        printing.pdf(b"<p>")


def test_a_chrome_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "chrome"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv(printing.VARIABLE, str(program))
    with pytest.raises(RuntimeError, match="printed nothing"):
        printing.pdf(b"<p>")


@pytest.mark.parametrize("room", [(446, 480), (358, 270), (1600, 1200), (60, 60)])
def test_a_map_in_a_room_keeps_within_it(room: tuple[int, int]) -> None:
    for boundary in ("63", "34"):
        cell = charts.cell_within(boundary, *room)
        chart = charts.tilemap(FEW.rows, SAY, boundary, "VN-09", cell)
        low, high = chart.layout.xaxis.range
        assert cell == 8 or (chart.layout.height <= room[1] and (high - low) * cell <= room[0])


def test_a_chart_of_rows_shrinks_its_letters_a_little_and_then_gives_up() -> None:
    whole = charts.bars(FEW.rows, SAY)
    height = whole.layout.height
    little = charts.squeezed(whole, 0.85 * height)
    assert little is not None
    assert little.layout.yaxis.tickfont.size < whole.layout.yaxis.tickfont.size
    assert charts.squeezed(whole, 0.5 * height) is None


def test_as_many_areas_stay_as_there_is_room_for_the_named_ones_always() -> None:
    def attempt(rows: pd.DataFrame) -> list[str] | None:
        return list(rows["ref_area"]) if len(rows) <= 7 else None

    kept = views.as_many(ALL.rows, ("VN-09",), attempt)
    assert kept is not None and len(kept) == 7 and "VN-09" in kept
    assert views.as_many(ALL.rows, (), lambda _: None) is None


@pytest.mark.parametrize("most", range(-1, 12))
def test_a_list_beside_a_map_is_never_longer_than_its_room(most: int) -> None:
    lines = [f"line {number}" for number in range(8)]
    shown = shortened(lines, most)
    assert len(shown) == min(max(0, most), 8)
    assert [line for line in shown if line != "…"] == [line for line in lines if line in shown]
    assert ("…" in shown) == (0 < most < 8)
