"""`python -m paroll`."""

from paroll.cli import console

console()
