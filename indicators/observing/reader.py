"""A sentence read as a reader reads it, from left to right: each number with what it is about.

A clause has a topic, a period, an area, a nature and a base of comparison. What it does not say it inherits
from the clause, the sentence, the passage and the report before it. Brackets inherit what stands before them
and give it back at their end.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indicators.model import COUNTRY, AreaMention, Concept, Nature, Number, Period, PeriodMention
from indicators.observing import what, when
from indicators.observing.context import Context, Passage, Place, Topic
from indicators.observing.state import NATURES, VERBS, Clause, Figure, Outer, Run, Sentence
from indicators.observing.weaving import Token

#: words behind a number that belong to it; the first other token ends them
_TAIL = frozenset(
    {
        "versus", "period", "area", "plan", "goal", "central", "local", "yoy", "pop", "year_start", "average",
        "yearly", "of", "home", "words", "target", "about", "concept", "current", "constant", "proper", "among",
        "source",
    }
)  # fmt: skip
_ENDS = frozenset({",", ";", ":", "...", "…", "joint", "contrast", "opener", "and"})
#: where a row of figures that share a base is over
_ROW_ENDS = frozenset({";", "(", ",", "opener", "period", "contrast", "joint", "words"})
_SUBJECTS = frozenset({"area", "concept", "home", "words", "period"})
_KEPT_IN_BRACKETS = frozenset({"growth", "share", "structure", "plan"})


def heading(context: Context, folded: str, tokens: Sequence[Token]) -> Passage:
    """What a heading says of what follows it: no more than its own words do."""
    state = Sentence.at(replace(context, passage=Passage()), folded, tokens)
    for token in tokens:
        _take(state, token)
    _settle(state)
    period = state.period if state.says_period else None
    return Passage(state.topic, state.place, period, state.nature, state.context.passage.whole)


def figures(context: Context, folded: str, tokens: Sequence[Token]) -> Iterator[Figure]:
    """The figures of a sentence in their order; the context is left as the sentence leaves it."""
    state = Sentence.at(context, folded, tokens)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if isinstance(token.mention, Number):
            right = _right(tokens, place)
            if right and what.is_next_subject(state, token.mention, right[0]):
                right = ()
            yield _figure(state, token.mention, right, place)
            place += 1 + len(right)
            continue
        following = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        if token.kind == "and" and _is_list(tokens, place):
            state.run.fused = True
        elif token.kind == "into" and state.text(token) == "còn" and following in _SUBJECTS:
            _end_clause(state, "contrast")  # "còn Cao Bằng chỉ đạt …": another subject, no remainder
        else:
            _take(state, token)
        place += 1
    _leave(state)


def _is_list(tokens: Sequence[Token], place: int) -> bool:
    """Whether "và" stands between two periods or two areas."""
    sides = {token.kind for token in tokens[max(0, place - 1) : place + 2] if token.kind != "and"}
    return place + 1 < len(tokens) and sides in ({"period"}, {"area"})


def _take(state: Sentence, token: Token) -> None:
    kind, mention, clause = token.kind, token.mention, state.clause
    if kind in "([":
        _open(state)
        return
    if kind in ")]":
        _close(state)
        return
    if kind in _ENDS:
        _end_clause(state, kind)
        return
    if kind == "words":
        what.narrow(state)
    elif isinstance(mention, Concept):
        what.take(state, mention)
    elif isinstance(mention, AreaMention):
        _area(state, mention)
    elif isinstance(mention, PeriodMention):
        when.take(state, mention)
    else:
        _cue(state, token)
    clause.tokens.append(token)


def _cue(state: Sentence, token: Token) -> None:
    clause, kind = state.clause, token.kind
    if kind in NATURES:
        clause.nature = NATURES[kind]
    elif kind == "goal" and not clause.has_verb and clause.topic is None:
        clause.nature = "target"
    elif kind in ("plan", "goal") and clause.comparing:
        clause.nature = "target"
    elif kind == "structure":
        state.context.passage.structure = True
    elif kind == "company":
        clause.place = state.place = Place("")
    elif kind == "home":
        _at_home(state)
    elif kind in ("higher", "lower", "than"):
        clause.comparing = True
    elif kind == "stock":
        state.stock = True
    elif kind == "sum":
        clause.cumulates = True
        if state.place is not None and state.place.is_elsewhere:
            state.place = state.context.passage.place
    elif kind == "respectively":
        _deal(state, token)


def _area(state: Sentence, mention: AreaMention) -> None:
    clause = state.clause
    previous = clause.kinds[-1:]
    if previous in (("rank",), ("among",), ("most",)):
        return
    place = Place(mention.code, mention.boundary)
    aside = place.code == "XX" and bool(clause.tokens) and previous != ("of",)  # the world is often only the background
    if previous in (("versus",), ("times",)):
        clause.comparing = True
    if place.is_elsewhere and clause.place is not None and clause.topic is not None:
        return
    clause.place = place
    state.run.places = [*state.run.places, place]
    if state.leads and not aside:
        state.place = place


def _at_home(state: Sentence) -> None:
    home = state.context.home
    current = state.clause.place or state.place
    if home is not None and (current is None or current.is_elsewhere or current.code == COUNTRY):
        state.clause.place = home
        if not state.clause.comparing:
            state.place = home


def _deal(state: Sentence, cue: Token) -> None:
    """Let "lần lượt" deal the figures behind it to the subjects that stand side by side before it."""
    place = state.tokens.index(state.clause.tokens[-1]) if state.clause.tokens else 0
    count = 0
    for token in state.tokens[place:]:
        if token.kind in (")", "sum") or (token.kind in (";", "opener") and not state.outer):
            break
        count += token.kind == "number"
    if count < 2:
        return
    run = state.run if state.run.is_plural else state.dealt_before
    spoken = [*dict.fromkeys(state.topics)] if state.outer else []
    for subjects in (run.places, run.periods, run.topics, spoken):
        if len(subjects) > 1 and count % len(subjects) == 0:
            state.dealt = deque(subjects * (count // len(subjects)))
            state.dealt_before = run
            return
    if state.text(cue).startswith("lần lượt") or spoken:
        state.topic = what.NOTHING


# -- clauses and brackets --------------------------------------------------------------------------------


def _end_clause(state: Sentence, kind: str) -> None:
    clause = state.clause
    side_by_side = kind in (",", "and") and not clause.has_verb
    if kind == "and" and clause.topic is not None and side_by_side:
        state.clause = Clause(
            place=clause.place, period=clause.period, nature=clause.nature, joined=True, tokens=clause.tokens
        )
        return
    if kind == "and" and not clause.tokens and clause.unknown:
        return
    _settle(state)
    kept = [token for token in clause.tokens if token.kind in _KEPT_IN_BRACKETS] if state.outer else []
    state.clause = Clause(tokens=kept)
    if not side_by_side:
        state.run = Run()
    if kind == ";":
        state.listed = state.nature
        state.nature = state.nature if state.nested else None
        state.base = None
        if not state.outer:
            state.dealt.clear()
    elif kind == "opener":
        if not state.nested:
            state.head = state.topic or state.context.passage.topic
        state.nested = True
    elif kind == "contrast":
        _turn(state)


def _turn(state: Sentence) -> None:
    """At "trong khi", "nhưng" a plan or a forecast is over, and so is its period."""
    before = state.context.passage.period
    state.nature = None if state.nature in ("target", "forecast") else state.nature
    if before is not None and state.period is not None and (state.period.year or 0) > (before.year or 0):
        state.period = before


def _settle(state: Sentence, kind: str = "") -> None:
    """What a clause without a number leaves for the next one."""
    clause = state.clause
    topic = clause.topic
    vague = clause.comparing or clause.joined or clause.unknown or clause.narrowed or clause.faint
    if topic is not None and not vague:
        state.topic = topic
    if (clause.unknown and topic is None) or (topic is not None and not topic.is_known):
        state.unknown = True
    if clause.nature is not None and clause.nature != "forecast":
        state.nature = clause.nature
    if kind == ":" and clause.period is not None:
        state.period = clause.period  # a list is of the period that its head names


def _open(state: Sentence) -> None:
    clause = state.clause
    state.outer.append(Outer(clause, state.topic, state.place, state.period, state.nature))
    state.bracketed = False
    state.clause = replace(
        clause,
        cumulates=False,
        of_base=None,
        tokens=[token for token in clause.tokens if token.kind in _KEPT_IN_BRACKETS],
    )
    last = clause.tokens[-1].mention if clause.tokens else None
    if isinstance(last, PeriodMention) and last is state.compared:
        state.clause.of_base = when.resolve(state, last, state.period)
    elif isinstance(last, AreaMention) and clause.kinds[-2:-1] not in (("rank",), ("among",), ("most",)):
        state.clause.place = Place(last.code, last.boundary)
    elif clause.kinds[-1:] in (("plan",), ("goal",)) and clause.comparing:
        state.clause.nature = "target"


def _close(state: Sentence) -> None:
    if not state.outer:
        return
    outer = state.outer.pop()
    state.clause, state.topic, state.place = outer.clause, outer.topic, outer.place
    state.period, state.nature = outer.period, outer.nature
    clause = state.clause
    if state.bracketed and clause.topic is not None and not clause.narrowed:
        state.topic = clause.topic
    state.bracketed = False


# -- numbers ---------------------------------------------------------------------------------------------


def _right(tokens: Sequence[Token], place: int) -> tuple[Token, ...]:
    """The tokens behind a number that belong to it."""
    found: list[Token] = []
    for index in range(place + 1, len(tokens)):
        token = tokens[index]
        if token.kind not in _TAIL:
            break
        if token.kind == "concept" and found and found[-1].kind not in ("about", "of", "versus"):
            break  # "25 doanh nghiệp thành lập mới với vốn đăng ký …": the next subject
        found.append(token)
    return tuple(found)


def _figure(state: Sentence, number: Number, right: tuple[Token, ...], index: int) -> Figure:
    clause = state.clause
    topic = what.of_number(state, number, right)
    if topic is not None and not what.can_be(topic, number):
        topic = what.NOTHING
    place = _place(state, right)
    base, kinds, own = when.bases(state, number, right)
    behind = _bracket_behind(state, index + 1 + len(right))
    if isinstance(behind, Period):
        own = behind
    elif isinstance(behind, Place):
        place = behind
    period = own or _period(state, base, number)
    shares, dealt = False, None
    if base is None and not kinds & {"yoy", "pop", "year_start", "plan"}:
        base, shared = _shared_base(state, index, right)
        kinds |= shared
        shares = True
    if clause.kinds[-1:] == ("versus",):  # "4.070 triệu USD so với 1.822 triệu USD": the base's own amount
        period = when.resolve(state, base, period) if base is not None and period is not None else None
    if state.run.fused and not state.dealt:
        if len(state.run.places) > 1:
            place = None  # one number of two areas is neither's
        if len(state.run.periods) > 1:
            period = None
    if clause.comparing and period is not None and _compares_with_itself(state, place, period, number):
        period = None
    if state.dealt and number.unit is not None:
        dealt = state.dealt.popleft()
        topic = dealt if isinstance(dealt, Topic) else topic
        place = dealt if isinstance(dealt, Place) else place
        period = dealt if isinstance(dealt, Period) else period
    if topic is not None and topic.is_known:
        topic, place = what.settle_area(state, topic, place)
    figure = Figure(
        number=number,
        topic=topic,
        place=place,
        period=period,
        nature=_nature(state, period),
        left=clause.kinds,
        right=right,
        base=base,
        bases=kinds,
        text=state.folded[number.start : number.end],
        comparing=clause.comparing,
        structure=state.context.passage.structure,
        shares_base=shares,
        dealt=dealt is not None,
        says_period=own is not None or clause.period is not None or state.says_period,
    )
    _after(state, figure, own)
    return figure


def _compares_with_itself(state: Sentence, place: Place | None, period: Period, number: Number) -> bool:
    """Whether a rate given for comparison would be the sentence's own again: whose it is was not understood."""
    kinds = state.clause.kinds
    named = {"higher", "lower"} & set(kinds) and number.unit == "PT" and {"growth", "of"} & set(kinds)
    return bool(named) and place == state.place and period == state.period and state.clause.nature is None


def _place(state: Sentence, right: Sequence[Token]) -> Place | None:
    """The area of a number: its clause's, its sentence's, or the one behind it ("mức 6,42% của cả nước")."""
    place = state.clause.place or state.place
    if len(right) > 1 and right[0].kind == "of" and isinstance(right[1].mention, AreaMention):
        place = Place(right[1].mention.code, right[1].mention.boundary)
    return place


def _bracket_behind(state: Sentence, index: int) -> Period | Place | None:
    """The period or the area that stands alone in a bracket behind a number: "5,2% (năm 2020)"."""
    tokens = state.tokens[index : index + 3]
    if [token.kind for token in tokens] == ["(", "period", ")"]:
        mention = tokens[1].mention
        assert isinstance(mention, PeriodMention)
        return when.resolve(state, mention, state.period)
    if [token.kind for token in tokens] == ["(", "area", ")"]:
        area = tokens[1].mention
        assert isinstance(area, AreaMention)
        return Place(area.code, area.boundary)
    return None


def _period(state: Sentence, base: PeriodMention | None, number: Number) -> Period | None:
    clause = state.clause
    directed = {"up", "down", "add"} & set(clause.kinds)
    if clause.of_base is not None and not state.bracketed and not directed and clause.topic == state.outer[-1].clause.topic:
        return clause.of_base
    if "out_of" in clause.kinds and number.upper is None:
        return clause.period or state.moved.get("out_of")
    if "into" in clause.kinds and "into" in state.moved:
        return clause.period or state.moved["into"]
    period = clause.period or state.period
    if period is not None and clause.period is None and clause.cumulates:
        period = when.cumulation(period) or period
    if base is not None and period is not None and base.anchor == "last" and base.period.unit == "M":
        period = _last_part(period, base.period) or period
    return period


def _last_part(period: Period, base: Period) -> Period | None:
    """The last month or quarter of a longer period: what a figure "so với tháng trước" is of."""
    months, part = period.months, base.months
    if months is None or part is None or base.month != 0 or months <= part or period.month == 0:
        return None
    return Period(period.year, period.month + months - part, 1, part, "M")


def _shared_base(
    state: Sentence, index: int, right: Sequence[Token]
) -> tuple[PeriodMention | None, frozenset[str]]:
    """The base that a number shares: one said before it, or one said behind the next of its row."""
    if state.base is not None:
        return state.base, state.shared_kinds
    own_period = state.clause.period is not None
    following = list(state.tokens[index + 1 + len(right) :])
    if not following or following[0].kind not in ("and", ","):
        return (None, frozenset()) if own_period else (state.compared, state.shared_kinds)
    joined = following[0].kind == "and"
    for place, token in enumerate(following[1:], start=1):
        if token.kind in _ROW_ENDS:
            break
        joined = joined or token.kind == "concept"
        if isinstance(token.mention, Number):
            tail = _right(following, place)
            base, kinds, _ = when.bases(state, token.mention, tail)
            if joined and base is not None and base.anchor != "same":
                return base, kinds
            break
    return (None, frozenset()) if own_period else (state.compared, state.shared_kinds)


def _nature(state: Sentence, period: Period | None) -> Nature:
    clause = state.clause
    if clause.nature is not None:
        return clause.nature
    current = state.outer[0].period if state.outer else state.period
    earlier = (
        period is not None
        and current is not None
        and period.year is not None
        and current.year is not None
        and period.year < current.year
    )
    if clause.comparing or earlier:
        return "actual"
    verbs = VERBS & set(clause.kinds)
    if clause.topic is not None and verbs and not state.nested and state.nature in ("estimate", "provisional"):
        return "actual"
    if state.nature is None and not clause.tokens and state.listed == "estimate":
        return "estimate"  # "ước có 5 …; 6 …": the list goes on without a verb of its own
    return state.nature or "actual"


def _after(state: Sentence, figure: Figure, own: Period | None) -> None:
    """What a number leaves behind: its topic and nature hold on, its clause starts anew without a subject."""
    clause, topic, right = state.clause, figure.topic, figure.right
    if topic is not None and (not clause.comparing or state.outer):
        state.topic = topic
    following = state.folded[figure.number.end : figure.number.end + 10]
    others = {token.kind for token in right} & {"words", "concept"} or _next(state, figure.number) == "have"
    if figure.number.unit is None and others and not following.startswith(" con số"):
        state.topic = what.NOTHING  # "16 mặt hàng …": so many of something else
    if topic is not None and topic.is_known and not state.outer:
        state.topics.append(topic)
    place = clause.place or state.place
    if place is not None and not clause.comparing:
        state.places.add(place.code)
    if clause.nature is not None or clause.topic is not None or not clause.tokens:
        state.nature = figure.nature
    state.bracketed = bool(state.outer)
    if clause.cumulates and figure.period is not None:
        state.period = figure.period
    for moved in ("out_of", "into"):
        if moved in clause.kinds and own is not None:
            state.moved[moved] = own
            if moved == "into":
                state.period = own
    said = "versus" in (token.kind for token in right)
    if said and "plan" in figure.bases:
        state.compared, state.shared_kinds = None, frozenset({"plan"})
    if any(isinstance(token.mention, PeriodMention) and token.mention is figure.base for token in right):
        state.compared = figure.base
        state.shared_kinds = figure.bases - {"plan", "versus"}
    if figure.base is not None and figure.base.anchor == "last" and figure.period is not None:
        state.period = figure.period if not state.outer else state.period
    if not state.dealt and not state.outer:
        state.run = Run()
    state.clause = replace(
        clause,
        topic=None,
        unknown=False,
        narrowed=False,
        trailing=False,
        comparing=said,
        cumulates=False,
        nature=None,
        counts_others=figure.number.unit is None and "words" in [token.kind for token in right],
        tokens=[token for token in right if token.kind != "words"],
    )


def _next(state: Sentence, number: Number) -> str:
    """The kind of the token behind a number."""
    return next((token.kind for token in state.tokens if token.start >= number.end), "")


def _leave(state: Sentence) -> None:
    _settle(state)
    passage = state.context.passage
    passage.topic = state.head if state.head is not None else state.topic
    if not state.of_last_year:
        passage.period = state.period
    if len(state.places) > 1:  # a sentence that goes through several areas leaves none of them
        passage.place = state.context.home
    elif state.place is not None and (not state.place.is_elsewhere or state.place.code in state.places):
        passage.place = state.place
