"""The report as people and programs get it: text, JSON, and a page with pictures."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, StreamDecodeLevel, String

from commands import paroll
from paroll.finding import Rule, Severity
from paroll.formats import FORMATS, Medium
from paroll.preflight.forms import named_by
from paroll.preflight.model import Issue, Report
from paroll.preflight.run import Wish, preflight
from paroll.preflight.text import grouped, runs, told, verdict
from paroll.printers import default
from paroll.units import Box, mm
from printfiles import A5, A6, edited, plain, x4

ODD = Rule("F999", Severity.ERROR, "odd", "It is odd.")
MILD = Rule("F998", Severity.WARNING, "mild", "It is mild.")
EVIL = '<script>alert(1)</script> & "x"'


class Outline(HTMLParser):
    """What stands in a page of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def linked(pdf: Pdf) -> None:
    """Put two links on the second page, and words that no page should run."""
    notes = [Dictionary(Subtype=Name.Link, Rect=Array([60, y, 160, y + 9])) for y in (100, 300)]
    pdf.pages[1].obj.Annots = Array(notes)
    pdf.docinfo["/Creator"] = String(EVIL)


@pytest.fixture
def page(tmp_path: Path) -> Outline:
    (tmp_path / "a.pdf").write_bytes(edited(x4(3), linked))
    (tmp_path / "b.pdf").write_bytes(x4(1))
    assert paroll("preflight", "a.pdf", "b.pdf", "--html", "out.html", cwd=tmp_path).code == 1
    return Outline((tmp_path / "out.html").read_text("utf-8"))


def test_a_page_for_the_browser_shows_every_page(page: Outline) -> None:
    shown = [picture["aria-label"] for picture in page.all("svg")]
    places = ("2, with 2 places", "1, with 0 places", "3, with 0 places", "1, with 0 places")
    assert shown == [f"Page {each} marked" for each in places]
    assert all(str(each["href"]).startswith("data:image/png") for each in page.all("image"))


def test_places_are_marked_where_they_are(page: Outline) -> None:
    """In millimetres from the corner of the trim, in a drawing of that scale."""
    frames = [each for each in page.all("rect") if each.get("class") == "place error"]
    links = [(float(str(each["x"])), float(str(each["y"]))) for each in frames]
    millimetres = 25.4 / 72
    wanted = [(60 * millimetres - 3, 213 - (y + 9) * millimetres) for y in (300, 100)]
    assert links == [pytest.approx(each, abs=0.02) for each in wanted]


def test_a_page_for_the_browser_runs_and_loads_nothing(page: Outline) -> None:
    assert page.all("script") == []
    assert not any(name.startswith("on") for _, each in page.tags for name in each)
    linked_to = [each.get("href") or each.get("src") for _, each in page.tags]
    assert all(each.startswith("data:") for each in linked_to if each)
    assert any(EVIL in words for words in page.words)


def test_a_page_for_the_browser_is_the_same_every_time(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(x4(1))
    for name in ("one.html", "two.html"):
        assert paroll("preflight", "a.pdf", "--html", name, cwd=tmp_path).code == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_json_says_where_in_millimetres(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(edited(x4(2), linked))
    said = json.loads(paroll("preflight", "a.pdf", "--json", cwd=tmp_path).out)
    first = said["files"][0]["issues"][0]
    assert set(first) == {"code", "severity", "message", "hint", "page", "box"}
    assert (first["code"], first["severity"], first["page"]) == ("F143", "error", 2)
    assert first["box"] == [18.17, 103.99, 35.28, 3.17]


def test_what_is_said_of_many_pages_is_said_once() -> None:
    pages = (1, 2, 3, 5)
    report = Report("a.pdf", (), tuple(Issue(ODD.at(None, "odd"), page) for page in pages))
    assert told(report).count("error[F999] odd\n  --> pages 1-3, 5\n") == 1
    assert verdict(report) == "1 error"


def test_errors_come_first_then_pages_in_order() -> None:
    found = [
        Issue(MILD.at(None, "a")),
        Issue(ODD.at(None, "b"), 2),
        Issue(ODD.at(None, "c"), 1, Box(0, 0, mm(1), mm(2))),
        Issue(ODD.at(None, "d")),
    ]
    assert [group.finding.message for group in grouped(found)] == ["d", "c", "b", "a"]
    where = "page 1, 0 mm from the left, 0 mm from the top (1 × 2 mm)"
    assert where in told(Report("a.pdf", (), tuple(found)))


def test_of_many_places_the_first_are_named() -> None:
    boxes = [(page, Box(mm(page), mm(at), mm(1), mm(1))) for page in (1, 2) for at in range(5)]
    found = tuple(Issue(ODD.at(None, "odd"), *each) for each in boxes[:6])
    said = told(Report("a.pdf", (), found)).splitlines()[-2:]
    assert said == [
        "  --> page 1, 1 mm from the left, 0 mm from the top (1 × 1 mm), and 4 more places",
        "  --> page 2, 2 mm from the left, 0 mm from the top (1 × 1 mm)",
    ]


@pytest.mark.parametrize(
    ("pages", "said"), [([1], "1"), ([1, 2], "1, 2"), ([4, 3, 2], "2-4"), ([1, 3, 4], "1, 3, 4")]
)
def test_page_numbers_are_told_in_short(pages: list[int], said: str) -> None:
    assert runs(pages) == said


def codes(data: bytes, name: str, form: str = "") -> dict[str, str]:
    wish = Wish(default(), FORMATS.get(form))
    return {i.finding.code: i.finding.message for i in preflight(data, name, wish).issues}


def test_a_file_is_held_to_the_format_it_is_called_by() -> None:
    assert codes(x4(2), "out/leaflet-a5.print.pdf") == {}
    found = codes(x4(2, A6), "leaflet-a5.pdf")
    assert found == {"F121": "105 × 148 mm instead of 148 × 210 mm (leaflet-a5)"}
    across = codes(x4(1, (A5[1], A5[0])), "leaflet-a5.pdf")
    assert across["F121"].startswith("210 × 148 mm, across, instead of 148 × 210 mm")


def test_a_file_is_held_to_the_format_that_is_named() -> None:
    assert codes(x4(8), "a.pdf", "booklet-a5") == {}
    assert codes(x4(6), "a.pdf", "booklet-a5") == {"F122": "6 pages in a booklet-a5"}
    assert set(codes(x4(1), "a.pdf", "roll-fold")) == {"F121", "F122"}
    assert set(codes(x4(3), "a.pdf", "leaflet-a5")) == {"F122"}


def test_every_format_for_print_names_its_files() -> None:
    printed = [name for name, form in FORMATS.items() if form.medium is Medium.PRINT]
    assert all(named_by(f"{name}.print.pdf") is FORMATS[name] for name in printed)
    assert named_by("deck.pdf") is None
    assert named_by("leaflet-a5.proof.pdf") is None


def test_plain_files_of_reportlab_are_told_what_they_lack() -> None:
    assert set(codes(plain(), "a.pdf")) == {"F161"}
    assert re.search("claims no standard", codes(plain(), "a.pdf")["F161"])


def test_names_that_older_programs_write_in_latin_1_are_read() -> None:
    """A spot ink called “Röd 186 C” is one byte for its ö: no letter in UTF-8."""
    clear = edited(x4(spot=True), lambda _: None, stream_decode_level=StreamDecodeLevel.generalized)
    assert clear.count(b"/PANTONE#20") > 2  # in resources, as a separation, and where it is used
    data = clear.replace(b"/PANTONE#20", b"/R\xf6d....#20")
    report = preflight(data, "a.pdf", Wish(default()))
    assert [str(issue.finding) for issue in report.issues] == []
    assert ("spot inks", "Röd.... 186 C") in report.facts
