"""The letters on a tile: as few as tell a province from all others of its map."""

from collections import Counter
from collections.abc import Sequence


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Each name in a few letters, no two alike.

    >>> list(short_names(["Lạng Sơn", "Quảng Nam", "Quảng Ngãi", "Hà Giang", "Hậu Giang", "Huế"]).values())
    ['LS', 'QNa', 'QNg', 'HàG', 'HậG', 'Huế']
    """
    short = {name: initials(name) for name in names}
    counts = Counter(short.values())
    for letters in [letters for letters, count in counts.items() if count > 1]:
        alike = [name for name in names if short[name] == letters]
        short.update(_told_apart(alike))
    return short


def initials(name: str) -> str:
    """The first letters of a name, or all of it where it is one word.

    >>> initials("Lạng Sơn"), initials("TP.HCM"), initials("Bà Rịa - Vũng Tàu"), initials("Huế")
    ('LS', 'HCM', 'BV', 'Huế')
    """
    if name.startswith("TP."):
        return name.removeprefix("TP.")
    words = _words(name)
    if len(words) == 1:
        return words[0]
    return words[0][0] + words[2 if len(words) > 2 else 1][0]


def _words(name: str) -> list[str]:
    return [word for word in name.replace("–", " ").replace("-", " ").split() if word]


def _told_apart(names: Sequence[str]) -> dict[str, str]:
    """The initials with one letter more, of the second word where that tells the names apart."""
    second = {name: f"{name[0]}{_words(name)[1][:2]}" for name in names}
    if len(set(second.values())) == len(names):
        return second
    return {name: f"{name[:2]}{_words(name)[1][0]}" for name in names}
