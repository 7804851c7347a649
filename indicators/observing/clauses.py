"""Where clauses and brackets begin and end, and what they hand on."""

from indicators.model import AreaMention, Concept, Number, PeriodMention
from indicators.observing import bases, counting, framing, naming, resolving
from indicators.observing.state import NOTHING, Clause, Outer, Sentence
from indicators.observing.subjects import Place

#: what ends a clause
ENDS = frozenset({",", ";", ":", "...", "…", "joint", "contrast", "opener", "and"})
#: brackets within brackets that are kept apart; no report has three, and a row of them is no text
_DEEPEST = 8
#: cues that a bracket and the items of its list keep from before it
_KEPT = frozenset({"growth", "share", "structure", "plan", "yearly"})
_AHEAD = ("target", "forecast")
#: cues before "tăng trưởng" that leave it the economy's: "cả nước tăng trưởng …"
_AREAS = frozenset({"among", "area", "home", "told"})


def end(state: Sentence, kind: str) -> None:
    """End the clause at a mark or a cue of this kind."""
    clause = state.clause
    side_by_side = kind in (",", "and") and (not clause.has_verb or _joins_areas(state))
    if kind == "and" and clause.topic is not None and (side_by_side or _joins_concepts(state)):
        state.clause = Clause(place=clause.place, period=clause.period, nature=clause.nature, joined=True)
        state.clause.keep(clause.tokens)
        return
    if kind == "and" and clause.unknown and _goes_on_naming(state):
        return
    settle(state, kind)
    leads = clause.cumulates and clause.topic is None and not clause.has_verb  # "lũy kế từ đầu năm, …"
    state.clause = Clause(comparing=kind == "and" and clause.row, cumulates=leads)
    if state.outer:
        state.clause.keep(token for token in clause.tokens if token.kind in _KEPT)
    verb = state.deals if kind in (",", "and") and state.dealt else state.about if kind == "and" else None
    if kind == "and" and verb is None and _goes_on_changing(state):
        verb = state.changed
    if verb is not None:
        state.clause.add(verb)
    if not side_by_side:
        state.run = state.run.renewed()
    if kind == ";":
        _end_item(state)
    elif kind == "opener":
        _nest(state, clause)
    elif kind == "contrast":
        _turn(state)


def _goes_on_naming(state: Sentence) -> bool:
    """Whether "và" stands within a name: "vốn thuộc Chương trình phục hồi và phát triển kinh tế …"."""
    following = state.tokens[state.index].kind if state.index < len(state.tokens) else ""
    kinds = state.clause.kinds
    return not kinds or ({"words"}.issuperset(kinds) and following == "proper")


def _goes_on_changing(state: Sentence) -> bool:
    """Whether a rate and its base follow without a verb: "tăng 3% so với … và 12% so với cùng kỳ"."""
    following = state.tokens[state.index : state.index + 2]
    kinds = [token.kind for token in following]
    return kinds == ["number", "versus"] and isinstance(following[0], Number) and following[0].unit == "PT"


def settle(state: Sentence, kind: str = "") -> None:
    """Hand on what a clause without a number has said."""
    clause, topic = state.clause, state.clause.topic
    if topic is None:
        state.unknown = state.unknown or clause.unknown
    else:
        state.unknown = state.unknown or clause.narrowed or not topic.is_known
        vague = clause.comparing or clause.joined or clause.unknown or clause.narrowed or clause.faint
        state.topic = state.topic if vague else topic
    if kinds := clause.kinds:
        if _grows_alone(state) and naming.is_economys(state):
            state.topic = naming.economy(clause)  # "Tăng trưởng đạt mức cao, lên 7,5%"
        state.average = state.average or "average" in kinds
        if "plan" in kinds and "versus" in kinds:
            state.planned = bases.plan_said(clause.tokens)
    if clause.nature is not None:
        ahead = topic is None and not clause.has_verb
        if ahead or clause.nature != "forecast":
            state.nature, state.ahead = clause.nature, ahead
    if kind == ":":
        state.listing = state.nature if state.nature == "target" else None
        state.period = clause.period or state.period  # a list is of the period that its head names


def _grows_alone(state: Sentence) -> bool:
    """Whether growth of no subject, or of "kinh tế", stands in a clause without a number."""
    clause = state.clause
    if "growth" not in clause.kinds or clause.unknown or state.unknown or state.topic is not None:
        return False
    return clause.faint or (
        clause.topic is None and _AREAS.issuperset(clause.kinds[: clause.kinds.index("growth")])
    )


def _joins_areas(state: Sentence) -> bool:
    """Whether a mark stands in a row of areas: "còn có Trà Vinh, Khánh Hòa, Hà Nam với mức tăng …"."""
    following = state.tokens[state.index].kind if state.index < len(state.tokens) else ""
    return state.clause.last == "area" and following == "area"


def _joins_concepts(state: Sentence) -> bool:
    following = state.tokens[state.index].kind if state.index < len(state.tokens) else ""
    return state.clause.last == "concept" and following == "concept"


def _nest(state: Sentence, before: Clause) -> None:
    """At "trong đó" begins what the figure before it is made of."""
    if not before.tokens and state.nature is None:
        state.nature = state.listed  # "…; trong đó …" goes on with what was estimated
    if not state.nested:
        state.head = state.topic or state.context.passage.topic
    state.nested = True
    if not state.topics:
        state.base = None  # compared was what stands before, not what it is made of


def _end_item(state: Sentence) -> None:
    """At ";" the nature is over, unless the figures depend on what stands before ("trong đó")."""
    framing.end_parts(state)
    state.listed = state.nature
    if not (state.nested or (state.dealt and state.deals_list)):
        state.nature = "target" if state.aims else state.listing
    state.ahead = False
    state.base = None
    if not (state.outer or state.deals_list):
        state.dealt.clear()


def _turn(state: Sentence) -> None:
    """At "trong khi", "nhưng" a plan or a forecast is over, and so is its period."""
    if {state.nature, state.listed}.isdisjoint(_AHEAD):
        return
    before = state.context.passage.period
    state.nature = None if state.nature in _AHEAD else state.nature
    if before is not None and state.period is not None and (state.period.year or 0) > (before.year or 0):
        state.period = before


def open_bracket(state: Sentence, _mark: str) -> None:
    """Begin a bracket: it is about what stands before it."""
    clause = state.clause
    if len(state.outer) == _DEEPEST:
        state.deeper += 1
        return
    state.outer.append(Outer(clause, state.topic, state.place, state.period, state.nature))
    state.bracketed = False
    inner = Clause(
        topic=clause.topic,
        place=clause.place,
        period=clause.period,
        nature=clause.nature,
        unknown=clause.unknown or _is_named(state),
        narrowed=clause.narrowed,
        trailing=clause.trailing,
        comparing=clause.comparing,
        joined=clause.joined,
        faint=clause.faint,
        counts_others=clause.counts_others,
    )
    kept = _KEPT | {"up", "down"} if clause.last == "area" else _KEPT  # "giảm nhiều nhất là Cà Mau (2,9%)"
    state.clause = inner.keep(token for token in clause.tokens if token.kind in kept)
    if state.row is not None and clause.kinds == ["area"] and clause.topic is None:
        inner.topic, inner.period, inner.nature = state.row.topic, state.row.period, state.row.nature
        inner.keep(state.row.tokens)
    if state.changed is not None and not clause.tokens and _is_the_change(state):
        inner.add(state.changed)
        inner.topic = NOTHING if _is_base_amount(state) else inner.topic
    last = clause.tokens[-1] if clause.tokens else None
    if isinstance(last, Concept) and clause.kinds[-2:-1] == ["versus"]:
        inner.topic = naming.named(state, last)  # "chỉ bằng 8,6% so với khách nội địa (76,5 triệu lượt)"
    if isinstance(last, PeriodMention) and clause.kinds[-2:-1] == ["plan"]:
        inner.of_plan = True  # "đạt 51,6% kế hoạch năm 2024 (3 tỷ USD)"
        inner.plan_period = resolving.resolve(state, last, state.period)
    elif isinstance(last, PeriodMention) and (last is state.compared or last is state.base):
        inner.of_base = resolving.resolve(state, last, state.period)
    elif isinstance(last, AreaMention) and clause.kinds[-2:-1] not in (["rank"], ["among"], ["most"]):
        inner.place = Place.named(last)
    elif clause.last in bases.PLANS or clause.kinds[-2:] == ["plan", "year_start"]:
        inner.of_plan = True  # "so với kế hoạch đặt ra đầu năm (160.000 lao động)"


def _is_named(state: Sentence) -> bool:
    """Whether a name alone stands before a bracket; "tăng 15% trở lên (…)" names nobody."""
    clause = state.clause
    return clause.kinds == ["proper"] and not state.text(clause.tokens[0]).startswith("trở ")


def _is_the_change(state: Sentence) -> bool:
    """Whether a bracket tells a change once more: its rate behind its amount, or the other way round."""
    before, inside = state.tokens[max(0, state.index - 2)], state.tokens[state.index : state.index + 1]
    was_rate = isinstance(before, Number) and before.unit == "PT"
    if not inside or not isinstance(inside[0], Number):
        return not was_rate
    if was_rate and counting.is_over_another(state, inside[0]):
        return False
    return was_rate != (inside[0].unit in ("PT", "PP"))


def _is_base_amount(state: Sentence) -> bool:
    """Whether a bracket tells what a fall began at: "620 doanh nghiệp, giảm 5% (655 doanh nghiệp)"."""
    inside = state.tokens[state.index : state.index + 1]
    if not inside or not isinstance(inside[0], Number) or inside[0].unit in (None, "PT", "PP"):
        return False
    number = inside[0]
    before = [token for token in state.tokens[: state.index] if isinstance(token, Number)]
    told = [token.value.scaleb(token.mult) for token in before if token.unit == number.unit]
    return bool(told) and before[-1].unit == "PT" and told[-1] < number.value.scaleb(number.mult)


def close_bracket(state: Sentence, _mark: str) -> None:
    """End a bracket: what stood before it holds again."""
    if state.deeper:
        state.deeper -= 1
        return
    if not state.outer:
        return
    inside, outer = state.told, state.outer.pop()
    state.row = inside if outer.clause.last == "area" else None
    state.clause, state.topic, state.place = outer.clause, outer.topic, outer.place
    state.period, state.nature = outer.period, outer.nature
    if state.bracketed and outer.clause.topic is not None and not outer.clause.narrowed:
        state.topic = outer.clause.topic
    elif state.topic is None and inside is not None and {"versus", "plan"}.issubset(outer.clause.kinds):
        state.topic = inside.topic  # "so với kế hoạch (tạo việc làm cho 160.000 lao động), tỉnh đạt …"
    state.bracketed = False
