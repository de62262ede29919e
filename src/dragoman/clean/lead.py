"""What leads a first paragraph before its first sentence: place, date, paper, agency."""

from __future__ import annotations

import re

import msgspec

from dragoman.clean.rules import Rules
from dragoman.model import Published, Source
from dragoman.world.pack.times import Times
from dragoman.world.timereader import reader

# A dateline ends within so many characters.
_REACH = 110
_DASH = re.compile(r"\s*(?:[-–—]{1,3}|[—―]{2}|–-)\s+|——|\s*:\s+")
_PART = re.compile(r"[^,()/]+")
_WORD = re.compile(r"[^\s]+")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\b")
_NOT_WORD = re.compile(r"[\W_]+")
_AFTER_DATE = re.compile(r"\s*[.:]\s+|\s*[-–—]{1,3}\s*|\s*\)\s*[-–—.:]\s*")


class Lead(msgspec.Struct, frozen=True):
    """A dateline `[start, end)`, up to the first letter of the sentence, and what it names."""

    start: int
    end: int
    outlet: Source | None = None
    agency: Source | None = None
    published: Published | None = None


class Surroundings(msgspec.Struct, frozen=True):
    """Where the name of an outlet may be known from: the page's text, its address, its metadata."""

    text: str
    url: str | None
    outlet: str | None

    def knows(self, name: str) -> bool:
        """Whether the name, written together, is in a domain on the page or of its address, or is the given outlet."""
        short = squash(name)
        if len(short) < 4:
            return False
        host = (self.url or "").split("//")[-1].split("/")[0]
        if short in squash(host) or short == squash(self.outlet or ""):
            return True
        return any(short in squash(d) for d in _DOMAIN.findall(self.text))


def squash(text: str) -> str:
    """Letters and digits only, in lower case."""
    return _NOT_WORD.sub("", text).lower()


def read_lead(text: str, start: int, end: int, times: Times, rules: Rules, around: Surroundings) -> Lead | None:
    """The dateline at the start of the paragraph `[start, end)`, if it has one."""
    stop = min(end, start + _REACH)
    dated = _place_and_date(text, start, stop, times)
    if dated is not None:
        return dated
    for sep in _DASH.finditer(text, start, stop):
        head = text[start : sep.start()]
        rest = text[sep.end() : sep.end() + 1]
        if not head or not rest or rest.islower():
            return None
        if ":" in sep.group():
            return _by_colon(text, start, sep, rules, around)
        return _by_dash(text, start, sep, times, rules, around)
    return None


def _place_and_date(text: str, start: int, stop: int, times: Times) -> Lead | None:
    """ "Oslo, 7 March 2024. The minister …": a place, a full date, a stop."""
    comma = text.find(",", start, start + 40)
    if comma < 0 or not _names(text[start:comma], 3):
        return None
    first = next(iter(reader(times).dates(text, comma, stop)), None)
    if first is None or not first.full or text[comma + 1 : first.start].strip(" (") != "":
        return None
    after = _AFTER_DATE.match(text, first.end)
    told = first.resolve(None)
    if after is None or told is None:
        return None
    published = Published(date=told[0], span=(first.start, first.end), basis="stated")
    return Lead(start, after.end(), published=published)


def _by_dash(
    text: str, start: int, sep: re.Match[str], times: Times, rules: Rules, around: Surroundings
) -> Lead | None:
    """ "GENEVA, March 11 (Reuters) - ", "Jenewa, Harian Contoh – "."""
    parts = [(m.start(), m.end()) for m in _PART.finditer(text, start, sep.start()) if m.group().strip()]
    if len(parts) > 5:
        return None
    outlet = agency = published = None
    dated = False
    for number, (a, b) in enumerate(parts):
        span = _trim(text, a, b)
        name = text[span[0] : span[1]]
        date = next(iter(reader(times).dates(name)), None)
        if date is not None and len(name) - (date.end - date.start) <= 12:
            dated = True
            told = date.resolve(None) if date.full else None
            if told is not None:
                published = Published(date=told[0], span=(span[0] + date.start, span[0] + date.end), basis="stated")
        elif name in rules.agencies:
            agency = agency or Source(name=name, span=span)
        elif not _names(name, 5):
            if not (dated and name.isdigit()):
                return None
        elif _is_outlet(name, number, rules, around):
            outlet = outlet or Source(name=name, span=span)
        elif len(parts) == 1 and not (name.isupper() or len(name.split()) <= 2):
            return None
    return Lead(start, sep.end(), outlet, agency, published)


def _is_outlet(name: str, number: int, rules: Rules, around: Surroundings) -> bool:
    if any(word in rules.media for word in name.split()) or _DOMAIN.fullmatch(name.lower()):
        return True
    if number == 0:
        return not name.isupper() and around.outlet is not None and squash(name) == squash(around.outlet)
    return rules.second_is_outlet or around.knows(name)


def _by_colon(text: str, start: int, sep: re.Match[str], rules: Rules, around: Surroundings) -> Lead | None:
    """ "The Example Project : The minister …": only a name that the page's address, a domain on it or its own further
    mention of that whole name (at least two words) bears out."""
    span = _trim(text, start, sep.start())
    name = text[span[0] : span[1]]
    if name in rules.agencies:
        return Lead(start, sep.end(), agency=Source(name=name, span=span))
    again = " " in name and text.count(name) > 1 and not _title_of_person(text, sep)
    if _names(name, 6) and (again or around.knows(name)):
        return Lead(start, sep.end(), outlet=Source(name=name, span=span))
    return None


def _title_of_person(text: str, sep: re.Match[str]) -> bool:
    """Whether the colon stands right behind the name: then somebody speaks; an outlet's name has a space after it."""
    return sep.start() > 0 and not text[sep.start()].isspace() and not text[sep.start() - 1].isspace()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _names(text: str, most: int) -> bool:
    """Whether the text is made of at most so many capitalised words (or, without capitals in the script, few)."""
    words = _WORD.findall(text)
    if not 1 <= len(words) <= most:
        return False
    return all(not w[0].islower() or "." in w[1:-1] for w in words)
