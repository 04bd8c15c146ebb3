"""What `make bench` runs: speed of reading, the summary of a large case, and twenty kills."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
EACH = (("speed.py", "200"), ("show.py", "10000"), ("kills.py", "20"))


def main() -> int:
    """Zero where all keep their promises."""
    codes = [subprocess.run([sys.executable, str(HERE / name), *more], check=False).returncode for name, *more in EACH]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
