"""HTML -> the visible text of the story (trafilatura), with title, date, outlet and address from the page's metadata.

The title line comes first: where the extracted text does not open with it, the title and an empty line are put before
it, so that titles have spans. Measured with `score/pages.py` on the 258 Fundus pages (trafilatura 2.3.1), body being
everything after the title line: body F1 .944 without comments (.940 with them, .943 favouring precision, .940
favouring recall), date .973 (htmldate's original date), title .779 (trafilatura's own title .678): see `_title`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from dragoman.acquire.dates import day
from dragoman.acquire.limits import MAX_TAGS, count
from dragoman.acquire.stream import Stream
from dragoman.acquire.text import content, decoded
from dragoman.errors import InputError
from dragoman.model import Given, Page

CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.I)
SAME_TITLE = 0.8
"""Share of the shorter title's trigrams that the heading must have in common: best of .0 to .8 on the Fundus pages."""


def read(stream: Stream) -> Iterator[Page | InputError]:
    """The one page of an HTML file."""
    declared = CHARSET.search(stream.head)
    source = decoded(stream, declared.group(1).decode() if declared else None)
    content(stream.name, source, most=len(source))  # empty, white space, NUL
    yield page(stream.name, source, uri=stream.name)


def page(where: str, source: str, *, uri: str, url: str | None = None, given: Given | None = None) -> Page:
    """The page in some HTML; what the carrier gives wins over the HTML's own metadata. Raises InputError."""
    if source.count("<") > MAX_TAGS:
        raise InputError(where, f"HTML of more than {count(MAX_TAGS)} tags")
    try:
        text, said = _extract(source, url)
    except Exception as error:  # a parser of arbitrary markup: whatever it stumbles over costs this page only
        raise InputError(where, f"the HTML cannot be read: {type(error).__name__}: {error}"[:300]) from error
    if not text.strip():
        raise InputError(where, "no text found in the HTML")
    given = given or Given()
    merged = Given(
        published=given.published or day(said.get("published")), fetched=given.fetched,
        outlet=given.outlet or said.get("outlet"), language=given.language or said.get("language"),
        title=given.title or said.get("title"),
    )  # fmt: skip
    return Page(uri=uri, text=content(where, text), url=url or said.get("url"), media_type="text/html", given=merged)


def _extract(source: str, url: str | None) -> tuple[str, dict[str, str]]:
    """Text and metadata; the libraries are loaded here because plain text must not wait for them."""
    from trafilatura import bare_extraction, load_html

    if "<html" not in source[:100_000].lower():  # a fragment, of which trafilatura makes nothing
        source = f"<html><body>{source}</body></html>"
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(source)
    if tree is None:
        return "", {}
    outlet = _first(tree, '//meta[@property="og:site_name"]/@content')
    language, headings = _first(tree, "/html/@lang"), _headings(tree)
    document: Any = bare_extraction(source, url=url, include_comments=False, with_metadata=True)
    if document is None:
        return "", {}
    title = _title(document.title or "", headings, outlet)
    text = document.text or ""
    if text and title and _letters(text.lstrip().split("\n", 1)[0]) != _letters(title):
        text = f"{title}\n\n{text}"
    found = {"title": title, "published": document.date, "outlet": outlet, "language": language, "url": document.url}
    return text, {key: value for key, value in found.items() if value}


def _first(tree: Any, path: str) -> str:
    return next((value.strip() for value in tree.xpath(path) if value.strip()), "")


def _headings(tree: Any) -> list[str]:
    """First-level headings in order, each once, mere logos left out."""
    texts = (" ".join(heading.text_content().split()) for heading in tree.iter("h1"))
    return [text for text in dict.fromkeys(texts) if len(_letters(text)) >= 8]


def _title(title: str, headings: list[str], outlet: str) -> str:
    """The heading that is nearly the metadata's title, else that title without the outlet's name at its end."""
    best = max(headings, key=lambda heading: _likeness(heading, title), default="")
    if best and _likeness(best, title) >= SAME_TITLE:
        return best
    if outlet and title.endswith(outlet):
        return title.removesuffix(outlet).rstrip(" -–—|·•:：｜") or title
    return title


def _likeness(one: str, other: str) -> float:
    """Shared share of the trigrams of the shorter title: languages without spaces have trigrams too."""
    a, b = _trigrams(_letters(one)), _trigrams(_letters(other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _trigrams(text: str) -> set[str]:
    return {text[i : i + 3] for i in range(len(text) - 2)}


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()
