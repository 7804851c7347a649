"""A doubt in words: what the rows state, and what would follow from them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from indicators.checking import CHECKS, Doubt, doubts
from indicators.model import TOTAL
from indicators.table import records
from indicators.views.picking import spelled
from indicators.wording import Wording, capitalise, decapitalise, family_of

#: what a sentence asks of a row
_STATED = (
    *("indicator", "activity", "measure"),
    *("value", "value_upper", "qualifier", "unit_measure", "unit_mult"),
)
#: measures whose figures are told with their sign
_SIGNED = ("GROWTH_YOY", "GROWTH_POP", "GROWTH_YTD", "GROWTH_AVG", "CHANGE")


def reason(doubt: Doubt, rows: pd.DataFrame, wording: Wording) -> str:
    """The sentence that tells a doubt, made from the ``rows`` of the table that it names, in its order."""
    return _sentence(doubt, records(rows[list(_STATED)]), wording)


def reasons(found: Sequence[Doubt], rich: pd.DataFrame, wording: Wording) -> list[str]:
    """The sentences of many doubts of the table ``rich``, whose rows are looked up at once."""
    places = sorted({row for doubt in found for row in doubt.rows})
    told = spelled(rich, np.array(places, dtype=np.intp), _STATED)
    rows = dict(zip(places, records(told), strict=True))
    return [_sentence(doubt, [rows[row] for row in doubt.rows], wording) for doubt in found]


def _sentence(doubt: Doubt, told: Sequence[Mapping[str, Any]], wording: Wording) -> str:
    first, others = told[0], told[1:]
    figures = [_figure(row, wording) for row in others]
    named = [f"{_name(row, wording)} {figure}" for row, figure in zip(others, figures, strict=True)]
    sentence = wording.text(
        f"doubt.{doubt.check}",
        what=_name(first, wording),
        told=_figure(first, wording),
        expected=_stated(doubt.expected, first, wording),
        parts=listed(named, wording),
        first=figures[0] if figures else "",
        second=figures[1] if len(figures) > 1 else "",
    )
    return capitalise(sentence)


def listed(parts: Sequence[str], wording: Wording) -> str:
    """The parts as a list in a sentence: "a, b và c"."""
    *rest, last = parts or [""]
    return wording.text("listed", rest=", ".join(rest), last=last) if rest else last


def _name(row: Mapping[Any, Any], wording: Wording) -> str:
    part = str(row["activity"])
    name = wording.short(family_of()[row["indicator"]]) if part == TOTAL else wording.activity(part)
    return decapitalise(name)


def _figure(row: Mapping[Any, Any], wording: Wording) -> str:
    signed = row["measure"] in _SIGNED
    shown = wording.figure(row["value"], row["value_upper"], row["qualifier"], signed, words=True)
    return wording.amount(shown, row["unit_measure"], int(row["unit_mult"]))


def _stated(value: float, row: Mapping[Any, Any], wording: Wording) -> str:
    """A value in the unit of the row, to two decimals."""
    shown = wording.number(value, 2, signed=row["measure"] in _SIGNED)
    return wording.amount(shown, row["unit_measure"], int(row["unit_mult"]))


def first_doubts(rich: pd.DataFrame, most: int, leave: Collection[str] = ()) -> list[Doubt]:
    """What can't all be true, but for the checks to ``leave``, in the order of the checks.

    A check keeps to rows of one area: areas are taken one after the other until there are ``most`` doubts, so
    that a table of a million rows is not checked for more than is listed.
    """
    found: list[Doubt] = []
    for places in rich.groupby("ref_area", observed=True, sort=False).indices.values():
        found += [
            replace(doubt, rows=tuple(int(places[row]) for row in doubt.rows))
            for doubt in doubts(rich.iloc[places])
            if doubt.check not in leave
        ]
        if len(found) >= most:
            break
    order = [check.__name__ for check in CHECKS]
    return sorted(found, key=lambda doubt: (order.index(doubt.check), doubt.rows))[:most]
