"""Which period a mention means where it stands."""

from indicators.finding import periods
from indicators.model import Period, PeriodMention, Span
from indicators.observing.state import Sentence

_AT_DAY = ("thời điểm ", "thời điểm ngày ")


def resolve(state: Sentence, mention: PeriodMention, current: Period | None) -> Period | None:
    """The period that a mention means here; ``None`` for a single day, which is a date and no period."""
    if mention.anchor in ("this", "last", "next") or is_long(current):
        current = _told(state) or current
    period = periods.resolve(mention, None if is_long(current) else current, state.context.published)
    if period is None or period.year is None or period.month == 0:
        return None
    period = period.said_by(Span(mention.start, mention.end))
    is_day = period.unit == "D" and period.length == 1 and mention.anchor != "until"
    before = state.folded[max(0, mention.start - 16) : mention.start]
    return None if is_day and not before.endswith(_AT_DAY) else period


def is_long(period: Period | None) -> bool:
    """Whether it is several years: no year that "6 tháng" could be of."""
    return period is not None and (period.months or 0) > 12


def _told(state: Sentence) -> Period | None:
    """The report's own period, from which "năm nay", "tháng trước" are told."""
    period, published = state.context.document.period, state.context.published
    if published is not None and (period is None or period.year != published.year):
        return Period(published.year)
    return period
