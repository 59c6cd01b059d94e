"""The `paroll` command: parses, prints, and leaves the work to the layers below."""

from paroll.cli.main import main

__all__ = ["main"]
