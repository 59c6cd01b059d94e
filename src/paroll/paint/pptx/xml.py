"""XML as text: element names and values in, escaped, markup out."""

from __future__ import annotations

import re

_SPECIAL = re.compile('[&<>"\n\r\t]')
_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VALUE = _CONTENT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = {
    "xmlns_a": f"{_OFFICE}/drawingml/2006/main",
    "xmlns_p": f"{_OFFICE}/presentationml/2006/main",
    "xmlns_r": f"{_OFFICE}/officeDocument/2006/relationships",
}
"""What the prefixes in this package stand for, as attributes for `tag`."""


def tag(name: str, /, *inner: str, **attributes: object) -> str:
    """Return an element. Attributes of None are left out; `r_id=…` writes `r:id`."""
    opened = f"<{name}"
    for key, value in attributes.items():
        if value is not None:
            opened += f" {key.replace('_', ':')}={_quoted(value)}"
    return f"{opened}>{''.join(inner)}</{name}>" if inner else f"{opened}/>"


def text(value: str) -> str:
    """Return `value` as the content of an element."""
    return value.translate(_CONTENT) if _SPECIAL.search(value) else value


def part(name: str, /, *inner: str, **attributes: object) -> bytes:
    """Return a whole XML part with root `name`, in UTF-8."""
    return whole(tag(name, *inner, **NAMESPACES, **attributes))


def whole(root: str) -> bytes:
    """Return an XML part with this root, in UTF-8."""
    return (_DECLARATION + root).encode()


def _quoted(value: object) -> str:
    """Return an attribute's value in quotes; few have anything in them to escape.

    Spelled out here: the library's own, `xml.sax.saxutils`, imports a client for the web, which
    takes a tenth of a cold command.
    """
    if isinstance(value, str):
        return f'"{value.translate(_VALUE) if _SPECIAL.search(value) else value}"'
    return f'"{int(value)}"' if isinstance(value, bool) else f'"{value}"'
