"""The written cases and the invented reports: each figure comes out as its row, and nothing else does."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from cases import HERE, LEDGER, Case, Row, load

import indicators
from indicators import Observation

CASES = {f"{case.family}: {case.says}": case for case in load()}
REASONS: list[dict[str, Any]] = tomllib.loads((HERE / LEDGER).read_text("utf-8")).get("reason", [])
WHY = {name: reason["why"] for reason in REASONS for name in reason["cases"]}
GOLD = HERE / "reports_gold.jsonl"

#: what makes two rows one, beside the amount, and what is compared further where a row must come
KEY = ("indicator", "activity", "measure", "ref_area", "time_period", "unit_measure")
SOFT = ("nature", "qualifier")


def amount(value: Decimal | float | None, mult: int) -> float | None:
    """The amount itself, whatever power of ten it was written in."""
    return None if value is None else float(f"{float(value) * 10**mult:.9g}")


def identity(row: Any) -> tuple[Any, ...]:
    """What a row says: indicator, part, measure, area, period, unit and amount."""
    amounts = (amount(row.value, row.unit_mult), amount(row.value_upper, row.unit_mult))
    return (*(getattr(row, name) for name in KEY), *amounts)


def told(row: Any) -> str:
    """A row in one line, as the cases write it."""
    upper = "" if row.value_upper is None else f"..{row.value_upper}"
    names = ("indicator", "activity", "measure", "ref_area", "time_period")
    parts = [str(getattr(row, name)) for name in names]
    parts += [f"{row.value}{upper}", row.unit_measure, str(row.unit_mult), row.nature, row.qualifier]
    return " | ".join(parts)


def agrees(expected: Row, row: Observation) -> bool:
    """Whether this is the row that the figure makes; an optional one may have another nature or qualifier."""
    same_place = row.start < expected.end and expected.start < row.end
    soft = all(getattr(expected, name) == getattr(row, name) for name in SOFT)
    return same_place and identity(expected) == identity(row) and (soft or expected.optional)


def faults(case: Case, rows: list[Observation]) -> Iterator[str]:
    """One line for each row that is missing, and for each that should not be there."""
    spare = list(rows)
    for expected in case.rows:
        found = next((row for row in spare if agrees(expected, row)), None)
        if found is not None:
            spare.remove(found)
        elif not expected.optional:
            yield f"missing  {expected.figure} | {told(expected)}"
    for row in spare:
        yield f"wrong    {case.text[row.start : row.end]} | {told(row)}  (rule {row.rule})"


def read_case(case: Case) -> list[Observation]:
    """The rows of a case's text; a date of publication stands in the name, as in a file's."""
    name = f"{case.published}_{case.name}" if case.published else case.name
    return indicators.extract(indicators.read_text(case.text, name))


def params() -> list[Any]:
    """Each case by its family and its sentence; the known failures are strict xfail, each with its reason."""
    marks = {
        name: pytest.mark.xfail(raises=AssertionError, strict=True, reason=why) for name, why in WHY.items()
    }
    return [pytest.param(case, id=name, marks=marks.get(name, ())) for name, case in CASES.items()]


@pytest.mark.parametrize("case", params())
def test_a_case_gives_its_rows_and_no_other(case: Case) -> None:
    found = list(faults(case, read_case(case)))
    assert not found, "\n".join(["", case.text, *found])


def test_the_ledger_of_known_failures_names_each_case_once_and_only_cases_that_there_are() -> None:
    named = [name for reason in REASONS for name in reason["cases"]]
    assert [name for name in named if name not in CASES] == []
    assert [name for name, times in Counter(named).items() if times > 1] == []
    assert all(reason["why"] and reason["cases"] for reason in REASONS)


# -- whole reports ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reports() -> Mapping[str, list[Observation]]:
    """The rows of each invented report."""
    return {
        path.stem: indicators.extract(indicators.read(path))
        for path in sorted((HERE / "reports").glob("*.txt"))
    }


def test_whole_reports_are_read_with_few_rows_wrong_and_few_missed(
    reports: Mapping[str, list[Observation]],
) -> None:
    """A row is right where its key, unit and amount are; a second mention of one is no error."""
    wanted: Counter[Any] = Counter()
    spare: Counter[Any] = Counter()
    for line in GOLD.read_text("utf-8").splitlines():
        said = json.loads(line)
        amounts = (amount(said["value"], said["unit_mult"]), amount(said["value_upper"], said["unit_mult"]))
        row = (said["document"], *(said[name] for name in KEY), *amounts)
        (spare if said.get("optional") else wanted)[row] += 1
    have = Counter((name, *identity(row)) for name, rows in reports.items() for row in rows)
    right = wanted & have
    wrong = Counter({row: times for row, times in (have - right - spare).items() if row not in wanted})
    missed = wanted - right
    precision = right.total() / (right.total() + wrong.total())
    recall = right.total() / wanted.total()
    harmonic = 2 * precision * recall / (precision + recall)
    lines = [f"missed  {row}" for row in missed] + [f"wrong   {row}" for row in wrong]
    told_all = "\n".join([f"precision {precision:.3f}  recall {recall:.3f}  F1 {harmonic:.3f}", *lines])
    assert precision >= 0.95, told_all
    assert harmonic >= 0.90, told_all


def test_a_report_on_other_countries_gives_no_row(reports: Mapping[str, list[Observation]]) -> None:
    abroad = next(rows for name, rows in reports.items() if name.startswith("abroad"))
    assert [told(row) for row in abroad] == []
