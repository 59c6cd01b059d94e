"""Descriptions of pictures that would help nobody are found."""

from __future__ import annotations

import pytest

from paroll.checks import check
from paroll.finding import Finding, Severity, Span
from paroll.sheet import Document, Layout, Mark, Picture, Role, Row, Sheet, Slot, Table
from paroll.units import Box, pt
from specimens import brand

PAGE = Box(0, 0, pt(960), pt(540))
WHERE = Span("decks/plan.yaml", 7, 3)


def found(alt: str) -> list[Finding]:
    return judged(Picture(PAGE, b"", alt, span=WHERE))


def judged(mark: Mark) -> list[Finding]:
    layout = Layout("Bild", "picture", "paper", (), ())
    sheet = Sheet(layout, "Rubrik", (mark,))
    return list(check(Document("Plan", "Vi", "sv", PAGE, 0, (sheet,), (layout,)), brand()))


@pytest.mark.parametrize(
    "alt",
    [
        "",
        "Två sjuksköterskor tar emot en patient i en ljus entré.",
        "Bildäcket på färjan är fullt.",
        "Fotografen Anna Ek vid sin kamera.",
        "Picturesque harbour at dawn",
        "Läs IMG_2041.jpg i arkivet om du vill se mer.",
        "E4 norr om Sundsvall",
        "Gáivuonas dearvvasvuođaguovddáš",
        "å" * 250,
    ],
)
def test_a_description_in_plain_words_is_well(alt: str) -> None:
    assert found(alt) == []


@pytest.mark.parametrize(
    "alt", ["IMG_2041.jpg", "akuten-entre.JPG", "DSC00123", "img 20240101", "bilder/karta.svg"]
)
def test_the_name_of_a_file_describes_nothing(alt: str) -> None:
    (finding,) = found(alt)
    assert (finding.code, finding.severity, finding.span) == ("S311", Severity.WARNING, WHERE)
    assert alt in finding.message


def test_a_description_is_one_breath_long() -> None:
    (finding,) = found("å" * 251)
    assert finding.code == "S312"
    assert "251 characters" in finding.message


@pytest.mark.parametrize(
    "alt",
    [
        "Bild av två sjuksköterskor",
        "En bild som visar två sjuksköterskor",
        "Foto på en buss",
        "Picture of two nurses",
        "An image showing two nurses",
        "Das Bild zeigt zwei Pflegerinnen",
        "Kuvassa kaksi hoitajaa",
        "Govva guovtti divššáris",
    ],
)
def test_nobody_needs_to_hear_that_a_picture_is_one(alt: str) -> None:
    (finding,) = found(alt)
    assert finding.code == "S313"


def test_a_table_must_say_what_it_shows() -> None:
    slot = Slot("Table", Role.TABLE, PAGE, ())
    silent = Table(slot, PAGE, (), (Row(pt(20), ()),), header=False, alt=" ", span=WHERE)
    (finding,) = judged(silent)
    assert (finding.code, finding.severity, finding.span) == ("S310", Severity.ERROR, WHERE)
    assert judged(silent._replace(alt="Antal platser i varje kommun")) == []
