"""SDMX-CSV 2.0, as statistical offices exchange data: dimensions, the value, attributes.

Source of the layout: the SDMX technical working group's "sdmx-csv" field guide, version 2.0.
"""

from typing import BinaryIO

import pandas as pd

from indicators.export.flat import raw_csv
from indicators.export.provenance import Provenance
from indicators.views import ids

#: agency, dataflow and version that name the structure; it stands in no registry
STRUCTURE_ID = "INDICATORS:OBSERVATIONS(1.0)"
#: information: the rows are what they are, nobody's database is to be changed by them
ACTION = "I"

#: what tells an observation from every other; a last one, ``STATEMENT``, tells who states it, and where
DIMENSIONS = ("indicator", "activity", "measure", "ref_area", "time_period", "nature")

#: codes of CL_OBS_STATUS; a target is no status of an observation and has none
STATUS = {"actual": "A", "estimate": "E", "provisional": "P", "forecast": "F"}


def sdmx(table: pd.DataFrame, _: Provenance, sink: BinaryIO) -> None:
    """One row an observation; ``STATEMENT`` (report and place, as in a figure's link) makes its key unique.

    All other columns of the table follow as attributes, in capitals.
    """
    raw_csv(_laid_out(table), sink)


def _laid_out(table: pd.DataFrame) -> pd.DataFrame:
    attributes = [name for name in table.columns if name not in (*DIMENSIONS, "value")]
    columns: dict[str, object] = {"STRUCTURE": "dataflow", "STRUCTURE_ID": STRUCTURE_ID, "ACTION": ACTION}
    columns |= {name.upper(): table[name] for name in DIMENSIONS}
    columns |= {"STATEMENT": ids(table), "OBS_VALUE": table["value"]}
    columns["OBS_STATUS"] = table["nature"].map(STATUS)
    columns |= {name.upper(): table[name] for name in attributes}
    return pd.DataFrame(columns, index=table.index)
