"""The results that ship are such as `make bench` writes; how fast anything is, no test asks."""

from pathlib import Path

import pytest
import regex

from bench.beside import READERS
from bench.million import million
from bench.tables import Table
from bench.texts import PIECES, cut, made, ordinary, reports
from indicators.table import check

RESULTS = (Path(__file__).parents[1] / "bench" / "RESULTS.md").read_text(encoding="utf-8")
SECTION = regex.compile(r"## (?P<title>.+)\n\n.+\n\n(?P<table>(?:\|.+\|\n)+)")
TABLES = {
    found["title"]: [line.strip("| ").split(" | ") for line in found["table"].splitlines()]
    for found in SECTION.finditer(RESULTS)
}


def test_the_results_tell_day_machine_and_versions() -> None:
    assert regex.search(
        r"wrote this on \d{4}-\d\d-\d\d\. .+ cores, \w+; Python [\d.]+, regex [\d.]+", RESULTS
    )


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Beside others", list(READERS)),
        ("By stage", ["reading", "finding", "finding and observing", "table", "text to rows"]),
        ("By length", ["0.100", "1.00", "10.0"]),
        ("Made texts", ["ordinary", "one endless line", *PIECES]),
    ],
)
def test_the_results_hold_a_row_for_all_that_is_measured(title: str, names: list[str]) -> None:
    assert [row[0] for row in TABLES[title][2:]] == names


def test_a_table_shows_three_digits_that_tell() -> None:
    table = Table("Speed", "What is shown.", ("stage", "MB/s"))
    table.add("reading", 0.04321)
    assert table.markdown().splitlines()[-1] == "| reading | 0.0432 |"


def test_the_texts_that_are_timed_have_the_length_that_is_told() -> None:
    texts = [ordinary(reports(), 20_000), *made(reports(), 20_000).values()]
    assert {len(text.encode()) for text in texts} <= {19_998, 19_999, 20_000}


def test_ordinary_text_goes_on_with_other_figures() -> None:
    text = ordinary(["GRDP tăng 6,5%."], 2 * len("GRDP tăng 6,5%.\n\n".encode()))
    first, second = text.split("\n\n")[:2]
    assert first != second
    assert cut(first, 12) == cut(second, 12)


def test_the_synthetic_table_is_such_a_table_as_reports_give() -> None:
    table = check(million(5_000))
    cut_out = [
        row.sentence[row.start - row.sentence_start : row.end - row.sentence_start]
        for row in table.itertuples()
    ]
    assert len(table) == 5_000
    assert {float(figure.rstrip("%").replace(",", ".")) for figure in cut_out} == set(table["value"].abs())


def test_reports_of_the_synthetic_table_tell_some_figures_twice_and_differently() -> None:
    table = million(5_000)
    told = table.groupby(["indicator", "measure", "ref_area", "time_period"])["value"]
    assert set(told.size()) == {1, 2, 3}
    assert (told.nunique() > 1).any()
