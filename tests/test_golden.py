"""The rows of each report stand in tests/golden: their diff is a change's gain and loss (`make golden`)."""

from pathlib import Path

import pytest

from indicators import extract, read, to_table

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").iterdir())
GOLDEN = Path(__file__).parent / "golden"


def golden(seed: Path) -> str:
    """The rows of a report as CSV: the figure as written first; without what repeats the report itself."""
    document = read(seed)
    table = to_table(extract(document)).drop(columns=["document", "sentence", "sentence_start"])
    figures = [document.text[start:end] for start, end in zip(table["start"], table["end"], strict=True)]
    table.insert(0, "figure", figures)
    return table.to_csv(index=False, lineterminator="\n")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda file: file.stem)
def test_the_rows_of_a_report_stay(seed: Path) -> None:
    kept = (GOLDEN / f"{seed.stem}.csv").read_text(encoding="utf-8")
    assert golden(seed).splitlines() == kept.splitlines()


if __name__ == "__main__":
    for seed in SEEDS:
        (GOLDEN / f"{seed.stem}.csv").write_text(golden(seed), encoding="utf-8", newline="\n")
