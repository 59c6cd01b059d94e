"""The PowerPoint painter: live text in real placeholders, the brand in a real template."""

from paroll.paint.pptx.deck import paint

__all__ = ["paint"]
