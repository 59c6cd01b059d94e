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
    prompt_table: str
    table: str
    columns: str
    row: str
    rows: str


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
        "Infoga en tabell här",
        "Tabell: {about}",
        "kolumner: {names}",
        "1 rad",
        "{count} rader",
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
        "Insert a table here",
        "Table: {about}",
        "columns: {names}",
        "1 row",
        "{count} rows",
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
        "Lisää taulukko tähän",
        "Taulukko: {about}",
        "sarakkeet: {names}",
        "1 rivi",
        "{count} riviä",
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
        "Tabelle hier einfügen",
        "Tabelle: {about}",
        "Spalten: {names}",
        "1 Zeile",
        "{count} Zeilen",
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
        "Indsæt en tabel her",
        "Tabel: {about}",
        "kolonner: {names}",
        "1 række",
        "{count} rækker",
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
        "Sett inn en tabell her",
        "Tabell: {about}",
        "kolonner: {names}",
        "1 rad",
        "{count} rader",
    ),
}
_WORDLESS = Phrases(
    "{first} / {total}",
    "{first}–{last} / {total}",
    "",
    "2",
    "…",
    "…",
    "…",
    "QR: {address}",
    "…",
    "{about}",
    "{names}",
    "1",
    "{count}",
)
"""What is printed in a language paroll does not speak: no foreign words, only numbers."""


def phrases(language: str) -> Phrases:
    """Return the phrases of `language` (BCP 47)."""
    return _LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), _WORDLESS)
