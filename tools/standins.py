"""Write how wide the letters of common system fonts are, for the fit of decks without our fonts.

    python tools/standins.py FOLDER…

The fonts themselves are not ours to ship, nor needed: free fonts were drawn to the same widths.
FOLDERs (default: Debian's) hold Liberation 1, Carlito, DejaVu and Gelasio; on Debian they come in
the packages fonts-liberation, fonts-crosextra-carlito and fonts-dejavu-core, Gelasio in the npm
package @fontsource/gelasio.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

from paroll.brand.standins import DATA, FACES

DEBIAN = Path("/usr/share/fonts")
ABOUT = (
    "Advance widths in thousandths of the size: for each width the characters that have it. Taken "
    "by tools/standins.py from fonts made to the widths of those named: Liberation 1.07 "
    "(Arial, Arial Narrow, Times New Roman), Carlito (Calibri), Gelasio (Georgia); Verdana from "
    "DejaVu Sans, which is alike to about 1 % of a line, not equal. Widths are facts, no part of "
    "these fonts is here; they are under GPL 2 with font exception (Liberation 1), SIL OFL 1.1 "
    "(Carlito, Gelasio) and the Bitstream Vera licence (DejaVu)."
)
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
DEJAVU = ("", "-Bold", "-Oblique", "-BoldOblique")
WEB = ("400-normal", "700-normal", "400-italic", "700-italic")
SOURCES = {
    "Arial": [[f"LiberationSans-{style}.ttf"] for style in STYLES],
    "Arial Narrow": [[f"LiberationSansNarrow-{style}.ttf"] for style in STYLES],
    "Calibri": [[f"Carlito-{style}.ttf"] for style in STYLES],
    "Georgia": [[f"gelasio-{part}-{s}.woff" for part in ("latin", "latin-ext")] for s in WEB],
    "Times New Roman": [[f"LiberationSerif-{style}.ttf"] for style in STYLES],
    "Verdana": [[f"DejaVuSans{style}.ttf"] for style in DEJAVU],
}
WANTED = frozenset(
    chain
    for span in ((0x20, 0x7F), (0xA0, 0x180), (0x218, 0x21C), (0x2009, 0x2027), (0x2030, 0x203B))
    for chain in range(*span)
) | {0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2264, 0x2265}


def main(folders: Iterable[Path]) -> None:
    """Write the widths."""
    files = {file.name: file for folder in folders for file in sorted(folder.rglob("*"))}
    families = {
        name: {
            face: grouped(widths(files[part] for part in parts))
            for face, parts in zip(FACES, sources, strict=True)
        }
        for name, sources in SOURCES.items()
    }
    lines = [f'"about": {json.dumps(ABOUT)}']
    for name, faces in families.items():
        inner = ",\n".join(f'"{f}": {json.dumps(g, ensure_ascii=False)}' for f, g in faces.items())
        lines.append(f'"{name}": {{\n{inner}\n}}')
    DATA.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def widths(files: Iterable[Path]) -> dict[int, int]:
    """Return the width of each character wanted in thousandths, from the first file with it."""
    return dict(sorted(each for file in reversed([*files]) for each in advances(file)))


def advances(file: Path) -> Iterator[tuple[int, int]]:
    """Yield each character wanted that a font has, and its width."""
    font = TTFont(file)
    units, table = font["head"].unitsPerEm, font["hmtx"]
    for code, glyph in font.getBestCmap().items():
        if code in WANTED:
            yield code, round(1000 * table[glyph][0] / units)


def grouped(own: Mapping[int, int]) -> dict[str, str]:
    """Return the characters of each width."""
    groups: dict[int, str] = defaultdict(str)
    for code, width in own.items():
        groups[width] += chr(code)
    return {str(width): groups[width] for width in sorted(groups)}


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]] or [DEBIAN])
