"""A text as finders compare it: one kind of dash and of space, no hidden marks, and the way back."""

import re
from bisect import bisect_right
from collections.abc import Callable

_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # may stand inside a word: "HƯ\u00adNG YÊN"
# One character for one; Ð is the Icelandic letter that some keyboards put for Đ.
_PLAIN = dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\t\u00a0\u2009\u202f", " ") | {"Ð": "Đ"}
_PARAGRAPH = "\0"  # lines may be broken inside a name, "Lạng\nSơn"; paragraphs are not


def plain(text: str) -> tuple[str, Callable[[int, int], tuple[int, int]]]:
    """The text with plain marks, on one line, and what turns a span of it into one of the text.

    Paragraphs are parted by null characters, which are no white space and no letters.

    >>> found, place = plain("HƯ\u00adNG – YÊN")
    >>> found, place(0, 4)
    ('HƯNG - YÊN', (0, 5))
    """
    for mark, simple in _PLAIN.items():
        text = text.replace(mark, simple)
    text = text.replace("\n\n", _PARAGRAPH * 2).replace("\n", " ")
    hidden = [match.start() for match in _HIDDEN.finditer(text)]
    if not hidden:
        return text, lambda start, end: (start, end)
    gaps = [at - count for count, at in enumerate(hidden)]

    def place(start: int, end: int) -> tuple[int, int]:
        return start + bisect_right(gaps, start), end + bisect_right(gaps, end - 1)

    return _HIDDEN.sub("", text), place
