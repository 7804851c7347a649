"""A long report a part at a time: no browser shows ten megabytes with thousands of marks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from indicators.views.evidence import Piece

#: characters that a page shows at once: more than nearly every report has
MOST = 60_000

#: a stretch of a text, half open, in characters
Stretch = tuple[int, int]


def stretches(text: str, most: int = MOST) -> list[Stretch]:
    """The text in stretches of at most ``most`` characters, each to the end of a line where one ends there.

    >>> stretches("một\\nhai\\nba", most=6), stretches("mườihai", most=6), stretches("")
    ([(0, 4), (4, 10)], [(0, 6), (6, 7)], [(0, 0)])
    """
    ends = [0]
    while len(text) - ends[-1] > most:
        line = text.rfind("\n", ends[-1], ends[-1] + most) + 1
        ends.append(line if line > ends[-1] else ends[-1] + most)
    return list(pairwise([*ends, len(text)]))


def within(pieces: Iterable[Piece], stretch: Stretch) -> Iterator[Piece]:
    """The pieces of a text that lie in a stretch of it, cut at its ends."""
    first, last = stretch
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if first < end and at < last:
            yield replace(piece, text=piece.text[max(0, first - at) : last - at])
        at = end


def holding(found: list[Stretch], place: int) -> int:
    """Which of the stretches holds the place; the first where none does."""
    return next((number for number, (first, last) in enumerate(found) if first <= place < last), 0)
