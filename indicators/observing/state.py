"""What a reader keeps in mind within one sentence: the clause, what the sentence has said, open brackets."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from indicators.model import Nature, Period, PeriodMention, Span
from indicators.observing.context import Context
from indicators.observing.subjects import UNKNOWN, Place, Topic
from indicators.observing.weaving import Token

#: the kinds of cue that say what happens to a subject: what stands before them is the subject
VERBS = frozenset(
    {
        "up", "down", "growth", "reach", "have", "equal", "exceed", "into", "out_of", "add", "times", "share",
        "contribution", "drag", "rank", "higher", "lower",
    }
)  # fmt: skip
#: units whose noun says what is counted
COUNTS = frozenset({"ENT", "PROJ", "COMMUNE", "CRITERION", "PERSON", "VISIT", "TARGET", "HA", "TONNE"})
#: the topic of figures that are about something else
NOTHING = Topic(UNKNOWN)
NATURES: dict[str, Nature] = {
    "estimate": "estimate",
    "provisional": "provisional",
    "forecast": "forecast",
    "target": "target",
}


@dataclass(slots=True)
class Clause:
    """What a clause has said so far."""

    topic: Topic | None = None
    place: Place | None = None
    period: Period | None = None
    nature: Nature | None = None
    #: words that are no glue: before the topic or without one, behind it, and behind its verb
    unknown: bool = False
    narrowed: bool = False
    trailing: bool = False
    #: the number to come is given for comparison: it is another area's or another period's
    comparing: bool = False
    #: the next number joined by "và" is given for comparison too
    row: bool = False
    #: two of its areas or periods are joined by "và"
    fused: bool = False
    #: two topics stand side by side: one number can't be told to be either's
    joined: bool = False
    #: its topic is named by a word that names it only beside a figure ("kinh tế")
    faint: bool = False
    #: a number of other things stands before ("5 thị trường xuất siêu …")
    counts_others: bool = False
    #: a plan leads it ("dự toán chi ngân sách 20.006 tỷ đồng"), or stands before its bracket
    planned: bool = False
    of_plan: bool = False
    #: the part of the year that the plan before its bracket is of: "77,5% kế hoạch 6 tháng (1,1 tỷ USD)"
    plan_period: Period | None = None
    #: "lũy kế" without a period: from the start of the year to the end of the current one
    cumulates: bool = False
    #: in a bracket behind a period of comparison: a bare number in it is that period's
    of_base: Period | None = None
    tokens: list[Token] = field(default_factory=list)
    #: the kinds of its tokens, in step with them, and whether a verb is among them
    kinds: list[str] = field(default_factory=list)
    has_verb: bool = False

    def add(self, token: Token) -> None:
        """Take a token in as read."""
        self.tokens.append(token)
        self.kinds.append(token.kind)
        if token.kind in VERBS:
            self.has_verb = True

    def keep(self, tokens: Iterable[Token]) -> "Clause":
        """This clause with only these tokens read."""
        self.tokens = list(tokens)
        self.kinds = [token.kind for token in self.tokens]
        self.has_verb = not VERBS.isdisjoint(self.kinds)
        return self

    @property
    def last(self) -> str:
        """The kind of the last token."""
        return self.kinds[-1] if self.kinds else ""


@dataclass(slots=True)
class Outer:
    """What stands before an open bracket, given back at its end."""

    clause: Clause
    topic: Topic | None
    place: Place | None
    period: Period | None
    nature: Nature | None


@dataclass(slots=True)
class Run:
    """Subjects side by side, "Hà Nam, Nam Định và Ninh Bình", that "lần lượt" deals its figures to."""

    places: list[Place] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    #: two of them were joined by "và": without "lần lượt" one number can't be told to be either's
    fused: bool = False

    @property
    def is_plural(self) -> bool:
        """Whether any of the subjects is more than one."""
        return max(len(self.places), len(self.periods), len(self.topics)) > 1

    def renewed(self) -> "Run":
        """A run without subjects: this one where it has none, which is mostly so."""
        has_any = self.places or self.periods or self.topics or self.fused
        return Run() if has_any else self


@dataclass(slots=True)
class Sentence:
    """The state of reading one sentence; ``folded`` is the document's text, folded."""

    context: Context
    folded: str
    tokens: Sequence[Token]
    #: the place of the next token
    index: int = 0
    topic: Topic | None = None
    place: Place | None = None
    period: Period | None = None
    nature: Nature | None = None
    #: the nature was said ahead of any subject: "Ước đến 31/10, …"
    ahead: bool = False
    #: the nature before the last ";"
    listed: Nature | None = None
    #: the sentence itself speaks of the structure of the economy
    structured: bool = False
    #: within "trong đó": the figures depend on what stands before
    nested: bool = False
    #: the topic that what follows is told to have moved: "IIP tăng cao do ngành khai khoáng tăng"
    effect: Topic | None = None
    #: the topic before "trong đó", to which the next sentence returns
    head: Topic | None = None
    #: it speaks of what is still in force ("dự án còn hiệu lực"), not of what is new
    stock: bool = False
    #: a clause had a subject that is not known
    unknown: bool = False
    #: the province or region that the sentence named last
    named: Place | None = None
    #: the market abroad that the figure before was of
    abroad: Place | None = None
    #: what figures are compared with, where it is said before them ("so với tháng trước, …")
    base: PeriodMention | None = None
    #: what the figure before was compared with
    compared: PeriodMention | None = None
    shared_kinds: frozenset[str] = frozenset()
    #: the last two bases said, in order, and the second where the first has just been shared
    pair: tuple[tuple[PeriodMention | None, frozenset[str]], ...] = ()
    due: tuple[PeriodMention | None, frozenset[str]] | None = None
    #: yearly averages of several years are spoken of ("bình quân giai đoạn 2016-2020, …")
    average: bool = False
    #: the words of the plan that a figure of the sentence was told against
    planned: Span | None = None
    #: the figure before was a rate of growth
    rated: bool = False
    #: the verb of the change that the figure before was an amount of: "tăng 150 tỷ đồng (15%)"
    changed: Token | None = None
    #: the nature that the head of a list gives to its items ("phấn đấu: …; …")
    listing: Nature | None = None
    #: a goal leads the sentence, and its list goes on over ";": "đặt mục tiêu tăng trưởng 8%; thu …; …"
    aims: bool = False
    clause: Clause = field(default_factory=Clause)
    outer: list[Outer] = field(default_factory=list)
    #: brackets opened beyond the deepest that is kept apart
    deeper: int = 0
    #: what the bracket behind the area before told: "Phú Thọ (25,7%), Ninh Bình (22,5%)"
    row: Clause | None = None
    #: what the last number in a bracket was told of
    told: Clause | None = None
    #: whether the open bracket has had a number
    bracketed: bool = False
    #: the indicators and the areas that figures of the sentence were about
    topics: list[Topic] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    run: Run = field(default_factory=Run)
    dealt: "deque[Topic | Place | Period]" = field(default_factory=deque)
    #: the verb of the figures to be dealt: "giảm lần lượt 2,3% và 6,9%"
    deals: Token | None = None
    #: the verb of a change told about one of several: "tăng 61% về số doanh nghiệp và 13% về vốn"
    about: Token | None = None
    #: the figures to be dealt are a list behind ":", whose items end with ";"
    deals_list: bool = False
    dealt_before: Run = field(default_factory=Run)
    #: whether it came to speak of several areas together, as none after it does
    of_group: bool = False
    #: whether the sentence speaks of "toàn tỉnh", "của tỉnh": its GDP is not the nation's
    at_home: bool = False
    #: whether the sentence named a period, and whether that was "cùng kỳ" of another
    says_period: bool = False
    of_last_year: bool = False
    #: the period that holds again behind "riêng tháng 6 …", where that ends the sentence
    beside: Period | None = None
    #: the period that held behind the last figure outside brackets
    figured: Period | None = None
    #: the periods that led clauses of the sentence, in order
    frames: list[Period] = field(default_factory=list)
    #: the years between which amounts moved, "từ … năm 2019 xuống … năm 2021"
    moved: dict[str, Period] = field(default_factory=dict)

    @classmethod
    def at(cls, context: Context, folded: str, tokens: Sequence[Token]) -> "Sentence":
        """The state before the first token: what the passage hands on."""
        passage = context.passage
        return cls(
            context,
            folded,
            tokens,
            place=passage.place,
            period=passage.period,
            nature=passage.nature,
            nested=passage.nature is not None or passage.listing,
        )

    def text(self, token: Token) -> str:
        """A token's words, folded."""
        return self.folded[token.start : token.end]

    @property
    def leads(self) -> bool:
        """Whether an area or a period that stands here holds for what follows in the sentence too."""
        clause = self.clause
        known = clause.topic is None or clause.topic.is_known
        compared = clause.comparing and not self.outer
        return known and not (compared or clause.unknown or clause.trailing)
