"""The lexicon keeps its word: every entry is found in its own examples, and a bad one is refused by name."""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from indicators import lexicon
from indicators.finding import areas, concepts, cues
from indicators.finding.numerals import MULTIPLIERS
from indicators.finding.phrases import fold, unfold
from indicators.lexicon import ranges
from indicators.model import TOTAL, Measure, Nature, Qualifier
from indicators.observing.rules import RULES
from indicators.table import COLUMNS
from indicators.wording import Wording

CATALOGUE = Path(__file__).parents[2] / "shared" / "catalogue.csv"
INDICATORS: list[dict[str, Any]] = lexicon.load("indicators.toml")["indicator"]
ACTIVITIES: list[dict[str, Any]] = lexicon.load("activities.toml")["activity"]
AREAS: list[dict[str, Any]] = lexicon.load("regions.toml")["area"]
PERCENT = {"", "growth", "level", "plan"}
WORDINGS = ("names", "weak", "faint", "counted", "short")
CODED = (
    "activity",
    "measure",
    "nature",
    "qualifier",
    "plan_setter",
    "price_base",
    "group",
    "rule",
    "check",
)


def examples(entries: list[dict[str, Any]]) -> list[Any]:
    """Each example under its entry's code."""
    return [
        pytest.param(entry["code"], example, id=f"{entry['code']}-{number}")
        for entry in entries
        for number, example in enumerate(entry.get("examples", ()), start=1)
    ]


# -- entries and their own examples ----------------------------------------------------------------------


@pytest.mark.parametrize(("code", "example"), examples(INDICATORS))
def test_an_indicator_is_found_in_its_examples(code: str, example: str) -> None:
    assert code in {found.indicator for found in concepts.find(example)}


@pytest.mark.parametrize(("code", "example"), examples(ACTIVITIES))
def test_a_part_of_the_economy_is_found_in_its_examples(code: str, example: str) -> None:
    assert code in {found.activity for found in concepts.find(example)}


@pytest.mark.parametrize(("code", "example"), examples(AREAS))
def test_an_area_is_found_in_its_examples(code: str, example: str) -> None:
    assert code in {found.code for found in areas.find(example, "63")}


@pytest.mark.parametrize(
    "entries", [INDICATORS, ACTIVITIES, AREAS], ids=["indicators", "activities", "areas"]
)
def test_every_entry_has_an_example(entries: list[dict[str, Any]]) -> None:
    assert [entry["code"] for entry in entries if not entry.get("examples")] == []


@pytest.mark.parametrize("code", [entry["code"] for entry in INDICATORS])
def test_each_wording_of_an_indicator_is_found_as_itself(code: str) -> None:
    """Alone on its line; a wording of an amount that several share stands for the first of them."""
    entry = next(entry for entry in INDICATORS if entry["code"] == code)
    for phrase in {phrase for key in WORDINGS for line in entry.get(key, ()) for phrase in unfold(line)}:
        found = concepts.find(phrase)
        assert [(concept.start, concept.end) for concept in found] == [(0, len(phrase))], phrase
        assert code in {found[0].indicator, *concepts.meaning(fold(phrase)).family}, phrase


# -- what an entry holds ---------------------------------------------------------------------------------


def test_every_indicator_of_the_catalogue_has_an_entry_in_its_group() -> None:
    if not CATALOGUE.exists():
        pytest.skip("the catalogue is not at hand")
    with CATALOGUE.open(encoding="utf-8") as lines:
        catalogue = {row["code"]: row["group"] for row in csv.DictReader(lines)}
    assert {code: entry.group for code, entry in lexicon.indicators().items()} == catalogue


def test_there_are_57_indicators_63_provinces_and_6_regions() -> None:
    kinds = [area.kind for area in lexicon.areas().values()]
    assert len(lexicon.indicators()) == 57
    assert (kinds.count("province"), kinds.count("region"), kinds.count("country")) == (63, 6, 1)


def test_today_there_are_34_provinces_and_each_old_one_is_in_one_of_them() -> None:
    provinces = [area for area in lexicon.areas().values() if area.kind == "province"]
    assert len({area.successor or area.code for area in provinces}) == 34


def test_an_indicators_units_group_and_kinsmen_are_known() -> None:
    codes = {entry["code"] for entry in INDICATORS}
    for entry in lexicon.indicators().values():
        assert entry.units and set(entry.units) <= lexicon.units().keys(), entry.code
        assert entry.group in lexicon.labels("group"), entry.code
        assert entry.percent in PERCENT, entry.code
    for said in INDICATORS:
        assert set(said.get("akin", ())) <= codes, said["code"]
        assert bool(said.get("short")) <= bool(said.get("akin")), said["code"]


def test_every_indicator_states_a_plausible_range() -> None:
    stated = {code for code, *_ in ranges.ranges()}
    assert stated == {*lexicon.indicators(), ranges.ANY}


def test_a_range_holds_for_the_country_where_it_names_none_of_its_own() -> None:
    assert ranges.plausible("POVERTY", "LEVEL", "PT", "VN-09") == ranges.Range(0, 80)
    assert ranges.plausible("PCI", "LEVEL", "POINT", "VN") == ranges.plausible(
        "PCI", "LEVEL", "POINT", "VN-09"
    )
    assert ranges.plausible("PCI", "LEVEL", "USD", "VN") is None


def test_a_part_of_the_economy_is_one_of_indicators_that_have_parts() -> None:
    for entry in ACTIVITIES:
        assert concepts.wholes(entry["code"]), entry["code"]
        assert all(lexicon.indicators()[code].parts for code in concepts.wholes(entry["code"])), entry["code"]
        assert entry["code"] in lexicon.labels("activity")


def labelled() -> Iterator[tuple[str, str, str]]:
    """Every code with its two labels."""
    for column in CODED:
        for code, label in lexicon.labels(column).items():
            yield f"{column} {code}", label.text("vi"), label.text("en")
    for table in (lexicon.indicators(), lexicon.areas(), lexicon.units()):
        for code, entry in table.items():
            yield code, entry.vi, entry.en


def test_every_code_has_a_label_in_both_languages() -> None:
    # "as stated" is said by leaving the word out
    bare = [code for code, vi, en in labelled() if not (vi.strip() and en.strip())]
    assert bare == ["qualifier ="]


@pytest.mark.parametrize(
    ("column", "literal"), [("measure", Measure), ("nature", Nature), ("qualifier", Qualifier)]
)
def test_the_labels_cover_the_codes_of_the_table(column: str, literal: Any) -> None:
    assert set(lexicon.labels(column)) == set(literal.__args__)


def test_the_labels_of_activities_are_the_total_and_its_parts() -> None:
    assert set(lexicon.labels("activity")) == {TOTAL, *(entry["code"] for entry in ACTIVITIES)}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_power_of_ten_that_multipliers_make_has_its_words(language: str) -> None:
    powers = [*MULTIPLIERS.values(), 0]
    say = Wording(language)
    assert all(say.unit("VND", one + two) for one in powers for two in powers)


def test_every_rule_has_a_label() -> None:
    assert set(lexicon.labels("rule")) == {rule.__name__ for rule in RULES}


# -- wordings --------------------------------------------------------------------------------------------


def lines() -> Iterator[tuple[str, str]]:
    """Every line of the lexicon that may stand for several wordings, with its file."""
    for entry in INDICATORS:
        yield from (("indicators.toml", line) for key in WORDINGS for line in entry.get(key, ()))
    yield from (("activities.toml", line) for entry in ACTIVITIES for line in entry["names"])
    yield from (("regions.toml", line) for entry in AREAS for line in entry.get("spellings", ()))
    yield from (("others.toml", line) for line in lexicon.load("others.toml")["names"])
    yield from (("glue.toml", line) for line in lexicon.load("glue.toml")["words"])
    yield from (
        ("cues.toml", line) for table in lexicon.load("cues.toml").values() for line in table["words"]
    )


@pytest.mark.parametrize("file", sorted({file for file, _ in lines()}))
def test_every_line_unfolds_to_wordings_without_marks_or_spaces_at_their_ends(file: str) -> None:
    for phrase in (phrase for name, line in lines() if name == file for phrase in unfold(line)):
        assert phrase
        assert phrase == phrase.strip()
        assert not set("[]{}|") & set(phrase), phrase


def test_no_wording_is_claimed_by_two_indicators_unless_both_call_it_short() -> None:
    owners: dict[str, tuple[str, str]] = {}
    for entry in INDICATORS:
        for key in WORDINGS:
            for phrase in {fold(phrase) for line in entry.get(key, ()) for phrase in unfold(line)}:
                code, owner = owners.setdefault(phrase, (entry["code"], key))
                assert code == entry["code"] or owner == key == "short", phrase


def test_no_cue_stands_under_two_kinds() -> None:
    owners: dict[str, str] = {}
    for kind, table in lexicon.load("cues.toml").items():
        for phrase in {fold(phrase) for line in table["words"] for phrase in unfold(line)}:
            assert owners.setdefault(phrase, kind) == kind, phrase


def test_no_spelling_names_two_areas() -> None:
    owners: dict[str, str] = {}
    for area in AREAS:
        for phrase in {fold(phrase) for line in area.get("spellings", ()) for phrase in unfold(line)}:
            assert owners.setdefault(phrase, area["code"]) == area["code"], phrase


# -- bad entries -----------------------------------------------------------------------------------------

Instead = Callable[[str, Mapping[str, Any]], None]


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Iterator[Instead]:
    """Lets one of the lexicon's files hold something else; what was read before is forgotten on both ends."""
    readers = (
        lexicon.indicators,
        lexicon.areas,
        lexicon.units,
        lexicon.labels,
        concepts.meanings,
        cues.kinds,
        ranges.ranges,
    )
    original = lexicon.load

    def forget() -> None:
        for reader in readers:
            reader.cache_clear()

    def replace(file: str, content: Mapping[str, Any]) -> None:
        for module in (lexicon, concepts, cues):
            monkeypatch.setattr(module, "load", lambda name: content if name == file else original(name))
        forget()

    yield replace
    monkeypatch.undo()
    forget()


def area(code: str, **parts: str) -> dict[str, str]:
    return {"code": code, "kind": "province", "vi": code, "en": code, **parts}


def limits(code: str = "GDP", **parts: Any) -> dict[str, Any]:
    """A catalogue whose one indicator states a range."""
    return {"indicator": [indicator(code, plausible=[{"measure": "LEVEL", "unit": "PT"} | parts])]}


def indicator(code: str, **parts: Any) -> dict[str, Any]:
    return {"code": code, "group": "Growth", "vi": code, "en": code, "units": ["PT"], "names": [code]} | parts


@pytest.mark.parametrize(
    ("file", "content", "read", "names"),
    [
        ("units.toml", {"unit": [{"code": "PT", "vi": "%"}]}, lexicon.units, "'PT'"),
        ("units.toml", {"unit": [{"vi": "%", "en": "%"}]}, lexicon.units, "code"),
        ("indicators.toml", {"indicator": [{"code": "GDP", "vi": "a"}]}, lexicon.indicators, "'GDP'"),
        (
            "indicators.toml",
            {"indicator": [indicator("GDP"), indicator("GDP")]},
            lexicon.indicators,
            "'GDP' stands twice",
        ),
        ("regions.toml", {"area": [area("VN"), area("VN-09", region="VN-X")]}, lexicon.areas, "'VN-09'"),
        ("regions.toml", {"area": [area("VN"), area("VN-09", successor="VN-Y")]}, lexicon.areas, "'VN-Y'"),
        ("regions.toml", {"area": [area("VN-09")]}, lexicon.areas, "'VN'"),
        ("codes.toml", {"nature": {}}, lambda: lexicon.labels("measure"), "'measure'"),
        (
            "indicators.toml",
            {"indicator": [indicator("CPI", names=["giá"]), indicator("GDP", names=["[chỉ số] giá"])]},
            concepts.meanings,
            "entry 'GDP' claims 'giá', which is CPI",
        ),
        ("indicators.toml", limits(), ranges.ranges, "'GDP', plausible"),
        ("indicators.toml", limits(range=[0, 1], spread=2), ranges.ranges, "'spread'"),
        ("indicators.toml", limits(range=[1, 1]), ranges.ranges, "'GDP', plausible: [1, 1]"),
        ("indicators.toml", limits(range=[0, 1], country=[0, "1"]), ranges.ranges, "[0, '1']"),
        ("indicators.toml", limits(range=[0, 1], measure="HEIGHT"), ranges.ranges, "'HEIGHT' is no measure"),
        ("indicators.toml", limits(range=[0, 1], unit="METRE"), ranges.ranges, "'METRE' is no unit"),
        (
            "indicators.toml",
            {"plausible": [{"measure": "LEVEL", "unit": "PT", "range": [0, 1]}] * 2, "indicator": []},
            ranges.ranges,
            "two ranges for LEVEL PT",
        ),
        ("others.toml", {"names": ["Xây dựng"]}, concepts.meanings, "'Xây dựng'"),
        ("cues.toml", {"up": {"words": ["tăng"]}, "down": {"words": ["Tăng"]}}, cues.kinds, "'Tăng'"),
    ],
    ids=(
        *("no_en", "no_code", "no_group", "twice", "region", "successor", "no_country", "no_table"),
        *(
            "no_range",
            "range_more",
            "range_empty",
            "range_text",
            "range_measure",
            "range_unit",
            "range_twice",
        ),
        *("two_indicators", "other", "two_cues"),
    ),
)
def test_a_bad_entry_is_refused_by_file_and_name(
    instead: Instead,
    file: str,
    content: Mapping[str, Any],
    read: Callable[[], object],
    names: str,
) -> None:
    instead(file, content)
    with pytest.raises(ValueError) as refused:
        read()
    assert f"lexicon/{file}" in str(refused.value)
    assert names in str(refused.value)


@pytest.mark.parametrize("line", ["[tổng giá", "tổng} giá", "{tổng|cả] giá"])
def test_a_line_whose_brackets_do_not_match_is_refused_by_file_and_name(instead: Instead, line: str) -> None:
    instead("indicators.toml", {"indicator": [indicator("CPI", names=[line])]})
    with pytest.raises(ValueError, match=r"lexicon/indicators\.toml: entry 'CPI'"):
        concepts.meanings()


@pytest.mark.parametrize("ask", [concepts.wholes, concepts.akin])
def test_a_code_that_is_none_is_refused(ask: Callable[[str], object]) -> None:
    with pytest.raises(ValueError, match="'NOPE'"):
        ask("NOPE")


# -- columns --------------------------------------------------------------------------------------------


def test_every_column_of_the_table_is_explained_and_no_other() -> None:
    assert list(lexicon.columns()) == list(COLUMNS)
    assert all(told.vi and told.en for told in lexicon.columns().values())
