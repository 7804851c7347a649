"""The table of areas by indicators: how many figures there are, and why there are none."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from indicators.views import REPORTS
from indicators.wording import Wording, families

#: from so many figures on a cell takes the next darker colour
STEPS = (1, 3, 8, 20)
LACKS, NO_REPORT = "×", "–"
#: a cell that the keyboard reaches; the table has one stop, which moves
_REACHED = ' tabindex="-1"'


def matrix(covered: pd.DataFrame, say: Wording, chosen: str) -> str:
    """The table of ``views.coverage``; the ``chosen`` area's row stands out."""
    codes = [str(code) for code in covered.columns if code != REPORTS]
    lines = zip(covered.index, covered[REPORTS], covered[codes].to_numpy().tolist(), strict=True)
    rows = "".join(_row(area, reports, counts, _edges(codes), say, chosen) for area, reports, counts in lines)
    rows = rows.replace(_REACHED, ' tabindex="0"', 1)
    label = escape(say.text("coverage_table"))
    return (
        f'<div class="matrix"><table role="grid" aria-label="{label}">'
        f"<thead><tr>{''.join(_heads(codes, say))}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _heads(codes: list[str], say: Wording) -> Iterator[str]:
    slide = f'<i class="slide" aria-hidden="true">{escape(say.text("coverage_slide"))} →</i>'
    yield f'<th scope="col">{slide}{escape(say.text("column_area"))}</th>'
    yield f'<th scope="col" class="up"><span>{escape(say.text("column_reports"))}</span></th>'
    for code, edge in zip(codes, _edges(codes), strict=True):
        yield f'<th scope="col" class="up{edge}"><span>{escape(say.short(code))}</span></th>'


def _row(area: str, reports: int, counts: list[int], edges: list[str], say: Wording, chosen: str) -> str:
    cells = [
        f'<td class="{_kind(count, reports)}{edge}"{_REACHED if count else ""}>{_sign(count, reports)}</td>'
        for count, edge in zip(counts, edges, strict=True)
    ]
    here = ' class="here"' if area == chosen else ""
    head = f'<th scope="row">{escape(say.area(area))}</th><td>{reports or NO_REPORT}</td>'
    return f"<tr{here}>{head}{''.join(cells)}</tr>"


def _edges(codes: list[str]) -> list[str]:
    """The mark of the first indicator of each group: a line stands before it."""
    groups = [families()[code].group for code in codes]
    return [" edge" if place == 0 or group != groups[place - 1] else "" for place, group in enumerate(groups)]


def _kind(count: int, reports: int) -> str:
    if count:
        return f"has s{sum(count >= step for step in STEPS)}"
    return "lacks" if reports else "none"


def _sign(count: int, reports: int) -> str:
    return str(count) if count else LACKS if reports else NO_REPORT


def legend(say: Wording) -> str:
    """What each sign of a cell means."""
    signs = (("s2", "3", "sign_count"), ("lacks", LACKS, "sign_lacks"), ("none", NO_REPORT, "sign_none"))
    told = (f'<span><b class="{kind}">{sign}</b> {escape(say.text(key))}</span>' for kind, sign, key in signs)
    return f'<p class="small signs">{"".join(told)}</p>'
