"""Where a figure is: the area that its clause names or that it inherits."""

from collections.abc import Sequence

from indicators.model import COUNTRY, AreaMention
from indicators.observing.context import ECONOMY, OF_PROVINCE, Place, Topic, of_area
from indicators.observing.state import Sentence
from indicators.observing.weaving import Token

#: cues whose area is a comparison's or a ranking's, no figure's own: "cao nhất cả nước"
_BESIDE = ("rank", "among", "most")
_NATIONAL = frozenset(OF_PROVINCE)
_PROVINCIAL = frozenset(OF_PROVINCE.values())


def take(state: Sentence, mention: AreaMention) -> None:
    """Let an area before the number be the clause's, and the sentence's where it leads."""
    clause = state.clause
    if clause.last in _BESIDE or (clause.last == "of" and not {*_BESIDE}.isdisjoint(clause.kinds)):
        return
    place = Place.named(mention)
    background = place.code == "XX" and bool(clause.tokens) and clause.last != "of"
    if clause.last in ("versus", "times"):
        clause.comparing = True
    if place.is_elsewhere and clause.place is not None and clause.topic is not None:
        return
    clause.place = place
    state.run.places.append(place)
    if state.leads and not background:
        state.place = place


def come_home(state: Sentence) -> None:
    """At "toàn tỉnh", "trên địa bàn", speak again of the area that the report speaks for."""
    home = state.context.home
    current = state.clause.place or state.place
    if home is not None and (current is None or current.is_elsewhere or current.code == COUNTRY):
        state.clause.place = home
        if not state.clause.comparing:
            state.place = home


def of_number(state: Sentence, right: Sequence[Token]) -> Place | None:
    """The area of a number: its clause's, its sentence's, or the one behind it ("mức 6,42% của cả nước")."""
    if len(right) > 1 and right[0].kind == "of" and isinstance(right[1].mention, AreaMention):
        return Place.named(right[1].mention)
    return state.clause.place or state.place


def settle(state: Sentence, topic: Topic, place: Place | None) -> tuple[Topic, Place | None]:
    """A topic of the nation's moves the area to the nation, one of the province's home again."""
    explicit = state.clause.place is not None or place is not state.place
    if topic.generic:
        if place is None and topic.indicator in ECONOMY:
            place = Place(COUNTRY, said=topic.said)  # "tăng trưởng kinh tế" of nobody is the nation's
    elif not explicit and topic.indicator in _NATIONAL:
        if place is None or place.code != "XX":
            place = Place(COUNTRY, place.boundary if place else "63", topic.said)
            if not state.clause.comparing:
                state.place = place
    elif not explicit and topic.indicator in _PROVINCIAL:
        is_national = place is not None and place.code == COUNTRY
        place = state.context.home if is_national and state.context.home else place
    return (of_area(topic, place) if place is not None else topic), place
