"""Figures: which texts are quantities, and where in a column of them the units digit stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paroll.tuples import NamedTuple

_SPACE = r"[ \u00a0\u2009\u202f]"
# A sign or currency, digits in groups, decimals, a unit or two: "+1 200 kr", "< 0,5 %", "€12.50",
# "3 mdkr/år". Dates, times, ranges and telephone numbers are no quantities.
_QUANTITY = re.compile(
    rf"(?:[+\-\u2212\u2013±~≈<>≤≥]{_SPACE}?|[€$£]{_SPACE}?|ca\.?{_SPACE})*"
    rf"\d+(?:(?:{_SPACE}|[.,'’])\d+)*"
    rf"(?:{_SPACE}?(?:[%‰€$£°]|°C|[^\W\d_]{{1,9}}[²³.]?(?:/[^\W\d_]{{1,9}})?))?"
    rf"(?:{_SPACE}(?:kr|kronor|euro|€))?"
)
# What stands in a column of figures where there is none.
_NONE = re.compile(r"[-\u2013\u2014.…*x]{0,3}")
_DECIMALS = re.compile(r"^[.,]\d+")
_LAST_SIGN = re.compile(r"(\d+)([.,])(\d+)\D*$")
_THOUSAND = 3
_SHORT = 16


class Column(NamedTuple):
    """A column of quantities. `tails` says what of each text stands right of the units digit."""

    tails: tuple[str, ...]


def column(texts: Sequence[str]) -> Column | None:
    """Return what `texts` are as a column of quantities, or None if some are none.

    Tails are empty where all texts end alike, or cannot be aligned since their units differ.
    """
    found = [bool(_QUANTITY.fullmatch(text)) for text in texts]
    others = [text for text, own in zip(texts, found, strict=True) if not own]
    if not any(found) or not all(map(_NONE.fullmatch, others)):
        return None
    point = _point(texts)
    tails = [_tail(text, point) if own else "" for text, own in zip(texts, found, strict=True)]
    units = {_DECIMALS.sub("", tail) for tail, own in zip(tails, found, strict=True) if own}
    return Column(tuple(tails) if len(units) == 1 else ("",) * len(texts))


def is_whole(text: str) -> bool:
    """Say whether `text` is digits and signs alone, and short: a range, a time, a date, a number.

    Lines do not end within such a text: "8\u201317", "2024-05-01", "0706-32 11 65".
    """
    signs = len(text) <= _SHORT and any(sign.isdigit() for sign in text)
    return signs and not any(sign.isalpha() for sign in text)


def unit_of(text: str) -> str | None:
    """Return the unit of a quantity, empty if it names none, or None if `text` is no quantity."""
    if not _QUANTITY.fullmatch(text):
        return None
    return "".join(sign for sign in text if sign.isalpha() or sign in "%‰€$£°/")


def _point(texts: Sequence[str]) -> str:
    """Return the decimal sign of a column: one that does not part thousands everywhere."""
    for match in filter(None, map(_LAST_SIGN.search, texts)):
        whole, sign, rest = match.groups()
        if len(rest) != _THOUSAND or whole == "0":
            return sign
    return ""


def _tail(text: str, point: str) -> str:
    """Return what follows the units digit."""
    last = max(place for place, sign in enumerate(text) if sign.isdigit())
    start = text.rfind(point) if point and point in text else last + 1
    return text[start:]
