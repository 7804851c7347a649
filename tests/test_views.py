"""Views: filters that combine, one statement for each observation, comparison, series, cards, evidence."""

from itertools import permutations

import pandas as pd
import pytest

from indicators import views
from indicators.checking import CHECKS, Doubt, doubts
from indicators.lexicon import LANGUAGES
from indicators.model import Document, Span
from indicators.table import COLUMNS
from indicators.views import Choice
from indicators.wording import Wording
from tests.rows import growth, row, table

HALF = Choice(area="VN-09", kind="S", period="2020-S1")


def codes(options: list[views.Option]) -> dict[str, int]:
    return {option.code: option.count for option in options}


class TestChoice:
    def test_opens_on_the_province_with_most_rows_and_its_half_year(self) -> None:
        choice = views.resolve(growth(), {}).choice
        assert (choice.area, choice.period, choice.family) == ("VN-09", "2020-S1", "ECON")

    def test_each_filter_offers_what_the_ones_before_it_leave(self) -> None:
        rich = table(row(), row(indicator="IIP", start=9), row(time_period="2020", measure="RANK", start=8))
        assert codes(views.area_options(rich)) == {"VN-09": 3}
        assert codes(views.kind_options(rich, HALF)) == {"Y": 1, "S": 2}
        assert codes(views.period_options(rich, HALF)) == {"2020-S1": 2}
        assert codes(views.family_options(rich, HALF)) == {"ECON": 1, "IIP": 1}
        assert codes(views.measure_options(rich, HALF)) == {"GROWTH_YOY": 1}

    def test_newest_period_stands_first(self) -> None:
        rich = table(row(), row(time_period="2021-S1", start=9), row(time_period="2020-S2", start=8))
        assert list(codes(views.period_options(rich, HALF))) == ["2021-S1", "2020-S2", "2020-S1"]

    def test_a_combination_without_rows_gives_way_and_says_so(self) -> None:
        resolved = views.resolve(growth(), {"area": "VN-69", "kind": "Q", "period": "2020-Q3"})
        assert resolved.choice.area == "VN-69"
        assert resolved.choice.period in {"2020", "2020-S1"}
        assert resolved.missed_period == "2020-Q3"
        assert resolved.unknown == ()

    @pytest.mark.parametrize(
        "part",
        [{"area": "VN-99"}, {"period": "2020-S9"}, {"chart": "pie"}, {"colour": "red"}, {"with": "VN-69.X"}],
    )
    def test_what_is_no_code_is_named_and_the_rest_is_kept(self, part: dict[str, str]) -> None:
        resolved = views.resolve(growth(), {"kind": "Y"} | part)
        ((key, value),) = part.items()
        assert resolved.unknown == (f"{key}={value}",)
        assert resolved.choice.kind == "Y"

    def test_an_area_without_rows_is_named_and_another_is_shown(self) -> None:
        resolved = views.resolve(growth(), {"area": "VN-59"})
        assert resolved.unknown == ("area=VN-59",)
        assert resolved.choice.area == "VN-09"

    def test_a_link_restores_its_choice(self) -> None:
        wish = {
            "area": "VN-69",
            "with": "VN",
            "kind": "Y",
            "period": "2020",
            "nature": "actual",
            "chart": "lines",
        }
        choice = views.resolve(growth(), wish).choice
        assert views.resolve(growth(), choice.codes()).choice == choice
        assert choice.others == ("VN",) and choice.natures == ("actual",) and choice.chart == "lines"

    def test_an_empty_table_is_refused(self) -> None:
        with pytest.raises(ValueError, match="nothing to choose"):
            views.resolve(table(), {})


class TestPicking:
    def test_the_actual_figure_wins_over_a_newer_estimate(self) -> None:
        picked = views.pick(table(row("2"), row("3", nature="estimate", document="late")))
        assert list(picked["value"]) == [2.0]
        assert list(picked["rivals"]) == [1]

    def test_the_newest_report_wins_among_equals(self) -> None:
        picked = views.pick(table(row("2"), row("3", document="late"), row("4", document="undated")))
        assert list(picked["value"]) == [3.0]
        assert list(picked["rivals"]) == [2]

    def test_a_target_never_stands_for_what_came_about(self) -> None:
        assert len(views.pick(table(row("2"), row("8", nature="target", document="late")))) == 2

    def test_the_same_figure_twice_is_no_conflict(self) -> None:
        assert list(views.pick(table(row("2"), row("2", document="late")))["rivals"]) == [0]

    def test_two_plans_are_two_observations(self) -> None:
        plan = {"measure": "PLAN_RATIO", "indicator": "BUDGET_REV"}
        rich = table(
            row("40", plan_setter="central", **plan), row("50", plan_setter="local", start=9, **plan)
        )
        assert len(views.pick(rich)) == 2

    def test_rivals_are_told_with_their_values(self) -> None:
        rich = table(
            row("2"), row("3", document="late"), row("9", time_period="2020", document="late", start=7)
        )
        assert list(views.rivals(rich, views.pick(rich).iloc[0])["value"]) == [2.0]

    def test_what_is_kept_and_picked_has_words_like_the_observation_table(self) -> None:
        rich = growth()
        for rows in (views.keep(rich, ref_area="VN"), views.pick(rich)):
            assert {column: str(rows[column].dtype) for column in COLUMNS} == COLUMNS

    def test_conditions_are_met_together_whatever_their_order(self) -> None:
        rich = growth()
        both = {"ref_area": ("VN", "VN-69"), "time_period": "2020"}
        kept = [list(views.keep(rich, **dict(order))["id"]) for order in permutations(both.items())]
        assert kept == [["late:40", "late:60"]] * 2

    def test_ids_are_unique_where_a_place_gives_two_rows(self) -> None:
        assert list(table(row(), row(indicator="IIP"))["id"]) == ["early:100", "early:100.2"]


class TestComparison:
    def test_country_and_provinces_stand_in_one_comparison(self) -> None:
        view = views.comparison(growth(), HALF)
        first = view[view["section"] == "2020-S1"]
        assert list(first["ref_area"]) == ["VN", "VN-09", "VN-69"]
        assert list(first["role"]) == ["country", "chosen", "rest"]

    def test_the_year_and_its_target_follow_the_chosen_half_year(self) -> None:
        sections = list(dict.fromkeys(views.comparison(growth(), HALF)["section"]))
        assert sections == ["2020-S1", "2020", "plan:2020"]

    def test_only_the_named_areas_are_compared(self) -> None:
        view = views.comparison(growth(), Choice(area="VN-09", others=("VN-69",), kind="Y", period="2020"))
        assert set(view["ref_area"]) == {"VN-09", "VN-69", "VN"}

    def test_natures_that_are_not_chosen_are_left_out(self) -> None:
        view = views.comparison(
            growth(), Choice(area="VN-09", kind="S", period="2020-S1", natures=("actual",))
        )
        assert set(view["nature"]) == {"actual"}

    def test_what_finds_no_room_is_counted(self) -> None:
        provinces = [f"VN-{number:02d}" for number in (1, 2, 3, 4, 5, 6, 7, 13, 14, 18, 20, 21, 22)]
        rich = table(
            *(row(str(n), ref_area=code, start=n + 1) for n, code in enumerate(provinces)), row("5", start=99)
        )
        view = views.comparison(rich, HALF, most=10)
        assert len(view) == 10 and set(view["left"]) == {4}
        assert "VN-09" in set(view["ref_area"])

    def test_one_scale_for_what_is_compared(self) -> None:
        rich = table(row("2"), row("2.3", ref_area="VN-69", unit_measure="TIMES"))
        assert set(views.comparison(rich, HALF)["ref_area"]) == {"VN-09"}

    def test_no_rows_make_an_empty_view(self) -> None:
        assert views.comparison(growth(), Choice(area="VN-09", period="2020-S1", family="IIP")).empty


class TestSeries:
    def test_a_missing_period_keeps_its_place(self) -> None:
        rich = table(row(time_period="2020-S1"), row(time_period="2021-S1", start=9))
        view = views.series(rich, HALF)
        assert list(view["position"]) == [0, 2]
        assert views.axis(view) == ["2020-S1", "2020-S2", "2021-S1"]

    def test_with_one_period_of_the_kind_all_kinds_stand_beside_each_other(self) -> None:
        view = views.series(growth(), HALF)
        assert views.axis(view) == ["2020-S1", "2020"]
        assert set(view["ref_area"]) == {"VN-09", "VN"}


class TestCards:
    def test_growth_is_laid_beside_the_country(self) -> None:
        (card,) = views.cards(growth(), HALF)
        assert card.family == "ECON" and card.main["value"] == 0.47
        assert card.country is not None and card.country["value"] == 1.81

    def test_an_amount_carries_its_growth_and_its_plan(self) -> None:
        trade = {"indicator": "TRADE"}
        rich = table(
            row("1320", measure="LEVEL", unit_measure="USD", unit_mult=6, **trade),
            row("24", measure="PLAN_RATIO", start=2, **trade),
            row("-42.9", start=3, **trade),
        )
        (card,) = views.cards(rich, HALF)
        assert card.main["measure"] == "LEVEL" and card.elapsed is None
        assert card.growth is not None and card.growth["value"] == -42.9
        assert card.plan is not None and card.plan["value"] == 24

    def test_a_ratio_to_the_plan_knows_how_much_of_the_year_is_over(self) -> None:
        (card,) = views.cards(table(row("49.5", indicator="BUDGET_REV", measure="PLAN_RATIO")), HALF)
        assert card.elapsed == 50.0


class TestCardsOverTime:
    rich = table(
        row("5", time_period="2018-S1", start=1),
        row("7", time_period="2019-S1", start=2),
        row("3", time_period="2020-S1", start=3),
        row("9", time_period="2021-S1", start=4),
        row("8", time_period="2020", start=5),
    )

    def test_a_card_knows_its_figure_of_a_year_before_and_all_up_to_its_own(self) -> None:
        (card,) = views.cards(self.rich, HALF)
        assert card.before is not None and card.before["value"] == 7
        assert card.history == (5.0, None, 7.0, None, 3.0)

    def test_a_single_figure_has_no_history(self) -> None:
        (card,) = views.cards(table(row("3"), row("8", time_period="2020", start=5)), HALF)
        assert card.before is None and card.history == ()


class TestEvidence:
    def test_the_sentence_is_cut_at_its_figure(self) -> None:
        before, figure, behind = views.sentence(growth().iloc[1])
        assert (before.text, figure.text, behind.text) == ("GRDP tăng ", "0,47%", " so với cùng kỳ.")

    def test_the_words_that_decided_a_row_are_cut_out_of_its_sentence(self) -> None:
        own = table(
            row("0.47", start=20, indicator_at=Span(10, 14), area_at=Span(10, 14), base_at=Span(33, 40))
        )
        pieces = views.sentence(own.iloc[0])
        assert [(piece.text, piece.grounds) for piece in pieces if piece.grounds] == [
            ("GRDP", ("indicator", "area")),
            ("cùng kỳ", ("base",)),
        ]
        assert "".join(piece.text for piece in pieces) == own.iloc[0]["sentence"]

    def test_words_that_decided_it_elsewhere_are_quoted_from_the_report(self) -> None:
        document = Document(name="early", text="Tỉnh Lạng Sơn họp. GRDP tăng 0,47% so với cùng kỳ.")
        own = table(row("0.47", start=29, area_at=Span(5, 13), indicator_at=Span(19, 23))).iloc[0]
        assert [(piece.text, piece.grounds) for piece in views.elsewhere(own, document)] == [
            ("Lạng Sơn", ("area",))
        ]
        assert views.elsewhere(own, None) == []

    def test_the_marked_report_is_the_whole_report(self) -> None:
        text = "Lạng Sơn: GRDP tăng 1%, IIP tăng 2%."
        rich = table(row("1", start=20), row("2", indicator="IIP", start=33))
        pieces = views.marked(Document("early", text), rich)
        assert "".join(piece.text for piece in pieces) == text
        assert [piece.text for piece in pieces if piece.id] == ["1%", "2%"]

    def test_rows_at_one_place_mark_it_once(self) -> None:
        rich = table(row("1", start=20), row("1", indicator="IIP", start=20))
        pieces = views.marked(Document("early", "x" * 20 + "1%."), rich)
        assert [piece.text for piece in pieces if piece.id] == ["1%"]

    def test_a_row_is_found_by_its_id(self) -> None:
        found = views.find(growth(), "early:20")
        assert found is not None and found["value"] == 0.47
        assert views.find(growth(), "early:21") is None


class TestCovering:
    def test_no_report_and_left_out_are_told_apart(self) -> None:
        rich = table(row(), row(ref_area="VN-69", indicator="IIP", start=3))
        covered = views.coverage(rich, [Document("early", "", area="VN-09")])
        assert list(covered.index) == ["VN-69", "VN-09"] or list(covered.index) == ["VN-09", "VN-69"]
        assert covered.loc["VN-09", "ECON"] == 1 and covered.loc["VN-09", "IIP"] == 0
        assert covered.loc["VN-09", views.REPORTS] == 1 and covered.loc["VN-69", views.REPORTS] == 0

    def test_provinces_without_report_and_figure_are_named(self) -> None:
        rich = table(row(), row(ref_area="VN-69", start=3), row(ref_area="VN", start=4))
        untold = views.untold(views.coverage(rich, [Document("late", "", area="VN-71")]))
        assert len(untold) == 60
        assert not {"VN", "VN-09", "VN-69", "VN-71", "VN-RRD"} & set(untold)

    def test_the_newest_figure_of_a_cell_is_that_of_the_newest_report(self) -> None:
        rich = table(row("1"), row("2", document="late"), row("3", document="undated"), row(indicator="IIP"))
        newest = views.newest(rich, "VN-09", "ECON")
        assert newest is not None and newest["value"] == 2.0
        assert views.newest(rich, "VN-69", "ECON") is None

    def test_doubts_are_sought_until_there_are_as_many_as_a_list_shows(self) -> None:
        rich = table(*(row("900", ref_area=area) for area in ("VN-09", "VN-69", "VN-71")))
        assert [doubt.rows for doubt in views.first_doubts(rich, 9)] == [(0,), (1,), (2,)]
        assert [doubt.rows for doubt in views.first_doubts(rich, 2)] == [(0,), (1,)]

    def test_conflicts_stand_with_the_widest_gap_first(self) -> None:
        rich = table(
            row("2"),
            row("3", document="late"),
            row("2", ref_area="VN-69", start=5),
            row("9", ref_area="VN-69", document="late", start=5),
            row("1", indicator="IIP", start=6),
        )
        found = views.conflicts(rich)
        assert list(found.loc[found["taken"], "ref_area"]) == ["VN-69", "VN-09"]
        assert list(found.loc[found["taken"], "value"]) == [9.0, 3.0]

    def test_a_conflict_tells_all_its_statements_and_which_of_them_charts_take(self) -> None:
        rich = table(row("2"), row("3", document="late", nature="estimate"), row("2.9", document="undated"))
        found = views.conflicts(rich)
        assert list(zip(found["value"], found["taken"], strict=True)) == [
            (2.0, True),
            (3.0, False),
            (2.9, False),
        ]
        assert set(found["told"]) == {3} and found["conflict"].nunique() == 1

    def test_what_only_rounding_tells_apart_is_no_conflict(self) -> None:
        assert views.conflicts(table(row("2.5"), row("2.46", document="late"))).empty
        assert views.conflicts(table(row("2"), row("2.4", document="late", qualifier="~"))).empty

    def test_places_in_two_rankings_are_no_conflict(self) -> None:
        rank = {"measure": "RANK", "unit_measure": "RANK"}
        assert views.conflicts(table(row("3", **rank), row("19", start=5, **rank))).empty

    def test_an_empty_table_has_no_conflicts(self) -> None:
        assert views.conflicts(table()).empty


class TestReasons:
    TRADE = (
        row("8.9", indicator="TRADE", measure="LEVEL", unit_measure="USD", unit_mult=9, start=3),
        row("5.2", indicator="EXPORTS", measure="LEVEL", unit_measure="USD", unit_mult=9, start=1),
        row("3.1", indicator="IMPORTS", measure="LEVEL", unit_measure="USD", unit_mult=9, start=2),
    )

    def test_a_doubt_is_told_by_what_the_rows_state_and_what_follows(self) -> None:
        rich = table(*self.TRADE)
        (doubt,) = doubts(rich)
        reason = views.reason(doubt, rich.iloc[list(doubt.rows)], Wording("vi"))
        assert reason == (
            "Xuất khẩu 5,2 tỷ USD và nhập khẩu 3,1 tỷ USD cho tổng 8,3 tỷ USD; báo cáo viết 8,9 tỷ USD."
        )

    def test_many_doubts_are_told_like_each_of_them(self) -> None:
        rich = table(*self.TRADE, row("77", start=50), row("88", start=60))
        found = doubts(rich)
        told = [views.reason(doubt, rich.iloc[list(doubt.rows)], Wording("en")) for doubt in found]
        assert len(told) > 1 and views.reasons(found, rich, Wording("en")) == told

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("check", [check.__name__ for check in CHECKS])
    def test_each_check_has_its_sentence_in_both_languages(self, check: str, language: str) -> None:
        rich = table(*self.TRADE)
        reason = views.reason(Doubt(check, (0, 1, 2), 8.9, 8.3, 0.1), rich, Wording(language))
        assert ("8,9" if language == "vi" else "8.9") in reason
        assert reason.endswith(".") and reason[0].isupper() and "{" not in reason


def test_views_never_change_the_table() -> None:
    rich = growth()
    before = rich.copy(deep=True)
    choice = views.resolve(rich, {}).choice
    for view in (views.comparison, views.series, views.areas_in, views.grid, views.cards):
        view(rich, choice)
    pd.testing.assert_frame_equal(rich, before)
