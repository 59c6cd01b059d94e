"""`python -m paroll`."""

import sys

from paroll.cli import main

sys.exit(main())
