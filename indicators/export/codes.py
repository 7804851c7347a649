"""What columns and their codes mean, in the reader's language."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import pandas as pd

from indicators import lexicon
from indicators.wording import Wording

#: columns whose codes have labels in the lexicon's file of codes
_LABELLED = ("activity", "measure", "qualifier", "nature", "plan_setter", "price_base", "rule")


def described(column: str, language: str) -> str:
    """What a column holds, in plain words. Raises ``KeyError`` on a column that the lexicon does not know."""
    if column == "link":  # a file's own, no part of the table
        return Wording(language).text("file.row_link")
    return lexicon.columns()[column].text(language).replace("`", "")


@cache
def meanings(language: str) -> Mapping[str, Mapping[str, str]]:
    """The words for the codes of each column that has codes."""
    say = Wording(language)
    found = {
        "indicator": {
            code: entry.en if language == "en" else entry.vi for code, entry in lexicon.indicators().items()
        },
        "ref_area": {code: say.area(code) for code in lexicon.areas()},
        "unit_measure": {code: say.unit(code) for code in lexicon.units()},
    }
    for column in _LABELLED:
        labels = lexicon.labels(column)
        found[column] = {
            code: label.text(language) or say.text("file.stated") for code, label in labels.items()
        }
    return MappingProxyType(found)


def used(table: pd.DataFrame, language: str) -> dict[str, dict[str, str]]:
    """The codes that a table uses, by column in its order, with their words."""
    known, found = meanings(language), {}
    for column in (name for name in table.columns if name in known):
        there = set(table[column].unique())
        found[column] = {code: words for code, words in known[column].items() if code in there}
    return found
