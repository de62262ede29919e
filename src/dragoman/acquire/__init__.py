"""Source -> Page: files, directories and standard input become pages, one format a file.

`acquire` is the whole interface. A wrong character is looked for in this order: `sources` finds and opens, `stream`
undoes gzip within bounds, `decode` turns bytes into text, `formats` chooses between `jsonl`, `html` and `text`.
"""

from dragoman.acquire.formats import FORMATS, Format
from dragoman.acquire.limits import MAX_BYTES, MAX_CHARS
from dragoman.acquire.sources import acquire

__all__ = ["FORMATS", "MAX_BYTES", "MAX_CHARS", "Format", "acquire"]
