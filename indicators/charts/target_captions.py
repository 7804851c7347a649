"""The words around plans, targets and forecasts: a label for each, and a sentence made from all."""

from collections.abc import Sequence

from indicators.charts import theme
from indicators.charts.captions import fields, figure, plan_key
from indicators.views import Aim, Choice
from indicators.wording import Wording


def section_name(aim: Aim, wording: Wording) -> str:
    """The heading over aims of one nature and period."""
    if aim.nature == "plan":
        return wording.name(aim.period)
    return wording.text(f"section.{aim.nature}", period=wording.phrase(aim.period))


def label(aim: Aim, wording: Wording) -> list[str]:
    """What is aimed at and what is reached, in parts: "Thu ngân sách <b>49,5%</b> dự toán", "ước tính"."""
    row, topic = aim.main, wording.topic(aim.family, aim.activity)
    parts = _of_plan(aim, topic, wording) if aim.aim is None else _of_aim(aim, topic, wording)
    if aim.reached is not None and row["nature"] != "actual":
        parts.append(f"<i>{wording.nature(row['nature'])}</i>")
    return parts


def _of_plan(aim: Aim, topic: str, wording: Wording) -> list[str]:
    row = aim.main
    unit = wording.text("budget_unit" if aim.family.startswith("BUDGET") else "plan_unit")
    parts = [f"{topic} <b>{figure(row, wording)}</b>{unit.removeprefix('%')}"]
    if isinstance(row["plan_setter"], str):
        parts.append(wording.plan_setter(row["plan_setter"]))
    return parts if aim.amount is None else [*parts, figure(aim.amount, wording)]


def _of_aim(aim: Aim, topic: str, wording: Wording) -> list[str]:
    assert aim.aim is not None, "a target or a forecast has its row"
    measure, reached = str(aim.aim["measure"]), aim.reached
    signed = measure.startswith("GROWTH")
    head = topic if measure == "LEVEL" else f"{topic} ({wording.measure(measure)})"
    aimed = f"{wording.nature(aim.nature)} {figure(aim.aim, wording, signed=signed)}"
    if reached is None:
        return [head, aimed, wording.text("aim.none")]
    so_far = "" if reached["time_period"] == aim.period else f" ({wording.brief(reached['time_period'])})"
    return [f"{head} <b>{figure(reached, wording, signed=signed)}</b>{so_far}", aimed]


def target_title(aims: Sequence[Aim], choice: Choice, wording: Wording) -> str:
    """The sentence over the aims: how many plans are on course or met, else how one aim fares."""
    area = wording.inside(choice.area)
    if not aims:
        return wording.text("headline.aims_none", area=area, period=wording.phrase(choice.period))
    first = [aim for aim in aims if (aim.nature, aim.period) == (aims[0].nature, aims[0].period)]
    period = wording.phrase(first[0].period)
    told = [aim.on_course for aim in first if aim.on_course is not None]
    if first[0].nature == "plan" and len(told) > 1:
        key = "plans_met" if first[0].elapsed == 100 else "plans_course"
        return wording.text(f"headline.{key}", area=area, period=period, ahead=sum(told), count=len(told))
    if first[0].nature == "plan":
        key = plan_key(first[0].elapsed)
        return wording.text(f"headline.{key}", **fields(first[0].main, wording))
    pair = next((aim for aim in first if aim.reached is not None and aim.aim is not None), None)
    if pair is None or pair.aim is None:
        key = f"headline.{first[0].nature}s_only"
        return wording.text(key, area=area, period=period, count=len(first))
    words = fields(pair.main, wording) | {"value": figure(pair.main, wording)}
    return wording.text(f"headline.{pair.nature}_pair", aimed=figure(pair.aim, wording), **words)


def told(aims: Sequence[Aim], wording: Wording) -> str:
    """The labels without marks, for those who can't see the chart."""
    return theme.bare("; ".join(", ".join(label(aim, wording)) for aim in aims[:8]))
