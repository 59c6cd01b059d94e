"""YAML in, typed records and findings out: what is written is what is read.

Schema and manual of records are made in `paroll.source.schema`, which nobody needs to build.
"""

from paroll.source import leaves, nodes, record, syntax, text
from paroll.source.base import Record, documented
from paroll.source.forms import form_of
from paroll.source.leaves import ANY_TEXT, NOWHERE, Leaf, Number, Plain, Whole, composed, shortened
from paroll.source.nodes import Mapping, Node, Scalar, Sequence, parse
from paroll.source.record import guess, read_record

RULES = text.RULES + syntax.RULES + nodes.RULES + leaves.RULES + record.RULES
"""Everything that can be wrong with a file as YAML, and with the shape of what it says."""

__all__ = [
    "ANY_TEXT",
    "NOWHERE",
    "RULES",
    "Leaf",
    "Mapping",
    "Node",
    "Number",
    "Plain",
    "Record",
    "Scalar",
    "Sequence",
    "Whole",
    "composed",
    "documented",
    "form_of",
    "guess",
    "parse",
    "read_record",
    "shortened",
]
