"""Which words behind a number tell of it, and where the subject of the next one begins."""

from itertools import takewhile

from indicators.finding import concepts
from indicators.model import Number
from indicators.observing.state import COUNTS, Sentence
from indicators.observing.weaving import Token

#: what leads on from a figure to what caused it, or to what went with it
_LEADS_ON = frozenset({"do", "nhờ", "vì", "bởi", "khi", "dù", "với"})


def up_to_subject(state: Sentence, number: Number, right: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens behind a number, up to what is the subject of the next one.

    As in "107 doanh nghiệp với tổng vốn …", "tăng 12% so với cùng kỳ nhờ xuất khẩu tăng 20%".
    """
    if right and _is_next_subject(state, number, right[0]):
        return ()
    for place, token in enumerate(right):
        if token.kind in ("concept", "words") and _is_led_on(state, number, place):
            return right[:place]
    return right


def _is_next_subject(state: Sentence, number: Number, token: Token) -> bool:
    if token.kind != "concept" or token.start < number.end:
        return False
    between = state.folded[number.end : token.start].split()
    return "với" in between or bool(concepts.meaning(state.text(token)).family)


def _is_led_on(state: Sentence, number: Number, place: int) -> bool:
    """Whether a token behind a number is led up to and goes up or down next: "… nhờ xuất khẩu tăng 20%"."""
    token, following = state.tokens[state.index + place], state.tokens[state.index + place + 1 :]
    start = state.tokens[state.index + place - 1].end if place else number.end
    if token.start < start or _LEADS_ON.isdisjoint(state.folded[start : token.end].split()):
        return False
    before_next = takewhile(lambda token: token.kind not in (",", "number"), following)
    is_cause = place == 0 and number.unit == "PT" and token.kind == "concept"
    return is_cause or not {"up", "down"}.isdisjoint(token.kind for token in before_next)


def with_joint(state: Sentence, number: Number, right: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens behind a counted number with the second thing counted: it is no subject of its own."""
    if (
        number.unit not in COUNTS
        or not right
        or right[-1].kind != "concept"
        or not is_joint(state, len(right))
    ):
        return right
    behind = state.index + len(right)
    return (*right, *state.tokens[behind : behind + 2])


def is_joint(state: Sentence, length: int) -> bool:
    """Whether another counted subject follows with "và": "doanh nghiệp thành lập mới và quay trở lại"."""
    behind = state.index + length
    return [token.kind for token in state.tokens[behind : behind + 2]] == ["and", "concept"]
