"""Addresses a reader can follow: web, e-mail and telephone, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, Self
from urllib.parse import quote

from paroll.finding import Finding, Rule, Severity, Span
from paroll.source import Plain, composed, shortened

LONGEST = 2_000
"""The most characters of an address; PowerPoint gives up a little above 2 080."""

ADDRESS = Rule(
    "P001",
    Severity.ERROR,
    "address that cannot be followed",
    "Links lead to web pages (http, https), e-mail (mailto) and telephones (tel). Anything else, "
    "such as javascript: or file:, is refused: it would run programs or open files with whoever "
    "reads the deck.",
    bad='text: "[Läs mer](file:///plan.pdf)"',
    good='text: "[Läs mer](https://www.vgregion.se/plan)"',
)
EMAIL = Rule(
    "P002",
    Severity.ERROR,
    "not an e-mail address",
    "An e-mail address has one @ with a name before it and a domain after it, and no spaces.",
    bad="email: press at vgregion.se",
    good="email: press@vgregion.se",
)
RULES = (ADDRESS, EMAIL)

_WEB = re.compile(r"(?i)(https?://)([\w.-]+)(:\d+)?([/?#]\S*)?")
_BARE = re.compile(r"([\w-]+\.)+[\w-]{2,}([/?#]\S*)?")
_MAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"]+@([\w-]+\.)+[\w-]{2,}")
_PHONE = re.compile(r"\+?[\d() .-]*\d[\d() .-]*")


def target_of(text: str) -> str | None:
    """Return the address `text` leads to, in ASCII, or `None` if it may not be followed.

    A bare domain leads to its https page, a bare e-mail address to a letter. Letters beyond ASCII
    are encoded as browsers do: IDNA in the domain, per cent signs in the path.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return None
    scheme, _, rest = text.partition(":")
    if scheme.lower() == "mailto":
        return f"mailto:{rest}" if _MAIL.fullmatch(rest.split("?")[0]) and rest.isascii() else None
    if scheme.lower() == "tel":
        return f"tel:{re.sub('[^0-9+]', '', rest)}" if _PHONE.fullmatch(rest) else None
    if _MAIL.fullmatch(text) and text.isascii():
        return f"mailto:{text}"
    match = _WEB.fullmatch(f"https://{text}" if _BARE.fullmatch(text) else text)
    return _ascii(match) if match else None


def _ascii(match: re.Match[str]) -> str | None:
    scheme, host, port, path = match.group(1, 2, 3, 4)
    if not match[0].isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
        path = quote(path or "", safe="/?#[]@!$&'()*+,;=:%~-._")
    return f"{scheme.lower()}{host}{port or ''}{path or ''}"


def refused(text: str, span: Span) -> Finding:
    """Return the finding that `text` may not be followed."""
    hint = "write a full web address (https://…), mailto:… or tel:…"
    return ADDRESS.at(span, f"“{shortened(text)}” is not an address to follow", hint)


class Address(Plain, kw_only=False):
    """An address: `text` is what to follow, in ASCII; `typed`, and `str()`, what to print."""

    TITLE: ClassVar[str] = "address"
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "string"}

    typed: str = ""

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """See `paroll.source.Leaf.read`."""
        target = target_of(text)
        return (cls(target, span, composed(text)), []) if target else (None, [refused(text, span)])

    def __str__(self) -> str:
        return self.typed


class Email(Plain, kw_only=False):
    """An e-mail address."""

    TITLE: ClassVar[str] = "e-mail address"
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "string"}

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """See `paroll.source.Leaf.read`."""
        if _MAIL.fullmatch(text.strip()):
            return cls(text.strip(), span), []
        return None, [EMAIL.at(span, f"“{shortened(text)}” is not an e-mail address")]
