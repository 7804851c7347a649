"""The table for programs: which rows a link's parts ask for, and what is refused."""

import pytest
from rows import growth, row, table

from indicators import api
from indicators.export import Provenance
from indicators.model import Document

RICH = growth()
TOLD = Provenance({"early": Document("early", "", title="Họp báo", area="VN-09")}, "en", home="http://here/")


def values(*parts: tuple[str, str]) -> list[float]:
    return list(api.observations(RICH, parts)["value"])


def refused(*parts: tuple[str, str]) -> str:
    with pytest.raises(api.RefusalError) as refusal:
        api.observations(RICH, [*parts, ("lang", "en")])
    return str(refusal.value)


def test_no_parts_ask_for_all_rows() -> None:
    assert len(values()) == len(RICH)


def test_a_part_narrows_and_its_codes_widen() -> None:
    assert values(("area", "VN")) == [1.81, 2.91]
    assert (
        values(("area", "VN.VN-69")) == values(("area", "VN"), ("area", "VN-69")) == [1.81, -2.5, 2.91, 4.18]
    )
    assert values(("area", "VN.VN-69"), ("kind", "Y")) == [2.91, 4.18]


def test_with_adds_areas_to_the_area_as_on_the_page() -> None:
    assert values(("area", "VN"), ("with", "VN-69"), ("period", "2020-S1")) == [1.81, -2.5]


def test_an_indicator_is_named_as_on_the_page_or_as_in_the_table() -> None:
    assert values(("ind", "ECON")) == values()
    assert values(("ind", "GDP")) == [1.81, 2.91]


def test_a_nature_is_that_of_the_pages_filter() -> None:
    assert values(("nature", "plan")) == [8.5]
    assert values(("nature", "estimate.plan")) == [-2.5, 8.5]


def test_reports_and_figures_are_named_one_by_one_since_their_names_may_hold_points() -> None:
    named = table(row("1", document="v1.2", start=5), row("2", document="v1", start=6))
    assert list(api.observations(named, [("document", "v1.2")])["value"]) == [1]
    assert list(api.observations(named, [("report", "v1.2"), ("report", "v1")])["value"]) == [1, 2]
    assert list(api.observations(named, [("obs", "v1.2:5")])["value"]) == [1]


def test_a_link_of_the_page_is_taken_as_it_is() -> None:
    link = {"area": "VN-09", "kind": "S", "period": "2020-S1", "ind": "ECON", "measure": "GROWTH_YOY"}
    assert values(*link.items(), ("chart", "lines"), ("lang", "vi")) == [0.47]


def test_codes_without_rows_give_an_empty_table_with_its_columns() -> None:
    rows = api.given(api.observations(RICH, [("area", "VN-HN")]), TOLD)
    assert rows.empty and {"value", "sentence", "link"} <= set(rows.columns)


def test_no_reports_give_an_empty_table() -> None:
    assert api.observations(table(), [("area", "VN")]).empty


def test_an_unknown_part_is_named_with_those_that_there_are() -> None:
    told = refused(("colour", "red"))
    assert "colour" in told and "area" in told and "period" in told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("area", "VN-99"),
        ("area", ""),
        ("area", "VN."),
        ("with", "VN.XX"),
        ("kind", "W"),
        ("period", "2020-13"),
        ("ind", "gdp"),
        ("act", "T"),
        ("measure", "GROWTH"),
        ("nature", "target"),
        ("document", "none"),
        ("obs", "early:1"),
        ("chart", "pie"),
    ],
)
def test_an_unknown_code_is_named(name: str, value: str) -> None:
    assert f"{name}={value}" in refused((name, value))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("kind", "kind can be Y, S, Q, M, C"),
        ("nature", "nature can be actual, estimate, plan"),
        ("measure", "PLAN_RATIO"),
        ("act", "IND_CON"),
        ("chart", "heat"),
        ("period", "2020-S1"),
        ("area", "/api/v1/areas"),
        ("with", "/api/v1/areas"),
        ("ind", "/api/v1/indicators"),
        ("document", "/api/v1/reports"),
        ("obs", "/api/v1/observations"),
    ],
)
def test_a_refusal_says_which_codes_there_are_or_where_they_are_listed(name: str, told: str) -> None:
    assert told in refused((name, "none"))


def test_a_refusal_names_no_list_that_was_not_asked_of() -> None:
    assert "/api/" not in refused(("kind", "W")) and "measure" not in refused(("kind", "W"))


def test_a_link_of_an_embedded_view_is_taken_too() -> None:
    assert values(("embed", "true"), ("area", "VN")) == values(("area", "VN"))


def test_a_refusal_speaks_the_language_that_was_asked_for() -> None:
    with pytest.raises(api.RefusalError, match="Không có mã này: area=X"):
        api.observations(RICH, [("area", "X"), ("lang", "vi")])
    with pytest.raises(api.RefusalError, match="Không có ngôn ngữ này: lang=fr"):
        api.observations(RICH, [("lang", "fr")])


def test_each_row_has_the_link_to_its_sentence() -> None:
    rows = api.given(api.observations(RICH, [("period", "2020-S1"), ("area", "VN-09")]), TOLD)
    assert list(rows["link"]) == ["http://here/?obs=early%3A20&lang=en"]


def test_a_figure_comes_with_its_sentence_in_pieces_and_its_report() -> None:
    told = api.figure(RICH, "early:20", TOLD)
    assert told is not None
    assert told["pieces"] == ["GRDP tăng ", "0,47%", " so với cùng kỳ."]
    assert (told["value"], told["value_upper"], told["report"]["title"]) == (0.47, None, "Họp báo")
    assert api.figure(RICH, "early:21", TOLD) is None


def test_the_lists_tell_how_many_rows_each_entry_has() -> None:
    areas = {entry["code"]: entry["rows"] for entry in api.areas(RICH)}
    assert (areas["VN"], areas["VN-09"], areas["VN-69"], areas["VN-HN"]) == (2, 3, 2, 0)
    assert {entry["code"]: entry["rows"] for entry in api.indicators(RICH)}["GDP"] == 2
    assert api.reports(RICH, TOLD)[0]["rows"] == 3
