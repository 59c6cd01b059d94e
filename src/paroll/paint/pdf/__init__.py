"""Paint a document as PDF: for screens, or for a printing press."""

from paroll.paint.pdf.colours import Colours
from paroll.paint.pdf.painter import paint

__all__ = ["Colours", "paint"]
