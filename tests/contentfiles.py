"""Pages with given contents, written operator by operator, for preflight to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from paroll.preflight.contents import contents_issues
from paroll.preflight.model import Issue
from paroll.printers import Printer, default
from paroll.units import EMU_PER_POINT, mm

MM = mm(1) / EMU_PER_POINT
BLEED, SIDE = 3 * MM, 100 * MM
OUTER = SIDE + 2 * BLEED
PRINTER = default()

Maker = Callable[[Pdf], Dictionary]
Edit = Callable[[Pdf], object]


def none(_: Pdf) -> Dictionary:
    return Dictionary()


def page(contents: str | bytes, resources: Maker = none, edit: Edit | None = None) -> bytes:
    """Return a file of one page, 100 mm square with a bleed of 3 mm.

    Contents start at the lower left corner of the trim.
    """
    file = BytesIO()
    with Pdf.new() as pdf:
        one = pdf.add_blank_page(page_size=(OUTER, OUTER))
        body = contents.encode("latin-1") if isinstance(contents, str) else contents
        one.obj.Contents = Stream(pdf, f"1 0 0 1 {BLEED:.4f} {BLEED:.4f} cm\n".encode() + body)
        one.obj.Resources = resources(pdf)
        trim = [round(v, 4) for v in (BLEED, BLEED, BLEED + SIDE, BLEED + SIDE)]
        one.obj.TrimBox, one.obj.BleedBox = Array(trim), Array(one.obj.MediaBox)
        if edit:
            edit(pdf)
        pdf.save(file, static_id=True)
    return file.getvalue()


def image(pdf: Pdf, data: bytes, size: tuple[int, int], space: object, **more: object) -> Stream:
    """Return an image of 8 bits."""
    width, height = size
    entries = {"Width": width, "Height": height, "BitsPerComponent": 8, "ColorSpace": space}
    return Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, **{**entries, **more})


def form(pdf: Pdf, contents: str, resources: Dictionary | None = None, **more: object) -> Stream:
    """Return a form as large as the page."""
    box = Array([-100, -100, 1000, 1000])
    used = resources if resources is not None else Dictionary()
    kept = {"BBox": box, "Resources": used, **more}
    return Stream(pdf, contents.encode(), Type=Name.XObject, Subtype=Name.Form, **kept)


def spot(name: str = "PANTONE 186 C") -> Array:
    """Return a Separation whose ink is shown as magenta and yellow."""
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint(0, 1, 0.85, 0)])


def tint(*full: float) -> Dictionary:
    """Return a function from no ink to these amounts."""
    return Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * len(full)), C1=Array(list(full)), N=1
    )


def everything(pdf: Pdf) -> Dictionary:
    """Return resources with one of each thing that contents can paint."""
    profile = Stream(pdf, b"", N=3)
    srgb = pdf.make_indirect(Array([Name.ICCBased, profile]))
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    rgb = bytes(range(240)) * 40
    red = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceRGB,
        Coords=Array([0, 0, 200, 0]),
        Function=tint(1, 0, 0),
    )
    inner = form(pdf, "1 0 0 rg 40 40 90 90 re f")
    outer = form(pdf, "/In Do", Dictionary(XObject=Dictionary(In=inner)))
    glyph = Stream(pdf, b"600 0 d0 1 0 0 rg 0 0 500 700 re f")
    drawn = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 600, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        FirstChar=65,
        LastChar=65,
        Widths=Array([600]),
        CharProcs=Dictionary(A=pdf.make_indirect(glyph)),
        Encoding=Dictionary(Differences=Array([65, Name.A])),
        Resources=Dictionary(),
    )
    plain_glyph = Stream(pdf, b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    stamped = Dictionary(
        {**dict(drawn.items()), "/CharProcs": Dictionary(A=pdf.make_indirect(plain_glyph))}
    )
    grey = bytes(range(200)) * 50
    return Dictionary(
        Font=Dictionary(F=helvetica(), T3=pdf.make_indirect(drawn), T3B=pdf.make_indirect(stamped)),
        ColorSpace=Dictionary(
            Srgb=srgb,
            Lab=lab,
            Spot=spot(),
            Twin=spot("Pantone 186C"),
            All=spot("All"),
            Uncoloured=Array([Name.Pattern, Name.DeviceRGB]),
        ),
        ExtGState=Dictionary(
            Over=Dictionary(OP=True, op=True, OPM=1), OverAll=Dictionary(OP=True, op=True, OPM=0)
        ),
        Shading=Dictionary(Red=red),
        Pattern=Dictionary(
            Red=Dictionary(PatternType=2, Shading=red), Tile=tile(pdf, "1 0 0 rg 0 0 9 9 re f", 9)
        ),
        XObject=Dictionary(
            Rgb=image(pdf, rgb, (80, 40), Name.DeviceRGB),
            Grey=image(pdf, grey, (100, 100), Name.DeviceGray),
            Dot=image(pdf, b"\x80", (1, 1), Name.DeviceGray),
            Bits=image(pdf, bytes(1000), (80, 100), Name.DeviceGray, BitsPerComponent=1),
            Stencil=image(pdf, bytes(1000), (80, 100), None, BitsPerComponent=1, ImageMask=True),
            Indexed=image(
                pdf, bytes(2500), (50, 50), Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")])
            ),
            Form=outer,
        ),
    )


def tile(pdf: Pdf, contents: str, side: float) -> Object:
    """Return a square pattern that is repeated without gaps."""
    found = Stream(pdf, contents.encode(), PatternType=1, PaintType=1, TilingType=1)
    found.BBox, found.XStep, found.YStep = Array([0, 0, side, side]), side, side
    found.Resources = Dictionary()
    return pdf.make_indirect(found)


def helvetica() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def at(resource: str, side: float) -> str:
    return f"q {side} 0 0 {side} 40 40 cm /{resource} Do Q "


def found(data: bytes, printer: Printer = PRINTER) -> list[Issue]:
    with Pdf.open(BytesIO(data)) as pdf:
        return list(contents_issues(pdf, printer))


def codes(issues: Iterable[Issue]) -> set[str]:
    return {issue.finding.code for issue in issues}
