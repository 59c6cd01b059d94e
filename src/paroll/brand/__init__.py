"""Brands: what a campaign's materials share, and how a kit is read."""

from paroll.brand import colour, embedding, fonts, kit, plates, read, standins, svg
from paroll.brand.model import Brand
from paroll.brand.read import read_brand
from paroll.brand.template import faults

RULES = (
    *read.RULES,
    *kit.RULES,
    *colour.RULES,
    *plates.RULES,
    *fonts.RULES,
    *svg.RULES,
    *embedding.RULES,
    *faults.RULES,
    *standins.RULES,
)
"""Everything that can be wrong with a brand kit."""

__all__ = ["RULES", "Brand", "read_brand"]
