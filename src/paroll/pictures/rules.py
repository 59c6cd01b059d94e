"""What can be wrong with a picture."""

from __future__ import annotations

from paroll.finding import Rule, Severity

PATH = Rule(
    "P030",
    Severity.ERROR,
    "picture's path leads out of the programme's folder",
    "Pictures lie in the programme's own folder or in folders below it, and are named from there "
    "with forward slashes. So the folder can be sent to anyone, and a programme from somebody else "
    "cannot fetch files of yours.",
    bad="picture: C:\\Bilder\\akuten.jpg",
    good="picture: bilder/akuten.jpg",
)
MISSING = Rule(
    "P031",
    Severity.ERROR,
    "picture cannot be opened",
    "There is no such file in the programme's folder, or it may not be read. Capitals and small "
    "letters are told apart.",
    bad="picture: bilder/Akuten.JPG",
    good="picture: bilder/akuten.jpg",
)
FORMAT = Rule(
    "P032",
    Severity.ERROR,
    "picture is neither JPEG nor PNG nor SVG",
    "Photographs are JPEG or PNG files, drawings SVG. What a file is called does not count, only "
    "what is in it: a HEIC from a telephone stays one when its name is changed to .jpg.",
    bad="picture: bilder/akuten.heic",
    good="picture: bilder/akuten.jpg",
)
LARGE = Rule(
    "P033",
    Severity.ERROR,
    "picture is too large to read",
    "A file may have 60 000 000 bytes and 80 megapixels, or 25 megapixels where it must be decoded "
    "whole: as a PNG or a progressive JPEG. Nothing larger is shown on a slide or a leaflet, and "
    "such files are often made to exhaust the machine.",
)
BROKEN = Rule(
    "P034",
    Severity.ERROR,
    "picture is damaged",
    "The file is empty, ends too early or cannot be decoded: a copy or a download was broken off. "
    "Export or copy it anew.",
)
DRAWING = Rule(
    "P037",
    Severity.ERROR,
    "drawing cannot be shown as it is",
    "An SVG drawing is shown as filled shapes in plain colours, sharp at any size and the same in "
    "every program. Transforms, strokes, clones, styles and clips to a rectangle are worked in. "
    "Text, gradients, dashes, half-transparent paint, effects and pictures inside are not: they "
    "look different from program to program. What refers to other files or runs programs is "
    "refused, and so is a drawing of more than 2 000 000 bytes or 25 000 parts.",
)
RULES = (PATH, MISSING, FORMAT, LARGE, BROKEN, DRAWING)
