"""What a text speaks of: indicators of the catalogue, parts of the economy, and subjects that are neither."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from indicators.finding.phrases import compile_phrases, fold, unfold
from indicators.lexicon import load
from indicators.model import TOTAL, Concept

#: the ``indicator`` of a concept that is known to be none of the catalogue
OTHER = "OTHER"


class Meaning(NamedTuple):
    """What a wording stands for; ``weak`` wordings name it only where they stand alone."""

    indicator: str
    activity: str = TOTAL
    weak: bool = False


@cache
def meanings() -> dict[str, Meaning]:
    """Every wording of the lexicon, folded, with what it stands for.

    Raises ``ValueError`` where two entries claim one wording.
    """
    found: dict[str, Meaning] = {}
    for file, entry, wording, meaning in _entries():
        for phrase in unfold(wording):
            known = found.setdefault(fold(phrase), meaning)
            if known != meaning:
                raise ValueError(f"lexicon/{file}: entry {entry!r} claims {phrase!r}, which is {known.indicator}'s")
    return found


def _entries() -> list[tuple[str, str, str, Meaning]]:
    entries: list[tuple[str, str, str, Meaning]] = []
    for entry in load("indicators.toml")["indicator"]:
        code = entry["code"]
        for wording in (*entry.get("names", ()), *entry.get("counted", ())):
            entries.append(("indicators.toml", code, wording, Meaning(code)))
        for wording in entry.get("weak", ()):
            entries.append(("indicators.toml", code, wording, Meaning(code, weak=True)))
    for entry in load("activities.toml")["activity"]:
        for wording in entry["names"]:
            entries.append(("activities.toml", entry["code"], wording, Meaning("", entry["code"])))
    for wording in load("others.toml")["names"]:
        entries.append(("others.toml", wording, wording, Meaning(OTHER)))
    return entries


@cache
def _pattern() -> re.Pattern[str]:
    return compile_phrases(meanings())


@lru_cache(maxsize=4096)
def _meaning(words: str) -> Meaning:
    return meanings()[" ".join(words.split())]


def find(text: str) -> list[Concept]:
    """The concepts of a text, the longest wording at each place, sorted by start.

    >>> [(c.indicator, c.activity) for c in find("Chỉ số giá tiêu dùng tăng; khu vực dịch vụ giảm")]
    [('CPI', '_T'), ('', 'SRV')]
    """
    return find_folded(fold(text))


def find_folded(folded: str) -> list[Concept]:
    """Like ``find``, in text that is folded already."""
    found = []
    for match in _pattern().finditer(folded):
        meaning = _meaning(match[0])
        found.append(Concept(match.start(), match.end(), meaning.indicator, meaning.activity))
    return found


def is_weak(folded: str) -> bool:
    """Whether a folded wording names its indicator only where no other word stands beside it."""
    return _meaning(folded).weak


@cache
def wholes(activity: str) -> tuple[str, ...]:
    """The indicators that a part of the economy can be told of."""
    for entry in load("activities.toml")["activity"]:
        if entry["code"] == activity:
            return tuple(entry["of"])
    raise ValueError(f"{activity!r} is no part of the economy")
