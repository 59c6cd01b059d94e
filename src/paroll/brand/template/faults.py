"""What can be wrong with a template."""

from __future__ import annotations

from paroll.finding import Rule, Severity

UNUSABLE = Rule(
    "B030",
    Severity.ERROR,
    "template cannot be used",
    "A template is a .pptx or .potx file of at most 100 MB, with a layout that has a title and a "
    "text. Files that are damaged, unpack to something far larger, or define XML entities are "
    "refused.",
    bad="template: house.pdf",
    good="template: house.potx",
)
NO_SUCH_LAYOUT = Rule(
    "B031",
    Severity.ERROR,
    "the template has no such layout",
    "`layouts` names layouts as PowerPoint's slide master view shows them.",
    bad="layouts: {cover: Titelbilde}",
    good="layouts: {cover: Titelbild}",
)
LEFT_OUT = Rule(
    "B032",
    Severity.WARNING,
    "something of the template is left out",
    "Macros, controls, embedded objects, sounds and links to files do not go into decks: they can "
    "run programs, or load things from elsewhere, on whatever computer opens the deck.",
)
NO_FONT = Rule(
    "B033",
    Severity.WARNING,
    "the template's font is not at hand",
    "Text is measured with font files. A family that the template uses and the kit does not have "
    "is measured with the kit's body family instead, so lines may break elsewhere in PowerPoint, "
    "and the PDF shows that family. Put its files into the kit as heading or body family; Carlito, "
    "Caladea, Liberation and Arimo may stand for Calibri, Cambria, Arial and Times New Roman.",
)
NO_LAYOUT = Rule(
    "B034",
    Severity.WARNING,
    "the template has no layout for a kind of page",
    "Layouts are known by their names, their types and their placeholders. Where a kind has none, "
    "the nearest is used. Name one in `layouts`, or add one to the template.",
)
MISPLACED = Rule(
    "B035",
    Severity.WARNING,
    "placeholders of the template overlap or leave the slide",
    "Text that fills both of two placeholders which overlap cannot be read; what stands beyond the "
    "edge is not shown.",
)
FAINT = Rule(
    "B036",
    Severity.WARNING,
    "text of the template has too little contrast",
    "Text needs a contrast of 4.5 : 1 to its ground, large text (from 24 points, bold from 18) "
    "3 : 1 (WCAG 2.2, 1.4.3). It is measured where the ground is one colour.",
)
SMALL = Rule(
    "B037",
    Severity.WARNING,
    "text of the template is small",
    "Running text under 18 points cannot be read from the last row. paroll sets what the template "
    "says, and never smaller.",
)
NO_FURNITURE = Rule(
    "B038",
    Severity.WARNING,
    "the template has no place for slogan or slide number",
    "The slogan stands in a placeholder called “Slogan”, or else in the footer; slide numbers in "
    "the placeholder for them. A layout without these shows neither.",
)
HEAVY = Rule(
    "B039",
    Severity.WARNING,
    "the template is heavy",
    "Every deck carries its template. Over 10 MB it is too large for many mailboxes; compress its "
    "pictures, and remove layouts nobody uses.",
)
UNLABELLED = Rule(
    "B040",
    Severity.WARNING,
    "a picture of the template has no alternative text",
    "Screen readers say “picture” of it on every slide. Write an alternative text, or mark the "
    "picture as decorative.",
)
UNSEEN = Rule(
    "B041",
    Severity.WARNING,
    "the PDF does not show all of the template",
    "The PDF shows grounds of one colour, plain shapes, PNG and JPEG pictures, and text. Gradients "
    "are shown in their first colour; other drawings are left out. The deck has them all. A PDF "
    "exported from PowerPoint shows them too.",
)
NO_STYLES = Rule(
    "B042",
    Severity.WARNING,
    "the template has no text styles",
    "PowerPoint's masters say how each level of text looks, and slides inherit it. LibreOffice "
    "saves masters that only show it, on their sample text: new slides look otherwise. paroll "
    "writes the looks of the sample text on its slides.",
)
RULES = (
    *(UNUSABLE, NO_SUCH_LAYOUT, LEFT_OUT, NO_FONT, NO_LAYOUT, MISPLACED),
    *(FAINT, SMALL, NO_FURNITURE, HEAVY, UNLABELLED, UNSEEN, NO_STYLES),
)
