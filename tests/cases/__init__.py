"""Written cases: what must come out of invented texts. `load()` reads them, placed in their texts."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
#: the cases not read yet, beside the families
LEDGER = "known_failures.toml"
FIELDS = (
    "figure",
    "indicator",
    "activity",
    "measure",
    "ref_area",
    "time_period",
    "value",
    "unit_measure",
    "unit_mult",
    "nature",
    "qualifier",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One expected row; `start` and `end` are the figure's place in the case's text."""

    figure: str
    indicator: str
    activity: str
    measure: str
    ref_area: str
    time_period: str
    value: float
    value_upper: float | None
    unit_measure: str
    unit_mult: int
    nature: str
    qualifier: str
    optional: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Case:
    """One text and the rows that must come out of it, and no other."""

    family: str
    number: int
    says: str
    text: str
    published: str | None
    area: str | None
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The family and the case's number in it, from 1."""
        return f"{self.family}-{self.number:02d}"


def place(text: str, figure: str, after: int) -> tuple[int, int]:
    """Find a figure as a whole number, not as the tail or the head of another.

    >>> place("tăng 12,5%, rồi 2,5%", "2,5%", 0)
    (16, 20)
    """
    found = re.compile(rf"(?<!\d)(?<!\d[.,]){re.escape(figure)}(?!\w)").search(text, after)
    if found is None:
        raise ValueError(f"{figure!r} is not in the text after {after}")
    return found.span()


def read_row(line: str, text: str, after: int) -> Row:
    """Read a compact row; its figure is the first one like it after the figure of the row before."""
    optional = line.startswith("? ")
    parts = line.removeprefix("? ").split(" | ")
    if len(parts) != len(FIELDS):
        raise ValueError(f"{len(parts)} fields instead of {len(FIELDS)}: {line!r}")
    said = dict(zip(FIELDS, parts, strict=True))
    value, _, upper = said["value"].partition("..")
    start, end = place(text, said["figure"], after)
    return Row(
        **said
        | {
            "value": float(value),
            "value_upper": float(upper) if upper else None,
            "unit_mult": int(said["unit_mult"]),
            "optional": optional,
            "start": start,
            "end": end,
        }
    )


def load(*families: str) -> list[Case]:
    """Read all cases, or those of the families named, in the order of the files."""
    cases = []
    for path in sorted(HERE.glob("*.toml")):
        if path.name == LEDGER or (families and path.stem not in families):
            continue
        for number, said in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], start=1):
            rows, after = [], 0
            for line in said["rows"]:
                row = read_row(line, said["text"], after)
                rows.append(row)
                after = row.end
            cases.append(
                Case(
                    family=path.stem,
                    number=number,
                    says=said["says"],
                    text=said["text"],
                    published=said.get("published"),
                    area=said.get("area"),
                    rows=tuple(rows),
                )
            )
    return cases
