"""A document's mentions joined to observations."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
from indicators.observing.state import Figure
from indicators.observing.weaving import Token, settle, weave

_LONGEST_HEADING = 120
_NATIONAL_OFFICE = re.compile(
    r"Tổng cục (?:Thống kê|Hải quan)|Ngân hàng Nhà nước|Bộ Kế hoạch và Đầu tư|nước ta", re.IGNORECASE
)
_OF_DISTRICT = re.compile(
    r"\b(?:toàn|của|trên địa bàn|đảng bộ|đảng [uủ][ỷy]|ubnd|hđnd) (?:xã|phường|huyện|quận|thị xã)\b(?! hội)"
)
_OF_PROVINCE = re.compile(r"\b(?:toàn|của|trên địa bàn|đảng bộ|ubnd|hđnd) (?:tỉnh|thành phố)\b")
_LIST_MARK = re.compile(r"(?:[-+*•–·]|\d{1,2}(?:\.\d{1,2})*[.)]|[A-Za-zđĐ][.)]|[IVX]{1,5}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, the rule that answered, the row that it makes, or why it makes none."""

    figure: Figure
    rule: str
    row: Observation | None
    why_none: str


@dataclass(frozen=True, slots=True)
class SentenceRead:
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
    """The sentences as they are read, with what became of each number: to extract, and to explain."""
    text, folded = document.text, fold(document.text)
    boundary = boundary_of(document.published)
    mentions = _mentions(text, folded, boundary)
    context = Context.of(document, boundary, mentions)
    if _is_abroad(folded, mentions):
        context.speak_of(Place(ABROAD))
    elif _is_district(folded):
        context.speak_of(Place(""))
    elif context.home is None:
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
            yield SentenceRead(span, tokens, is_heading=True)
            continue
        told = [_tell(context, figure, (sentence, span.start)) for figure in figures(context, folded, tokens)]
        yield SentenceRead(span, tokens, told)


def _tell(context: Context, figure: Figure, sentence: tuple[str, int]) -> Told:
    said, rule = say(figure)
    if said is None:
        return Told(figure, "", None, rule)
    return Told(figure, rule, *row(context, figure, said, rule, sentence))


def _is_abroad(folded: str, mentions: list[Mention]) -> bool:
    """Whether the report is on another country: named first, and more often than all areas of Viet Nam."""
    named = [mention for mention in mentions if isinstance(mention, AreaMention) and mention.code]
    if not named or named[0].code != ABROAD or _NATIONAL_OFFICE.search(folded):
        return False
    abroad = Counter(folded[area.start : area.end] for area in named if area.code == ABROAD)
    return max(abroad.values()) > max(1, sum(area.code != ABROAD for area in named))


def _is_district(folded: str) -> bool:
    """Whether the report speaks for a district or a commune, "toàn xã", far more than for a province."""
    return len(_OF_DISTRICT.findall(folded)) > max(1, 2 * len(_OF_PROVINCE.findall(folded)))


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
