"""A number of a sentence with what it is about."""

from dataclasses import dataclass

from indicators.model import Nature, Number, Period, PeriodMention, Span
from indicators.observing.subjects import Place, Topic
from indicators.observing.weaving import Token


@dataclass(slots=True)
class Figure:
    """A number of a sentence with what it is about, before any rule says what it tells of it.

    It is not frozen: to set so many fields of a frozen one takes a quarter of the time that a number takes.
    """

    number: Number
    topic: Topic | None
    place: Place | None
    period: Period | None
    nature: Nature
    #: the tokens before it in its clause, nearest last, and their kinds; the tokens behind it
    before: tuple[Token, ...]
    left: tuple[str, ...]
    right: tuple[Token, ...]
    #: the period that it is compared with, where the text names it
    base: PeriodMention | None
    #: the kinds of cue that stand for its base of comparison
    bases: frozenset[str]
    #: the figure as the text has it, folded
    text: str
    comparing: bool = False
    #: whether a minus stands right before it
    minus: bool = False
    #: whether a sign and no word says that it changes: "4.856 tỷ đồng, + 10,7%"
    signed: bool = False
    #: whether the passage speaks of the structure of the economy, and whether the sentence itself does
    structure: bool = False
    structured: bool = False
    #: whether its base was said of another figure, and whether "lần lượt" dealt it its subject
    shares_base: bool = False
    dealt: bool = False
    #: whether an average of several years is spoken of
    average: bool = False
    #: the words of the plan that a figure before it in the sentence was told against
    planned: Span | None = None
    #: whether it is a ratio to an average that is told behind a bracket: "bằng 57,5% (…) mức bình quân"
    of_average: bool = False
    #: whether it may be the growth of a rate of growth: "tăng trưởng đạt 7,58%, tăng 2,97%"
    of_rate: bool = False
    #: whether so many of the areas are told: "25/63 địa phương"
    counts_areas: bool = False
    #: whether the sentence itself names the period
    says_period: bool = True
