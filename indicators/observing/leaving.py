"""What a figure leaves to those behind it: topic, area, period, base, and a clause without a subject."""

from indicators.model import TOTAL, Period
from indicators.observing import counting
from indicators.observing.bases import AMBIGUOUS, plan_said
from indicators.observing.figure import Figure
from indicators.observing.resolving import is_long
from indicators.observing.state import NOTHING, Clause, Sentence
from indicators.observing.subjects import Place, family, has_parts
from indicators.observing.weaving import Token

#: units of what is added or lost: a percentage in a bracket behind it is its rate; communes are shares of all
_AMOUNTS = counting.NAMED_BEHIND - {"COMMUNE", "CRITERION", "TARGET"}
#: cues that a row of areas with their figures in brackets shares
_CARRIED = frozenset({"growth", "up", "down", "share", "structure", "plan", "reach"})


def hand_on(state: Sentence, figure: Figure, own: Period | None) -> None:
    """Leave topic, area, period and base to the next figure, and begin a clause without a subject."""
    clause, topic, right = state.clause, figure.topic, figure.right
    if topic is not None and _leaves_topic(state):
        state.topic = topic
    if _counts_others(state, figure):
        state.topic = NOTHING
    if topic is not None and topic.is_known and not state.outer:
        state.topics.append(topic)
    _leave_place(state, figure)
    if clause.of_plan:
        pass  # what the plan is in itself says nothing of what follows
    elif clause.nature is not None or clause.topic is not None or not clause.tokens:
        state.nature = figure.nature
    state.bracketed = bool(state.outer)
    if state.outer:
        kept = [token for token in clause.tokens if token.kind in _CARRIED]
        state.told = Clause(topic=topic, period=figure.period, nature=clause.nature).keep(kept)
    tells_rate = clause.topic is not None or "growth" in clause.kinds
    state.rated = figure.number.unit == "PT" and tells_rate and clause.last in ("reach", "into")
    moves = clause.tokens[-1] if clause.last in ("up", "down") else None
    state.about = moves if right and right[0].kind == "about" else None
    state.changed = moves if figure.number.unit in _AMOUNTS or figure.number.unit == "PT" else None
    _leave_period(state, figure, own)
    state.figured = state.figured if state.outer else state.period
    if not state.dealt and not state.outer:
        state.run = state.run.renewed()
    state.clause = _rest(state.folded, clause, figure, right)
    behind = state.index + len(right)
    is_also = behind < len(state.tokens) and state.tokens[behind].kind == "equal"
    if moves is not None and figure.number.unit == "PT" and is_also:
        state.clause.add(moves)  # "tăng 7,7% tương đương 1,6 triệu đồng"


def _leave_place(state: Sentence, figure: Figure) -> None:
    """Remember the areas that figures of the sentence were about, and leave a group's to the group."""
    clause = state.clause
    is_subject = {"have", "opener", "and"}.issuperset(clause.kinds)
    if figure.counts_areas and (is_subject or state.folded.endswith("cả ", 0, figure.number.start)):
        # "cả ba địa phương giải ngân …; ước 5 tháng …": theirs together
        state.place, state.of_group = Place(""), True
    place = clause.place or state.place
    if place is not None and not clause.comparing:
        state.places.add(place.code)
    state.abroad = figure.place if figure.place is not None and figure.place.is_abroad else None


def _leaves_topic(state: Sentence) -> bool:
    """Whether what a figure is about holds for those behind it: not so of one given for comparison."""
    clause = state.clause
    names = clause.topic is not None and clause.last == "concept"  # "… so với cùng kỳ với vốn đăng ký 5 tỷ"
    return not clause.comparing or bool(state.outer) or state.topic is None or names


def _leave_period(state: Sentence, figure: Figure, own: Period | None) -> None:
    """Leave a figure's period and base to the figures behind it."""
    clause = state.clause
    if clause.cumulates and figure.period is not None:
        state.period = figure.period
    _remember(state, figure)
    aside = state.says_period or clause.comparing or state.outer or is_long(clause.period)
    if clause.period is not None and figure.topic is not None and figure.topic.is_known and not aside:
        state.period, state.says_period = clause.period, True  # it holds for what follows, too
    if own is not None:
        if not (state.says_period or state.topics[:-1] or aside) and clause.period is None:
            state.period, state.says_period = own, True  # "đón 11,9 triệu lượt trong năm 2025, tăng 10%, …"
        if "out_of" in clause.kinds:
            state.moved["out_of"] = own
        if "into" in clause.kinds:
            state.moved["into"] = state.period = own
    _leave_base(state, figure)


def _leave_base(state: Sentence, figure: Figure) -> None:
    """Leave what a figure was compared with to those behind it."""
    base = figure.base
    if base is None and state.clause.period is not None and "period" in figure.left:
        state.compared, state.shared_kinds = None, frozenset()
    if "ambiguous" in figure.bases:
        state.compared, state.shared_kinds = AMBIGUOUS
    if "plan" in figure.bases:
        state.planned = plan_said(figure.right) or state.planned
        if any(token.kind == "versus" for token in figure.right):
            state.compared, state.shared_kinds = None, frozenset({"plan"})
    if base is not None and any(token is base for token in figure.right):
        state.compared, state.shared_kinds = base, figure.bases - {"plan", "versus"}
        state.pair = (*state.pair[-1:], (state.compared, state.shared_kinds))
    if base is not None and base.anchor == "last" and figure.period is not None and not state.outer:
        state.period = figure.period


def _remember(state: Sentence, figure: Figure) -> None:
    """Remember of which period a whole was told: its parts may go on in another paragraph."""
    topic, period = figure.topic, figure.period
    if topic is None or period is None or figure.comparing or state.outer or is_long(period):
        return
    if topic.is_known:
        state.context.families[family(topic)] = (period, state.context.paragraph)
    current = state.context.document.period
    if current is not None and (period.year or 0) < (current.year or 0):
        return  # "quý I các năm 2020-2023 lần lượt là …": parts told later are not of those
    if topic.activity == TOTAL and has_parts(topic.indicator):
        state.context.told[topic.indicator] = period


def _counts_others(state: Sentence, figure: Figure) -> bool:
    """Whether so many of something else are counted, "16 mặt hàng …", to which the next figures belong."""
    number, right = figure.number, figure.right
    if number.unit is not None or state.folded.startswith(" con số", number.end):
        return False
    if right and right[0].kind == "among":
        return False  # "10 địa phương" are subjects themselves
    behind = state.index + len(right)
    following = state.tokens[behind].kind if behind < len(state.tokens) else ""
    return following == "have" or any(token.kind in ("words", "concept") for token in right)


def _rest(folded: str, clause: Clause, figure: Figure, right: tuple[Token, ...]) -> Clause:
    rest = Clause(
        place=Place("") if figure.counts_areas else clause.place,  # "6 địa phương tăng trên 10%": not whose
        period=clause.period,
        joined=clause.joined,
        faint=clause.faint,
        of_base=clause.of_base,
        row=clause.comparing,
    )
    rest.of_plan = counting.stands_over(folded, figure.number)
    if not right:
        return rest
    kinds = {token.kind for token in right}
    if kinds == {"plan"} and figure.number.unit in counting.MONEY:
        rest.of_plan = True  # "300 tỷ đồng/dự toán 390 tỷ đồng"
    rest.comparing = "versus" in kinds
    rest.row = clause.comparing and not rest.comparing
    rest.counts_others = figure.number.unit is None and "words" in kinds
    return rest.keep(token for token in right if token.kind != "words")
