"""What a concept names where it stands: the topic of its clause, or a part of what was spoken of."""

import re
from dataclasses import replace

from indicators.finding import concepts
from indicators.model import COUNTRY, TOTAL, Concept, Span
from indicators.observing import parts, when
from indicators.observing.state import NOTHING, Clause, Sentence
from indicators.observing.subjects import ECONOMY, UNKNOWN, Place, Topic, has_parts
from indicators.observing.weaving import Token

_WITH = re.compile(r"\bvới (?:tổng )?$")
_CUSTOMS = re.compile(r"(?<!với )(?<!cùng )\b(?:cục|chi cục|ngành|đơn vị) hải quan\b")
_NEAR = 120  # characters before a revenue in which customs stand that collect it
#: a whole of which other words are a part: "khách châu Á chiếm đa số trong cơ cấu khách quốc tế"
_WITHIN = ("trong cơ cấu ", "trong tổng ", "trong tổng số ", "trong số ")
#: "nhóm hàng điện tử với kim ngạch xuất khẩu 680 triệu USD": theirs, and not all there are
_OF_GOODS = re.compile(r"\b(?:nhóm|mặt|ngành) hàng\b[^;.:]*\b(?:với|có|đạt) (?:giá trị )?$")
#: what moved the subject stands behind them: "tăng cao do ngành khai khoáng tăng"
_CAUSES = (" do ", " do ngành ", " nhờ ", " nhờ ngành ")
#: names of what is planned, "dự toán thu ngân sách là …"
_PLANNED = "dự toán "
#: before the economy's size: what is measured by it, "thu ngân sách/GRDP", "dư nợ trên GRDP"
_MEASURED_BY = ("/", "trên ", "so với ")
_RATIO = re.compile(r"\b(?:tỷ|tỉ) (?:lệ|số|suất)\b[^,;.:\d]*(?:/|\btrên |\bso với )$")
_OF_ECONOMY = "tăng trưởng"
_PREDICATES = ("nhập siêu", "xuất siêu", "thặng dư", "thâm hụt")
_DEFICIT = ("nhập siêu", "thâm hụt", "thâm hụt thương mại")
#: whose exports stand behind them: "khu vực kinh tế trong nước xuất khẩu 53 tỷ USD"
_OWNERS = ("khu vực ", "khối ", "doanh nghiệp ")
#: a part of retail sales, where these were told of goods and services
_GOODS = "bán lẻ hàng hóa"
#: words that leave it to what was told before whether guests are foreign
_GUESTS = frozenset({"khách", "lượt khách", "đón"})
_CONTRIBUTING = frozenset({"contribution", "drag"})


def take(state: Sentence, mention: Concept) -> None:
    """Let a concept be the clause's topic, unless the words around it make it something else."""
    clause, words = state.clause, state.folded[mention.start : mention.end]
    meaning = concepts.meaning(words)
    if meaning.counted:
        narrow(clause)
    elif words == "kinh tế" and state.folded.endswith("ngành ", 0, mention.start):
        pass  # "các ngành kinh tế cấp 1 đều tăng"
    elif _is_anothers(state, mention):
        clause.topic = NOTHING
    elif not _leaves_subject(state, mention, meaning):
        _take_up(state, mention, meaning)


def _leaves_subject(state: Sentence, mention: Concept, meaning: concepts.Meaning) -> bool:
    """Whether the clause speaks of its subject still."""
    words = state.folded[mention.start : mention.end]
    drives = state.folded.endswith(" cho ", 0, mention.start)
    return _says_nothing_new(state.clause, mention, meaning) or _has_subject(
        state.clause, words, drives=drives
    )


def _take_up(state: Sentence, mention: Concept, meaning: concepts.Meaning) -> None:
    """Take a concept for the subject, for one of several, or for a part of what was spoken of."""
    clause = state.clause
    if mention.indicator and not _CONTRIBUTING.isdisjoint(clause.kinds) and "goal" not in clause.kinds:
        _take_whole(state)
        return
    if clause.has_verb and state.folded.endswith(_CAUSES, 0, mention.start):
        state.effect = clause.topic
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
    _name(state, mention, meaning)


def _name(state: Sentence, mention: Concept, meaning: concepts.Meaning) -> None:
    """Let the concept be what the clause is about."""
    clause, words = state.clause, state.folded[mention.start : mention.end]
    if words.endswith("việt nam"):
        clause.place = Place(COUNTRY, said=Span(mention.start, mention.end))  # "khách quốc tế đến Việt Nam"
    clause.topic = NOTHING if clause.counts_others else named(state, mention)
    when.go_on_in_family(state, clause.topic)
    clause.faint = meaning.faint
    clause.planned = clause.planned or (not clause.tokens and words.startswith(_PLANNED))
    if mention.indicator and not meaning.weak:
        clause.unknown = False  # a full name is a subject whatever stands before it
    clause.narrowed = clause.trailing = False
    state.run.topics = [clause.topic]


def _is_anothers(state: Sentence, mention: Concept) -> bool:
    """Whether the clause is about a part that no column knows: the concept is its whole, owner or purpose."""
    clause, folded = state.clause, state.folded
    if mention.indicator == UNKNOWN:  # "tốc độ tăng kim ngạch xuất khẩu của khu vực FDI"
        return clause.kinds[-2:] == ["concept", "of"]
    owner = clause.topic.said if clause.topic is not None and clause.topic.indicator == UNKNOWN else None
    if owner is not None and folded.startswith(_OWNERS, owner.start):
        return True
    over = "/" if clause.has_verb else _MEASURED_BY
    if mention.indicator in ECONOMY and folded.endswith(over, 0, mention.start):
        return True
    if mention.indicator in ECONOMY and _RATIO.search(folded, state.tokens[0].start, mention.start):
        return True
    if clause.unknown and folded.endswith(_WITHIN, 0, mention.start):
        return True
    if (clause.unknown or clause.trailing) and _OF_GOODS.search(
        folded, max(state.tokens[0].start, mention.start - 80), mention.start
    ):
        return True
    of_others = clause.topic is None and clause.has_verb and state.topic == NOTHING
    return of_others and folded.endswith("để ", 0, mention.start)  # "chi ra để nhập khẩu 116 tỷ USD"


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
    said_of = clause.last == "of" and clause.kinds[-2:] != ["concept", "of"]
    return known and clause.has_verb and (said_of or drives)  # "là động lực cho tăng trưởng"


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
        return Topic(UNKNOWN, said=Span(mention.start, mention.end))
    if _is_all_localities(state, mention):
        return NOTHING
    if not mention.indicator or parts.is_industry(state, mention):
        return parts.of(state, mention)
    words = state.folded[mention.start : mention.end]
    family = concepts.meaning(words).family
    indicator = mention.indicator
    if family:
        before = state.clause.topic or state.topic or state.context.passage.topic or state.context.spoken
        indicator = next((code for code in family if before and before.indicator in concepts.akin(code)), "")
        if not indicator:
            return NOTHING
    if indicator == "VISITORS" and _are_the_nations(state):
        indicator = "VISITORS_INTL"
    if indicator == "RETAIL" and words == _GOODS and _is_within_retail(state):
        return NOTHING
    if indicator == "BUDGET_REV" and (_is_customs(state, mention) or _is_still_customs(state, words)):
        indicator = "BUDGET_REV_TRADE"
    generic = indicator in ECONOMY and "kinh tế" in words
    sign = -1 if words.endswith(_DEFICIT) else 1
    topic = Topic(indicator, generic=generic, sign=sign, said=Span(mention.start, mention.end))
    if has_parts(indicator):
        state.context.name_whole(topic)
    return topic


def _is_within_retail(state: Sentence) -> bool:
    """Whether retail of goods is told beside all: "bán lẻ, dịch vụ 65 nghìn tỷ; bán lẻ hàng hóa 50 nghìn"."""
    told = state.topic or state.context.passage.topic
    if told is None or told.indicator != "RETAIL" or told.said is None:
        return False
    return told.said.end - told.said.start > len(_GOODS)


def _is_still_customs(state: Sentence, words: str) -> bool:
    """Whether "số thu ngân sách" goes on with what customs collected in the paragraph before."""
    spoken = state.context.spoken
    return words.startswith("số thu") and spoken is not None and spoken.indicator == "BUDGET_REV_TRADE"


def _is_customs(state: Sentence, mention: Concept) -> bool:
    """Whether revenue is what customs collect: "Cục Hải quan Lạng Sơn thu ngân sách đạt …"."""
    folded, first = state.folded, state.tokens[0].start
    if folded.startswith("tổng", mention.start):
        return False
    start = max(first, mention.start - _NEAR, folded.rfind(";", first, mention.start))
    leads = start == first and folded.startswith("hải quan ", first)
    return leads or _CUSTOMS.search(folded, start, mention.start) is not None


def _are_the_nations(state: Sentence) -> bool:
    """Whether the country's guests are told where foreign ones were: "Tính chung, Việt Nam đón 6 triệu …"."""
    place, before = state.clause.place, state.topic or state.context.passage.topic
    named = state.clause.tokens[-1] if state.clause.last == "area" else None
    national = place is not None and place.code == COUNTRY
    said = {
        state.text(token)
        for token in state.tokens[state.index - 1 : state.index + 2]
        if token.kind == "concept"
    }
    if not national or named is None or state.text(named) != "việt nam" or not _GUESTS.issuperset(said):
        return False  # "cả nước đón 75 triệu lượt du khách": all of them
    return before is not None and before.indicator == "VISITORS_INTL"


def _is_all_localities(state: Sentence, mention: Concept) -> bool:
    """Whether "thu ngân sách địa phương" is told of the country: all provinces' part of its revenue."""
    place = state.clause.place or state.place
    national = place is not None and place.code == COUNTRY
    return national and state.folded.endswith("ngân sách địa phương", mention.start, mention.end)


def add_value(state: Sentence, _cue: Token) -> None:
    """At "giá trị tăng thêm", speak of industry's output where "sản xuất công nghiệp" stood for its index."""
    topic = state.clause.topic
    if topic is not None and topic.indicator == "IIP":
        state.clause.topic = Topic("GRDP", topic.activity if topic.activity != TOTAL else "IND", generic=True)
        state.context.name_whole(Topic("GRDP", generic=True))


def economy(clause: Clause) -> Topic:
    """The economy as a whole, of which "tăng trưởng" speaks where nothing else is said to grow."""
    grows = next((token for token in clause.tokens if token.kind == "growth"), None)
    return Topic("GRDP", generic=True, said=Span(grows.start, grows.end) if grows else None)


def is_economys(state: Sentence) -> bool:
    """Whether growth of nobody is the economy's: "tăng trưởng" is, "mức tăng" is of what was spoken of."""
    spoken_of = state.context.passage.topic or state.context.whole
    if spoken_of is not None and spoken_of.is_known and spoken_of.indicator in ECONOMY:
        return True
    return any(token.kind == "growth" and _OF_ECONOMY in state.text(token) for token in state.clause.tokens)


def _is_modifier(state: Sentence) -> bool:
    return state.clause.last in ("of", "concept", "home")
