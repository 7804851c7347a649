"""The debug view: each sentence's clauses with their mentions, and what every rule made of each number."""

from collections.abc import Iterator, Sequence

from indicators.model import TOTAL, Document, Number, Period, Span
from indicators.observing import SentenceRead, Told, read_sentences
from indicators.observing.clauses import ENDS
from indicators.observing.rules import RULES
from indicators.observing.weaving import Token
from indicators.terminal import printable

_INDENT = "    "


def traced(document: Document) -> str:
    """Each sentence (``>``) or heading (``#``) with its clauses, and what became of its numbers (``=``).

    A clause shows its tokens as ``kind:words``; a number what it was taken to be about (indicator, area,
    period, nature), the rules that abstained, the one that answered, and its row or why it made none: ``no
    topic``, ``no rule`` (all abstained), ``no area``, ``elsewhere``, ``no period``, ``not its unit``.
    """
    lines = (line for read in read_sentences(document) for line in _sentence(document.text, read))
    return "".join(f"{line}\n" for line in lines)


def _sentence(text: str, read: SentenceRead) -> Iterator[str]:
    mark = "#" if read.is_heading else ">"
    yield f"{mark} {read.span.start}-{read.span.end} {_words(text, read.span)}"
    for clause in _clauses(read.tokens):
        yield _INDENT + "  ".join(f"{token.kind}:{_words(text, token)}" for token in clause)
    for told in read.told:
        yield f"{_INDENT}= {_words(text, told.figure.number)}: {_about(told)}"
        yield f"{_INDENT}  {_asked(told)}"


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in tokens:
        if token.kind not in ENDS:
            clause.append(token)
        elif clause:
            yield clause
            clause = []
    if clause:
        yield clause


def _about(told: Told) -> str:
    """What the number was taken to be about, before any rule."""
    figure = told.figure
    topic, place = figure.topic, figure.place
    of = "no topic" if topic is None or not topic.is_known else topic.indicator
    part = "" if topic is None or topic.activity == TOTAL else f"/{topic.activity}"
    where = "no area" if place is None else place.code or "elsewhere"
    return f"{of}{part}, {where}, {_code(figure.period)}, {figure.nature}"


def _code(period: Period | None) -> str:
    if period is None:
        return "no period"
    return period.code if period.year is not None and period.month else "part of a period"


def _asked(told: Told) -> str:
    """The rules that abstained, the one that answered, and the row or why there is none."""
    if not told.rule:
        return f"no row: {told.why_none}"
    names = [rule.__name__ for rule in RULES]
    abstained = names[: names.index(told.rule)]
    before = f"{', '.join(abstained)} abstained; " if abstained else ""
    row = told.row
    made = f"no row: {told.why_none}" if row is None else f"{row.measure} {row.value} {row.unit_measure}"
    return f"{before}{told.rule}: {made}"


def _words(text: str, place: Span | Token | Number) -> str:
    return " ".join(printable(text[place.start : place.end]).split())
