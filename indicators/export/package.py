"""A ZIP that explains itself: the rows and the reports as CSV, a Data Package descriptor, a citation.

Source of the layout: the Data Package standard, version 2.0 (datapackage.org).
"""

import json
import zipfile
from typing import Any, BinaryIO

import pandas as pd

from indicators import lexicon
from indicators import table as tables
from indicators.export import citing, codes
from indicators.export.flat import raw_csv
from indicators.export.provenance import Provenance, Source

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {"str": "string", "float64": "number", "int64": "integer"}
#: positions and counts are never below this
_LEAST = {"start": 0, "end": 1, "sentence_start": 0}

#: the columns of ``reports.csv``
_REPORT = {
    "name": "string",
    "title": "string",
    "ref_area": "string",
    "published": "date",
    "figures": "integer",
    "link": "string",
}
#: nothing to review is an empty text, which CSV can't tell from a missing one
_MAY_LACK = tables.NULLABLE | {"review"}

Descriptor = dict[str, Any]


def package(table: pd.DataFrame, provenance: Provenance, sink: BinaryIO) -> None:
    """The rows as ``observations.csv``, for programs: texts as they are; beside it what explains them."""
    reports = _reports(table, provenance)
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        described = json.dumps(_descriptor(table, provenance), ensure_ascii=False, indent=1)
        archive.writestr("datapackage.json", described)
        for name, rows in (("observations.csv", table), ("reports.csv", reports)):
            with archive.open(name, "w", force_zip64=True) as member:
                raw_csv(rows, member)  # type: ignore[arg-type]  # a member is written like any file
        archive.writestr("CITATION.txt", citing.text(table, provenance))


def _reports(table: pd.DataFrame, provenance: Provenance) -> pd.DataFrame:
    rows = [citing.described(source, provenance) for source in provenance.sources(table)]
    return pd.DataFrame(rows, columns=list(_REPORT))


def _descriptor(table: pd.DataFrame, provenance: Provenance) -> Descriptor:
    """What the package holds. It names no licence: the words of the reports belong to their publishers."""
    say = provenance.wording
    reports = [_field(name, kind, say.text(f"file.{name}")) for name, kind in _REPORT.items()]
    key = {"fields": ["document"], "reference": {"resource": "reports", "fields": ["name"]}}
    return {
        "$schema": PROFILE,
        "name": "provincial-economic-figures",
        "title": say.text("product"),
        "description": f"{citing.citation(table, provenance)}\n\n{say.text('file.rights')}",
        "created": f"{provenance.made.isoformat()}T00:00:00Z",
        **({"homepage": provenance.view} if provenance.view else {}),
        "sources": [_source(source, provenance) for source in provenance.sources(table)],
        "resources": [
            _resource("observations", {"fields": _columns(table, provenance.language), "foreignKeys": [key]}),
            _resource("reports", {"fields": reports, "primaryKey": ["name"]}),
        ],
    }


def _source(source: Source, provenance: Provenance) -> Descriptor:
    link = provenance.where("report", source.name)
    return {"title": citing.reference(source, provenance)} | ({"path": link} if link else {})


def _resource(name: str, schema: Descriptor) -> Descriptor:
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema | {"missingValues": [""]},
    }


def _columns(table: pd.DataFrame, language: str) -> list[Descriptor]:
    """The table's columns with their types, what may stand in them, and what their codes mean."""
    fields, used = [], codes.used(table, language)
    for name, dtype in table.dtypes.items():
        column = str(name)
        field = _field(column, _TYPES[str(dtype)], lexicon.columns()[column].text(language))
        constraints: Descriptor = {} if column in _MAY_LACK else {"required": True}
        if column in _LEAST:
            constraints["minimum"] = _LEAST[column]
        if column in tables.codes():
            constraints["enum"] = list(tables.codes()[column])
        if column in used:
            field["categories"] = [{"value": code, "label": label} for code, label in used[column].items()]
        fields.append(field | ({"constraints": constraints} if constraints else {}))
    return fields


def _field(name: str, kind: str, description: str) -> Descriptor:
    return {"name": name, "type": kind, "description": description}
