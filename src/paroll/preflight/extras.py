"""What a page for the screen may have and a print file may not: links, forms, scripts, layers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from paroll.finding import Rule, Severity
from paroll.preflight.model import Issue
from paroll.preflight.reading import box, dictionary, entry, identity, items, name, pairs, text

if TYPE_CHECKING:
    from pikepdf import Pdf

    from paroll.preflight.leaf import Leaf

LAYERS = Rule(
    "F141",
    Severity.ERROR,
    "layers change by themselves",
    "Layers are allowed in PDF/X-4, but what is seen must be the same everywhere: there must be a "
    "default configuration, and none may switch layers for the screen or for print (`/AS`; "
    "ISO 15930-7). Flatten the layers before you save the file for print.",
    "/OCProperties << /OCGs [5 0 R] /D << /AS [<< /Event /Print >>] >> >>",
    "/OCProperties << /OCGs [5 0 R] /D << /Order [5 0 R] >> >>",
)
HIDDEN = Rule(
    "F142",
    Severity.WARNING,
    "layer is hidden",
    "What is on the layer will not be printed. If that is meant, such as with a second language, "
    "say so to the print shop; else show the layer, or take it out.",
    "/D << /OFF [5 0 R] >>",
    "/D << /ON [5 0 R] >>",
)
NOTES = Rule(
    "F143",
    Severity.ERROR,
    "link, note or form field on the page",
    "Links, comments and form fields may be printed or lost, as the machine likes. PDF/X forbids "
    "all that touch the BleedBox (ISO 15930-7). Save the PDF for print without links, and "
    "flatten forms.",
    "/Annots [<< /Subtype /Link /Rect [100 100 200 120] >>]",
    "/Annots []",
)
ACTIONS = Rule(
    "F144",
    Severity.ERROR,
    "file has scripts or actions",
    "JavaScript and actions do something when the file is opened or a page is shown. There is "
    "nothing to do on paper, and PDF/X forbids them (ISO 15930-7).",
    "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
    "/Type /Catalog",
)
FILES = Rule(
    "F145",
    Severity.ERROR,
    "file has other files in it",
    "Attached files are not printed, and PDF/X-4 forbids them (ISO 15930-7). Send them "
    "beside the PDF.",
    "/Names << /EmbeddedFiles << /Names [(order.txt) 9 0 R] >> >>",
    "/Type /Catalog",
)
VIEWS = Rule(
    "F146",
    Severity.ERROR,
    "viewer is told to print only a part",
    "`ViewArea`, `ViewClip`, `PrintArea` and `PrintClip` may name the MediaBox or the BleedBox "
    "alone, or the bleed is lost (ISO 15930-7). Leave them out.",
    "/ViewerPreferences << /PrintClip /TrimBox >>",
    "/ViewerPreferences << /DisplayDocTitle true >>",
)
RULES = (LAYERS, HIDDEN, NOTES, ACTIONS, FILES, VIEWS)

_FOR_MARKS = ("TrapNet", "PrinterMark")
_CALLED = {
    "Link": "a link",
    "Widget": "a form field",
    "Popup": "a note",
    "Text": "a note",
    "FileAttachment": "an attached file",
}


def extra_issues(pdf: Pdf, pages: Sequence[Leaf]) -> Iterator[Issue]:
    """Yield what a print file should not have beside its pages."""
    root = pdf.Root
    yield from _layers(root)
    yield from _actions(root, pages)
    if dictionary(root, "/Names", "/EmbeddedFiles") is not None or items(root, "/AF"):
        yield _whole(FILES, "other files are attached", "send them beside the PDF")
    for key in ("ViewArea", "ViewClip", "PrintArea", "PrintClip"):
        box = name(root, "/ViewerPreferences", f"/{key}")
        if box not in ("", "MediaBox", "BleedBox"):
            yield _whole(VIEWS, f"{key} is {box}", f"leave {key} out")
    for leaf in pages:
        yield from _notes(leaf)


def _layers(root: object) -> Iterator[Issue]:
    layers = dictionary(root, "/OCProperties")
    if layers is None or not items(layers, "/OCGs"):
        return
    flatten = "flatten the layers before you save the file for print"
    if dictionary(layers, "/D") is None:
        yield _whole(LAYERS, "no default configuration of the layers", flatten)
    elif any(items(each, "/AS") for each in (entry(layers, "/D"), *items(layers, "/Configs"))):
        yield _whole(LAYERS, "layers are switched by what the file is used for", flatten)
    for layer in hidden(root):
        message = f"the layer “{text(layer, '/Name') or 'without a name'}” is hidden"
        yield _whole(HIDDEN, message, "show the layer, or take it out")


def hidden(root: object) -> list[object]:
    """Return the layers that a file does not show (ISO 32000-1, 8.11.4.3)."""
    layers = entry(root, "/OCProperties")
    if name(layers, "/D", "/BaseState") != "OFF":
        return items(layers, "/D", "/OFF")
    shown = {*map(identity, items(layers, "/D", "/ON"))}
    return [each for each in items(layers, "/OCGs") if identity(each) not in shown]


def _actions(root: object, pages: Sequence[Leaf]) -> Iterator[Issue]:
    hint = "save the file for print, without scripts and actions"
    if dictionary(root, "/OpenAction") is not None:
        yield _whole(ACTIONS, "an action when the file is opened", hint)
    if dictionary(root, "/Names", "/JavaScript") is not None:
        yield _whole(ACTIONS, "JavaScript in the file", hint)
    if dictionary(root, "/AA") is not None:
        yield _whole(ACTIONS, "actions when the file is closed, saved or printed", hint)
    for leaf in pages:
        if any(True for _ in pairs(leaf.page, "/AA")):
            yield Issue(ACTIONS.at(None, "an action when the page is shown", hint), leaf.number)


def _notes(leaf: Leaf) -> Iterator[Issue]:
    for note in items(leaf.page, "/Annots"):
        sort, where = name(note, "/Subtype"), box(note, "/Rect")
        if sort in _FOR_MARKS or where is None or not where.touches(leaf.printed):
            continue
        message = f"{_CALLED.get(sort, 'a note')} on the page"
        finding = NOTES.at(None, message, "save the PDF for print, without links, notes and forms")
        yield Issue(finding, leaf.number, leaf.place(where))


def _whole(rule: Rule, message: str, hint: str) -> Issue:
    return Issue(rule.at(None, message, hint))
