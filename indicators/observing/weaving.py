"""A text as one row of tokens: its mentions, its marks, and the words that are neither."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter

from indicators.finding.phrases import fold, prefix_tree, unfold
from indicators.lexicon import load
from indicators.model import Concept, Cue, Mention, Number

#: cues that are names: what begins inside them is part of them
_WHOLE = frozenset({"source", "proper", "company", "among", "constant", "current"})
#: cues that are none where another mention begins inside them: "hai năm 2025 và 2026"
_OPEN = frozenset({"several_years"})
#: a mark; the footnote "[1]" is none
_MARK = re.compile(r"\[\d{1,3}\]|(?P<mark>[,;:()\[\]]|\.{3}|…)|(?P<words>[^,;:()\[\]…]+)")
_SHORT = 80  # characters of a gap that may come again
#: tokens of a sentence that are read: real ones have up to 131, what has more is a row of marks or digits
_MOST = 300


@dataclass(slots=True)
class Piece:
    """What stands between mentions. ``kind`` is a mark itself, or ``words``; not frozen, as they are not."""

    start: int
    end: int
    kind: str


#: a piece of a sentence; the ``kind`` of a cue is its class, that of another mention what it mentions
Token = Mention | Piece


@cache
def _glue() -> re.Pattern[str]:
    """What has no letters but those of glue words; a text must begin with a mark or a blank before it."""
    words = (fold(phrase) for word in load("glue.toml")["words"] for phrase in unfold(word))
    return re.compile(rf"(?>\W{prefix_tree(words)}|[\W\d_])*+")


def _between(gap: str, start: int) -> list[Piece]:
    """The marks of a gap between mentions, and its stretches of words that are no glue."""
    pieces = _pieces_near(gap) if len(gap) <= _SHORT else _pieces(gap)
    return [Piece(start + first, start + last, kind) for kind, first, last in pieces]


@lru_cache(maxsize=8192)
def _pieces_near(gap: str) -> tuple[tuple[str, int, int], ...]:
    return tuple(_pieces(gap))


def _pieces(gap: str) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of the marks and the stretches of words of a gap."""
    for piece in _MARK.finditer(gap):
        if piece["mark"]:
            yield piece["mark"], piece.start(), piece.end()
        elif piece["words"] and not _glue().fullmatch("\n" + piece[0]):
            yield "words", piece.start(), piece.end()


def settle(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in order, each place given to one: the earlier, then the longer, then the first given.

    Two may share a place: an indicator named by a number's own noun ("25 doanh nghiệp thành lập mới"), and
    what begins inside a cue, which then ends there ("đạt tốc độ tăng trưởng"). A verb that begins inside an
    indicator is what stands behind it ("vốn thực hiện đạt").
    """
    kept: list[Mention] = []
    end = -1
    for mention in _in_order(mentions):
        if mention.start < end:
            last = kept[-1]
            if last.kind in _OPEN and mention.start > last.start:
                kept.pop()
            elif isinstance(mention, Concept) and isinstance(last, Number) and mention.start > last.start:
                pass
            elif isinstance(last, Cue) and _may_cut(last, mention):
                kept[-1] = Cue(last.start, mention.start, last.kind)
            elif isinstance(last, Concept) and mention.kind == "reach" and mention.end > end:
                mention = Cue(end + 1, mention.end, "reach")
            else:
                continue
        kept.append(mention)
        if mention.end > end:
            end = mention.end
    return kept


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """By start, the longer first: two quick sorts instead of one by two values."""
    by_length = sorted(mentions, key=attrgetter("end"), reverse=True)
    return sorted(by_length, key=attrgetter("start"))


def _may_cut(last: Cue, mention: Mention) -> bool:
    """Whether a cue ends where another mention begins inside it ("đạt tốc độ tăng trưởng")."""
    return not isinstance(mention, Cue) and last.kind not in _WHOLE and mention.start > last.start


def weave(folded: str, start: int, end: int, mentions: Iterable[Mention]) -> list[Token]:
    """The tokens of ``folded[start:end]``, whose mentions are settled, up to the most that are read."""
    tokens: list[Token] = []
    place = start
    for mention in mentions:
        gap = folded[place : mention.start]
        if gap and gap != " ":
            tokens += _between(gap, place)
        tokens.append(mention)
        if mention.end > place:
            place = mention.end
    tokens += _between(folded[place:end], place)
    return tokens[:_MOST]
