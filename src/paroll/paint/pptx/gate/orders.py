"""Which children an element has, in which order: ECMA-376 part 1 and part 4 (transitional) as data.

A line is `element: children`, as in a DTD: `?` at most once, `*` any number, `+` once or more,
`(a|b)` one of them; `@name` stands for a group below. Children without prefix have that of the
element. Where an element has other children in one parent, the line names both: `parent/element`.
Elements that are not listed may have any children: they are rare, or have none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from paroll.tuples import NamedTuple

_NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PREFIXES = {uri: prefix for prefix, uri in _NAMESPACES.items()}

_GROUPS = {
    "colour": "(a:scrgbClr|a:srgbClr|a:hslClr|a:sysClr|a:schemeClr|a:prstClr)",
    "fill": "(a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill)",
    "lineFill": "(a:noFill|a:solidFill|a:gradFill|a:pattFill)",
    "effects": "(a:effectLst|a:effectDag)",
    "shapes": "(p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic|p:contentPart)",
    "body": "a:bodyPr a:lstStyle? a:p+",
    "levels": "a:defPPr? a:lvl1pPr? a:lvl2pPr? a:lvl3pPr? a:lvl4pPr? a:lvl5pPr? a:lvl6pPr? "
    "a:lvl7pPr? a:lvl8pPr? a:lvl9pPr? a:extLst?",
    "paragraph": "a:lnSpc? a:spcBef? a:spcAft? (a:buClrTx|a:buClr)? "
    "(a:buSzTx|a:buSzPct|a:buSzPts)? (a:buFontTx|a:buFont)? "
    "(a:buNone|a:buAutoNum|a:buChar|a:buBlip)? a:tabLst? a:defRPr? a:extLst?",
    "characters": "a:ln? @fill? @effects? a:highlight? (a:uLnTx|a:uLn)? (a:uFillTx|a:uFill)? "
    "a:latin? a:ea? a:cs? a:sym? a:hlinkClick? a:hlinkMouseOver? a:rtl? a:extLst?",
    "properties": "a:xfrm? (a:custGeom|a:prstGeom)? @fill? a:ln? @effects? a:scene3d? a:sp3d? "
    "a:extLst?",
    "line": "@lineFill? (a:prstDash|a:custDash)? (a:round|a:bevel|a:miter)? a:headEnd? a:tailEnd? "
    "a:extLst?",
    "timing": "p:transition? p:timing?",
    "series": "c:idx c:order c:tx? c:spPr?",
    "points": "c:dPt* c:dLbls?",
    "trends": "c:trendline* c:errBars*",
    "axis": "c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:minorGridlines? c:title? "
    "c:numFmt? c:majorTickMark? c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx "
    "(c:crosses|c:crossesAt)?",
    "label": "c:layout? c:tx? c:numFmt? c:spPr? c:txPr? c:dLblPos? c:showLegendKey? c:showVal? "
    "c:showCatName? c:showSerName? c:showPercent? c:showBubbleSize? c:separator?",
    "plots": "(c:areaChart|c:area3DChart|c:lineChart|c:line3DChart|c:stockChart|c:radarChart|"
    "c:scatterChart|c:pieChart|c:pie3DChart|c:doughnutChart|c:barChart|c:bar3DChart|c:ofPieChart|"
    "c:surfaceChart|c:surface3DChart|c:bubbleChart)",
}

_PRESENTATION = """
p:presentation: sldMasterIdLst? notesMasterIdLst? handoutMasterIdLst? sldIdLst? sldSz? notesSz \
    embeddedFontLst? custShowLst? photoAlbum? custDataLst? kinsoku? defaultTextStyle? \
    modifyVerifier? extLst?
p:sldMasterIdLst: sldMasterId*
p:notesMasterIdLst: notesMasterId?
p:handoutMasterIdLst: handoutMasterId?
p:sldIdLst: sldId*
p:sldLayoutIdLst: sldLayoutId*
p:embeddedFontLst: embeddedFont*
p:embeddedFont: font regular? bold? italic? boldItalic?
p:custShowLst: custShow*
p:custShow: sldLst extLst?
p:presentationPr: htmlPubPr? webPr? prnPr? showPr? clrMru? extLst?
p:viewPr: normalViewPr? slideViewPr? outlineViewPr? notesTextViewPr? sorterViewPr? notesViewPr? \
    gridSpacing? extLst?
p:sld: cSld clrMapOvr? @timing extLst?
p:sldLayout: cSld clrMapOvr? @timing hf? extLst?
p:sldMaster: cSld clrMap sldLayoutIdLst? @timing hf? txStyles? extLst?
p:notesMaster: cSld clrMap hf? notesStyle? extLst?
p:handoutMaster: cSld clrMap hf? extLst?
p:notes: cSld clrMapOvr? extLst?
p:clrMapOvr: (a:masterClrMapping|a:overrideClrMapping)
p:cSld: bg? spTree custDataLst? controls? extLst?
p:bg: (bgPr|bgRef)
p:bgPr: @fill @effects? extLst?
p:bgRef: @colour?
p:txStyles: titleStyle? bodyStyle? otherStyle? extLst?
p:titleStyle p:bodyStyle p:otherStyle p:notesStyle p:defaultTextStyle: @levels
p:spTree p:grpSp: nvGrpSpPr grpSpPr @shapes* extLst?
p:nvGrpSpPr: cNvPr cNvGrpSpPr nvPr
p:grpSpPr: a:xfrm? @fill? @effects? a:scene3d? a:extLst?
p:grpSpPr/a:xfrm: a:off? a:ext? a:chOff? a:chExt?
p:sp: nvSpPr spPr style? txBody? extLst?
p:nvSpPr: cNvPr cNvSpPr nvPr
p:cNvSpPr: a:spLocks? a:extLst?
p:cNvPr a:cNvPr: a:hlinkClick? a:hlinkHover? a:extLst?
p:nvPr: ph? (a:audioCd|a:wavAudioFile|a:audioFile|a:videoFile|a:quickTimeFile)? custDataLst? extLst?
p:ph: extLst?
p:spPr: @properties
p:style: a:lnRef a:fillRef a:effectRef a:fontRef
p:txBody: @body
p:pic: nvPicPr blipFill spPr style? extLst?
p:nvPicPr: cNvPr cNvPicPr nvPr
p:cNvPicPr: a:picLocks? a:extLst?
p:blipFill: a:blip? a:srcRect? (a:tile|a:stretch)?
p:graphicFrame: nvGraphicFramePr xfrm a:graphic extLst?
p:nvGraphicFramePr: cNvPr cNvGraphicFramePr nvPr
p:cNvGraphicFramePr: a:graphicFrameLocks? a:extLst?
p:xfrm: a:off? a:ext?
p:cxnSp: nvCxnSpPr spPr style? extLst?
p:nvCxnSpPr: cNvPr cNvCxnSpPr nvPr
p:cNvCxnSpPr: a:cxnSpLocks? a:stCxn? a:endCxn? a:extLst?
p:extLst: ext*
"""

_DRAWING = """
a:xfrm: off? ext?
a:custGeom: avLst? gdLst? ahLst? cxnLst? rect? pathLst
a:prstGeom a:prstTxWarp: avLst?
a:avLst a:gdLst: gd*
a:pathLst: path*
a:pathLst/a:path: (close|moveTo|lnTo|arcTo|quadBezTo|cubicBezTo)*
a:moveTo a:lnTo: pt
a:quadBezTo: pt pt
a:cubicBezTo: pt pt pt
a:solidFill a:fillRef a:lnRef a:effectRef a:fontRef: @colour?
a:gradFill: gsLst? (lin|path)? tileRect?
a:gsLst: gs+
a:gs a:buClr a:highlight a:fgClr a:bgClr: @colour
a:pattFill: fgClr? bgClr?
a:blipFill: blip? srcRect? (tile|stretch)?
a:blip: (alphaBiLevel|alphaCeiling|alphaFloor|alphaInv|alphaMod|alphaModFix|alphaRepl|biLevel|\
blur|clrChange|clrRepl|duotone|fillOverlay|grayscl|hsl|lum|tint)* extLst?
a:stretch: fillRect?
a:effectLst: blur? fillOverlay? glow? innerShdw? outerShdw? prstShdw? reflection? softEdge?
a:ln a:uLn a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr: @line
a:bodyPr: prstTxWarp? (noAutofit|normAutofit|spAutoFit)? scene3d? (sp3d|flatTx)? extLst?
a:lstStyle: @levels
a:p: pPr? (r|br|fld)* endParaRPr?
a:r: rPr? t
a:br: rPr?
a:fld: rPr? pPr? t?
a:rPr a:endParaRPr a:defRPr: @characters
a:pPr a:defPPr a:lvl1pPr a:lvl2pPr a:lvl3pPr a:lvl4pPr a:lvl5pPr a:lvl6pPr a:lvl7pPr a:lvl8pPr \
    a:lvl9pPr: @paragraph
a:lnSpc a:spcBef a:spcAft: (spcPct|spcPts)
a:tabLst: tab*
a:hlinkClick a:hlinkMouseOver a:hlinkHover: snd? extLst?
a:graphic: graphicData
a:tbl: tblPr? tblGrid tr+
a:tblPr: @fill? @effects? (tableStyle|tableStyleId)? extLst?
a:tblGrid: gridCol+
a:gridCol: extLst?
a:tr: tc* extLst?
a:tc: txBody? tcPr? extLst?
a:txBody: @body
a:tcPr: lnL? lnR? lnT? lnB? lnTlToBr? lnBlToTr? cell3D? @fill? extLst?
a:tblStyleLst: tblStyle*
a:tblStyle a:tableStyle: tblBg? wholeTbl? band1H? band2H? band1V? band2V? lastCol? firstCol? \
    lastRow? seCell? swCell? firstRow? neCell? nwCell? extLst?
a:wholeTbl a:band1H a:band2H a:band1V a:band2V a:lastCol a:firstCol a:lastRow a:seCell a:swCell \
    a:firstRow a:neCell a:nwCell: tcTxStyle? tcStyle?
a:tcTxStyle: (font|fontRef)? @colour? extLst?
a:tcStyle: tcBdr? (fill|fillRef)? cell3D?
a:tcBdr: left? right? top? bottom? insideH? insideV? tl2br? tr2bl? extLst?
a:theme: themeElements objectDefaults? extraClrSchemeLst? custClrLst? extLst?
a:themeElements: clrScheme fontScheme fmtScheme extLst?
a:clrScheme: dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink extLst?
a:fontScheme: majorFont minorFont extLst?
a:majorFont a:minorFont: latin ea cs font* extLst?
a:fmtScheme: fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst
a:fillStyleLst a:bgFillStyleLst: @fill+
a:lnStyleLst: ln+
a:effectStyleLst: effectStyle+
a:effectStyle: @effects scene3d? sp3d?
a:extLst: ext*
"""

_CHART = """
c:chartSpace: date1904? lang? roundedCorners? style? clrMapOvr? pivotSource? protection? chart \
    spPr? txPr? externalData? printSettings? userShapes? extLst?
c:chartSpace/c:chart: title? autoTitleDeleted? pivotFmts? view3D? floor? sideWall? backWall? \
    plotArea legend? plotVisOnly? dispBlanksAs? showDLblsOverMax? extLst?
c:plotArea: layout? @plots+ (valAx|catAx|dateAx|serAx)* dTable? spPr? extLst?
c:barChart: barDir grouping? varyColors? ser* dLbls? gapWidth? overlap? serLines* axId axId+ extLst?
c:bar3DChart: barDir grouping? varyColors? ser* dLbls? gapWidth? gapDepth? shape? axId axId+ extLst?
c:lineChart: grouping varyColors? ser* dLbls? dropLines? hiLowLines? upDownBars? marker? smooth? \
    axId axId+ extLst?
c:areaChart: grouping? varyColors? ser* dLbls? dropLines? axId axId+ extLst?
c:pieChart: varyColors? ser* dLbls? firstSliceAng? extLst?
c:doughnutChart: varyColors? ser* dLbls? firstSliceAng? holeSize extLst?
c:scatterChart: scatterStyle varyColors? ser* dLbls? axId axId+ extLst?
c:radarChart: radarStyle varyColors? ser* dLbls? axId axId+ extLst?
c:bubbleChart: varyColors? ser* dLbls? bubble3D? bubbleScale? showNegBubbles? sizeRepresents? \
    axId axId+ extLst?
c:barChart/c:ser c:bar3DChart/c:ser: @series invertIfNegative? pictureOptions? @points @trends \
    cat? val? shape? extLst?
c:lineChart/c:ser: @series marker? pictureOptions? @points @trends cat? val? smooth? extLst?
c:areaChart/c:ser: @series pictureOptions? @points @trends cat? val? extLst?
c:pieChart/c:ser c:doughnutChart/c:ser: @series pictureOptions? explosion? @points cat? val? extLst?
c:scatterChart/c:ser: @series marker? @points @trends xVal? yVal? smooth? extLst?
c:radarChart/c:ser: @series pictureOptions? marker? @points cat? val? extLst?
c:bubbleChart/c:ser: @series pictureOptions? invertIfNegative? @points @trends xVal? yVal? \
    bubbleSize? bubble3D? extLst?
c:tx: (strRef|rich|strLit|v)
c:cat c:xVal: (multiLvlStrRef|numRef|numLit|strRef|strLit)
c:val c:yVal c:bubbleSize: (numRef|numLit)
c:numRef: f numCache? extLst?
c:numCache c:numLit: formatCode? ptCount? pt* extLst?
c:strRef: f strCache? extLst?
c:strCache c:strLit: ptCount? pt* extLst?
c:pt: v
c:dPt: idx invertIfNegative? marker? bubble3D? explosion? spPr? pictureOptions? extLst?
c:dLbls: dLbl* delete? numFmt? spPr? txPr? dLblPos? showLegendKey? showVal? showCatName? \
    showSerName? showPercent? showBubbleSize? separator? showLeaderLines? leaderLines? extLst?
c:dLbl: idx delete? @label extLst?
c:marker: symbol? size? spPr? extLst?
c:catAx: @axis auto? lblAlgn? lblOffset? tickLblSkip? tickMarkSkip? noMultiLvlLbl? extLst?
c:valAx: @axis crossBetween? majorUnit? minorUnit? dispUnits? extLst?
c:dateAx: @axis auto? lblOffset? baseTimeUnit? majorUnit? majorTimeUnit? minorUnit? \
    minorTimeUnit? extLst?
c:serAx: @axis tickLblSkip? tickMarkSkip? extLst?
c:scaling: logBase? orientation? max? min? extLst?
c:majorGridlines c:minorGridlines c:dropLines c:hiLowLines c:leaderLines c:serLines: spPr?
c:title: tx? layout? overlay? spPr? txPr? extLst?
c:legend: legendPos? legendEntry* layout? overlay? spPr? txPr? extLst?
c:legendEntry: idx delete? txPr? extLst?
c:layout: manualLayout? extLst?
c:manualLayout: layoutTarget? xMode? yMode? wMode? hMode? x? y? w? h? extLst?
c:spPr: @properties
c:txPr c:rich: @body
c:dTable: showHorzBorder? showVertBorder? showOutline? showKeys? spPr? txPr? extLst?
c:externalData: autoUpdate?
c:extLst: ext*
"""

_LEAST = {"": 1, "+": 1, "?": 0, "*": 0}
_ENDLESS = 1 << 30
_MOST = {"": 1, "?": 1, "+": _ENDLESS, "*": _ENDLESS}


class _Place(NamedTuple):
    """A place in an element: which children may stand there, and how many."""

    names: frozenset[str]
    least: int
    most: int


Order = Sequence[_Place]


def fault_of(parent: str, name: str, children: Sequence[str]) -> str:
    """Say what is wrong with `children` in element `name` in `parent`, or return "".

    All are full names, `{namespace}local`. Children of other namespaces than those of the table
    may stand anywhere; `mc:AlternateContent` may stand for any child.
    """
    if _ALTERNATIVES in children:
        return ""
    lines = _lines()
    line = lines.get(f"{parent}/{name}") or lines.get(name)
    if line is None:
        return ""
    known = [child for child in children if child[1:].partition("}")[0] in _PREFIXES]
    return _misplaced(_places(*line), known)


def short(name: str) -> str:
    """Return a full name with the prefix that everybody knows it by."""
    uri, _, local = name[1:].partition("}")
    return f"{_PREFIXES[uri]}:{local}" if uri in _PREFIXES else local


def _misplaced(order: Order, children: Sequence[str]) -> str:
    place = held = 0
    for child in children:
        while place < len(order) and (child not in order[place].names or held == order[place].most):
            if held < order[place].least:
                return f"{_names(order[place])} is missing before {short(child)}"
            place, held = place + 1, 0
        if place == len(order):
            return f"{short(child)} may not stand there"
        held += 1
    for left in order[place:]:
        if held < left.least:
            return f"{_names(left)} is missing"
        held = 0
    return ""


def _names(place: _Place) -> str:
    return " or ".join(sorted(map(short, place.names)))


@cache
def _lines() -> Mapping[str, tuple[str, str]]:
    """Return the table by full names: what stands behind the colon, and the element's prefix."""
    lines = filter(None, (_PRESENTATION + _DRAWING + _CHART).splitlines())
    return {
        "/".join(map(_full, name.split("/"))): (children, name.rpartition("/")[2][0])
        for names, _, children in (line.partition(": ") for line in lines)
        for name in names.split()
    }


@cache
def _places(children: str, prefix: str) -> Order:
    while "@" in children:
        children = re.sub(r"@(\w+)([?*+]?)", _group, children)
    return [_place(token, prefix) for token in children.split()]


def _group(match: re.Match[str]) -> str:
    return _GROUPS[match[1]] + match[2]


def _place(token: str, prefix: str) -> _Place:
    often = token[-1] if token[-1] in "?*+" else ""
    names = token.removesuffix(often).strip("()").split("|")
    full = (_full(name if ":" in name else f"{prefix}:{name}") for name in names)
    return _Place(frozenset(full), _LEAST[often], _MOST[often])


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"
