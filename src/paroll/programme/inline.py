"""Inline Markdown to runs. Apart from `words` so that plain programmes never import a parser."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, backtick, image

from paroll.sheet import Run

_Rule = Callable[[StateInline, bool], bool]


class _Inline(MarkdownIt):
    """CommonMark's inline grammar for text and links; addresses are left to `links`."""

    def __init__(self) -> None:
        super().__init__("zero")
        self.enable(["emphasis", "link", "autolink", "escape", "newline", "image", "backticks"])
        self.inline.ruler.at("image", _as_typed(image))
        self.inline.ruler.at("backticks", _as_typed(backtick))

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's name)
        return bool(url)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the library's name)
        return url

    def normalizeLinkText(self, url: str) -> str:  # noqa: N802 (the library's name)
        return url


def _as_typed(rule: _Rule) -> _Rule:
    """Return a rule that finds what `rule` finds and leaves it as text."""

    def typed(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, True):
            return False
        if not silent:
            state.pending += state.src[start : state.pos]
        return True

    return typed


_PARSER = _Inline()
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def runs_of(paragraph: str) -> tuple[Run, ...]:
    """Return the runs of a paragraph; neighbours in the same voice are one run."""
    runs: list[Run] = []
    depth = {"strong": 0, "em": 0}
    link = ""
    for token in _PARSER.parseInline(paragraph)[0].children or []:
        if token.tag in depth:
            depth[token.tag] += token.nesting
        elif token.tag == "a":
            link = str(token.attrs.get("href", ""))
        elif text := _BREAKS.get(token.type, token.content):
            run = Run(text, depth["strong"] > 0, depth["em"] > 0, link)
            if runs and runs[-1]._replace(text=text) == run:
                run = run._replace(text=runs.pop().text + text)
            runs.append(run)
    return tuple(runs)
