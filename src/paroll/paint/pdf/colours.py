"""The two ways a PDF states its colours."""

from __future__ import annotations

from enum import StrEnum


class Colours(StrEnum):
    """Where a PDF is going: `SCREEN` is in RGB, `PRESS` in CMYK and spot inks without any RGB."""

    SCREEN = "screen"
    PRESS = "press"
