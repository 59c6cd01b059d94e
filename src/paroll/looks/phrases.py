"""The few words paroll adds itself, in the languages it speaks."""

from __future__ import annotations

from paroll.sheet import ChartForm
from paroll.tuples import NamedTuple


class Phrases(NamedTuple):
    """Furniture words, patterns for `str.format`; `charts` are in the order of `ChartForm`."""

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
    prompt_chart: str
    source: str
    charts: tuple[str, ...]
    gist: str

    def chart(self, form: ChartForm) -> str:
        """Return what a form of chart is called."""
        return dict(zip(ChartForm, self.charts, strict=True))[form]


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
        "Infoga ett diagram här",
        "Källa:",
        (
            "Liggande stapeldiagram",
            "Stapeldiagram",
            "Linjediagram",
            "Cirkeldiagram",
            "Staplat stapeldiagram",
        ),
        "från {first} till {last}, högst {high}, lägst {low}",
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
        "Insert a chart here",
        "Source:",
        ("Bar chart", "Column chart", "Line chart", "Pie chart", "Stacked bar chart"),
        "from {first} to {last}, highest {high}, lowest {low}",
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
        "Lisää kaavio tähän",
        "Lähde:",
        ("Palkkikaavio", "Pylväskaavio", "Viivakaavio", "Ympyräkaavio", "Pinottu palkkikaavio"),
        "alussa {first}, lopussa {last}, korkein {high}, matalin {low}",
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
        "Diagramm hier einfügen",
        "Quelle:",
        (
            "Balkendiagramm",
            "Säulendiagramm",
            "Liniendiagramm",
            "Kreisdiagramm",
            "Gestapeltes Balkendiagramm",
        ),
        "von {first} bis {last}, höchster Wert {high}, niedrigster Wert {low}",
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
        "Indsæt et diagram her",
        "Kilde:",
        (
            "Liggende søjlediagram",
            "Søjlediagram",
            "Linjediagram",
            "Cirkeldiagram",
            "Stablet søjlediagram",
        ),
        "fra {first} til {last}, højest {high}, lavest {low}",
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
        "Sett inn et diagram her",
        "Kilde:",
        (
            "Liggende stolpediagram",
            "Stolpediagram",
            "Linjediagram",
            "Kakediagram",
            "Stablet stolpediagram",
        ),
        "fra {first} til {last}, høyest {high}, lavest {low}",
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
    "…",
    "",
    ("▬", "▮", "╱", "◔", "▬▬"),
    "{first} – {last}, ↑ {high}, ↓ {low}",
)
"""What is printed in a language paroll does not speak: no foreign words, only numbers."""


def phrases(language: str) -> Phrases:
    """Return the phrases of `language` (BCP 47)."""
    return _LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), _WORDLESS)
