"""House templates: a brand's own .pptx or .potx, read into plain data."""

from paroll.brand.template.faults import RULES
from paroll.brand.template.model import Holder, Level, Page, Spacing, Still, Template
from paroll.brand.template.read import Wanted, read_template

__all__ = [
    "RULES",
    "Holder",
    "Level",
    "Page",
    "Spacing",
    "Still",
    "Template",
    "Wanted",
    "read_template",
]
