"""What can be wrong with a programme once it is laid out."""

from __future__ import annotations

from paroll.finding import Rule, Severity
from paroll.layout.charts import limits as charts
from paroll.layout.rules import TOO_WIDE

TOO_LONG = Rule(
    "S201",
    Severity.ERROR,
    "text does not fit its page",
    "Text is set in the brand's type sizes, never smaller than can be read from the last row (18 "
    "points on a slide), in the hand (8.5 points on a leaflet) or on a phone (40 pixels of a "
    "picture for social media). This text is longer than its "
    "page holds at the smallest of them, and cannot run on to a next page.",
    bad='quote: "…a quotation of 120 words…"',
    good="quote: the one sentence of it that people will remember",
)
SLOGAN_TOO_LONG = Rule(
    "S202",
    Severity.ERROR,
    "slogan is too long to head every page",
    "The slogan stands small on every page, as the author broke it. A line of it is too long to "
    "be read there.",
    bad="slogan: Tillsammans bygger vi ett tryggare och mer rättvist Västernorrland",
    good="slogan: [Ett tryggare, Västernorrland]",
)
LEAFLET_TOO_LONG = Rule(
    "S203",
    Severity.ERROR,
    "leaflet is too full",
    "The back of the leaflet holds less than the programme says, at the smallest type that can "
    "be read in the hand. Give long points a `short` form, and leave points or sections out of "
    "the leaflet with `leaflet: no`.",
    bad="points: [twenty long points]",
    good="points: [{text: a long point, short: its gist}, {text: a lesser point, leaflet: no}]",
)
FOLDER_TOO_FULL = Rule(
    "S215",
    Severity.ERROR,
    "folder is too full",
    "The inside of a folder or the pages of a booklet hold less than the programme says, at the "
    "smallest type that can be read in the hand, even in short forms. Give long points a `short` "
    "form, and leave points or sections out of folders with `folder: no`.",
    bad="sections: [fifty long points]",
    good="points: [{text: a long point, short: its gist}, {text: a lesser point, folder: no}]",
)
FOLDER_TOO_EMPTY = Rule(
    "S216",
    Severity.WARNING,
    "folder is half empty",
    "What the programme says does not fill a folder or a booklet, in the largest type and with "
    "every figure, quotation and statement on a panel of its own. Whoever unfolds it will ask what "
    "is missing. A smaller leaflet is cheaper and looks full.",
    bad="materials: [roll-fold]\nsections: [{statement: Vi kan bättre}]",
    good="materials: [leaflet-a5]\nsections: [{statement: Vi kan bättre}]",
)
TOO_SMALL_FROM_AFAR = Rule(
    "S207",
    Severity.WARNING,
    "slogan is too small to be read from afar",
    "The front of what is handed out is read from two metres, a poster from two to five. Capitals "
    "are read from some 300 times their height. The slogan is as large as its longest line allows; "
    "shorter lines make it larger.",
    bad="slogan: Vi sätter dina behov före vårdbolagens",
    good="slogan: [Vi sätter, dina behov, före vårdbolagens]",
)
HALF_EMPTY = Rule(
    "S208",
    Severity.WARNING,
    "leaflet is half empty",
    "Type grows until the text fills its page, points and news are said in full where that helps, "
    "figures and quotations are made large, and a single sentence is set like a slogan. What is "
    "still less than half a page looks forgotten. Say more, let `leaflet: no` go, "
    "or take a smaller format.",
    bad="materials: leaflet-a4\nsections: [{heading: Skolan, text: two short sentences}]",
    good="materials: postcard-a6\nsections: [{heading: Skolan, text: two short sentences}]",
)
TOO_MANY_WORDS = Rule(
    "S209",
    Severity.ERROR,
    "poster has too many words",
    "A poster is read in passing: it says at most twelve words, the sender not counted. It shows "
    "the slogan, and the title if both have no more than twelve; a section with `poster: yes` "
    "takes the title's place.",
    bad="slogan: [a slogan, of fourteen words]",
    good="slogan: [Vårt Norrland, kan bättre]",
)
LEFT_OUT = Rule(
    "S212",
    Severity.WARNING,
    "figure or quotation is left out of a leaflet",
    "The leaflet is too full for all that the programme says, at the smallest type that can be "
    "read in the hand. Points have short forms; figures and quotations are left out first. Make "
    "room, or say with `leaflet: no` that they are not meant to be there.",
    bad="points: [{text: a long point}]",
    good="points: [{text: a long point, short: its gist}]",
)
SENDER_TOO_LONG = Rule(
    "S205",
    Severity.ERROR,
    "sender is too long for its place",
    "The sender's name stands on every page beside the slogan, and with address and telephone at "
    "the foot of leaflets. There is room for a line or two.",
    bad="sender: Socialdemokraterna i Västernorrland, distriktet och alla arbetarekommuner",
    good="sender: Socialdemokraterna Västernorrland",
)
TOO_COARSE = Rule(
    "S230",
    Severity.WARNING,
    "picture has too few pixels for its place",
    "Below some 100 pixels per inch on a slide, and 150 in print, a picture looks soft or shows "
    "its pixels. It is not enlarged here; whoever shows it does. Among the text of leaflets, "
    "folders and booklets it is left out: a print shop would call.",
    bad="picture: bilder/frimärke.jpg\nplace: full",
    good="picture: bilder/frimärke.jpg\nplace: inset",
)
PICTURE_LEFT_OUT = Rule(
    "S210",
    Severity.WARNING,
    "no picture is made of a section",
    "Where a programme names pictures for social media in `materials` and nothing in it says "
    "`social: yes`, they are made of its statements, quotations, figures and events. This one is "
    "too long to be read on a phone, so it is left out. Choose what is to be shown: one idea, in "
    "few words. Left out are charts, tables, timelines, columns and people too that cannot be read "
    "in this format, where `materials` names none and others may show them.",
    bad="quote: “…a quotation of 80 words…”",
    good="statement: Nu räcker det\nsocial: yes",
)
EMPTY_AGENDA = Rule(
    "S206",
    Severity.ERROR,
    "agenda has nothing to list",
    "An agenda lists the headings of the programme's sections. None of them has one.",
    bad="sections:\n  - agenda: Innehåll\n  - statement: Vi kan bättre",
    good="sections:\n  - agenda: Innehåll\n  - heading: Skolan\n    points: Fler lärare",
)
OUTGROWN = Rule(
    "S250",
    Severity.WARNING,
    "text outgrows its place in the fallback",
    "Where the brand's fonts are missing (PowerPoint for Mac, some viewers), slides are shown in "
    "another font. This text then takes more lines than there is room for, in no layout fewer, and "
    "covers what stands below it. Its slide is right wherever the brand's fonts are.",
    bad="heading: a heading that fills its box to the last letter",
    good="heading: a heading with a word less",
)
FALLBACK_TOO_WIDE = Rule(
    "S251",
    Severity.WARNING,
    "fallback is much wider than the family",
    "Slides make room for a fallback that is up to 5 per cent wider than the brand's family. This "
    "one would make all type small, so it is left out of account: where the brand's fonts are "
    "missing, texts may outgrow their places.",
    bad="heading: {name: Archivo Condensed, fallback: Verdana, …}",
    good="heading: {name: Archivo Condensed, fallback: Arial Narrow, …}",
)
NO_ROOM_FOR_SLOGAN = Rule(
    "S220",
    Severity.WARNING,
    "slogan does not fit the template's footer",
    "In decks made with a house template the slogan stands in the footer of every page, or in a "
    "placeholder called “Slogan”, on one line of at least 9 points. This one is longer; it is said "
    "on the cover and at the end only.",
)
RULES = (
    NO_ROOM_FOR_SLOGAN,
    TOO_LONG,
    SLOGAN_TOO_LONG,
    LEAFLET_TOO_LONG,
    FOLDER_TOO_FULL,
    FOLDER_TOO_EMPTY,
    TOO_SMALL_FROM_AFAR,
    HALF_EMPTY,
    TOO_MANY_WORDS,
    LEFT_OUT,
    SENDER_TOO_LONG,
    TOO_COARSE,
    PICTURE_LEFT_OUT,
    EMPTY_AGENDA,
    OUTGROWN,
    FALLBACK_TOO_WIDE,
    TOO_WIDE,
    *charts.RULES,
)
