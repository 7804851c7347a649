"""A report that goes through several provinces: which of its paragraphs speak of which."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from indicators.model import AreaMention, Mention
from indicators.observing.subjects import Place

_PROVINCES = 3  # that have paragraphs of their own, with figures in them
_FAR = 2  # times as many paragraphs as the next: the report is that province's
_LEAST = 0.4  # of the paragraphs with a figure are a province's: with fewer the report is the country's


def tour(text: str, mentions: Sequence[Mention]) -> Mapping[int, Place]:
    """The province of each paragraph, by the paragraph's start; none where the report is no tour.

    A paragraph is of the one province that it names; one that names no area goes on with the one before.
    """
    if len({mention.code for mention in mentions if isinstance(mention, AreaMention)}) < _PROVINCES:
        return {}
    paragraphs = _paragraphs(text, mentions)
    own = Counter(places[0].code for _, places, has_figure in paragraphs if has_figure and _is_one(places))
    told = sum(has_figure for _, _, has_figure in paragraphs)
    if len(own) < _PROVINCES or own.total() < _LEAST * told:
        return {}
    (_, most), (_, next_most) = own.most_common(2)
    if most >= _FAR * next_most:
        return {}
    found: dict[int, Place] = {}
    place: Place | None = None
    for start, places, _ in paragraphs:
        place = (places[0] if _is_one(places) else None) if places else place
        if place is not None:
            found[start] = place
    return found


def _is_one(places: Sequence[Place]) -> bool:
    return len({place.code for place in places}) == 1 and places[0].is_regional


def _paragraphs(text: str, mentions: Sequence[Mention]) -> list[tuple[int, list[Place], bool]]:
    """Start, places of Viet Nam and whether there is a figure, of each line that holds anything."""
    starts = [mention.start for mention in mentions]
    found, start, first = [], 0, 0
    for line in text.split("\n"):
        behind = bisect_left(starts, start + len(line), first)
        inside, first = mentions[first:behind], behind
        if line.strip():
            named = [Place.named(area) for area in inside if isinstance(area, AreaMention)]
            places = [place for place in named if not place.is_elsewhere]
            has_figure = any(mention.kind == "number" for mention in inside)
            found.append((start + len(line) - len(line.lstrip()), places, has_figure))
        start += len(line) + 1
    return found
