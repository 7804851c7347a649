"""A text as one row of tokens: its mentions, its marks, and the words that are neither."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from indicators.finding.phrases import compile_phrases, fold, unfold
from indicators.lexicon import load
from indicators.model import AreaMention, Concept, Cue, Mention, Number, PeriodMention

#: the order in which mentions of one place go: the first keeps it
_RANK: dict[type, int] = {Number: 0, PeriodMention: 1, AreaMention: 2, Concept: 3, Cue: 4}
_KIND: dict[type, str] = {
    Number: "number",
    PeriodMention: "period",
    AreaMention: "area",
    Concept: "concept",
}
#: cues that are names: what begins inside them is part of them
_WHOLE = frozenset({"source", "proper", "company", "among", "constant", "current"})
_MARK = re.compile(r"(?P<mark>[,;:()\[\]]|\.{3}|…)|(?P<words>[^,;:()\[\]…]+)")
_LETTER = re.compile(r"[^\W\d_]")
_SHORT = 80  # characters of a gap that may come again
#: tokens of a sentence that are read: real ones have up to 131, what has more is a row of marks or digits
_MOST = 600


class Token(NamedTuple):
    """A piece of a sentence. ``kind`` is a mention's kind, a cue's kind, a mark itself, or ``words``."""

    kind: str
    start: int
    end: int
    mention: Mention | None = None


@cache
def _glue() -> re.Pattern[str]:
    return compile_phrases(fold(phrase) for word in load("glue.toml")["words"] for phrase in unfold(word))


def _between(gap: str) -> Iterable[tuple[str, int, int]]:
    """The marks of a gap between mentions, and its stretches of words that are no glue: kind, start, end."""
    return _between_near(gap) if len(gap) <= _SHORT else _pieces(gap)


@lru_cache(maxsize=8192)
def _between_near(gap: str) -> tuple[tuple[str, int, int], ...]:
    return tuple(_pieces(gap))


def _pieces(gap: str) -> Iterator[tuple[str, int, int]]:
    for piece in _MARK.finditer(gap):
        if piece["mark"]:
            yield piece["mark"], piece.start(), piece.end()
        elif _LETTER.search(_glue().sub(" ", "\n" + piece[0])):
            yield "words", piece.start(), piece.end()


def settle(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in order, each place given to one: the earlier, then the longer, then by kind.

    Two may share a place: an indicator named by a number's own noun ("25 doanh nghiệp thành lập mới"), and
    what begins inside a cue, which then ends there ("đạt tốc độ tăng trưởng").
    """
    kept: list[Mention] = []
    end = -1
    for mention in _in_order(mentions):
        if mention.start < end:
            last = kept[-1]
            if isinstance(mention, Concept) and isinstance(last, Number) and mention.start > last.start:
                pass
            elif isinstance(last, Cue) and _may_cut(last, mention):
                kept[-1] = Cue(last.start, mention.start, last.kind)
            else:
                continue
        kept.append(mention)
        end = max(end, mention.end)
    return kept


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """By start, the longer first, then by kind: three quick sorts instead of one by three values."""
    by_kind = sorted(mentions, key=lambda found: _RANK[type(found)])
    by_kind.sort(key=attrgetter("end"), reverse=True)
    by_kind.sort(key=attrgetter("start"))
    return by_kind


def _may_cut(last: Cue, mention: Mention) -> bool:
    """Whether a cue ends where another mention begins inside it ("đạt tốc độ tăng trưởng")."""
    return not isinstance(mention, Cue) and last.kind not in _WHOLE and mention.start > last.start


def weave(folded: str, start: int, end: int, mentions: Iterable[Mention]) -> list[Token]:
    """The tokens of ``folded[start:end]``, whose mentions are settled, up to the most that are read."""
    return list(islice(_woven(folded, start, end, mentions), _MOST))


def _woven(folded: str, start: int, end: int, mentions: Iterable[Mention]) -> Iterator[Token]:
    place = start
    for mention in mentions:
        if mention.start > place:
            for kind, first, last in _between(folded[place : mention.start]):
                yield Token(kind, place + first, place + last)
        kind = mention.kind if isinstance(mention, Cue) else _KIND[type(mention)]
        yield Token(kind, mention.start, mention.end, mention)
        place = max(place, mention.end)
    for kind, first, last in _between(folded[place:end]):
        yield Token(kind, place + first, place + last)
