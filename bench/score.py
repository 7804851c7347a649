"""How right the rows are: ``make score`` compares them with labelled ones.

A row is right when document, indicator, activity, measure, area, period, the scaled value and the unit all
agree; a labelled row that is optional counts neither way. Without arguments the invented reports of ``tests``
are scored, and the labelled real ones that don't ship, where ``../shared`` has them; each argument
``LABELS.jsonl=FOLDER`` names other labels and the folder of their reports.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indicators import extract, read
from indicators.model import Observation

ROOT = Path(__file__).parents[1]
#: labels and the folder of their reports: the invented reports, and real ones where they are at hand
SETS = (
    (ROOT / "tests/cases/reports_gold.jsonl", ROOT / "tests/cases/reports"),
    (ROOT.parent / "shared/seed_gold.jsonl", ROOT / "seeds"),
    (ROOT.parent / "shared/reports_gold.jsonl", ROOT.parent / "shared/reports"),
)
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

    def line(self, name: str, indicators: Iterable[str]) -> str:
        """Precision, recall and F1 over these indicators."""
        codes = list(indicators)
        right = sum(self.right[code] for code in codes)
        offered = right + sum(self.wrong[code] for code in codes)
        wanted = sum(self.wanted[code] for code in codes)
        precision, recall = right / offered if offered else 0.0, right / wanted if wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        return f"{name:<24} {wanted:>5} rows  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def main(named: Sequence[str]) -> None:
    """Print the scores of every set, then of each indicator and field over all of them."""
    overall = Score()
    for labels, folder in _asked(named) if named else SETS:
        name = f"{labels.parent.name}/{labels.stem}"
        if not labels.exists():
            sys.stdout.write(f"{name:<24} not here\n")
            continue
        score = Score()
        for labelled, rows in _documents(labels, folder):
            for total in (score, overall):
                _compare(total, labelled, rows)
        sys.stdout.write(score.line(name, score.wanted | score.wrong) + "\n")
    sys.stdout.write("\nfields, of the figures taken\n")
    for name in FIELDS:
        sys.stdout.write(f"  {name:<18} {overall.agreeing[name] / max(overall.taken, 1):.3f}\n")
    sys.stdout.write("\nindicators\n")
    for code in sorted(overall.wanted | overall.wrong):
        sys.stdout.write(overall.line(f"  {code}", [code]) + "\n")


def _asked(named: Sequence[str]) -> Iterator[tuple[Path, Path]]:
    for each in named:
        labels, _, folder = each.partition("=")
        if not (Path(labels).is_file() and Path(folder).is_dir()):
            sys.exit(f"Cannot score {each!r}: give it as LABELS.jsonl=FOLDER")
        yield Path(labels), Path(folder)


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
    names = (*FIELDS, "unit_mult", "value_upper", "start")
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
