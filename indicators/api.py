"""The table for programs: which rows the parts of a link ask for, and what can be asked for.

Every part is honoured or refused with a ``RefusalError``: none is passed over in silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from indicators import lexicon, views
from indicators.export import Provenance
from indicators.lexicon import LANGUAGES
from indicators.model import Document
from indicators.table import COLUMNS
from indicators.views.choice import LIST_MARK
from indicators.wording import Wording, families

#: the parts of a link as they stand in it, in its order
Parts = Sequence[tuple[str, str]]

#: where all addresses begin
ROOT = "/api/v1"
LANGUAGE = "lang"
#: the parts that pick rows, with the columns that they look at
PICKING: Mapping[str, str] = {
    "area": "ref_area",
    "with": "ref_area",
    "kind": "kind",
    "period": "time_period",
    "ind": "indicator",
    "act": "activity",
    "measure": "measure",
    "nature": "nature_group",
    "document": "document",
    "report": "document",
    "obs": "id",
}
#: names of reports and figures may hold the mark of a list: of these several are given as several parts
_WHOLE = frozenset({"document", "report", "obs"})
#: parts of a page's link that are taken, and pick no rows
_FOREIGN = frozenset({"embed", "embed_options"})
_IDLE = _FOREIGN | {"chart"}
#: where the codes of parts are listed that have too many for a sentence, and the forms of a period
LISTED: Mapping[str, str] = {
    "area": f"{ROOT}/areas",
    "with": f"{ROOT}/areas",
    "ind": f"{ROOT}/indicators",
    "document": f"{ROOT}/reports",
    "report": f"{ROOT}/reports",
    "obs": f"{ROOT}/observations.json",
}
_FORMS = ("2020", "2020-S1", "2020-Q2", "2020-06", "2020-01-01/P9M")


class RefusalError(Exception):
    """A request that can't be honoured, told in one sentence."""


def language(parts: Parts) -> str:
    """The language that the parts ask for, Vietnamese where they name none that there is."""
    named = dict(parts).get(LANGUAGE, "")
    return named if named in LANGUAGES else LANGUAGES[0]


def observations(rich: pd.DataFrame, parts: Parts) -> pd.DataFrame:
    """The rows that the parts ask for: codes of one column widen, columns narrow, no parts ask for all.

    Raises ``RefusalError`` on a part or a code that does not exist; one without rows gives an empty table.
    """
    check(parts, (*PICKING, *_IDLE))
    wanted: dict[str, set[str]] = {}
    strange = []
    for name, value in parts:
        codes = [value] if name in _WHOLE else value.split(LIST_MARK)
        if not all(_exists(rich, name, code) for code in codes):
            strange.append((name, value))
        elif name in PICKING:
            wanted.setdefault(PICKING[name], set()).update(*(_members(name, code) for code in codes))
    if strange:
        raise RefusalError(_unknown(strange, Wording(language(parts))))
    return views.keep(rich, **{column: sorted(codes) for column, codes in wanted.items()})


def _unknown(strange: Parts, say: Wording) -> str:
    """Which codes there are not, and for each part which there are: named where they are few."""
    hints = []
    for name in dict.fromkeys(name for name, _ in strange):
        if name in LISTED:
            hints.append(say.text("api.code_listed", name=name, address=LISTED[name]))
        elif name == "period":
            hints.append(say.text("api.code_form", name=name, codes=", ".join(_FORMS)))
        else:
            hints.append(say.text("api.code_fixed", name=name, codes=", ".join(views.codes()[name])))
    told = ", ".join(f"{name}={value}" for name, value in strange)
    return say.text("api.code", parts=told, hints="; ".join(hints))


def check(parts: Parts, known: Iterable[str] = ()) -> None:
    """Raises ``RefusalError`` where a part has none of the names, or where the language is none."""
    say, names = Wording(language(parts)), sorted({*known, LANGUAGE})
    unknown = [name for name, _ in parts if name not in names]
    if unknown:
        raise RefusalError(say.text("api.name", parts=", ".join(unknown), names=", ".join(names)))
    wrong = [f"{name}={value}" for name, value in parts if name == LANGUAGE and value not in LANGUAGES]
    if wrong:
        raise RefusalError(say.text("api.language", parts=", ".join(wrong)))


def _exists(rich: pd.DataFrame, name: str, code: str) -> bool:
    if name in _WHOLE:
        return bool((rich[PICKING[name]] == code).any())
    if name in (LANGUAGE, *_FOREIGN) or (name == "ind" and code in lexicon.indicators()):
        return True
    return bool(code) and not views.meaningless({name: code})


def _members(name: str, code: str) -> Iterable[str]:
    """The codes that a code of a link stands for: the page shows GDP and GRDP as one."""
    return families()[code].members if name == "ind" and code in families() else (code,)


def given(rows: pd.DataFrame, provenance: Provenance) -> pd.DataFrame:
    """The rows as they are given away: the table's columns, and the ``link`` to each figure's sentence."""
    return rows[list(COLUMNS)].assign(link=[provenance.where("obs", name) for name in rows["id"]])


def figure(rich: pd.DataFrame, name: str, provenance: Provenance) -> dict[str, Any] | None:
    """One figure, its sentence in three ``pieces`` (the second is the figure), its report; else ``None``."""
    rows = views.keep(rich, id=name)
    if rows.empty:
        return None
    row = given(rows.head(1), provenance).iloc[0]
    document = provenance.documents.get(str(row["document"]), Document(str(row["document"]), ""))
    return {
        "id": name,
        **{column: _plain(row[column]) for column in row.index},
        "pieces": _in_three(rows.iloc[0]),
        "report": _report(document, provenance),
    }


def _in_three(row: pd.Series) -> list[str]:
    """A row's sentence as the text before its figure, the figure, and the text behind it."""
    sentence = str(row["sentence"])
    start, end = int(row["start"] - row["sentence_start"]), int(row["end"] - row["sentence_start"])
    return [sentence[:start], sentence[start:end], sentence[end:]]


def _plain(cell: Any) -> Any:
    return None if pd.isna(cell) else cell.item() if hasattr(cell, "item") else cell


def indicators(rich: pd.DataFrame) -> list[dict[str, Any]]:
    """The indicators of the catalogue, and how many rows each has."""
    rows = rich["indicator"].value_counts()
    return [
        {
            "code": code, "group": entry.group, "vi": entry.vi, "en": entry.en,
            "units": list(entry.units), "rows": int(rows.get(code, 0)),
        }
        for code, entry in lexicon.indicators().items()
    ]  # fmt: skip


def areas(rich: pd.DataFrame) -> list[dict[str, Any]]:
    """The country, the regions and the provinces, and how many rows each has."""
    rows = rich["ref_area"].value_counts()
    return [
        {
            "code": code, "kind": area.kind, "vi": area.vi, "en": area.en, "region": area.region or None,
            "successor": area.successor or None, "rows": int(rows.get(code, 0)),
        }
        for code, area in lexicon.areas().items()
    ]  # fmt: skip


def reports(rich: pd.DataFrame, provenance: Provenance) -> list[dict[str, Any]]:
    """The reports, and how many rows each gave."""
    rows = rich["document"].value_counts()
    return [
        {**_report(document, provenance), "rows": int(rows.get(name, 0))}
        for name, document in provenance.documents.items()
    ]


def _report(document: Document, provenance: Provenance) -> dict[str, Any]:
    return {
        "document": document.name,
        "title": document.title or None,
        "area": document.area,
        "published": document.published.isoformat() if document.published else None,
        "link": provenance.where("report", document.name),
    }
