"""The table to smaller tables: what can be chosen, what is compared, what stands on a card, what proves it.

Pure functions over the table of ``indicators.table`` once ``enrich`` has made it ready; nothing here draws.
"""

from indicators.views.cards import Card, cards
from indicators.views.choice import (
    CHARTS,
    Choice,
    Option,
    Resolved,
    activity_options,
    area_options,
    codes,
    family_options,
    kind_options,
    meaningless,
    measure_options,
    nature_options,
    of_area,
    period_options,
    resolve,
)
from indicators.views.comparing import (
    areas_in,
    as_many,
    axis,
    comparison,
    fewer,
    grid,
    measured,
    role,
    series,
)
from indicators.views.covering import REPORTS, conflicts, coverage, newest, untold
from indicators.views.doubting import first_doubts, reason
from indicators.views.evidence import Piece, elsewhere, find, marked, sentence
from indicators.views.picking import NATURE_GROUP, NATURES, enrich, ids, keep, pick, rivals, spelled
from indicators.views.targets import TOLERANCE, Aim, aimed_periods, aiming_areas, behind, targets

__all__ = [
    "CHARTS",
    "NATURES",
    "NATURE_GROUP",
    "REPORTS",
    "TOLERANCE",
    "Aim",
    "Card",
    "Choice",
    "Option",
    "Piece",
    "Resolved",
    "activity_options",
    "aimed_periods",
    "aiming_areas",
    "area_options",
    "areas_in",
    "as_many",
    "axis",
    "behind",
    "cards",
    "codes",
    "comparison",
    "conflicts",
    "coverage",
    "elsewhere",
    "enrich",
    "family_options",
    "fewer",
    "find",
    "first_doubts",
    "grid",
    "ids",
    "keep",
    "kind_options",
    "marked",
    "meaningless",
    "measure_options",
    "measured",
    "nature_options",
    "newest",
    "of_area",
    "period_options",
    "pick",
    "reason",
    "resolve",
    "rivals",
    "role",
    "sentence",
    "series",
    "spelled",
    "targets",
    "untold",
]
