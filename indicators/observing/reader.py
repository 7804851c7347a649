"""A sentence read as a reader reads it, from left to right: each number with what it is about.

A clause has a topic, a period, an area, a nature and a base of comparison. What it does not say it inherits
from the clause, the sentence, the passage and the report before it (``context``). Brackets inherit what
stands before them and give it back at their end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from indicators import lexicon
from indicators.finding import concepts, periods
from indicators.model import COUNTRY, TOTAL, AreaMention, Concept, Nature, Number, Period, PeriodMention
from indicators.observing.context import (
    ECONOMY,
    UNKNOWN,
    Context,
    Place,
    Topic,
    has_parts,
    of_area,
)
from indicators.observing.weaving import Token

NATURES: dict[str, Nature] = {
    "estimate": "estimate",
    "provisional": "provisional",
    "forecast": "forecast",
    "target": "target",
}
VERBS = {
    "up", "down", "growth", "reach", "equal", "exceed", "into", "out_of", "add", "times", "share",
    "contribution", "rank", "higher", "lower",
}  # fmt: skip
#: words behind a number that belong to it; the first other token ends them
_TAIL = {
    "versus", "period", "area", "plan", "central", "local", "yoy", "pop", "year_start", "average", "of", "home",
    "words", "target", "about", "concept", "current", "constant", "proper", "and", "respectively",
    "among",
}  # fmt: skip
#: wordings that name the capital of whatever stands before them: of new enterprises or of foreign projects
_ANY_CAPITAL = {"vốn đăng ký", "tổng vốn đăng ký", "số vốn đăng ký", "vốn đầu tư đăng ký"}
_DEFICIT = ("nhập siêu", "thâm hụt", "thâm hụt thương mại")
_COMPARES = {"versus", "higher", "lower"}
#: units whose noun says what is counted
COUNTS = {"ENT", "PROJ", "COMMUNE", "CRITERION", "PERSON", "VISIT", "TARGET", "HA", "TONNE"}


@dataclass(slots=True)
class Clause:
    """What a clause has said so far."""

    topic: Topic | None = None
    place: Place | None = None
    period: Period | None = None
    nature: Nature | None = None
    #: words that are no glue: before the topic or without one, and behind it
    unknown: bool = False
    narrowed: bool = False
    #: and behind its verb
    trailing: bool = False
    #: the number to come is given for comparison: it is another area's or another period's
    comparing: bool = False
    #: two topics or areas stand side by side: one number can't be told to be either's
    joined: bool = False
    tokens: list[Token] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a sentence with what it is about, before any rule says what it tells of it."""

    number: Number
    topic: Topic | None
    place: Place | None
    period: Period | None
    nature: Nature
    #: the kinds of cue before it in its clause, nearest last, and the tokens behind it
    left: tuple[str, ...]
    right: tuple[Token, ...]
    #: the period that it is compared with, where the clause names it
    base: PeriodMention | None
    #: the kinds of cue that stand for its base of comparison
    bases: frozenset[str]
    comparing: bool = False
    #: whether the passage speaks of the structure of the economy
    structure: bool = False
    home: Place | None = None
    #: the figure as the text has it, folded
    text: str = ""
    review: tuple[str, ...] = ()


class Reader:
    """Reads the tokens of one sentence and yields its figures. ``folded`` is the document's text, folded."""

    def __init__(self, context: Context, folded: str, tokens: Sequence[Token]) -> None:
        self.context = context
        self.folded = folded
        self.tokens = tokens
        passage = context.passage
        self.place = passage.place
        self.period = passage.period
        self.topic: Topic | None = None
        self.nature: Nature | None = passage.nature
        self.nested = passage.nature is not None
        self.unknown = False
        self.base: PeriodMention | None = None
        self.base_kinds: frozenset[str] = frozenset()
        self.clause = Clause()
        self.outer: list[tuple[Clause, Topic | None, Place | None, Period | None, Nature | None]] = []
        #: whether the bracket that is open has had a number
        self.bracketed = False
        #: the indicators and the areas that figures of the sentence were about
        self.topics: list[Topic] = []
        self.places: set[str] = set()
        #: what the figure before was compared with
        self.compared: PeriodMention | None = None

    def figures(self) -> Iterator[Figure]:
        """The figures of the sentence in their order; the context is left as the sentence leaves it."""
        place = 0
        while place < len(self.tokens):
            token = self.tokens[place]
            if isinstance(token.mention, Number):
                right = self._right(place)
                yield self._figure(token.mention, right)
                place += 1 + len(right)
                self._after_number(token.mention, right)
                continue
            self._take(token)
            place += 1
        self._leave()

    # -- one token ---------------------------------------------------------------------------------------

    def _take(self, token: Token) -> None:
        kind = token.kind
        if kind in "([":
            self._open()
        elif kind in ")]":
            self._close()
        elif kind in (",", ";", ":", "\n", "...", "…", "joint", "opener", "and"):
            self._end_clause(kind)
        elif kind == "words":
            self._words()
        elif isinstance(token.mention, Concept):
            self._concept(token.mention)
        elif isinstance(token.mention, AreaMention):
            self._area(token.mention)
        elif isinstance(token.mention, PeriodMention):
            self._period(token.mention)
        elif kind in NATURES:
            self.clause.nature = NATURES[kind]
        elif kind == "structure":
            self.context.passage.structure = True
        elif kind == "home":
            self._at_home()
        elif kind in ("higher", "lower"):
            self.clause.comparing = True
        if kind not in ",;:()[]\n":
            self.clause.tokens.append(token)

    def _words(self) -> None:
        """Words that are no glue: behind a topic they narrow it, elsewhere they may be a subject of their own."""
        clause = self.clause
        if any(token.kind in VERBS for token in clause.tokens):
            clause.trailing = True
        elif clause.topic is not None and clause.topic.is_known:
            clause.narrowed = True
        else:
            clause.unknown = True

    def _concept(self, mention: Concept) -> None:
        clause = self.clause
        if clause.joined and not self.outer:
            clause.topic = Topic(UNKNOWN)
            return
        weak = not mention.indicator or concepts.is_weak(self.folded[mention.start : mention.end])
        if weak and clause.unknown:
            clause.topic = Topic(UNKNOWN)
            return
        if mention.indicator and mention.indicator != UNKNOWN and mention.activity == TOTAL:
            words = self.folded[mention.start : mention.end]
            clause.topic = self._named(mention.indicator, words)
            clause.narrowed = False
            if has_parts(mention.indicator):
                self.context.whole = self.context.passage.whole = mention.indicator
        elif mention.indicator == UNKNOWN:
            clause.topic = Topic(UNKNOWN)
        else:
            clause.topic = self._part(mention.activity)

    def _named(self, indicator: str, words: str) -> Topic:
        """The topic that these words name."""
        if indicator == "ENT_NEW_CAPITAL" and words in _ANY_CAPITAL:
            before = self.topic or self.context.passage.topic
            family = before.indicator[:4] if before else ""
            return Topic("FDI_REG" if family == "FDI_" else indicator if family == "ENT_" else UNKNOWN)
        generic = indicator in ECONOMY and "kinh tế" in words
        return Topic(indicator, TOTAL, generic, sign=-1 if words.endswith(_DEFICIT) else 1)

    def _part(self, activity: str) -> Topic:
        """The part of what the clause, the sentence, the passage or the report speaks of."""
        of = concepts.wholes(activity)
        before = self.clause.topic
        if before is not None:
            if before.indicator in of and not self.clause.narrowed:
                return Topic(before.indicator, activity, before.generic)
            return Topic(UNKNOWN)
        if self.nested and self.topic is not None and not has_parts(self.topic.indicator):
            return Topic(UNKNOWN)
        for topic in (self.topic, self.context.passage.topic):
            if topic is not None and topic.indicator in of:
                return Topic(topic.indicator, activity, True)
        for whole in (self.context.passage.whole, self.context.whole):
            if whole in of:
                return Topic(whole, activity, True)
        return Topic("GRDP", activity, True) if "GRDP" in of and "IIP" not in of else Topic(UNKNOWN)

    def _area(self, mention: AreaMention) -> None:
        clause = self.clause
        previous = clause.tokens[-1].kind if clause.tokens else ""
        if "rank" in (token.kind for token in clause.tokens):
            return
        place = Place(mention.code, mention.boundary)
        if previous in ("versus", "times"):
            clause.comparing = True
        if previous in ("area", "and") and clause.place is not None:
            clause.joined = clause.joined or previous == "and"
        clause.place = place
        if self._leads():
            self.place = place

    def _leads(self) -> bool:
        """Whether an area or a period that stands here holds for what follows in the sentence too."""
        clause = self.clause
        known = clause.topic is None or clause.topic.is_known
        return known and not (clause.comparing or clause.unknown or clause.trailing or self.outer)

    def _at_home(self) -> None:
        home = self.context.home
        current = self.clause.place or self.place
        if home is not None and (current is None or current.is_elsewhere or current.code == COUNTRY):
            self.clause.place = home
            if not self.outer:
                self.place = home

    def _period(self, mention: PeriodMention) -> None:
        clause = self.clause
        previous = clause.tokens[-1].kind if clause.tokens else ""
        if previous in ("versus", "equal") or (previous == "of" and clause.comparing):
            self.base = mention
            self.base_kinds = frozenset({"period"})
            return
        if previous == "out_of" or (previous == "plan" and clause.nature is None):
            return
        current = clause.period or self.period
        if mention.anchor == "same":
            known = mention.period.year
            clause.period = None if current is None else current.year_before() if known is None else current.in_year(known)
            clause.comparing = True
            return
        period = periods.resolve(mention, current, self.context.published)
        if period is None or (period.unit == "D" and period.length == 1 and mention.anchor != "until"):
            return
        clause.period = period
        if self._leads():
            self.period = period
            self.context.latest = period
        if period.unit == "Y" and period.length > 1:
            self.context.span = period

    # -- clauses -----------------------------------------------------------------------------------------

    def _end_clause(self, kind: str) -> None:
        clause = self.clause
        had_verb = any(token.kind in VERBS or token.kind == "number" for token in clause.tokens)
        if kind == "and" and clause.topic is not None and not had_verb:
            self.clause = Clause(
                place=clause.place, period=clause.period, nature=clause.nature, joined=True, tokens=clause.tokens
            )
            return
        if kind == "and" and not clause.tokens and clause.unknown:
            return
        self._settle_subject()
        self.clause = Clause(place=clause.place if clause.comparing is False else None, period=None)
        self.clause.place = None
        if kind == ";":
            self.nature = self.nature if self.nested else None
            self.base, self.base_kinds = None, frozenset()
        elif kind == "opener":
            self.nested = True

    def _settle_subject(self) -> None:
        """What a clause without a number leaves for the next one."""
        clause = self.clause
        if clause.topic is not None and not clause.comparing and not self.outer and not clause.joined:
            weak = clause.unknown or clause.narrowed
            if not weak:
                self.topic = clause.topic
        if (clause.unknown and clause.topic is None) or (clause.topic is not None and not clause.topic.is_known):
            self.unknown = True
        if clause.nature is not None and clause.nature != "forecast":
            self.nature = clause.nature

    def _open(self) -> None:
        clause = self.clause
        self.outer.append((clause, self.topic, self.place, self.period, self.nature))
        self.clause = Clause(
            topic=clause.topic,
            place=clause.place,
            period=clause.period,
            nature=clause.nature,
            unknown=clause.unknown,
            narrowed=clause.narrowed,
            comparing=clause.comparing,
            tokens=[token for token in clause.tokens if token.kind in ("growth", "share", "plan")],
        )
        last = clause.tokens[-1].mention if clause.tokens else None
        if isinstance(last, PeriodMention) and last is self.compared:
            self.clause.period = periods.resolve(last, self.period, self.context.published)
            self.clause.comparing = True

    def _close(self) -> None:
        if self.outer:
            read = self.bracketed
            self.clause, self.topic, self.place, self.period, self.nature = self.outer.pop()
            if read and self.clause.topic is not None and not self.clause.narrowed:
                self.topic = self.clause.topic
            self.bracketed = False

    # -- numbers -----------------------------------------------------------------------------------------

    def _right(self, place: int) -> tuple[Token, ...]:
        """The tokens behind a number that belong to it."""
        found = []
        for token in self.tokens[place + 1 :]:
            if token.kind not in _TAIL:
                break
            found.append(token)
        while found and found[-1].kind == "and":
            found.pop()
        kinds = [token.kind for token in found]
        if "and" in kinds and "versus" not in kinds[kinds.index("and") :]:
            found = found[: kinds.index("and")]
        return tuple(found)

    def _figure(self, number: Number, right: tuple[Token, ...]) -> Figure:
        clause = self.clause
        topic = self._topic(number, right)
        place = clause.place or self.place
        period = clause.period or self.period
        kinds = tuple(token.kind for token in clause.tokens)
        bases = set(self.base_kinds)
        base = self.base
        said_base = False
        for index, token in enumerate(right):
            before = right[index - 1].kind if index else "number"
            mention = token.mention
            if isinstance(mention, PeriodMention):
                is_base = before == "versus" or mention.anchor in ("same", "last") or before in ("plan", "central", "local")
                if is_base and before not in ("plan", "central", "local"):
                    base, said_base = mention, True
                elif not is_base and index <= 1 and before in ("number", "of", "words", "home", "area"):
                    own = periods.resolve(mention, period, self.context.published)
                    if own is not None and not (own.unit == "D" and own.length == 1 and mention.anchor != "until"):
                        period = own
            elif isinstance(mention, AreaMention) and before == "of" and index <= 1:
                place = Place(mention.code, mention.boundary)
            elif token.kind in ("plan", "yoy", "pop", "year_start"):
                bases.add(token.kind)
                said_base = said_base or token.kind != "plan"
        if said_base:
            bases.discard("period")
        if any(token.kind == "versus" for token in right):
            bases.add("versus")
        if self._has(kinds, "versus", "plan") and not right:
            bases.add("plan")
        if topic is not None and topic.is_known:
            topic, place = self._settle_area(topic, place)
        nature = self._nature(topic)
        self.compared = base
        return Figure(
            number=number,
            topic=topic,
            place=place,
            period=period,
            nature=nature,
            left=kinds,
            right=right,
            base=base,
            bases=frozenset(bases),
            comparing=clause.comparing,
            structure=self.context.passage.structure,
            home=self.context.home,
            text=self.folded[number.start : number.end],
        )

    @staticmethod
    def _has(kinds: Sequence[str], *wanted: str) -> bool:
        """Whether the wanted kinds stand side by side."""
        size = len(wanted)
        return any(tuple(kinds[i : i + size]) == wanted for i in range(len(kinds) - size + 1))

    def _topic(self, number: Number, right: Sequence[Token]) -> Topic | None:
        clause = self.clause
        counted = right[0].mention if right and isinstance(right[0].mention, Concept) else None
        if counted is not None and number.unit in COUNTS and counted.start < number.end + 2:
            if counted.indicator:
                return Topic(counted.indicator)
        if right and right[0].kind == "words" and number.unit in COUNTS:
            return Topic(UNKNOWN)
        if right and right[0].kind == "about":
            return self._spoken_of(right)
        if clause.topic is not None:
            return Topic(UNKNOWN) if clause.narrowed or clause.trailing else clause.topic
        if clause.unknown or clause.trailing:
            return Topic(UNKNOWN)
        if self.topic is not None:
            return self.topic
        clean = not self.unknown
        if clean and self.context.passage.topic is not None:
            return self.context.passage.topic
        if "growth" in (token.kind for token in clause.tokens) and (clean or clause.place is not None):
            return Topic("GRDP", generic=True)
        return None

    def _spoken_of(self, right: Sequence[Token]) -> Topic:
        """The topic of "giảm 31% về số doanh nghiệp và 69% về vốn": the last one that is such an amount."""
        words = self.folded[right[0].end : right[-1].end + 12]
        money = "vốn" in words
        for topic in reversed(self.topics):
            if money == bool({"VND", "USD"} & set(lexicon.indicators()[topic.indicator].units)):
                return topic
        return Topic(UNKNOWN)

    def _settle_area(self, topic: Topic, place: Place | None) -> tuple[Topic, Place | None]:
        """A topic of the nation's moves the area to the nation, one of the province's home again."""
        clause = self.clause
        explicit = clause.place is not None
        if topic.indicator in ("GDP", "GDP_PC") and not topic.generic:
            if not explicit or place is None:
                place = Place(COUNTRY, place.boundary if place else "63")
                if not clause.comparing and not self.outer:
                    self.place = place
        elif topic.indicator in ("GRDP", "GRDP_PC") and not topic.generic and not explicit:
            if place is not None and place.code == COUNTRY and self.context.home is not None:
                place = self.context.home
        return (of_area(topic, place) if place is not None else topic), place

    def _nature(self, topic: Topic | None) -> Nature:
        clause = self.clause
        if clause.nature is not None:
            return clause.nature
        if clause.comparing or clause.period is not None and clause.period.year is not None and (
            self.period is not None and self.period.year is not None and clause.period.year < self.period.year
        ):
            return "actual"
        if clause.topic is not None and not self.nested and self.nature in ("estimate", "provisional"):
            return "actual"
        return self.nature or "actual"

    def _after_number(self, number: Number, right: tuple[Token, ...]) -> None:
        clause = self.clause
        topic = self._topic(number, right)
        if topic is not None and not self._can_be(topic, number):
            topic = Topic(UNKNOWN)
        if topic is not None and not clause.comparing and not self.outer:
            self.topic = topic
        if topic is not None and topic.is_known:
            self.topics.append(topic)
        self.bracketed = bool(self.outer)
        place = clause.place or self.place
        if place is not None and not clause.comparing and not self.outer:
            self.places.add(place.code)
        if clause.nature is not None or clause.topic is not None:
            self.nature = self._nature(topic)
        versus = any(token.kind in _COMPARES for token in right)
        self.clause = replace(
            clause,
            topic=None,
            unknown=False,
            narrowed=False,
            trailing=False,
            comparing=versus,
            nature=None,
            tokens=[token for token in right if token.kind != "words"],
        )

    @staticmethod
    def _can_be(topic: Topic, number: Number) -> bool:
        """Whether the number counts what the topic is counted in."""
        if not topic.is_known or number.unit not in COUNTS:
            return True
        return number.unit in lexicon.indicators()[topic.indicator].units

    def _leave(self) -> None:
        self._settle_subject()
        passage = self.context.passage
        passage.topic = self.topic
        passage.period = self.period
        if len(self.places) > 1:  # a sentence that goes through several areas leaves none of them
            passage.place = self.context.home
        elif self.place is not None and not self.place.is_elsewhere:
            passage.place = self.place
