"""A photograph among paragraphs, as wide as its column."""

from __future__ import annotations

from paroll.kinds.kind import Group, Inset, Level, Pieces, picture_slot
from paroll.kinds.picture import PICTURE
from paroll.layout.shot import Shot
from paroll.layout.typecase import Typecase
from paroll.looks.house import House
from paroll.pictures import Photo
from paroll.sheet import Picture, Slot

NARROWEST, WIDEST = 0.8, 1.9
"""How many times as wide as high a photograph is; what is more upright or wider is cut."""
HIGHEST = 0.75
"""How high it is at most, as a part of its column's width: an upright one does not fill that."""
BEFORE = 0.4
"""The air above it, as a part of the size of the text."""
LEAST_PPI = 150
"""How many pixels per inch it has at least; printers warn below."""
EASE = 1.12
"""How much larger than what is read with ease the text is where a photograph takes room from it."""


class PictureInset(Inset):
    """A photograph among paragraphs. It is not parted, and cut when its place is known.

    It gives way before all that has figures.
    """

    ease = EASE

    def __init__(self, shot: Shot, words: tuple[Group, ...], house: House) -> None:
        super().__init__(words, house)
        self.shot = shot

    def stands(self, case: Typecase, slot: Slot) -> bool:
        """See `Inset.stands`: it has pixels enough."""
        del case
        return self.shot.pixels_per_inch(self.place(slot)) >= LEAST_PPI

    def pieces(self, case: Typecase, slot: Slot) -> Pieces:
        """See `Inset.pieces`."""
        del case
        style = slot.levels[Level.TEXT]
        height = self.place(slot).box.h
        return Pieces(round(style.size * BEFORE + style.before), 0, (height,))

    def set(self, case: Typecase, slot: Slot) -> Picture:
        """See `Inset.set`."""
        return self.shot.set(case, self.place(slot))

    def place(self, slot: Slot) -> Slot:
        """Return the slot of the photograph in the column `slot`."""
        photo, room = self.shot.photo, slot.box
        if not isinstance(photo, Photo):
            raise TypeError("drawings do not stand among paragraphs")
        aspect = min(max(photo.width / photo.height, NARROWEST), WIDEST)
        height = min(room.w / aspect, room.w * HIGHEST)
        box = room._replace(w=round(height * aspect), h=round(height))
        return picture_slot(self.house, box, f"{slot.name}, {PICTURE.lower()}")
