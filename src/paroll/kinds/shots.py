"""Pictures on pages: what authors say of them, and the fillings they become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paroll.finding import Finding, Rule, Severity
from paroll.kinds.kind import Context
from paroll.layout.shot import MIDDLE, Shot
from paroll.programme import Percent, PicturePath
from paroll.source import Plain

NO_ALT = Rule(
    "P035",
    Severity.ERROR,
    "picture without a description",
    "Who cannot see a picture is told what it shows: screen readers say its `alt`. Write what "
    "matters in it, in a sentence. A picture that says nothing of its own is `decorative: yes`.",
    bad="picture: bilder/akuten.jpg",
    good="picture: bilder/akuten.jpg\nalt: Två sjuksköterskor tar emot en patient.",
)
TWO_ALTS = Rule(
    "P036",
    Severity.ERROR,
    "picture both described and decorative",
    "Screen readers skip what is decorative; nobody would hear the description.",
    bad="alt: Två sjuksköterskor\ndecorative: yes",
    good="alt: Två sjuksköterskor tar emot en patient.",
)
RULES = (NO_ALT, TWO_ALTS)


def check_alt(path: PicturePath, alt: Plain | None, *, decorative: bool) -> Iterator[Finding]:
    """Yield a finding if a picture is neither described nor decorative, or if it is both."""
    if alt and decorative:
        message = f"{path} has a description and is decorative"
        yield TWO_ALTS.at(alt.span, message, "remove `alt` or `decorative`")
    elif not alt and not decorative:
        hint = "write `alt: …`, or `decorative: yes` if it says nothing of its own"
        yield NO_ALT.at(path.span, f"{path} has no description", hint)


def shot_of(
    path: PicturePath, context: Context, alt: Plain | None, focus: Sequence[Percent]
) -> Shot:
    """Return the picture that `path` names as something that fills a slot."""
    at = (focus[0].value / 100, focus[1].value / 100) if focus else MIDDLE
    return Shot(context.pictures[path.text], alt.text if alt else "", at, path.span)
