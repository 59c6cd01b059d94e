"""How the press makes colours of screens: through the ICC profile that separates photographs."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from paroll.preflight.contents.spaces import PROCESS, plainly
from paroll.printers.icc import separation

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels
    from PIL.ImageCms import ImageCmsTransform


class Toner:
    """Screen colours as ink. Without a profile of four inks all their grey becomes black."""

    def __init__(self, profile: bytes) -> None:
        self._profile = profile
        self._transform: ImageCmsTransform | None = None
        self._tried = False

    def inks(self, red: float, green: float, blue: float) -> dict[str, float]:
        """Return the inks of a colour whose channels go from 0 to 1."""
        from PIL.Image import new  # noqa: PLC0415  (for screen colours alone)

        if self._table() is None:
            return plainly(red, green, blue)
        dot = new("RGB", (1, 1), tuple(round(255 * v) for v in (red, green, blue)))
        amounts = self.separated(dot).tobytes()
        return {ink: amount / 255 for ink, amount in zip(PROCESS, amounts, strict=True)}

    def separated(self, image: Pixels) -> Pixels:
        """Return an RGB picture in CMYK, in as much ink as the profile gives it."""
        from PIL import ImageChops, ImageCms  # noqa: PLC0415
        from PIL.Image import merge  # noqa: PLC0415

        if (table := self._table()) is not None:
            done = ImageCms.applyTransform(image, table)
            if done is not None:
                return done
        red, green, blue = image.split()
        light = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        colours = [ImageChops.subtract(light, channel) for channel in (red, green, blue)]
        return merge("CMYK", [*colours, ImageChops.invert(light)])

    def _table(self) -> ImageCmsTransform | None:
        if not self._tried:
            self._tried = True
            with suppress(ValueError):
                self._transform = separation(self._profile)
        return self._transform
