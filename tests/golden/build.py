"""Build the golden municipality into a folder: python -m tests.golden.build OUTPUT CACHE."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.golden.accept import build_golden

if __name__ == "__main__":
    build_golden(Path(sys.argv[1]), Path(sys.argv[2]))
