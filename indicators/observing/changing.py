"""Rules that take a figure for a change: growth on whatever it is compared with, and amounts won or lost."""

from indicators import lexicon
from indicators.model import Concept
from indicators.observing.asking import (
    INDEX_FROM,
    direction,
    growth_measure,
    is_beside_plan,
    is_margin,
    is_of_unnamed,
    is_of_years,
    is_yearly,
    names_base,
    percent_says,
    verb,
)
from indicators.observing.figure import Figure
from indicators.observing.saying import HUNDRED, Said, plus, signed
from indicators.observing.subjects import ECONOMY

_CHANGES = ("up", "down", "growth", "higher", "lower")


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
    if verb(figure) == "times" and not names_base(figure):
        return None  # "gấp đôi mức tăng 6,42% của cả nước"
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
        measure, number.value - HUNDRED, plus(number.upper, -HUNDRED), "PT", compared=True
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
    return signed(figure, "GROWTH_AVG", direction(figure), "PT")


def change_in_points(figure: Figure) -> Said | None:
    """ "tăng 0,5 điểm %"; of a rate also "giảm 1,2%"."""
    is_rate = figure.number.unit == "PT" and percent_says(figure) == "level"
    if (figure.number.unit != "PP" and not is_rate) or is_yearly(figure):
        return None
    if verb(figure) not in ("up", "down", "add", "higher", "lower", "growth"):
        return None
    is_growth = verb(figure) in ("up", "down") and percent_says(figure) == "growth"
    own_base = names_base(figure) and not figure.shares_base and "concept" not in figure.left
    if is_growth and "growth" not in figure.left and not own_base:
        return None  # "đẩy CPI chung tăng 0,04 điểm phần trăm" is what a part contributes
    beside_others = "versus" in figure.bases and figure.base is None  # "… so với dự báo"
    if "plan" in figure.bases or beside_others or _is_beside_goal(figure):
        return None  # "cao hơn 0,2 điểm phần trăm so với mục tiêu": nothing has changed
    return signed(figure, "CHANGE", direction(figure), "PP", compared=bool(figure.base))


def _is_beside_goal(figure: Figure) -> bool:
    """Whether a plan is what a figure stands beside, or an aim, whose own it may be: "hơn mục tiêu 8%"."""
    return is_beside_plan(figure) or (verb(figure) in ("higher", "lower") and "goal" in figure.left)


def growth(figure: Figure) -> Said | None:
    """ "tăng 8,1% so với cùng kỳ", "giảm 0,3% so với tháng trước"."""
    if figure.number.unit != "PT" or not (figure.signed or verb(figure) in _CHANGES):
        return None
    if (figure.comparing and verb(figure) in ("higher", "lower")) or percent_says(figure) == "level":
        return None
    measure = growth_measure(figure)
    if figure.of_rate and measure == "GROWTH_YOY" and percent_says(figure) == "growth":
        return None  # "tăng trưởng đạt 7,58%, tăng 2,97% so với cùng kỳ" changes the rate
    return measure and signed(figure, measure, direction(figure), "PT", compared=True)


def rate_of_growth(figure: Figure) -> Said | None:
    """ "tốc độ tăng trưởng đạt 7,2%", "GRDP đạt 7,2%", "lạm phát ở mức 3,6%"."""
    if figure.number.unit != "PT" or verb(figure) not in ("reach", "into", "", "out_of", "exceed"):
        return None
    if "share" in figure.left or is_margin(figure) or _is_in_output(figure) or is_of_unnamed(figure):
        return None
    if percent_says(figure) != "growth" and not {"growth", "up", "down"} & set(figure.left):
        return None
    measure = growth_measure(figure)
    sign = -1 if {"down"} & set(figure.left) and verb(figure) in ("reach", "have") else 1
    return measure and signed(figure, measure, sign, "PT", compared=True)


def _is_in_output(figure: Figure) -> bool:
    """Whether the percentage is one of the whole output: "tạo ra 95% GDP"."""
    whole = figure.right[0] if figure.right else None
    return isinstance(whole, Concept) and whole.indicator in ECONOMY and whole.start - figure.number.end < 2


def change(figure: Figure) -> Said | None:
    """ "tăng 6,4 triệu đồng", "thêm 16 xã"."""
    if figure.number.unit in (None, "PT", "PP", "RANK", "TIMES"):
        return None
    if verb(figure) == "add" and not (figure.topic and lexicon.indicators()[figure.topic.indicator].stock):
        return None  # "có thêm 109 doanh nghiệp thành lập mới": a flow is added to nothing
    if figure.of_average:
        return None
    if _is_beside_goal(figure):
        return None  # "(cao hơn 5.000 tỷ đồng so với mục tiêu)": nothing has changed
    left = set(figure.left)
    compared = (
        {"higher", "lower"} & left and "period" in left and verb(figure) == "reach"
    )  # "hơn tháng 9 là …"
    if not compared and verb(figure) not in ("up", "down", "add", "higher", "lower"):
        return None
    assert figure.number.unit is not None
    return signed(figure, "CHANGE", direction(figure), figure.number.unit, compared=names_base(figure))
