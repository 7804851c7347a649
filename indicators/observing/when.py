"""When a figure is: the period that its clause names or that it inherits, and the one it is compared with."""

from collections.abc import Sequence

from indicators.finding import periods
from indicators.model import Number, Period, PeriodMention
from indicators.observing.state import Sentence
from indicators.observing.weaving import Token

#: cues that may stand between "so với" and the period compared with
_TRANSPARENT = ("average", "of", "home", "growth", "structure", "equal")
_PLANS = ("plan", "goal", "central", "local")


def take(state: Sentence, mention: PeriodMention) -> None:
    """Let a period before the number be the clause's own, or its base of comparison."""
    clause = state.clause
    kinds = [kind for kind in clause.kinds if kind not in _TRANSPARENT]
    previous = kinds[-1] if kinds else ""
    if "most" in kinds:
        return  # "cao nhất trong giai đoạn 2011-2022": no period of the figure
    if previous in ("versus", "higher", "lower", "than") or (clause.kinds[-1:] == ("equal",)) or state.folded[mention.start - 4 : mention.start] == "hơn ":
        state.base = mention
        state.shared_kinds = base_kinds(state, mention)
        return
    if previous == "out_of" or (previous == "plan" and clause.nature is None and state.nature is None):
        return
    current = clause.period or state.period
    if mention.anchor == "same":
        year = mention.period.year
        if current is not None:
            clause.period = current.year_before() if year is None else current.in_year(year)
            if state.leads and not clause.has_verb and not state.outer and not state.topics:
                state.period, state.of_last_year = clause.period, True
        clause.comparing = True
        return
    period = resolve(state, mention, current)
    if period is None:
        return
    clause.period = period
    if state.leads:
        state.period = period
        state.says_period = True
        state.of_last_year = False
        state.context.latest = period
        state.run.periods = [*state.run.periods, period]
    if period.unit == "Y" and period.length > 1:
        state.context.span = period


def resolve(state: Sentence, mention: PeriodMention, current: Period | None) -> Period | None:
    """The period that a mention means here; ``None`` for a single day, which is a date and no period."""
    told = state.context.document.period if mention.anchor in ("this", "last", "next") else None
    period = periods.resolve(mention, told or current, state.context.published)
    if period is None or period.year is None or period.month == 0:
        return None
    is_day = period.unit == "D" and period.length == 1 and mention.anchor != "until"
    if is_day and not state.folded[max(0, mention.start - 20) : mention.start].endswith(("thời điểm ", "thời điểm ngày ")):
        return None
    return period


def base_kinds(state: Sentence, mention: PeriodMention) -> frozenset[str]:
    """What the words of a base say beside its period: the end or the beginning of a year."""
    words = state.folded[max(0, mention.start - 9) : mention.end]
    if "cuối năm" in words or "đầu năm" in words and mention.period.unit == "Y":
        return frozenset({"year_start"})
    return frozenset({"period"})


def bases(
    state: Sentence, number: Number, right: Sequence[Token]
) -> tuple[PeriodMention | None, frozenset[str], Period | None]:
    """What the words behind a number say of its base, its base's kinds, and its own period."""
    base: PeriodMention | None = None
    kinds: set[str] = set()
    own: Period | None = None
    current = state.clause.period or state.period
    for index, token in enumerate(right):
        before = [found.kind for found in right[:index] if found.kind not in ("average", "home")]
        previous = before[-1] if before else "number"
        mention = token.mention
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


def cumulation(period: Period) -> Period | None:
    """From the start of the year to the end of this period: what "lũy kế" means beside it."""
    months = period.months
    if months is None or period.month == 0 or months > 12:
        return None
    return Period(period.year, 1, 1, period.month - 1 + months, "M")
