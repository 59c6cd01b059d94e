"""However a programme is garbled, it ends in findings or in material, never in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paroll.cli import main
from products import DECKS, ROOT

SOURCES = [path.read_text("utf-8") for path in DECKS.values()]
SOURCES.append((ROOT / "src" / "paroll" / "shipped" / "programme.yaml").read_text("utf-8"))
SNIPPETS = ["\t", "  ", '"', "'", ": ", "- ", "[", "]", "{", "}", "#", "&a ", "*a ", "!t ", "|\n"]
SNIPPETS += [
    "\n",
    "\n\n",
    "---\n",
    "\ufeff",
    "**",
    "[a](b)",
    "[a](javascript:x)",
    "\\",
    "~",
    "null",
]
SNIPPETS += ["\u200b", "\u202e", "\u00ad", "\u2028", "a\u0308", "ﬃ", "🚆", "W" * 200, "ord " * 300]

edits = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(0, 40), st.sampled_from(["", *SNIPPETS])),
    min_size=1,
    max_size=6,
)


def garbled(text: str, changes: list[tuple[int, int, str]]) -> str:
    """Return `text` with letters at places (in thousandths of it) taken away and others put."""
    for place, taken, put in changes:
        at = place * len(text) // 1000
        text = text[:at] + put + text[at + taken :]
    return text


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(source=st.sampled_from(SOURCES), changes=edits)
def test_a_garbled_programme_is_answered(
    source: str,
    changes: list[tuple[int, int, str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "garbled.yaml"
    file.write_text(garbled(source, changes), "utf-8")
    code = main(["check", str(file)])
    said = capsys.readouterr()
    assert code == ("error[" in said.err)
    assert said.out.startswith("checked 1 programme in ")


def test_garbling_breaks_some_programmes_and_not_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the test above would show little."""
    file = tmp_path / "garbled.yaml"
    codes = set()
    for place, put in ((0, "["), (1000, "# slut")):
        file.write_text(garbled(SOURCES[0], [(place, 0, put)]), "utf-8")
        codes.add(main(["check", str(file)]))
    capsys.readouterr()
    assert codes == {0, 1}
