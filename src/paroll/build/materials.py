"""Materials: what can be made of a programme. A new one is a row in the table at the end.

Composers, painters and presses are imported when they are needed: `paroll check` loads no painter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from paroll.brand.model import Brand
from paroll.build.naming import IMPOSED, PRINT, PROOF, numbered
from paroll.finding import Finding
from paroll.formats import BOOKLET_A5, DECK, FOLDED, LEAFLET_A5, POSTERS, SHEETS, SOCIAL, Format
from paroll.layout.typecase import Typecase
from paroll.programme.model import Programme
from paroll.sheet import Document
from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from paroll.build.terms import Terms
    from paroll.compose.proof import Proof
    from paroll.paint.pdf import Lettering
    from paroll.printers import Printer

Composed = tuple[Document, list[Finding]]
Compose = Callable[[Programme, Brand, Format, Typecase], Composed]
Files = Mapping[str, bytes]
"""Finished files by name, as they are to stand below the programme's folder."""


class Copy:
    """A composed material on its way to files; what several of them need is made once.

    What is printed has `terms`; without any it is for the usual printer.
    """

    def __init__(self, document: Document, brand: Brand, terms: Terms | None = None) -> None:
        self.document, self.brand, self.terms = document, brand, terms

    @cached_property
    def screen(self) -> bytes:
        """The PDF for screens: trimmed pages, in RGB."""
        from paroll.paint import pdf

        return pdf.paint(self.document, self.brand, None, self._lettering)

    @cached_property
    def printed(self) -> bytes:
        """The PDF for the printing press, as its printer wants it, found without errors."""
        from paroll.build.gate import let_through

        form = self.terms.form if self.terms else None
        name = f"{form.name if form else 'sheets'}{PRINT}"
        return let_through(self.finished, name, self.printer, form)

    @property
    def finished(self) -> bytes:
        """The PDF for the printing press, before it is looked at."""
        return self._finished(self.printer)

    @property
    def bare(self) -> bytes:
        """The same without the marks round its pages: what is placed on other pages."""
        from paroll.printers import Marks

        if self.printer.marks is Marks.NONE:
            return self.printed
        return self._finished(self.printer._replace(marks=Marks.NONE))

    def _finished(self, printer: Printer) -> bytes:
        from paroll.press.finish import finish

        return finish(self._painted, printer, self.terms.folds if self.terms else ())

    @cached_property
    def _painted(self) -> bytes:
        from paroll.paint import pdf

        if self.document.press:
            return pdf.paint(self.document.press, self.brand, self.printer)
        return pdf.paint(self.document, self.brand, self.printer, self._lettering)

    @cached_property
    def _lettering(self) -> Lettering:
        from paroll.paint.pdf import Lettering

        return Lettering(self.document, self.brand)

    @property
    def printer(self) -> Printer:
        """Who prints it."""
        from paroll.printers import default

        return self.terms.printer if self.terms else default()

    @property
    def sides(self) -> int:
        """How many pages the print file has."""
        return len((self.document.press or self.document).sheets)

    @cached_property
    def proof(self) -> Proof | None:
        """The pages of the proof, without what they show; there are none without terms."""
        from paroll.compose.proof import Printed, compose_proof

        if self.terms is None:
            return None
        printer = self.terms.printer
        printed = Printed(self.terms.form, self.sides, printer.bleed, printer.safe)
        return compose_proof(self.terms.programme, Typecase(self.brand.faces), printed)


class Output(NamedTuple):
    """What is painted in one go: a file, or a folder of files if its name ends with a slash.

    `of` is the file it is made from, and not made without; its pages are `counted`.
    """

    name: str
    paint: Callable[[Copy], Files]
    counted: Callable[[Copy], int] | None = None
    of: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder; what its files are called follows from the programme."""
        return self.name.endswith("/")

    def shown(self, copy: Copy) -> Document:
        """Return what the pages of it show: printed, a folded leaflet is its two sides."""
        if self.name.endswith(PROOF) and copy.proof:
            return copy.proof.document
        if self.name.endswith(PRINT) and copy.document.press:
            return copy.document.press
        return copy.document

    def pages(self, copy: Copy) -> int:
        """Return how many pages or pictures it has."""
        return self.counted(copy) if self.counted else len(self.shown(copy).sheets)

    @property
    def is_shown(self) -> bool:
        """Whether previews are made of it: not of sheets of copies, which show nothing else."""
        return self.is_folder or (self.name.endswith(".pdf") and not self.name.endswith(IMPOSED))


class Material(NamedTuple):
    """Sheets composed once, and what is painted from them.

    A `usual` one is made of programmes that do not say what to make.
    """

    form: Format
    sheets: Compose
    outputs: tuple[Output, ...]
    usual: bool = False

    @property
    def name(self) -> str:
        """The name it is asked for by: its format's."""
        return self.form.name

    @property
    def files(self) -> list[str]:
        """The names of its files, such as `deck.pptx`; those in folders are not known before.

        Files made of others are not among them.
        """
        return [output.name for output in self.outputs if not (output.is_folder or output.of)]

    def on(self, terms: Terms | None) -> Material:
        """Return it in the format that its terms ask for."""
        return self._replace(form=terms.form) if terms else self

    def compose(self, programme: Programme, brand: Brand, case: Typecase) -> Composed:
        """Compose its sheets, and say what is wrong with them."""
        return self.sheets(programme, brand, self.form, case)


def _deck(programme: Programme, brand: Brand, _: Format, case: Typecase) -> Composed:
    from paroll.compose.deck import compose_deck

    return compose_deck(programme, brand, case)


def _leaflet(programme: Programme, brand: Brand, form: Format, case: Typecase) -> Composed:
    from paroll.compose.leaflet import compose_leaflet

    return compose_leaflet(programme, brand, form, case)


def _folder(programme: Programme, brand: Brand, form: Format, case: Typecase) -> Composed:
    from paroll.compose.folder import compose_folder

    return compose_folder(programme, brand, form, case)


def _poster(programme: Programme, brand: Brand, form: Format, case: Typecase) -> Composed:
    from paroll.compose.poster import compose_poster

    return compose_poster(programme, brand, form, case)


def _booklet(programme: Programme, brand: Brand, form: Format, case: Typecase) -> Composed:
    from paroll.compose.booklet import compose_booklet

    return compose_booklet(programme, brand, form, case)


def _social(programme: Programme, brand: Brand, form: Format, case: Typecase) -> Composed:
    from paroll.compose.social import compose_social

    return compose_social(programme, brand, form, case)


def _pptx(copy: Copy) -> bytes:
    from paroll.paint import pptx

    return pptx.paint(copy.document, copy.brand)


def _file(name: str, paint: Callable[[Copy], bytes]) -> Output:
    return Output(name, lambda copy: {name: paint(copy)})


def _shown(form: Format, sheets: Compose) -> Material:
    """Return pictures of one format, in a folder of their own."""
    return Material(form, sheets, (Output(f"{form.name}/", partial(_pictures, form)),), usual=True)


def _pictures(form: Format, copy: Copy) -> Files:
    """Return a PNG of each sheet, and beside it its alternative text."""
    from paroll.press.raster import pages, png

    sheets = copy.document.sheets
    names = [f"{form.name}/{name}" for name in numbered(sheet.title for sheet in sheets)]
    drawn = pages(copy.screen, form.pixels[0])
    files: dict[str, bytes] = {}
    for name, sheet, page in zip(names, sheets, drawn, strict=True):
        files[f"{name}.png"] = png(page)
        files[f"{name}.txt"] = f"{sheet.notes}\n".encode()
    return files


def _printed(form: Format, sheets: Compose, *, usual: bool = False) -> Material:
    """Return what a print shop makes, as it is shown on screens and as it is printed."""
    name, of = form.name, f"{form.name}{PRINT}"
    outputs = (
        _file(f"{name}.pdf", lambda copy: copy.screen),
        _file(of, lambda copy: copy.printed),
        Output(f"{name}{PROOF}", partial(_proof, f"{name}{PROOF}"), of=of),
        Output(f"{name}{IMPOSED}", partial(_imposed, f"{name}{IMPOSED}"), _sides, of),
    )
    return Material(form, sheets, outputs, usual)


def _proof(name: str, copy: Copy) -> Files:
    """Return the proof of what is printed."""
    from paroll.paint import pdf
    from paroll.press.proof import proof

    if copy.proof is None:
        return {}
    base = pdf.paint(copy.proof.document, copy.brand, None)
    return {name: proof(base, copy.bare, copy.proof.views, copy.proof.strokes)}


def _imposed(name: str, copy: Copy) -> Files:
    """Return several copies on a sheet, or the spreads of a booklet, where that is asked for."""
    from paroll.build.gate import let_through
    from paroll.press.impose import booklet, n_up
    from paroll.printers import NO_BLEED

    if copy.terms is None or copy.terms.grid is None:
        return {}
    lay = booklet if copy.terms.is_stitched else n_up
    laid = lay(copy.bare, copy.terms.grid, copy.printer)
    # Copies that lie edge to edge have no bleed: the single pages have been held to theirs.
    holding = copy.printer if copy.terms.has_room else copy.printer._replace(bleed=NO_BLEED)
    return {name: let_through(laid, name, holding)}


def _sides(copy: Copy) -> int:
    """Return how many sides of paper the sheets of `_imposed` have."""
    return copy.sides // (2 if copy.terms and copy.terms.is_stitched else 1)


_DECK = (_file("deck.pptx", _pptx), _file("deck.pdf", lambda copy: copy.screen))

MATERIALS = {
    material.name: material
    for material in (
        Material(DECK, _deck, _DECK, usual=True),
        *(_printed(form, _leaflet, usual=form is LEAFLET_A5) for form in SHEETS),
        *(_printed(form, _poster) for form in POSTERS),
        *(_printed(form, _folder) for form in FOLDED),
        _printed(BOOKLET_A5, _booklet),
        *(_shown(form, _social) for form in SOCIAL),
    )
}
