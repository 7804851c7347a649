"""The five reports: as they came, every span cut true, every row the labelled one."""

import hashlib
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
import regex

from indicators import export, extract, read, to_table
from indicators.model import Document, Observation
from indicators.table import check

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").iterdir())
SHARED = ROOT.parent / "shared"

AS_THEY_CAME = {
    "000_6348b5a27f93ed08.txt": "6a81464a02859b80092d7263f2da47e5c59d376177565119c16a7c0fe2c5090e",
    "001_b00063050723d962.txt": "1f42d10f7ba6057a285e045f941f665bcf046f8a42942ccc8f70006b50e5e681",
    "002_f998c4e80776a057.txt": "12a6e13fe0501a9b0ac08e0f15dd92462c1a2bc03ede56a513f8ac0fc08c1c64",
    "003_de6eda4a008c22db.txt": "79bc05117914ac9110ac492d2b6d65c439d35de1ace79c9236cf4391d1889444",
    "004_091e5b010929d390.txt": "0834f82d03e10a92cb09965f495445882fd78099eb3df540db846d2bb4d48fa9",
}

#: what the reports count that is no indicator: the marks stand around what must not be taken
NO_FIGURES = (
    "⟦76⟧ ngày",
    "⟦13⟧ ý kiến",
    "⟦12⟧ nhóm",
    "⟦6⟧ nhóm",
    "⟦3⟧ cấp",
    "⟦13/7⟧",
)


@pytest.fixture(params=SEEDS, ids=lambda file: file.stem)
def seed(request: pytest.FixtureRequest) -> tuple[Document, list[Observation]]:
    document = read(request.param)
    return document, extract(document)


def test_the_reports_are_as_they_came() -> None:
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in SEEDS} == AS_THEY_CAME


def test_every_figure_is_cut_true(seed: tuple[Document, list[Observation]]) -> None:
    document, observations = seed
    for found in observations:
        figure = document.text[found.start : found.end]
        number = regex.search(r"[0-9]+(?:[.][0-9]{3})*(?:,[0-9]+)?", figure)
        assert number is not None, figure
        said = Decimal(number[0].replace(".", "").replace(",", "."))
        # "bằng 95%" of the year before is a change of -5, "vượt 5%" of a plan a ratio of 105
        assert abs(found.value) in {said, abs(said - 100), said + 100}, figure


def test_every_figure_stands_in_its_sentence(seed: tuple[Document, list[Observation]]) -> None:
    document, observations = seed
    for found in observations:
        end = found.sentence_start + len(found.sentence)
        assert document.text[found.sentence_start : end] == found.sentence
        assert found.sentence_start <= found.start < found.end <= end


def test_every_row_has_its_rule_and_its_codes(seed: tuple[Document, list[Observation]]) -> None:
    _, observations = seed
    table = check(to_table(observations))
    assert len(table) > 0
    assert (table["rule"] != "").all()


def test_a_report_is_known_by_its_headline(seed: tuple[Document, list[Observation]]) -> None:
    document, _ = seed
    assert document.title
    assert document.title != document.name
    assert document.title.removesuffix("…") in document.text
    assert document.area is not None


@pytest.mark.parametrize("marked", NO_FIGURES)
def test_what_is_no_indicator_is_no_row(marked: str) -> None:
    before, _, rest = marked.partition("⟦")
    figure, _, after = rest.partition("⟧")
    places = 0
    for document in map(read, SEEDS):
        starts = {found.start for found in extract(document)}
        words = (
            regex.escape(before) + rf"(?<![0-9,.])(?P<figure>{regex.escape(figure)})" + regex.escape(after)
        )
        for match in regex.finditer(words, document.text):
            places += 1
            assert match.start("figure") not in starts, document.text[match.start() - 40 : match.end() + 20]
    assert places > 0, f"no report holds {marked}"


def test_the_rows_are_the_labelled_ones(tmp_path: Path) -> None:
    if not (SHARED / "score.py").exists():
        pytest.skip("the labels lie beside the project, and are not there")
    rows = tmp_path / "rows.jsonl"
    rows.write_bytes(
        export.FORMATS["jsonl"](to_table([row for file in SEEDS for row in extract(read(file))]))
    )
    command = [sys.executable, SHARED / "score.py", SHARED / "seed_gold.jsonl", rows, "--show"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    scores = regex.findall(
        r"(?<=\s)[01]\.[0-9]{3}$|(?<=(?:precision|recall|F1) )[0-9.]+", said, regex.MULTILINE
    )
    assert len(scores) >= 13
    assert set(scores) == {"1.000"}, said
