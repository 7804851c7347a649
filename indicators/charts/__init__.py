"""Views to Plotly figures in the house's look; ``dress`` makes one ready to leave the page."""

from indicators.charts.bars import bars
from indicators.charts.dress import dress, standalone
from indicators.charts.lines import lines

__all__ = ["bars", "dress", "lines", "standalone"]
