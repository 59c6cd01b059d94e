"""Paint a document as PDF: for screens, or for a printing press."""

from paroll.paint.pdf.painter import paint
from paroll.paint.pdf.text import Lettering

__all__ = ["Lettering", "paint"]
