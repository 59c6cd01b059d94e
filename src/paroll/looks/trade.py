"""What proofs and order sheets say, in the languages paroll speaks: words of the printing trade."""

from __future__ import annotations

from paroll.tuples import NamedTuple


class Trade(NamedTuple):
    """Words and patterns for `str.format`; what is `unsaid` the programme does not tell."""

    proof: str
    cut: str
    bleed: str
    safe: str
    fold: str
    read: str
    outside: str
    inside: str
    page: str
    order: str
    quantity: str
    paper: str
    delivery: str
    unsaid: str
    size: str
    pages: str
    colours: str
    fonts: str
    embedded: str
    printer: str
    ink: str
    file: str
    imposed: str
    copies: str
    spreads: str
    finishing: str
    once: str
    roll: str
    zigzag: str
    stitched: str
    hole: str


_LANGUAGES = {
    "sv": Trade(
        proof="Korrektur – trycks inte",
        cut="Färdigt format {size} mm, skärs här",
        bleed="Utfall",
        safe="Säkerhetsavstånd {size} mm: ingen text utanför",
        fold="Fals",
        read="Så möter läsaren den",
        outside="Utsida",
        inside="Insida",
        page="Sida {number} av {total}",
        order="Beställning av tryck",
        quantity="Upplaga",
        paper="Papper",
        delivery="Leverans",
        unsaid="inte angivet",
        size="Färdigt format",
        pages="Sidor",
        colours="Färger",
        fonts="Typsnitt",
        embedded="alla inbäddade",
        printer="Profil",
        ink="högst {limit} % färg",
        file="Fil",
        imposed="Utskjuten",
        copies="{count} på varje ark {paper}; arket vänds som ett blad i en bok",
        spreads="uppslag på ark {paper}, för klammerhäftning; arket vänds som ett blad i en bok",
        finishing="Efterbehandling",
        once="falsas en gång",
        roll="rullfals",
        zigzag="Z-fals",
        stitched="klammerhäftas i ryggen",
        hole="Hål {size} mm, mitten {left} mm från vänster, {top} mm uppifrån",
    ),
    "en": Trade(
        proof="Proof – not for printing",
        cut="Trimmed size {size} mm, cut here",
        bleed="Bleed",
        safe="Safe distance {size} mm: no text beyond",
        fold="Fold",
        read="As the reader meets it",
        outside="Outside",
        inside="Inside",
        page="Page {number} of {total}",
        order="Print order",
        quantity="Quantity",
        paper="Paper",
        delivery="Delivery",
        unsaid="not stated",
        size="Trimmed size",
        pages="Pages",
        colours="Colours",
        fonts="Fonts",
        embedded="all embedded",
        printer="Profile",
        ink="at most {limit} % of ink",
        file="File",
        imposed="Imposed",
        copies="{count} on each sheet of {paper}; turn the sheet like the page of a book",
        spreads="spreads on {paper}, saddle stitched; turn the sheet like the page of a book",
        finishing="Finishing",
        once="folded once",
        roll="roll fold",
        zigzag="Z-fold",
        stitched="saddle stitched",
        hole="Hole {size} mm, centre {left} mm from the left, {top} mm from the top",
    ),
    "fi": Trade(
        proof="Vedos – ei painettavaksi",
        cut="Valmis koko {size} mm, leikataan tästä",
        bleed="Leikkuuvara",
        safe="Suojaetäisyys {size} mm: ei tekstiä ulkopuolella",
        fold="Taite",
        read="Näin lukija sen kohtaa",
        outside="Ulkopuoli",
        inside="Sisäpuoli",
        page="Sivu {number}/{total}",
        order="Painotilaus",
        quantity="Painosmäärä",
        paper="Paperi",
        delivery="Toimitus",
        unsaid="ei ilmoitettu",
        size="Valmis koko",
        pages="Sivuja",
        colours="Värit",
        fonts="Fontit",
        embedded="kaikki upotettu",
        printer="Profiili",
        ink="väriä enintään {limit} %",
        file="Tiedosto",
        imposed="Aseteltu",
        copies="{count} kpl arkilla {paper}; arkki käännetään kuin kirjan lehti",
        spreads="aukeamat arkilla {paper}, satulanidonta; arkki käännetään kuin kirjan lehti",
        finishing="Jälkikäsittely",
        once="taitetaan kerran",
        roll="rullataite",
        zigzag="Z-taite",
        stitched="satulanidonta",
        hole="Reikä {size} mm, keskipiste {left} mm vasemmalta, {top} mm ylhäältä",
    ),
    "de": Trade(
        proof="Korrekturabzug – nicht drucken",
        cut="Endformat {size} mm, hier geschnitten",
        bleed="Beschnittzugabe",
        safe="Sicherheitsabstand {size} mm: kein Text außerhalb",
        fold="Falz",
        read="So begegnet es den Lesenden",
        outside="Außenseite",
        inside="Innenseite",
        page="Seite {number} von {total}",
        order="Druckauftrag",
        quantity="Auflage",
        paper="Papier",
        delivery="Lieferung",
        unsaid="nicht angegeben",
        size="Endformat",
        pages="Seiten",
        colours="Farben",
        fonts="Schriften",
        embedded="alle eingebettet",
        printer="Profil",
        ink="höchstens {limit} % Farbauftrag",
        file="Datei",
        imposed="Ausgeschossen",
        copies="{count} auf jedem Bogen {paper}; den Bogen wie eine Buchseite wenden",
        spreads="Doppelseiten auf {paper}, Rückstichheftung; den Bogen wie eine Buchseite wenden",
        finishing="Verarbeitung",
        once="einmal gefalzt",
        roll="Wickelfalz",
        zigzag="Zickzackfalz",
        stitched="Rückstichheftung",
        hole="Loch {size} mm, Mitte {left} mm von links, {top} mm von oben",
    ),
    "da": Trade(
        proof="Korrektur – trykkes ikke",
        cut="Færdigt format {size} mm, skæres her",
        bleed="Beskæring",
        safe="Sikkerhedsafstand {size} mm: ingen tekst udenfor",
        fold="Fals",
        read="Sådan møder læseren den",
        outside="Yderside",
        inside="Inderside",
        page="Side {number} af {total}",
        order="Bestilling af tryk",
        quantity="Oplag",
        paper="Papir",
        delivery="Levering",
        unsaid="ikke angivet",
        size="Færdigt format",
        pages="Sider",
        colours="Farver",
        fonts="Skrifttyper",
        embedded="alle indlejret",
        printer="Profil",
        ink="højst {limit} % farve",
        file="Fil",
        imposed="Udskudt",
        copies="{count} på hvert ark {paper}; arket vendes som et blad i en bog",
        spreads="opslag på ark {paper}, rygheftet; arket vendes som et blad i en bog",
        finishing="Efterbehandling",
        once="falses én gang",
        roll="rullefals",
        zigzag="Z-fals",
        stitched="rygheftes",
        hole="Hul {size} mm, midten {left} mm fra venstre, {top} mm fra oven",
    ),
    "nb": Trade(
        proof="Korrektur – trykkes ikke",
        cut="Ferdig format {size} mm, skjæres her",
        bleed="Utfall",
        safe="Sikkerhetsavstand {size} mm: ingen tekst utenfor",
        fold="Fals",
        read="Slik møter leseren den",
        outside="Utside",
        inside="Innside",
        page="Side {number} av {total}",
        order="Bestilling av trykk",
        quantity="Opplag",
        paper="Papir",
        delivery="Levering",
        unsaid="ikke oppgitt",
        size="Ferdig format",
        pages="Sider",
        colours="Farger",
        fonts="Skrifter",
        embedded="alle innebygd",
        printer="Profil",
        ink="høyst {limit} % farge",
        file="Fil",
        imposed="Utskutt",
        copies="{count} på hvert ark {paper}; arket vendes som et blad i en bok",
        spreads="oppslag på ark {paper}, stiftet; arket vendes som et blad i en bok",
        finishing="Etterbehandling",
        once="falses én gang",
        roll="rullefals",
        zigzag="Z-fals",
        stitched="stiftes i ryggen",
        hole="Hull {size} mm, midten {left} mm fra venstre, {top} mm ovenfra",
    ),
}


def trade(language: str) -> Trade:
    """Return the words in `language` (BCP 47); in English, which print shops read, for others."""
    return _LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), _LANGUAGES["en"])
