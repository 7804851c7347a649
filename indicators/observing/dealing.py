""" "Lần lượt": figures dealt one by one to subjects that stand side by side."""

import re
from collections import deque
from collections.abc import Sequence
from itertools import pairwise

from indicators.model import Concept, Period
from indicators.observing import naming
from indicators.observing.state import NOTHING, Run, Sentence
from indicators.observing.subjects import Place, Topic
from indicators.observing.weaving import Token

#: "xuất khẩu đạt …, nhập khẩu đạt …, giảm lần lượt …": changes of what was just told
_CHANGES = frozenset({"up", "down"})
_QUARTERS = re.compile(r"\b(?:các|bốn|4) quý\b")
_ENDS = frozenset({")", "sum", "respectively"})
_MOST = 200  # pieces behind "lần lượt" that can belong to it: 20 subjects with their figures


def is_list(tokens: Sequence[Token], place: int) -> bool:
    """Whether the "và" at this place stands between two periods or two areas."""
    if not 0 < place < len(tokens) - 1:
        return False
    before, behind = tokens[place - 1].kind, tokens[place + 1].kind
    return before == behind and before in ("period", "area")


def deal(state: Sentence, cue: Token) -> None:
    """Hold ready, for the figures behind the cue, the areas, periods or topics that stand before it.

    Where they are not as many as the figures, nothing behind "lần lượt" can be told to be anything's.
    """
    count = _figures_behind(state)
    if count < 2:
        return
    _name_behind(state, count)
    state.deals = next((token for token in state.clause.tokens if token.kind in _CHANGES), None)
    parts = _years(state.run, count) or ([] if state.run.is_plural else _quarters(state, cue, count))
    if parts:
        state.dealt, state.dealt_before = deque(parts), state.run
        return
    run = state.run if state.run.is_plural else state.dealt_before
    changes = bool(state.clause.kinds) and state.clause.topic is None and state.clause.kinds[0] in _CHANGES
    spoken = [*dict.fromkeys(state.topics)] if state.outer or changes else []
    for subjects in (run.places, run.periods, run.topics, spoken):
        if len(subjects) > 1 and count % len(subjects) == 0:
            state.dealt = deque(subjects * (count // len(subjects)))
            state.dealt_before = run
            return
    if state.text(cue).startswith("lần lượt") or spoken:
        state.topic = NOTHING
        if run.is_plural:
            state.clause.topic = NOTHING


def _quarters(state: Sentence, cue: Token, count: int) -> list[Period]:
    """The quarters of the year where it has four figures: "lạm phát các quý lần lượt là …"."""
    year = state.clause.period or state.period
    if count != 4 or year is None or year.months != 12 or year.month != 1:
        return []
    names = _QUARTERS.search(state.folded, state.tokens[0].start, cue.start)
    return [Period(year.year, month, 1, 3, "M", year.said) for month in (1, 4, 7, 10)] if names else []


def _years(run: Run, count: int) -> list[Period]:
    """The years of a span that has as many as there are figures: "8 tháng các năm 2015-2019 lần lượt là"."""
    span = run.periods[-1] if run.periods else None
    if span is None or span.unit != "Y" or span.length != count or span.year is None:
        return []
    part = run.periods[-2] if len(run.periods) > 1 else Period(span.year, said=span.said)
    return [part.in_year(span.year + place) for place in range(count)]


def next_subject(
    state: Sentence, topic: Topic | None, place: Place | None, period: Period | None
) -> tuple[Topic | None, Place | None, Period | None]:
    """What a figure is about, where and when, with the subject that is dealt to it."""
    dealt = state.dealt.popleft()
    if isinstance(dealt, Topic):
        return dealt, place, period
    if isinstance(dealt, Place):
        return topic, dealt, period
    return topic, place, dealt


def _name_behind(state: Sentence, count: int) -> None:
    """Let figures of no subject be of the one behind the last: "lần lượt 15, 10, 9 triệu USD vốn FDI"."""
    if state.clause.topic is not None or state.topic is not None or state.clause.unknown:
        return
    for token, behind in pairwise(state.tokens[state.index : state.index + _MOST]):
        count -= token.kind == "number"
        if count == 0:
            if isinstance(behind, Concept) and behind.indicator and behind.start >= token.end:
                state.topic = naming.named(state, behind)
            return


def _figures_behind(state: Sentence) -> int:
    """How many figures follow up to the end of the list; no more than ``_MOST`` pieces are looked at."""
    count = 0
    behind = state.tokens[state.index : state.index + _MOST]
    kinds = [token.kind for token in behind[:3]]
    state.deals_list = kinds[:1] == [":"] or kinds == ["number", ";", "number"]
    for token in behind:
        kind = token.kind
        if kind in _ENDS or (kind in (";", "opener") and not (state.outer or state.deals_list)):
            break
        count += kind == "number"
    return count
