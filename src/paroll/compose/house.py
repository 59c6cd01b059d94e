"""Furnishing a house: what a document's pages share, taken from programme, brand and format."""

from __future__ import annotations

from collections.abc import Mapping

from paroll.brand.model import Brand, Case
from paroll.finding import Span
from paroll.formats import DECK, Format
from paroll.kinds.kind import Context
from paroll.kinds.picture import Picture as PictureSection
from paroll.kinds.points import Points
from paroll.layout.typecase import Typecase
from paroll.looks.house import House, set_slogan
from paroll.looks.phrases import phrases
from paroll.pictures import Photo
from paroll.programme import Words
from paroll.programme.model import Programme
from paroll.source import Plain


def furnish(programme: Programme, brand: Brand, form: Format, case: Typecase) -> House:
    """Return the house of one document."""
    return House(
        brand=brand,
        form=form,
        case=case,
        phrases=phrases(programme.language.text),
        slogan=set_slogan(programme.slogan, _case(brand, form)),
        sender=programme.sender.name if programme.sender else Plain(brand.sender, brand.span),
    )


def _case(brand: Brand, form: Format) -> Case:
    """Return how the slogan is written: a deck in a house template has no look of ours."""
    in_template = brand.template is not None and form is DECK
    return Case.AS_TYPED if in_template else brand.look.case


def numbered_points(programme: Programme) -> Mapping[Span, int]:
    """Return the number of each point that has one, by its place in the file."""
    if not programme.numbered:
        return {}
    sections = (section for section in programme.sections if isinstance(section, Points))
    points = (point for section in sections for point in section.points if point.numbered)
    return {point.span: number for number, point in enumerate(points, 1)}


def pictured(programme: Programme) -> PictureSection | None:
    """Return the section whose photograph stands on fronts: the first that leaflets show."""
    sections = (s for s in programme.sections if isinstance(s, PictureSection) and s.leaflet)
    photos = (s for s in sections if isinstance(programme.pictures[s.picture.text], Photo))
    return next(photos, None)


def context_of(programme: Programme, house: House) -> Context:
    """Return what kinds may ask for."""
    front = pictured(programme)
    return Context(
        house,
        numbered_points(programme),
        programme.pictures,
        _headings(programme),
        front.picture.span if front else None,
    )


def _headings(programme: Programme) -> tuple[Words, ...]:
    """Return the headings of sections in their order, each once."""
    headings = (section.heading for section in programme.sections)
    return tuple({heading.text: heading for heading in headings if heading}.values())
