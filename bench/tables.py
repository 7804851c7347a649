"""What was measured, as tables of Markdown, and the machine that it was measured on."""

import math
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

Cell = str | float | None


@dataclass
class Table:
    """A heading, a sentence on what is shown, and rows whose first cell is their name."""

    title: str
    says: str
    columns: Sequence[str]
    rows: list[Sequence[Cell]] = field(default_factory=list)

    def add(self, *cells: Cell) -> None:
        """One more row."""
        self.rows.append(cells)

    def markdown(self) -> str:
        """The table as Markdown, numbers on the right."""
        rule = ["---", *("--:" for _ in self.columns[1:])]
        lines = [self.columns, rule, *([_shown(cell) for cell in row] for row in self.rows)]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return f"## {self.title}\n\n{self.says}\n\n{table}\n"


def _shown(cell: Cell) -> str:
    """A number with three digits that tell, nothing for none.

    >>> [_shown(cell) for cell in (0.04321, -2.5, 1320.4, None, "CPU")]
    ['0.0432', '-2.50', '1320', '', 'CPU']
    """
    if cell is None or isinstance(cell, str):
        return cell or ""
    return f"{cell:.{max(2 - math.floor(math.log10(abs(cell))), 0) if cell else 0}f}"


def machine() -> str:
    """The processor, how many of its cores there are, and the versions that the time hangs on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    processor = models[0] if models else platform.processor() or platform.machine()
    versions = [f"{name} {version(name)}" for name in ("regex", "pandas")]
    python = f"Python {platform.python_version()}"
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}; {', '.join([python, *versions])}"
