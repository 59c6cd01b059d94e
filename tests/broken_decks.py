"""Decks with one defect each, made of a sound one with all there is in a deck."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pptx
from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from deck_specimen import BRAND, DOCUMENT
from paroll.paint.pptx import paint

Files = dict[str, bytes]
TYPES = "[Content_Types].xml"
DECK_PART, DECK_RELS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
SLIDE, SLIDE_RELS = "ppt/slides/slide2.xml", "ppt/slides/_rels/slide2.xml.rels"
THIRD, THIRD_RELS = "ppt/slides/slide3.xml", "ppt/slides/_rels/slide3.xml.rels"
NOTES_RELS = "ppt/slides/_rels/slide1.xml.rels"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
CHART = "ppt/charts/chart1.xml"
COMPATIBILITY = b"http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def with_table_and_charts() -> bytes:
    """Return the specimen with what python-pptx adds to it: a table, charts, a text box."""
    deck = Presentation(BytesIO(paint(DOCUMENT, BRAND)))
    slide = deck.slides[1]
    slide.shapes.add_table(2, 3, Cm(1), Cm(1), Cm(9), Cm(3))
    bars = columns()
    dots: Any = XyChartData()  # type: ignore[no-untyped-call]
    dots.add_series("Röster").add_data_point(1, 2)
    place = (Cm(1), Cm(1), Cm(9), Cm(5))
    for kind in (XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.LINE, XL_CHART_TYPE.PIE):
        slide.shapes.add_chart(kind, *place, bars)
    slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *place, dots)
    slide.shapes.add_textbox(*place).text_frame.text = "fri"
    return saved(deck)


def columns() -> Any:
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["2022", "2026"]
    data.add_series("Röster", (1, -2))
    return data


def saved(deck: pptx.presentation.Presentation) -> bytes:
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


DECK = paint(DOCUMENT, BRAND)
GOOD = with_table_and_charts()


def unzipped(package: bytes) -> Files:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


FILES = unzipped(GOOD)
Edit = Callable[[Files], object]


def swap(part: str, old: bytes, new: bytes, times: int = 1) -> Edit:
    def edit(files: Files) -> None:
        assert re.search(old, files[part], re.DOTALL), f"{part} has no {old!r}"
        files[part] = re.sub(old, new, files[part], count=times, flags=re.DOTALL)

    return edit


def into(part: str, entry: bytes) -> Edit:
    """Add to a list that is a part of its own."""
    return swap(part, rb"</\w+>$", entry + rb"\g<0>")


def relate(part: str, kind: bytes, target: bytes) -> Edit:
    return into(part, b'<Relationship Id="rId77" Type="%b" Target="%b"/>' % (OFFICE + kind, target))


def put(part: str, data: bytes) -> Edit:
    return lambda files: files.__setitem__(part, data)


def both(*edits: Edit) -> Edit:
    return lambda files: [edit(files) for edit in edits]


MEDIA = next(name for name in FILES if name.endswith(".png"))
BROKEN: dict[str, tuple[str, Edit]] = {
    # what leads where
    "a slide's layout is not there": (
        "targets",
        swap(SLIDE_RELS, b"slideLayout2", b"slideLayout9"),
    ),
    "a slide has two layouts": (
        "counts",
        relate(SLIDE_RELS, b"slideLayout", b"../slideLayouts/slideLayout1.xml"),
    ),
    "a slide has no layout": (
        "counts",
        swap(SLIDE_RELS, rb'<Relationship [^>]*/slideLayout"[^>]*/>', b""),
    ),
    "a layout has two masters": (
        "counts",
        relate(LAYOUT_RELS, b"slideMaster", b"../slideMasters/slideMaster1.xml"),
    ),
    "a slide has two notes": (
        "counts",
        relate(NOTES_RELS, b"notesSlide", b"../notesSlides/notesSlide1.xml"),
    ),
    "a deck has its view twice": ("counts", relate(DECK_RELS, b"viewProps", b"viewProps.xml")),
    "a deck has two sets of properties": (
        "counts",
        relate(DECK_RELS, b"presProps", b"presProps.xml"),
    ),
    "a master has two themes": ("counts", relate(MASTER_RELS, b"theme", b"../theme/theme1.xml")),
    "a slide has a theme of its own": (
        "counts",
        relate(SLIDE_RELS, b"theme", b"../theme/theme1.xml"),
    ),
    "two relationships have one id": (
        "counts",
        into(SLIDE_RELS, b'<Relationship Id="rId1" Type="x" Target="slide1.xml"/>'),
    ),
    "a layout relationship leads to a master": (
        "targets",
        swap(SLIDE_RELS, b"slideLayouts/slideLayout2", b"slideMasters/slideMaster1"),
    ),
    "nothing leads to a part": ("targets", put("ppt/slides/slide99.xml", FILES[SLIDE])),
    "relationships of a part that is not there": (
        "targets",
        put("ppt/slides/_rels/slide99.xml.rels", FILES[SLIDE_RELS]),
    ),
    # what leads out
    "a link to a program": (
        "addresses",
        swap(SLIDE_RELS, b"https://exempel.se", b"file:///C:/Windows/cmd.exe?"),
    ),
    "a link with a space": ("addresses", swap(SLIDE_RELS, b"exempel.se/", b"exempel.se/ ")),
    "a picture from the web": (
        "addresses",
        swap(
            THIRD_RELS,
            rb'/image" Target="[^"]*"',
            b'/image" Target="https://exempel.se/a.png" TargetMode="External"',
        ),
    ),
    # what is named
    "a link that is not declared": (
        "references",
        swap(SLIDE, b'hlinkClick[^>]*r:id="rId', b"\\g<0>9"),
    ),
    "a picture that is not declared": ("references", swap(THIRD, b'r:embed="rId', b"\\g<0>9")),
    "a link declared, but not used": (
        "references",
        swap(SLIDE, rb"<a:hlinkClick.*?</a:hlinkClick>", b""),
    ),
    "a chart where a picture should be": (
        "references",
        both(
            relate(THIRD_RELS, b"chart", b"../charts/chart1.xml"),
            swap(THIRD, b'r:embed="[^"]*"', b'r:embed="rId77"'),
        ),
    ),
    "a layout the master does not list": (
        "references",
        swap(MASTER, rb"<p:sldLayoutId [^>]*/>", b""),
    ),
    "a slide the deck does not list": (
        "references",
        both(
            swap(DECK_PART, rb'<p:sldId id="257"[^>]*/>', b""),
            swap(DECK_PART, rb'<p14:sldId id="257"/>', b""),
        ),
    ),
    "a workbook the chart does not name": (
        "references",
        swap(CHART, rb"<c:externalData.*?</c:externalData>", b""),
    ),
    # types and names
    "a type for a part that is not there": (
        "types",
        into(TYPES, b'<Override PartName="/ppt/slides/slide9.xml" ContentType="a/b"/>'),
    ),
    "two types for one part": (
        "types",
        into(TYPES, b'<Override PartName="/ppt/Presentation.xml" ContentType="a/b"/>'),
    ),
    "a part without a type": ("types", swap(TYPES, rb'<Default Extension="png"[^>]*/>', b"")),
    "names that differ in case": (
        "names",
        put("ppt/slides/Slide2.xml", FILES[SLIDE]),
    ),
    "a name with a space": ("names", put("ppt/media/min bild.png", FILES[MEDIA])),
    "a picture that is none": ("media", put(MEDIA, b"GIF89a")),
    "a JPEG called PNG": ("media", put(MEDIA, b"\xff\xd8\xff\xe0")),
    "a workbook that is none": (
        "media",
        put(next(name for name in FILES if name.endswith(".xlsx")), b"a;b;c"),
    ),
    # XML
    "a part cut off": ("xml", swap(SLIDE, b"</p:sld>$", b"")),
    "a document type": ("xml", swap(SLIDE, b"<p:sld ", b"<!DOCTYPE p:sld><p:sld ")),
    "relationships cut off": ("xml", swap(SLIDE_RELS, b"</Relationships>", b"")),
    "a prefix to ignore that stands for nothing": (
        "xml",
        swap(SLIDE, b"<p:sld ", b'<p:sld xmlns:mc="%b" mc:Ignorable="p15" ' % COMPATIBILITY),
    ),
    # order
    "a face before its fill": (
        "order",
        swap(LAYOUT, rb"(<a:solidFill>.{,60}</a:solidFill>)(<a:latin [^>]*/>)", rb"\2\1"),
    ),
    "a face before its fill in the theme's defaults": (
        "order",
        swap(DECK_PART, rb"(<a:solidFill>.{,60}</a:solidFill>)(<a:latin [^>]*/>)", rb"\2\1"),
    ),
    "two sets of properties in a paragraph": (
        "order",
        swap(THIRD, rb"<a:pPr[^>]*?/>|<a:pPr[^>]*?>.*?</a:pPr>", rb"\g<0>\g<0>"),
    ),
    "a paragraph's properties behind its text": (
        "order",
        swap(SLIDE, rb"(<a:r>(?:(?!</a:r>).)*</a:r>)</a:p>", rb"\1<a:pPr/></a:p>"),
    ),
    "autofit behind an extension": (
        "order",
        swap(LAYOUT, b"<a:noAutofit/>", b"<a:extLst/><a:noAutofit/>"),
    ),
    "masters listed behind slides": (
        "order",
        swap(DECK_PART, rb"(<p:sldMasterIdLst>.*?</p:sldMasterIdLst>)(.*?)(<p:sldSz)", rb"\2\1\3"),
    ),
    "a colour map before the slide": (
        "order",
        swap(SLIDE, rb"(<p:cSld>.*</p:cSld>)(<p:clrMapOvr>.*</p:clrMapOvr>)", rb"\2\1"),
    ),
    "a ground behind the shapes": (
        "order",
        swap(LAYOUT, rb"(<p:bg>.*?</p:bg>)(<p:spTree>.*</p:spTree>)", rb"\2\1"),
    ),
    "a shape's text before its looks": (
        "order",
        swap(SLIDE, rb"(<p:spPr/>)(<p:txBody>.*?</p:txBody>)", rb"\2\1"),
    ),
    "an extension before the shapes": (
        "order",
        swap(SLIDE, rb"</p:grpSpPr>|<p:grpSpPr/>", rb"\g<0><p:extLst/>"),
    ),
    "a table without columns": ("order", swap(SLIDE, rb"<a:tblGrid>.*?</a:tblGrid>", b"")),
    "a text without its body's properties": ("order", swap(SLIDE, rb"<a:bodyPr[^>]*/>", b"")),
    "a series' values before its name": (
        "order",
        swap(CHART, rb"(<c:tx>.*?</c:tx>)(.*?)(<c:val>.*?</c:val>)", rb"\3\2\1"),
    ),
    "a legend before what it explains": (
        "order",
        swap(CHART, rb"(<c:plotArea>)(.*?</c:plotArea>)", rb"<c:legend/>\1\2"),
    ),
    "bars that smooth": ("order", swap(CHART, rb"</c:val>", rb'</c:val><c:smooth val="0"/>')),
    # numbers
    "two slides with one id": ("ids", swap(DECK_PART, b'<p:sldId id="257"', b'<p:sldId id="256"')),
    "a slide's id is too small": (
        "ids",
        swap(DECK_PART, b'(<p(?:14)?:sldId id=)"256"', b'\\1"12"', times=2),
    ),
    "a layout with the master's id": ("ids", swap(MASTER, b'id="2147483649"', b'id="2147483648"')),
    "two layouts with one id": ("ids", swap(MASTER, b'id="2147483650"', b'id="2147483649"')),
    "a layout's id is too small": ("ids", swap(MASTER, b'id="2147483650"', b'id="300"')),
    "two shapes with one id": ("ids", swap(SLIDE, rb'cNvPr id="3"', b'cNvPr id="2"')),
    "a section with a slide that is not there": (
        "ids",
        swap(DECK_PART, b'<p14:sldId id="257"/>', b'<p14:sldId id="300"/>'),
    ),
    "a slide in two sections": (
        "ids",
        swap(DECK_PART, b'<p14:sldId id="257"/>', b"\\g<0>\\g<0>"),
    ),
    # tables and charts
    "a row with a cell too few": ("tables", swap(SLIDE, rb"<a:tc>.*?</a:tc>", b"")),
    "an axis nobody draws": ("axes", swap(CHART, rb'<c:axId val="-?\d+"/>', b'<c:axId val="7"/>')),
    "an axis that crosses none": (
        "axes",
        swap(CHART, rb'<c:crossAx val="-?\d+"/>', b'<c:crossAx val="7"/>'),
    ),
}
