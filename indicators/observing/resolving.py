"""Which period a mention means where it stands."""

from indicators.finding import periods
from indicators.lexicon import load
from indicators.model import Period, PeriodMention, Span
from indicators.observing.state import Sentence
from indicators.observing.weaving import Token

_AT_DAY = ("thời điểm ", "thời điểm ngày ")
_COUNTS: dict[str, int] = load("periods.toml")["counts"]
#: words before "5 năm" that make it a period, and words behind it that make it a length of time
_THROUGH = ("trong ", "qua ", "cả ", "bình quân ", "trung bình ")
_AWAY = (" trước", " tới", " liên", " nữa", " sau", " học", " tuổi", " trở lại", " nay")


def resolve(state: Sentence, mention: PeriodMention, current: Period | None) -> Period | None:
    """The period that a mention means here; ``None`` for a single day, which is a date and no period."""
    at_hand = state.text(mention) == "trong năm" and current is not None and not is_long(current)
    if (mention.anchor in ("this", "last", "next") and not at_hand) or is_long(current):
        current = _told(state) or current
    period = periods.resolve(mention, None if is_long(current) else current, state.context.published)
    if period is None or period.year is None or period.month == 0:
        return None
    period = period.said_by(Span(mention.start, mention.end))
    is_day = period.unit == "D" and period.length == 1 and mention.anchor != "until"
    before = state.folded[max(0, mention.start - 16) : mention.start]
    return None if is_day and not before.endswith(_AT_DAY) else period


def several_years(state: Sentence, cue: Token) -> Period | None:
    """The span of so many years that was named before, else one of unknown years; ``None`` for a term."""
    if not state.folded.endswith(_THROUGH, 0, cue.start) or state.folded.startswith(_AWAY, cue.end):
        return None
    count, span = state.text(cue).split()[0], state.context.span
    length = int(count) if count.isdigit() else _COUNTS.get(count, 0)
    return span if span is not None and span.length == length else Period(None, length=max(2, length))


def is_long(period: Period | None) -> bool:
    """Whether it is several years: no year that "6 tháng" could be of."""
    return period is not None and (period.months or 0) > 12


def _told(state: Sentence) -> Period | None:
    """The report's own period, from which "năm nay", "tháng trước" are told."""
    period, published = state.context.document.period, state.context.published
    if published is not None and (period is None or period.year != published.year):
        return Period(published.year)
    return period
