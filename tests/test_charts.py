"""Charts and the words around them: what is not certain looks it, gaps stay gaps, nothing is fetched."""

import dataclasses
import json
import re
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from indicators import charts, views
from indicators.charts import captions
from indicators.charts.tiles import tiles
from indicators.views import Choice
from indicators.wording import Wording
from tests.rows import growth, row, table

VI, EN = Wording("vi"), Wording("en")
HALF = Choice(area="VN-09", kind="S", period="2020-S1")
YEAR = dataclasses.replace(HALF, kind="Y", period="2020")


def title(rich: pd.DataFrame, choice: Choice = HALF, wording: Wording = VI) -> str:
    return captions.comparison_title(views.comparison(rich, choice), choice, wording)


class TestHeadlines:
    @pytest.mark.parametrize(
        ("own", "country", "sentence"),
        [
            ("2.09", "2.91", "Kinh tế Lạng Sơn tăng chậm hơn cả nước trong năm 2020"),
            ("4.18", "2.91", "Kinh tế Lạng Sơn tăng nhanh hơn cả nước trong năm 2020"),
            ("2.91", "2.91", "Kinh tế Lạng Sơn tăng ngang mức cả nước trong năm 2020"),
            ("-1.2", "2.91", "Kinh tế Lạng Sơn giảm 1,2% trong năm 2020"),
            ("2.09", "-1", "Kinh tế Lạng Sơn tăng 2,09% trong năm 2020"),
        ],
    )
    def test_growth_is_told_against_the_country(self, own: str, country: str, sentence: str) -> None:
        national = row(country, indicator="GDP", ref_area="VN", time_period="2020")
        assert title(table(row(own, time_period="2020"), national), YEAR) == sentence

    def test_in_english(self) -> None:
        assert title(growth(), YEAR, EN) == "Lang Son’s economy grew more slowly than the country in 2020"

    def test_a_bound_is_never_laid_above_or_below_another_figure(self) -> None:
        rich = table(row("8", qualifier=">"), row("5", indicator="GDP", ref_area="VN"))
        assert title(rich) == "Kinh tế Lạng Sơn tăng trên 8% trong 6 tháng đầu năm 2020"

    def test_a_target_is_told_as_a_target(self) -> None:
        rich = table(row("8.5", value_upper="9", qualifier="..", nature="target", time_period="2020"))
        assert title(rich, YEAR) == "Lạng Sơn đặt mục tiêu tăng trưởng 8,5–9% cho năm 2020"

    def test_a_plan_is_told_with_how_much_of_the_year_is_over(self) -> None:
        choice = dataclasses.replace(HALF, family="BUDGET_REV", measure="PLAN_RATIO")
        rich = table(row("49.5", indicator="BUDGET_REV", measure="PLAN_RATIO"))
        assert title(rich, choice) == "Thu ngân sách Lạng Sơn đạt 49,5% kế hoạch năm sau 6 tháng đầu năm 2020"

    def test_an_amount_is_told_with_its_unit(self) -> None:
        choice = dataclasses.replace(HALF, family="TRADE", measure="LEVEL")
        rich = table(row("1320", indicator="TRADE", measure="LEVEL", unit_measure="USD", unit_mult=6))
        assert (
            title(rich, choice, EN)
            == "Foreign trade in Lang Son: 1,320 million USD in the first half of 2020"
        )

    def test_no_row_is_told_as_no_row(self) -> None:
        assert (
            title(growth(), dataclasses.replace(HALF, family="IIP"))
            == "Sản xuất công nghiệp (IIP): Lạng Sơn chưa có số liệu cho 6 tháng đầu năm 2020"
        )

    def test_where_only_kinds_are_asked_for_that_there_are_not_the_kinds_are_named(self) -> None:
        choice = dataclasses.replace(HALF, natures=("plan",))
        assert "(mục tiêu, dự báo)" in title(growth(), choice)

    def test_a_series_is_told_from_its_first_to_its_last_figure(self) -> None:
        rich = table(row("5", time_period="2019"), row("2", time_period="2020", start=9))
        view = views.series(rich, YEAR)
        assert (
            captions.series_title(view, YEAR, VI)
            == "Tăng trưởng kinh tế Lạng Sơn: từ 5% (năm 2019) xuống 2% (năm 2020)"
        )


class TestBars:
    def chart(self) -> go.Figure:
        return charts.bars(views.comparison(growth(), HALF), VI)

    def test_labels_are_in_the_readers_number_form(self) -> None:
        assert "<b>0,47</b>" in [text.strip() for text in self.chart().data[0].text]
        english = charts.bars(views.comparison(growth(), HALF), EN).data[0].text
        assert "<b>0.47</b>" in [text.strip() for text in english]

    def test_bars_start_at_zero_and_a_range_at_its_lower_end(self) -> None:
        bar = self.chart().data[0]
        assert sorted(set(bar.base)) == [0.0, 8.5]
        assert bar.x[-1] == pytest.approx(0.5)

    def test_an_estimate_is_hatched_and_named_and_a_target_is_open(self) -> None:
        view, bar = views.comparison(growth(), HALF), self.chart().data[0]
        estimate = list(view["nature"]).index("estimate")
        assert bar.marker.pattern.shape[estimate] == "/" and "ước tính" in bar.text[estimate]
        assert bar.marker.line.width[-1] > 0 and bar.marker.color[-1] != bar.marker.line.color[-1]

    def test_a_bound_has_an_arrow_and_its_sign(self) -> None:
        chart = charts.bars(views.comparison(table(row("8", qualifier=">")), HALF), VI)
        assert chart.data[1].marker.symbol == "triangle-right"
        assert "> 8" in chart.data[0].text[0]

    def test_every_bar_leads_to_its_row(self) -> None:
        view = views.comparison(growth(), HALF)
        assert list(self.chart().data[0].customdata) == list(view["id"])

    def test_a_figure_that_reports_dispute_has_an_asterisk(self) -> None:
        chart = charts.bars(views.comparison(table(row("2"), row("3", document="late")), HALF), VI)
        assert chart.data[0].text[0].endswith("*")


class TestOneFigureFarFromTheOthers:
    AREAS = ("VN-01", "VN-02", "VN-03", "VN-04", "VN-05")

    def rows(self, last: str) -> pd.DataFrame:
        values = ("5", "6", "7", "8", last)
        pairs = enumerate(zip(values, self.AREAS, strict=True))
        return table(*(row(value, ref_area=area, start=10 * nth) for nth, (value, area) in pairs))

    def test_its_bar_is_cut_with_strokes_and_its_label_is_true(self) -> None:
        rows = views.comparison(self.rows("900"), Choice(area="VN-01", kind="S", period="2020-S1"))
        chart = charts.bars(rows, VI)
        assert max(chart.data[0].x) == 12
        assert any("900" in text for text in chart.data[0].text)
        assert chart.data[-1].marker.symbol == "line-ne"
        assert charts.cut(rows)

    def test_bars_of_one_order_are_never_cut(self) -> None:
        rows = views.comparison(self.rows("20"), Choice(area="VN-01", kind="S", period="2020-S1"))
        assert max(charts.bars(rows, VI).data[0].x) == 20
        assert not charts.cut(rows)


class TestHeat:
    def test_the_newest_period_stands_first_and_periods_without_a_figure_not_at_all(self) -> None:
        rich = table(
            row("5", time_period="2018", start=10),
            row("6", time_period="2020", start=20),
            row("7", ref_area="VN-69", time_period="2020", start=30),
        )
        chart = charts.heat(views.grid(rich, YEAR), VI, "VN-09")
        assert list(chart.layout.xaxis.ticktext) == ["Năm 2020", "Năm 2018"]
        assert chart.layout.yaxis.ticktext[0].strip() == "Thái Nguyên"

    def test_many_periods_are_named_briefly_and_level(self) -> None:
        months = [f"2020-{month:02}" for month in range(1, 13)]
        rich = table(*(row(time_period=month, start=nth) for nth, month in enumerate(months)))
        choice = views.resolve(rich, {"kind": "M"}).choice
        periods = charts.heat(views.grid(rich, choice), VI, "VN-09").layout.xaxis
        assert periods.ticktext[0] == VI.brief("2020-12")
        assert periods.tickangle == 0


class TestLines:
    def test_a_line_breaks_at_a_gap_and_never_falls_to_zero(self) -> None:
        periods = ["2018", "2019", "2021"]
        rich = table(*(row(str(n + 2), time_period=code, start=n + 1) for n, code in enumerate(periods)))
        (line,) = [
            trace for trace in charts.lines(views.series(rich, YEAR), VI).data if trace.mode == "lines"
        ]
        assert list(line.x) == [0, 1, None, 3]
        assert list(line.y) == [2, 3, None, 4]
        assert line.connectgaps is False

    def test_a_range_has_an_error_bar_and_a_target_an_open_diamond(self) -> None:
        found = charts.lines(views.series(growth(), HALF), VI)
        target = next(trace for trace in found.data if "diamond-open" in (trace.marker.symbol or ()))
        assert list(target.error_y.array) == [0.5]

    def test_no_name_stands_without_its_point(self) -> None:
        aims = [
            row("6.5", ref_area=code, nature="target", start=place)
            for place, code in enumerate(["VN", "VN-69"])
        ]
        chart = charts.lines(views.series(table(row(nature="target", start=50), *aims), HALF), VI)
        drawn = {name for trace in chart.data for name in trace.customdata or ()}
        assert len(chart.layout.annotations) == len(drawn) == 2

    def test_ticks_are_few_of_one_time_of_the_year_and_end_at_the_newest_period(self) -> None:
        codes = [f"{year}-S{half}" for year in range(2010, 2021) for half in (1, 2)][:-1]
        rich = table(*(row("2", time_period=code, start=place) for place, code in enumerate(codes)))
        wide, narrow = (charts.lines(views.series(rich, HALF), VI, narrow) for narrow in (False, True))
        assert wide.layout.xaxis.ticktext == (
            "6T/2010",
            "6T/2012",
            "6T/2014",
            "6T/2016",
            "6T/2018",
            "6T/2020",
        )
        assert narrow.layout.xaxis.ticktext == ("6T/2012", "6T/2016", "6T/2020")

    def test_as_many_areas_are_drawn_as_there_is_room_for_their_names(self) -> None:
        areas = ["VN-09", "VN", *(f"VN-0{place}" for place in range(1, 6))]
        rich = table(*(row("2", ref_area=area, start=place) for place, area in enumerate(areas)))
        low = charts.lines(views.series(rich, HALF, tuple(areas)), VI, height=160)
        names = [note.text for note in low.layout.annotations]
        assert len(names) == 4 and {"<b>Lạng Sơn 2</b>", "Cả nước 2"} <= set(names)

    def test_names_do_not_stand_over_each_other(self) -> None:
        areas = ["VN-09", "VN", "VN-43", "VN-NMM"]
        rich = table(*(row("2", ref_area=area, nature="estimate", start=n) for n, area in enumerate(areas)))
        notes = charts.lines(views.series(rich, HALF, tuple(areas)), VI).layout.annotations
        ends = [(-note.yshift, 10 * (note.text.count("<br>") + 1)) for note in notes]
        assert all(low - deep >= high + half for (high, half), (low, deep) in pairwise(ends))

    def test_an_estimate_is_an_open_point(self) -> None:
        chart = charts.lines(views.series(table(row(nature="estimate")), HALF), VI)
        assert "circle-open" in chart.data[-1].marker.symbol


class TestMap:
    @pytest.mark.parametrize(("boundary", "count"), [("63", 63), ("34", 34)])
    def test_every_province_has_a_tile_and_the_archipelagos_a_mark(self, boundary: str, count: int) -> None:
        grid = tiles(boundary)
        assert sum(bool(tile.code) for tile in grid) == count
        assert {tile.name for tile in grid if not tile.code} == {"Hoàng Sa", "Trường Sa"}
        assert len({(tile.row, tile.column) for tile in grid}) == len(grid)

    @pytest.mark.parametrize(("chosen", "strong"), [("VN", 2), ("VN-09", 1)])
    def test_the_locator_shows_the_chosen_area_and_where_figures_are(self, chosen: str, strong: int) -> None:
        rows = views.areas_in(growth(), YEAR)
        chart = charts.locator(rows, VI, chosen=chosen)
        full = [colour for trace in chart.data for colour in trace.marker.color if colour.endswith(",1.0)")]
        assert len(full) == strong
        leading = {found for trace in chart.data for found in trace.customdata or () if found}
        assert leading == set(rows[rows["ref_area"] != "VN"]["id"])

    def test_a_tile_leads_to_its_row(self) -> None:
        chart = charts.tilemap(views.areas_in(growth(), HALF), VI)
        assert "early:20" in {code for trace in chart.data for code in trace.customdata or ()}


def figures() -> list[go.Figure]:
    rich, year = growth(), YEAR
    return [
        charts.bars(views.comparison(rich, HALF), VI),
        charts.lines(views.series(rich, HALF), VI),
        charts.tilemap(views.areas_in(rich, HALF), VI),
        charts.heat(views.grid(rich, year), VI, "VN-09"),
    ]


@pytest.mark.parametrize("chart", figures(), ids=["bars", "lines", "map", "heat"])
class TestLeavingThePage:
    caption = captions.Caption(
        "Kinh tế <Lạng Sơn>", "% so với cùng kỳ", "Nguồn: 2 báo cáo.", "Gạch chéo: ước tính."
    )

    def test_words_stand_inside_the_picture_on_white(self, chart: go.Figure) -> None:
        dressed = charts.dress(chart, self.caption, "Lập ngày 1/1/2021")
        told = " ".join(re.sub("<br>", " ", note.text) for note in dressed.layout.annotations)
        for part in (
            "Kinh tế &lt;Lạng Sơn&gt;",
            self.caption.subtitle,
            self.caption.source,
            "Lập ngày 1/1/2021",
        ):
            assert part in told
        assert dressed.layout.paper_bgcolor == "#ffffff"
        assert (dressed.layout.width, dressed.layout.height >= 675) == (1200, True)

    def test_dressing_leaves_the_chart_on_the_page_as_it_was(self, chart: go.Figure) -> None:
        before = chart.to_json()
        charts.dress(chart, self.caption, "")
        assert chart.to_json() == before

    def test_nothing_is_fetched(self, chart: go.Figure) -> None:
        page = charts.standalone(charts.dress(chart, self.caption, ""), "T", "vi").decode()
        assert not re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=", page)
        assert '<html lang="vi">' in page and "L\\u1ea1ng S\\u01a1n" in page

    def test_no_placeholder_colours(self, chart: go.Figure) -> None:
        assert not re.findall(r"#0000[01][0-9]", json.dumps(chart.to_plotly_json(), default=str))


@pytest.mark.parametrize(
    "draw", [charts.bars, charts.lines, lambda view, say: charts.heat(view, say, "VN-09")]
)
def test_no_rows_make_an_empty_chart(draw: object) -> None:
    empty = views.comparison(growth(), dataclasses.replace(HALF, family="IIP"))
    assert callable(draw) and not draw(empty, VI).data
