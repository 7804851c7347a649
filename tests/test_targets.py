"""Plans, targets and forecasts beside what is reached: the pairs, what is on course, what is said."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from indicators import charts, views
from indicators.charts import target_captions
from indicators.charts.target_captions import label
from indicators.model import Observation
from indicators.ui import page
from indicators.views import Aim, Choice
from indicators.wording import Wording
from tests.rows import row, table

VI, EN = Wording("vi"), Wording("en")
HALF = Choice(area="VN-09", kind="S", period="2020-S1")
YEAR = Choice(area="VN-09", kind="Y", period="2020")


def ratio(value: str, start: int, **parts: object) -> Observation:
    return row(value, **({"indicator": "BUDGET_REV", "measure": "PLAN_RATIO", "start": start} | parts))


def target(value: str, start: int, **parts: object) -> Observation:
    return row(value, **({"nature": "target", "time_period": "2020", "start": start} | parts))


def aims(*rows: Observation, choice: Choice = HALF) -> list[Aim]:
    return views.targets(table(*rows), choice)


def title(*rows: Observation, choice: Choice = HALF, wording: Wording = VI) -> str:
    return target_captions.target_title(aims(*rows, choice=choice), choice, wording)


class TestPairs:
    def test_a_ratio_to_a_plan_stands_beside_the_share_of_the_year_that_is_over(self) -> None:
        (found,) = aims(ratio("49.5", 1))
        assert (found.share, found.elapsed) == (49.5, 50.0)

    def test_two_plans_of_one_indicator_stand_side_by_side(self) -> None:
        found = aims(ratio("104", 1, plan_setter="central"), ratio("96", 2, plan_setter="local"))
        assert [aim.main["plan_setter"] for aim in found] == ["central", "local"]

    def test_a_target_is_laid_beside_what_came_about_in_its_period(self) -> None:
        (found,) = aims(target("8", 1), row("2", time_period="2020", start=2))
        assert found.share == 25.0 and found.elapsed is None

    def test_a_years_target_is_laid_beside_the_longest_stretch_from_january(self) -> None:
        amount = {"indicator": "EXPORTS", "measure": "LEVEL", "unit_measure": "USD", "unit_mult": 6}
        (found,) = aims(
            target("4", 1, **(amount | {"unit_mult": 9})),
            row("900", time_period="2020-Q1", start=2, **amount),
            row("2000", start=3, **amount),
            row("9999", time_period="2020-Q3", start=4, **amount),
        )
        assert (found.share, found.elapsed) == (50.0, 50.0)

    def test_no_share_of_the_year_is_laid_beside_an_amount_that_stands_at_a_day(self) -> None:
        amount = {"indicator": "CREDIT", "measure": "LEVEL", "unit_measure": "VND", "unit_mult": 9}
        (found,) = aims(target("40000", 1, **amount), row("38000", start=2, **amount))
        assert found.share == 95.0 and found.elapsed is None

    def test_a_range_is_measured_from_its_lower_end(self) -> None:
        (found,) = aims(
            target("8", 1, value_upper="10", qualifier=".."), row("4", time_period="2020", start=2)
        )
        assert (found.share, found.most) == (50.0, 125.0)

    def test_a_target_without_result_is_listed_too(self) -> None:
        (found,) = aims(target("8", 1))
        assert found.reached is None and found.share is None

    def test_a_plan_of_several_years_is_seen_from_each_of_them(self) -> None:
        assert aims(target("7", 1, measure="GROWTH_AVG", time_period="2016-01-01/P5Y"))
        assert not aims(target("7", 1, measure="GROWTH_AVG", time_period="2021-01-01/P5Y"))

    def test_the_chosen_period_stands_first_then_targets_then_forecasts(self) -> None:
        found = aims(
            row("9", nature="forecast", time_period="2020", start=1),
            target("8", 2),
            ratio("100.9", 3, time_period="2020"),
            ratio("49.5", 4),
        )
        assert [aim.nature for aim in found] == ["plan", "plan", "target", "forecast"]
        assert found[0].period == "2020-S1"

    def test_the_rows_behind_them_are_each_there_once(self) -> None:
        rich = table(target("8", 1), row("9", nature="forecast", time_period="2020", start=2),
                     row("2", time_period="2020", start=3))  # fmt: skip
        rows = views.behind(views.targets(rich, YEAR), rich)
        assert sorted(rows["value"]) == [2.0, 8.0, 9.0]

    def test_where_there_is_none_the_other_periods_and_areas_are_known(self) -> None:
        rich = table(row(), target("8", 1, time_period="2019", ref_area="VN-69"))
        assert views.targets(rich, HALF) == []
        assert views.aimed_periods(rich, "VN-69") == ["2019"]
        assert views.aimed_periods(rich, "VN-09") == []
        assert views.aiming_areas(rich) == ["VN-69"]


class TestOnCourse:
    @pytest.mark.parametrize(
        ("reached", "period", "told"),
        [
            ("49.5", "2020-S1", True),
            ("47.9", "2020-S1", False),
            ("75", "2020-01-01/P9M", True),
            ("99.5", "2020", False),
            ("100", "2020", True),
        ],
    )
    def test_a_little_behind_the_year_is_on_course_until_it_is_over(
        self, reached: str, period: str, told: bool
    ) -> None:
        assert aims(ratio(reached, 1, time_period=period))[0].on_course is told


class TestSentences:
    def test_plans_are_counted(self) -> None:
        rows = (ratio("49.5", 1), ratio("24", 2, indicator="TRADE"))
        assert (
            title(*rows)
            == "Sau 6 tháng đầu năm 2020, 1 trong 2 kế hoạch năm của Lạng Sơn đúng hoặc vượt tiến độ"
        )
        assert (
            title(*rows, wording=EN)
            == "After the first half of 2020, 1 of 2 yearly plans of Lang Son are on course or ahead"
        )

    def test_one_plan_is_told_by_itself(self) -> None:
        assert (
            title(ratio("49.5", 1))
            == "Thu ngân sách Lạng Sơn đạt 49,5% kế hoạch năm sau 6 tháng đầu năm 2020"
        )

    def test_a_target_is_told_with_what_came_of_it(self) -> None:
        rows = (target("8.5", 1, value_upper="9", qualifier=".."), row("-2.09", time_period="2020", start=2))
        assert title(*rows) == "Kinh tế Lạng Sơn đạt −2,09% trong năm 2020, so với mục tiêu 8,5–9%"

    def test_a_target_without_result_is_counted(self) -> None:
        assert title(target("8", 1), wording=EN) == "1 target of Lang Son for 2020, with no result yet"

    def test_nothing_is_told_as_nothing(self) -> None:
        assert (
            title(row(), wording=EN) == "No plan, target or forecast of Lang Son for the first half of 2020"
        )

    def test_a_label_says_value_plan_setter_and_nature(self) -> None:
        (found,) = aims(ratio("49.5", 1, plan_setter="local", nature="estimate"))
        assert label(found, VI) == [
            "Thu ngân sách <b>49,5%</b> dự toán",
            "Địa phương giao",
            "<i>ước tính</i>",
        ]


def figure(*rows: Observation, wording: Wording = VI) -> go.Figure:
    return charts.targets(aims(*rows), wording)


class TestChart:
    def test_a_bar_leads_to_what_is_reached_and_its_mark_to_the_aim(self) -> None:
        rich = table(target("8", 1), row("2", time_period="2020", start=2))
        chart = charts.targets(views.targets(rich, YEAR), VI)
        bar, mark = chart.data
        assert list(bar.customdata) == ["early:2"] and list(bar.x) == [25.0]
        assert list(mark.customdata) == ["early:1"] and list(mark.x) == [100]

    def test_the_share_of_the_year_is_marked_and_told(self) -> None:
        chart = figure(ratio("49.5", 1))
        assert [shape.x0 for shape in chart.layout.shapes if shape.type == "line"] == [50.0]
        assert "đã qua 50% năm" in [note.text for note in chart.layout.annotations]

    def test_aims_stand_at_the_right_edge_where_nothing_goes_beyond_them(self) -> None:
        assert tuple(figure(ratio("49.5", 1)).layout.xaxis.range) == (0, 100)
        assert tuple(figure(ratio("140", 1)).layout.xaxis.range) == (0, 140)

    @pytest.mark.parametrize(("period", "lower"), [("2020-S1", False), ("2020-01-01/P11M", True)])
    def test_words_of_the_year_that_would_meet_those_of_the_aim_stand_under_them(
        self, period: str, lower: bool
    ) -> None:
        choice = Choice(area="VN-09", kind="S", period=period)
        found = aims(ratio("49.5", 1, time_period=period), choice=choice)
        notes = charts.targets(found, VI).layout.annotations
        heights = {note.text: note.y for note in notes}
        assert (heights[next(text for text in heights if "đã qua" in text)] > heights["kế hoạch"]) == lower

    def test_what_is_far_beyond_its_plan_is_cut_and_its_label_tells_the_figure(self) -> None:
        chart = figure(ratio("1500", 1))
        assert max(chart.data[0].x) == 200.0
        assert "1.500%" in " ".join(note.text for note in chart.layout.annotations)

    def test_a_target_without_result_has_a_mark_and_no_bar(self) -> None:
        chart = figure(target("8", 1))
        assert [len(trace.x) for trace in chart.data] == [0, 1]

    def test_no_aims_make_an_empty_chart(self) -> None:
        assert isinstance(charts.targets([], VI), go.Figure)

    def test_those_who_cannot_see_it_are_told_the_same(self) -> None:
        assert target_captions.told(aims(ratio("49.5", 1)), EN) == "Budget revenue 49.5% of budget"


@pytest.mark.parametrize(
    ("rows", "told", "untold"),
    [
        ([ratio("49.5", 1)], "Vạch đứt", "Hình thoi"),
        ([row("5", nature="forecast", time_period="2020")], "Hình thoi", "Vạch đứt"),
        ([ratio("100.9", 1, time_period="2020")], "Vạch đậm", "Vạch đứt"),
    ],
)
def test_only_marks_that_are_there_are_explained(rows: list[Observation], told: str, untold: str) -> None:
    legend = page.legend(table(*rows), VI, "targets")
    assert told in legend and untold not in legend


def test_the_same_table_is_never_changed() -> None:
    rich = table(target("8", 1), ratio("49.5", 2))
    before = rich.copy()
    views.behind(views.targets(rich, HALF), rich)
    pd.testing.assert_frame_equal(rich, before)
