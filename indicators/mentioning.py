"""What the finders find in a text before any rule joins it: numbers, periods, areas, indicators, cues."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from indicators import lexicon
from indicators.finding import areas, concepts, cues, numbers, periods
from indicators.model import AreaMention, Boundary, Concept, Cue, Mention, Number, PeriodMention
from indicators.observing.head import REFORM


def mentions(text: str, published: dt.date | None = None) -> list[dict[str, Any]]:
    """The mentions of a text in their order as plain values: ``kind``, ``start``, ``end``, ``text``, its own.

    ``published`` tells what "năm ngoái" or "tháng này" depends on: without it ``time_period`` is ``None``.
    """
    found = sorted(_found(text, published), key=lambda mention: (mention.start, -mention.end))
    return [_plain(mention, text, published) for mention in found]


def _found(text: str, published: dt.date | None) -> Iterator[Mention]:
    boundary: Boundary = "34" if published is not None and published >= REFORM else "63"
    yield from numbers.find(text)
    yield from periods.find(text)
    yield from areas.find(text, boundary)
    yield from concepts.find(text)
    yield from cues.find(text)


def _plain(mention: Mention, text: str, published: dt.date | None) -> dict[str, Any]:
    kind, own = _own(mention, published)
    place = {"start": mention.start, "end": mention.end, "text": text[mention.start : mention.end]}
    return {"kind": kind, **place, **own}


def _own(mention: Mention, published: dt.date | None) -> tuple[str, dict[str, Any]]:
    """The kind of a mention, and the values that only this kind has."""
    match mention:
        case Number():
            return "number", {
                "value": float(mention.value),
                "value_upper": None if mention.upper is None else float(mention.upper),
                "qualifier": mention.qualifier,
                "unit_measure": mention.unit,
                "unit_mult": mention.mult,
            }
        case PeriodMention():
            period = periods.resolve(mention, None, published)
            return "period", {"time_period": None if period is None else period.code}
        case AreaMention() if mention.code in lexicon.areas():
            return "area", {"ref_area": mention.code, "boundary": mention.boundary}
        case AreaMention():  # a district, a company: its figures are none of the province
            return "cue", {"cue": "elsewhere"}
        case Concept() if mention.indicator in lexicon.indicators():
            return "indicator", {"indicator": mention.indicator, "activity": mention.activity}
        case Concept():  # a part of the economy alone ("khu vực dịch vụ"), or what is not in the catalogue
            return "cue", {"cue": "outside" if mention.indicator else "part", "activity": mention.activity}
        case Cue():
            return "cue", {"cue": mention.kind}
