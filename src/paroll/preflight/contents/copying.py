"""Copies objects from one PDF into another, those without a number as well."""

from __future__ import annotations

import pikepdf

from paroll.preflight.reading import identity, items, pairs

DEEPEST = 20


def copied(value: object, into: pikepdf.Pdf, deepest: int = DEEPEST) -> object:
    """Return `value` for use in another file; what is too deep or cannot be copied is None."""
    if not isinstance(value, pikepdf.Object):
        return value
    try:
        if identity(value) is not None:
            return into.copy_foreign(value)
        return _shallow(value, into, deepest - 1) if deepest > 0 else None
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError):
        return None


def _shallow(value: pikepdf.Object, into: pikepdf.Pdf, deepest: int) -> object:
    """Copy an object that has no number, and what is in it."""
    if isinstance(value, pikepdf.Array):
        return pikepdf.Array([copied(item, into, deepest) for item in items(value)])
    if isinstance(value, pikepdf.Dictionary):
        found = {f"/{k}": copied(v, into, deepest) for k, v in pairs(value)}
        return pikepdf.Dictionary({k: v for k, v in found.items() if v is not None})
    return value
