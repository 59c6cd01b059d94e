"""What a short script does in paroll's place: the yardstick of `make bench`.

It fills the texts of a programme into the default template of python-pptx, one title-and-content
slide for every four paragraphs of a section: no brand, no measuring, no check. Where a PDF is named
as well, it sets the same texts one below the other with reportlab's Platypus. It reads the YAML
with the C loader where there is one, so that nobody can say it was made slow.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import yaml
from pptx import Presentation
from pptx.util import Inches

ON_A_SLIDE = 4
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def fill(programme: str, out: str) -> None:
    """Write the deck of the YAML file `programme` to `out`."""
    with open(programme, encoding="utf-8") as file:  # noqa: PTH123  # as short scripts do
        data = yaml.load(file, Loader)  # noqa: S506  # a safe loader, in C
    deck = Presentation()
    title, content = deck.slide_layouts[0], deck.slide_layouts[1]
    cover = deck.slides.add_slide(title)
    cover.shapes.title.text = slogan(data)
    cover.placeholders[1].text = str(data["title"])
    for section in data["sections"]:
        heading = str(section.pop("heading", data["title"]))
        if "picture" in section:
            show(deck, heading, Path(programme).parent / section["picture"])
            continue
        if "chart" in section:
            plot(deck, heading, section["data"])
            continue
        lines = list(texts(section))
        for start in range(0, len(lines), ON_A_SLIDE):
            slide = deck.slides.add_slide(content)
            slide.shapes.title.text = heading
            slide.placeholders[1].text = "\n".join(lines[start : start + ON_A_SLIDE])
    closing = deck.slides.add_slide(title)
    closing.shapes.title.text = slogan(data)
    deck.save(out)


def print_out(programme: str, out: str) -> None:
    """Write the texts of the YAML file `programme` to the PDF `out`."""
    from reportlab.lib.styles import getSampleStyleSheet  # noqa: PLC0415  (only with a PDF)
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # noqa: PLC0415

    with open(programme, encoding="utf-8") as file:  # noqa: PTH123
        data = yaml.load(file, Loader)  # noqa: S506
    style = getSampleStyleSheet()["Normal"]
    lines = texts([data["slogan"], data["title"], data["sections"]])
    SimpleDocTemplate(out).build([Paragraph(escape(line), style) for line in lines])


def show(deck: Any, heading: str, picture: Path) -> None:
    """Add a slide with a photograph as it is."""
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = heading
    slide.shapes.add_picture(str(picture), Inches(1), Inches(2), width=Inches(6))


def plot(deck: Any, heading: str, rows: list[str]) -> None:
    """Add a slide with a column chart."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415  (as costly for them as for us)
    from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415

    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = heading
    cells = [row.split("|") for row in rows]
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [name.strip() for name, _ in cells]
    data.add_series("", [float(value) for _, value in cells])
    frame = (Inches(1), Inches(2), Inches(8), Inches(4))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *frame, data)


def slogan(data: dict[str, Any]) -> str:
    """Return the slogan with its lines."""
    lines = data["slogan"]
    return lines if isinstance(lines, str) else "\n".join(lines)


def texts(value: Any) -> Iterator[str]:
    """Yield every text a reader of the deck would see, in the order of the file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"short", "note", "kind"}:
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif not isinstance(value, bool):
        yield str(value)


if __name__ == "__main__":
    fill(sys.argv[1], sys.argv[2])
    if sys.argv[3:]:
        print_out(sys.argv[1], sys.argv[3])
