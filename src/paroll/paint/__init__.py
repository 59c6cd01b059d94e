"""Painters: sheets to bytes."""


class Unsound(Exception):
    """A painter made a file that other programs would not take as it is: paroll's own fault.

    `str()` says what is wrong, a line for each fault. Nothing of such a file may be released.
    """
