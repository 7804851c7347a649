"""The words of the page: texts, number forms, names of areas, periods and units in Vietnamese or English.

The texts stand in ``lexicon/page.toml``, the number and date forms come from Babel.
"""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

import regex
from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal

from indicators import lexicon
from indicators.lexicon import LANGUAGES, Label
from indicators.model import COUNTRY, TOTAL
from indicators.table import parse_period

MINUS, DASH = "−", "–"
#: marks and overrides of direction (Unicode Standard Annex 9), and control characters that are no space
_TURNING = regex.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|[\p{Cc}--\s]", regex.VERSION1)
_ROMAN = {1: "I", 4: "II", 7: "III", 10: "IV"}
_QUALIFIERS = {"~": "≈ ", ">": "> ", "<": "< ", ">=": "≥ ", "<=": "≤ "}


@dataclass(frozen=True, slots=True)
class Family:
    """Indicators that are shown as one: GDP of the country beside GRDP of the provinces."""

    code: str
    group: str
    members: tuple[str, ...]
    name: Label
    short: Label
    subject: Label


@cache
def families() -> Mapping[str, Family]:
    """The families by code in the catalogue's order; an indicator that no entry names is its own family."""
    catalogue = lexicon.indicators()
    found: dict[str, Family] = {}
    entries = {member: entry for entry in _page()["family"] for member in entry["members"]}
    for code, indicator in catalogue.items():
        entry = entries.get(code, {"code": code, "members": [code], "vi": indicator.vi, "en": indicator.en})
        name = Label(entry["vi"], entry["en"])
        short = Label(**entry["short"]) if "short" in entry else name
        subject = Label(**entry["subject"]) if "subject" in entry else short
        members = tuple(entry["members"])
        found.setdefault(entry["code"], Family(entry["code"], indicator.group, members, name, short, subject))
    return MappingProxyType(found)


@cache
def family_of() -> Mapping[str, str]:
    """The family of each indicator."""
    return {member: family.code for family in families().values() for member in family.members}


@cache
def _page() -> dict[str, Any]:
    page = lexicon.load("page.toml")
    for table, entries in page.items():
        if table not in ("family", "cards", "targets"):
            for key, entry in entries.items():
                if set(entry) != set(LANGUAGES):
                    raise ValueError(f"lexicon/page.toml: {table}.{key} lacks a language")
    return page


@cache
def card_order() -> Mapping[str, tuple[str, ...]]:
    """Which families make a headline card (``order``), and with which measure first."""
    return {key: tuple(values) for key, values in _page()["cards"].items()}


@cache
def stocks() -> frozenset[str]:
    """The families whose amounts stand at a day, and don't fill up over the year."""
    return frozenset(_page()["targets"]["stocks"])


def fold(text: str) -> str:
    """The text without diacritics and case, for searching.

    >>> fold("Đắk Lắk"), fold("Lạng Sơn")
    ('dak lak', 'lang son')
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@lru_cache(maxsize=16384)  # the same figures come again and again, and babel takes its time
def _formatted(value: float, pattern: str, language: str) -> str:
    return str(format_decimal(value, format=pattern, locale=language))


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the page in one language."""

    language: str

    def text(self, key: str, /, **fields: object) -> str:
        """A text, filled in; ``headline.none`` names its table, a ``count`` of 1 takes its entry ``_one``."""
        table, _, entry = key.rpartition(".")
        entries = _page()[table or "text"]
        if fields.get("count") == 1 and f"{entry}_one" in entries:
            entry = f"{entry}_one"
        template: str = entries[entry][self.language]
        return template.format(**fields)

    # ---- numbers ----

    def number(self, value: float, decimals: int = 4, signed: bool = False) -> str:
        """A number in the reader's form, with a real minus sign.

        >>> Wording("vi").number(-1320.5), Wording("en").number(1320.5, signed=True)
        ('−1.320,5', '+1,320.5')
        """
        pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
        sign = MINUS if round(value, decimals) < 0 else "+" if signed and value > 0 else ""
        return sign + _formatted(abs(round(value, decimals)), pattern, self.language)

    def figure(
        self,
        value: float,
        upper: float | None = None,
        qualifier: str = "=",
        signed: bool = False,
        words: bool = False,
    ) -> str:
        """A figure with what limits it: ``8,5–9``, ``> 543``, ``≈ 3``; in ``words`` "trên 543"."""
        shown = self.number(value, signed=signed and qualifier in ("=", "~"))
        if upper is not None and upper == upper:
            return f"{shown}{DASH}{self.number(upper)}"
        if words:
            return f"{self.hedge(qualifier)} {shown}".strip()
        return _QUALIFIERS.get(qualifier, "") + shown

    def hedge(self, qualifier: str) -> str:
        """The word for what limits a figure: "trên", "khoảng"; empty for a plain figure and a range.

        >>> Wording("vi").hedge(">"), Wording("en").hedge("~"), Wording("en").hedge("=")
        ('trên', 'about', '')
        """
        return lexicon.labels("qualifier")[qualifier].text(self.language) if qualifier != ".." else ""

    def unit(self, unit: str, mult: int = 0) -> str:
        """The unit with its power of ten: ``triệu USD``, ``billion VND``."""
        known = lexicon.units().get(unit)
        name = unit if known is None else (known.en if self.language == "en" else known.vi)
        return self.text(f"unit.mult{mult}", unit=name) if mult else name

    def percent(self, value: float) -> str:
        """A percentage."""
        return self.number(value) + "%"

    def amount(self, figure: str, unit: str, mult: int = 0) -> str:
        """A figure with its unit behind it."""
        if unit == "RANK":
            return self.text("ranked", place=figure)
        return f"{figure}%" if unit == "PT" else f"{figure} {self.unit(unit, mult)}"

    def date(self, day: dt.date) -> str:
        """A date in the short form of the language."""
        return format_date(day, "d/M/y" if self.language == "vi" else "d MMM y", locale=self.language)

    # ---- codes ----

    def area(self, code: str) -> str:
        """The name of an area; its code where the lexicon has none."""
        area = lexicon.areas().get(code)
        return code if area is None else (area.en if self.language == "en" else area.vi)

    def inside(self, code: str) -> str:
        """The name of an area within a sentence: "cả nước" is no name."""
        return self.area(code).lower() if code == COUNTRY and self.language == "vi" else self.area(code)

    def family(self, code: str) -> str:
        """The full name of a family of indicators."""
        return families()[code].name.text(self.language) if code in families() else code

    def short(self, code: str) -> str:
        """The name of a family on a card."""
        return families()[code].short.text(self.language) if code in families() else code

    def subject(self, code: str) -> str:
        """The name of a family at the head of a sentence."""
        return families()[code].subject.text(self.language) if code in families() else code

    def group(self, code: str) -> str:
        """The heading under which a family stands."""
        return lexicon.labels("group")[families()[code].group].text(self.language)

    def activity(self, code: str) -> str:
        """The part of the economy."""
        return lexicon.labels("activity")[code].text(self.language)

    def topic(self, family: str, activity: str = TOTAL) -> str:
        """The short name with the part of the economy where it is a part."""
        name = self.short(family)
        return name if activity == TOTAL else f"{name}, {decapitalise(self.activity(activity))}"

    def measure(self, code: str) -> str:
        """The short name of a measure."""
        return self.text(f"measure.{code}")

    def base(self, measure: str, unit: str) -> str:
        """What a measure counts and compares with: "% so với cùng kỳ năm trước"."""
        return self.text(f"base.{measure}", unit=unit)

    def nature(self, code: str) -> str:
        """The nature of one row."""
        return self.text(f"nature_note.{code}")

    def rule(self, name: str) -> str:
        """What the rule that took a figure looks for; its name where the lexicon has no words for it."""
        rules = lexicon.labels("rule")
        return rules[name].text(self.language) if name in rules else name

    def reason(self, code: str) -> str:
        """Why a figure is to be looked at twice; its code where the lexicon has no words for it."""
        entry = lexicon.load("codes.toml").get("review", {}).get(code)
        return code if entry is None else str(entry[self.language])

    def plan_setter(self, code: str) -> str:
        """Who set a plan."""
        return lexicon.labels("plan_setter")[code].text(self.language)

    # ---- periods ----

    def phrase(self, code: str) -> str:
        """The period as it stands in a sentence: ``6 tháng đầu năm 2020``, ``the first half of 2020``."""
        return _told_period(self, code, "period")

    def brief(self, code: str) -> str:
        """The period in as few letters as can be: ``6T/2020``, ``H1 2020``."""
        return _told_period(self, code, "brief")

    def label(self, code: str) -> str:
        """The period behind a comma: ``6 tháng đầu năm 2020``, ``first half of 2020``."""
        phrase = self.phrase(code)
        return phrase.removeprefix("the ") if self.language == "en" else phrase

    def name(self, code: str) -> str:
        """The period as a label of its own: ``6 tháng đầu năm 2020``, ``First half of 2020``."""
        return capitalise(self.label(code))


def _month(month: int, language: str) -> str:
    return str(get_month_names("wide", locale=language)[month])


@lru_cache(maxsize=16384)  # a page names the same periods again and again
def _told_period(say: Wording, code: str, form: str) -> str:
    period = parse_period(code)
    last = period.last_day
    first = dt.date(period.year or last.year, period.month, period.day)
    whole_year = first.month == first.day == 1
    fields: dict[str, object] = {
        "year": first.year,
        "month": first.month,
        "last_month": last.month,
        "last_year": last.year,
        "roman": _ROMAN.get(first.month, ""),
        "nth": first.month // 3 + 1,
        "months": period.months or 0,
        "day": say.date(first),
        "last_day": say.date(last),
        "short_month": str(get_month_names("abbreviated", locale=say.language)[first.month]),
        "month_name": _month(first.month, say.language),
        "last_month_name": _month(last.month, say.language),
    }
    return say.text(f"{form}.{_period_key(period.months, whole_year, first, last)}", **fields)


def _period_key(months: int | None, from_january: bool, first: dt.date, last: dt.date) -> str:
    if months is None:
        return "day" if first == last else "until" if from_january and first.year == last.year else "days"
    if months == 12 and from_january:
        return "year"
    if months == 6 and first.month in (1, 7):
        return f"half{1 if first.month == 1 else 2}"
    if months == 3 and first.month in _ROMAN:
        return "quarter"
    if months == 1:
        return "month"
    if months % 12 == 0 and from_january:
        return "years"
    return "months" if from_january and months < 12 else "some_months"


def capitalise(text: str) -> str:
    """The text with its first letter raised, the rest as it is."""
    return text[:1].upper() + text[1:]


def decapitalise(text: str) -> str:
    """The text with its first letter lowered unless an acronym begins it."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def one_line(text: str) -> str:
    """A report's words on one line, without the marks that turn the direction of what stands around them.

    >>> one_line("GRDP\\u202e tăng\\n6,5%")
    'GRDP tăng 6,5%'
    """
    return " ".join(_TURNING.sub("", text).split())
