"""Rulings: how a look makes a table of rows of text. Rows are told apart, columns by air alone."""

from __future__ import annotations

from paroll.brand.model import Lockup
from paroll.looks.house import STRONG_BODY, House, body_style, type_size, whole
from paroll.sheet import Colour, Ruling, Stroke, Style
from paroll.tuples import NamedTuple
from paroll.units import Emu, pt


class _Look(NamedTuple):
    """The ruling of a look, and the colour its headers are written in."""

    head: Colour
    ruling: Ruling


_HAIR = pt(0.75)
_RULED = Ruling(
    head=Stroke("strong", pt(2.25)),
    rule=Stroke("muted", pt(0.5)),
    foot=Stroke("muted", pt(0.5)),
    gutter=pt(28),
)
_LOOKS = {
    # A strong rule under the header, hairlines between rows.
    Lockup.CORNER: _Look("strong", _RULED),
    # Every second row on a band.
    Lockup.BAND: _Look(
        "strong",
        _RULED._replace(
            head=Stroke("dark", pt(1.5)),
            rule=Stroke(),
            foot=Stroke("dark", _HAIR),
            edge=pt(12),
            band="tint",
        ),
    ),
    # The header on a field of colour.
    Lockup.FOOT: _Look(
        "clear",
        _RULED._replace(
            head=Stroke(), edge=pt(12), head_fill="strong", foot=Stroke("strong", pt(1.5))
        ),
    ),
}
LEAST_HEAD = pt(16)
"""The smallest size of a header on a slide."""
ON_SLIDE, LEAST_RULE = pt(22), pt(0.5)
"""The size of text that rulings are drawn for, and how thin a rule on paper is at least."""


def ruling(house: House, air: Emu) -> Ruling:
    """Return how tables are ruled, with `air` above and below the text of a row."""
    return _LOOKS[house.brand.look.lockup].ruling._replace(air=air)


def printed_ruling(house: House, size: Emu, air: Emu) -> Ruling:
    """Return how a table in running text of `size` is ruled: as on a slide, in proportion."""
    part = size / ON_SLIDE

    def thinner(stroke: Stroke) -> Stroke:
        return stroke._replace(weight=max(LEAST_RULE, whole(stroke.weight * part)))

    large = ruling(house, air)
    return large._replace(
        head=thinner(large.head),
        rule=thinner(large.rule),
        foot=thinner(large.foot),
        gutter=whole(large.gutter * part),
        edge=whole(large.edge * part),
    )


def printed_levels(house: House, size: Emu, colour: Colour) -> tuple[Style, Style]:
    """Return the styles of a table in running text.

    Its header has the colour of the text where nothing lies under it: small type in the strong
    colour may take three inks, which a press does not put exactly on each other.
    """
    cell, head = table_levels(house, size, colour, house.form.smallest)
    return cell, head if ruling(house, 0).head_fill else head._replace(colour=colour)


def table_levels(
    house: House, size: Emu, colour: Colour, least: Emu = LEAST_HEAD
) -> tuple[Style, Style]:
    """Return the styles of a table's cells and of its header: small and bold."""
    head = max(least, type_size(size * 0.8))
    above = body_style(head, _LOOKS[house.brand.look.lockup].head)._replace(
        face=STRONG_BODY, leading=whole(head * 1.15)
    )
    return body_style(size, colour)._replace(leading=whole(size * 1.25)), above
