"""What a figure's clause does not say, it inherits from its sentence, paragraph, heading and report."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from indicators.finding.areas import meant
from indicators.model import (
    COUNTRY,
    AreaMention,
    Boundary,
    Document,
    Mention,
    Nature,
    Period,
    PeriodMention,
    Span,
)
from indicators.observing.subjects import Place, Topic

#: a paragraph that begins so goes on with what the one before spoke of
_GOES_ON = ("Trong đó", "Trong số đó", "Cụ thể")
_LIST_MARKS = ("-", "+", "*", "•", "–", "o ", "·")
# The levels of headings, from the outermost: "Điều 2", "I.", "3.", "3.1.", "a)"; a bare line is outside all.
_LEVEL = re.compile(
    r"""
    ((?:Điều|Phần|Chương|Mục|PHẦN|CHƯƠNG|ĐIỀU|MỤC)\s)
    | ([IVX]{1,5}[.)/])
    | (\d{1,2}[.)](?!\d))
    | (\d{1,2}\.\d)
    | ([A-Za-zđĐ][.)])
    | ([-+*•–])
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Passage:
    """What holds from one sentence to the next, and is taken back where a paragraph ends."""

    topic: Topic | None = None
    place: Place | None = None
    period: Period | None = None
    nature: Nature | None = None
    #: the last indicator named that has parts of the economy
    whole: Topic | None = None
    #: the periods that led clauses of the sentence before: the next may go through them again
    frames: tuple[Period, ...] = ()
    #: the one base that all figures of the sentence before were compared with, for what they are made of
    base: tuple[PeriodMention | None, frozenset[str]] | None = None
    #: whether it is a list below a line that ends with ":"
    listing: bool = False
    #: whether the sentence before went through what is aimed at
    aims: bool = False
    #: whether it speaks of the structure of the economy ("cơ cấu kinh tế")
    structure: bool = False


@dataclass(slots=True)
class Context:
    """What the report tells of all its figures, and the passage that is being read."""

    document: Document
    home: Place | None
    passage: Passage
    #: all periods that the report names, and where each begins
    periods: Sequence[PeriodMention] = ()
    period_starts: Sequence[int] = ()
    #: where the paragraph begins
    paragraph: int = 0
    #: the headings above, from the outermost, each with its level
    headings: list[tuple[int, Passage]] = field(default_factory=list)
    #: the indicator with parts that was named last in the report
    whole: Topic | None = None
    #: what was spoken of last, in whatever paragraph
    spoken: Topic | None = None
    #: the last span of several years that was named
    span: Period | None = None
    #: whether the report names the country: else a province's "GDP" is its own
    names_country: bool = False
    #: the province or region that the report speaks for, else the one that was spoken of last
    province: Place | None = None
    #: the region that was named last
    region: Place | None = None
    #: the provinces that the paragraphs of a report speak of in turn, by their starts
    tour: Mapping[int, Place] = field(default_factory=dict)
    #: the last period from a quarter to a year that any sentence named
    quarterly: Period | None = None
    #: the periods of which the indicators that have parts were told last
    told: dict[str, Period] = field(default_factory=dict)
    #: the last year that was named and was not over: what is aimed at without a period is of it
    coming: Period | None = None
    #: of which period a family of indicators (enterprises, foreign capital) was told last, and where
    families: dict[str, tuple[Period, int]] = field(default_factory=dict)
    #: where the paragraph before begins
    paragraph_before: int = 0
    #: the last period that any sentence named
    latest: Period | None = None

    @classmethod
    def of(cls, document: Document, boundary: Boundary, mentions: Sequence[Mention]) -> "Context":
        """The context at the report's first sentence; ``mentions`` name the area that it speaks for.

        An area that a reader told has no words in the report.
        """
        areas = [mention for mention in mentions if isinstance(mention, AreaMention)]
        naming = [] if "area" in document.told else areas
        said = next((Span(area.start, area.end) for area in naming if area.code == document.area), None)
        home = Place(document.area, meant(document.area, boundary), said) if document.area else None
        province = home if home is not None and home.is_regional else None
        passage = Passage(place=home, period=document.period)
        periods = [mention for mention in mentions if isinstance(mention, PeriodMention)]
        return cls(
            document,
            home,
            passage,
            periods,
            [mention.start for mention in periods],
            names_country=any(area.code == COUNTRY for area in areas),
            province=province,
            latest=document.period,
        )

    @property
    def published(self) -> dt.date | None:
        """The date of publication."""
        return self.document.published

    def speak_for(self, home: Place | None) -> None:
        """Let this be the area that the report speaks for."""
        if self.home is not None:
            self.passage.place = home
        self.home = home

    def go_through(self, provinces: Mapping[int, Place]) -> None:
        """Let the paragraphs be these provinces': a report that goes through several speaks for none."""
        self.tour = provinces
        if provinces and self.home is not None and self.home.is_regional:
            self.home = self.passage.place = None

    def name_whole(self, topic: Topic) -> None:
        """Let parts of the economy be this one's; "nền kinh tế" leaves a GRDP named before as it is."""
        known = self.whole
        if topic.generic and known is not None and known.indicator == topic.indicator and not known.generic:
            topic = known
        self.whole = self.passage.whole = topic

    def begin_paragraph(self, start: int, line: str, before: str) -> None:
        """Take the passage back at a line's start, to the heading's topic; a list goes on from its head."""
        self.paragraph_before, self.paragraph = self.paragraph, start
        marked = line.startswith(_LIST_MARKS)
        if line.startswith(_GOES_ON):
            return
        if before.endswith(":") or (marked and self.passage.listing):
            self.passage.listing = True
            return
        heading = self.headings[-1][1] if self.headings else Passage()
        self.passage = Passage(
            topic=heading.topic,
            place=heading.place or self.tour.get(start) or self.home,
            period=heading.period or self.document.period or self.latest,
            nature=heading.nature,
            whole=heading.whole,
        )

    def head(self, line: str, said: Passage) -> None:
        """Let a line be the heading of what follows; it goes on from the heading that it stands below."""
        mark = _LEVEL.match(line)
        level = (mark.lastindex or 0) if mark else 0
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        above = self.headings[-1][1] if self.headings else Passage()
        is_overruled = "area" in self.document.told and line == self.document.title
        self.headings.append(
            (
                level,
                Passage(
                    topic=said.topic,
                    place=(None if is_overruled else said.place) or above.place,
                    period=(said.period if level else None) or above.period,  # a title's is the report's
                    nature=said.nature or above.nature,
                    whole=said.whole or above.whole,
                ),
            )
        )
