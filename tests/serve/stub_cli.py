"""The command line with `made.read_page` for the reader; SLOW is how many seconds a page takes."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import made

from dragoman.serve import add, cli


def _reader():
    def read(page):
        time.sleep(float(os.environ.get("SLOW", "0")))
        return made.read_page(page)

    return read


add._reader = _reader

if __name__ == "__main__":
    cli.main()
