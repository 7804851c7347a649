"""When a figure is: the period that its clause names or that it inherits, and the one it is compared with."""

from indicators.model import Number, Period, PeriodMention, Span
from indicators.observing.state import Clause, Sentence
from indicators.observing.subjects import Topic, family

#: indicators that reports tell side by side, over paragraphs: of enterprises, of foreign capital
_FAMILIES = frozenset({"ENT", "FDI"})
#: what a bracket tells of the figure before it, and not of what that is compared with
_DIRECTED = frozenset({"up", "down", "add", "contribution", "drag", "share"})


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
    directed = not _DIRECTED.isdisjoint(clause.kinds) and not _is_rate_again(state)
    return not (state.bracketed or directed) and clause.topic == state.outer[-1].clause.topic


def _is_rate_again(state: Sentence) -> bool:
    """Whether a rate and nothing else is in a bracket: "tăng 15% so với năm 2017 (tăng 19,4%)"."""
    behind = state.tokens[state.index] if state.index < len(state.tokens) else None
    if behind is None or behind.kind != ")":
        return False
    before = [token for token in state.tokens[: state.index] if isinstance(token, Number)]
    rates = len(before) > 1 and before[-1].unit == before[-2].unit == "PT"
    return rates and state.clause.kinds in (["up"], ["down"])


def _last_part(period: Period, base: Period) -> Period | None:
    """The last month or quarter of a longer period: what a figure "so với tháng trước" is of."""
    months, part = period.months, base.months
    if months is None or part is None or base.month != 0 or months <= part or period.month == 0:
        return None
    return Period(period.year, period.month + months - part, 1, part, "M", period.said)


def of_last_year(current: Period | None, mention: PeriodMention) -> Period | None:
    """The same part of the year that "cùng kỳ năm 2022" names, else of the year before."""
    if current is None:
        return None
    year = mention.period.year
    period = current.year_before() if year is None else current.in_year(year)
    return period.said_by(Span(mention.start, mention.end))


def go_on_in_family(state: Sentence, topic: Topic) -> None:
    """Let a paragraph on enterprises be of the period that the one before told enterprises of."""
    context = state.context
    if family(topic) not in _FAMILIES:
        return
    told, where = context.families.get(family(topic), (None, -1))
    said = state.clause.period is not None or state.says_period
    about = context.document.period
    is_history = told is not None and about is not None and (told.year or 0) < (about.year or 0)
    if (
        told is not None
        and not is_history
        and where == context.paragraph_before
        and not said
        and not state.topics
    ):
        state.period = told if state.period is context.document.period else state.period


def go_on_with_whole(state: Sentence, whole: Topic) -> None:
    """Let parts of a whole told in an earlier paragraph be of the period that it was told of."""
    context = state.context
    told, said = context.told.get(whole.indicator), state.clause.period is not None or state.says_period
    if told not in (None, state.period) and not said and state.period is context.document.period:
        state.period = told
