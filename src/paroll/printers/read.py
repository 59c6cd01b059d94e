"""A file under `printers/` to a printer. Everything that is wrong with it is said at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from paroll.finding import Finding, Rule, Severity, has_errors, in_order
from paroll.printers import icc
from paroll.printers.model import Cmyk, Condition, Edges, Printer, Standard
from paroll.printers.profile import Bleed, Claim, PrintCondition, Profile
from paroll.source import NOWHERE, Plain, guess, parse, read_record
from paroll.stock import Folder, NotInStock, Stock
from paroll.tuples import NamedTuple

DEFAULT = "sheetfed-coated"
"""The profile of whoever names none."""

DEEPEST = 10
"""How many profiles may each be like the next."""

NO_PRINTER = Rule(
    "R001",
    Severity.ERROR,
    "no such printer profile",
    "A printer profile is a file `printers/NAME.yaml` beside the programmes or in the brand kit, "
    "or one that comes with paroll.",
    bad="printer: sheetfed-coted",
    good="printer: sheetfed-coated",
)
NO_FILE = Rule(
    "R003",
    Severity.ERROR,
    "colour profile cannot be opened",
    "A colour profile (ICC) lies in the folder of the printer profile that names it, or is one of "
    "those that come with paroll. What most shops in Europe ask for is free to download "
    "from eci.org, but may not be shipped with other software.",
    bad="profile: C:\\ICC\\PSOcoated_v3.icc",
    good="profile: PSOcoated_v3.icc",
)
WRONG_FILE = Rule(
    "R004",
    Severity.ERROR,
    "not the colour profile of a printing press",
    "A printing condition is a CMYK profile of the class “printer” with tables in both directions. "
    "With another one a shop's machine stops, or prints other colours.",
    bad="profile: sRGB.icc",
    good="profile: FOGRA39L_coated.icc",
)
TOO_MUCH = Rule(
    "R005",
    Severity.ERROR,
    "rich black takes too much ink",
    "The inks of a rich black together may not pass the limit of the same profile.",
    bad="ink-limit: 280\nrich-black: [70, 60, 60, 100]",
    good="ink-limit: 280\nrich-black: [40, 30, 30, 100]",
)
CIRCLE = Rule(
    "R006",
    Severity.ERROR,
    "printer profiles are like each other without end",
    "`like` names the profile that says what this one leaves out. In the end, after ten at most, "
    "one must say it.",
)
ORDER = Rule(
    "R007",
    Severity.ERROR,
    "limits of resolution are the wrong way round",
    "Pictures are refused below one resolution and warned of below another, which is higher.",
    bad="ppi: {warn: 150, refuse: 300}",
    good="ppi: {warn: 300, refuse: 150}",
)
PALE = Rule(
    "R008",
    Severity.ERROR,
    "rich black is not black",
    "A rich black is black with other inks under it: large black areas are printed in it, and text "
    "beside them in black alone. Without at least 85 % of black they would be grey, or not there.",
    bad="rich-black: [40, 30, 30, 10]",
    good="rich-black: [40, 30, 30, 100]",
)
RULES = (NO_PRINTER, NO_FILE, WRONG_FILE, TOO_MUCH, CIRCLE, ORDER, PALE)

_OLDEST = 2
"""The version of ICC profiles in PDF 1.4, which PDF/X-1a:2003 is (PDF Reference, third edition)."""
LEAST_BLACK = 85
"""Per cent of black in what is a rich black: the GWG counts from there (2022, rule R0015)."""

_STANDARDS = {Claim.X4: Standard.X4, Claim.X1A: Standard.X1A}


_Read = tuple[tuple[str, Stock], ...]
"""Profiles that are being read: their names and folders."""


class _Shelf(NamedTuple):
    """Where profiles are looked for, nearest first, and what was found wrong with them."""

    stocks: tuple[Stock, ...]
    found: list[Finding]

    def holders(self, name: str) -> list[Stock]:
        """Return the folders with a profile of that name, nearest first."""
        return [stock for stock in self.stocks if name in _names(stock)]


def shipped() -> Stock:
    """Return the folder of the profiles that come with paroll; theirs are in `icc` there."""
    return Folder(Path(__file__).parent / "shipped")


@lru_cache(maxsize=1)
def default() -> Printer:
    """Return the printer of whoever names none."""
    printer, found = read_printer((), Plain(DEFAULT, NOWHERE))
    if printer is None:
        raise AssertionError(found)  # it is shipped: a test reads it
    return printer


def known_printers(stocks: Iterable[Stock] = ()) -> list[str]:
    """Return the names of all profiles in folders `printers`, and of the shipped ones."""
    return own_printers((*stocks, shipped()))


def own_printers(stocks: Iterable[Stock]) -> list[str]:
    """Return the names of the profiles in folders `printers`."""
    return sorted({name for stock in stocks for name in _names(stock)})


def read_printer(stocks: Sequence[Stock], name: Plain) -> tuple[Printer | None, list[Finding]]:
    """Read the profile `name` from the nearest of `stocks`, folders `printers`, or a shipped one.

    `name` knows who asks for it. The printer is `None` if any finding is an error.
    """
    shelf = _Shelf((*stocks, shipped()), [])
    printer = _printer(shelf, name, ())
    return (None if has_errors(shelf.found) else printer), in_order(shelf.found)


def _names(stock: Stock) -> list[str]:
    return [name.removesuffix(".yaml") for name in stock.files(".") if name.endswith(".yaml")]


def _printer(shelf: _Shelf, name: Plain, above: _Read) -> Printer | None:
    """Return the printer `name`, which those `above` are like.

    A project's own profile may be like one of its own name that comes with paroll.
    """
    holders = shelf.holders(name.text)
    if not holders:
        hint = guess(name.text, known_printers(shelf.stocks))
        shelf.found.append(NO_PRINTER.at(name.span, f"no printer profile “{name}”", hint))
        return None
    stock = next((stock for stock in holders if (name.text, stock) not in above), None)
    if stock is None or len(above) == DEEPEST:
        names = " → ".join(f"`{told}`" for told, _ in above)
        message = f"each is like the next: {names} → `{name}`"
        shelf.found.append(CIRCLE.at(name.span, message, "take out one `like`"))
        return None
    path = f"{name}.yaml"
    try:
        data = stock.read(path)
    except NotInStock as error:
        shelf.found.append(NO_PRINTER.at(name.span, str(error)))
        return None
    node, wrong = parse(data, stock.shown(path))
    profile, more = read_record(Profile, node) if node else (None, [])
    shelf.found.extend((*wrong, *more))
    if profile is None:
        return None
    last = (name.text, stock) == (DEFAULT, shelf.stocks[-1])
    like = profile.like or Plain(DEFAULT, profile.span)
    base = None if last else _printer(shelf, like, (*above, (name.text, stock)))
    return _over(_Folder(shelf, stock), profile, base, name.text)


class _Folder(NamedTuple):
    """The folder a profile lies in."""

    shelf: _Shelf
    stock: Stock

    def icc(self, path: Plain) -> bytes:
        """Return an ICC profile, sound or with a finding, or nothing and a finding."""
        data, own = self._file(path)
        if data is None:
            return b""
        fault = icc.fault_of(data)
        if own and not fault:
            fault = icc.fault_in_use(data)
        if fault:
            hint = "ask the print shop for the profile of its printing condition"
            self.shelf.found.append(WRONG_FILE.at(path.span, f"{path} {fault}", hint))
        return data

    def _file(self, path: Plain) -> tuple[bytes | None, bool]:
        """Return a file of this folder, or of those shipped, and whether it is of this one."""
        try:
            return self.stock.read(path.text, icc.LARGEST + 1), True
        except NotInStock as error:
            wrong = str(error)
        ours = shipped().files("icc")
        if path.text in ours:
            return shipped().read(f"icc/{path}"), False
        hint = guess(path.text, [name for name in ours if name.endswith(".icc")])
        self.shelf.found.append(NO_FILE.at(path.span, wrong, hint))
        return None, False


def _over(folder: _Folder, profile: Profile, base: Printer | None, name: str) -> Printer | None:
    """Return what `profile` says, and `base` where it says nothing."""
    condition = _condition(folder, profile.condition) if profile.condition else None
    photos = folder.icc(profile.photos) if profile.photos else None
    own = {
        "name": name,
        "title": profile.title.text if profile.title else name,
        "standard": _STANDARDS[profile.standard] if profile.standard else None,
        "bleed": _edges(profile.bleed, base) if profile.bleed else None,
        "safe": profile.safe.emu if profile.safe else None,
        "marks": profile.marks,
        "condition": condition,
        "photos": photos or (condition.profile if condition else None),
        "ink_limit": profile.ink_limit.value if profile.ink_limit else None,
        "rich_black": _cmyk(profile),
        "least_line": profile.smallest.line.emu if profile.smallest.line else None,
        "least_type": profile.smallest.type.emu if profile.smallest.type else None,
        "warn_ppi": round(profile.ppi.warn.value) if profile.ppi.warn else None,
        "least_ppi": round(profile.ppi.refuse.value) if profile.ppi.refuse else None,
    }
    said = {key: value for key, value in own.items() if value is not None}
    values = {**(base._asdict() if base else {}), **said}
    if set(values) != set(Printer._fields):
        return None  # what it is like could not be read: a finding says why
    printer = Printer(**values)
    folder.shelf.found.extend(_judged(profile, printer))
    return printer


def _condition(folder: _Folder, condition: PrintCondition) -> Condition:
    info = condition.info or condition.identifier
    return Condition(condition.identifier.text, info.text, folder.icc(condition.profile))


def _edges(bleed: Bleed, base: Printer | None) -> Edges:
    inherited = base.bleed if base else Edges(0, 0, 0, 0)
    edges = (bleed.top, bleed.right, bleed.bottom, bleed.left)
    return Edges(
        *(
            edge.emu if edge else bleed.every.emu if bleed.every else before
            for edge, before in zip(edges, inherited, strict=True)
        )
    )


def _cmyk(profile: Profile) -> Cmyk | None:
    if not profile.rich_black:
        return None
    cyan, magenta, yellow, black = (part.value for part in profile.rich_black)
    return cyan, magenta, yellow, black


def _judged(profile: Profile, printer: Printer) -> Iterator[Finding]:
    """Yield where what is said does not go together."""
    total = sum(printer.rich_black)
    said = profile.rich_black[0].span if profile.rich_black else profile.span
    black = printer.rich_black[-1]
    if black < LEAST_BLACK:
        message = f"rich black has {black:g} % of black; the least is {LEAST_BLACK} %"
        yield PALE.at(said, message, "the order is cyan, magenta, yellow, black")
    if total > printer.ink_limit:
        message = f"rich black takes {total:g} % of ink; the limit is {printer.ink_limit:g} %"
        yield TOO_MUCH.at(said, message, "take less of cyan, magenta and yellow")
    version = icc.version_of(printer.condition.profile)
    if printer.standard is Standard.X1A and version > _OLDEST:
        said = profile.condition.profile.span if profile.condition else profile.span
        message = f"the colour profile is of version {version}; PDF/X-1a takes version {_OLDEST}"
        yield WRONG_FILE.at(said, message, "ask the shop for the older one, or take pdf/x-4")
    if printer.least_ppi > printer.warn_ppi:
        said = (profile.ppi.refuse or profile.ppi.warn or profile).span
        message = f"pictures are refused below {printer.least_ppi} ppi, warned of below "
        yield ORDER.at(said, f"{message}{printer.warn_ppi}", "refuse at the lower of the two")
