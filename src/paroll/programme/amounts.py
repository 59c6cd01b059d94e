"""Numbers as people write them: `1 200`, `41,5`, `−3`, `12 %`, and `–` where nothing is known."""

from __future__ import annotations

import re

from paroll.finding import Finding, Rule, Severity
from paroll.source import Plain, shortened
from paroll.tuples import NamedTuple

NOT_A_NUMBER = Rule(
    "P012",
    Severity.ERROR,
    "not a number",
    "A chart is drawn from numbers: `1 200`, `41,5`, `41.5`, `−3` or `12 %`. Write what is counted "
    "under `unit`, and a dash where nothing is known. One comma or point with three digits after "
    "it could be thousands or decimals: write a space for thousands.",
    bad="chart: bar\ndata:\n  - Luleå | 38\n  - Umeå | nästan 40",
    good="chart: bar\nunit: '%'\ndata:\n  - Luleå | 38\n  - Umeå | 39,5",
)
RULES = (NOT_A_NUMBER,)

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = rf"([+\-−–]?)[{_SPACES}]?([0-9][0-9.,'’{_SPACES}]*?)([{_SPACES}]?[%‰])?"
_GROUPED = rf"[0-9]{{1,3}}(?:([{_SPACES}.,'’])[0-9]{{3}})(?:\1[0-9]{{3}})*(?:[.,][0-9]+)?"
_WHOLE = r"[0-9]+(?:[.,][0-9]+)?"
_TWO_WAYS = r"[1-9][0-9]{0,2}[.,][0-9]{3}"
_NOTHING = frozenset({"", "-", "–", "—", "..", "…"})
LARGEST = 15
"""The most digits of a number: a spreadsheet keeps no more."""


class Amount(NamedTuple):
    """A number as it was typed: its value, its sign, how many decimals and if thousands are parted.

    `suffix` is a per cent sign typed after it, with its space.
    """

    typed: str
    value: float
    sign: str
    decimals: int
    grouped: bool
    suffix: str


def is_nothing(text: str) -> bool:
    """Say whether a cell stands for something that is not known."""
    return text in _NOTHING


def read_amount(cell: Plain) -> Amount | Finding:
    """Return the number that `cell` says, or the finding that it says none."""
    text = cell.text
    match = re.fullmatch(_NUMBER, text)
    digits = match[2].strip(_SPACES) if match else ""
    if match is None or not (re.fullmatch(_WHOLE, digits) or re.fullmatch(_GROUPED, digits)):
        message = f"“{shortened(text)}” is not a number"
        hint = "write a number such as 41,5; what it counts belongs to `unit`"
        return NOT_A_NUMBER.at(cell.span, message, hint)
    if re.fullmatch(_TWO_WAYS, digits):
        plain = digits.replace(".", " ").replace(",", " ")
        message = f"“{shortened(text)}” can be read in two ways"
        hint = f"write {plain} for thousands; with decimals leave out or add a digit"
        return NOT_A_NUMBER.at(cell.span, message, hint)
    whole, decimals = _parted(digits)
    if len(whole) + len(decimals) > LARGEST:
        message = f"“{shortened(text)}” has more than {LARGEST} digits"
        return NOT_A_NUMBER.at(cell.span, message, "round it, and say millions under `unit`")
    value = float(f"{whole}.{decimals or 0}")
    negative = match[1] in ("-", "−", "–")
    grouped = re.fullmatch(_GROUPED, digits) is not None and not re.fullmatch(_WHOLE, digits)
    return Amount(
        text, -value if negative else value, match[1], len(decimals), grouped, match[3] or ""
    )


def _parted(digits: str) -> tuple[str, str]:
    """Return the digits before and after the decimal sign."""
    last = max(digits.rfind("."), digits.rfind(","))
    marks = [letter for letter in digits if not letter.isdigit()]
    decimal = last >= 0 and (len(marks) == 1 or digits[last] != marks[0])
    whole, rest = (digits[:last], digits[last + 1 :]) if decimal else (digits, "")
    return re.sub(r"\D", "", whole), rest


def pattern(amount: Amount, unit: str) -> str:
    """Return the number format that makes a spreadsheet write `amount` as it was typed.

    Decimal sign and space of thousands are those of the reader's computer.
    """
    number = "#,##0" if amount.grouped else "0"
    if amount.decimals:
        number += "." + "0" * amount.decimals
    tail = _literal(amount.suffix or unit)
    plus = '"+"' if amount.sign == "+" else ""
    minus = f"{_literal(amount.sign)}{number}{tail}" if amount.sign in ("−", "–") else ""
    return f"{plus}{number}{tail}" + (f";{minus}" if minus else "")


def _literal(text: str) -> str:
    """Return `text` as a spreadsheet prints it and does not read it."""
    return '"' + text.replace('"', "”") + '"' if text else ""
