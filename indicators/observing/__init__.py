"""A document's mentions joined to observations."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indicators.finding import areas, concepts, cues, numbers, periods
from indicators.finding.phrases import fold
from indicators.model import Boundary, Document, Mention, Observation, Span
from indicators.observing.allowance import Allowance
from indicators.observing.asking import names_base
from indicators.observing.context import Context
from indicators.observing.figure import Figure
from indicators.observing.head import boundary_of
from indicators.observing.home import home
from indicators.observing.reader import figures, heading
from indicators.observing.rows import agree, row
from indicators.observing.rules import say
from indicators.observing.sentences import sentences
from indicators.observing.touring import tour
from indicators.observing.weaving import Token, settle, weave

_LONGEST_HEADING = 120
_LIST_MARK = re.compile(r"(?:[-+*•–·]|\d{1,2}(?:\.\d{1,2})*[.)]|[A-Za-zđĐ][.)]|[IVX]{1,5}[.)])\s+")


class Told(NamedTuple):
    """A figure, the rule that answered, the row that it makes, or why it makes none."""

    figure: Figure
    rule: str
    row: Observation | None
    why_none: str


class SentenceRead(NamedTuple):
    """A sentence with its tokens and what is told of its numbers; a heading tells only of what follows."""

    span: Span
    tokens: Sequence[Token]
    told: Sequence[Told] = ()
    is_heading: bool = False


def extract(document: Document) -> list[Observation]:
    """The rows of a document, in the order of its text."""
    told = (one for sentence in read_sentences(document) for one in sentence.told)
    return agree((one.row, names_base(one.figure)) for one in told if one.row is not None)


def read_sentences(document: Document) -> Iterator[SentenceRead]:
    """The sentences as they are read, with what became of each number: to extract, and to explain.

    Sentences beyond what the text's length allows are left out, and their numbers make no rows.
    """
    text, folded = document.text, fold(document.text)
    boundary = boundary_of(document.published)
    mentions = _mentions(text, folded, boundary)
    context = Context.of(document, boundary, mentions)
    if "area" not in document.told:
        context.speak_for(home(folded, mentions, context.home, boundary))
        context.go_through(tour(text, mentions))
    allowance = Allowance()
    before = None
    for span, inside in _by_sentence(text, mentions):
        if not allowance.reaches(span.end):
            continue
        sentence = text[span.start : span.end]
        if before is None or "\n" in text[before.end : span.start]:
            context.begin_paragraph(span.start, sentence, text[before.end - 1] if before else "")
        before = span
        mark = _LIST_MARK.match(text, span.start, span.end)
        tokens = weave(folded, mark.end() if mark else span.start, span.end, inside)
        if _is_heading(text, span, tokens):
            context.head(sentence, heading(context, folded, tokens))
            allowance.take(len(tokens), 0)
            yield SentenceRead(span, tokens, is_heading=True)
            continue
        told = [_tell(context, figure, (sentence, span.start)) for figure in figures(context, folded, tokens)]
        allowance.take(len(tokens), len(told))
        yield SentenceRead(span, tokens, told)


def _tell(context: Context, figure: Figure, sentence: tuple[str, int]) -> Told:
    said, rule = say(figure)
    if said is None:
        return Told(figure, "", None, rule)
    found, why_none = row(context, figure, said, rule, sentence)
    return Told(figure, rule, found, why_none)


def _mentions(text: str, folded: str, boundary: Boundary) -> list[Mention]:
    """All that the finders find, each place given to one: where two are alike, the first keeps it."""
    return settle(
        [
            *numbers.find(text),
            *periods.find(text),
            *areas.find_all(text, boundary),
            *concepts.find_folded(folded),
            *cues.find_folded(folded),
        ]
    )


def _by_sentence(text: str, mentions: list[Mention]) -> Iterator[tuple[Span, list[Mention]]]:
    starts = [*(mention.start for mention in mentions), len(text)]
    first = 0
    for span in sentences(text):
        behind = bisect_left(starts, span.end, first) if starts[first] < span.end else first
        yield span, mentions[first:behind]
        first = behind


def _is_heading(text: str, span: Span, tokens: list[Token]) -> bool:
    """Whether a sentence is a short line of its own without a figure or an end: the title of what follows."""
    if span.end - span.start > _LONGEST_HEADING or text[span.end - 1] in ".;:,!?…":
        return False
    alone = text[span.end : span.end + 1] in ("", "\n") and text[span.start - 1 : span.start] in ("", "\n")
    return alone and not any(token.kind == "number" for token in tokens)
