"""Plans, targets and forecasts, each at 100, with a bar for what is reached and a mark for the year gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import cutting, theme
from indicators.charts.drawing import Drawing
from indicators.charts.target_captions import label, section_name
from indicators.views import Aim
from indicators.wording import Wording

HEADING, LETTERS, BAR, GAP, FOOT = 36, 20, 15, 16, 30
#: letters of a label's line on a narrow page
LINE = 48
#: what is reached beyond this is cut, and its label tells the true figure
MOST = 200.0
#: the share of the plot that the words "plan" at 100 need on a narrow page
WORDS = 0.24


@dataclass(frozen=True, slots=True)
class _Row:
    """An aim and where it stands, in pixels from the top: its label's upper edge, the middle of its bar."""

    aim: Aim
    words: str
    top: float
    bar: float


@dataclass(frozen=True, slots=True)
class _Section:
    """Aims of one nature and period: the heading's middle, the rows, where the words under them stand."""

    name: str
    heading: float
    rows: tuple[_Row, ...]
    foot: float


def targets(aims: Sequence[Aim], wording: Wording) -> go.Figure:
    """A row for each aim; the bars carry the row of what is reached, the marks that of the aim itself."""
    sections = _sections(aims, wording)
    height = sections[-1].foot + FOOT / 2 if sections else HEADING
    chart = Drawing()
    rows = [row for section in sections for row in section.rows]
    _tracks(chart, rows)
    _bars(chart, [row for row in rows if row.aim.share is not None], wording)
    for section in sections:
        _words(chart, section, wording)
    _marks(chart, rows, wording)
    ends = [min(MOST, end) for row in rows for end in (row.aim.share, row.aim.most) if end is not None]
    most = max(100 / (1 - WORDS), *(end + 3 for end in ends), 0)
    return chart.figure(
        wording, round(height),
        xaxis={"range": [min(0.0, *ends, 0.0), most], "visible": False, "fixedrange": True},
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )  # fmt: skip


def _sections(aims: Sequence[Aim], wording: Wording) -> list[_Section]:
    groups: dict[tuple[str, str], list[Aim]] = {}
    for aim in aims:
        groups.setdefault((aim.nature, aim.period), []).append(aim)
    found, at = [], 0.0
    for inside in groups.values():
        heading = at + HEADING / 2
        at += HEADING
        rows = []
        for aim in inside:
            words = _lines(label(aim, wording))
            deep = LETTERS * (words.count("<br>") + 1)
            rows.append(_Row(aim, words, at, at + deep + 4 + BAR / 2))
            at += deep + 4 + BAR + GAP
        found.append(_Section(section_name(inside[0], wording), heading, tuple(rows), at - GAP + FOOT / 2))
        at += FOOT
    return found


def _lines(parts: Sequence[str]) -> str:
    """The parts of a label in as few lines as a narrow page allows, broken between parts where it goes."""
    lines: list[str] = []
    for part in parts:
        if lines and theme.letters(lines[-1]) + theme.letters(part) < LINE:
            lines[-1] = f"{lines[-1]} · {part}"
        else:
            lines.append(theme.wrap(part, LINE))
    return "<br>".join(lines)


def _tracks(chart: Drawing, rows: Sequence[_Row]) -> None:
    """A pale ground from nought to the aim, a darker one from there to the upper end of a range."""
    for row in rows:
        stretches = [(0.0, 100.0, theme.HAIRLINE)]
        if row.aim.most:
            stretches.append((100.0, min(MOST, row.aim.most), theme.colour("rest")))
        for first, last, fill in stretches:
            chart.shape(
                type="rect", x0=first, x1=last, y0=row.bar - BAR / 2, y1=row.bar + BAR / 2, layer="below",
                fillcolor=fill, line={"width": 0},
            )  # fmt: skip


def _bars(chart: Drawing, rows: Sequence[_Row], wording: Wording) -> None:
    ends = [min(MOST, row.aim.share or 0.0) for row in rows]
    chart.bars(
        orientation="h",
        x=ends,
        y=[row.bar for row in rows],
        width=BAR,
        customdata=[str(row.aim.main["id"]) for row in rows],
        hovertext=[_hover(row.aim, wording) for row in rows],
        hoverinfo="text",
        marker=_filling([row.aim for row in rows]),
        **theme.ALIKE,
    )
    if any(end >= MOST for end in ends):
        cutting.strokes(chart, ends, [row.bar for row in rows], MOST)


def _filling(aims: Sequence[Aim]) -> dict[str, Any]:
    """Solid for what came about, hatched for an estimate."""
    estimate = [aim.main["nature"] in ("estimate", "provisional") for aim in aims]
    solid, pale = theme.colour("chosen"), theme.colour("chosen", 0.22)
    return {
        "color": solid,
        "pattern": theme.hatching(estimate, solid, [pale if hatched else solid for hatched in estimate]),
    }


def _marks(chart: Drawing, rows: Sequence[_Row], wording: Wording) -> None:
    """The aim at 100: a stroke for a plan or a target, an open diamond for a forecast."""
    forecast = [row.aim.nature == "forecast" for row in rows]
    ids = ["" if row.aim.aim is None else str(row.aim.aim["id"]) for row in rows]
    chart.points(
        x=[100] * len(rows),
        y=[row.bar for row in rows],
        mode="markers",
        marker={
            "symbol": ["diamond-open" if open_ else "line-ns" for open_ in forecast],
            "size": [13 if open_ else BAR + 7 for open_ in forecast],
            "color": theme.MARK,
            "opacity": 1,
            "line": {"width": 3, "color": theme.MARK},
        },
        customdata=[own or str(row.aim.main["id"]) for own, row in zip(ids, rows, strict=True)],
        hovertext=[_hover(row.aim, wording) for row in rows],
        hoverinfo="text",
        cliponaxis=False,
        **theme.ALIKE,
    )


def _words(chart: Drawing, section: _Section, wording: Wording) -> None:
    """The heading, the label over each bar; under them what is at 100 and how much of the year is gone."""
    left = {"x": 0, "xref": "paper", "xanchor": "left", "align": "left"}
    chart.note(
        y=section.heading, yanchor="middle", text=f"<b>{section.name}</b>", font={"size": theme.SMALL}, **left
    )
    for row in section.rows:
        chart.note(y=row.top, yanchor="top", text=row.words, font={"size": theme.SIZE}, **left)
    under = {"y": section.foot, "yanchor": "middle", "font": {"size": theme.SMALL}}
    nature = section.rows[0].aim.nature
    chart.note(x=100, xanchor="left", xshift=-2, text=wording.text(f"aim.{nature}"), **under)
    gone = {row.aim.elapsed for row in section.rows if row.aim.elapsed is not None} - {100.0}
    for elapsed in sorted(gone):
        for row in [row for row in section.rows if row.aim.elapsed == elapsed]:
            chart.shape(
                type="line", x0=elapsed, x1=elapsed, y0=row.bar - BAR / 2 - 3, y1=row.bar + BAR / 2 + 5,
                line={"color": theme.MARK, "width": 2, "dash": "4px,2px"},
            )  # fmt: skip
        words = wording.text("elapsed", value=wording.percent(elapsed))
        side = {"xanchor": "left", "xshift": -2} if elapsed < 50 else {"xanchor": "right", "xshift": 2}
        chart.note(x=elapsed, text=words, **under, **side)


def _hover(aim: Aim, wording: Wording) -> str:
    return f"{'<br>'.join(label(aim, wording))}<br>{wording.phrase(str(aim.main['time_period']))}"
