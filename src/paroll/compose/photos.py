"""Photographs in printed matter, cut when their places are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from paroll.compose.darkroom import coarse, developed
from paroll.compose.house import context_of
from paroll.finding import Finding
from paroll.kinds.columns import COLUMN
from paroll.kinds.kind import Context
from paroll.kinds.picture import Picture as PictureSection
from paroll.kinds.picture import flowed
from paroll.kinds.picture_inset import LEAST_PPI, PictureInset
from paroll.kinds.shots import shot_of
from paroll.layout.fit import Page, set_page
from paroll.looks.house import House
from paroll.programme.model import Programme, Section
from paroll.sheet import Layout, Mark, Picture, Sheet, Slot, Text
from paroll.tuples import NamedTuple


class _Frame(NamedTuple):
    """A photograph that is not cut yet, its slot, and the section it is from."""

    mark: Picture
    slot: Slot
    section: PictureSection


def with_photos(
    programme: Programme, house: House, sheets: Sequence[Sheet], said: Iterable[Section]
) -> tuple[tuple[Sheet, ...], list[Finding]]:
    """Return `sheets` with the photographs that stand in their texts, and what is wrong with them.

    One that cannot be decoded is left out. Of those in what is `said` it is told which have too few
    pixels to stand there.
    """
    context = context_of(programme, house)
    missing = [] if house.form.gist else list(_too_coarse(context, sheets, said))
    frames = list(_frames(programme, sheets))
    if not frames:
        return tuple(sheets), missing

    def page(frame: _Frame) -> Page:
        slot, section = frame.slot, frame.section
        shot = shot_of(section.picture, context, section.alt, section.focus)
        return Page(Layout(slot.name, "photo", "paper", (), (slot,)), {slot.name: shot})

    pages, faults = developed([page(frame) for frame in frames], house.form.medium)
    done: dict[Mark, tuple[Mark, ...]] = {
        frame.mark: set_page(house.case, made) for frame, made in zip(frames, pages, strict=True)
    }
    shown = (tuple(m for mark in s.content for m in done.get(mark, (mark,))) for s in sheets)
    made = tuple(s._replace(content=c) for s, c in zip(sheets, shown, strict=True))
    return made, [*missing, *faults]


def _too_coarse(
    context: Context, sheets: Sequence[Sheet], said: Iterable[Section]
) -> Iterator[Finding]:
    """Yield a finding for each photograph that has too few pixels for the columns of text."""
    marks = (mark for sheet in sheets for mark in sheet.content if isinstance(mark, Text))
    slots = [mark.slot for mark in marks if mark.slot.name.startswith(COLUMN)]
    if not slots:
        return
    narrowest = min(slots, key=lambda slot: slot.box.w)
    photos = (section for section in said if isinstance(section, PictureSection))
    for item in (item for s in photos for passage in flowed(s, context) for item in passage):
        if isinstance(item, PictureInset):
            finding = coarse(item.place(narrowest), item.shot, LEAST_PPI)
            if finding:
                yield finding._replace(message=f"{finding.message}: it is left out")


def _frames(programme: Programme, sheets: Sequence[Sheet]) -> Iterator[_Frame]:
    sections = [s for s in programme.sections if isinstance(s, PictureSection)]
    named = {section.picture.span: section for section in sections}
    for mark in (mark for sheet in sheets for mark in sheet.content):
        if isinstance(mark, Picture) and not mark.data and mark.slot and mark.span in named:
            yield _Frame(mark, mark.slot, named[mark.span])
