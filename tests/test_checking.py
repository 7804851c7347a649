"""Checks between rows: what can't all be true is doubted, what rounding or two meanings explain is not."""

from decimal import Decimal
from typing import Any

import pytest

from indicators import lexicon
from indicators.checking import CHECKS, Doubt, doubts
from indicators.checking.interval import Interval, half_unit, known
from tests.invented import table

Row = dict[str, Any]


def level(indicator: str, value: str, unit: str = "USD", mult: int = 6, **parts: Any) -> Row:
    return {
        "indicator": indicator,
        "measure": "LEVEL",
        "value": Decimal(value),
        "unit_measure": unit,
        "unit_mult": mult,
        "counterpart_period": None,
        **parts,
    }


def percent(measure: str, value: str, **parts: Any) -> Row:
    return {"measure": measure, "value": Decimal(value), **parts}


def found(*rows: Row) -> list[Doubt]:
    return doubts(table(*rows))


def names(*rows: Row) -> list[str]:
    return [doubt.check for doubt in found(*rows)]


def trade(exports: str, imports: str, total: str, **parts: Any) -> list[Row]:
    amounts = {"EXPORTS": exports, "IMPORTS": imports, "TRADE": total}
    return [level(code, value, mult=9, **parts) for code, value in amounts.items()]


def sectors(measure: str, *values: str, **parts: Any) -> list[Row]:
    codes = ("AGR", "IND_CON", "SRV", "TAX")
    return [
        percent(measure, value, activity=code, **parts) for code, value in zip(codes, values, strict=False)
    ]


class TestTrade:
    def test_exports_and_imports_that_make_another_total_are_doubted(self) -> None:
        (doubt,) = found(*trade("5.2", "3.1", "8.9"))
        assert (doubt.check, doubt.rows, doubt.told) == ("trade_total", (2, 0, 1), 8.9)
        assert doubt.expected == pytest.approx(8.3)
        assert doubt.tolerance == pytest.approx(0.15)

    @pytest.mark.parametrize("total", ["8.3", "8.2", "8.4", "8"])
    def test_what_rounding_explains_is_not_doubted(self, total: str) -> None:
        assert names(*trade("5.2", "3.1", total)) == []

    def test_noughts_at_the_end_of_an_amount_may_be_rounding(self) -> None:
        rows = [level("EXPORTS", "5200"), level("IMPORTS", "3100"), level("TRADE", "8340")]
        assert names(*rows) == []

    def test_powers_of_ten_are_reckoned_with(self) -> None:
        rows = [level("EXPORTS", "5213"), level("IMPORTS", "3121"), level("TRADE", "8.3", mult=9)]
        assert names(*rows) == []

    def test_a_bound_leaves_room_on_its_side_only(self) -> None:
        over = level("EXPORTS", "5", mult=9, qualifier=">")
        imports = level("IMPORTS", "3.1", mult=9)
        assert names(over, imports, level("TRADE", "9.4", mult=9)) == []
        assert names(over, imports, level("TRADE", "7.2", mult=9)) == ["trade_total"]

    @pytest.mark.parametrize(
        "apart",
        [
            {"ref_area": "VN"},
            {"time_period": "2020"},
            {"document": "another"},
            {"boundary": "34"},
            {"nature": "target"},
            {"unit_measure": "VND"},
        ],
        ids=lambda parts: next(iter(parts)),
    )
    def test_only_like_is_laid_beside_like(self, apart: Row) -> None:
        exports, imports, total = trade("5.2", "3.1", "8.9")
        assert "trade_total" not in names(exports, imports, total | apart)

    def test_an_estimate_and_a_figure_are_vintages_of_one_thing(self) -> None:
        exports, imports, total = trade("5.2", "3.1", "8.9")
        assert names(exports, imports, total | {"nature": "estimate"}) == ["trade_total"]

    def test_one_statement_that_agrees_is_enough(self) -> None:
        through_gates = level("TRADE", "8.9", mult=9)
        assert "trade_total" not in names(*trade("5.2", "3.1", "8.3"), through_gates)

    def test_a_deficit_stated_as_a_surplus_is_doubted(self) -> None:
        exports, imports, _ = trade("3.1", "5.2", "8.3")
        assert names(exports, imports, level("TRADE_BALANCE", "-2.1", mult=9)) == []
        assert names(exports, imports, level("TRADE_BALANCE", "2.1", mult=9)) == ["trade_balance"]

    def test_a_part_larger_than_its_whole_is_doubted(self) -> None:
        guests = [level("VISITORS", "2.5", "VISIT"), level("VISITORS_INTL", "3.1", "VISIT")]
        (doubt,) = found(*guests)
        assert (doubt.check, doubt.rows, doubt.expected) == ("part_of_whole", (1, 0), 2.5)


class TestSectors:
    def test_shares_that_do_not_add_to_100_are_doubted(self) -> None:
        (doubt,) = found(*sectors("SHARE", "20.1", "30.2", "44.5", "15.2"))
        assert (doubt.check, doubt.told, doubt.expected) == ("shares", 44.5, pytest.approx(34.5))

    def test_shares_that_add_to_100_within_rounding_are_not(self) -> None:
        assert names(*sectors("SHARE", "20.1", "30.2", "44.5", "5.3")) == []

    def test_shares_without_the_taxes_may_leave_something(self) -> None:
        assert names(*sectors("SHARE", "20.1", "30.2", "44.5")) == []
        assert names(*sectors("SHARE", "20.1", "40.2", "44.5")) == ["shares"]

    def test_contributions_are_held_against_growth(self) -> None:
        points = sectors("CONTRIBUTION", "0.5", "3.2", "2.9", "0.3", unit_measure="PP")
        assert names(percent("GROWTH_YOY", "6.9"), *points) == []
        assert names(percent("GROWTH_YOY", "7.9"), *points) == ["contributions"]

    def test_contributions_without_the_taxes_prove_nothing(self) -> None:
        points = sectors("CONTRIBUTION", "0.5", "3.2", "2.9", unit_measure="PP")
        assert names(percent("GROWTH_YOY", "7.9"), *points) == []

    def test_growth_faster_than_that_of_every_sector_is_doubted(self) -> None:
        parts = sectors("GROWTH_YOY", "2.5", "8.1", "6.3", "4")
        assert names(percent("GROWTH_YOY", "6.2"), *parts) == []
        assert names(percent("GROWTH_YOY", "8.9"), *parts) == ["sector_growth"]

    def test_the_parts_of_a_sector_make_its_share(self) -> None:
        parts = [percent("SHARE", "30", activity="IND"), percent("SHARE", "8", activity="CON")]
        assert names(*parts, percent("SHARE", "38", activity="IND_CON")) == []
        assert names(*parts, percent("SHARE", "48", activity="IND_CON")) == ["parts_of_sector"]


class TestRatios:
    REACHED = level("BUDGET_REV", "2475", "VND", 9)
    PLAN = level("BUDGET_REV", "5001", "VND", 9, nature="target", time_period="2020")

    def test_amount_and_plan_are_held_against_the_ratio(self) -> None:
        ratio = percent("PLAN_RATIO", "49.5", indicator="BUDGET_REV")
        assert names(self.REACHED, self.PLAN, ratio) == []
        (doubt,) = found(self.REACHED, self.PLAN, ratio | {"value": Decimal("94.5")})
        assert (doubt.check, doubt.rows, doubt.told) == ("plan_ratio", (2, 0, 1), 94.5)
        assert doubt.expected == pytest.approx(49.49, abs=0.005)

    def test_a_second_plan_explains_a_second_ratio(self) -> None:
        ratios = [percent("PLAN_RATIO", value, indicator="BUDGET_REV") for value in ("49.5", "44.1")]
        assert names(self.REACHED, self.PLAN, *ratios) == []

    def test_the_plan_of_another_year_explains_nothing(self) -> None:
        ratio = percent("PLAN_RATIO", "94.5", indicator="BUDGET_REV")
        assert names(self.REACHED, self.PLAN | {"time_period": "2021"}, ratio) == []

    def test_the_figures_of_two_years_are_held_against_the_growth(self) -> None:
        now = level("RETAIL", "1102", "VND", 9)
        before = level("RETAIL", "1003", "VND", 9, time_period="2019-S1")
        assert names(now, before, percent("GROWTH_YOY", "9.9", indicator="RETAIL")) == []
        assert names(now, before, percent("GROWTH_YOY", "-9.9", indicator="RETAIL")) == ["growth"]

    def test_real_growth_is_not_held_against_levels_at_current_prices(self) -> None:
        now, before = level("GRDP", "52", "VND", 12), level("GRDP", "41", "VND", 12, time_period="2019-S1")
        assert names(now, before, percent("GROWTH_YOY", "6.2")) == []

    def test_the_figures_of_two_years_are_held_against_the_change(self) -> None:
        now = level("POVERTY", "5.2", "PT", 0, time_period="2020")
        before = level("POVERTY", "7.4", "PT", 0, time_period="2019")
        stated = percent(
            "CHANGE", "-2.2", indicator="POVERTY", unit_measure="PP",
            time_period="2020", counterpart_period="2019",
        )  # fmt: skip
        assert names(now, before, stated) == []
        assert names(now, before, stated | {"value": Decimal("-3.2")}) == ["change"]


class TestRepeats:
    def test_one_thing_stated_twice_with_different_values_is_doubted(self) -> None:
        (doubt,) = found(percent("GROWTH_YOY", "6.5"), percent("GROWTH_YOY", "7.5"))
        assert (doubt.check, doubt.rows, doubt.told, doubt.expected) == ("stated_twice", (0, 1), 6.5, 7.5)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ({"value": Decimal("6.5")}, {"value": Decimal("6.48")}),
            ({"value": Decimal("6.5")}, {"value": Decimal(6), "qualifier": ">"}),
            ({"value": Decimal("6.5")}, {"value": Decimal("6.3"), "qualifier": "~"}),
            (
                {"value": Decimal("6.5")},
                {"value": Decimal(6), "value_upper": Decimal(7), "qualifier": ".."},
            ),
        ],
        ids=["rounded", "over", "about", "range"],
    )
    def test_two_wordings_of_one_value_are_not_doubted(self, one: Row, other: Row) -> None:
        assert names(one, other) == []

    @pytest.mark.parametrize(
        "parts",
        [
            {"measure": "RANK", "unit_measure": "RANK"},
            {"nature": "forecast"},
            {"nature": "target"},
            {"measure": "PLAN_RATIO"},
            {"indicator": "FDI_PROJECTS", "measure": "LEVEL", "unit_measure": "PROJ"},
        ],
        ids=["ranks", "forecasts", "targets", "plans", "new_and_all"],
    )
    def test_what_may_be_two_things_is_not_doubted(self, parts: Row) -> None:
        assert names({"value": Decimal(5), **parts}, {"value": Decimal(19), **parts}) == []

    def test_reports_that_differ_are_doubted_as_such(self) -> None:
        one, other = percent("GROWTH_YOY", "6.5"), percent("GROWTH_YOY", "6.9", document="another")
        assert names(one, other) == ["stated_elsewhere"]

    def test_a_figure_that_follows_an_estimate_is_no_contradiction(self) -> None:
        one = percent("GROWTH_YOY", "6.5", nature="estimate")
        assert names(one, percent("GROWTH_YOY", "6.9", document="another")) == []


class TestPlausible:
    def test_a_value_beyond_its_range_is_doubted_with_the_end_it_passes(self) -> None:
        (doubt,) = found(percent("LEVEL", "120", indicator="POVERTY"))
        assert (doubt.check, doubt.rows, doubt.expected) == ("implausible", (0,), 80.0)

    @pytest.mark.parametrize(
        "row",
        [
            percent("GROWTH_YOY", "28.32", indicator="CPI", ref_area="VN", time_period="2008-08"),
            percent("GROWTH_YOY", "-6.02", indicator="GDP", ref_area="VN", time_period="2021-Q3"),
            percent("GROWTH_YOY", "-24.97", ref_area="VN-SG", time_period="2021-Q3"),
            level("GDP", "11511.9", "VND", 12, ref_area="VN", time_period="2024"),
            level("TRADE_BALANCE", "-18", mult=9, ref_area="VN", time_period="2008"),
            level("BUDGET_REV", "38", "VND", 9, ref_area="VN-53", time_period="2006-02"),
            level(
                "PUBLIC_INV", "3400", "VND", 12, ref_area="VN", nature="target", time_period="2021-01-01/P5Y"
            ),
            percent("RANK", "107", indicator="GDP", ref_area="VN", unit_measure="RANK"),
            percent("LEVEL", "73.4", indicator="FOREST_COVER", ref_area="VN-53"),
            percent("GROWTH_YOY", "178", activity="ELC"),
        ],
        ids=lambda row: f"{row.get('indicator', 'part')}-{row['value']}",
    )
    def test_the_extremes_of_these_years_are_plausible(self, row: Row) -> None:
        assert names(row) == []

    @pytest.mark.parametrize(
        "row",
        [
            level("EXPORTS", "5.2", mult=12),
            level("GRDP", "98", "VND", 9),
            percent("LEVEL", "2020", indicator="UNEMPLOYMENT"),
            percent("SHARE", "104"),
            percent("PLAN_RATIO", "-3", indicator="BUDGET_REV"),
            percent("RANK", "2020", unit_measure="RANK"),
        ],
        ids=lambda row: f"{row.get('indicator', 'GRDP')}-{row['measure']}",
    )
    def test_a_slip_of_unit_or_meaning_is_not(self, row: Row) -> None:
        assert names(row) == ["implausible"]


class TestPrecision:
    @pytest.mark.parametrize(
        ("value", "unit", "half"),
        [
            (12.3, "VND", 0.05),
            (0.47, "PT", 0.005),
            (1300.0, "USD", 50.0),
            (1300.0, "ENT", 0.5),
            (0.0, "PT", 0.5),
        ],
    )
    def test_a_figure_is_known_to_half_of_its_last_decimal(
        self, value: float, unit: str, half: float
    ) -> None:
        assert half_unit(value, unit) == pytest.approx(half)

    def test_a_negative_range_has_its_ends_in_order(self) -> None:
        assert known(-2.0, -3.0, "..", "PT") == Interval(-3.5, -1.5)

    def test_a_ratio_to_nought_is_left_open(self) -> None:
        assert Interval(1, 2).over(Interval(-0.5, 0.5)) is None


def test_no_rows_leave_no_doubt() -> None:
    assert found() == []


def test_a_check_changes_no_row() -> None:
    rows = table(*trade("5.2", "3.1", "8.9"))
    before = rows.copy(deep=True)
    doubts(rows)
    assert rows.equals(before)


def test_every_check_has_a_label_and_a_sentence() -> None:
    checks = {check.__name__ for check in CHECKS}
    assert set(lexicon.labels("check")) == checks
    assert set(lexicon.load("page.toml")["doubt"]) == checks
