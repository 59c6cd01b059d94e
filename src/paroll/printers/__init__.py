"""Printers: what a print shop asks of a file, as data."""

from paroll.printers.model import Condition, Edges, Marks, Printer, Standard

__all__ = ["Condition", "Edges", "Marks", "Printer", "Standard"]
