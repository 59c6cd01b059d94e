"""Pictures for social media: which there are, what they say, how large, and where it stands."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations, product
from typing import Any

import pytest
from PIL import Image

from composing import compose, content, inks, programme, said, texts
from paroll.build.materials import MATERIALS, Copy
from paroll.checks.glyphs import check as lacking
from paroll.compose.social import MOST
from paroll.finding import Severity
from paroll.formats import PIXEL, SOCIAL, Format
from paroll.layout.setting import inside
from paroll.sheet import Document, Picture, Sheet, Text
from paroll.units import Box
from specimens import brand, typecase

KITS = ["campaign", "alternative", "public"]
FURNITURE = {"Slogan", "Sender", "Locator", "Credit", "Source"}
LEAST, LEAST_FURNITURE = 40, 26
"""The smallest text in pixels; a phone shows a picture at about a third of its size."""
YES = {"social": True}
SECTIONS: dict[str, dict[str, Any]] = {
    "points": {
        "heading": "Rätt vård i rätt tid",
        "points": [
            "Fler lärare.",
            "Investera i robotkirurgi vid sjukhuset i Sundsvall.",
            {
                "text": "Införa hälsosamtal till alla 75-åringar med fokus på framtida vård.",
                "short": "Hälsosamtal till alla 75-åringar",
            },
            "Saamelaiskäräjien kotiseutualueen hyvinvointialueyhtymä",
            "Ovttasbargu Kárášjoga bargamearkkašumiin ja dearvvašvuođabálvalusain.",
        ],
    },
    "quote": {
        "quote": "”Vi vill se att våra medarbetare kompenseras för sitt slit och engagemang.”",
        "name": "Helén Eliasson (S)",
        "office": "gruppledare i Västra Götalandsregionen",
    },
    "figure": {"figure": "24", "unit": "timmar", "text": "En första bedömning inom ett dygn."},
    "figure with all": {
        "heading": "Finansiering",
        "figure": "1,5",
        "unit": "miljoner kronor",
        "text": "Statsbidrag för uppstart och etablering.",
    },
    "figure of words": {"figure": "över 40", "text": "Så många blir fler."},
    "pillars": {
        "heading": "En ny vårdmodell för Stockholm",
        "pillars": [
            {"word": word, "text": "Vård."} for word in ("Enkelhet", "Ansvar", "Valfrihet")
        ],
    },
    "news": {"heading": "Nyheter", "news": ["Välkommen reform för en jämlik vård", "S avvaktar"]},
    "event": {
        "heading": "Välkommen att fira Första maj!",
        "event": {"when": "1 maj 2017", "where": "Stockholm", "parole": "Svenska modellen"},
    },
    "event without parole": {"heading": "Första maj", "event": {"when": "1 maj 2017"}},
    "contacts": {"heading": "Kontakt", "contacts": [{"name": "Ann-Sofi Lodin", "phone": "0706"}]},
    "picture": {
        "heading": "Ingen ska ha längre än en timme till akuten",
        "picture": "bilder/akuten.jpg",
        "alt": "Två sjuksköterskor tar emot en patient.",
        "credit": "Foto: Anna Ek",
    },
    "statement": {"statement": "Dina behov ska gå före vårdbolagens intressen"},
    "closing": {"closing": "Rösta den 13 september"},
    "closing alone": {"kind": "closing"},
    "chart": {
        "heading": "Luleå har kortast väntetid",
        "chart": "bar",
        "unit": "dagar",
        "data": ["Sundsvall | 63", "Umeå | 41,5", "Luleå | 28"],
        "text": "Så länge väntar man på en höftoperation.",
        "source": "Väntetider i vården",
    },
    "columns of a chart": {
        "heading": "Färre hyrda",
        "chart": "column",
        "unit": "%",
        "data": ["2023 | 12", "2024 | 9", "2025 | 4"],
    },
    "lines": {
        "heading": "Var tionde plats har försvunnit",
        "chart": "line",
        "data": ["År | Norr | Söder", "2019 | 1 200 | 1 100", "2025 | 1 060 | 1 090"],
    },
    "table": {
        "heading": "Så fördelas pengarna",
        "table": ["Område | 2026, mkr", "Hälso- och sjukvård | 9 615", "Tandvård | 420"],
        "source": "Källa: Regionplan 2026",
    },
    "timeline": {
        "heading": "De första hundra dagarna",
        "timeline": [
            {"when": "Dag 1", "text": "Vi stoppar nedläggningen av akuten i Sollefteå."},
            {"when": "Vecka 2", "text": "Fria arbetsskor för all personal i vården."},
            {"when": "Dag 100", "text": "En plan mot hyrberoendet är antagen."},
        ],
    },
    "columns": {
        "heading": "Förlossningsvården före och efter",
        "columns": [
            {"heading": "Då", "points": ["En av fem fick föda på ett annat sjukhus."]},
            {"heading": "Nu", "points": ["Alla får föda där de har planerat.", "Trygga."]},
        ],
    },
    "people": {
        "heading": "Vi vill leda regionen",
        "people": [
            {"name": "Ann-Sofi Lodin (S)", "office": "råd", "picture": "bilder/ann-sofi.jpg"},
            {"name": "Erik af Ekenstam", "office": "gruppledare"},
            "Märta Östlund-Berg",
        ],
    },
    "text": {"heading": "Om regionstyrelsen", "text": "Styrelsen har 15 ledamöter."},
}
each_form = pytest.mark.parametrize("form", SOCIAL, ids=lambda form: form.name)
each_kit = pytest.mark.parametrize("kit", KITS)
each_kind = pytest.mark.parametrize("kind", SECTIONS)


def pictures(form: Format, kind: str, kit: str, **head: object) -> Document:
    document, findings = compose(form.name, [SECTIONS[kind] | YES], brand=kit, **head)
    assert findings == []
    assert document.sheets
    return document


@each_form
@each_kit
@each_kind
def test_text_stands_in_its_slot_where_no_app_covers_it(form: Format, kit: str, kind: str) -> None:
    edge = 12 * PIXEL
    seen = form.seen
    clear = Box.between(form.margin, seen.y + edge, form.width - form.margin, seen.bottom - edge)
    for sheet in pictures(form, kind, kit, numbered=True, sender="Vi i Norrland").sheets:
        every = texts(sheet)
        ink = {text: list(inks(text, kit)) for text in every}
        for text in every:
            assert inside(text), text.text
            # A figure begins with its ink on the margin, its white before it.
            slack = form.margin // 2 if text.slot.name == "Number" else 1
            assert all(clear.contains(box, slack=slack) for box in ink[text]), text.slot.name
        for one, other in combinations(every, 2):
            assert not any(a.overlaps(b) for a, b in product(ink[one], ink[other])), (
                one.text,
                other.text,
            )


@each_form
@each_kit
@each_kind
def test_no_text_is_too_small_for_a_phone(form: Format, kit: str, kind: str) -> None:
    for sheet in pictures(form, kind, kit, numbered=True).sheets:
        for text in texts(sheet):
            least = LEAST_FURNITURE if text.slot.name in FURNITURE else LEAST
            sizes = [run.size // PIXEL for line in text.lines for run in line.runs]
            assert min(sizes) >= least, text.slot.name


@each_form
@each_kit
def test_one_text_is_far_larger_than_all_others(form: Format, kit: str) -> None:
    for kind in ("points", "quote", "figure", "statement", "news", "event"):
        for sheet in pictures(form, kind, kit).sheets:
            sizes = sorted(run.size for t in texts(sheet) for line in t.lines for run in line.runs)
            others = [size for size in sizes if size != sizes[-1]]
            assert sizes[-1] >= 1.2 * others[-1], sheet.title


@pytest.mark.parametrize("form", SOCIAL, ids=lambda form: form.name)
def test_a_file_has_exactly_the_pixels_of_its_format_and_its_text_beside_it(form: Format) -> None:
    (output,) = MATERIALS[form.name].outputs
    document = pictures(form, "figure", "public")
    one, other = (output.paint(Copy(document, brand("public"))) for _ in range(2))
    assert one == other
    assert list(one) == [f"{form.name}/01-24-timmar.png", f"{form.name}/01-24-timmar.txt"]
    with Image.open(BytesIO(one[f"{form.name}/01-24-timmar.png"])) as image:
        assert (image.format, image.size) == ("PNG", form.pixels)
    assert one[f"{form.name}/01-24-timmar.txt"].decode() == (
        "24 timmar.\nEn första bedömning inom ett dygn.\nVårt Norrland.\nVi i Norrland.\n"
    )


def test_the_three_brands_are_told_apart_in_grey() -> None:
    (form,) = (form for form in SOCIAL if form.name == "social-square")
    rows = {kit: tuple(profile(form, kit)) for kit in KITS}
    for one, other in combinations(KITS, 2):
        apart = [abs(a - b) for a, b in zip(rows[one], rows[other], strict=True)]
        assert max(apart) > 50, (one, other)


def profile(form: Format, kit: str) -> list[int]:
    """Return the grey at the left edge of a picture, from top to bottom."""
    (output,) = MATERIALS[form.name].outputs
    (data, _) = output.paint(Copy(pictures(form, "statement", kit), brand(kit))).values()
    with Image.open(BytesIO(data)) as image:
        column = image.convert("L").crop((8, 0, 9, image.height)).resize((1, 24))
        return [int(grey) for grey in column.tobytes()]


def square(*sections: dict[str, Any], **head: object) -> Document:
    document, findings = compose("social-square", sections, **head)
    assert findings == []
    return document


def test_a_picture_is_made_of_what_says_so_and_of_nothing_else() -> None:
    points = ["Ett", {"text": "Två", "short": "Kort", "social": True}, "Tre"]
    document = square(
        {"heading": "Skolan", "points": points},
        {"statement": "Nej"},
        {"statement": "Ja", "social": True},
        {"news": ["A", {"headline": "B", "social": True}]},
        numbered=True,
        language="sv",
    )
    assert [sheet.title for sheet in document.sheets] == ["Kort", "Ja", "B"]
    first = content(document.sheets[0])
    assert said(first["Locator"]) == ["Punkt 2 av 3"]
    assert said(first["Overline"]) == ["Skolan"]


def test_a_programme_that_names_no_materials_and_chooses_nothing_has_no_pictures() -> None:
    assert square({"statement": "Vi kan"}, {"heading": "Om", "text": "Text"}).sheets == ()


def test_one_that_names_pictures_and_chooses_nothing_has_its_striking_ones() -> None:
    sections = (
        {"heading": "Skolan", "points": ["Ett", "Två"]},
        {"statement": "Vi kan"},
        SECTIONS["figure"],
        {"heading": "Om", "text": "Text"},
        SECTIONS["quote"],
    )
    titles = [sheet.title for sheet in square(*sections, materials="social-square").sheets]
    assert titles == ["Vi kan", "24 timmar", SECTIONS["quote"]["quote"]]


def test_one_without_anything_striking_has_its_first_ten() -> None:
    points = {"heading": "Skolan", "points": [f"Punkt {n}" for n in range(12)]}
    document = square(points, materials="social-square")
    assert len(document.sheets) == MOST
    assert document.sheets[0].title == "Punkt 0"


LONG = " ".join(["Vi vill se att våra medarbetare kompenseras för sitt slit."] * 18)


def test_a_chosen_text_that_is_too_long_is_an_error_that_says_what_to_do() -> None:
    _, (found,) = compose("social-square", [{"heading": "A", "points": [LONG]} | YES])
    assert (found.code, found.severity) == ("S201", Severity.ERROR)
    assert "at 24 pt, the smallest size" in found.message
    assert "shorten it by about" in found.hint
    assert "`short`" in found.hint
    point = {"text": LONG, "short": "Kortare"}
    assert compose("social-square", [{"heading": "A", "points": [point]} | YES])[1] == []


def test_one_that_nobody_chose_is_left_out_and_told() -> None:
    sections = [{"quote": LONG, "name": "Helén"}, {"statement": "Vi kan"}]
    document, (found,) = compose("social-square", sections, materials=["social-square"])
    assert (found.code, found.severity) == ("S210", Severity.WARNING)
    assert [sheet.title for sheet in document.sheets] == ["Vi kan"]


@each_kind
def test_the_alternative_text_says_all_that_is_seen_in_the_order_it_is_read(kind: str) -> None:
    read = programme([SECTIONS[kind] | YES], numbered=True)
    for sheet in pictures(SOCIAL[0], kind, "campaign", numbered=True).sheets:
        lines = sheet.notes.splitlines()
        read_aloud = [text for text in texts(sheet) if text.slot.name != "Initials"]
        seen = [word for text in read_aloud for part in said(text) for word in parts(text, part)]
        told = " ".join(lines).casefold()
        assert all(part.casefold() in told for part in seen), (seen, told)
        slogan = " ".join(line.text for line in read.slogan)
        assert lines.count(f"{slogan}.") == 1
        assert lines[-1] == "Vi i Norrland."
        assert sheet.title.casefold().rstrip(".") in told.replace(". ", " ")
        assert "\u00a0" not in sheet.notes


def parts(text: Text, said: str) -> list[str]:
    """Return what must be told of a paragraph: it all, of a label in a chart every word."""
    words = said.split()
    return words if text.slot.name == "Label" else [" ".join(words)]


@each_form
@each_kit
def test_a_photograph_is_cut_to_its_place_and_covers_no_text(form: Format, kit: str) -> None:
    (sheet,) = pictures(form, "picture", kit).sheets
    (photo,) = (mark for mark in sheet.content if isinstance(mark, Picture))
    assert photo.data
    assert form.page.contains(photo.box)
    assert photo.box.w * photo.box.h > 0.15 * form.width * form.height
    assert not any(box.overlaps(photo.box) for text in texts(sheet) for box in inks(text, kit))
    assert sheet.notes.startswith("Två sjuksköterskor tar emot en patient.\nIngen ska ha")


def test_the_slogan_stands_once_where_it_is_the_picture() -> None:
    (sheet,) = square(SECTIONS["closing"] | YES).sheets
    assert [text.slot.name for text in texts(sheet)].count("Slogan") == 1
    assert sheet.notes.startswith("Vårt Norrland.\nRösta den 13 september.\n")


def test_lines_are_of_about_one_length_and_numbers_keep_their_words() -> None:
    points = {"heading": "Skolan", "points": ["Hälsosamtal till alla 75-åringar i hela länet"]}
    (sheet,) = square(points | YES).sheets
    lines = [line.text for line in content(sheet)["Title"].lines]
    assert any("75-åringar" in line for line in lines)
    widths = [line.width for line in content(sheet)["Title"].lines]
    assert min(widths) > 0.4 * max(widths)


@pytest.mark.parametrize("kit", KITS)
def test_a_slogan_or_sender_too_long_is_told(kit: str) -> None:
    slogan = ["Tillsammans bygger vi ett tryggare och mer rättvist Västernorrland för alla"]
    found = compose("social-square", [SECTIONS["statement"] | YES], brand=kit, slogan=slogan)[1]
    assert "S202" in [finding.code for finding in found]
    sender = "Socialdemokraterna i Västernorrlands län med samtliga arbetarekommuner " * 4
    found = compose("social-square", [SECTIONS["statement"] | YES], brand=kit, sender=sender)[1]
    assert "S205" in [finding.code for finding in found]


def test_a_character_that_the_font_lacks_is_found_in_a_picture_too() -> None:
    document = square({"statement": "Fler tåg 🚆"} | YES)
    assert [finding.code for finding in lacking(document, brand())] == ["S301"]


def sheets(form: Format) -> tuple[Sheet, ...]:
    return (
        MATERIALS[form.name]
        .compose(programme([{"statement": "Vi kan"}]), brand(), typecase())[0]
        .sheets
    )


@each_form
def test_nothing_is_set_where_nothing_is_chosen(form: Format) -> None:
    assert sheets(form) == ()
