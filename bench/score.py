"""How right the rows are: ``make score`` compares them with labelled ones.

A row is right when document, indicator, activity, measure, area, period, the scaled value and the unit all
agree; a labelled row that is optional counts neither way. Without arguments the invented reports of ``tests``
are scored, and the labelled real ones that don't ship, where ``../shared`` has them, and then the figures
are written to ``bench/SCORES.md`` too; each argument ``LABELS.jsonl=FOLDER`` names other labels and the
folder of their reports.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indicators import extract, read
from indicators.export import write
from indicators.model import Observation

ROOT = Path(__file__).parents[1]
#: labels and the folder of their reports: the invented reports, and real ones where they are at hand
SETS = {
    "the five of `seeds/`": (ROOT.parent / "shared/seed_gold.jsonl", ROOT / "seeds"),
    "24 labelled reports, not shipped": (
        ROOT.parent / "shared/reports_gold.jsonl",
        ROOT.parent / "shared/reports",
    ),
    "the invented reports of `tests/cases/`": (
        ROOT / "tests/cases/reports_gold.jsonl",
        ROOT / "tests/cases/reports",
    ),
}
RESULTS = Path(__file__).with_name("SCORES.md")
_HEAD = """# How right the rows are

`make score` wrote this. A row is right when indicator, part, measure, area, period, value and unit all
are; nature and qualifier are told by field. A precision of 0.000 over 0 labelled rows is that of rows that
no label knows.
"""
KEY = ("indicator", "activity", "measure", "ref_area", "time_period", "unit_measure")
FIELDS = (*KEY, "value", "nature", "qualifier")


@dataclass
class Score:
    """What was wanted, found and right; by indicator, and by field where the figure was taken at all."""

    wanted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    taken: int = 0
    agreeing: Counter[str] = field(default_factory=Counter)
    #: rows by whether they bear a mark in ``review``, and the right ones among them; optional ones are right
    rows: Counter[bool] = field(default_factory=Counter)
    good: Counter[bool] = field(default_factory=Counter)

    def line(self, name: str, indicators: Iterable[str]) -> str:
        """Precision, recall and F1 over these indicators."""
        codes = list(indicators)
        right = sum(self.right[code] for code in codes)
        offered = right + sum(self.wrong[code] for code in codes)
        wanted = sum(self.wanted[code] for code in codes)
        precision, recall = right / offered if offered else 0.0, right / wanted if wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        return f"| {name} | {wanted} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


def main(named: Sequence[str]) -> None:
    """Print the scores of every set, then of each field and indicator over all of them."""
    sets = list(_asked(named)) if named else [(name, *each) for name, each in SETS.items()]
    missing = [name for name, labels, _ in sets if not labels.exists()]
    told = "\n".join(_report([each for each in sets if each[1].exists()])) + "\n"
    sys.stdout.write(told + "".join(f"{name}: not here\n" for name in missing))
    if not named and not missing:
        write(f"{_HEAD}\n{told}".encode(), RESULTS)


def _report(sets: Sequence[tuple[str, Path, Path]]) -> Iterator[str]:
    """The lines of the report, in Markdown."""
    overall = Score()
    yield "| reports | labelled rows | precision | recall | F1 | marked for review | right of the others |"
    yield "| --- | --: | --: | --: | --: | --: | --: |"
    for name, labels, folder in sets:
        score = Score()
        for labelled, rows in _documents(labels, folder):
            for total in (score, overall):
                _compare(total, labelled, rows)
        marked = score.rows[True] / max(score.rows.total(), 1)
        others = score.good[False] / max(score.rows[False], 1)
        yield f"{score.line(name, score.wanted | score.wrong)} {marked:.3f} | {others:.3f} |"
    yield from ("", "| field | right, of the figures taken |", "| --- | --: |")
    yield from (f"| {name} | {overall.agreeing[name] / max(overall.taken, 1):.3f} |" for name in FIELDS)
    yield from (
        "",
        "| indicator | labelled rows | precision | recall | F1 |",
        "| --- | --: | --: | --: | --: |",
    )
    yield from (overall.line(code, [code]) for code in sorted(overall.wanted | overall.wrong))


def _asked(named: Sequence[str]) -> Iterator[tuple[str, Path, Path]]:
    for each in named:
        labels, _, folder = each.partition("=")
        if not (Path(labels).is_file() and Path(folder).is_dir()):
            sys.exit(f"Cannot score {each!r}: give it as LABELS.jsonl=FOLDER")
        yield f"{Path(labels).parent.name}/{Path(labels).stem}", Path(labels), Path(folder)


def _documents(gold: Path, folder: Path) -> Iterator[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Each labelled document's labels and rows."""
    labels: dict[str, list[dict[str, Any]]] = {}
    for line in gold.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        labels.setdefault(label["document"], []).append(label)
    for name, labelled in labels.items():
        rows = extract(read(folder / f"{name}.txt"))
        yield labelled, [_record(row) for row in rows]


def _record(row: Observation) -> dict[str, Any]:
    names = (*FIELDS, "unit_mult", "value_upper", "start", "review")
    return {name: getattr(row, name) for name in names}


def _scaled(row: dict[str, Any]) -> tuple[float | None, ...]:
    factor = 10.0 ** (row["unit_mult"] or 0)
    amounts = (row["value"], row.get("value_upper"))
    return tuple(None if amount is None else float(f"{float(amount) * factor:.9g}") for amount in amounts)


def _whole(row: dict[str, Any]) -> tuple[Any, ...]:
    return (*(row[name] for name in KEY), *_scaled(row))


def _compare(score: Score, labelled: list[dict[str, Any]], rows: list[dict[str, Any]]) -> None:
    wanted = Counter(_whole(label) for label in labelled if not label.get("optional"))
    spare = Counter(_whole(label) for label in labelled if label.get("optional"))
    found = Counter(_whole(row) for row in rows)
    right = wanted & found
    wrong = Counter({key: n for key, n in (found - right - spare).items() if key not in wanted})
    for total, part in ((score.wanted, wanted), (score.right, right), (score.wrong, wrong)):
        for key, n in part.items():
            total[key[0]] += n
    for row in rows:
        is_marked = bool(row["review"])
        score.rows[is_marked] += 1
        score.good[is_marked] += _whole(row) in wanted or _whole(row) in spare
    for label in labelled:
        near = [row for row in rows if abs(_scaled(row)[0] or 0) == abs(_scaled(label)[0] or 0)]
        if label.get("optional") or not near:
            continue
        best = max(near, key=lambda row: sum(a == b for a, b in zip(_whole(row), _whole(label), strict=True)))
        score.taken += 1
        for name in FIELDS:
            score.agreeing[name] += (float(best[name]) if name == "value" else best[name]) == label[name]


if __name__ == "__main__":
    main(sys.argv[1:])
