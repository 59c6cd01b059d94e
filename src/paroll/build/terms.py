"""On what terms a material is printed: for which printer, and how it lies on paper."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.build.project import Source
from paroll.finding import Finding, Rule, Severity
from paroll.formats import PAPERS, Format, Medium, Paper
from paroll.press.grid import Folds, Grid, grid, spread
from paroll.printers import DEFAULT, Printer, default, read_printer
from paroll.programme.model import Programme, Wanted
from paroll.source import Plain
from paroll.tuples import NamedTuple
from paroll.units import to_mm

NOT_PRINTED = Rule(
    "P017",
    Severity.ERROR,
    "what no print shop makes",
    "Printer, quantity, paper, delivery and imposition are for materials that are printed. A deck "
    "and pictures for social media are made for screens.",
    bad="materials: [{name: deck, quantity: 500}]",
    good="materials: [deck, {name: leaflet-a5, quantity: 500}]",
)
TOO_LARGE = Rule(
    "P018",
    Severity.ERROR,
    "material does not fit on the paper",
    "`imposed` names the paper that several copies are set on, or the spreads of a booklet. On "
    "`sra4` and `sra3` each copy has its bleed, on `a4` and `a3` they lie edge to edge.",
    bad="materials: [{name: booklet-a5, imposed: sra4}, {name: roll-fold, imposed: a4}]",
    good="materials: [{name: booklet-a5, imposed: sra4}, {name: roll-fold, imposed: sra3}]",
)
RULES = (NOT_PRINTED, TOO_LARGE)


class Terms(NamedTuple):
    """What a material is made in and for; `grid` is how copies lie on paper, if they are to."""

    programme: Programme
    form: Format
    printer: Printer
    wanted: Wanted
    grid: Grid | None = None

    @property
    def is_stitched(self) -> bool:
        """Whether its pages are laid into each other and stitched."""
        return self.form.multiple > 1

    @property
    def has_room(self) -> bool:
        """Whether what is laid on paper has its bleed there."""
        return bool(self.wanted.imposed and self.wanted.imposed.has_room)

    @property
    def folds(self) -> tuple[Folds, ...]:
        """Where each page is folded; nothing where none is."""
        sides = sorted({fold.side for fold in self.form.folds})
        return tuple(
            Folds(tuple(fold.at for fold in self.form.folds if fold.side is side)) for side in sides
        )


def settle(
    source: Source, programme: Programme, form: Format, wanted: Wanted
) -> tuple[Terms | None, list[Finding]]:
    """Return the terms on which `wanted` is made in `form`, which has the bleed it then needs.

    There are none if the printer or the paper is wrong, and none of what is not printed.
    """
    if form.medium is not Medium.PRINT:
        return None, list(_idle(wanted))
    printer, found = _printer(source, programme.brand, wanted)
    if printer is None:
        return None, found
    form = form._replace(bleed=max(form.bleed, *printer.bleed))
    laid = _laid(form, wanted.imposed, max(printer.bleed)) if wanted.imposed else None
    if wanted.imposed and laid is None:
        size = f"{to_mm(form.width):g} × {to_mm(form.height):g} mm"
        message = f"{wanted.name}, {size}, does not fit on {wanted.imposed}"
        found.append(TOO_LARGE.at(wanted.span, message, "name larger paper, or take out `imposed`"))
        return None, found
    return Terms(programme, form, printer, wanted, laid), found


def _idle(wanted: Wanted) -> Iterator[Finding]:
    """Yield the findings that what is said of printing has no use."""
    if wanted.tells_printers:
        message = f"{wanted.name} is not printed: printer, quantity and the like have no use"
        yield NOT_PRINTED.at(wanted.span, message, f"write `{wanted.name}` alone")


def _printer(source: Source, brand: Plain, wanted: Wanted) -> tuple[Printer | None, list[Finding]]:
    """Return the printer that is asked for: a project's own, the brand's, or a shipped one."""
    stocks = source.printers(source.kit(brand.text))
    if not stocks and not wanted.printer:
        return default(), []
    return read_printer(stocks, wanted.printer or Plain(DEFAULT, wanted.span))


def _laid(form: Format, paper: Paper, bleed: int) -> Grid | None:
    page = (form.width, form.height)
    if form.multiple > 1:
        return spread(PAPERS[paper], page)
    return grid(PAPERS[paper], page, bleed if paper.has_room else 0)
