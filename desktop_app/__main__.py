"""Starts the program: ``python -m desktop_app`` is ``clearmark``."""

import sys
from multiprocessing import freeze_support

from desktop_app.main import main

if __name__ == "__main__":
    freeze_support()  # the frozen program starts itself again for tracing
    sys.exit(main())
