"""Comparing areas: the country as a line, panels, what lies far outside, a map that explains itself."""

import dataclasses

import pandas as pd
import pytest

from indicators import charts, views
from indicators.charts.tiles import tiles
from indicators.model import Observation
from indicators.views import Choice
from indicators.wording import Wording
from tests.rows import row, table

VI, EN = Wording("vi"), Wording("en")
YEAR = Choice(area="VN-09", kind="Y", period="2020")


def year(value: str, area: str, start: int, **parts: object) -> Observation:
    return row(value, **({"ref_area": area, "time_period": "2020", "start": start} | parts))


def ranked() -> pd.DataFrame:
    return table(year("2", "VN-09", 1), year("4", "VN-69", 2), year("3", "VN", 3, indicator="GDP"))


class TestTheCountryAmongRankedBars:
    def test_it_is_a_line_that_leads_to_its_row(self) -> None:
        chart = charts.bars(views.comparison(ranked(), YEAR, most=None), VI, line=True)
        bar, mark = chart.data
        assert list(bar.customdata) == ["early:2", "early:1"]
        assert list(mark.customdata) == ["early:3"] and list(mark.x) == [3.0]
        assert "cả nước 3" in [note.text for note in chart.layout.annotations]

    def test_it_stays_a_bar_where_the_reader_chose_it(self) -> None:
        choice = dataclasses.replace(YEAR, area="VN")
        chart = charts.bars(views.comparison(ranked(), choice, most=None), VI, line=True)
        assert len(chart.data[0].x) == 3

    def test_an_amount_stays_a_bar(self) -> None:
        level = {"measure": "LEVEL", "unit_measure": "VND", "unit_mult": 9}
        rich = table(
            year("2", "VN-09", 1, **level), year("4", "VN-69", 2, **level), year("9", "VN", 3, **level)
        )
        view = views.comparison(rich, dataclasses.replace(YEAR, measure="LEVEL"), most=None)
        assert len(charts.bars(view, VI, line=True).data[0].x) == 3


class TestPanels:
    def test_there_is_one_for_each_area_the_chosen_one_first(self) -> None:
        view = views.series(ranked(), YEAR, ("VN-09", "VN", "VN-69"))
        chart = charts.multiples(view, EN)
        heads = [note.text for note in chart.layout.annotations if note.text.startswith("<b>")]
        assert heads == ["<b>Lang Son</b> 2", "<b>Viet Nam</b> 3", "<b>Thai Nguyen</b> 4"]

    def test_all_stand_on_one_scale(self) -> None:
        rich = table(year("4", "VN-09", 1), year("4", "VN-69", 2), year("2", "VN-04", 3))
        chart = charts.multiples(views.series(rich, YEAR, ("VN-09", "VN-69", "VN-04")), VI)
        own = {trace.customdata[0]: trace.y[0] for trace in chart.data if trace.customdata}
        assert own["early:1"] == own["early:2"] < own["early:3"]

    def test_fewer_stand_side_by_side_on_a_narrow_page(self) -> None:
        view = views.series(ranked(), YEAR, ("VN-09", "VN", "VN-69"))
        wide, narrow = charts.multiples(view, EN), charts.multiples(view, EN, narrow=True)
        assert [chart.layout.xaxis.range[1] for chart in (wide, narrow)] == [2.9, 1.9]
        assert narrow.layout.height == 2 * wide.layout.height

    def test_every_point_leads_to_its_row(self) -> None:
        chart = charts.multiples(views.series(ranked(), YEAR, ("VN-09", "VN", "VN-69")), VI)
        assert {place for trace in chart.data for place in trace.customdata or ()} == {
            "early:1", "early:2", "early:3",
        }  # fmt: skip

    def test_no_rows_make_an_empty_chart(self) -> None:
        assert not charts.multiples(views.series(table(), YEAR), VI).data


class TestWhatLiesFarOutside:
    rich = table(
        *(
            year(value, area, n)
            for n, (value, area) in enumerate(
                [("2", "VN-09"), ("3", "VN-69"), ("4", "VN-04"), ("400", "VN-03")]
            )
        )
    )

    def test_a_point_is_drawn_at_the_upper_edge_and_its_label_is_true(self) -> None:
        chart = charts.lines(views.series(self.rich, YEAR, ("VN-09", "VN-69", "VN-04", "VN-03")), VI)
        assert max(max(trace.y) for trace in chart.data) == 6.0
        assert "Hà Giang 400" in [note.text for note in chart.layout.annotations]

    def test_a_scale_of_colours_ends_before_it_and_names_it(self) -> None:
        view = views.areas_in(self.rich, YEAR)
        assert charts.scale_ends(view, VI) == ("2", "≥ 6%")
        assert "Hà Giang 400%" in charts.beyond(view, VI)

    def test_nothing_is_said_where_nothing_is_far(self) -> None:
        assert charts.beyond(views.areas_in(ranked(), YEAR), VI) == ""


class TestTheMap:
    @pytest.mark.parametrize("boundary", ["63", "34"])
    def test_no_two_tiles_bear_the_same_letters(self, boundary: str) -> None:
        letters = [tile.letters for tile in tiles(boundary) if tile.code]
        assert len(set(letters)) == len(letters)
        assert max(len(text) for text in letters) <= 4

    def test_a_roomy_tile_holds_its_figure(self) -> None:
        chart = charts.tilemap(views.areas_in(ranked(), YEAR), VI, cell=charts.ROOMY)
        assert "LS<br>2" in [text for trace in chart.data for text in trace.text or ()]

    def test_few_figures_are_explained_and_named(self) -> None:
        told = charts.told_areas(views.areas_in(ranked(), YEAR), EN, "63")
        assert told.startswith(
            "Figures for 2 of the 63 provinces in this period: Thai Nguyen 4%, Lang Son 2%."
        )

    def test_no_figure_is_explained_too(self) -> None:
        assert charts.told_areas(views.areas_in(table(), YEAR), EN, "34").startswith("None of the 34")
