"""The standard a file claims, and whether it says of itself what the standard asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from paroll.finding import Rule, Severity
from paroll.preflight import xmp
from paroll.preflight.model import Issue
from paroll.preflight.reading import data, dictionary, entry, items, name, number, stream, text
from paroll.printers import Printer
from paroll.source import shortened
from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

UNCLAIMED = Rule(
    "F161",
    Severity.WARNING,
    "not the standard that the print shop asks for",
    "The file claims to keep to another standard, or to none. Many shops take it all the same if "
    "nothing else is wrong; some have machines that refuse it at once. Choose the standard when "
    "you save the file, or ask the shop.",
    "/Info << /Title (Leaflet) >>",
    "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
)
TWO_CLAIMS = Rule(
    "F162",
    Severity.ERROR,
    "file claims two standards",
    "The document information and the XMP metadata name different standards, so a machine may "
    "take the file for either. Save it anew, with one standard.",
    "/Info << /GTS_PDFXVersion (PDF/X-1a:2003) >>  % and PDF/X-4 in the XMP metadata",
    "/Info << /Title (Leaflet) >>  % and PDF/X-4 in the XMP metadata",
)
INTENT = Rule(
    "F163",
    Severity.ERROR,
    "printing condition is not said",
    "A PDF/X file has one output intent of the kind GTS_PDFX: for which paper and inks its colours "
    "are meant, by a name such as FOGRA39 (ISO 15930-4, ISO 15930-7; PDFlib's tables 10.2). This "
    "file has none, several, or one without a name.",
    "/Type /Catalog",
    "/OutputIntents [<< /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) >>]",
)
PROFILE = Rule(
    "F164",
    Severity.ERROR,
    "profile of the printing condition is missing or wrong",
    "PDF/X-4 asks for the profile itself in the output intent; only PDF/X-4p may leave it out. It "
    "must be a profile of a press, of the class “prtr”, for CMYK, and `/N` must say so "
    "(PDFlib's table 10.2).",
    "/OutputIntents [<< /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) >>]",
    "/OutputIntents [<< /S /GTS_PDFX /DestOutputProfile 11 0 R >>]",
)
METADATA = Rule(
    "F165",
    Severity.ERROR,
    "metadata is missing or cannot be read",
    "PDF/X-4 says what it is in its XMP metadata, so they must be there, as XML, and not packed, "
    "since programs look for them without unpacking the file. They tell title, dates and "
    "identifiers of the document (PDFlib's table 10.2).",
    "/Metadata << /Subtype /XML /Filter /FlateDecode >>",
    "/Metadata << /Subtype /XML >>",
)
DIFFERS = Rule(
    "F166",
    Severity.ERROR,
    "the file says two things of itself",
    "Title, dates, program and trapping stand in the document information and in the XMP metadata, "
    "and must be the same in both (ISO 15930-7). A workflow that finds them different takes the "
    "file for one that was changed after it was checked.",
    "/Info << /Title (Leaflet) >>  % and “Flyer” in the XMP metadata",
    "/Info << /Title (Leaflet) >>  % and “Leaflet” in the XMP metadata",
)
TRAPPED = Rule(
    "F167",
    Severity.ERROR,
    "it is not said whether the file is trapped",
    "Trapping lets inks overlap a little where they meet. A PDF/X file says whether that has been "
    "done, `/Trapped /True` or `/False`; “unknown” is not enough. Leaflets are as a rule not "
    "trapped: the print shop does it.",
    "/Info << /Trapped /Unknown >>",
    "/Info << /Trapped /False >>",
)
VERSION = Rule(
    "F168",
    Severity.ERROR,
    "version of the PDF is not that of the standard",
    "PDF/X-4 is PDF 1.6, PDF/X-1a:2003 at most PDF 1.4, and PDF/X-1a:2001 at most PDF 1.3. A file "
    "of a later version may hold what machines for the standard do not know.",
    "%PDF-1.7",
    "%PDF-1.6",
)
NO_ID = Rule(
    "F169",
    Severity.ERROR,
    "file has no identifier",
    "A PDF/X file has an `/ID` at its end, so that two states of a file can be told apart "
    "(ISO 32000-1, 14.4). Save the file anew.",
    "trailer << /Root 1 0 R >>",
    "trailer << /Root 1 0 R /ID [<0B1C> <0B1C>] >>",
)
CONDITION = Rule(
    "F170",
    Severity.WARNING,
    "made for another printing condition",
    "The colours of the file are meant for another paper or press than the print shop's. They will "
    "be printed, but tints and pictures come out lighter, darker or with another cast. Choose the "
    "profile of the shop when you save the file.",
    "/OutputConditionIdentifier (FOGRA27)",
    "/OutputConditionIdentifier (FOGRA39)",
)
RULES = (
    UNCLAIMED,
    TWO_CLAIMS,
    INTENT,
    PROFILE,
    METADATA,
    DIFFERS,
    TRAPPED,
    VERSION,
    NO_ID,
    CONDITION,
)

_LARGEST = 1 << 24
"""The largest ICC profile that is read: those of presses have up to 3 MB."""
_LATEST = {
    "PDF/X-1a:2001": "1.3",
    "PDF/X-3:2002": "1.3",
    "PDF/X-1a:2003": "1.4",
    "PDF/X-3:2003": "1.4",
    "PDF/X-4": "1.6",
    "PDF/X-4p": "1.6",
}
"""The latest version of PDF that a file for a standard may be; PDF/X-4 is just that version."""
_PAIRS = (
    ("Title", f"{xmp.DC}title"),
    ("Creator", f"{xmp.XMP}CreatorTool"),
    ("Producer", f"{xmp.PDF}Producer"),
    ("CreationDate", f"{xmp.XMP}CreateDate"),
    ("ModDate", f"{xmp.XMP}ModifyDate"),
    ("Trapped", f"{xmp.PDF}Trapped"),
)
_MUST = (
    f"{xmp.DC}title",
    *(f"{xmp.XMP}{each}" for each in ("CreateDate", "ModifyDate", "MetadataDate")),
    *(f"{xmp.XMPMM}{each}" for each in ("DocumentID", "VersionID", "RenditionClass")),
)


class Claim(NamedTuple):
    """What a file says of itself. `standard` is what it claims to keep to, or empty.

    `said` are the properties of its XMP metadata, or None if it has none that can be read.
    """

    standard: str
    other: str
    said: Mapping[str, str] | None
    intents: tuple[Object, ...]

    @property
    def is_x4(self) -> bool:
        """Whether it claims PDF/X-4, or PDF/X-4p, which leaves the profile out."""
        return self.standard in ("PDF/X-4", "PDF/X-4p")

    @property
    def is_old(self) -> bool:
        """Whether it claims a standard without transparency."""
        return self.standard in _LATEST and not self.is_x4

    @property
    def is_x1a(self) -> bool:
        """Whether it claims a standard without colours that have a profile of their own."""
        return self.standard.startswith("PDF/X-1")

    @property
    def condition(self) -> str:
        """The name of its printing condition, or an empty text."""
        found = text(self.intents[0], "/OutputConditionIdentifier") if self.intents else None
        return shortened(found or "")


def claimed(pdf: Pdf) -> Claim:
    """Return what a file says of itself."""
    packet = stream(pdf.Root, "/Metadata")
    said = xmp.properties(data(packet, xmp.LARGEST) or b"") if packet is not None else None
    info = entry(pdf.trailer, "/Info")
    first = (said or {}).get(f"{xmp.PDFXID}GTS_PDFXVersion", "")
    old = text(info, "/GTS_PDFXConformance") or text(info, "/GTS_PDFXVersion") or ""
    standard, *more = [*filter(None, (first, old)), ""]
    return Claim(standard, more[0] if more else "", said, tuple(_intents_for_print(pdf)))


def _intents_for_print(pdf: Pdf) -> Iterator[Object]:
    for each in items(pdf.Root, "/OutputIntents"):
        found = dictionary(each)
        if found is not None and name(found, "/S") == "GTS_PDFX":
            yield found


def claim_issues(pdf: Pdf, claim: Claim, printer: Printer) -> Iterator[Issue]:
    """Yield what is wrong with what a file says of itself."""
    if claim.standard.removesuffix("p") != printer.standard:
        said = shortened(claim.standard) or "no standard"
        message = f"the file claims {said}; {printer.title} asks for {printer.standard}"
        ours = not claim.standard and _told(pdf, "Producer") == "paroll"
        hint = "this is the file for screens: send the .print.pdf beside it"
        yield _issue(UNCLAIMED, message, hint if ours else f"save it as {printer.standard}")
    if claim.other not in ("", claim.standard):
        message = f"{claim.standard} in the XMP metadata, {claim.other} in the information"
        yield _issue(TWO_CLAIMS, message, "save it anew, with one standard")
    if not claim.standard:
        return
    yield from _intents(claim, printer)
    yield from _metadata(pdf, claim)
    yield from _closing(pdf, claim)


def _intents(claim: Claim, printer: Printer) -> Iterator[Issue]:
    hint = f"choose the printing condition when you save the file: {printer.condition.identifier}"
    if len(claim.intents) != 1:
        count = len(claim.intents) or "no"
        yield _issue(INTENT, f"{count} output intents of the kind GTS_PDFX", hint)
        return
    if not claim.condition:
        yield _issue(INTENT, "the output intent has no OutputConditionIdentifier", hint)
    elif not _is_for(claim, printer):
        message = f"made for {claim.condition}; {printer.title} is {printer.condition.identifier}"
        yield _issue(CONDITION, message, "choose the print shop's own, or ask it")
    if wrong := _profile(claim):
        yield _issue(PROFILE, wrong, hint)


def _is_for(claim: Claim, printer: Printer) -> bool:
    """Say whether a file is made for a printer's condition: by its profile, or by its name.

    Some programs write the title of the profile where its name belongs: “FOGRA39L coated”.
    """
    profile = stream(claim.intents[0], "/DestOutputProfile")
    if profile is not None and data(profile, _LARGEST) == printer.condition.profile:
        return True
    names = (printer.condition.identifier, claim.condition)
    ours, theirs = (re.sub(r"[^a-z0-9]", "", each.lower()) for each in names)
    return ours in theirs or theirs in ours


def _profile(claim: Claim) -> str:
    """Say what is wrong with the profile of the output intent, or nothing."""
    profile = stream(claim.intents[0], "/DestOutputProfile")
    if profile is None:
        return "no ICC profile in the output intent" if claim.standard == "PDF/X-4" else ""
    head = (data(profile, _LARGEST) or b"")[:128]
    if len(head) < 128 or head[36:40] != b"acsp":
        return "the ICC profile of the output intent is none"
    if (sort := head[12:16]) != b"prtr":
        return f"an ICC profile of the class “{_letters(sort)}”, not of a press (“prtr”)"
    if (space := head[16:20]) != b"CMYK":
        return f"an ICC profile for {_letters(space)}, not for CMYK"
    parts = number(profile, "/N")
    return "" if parts == 4 else f"/N of the ICC profile is {parts or 'not said'}, not 4"


def _letters(data: bytes) -> str:
    return data.decode("ascii", "replace").strip()


def _metadata(pdf: Pdf, claim: Claim) -> Iterator[Issue]:
    packet = stream(pdf.Root, "/Metadata")
    hint = "save the file anew as PDF/X"
    if claim.is_x4:
        missing = [key.partition("}")[2] for key in _MUST if not (claim.said or {}).get(key)]
        if packet is None or claim.said is None:
            yield _issue(
                METADATA, f"XMP metadata {'missing' if packet is None else 'not XML'}", hint
            )
        elif items(packet, "/Filter"):
            yield _issue(METADATA, "XMP metadata are packed", hint)
        elif missing:
            yield _issue(METADATA, f"XMP metadata without {', '.join(missing)}", hint)
    for key, theirs in _PAIRS:
        ours, other = _told(pdf, key), (claim.said or {}).get(theirs)
        if ours and other and not _same(ours, other, key):
            both = f"“{shortened(ours)}” in the information and “{shortened(other)}” in the XMP"
            message = f"{key} is {both} metadata"
            yield _issue(DIFFERS, message, hint)


def _told(pdf: Pdf, key: str) -> str:
    """Return an entry of the document information, a name or a text."""
    info = entry(pdf.trailer, "/Info")
    return text(info, f"/{key}") or name(info, f"/{key}")


def _same(ours: str, theirs: str, key: str) -> bool:
    if not key.endswith("Date"):
        return ours.strip() == theirs.strip()
    return xmp.same_moment(ours, theirs)


def _closing(pdf: Pdf, claim: Claim) -> Iterator[Issue]:
    """Yield what is wrong with trapping, version and identifier."""
    trapped = _told(pdf, "Trapped") or (claim.said or {}).get(f"{xmp.PDF}Trapped", "")
    if trapped not in ("True", "False"):
        message = f"Trapped is {trapped or 'not said'}"
        yield _issue(TRAPPED, message, "save the file anew as PDF/X, not trapped")
    version, latest = _version(pdf), _LATEST.get(claim.standard, "9")
    if (claim.is_x4 and version != latest) or version > latest:
        message = f"PDF {version} in a file for {claim.standard}"
        yield _issue(VERSION, message, f"save it as PDF {latest}")
    if len(items(pdf.trailer, "/ID")) != 2:
        yield _issue(NO_ID, "no /ID at the end of the file", "save the file anew")


def _version(pdf: Pdf) -> str:
    """Return the version of a file: that of its head, or a later one that its catalog names."""
    return max(pdf.pdf_version, name(pdf.Root, "/Version"))


def _issue(rule: Rule, message: str, hint: str) -> Issue:
    return Issue(rule.at(None, message, hint))
