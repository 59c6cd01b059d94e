"""Kits choose layouts of their templates by kind of page."""

from __future__ import annotations

from paroll.brand.kit import KitLayouts
from paroll.kinds import KINDS


def test_every_kind_can_be_given_a_layout_of_a_template() -> None:
    """A new kind has a line in `KitLayouts`: the brand layer cannot ask for kinds."""
    assert sorted(set(KINDS) - set(KitLayouts.FIELDS)) == []
