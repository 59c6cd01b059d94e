"""QR codes as a telephone sees them: in deck.pdf, and as LibreOffice draws deck.pptx."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from composing import deck
from office import print_deck
from paroll.paint import pdf, pptx
from specimens import brand
from tools import render_pdf

zxing = pytest.importorskip("zxingcpp")

DPI = 50
"""A slide of 667 by 375 pixels: a telephone at the back of a room sees more."""
ADDRESSES = [
    "https://www.socialdemokraterna.se/bli-medlem",
    "mailto:info@socialdemokraterna.se",
    "tel:+46611557800",
    "https://www.regionvasternorrland.example/politik/samrad?steg=2&sprak=sv&plats=Kramfors",
]


@pytest.mark.parametrize("kit", ["campaign", "alternative", "public"])
def test_each_code_leads_to_its_address(kit: str, tmp_path: Path) -> None:
    sections = [{"heading": f"Kod {n}", "qr": a} for n, a in enumerate(ADDRESSES)]
    document = deck(sections, brand=kit)
    ours = pdf.paint(document, brand(kit), None)
    theirs = print_deck(pptx.paint(document, brand(kit)), tmp_path).read_bytes()
    for data in (ours, theirs):
        pages = render_pdf(data, DPI)[1:-1]
        assert [seen(page) for page in pages] == [[address] for address in ADDRESSES]


def seen(page: Image.Image) -> list[str]:
    return [found.text for found in zxing.read_barcodes(page)]
