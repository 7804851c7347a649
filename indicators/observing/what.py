"""What a figure is about: the topic that its clause names, or that it inherits."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indicators import lexicon
from indicators.finding import concepts
from indicators.model import COUNTRY, TOTAL, AreaMention, Concept, Number, Span
from indicators.observing import when
from indicators.observing.context import ECONOMY, OF_PROVINCE, UNKNOWN, Place, Topic, has_parts
from indicators.observing.state import COUNTS, NOTHING, Clause, Sentence
from indicators.observing.weaving import Token

_TRAVELLERS = ("PASSENGERS", "VISITORS", "VISITORS_INTL")
_WITH = re.compile(r"\bvới (?:tổng )?$")
_PER_COMMUNE = re.compile(r"tiêu chí[^.,;/\d]{0,20}/\s?xã\b")
_NOT_OF_ANY = "tăng trưởng"
_PREDICATES = ("nhập siêu", "xuất siêu", "thặng dư", "thâm hụt")
_OPENERS = ("trong đó", "gồm", "trong số đó")
_DEFICIT = ("nhập siêu", "thâm hụt", "thâm hụt thương mại")
_PER_HEAD = re.compile(r"/\s*người\b")
_MONEY = {"VND", "USD"}
_NAMED_BEHIND = COUNTS | _MONEY
_CONTRIBUTING = frozenset({"contribution", "drag"})
_MET = re.compile(r"(?:hoàn thành|đạt|vượt)[^,;.]{0,14}$")
_MET_BEHIND = re.compile(r"[^;.\d]{0,64}?\b(?<!cơ bản )(?:hoàn thành|đạt|vượt)\b(?! (?:từ |trên |dưới )?\d)")
#: "5.775 xã (chiếm 70,2%) đạt chuẩn nông thôn mới": a bracket stands within the name
_ARE_NEW_RURAL = re.compile(
    r"\s*\([^()]{1,40}\)\s*(?:được công nhận |đã )?đạt chuẩn (?:nông thôn mới|ntm)(?! (?:nâng cao|kiểu mẫu))"
)
_NOT_MET = re.compile(r"[^;,.\d]{0,64}?\b(?:không|chưa) (?:hoàn thành|đạt)\b")


def take(state: Sentence, mention: Concept) -> None:
    """Let a concept be the clause's topic, unless the words around it make it something else."""
    clause = state.clause
    words = state.folded[mention.start : mention.end]
    meaning = concepts.meaning(words)
    if meaning.counted:
        narrow(clause)
        return
    if _says_nothing_new(clause, mention, meaning) or _has_subject(
        clause, words, drives=state.folded.endswith(" cho ", 0, mention.start)
    ):
        return
    if mention.indicator and not _CONTRIBUTING.isdisjoint(clause.kinds):
        _take_whole(state)
        return
    if clause.joined:
        state.run.topics.append(named(state, mention))
        clause.topic = NOTHING
        return
    if (meaning.weak or not mention.indicator) and (clause.unknown or (meaning.weak and clause.trailing)):
        clause.topic = NOTHING
        return
    if meaning.weak and clause.topic is not None and clause.topic.is_known and _is_modifier(state):
        return
    of_part = _of_part(state, mention)
    if of_part is not None:
        clause.topic = of_part
        return
    if words.endswith("việt nam"):
        clause.place = Place(COUNTRY, said=Span(mention.start, mention.end))  # "khách quốc tế đến Việt Nam"
    clause.topic = NOTHING if clause.counts_others else named(state, mention)
    clause.faint = meaning.faint
    if mention.indicator and not meaning.weak:
        clause.unknown = False  # a full name is a subject whatever stands before it
    clause.narrowed = clause.trailing = False
    state.run.topics = [clause.topic]


def _of_part(state: Sentence, mention: Concept) -> Topic | None:
    """The topic where an indicator is named behind a part of the economy."""
    part = state.clause.topic
    if part is None or part.activity == TOTAL or not mention.indicator:
        return None
    if _WITH.search(state.folded, max(0, mention.start - 12), mention.start):
        return None  # "nông nghiệp đạt kết quả khả quan với tổng sản lượng …": a subject of its own
    if not has_parts(mention.indicator):
        return NOTHING  # "khu vực dịch vụ có số doanh nghiệp thành lập mới …" is not all of them
    if state.clause.has_verb or mention.indicator not in ECONOMY:
        return None
    whole = named(state, mention)  # "khu vực dịch vụ trong GDP"
    return replace(part, indicator=whole.indicator, said=whole.said)


def _says_nothing_new(clause: Clause, mention: Concept, meaning: concepts.Meaning) -> bool:
    """Whether a concept leaves the clause's topic as it is."""
    if meaning.faint and (clause.unknown or clause.topic is not None or clause.has_verb):
        return True
    if clause.topic is None:
        return False
    if "structure" in clause.kinds and mention.indicator in ECONOMY:
        return True  # "tỷ trọng khu vực dịch vụ trong GRDP"
    return (
        mention.indicator == "VISITORS" and clause.topic.indicator == "VISITORS_INTL"
    )  # "khách quốc tế ước đón …"


def _has_subject(clause: Clause, words: str, *, drives: bool) -> bool:
    """Whether the clause keeps its subject, and the words say something of it."""
    if clause.topic == NOTHING:
        return words in _PREDICATES  # "khu vực trong nước nhập siêu …": the sector's own
    known = clause.topic is not None and clause.topic.is_known
    return known and clause.has_verb and (clause.last == "of" or drives)  # "là động lực cho tăng trưởng"


def _take_whole(state: Sentence) -> None:
    """ "Góp phần CPI chung tăng 0,1%": a part's figure, no growth of the whole."""
    before = state.clause.topic or state.topic
    state.clause.topic = before if before is not None and before.activity != TOTAL else NOTHING


def resume(state: Sentence, cue: Token) -> None:
    """Come back to the subject at "với mức tăng": "dịch vụ có sự phục hồi rõ rệt với mức tăng 2,9%"."""
    clause = state.clause
    if not state.folded.endswith("với ", 0, cue.start):
        return
    if not _CONTRIBUTING.isdisjoint(clause.kinds):  # "đóng góp nổi bật với mức tăng 40%" is no contribution
        clause.keep([token for token in clause.tokens if token.kind not in _CONTRIBUTING])
    behind = clause.kinds[::-1]
    aside = behind[: behind.index("concept")] if "concept" in behind else behind
    if clause.trailing and {"have", "words"}.issuperset(aside):
        clause.trailing = False


def narrow(clause: Clause) -> None:
    """Words that are no glue: behind a topic they narrow it, elsewhere they may be a subject of their own."""
    if clause.has_verb:
        clause.trailing = True
    elif clause.topic is not None and clause.topic.is_known:
        clause.narrowed = True
    else:
        clause.unknown = True


def named(state: Sentence, mention: Concept) -> Topic:
    """The topic that a concept names where it stands."""
    if mention.indicator == UNKNOWN:
        return NOTHING
    if not mention.indicator or _is_industry(state, mention):
        return _part(state, mention)
    words = state.folded[mention.start : mention.end]
    family = concepts.meaning(words).family
    indicator = mention.indicator
    if family:
        before = state.clause.topic or state.topic or state.context.passage.topic
        indicator = next((code for code in family if before and before.indicator in concepts.akin(code)), "")
        if not indicator:
            return NOTHING
    generic = indicator in ECONOMY and "kinh tế" in words
    sign = -1 if words.endswith(_DEFICIT) else 1
    topic = Topic(indicator, generic=generic, sign=sign, said=Span(mention.start, mention.end))
    if has_parts(indicator):
        state.context.name_whole(topic)
    return topic


def _is_industry(state: Sentence, mention: Concept) -> bool:
    """Whether "sản xuất công nghiệp" is a part of the output just told in parts, and no index."""
    words, before = state.folded[mention.start : mention.end], state.topic
    if mention.indicator != "IIP" or "chỉ số" in words or "iip" in words:
        return False
    return before is not None and before.indicator in ECONOMY and before.activity != TOTAL


def add_value(state: Sentence, _cue: Token) -> None:
    """At "giá trị tăng thêm", speak of industry's output where "sản xuất công nghiệp" stood for its index."""
    topic = state.clause.topic
    if topic is not None and topic.indicator == "IIP":
        state.clause.topic = Topic("GRDP", topic.activity if topic.activity != TOTAL else "IND", generic=True)


def economy(clause: Clause) -> Topic:
    """The economy as a whole, of which "tăng trưởng" speaks where nothing else is said to grow."""
    grows = next((token for token in clause.tokens if token.kind == "growth"), None)
    return Topic("GRDP", generic=True, said=Span(grows.start, grows.end) if grows else None)


def is_economys(state: Sentence) -> bool:
    """Whether growth of nobody is the economy's: "tăng trưởng" is, "mức tăng" is of what was spoken of."""
    spoken_of = state.context.passage.topic or state.context.whole
    if spoken_of is None or not spoken_of.is_known:
        return True
    return any(token.kind == "growth" and _NOT_OF_ANY in state.text(token) for token in state.clause.tokens)


def _is_modifier(state: Sentence) -> bool:
    return state.clause.last in ("of", "concept", "home")


def _part(state: Sentence, mention: Concept) -> Topic:
    """The part of what the clause, the sentence, the passage or the report speaks of."""
    activity = "IND" if mention.indicator else mention.activity
    part_said = Span(mention.start, mention.end)
    of = concepts.wholes(activity)
    if "added" in state.clause.kinds and "GRDP" in of:
        return Topic("GRDP", activity, generic=True, part_said=part_said)
    before = state.clause.topic
    if before is not None:
        if activity == "IND" and before.indicator in ("IIP", "IND_OUTPUT"):
            return before  # "IIP toàn ngành công nghiệp" is the whole index
        if before.indicator in of and not state.clause.narrowed:
            return Topic(before.indicator, activity, before.generic, 1, before.said, part_said)
        return NOTHING
    nearest = state.topic or state.context.passage.topic
    if activity == "IND" and nearest is not None and nearest.indicator == "IIP":
        return replace(nearest, activity=TOTAL, part_said=None)
    return _inherited_part(state, activity, part_said)


def _inherited_part(state: Sentence, activity: str, part_said: Span) -> Topic:
    """The part of what was spoken of before the clause."""
    of, topic = concepts.wholes(activity), state.topic
    if state.nested and topic is not None and topic.is_known and not has_parts(topic.indicator):
        return NOTHING
    for topic in (state.topic, state.context.passage.topic):
        if topic is not None and topic.indicator in of:
            return Topic(topic.indicator, activity, True, 1, topic.said, part_said)
    for whole in (state.context.passage.whole, state.context.whole):
        if whole is not None and whole.indicator in of:
            when.go_on(state, whole)
            generic = whole.generic or whole.indicator not in OF_PROVINCE.values()
            return Topic(whole.indicator, activity, generic, 1, whole.said, part_said)
    only_of_output = "GRDP" in of and "IIP" not in of
    return Topic("GRDP", activity, generic=True, part_said=part_said) if only_of_output else NOTHING


def of_number(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What a number is about; ``None`` where nothing tells, an unknown topic where something else is said."""
    topic = _of_number(state, number, right)
    if topic is None or not topic.indicator.startswith("FDI_"):
        return topic
    behind = state.index + len(right)
    in_force = behind < len(state.tokens) and state.tokens[behind].kind == "stock"
    return NOTHING if state.stock or in_force else topic


def _of_number(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What the number's own words say, then what its clause says, then what it inherits."""
    if "/" in (state.folded[number.end : number.end + 1], state.folded[number.start - 1 : number.start]):
        return NOTHING  # "7.447 tỷ đồng/8.763 tỷ đồng": the terms of a ratio
    counted = _of_unit(state, number, right)
    if counted is not None:
        return counted
    if right and right[0].kind == "about":
        return _spoken_of(state, right)
    whole = right[1] if len(right) > 1 and right[0].kind == "of" else None
    if isinstance(whole, Concept) and whole.indicator and "growth" in state.clause.kinds:
        return named(state, whole)  # "trong mức tăng 7% của GRDP"
    if number.unit in COUNTS and _has_a_clause(state, right):
        return NOTHING
    counted = _counted(state, number, right)
    if counted is not None:
        return counted
    if right and right[0].kind == "words" and (number.unit in COUNTS or not state.clause.has_verb):
        # "80% số xã": a share of what follows, which leaves the subject as it is
        return NOTHING if number.unit in COUNTS else None
    if number.unit in _NAMED_BEHIND and (_is_part(state) or state.folded.endswith("cứ ", 0, number.start)):
        return NOTHING  # "cứ 13 doanh nghiệp thành lập mới thì …"
    return _of_clause(state, number) or _inherited(state, number)


def _is_part(state: Sentence) -> bool:
    """Whether an amount stands right behind "trong đó", "bao gồm", of which no word says what it is."""
    before = state.tokens[state.index - 2] if state.index > 1 else None
    return before is not None and before.kind == "opener" and state.text(before).endswith(_OPENERS)


def _is_per_commune(state: Sentence, number: Number) -> bool:
    """ "bình quân toàn tỉnh đạt 10,9 tiêu chí nông thôn mới/xã"."""
    return _PER_COMMUNE.search(state.folded, number.start, number.end + 24) is not None


def _of_unit(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What a number in a unit of its own is about: targets, criteria, communes."""
    if number.unit == "TARGET":
        return _targets(state, number)
    if number.unit == "CRITERION" and "home" in state.clause.kinds and _is_per_commune(state, number):
        return Topic("NEW_RURAL_CRITERIA", said=Span(number.start, number.end))
    return _of_communes(state, number, right)


def _of_communes(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """Communes that meet the standard, or their share, as the words behind the number name them."""
    if number.unit == "COMMUNE" and _ARE_NEW_RURAL.match(state.folded, number.end):
        return Topic("NEW_RURAL_COMMUNES", said=Span(number.start, number.end))
    share_of = right[0] if right and number.unit == "PT" else None
    if not isinstance(share_of, Concept) or share_of.indicator != "NEW_RURAL_COMMUNES":
        return None
    if state.clause.counts_others or state.topic == NOTHING:
        return NOTHING  # "16 tỉnh có 100% số xã …"
    return named(state, share_of)  # "có 80% số xã đạt chuẩn nông thôn mới"


def _of_clause(state: Sentence, number: Number) -> Topic | None:
    clause = state.clause
    if _expects_growth(clause.kinds) and (clause.topic is None or clause.faint):
        return economy(clause)
    if clause.topic is not None:
        return NOTHING if clause.narrowed or clause.trailing else clause.topic
    expected = clause.comparing and clause.nature in ("target", "forecast")
    if (clause.unknown or clause.trailing) and not expected:
        return NOTHING
    per_commune = "average" in clause.kinds or "/" in state.folded[number.start : number.end]
    of_all = state.topic is None or state.topic.is_known  # not of the 13 communes just spoken of
    if number.unit == "CRITERION" and per_commune and of_all:
        return Topic("NEW_RURAL_CRITERIA", said=Span(number.start, number.end))
    return None


def _inherited(state: Sentence, number: Number) -> Topic | None:
    """The topic of the sentence, else of the passage; growth without a subject is the economy's."""
    grows = "growth" in state.clause.kinds
    topic = state.topic
    if topic is not None:
        if grows and number.unit == "PT" and not _grows(topic):
            return economy(state.clause)  # what does not grow by per cent is not meant
        return topic
    if not state.unknown and state.context.passage.topic is not None:
        topic = state.context.passage.topic
        return economy(state.clause) if grows and number.unit == "PT" and not _grows(topic) else topic
    if grows and (not state.unknown or state.clause.place is not None):
        whole = state.context.whole
        if whole is not None and (whole.indicator == "IIP" or not is_economys(state)):
            when.go_on(state, whole)
            return whole
        return economy(state.clause)
    return None


def _grows(topic: Topic) -> bool:
    """Whether the topic can grow by per cent: targets that are met do not."""
    return not topic.is_known or "PT" in lexicon.indicators()[topic.indicator].units


def _expects_growth(kinds: Sequence[str]) -> bool:
    """Whether "mục tiêu tăng trưởng", "dự báo tăng trưởng" stands there, with no word of what grows."""
    if "growth" not in kinds:
        return False
    pairs = set(pairwise(kinds))
    expected = {("goal", "growth"), ("forecast", "growth"), ("plan", "growth")}
    return not expected.isdisjoint(pairs) and ("growth", "concept") not in pairs


def _counted(state: Sentence, number: Number, right: Sequence[Token]) -> Topic | None:
    """What the noun behind a number counts: "25 doanh nghiệp thành lập mới", "70 triệu USD vốn FDI"."""
    mention = right[0] if right else None
    if not isinstance(mention, Concept) or not mention.indicator or number.unit not in _NAMED_BEHIND:
        return None
    subject = state.clause.topic
    if (
        number.unit in _MONEY
        and subject is not None
        and mention.indicator != UNKNOWN
        and can_be(subject, number)
    ):
        return None
    topic = named(state, mention)
    if topic.indicator == "VISITORS":
        current = state.clause.topic or state.topic or state.context.passage.topic
        if current is not None and current.indicator in ("PASSENGERS", "VISITORS_INTL"):
            return None
        if state.clause.unknown or state.clause.topic == NOTHING:
            return NOTHING  # "đảo Phú Quốc đón …", "vận tải đường bộ đạt …": a subject of its own
    if _is_narrowed(mention, number, right) or _is_joint(state, len(right)):
        return NOTHING
    return topic if can_be(topic, number) else NOTHING


def _is_narrowed(mention: Concept, number: Number, right: Sequence[Token]) -> bool:
    """Whether more words say which ones are counted: "6.800 lượt khách Nga"."""
    if len(right) < 2 or mention.start >= number.end:
        return False
    behind = right[1]
    abroad = isinstance(behind, AreaMention) and Place(behind.code).is_elsewhere
    return right[1].kind == "words" or abroad


def _targets(state: Sentence, number: Number) -> Topic:
    """Targets count where they are said to be met: "hoàn thành 21/23 chỉ tiêu", "14 chỉ tiêu đạt và vượt"."""
    before = state.folded[max(0, number.start - 24) : number.start]
    behind = state.folded[number.end : number.end + 64]
    met = _MET.search(before) or _MET_BEHIND.match(behind)
    if behind.lstrip().startswith(("ước", "dự kiến")):
        state.clause.nature = "estimate"
    of_others = state.nested and any(topic.indicator == "TARGETS_MET" for topic in state.topics)
    is_met = bool(met) and not (of_others or _NOT_MET.match(behind))
    return Topic("TARGETS_MET", said=Span(number.start, number.end)) if is_met else NOTHING


def _has_a_clause(state: Sentence, right: Sequence[Token]) -> bool:
    """Whether a clause narrows what is counted: "551 doanh nghiệp có quy mô vốn dưới 10 tỷ đồng"."""
    behind = state.index + len(right)
    return [token.kind for token in state.tokens[behind : behind + 2]] == ["have", "words"]


def is_next_subject(state: Sentence, number: Number, token: Token) -> bool:
    """Whether a concept behind a number is the subject of the next one: "107 doanh nghiệp với tổng vốn …"."""
    if token.kind != "concept" or token.start < number.end:
        return False
    between = state.folded[number.end : token.start].split()
    return "với" in between or bool(concepts.meaning(state.text(token)).family)


def per_head(state: Sentence, topic: Topic | None, number: Number) -> Topic | None:
    """The topic, of a head where the unit says so: "GRDP đạt 94,12 triệu đồng/người"."""
    head = {"GDP": "GDP_PC", "GRDP": "GRDP_PC"}.get(topic.indicator) if topic is not None else None
    if topic is None or head is None or not _PER_HEAD.search(state.folded[number.start : number.end]):
        return topic
    topic = replace(topic, indicator=head)
    if state.clause.topic is not None:
        state.clause.topic = topic
    return topic


def with_joint(state: Sentence, number: Number, right: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens behind a counted number with the second thing counted: it is no subject of its own."""
    if (
        number.unit not in COUNTS
        or not right
        or right[-1].kind != "concept"
        or not _is_joint(state, len(right))
    ):
        return right
    behind = state.index + len(right)
    return (*right, *state.tokens[behind : behind + 2])


def _is_joint(state: Sentence, length: int) -> bool:
    """Whether another counted subject follows with "và": "doanh nghiệp thành lập mới và quay trở lại"."""
    behind = state.index + length
    return [token.kind for token in state.tokens[behind : behind + 2]] == ["and", "concept"]


def _spoken_of(state: Sentence, right: Sequence[Token]) -> Topic:
    """The topic of "giảm 31% về số doanh nghiệp và 69% về vốn": the last one that is such an amount."""
    mention = right[1] if len(right) > 1 else None
    words = state.folded[right[0].end : right[-1].end + 12]
    money = "vốn" in words
    lost = state.topic is not None and not state.topic.is_known
    firms = any(topic.indicator.startswith("ENT_") for topic in state.topics)
    if isinstance(mention, Concept) and mention.indicator and not (lost and money and firms):
        return named(state, mention)
    if lost and not (firms and (money or "doanh nghiệp" in words)):
        return NOTHING
    if "dự án" in words:
        return next((topic for topic in reversed(state.topics) if topic.indicator == "FDI_PROJECTS"), NOTHING)
    spoken = [state.topic] if state.topic is not None else []
    for topic in reversed([*spoken, *state.topics]):
        if topic.is_known and money == bool(_MONEY & set(lexicon.indicators()[topic.indicator].units)):
            return topic
    return NOTHING


def told_of_arrivals(state: Sentence, number: Number) -> Topic:
    """The arrivals that the sentence spoke of: "8,8 triệu lượt khách, doanh thu …; … 3,1 triệu lượt"."""
    if number.unit != "VISIT" or state.clause.topic is not None or state.clause.unknown:
        return NOTHING
    return next((topic for topic in reversed(state.topics) if can_be(topic, number)), NOTHING)


def is_rate(topic: Topic | None) -> bool:
    """Whether per cents are what the topic stands at: "tỷ lệ hộ nghèo 3,8%"."""
    return topic is not None and topic.is_known and lexicon.indicators()[topic.indicator].percent == "level"


def can_be(topic: Topic, number: Number) -> bool:
    """Whether the number is in a unit that the topic is counted in."""
    if not topic.is_known or number.unit is None or number.unit not in _NAMED_BEHIND:
        return True
    units = set(lexicon.indicators()[topic.indicator].units)
    if number.unit in ("VISIT", "PERSON") and topic.indicator in _TRAVELLERS:
        return True
    if number.unit == "USD" and topic.indicator == "PUBLIC_INV":
        return False  # "vốn giải ngân đạt 17,5 tỷ USD" is of foreign investors
    if number.unit in _MONEY and units & _MONEY:
        return number.unit in units or topic.indicator not in ("FDI_REG", "FDI_DISB")
    return number.unit in units
