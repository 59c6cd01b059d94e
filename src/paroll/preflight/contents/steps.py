"""The operators of contents, as many as can be read in bounded time and memory."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from sys import intern

import pikepdf

from paroll.preflight.contents.state import Operands
from paroll.tuples import NamedTuple

MOST_BYTES = 1 << 24
"""The longest contents that are read."""
MOST_TOKENS = 1_000_000
"""How many words contents may have: the parser takes up to 300 bytes for each."""
INLINE = "INLINE IMAGE"
PAGE = "page"
"""What contents are known by that no number stands for."""
Parsed = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage


class Budget:
    """How much more may be read: operators of all pages together."""

    def __init__(self, operators: int = 400_000) -> None:
        self.left = operators

    def spend(self, operators: int = 1) -> bool:
        """Take so many away; return whether there were as many left."""
        self.left -= operators
        return self.left >= 0


class Step(NamedTuple):
    """An operator and its operands, and both as the parser has them.

    An inline image is the one operand of `INLINE`.
    """

    operator: str
    operands: Operands
    parsed: Parsed


Load = Callable[[], bytes | None]
"""Returns contents, or None if they cannot be read."""


def steps(contents: bytes) -> list[Step] | None:
    """Return the operators of contents, or None if they are too many or cannot be read."""
    if len(contents) > MOST_BYTES or contents.count(b" ") + contents.count(b"\n") > MOST_TOKENS:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            holder = pikepdf.new()  # its objects end with it
            stream = pikepdf.Stream(holder, contents)
            return [_step(one) for one in pikepdf.parse_content_stream(stream)]
        except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, ArithmeticError):
            return None


def _step(one: Parsed) -> Step:
    if isinstance(one, pikepdf.ContentStreamInlineImage):
        return Step(INLINE, [one.iimage], one)
    return Step(intern(str(one.operator)), list(one.operands), one)
