"""Parts of the economy: of which whole a part is, where it is named and where it is only told."""

from dataclasses import replace

from indicators.finding import concepts
from indicators.model import TOTAL, Concept, Span
from indicators.observing import when
from indicators.observing.state import NOTHING, Sentence
from indicators.observing.subjects import ECONOMY, OF_PROVINCE, Topic, has_parts


def is_industry(state: Sentence, mention: Concept) -> bool:
    """Whether "sản xuất công nghiệp" is a part of the output just told in parts, and no index."""
    words, before = state.folded[mention.start : mention.end], state.topic
    if mention.indicator != "IIP" or "chỉ số" in words or "iip" in words:
        return False
    return before is not None and before.indicator in ECONOMY and before.activity != TOTAL


def of(state: Sentence, mention: Concept) -> Topic:
    """The part of what the clause, the sentence, the passage or the report speaks of."""
    activity = "IND" if mention.indicator else mention.activity
    part_said = Span(mention.start, mention.end)
    of = concepts.wholes(activity)
    if "added" in state.clause.kinds and "GRDP" in of:
        state.context.name_whole(Topic("GRDP", generic=True))
        return Topic("GRDP", activity, generic=True, part_said=part_said)
    before = state.clause.topic
    if before is not None:
        if activity == "IND" and before.indicator in ("IIP", "IND_OUTPUT"):
            return before  # "IIP toàn ngành công nghiệp" is the whole index
        if before.indicator in of and not state.clause.narrowed:
            return Topic(before.indicator, activity, before.generic, 1, before.said, part_said)
        return NOTHING if before.is_known else before
    nearest = state.topic or state.context.passage.topic
    if activity == "IND" and nearest is not None and nearest.indicator == "IIP":
        return replace(nearest, activity=TOTAL, part_said=None)
    return _inherited(state, activity, part_said)


def _inherited(state: Sentence, activity: str, part_said: Span) -> Topic:
    """The part of what was spoken of before the clause."""
    of, topic = concepts.wholes(activity), state.topic
    is_sector = state.folded.find("khu vực ", max(0, part_said.start - 8), part_said.end) >= 0
    if topic == NOTHING and topic.said is not None and not (state.nested or is_sector):
        return topic  # "số lao động ngành khai khoáng tăng 1%; ngành chế biến, chế tạo tăng 2%"
    if state.nested and topic is not None and topic.is_known and not has_parts(topic.indicator):
        return NOTHING
    for topic in (state.topic, state.context.passage.topic):
        if topic is not None and topic.indicator in of:
            return Topic(topic.indicator, activity, _is_of_any(topic), 1, topic.said, part_said)
    for whole in (state.context.passage.whole, state.context.whole):
        if whole is not None and whole.indicator in of:
            when.go_on_with_whole(state, whole)
            return Topic(whole.indicator, activity, _is_of_any(whole), 1, whole.said, part_said)
    only_of_output = "GRDP" in of and "IIP" not in of
    return Topic("GRDP", activity, generic=True, part_said=part_said) if only_of_output else NOTHING


def _is_of_any(whole: Topic) -> bool:
    """Whether a whole's part is the nation's or a province's by its area: a GRDP is a province's."""
    return whole.generic or whole.indicator not in OF_PROVINCE.values()
