"""Links to other slides: of a whole shape where they can be, else of the words, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.paint.pptx.text import JUMP, Related
from paroll.paint.pptx.xml import tag
from paroll.sheet import Paragraph, Run, Text


def leap(mark: Text, part: Related) -> str:
    """Return the click that leads to another slide, if all of a text is such a link.

    It is one of the whole shape, as links of words are underlined.
    """
    link = _leads_to(mark)
    return tag("a:hlinkClick", r_id=part.jump(link), action=JUMP) if link else ""


def linked(mark: Text) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text as their links are written.

    What the shape links to, its words do not. Other links to slides begin anew on each line:
    LibreOffice sets a link as a field, and breaks one that takes two lines within words.
    """
    if _leads_to(mark):
        return tuple(_unlinked(paragraph) for paragraph in mark.paragraphs)
    if not any(run.link.startswith("#") for p in mark.paragraphs for run in p.runs):
        return mark.paragraphs
    lines = iter([len("".join(line.text.split())) for line in mark.lines])
    return tuple(p._replace(runs=tuple(_by_lines(p, lines))) for p in mark.paragraphs)


def _leads_to(mark: Text) -> str:
    """Return the slide that all of a text leads to, or nothing."""
    links = {run.link for paragraph in mark.paragraphs for run in paragraph.runs}
    link = links.pop() if len(links) == 1 else ""
    return link if link.startswith("#") else ""


def _unlinked(paragraph: Paragraph) -> Paragraph:
    return paragraph._replace(runs=tuple(run._replace(link="") for run in paragraph.runs))


def _by_lines(paragraph: Paragraph, lines: Iterator[int]) -> Iterator[Run]:
    """Yield the runs of a paragraph, cut where its lines end; `lines` are lengths without spaces.

    The spaces at the end of a line are in no link: they would be underlined.
    """
    left = next(lines, 0) - len(paragraph.marker)
    for run in paragraph.runs:
        start = 0
        for at, sign in enumerate(run.text):
            if not sign.isspace() and left == 0:
                words = run.text[start:at].rstrip(" ")
                if words:
                    yield run._replace(text=words)
                if spaces := run.text[start + len(words) : at]:
                    yield run._replace(text=spaces, link="")
                start, left = at, next(lines, 0)
            left -= not sign.isspace()
        yield run._replace(text=run.text[start:])
