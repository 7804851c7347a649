"""What the periods before a number say: of which the clause and the sentence are, and what is compared."""

import re
from itertools import pairwise

from indicators.model import Number, Period, PeriodMention, Span
from indicators.observing import when
from indicators.observing.bases import base_kinds
from indicators.observing.resolving import is_long, resolve, several_years
from indicators.observing.state import Sentence
from indicators.observing.weaving import Token

#: cues that may stand between "so với" and the period compared with
_TRANSPARENT = ("average", "of", "home", "growth", "structure", "equal")
#: "tăng cao nhất trong 10 năm gần đây"
_OF_MOST = re.compile(r" nhất (?:trong |của |kể từ )?(?:vòng )?$")
#: the year that a scheme looks ahead to is its name's: "phù hợp với quy hoạch của tỉnh đến năm 2030"
_OF_SCHEME = re.compile(r"\b(?:quy hoạch|chiến lược|đề án)\b[^,;.:()\d]{0,50}\bđến (?:năm )?\d{4}$")
#: "đến 30/6", "tính đến hết tháng 6", "hết quý II"
_SO_FAR = re.compile(r"\b(?:đến|hết)\b")
_COMPARING = ("versus", "higher", "lower", "than")


def take(state: Sentence, mention: PeriodMention) -> None:
    """Let a period before the number be the clause's own, or its base of comparison."""
    clause = state.clause
    previous = next((kind for kind in reversed(clause.kinds) if kind not in _TRANSPARENT), "")
    is_span = mention.anchor == "last" and mention.period.unit == "Y" and mention.period.length > 1
    from_one = previous == "out_of" and (mention.period.months or 0) <= 12
    of_scheme = mention.period.unit == "Y" and _is_of_scheme(state.folded, mention)
    is_most = "most" in clause.kinds or _OF_MOST.search(
        state.folded, max(0, mention.start - 24), mention.start
    )
    if is_most or from_one or of_scheme or (is_span and clause.period is not None):
        return  # "cao nhất trong giai đoạn 2011-2022", "từ năm 2014", "quy hoạch đến năm 2030"
    if previous in _COMPARING or clause.last == "equal" or state.folded.startswith("hơn ", mention.start - 4):
        state.base = mention
        state.shared_kinds = base_kinds(state, mention)
    elif previous == "plan" and clause.last != "growth" and not _tells_plan(state):
        _look_ahead(state, mention.period)  # "thực hiện kế hoạch năm 2024": the plan's year
    elif mention.anchor == "same":
        _take_last_year(state, mention)
    elif _is_of_subject(state, mention):
        pass  # "tính đến 27/9/2024, kế hoạch đầu tư công năm 2024 đã giải ngân …"
    else:
        _take_own(state, mention)


def _is_of_scheme(folded: str, mention: PeriodMention) -> bool:
    """Whether a year is the one that a scheme looks ahead to: "quy hoạch của tỉnh đến năm 2030"."""
    near = max(0, mention.start - 72)
    ahead = folded.find("đến ", max(0, mention.start - 4), mention.end) >= 0
    return ahead and _OF_SCHEME.search(folded, near, mention.end) is not None


def _is_of_subject(state: Sentence, mention: PeriodMention) -> bool:
    """Whether a year only tells which plan is meant: the sentence has named a part of that year before."""
    clause, part, year = state.clause, state.period, mention.period
    if clause.last != "concept" or clause.period is not None or part is None or not state.says_period:
        return False
    if clause.nature == "target":
        return False  # "quý 2 …, phấn đấu tăng trưởng kinh tế năm 2025 đạt 10%"
    is_year = state.text(mention).startswith("năm ") and year.unit == "Y" and year.length == 1
    return is_year and part.year == year.year and part.months != 12


def _tells_plan(state: Sentence) -> bool:
    """Whether a plan's own figures are told."""
    clause = state.clause
    return clause.planned or clause.nature is not None or state.nature is not None


def _take_last_year(state: Sentence, mention: PeriodMention) -> None:
    """ "Cùng kỳ năm trước tăng 5%": the same period a year earlier."""
    clause = state.clause
    current = clause.period or state.period
    clause.comparing = True
    if current is None:
        return
    clause.period = when.of_last_year(current, mention)
    if state.outer:
        state.period = clause.period
    elif not (clause.has_verb or clause.unknown or state.topics):
        state.period, state.of_last_year = clause.period, True


def _take_own(state: Sentence, mention: PeriodMention) -> None:
    period = resolve(state, mention, state.clause.period or state.period)
    if period is not None:
        if _tells_so_far(state, mention, period):
            state.nature = None  # "kế hoạch vốn là 4.000 tỷ đồng, đến hết tháng 6 giải ngân 1.800 tỷ đồng"
        is_aside = state.folded.endswith("riêng ", 0, mention.start) and state.says_period
        state.beside = _whole_of(state, period) if is_aside else None
        _begin(state, _of_its_year(state, mention, period), ahead=_is_horizon(state, mention, period))
        if state.listed == "target" and state.folded.endswith("đến ", 0, mention.start):
            state.nature = "target"  # "phấn đấu …; đến năm 2030, …"
    elif state.leads and mention.anchor == "" and mention.period.year is None and mention.period.unit != "D":
        state.period = None  # "6 tháng đầu năm" of a year that nothing tells: better no period than another


def _whole_of(state: Sentence, period: Period) -> Period | None:
    """What the sentence spoke of before a period that is singled out: the whole that this is a part of."""
    return next((frame for frame in state.frames if _is_part(period, frame)), state.period)


def _tells_so_far(state: Sentence, mention: PeriodMention, period: Period) -> bool:
    """Whether a part of the year up to a day that is past follows a plan's own figure."""
    told = state.nature == "target" and state.clause.nature is None and bool(state.topics)
    if not told or state.outer or (period.months or 12) >= 12:
        return False
    published = state.context.published
    is_over = published is None or period.last_day <= published
    return is_over and _SO_FAR.search(state.folded, max(0, mention.start - 4), mention.end) is not None


def _is_horizon(state: Sentence, mention: PeriodMention, period: Period) -> bool:
    """Whether a clause ends with the year by which something is aimed at: "đến năm 2025, mục tiêu …"."""
    published, following = state.context.published, state.tokens[state.index : state.index + 2]
    if published is None or period.unit != "Y" or period.last_day.year <= published.year:
        return False
    ends = [token.kind for token in following] in ([",", "goal"], [",", "target"])
    return ends and state.folded.endswith("đến ", 0, mention.start)


def _of_its_year(state: Sentence, mention: PeriodMention, period: Period) -> Period:
    """A part of the year, where only its year is named: "trong quý 3 của tỉnh năm 2024"."""
    clause, part = state.clause, state.clause.period
    is_year = state.text(mention).startswith("năm ") and period.unit == "Y" and period.length == 1
    if part is None or not is_year or clause.has_verb or "period" not in clause.kinds:
        return period
    return part.in_year(period.year) if (part.months or 12) < 12 else period


def cumulate_to_plan(state: Sentence) -> None:
    """Let a sentence that tells a share of the year's plan, and names no period, sum up the year so far.

    A report on a month says "thu ngân sách đạt 32% dự toán" of all its months.
    """
    period = state.period
    if period is None or period.months != 1 or period.month == 1 or state.tokens[0].kind == "opener":
        return  # "trong đó" goes on with the month
    shares = False
    for before, token in pairwise(state.tokens):
        if token.kind == "sum" or (token.kind == "period" and before.kind not in ("plan", "versus")):
            return
        is_share = isinstance(before, Number) and before.unit == "PT"
        shares = shares or (is_share and token.kind == "plan")
    if shares:
        state.period = when.cumulation(period)


def go_on(state: Sentence) -> None:
    """Go on with the sentence before: with its base behind "trong đó", with its two periods."""
    base = state.context.passage.base
    if base is not None and state.tokens[0].kind == "opener":
        state.compared, state.shared_kinds = base
    _begin_again(state)


def _begin_again(state: Sentence) -> None:
    """Let a sentence go through the same two periods as the one before.

    As in "Sơn La 4 tháng đạt 10%, ước 5 tháng đạt 20%. Hòa Bình đạt 7%, ước 5 tháng đạt 12%."
    """
    frames = state.context.passage.frames
    if len(frames) < 2 or state.period != frames[-1]:
        return
    named = [at for at, token in enumerate(state.tokens) if token.kind in ("period", "number")]
    if len(named) < 3 or state.tokens[named[0]].kind == "period" or state.tokens[named[2]].kind == "period":
        return
    following, before = state.tokens[named[1]], state.tokens[named[1] - 1]
    if not isinstance(following, PeriodMention) or before.kind in (*_COMPARING, "plan", "most"):
        return
    again = resolve(state, following, state.period)
    if again == frames[-1]:
        state.period = frames[-2]
        state.frames.append(frames[-2])


def left(state: Sentence) -> Period | None:
    """The period that a sentence leaves: not one singled out at its end, nor one that no figure follows.

    As in "…; riêng quý III đạt 8,5%", "GDP quý I tăng 6,8%, nhờ chỉ đạo ngay từ đầu năm 2019".
    """
    trails = state.figured is not None and state.frames[-1:] == [state.period]
    return state.beside or (state.figured if trails else state.period)


def take_span(state: Sentence, cue: Token) -> None:
    """At "trong giai đoạn này" speak again of the years that the paragraph named."""
    span = state.context.span
    if span is not None and span.said is not None and span.said.start >= state.context.paragraph:
        _begin(state, span.said_by(Span(cue.start, cue.end)))


def take_several(state: Sentence, cue: Token) -> None:
    """At "bình quân 5 năm", "trong những năm qua", speak of the span named before, or of unknown years."""
    several = several_years(state, cue)
    if several is not None and "most" not in state.clause.kinds:
        _begin(state, several)


def _look_ahead(state: Sentence, period: Period) -> None:
    """Remember a year that is not over when the report comes out."""
    published = state.context.published
    if published is not None and period.year is not None and period.unit == "Y" and period.length == 1:
        state.context.coming = period if period.last_day >= published else state.context.coming


def _begin(state: Sentence, period: Period, *, ahead: bool = False) -> None:
    """Let a period be the clause's, and the sentence's where it leads, or where it lies ahead."""
    state.clause.period = period
    _look_ahead(state, period)
    if state.leads or ahead:
        aims = state.aims or state.listing == "target"
        if aims and (state.topics or _is_over(state, period)) and _is_past_aim(state, period):
            # "… mục tiêu 4 triệu lượt; hết tháng 9, đã đón 3,7 triệu"
            state.aims, state.listing, state.nature = False, None, None
        state.period = period
        state.says_period = True
        state.of_last_year = False
        state.context.latest = state.context.latest if is_long(period) else period
        if 3 <= (period.months or 0) <= 12:
            state.context.quarterly = period
        state.run.periods.append(period)
        state.frames.append(period)
    if period.unit == "Y" and period.length > 1 and period.year is not None:
        state.context.span = period


def _is_over(state: Sentence, period: Period) -> bool:
    """Whether a clause of its own turns to what is over: "phấn đấu vượt khó, 6 tháng đầu năm thu …"."""
    published = state.context.published
    turns = state.clause.nature is None and period.year is not None
    return turns and published is not None and period.last_day <= published


def _is_past_aim(state: Sentence, period: Period) -> bool:
    """Whether a period behind an aim is a part of a year that is over, or ends before the aim's own does."""
    aim, published = state.period, state.context.published
    if published is not None and period.year is not None and period.last_day > published:
        return False
    if (period.months or 0) < 12 or aim is None or aim.year is None or period.year is None:
        return (period.months or 0) < 12
    return period.last_day < aim.last_day


def end_parts(state: Sentence) -> None:
    """Behind "quý I tăng 4,5%, quý II tăng 6,6%" speak again of the half-year that they are parts of."""
    frames = state.frames
    if len(frames) > 1 and state.figured not in (None, frames[-1]):
        frames = frames[:-1]  # no figure is of the last
    if len(frames) < 2:
        return  # most sentences name no two periods
    for whole in (state.context.passage.period, *frames[:1]):
        if (
            whole is not None
            and (whole.months or 0) <= 12
            and sum(_is_part(period, whole) for period in set(frames)) > 1
        ):
            if _is_part(frames[-1], whole):
                state.period = whole
            return


def _is_part(period: Period, whole: Period) -> bool:
    if None in (period.year, whole.year, period.months, whole.months) or not (period.month and whole.month):
        return False
    starts_in = (whole.year, whole.month) <= (period.year, period.month)
    return period != whole and starts_in and period.last_day <= whole.last_day
