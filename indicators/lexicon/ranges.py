"""The plausible ranges of ``indicators.toml``: between which values every true figure lies."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from indicators import lexicon
from indicators.model import COUNTRY

_FILE = "indicators.toml"
_KEYS = {"measure", "unit", "range"}
#: whatever the indicator
ANY = ""


@dataclass(frozen=True, slots=True)
class Range:
    """Both ends of a plausible range, in whole units (VND, not billions of them)."""

    least: float
    most: float


@cache
def ranges() -> Mapping[tuple[str, str, str, bool], Range]:
    """The ranges by indicator (or ``ANY``), measure, unit, and whether they are the country's.

    Raises ``ValueError`` with file and entry on a measure or unit that is none, or on what is no range.
    """
    content = lexicon.load(_FILE)
    found: dict[tuple[str, str, str, bool], Range] = {}
    for code, entry in ((ANY, content), *((entry["code"], entry) for entry in content["indicator"])):
        for stated in entry.get("plausible", ()):
            for key, limits in _read(code or "plausible", stated).items():
                if (code, *key) in found:
                    raise ValueError(f"lexicon/{_FILE}: entry {code!r} has two ranges for {key[0]} {key[1]}")
                found[(code, *key)] = limits
    return MappingProxyType(found)


@cache
def plausible(indicator: str, measure: str, unit: str, area: str, whole: bool = True) -> Range | None:
    """The range of a figure; for a part of the economy (not ``whole``) only what holds for every indicator.

    ``None`` where the lexicon states none.
    """
    country = area == COUNTRY
    own = ranges().get((indicator, measure, unit, country)) if whole else None
    return own or ranges().get((ANY, measure, unit, country))


def _read(name: str, stated: Mapping[str, Any]) -> dict[tuple[str, str, bool], Range]:
    """The range for provinces and regions, and the country's: the same where the entry names none."""
    where = f"lexicon/{_FILE}: entry {name!r}, plausible"
    if not _KEYS <= stated.keys() <= _KEYS | {"country"}:
        raise ValueError(f"{where}: {sorted(stated)} are not measure, unit, range and maybe country")
    measure, unit = stated["measure"], stated["unit"]
    if measure not in lexicon.labels("measure"):
        raise ValueError(f"{where}: {measure!r} is no measure")
    if unit not in lexicon.units():
        raise ValueError(f"{where}: {unit!r} is no unit")
    own = _limits(stated["range"], where)
    country = _limits(stated["country"], where) if "country" in stated else own
    return {(measure, unit, False): own, (measure, unit, True): country}


def _limits(ends: Any, where: str) -> Range:
    numbers = isinstance(ends, list) and all(type(end) in (int, float) and math.isfinite(end) for end in ends)
    if not numbers or len(ends) != 2 or ends[0] >= ends[1]:
        raise ValueError(f"{where}: {ends!r} is no range of a lesser and a greater number")
    return Range(float(ends[0]), float(ends[1]))
