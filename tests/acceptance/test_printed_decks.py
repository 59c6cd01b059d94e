"""Decks as LibreOffice prints them: the text of their authors, in the lines that were composed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import pytest

from paroll.sheet import Sheet, Text
from paroll.sheet import texts as texts_of
from products import DECKS, composed, plain, shown, typed
from tools import run
from words import lines, pages

LEAST_AGREEMENT = 0.95


class Difference(NamedTuple):
    """Lines of one text as they stand in deck.pdf and in LibreOffice's print."""

    where: str
    ours: list[str]
    theirs: list[str]

    @property
    def lines(self) -> int:
        """How many of our lines LibreOffice does not have."""
        matcher = SequenceMatcher(None, self.ours, self.theirs, autojunk=False)
        return len(self.ours) - sum(block.size for block in matcher.get_matching_blocks())


def fold(text: str) -> str:
    """Return words alone: pdftotext drops the hyphen that a line ends in."""
    return " ".join(re.sub(r"[-\u00ad]\s*", "", text).split())


def orders(pdf: Path, *options: str) -> list[str]:
    """Return the words of a PDF as poppler guesses they are read, and as they were written.

    It guesses by the gaps on the page, and may read a heading that stands beside a list in the
    midst of it.
    """
    return [fold(run("pdftotext", *order, *options, pdf, "-")) for order in ((), ("-raw",))]


@pytest.mark.parametrize("name", DECKS)
def test_as_many_pages_are_printed_as_the_command_said(
    name: str, built: Path, printed: Path
) -> None:
    count = re.search(r"^Pages: +(\d+)$", run("pdfinfo", printed / f"{name}.pdf"), re.MULTILINE)
    assert count
    said = (built / "said.txt").read_text("utf-8")
    assert re.search(rf"{name}/deck.pptx +{count[1]} pages", said)


@pytest.mark.parametrize("name", DECKS)
def test_it_is_printed_in_the_brand_s_fonts_alone(name: str, printed: Path) -> None:
    rows = run("pdffonts", printed / f"{name}.pdf").splitlines()[2:]
    assert rows
    assert [row for row in rows if "Archivo" not in row.split()[0]] == []


@pytest.mark.parametrize("name", DECKS)
def test_every_heading_and_point_is_printed_as_typed(name: str, printed: Path) -> None:
    held = orders(printed / f"{name}.pdf")
    slogan = {plain(line) for line in typed(name)["slogan"]}
    texts = [text for text in shown(name) if text not in slogan]
    assert [text for text in texts if not any(fold(text) in order for order in held)] == []


@pytest.mark.parametrize("name", DECKS)
def test_the_slogan_is_on_every_page(name: str, printed: Path) -> None:
    slogan = fold(" ".join(typed(name)["slogan"])).casefold()
    without = [
        number
        for number, _ in enumerate(composed(name, "deck").sheets, 1)
        if slogan not in orders(printed / f"{name}.pdf", *page(number))[0].casefold()
    ]
    assert without == []


def page(number: int) -> tuple[str, ...]:
    return ("-f", str(number), "-l", str(number))


def test_lines_break_where_they_break_in_the_pdf(output: Path, printed: Path) -> None:
    """Of texts on slides; the slogan that repeats on layouts is counted by the next test."""
    total, different = compared(output, printed, repeated=False)
    missing = sum(each.lines for each in different)
    assert total > 400
    assert missing <= (1 - LEAST_AGREEMENT) * total, "\n".join(map(str, different))


def test_no_line_of_what_repeats_breaks_elsewhere(output: Path, printed: Path) -> None:
    total, different = compared(output, printed, repeated=True)
    assert total > 100
    assert different == []


@pytest.mark.parametrize("name", DECKS)
def test_a_line_that_differs_takes_in_words_of_the_next(
    name: str, output: Path, printed: Path
) -> None:
    """Why lines differ: ours are broken a little early, so that PowerPoint breaks none earlier.

    LibreOffice may then fit one more word. One less could need a line for which there is no room.
    """
    for each in differences(name, output, printed, repeated=False):
        pairs = zip(each.ours, each.theirs, strict=False)
        ours, theirs = next((a, b) for a, b in pairs if a != b)
        assert theirs.startswith(f"{ours} "), each
        assert len(each.theirs) <= len(each.ours), each


def compared(output: Path, printed: Path, *, repeated: bool) -> tuple[int, list[Difference]]:
    """Return how many lines there are in all decks, and the texts in which some differ."""
    sheets = (sheet for name in DECKS for sheet in composed(name, "deck").sheets)
    total = sum(len(text.lines) for sheet in sheets for text in texts(sheet, repeated=repeated))
    return total, [
        each for name in DECKS for each in differences(name, output, printed, repeated=repeated)
    ]


def differences(name: str, output: Path, printed: Path, *, repeated: bool) -> Iterator[Difference]:
    ours, theirs = pages(output / name / "deck.pdf"), pages(printed / f"{name}.pdf")
    sheets = composed(name, "deck").sheets
    for number, (sheet, a, b) in enumerate(zip(sheets, ours, theirs, strict=True), 1):
        for text in texts(sheet, repeated=repeated):
            one, other = lines(a, text), lines(b, text)
            if one != other:
                yield Difference(f"{name}, page {number}, {text.slot.name}", one, other)


def texts(sheet: Sheet, *, repeated: bool) -> list[Text]:
    """Return the texts of a page: those of its own, or those it shares with others."""
    marks = sheet.layout.furniture if repeated else sheet.content
    return list(texts_of(marks))
