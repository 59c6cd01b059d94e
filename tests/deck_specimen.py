"""A deck as composition would hand it to a painter, made by hand: every mark, role and marker."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from PIL import Image

from paroll.brand.model import Brand, FamilyName, Ink, Look, Scale
from paroll.finding import Span
from paroll.formats import DECK
from paroll.sheet import (
    Align,
    Anchor,
    Document,
    Face,
    Family,
    Form,
    Layout,
    MarkerStyle,
    Paragraph,
    Picture,
    Role,
    Run,
    Segment,
    Shape,
    Sheet,
    Slot,
    Style,
    Text,
)
from paroll.units import Box, pt

_SCREEN = {
    "strong": "#D31128",
    "shade": "#B30E22",
    "dark": "#7A0A18",
    "tint": "#F6D9D5",
    "paper": "#FCF3ED",
    "ink": "#1E1214",
    "muted": "#7C6064",
    "soft": "#978084",
    "clear": "#FFFFFF",
}

BRAND = Brand(
    name="Kampanj",
    colours={name: Ink(screen, (0, 100, 100, 0)) for name, screen in _SCREEN.items()},
    families={
        Family.HEADING: FamilyName("Archivo Condensed", "Arial Narrow"),
        Family.BODY: FamilyName("Archivo", "Arial"),
    },
    faces={},
    scale=Scale((), ()),
    look=Look(),
    logo=None,
    sender="Socialdemokraterna Västernorrland",
    address=(),
    span=Span("brand.yaml", 1, 1),
)


def _box(x: float, y: float, w: float, h: float) -> Box:
    return Box(pt(x), pt(y), pt(w), pt(h))


def _heading(size: float, colour: str = "ink", leading: float | None = None) -> Style:
    return Style(Face(Family.HEADING, bold=True), pt(size), pt(leading or size), colour)


def _body(size: float, colour: str = "ink") -> Style:
    return Style(Face(Family.BODY), pt(size), pt(size * 1.3), colour)


_NUMBER = MarkerStyle(Face(Family.HEADING, bold=True), pt(44), "strong")
_BULLET = MarkerStyle(Face(Family.BODY), pt(22), "strong", "•")
_POINT = _body(22)._replace(before=pt(22), indent=pt(66), marker=_NUMBER)
_ITEM = _body(22)._replace(before=pt(10), indent=pt(26), marker=_BULLET)
_PAGE = _body(12, "muted")._replace(align=Align.RIGHT)

SLOGAN = Slot("slogan", Role.BODY, _box(48, 36, 220, 60), (_heading(17, "clear", 17.5),))
SENDER = Slot("sender", Role.BODY, _box(350, 500, 400, 16), (_body(12, "muted"),))
HEADING = Slot(
    "heading",
    Role.TITLE,
    _box(48, 330, 230, 140),
    (_heading(46, "clear", 46),),
    Anchor.BOTTOM,
    "Rubrik",
)
POINTS = Slot(
    "points", Role.BODY, _box(350, 60, 562, 420), (_POINT,), Anchor.MIDDLE, "Skriv en punkt"
)
COUNTER = Slot("counter", Role.BODY, _box(48, 496, 230, 20), (_body(12, "clear"),))
PAGE = Slot("page", Role.PAGE, _box(812, 500, 100, 16), (_PAGE,))
COVER_TITLE = Slot(
    "slogan", Role.TITLE, _box(48, 150, 860, 300), (_heading(100, "clear", 98),), Anchor.MIDDLE
)
COVER_SENDER = Slot("sender", Role.BODY, _box(48, 490, 600, 26), (_body(18, "clear"),))
STATEMENT = Slot(
    "statement", Role.TITLE, _box(48, 130, 864, 150), (_heading(54),), Anchor.BOTTOM, "Påstående"
)
ITEMS = Slot(
    "items", Role.BODY, _box(48, 310, 500, 170), (_ITEM, _ITEM._replace(marker=None)), Anchor.TOP
)


def text(slot: Slot, *paragraphs: Paragraph | str) -> Text:
    """Return text as layout would, without its lines: a deck has none."""
    made = (Paragraph((Run(p),)) if isinstance(p, str) else p for p in paragraphs)
    return Text(slot, tuple(made), ())


def point(number: int | str, *runs: Run | str) -> Paragraph:
    """Return a paragraph with a marker."""
    made = tuple(Run(run) if isinstance(run, str) else run for run in runs)
    return Paragraph(made, marker=str(number))


def picture(colour: str = "#7A0A18", side: int = 40) -> bytes:
    """Return a small PNG."""
    stream = BytesIO()
    Image.new("RGB", (side, side), colour).save(stream, "PNG")
    return stream.getvalue()


_DROP = (
    Segment("M", ((pt(800), pt(40)),)),
    Segment("C", ((pt(900), pt(90)), (pt(880), pt(190)), (pt(800), pt(190)))),
    Segment("C", ((pt(720), pt(190)), (pt(700), pt(90)), (pt(800), pt(40)))),
    Segment("Z"),
)
_LOCKUP = text(SLOGAN, "VÅRT\nVÄSTERNORRLAND\nKAN BÄTTRE")

COVER = Layout(
    "Omslag",
    "cover",
    "strong",
    (
        Shape(_box(560, -60, 520, 520), "shade", Form.ELLIPSE),
        Shape(_box(700, 40, 200, 150), "dark", outline=_DROP),
    ),
    (COVER_TITLE, COVER_SENDER),
)
POINT = Layout(
    "Punkter 22",
    "points",
    "paper",
    (Shape(_box(0, 0, 305, 540), "strong"), _LOCKUP, text(SENDER, BRAND.sender)),
    (HEADING, POINTS, COUNTER, PAGE),
)
LIST = Layout(
    "Påstående & lista",
    "statement",
    "tint",
    (Picture(_box(800, 36, 112, 40), picture(), "Kampanjens märke"),),
    (STATEMENT, ITEMS, PAGE),
)
SPARE = Layout("Reserv", "spare", "dark", (), (STATEMENT._replace(prompt="Rubrik"), ITEMS))

SLOGAN_SHEET = Sheet(
    COVER,
    "Vårt Västernorrland kan bättre",
    (text(COVER_TITLE, "Vårt\nVästernorrland\nkan bättre"), text(COVER_SENDER, BRAND.sender)),
    notes="Hälsa alla välkomna.\nSäg vem du är <kort> & varför du kandiderar.",
)
POINT_SHEET = Sheet(
    POINT,
    "Stärka hela vårdlaget",
    (
        text(HEADING, "Stärka hela vårdlaget"),
        text(
            POINTS,
            point(
                3,
                "Fördjupa samarbetet med de fackliga organisationerna för att minska ",
                Run("hyrberoendet", bold=True),
                ".",
            ),
            point(4, "Starta ett projekt för att skapa framtidens vårdavdelning."),
            point(5, "Besluta om att införa ", Run("fria skor", italic=True), " för personal."),
            point(6, "Läs mer på ", Run("exempel.se", link="https://exempel.se/vård?a=1&b=2"), "."),
        ),
        text(COUNTER, "Punkt 3–6 av 20"),
        text(PAGE, "2"),
    ),
)
LIST_SHEET = Sheet(
    LIST,
    "Ingen ska vänta längre än vårdgarantin",
    (
        text(STATEMENT, "Ingen ska vänta längre än vårdgarantin"),
        text(
            ITEMS,
            point("•", "Första"),
            point("•", "Andra"),
            Paragraph((Run("Utan punkt"),)),
            Paragraph((Run("Nivå två"),), level=1),
        ),
        Picture(_box(620, 310, 200, 150), picture("#B30E22"), "En sköterska vid en säng"),
        Shape(_box(840, 310, 60, 150), "strong"),
        text(PAGE, "3"),
    ),
    notes="Pausa.",
)
BARE_SHEET = Sheet(
    POINT,
    "Bara en rubrik",
    (text(HEADING, "Bara en rubrik"), text(POINTS, ""), text(PAGE, "4")),
)

DOCUMENT = Document(
    title="Vårt Västernorrland kan bättre",
    author=BRAND.sender,
    language="sv-SE",
    size=DECK.page,
    bleed=0,
    sheets=(SLOGAN_SHEET, POINT_SHEET, LIST_SHEET, BARE_SHEET),
    layouts=(COVER, POINT, LIST, SPARE),
)


def with_colours(colours: Mapping[str, str]) -> Brand:
    """Return the brand with some screen colours changed."""
    inks = {name: Ink(screen, (0, 0, 0, 0)) for name, screen in (_SCREEN | dict(colours)).items()}
    return BRAND._replace(colours=inks)
