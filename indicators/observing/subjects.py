"""What figures are about: topics and places, and what the lexicon knows of them."""

from dataclasses import dataclass, field, replace

from indicators import lexicon
from indicators.finding.areas import ABROAD
from indicators.model import COUNTRY, TOTAL, AreaMention, Boundary, Span

#: the ``indicator`` of a topic that is none of the catalogue: its figures are no rows
UNKNOWN = "OTHER"
ECONOMY = ("GDP", "GRDP")
OF_PROVINCE = {"GDP_PC": "GRDP_PC", "GDP": "GRDP"}
#: the code of places that are no area of the table: districts, companies, other countries
ELSEWHERE = ("", ABROAD)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a figure is about.

    ``generic`` topics are the nation's or the province's by their area ("tăng trưởng kinh tế"); ``sign`` is
    -1 where the word turns the amount round ("nhập siêu" is a balance below zero).
    """

    indicator: str
    activity: str = TOTAL
    generic: bool = False
    sign: int = 1
    #: the words that name the indicator, and those that name the part of the economy
    said: Span | None = field(default=None, compare=False)
    part_said: Span | None = field(default=None, compare=False)

    @property
    def is_known(self) -> bool:
        """Whether it is an indicator of the catalogue."""
        return self.indicator != UNKNOWN


@dataclass(frozen=True, slots=True)
class Place:
    """An area's code with the boundary meant."""

    code: str
    boundary: Boundary = "63"
    #: the words that name it
    said: Span | None = field(default=None, compare=False)

    @classmethod
    def named(cls, mention: AreaMention) -> "Place":
        """The place that a text names."""
        return cls(mention.code, mention.boundary, Span(mention.start, mention.end))

    @property
    def is_regional(self) -> bool:
        """Whether it is a province or a region: what has a GRDP of its own."""
        return self.code != COUNTRY and not self.is_elsewhere

    @property
    def is_region(self) -> bool:
        """Whether it is a region of several provinces."""
        return self.is_regional and lexicon.areas()[self.code].kind == "region"

    @property
    def is_abroad(self) -> bool:
        """Whether it is another country."""
        return self.code == ABROAD

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is no area of the table."""
        return self.code in ELSEWHERE


def family(topic: Topic) -> str:
    """What indicators told side by side have in common: "ENT" of new and of dissolved enterprises."""
    return topic.indicator.partition("_")[0]


def has_parts(indicator: str) -> bool:
    """Whether parts of the economy can be told of the indicator."""
    return indicator in lexicon.indicators() and lexicon.indicators()[indicator].parts


def of_area(topic: Topic, place: Place) -> Topic:
    """The topic as the area's own: the nation has a GDP, provinces and regions have a GRDP."""
    national = place.code == COUNTRY
    indicator = topic.indicator
    for nation, province in OF_PROVINCE.items():
        if indicator in (nation, province):
            indicator = nation if national else province
    return topic if indicator == topic.indicator else replace(topic, indicator=indicator)
