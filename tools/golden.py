"""Accept the pages as they are now, and show what that changes (`make golden`).

Runs the tests that have golden files with the word to write them, then writes
`output/golden.html`: old beside new for each file that changed.
"""

from __future__ import annotations

import html
import os
import subprocess
import sys
from difflib import HtmlDiff
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
PAGE = ROOT / "output" / "golden.html"


def main() -> int:
    """Write the golden files anew; return pytest's exit code."""
    old = texts()
    for name in old:
        (GOLDEN / name).unlink()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/test_golden.py"],
        cwd=ROOT,
        env={**os.environ, "PAROLL_GOLDEN": "1"},
        check=False,
    )
    new = texts()
    if done.returncode:
        for name in old.keys() - new.keys():
            (GOLDEN / name).write_text(old[name], "utf-8")
        return done.returncode
    changed = [name for name in sorted(old | new) if old.get(name) != new.get(name)]
    PAGE.write_text(page(changed, old, new), "utf-8")
    print("".join(f"{verb(name, old, new)}: {name}\n" for name in changed), end="")
    print(f"{len(changed)} of {len(new)} changed; see {PAGE.relative_to(ROOT)}")
    return 0


def texts() -> dict[str, str]:
    """Return the golden files by name."""
    return {file.name: file.read_text("utf-8") for file in sorted(GOLDEN.glob("*.txt"))}


def verb(name: str, old: dict[str, str], new: dict[str, str]) -> str:
    """Say what happened to a file."""
    if name not in old:
        return "new"
    return "changed" if name in new else "gone"


def page(changed: list[str], old: dict[str, str], new: dict[str, str]) -> str:
    """Return a page with old and new side by side, changes marked."""
    diff = HtmlDiff(wrapcolumn=90)
    tables = (
        f"<h2>{html.escape(name)} ({verb(name, old, new)})</h2>"
        + diff.make_table(
            old.get(name, "").splitlines(),
            new.get(name, "").splitlines(),
            "before",
            "now",
            context=True,
            numlines=2,
        )
        for name in changed
    )
    style = (
        "body{font:14px sans-serif;margin:2em}table.diff{font:12px monospace;border:0}"
        "td{padding:0 .5em;white-space:pre-wrap}.diff_add{background:#cfc}"
        ".diff_sub{background:#fcc}.diff_chg{background:#ffc}.diff_next{display:none}"
    )
    title = f"{len(changed)} golden files changed"
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style><h1>{title}</h1>{''.join(tables)}</html>"
    )


if __name__ == "__main__":
    sys.exit(main())
