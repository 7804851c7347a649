"""A synthetic table of a million rows: ``python -m bench.million [FILE]`` writes it as Parquet.

All 63 provinces and the country, all indicators of the catalogue, 20 years, years, half-years, quarters,
months and spans. What is told of an indicator in a period is told of every area, each figure by one to three
reports, some of which disagree. Every run makes the same rows; there are no reports behind them.
"""

import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd

from indicators import lexicon
from indicators.model import COUNTRY, TOTAL
from indicators.table import COLUMNS
from indicators.wording import Wording, capitalise

FILE = Path(__file__).parents[1] / "out" / "million.parquet"
ROWS = 1_000_000
YEARS = range(2005, 2025)
#: the periods of a year, the first two of which are told of every indicator
PERIODS = (
    *("{}", "{}-S1"),
    *("{}-S2", "{}-01-01/P9M", "{}-01-01/P11M"),
    *(f"{{}}-Q{quarter}" for quarter in range(1, 5)),
    *(f"{{}}-{month:02}" for month in range(1, 13)),
)
#: the measures, each with the words before its figure and the rule that would have made its row
MEASURES = {"GROWTH_YOY": ("tăng", "growth"), "LEVEL": ("đạt", "level"), "PLAN_RATIO": ("bằng", "plan_ratio")}
#: what one report after the other calls a figure
NATURES = ("estimate", "provisional", "actual")
_REPORTS = {1: 0.5, 2: 0.3, 3: 0.2}  # how many reports tell a figure, and how often
_STEP = 400  # characters from one sentence of a report to the next


def million(rows: int = ROWS) -> pd.DataFrame:
    """The table, report by report."""
    chance = np.random.default_rng(7)
    areas = _areas()
    figures = _topics(chance, int(rows / len(areas) / 1.6)).merge(areas, how="cross")
    figures["value"] = chance.normal(7, 6, len(figures)).round(1)
    reports = chance.choice(list(_REPORTS), size=len(figures), p=list(_REPORTS.values()))
    table = figures.loc[figures.index.repeat(reports)].head(rows)
    table["nature"] = table.groupby(level=0).cumcount().map(dict(enumerate(NATURES)))
    table["value"] = (table["value"] + chance.choice([0, 0.4, -0.3], len(table), p=[0.8, 0.1, 0.1])).round(1)
    table["document"] = table["ref_area"].str.cat(
        [table["time_period"].str.replace("/", "-"), table["nature"]], "_"
    )
    table = _told(table.sort_values("document", kind="stable", ignore_index=True))
    empty = {"value_upper": np.nan, "qualifier": "=", "activity": TOTAL, "boundary": "63", "review": ""}
    return table.assign(**empty).reindex(columns=list(COLUMNS)).astype(dict(COLUMNS))


def _areas() -> pd.DataFrame:
    """The country and the provinces, with the end of a sentence on them."""
    codes = [COUNTRY, *(code for code, area in lexicon.areas().items() if area.kind == "province")]
    say = Wording("vi")
    return pd.DataFrame({"ref_area": codes, "of": [f" của {say.area(code)}" for code in codes]})


def _topics(chance: np.random.Generator, count: int) -> pd.DataFrame:
    """What is told of all areas: every indicator's growth in every year and first half, others by chance."""
    every = list(product(lexicon.indicators(), MEASURES, YEARS, PERIODS))
    always = [topic for topic in every if topic[1] == "GROWTH_YOY" and topic[3] in PERIODS[:2]]
    others = sorted(set(every) - set(always))
    chosen = chance.choice(len(others), size=max(count - len(always), 0), replace=False)
    return pd.DataFrame([_topic(*topic) for topic in [*always, *(others[place] for place in chosen)]])


def _topic(indicator: str, measure: str, year: int, shape: str) -> dict[str, str | int | None]:
    say, period = Wording("vi"), shape.format(year)
    entry = lexicon.indicators()[indicator]
    unit = entry.units[-1] if measure == "LEVEL" else "PT"
    return {
        "indicator": indicator,
        "measure": measure,
        "time_period": period,
        "unit_measure": unit,
        "unit_mult": {"VND": 9, "USD": 6}.get(unit, 0),
        "rule": MEASURES[measure][1],
        "counterpart_period": shape.format(year - 1) if measure == "GROWTH_YOY" else None,
        "subject": f"{capitalise(say.phrase(period))}, {entry.vi}",
    }


def _told(table: pd.DataFrame) -> pd.DataFrame:
    """The table with a sentence for each row, and the place of its figure in it."""
    verb = table["measure"].map({measure: word for measure, (word, _) in MEASURES.items()})
    verb = verb.mask((table["measure"] == "GROWTH_YOY") & (table["value"] < 0), "giảm")
    figure = table["value"].abs().astype(str).str.replace(".", ",") + "%"
    before = table["subject"].str.cat([table["of"], " " + verb + " "])
    place = table.groupby("document").cumcount() * _STEP
    start = place + before.str.len()
    return table.assign(
        sentence=before + figure + ".", sentence_start=place, start=start, end=start + figure.str.len()
    )


def main(named: Sequence[str]) -> None:
    """Write the table."""
    file = Path(named[0]) if named else FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    million().to_parquet(file, index=False)


if __name__ == "__main__":
    main(sys.argv[1:])
