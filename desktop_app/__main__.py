"""Entry point: ``python -m desktop_app`` does the same as ``clearmark``."""

import sys
from multiprocessing import freeze_support

from desktop_app.main import main

if __name__ == "__main__":
    freeze_support()  # the frozen program starts a second copy of itself for tracing
    sys.exit(main())
