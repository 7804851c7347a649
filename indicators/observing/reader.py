"""A sentence read as a reader reads it, from left to right: each number with what it is about.

A clause has a topic, a period, an area, a nature and a base of comparison. What it does not say it inherits
from the clause, the sentence, the passage and the report before it. Brackets inherit what stands before them
and give it back at their end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indicators.model import AreaMention, Concept, Number, PeriodMention, Span
from indicators.observing import clauses, dealing, figuring, what, when, where
from indicators.observing.context import Context, Passage, Place, Topic
from indicators.observing.state import NATURES, Figure, Sentence
from indicators.observing.weaving import Token

#: what follows "còn" where it turns to another subject ("còn Cao Bằng chỉ đạt …") and names no remainder
_EXCEPT = ("trừ ", "không kể", "không tính", "không bao gồm", "chưa kể", "loại trừ")
_SUBJECTS = frozenset({"area", "concept", "home", "words", "period"})
#: cues that only stand in the clause for the rules to see: half of all tokens, which need not be asked
_SILENT = frozenset(
    {
        "up", "down", "growth", "have", "equal", "exceed", "fall_short", "out_of", "add", "times", "share",
        "contribution", "drag", "rank", "versus", "yoy", "pop", "year_start", "central", "local", "average",
        "yearly", "current", "constant", "of", "proper", "about", "among", "source", "most", "into",
    }
)  # fmt: skip


def figures(context: Context, folded: str, tokens: Sequence[Token]) -> Iterator[Figure]:
    """The figures of a sentence in their order; the context is left as the sentence leaves it."""
    state = Sentence.at(context, folded, tokens)
    while state.index < len(tokens):
        token = tokens[state.index]
        state.index += 1
        if isinstance(token, Number):
            figure = figuring.figure(state, token)
            state.index += len(figure.right)
            yield figure
        else:
            _take(state, token)
    _leave(state)


def heading(context: Context, folded: str, tokens: Sequence[Token]) -> Passage:
    """What a heading says of what follows it: no more than its own words do."""
    state = Sentence.at(replace(context, passage=Passage()), folded, tokens)
    for token in tokens:
        state.index += 1
        _take(state, token)
    clauses.settle(state)
    period = state.period if state.says_period else None
    place = None if state.place is None or state.place.code == "" else state.place
    return Passage(state.topic, place, period, state.nature, state.context.passage.whole)


def _take(state: Sentence, token: Token) -> None:
    kind, clause = token.kind, state.clause
    if kind in clauses.ENDS:
        if kind == "and" and dealing.is_list(state.tokens, state.index - 1):
            state.run.fused = True
        else:
            clauses.end(state, kind)
    elif kind in "([":
        clauses.open_bracket(state)
    elif kind in ")]":
        clauses.close_bracket(state)
    elif kind == "into" and _turns(state, token):
        clauses.end(state, "contrast")
    else:
        if kind not in _SILENT:
            _say(state, token)
        clause.add(token)


def _say(state: Sentence, token: Token) -> None:
    """Let a token say what it says of the clause: its topic, area, period or nature."""
    mention = token
    if isinstance(mention, Concept):
        what.take(state, mention)
    elif isinstance(mention, AreaMention):
        where.take(state, mention)
    elif isinstance(mention, PeriodMention):
        when.take(state, mention)
    elif token.kind == "words":
        what.narrow(state.clause)
        if state.outer and not state.clause.tokens and state.text(token).startswith(_EXCEPT):
            state.outer[-1].clause.narrowed = True  # "GRDP (trừ dầu khí)" is not the whole
    else:
        _cue(state, token)


def _turns(state: Sentence, token: Token) -> bool:
    following = state.tokens[state.index].kind if state.index < len(state.tokens) else ""
    return following in _SUBJECTS and state.text(token) == "còn"


def _cue(state: Sentence, token: Token) -> None:
    """Take a cue that changes what is told; the others only stand in the clause for the rules to see."""
    clause, kind = state.clause, token.kind
    if kind == "growth":
        what.resume(state, token)
    elif kind in NATURES:
        clause.nature = NATURES[kind]
    elif kind in ("plan", "goal"):
        leads = kind == "goal" and not clause.has_verb and clause.topic is None
        if leads or clause.comparing:
            clause.nature = "target"
        clause.planned = clause.planned or not clause.tokens
    elif kind in ("higher", "lower", "than"):
        clause.comparing = True
    elif kind == "home":
        where.come_home(state)
    elif kind == "company":
        clause.place = state.place = Place("")
    elif kind == "reach" and not clause.tokens and state.topics and state.text(token).startswith("thực hiện"):
        clause.nature = "actual"  # "kế hoạch 3.950 tỷ đồng, thực hiện 3.610 tỷ đồng"
    elif kind == "respectively":
        dealing.deal(state, token)
    else:
        _scope(state, token)


def _scope(state: Sentence, token: Token) -> None:
    """Cues that say of what kind the passage's figures are."""
    kind = token.kind
    if kind == "structure":
        state.context.passage.structure = state.structured = True
        if state.text(token).endswith("grdp"):
            state.context.name_whole(Topic("GRDP", said=Span(token.start, token.end)))
    elif kind == "stock":
        state.stock = True
    elif kind == "sum":
        state.clause.cumulates = True
        if state.place is not None and state.place.is_elsewhere:
            state.place = state.context.passage.place


def _leave(state: Sentence) -> None:
    """Hand the sentence's topic, period and area on to the passage."""
    clauses.settle(state)
    when.end_parts(state)
    passage = state.context.passage
    passage.topic = state.head if state.head is not None else state.topic
    if not state.of_last_year:
        passage.period = state.period
    if len(state.places) > 1:  # a sentence that goes through several areas leaves none of them
        passage.place = state.context.home
    elif state.place is not None and (not state.place.is_elsewhere or state.place.code in state.places):
        passage.place = state.place
