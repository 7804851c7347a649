"""A figure and what a rule said of it, as a row."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from indicators import lexicon
from indicators.finding import periods
from indicators.model import Document, Nature, Observation, Period, Span
from indicators.observing import bases
from indicators.observing.asking import percent_says
from indicators.observing.context import Context
from indicators.observing.counting import MONEY
from indicators.observing.dating import is_ahead
from indicators.observing.doubting import Case, marks
from indicators.observing.figure import Figure
from indicators.observing.saying import Said
from indicators.observing.standing import PER_HEAD
from indicators.observing.subjects import ECONOMY

#: units that say a measure, of whatever indicator
_OF_ANY = frozenset({"PT", "PP", "RANK", "TIMES"})
_GROWTH = frozenset({"GROWTH_YOY", "GROWTH_POP", "GROWTH_YTD"})
_COMPARING = _GROWTH | {"CHANGE"}


def row(
    context: Context, figure: Figure, said: Said, rule: str, sentence: tuple[str, int]
) -> tuple[Observation | None, str]:
    """The row that a figure makes, or why it makes none.

    ``sentence`` is the text that the figure stands in, with its offset.
    """
    topic, place = figure.topic, figure.place
    if topic is None or place is None:
        return None, "no area"
    if place.is_elsewhere:
        return None, "elsewhere"
    unit = _unit(topic.indicator, said.unit)
    if not _fits(unit, lexicon.indicators()[topic.indicator].units):
        return None, "not its unit"
    period = _period(figure, said, context)
    if period is None:
        return None, "no period"
    nature = _nature(figure, said, period, context.document)
    number = figure.number
    sign = topic.sign if said.measure == "LEVEL" else 1
    found = Observation(
        document=context.document.name,
        indicator=topic.indicator,
        activity=topic.activity,
        measure=said.measure,
        ref_area=place.code,
        time_period=period.code,
        value=said.value * sign,
        value_upper=None if said.upper is None else said.upper * sign,
        qualifier=number.qualifier,
        unit_measure=unit,
        unit_mult=number.mult,
        nature=nature,
        counterpart_period=_counterpart(figure, said, period),
        start=number.start,
        end=number.end,
        sentence=sentence[0],
        sentence_start=sentence[1],
        rule=rule,
        boundary=place.boundary,
        plan_setter=_plan_setter(figure) if said.measure == "PLAN_RATIO" else None,
        price_base=_price_base(figure),
        indicator_at=topic.said,
        activity_at=topic.part_said,
        area_at=place.said,
        period_at=period.said,
        base_at=_base_at(figure, said),
        review=marks(Case(context, figure, said.measure, rule, place, period.said, sentence[1])),
    )
    return found, ""


def _unit(indicator: str, said: str) -> str:
    """The unit in which an indicator counts people: passengers are heads, tourists are arrivals."""
    if indicator == "PASSENGERS" and said == "VISIT":
        return "PERSON"
    return "VISIT" if indicator in ("VISITORS", "VISITORS_INTL") and said == "PERSON" else said


def _fits(unit: str, usual: tuple[str, ...]) -> bool:
    """Whether an indicator can be told in this unit; either currency serves where money does."""
    return unit in _OF_ANY or unit in usual or (unit in MONEY and not MONEY.isdisjoint(usual))


def _period(figure: Figure, said: Said, context: Context) -> Period | None:
    period = figure.period
    if said.measure == "GROWTH_AVG" and (period is None or period.unit != "Y" or period.length == 1):
        return context.span
    if period is None or period.year is None or period.month == 0:
        return None
    if said.measure == "LEVEL" and _is_of_moment(figure) and (period.months or 0) > 12:
        return Period(period.last_day.year, said=period.said)  # "giai đoạn 2021-2030 đạt 90 triệu đồng"
    if _is_unreckoned(figure, period, context):
        return None
    if figure.says_period:
        return period
    published = context.published
    is_over = published is not None and period.year < published.year
    if is_over and figure.nature == "target" and not _is_of_plan(figure, period, context):
        return context.coming  # nobody aims at what is over
    is_part = period.months is None or period.months < 12
    if figure.nature == "target" and is_part and not _is_coming(figure, period, context):
        return period.whole_year  # plans are the year's where they name no period
    if figure.topic is not None and figure.topic.indicator in ECONOMY and (period.months or 1) % 3:
        return context.quarterly  # the economy's output is reckoned by the quarter
    base = figure.base.period if figure.base is not None and not figure.base.anchor else None
    if base is not None and base.unit == "Y" and period == base and period.year:
        return period.in_year(period.year + 1)  # compared with its own year, it is of the next one
    return period


def _is_of_plan(figure: Figure, period: Period, context: Context) -> bool:
    """Whether the plan of a year that its paragraph names is told: "Năm 2023, … Dự toán là 950 tỷ đồng"."""
    here = period.said is not None and period.said.start >= context.paragraph
    return here and figure.left[:1] == ("plan",)


def _is_unreckoned(figure: Figure, period: Period, context: Context) -> bool:
    """Whether output that the paragraph does not name is told of two or five months, not of quarters."""
    topic = figure.topic
    if topic is None or topic.indicator not in ECONOMY or (period.months or 0) % 3 == 0:
        return False
    return topic.said is None or topic.said.start < context.paragraph


def _is_coming(figure: Figure, period: Period, context: Context) -> bool:
    """Whether the paragraph names a part of the year that is not over: "6 tháng cuối năm phải tăng 12%"."""
    here = period.said is not None and context.paragraph <= period.said.start < figure.number.start
    return here and is_ahead(period, context.published)


def _is_of_moment(figure: Figure) -> bool:
    """Whether the indicator is an amount a head or a rate: several years do not add it up."""
    a_head = figure.topic is not None and figure.topic.indicator in PER_HEAD
    return a_head or percent_says(figure) == "level"


def _nature(figure: Figure, said: Said, period: Period, document: Document) -> Nature:
    """What is told of a time after the report is no result yet: it is aimed at."""
    published = document.published
    if figure.nature != "actual" or published is None or period.year is None:
        return figure.nature
    start = dt.date(period.year, period.month, period.day)
    is_later = start > published or (period.unit == "Y" and period.last_day.year > published.year)
    is_young = period.unit == "Y" and said.measure != "PLAN_RATIO" and is_ahead(period, published)
    return "target" if is_later or is_young else figure.nature


def _counterpart(figure: Figure, said: Said, period: Period) -> str | None:
    if said.measure == "GROWTH_YOY":
        return period.year_before().code
    if said.measure == "GROWTH_POP" and period.unit != "D":
        return period.before().code
    if said.measure == "GROWTH_YTD":
        return f"{(period.year or 0) - 1}-12"
    if said.compared and figure.base is not None:
        base = periods.resolve(figure.base, period, None)
        return None if base is None or base.year is None or base.month == 0 else base.code
    return None


def _base_at(figure: Figure, said: Said) -> Span | None:
    """The words that say what the figure is compared with, or of which plan it is a part."""
    if said.measure == "PLAN_RATIO":
        return bases.plan_said(figure.right) or bases.plan_said(figure.before) or figure.planned
    return bases.base_said(figure) if said.measure in _COMPARING else None


def _plan_setter(figure: Figure) -> str | None:
    kinds = {token.kind for token in figure.right}
    return "central" if "central" in kinds else "local" if "local" in kinds else None


def _price_base(figure: Figure) -> str | None:
    kinds = {token.kind for token in figure.right} | set(figure.left)
    return "current" if "current" in kinds else "constant" if "constant" in kinds else None


def agree(found: Iterable[tuple[Observation, bool]]) -> list[Observation]:
    """The rows, where a change that names no base is the one that the report names elsewhere.

    A headline says "CPI tháng 9 tăng 0,3%", and only its report "so với tháng trước": they state one figure.
    """
    rows = list(found)
    named = {_stated(row): row for row, names in reversed(rows) if names and row.measure in _GROWTH}
    agreed = []
    for row, names in rows:
        twin = None if names or row.measure != "GROWTH_YOY" else named.get(_stated(row))
        agreed.append(
            replace(row, measure=twin.measure, counterpart_period=twin.counterpart_period) if twin else row
        )
    return agreed


def _stated(row: Observation) -> tuple[object, ...]:
    """What makes two rows say the same, whatever they are compared with."""
    about = (row.indicator, row.activity, row.ref_area, row.time_period)
    return (*about, row.value, row.value_upper, row.unit_measure)
