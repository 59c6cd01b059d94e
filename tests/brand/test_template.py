"""House templates: what is read of them, and what is said of them."""

from __future__ import annotations

import random
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from pptx import Presentation

from houses import HOUSES, house, plain, read_house, saved, swedish
from paroll.brand.template.inspect import inspect
from paroll.brand.template.model import Template
from paroll.brand.template.roles import Use, best, columns_for, layouts_for
from paroll.finding import Finding
from paroll.sheet import Align, Anchor, Picture, Shape
from paroll.units import Box, inch, pt


def template(name: str) -> Template:
    found = house(name).template
    assert found
    return found


def rezipped(data: bytes, **changes: bytes | None) -> bytes:
    """Return a package with parts changed, added or (None) taken out; `__` stands for `/`."""
    named = {name.replace("__", "/"): change for name, change in changes.items()}
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, change in named.items():
            if change is not None:
                new.writestr(name, change)
    return stream.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def codes(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found]


def refusal(data: bytes) -> str:
    brand, found = read_house(data)
    assert brand is None
    assert codes(found) == ["B030"], found
    return found[0].message


def test_sizes_and_places_are_what_the_layout_master_and_defaults_say_together() -> None:
    page = next(p for p in template("plain").pages if p.name == "Title and Content")
    assert page.title
    (body,) = page.texts
    assert page.title.levels[0].size == pt(44)
    assert page.title.levels[0].align is Align.CENTRE
    assert page.title.anchor is Anchor.MIDDLE
    assert body.box == Box(457_200, 1_600_200, 8_229_600, 4_525_963)
    assert body.inner == Box(548_640, 1_645_920, 8_046_720, 4_434_523)
    first, second = body.levels[:2]
    assert (first.size, first.bullet, first.margin, first.hang) == (pt(32), "•", 342_900, 342_900)
    assert (second.size, second.bullet) == (pt(28), "–")
    assert first.before.lines == pytest.approx(0.2)
    assert (first.typeface, first.colour, body.ground) == ("Calibri", "#000000", "#FFFFFF")


def test_capitals_and_weight_come_from_the_layout_itself() -> None:
    page = next(p for p in template("plain").pages if p.name == "Section Header")
    assert page.title
    level = page.title.levels[0]
    assert (level.capitals, level.face.bold, level.size) == (True, True, pt(40))


def test_a_master_may_let_its_background_mean_another_colour() -> None:
    page = next(p for p in template("narrow").pages if p.name == "Title and Content")
    assert page.ground == "#10243E"
    assert [h.ground for h in page.texts] == ["#10243E"]
    shapes = [mark for mark in page.marks if isinstance(mark, Shape)]
    assert [shape.fill for shape in shapes] == ["#B3122A"]
    assert sum(isinstance(mark, Picture) for mark in page.marks) == 1


@pytest.mark.parametrize(
    ("name", "use", "layout"),
    [
        ("plain", Use.COVER, "Title Slide"),
        ("plain", Use.CONTENT, "Title and Content"),
        ("plain", Use.SENTENCE, "Section Header"),
        ("plain", Use.PICTURE, "Picture with Caption"),
        ("plain", Use.TITLE_ONLY, "Title Only"),
        ("plain", Use.CLOSING, None),
        ("libre", Use.COVER, "Title Slide"),
        ("libre", Use.CONTENT, "Title, Content"),
        ("libre", Use.TITLE_ONLY, "Title Only"),
        ("swedish", Use.COVER, "Rubrikbild"),
        ("swedish", Use.CONTENT, "Rubrik och innehåll"),
        ("swedish", Use.SENTENCE, None),
        ("swedish", Use.TITLE_ONLY, "Endast rubrik"),
    ],
)
def test_layouts_are_known_by_name_type_and_placeholders(
    name: str, use: Use, layout: str | None
) -> None:
    found = best(template(name), use)
    assert (found.name if found else None) == layout


def test_layouts_with_names_that_say_nothing_are_known_by_their_placeholders() -> None:
    brand, _ = read_house(renamed(swedish()))
    assert brand
    assert brand.template
    cover, content, only = (
        best(brand.template, use) for use in (Use.COVER, Use.CONTENT, Use.TITLE_ONLY)
    )
    assert [page and page.holders[0].type for page in (cover, content, only)] == [
        "ctrTitle",
        "title",
        "title",
    ]
    assert content
    assert len(content.texts) == 1
    assert only
    assert not only.bodies


def renamed(data: bytes) -> bytes:
    deck = Presentation(BytesIO(data))
    for number, layout in enumerate(deck.slide_layouts):
        layout.name = f"Entwurf {number}"
    return saved(deck)


def test_two_columns_stand_beside_each_other() -> None:
    found = columns_for(template("plain"), 2)
    assert found
    assert found[0].name == "Two Content"
    assert columns_for(template("plain"), 3) is None
    assert columns_for(template("swedish"), 2) is None  # one overlaps the other


def test_a_kit_may_choose_a_layout_and_must_name_one_that_is_there() -> None:
    brand, _ = read_house(plain(), "layouts: {points: Two Content}\n")
    assert brand
    assert brand.template
    assert next(layouts_for(brand.template, "points")).page.name == "Two Content"
    brand, found = read_house(plain(), "layouts: {points: Two Contents}\n")
    assert brand is None
    assert "did you mean `Two Content`?" in "\n".join(map(str, found))


def test_a_kit_with_a_template_is_checked_before_anyone_writes() -> None:
    said = "\n".join(map(str, inspect(template("narrow"), "house.pptx")))
    for words in (
        "set in 16 pt",
        "no place for the slogan",
        "1 picture without alternative text on 11 layouts",
        "“Subtitle 2” of layout “Title Slide”: #27405F on #10243E has a contrast of 1.",
    ):
        assert words in said
    said = "\n".join(map(str, inspect(template("swedish"), "house.pptx")))
    assert (
        "“Content Placeholder 2” and “Content Placeholder 3” of layout “Två delar” overlap" in said
    )
    assert "no layout for one sentence or number; “Rubrik och innehåll” is used" in said


def test_macros_controls_and_links_to_files_are_left_out() -> None:
    rels = part(plain(), "ppt/_rels/presentation.xml.rels").decode()
    macro = '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/'
    macro += 'vbaProject" Target="vbaProject.bin"/></Relationships>'
    types = part(plain(), "[Content_Types].xml").decode()
    default = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    layout = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
    link = (
        part(plain(), layout)
        .decode()
        .replace(
            "</Relationships>",
            '<Relationship Id="rId98" TargetMode="External" Target="file:///etc/passwd" Type="http://'
            'schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>',
        )
    )
    data = rezipped(
        plain(),
        **{
            "ppt/_rels/presentation.xml.rels": rels.replace("</Relationships>", macro).encode(),
            "ppt/vbaProject.bin": b"macro",
            "[Content_Types].xml": types.replace("</Types>", f"{default}</Types>").encode(),
            layout: link.encode(),
        },
    )
    brand, found = read_house(data)
    said = "\n".join(map(str, found))
    assert brand
    assert brand.template
    assert "macros in presentation.xml is left out" in said
    assert "a link to file:///etc/passwd" in said
    assert not any("vba" in name for name in brand.template.package.pieces)
    relations = (r for p in brand.template.package.pieces.values() for r in p.relations)
    assert not any(relation.external for relation in relations)


def test_what_is_no_template_is_refused_with_a_reason() -> None:
    assert "no .pptx or .potx file" in refusal(b"%PDF-1.7")
    assert "no .pptx or .potx file" in refusal(plain()[:5000])
    doctype = b'<!DOCTYPE x [<!ENTITY a "b">]>' + part(plain(), "ppt/presentation.xml")[55:]
    assert "defines entities" in refusal(rezipped(plain(), **{"ppt/presentation.xml": doctype}))
    assert "leads elsewhere" in refusal(rezipped(plain(), **{"../../evil.xml": b"<a/>"}))
    assert "no layout has both" in refusal(without_texts())


def test_parts_that_are_not_what_they_are_taken_for_are_refused() -> None:
    types = part(plain(), "[Content_Types].xml").replace(b"slideLayout+xml", b"slideLayouts+xml")
    assert "is no slideLayout" in refusal(rezipped(plain(), **{"[Content_Types].xml": types}))
    name = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    related = part(plain(), name).replace(b"relationships/theme", b"relationships/thema")
    assert "has no theme" in refusal(rezipped(plain(), **{name: related}))


def without_texts() -> bytes:
    deck = Presentation()
    for layout in list(deck.slide_layouts):
        if layout.name not in ("Blank", "Title Only"):
            deck.slide_layouts.remove(layout)
    return saved(deck)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = rezipped(plain(), **{"ppt/media/zeros.bin": bytes(200_000_000)})
    tracemalloc.start()
    message = refusal(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "times its size" in message
    assert peak < 20_000_000


def test_document_types_are_found_in_any_encoding() -> None:
    data = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a []><a/>'.encode("utf-16")
    assert "defines entities" in refusal(rezipped(plain(), **{"ppt/theme/theme1.xml": data}))


@pytest.mark.parametrize("name", HOUSES)
def test_damaged_templates_give_findings_and_never_a_traceback(name: str) -> None:
    data, chance = HOUSES[name](), random.Random(name)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    names = [n for n in parts if "slides/" not in n and n.endswith((".xml", ".rels"))]
    for _ in range(120):
        victim = chance.choice(names)
        mutant = rezipped(data, **{victim: mutated(parts[victim], chance)})
        brand, found = read_house(mutant)
        assert brand or found
        if brand and brand.template:
            list(inspect(brand.template, "house.pptx"))


def mutated(data: bytes, chance: random.Random) -> bytes | None:
    """Return a part with something in it changed; most stay well-formed."""
    text = data.decode()
    way = chance.randrange(5)
    if way == 0:
        return None
    if way == 1:
        at = chance.randrange(len(data))
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    quotes = [n for n, letter in enumerate(text) if letter == '"']
    start = chance.randrange(len(quotes) // 2) * 2
    head, tail = text[: quotes[start] + 1], text[quotes[start + 1] :]
    value = chance.choice(["", "-1", "9" * 30, "x", "1e9", "rId999", "0", "../../a", "100%"])
    if way == 2:
        return (head + value + tail).encode()
    opening = [n for n, letter in enumerate(text) if letter == "<"]
    at = chance.choice(opening[1:])
    if way == 3:
        return (text[:at] + "<a/>" + text[at:]).encode()
    return text.replace(chance.choice(["a:", "p:", "lvl1", "xfrm", "type="]), "b", 1).encode()


def test_a_potx_is_a_template_too() -> None:
    data = part(plain(), "[Content_Types].xml").decode()
    main = "presentationml.presentation.main+xml"
    as_template = data.replace(main, "presentationml.template.main+xml").encode()
    brand, _ = read_house(rezipped(plain(), **{"[Content_Types].xml": as_template}))
    assert brand
    assert brand.template
    assert len(brand.template.pages) == 11
    assert brand.template.size.w == inch(10)
