"""XMP: what a PDF says of itself, as RDF in XML. Read without entities and without the network."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDFXID = "{http://www.npes.org/pdfx/ns/id/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
XMPMM = "{http://ns.adobe.com/xap/1.0/mm/}"
LARGEST = 4_000_000
"""The longest packet that is read; one of a page with many layers may have a megabyte."""

_DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?"
    r"(?:(Z)|([+-])(\d\d)[:']?(\d\d)?'?)?[Z0:']*"
)


def properties(packet: bytes) -> Mapping[str, str] | None:
    """Return the properties of a packet by `{namespace}name`, or None if it is no XMP.

    Of texts in several languages and of lists the first counts.
    """
    from lxml import etree  # noqa: PLC0415  (a library of megabytes, for files that have XMP)

    if len(packet) > LARGEST:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(packet, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    found: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        found |= {str(key): str(value) for key, value in description.attrib.items()}
        for each in description:
            if isinstance(each.tag, str):
                first = next(each.iter(f"{_RDF}li"), each)
                found[each.tag] = (first.text or "").strip()
    return found if root.find(f".//{_RDF}RDF") is not None or root.tag == f"{_RDF}RDF" else None


def same_moment(one: str, other: str) -> bool:
    """Say whether two dates, as PDF or XMP writes them, may be the same moment.

    One without a time zone is that of the clock where the other is: to PDF 1.6, which PDF/X-4 is,
    its relation to world time is unknown (PDF Reference, fifth edition, 3.8.3).
    """
    first, second = _moment(one), _moment(other)
    if first is None or second is None:
        return False
    if first.tzinfo is None or second.tzinfo is None:
        return first.replace(tzinfo=None) == second.replace(tzinfo=None)
    return first == second


def _moment(date: str) -> datetime | None:
    """Return a date as PDF or XMP writes it."""
    match = _DATE.fullmatch(date.strip())
    if not match:
        return None
    given = (int(part or least) for part, least in zip(match.groups()[:6], _LEAST, strict=True))
    year, month, day, hour, minute, second = given
    sign = -1 if match[8] == "-" else 1
    away = sign * timedelta(hours=int(match[9] or 0), minutes=int(match[10] or 0))
    try:
        zone = timezone(away) if match[7] or match[8] else None
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except (ValueError, OverflowError):
        return None


_LEAST = (1, 1, 1, 0, 0, 0)
