"""Views to Plotly figures in the house's look; ``dress`` makes one ready to leave the page."""

from indicators.charts.bars import bars
from indicators.charts.cutting import cut
from indicators.charts.dress import SIZES, dress, fits
from indicators.charts.heat import heat, least_width
from indicators.charts.lines import lines
from indicators.charts.multiples import multiples
from indicators.charts.scales import beyond, scale_ends, scale_words, told_areas
from indicators.charts.standalone import standalone
from indicators.charts.targets import targets
from indicators.charts.tiles import CELL, ROOMY, cell_within, locator, tilemap
from indicators.charts.zooming import squeezed

__all__ = [
    "CELL",
    "ROOMY",
    "SIZES",
    "bars",
    "beyond",
    "cell_within",
    "cut",
    "dress",
    "fits",
    "heat",
    "least_width",
    "lines",
    "locator",
    "multiples",
    "scale_ends",
    "scale_words",
    "squeezed",
    "standalone",
    "targets",
    "tilemap",
    "told_areas",
]
