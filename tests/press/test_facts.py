"""What is told of a print file to whoever prints it."""

from __future__ import annotations

import pytest

from paroll.paint.pdf import paint
from paroll.press.facts import facts
from paroll.press.finish import finish
from paroll.printers import Marks, default
from paroll.units import to_pt
from pdf_specimen import A5, BLEED, brand, document, paragraph
from pressed import finished, printer


@pytest.mark.parametrize("marks", Marks)
def test_spot_inks_are_named_and_those_of_marks_are_not(marks: Marks) -> None:
    found = facts(finished(printer(marks)))
    assert found
    assert found.inks == (("C", "M", "Y", "K", "PANTONE 186 C"),) * 2
    assert (found.width, found.height) == pytest.approx((to_pt(A5.w), to_pt(A5.h)), abs=0.01)
    assert found.fonts == ("Archivo-Bold", "Archivo-Regular", "ArchivoCondensed-Bold")


def test_a_page_of_black_text_takes_one_ink() -> None:
    black = document((paragraph("Bara svart"),), size=A5, bleed=BLEED)
    found = facts(finish(paint(black, brand(), default()), default()))
    assert found
    assert found.inks == (("K",),)


def test_what_is_no_pdf_has_no_facts() -> None:
    assert facts(b"%PDF-1.6 no more") is None
