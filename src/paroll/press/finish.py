"""Finishing: a painted PDF becomes what a print shop takes, PDF/X-4 or PDF/X-1a:2003.

Importing this imports pikepdf.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from hashlib import blake2b
from io import BytesIO
from itertools import chain
from uuid import UUID

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Page, Pdf, Stream, String

from paroll.press.frame import boxed, framed, path
from paroll.press.grid import Folds
from paroll.press.marks import every_plate, marks
from paroll.press.packet import packet
from paroll.printers import Marks, Printer, Standard
from paroll.units import to_pt

_CATALOG = {"/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents"}
_PAGE = {"/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/BleedBox", "/TrimBox"}
"""What stays of a file: no actions, annotations, scripts, transitions or attachments (ISO 15930-7,
6.10 to 6.13; ISO 15930-4, 6.9 to 6.14)."""
_REGISTRY = "http://www.color.org"
_VERSIONS = {Standard.X4: "1.6", Standard.X1A: "1.4"}


def finish(painted: bytes, printer: Printer, folds: Sequence[Folds] = ()) -> bytes:
    """Return a painted PDF as `printer` wants it, the same bytes each time.

    Pages have a TrimBox and are painted at least as far beyond it as the printer's bleed. Those
    with `folds`, one for each page, have marks for them where the printer takes marks.
    """
    with Pdf.open(BytesIO(painted)) as pdf:
        for number, page in enumerate(pdf.pages):
            _cut(pdf, page, printer, folds[number] if folds else Folds())
        return seal(pdf, printer, (painted, repr(folds).encode()))


def seal(pdf: Pdf, printer: Printer, made_of: Sequence[bytes]) -> bytes:
    """Return a file whose pages are ready with all that its standard asks of the file as a whole.

    What it is `made_of` gives it its identifier: another content, another identifier.
    """
    _strip(pdf.Root, _CATALOG)
    for page in pdf.pages:
        _strip(page.obj, _PAGE)
    if printer.standard is Standard.X4 and _is_transparent(pdf):
        for page in pdf.pages:
            page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    pdf.Root.OutputIntents = Array([_intent(pdf, printer)])
    _describe(pdf, printer, made_of)
    file = BytesIO()
    pdf.save(
        file,
        force_version=_VERSIONS[printer.standard],
        object_stream_mode=ObjectStreamMode.disable,  # simple checkers look for plain objects
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return file.getvalue()


def _strip(thing: pikepdf.Object, kept: Set[str]) -> None:
    for key in sorted(thing.keys() - kept):
        del thing[key]


def _cut(pdf: Pdf, page: Page, printer: Printer, folds: Folds) -> None:
    """Give a page its boxes, clip it to its bleed, and draw marks round it."""
    trim = framed(page.trimbox)
    bleed = trim.extended(*map(to_pt, printer.bleed))
    drawn = marks(trim, bleed, printer.marks, folds)
    media = bleed if printer.marks is Marks.NONE else drawn.reach
    left, bottom = media.left, media.bottom
    if (left, bottom) != (0, 0) or drawn.operators:
        # The page begins at 0, 0: some programs shift what does not.
        head = f"q 1 0 0 1 {-left:.4f} {-bottom:.4f} cm {path(bleed)} W n".encode()
        tail = b"\n".join((b"Q", drawn.moved(-left, -bottom)))
        page.contents_add(Stream(pdf, head), prepend=True)
        page.contents_add(Stream(pdf, tail))
    if drawn.operators:
        page.add_resource(every_plate(), Name.ColorSpace, Name.Registration)
    boxes = zip(("/MediaBox", "/BleedBox", "/TrimBox"), (media, bleed, trim), strict=True)
    for key, frame in boxes:
        page.obj[key] = Array(boxed(frame.moved(-left, -bottom)))


def _intent(pdf: Pdf, printer: Printer) -> pikepdf.Object:
    condition = printer.condition
    profile = Stream(pdf, b"", N=4)
    profile.write(_packed(condition.profile), filter=Name.FlateDecode)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputCondition=String(condition.info),
            OutputConditionIdentifier=String(condition.identifier),
            RegistryName=String(_REGISTRY),
            Info=String(condition.info),
            DestOutputProfile=pdf.make_indirect(profile),
        )
    )


@lru_cache(maxsize=4)
def _packed(profile: bytes) -> bytes:
    """Return an ICC profile compressed, which takes as long as all the rest."""
    return zlib.compress(profile, 9)


def _describe(pdf: Pdf, printer: Printer, made_of: Sequence[bytes]) -> None:
    """Say what the file is, in its information dictionary and in words of XMP alike."""
    info = pdf.docinfo
    info[Name.Trapped] = Name("/False")
    if printer.standard is Standard.X1A:
        # The conformance key is of the version of 2001; that of 2003 has this one alone.
        info[Name.GTS_PDFXVersion] = String(printer.standard)
    digest = blake2b(digest_size=16)
    plain = printer._replace(condition=printer.condition._replace(profile=b""), photos=b"")
    for part in (*made_of, printer.condition.profile, repr(plain).encode()):
        digest.update(blake2b(part).digest())
    said = {key: str(value) for key, value in info.items()}
    xmp = Stream(pdf, packet(said, printer.standard, str(UUID(bytes=digest.digest(), version=5))))
    xmp.stream_dict.Type, xmp.stream_dict.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(xmp)


def _is_transparent(pdf: Pdf) -> bool:
    """Say whether anything lets through what lies under it."""
    return any(_lets_through(each) for each in chain.from_iterable(map(_within, pdf.objects)))


def _within(value: object) -> Iterator[Dictionary]:
    """Yield the dictionaries in an object that have no number of their own, and its own."""
    if isinstance(value, Stream):
        value = value.stream_dict
    if isinstance(value, Dictionary):
        yield value
        for _, part in value.items():
            if isinstance(part, Dictionary) and not part.is_indirect:
                yield from _within(part)


def _lets_through(thing: Dictionary) -> bool:
    mask, mode = thing.get("/SMask"), thing.get("/BM", Name.Normal)
    opaque = all(float(thing.get(key, 1)) >= 1 for key in ("/ca", "/CA"))
    masked = mask is not None and mask != Name("/None")
    return masked or mode not in (Name.Normal, Name.Compatible) or not opaque
