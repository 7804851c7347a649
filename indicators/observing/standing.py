"""Rules that take a figure for what stands: an amount, a rate, a share, a place, a ratio to the plan."""

import re

from indicators.finding.areas import ABROAD
from indicators.model import COUNTRY, AreaMention, Concept
from indicators.observing.asking import (
    INDEX_FROM,
    is_beside_plan,
    is_margin,
    is_of_unnamed,
    names_base,
    percent_says,
    verb,
)
from indicators.observing.figure import Figure
from indicators.observing.saying import HUNDRED, Said, plus, signed
from indicators.observing.subjects import ECONOMY, has_parts

#: a unit of each one: "tấn/ha", "đồng/người"
_PER = re.compile(r"/\s*[^\W\d]")
#: the indicators that are amounts for each person, each worker or each commune
PER_HEAD = {"GDP_PC", "GRDP_PC", "INCOME_PC", "PRODUCTIVITY", "NEW_RURAL_CRITERIA"}


def rank(figure: Figure) -> Said | None:
    """ "xếp thứ 9 cả nước", "đứng 16/63"."""
    if figure.number.unit != "RANK" or figure.left[-1:] == ("have",):
        return None  # "có 6/20 địa phương" counts them
    if figure.counts_areas:
        return None  # "16/63 địa phương đạt …" counts them too
    if figure.place is not None and figure.place.code == COUNTRY:
        return None  # the country has no place among its provinces
    if any(isinstance(token, AreaMention) and token.code == ABROAD for token in figure.right):
        return None  # "đứng thứ 4 Đông Nam Á"
    return Said("RANK", figure.number.value, None, "RANK")


def _is_in_whole(figure: Figure) -> bool:
    """Whether a percentage is a share of the output itself, and none of its growth."""
    whole = next((token for token in figure.right if isinstance(token, Concept)), None)
    grows = any(token.kind == "growth" for token in figure.right)
    return figure.number.unit == "PT" and whole is not None and whole.indicator in ECONOMY and not grows


def contribution(figure: Figure) -> Said | None:
    """ "đóng góp 0,18 điểm phần trăm vào tăng trưởng"."""
    unit = "PP" if figure.number.unit == "POINT" else figure.number.unit  # "đóng góp 0,39 điểm"
    if not {"contribution", "drag"} & set(figure.left) or unit not in ("PP", "PT"):
        return None
    if "goal" in figure.left or _is_in_whole(figure):
        return None  # "đóng góp vào mục tiêu tăng trưởng GDP 8%", "đóng góp 12% vào GDP của cả nước"
    if figure.topic is None or not has_parts(figure.topic.indicator):
        return None  # tourism's "10% vào tổng sản phẩm" is a share, no contribution to growth
    sign = -1 if {"drag", "down"} & set(figure.left) else 1
    return signed(figure, "CONTRIBUTION", sign, unit)


def plan_ratio(figure: Figure) -> Said | None:
    """ "đạt 49,5% dự toán", "vượt 5% kế hoạch"; behind one of them also "(thu nội địa) đạt 50,5%"."""
    number, said = figure.number, verb(figure)
    own_base = names_base(figure) and not figure.shares_base
    shared = figure.planned and said in ("reach", "equal") and not percent_says(figure) and not own_base
    if number.unit != "PT" or not (shared or "plan" in figure.bases) or figure.left[-1:] == ("goal",):
        return None
    if _is_of_average(figure) or (figure.of_rate and said in ("higher", "lower")):
        return None
    if said == "up" and percent_says(figure) == "growth" and "versus" not in figure.bases:
        return None  # "CPI tăng 4% theo chỉ tiêu": what the plan wants
    if said in ("", "reach", "growth") and percent_says(figure) == "growth" and number.value < INDEX_FROM:
        return None  # "kiểm soát lạm phát dưới 4,5% theo mục tiêu Quốc hội đề ra"
    if (
        said in ("higher", "lower", "up", "down")
        and figure.topic is not None
        and figure.topic.indicator in ECONOMY
    ):
        return None  # "tăng 8,01%, thấp hơn 2,23% so với kịch bản" compares rates of growth
    if said in ("exceed", "up", "higher"):
        return Said("PLAN_RATIO", HUNDRED + number.value, plus(number.upper, HUNDRED), "PT")
    if said in ("down", "lower"):
        return Said("PLAN_RATIO", HUNDRED - number.value, None, "PT")
    if said in ("share", "contribution") or (not said and number.value == HUNDRED):
        return None  # "giải ngân 100% kế hoạch" without a verb is an order
    return Said("PLAN_RATIO", number.value, number.upper, "PT")


def share(figure: Figure) -> Said | None:
    """ "khu vực dịch vụ chiếm 41,2%"."""
    moved = figure.structure and (verb(figure) in ("into", "out_of", "") or figure.dealt)
    moved = moved or _of_communes(figure) or (figure.structured and verb(figure) in ("reach", "have"))
    if figure.number.unit != "PT" or figure.minus or figure.signed:
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


def rate(figure: Figure) -> Said | None:
    """ "tỷ lệ hộ nghèo còn 3,2%"."""
    if figure.number.unit != "PT" or percent_says(figure) != "level":
        return None
    if verb(figure) not in ("reach", "have", "into", "", "exceed", "equal", "out_of"):
        return None
    if is_of_unnamed(figure) or is_margin(figure):
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
    if _is_of_average(figure):
        return None
    return Said("PLAN_RATIO", figure.number.value, figure.number.upper, "PT")


def _is_of_average(figure: Figure) -> bool:
    """ "đạt 93% mức bình quân của 9 tháng": no part of a plan."""
    return figure.of_average or (bool(figure.right) and figure.right[0].kind == "average")


def level(figure: Figure) -> Said | None:
    """ "đạt 1.320 triệu USD", "25.200 doanh nghiệp"."""
    if figure.number.unit in (None, "PT", "PP", "RANK", "TIMES"):
        return None
    dated = any(token.kind == "period" for token in figure.right)  # "giảm từ 456 doanh nghiệp năm 2021"
    from_one = verb(figure) == "out_of" and figure.number.upper is None and not dated
    if from_one or verb(figure) in ("contribution", "share"):
        return None
    if _is_guessed_part(figure) or is_beside_plan(figure) or figure.of_average:
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
