"""The look of every chart: template, colours, sizes. Text colours are left to the page's light or dark theme.

Colours: Okabe and Ito's blue for the chosen area, greys for the rest. What is see-through sits well on
light and on dark.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go  # type: ignore[import-untyped]  # it ships no types
import plotly.io as pio  # type: ignore[import-untyped]  # likewise

from indicators.wording import Wording

FONT = "'Source Sans', 'Source Sans 3', 'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
INK, QUIET, PAPER = "#1b2430", "#5b6673", "#ffffff"

RGB = {"chosen": (0, 114, 178), "country": (91, 107, 123), "region": (122, 137, 152), "rest": (120, 134, 150)}
OPACITY = {"chosen": 1.0, "country": 1.0, "region": 0.75, "rest": 0.42}
HAIRLINE = "rgba(128,140,152,0.22)"
ZERO = "rgba(128,140,152,0.65)"
#: strokes that must be seen on white and on black
MARK = "rgb(110,124,138)"

SIZE, SMALL = 15, 13

#: a mark that was clicked, and all others then, look as before
ALIKE: Mapping[str, Any] = MappingProxyType(
    {state: {"marker": {"opacity": 1}} for state in ("selected", "unselected")}
)

#: the steps of a map or a heat table, from the lowest to the highest
STEPS = (0.36, 0.48, 0.61, 0.75, 1.0)
#: from this place on a scale letters are white, in light and in dark
WHITE_FROM = 0.8


def colour(role: str, strength: float = 1.0) -> str:
    """The colour of a role, thinned for what is estimated or aimed at."""
    red, green, blue = RGB[role]
    return f"rgba({red},{green},{blue},{round(OPACITY[role] * strength, 3)})"


def step(place: float, hue: str = "chosen") -> str:
    """The colour of a place between 0 and 1 on the scale of maps and heat tables."""
    red, green, blue = RGB[hue]
    return f"rgba({red},{green},{blue},{STEPS[min(len(STEPS) - 1, int(place * len(STEPS)))]})"


def hatching(hatched: Sequence[bool], ink: str | Sequence[str], ground: Sequence[str]) -> dict[str, Any]:
    """The pattern of bars, some of them hatched in their ink on their ground, the others plain."""
    return {
        "shape": ["/" if estimate else "" for estimate in hatched],
        "fillmode": "replace",
        "fgcolor": ink,
        "bgcolor": ground,
        "solidity": 0.5,
        "size": 7,
    }


def _template() -> go.layout.Template:
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "title": None,
    }
    layout = go.Layout(
        font={"family": FONT, "size": SIZE},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=[colour(role) for role in RGB],
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        showlegend=False,
        bargap=0.28,
        dragmode=False,
        hovermode="closest",
        xaxis=axis,
        yaxis=axis,
    )
    return go.layout.Template(layout=layout)


pio.templates["indicators"] = _template()


def layout(wording: Wording, height: int) -> dict[str, Any]:
    """The layout of a figure in the house's look, with the number form of the language."""
    return {
        "template": pio.templates["indicators"],
        "height": height,
        "separators": ",." if wording.language == "vi" else ".,",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "font": {"family": FONT, "size": SIZE},
        "hoverlabel": {
            "bgcolor": INK,
            "bordercolor": INK,
            "font": {"family": FONT, "size": SMALL, "color": PAPER},
        },
        "title": {"text": ""},
        "dragmode": False,
    }


def shorten(text: str, most: int) -> str:
    """The text, cut at ``most`` letters with an ellipsis.

    >>> shorten("Xuất nhập khẩu", 9)
    'Xuất nhậ…'
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def bare(text: str) -> str:
    """A label without its marks.

    >>> bare("<b>0,47</b> <i>ước tính</i>")
    '0,47 ước tính'
    """
    return re.sub("</?[a-z]+>", "", text)


def letters(text: str) -> int:
    """How many letters a label shows, its marks left out.

    >>> letters("<b>0,47</b>")
    4
    """
    return len(bare(text))


def wrap(text: str, width: int = 20) -> str:
    """A label broken into lines of about ``width`` letters.

    >>> wrap("Trung du và miền núi phía Bắc")
    'Trung du và miền núi<br>phía Bắc'
    """
    lines = [""]
    for word in text.split():
        if lines[-1] and letters(lines[-1]) + letters(word) >= width + 1:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
