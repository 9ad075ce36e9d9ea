"""`python -m avtalskoll` is the same as `avtalskoll`."""

import sys

from avtalskoll.cli import main

sys.exit(main())
