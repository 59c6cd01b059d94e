"""What preflight may find in what pages paint.

Numbers of GWG are those of its 2015 specification for sheet-fed offset unless another year is
named; it counts text in tenths of a point, images in whole pixels and lines in thousandths of a
point (3.15), and so does this.
"""

from __future__ import annotations

from paroll.finding import Rule, Severity

RGB = Rule(
    "F201",
    Severity.ERROR,
    "colour is RGB",
    "Red, green and blue are the colours of a screen, and nobody can say of which one: each press "
    "makes another colour of them, and black text becomes a mix of four inks. PDF/X forbids "
    "DeviceRGB in files for a CMYK press (ISO 15930-7, 6.2.4), in pictures, shadings, patterns and "
    "forms alike. Choose CMYK when you export, with the printer's profile.",
    "1 0 0 rg",
    "0 1 1 0 k",
)
MANAGED = Rule(
    "F202",
    Severity.WARNING,
    "colour has a profile of its own",
    "PDF/X-4 allows colours that are described by a profile (ICCBased, CalRGB, Lab): the print "
    "shop's machine converts them, black text and brand colours included, and ink limits are out "
    "of your hands. The CMYK variants of GWG 2015 forbid it. Convert to CMYK when you export.",
    "/Cs1 cs 1 0 0 scn   % /Cs1 [/ICCBased …]",
    "0 1 1 0 k",
)
MANAGED_X1A = Rule(
    "F203",
    Severity.ERROR,
    "colour has a profile of its own in a file for PDF/X-1a",
    "PDF/X-1a knows grey, CMYK and spot colours alone, so that no machine has to convert anything "
    "(ISO 15930-4, 6.3). Convert to CMYK when you export.",
    "/Cs1 cs 1 0 0 scn   % /Cs1 [/ICCBased …]",
    "0 1 1 0 k",
)
GREY_TEXT = Rule(
    "F204",
    Severity.WARNING,
    "small black text or a thin line is grey, not CMYK",
    "Overprinting does nothing for black in DeviceGray: it knocks out what is below it, and a "
    "press that is off by a hair shows white edges around small letters (GWG 2015, 4.11 and 4.13). "
    "Make it black of CMYK, 0 0 0 100.",
    "0 g",
    "0 0 0 1 k",
)
REGISTRATION = Rule(
    "F205",
    Severity.ERROR,
    "registration colour inside the trim",
    "The separation All prints on every plate: 400 per cent of ink and more, which does not dry. "
    "It is for marks outside the trim (GWG 2015, 4.21). Use black.",
    "/All cs 1 scn   % [/Separation /All …]",
    "0 0 0 1 k",
)
TWIN_SPOTS = Rule(
    "F206",
    Severity.WARNING,
    "one spot ink has two names",
    "Names of spot inks that differ by spaces or capitals alone make two plates where one ink is "
    "meant, and two plates are paid for (GWG 2015, 4.19). Name the ink the same everywhere.",
    "/Separation /Pantone#20186C   % and elsewhere /Separation /PANTONE#20186#20C",
    "/Separation /PANTONE#20186#20C",
)
DRAWN_FONT = Rule(
    "F211",
    Severity.WARNING,
    "font is a set of drawings",
    "Letters of a Type 3 font are small pictures or drawings: machines set them without hints, "
    "some as coarse bitmaps. Mostly an old program or a driver made them. Export with TrueType or "
    "OpenType fonts.",
    "/Font << /Subtype /Type3 >>",
    "/Font << /Subtype /Type0 >>",
)
NO_GLYPH = Rule(
    "F212",
    Severity.ERROR,
    "letter has no outline in its font",
    "The text asks for a glyph that the embedded font does not hold: a box or nothing is printed. "
    "Choose a font that has the letter, or export again.",
)
COARSE = Rule(
    "F221",
    Severity.ERROR,
    "picture is too coarse to print",
    "Where a picture has fewer pixels to the inch than the printer's lowest limit, its pixels can "
    "be seen (GWG 2015, 4.26: 149 ppi). What counts is its size on the page. Pictures of 16 pixels "
    "and less are not counted.",
    "ppi: 72",
    "ppi: 300",
)
SOFT = Rule(
    "F222",
    Severity.WARNING,
    "picture has few pixels",
    "Between the two limits of the printer a picture prints, but looks soft (GWG 2015, 4.26: below "
    "224 ppi). Take a larger one, or print it smaller.",
    "ppi: 180",
    "ppi: 300",
)
COARSE_LINES = Rule(
    "F223",
    Severity.WARNING,
    "black and white picture has few pixels",
    "Pictures of one bit, such as scanned drawings, have hard edges and take 550 pixels to the "
    "inch or more (GWG 2015, 4.27).",
    "ppi: 300",
    "ppi: 1200",
)
INK = Rule(
    "F231",
    Severity.ERROR,
    "too much ink",
    "More ink than the paper takes does not dry, comes off on the next sheet and tears the paper. "
    "Counted are all inks inside the trim, as the mean of any square of 15 mm² (GWG 2015, 4.22), "
    "so that a thin edge is no fault. Use less of all, or convert pictures with the printer's "
    "profile, which knows the limit.",
    "0.9 0.9 0.9 0.9 k",
    "0.4 0.3 0.3 1 k",
)
MIXED_BLACK = Rule(
    "F241",
    Severity.WARNING,
    "small black text is made of several inks",
    "Plates never meet exactly: letters of four inks get coloured edges. Text below 12 pt is black "
    "alone (0 0 0 100), which most print shops ask for by name.",
    "0.7 0.6 0.6 0.9 k",
    "0 0 0 1 k",
)
RICH_TEXT = Rule(
    "F242",
    Severity.WARNING,
    "text is rich black",
    "Text of at least 85 per cent black and more than 280 per cent of all inks runs and dries "
    "slowly (GWG 2015, 4.15). Text is black alone.",
    "0.8 0.7 0.7 1 k",
    "0 0 0 1 k",
)
MIXED_TEXT = Rule(
    "F243",
    Severity.WARNING,
    "very small text is made of several inks",
    "Letters close to the smallest size are hard to read when their inks do not meet (GWG 2015, "
    "4.16: from 5 pt on sheets to 9 pt in newspapers). The limit here is the printer's smallest "
    "type and two points. Use one ink, or larger type.",
    "0.2 1 0.9 0 k   % at 6 pt",
    "0 0 0 1 k",
)
WHITE_TEXT = Rule(
    "F244",
    Severity.WARNING,
    "very small text is white",
    "Small white letters in an area of ink fill up (GWG 2015, 4.16: from 5 pt on sheets to 9 pt in "
    "newspapers). The limit here is the printer's smallest type and two points. Make it larger or "
    "bolder, or set it on paper.",
    "0 0 0 0 k   % at 6 pt, on a dark area",
    "0 0 0 0 k   % at 9 pt",
)
KNOCKED_OUT = Rule(
    "F245",
    Severity.WARNING,
    "small black text knocks out what it stands on",
    "Black text below 12 pt is printed on top of the colours below it; knocked out of them, it "
    "gets white edges when plates do not meet (GWG 2015, 4.10: overprint on, OPM 1). Black on "
    "paper is not counted.",
    "0 0 0 1 k",
    "/GS1 gs 0 0 0 1 k   % << /op true /OPM 1 >>",
)
KNOCKED_LINE = Rule(
    "F246",
    Severity.WARNING,
    "thin black line knocks out what it stands on",
    "As with small text: a black line below 2 pt is printed on top of the colours below it (GWG "
    "2015, 4.12). Black on paper is not counted.",
    "0 0 0 1 K 1 w",
    "/GS1 gs 0 0 0 1 K 1 w   % << /OP true /OPM 1 >>",
)
WHITE_OVER = Rule(
    "F247",
    Severity.ERROR,
    "white is set to overprint",
    "White is where no ink goes; white that overprints leaves the ink below it and is gone on "
    "paper, though screens show it (GWG 2015, 4.8 and 4.9). Turn overprint off for white.",
    "/GS1 gs 0 0 0 0 k   % << /op true /OPM 1 >>",
    "0 0 0 0 k",
)
SMALL_TEXT = Rule(
    "F248",
    Severity.WARNING,
    "text is smaller than the printer's smallest type",
    "Below it letters break or fill up. Sizes are those on the page, after all scaling.",
    "/F1 4 Tf",
    "/F1 7 Tf",
)
HAIRLINE = Rule(
    "F251",
    Severity.WARNING,
    "line is thinner than the printer's thinnest",
    "Thinner lines break or vanish on the plate. Areas that are as thin as a line count as one "
    "(most shops ask for 0.25 pt, GWG 2015, 4.17 for 0.125 pt at least).",
    "0.1 w",
    "0.25 w",
)
NO_WIDTH = Rule(
    "F252",
    Severity.ERROR,
    "line has no width",
    "A line of width 0 is as thin as the machine can: visible on an office printer, gone on a "
    "plate. Give it a width.",
    "0 w",
    "0.25 w",
)
NO_BLEED = Rule(
    "F261",
    Severity.ERROR,
    "colour ends at the trim",
    "Paper is cut with a tolerance: where colour or a picture reaches the trim and not beyond, a "
    "white edge shows. Let it run on over the bleed the printer asks for. Pages that are white at "
    "an edge need none there.",
)
UNSAFE = Rule(
    "F262",
    Severity.WARNING,
    "text is close to the trim",
    "What stands closer to the edge than the printer's safe distance may be cut, or looks as if. "
    "Move it inwards.",
)
EMPTY = Rule(
    "F263",
    Severity.WARNING,
    "page is empty",
    "Nothing is painted inside the trim. A page that is meant to be empty is paid for, too; tell "
    "the print shop that it is meant (GWG 2015, 4.5).",
)
UNREAD = Rule(
    "F264",
    Severity.WARNING,
    "page could not be read to its end",
    "What the page paints is broken, packed too tightly or more than preflight looks at (400 000 "
    "operators in a file). What was read was checked; its ink was not counted.",
)

RULES = (
    RGB,
    MANAGED,
    MANAGED_X1A,
    GREY_TEXT,
    REGISTRATION,
    TWIN_SPOTS,
    DRAWN_FONT,
    NO_GLYPH,
    COARSE,
    SOFT,
    COARSE_LINES,
    INK,
    MIXED_BLACK,
    RICH_TEXT,
    MIXED_TEXT,
    WHITE_TEXT,
    KNOCKED_OUT,
    KNOCKED_LINE,
    WHITE_OVER,
    SMALL_TEXT,
    HAIRLINE,
    NO_WIDTH,
    NO_BLEED,
    UNSAFE,
    EMPTY,
    UNREAD,
)
