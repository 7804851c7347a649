"""What a figure is compared with: the period or the plan behind it, or one that it shares."""

from collections.abc import Sequence
from typing import NamedTuple

from indicators.model import Number, Period, PeriodMention, Span
from indicators.observing.figure import Figure
from indicators.observing.resolving import resolve, several_years
from indicators.observing.state import Sentence
from indicators.observing.weaving import Token

#: words behind a number that belong to it; the first other token ends them
_TAIL = frozenset(
    {
        "versus", "period", "area", "plan", "goal", "central", "local", "yoy", "pop", "year_start", "average",
        "yearly", "of", "home", "words", "target", "about", "concept", "current", "constant", "proper",
        "among", "source", "several_years",
    }
)  # fmt: skip
#: words that often begin anew, and yet may belong to the number before them
_MAY_GO_ON = frozenset({"and", "reach", "estimate", "growth"})
#: where a row of figures that share a base is over
_ROW_ENDS = frozenset({";", "(", ",", "opener", "period", "contrast", "joint", "words"})
_BRACKET = 12  # tokens of a bracket that stands between a number and what it is compared with
AMBIGUOUS: tuple[PeriodMention | None, frozenset[str]] = (None, frozenset({"ambiguous"}))
_NO_BASE: tuple[PeriodMention | None, frozenset[str]] = (None, frozenset())
_WITHIN = ("average", "home", "estimate", "reach")
#: cues that say what a figure is compared with, and those that speak of a plan
SAID_BASES = frozenset({"yoy", "pop", "year_start", "plan", "goal"})
PLANS = ("plan", "goal", "central", "local")


def base_kinds(state: Sentence, mention: PeriodMention) -> frozenset[str]:
    """What the words of a base say beside its period: the end or the beginning of a year."""
    words = state.folded[max(0, mention.start - 9) : mention.end]
    is_edge = "cuối năm" in words or ("đầu năm" in words and mention.period.unit == "Y")
    return frozenset({"year_start"}) if is_edge else frozenset({"period"})


def _goes_on(found: Sequence[Token], kind: str, following: str) -> bool:
    """Whether a word that often begins anew still belongs to the number."""
    last = [token.kind for token in found[-2:]]
    if kind == "and":  # "thứ 3/6 địa phương Duyên hải Nam Trung Bộ và Tây Nguyên"
        return following == "area" and last in (["among", "area"], ["rank", "area"])
    if last[-1:] == ["about"]:  # "thứ 15/63 tỉnh, thành phố về tăng trưởng GRDP", "về thu hút FDI"
        return kind == "growth" or (kind == "reach" and following == "concept")
    if kind == "reach" and not found:  # "cao hơn mức 7,09% đạt được trong năm 2024"
        return following == "period"
    return kind != "growth" and last[-1:] in (["versus"], ["estimate"])  # "so với ước thực hiện năm 2024"


def tail(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """The tokens from ``start`` on that belong to the number before them."""
    found: list[Token] = []
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.kind not in _TAIL:
            following = tokens[index + 1].kind if index + 1 < len(tokens) else ""
            if token.kind not in _MAY_GO_ON or not _goes_on(found, token.kind, following):
                break
        named = found[-2:-1] if found and found[-1].kind in _MAY_GO_ON else found[-1:]
        if token.kind == "concept" and named and named[0].kind not in ("about", "of", "versus"):
            break  # "25 doanh nghiệp thành lập mới với vốn đăng ký …": the next subject
        found.append(token)
    return tuple(found)


def behind_bracket(state: Sentence) -> tuple[Token, ...]:
    """What a number is compared with behind the bracket that it ends, or that follows it.

    As in "tăng 150 tỷ đồng (15%) so với cùng kỳ", of both numbers.
    """
    end = _end_of_bracket(state)
    compares = end > 0 and end < len(state.tokens) and state.tokens[end].kind == "versus"
    return tail(state.tokens, end) if compares else ()


def is_of_average(state: Sentence) -> bool:
    """Whether an average is what a number is a ratio to, behind a bracket: "bằng 57,5% (…) mức bình quân"."""
    end = _end_of_bracket(state)
    kinds = [token.kind for token in state.tokens[end : end + 2]] if end else []
    return "average" in kinds and {"average", "reach", "words"}.issuperset(kinds)


def _end_of_bracket(state: Sentence) -> int:
    """The place behind the bracket that a number ends, or that follows it; 0 where none does."""
    first = state.tokens[state.index].kind if state.index < len(state.tokens) else ""
    if first == "(" or (first == ")" and state.outer):
        for place in range(state.index, min(len(state.tokens), state.index + _BRACKET)):
            if state.tokens[place].kind == ")":
                return place + 1
    return 0


class Base(NamedTuple):
    """What a number is compared with, and the period that the words behind it say it is of."""

    mention: PeriodMention | None
    kinds: frozenset[str]
    own: Period | None
    #: whether it was said of another number, or of none
    is_shared: bool


def of_number(state: Sentence, number: Number, right: Sequence[Token]) -> Base:
    """The base of a number: the one behind it, else the one that it shares."""
    mention, kinds, own = _behind(state, number, right or behind_bracket(state))
    is_shared = mention is None and kinds.isdisjoint(SAID_BASES)
    if is_shared:
        about = bool(right) and right[0].kind == "about"
        mention, shared = _shared(state, state.index + len(right), about=about)
        kinds |= shared
    return Base(mention, kinds, own, is_shared)


def _behind(
    state: Sentence, number: Number, right: Sequence[Token]
) -> tuple[PeriodMention | None, frozenset[str], Period | None]:
    """What the words behind a number say of its base, its base's kinds, and its own period."""
    if not right:
        return None, frozenset(), None
    base: PeriodMention | None = None
    kinds: set[str] = set()
    own: Period | None = None
    current = state.clause.period or state.period
    previous = "number"
    for index, token in enumerate(right):
        before = right[index - 1].kind if index else previous
        previous = previous if before in _WITHIN else before
        mention = token
        if token.kind in ("plan", "goal"):
            kinds.add("plan")
        elif token.kind in ("yoy", "pop") or (token.kind == "year_start" and previous == "versus"):
            kinds.add(token.kind)
        elif token.kind == "versus":
            kinds.add("versus")
        elif token.kind == "several_years" and index == 0:
            own = several_years(state, token)  # "tăng 50% trong 5 năm"
        elif isinstance(mention, PeriodMention) and previous not in PLANS:
            compared = previous == "versus" or mention.anchor in ("same", "last") or number.unit == "TIMES"
            if compared and base is None:
                base = mention
                kinds |= base_kinds(state, mention)
            elif index <= 1 and previous in ("number", "of", "words", "area", "concept"):
                own = resolve(state, mention, current)
    return base, frozenset(kinds), own


def up_to_next(state: Sentence, right: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tail without the period of the next number: "năm 2008 đón 155.000 lượt đến năm 2023 đón …"."""
    for place, token in enumerate(right):
        if token.kind == "period" and state.folded.endswith(" đến ", 0, token.start):
            behind = (following.kind for following in state.tokens[state.index + place + 1 :])
            own = next((kind for kind in behind if kind == "number" or kind in _ROW_ENDS), "")
            return right[:place] if own == "number" else right
    return right


def plan_said(tokens: Sequence[Token]) -> Span | None:
    """The first words for a plan among the tokens."""
    return next((Span(token.start, token.end) for token in tokens if token.kind in ("plan", "goal")), None)


def base_said(figure: Figure) -> Span | None:
    """The words that say what a figure is compared with."""
    told = next((token for token in figure.right if token.kind in SAID_BASES), None)
    if figure.base is not None:
        return Span(figure.base.start, figure.base.end)
    return Span(told.start, told.end) if told is not None else None


def _shared(state: Sentence, behind: int, *, about: bool) -> tuple[PeriodMention | None, frozenset[str]]:
    """The base that a number shares: said before it, behind the next of its row, or of the one before.

    ``behind`` is the place of the first token behind the number and its tail; ``about`` tells that the tail
    says of what it is ("tăng 0,7% về số doanh nghiệp, giảm 2,5% về vốn … so với tháng trước").
    """
    if state.clause.of_base is not None:
        return _NO_BASE  # "cao hơn quý I (5,15%)" is the first quarter's own
    if state.base is not None:
        return state.base, state.shared_kinds
    if state.due is not None:
        due, state.due = state.due, None
        return due
    ahead = _base_ahead(state, behind, about)
    if ahead is AMBIGUOUS and len(state.pair) == 2:
        ahead, state.due = (
            state.pair
        )  # "tăng 2% so với tháng trước và tăng 5% so với cùng kỳ, … tăng 3% và tăng 6%"
    if ahead is not None:
        return ahead
    own = state.clause.period is not None or state.clause.nature == "target"
    return _NO_BASE if own else (state.compared, state.shared_kinds)


def _base_ahead(
    state: Sentence, behind: int, about: bool
) -> tuple[PeriodMention | None, frozenset[str]] | None:
    """The base behind the next number of the row, where the row shares one."""
    tokens = state.tokens
    behind += behind < len(tokens) and tokens[behind].kind == ")"
    if behind >= len(tokens) or tokens[behind].kind not in ("and", ","):
        return None
    joined = about or tokens[behind].kind == "and"
    for index in range(behind + 1, len(tokens)):
        token = tokens[index]
        if token.kind in _ROW_ENDS and not (about and token.kind in (",", "words")):
            return None
        joined = joined or token.kind == "concept"
        if not isinstance(token, Number):
            continue
        base, kinds, _ = _behind(state, token, tail(tokens, index + 1))
        if joined and base is not None and (about or base.anchor != "same"):
            return base, kinds
        if not about:
            return AMBIGUOUS if _is_bare_pair(tokens, behind, index) and "plan" not in kinds else None
    return None


def _is_bare_pair(tokens: Sequence[Token], joint: int, number: int) -> bool:
    """Whether two changes stand side by side without a base, "tăng 38,3% và tăng 16,2%": which is of what?"""
    between = [token.kind for token in tokens[joint + 1 : number]]
    mention = tokens[number]
    bare = tokens[joint].kind == "and" and between in (["up"], ["down"])
    return bare and isinstance(mention, Number) and mention.unit == "PT"
