"""Programmes: what an author writes, and how it is read."""

from paroll import pictures
from paroll.programme import amounts, links, model, read, rows, words
from paroll.programme.illustrations import Percent, PicturePath
from paroll.programme.links import Address, Email
from paroll.programme.model import Language, Point, Programme, Section, Sender, Wanted
from paroll.programme.read import Kinds, read_programme, read_section
from paroll.programme.rows import Row, Rows
from paroll.programme.words import Words

RULES = (
    links.RULES
    + words.RULES
    + read.RULES
    + model.RULES
    + rows.RULES
    + amounts.RULES
    + pictures.RULES
)
"""Everything that can be wrong with what a programme says."""

__all__ = [
    "RULES",
    "Address",
    "Email",
    "Kinds",
    "Language",
    "Percent",
    "PicturePath",
    "Point",
    "Programme",
    "Row",
    "Rows",
    "Section",
    "Sender",
    "Wanted",
    "Words",
    "read_programme",
    "read_section",
]
