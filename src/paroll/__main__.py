"""`python -m paroll`."""

import sys

from paroll.cli import console

sys.exit(console())
