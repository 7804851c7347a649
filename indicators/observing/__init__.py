"""A document's mentions joined to observations."""

import re
from collections.abc import Iterator

from indicators.finding import areas, concepts, cues, numbers, periods
from indicators.finding.areas import ABROAD
from indicators.finding.phrases import fold
from indicators.model import COUNTRY, AreaMention, Boundary, Document, Mention, Observation, Span
from indicators.observing.context import Context, Place
from indicators.observing.head import boundary_of
from indicators.observing.reader import figures, heading
from indicators.observing.rows import agree, row
from indicators.observing.rules import names_base, say
from indicators.observing.sentences import sentences
from indicators.observing.weaving import Token, settle, weave

_LONGEST_HEADING = 120
_NATIONAL_OFFICE = re.compile(
    r"Tổng cục (?:Thống kê|Hải quan)|Ngân hàng Nhà nước|Bộ Kế hoạch và Đầu tư|nước ta"
)
_LIST_MARK = re.compile(r"(?:[-+*•–·]|\d{1,2}(?:\.\d{1,2})*[.)]|[A-Za-zđĐ][.)]|[IVX]{1,5}[.)])\s+")


def extract(document: Document) -> list[Observation]:
    """The rows of a document, in the order of its text."""
    return agree(_observations(document))


def _observations(document: Document) -> Iterator[tuple[Observation, bool]]:
    """The rows in order, each with whether its text names what it is compared with."""
    text, folded = document.text, fold(document.text)
    boundary = boundary_of(document.published)
    mentions = _mentions(text, folded, boundary)
    context = Context.of(document, boundary, mentions)
    if context.home is None:
        context.home = _unnamed(text, mentions, boundary)
    before = None
    for span, inside in _by_sentence(text, mentions):
        sentence = text[span.start : span.end]
        if before is None or "\n" in text[before.end : span.start]:
            context.begin_paragraph(sentence, text[before.end - 1] if before else "")
        before = span
        mark = _LIST_MARK.match(text, span.start, span.end)
        tokens = weave(folded, mark.end() if mark else span.start, span.end, inside)
        if _is_heading(text, span, tokens):
            context.head(sentence, heading(context, folded, tokens))
            continue
        for figure in figures(context, folded, tokens):
            said, rule = say(figure)
            found = row(context, figure, said, rule, (sentence, span.start)) if said else None
            if found is not None:
                yield found, names_base(figure)


def _unnamed(text: str, mentions: list[Mention], boundary: Boundary) -> Place | None:
    """The home of a report that names no area of Viet Nam: abroad, where it names only other countries."""
    codes = {mention.code for mention in mentions if isinstance(mention, AreaMention)}
    if not codes or (codes == {ABROAD} and _NATIONAL_OFFICE.search(text)):
        return Place(COUNTRY, boundary)
    return Place(ABROAD) if codes == {ABROAD} else None


def _mentions(text: str, folded: str, boundary: Boundary) -> list[Mention]:
    """All that the finders find, each place given to one."""
    return settle(
        [
            *numbers.find(text),
            *periods.find(text),
            *areas.find(text, boundary),
            *areas.elsewhere(text),
            *concepts.find_folded(folded),
            *cues.find_folded(folded),
        ]
    )


def _by_sentence(text: str, mentions: list[Mention]) -> Iterator[tuple[Span, list[Mention]]]:
    place = 0
    for span in sentences(text):
        first = place
        while place < len(mentions) and mentions[place].start < span.end:
            place += 1
        yield span, mentions[first:place]


def _is_heading(text: str, span: Span, tokens: list[Token]) -> bool:
    """Whether a sentence is a short line of its own without a figure or an end: the title of what follows."""
    if span.end - span.start > _LONGEST_HEADING or text[span.end - 1] in ".;:,!?…":
        return False
    alone = text[span.end : span.end + 1] in ("", "\n") and text[span.start - 1 : span.start] in ("", "\n")
    return alone and not any(token.kind == "number" for token in tokens)
