"""Sitemaps: the pages of a site, as XML, packed or not, or as plain lines."""

import zlib
from dataclasses import dataclass
from xml.parsers import expat

from samspil.core.knowledge.sources import Mishap, SourceFailed

MOST_BYTES = 50 * 1024**2
"""What a sitemap may have by its own rules, unpacked."""
MOST_ENTRIES = 50_000
"""And so many addresses."""
PACKED = b"\x1f\x8b"
MOST_DEPTH = 20
LONGEST = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """The addresses of pages, and of further sitemaps."""

    pages: tuple[str, ...]
    sitemaps: tuple[str, ...]


def read_sitemap(raw: bytes) -> Sitemap:
    """What a sitemap lists; raises `SourceFailed`. Entities and document types are refused."""
    words = _unpacked(raw) if raw.startswith(PACKED) else raw
    if words.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"<"):
        return _Reader().read(words)
    lines = words.decode("utf-8", "replace").split("\n")
    pages = tuple(line.strip() for line in lines if line.strip().startswith("http"))
    if not pages:
        raise SourceFailed(Mishap.BAD_SITEMAP)
    return Sitemap(pages=pages[:MOST_ENTRIES], sitemaps=())


def _unpacked(raw: bytes) -> bytes:
    """Never more of it than a sitemap may have."""
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        words = unpacking.decompress(raw, MOST_BYTES)
    except zlib.error:
        raise SourceFailed(Mishap.BAD_SITEMAP) from None
    if unpacking.unconsumed_tail:
        raise SourceFailed(Mishap.BIG_SITEMAP, most=MOST_BYTES // 1024**2)
    if not unpacking.eof:
        raise SourceFailed(Mishap.BAD_SITEMAP)
    return words


class _Reader:
    """Takes each address out of `url` and `sitemap` elements."""

    def __init__(self) -> None:
        self._above: list[str] = []
        self._words: list[str] = []
        self._pages: list[str] = []
        self._sitemaps: list[str] = []

    def read(self, words: bytes) -> Sitemap:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        parser.StartDoctypeDeclHandler = _refuse
        try:
            parser.Parse(words, True)  # noqa: FBT003 - all of it
        except (expat.ExpatError, ValueError, UnicodeError):
            raise SourceFailed(Mishap.BAD_SITEMAP) from None
        return Sitemap(pages=tuple(self._pages), sitemaps=tuple(self._sitemaps))

    def _begin(self, name: str, _attributes: dict[str, str]) -> None:
        if len(self._above) >= MOST_DEPTH:
            _refuse()
        self._above.append(name.rpartition("}")[2])
        self._words.clear()

    def _say(self, words: str) -> None:
        if self._above[-1:] == ["loc"]:
            self._words.append(words)

    def _end(self, _name: str) -> None:
        address = "".join(self._words).strip()
        self._words.clear()
        if self._above.pop() != "loc" or not 0 < len(address) <= LONGEST:
            return
        found = self._sitemaps if self._above[-1:] == ["sitemap"] else self._pages
        if self._above[-1:] in (["url"], ["sitemap"]):
            found.append(address)
        if len(found) > MOST_ENTRIES:
            raise SourceFailed(Mishap.TOO_MANY, most=MOST_ENTRIES)


def _refuse(*_said: object) -> None:
    raise SourceFailed(Mishap.BAD_SITEMAP)
