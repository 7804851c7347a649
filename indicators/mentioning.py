"""What the finders find in a text before any rule joins it: numbers, periods, areas, indicators, cues."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from indicators import lexicon
from indicators.finding import areas, concepts, cues, numbers, periods
from indicators.model import (
    AreaMention,
    Boundary,
    Concept,
    Cue,
    Mention,
    Number,
    Period,
    PeriodMention,
)

#: the day on which 63 provinces became 34
MERGER = dt.date(2025, 7, 1)

#: the kind of each class of mention
KINDS: Mapping[type, str] = {
    Number: "number",
    PeriodMention: "period",
    AreaMention: "area",
    Concept: "indicator",
    Cue: "cue",
}


def mentions(text: str, published: dt.date | None = None) -> list[dict[str, Any]]:
    """The mentions of a text in their order as plain values: ``kind``, ``start``, ``end``, ``text``, its own.

    ``published`` tells what "năm ngoái" or "tháng này" depends on: without it ``time_period`` is ``None``.
    """
    found = sorted(_found(text, published), key=lambda mention: (mention.start, -mention.end))
    return [
        {
            "kind": "cue" if _qualifies(mention) else KINDS[type(mention)],
            "start": mention.start,
            "end": mention.end,
            "text": text[mention.start : mention.end],
            **_own(mention, published),
        }
        for mention in found
    ]


def _found(text: str, published: dt.date | None) -> Iterator[Mention]:
    boundary: Boundary = "34" if published is not None and published >= MERGER else "63"
    yield from numbers.find(text)
    yield from periods.find(text)
    yield from areas.find(text, boundary)
    yield from concepts.find(text)
    yield from cues.find(text)


def _qualifies(mention: Mention) -> bool:
    """Whether words name only a part of the economy ("khu vực dịch vụ"), or what is not in the catalogue."""
    return isinstance(mention, Concept) and mention.indicator not in lexicon.indicators()


def settled(mention: PeriodMention, published: dt.date | None) -> Period | None:
    """The period with its year and month, from the date of publication where the words leave them to it.

    ``None`` where nothing tells: "cùng kỳ", or "năm ngoái" without a date of publication.

    >>> day = dt.date(2020, 7, 13)
    >>> settled(PeriodMention(0, 9, Period(None, 1), "last"), day).code  # năm ngoái
    '2019'
    >>> settled(PeriodMention(0, 9, Period(None, 0, 1, 3, "M"), "last"), day).code  # quý trước
    '2020-Q2'
    >>> settled(PeriodMention(0, 9, Period(None, 0, 1, 1, "M"), "this"), day).code  # tháng này
    '2020-07'
    """
    period, anchor = mention.period, mention.anchor
    if period.year is not None and period.month:
        return period
    if published is None or anchor == "same":
        return None
    if anchor == "until":
        return Period.until(published)
    steps = {"last": -1, "next": 1}.get(anchor, 0)
    if period.unit == "D" and not period.month:
        day = published + dt.timedelta(days=steps * period.length)
        return Period(day.year, day.month, day.day, period.length, "D")
    if period.month:
        return period.in_year(published.year + steps)
    length = period.months or 1
    first = published.year * 12 + (published.month - 1) // length * length + steps * length
    return Period(first // 12, first % 12 + 1, 1, length, "M")


def _own(mention: Mention, published: dt.date | None) -> dict[str, Any]:
    """The values that only this kind of mention has."""
    match mention:
        case Number():
            return {
                "value": float(mention.value),
                "value_upper": None if mention.upper is None else float(mention.upper),
                "qualifier": mention.qualifier,
                "unit_measure": mention.unit,
                "unit_mult": mention.mult,
            }
        case PeriodMention():
            period = settled(mention, published)
            return {"time_period": None if period is None else period.code}
        case AreaMention():
            return {"ref_area": mention.code, "boundary": mention.boundary}
        case Concept() if _qualifies(mention):
            return {"cue": "outside" if mention.indicator else "part", "activity": mention.activity}
        case Concept():
            return {"indicator": mention.indicator, "activity": mention.activity}
        case Cue():
            return {"cue": mention.kind}
