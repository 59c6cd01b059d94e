"""What many tests set type with: the campaign kit, read once."""

from functools import cache
from pathlib import Path

from paroll.brand.model import Brand
from paroll.brand.read import read_brand
from paroll.layout.typecase import Typecase
from paroll.source import NOWHERE, Plain
from paroll.stock import Folder

ROOT = Path(__file__).parents[1]


@cache
def brand(name: str = "campaign") -> Brand:
    """Return one of the shipped brands."""
    kit, findings = read_brand(Folder(ROOT / "brand"), Plain(name, NOWHERE))
    assert kit is not None, findings
    return kit


@cache
def typecase(name: str = "campaign") -> Typecase:
    """Return the faces of a shipped brand, ready to be set."""
    return Typecase(brand(name).faces)
