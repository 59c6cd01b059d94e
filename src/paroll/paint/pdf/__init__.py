"""Paint a document as PDF: for screens, or for a printing press."""

from paroll.paint.pdf.painter import paint

__all__ = ["paint"]
