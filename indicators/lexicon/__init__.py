"""The field's words as data: indicators, areas, units, cues and codes, each file read once and checked.

A bad entry is a ``ValueError`` that names the file and the entry.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, TypeVar

from indicators.model import COUNTRY

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Label:
    """What a code is called on the page, in Vietnamese and in English."""

    vi: str
    en: str

    def text(self, language: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of the catalogue; ``units`` are its usual codes of ``unit_measure``.

    ``percent`` is what a plain percentage says of it (``growth``, ``level``, ``plan``, ``""``), ``parts``
    whether parts of the economy can be told of it, ``stock`` whether it
    adds up over the years.
    """

    code: str
    group: str
    vi: str
    en: str
    units: tuple[str, ...]
    percent: str = ""
    parts: bool = False
    stock: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """The country, a region or a province; ``successor`` is today's province that it became part of."""

    code: str
    kind: str
    vi: str
    en: str
    spellings: tuple[str, ...] = ()
    region: str = ""
    gso63: str = ""
    successor: str = ""
    gso34: str = ""
    vi34: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A code of ``unit_measure`` with the words that may stand behind a number."""

    code: str
    vi: str
    en: str
    words: tuple[str, ...] = ()


Entry = TypeVar("Entry", Indicator, Area, Unit)


def load(file: str) -> dict[str, Any]:
    """The content of one of the lexicon's TOML files."""
    return tomllib.loads((resources.files(__package__) / file).read_text(encoding="utf-8"))


def _records(file: str, table: str, record: type[Entry]) -> Mapping[str, Entry]:
    allowed = {field.name for field in fields(record)}
    found: dict[str, Entry] = {}
    for entry in load(file)[table]:
        known: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in entry.items()
            if key in allowed
        }
        try:
            made: Entry = record(**known)
        except TypeError as error:
            raise ValueError(f"lexicon/{file}: entry {entry.get('code', entry)!r}: {error}") from error
        if made.code in found:
            raise ValueError(f"lexicon/{file}: entry {made.code!r} stands twice")
        found[made.code] = made
    return MappingProxyType(found)


@cache
def indicators() -> Mapping[str, Indicator]:
    """The indicators of the catalogue by code, in the catalogue's order."""
    return _records("indicators.toml", "indicator", Indicator)


@cache
def areas() -> Mapping[str, Area]:
    """The country, the regions and the provinces by code."""
    found = _records("regions.toml", "area", Area)
    for area in found.values():
        for other in (area.region, area.successor):
            if other and other not in found:
                raise ValueError(f"lexicon/regions.toml: entry {area.code!r} names no area: {other!r}")
    if COUNTRY not in found:
        raise ValueError(f"lexicon/regions.toml: there is no entry {COUNTRY!r}")
    return found


@cache
def units() -> Mapping[str, Unit]:
    """The codes of ``unit_measure``."""
    return _records("units.toml", "unit", Unit)


@cache
def labels(column: str) -> Mapping[str, Label]:
    """The labels of a column's codes: ``activity``, ``measure``, ``nature``, ``qualifier``, ``group`` …."""
    table = load("codes.toml").get(column)
    if table is None:
        raise ValueError(f"lexicon/codes.toml: there is no table {column!r}")
    return MappingProxyType({code: Label(**entry) for code, entry in table.items()})


@cache
def columns() -> Mapping[str, Label]:
    """What each column of the observation table holds, in Markdown."""
    return MappingProxyType({name: Label(**entry) for name, entry in load("columns.toml").items()})
