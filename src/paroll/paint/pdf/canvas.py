"""The one place that reaches behind reportlab's public face.

reportlab writes the file, its pages, forms, links and outline. It cannot place glyphs by number,
keep Helvetica out or give a form its spot colours, so that is mended here. Importing this module
imports reportlab.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

from reportlab import rl_config
from reportlab.lib.colors import CMYKColorSep
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from paroll.brand.colour import nearest
from paroll.brand.model import COLOURS, Brand
from paroll.paint.pdf.objects import Info, composite_font, image, overprint
from paroll.paint.pdf.pictures import samples
from paroll.sheet import Colour, Document, GlyphRun, Shape
from paroll.units import Box, Emu, mm, pt, to_pt

if TYPE_CHECKING:
    from paroll.paint.pdf.separation import Press
    from paroll.paint.pdf.text import Lettering
    from paroll.printers import Cmyk, Printer

# Settings of the whole process: nobody's own reportlab settings may change our files.
rl_config.useA85 = rl_config.pdfComments = rl_config.pdfMultiLine = 0
rl_config.canvas_baseColor = None

_LEAST_PAINTED = pt(2)
"""What is painted beyond a page without bleed: more than a pixel at any zoom."""

SMALL = pt(12)
"""Below this size black text is printed over what lies under it, as print shops ask."""
THIN = pt(2)
"""Below this weight black lines are, too."""
LARGE = mm(20)
"""From this width and height on, a black area is one of those that look grey without other inks."""
BLACK: Cmyk = (0, 0, 0, 100)

_OVER, _KNOCK_OUT = "Over", "KnockOut"
_NO_IDENTIFIER = b"0" * 32
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


class Canvas(canvas.Canvas):  # type: ignore[misc]
    """A reportlab canvas for one document: its page size, inks and fonts.

    The origin is the top left corner of the trimmed page; y grows upwards, so all of the page
    lies below 0. `painted` is the page with its bleed. On screen the page is a finished one, cut
    to its trim; what is painted beyond keeps its edges sharp where they fall between pixels.
    """

    def __init__(
        self, document: Document, brand: Brand, printer: Printer | None, lettering: Lettering
    ) -> None:
        bleed, trim = max(document.bleed, _LEAST_PAINTED), document.size
        self.painted = Box.between(-bleed, -bleed, trim.w + bleed, trim.h + bleed)
        self._printer, self._inks, self._ink = printer, brand.colours, ""
        self._states: dict[str, object] = {}
        edge = to_pt(document.bleed) if printer else 0
        width, height = to_pt(trim.w) + 2 * edge, to_pt(trim.h) + 2 * edge
        self._origin, self._size = (edge, height - edge), (width, height)
        boxes = {
            "trimBox": (edge, edge, width - edge, height - edge),
            "bleedBox": (0, 0, width, height),
        }
        super().__init__(
            BytesIO(),
            pagesize=(width, height),
            pageCompression=1,
            pdfVersion=(1, 6),
            lang=document.language,
            **(boxes if printer else {}),
        )
        self._doc.info = Info(document.title, document.author)
        self._doc._ID = b"[<%b><%b>]" % (_NO_IDENTIFIER, _NO_IDENTIFIER)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.lettering = lettering
        resources = self._doc.idToObject[pdfdoc.BasicFonts]
        for name, font in {font.resource: font for font in lettering.fonts.values()}.items():
            resources[name] = self._doc.Reference(composite_font(font, self._doc))

    def _make_preamble(self) -> None:
        """Begin no stream with Helvetica, as reportlab does: it would stand unembedded."""
        self._preamble = ""

    def _setExtGState(self, stream: pdfdoc.PDFObject) -> None:  # noqa: N802  (reportlab's name)
        """Give a page or a form the graphics states in use."""
        stream.ExtGState = pdfdoc.PDFDictionary(self._states) if self._states else None

    @contextmanager
    def form(self, name: str) -> Iterator[None]:
        """Draw a form for `doForm`; only before the first page."""
        box = self.painted
        self._ink = ""
        self.beginForm(name, to_pt(box.x), -to_pt(box.bottom), to_pt(box.right), -to_pt(box.y))
        yield
        self.endForm()
        # reportlab leaves colour spaces out of a form's resources.
        form = self._doc.idToObject[self._doc.getXObjectName(name)]
        form.Resources = pdfdoc.PDFResourceDictionary(
            XObject=form.XObjects or {}, ExtGState=form.ExtGState or {}
        )
        form.Resources.basicFonts()
        form.Resources.setColorSpace(form._colorsUsed)

    @contextmanager
    def page(self, width: Emu = 0) -> Iterator[None]:
        """Draw a page, clipped to `painted` for whoever puts marks round it.

        A `width` of its own is for screens: print has pages of one size.
        """
        box = self.painted
        self._ink = ""
        self.setPageSize((to_pt(width), self._size[1]) if width else self._size)
        self.translate(*self._origin)
        clip = self.beginPath()
        clip.rect(to_pt(box.x), -to_pt(box.bottom), to_pt(box.w), to_pt(box.h))
        self.clipPath(clip, stroke=0, fill=0)
        yield
        self.showPage()
        # reportlab gives each page an empty transition.
        self._doc.Pages.pages[-1].Trans = None

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what repeats from page to page: screen readers skip it (ISO 32000-1, 14.8.2.2)."""
        self.addLiteral("/Artifact <</Type /Pagination>> BDC")
        yield
        self.addLiteral("EMC")

    def fill(self, colour: Colour, box: Box | None = None) -> None:
        """Fill what follows in a colour of the brand: an area that fills `box`, or finer things."""
        ink = self._inks[colour]
        if self._printer is None:
            self._fill(colour, lambda: self._fill_rgb(ink.screen))
        elif ink.spot:
            parts = (part / 100 for part in ink.cmyk)
            self._fill(colour, lambda: self.setFillColor(CMYKColorSep(*parts, spotName=ink.spot)))
        elif box and ink.cmyk == BLACK and min(box.w, box.h) >= LARGE:
            rich = self._printer.rich_black
            self._fill("rich black", lambda: self._fill_cmyk(rich))
        else:
            self._fill(colour, lambda: self._fill_cmyk(ink.cmyk))

    def fill_literally(self, screen: str) -> None:
        """Fill what follows in a colour `#RRGGBB`: the brand's where it is one of them."""
        if self._printer is None:
            self._fill_rgb(screen)
        elif own := nearest(screen, self._inks):
            self.fill(own)
        elif self._press:
            from paroll.paint.pdf.separation import separated_colour  # noqa: PLC0415  (Pillow)

            self._fill_cmyk(separated_colour(screen, self._press))
        self._ink = ""

    def _fill(self, name: str, change: Callable[[], None]) -> None:
        if name != self._ink:
            self._ink = name
            change()

    def _fill_rgb(self, screen: str) -> None:
        self.setFillColorRGB(*(byte / 255 for byte in bytes.fromhex(screen[1:])))

    def _fill_cmyk(self, inks: Cmyk) -> None:
        self.setFillColorCMYK(*(part / 100 for part in inks))

    def is_over(self, mark: GlyphRun | Shape) -> bool:
        """Say whether text or a line is printed over what lies under it: fine, in black alone.

        Then no white edge shows where two plates do not meet. All other colours knock out, white
        first of all.
        """
        if isinstance(mark, Shape):
            ink, is_fine = self._inks[mark.fill], min(mark.box.w, mark.box.h) < THIN
        else:
            ink, is_fine = self._inks[mark.colour], mark.size < SMALL
        return self._printer is not None and is_fine and ink.cmyk == BLACK and not ink.spot

    def overprint(self, *, on: bool) -> None:
        """Print what follows over what lies under it, or, as usual, knock that out."""
        name = _OVER if on else _KNOCK_OUT
        if name not in self._states:
            self._states[name] = self._doc.Reference(overprint(on=on))
        self.addLiteral(f"/{name} gs")

    @cached_property
    def _press(self) -> Press | None:
        if self._printer is None:
            return None
        from paroll.paint.pdf.separation import press_of  # noqa: PLC0415  (Pillow)

        return press_of(self._printer, [self._inks[role] for role in COLOURS])

    def picture(self, data: bytes) -> str:
        """Embed a PNG or JPEG file, once, and return its name for `doForm`."""
        name = blake2b(data, digest_size=16).hexdigest()
        key = self._doc.getXObjectName(name)
        if key not in self._doc.idToObject:
            self._doc.Reference(image(samples(data, self._press)), key)
        return name

    def leap(self, name: str, key: str, box: Box) -> None:
        """Make `box` of the page a link to the page bookmarked as `key`; nothing is drawn."""
        self.linkRect(name, key, _corners(box), relative=1, F=4)

    def link(self, url: str, box: Box) -> None:
        """Make `box` of the page a link; nothing is drawn."""
        target = quote(url, safe=_ASCII)  # a URI is ASCII (ISO 32000-1, 12.6.4.7)
        self.linkURL(target, _corners(box), relative=1, F=4, Contents=pdfdoc.PDFString(url))

    def finished(self) -> bytes:
        """Return the file; its identifier is a digest of all the rest."""
        data: bytes = self.getpdfdata()
        body, trailer, rest = data.rpartition(b"trailer")
        digest = blake2b(data, digest_size=16).hexdigest().encode()
        return body + trailer + rest.replace(_NO_IDENTIFIER, digest)


def _corners(box: Box) -> tuple[float, float, float, float]:
    return (to_pt(box.x), -to_pt(box.bottom), to_pt(box.right), -to_pt(box.y))
