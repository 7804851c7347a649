"""What a text speaks of: indicators of the catalogue, parts of the economy, and subjects that are neither."""

import re
from functools import cache
from typing import NamedTuple

from indicators.finding.phrases import ByWording, compile_phrases, find_phrases, fold, unfold
from indicators.lexicon import load
from indicators.model import TOTAL, Concept

#: the ``indicator`` of a concept that is known to be none of the catalogue
OTHER = "OTHER"


class Meaning(NamedTuple):
    """What a wording stands for, and how far it can be trusted to.

    ``weak`` wordings name it only where no other word stands beside them, ``faint`` ones only where nothing
    else does, ``counted`` ones only behind a number. ``family`` are the indicators that a short wording may
    stand for: the one that is akin to what was spoken of before.
    """

    indicator: str
    activity: str = TOTAL
    weak: bool = False
    faint: bool = False
    counted: bool = False
    family: tuple[str, ...] = ()


@cache
def meanings() -> ByWording[Meaning]:
    """Every wording of the lexicon, folded, with what it stands for.

    Raises ``ValueError`` where two entries claim one wording.
    """
    found = ByWording[Meaning]()
    for file, entry, wording, said in _entries():
        try:
            phrases = unfold(wording)
        except ValueError as error:
            raise ValueError(f"lexicon/{file}: entry {entry!r}: {error}") from error
        for phrase in phrases:
            known = found.setdefault(fold(phrase), said)
            if known == said or (known.indicator == said.indicator and not known.family):
                continue
            if known.family and said.family:
                found[fold(phrase)] = known._replace(family=(*known.family, *said.family))
            else:
                owner = f"which is {known.indicator}'s"
                raise ValueError(f"lexicon/{file}: entry {entry!r} claims {phrase!r}, {owner}")
    return found


def _entries() -> list[tuple[str, str, str, Meaning]]:
    """File, entry, wording and meaning of every line of the lexicon that names something."""
    entries: list[tuple[str, str, str, Meaning]] = []
    for entry in load("indicators.toml")["indicator"]:
        code = entry["code"]
        for key, said in (
            ("names", Meaning(code)),
            ("weak", Meaning(code, weak=True)),
            ("faint", Meaning(code, weak=True, faint=True)),
            ("counted", Meaning(code, counted=True)),
            ("short", Meaning(code, family=(code,))),
        ):
            entries += [("indicators.toml", code, wording, said) for wording in entry.get(key, ())]
    for entry in load("activities.toml")["activity"]:
        said = Meaning("", entry["code"])
        entries += [("activities.toml", entry["code"], wording, said) for wording in entry["names"]]
    entries += [("others.toml", wording, wording, Meaning(OTHER)) for wording in load("others.toml")["names"]]
    return entries


@cache
def _pattern() -> re.Pattern[str]:
    return compile_phrases(meanings())


def meaning(folded: str) -> Meaning:
    """What a folded wording of the lexicon stands for."""
    return meanings()[folded]


def find(text: str) -> list[Concept]:
    """The concepts of a text, the longest wording at each place, sorted by start.

    >>> [(c.indicator, c.activity) for c in find("Chỉ số giá tiêu dùng tăng; khu vực dịch vụ giảm")]
    [('CPI', '_T'), ('', 'SRV')]
    """
    return find_folded(fold(text))


def find_folded(folded: str) -> list[Concept]:
    """Like ``find``, in text that is folded already."""
    found = []
    said_by = meanings()
    for start, end, words in find_phrases(_pattern(), folded):
        said = said_by[words]
        found.append(Concept(start, end, said.indicator, said.activity))
    return found


@cache
def wholes(activity: str) -> tuple[str, ...]:
    """The indicators that a part of the economy can be told of."""
    for entry in load("activities.toml")["activity"]:
        if entry["code"] == activity:
            return tuple(entry["of"])
    raise ValueError(f"{activity!r} is no part of the economy")


@cache
def akin(code: str) -> tuple[str, ...]:
    """The indicators after which a short wording ("vốn đăng ký") stands for this one."""
    for entry in load("indicators.toml")["indicator"]:
        if entry["code"] == code:
            return tuple(entry["akin"])
    raise ValueError(f"{code!r} is no indicator")
