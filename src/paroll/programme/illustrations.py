"""Pictures a programme names: paths inside its own folder, and the point not to be cut away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, ClassVar, Self

from paroll.finding import Finding, Span
from paroll.pictures import Photo, Sketch
from paroll.pictures.rules import PATH
from paroll.source import Number, Plain, Record, shortened
from paroll.source.forms import Form, ManyForm, RecordForm, TextForm, form_of
from paroll.stock import Stock


class PicturePath(Plain, kw_only=False):
    """A path from the programme's folder, with forward slashes, to a file in or below it."""

    TITLE: ClassVar[str] = "path of a JPEG, PNG or SVG"
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "string"}

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """See `paroll.source.Leaf.read`."""
        path, _ = super().read(text, span)
        if path and _stays_inside(path.text):
            return path, []
        message = f"“{shortened(text)}” is not a path inside the programme's folder"
        hint = "put the picture beside the programme, and write its path from there, with /"
        return None, [PATH.at(span, message, hint)]


class Percent(Number, kw_only=False):
    """A part of a width or height in per cent."""

    TITLE: ClassVar[str] = "per cent"
    HIGH: ClassVar[float] = 100
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "number", "minimum": 0, "maximum": HIGH}


def read_pictures(
    stock: Stock, folder: str, records: Iterable[Record]
) -> tuple[dict[str, Photo | Sketch], list[Finding]]:
    """Look at every picture that `records` name: return them by path, and what is wrong."""
    photos: dict[str, Photo | Sketch] = {}
    found: list[Finding] = []
    paths = [path for record in records for path in _paths(record)]
    if paths:
        from paroll.pictures.read import read_picture  # noqa: PLC0415  (few programmes have pictures)
    for path in paths:
        if path.text not in photos:
            photo, wrong = read_picture(stock, folder, path)
            found += wrong
            if photo:
                photos[path.text] = photo
    return photos, found


def _stays_inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return not (set(path) & set("\\:\0") or pure.is_absolute() or ".." in pure.parts)


def _paths(record: Record) -> Iterator[PicturePath]:
    for name in _leading(type(record)):
        value: Any = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, PicturePath):
                yield part
            elif isinstance(part, Record):
                yield from _paths(part)


_LEADING: dict[type[Record], tuple[str, ...]] = {}


def _leading(record: type[Record]) -> tuple[str, ...]:
    """Return the fields of a record that may hold a picture: of most records, none."""
    if record not in _LEADING:
        fields = form_of(record).fields.values()
        _LEADING[record] = tuple(field.name for field in fields if _leads(field.form))
    return _LEADING[record]


def _leads(form: Form) -> bool:
    if isinstance(form, ManyForm):
        return _leads(form.item)
    if isinstance(form, RecordForm):
        return bool(_leading(form.record))
    return isinstance(form, TextForm) and form.leaf is PicturePath
