"""Pictures: files an author names, judged by their heads, then cut to the places they are shown in.

Reading opens a file far enough to know what it is and how large. Pixels are decoded later, once
for each place, when that place is known.
"""

from paroll.pictures.develop import Cut, Damaged, develop, region
from paroll.pictures.photo import Photo, read_photo, unheard
from paroll.pictures.rules import BROKEN, FORMAT, LARGE, MISSING, PATH, RULES

__all__ = [
    "BROKEN",
    "FORMAT",
    "LARGE",
    "MISSING",
    "PATH",
    "RULES",
    "Cut",
    "Damaged",
    "Photo",
    "develop",
    "read_photo",
    "region",
    "unheard",
]
