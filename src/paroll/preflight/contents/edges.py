"""Faults of a page as a whole: emptiness, contents that were not read."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.preflight.contents import rules
from paroll.preflight.contents.faults import Fault
from paroll.preflight.contents.grounds import is_white
from paroll.preflight.contents.painted import Painted, Sheet
from paroll.printers import Printer


def page_faults(sheet: Sheet, _: Printer) -> Iterator[Fault]:
    """Yield what is wrong with the page as a whole."""
    if not sheet.whole:
        yield Fault(rules.UNREAD, "the page could not be read to its end", "simplify the page")
    elif not any(one.box.touches(sheet.trim) and not _is_paper(one) for one in sheet.objects):
        yield Fault(rules.EMPTY, "nothing is painted on the page", "tell the print shop if meant")


def _is_paper(one: Painted) -> bool:
    return one.colour is not None and is_white(one.colour)
