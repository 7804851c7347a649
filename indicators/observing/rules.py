"""What a figure says of its indicator: an ordered list of small rules, each of which may abstain.

A rule looks at a figure's unit, at the cues before it and at the words behind it, and answers with a measure,
or with ``None``. The first that answers makes the row, and its name stands in the row.
"""

from indicators.observing.changing import (
    average_growth,
    change,
    change_in_points,
    growth,
    rate_of_growth,
    ratio_to_last_year,
    times,
)
from indicators.observing.figure import Figure
from indicators.observing.saying import Rule, Said
from indicators.observing.standing import contribution, disbursement, level, plan_ratio, rank, rate, share

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
