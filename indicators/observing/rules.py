"""What a figure says of its indicator: an ordered list of small rules, each of which may abstain.

A rule looks at a figure's unit, at the cues before it and at the words behind it, and answers with a measure,
or with ``None``. The first that answers makes the row, and its name stands in the row.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from indicators import lexicon
from indicators.finding.areas import ABROAD
from indicators.model import AreaMention, Concept, Measure
from indicators.observing.asking import (
    INDEX_FROM,
    direction,
    growth_measure,
    is_of_years,
    is_yearly,
    names_base,
    percent_says,
    verb,
)
from indicators.observing.context import ECONOMY, has_parts
from indicators.observing.state import Figure

HUNDRED = Decimal(100)
_MARGIN = 2
_CHANGES = ("up", "down", "growth", "higher", "lower")
#: a unit of each one: "tấn/ha", "đồng/người"
_PER = re.compile(r"/\s*[^\W\d]")
#: the indicators that are amounts for each person, each worker or each commune
PER_HEAD = {"GDP_PC", "GRDP_PC", "INCOME_PC", "PRODUCTIVITY", "NEW_RURAL_CRITERIA"}


class Said(NamedTuple):
    """What a rule makes of a figure: the measure, and the signed value in the unit that it has in it."""

    measure: Measure
    value: Decimal
    upper: Decimal | None
    unit: str
    #: whether the value is compared with an earlier period, which the row then names
    compared: bool = False


Rule = Callable[[Figure], Said | None]


def rank(figure: Figure) -> Said | None:
    """ "xếp thứ 9 cả nước", "đứng 16/63"."""
    if figure.number.unit != "RANK" or figure.left[-1:] == ("have",):
        return None  # "có 6/20 địa phương" counts them
    if figure.counts_areas:
        return None  # "16/63 địa phương đạt …" counts them too
    if any(isinstance(token, AreaMention) and token.code == ABROAD for token in figure.right):
        return None  # "đứng thứ 4 Đông Nam Á"
    return Said("RANK", figure.number.value, None, "RANK")


def contribution(figure: Figure) -> Said | None:
    """ "đóng góp 0,18 điểm phần trăm vào tăng trưởng"."""
    if not {"contribution", "drag"} & set(figure.left) or figure.number.unit not in ("PP", "PT"):
        return None
    if figure.topic is None or not has_parts(figure.topic.indicator):
        return None  # tourism's "10% vào tổng sản phẩm" is a share, no contribution to growth
    sign = -1 if {"drag", "down"} & set(figure.left) else 1
    return _signed(figure, "CONTRIBUTION", sign, figure.number.unit)


def plan_ratio(figure: Figure) -> Said | None:
    """ "đạt 49,5% dự toán", "vượt 5% kế hoạch"; behind one of them also "(thu nội địa) đạt 50,5%"."""
    number, said = figure.number, verb(figure)
    own_base = names_base(figure) and not figure.shares_base
    shared = figure.planned and said in ("reach", "equal") and not percent_says(figure) and not own_base
    if number.unit != "PT" or not (shared or "plan" in figure.bases) or figure.left[-1:] == ("goal",):
        return None
    if said == "up" and percent_says(figure) == "growth" and "versus" not in figure.bases:
        return None  # "CPI tăng 4% theo chỉ tiêu": what the plan wants
    if said in ("", "reach", "growth") and percent_says(figure) == "growth" and number.value < INDEX_FROM:
        return None  # "kiểm soát lạm phát dưới 4,5% theo mục tiêu Quốc hội đề ra"
    if said in ("exceed", "up", "higher"):
        return Said("PLAN_RATIO", HUNDRED + number.value, _plus(number.upper, HUNDRED), "PT")
    if said in ("down", "lower"):
        return Said("PLAN_RATIO", HUNDRED - number.value, None, "PT")
    if said in ("share", "contribution") or (not said and number.value == HUNDRED):
        return None  # "giải ngân 100% kế hoạch" without a verb is an order
    return Said("PLAN_RATIO", number.value, number.upper, "PT")


def times(figure: Figure) -> Said | None:
    """ "gấp 2,3 lần cùng kỳ", "tăng 1,5 lần so với tháng trước"."""
    if (
        figure.number.unit != "TIMES"
        or "plan" in figure.bases
        or verb(figure) not in ("times", "up", "equal")
    ):
        return None
    kinds = {token.kind for token in figure.right}
    if "area" in kinds and "period" not in kinds:
        return None  # "gấp hai lần Bắc Ninh", "gấp 2,5 lần so với bình quân cả nước" compare areas
    measure = growth_measure(figure)
    return measure and Said(measure, figure.number.value, figure.number.upper, "TIMES", compared=True)


def ratio_to_last_year(figure: Figure) -> Said | None:
    """ "bằng 98,3% cùng kỳ"; of an index also "đạt 108,3% so với cùng kỳ"."""
    number = figure.number
    said = verb(figure)
    stands_at = _stands_as_index(figure)
    if number.unit != "PT" or not ((names_base(figure) and not figure.shares_base) or stands_at):
        return None
    is_index = (
        said in ("reach", "have", "") and percent_says(figure) == "growth" and number.value >= INDEX_FROM
    )
    if said != "equal" and not is_index:
        return None
    measure = growth_measure(figure)
    return measure and Said(
        measure, number.value - HUNDRED, _plus(number.upper, -HUNDRED), "PT", compared=True
    )


def _stands_as_index(figure: Figure) -> bool:
    """Whether a percentage is an index of 100 and its growth: "IIP đạt 108,3%", "GRDP đạt 113,9%"."""
    if figure.topic is None or percent_says(figure) != "growth":
        return False
    return figure.number.value >= (INDEX_FROM if figure.topic.indicator == "IIP" else HUNDRED)


def average_growth(figure: Figure) -> Said | None:
    """ "tăng bình quân 11,5%/năm", "bình quân giai đoạn 2016-2020 tăng 7%"."""
    number = figure.number
    if number.unit != "PT" or percent_says(figure) == "level":
        return None
    several = is_of_years(figure)
    of_economy = figure.topic is not None and figure.topic.indicator in ECONOMY
    yearly = several and (figure.average or of_economy)  # "tăng trưởng giai đoạn 2011-2020 đạt 6,6%"
    if not (yearly or is_yearly(figure)):
        return None
    if verb(figure) not in ("up", "down", "growth", "reach", "out_of", ""):
        return None
    return _signed(figure, "GROWTH_AVG", direction(figure), "PT")


def share(figure: Figure) -> Said | None:
    """ "khu vực dịch vụ chiếm 41,2%"."""
    moved = figure.structure and (verb(figure) in ("into", "out_of", "") or figure.dealt)
    moved = moved or _of_communes(figure) or (figure.structured and verb(figure) in ("reach", "have"))
    if figure.number.unit != "PT":
        return None
    if _of_output(figure):
        return Said("SHARE", figure.number.value, figure.number.upper, "PT")
    if not (moved or {"share", "structure"} & set(figure.left)):
        return None
    if figure.topic is None or not (figure.structure or figure.topic.indicator == "NEW_RURAL_COMMUNES"):
        return None
    if figure.topic.activity == "_T" and figure.topic.indicator != "NEW_RURAL_COMMUNES":
        return None
    if verb(figure) in ("up", "down"):
        return None
    return Said("SHARE", figure.number.value, figure.number.upper, "PT")


def _of_output(figure: Figure) -> bool:
    """ "vốn đầu tư toàn xã hội bằng 33,5% GDP": so much of the output."""
    whole = figure.right[0] if figure.right else None
    if not isinstance(whole, Concept) or whole.indicator not in ECONOMY or figure.topic is None:
        return False
    return figure.topic.indicator == "INVESTMENT" and verb(figure) in ("equal", "share", "reach", "have", "")


def _of_communes(figure: Figure) -> bool:
    """ "nâng tỷ lệ xã đạt chuẩn lên 35%": so many of all communes."""
    communes = figure.topic is not None and figure.topic.indicator == "NEW_RURAL_COMMUNES"
    return communes and verb(figure) in ("into", "reach", "have", "") and "added" not in figure.left


def change_in_points(figure: Figure) -> Said | None:
    """ "tăng 0,5 điểm %"; of a rate also "giảm 1,2%"."""
    is_rate = figure.number.unit == "PT" and percent_says(figure) == "level"
    if (figure.number.unit != "PP" and not is_rate) or is_yearly(figure):
        return None
    if verb(figure) not in ("up", "down", "add", "higher", "lower", "growth") or "plan" in figure.bases:
        return None  # "cao hơn 0,2 điểm phần trăm so với mục tiêu": nothing has changed
    return _signed(figure, "CHANGE", direction(figure), "PP", compared=bool(figure.base))


def growth(figure: Figure) -> Said | None:
    """ "tăng 8,1% so với cùng kỳ", "giảm 0,3% so với tháng trước"."""
    if figure.number.unit != "PT" or not (figure.signed or verb(figure) in _CHANGES):
        return None
    if (figure.comparing and verb(figure) in ("higher", "lower")) or percent_says(figure) == "level":
        return None
    measure = growth_measure(figure)
    if figure.of_rate and measure == "GROWTH_YOY" and percent_says(figure) == "growth":
        return None  # "tăng trưởng đạt 7,58%, tăng 2,97% so với cùng kỳ" changes the rate
    return measure and _signed(figure, measure, direction(figure), "PT", compared=True)


def rate_of_growth(figure: Figure) -> Said | None:
    """ "tốc độ tăng trưởng đạt 7,2%", "GRDP đạt 7,2%", "lạm phát ở mức 3,6%"."""
    if figure.number.unit != "PT" or verb(figure) not in ("reach", "into", "", "out_of", "exceed"):
        return None
    if "share" in figure.left or _is_margin(figure) or _is_of_output(figure) or _is_of_unnamed(figure):
        return None
    if percent_says(figure) != "growth" and not {"growth", "up", "down"} & set(figure.left):
        return None
    measure = growth_measure(figure)
    sign = -1 if {"down"} & set(figure.left) and verb(figure) in ("reach", "have") else 1
    return measure and _signed(figure, measure, sign, "PT", compared=True)


def _is_of_unnamed(figure: Figure) -> bool:
    """Whether the figure is the extreme of areas that are not named: "tỉnh giảm nhiều nhất là 2,94%"."""
    moves = not {"up", "down"}.isdisjoint(figure.left)
    return "most" in figure.left and moves and "area" not in figure.left


def _is_of_output(figure: Figure) -> bool:
    """Whether the percentage is one of the whole output: "tạo ra 95% GDP"."""
    whole = figure.right[0] if figure.right else None
    return isinstance(whole, Concept) and whole.indicator in ECONOMY and whole.start - figure.number.end < 2


def _is_margin(figure: Figure) -> bool:
    """Whether so little is what a goal is exceeded by, "vượt mục tiêu 0,36%", and not the goal itself."""
    beside = verb(figure) == "exceed" and not {"plan", "goal"}.isdisjoint(figure.left)
    return beside and figure.number.value < _MARGIN


def rate(figure: Figure) -> Said | None:
    """ "tỷ lệ hộ nghèo còn 3,2%"."""
    if figure.number.unit != "PT" or percent_says(figure) != "level":
        return None
    if verb(figure) not in ("reach", "have", "into", "", "exceed", "equal", "out_of"):
        return None
    if _is_of_unnamed(figure):
        return None
    return Said("LEVEL", figure.number.value, figure.number.upper, "PT")


def disbursement(figure: Figure) -> Said | None:
    """ "giải ngân đạt 45,2%": a percentage of disbursement is one of the plan."""
    if figure.number.unit != "PT" or percent_says(figure) != "plan" or "structure" in figure.left:
        return None
    if verb(figure) not in ("reach", "have", "", "exceed") and not (
        figure.planned and verb(figure) == "equal"
    ):
        return None
    return Said("PLAN_RATIO", figure.number.value, figure.number.upper, "PT")


def change(figure: Figure) -> Said | None:
    """ "tăng 6,4 triệu đồng", "thêm 16 xã"."""
    if figure.number.unit in (None, "PT", "PP", "RANK", "TIMES"):
        return None
    if verb(figure) == "add" and not (figure.topic and lexicon.indicators()[figure.topic.indicator].stock):
        return None  # "có thêm 109 doanh nghiệp thành lập mới": a flow is added to nothing
    compared = {"higher", "lower"} & set(figure.left) and verb(figure) == "reach"
    if not compared and verb(figure) not in ("up", "down", "add", "higher", "lower"):
        return None
    assert figure.number.unit is not None
    return _signed(figure, "CHANGE", direction(figure), figure.number.unit, compared=names_base(figure))


def level(figure: Figure) -> Said | None:
    """ "đạt 1.320 triệu USD", "25.200 doanh nghiệp"."""
    if figure.number.unit in (None, "PT", "PP", "RANK", "TIMES"):
        return None
    from_one = verb(figure) == "out_of" and figure.number.upper is None
    if from_one or verb(figure) in ("contribution", "share"):
        return None
    if _is_guessed_part(figure):
        return None
    per_head = figure.topic is not None and figure.topic.indicator in {*PER_HEAD, "POPULATION"}
    if {"average", "yearly", "each"} & set(figure.left) and not per_head:
        return None
    if _PER.search(figure.text) and not PER_HEAD & {figure.topic.indicator if figure.topic else ""}:
        return None
    assert figure.number.unit is not None
    return Said("LEVEL", figure.number.value, figure.number.upper, figure.number.unit)


def _is_guessed_part(figure: Figure) -> bool:
    """Whether an amount of a part is told where no word names the output: "dịch vụ đạt 440 tỷ đồng"."""
    topic = figure.topic
    return topic is not None and topic.indicator in ECONOMY and topic.activity != "_T" and topic.said is None


def _plus(value: Decimal | None, other: Decimal) -> Decimal | None:
    return None if value is None else value + other


def _signed(figure: Figure, measure: Measure, sign: int, unit: str, *, compared: bool = False) -> Said:
    number = figure.number
    sign = -1 if figure.minus else sign
    value, upper = number.value * sign, None if number.upper is None else number.upper * sign
    return Said(measure, value, upper, unit, compared)


#: the rules in the order in which they are asked
RULES: tuple[Rule, ...] = (
    rank,
    contribution,
    plan_ratio,
    times,
    ratio_to_last_year,
    average_growth,
    share,
    change_in_points,
    growth,
    rate,
    rate_of_growth,
    disbursement,
    change,
    level,
)


def say(figure: Figure) -> tuple[Said | None, str]:
    """What the first rule that answers says of a figure, and the rule's name; else why nothing is said."""
    if figure.topic is None or not figure.topic.is_known:
        return None, "no topic"
    for rule in RULES:
        said = rule(figure)
        if said is not None:
            return said, rule.__name__
    return None, "no rule"
