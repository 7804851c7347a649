"""Bars that compare areas: sorted, from zero, labelled at their ends; what is not certain looks it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import baseline, cutting, theme
from indicators.charts.captions import Row, scale
from indicators.charts.captions import figure as stated
from indicators.charts.drawing import Drawing
from indicators.table import records
from indicators.views import periods
from indicators.wording import Wording

ROW, HEADING, FOOT = 34, 40, 10
LETTER = 7.4
#: the width of the plot that label room is reckoned for: a narrow phone's
NARROW = 240

BOUNDS = {">": "triangle-right", ">=": "triangle-right", "<": "triangle-left", "<=": "triangle-left"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a bar and its section's heading stand, in pixels from the top."""

    bars: list[float]
    headings: list[tuple[float, str]]
    height: float


def bars(view: pd.DataFrame, wording: Wording, line: bool = False) -> go.Figure:
    """A chart of the comparison view; each bar carries its row's ``id`` in ``customdata``.

    With ``line`` the country's value is no bar but a line through its section.
    """
    view, country = baseline.split(view) if line and not view.empty else (view, view.iloc[:0])
    place = _places(list(view["section"]), set(country["section"]))
    chart, height = Drawing(), round(place.height)
    if view.empty:
        return chart.figure(wording, height)
    mult = scale(view)
    low, high = view["amount"] / 10.0**mult, view["amount_upper"] / 10.0**mult
    fence = cutting.fence(list(high.fillna(low)))
    low, high = low.clip(upper=fence), high.clip(upper=fence)
    ends = high.fillna(low)
    rows = records(view)
    labels = [_label(row, wording, mult) for row in rows]
    _draw(chart, view, place, low, high, labels, [_hover(row, wording) for row in rows])
    _bounds(chart, rows, list(ends), place)
    if fence is not None:
        cutting.strokes(chart, list(ends), place.bars, fence)
    if (view["measure"] == "PLAN_RATIO").all():
        _year_gone(chart, place, wording)
    names = [_name(row, wording) for row in rows]
    left = _left(names)
    widths = [_width(label) for label in labels]
    lines = list(country["amount"] / 10.0**mult)
    span = _span([*low, *lines], [*ends, *lines], [*widths, *(0.0 for _ in lines)])
    _zero(chart, place)
    runs = dict(zip((section for _, section in place.headings), _runs(place), strict=True))
    if line:
        baseline.draw(chart, country, runs, wording, mult)
    _headings(chart, view, place, left, wording)
    margin = {"l": left, "r": 0, "t": 0, "b": 0}
    return chart.figure(wording, height, margin=margin, **_axes(place, names, span))


def _draw(
    chart: Drawing, view: pd.DataFrame, place: _Place, low: pd.Series, high: pd.Series, labels: list[str],
    told: list[str],
) -> None:  # fmt: skip
    """The bars: from zero, those of a range from its lower end."""
    chart.bars(
        orientation="h",
        base=low.where(high.notna(), 0.0).tolist(),
        x=(high - low).where(high.notna(), low).tolist(),
        y=place.bars,
        width=ROW * 0.72,
        text=labels,
        textposition="outside",
        textfont={"size": theme.SIZE},
        cliponaxis=False,
        customdata=list(view["id"]),
        hovertext=told,
        hoverinfo="text",
        marker=_marker(view),
        **theme.ALIKE,
    )


def _headings(chart: Drawing, view: pd.DataFrame, place: _Place, left: int, wording: Wording) -> None:
    for y, section in place.headings:
        chart.note(
            x=0, xref="paper", xanchor="left", xshift=-left, y=y, yanchor="middle",
            text=f"<b>{_heading(section, view, wording)}</b>", font={"size": theme.SMALL},
        )  # fmt: skip


def _places(sections: Sequence[str], footed: Collection[str] = ()) -> _Place:
    """Where all stand; sections that are ``footed`` have room for words under them."""
    bars, headings, at, last = [], [], 0.0, ""
    for section in sections:
        if section != last:
            at += (8 if last else 0) + (baseline.FOOT if last in footed else 0)
            headings.append((at + HEADING / 2 - 4, section))
            at += HEADING - 6
            last = section
        bars.append(at + ROW / 2)
        at += ROW
    return _Place(bars, headings, at + FOOT + (baseline.FOOT if last in footed else 0))


def _heading(section: str, view: pd.DataFrame, wording: Wording) -> str:
    if section.startswith("plan:"):
        natures = set(view.loc[view["section"] == section, "nature"])
        key = natures.pop() if len(natures) == 1 else "plan"
        return wording.text(f"section.{key}", period=wording.phrase(section.removeprefix("plan:")))
    return wording.name(section)


def _name(row: Row, wording: Wording) -> str:
    name = theme.wrap(wording.area(row["ref_area"]))
    return f"<b>{name}</b>" if row["role"] == "chosen" else name


def _label(row: Row, wording: Wording, mult: int) -> str:
    """The figure as stated, the word for what is not certain, an asterisk where reports disagree."""
    factor = 10.0 ** (int(row["unit_mult"]) - mult)
    shown = wording.figure(row["value"] * factor, row["value_upper"] * factor, row["qualifier"])
    shown = f"<b>{shown}</b>" if row["role"] == "chosen" else shown
    star = " *" if row["rivals"] else ""
    doubt = "" if row["nature"] in ("actual", "target") else f"  <i>{wording.nature(row['nature'])}</i>"
    space = "\N{EM SPACE}" if row["qualifier"] in BOUNDS else "\N{NO-BREAK SPACE}"
    return f"{space}{shown}{star}{doubt}{space if row['value'] < 0 else ''}"


def _hover(row: Row, wording: Wording) -> str:
    parts = [wording.area(row["ref_area"]), stated(row, wording), wording.nature(row["nature"])]
    return f"<b>{parts[0]}</b><br>{parts[1]}<br>{parts[2]} · {wording.phrase(row['time_period'])}"


def _marker(view: pd.DataFrame) -> dict[str, Any]:
    """Solid for what came about, hatched for an estimate, open for a target, a forecast or an upper bound."""
    solid = [theme.colour(role) for role in view["role"]]
    estimate = view["nature"].isin(["estimate", "provisional"])
    open_ = (view["nature_group"] == "plan") | view["qualifier"].isin(["<", "<="])
    faint = [theme.colour(role, 0.22) for role in view["role"]]
    ground = [pale if hatched else full for pale, full, hatched in zip(faint, solid, estimate, strict=True)]
    return {
        "color": [pale if thin else full for pale, full, thin in zip(faint, solid, open_, strict=True)],
        "line": {"color": solid, "width": [1.6 if thin else 0 for thin in open_]},
        "pattern": theme.hatching(list(estimate & ~open_), solid, ground),
    }


def _bounds(chart: Drawing, rows: Sequence[Row], ends: list[float], place: _Place) -> None:
    """Arrows at bounds, and a dotted line from zero to where a range begins."""
    for row, end, y in zip(rows, ends, place.bars, strict=True):
        if row["qualifier"] in BOUNDS:
            marker = {"symbol": BOUNDS[row["qualifier"]], "size": 17, "color": theme.colour(row["role"])}
            chart.points(x=[end], y=[y], mode="markers", marker=marker, hoverinfo="skip", cliponaxis=False)
        if row["qualifier"] == "..":
            start = end * row["amount"] / row["amount_upper"] if row["amount_upper"] else 0
            line = {"color": theme.colour(row["role"]), "width": 1.4, "dash": "dot"}
            chart.shape(type="line", x0=0, x1=start, y0=y, y1=y, line=line)


def _year_gone(chart: Drawing, place: _Place, wording: Wording) -> None:
    """A dashed line through a section's bars at the share of the year that is over: on course, or behind."""
    for (first, last), (_, section) in zip(_runs(place), place.headings, strict=True):
        gone = periods.elapsed(section) if ":" not in section else None
        if gone is None or gone >= 100:
            continue
        line = {"color": theme.ZERO, "width": 1.5, "dash": "dash"}
        chart.shape(type="line", x0=gone, x1=gone, y0=first - 4, y1=last, line=line)
        chart.note(
            x=gone, y=first - 4, yanchor="bottom", font={"size": theme.SMALL},
            text=wording.text("elapsed", value=wording.percent(gone)),
        )  # fmt: skip


def _left(names: Sequence[str]) -> int:
    longest = max(theme.letters(line) for name in names for line in name.split("<br>"))
    return round(min(185, max(80, longest * (LETTER + 0.6) + 22)))


def _width(label: str) -> float:
    return (theme.letters(label) + 1) * LETTER


def _span(low: list[float], ends: list[float], widths: list[float]) -> tuple[float, float]:
    """The range of the axis: from zero or below, with room for the labels even on a narrow page."""
    least, most = min(0.0, *low, *ends), max(0.0, *low, *ends)
    reach = (most - least) or 1.0
    right = max((width for width, end in zip(widths, ends, strict=True) if end >= 0), default=0) / NARROW
    left = max((width for width, end in zip(widths, ends, strict=True) if end < 0), default=0) / NARROW
    total = reach / max(0.3, 1 - right - left)
    return least - total * left, most + total * right


def _axes(place: _Place, names: list[str], span: tuple[float, float]) -> dict[str, Any]:
    return {
        "xaxis": {"range": list(span), "showticklabels": False, "visible": True, "fixedrange": True},
        "yaxis": {
            "range": [place.height, 0],
            "tickvals": place.bars,
            "ticktext": [f"{name}  " for name in names],
            "tickfont": {"size": theme.SIZE},
            "automargin": False,
            "ticklabeloverflow": "allow",  # the names have their room: plotly would measure each to learn it
            "fixedrange": True,
            "showgrid": False,
        },
    }


def _zero(chart: Drawing, place: _Place) -> None:
    """The line of nought, through the bars of each section."""
    for first, last in _runs(place):
        chart.shape(type="line", x0=0, x1=0, y0=first, y1=last, line={"color": theme.ZERO, "width": 1})


def _runs(place: _Place) -> list[tuple[float, float]]:
    """From the first to the last bar of each section: where the zero line runs."""
    starts = [y + HEADING / 2 - 4 for y, _ in place.headings]
    found = []
    for start, following in zip(starts, [*starts[1:], place.height + HEADING], strict=True):
        inside = [y for y in place.bars if start < y < following]
        found.append((inside[0] - ROW * 0.45, inside[-1] + ROW * 0.45))
    return found
