"""The few words paroll adds itself, in the languages it speaks."""

from __future__ import annotations

from typing import NamedTuple


class Phrases(NamedTuple):
    """Furniture words: patterns for `str.format`."""

    point: str
    points: str
    more: str
    back: str
    prompt_title: str
    prompt_text: str
    prompt_picture: str
    code: str


_LANGUAGES = {
    "sv": Phrases(
        "Punkt {first} av {total}",
        "Punkt {first}–{last} av {total}",
        "Läs mer:",
        "Baksida",
        "Skriv rubriken här",
        "Skriv texten här",
        "Lägg en bild här",
        "QR-kod till {address}",
    ),
    "en": Phrases(
        "Point {first} of {total}",
        "Points {first}–{last} of {total}",
        "Read more:",
        "Back",
        "Write the heading here",
        "Write the text here",
        "Put a picture here",
        "QR code to {address}",
    ),
    "fi": Phrases(
        "Kohta {first}/{total}",
        "Kohdat {first}–{last}/{total}",
        "Lue lisää:",
        "Takasivu",
        "Kirjoita otsikko tähän",
        "Kirjoita teksti tähän",
        "Lisää kuva tähän",
        "QR-koodi: {address}",
    ),
    "de": Phrases(
        "Punkt {first} von {total}",
        "Punkte {first}–{last} von {total}",
        "Mehr lesen:",
        "Rückseite",
        "Überschrift hier eingeben",
        "Text hier eingeben",
        "Bild hier einfügen",
        "QR-Code zu {address}",
    ),
    "da": Phrases(
        "Punkt {first} af {total}",
        "Punkt {first}–{last} af {total}",
        "Læs mere:",
        "Bagside",
        "Skriv overskriften her",
        "Skriv teksten her",
        "Indsæt et billede her",
        "QR-kode til {address}",
    ),
    "nb": Phrases(
        "Punkt {first} av {total}",
        "Punkt {first}–{last} av {total}",
        "Les mer:",
        "Bakside",
        "Skriv overskriften her",
        "Skriv teksten her",
        "Sett inn et bilde her",
        "QR-kode til {address}",
    ),
}
_WORDLESS = Phrases(
    "{first} / {total}", "{first}–{last} / {total}", "", "2", "…", "…", "…", "QR: {address}"
)
"""What is printed in a language paroll does not speak: no foreign words, only numbers."""


def phrases(language: str) -> Phrases:
    """Return the phrases of `language` (BCP 47)."""
    return _LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), _WORDLESS)
