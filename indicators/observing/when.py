"""When a figure is: the period that its clause names or that it inherits, and the one it is compared with."""

from collections.abc import Sequence

from indicators.finding import periods
from indicators.model import TOTAL, Number, Period, PeriodMention, Span
from indicators.observing.context import Topic, has_parts
from indicators.observing.state import Clause, Figure, Sentence
from indicators.observing.weaving import Token

#: cues that may stand between "so với" and the period compared with
_TRANSPARENT = ("average", "of", "home", "growth", "structure", "equal")
_COMPARING = ("versus", "higher", "lower", "than")
_AT_DAY = ("thời điểm ", "thời điểm ngày ")
#: words behind a number that belong to it; the first other token ends them
_TAIL = frozenset(
    {
        "versus", "period", "area", "plan", "goal", "central", "local", "yoy", "pop", "year_start", "average",
        "yearly", "of", "home", "words", "target", "about", "concept", "current", "constant", "proper",
        "among", "source",
    }
)  # fmt: skip
#: words that often begin anew, and yet may belong to the number before them
_MAY_GO_ON = frozenset({"and", "reach", "estimate"})
#: where a row of figures that share a base is over
_ROW_ENDS = frozenset({";", "(", ",", "opener", "period", "contrast", "joint", "words"})
_AMBIGUOUS: tuple[PeriodMention | None, frozenset[str]] = (None, frozenset({"ambiguous"}))
_NO_BASE: tuple[PeriodMention | None, frozenset[str]] = (None, frozenset())
_WITHIN = ("average", "home", "estimate", "reach")
_SAID_BASES = frozenset({"yoy", "pop", "year_start", "plan", "goal"})
_PLANS = ("plan", "goal", "central", "local")


def take(state: Sentence, mention: PeriodMention) -> None:
    """Let a period before the number be the clause's own, or its base of comparison."""
    clause = state.clause
    previous = next((kind for kind in reversed(clause.kinds) if kind not in _TRANSPARENT), "")
    is_span = mention.anchor == "last" and mention.period.unit == "Y" and mention.period.length > 1
    from_one = previous == "out_of" and (mention.period.months or 0) <= 12
    if "most" in clause.kinds or from_one or (is_span and clause.period is not None):
        return  # "cao nhất trong giai đoạn 2011-2022", "từ năm 2014": no period of the figure
    if previous in _COMPARING or clause.last == "equal" or state.folded.startswith("hơn ", mention.start - 4):
        state.base = mention
        state.shared_kinds = base_kinds(state, mention)
    elif previous == "plan" and not clause.planned and clause.nature is None and state.nature is None:
        pass  # "thực hiện kế hoạch năm 2024": the plan's year
    elif mention.anchor == "same":
        _take_last_year(state, mention)
    else:
        _take_own(state, mention)


def _take_last_year(state: Sentence, mention: PeriodMention) -> None:
    """ "Cùng kỳ năm trước tăng 5%": the same period a year earlier."""
    clause = state.clause
    current = clause.period or state.period
    clause.comparing = True
    if current is None:
        return
    clause.period = of_last_year(current, mention)
    if state.outer:
        state.period = clause.period
    elif not (clause.has_verb or clause.unknown or state.topics):
        state.period, state.of_last_year = clause.period, True


def of_last_year(current: Period | None, mention: PeriodMention) -> Period | None:
    """The same part of the year that "cùng kỳ năm 2022" names, else of the year before."""
    if current is None:
        return None
    year = mention.period.year
    period = current.year_before() if year is None else current.in_year(year)
    return period.said_by(Span(mention.start, mention.end))


def _take_own(state: Sentence, mention: PeriodMention) -> None:
    period = resolve(state, mention, state.clause.period or state.period)
    if period is not None:
        _begin(state, period)
    elif state.leads and mention.anchor == "" and mention.period.year is None and mention.period.unit != "D":
        state.period = None  # "6 tháng đầu năm" of a year that nothing tells: better no period than another


def take_span(state: Sentence, cue: Token) -> None:
    """At "trong giai đoạn này" speak again of the years that the paragraph named."""
    span = state.context.span
    if span is not None and span.said is not None and span.said.start >= state.context.paragraph:
        _begin(state, span.said_by(Span(cue.start, cue.end)))


def _begin(state: Sentence, period: Period) -> None:
    """Let a period be the clause's, and the sentence's where it leads."""
    state.clause.period = period
    if state.leads:
        state.period = period
        state.says_period = True
        state.of_last_year = False
        state.context.latest = state.context.latest if _is_long(period) else period
        if 3 <= (period.months or 0) <= 12:
            state.context.quarterly = period
        state.run.periods.append(period)
        state.frames.append(period)
    if period.unit == "Y" and period.length > 1:
        state.context.span = period


def go_on(state: Sentence, whole: Topic) -> None:
    """Let parts of a whole told in an earlier paragraph be of the period that it was told of."""
    context = state.context
    told, said = context.told.get(whole.indicator), state.clause.period is not None or state.says_period
    if told not in (None, state.period) and not said and state.period is context.document.period:
        state.period = told


def end_parts(state: Sentence) -> None:
    """Behind "quý I tăng 4,5%, quý II tăng 6,6%" speak again of the half-year that they are parts of."""
    frames = state.frames
    if len(frames) < 2:
        return  # most sentences name no two periods
    for whole in (state.context.passage.period, *frames[:1]):
        if (
            whole is not None
            and (whole.months or 0) <= 12
            and sum(_is_part(period, whole) for period in set(frames)) > 1
        ):
            if _is_part(frames[-1], whole):
                state.period = whole
            return


def _is_part(period: Period, whole: Period) -> bool:
    if None in (period.year, whole.year, period.months, whole.months) or not (period.month and whole.month):
        return False
    starts_in = (whole.year, whole.month) <= (period.year, period.month)
    return period != whole and starts_in and period.last_day <= whole.last_day


def resolve(state: Sentence, mention: PeriodMention, current: Period | None) -> Period | None:
    """The period that a mention means here; ``None`` for a single day, which is a date and no period."""
    if mention.anchor in ("this", "last", "next") or _is_long(current):
        current = _told(state) or current
    period = periods.resolve(mention, None if _is_long(current) else current, state.context.published)
    if period is None or period.year is None or period.month == 0:
        return None
    period = period.said_by(Span(mention.start, mention.end))
    is_day = period.unit == "D" and period.length == 1 and mention.anchor != "until"
    before = state.folded[max(0, mention.start - 16) : mention.start]
    return None if is_day and not before.endswith(_AT_DAY) else period


def _is_long(period: Period | None) -> bool:
    """Whether it is several years: no year that "6 tháng" could be of."""
    return period is not None and (period.months or 0) > 12


def _told(state: Sentence) -> Period | None:
    """The report's own period, from which "năm nay", "tháng trước" are told."""
    period, published = state.context.document.period, state.context.published
    if published is not None and (period is None or period.year != published.year):
        return Period(published.year)
    return period


def base_kinds(state: Sentence, mention: PeriodMention) -> frozenset[str]:
    """What the words of a base say beside its period: the end or the beginning of a year."""
    words = state.folded[max(0, mention.start - 9) : mention.end]
    is_edge = "cuối năm" in words or ("đầu năm" in words and mention.period.unit == "Y")
    return frozenset({"year_start"}) if is_edge else frozenset({"period"})


def _goes_on(found: Sequence[Token], kind: str, following: str) -> bool:
    """Whether a word that often begins anew still belongs to the number."""
    last = [token.kind for token in found[-2:]]
    if kind == "and":  # "thứ 3/6 địa phương Duyên hải Nam Trung Bộ và Tây Nguyên"
        return following == "area" and last in (["among", "area"], ["rank", "area"])
    if kind == "reach" and not found:  # "cao hơn mức 7,09% đạt được trong năm 2024"
        return following == "period"
    return last[-1:] in (["versus"], ["estimate"])  # "so với ước thực hiện năm 2024"


def tail(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """The tokens from ``start`` on that belong to the number before them."""
    found: list[Token] = []
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.kind not in _TAIL:
            following = tokens[index + 1].kind if index + 1 < len(tokens) else ""
            if token.kind not in _MAY_GO_ON or not _goes_on(found, token.kind, following):
                break
        if token.kind == "concept" and found and found[-1].kind not in ("about", "of", "versus"):
            break  # "25 doanh nghiệp thành lập mới với vốn đăng ký …": the next subject
        found.append(token)
    return tuple(found)


def bases(
    state: Sentence, number: Number, right: Sequence[Token]
) -> tuple[PeriodMention | None, frozenset[str], Period | None]:
    """What the words behind a number say of its base, its base's kinds, and its own period."""
    if not right:
        return None, frozenset(), None
    base: PeriodMention | None = None
    kinds: set[str] = set()
    own: Period | None = None
    current = state.clause.period or state.period
    previous = "number"
    for index, token in enumerate(right):
        before = right[index - 1].kind if index else previous
        previous = previous if before in _WITHIN else before
        mention = token
        if token.kind in ("plan", "goal"):
            kinds.add("plan")
        elif token.kind in ("yoy", "pop") or (token.kind == "year_start" and previous == "versus"):
            kinds.add(token.kind)
        elif token.kind == "versus":
            kinds.add("versus")
        elif isinstance(mention, PeriodMention) and previous not in _PLANS:
            compared = previous == "versus" or mention.anchor in ("same", "last") or number.unit == "TIMES"
            if compared and base is None:
                base = mention
                kinds |= base_kinds(state, mention)
            elif index <= 1 and previous in ("number", "of", "words", "area", "concept"):
                own = resolve(state, mention, current)
    return base, frozenset(kinds), own


def plan_said(tokens: Sequence[Token]) -> Span | None:
    """The first words for a plan among the tokens."""
    return next((Span(token.start, token.end) for token in tokens if token.kind in ("plan", "goal")), None)


def base_said(figure: Figure) -> Span | None:
    """The words that say what a figure is compared with."""
    told = next((token for token in figure.right if token.kind in _SAID_BASES), None)
    if figure.base is not None:
        return Span(figure.base.start, figure.base.end)
    return Span(told.start, told.end) if told is not None else None


def cumulation(period: Period) -> Period | None:
    """From the start of the year to the end of this period: what "lũy kế" means beside it."""
    months = period.months
    if months is None or period.month == 0 or months > 12:
        return None
    return Period(period.year, 1, 1, period.month - 1 + months, "M", period.said)


def of_number(state: Sentence, number: Number, base: PeriodMention | None) -> Period | None:
    """The period of a number that has none behind it: its clause's, its sentence's, its passage's."""
    clause = state.clause
    if clause.of_base is not None and _is_of_base(state):
        return clause.of_base
    if _comes_from(clause) and number.upper is None:
        return clause.period or state.moved.get("out_of")
    if "into" in clause.kinds and "into" in state.moved:
        return clause.period or state.moved["into"]
    period = clause.period or state.period
    if period is not None and clause.period is None and clause.cumulates:
        period = cumulation(period) or period
    if base is not None and period is not None and base.anchor == "last" and base.period.unit == "M":
        period = _last_part(period, base.period) or period
    return period


def _comes_from(clause: Clause) -> bool:
    """Whether a change begins at the number, "tăng từ 5% …": not so in "đến từ công nghiệp …"."""
    kinds = clause.kinds
    if "out_of" not in kinds:
        return False
    return "concept" not in kinds[len(kinds) - kinds[::-1].index("out_of") :]


def _is_of_base(state: Sentence) -> bool:
    """Whether a bare number in a bracket is the compared period's: "tăng 0,46% so với năm 2023 (89,22%)"."""
    clause = state.clause
    directed = not {"up", "down", "add"}.isdisjoint(clause.kinds)
    return not (state.bracketed or directed) and clause.topic == state.outer[-1].clause.topic


def _last_part(period: Period, base: Period) -> Period | None:
    """The last month or quarter of a longer period: what a figure "so với tháng trước" is of."""
    months, part = period.months, base.months
    if months is None or part is None or base.month != 0 or months <= part or period.month == 0:
        return None
    return Period(period.year, period.month + months - part, 1, part, "M", period.said)


def shared_base(state: Sentence, behind: int, *, about: bool) -> tuple[PeriodMention | None, frozenset[str]]:
    """The base that a number shares: said before it, behind the next of its row, or of the one before.

    ``behind`` is the place of the first token behind the number and its tail; ``about`` tells that the tail
    says of what it is ("tăng 0,7% về số doanh nghiệp, giảm 2,5% về vốn … so với tháng trước").
    """
    if state.clause.of_base is not None:
        return _NO_BASE  # "cao hơn quý I (5,15%)" is the first quarter's own
    if state.base is not None:
        return state.base, state.shared_kinds
    if state.due is not None:
        due, state.due = state.due, None
        return due
    ahead = _base_ahead(state, behind, about)
    if ahead is _AMBIGUOUS and len(state.pair) == 2:
        ahead, state.due = (
            state.pair
        )  # "tăng 2% so với tháng trước và tăng 5% so với cùng kỳ, … tăng 3% và tăng 6%"
    if ahead is not None:
        return ahead
    return _NO_BASE if state.clause.period is not None else (state.compared, state.shared_kinds)


def _base_ahead(
    state: Sentence, behind: int, about: bool
) -> tuple[PeriodMention | None, frozenset[str]] | None:
    """The base behind the next number of the row, where the row shares one."""
    tokens = state.tokens
    behind += behind < len(tokens) and tokens[behind].kind == ")"
    if behind >= len(tokens) or tokens[behind].kind not in ("and", ","):
        return None
    joined = about or tokens[behind].kind == "and"
    for index in range(behind + 1, len(tokens)):
        token = tokens[index]
        if token.kind in _ROW_ENDS and not (about and token.kind in (",", "words")):
            return None
        joined = joined or token.kind == "concept"
        if not isinstance(token, Number):
            continue
        base, kinds, _ = bases(state, token, tail(tokens, index + 1))
        if joined and base is not None and (about or base.anchor != "same"):
            return base, kinds
        if not about:
            return _AMBIGUOUS if _is_bare_pair(tokens, behind, index) else None
    return None


def _is_bare_pair(tokens: Sequence[Token], joint: int, number: int) -> bool:
    """Whether two changes stand side by side without a base, "tăng 38,3% và tăng 16,2%": which is of what?"""
    between = [token.kind for token in tokens[joint + 1 : number]]
    mention = tokens[number]
    bare = tokens[joint].kind == "and" and between in (["up"], ["down"])
    return bare and isinstance(mention, Number) and mention.unit == "PT"


def hand_on(state: Sentence, figure: Figure, own: Period | None) -> None:
    """Leave a figure's period and base to the figures behind it."""
    clause = state.clause
    if clause.cumulates and figure.period is not None:
        state.period = figure.period
    _remember(state, figure)
    if own is not None:
        if "out_of" in clause.kinds:
            state.moved["out_of"] = own
        if "into" in clause.kinds:
            state.moved["into"] = state.period = own
    base = figure.base
    if "ambiguous" in figure.bases:
        state.compared, state.shared_kinds = _AMBIGUOUS
    if "plan" in figure.bases:
        state.planned = plan_said(figure.right) or state.planned
        if any(token.kind == "versus" for token in figure.right):
            state.compared, state.shared_kinds = None, frozenset({"plan"})
    if base is not None and any(token is base for token in figure.right):
        state.compared, state.shared_kinds = base, figure.bases - {"plan", "versus"}
        state.pair = (*state.pair[-1:], (state.compared, state.shared_kinds))
    if base is not None and base.anchor == "last" and figure.period is not None and not state.outer:
        state.period = figure.period


def _remember(state: Sentence, figure: Figure) -> None:
    """Remember of which period a whole was told: its parts may go on in another paragraph."""
    topic, period = figure.topic, figure.period
    if topic is None or period is None or figure.comparing or state.outer or _is_long(period):
        return
    if topic.activity == TOTAL and has_parts(topic.indicator):
        state.context.told[topic.indicator] = period
