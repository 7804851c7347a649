"""Plans, targets and forecasts, each at 100, with a bar for what is reached and a mark for the year gone."""

from collections.abc import Iterator, Sequence
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
#: the share of a narrow page's width that a letter under the bars takes
LETTER = 0.018
#: words that would meet those at 100 stand so much lower; room for half a mark at the right; both in pixels
LOWER, EDGE = 17, 8


@dataclass(frozen=True, slots=True)
class _Row:
    """An aim and where it stands, in pixels from the top: its label's upper edge, the middle of its bar."""

    aim: Aim
    words: str
    top: float
    bar: float


@dataclass(frozen=True, slots=True)
class _Under:
    """Words under the bars: at which place of the axis, ending or beginning there, and how much lower."""

    words: str
    at: float
    ending: bool
    lower: int = 0


@dataclass(frozen=True, slots=True)
class _Section:
    """Aims of one nature and period: the heading's middle, the rows, the words under them, where it ends."""

    name: str
    heading: float
    rows: tuple[_Row, ...]
    under: tuple[_Under, ...]
    foot: float
    end: float


def targets(aims: Sequence[Aim], wording: Wording) -> go.Figure:
    """A row for each aim; the bars carry the row of what is reached, the marks that of the aim itself."""
    ends = [min(MOST, end) for aim in aims for end in (aim.share, aim.most) if end is not None]
    most = max(100.0, *ends, 0.0)
    sections = _sections(aims, most, wording)
    height = sections[-1].end if sections else HEADING
    chart = Drawing()
    rows = [row for section in sections for row in section.rows]
    _tracks(chart, rows)
    _bars(chart, [row for row in rows if row.aim.share is not None], wording)
    for section in sections:
        _words(chart, section)
    _marks(chart, rows, wording)
    return chart.figure(
        wording, round(height), margin={"l": 0, "r": EDGE, "t": 0, "b": 0},
        xaxis={"range": [min(0.0, *ends, 0.0), most], "visible": False, "fixedrange": True},
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )  # fmt: skip


def _sections(aims: Sequence[Aim], most: float, wording: Wording) -> list[_Section]:
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
        under, foot = tuple(_under(inside, most, wording)), at - GAP + FOOT / 2
        end = foot + FOOT / 2 + max(words.lower for words in under)
        found.append(_Section(section_name(inside[0], wording), heading, tuple(rows), under, foot, end))
        at = end + GAP
    return found


def _under(aims: Sequence[Aim], most: float, wording: Wording) -> Iterator[_Under]:
    """What stands at 100, then how much of the year is gone, lower where the two would meet."""
    what = wording.text(f"aim.{aims[0].nature}")
    place, wide = 100 / most, theme.letters(what) * LETTER
    ending = place + wide > 1
    yield _Under(what, 100.0, ending)
    for elapsed in sorted({aim.elapsed for aim in aims if aim.elapsed is not None} - {100.0}):
        words = wording.text("elapsed", value=wording.percent(elapsed))
        at, long = elapsed / most, theme.letters(words) * LETTER
        end = at if at > long else at + long
        yield _Under(words, elapsed, at > long, LOWER if ending and end > place - wide else 0)


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


def _words(chart: Drawing, section: _Section) -> None:
    """The heading, the label over each bar, the words under them, and strokes where the year has come to."""
    left = {"x": 0, "xref": "paper", "xanchor": "left", "align": "left"}
    chart.note(
        y=section.heading, yanchor="middle", text=f"<b>{section.name}</b>", font={"size": theme.SMALL}, **left
    )
    for row in section.rows:
        chart.note(y=row.top, yanchor="top", text=row.words, font={"size": theme.SIZE}, **left)
        if row.aim.elapsed not in (None, 100.0):
            chart.shape(
                type="line", x0=row.aim.elapsed, x1=row.aim.elapsed, y0=row.bar - BAR / 2 - 3,
                y1=row.bar + BAR / 2 + 5, line={"color": theme.MARK, "width": 2, "dash": "4px,2px"},
            )  # fmt: skip
    for under in section.under:
        side = {"xanchor": "right", "xshift": 2} if under.ending else {"xanchor": "left", "xshift": -2}
        chart.note(
            x=under.at, y=section.foot + under.lower, yanchor="middle", text=under.words,
            font={"size": theme.SMALL}, **side,
        )  # fmt: skip


def _hover(aim: Aim, wording: Wording) -> str:
    return f"{'<br>'.join(label(aim, wording))}<br>{wording.phrase(str(aim.main['time_period']))}"
