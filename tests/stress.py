"""Every text of every kind of page, filled to a part of what its page holds, in four languages.

Made from the kinds' own examples and fields: a new kind is under stress from its first day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from itertools import cycle, islice, product
from typing import Any, NamedTuple

import yaml

from composing import compose
from paroll.finding import Finding
from paroll.kinds import FIELDS
from paroll.programme import Words
from paroll.sheet import Document
from paroll.source.forms import Form, ManyForm, RecordForm, TextForm, form_of

SHARES = (0.5, 1.0, 1.5, 4.0)
MOST = 400
"""Words beyond which a text is long enough, however much more its page would hold."""

LANGUAGES: Mapping[str, str] = {
    "sv": "kommuner och regioner ska korta köerna så att ingen behöver vänta längre än tre månader "
    "på vård i Ångermanland, Åre eller Örnsköldsvik – kompetensförsörjningen är nyckeln (S)",
    "de": "die Krankenhausfinanzierungsreform und bezahlbare Wohnungen für Großstädte müssen bis "
    "2030 Vorrang vor Straßenverkehrsinfrastrukturmaßnahmen haben, sagt Übergangsministerin",
    "fi": "sairaanhoitopiirin työllistymismahdollisuudet paranevat, kun hyvinvointialueiden "
    "yhdenvertaisuussuunnitelma hyväksytään ja lähijunaliikenne Äänekoskelle alkaa vuonna 2027",
    "se": "dearvvašvuođabálvalusat ja sámegiela oahpahus leat juohkehačča vuoigatvuohta "
    "Kárášjogas, Deanus ja Guovdageainnus – ovttasbargu čearuiguin nannejuvvo ŋuvččain",
}

BRANDS = {"sv": "campaign", "de": "alternative", "fi": "public", "se": "campaign"}

ABOUT_OTHERS = {"agenda"}
"""Kinds that say what others say: here that is more than any deck has."""

Path = tuple[str, ...]


class Specimen(NamedTuple):
    """A section, one of whose texts is filled to `share` of what a page holds."""

    kind: str
    path: Path
    share: float
    section: Mapping[str, Any]


def example(kind: str) -> dict[str, Any]:
    """Return a kind's own example, as typed."""
    section = yaml.load(FIELDS[kind].EXAMPLE, yaml.BaseLoader)
    assert isinstance(section, dict)
    return {"kind": kind, **section}


def texts_of(kind: str) -> list[Path]:
    """Return where in the example of a kind its running texts are."""
    section = example(kind)
    return list(_paths(form_of(FIELDS[kind]), section))


def _paths(form: Form, value: Any) -> Iterator[Path]:
    match form:
        case TextForm(leaf) if leaf is Words and isinstance(value, str):
            yield ()
        case ManyForm(item):
            first = value[0] if isinstance(value, list) else value
            yield from (("0", *path) for path in _paths(item, first))
        case RecordForm() if isinstance(value, dict):
            for key, field in form.fields.items():
                if key in value:
                    yield from ((key, *path) for path in _paths(field.form, value[key]))
        case RecordForm() if form.shorthand:
            yield from _paths(form.shorthand.form, value)
        case _:
            pass


def filled(kind: str, path: Path, words: int, language: str, number: int = 0) -> dict[str, Any]:
    """Return the example of a kind with `words` words at `path`, the last of them a number."""
    text = " ".join([*islice(cycle(LANGUAGES[language].split()), words - 1), f"{number:03}"])
    return {**example(kind), **_with(deepcopy(example(kind)), path, text)}


def _with(value: Any, path: Path, text: str) -> Any:
    if not path:
        return text
    key, *rest = path
    if isinstance(value, list):
        return [_with(value[0], tuple(rest), text), *value[1:]]
    if isinstance(value, dict):
        return {**value, key: _with(value[key], tuple(rest), text)}
    return _with(value, tuple(rest), text)  # a list of one, typed without dash


@cache
def capacity(kind: str, path: Path, language: str) -> int:
    """Return the most words at `path` that take no more pages than the example does, or `MOST`."""
    usual = len(document([example(kind)], language)[0].sheets)

    def holds(words: int) -> bool:
        pages, findings = document([filled(kind, path, words, language)], language)
        return not findings and len(pages.sheets) <= usual

    low, high = 1, 2
    while high < MOST and holds(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def document(sections: list[Mapping[str, Any]], language: str) -> tuple[Document, list[Finding]]:
    """Return the deck of `sections` in the brand of the language."""
    return compose("deck", sections, brand=BRANDS[language], language=language, slogan="Vi kan")


@cache
def specimens(language: str) -> tuple[Specimen, ...]:
    """Return every text of every kind at each share of what its page holds.

    Each is numbered: titles that are the same would be counted on, which takes room.
    """
    kinds = (kind for kind in FIELDS if kind not in ABOUT_OTHERS)
    every = product(((kind, path) for kind in kinds for path in texts_of(kind)), SHARES)
    return tuple(
        _specimen(kind, path, share, language, number)
        for number, ((kind, path), share) in enumerate(every, 1)
    )


def _specimen(kind: str, path: Path, share: float, language: str, number: int) -> Specimen:
    words = max(1, int(capacity(kind, path, language) * share))
    return Specimen(kind, path, share, filled(kind, path, words, language, number))


@cache
def deck(language: str) -> tuple[Document, tuple[Finding, ...]]:
    """Return one deck of all specimens in a language."""
    pages, findings = document([each.section for each in specimens(language)], language)
    return pages, tuple(findings)
