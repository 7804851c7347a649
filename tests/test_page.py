"""The page without a browser: it opens on content, filters combine, links and languages are honoured."""

import datetime as dt
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import indicators
from indicators import lexicon, views
from indicators.model import Document, Observation
from indicators.table import COLUMNS
from indicators.ui import cards, data, data_page, matrix, reports
from indicators.wording import Wording
from tests.pages import told, visited
from tests.rows import growth

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _five_seeds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(data.FOLDERS, raising=False)
    yield
    data._corpus.clear()


def opened(**link: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=20)
    return visited(app, link)


def chart(app: AppTest) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(app.get("plotly_chart")[0].proto.spec)
    return spec


def labels(app: AppTest) -> list[str]:
    return [text.strip() for trace in chart(app)["data"] if trace["type"] == "bar" for text in trace["text"]]


def link(app: AppTest) -> dict[str, str]:
    return {key: value[0] if isinstance(value, list) else value for key, value in app.query_params.items()}


def test_opens_on_real_content() -> None:
    app = opened()
    assert "Lạng Sơn, 6 tháng đầu năm 2020" in told(app)
    assert "Kinh tế Lạng Sơn tăng chậm hơn cả nước" in told(app)
    assert "<b>0,47</b>" in labels(app)


def test_a_chart_has_its_place_before_it_is_drawn() -> None:
    app = opened()
    assert f".st-key-chart {{ min-height: {chart(app)['layout']['height']}px }}" in told(app)


def test_english_speaks_english() -> None:
    app = opened(lang="en")
    assert "Lang Son, first half of 2020" in told(app)
    assert "<b>0.47</b>" in labels(app)
    assert "Lạng Sơn, 6 tháng" not in told(app)


def test_the_language_can_be_switched() -> None:
    app = opened()
    app.pills(key="w_language").set_value("en").run()
    assert link(app)["lang"] == "en"
    assert "Lang Son" in told(app)


def test_area_and_half_year_change_the_chart() -> None:
    app = opened()
    before = chart(app)
    app.selectbox(key="w_area").set_value("VN").run()
    assert link(app)["area"] == "VN" and chart(app) != before
    app = opened()
    app.pills(key="w_kind").set_value("Y").run()
    assert link(app)["period"] == "2020" and chart(app) != before
    assert not app.exception


def test_filters_offer_only_what_exists() -> None:
    app = opened()
    areas = app.selectbox(key="w_area").options
    assert any("Lạng Sơn" in option and "lang son" in option and "VN-09" in option for option in areas)
    assert not any("Hà Nội" in option for option in areas)


def test_choosing_an_area_without_the_period_says_what_is_shown() -> None:
    app = opened()
    app.selectbox(key="w_area").set_value("VN-69").run()
    assert "Thái Nguyên không có số liệu cho 6 tháng đầu năm 2020" in told(app)
    assert link(app)["period"] == "2020"


def test_choosing_an_area_without_the_indicator_says_what_is_shown() -> None:
    app = opened(area="VN-69", kind="Y", period="2020", ind="IIP", lang="en")
    assert "Thai Nguyen has no figure on “Industrial production (IIP)” for 2020" in told(app)
    assert link(app)["ind"] == "ECON"
    app.run()
    assert "has no figure" not in told(app)


def test_a_nature_can_be_left_out() -> None:
    app = opened(kind="Y")
    assert "<b>8,5–9</b>" in labels(app)
    app.pills(key="w_nature").set_value(["actual"]).run()
    assert "<b>8,5–9</b>" not in labels(app)


def test_a_link_restores_the_view() -> None:
    app = opened(area="VN-09", kind="Y", period="2020", ind="IIP", chart="lines", lang="en")
    assert link(app) | {"ind": "IIP", "chart": "lines", "period": "2020"} == link(app)
    assert "Industrial production (IIP)" in told(app)


def test_unknown_parts_of_a_link_are_named_and_the_rest_is_honoured() -> None:
    app = opened(area="VN-69", ind="<b>x", colour="red", obs="nothing:1")
    assert "colour=red" in told(app) and "ind=&lt;b&gt;x" in told(app) and "obs=nothing:1" in told(app)
    assert "Thái Nguyên" in told(app)


def test_the_sentence_of_a_linked_figure_is_shown() -> None:
    row = opened_row("GRDP", "2020-S1")
    app = opened(obs=row)
    assert "<mark" in told(app) and "0,47%" in told(app)
    assert "Triển khai kế hoạch phát triển kinh tế" in told(app)


def test_a_sentence_about_one_branch_leaves_the_chart_of_the_whole_economy() -> None:
    table = data.corpus(data.report_files()).table
    branch = table[(table["ref_area"] == "VN") & (table["activity"] == "AGR")].iloc[0]
    app = opened(area="VN", period="2020-S1", ind="ECON", measure="GROWTH_YOY", obs=str(branch["id"]))
    assert "nông, lâm nghiệp và thủy sản" in told(app)
    assert "act" not in link(app)


def test_a_link_to_a_report_that_is_not_here_says_so() -> None:
    assert "report=pasted" in told(opened(report="pasted"))


def opened_row(indicator: str, period: str) -> str:
    table = data.corpus(data.report_files()).table
    rows = table[(table["indicator"] == indicator) & (table["time_period"] == period)]
    return str(rows["id"].iloc[0])


def test_the_words_that_decided_a_figure_are_marked_in_its_sentence_or_quoted() -> None:
    text = told(opened(obs=opened_row("GRDP", "2020-S1")))
    assert '<span class="ground">tổng sản phẩm trên địa bàn</span><small> chỉ tiêu</small>' in text
    assert "Nêu ở chỗ khác trong báo cáo: địa bàn “Lạng Sơn”." in text


def test_files_are_never_named() -> None:
    assert "001_b00063050723d962" not in told(opened())


def test_html_in_a_report_is_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = "UBND tỉnh Lạng Sơn <script>alert(1)</script> họp."
    report = f"{head}\n\nNăm 2020, GRDP của tỉnh tăng 2,09% so với năm 2019 <img src=x onerror=alert(1)>.\n"
    (tmp_path / "2021-01-05_lang-son.txt").write_text(report, encoding="utf-8")
    monkeypatch.setenv(data.FOLDERS, str(tmp_path))
    app = opened(obs=opened_row("GRDP", "2020"))
    assert "<script>" not in told(app) and "<img" not in told(app) and "&lt;img" in told(app)


def test_a_bad_report_is_named_and_the_others_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.txt").write_bytes((ROOT / "seeds/003_de6eda4a008c22db.txt").read_bytes())
    (tmp_path / "empty.txt").write_bytes(b"")
    monkeypatch.setenv(data.FOLDERS, str(tmp_path))
    app = opened()
    assert "Không đọc được empty.txt: tệp không có chữ nào." in told(app)
    assert "Thái Nguyên" in told(app)


def test_a_ready_table_is_shown_beside_reports_and_without_their_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = "Năm 2020, GRDP của tỉnh Cà Mau tăng 2,09%."
    table = indicators.to_table(indicators.extract(indicators.read_text(report, "ca-mau")))
    table.to_parquet(tmp_path / "ready.parquet", index=False)
    monkeypatch.setenv(data.FOLDERS, f"{tmp_path / 'ready.parquet'}{os.pathsep}{ROOT / 'seeds'}")
    app = opened(obs=f"ca-mau:{report.index('2,09%')}")
    assert "Cà Mau, năm 2020" in told(app)
    sentence = re.sub("<small>[^<]*</small>|</?span[^>]*>", "", told(app))
    assert report.replace("2,09%", "<mark>2,09%</mark>") in sentence
    assert "6 báo cáo · 30 số liệu" in told(app)


@pytest.mark.parametrize("content", [b"no table", b""])
def test_a_ready_table_that_is_none_is_named(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.parquet").write_bytes(content)
    monkeypatch.setenv(data.FOLDERS, f"{tmp_path / 'bad.parquet'}{os.pathsep}{ROOT / 'seeds'}")
    assert "Không đọc được bad.parquet: đây không phải là bảng số liệu" in told(opened())


def test_a_ready_table_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(data.FOLDERS, f"{tmp_path / 'none.parquet'}{os.pathsep}{ROOT / 'seeds'}")
    assert "Không đọc được none.parquet: không có tệp này." in told(opened())


def test_a_report_that_breaks_the_reader_costs_the_others_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = indicators.extract

    def broken(document: Document) -> list[Observation]:
        if document.name.startswith("003"):
            raise RecursionError("a rule that never ends")
        return extract(document)

    monkeypatch.setattr(indicators, "extract", broken)
    data._corpus.clear()
    app = opened(lang="en")
    assert "003_de6eda4a008c22db.txt could not be read: it broke the reader" in told(app)
    assert "4 reports" in told(app) and "<b>0.47</b>" in labels(app)


def test_the_rule_of_a_figure_is_told_in_words() -> None:
    assert "đọc theo quy tắc “tăng, giảm so với kỳ gốc”" in told(opened(obs=opened_row("GRDP", "2020-S1")))


def test_a_figures_own_link_opens_its_area_and_period() -> None:
    app = opened(obs=opened_row("GDP", "2020"))
    assert (link(app)["area"], link(app)["period"]) == ("VN", "2020")
    assert "Cả nước, năm 2020" in told(app)


def page(name: str, **link: str) -> AppTest:
    """A page on its own, without the navigation."""
    app = AppTest.from_string(f"from indicators.ui import {name}\n{name}.show()", default_timeout=20)
    for key, value in link.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def test_numbers_that_fit_no_indicator_are_counted_and_marked_in_their_report() -> None:
    name = "001_b00063050723d962"
    count = data.corpus(data.report_files()).unassigned[name]
    text = told(page("reports", report=name))
    assert count > 0 and f"{count} số chưa xếp được" in text
    assert text.count('class="loose"') == count + 1  # and one in the legend


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
@pytest.mark.parametrize("chart", ["bars", "lines", "map", "heat", "multiples"])
def test_areas_are_compared_in_each_form(chart: str, language: str) -> None:
    app = page("compare", chart=chart, lang=language, area="VN-09", period="2020")
    assert len(app.get("plotly_chart")) == (2 if chart == "bars" else 1)


@pytest.mark.parametrize("name", ["targets", "reports", "coverage", "data_page"])
def test_the_other_pages_open(name: str) -> None:
    assert "<h1>" in told(page(name))


class TestCoverage:
    """Three reports: two that differ on growth, one whose trade does not add up."""

    REPORTS = (
        ("2021-01-05_one.txt", "Năm 2020, GRDP của tỉnh Lạng Sơn ước tăng 2,5% so với năm 2019."),
        (
            "2021-03-05_two.txt",
            "Năm 2020, GRDP của tỉnh Lạng Sơn tăng 2,09% so với năm 2019. GRDP của tỉnh Lạng Sơn năm 2020 "
            "tăng 2,09%, GDP của cả nước năm 2020 tăng 2,91%.",
        ),
        (
            "2021-02-05_three.txt",
            "Năm 2020, tỉnh Thái Nguyên: kim ngạch xuất khẩu đạt 5,2 tỷ USD; kim ngạch nhập khẩu đạt 3,1 tỷ "
            "USD; tổng kim ngạch xuất nhập khẩu đạt 8,9 tỷ USD.",
        ),
    )
    TRADE = "Xuất khẩu 5,2 tỷ USD và nhập khẩu 3,1 tỷ USD cho tổng 8,3 tỷ USD"

    @pytest.fixture(autouse=True)
    def _reports(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name, text in self.REPORTS:
            (tmp_path / name).write_text(f"UBND tỉnh họp báo.\n\n{text}\n", encoding="utf-8")
        monkeypatch.setenv(data.FOLDERS, str(tmp_path))

    @staticmethod
    def shown(app: AppTest, nth: int) -> list[dict[str, Any]]:
        return list(app.dataframe[nth].value.to_dict("records"))

    @staticmethod
    def row(indicator: str, value: float) -> str:
        table = data.corpus(data.report_files()).table
        return str(table.loc[(table["indicator"] == indicator) & (table["value"] == value), "id"].iloc[0])

    def test_a_conflict_tells_who_said_what_when_and_what_charts_take(self) -> None:
        app = page("coverage")
        assert "1 số liệu được nêu khác nhau" in told(app)
        assert "Biểu đồ lấy số thực hiện trước số ước tính, rồi lấy báo cáo mới nhất." in told(app)
        (line,) = self.shown(app, 0)
        assert line["Biểu đồ lấy"] == "2,09% (thực hiện, 5/3/2021)"
        assert line["Nơi khác nêu"] == "2,5% (ước tính, 5/1/2021)"

    def test_a_figure_that_is_stated_differently_leads_to_all_its_sentences(self) -> None:
        text = told(page("coverage", obs=self.row("GRDP", 2.5)))
        assert text.count('class="proof"') == 2
        assert text.count('class="badge"') == 1
        assert "<mark>2,09%</mark>" in text and "<mark>2,5%</mark>" in text

    def test_figures_that_do_not_add_up_are_told_and_lead_to_their_sentences(self) -> None:
        app = page("coverage", obs=self.row("EXPORTS", 5.2))
        (line,) = self.shown(app, 1)
        assert line["Chỗ không khớp"].startswith(self.TRADE)
        assert told(app).count('class="proof"') == 3

    def test_only_the_area_in_view_can_be_asked_for(self) -> None:
        app = page("coverage", area="VN-69")
        app.segmented_control(key="w_where").set_value("area").run()
        assert "Không có số liệu nào được nêu với các giá trị khác nhau" in told(app)
        assert len(self.shown(app, 0)) == 1

    def test_what_a_report_lacks_is_told_apart_from_what_no_report_speaks_for(self) -> None:
        text = re.sub(' tabindex="-?[01]"', "", told(page("coverage")))
        lacks, none = f'"lacks edge">{matrix.LACKS}<', f'"none edge">{matrix.NO_REPORT}<'
        assert f'Lạng Sơn</th><td>2</td><td class="has s2 edge">3</td><td class={lacks}' in text
        assert f'Cả nước</th><td>–</td><td class="has s1 edge">1</td><td class={none}' in text
        assert "61 tỉnh, thành chưa có báo cáo và số liệu nào" in page("coverage").expander[0].label


@pytest.mark.parametrize(
    ("language", "conflicts", "doubts"),
    [
        (
            "vi",
            "Không có số liệu nào được nêu với các giá trị khác nhau",
            "Không thấy chỗ nào các số không khớp nhau",
        ),
        ("en", "No figure is stated with different values", "Nothing was found that does not add up"),
    ],
)
def test_reports_that_agree_are_said_to_agree(language: str, conflicts: str, doubts: str) -> None:
    app = page("coverage", lang=language)
    assert conflicts in told(app) and doubts in told(app)
    assert not app.segmented_control  # nothing to choose from


@pytest.mark.parametrize("wanted", ["lang son", "Lạng Sơn", "VN-09", "ho chi minh 2019", "thang-04"])
def test_a_report_is_found_by_area_code_and_date_with_and_without_diacritics(wanted: str) -> None:
    documents = {
        f"thang-{month:02}": Document(
            f"thang-{month:02}", "", title=f"Số {month}", area="VN-SG", published=dt.date(2019, month, 3)
        )
        for month in range(1, 4)
    } | {"thang-04": Document("thang-04", "", title="Họp báo", area="VN-09", published=dt.date(2020, 4, 1))}
    found = reports.searched(list(documents), documents, wanted, Wording("vi"))
    assert found == (["thang-01", "thang-02", "thang-03"] if "2019" in wanted else ["thang-04"])


@pytest.mark.parametrize("wanted", ["thai nguyen", "Thái Nguyên", "VN-69", "tang truong VN-69"])
def test_rows_are_found_by_area_and_code_with_and_without_diacritics(wanted: str) -> None:
    found = data_page.searched(growth(), wanted, Wording("vi"))
    assert set(found["ref_area"]) == {"VN-69"} and len(found) == 2


def test_the_reports_offer_no_filter_that_they_would_ignore() -> None:
    app = page("reports")
    assert {widget.key for widget in app.sidebar.get("selectbox")} == set()


@pytest.mark.parametrize(
    ("history", "drawn"), [((1.0, 2.0, 3.0), True), ((1.0, None, 3.0), False), ((), False)]
)
def test_a_card_has_a_small_line_where_neighbours_can_be_joined(
    history: tuple[float | None, ...], drawn: bool
) -> None:
    card = views.Card("ECON", dict(growth().iloc[0]), history=history)
    assert ('class="spark"' in cards.grid([card], Wording("vi"))) is drawn


def test_no_reports_are_said_to_be_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(data.FOLDERS, str(tmp_path))
    assert "Chưa đọc được số liệu nào" in told(opened())


@pytest.mark.parametrize("chart", ["bars", "lines"])
def test_an_embedded_view_is_one_chart_with_its_source_and_a_way_to_the_rest(chart: str) -> None:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=20)
    app.query_params["chart"] = chart
    app.context["is_embedded"] = True
    app.run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1 and "Nguồn: " in told(app)
    assert not app.sidebar.children and not app.get("arrow_data_frame")
    assert "area=VN-09" in app.get("link_button")[0].proto.url


class TestTexts:
    def test_each_text_has_the_same_fields_in_both_languages(self) -> None:
        import string

        for table, entries in lexicon.load("page.toml").items():
            if table in ("family", "cards", "targets"):
                continue
            for key, entry in entries.items():
                fields = [
                    {name for _, name, _, _ in string.Formatter().parse(text) if name}
                    for text in entry.values()
                ]
                extra = {
                    "short_month",
                    "month",
                    "roman",
                    "nth",
                    "month_name",
                    "last_month",
                    "last_month_name",
                }
                assert fields[0] - extra == fields[1] - extra, f"{table}.{key}"

    @pytest.mark.parametrize("language", lexicon.LANGUAGES)
    def test_every_code_has_words(self, language: str) -> None:
        say = Wording(language)
        for code in lexicon.indicators():
            assert say.family(code)
        for measure in lexicon.labels("measure"):
            assert say.measure(measure) and say.base(measure, "%")
        for nature in lexicon.labels("nature"):
            assert say.nature(nature)


def test_the_rows_of_a_chart_leave_the_page_whole() -> None:
    found = data.corpus(data.report_files())
    shown = views.comparison(found.table, views.resolve(found.table, {}).choice)
    assert "sentence" not in shown
    kept = found.raw(shown)
    assert list(kept) == list(COLUMNS)
    assert list(kept["value"]) == list(shown["value"]) and kept["sentence"].str.len().all()
