"""Whether a brand's fonts travel well inside its decks."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.brand.fonts import PREVIEW_AND_PRINT, licence, may_be
from paroll.brand.kit import Kit
from paroll.brand.model import Brand, Fonts
from paroll.finding import Finding, Rule, Severity
from paroll.sheet import Face

HEAVY = 2_000_000
"""How many bytes of fonts are worth a word: packed they add about a megabyte to each deck."""

READ_ONLY = Rule(
    "B021",
    Severity.WARNING,
    "decks with this font can only be read",
    "The font's maker allows to embed it for preview and print alone (OS/2 fsType). PowerPoint "
    "then asks whoever opens the deck to read it only, or to go on without the font.",
    bad="fonts: full  # with a font for preview and print",
    good="fonts: none",
)
NO_REGULAR = Rule(
    "B022",
    Severity.WARNING,
    "family without a regular face",
    "Windows knows a family by its regular face. A bold that travels in a deck without one may not "
    "be found there, and text is shown in another font.",
    bad="heading: {name: Archivo Condensed, bold: fonts/ArchivoCondensed-Bold.ttf, …}",
    good="heading: {name: Archivo Condensed, regular: fonts/ArchivoCondensed-Regular.ttf, …}",
)
TOO_HEAVY = Rule(
    "B023",
    Severity.WARNING,
    "fonts make each deck heavy",
    "Each deck carries the brand's fonts, so that it looks the same everywhere. Large ones, with "
    "alphabets that nobody needs, make files too large to send. Once the kit says what it wants, "
    "nothing more is said.",
    bad="body: {name: Noto Sans, regular: fonts/NotoSans-Regular.ttf, …}  # and no `fonts`",
    good="fonts: used",
)
RULES = (READ_ONLY, NO_REGULAR, TOO_HEAVY)


def check_embedding(kit: Kit, brand: Brand) -> Iterator[Finding]:
    """Yield what keeps the fonts of `brand`, read from `kit`, from travelling in decks."""
    if brand.fonts is Fonts.NONE:
        return
    yield from _read_only(kit, brand)
    yield from _no_regular(kit, brand)
    size = sum(len(data) for data in {file.data for file in brand.faces.values()})
    if kit.fonts is None and size > HEAVY:
        message = f"the fonts are {size / 1e6:.1f} MB, and each deck carries them"
        hint = "write `fonts: used` to leave out alphabets not used, or `fonts: full` to keep them"
        yield TOO_HEAVY.at(kit.families.span, message, hint)


def _read_only(kit: Kit, brand: Brand) -> Iterator[Finding]:
    families = (kit.families.heading, kit.families.body)
    for path in (p for k in families for p in (k.regular, k.bold, k.italic, k.bold_italic) if p):
        data = next((file.data for file in brand.faces.values() if file.path == path.text), b"")
        if may_be(licence(data), PREVIEW_AND_PRINT):
            message = "font may be embedded for preview and print only; decks open for reading only"
            hint = "write `fonts: none`, or ask its maker for a licence to edit"
            yield READ_ONLY.at(path.span, message, hint)


def _no_regular(kit: Kit, brand: Brand) -> Iterator[Finding]:
    """Yield a finding for a heading in bold alone; body families have a regular face always."""
    heading, names = kit.families.heading, {f: name.name for f, name in brand.families.items()}
    regular = {names[face.family] for face in brand.faces if face == Face(face.family)}
    if heading.name.text not in regular:
        message = f"“{heading.name}” has a bold face and no regular one"
        hint = "name its regular file too, or write `fonts: none`"
        yield NO_REGULAR.at(heading.bold.span, message, hint)
