"""Words that say what a number does: its direction, its base of comparison, its nature."""

import re
from functools import cache

from indicators.finding.phrases import ByWording, compile_phrases, find_phrases, fold, unfold
from indicators.lexicon import load
from indicators.model import Cue


@cache
def kinds() -> ByWording[str]:
    """Every cue of the lexicon, folded, with its kind.

    Raises ``ValueError`` where a cue stands under two kinds.
    """
    found = ByWording[str]()
    for kind, table in load("cues.toml").items():
        for wording in table["words"]:
            for phrase in unfold(wording):
                if found.setdefault(fold(phrase), kind) != kind:
                    raise ValueError(f"lexicon/cues.toml: {phrase!r} is {kind} and {found[fold(phrase)]}")
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return compile_phrases(kinds())


def find(text: str) -> list[Cue]:
    """The cues of a text, the longest at each place, sorted by start.

    >>> [cue.kind for cue in find("ước tăng 5% so với cùng kỳ")]
    ['estimate', 'up', 'versus']
    """
    return find_folded(fold(text))


def find_folded(folded: str) -> list[Cue]:
    """Like ``find``, in text that is folded already."""
    kind = kinds()
    return [Cue(start, end, kind[words]) for start, end, words in find_phrases(_pattern(), folded)]
