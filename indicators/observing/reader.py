"""A sentence read as a reader reads it, from left to right: each number with what it is about.

A clause has a topic, a period, an area, a nature and a base of comparison. What it does not say it inherits
from the clause, the sentence, the passage and the report before it. Brackets inherit what stands before them
and give it back at their end.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from indicators.model import COUNTRY, AreaMention, Concept, Number, Span
from indicators.observing import clauses, dealing, figuring, framing, naming, planning, where
from indicators.observing.context import Context, Passage
from indicators.observing.figure import Figure
from indicators.observing.state import NATURES, Sentence
from indicators.observing.subjects import ECONOMY, Place, Topic
from indicators.observing.weaving import Piece, Token

_EXCEPT = ("trừ ", "không kể", "không tính", "không bao gồm", "chưa kể", "loại trừ")
_FIRMS = ("công ty", "tổng công ty", "tập đoàn")
_MOVES = frozenset({"up", "down", "growth"})
_AIMS = ("phấn đấu", "quyết tâm")
#: what a speaker's name does not go beyond, read backwards from "cho biết"
_SPEAKS = frozenset({"told", "number", ";", "contrast"})
#: figures of a sentence that are read: real ones have up to 36, what has more is a row of digits
_MOST = 100
#: what follows "còn" where it turns to another subject ("còn Cao Bằng chỉ đạt …") and names no remainder
_SUBJECTS = frozenset({"area", "concept", "home", "words", "period"})


def figures(context: Context, folded: str, tokens: Sequence[Token]) -> Iterator[Figure]:
    """The figures of a sentence in their order; the context is left as the sentence leaves it."""
    if not tokens:
        return
    state = Sentence.at(context, folded, tokens)
    if _tells_structure(tokens):
        context.passage.structure = state.structured = True
    if context.passage.aims and not planning.tells_anew(tokens):
        state.nature, state.aims = "target", True
    framing.go_on(state)
    framing.cumulate_to_plan(state)
    most = len(tokens)
    read = 0
    while state.index < most and read < _MOST:
        token = tokens[state.index]
        state.index += 1
        if isinstance(token, Number):
            figure = figuring.figure(state, token)
            state.index += len(figure.right)
            read += 1
            yield figure
        else:
            _take(state, token)
    _leave(state)


def _tells_structure(tokens: Sequence[Token]) -> bool:
    """Whether shares in the economy are told: "chiếm 41,5% trong GRDP", or of three of its parts in a row."""
    parts = {token.activity for token in tokens if isinstance(token, Concept) and not token.indicator}
    kinds = {token.kind for token in tokens}
    if len(parts) > 2 and "share" in kinds and _MOVES.isdisjoint(kinds):
        return True
    shares = (place for place, token in enumerate(tokens) if token.kind == "share")
    return any(
        number.kind == "number" and isinstance(whole, Concept) and whole.indicator in ECONOMY
        for place in shares
        for number, whole in zip(tokens[place + 1 : place + 2], tokens[place + 2 : place + 3], strict=False)
    )


def heading(context: Context, folded: str, tokens: Sequence[Token]) -> Passage:
    """What a heading says of what follows it: no more than its own words do."""
    if all(isinstance(token, Piece) for token in tokens):
        return Passage()
    state = Sentence.at(replace(context, passage=Passage()), folded, tokens)
    for token in tokens:
        state.index += 1
        _take(state, token)
    clauses.settle(state)
    period = state.period if state.says_period else None
    named = {area.code for area in tokens if isinstance(area, AreaMention) and area.code != COUNTRY}
    place = None if state.place is None or state.place.code == "" else state.place
    if len(named) > 1 and context.home is not None and context.home.code in named:
        place = context.home  # "Đồng Nai vượt Hà Nội về tăng trưởng"
    elif len(named) > 1:
        place = None
    return Passage(state.topic, place, period, state.nature, state.context.passage.whole)


def _take(state: Sentence, token: Token) -> None:
    """Let a mark end what it ends; let any other token say what it says, and be part of the clause."""
    kind = token.kind
    if kind in _MARKS:
        _MARKS[kind](state, kind)
    elif kind == "into" and _turns(state, token):
        clauses.end(state, "contrast")
    elif kind == "out_of" and _is_bound(state):
        pass  # "đạt từ 3.750 USD trở lên" comes from nowhere
    else:
        if kind in _SAYING:
            _SAYING[kind](state, token)
        state.clause.add(token)


def _and(state: Sentence, kind: str) -> None:
    if dealing.is_list(state.tokens, state.index - 1):
        state.run.fused = state.clause.fused = True
    else:
        clauses.end(state, kind)


def _turns(state: Sentence, token: Token) -> bool:
    following = state.tokens[state.index].kind if state.index < len(state.tokens) else ""
    return following in _SUBJECTS and state.text(token) == "còn"


def _is_bound(state: Sentence) -> bool:
    number = state.tokens[state.index] if state.index < len(state.tokens) else None
    return isinstance(number, Number) and state.folded.startswith(" trở lên", number.end)


def _words(state: Sentence, token: Token) -> None:
    behind = [token.kind for token in state.tokens[state.index : state.index + 2]]
    if behind in (["area", "up"], ["area", "down"]) and state.text(token).endswith(" như "):
        return  # "các đô thị lớn như Hà Nội tăng …"
    naming.narrow(state.clause)
    if state.outer and not state.clause.tokens and state.text(token).startswith(_EXCEPT):
        state.outer[-1].clause.narrowed = True  # "GRDP (trừ dầu khí)" is not the whole


def _nature(state: Sentence, token: Token) -> None:
    clause = state.clause
    clause.nature = NATURES[token.kind]
    if state.text(token) in _AIMS and clause.topic is None and not (clause.has_verb or state.topics):
        state.listing = "target"  # "phấn đấu thu ngân sách …; thu hút …; tăng trưởng tín dụng …"


def _plan(state: Sentence, token: Token) -> None:
    clause = state.clause
    alone = not clause.has_verb or clause.kinds[-1:] == ["contribution"]  # "đóng góp vào mục tiêu …"
    leads = token.kind == "goal" and alone and clause.topic is None
    if leads or clause.comparing:
        clause.nature = "target"
        if leads and not state.topics:
            state.aims = True
    clause.planned = clause.planned or not clause.tokens


def _compare(state: Sentence, _token: Token) -> None:
    state.clause.comparing = True


def _told(state: Sentence, token: Token) -> None:
    state.clause.unknown = state.unknown = False
    speaker = takewhile(lambda token: token.kind not in _SPEAKS, reversed(state.tokens[: state.index - 1]))
    if any(token.kind == "area" and _is_firm(state, token) for token in speaker):
        _company(state, token)  # "giám đốc Công ty … cho biết" speaks of the company


def _is_firm(state: Sentence, said: Token | Span | None) -> bool:
    """Whether a place is a company, as the words say that name it."""
    return said is not None and state.folded.startswith(_FIRMS, said.start)


def _some(state: Sentence, _token: Token) -> None:
    if state.clause.place is None:
        state.clause.place = Place("")


def _company(state: Sentence, token: Token) -> None:
    spoken = state.context.passage.place
    named = state.named or (spoken if spoken is not None and spoken.is_region else None)
    is_area = state.text(token) == "khu vực này"  # the region, no sector
    state.clause.place = state.place = named if is_area and named is not None else Place("")


def _reach(state: Sentence, token: Token) -> None:
    if not state.clause.tokens and state.topics and state.text(token).startswith("thực hiện"):
        state.clause.nature = "actual"  # "kế hoạch 3.950 tỷ đồng, thực hiện 3.610 tỷ đồng"
    told = state.topic is not None and state.topic.indicator == "BUDGET_REV"
    if told and state.clause.topic is None and state.text(token) == "chi":
        spent = Span(token.start, token.end)  # "thu 3.700 tỷ đồng, chi 9.800 tỷ đồng"
        state.clause.topic = Topic("BUDGET_EXP", said=spent)


def _structure(state: Sentence, token: Token) -> None:
    state.context.passage.structure = state.structured = True
    if state.text(token).endswith("grdp"):
        state.context.name_whole(Topic("GRDP", said=Span(token.start, token.end)))


def _stock(state: Sentence, _token: Token) -> None:
    state.stock = True


def _sum(state: Sentence, token: Token) -> None:
    state.clause.cumulates = True
    state.stock = state.stock or state.folded.startswith(" đến nay", token.end)  # of all years
    if state.place is not None and state.place.is_elsewhere:
        before = state.context.passage.place
        is_over = before is not None and (before.is_abroad or _is_firm(state, before.said))
        state.place = state.context.home if is_over else before


#: the tokens that are no part of a clause, but end it or bracket it
_MARKS: Mapping[str, Callable[[Sentence, str], None]] = {
    **dict.fromkeys(clauses.ENDS, clauses.end),
    "and": _and,
    **dict.fromkeys("([", clauses.open_bracket),
    **dict.fromkeys(")]", clauses.close_bracket),
}
#: what tokens say of the clause: its topic, area, period or nature; all others only stand in it for the rules
_SAYING: Mapping[str, Callable[[Sentence, Any], None]] = {
    "concept": naming.take,
    "area": where.take,
    "period": framing.take,
    "words": _words,
    "growth": naming.resume,
    **dict.fromkeys(NATURES, _nature),
    **dict.fromkeys(("plan", "goal"), _plan),
    **dict.fromkeys(("higher", "lower", "than"), _compare),
    "home": where.come_home,
    "told": _told,
    "added": naming.add_value,
    "some": _some,
    "company": _company,
    "reach": _reach,
    "respectively": dealing.deal,
    "structure": _structure,
    "stock": _stock,
    "sum": _sum,
    "these_years": framing.take_span,
    "several_years": framing.take_several,
}


def _is_anothers(state: Sentence) -> bool:
    """Whether figures of the sentence were about a firm or a district, as those after it will be."""
    return state.place is not None and state.place.code in state.places and not state.of_group


def _leave(state: Sentence) -> None:
    """Hand the sentence's topic, period and area on to the passage."""
    clauses.settle(state)
    framing.end_parts(state)
    passage = state.context.passage
    passage.frames = tuple(state.frames)
    passage.base = state.pair[0] if len(state.pair) == 1 else None
    passage.aims = state.aims and bool(state.topics)
    topic = state.head if state.head is not None else state.topic
    if state.effect is not None and not state.topics:
        topic = state.effect  # what moved it is not spoken of any more
    if topic is not None or state.unknown:
        passage.topic = topic
        state.context.spoken = topic or state.context.spoken
    if not state.of_last_year:
        passage.period = framing.left(state)
    named = {place.code for place in state.run.places if place.is_regional}
    if len(state.places) > 1 or len(named) > 1:  # a sentence that goes through several areas leaves none
        passage.place = state.context.home
    elif state.place is not None and (not state.place.is_elsewhere or _is_anothers(state)):
        passage.place = state.place
