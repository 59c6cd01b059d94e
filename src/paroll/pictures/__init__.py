"""Pictures: files an author names, judged by their heads, then cut to the places they are shown in.

`read` opens a file far enough to know what it is and how large. `develop` decodes its pixels later,
once for each place, when that place is known. Both are imported only where there are pictures.
"""

from paroll.pictures.model import Cut, Damaged, Photo, Region, Sketch, region
from paroll.pictures.rules import RULES

__all__ = ["RULES", "Cut", "Damaged", "Photo", "Region", "Sketch", "region"]
