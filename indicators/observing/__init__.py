"""A document's mentions joined to observations."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from indicators import lexicon
from indicators.finding import areas, concepts, cues, numbers, periods
from indicators.finding.phrases import fold
from indicators.model import COUNTRY, AreaMention, Document, Nature, Observation, Period, Span
from indicators.observing.context import Context, Place
from indicators.observing.head import boundary_of
from indicators.observing.reader import figures, heading
from indicators.observing.rules import RULES, Said
from indicators.observing.sentences import sentences
from indicators.observing.state import Figure
from indicators.observing.weaving import Token, settle, weave

_UNITLESS_MEASURES = {"PT", "PP", "RANK", "TIMES"}
_MONEY = {"VND", "USD"}
_LONGEST_HEADING = 120
_MARK = re.compile(r"(?:[-+*•–·]|\d{1,2}(?:\.\d{1,2})*[.)]|[A-Za-zđĐ][.)]|[IVX]{1,5}[.)])\s+")


def extract(document: Document) -> list[Observation]:
    """The rows of a document, in the order of its text."""
    return list(_observations(document))


def _observations(document: Document) -> Iterator[Observation]:
    text = document.text
    folded = fold(text)
    boundary = boundary_of(document.published)
    found = settle(
        [
            *numbers.find(text),
            *periods.find(text),
            *areas.find(text, boundary),
            *areas.elsewhere(text),
            *concepts.find_folded(folded),
            *cues.find_folded(folded),
        ]
    )
    context = Context.of(document, boundary)
    if context.home is None and not any(isinstance(mention, AreaMention) for mention in found):
        context.home = Place(COUNTRY, boundary)  # a report that names no area at all speaks of the country
    place, line_end = 0, -1
    for span in sentences(text):
        mentions = []
        while place < len(found) and found[place].start < span.end:
            if found[place].start >= span.start:
                mentions.append(found[place])
            place += 1
        if line_end < 0 or "\n" in text[line_end : span.start]:
            context.begin_paragraph(text[span.start : span.end], text[:line_end][-1:])
        line_end = span.end
        mark = _MARK.match(text, span.start, span.end)
        tokens = weave(folded, mark.end() if mark else span.start, span.end, mentions)
        if _is_heading(text, span, tokens):
            context.head(text[span.start : span.end], heading(context, folded, tokens))
            continue
        sentence = text[span.start : span.end]
        for figure in figures(context, folded, tokens):
            said, name = say(figure)
            if said is None:
                continue
            row = observe(document, figure, said, name, context)
            if row is not None:
                yield replace(row, sentence=sentence, sentence_start=span.start)


def _is_heading(text: str, span: Span, tokens: list[Token]) -> bool:
    """Whether a sentence is a short line of its own without a figure or an end: the title of what follows."""
    alone = text[span.end : span.end + 1] in ("", "\n") and text[span.start - 1 : span.start] in ("", "\n")
    short = span.end - span.start <= _LONGEST_HEADING and text[span.end - 1] not in ".;:,!?…"
    return alone and short and not any(token.kind == "number" for token in tokens)


def say(figure: Figure) -> tuple[Said | None, str]:
    """What the first rule that answers says of a figure, and the rule's name."""
    if figure.topic is None or not figure.topic.is_known:
        return None, "no topic"
    for rule in RULES:
        said = rule(figure)
        if said is not None:
            return said, rule.__name__
    return None, "no rule"


def observe(document: Document, figure: Figure, said: Said, rule: str, context: Context) -> Observation | None:
    """The row that a figure makes, or ``None`` where its area, its period or its unit can't be told."""
    topic, place = figure.topic, figure.place
    if topic is None or place is None or place.is_elsewhere:
        return None
    entry = lexicon.indicators()[topic.indicator]
    unit = "PERSON" if topic.indicator == "PASSENGERS" and said.unit == "VISIT" else said.unit
    fits = unit in _UNITLESS_MEASURES or unit in entry.units or bool(unit in _MONEY and _MONEY & set(entry.units))
    if not fits:
        return None
    period = _period(figure, said, context)
    if period is None or period.year is None or period.month == 0:
        return None
    nature = _nature(figure, period, document)
    number = figure.number
    value, upper = said.value, said.upper
    if said.measure == "LEVEL":
        value *= topic.sign
    return Observation(
        document=document.name,
        indicator=topic.indicator,
        activity=topic.activity,
        measure=said.measure,
        ref_area=place.code,
        time_period=period.code,
        value=value,
        value_upper=upper,
        qualifier=number.qualifier,
        unit_measure=unit,
        unit_mult=number.mult,
        nature=nature,
        counterpart_period=_counterpart(figure, said, period),
        start=number.start,
        end=number.end,
        sentence="",
        sentence_start=0,
        rule=rule,
        boundary=place.boundary,
        plan_setter=_plan_setter(figure) if said.measure == "PLAN_RATIO" else None,
        price_base=_price_base(figure),
    )


def _period(figure: Figure, said: Said, context: Context) -> Period | None:
    period = figure.period
    if said.measure == "GROWTH_AVG" and (period is None or period.unit != "Y" or period.length == 1):
        return context.span or period
    if figure.nature == "target" and not figure.says_period and period is not None:
        if period.months is None or period.months < 12:
            return Period(period.year)  # plans are the year's where they name no period
    base = figure.base.period if figure.base is not None and not figure.base.anchor else None
    if base is not None and not figure.says_period and base.unit == "Y" and period == base and period.year:
        return period.in_year(period.year + 1)  # compared with its own year, it is of the next one
    return period


def _nature(figure: Figure, period: Period, document: Document) -> Nature:
    """What is told of a time after the report is no result yet: it is aimed at."""
    published = document.published
    if figure.nature != "actual" or published is None or period.year is None:
        return figure.nature
    start = dt.date(period.year, period.month, period.day)
    is_ahead = start > published or (period.unit == "Y" and period.last_day.year > published.year)
    return "target" if is_ahead else figure.nature


def _counterpart(figure: Figure, said: Said, period: Period) -> str | None:
    if said.measure == "GROWTH_YOY":
        return period.year_before().code
    if said.measure == "GROWTH_POP":
        return period.before().code
    if said.measure == "GROWTH_YTD":
        return f"{(period.year or 0) - 1}-12"
    if said.compared and figure.base is not None:
        base = periods.resolve(figure.base, period, None)
        return None if base is None or base.year is None or base.month == 0 else base.code
    return None


def _plan_setter(figure: Figure) -> str | None:
    kinds = {token.kind for token in figure.right}
    return "central" if "central" in kinds else "local" if "local" in kinds else None


def _price_base(figure: Figure) -> str | None:
    kinds = {token.kind for token in figure.right} | set(figure.left)
    return "current" if "current" in kinds else "constant" if "constant" in kinds else None
