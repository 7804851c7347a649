"""Views to Plotly figures in the house's look; ``dress`` makes one ready to leave the page."""

from indicators.charts.bars import bars
from indicators.charts.cover import cover
from indicators.charts.cutting import cut
from indicators.charts.dress import dress, standalone
from indicators.charts.heat import heat
from indicators.charts.lines import lines
from indicators.charts.targets import targets
from indicators.charts.tiles import CELL, locator, scale_ends, scale_words, tilemap

__all__ = [
    "CELL",
    "bars",
    "cover",
    "cut",
    "dress",
    "heat",
    "lines",
    "locator",
    "scale_ends",
    "scale_words",
    "standalone",
    "targets",
    "tilemap",
]
