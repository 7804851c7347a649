"""The pieces of a chart, put together at once: plotly checks and copies all with each that is added to it."""

from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types

from indicators.charts import theme
from indicators.wording import Wording

Piece = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Traces, shapes and annotations in the order of drawing, each with its parts as plotly names them."""

    traces: list[Piece] = field(default_factory=list)
    shapes: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)

    def bars(self, **parts: Any) -> None:
        """One more trace of bars."""
        self.traces.append({"type": "bar", **parts})

    def points(self, **parts: Any) -> None:
        """One more trace of points, or of lines through them."""
        self.traces.append({"type": "scatter", **parts})

    def shape(self, **parts: Any) -> None:
        """One more shape."""
        self.shapes.append(parts)

    def note(self, **parts: Any) -> None:
        """One more annotation, without an arrow."""
        self.notes.append({"showarrow": False, **parts})

    def figure(self, wording: Wording, height: int, **layout: Any) -> go.Figure:
        """The figure in the house's look, with what else its ``layout`` holds.

        Plotly takes the pieces as they are: to check them takes ten times as long as all else here, so the
        tests let it check every chart that they draw. Numbers and words stand in lists.
        """
        drawn = {"shapes": self.shapes, "annotations": self.notes}
        layout |= {name: pieces for name, pieces in drawn.items() if pieces}
        return go.Figure(data=self.traces, layout=theme.layout(wording, height) | layout, _validate=False)
