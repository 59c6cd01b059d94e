"""Fields of a slide: the date, the sender and the number of the page."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.compose.misfit import overlong
from paroll.finding import Finding
from paroll.layout.setting import fits, set_text
from paroll.looks.house import House
from paroll.programme.model import Programme
from paroll.sheet import FIELDS, Layout, Paragraph, Role, Run, Text

TODAY = "today"
"""What an author writes for the day on which the deck is shown."""


def set_fields(programme: Programme, house: House, layout: Layout, number: int) -> tuple[Text, ...]:
    """Set what the fields of a layout say on page `number`, in the order they are read."""
    said = _said(programme, house) | {Role.PAGE: (Paragraph((Run(str(number)),)),)}
    slots = sorted((s for s in layout.slots if s.role in said), key=lambda s: FIELDS.index(s.role))
    return tuple(set_text(house.case, slot, said[slot.role]) for slot in slots)


def _said(programme: Programme, house: House) -> dict[Role, tuple[Paragraph, ...]]:
    said: dict[Role, tuple[Paragraph, ...]] = {}
    if programme.date:
        date = Paragraph((Run(programme.date.text),), span=programme.date.span)
        # There is no clock here: PowerPoint knows the day, a PDF leaves it out.
        said[Role.DATE] = () if programme.date.text == TODAY else (date,)
    if house.sender.text:
        said[Role.FOOTER] = (house.sender_paragraph,)
    return said


def check_date(
    programme: Programme, house: House, layouts: tuple[Layout, ...]
) -> Iterator[Finding]:
    """Yield that the date is too long for its place on some layout."""
    paragraphs = _said(programme, house).get(Role.DATE, ())
    slots = (slot for layout in layouts for slot in layout.slots if slot.role is Role.DATE)
    for slot in slots if paragraphs else ():
        if not fits(house.case, slot, paragraphs):
            yield overlong(house.case, slot, paragraphs)
            return
