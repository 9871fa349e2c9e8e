"""The pages of one site: listed by its sitemap, read slowly, as its robots.txt asks."""

import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urldefrag, urlsplit

from protego import Protego

from samspil.adapters.markup import pieces, without_comments, without_programs
from samspil.adapters.sources.dialling import Dialler, NoWayThere, PrivateAddress
from samspil.adapters.sources.site.fetching import (
    AGENT,
    PORTS,
    Answer,
    Fetcher,
    LedAway,
    TooMuch,
)
from samspil.adapters.sources.site.sitemap import MOST_BYTES, read_sitemap
from samspil.core.file_kinds import EXCEL, SLIDES, WORD
from samspil.core.knowledge.sources import Got, ItemFailed, Listed, Mishap, SourceFailed

MB = 1024**2
MOST_PAGES = 5_000
MOST_SITEMAPS = 50
MOST_ROBOTS = 512 * 1024
LONGEST_ADDRESS = 500
LONGEST_NAME = 120
DELAY_S = 1.0
"""Seconds between two pages; a site may ask for more."""
LONGEST_DELAY_S = 15.0
SILENT = 3
"""So many pages in a row without an answer, and the site is given up."""
OK, UNCHANGED, BUSY = 200, 304, 429
GONE = frozenset({404, 410})
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    WORD: ".docx",
    SLIDES: ".pptx",
    EXCEL: ".xlsx",
}
"""The kinds that are read, by what the server calls them."""


def is_address(address: str) -> bool:
    """Whether this is a whole address of a page, without anybody's password in it."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    plain = parts.scheme in PORTS and bool(parts.hostname) and port != 0
    return plain and parts.username is None and address.isprintable() and " " not in address


@dataclass(slots=True, kw_only=True)
class Site:
    """The pages that the sitemap at `sitemap` lists of its own site; `most_bytes` of each."""

    sitemap: str
    dialler: Dialler
    most_bytes: int
    delay_s: float = DELAY_S
    _fetcher: Fetcher = field(init=False)
    _robots: Protego | None = field(init=False, default=None)
    _silent: int = field(init=False, default=0)
    _last: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self._fetcher = Fetcher(dialler=self.dialler, may_lead=self._is_ours)

    def listed(self) -> Iterator[Listed]:
        """Each page once; where all is read, whether one has changed tells only the server."""
        known: set[str] = set()
        for address in self._addresses():
            page, _fragment = urldefrag(address)
            if page in known or not self._is_ours(page) or len(page) > LONGEST_ADDRESS:
                continue
            if len(known) == MOST_PAGES:
                raise SourceFailed(Mishap.TOO_MANY, most=MOST_PAGES)
            known.add(page)
            yield Listed(place=page)
        if not known:
            raise SourceFailed(Mishap.NO_PAGES)

    def got(self, place: str, mark: str) -> Got:
        """The page, asked for only if it is not what it was."""
        if not self._rules().can_fetch(place, AGENT):
            raise ItemFailed(Mishap.ROBOTS)
        before = json.loads(mark) if mark else {}
        self._wait()
        answer = self._page(place, before)
        self._silent = 0
        if answer.status == UNCHANGED:
            return Got(name="", mark=mark, content=None)
        self._check(answer)
        return _got(place, answer, before)

    def _page(self, place: str, before: dict[str, str]) -> Answer:
        asked = {"If-None-Match": before.get("e"), "If-Modified-Since": before.get("m")}
        headers = {name: value for name, value in asked.items() if value}
        try:
            return self._fetcher.fetch(place, most=self.most_bytes, headers=headers)
        except LedAway:
            raise ItemFailed(Mishap.LED_AWAY) from None
        except TooMuch:
            raise ItemFailed(Mishap.TOO_LARGE, most=self.most_bytes // MB) from None
        except PrivateAddress:
            raise SourceFailed(Mishap.PRIVATE) from None
        except NoWayThere:
            self._silent += 1
            failed = SourceFailed if self._silent >= SILENT else ItemFailed
            raise failed(Mishap.NO_ANSWER) from None

    def _check(self, answer: Answer) -> None:
        if answer.status == BUSY:
            raise SourceFailed(Mishap.BUSY)
        if answer.status in GONE:
            raise ItemFailed(Mishap.NOT_FOUND, status=answer.status)
        if answer.status != OK:
            raise ItemFailed(Mishap.REFUSED, status=answer.status)
        if not answer.content:
            raise ItemFailed(Mishap.EMPTY)

    def _addresses(self) -> Iterator[str]:
        waiting = [self.sitemap]
        seen: set[str] = set()
        while waiting:
            address = waiting.pop(0)
            if address in seen or not self._is_ours(address):
                continue
            seen.add(address)
            if len(seen) > MOST_SITEMAPS:
                raise SourceFailed(Mishap.TOO_MANY, most=MOST_SITEMAPS)
            found = read_sitemap(self._sitemap(address))
            waiting += found.sitemaps
            yield from found.pages

    def _sitemap(self, address: str) -> bytes:
        if not self._rules().can_fetch(address, AGENT):
            raise SourceFailed(Mishap.ROBOTS)
        self._wait()
        answer = self._whole(address, most=MOST_BYTES)
        if answer.status != OK:
            raise SourceFailed(Mishap.REFUSED, status=answer.status)
        return answer.content

    def _rules(self) -> Protego:
        """What the site asks of programs; where it says nothing, everything may be read."""
        if self._robots is None:
            parts = urlsplit(self.sitemap)
            answer = self._whole(f"{parts.scheme}://{parts.netloc}/robots.txt", most=MOST_ROBOTS)
            if answer.status >= 500 or answer.status == BUSY:
                raise SourceFailed(Mishap.REFUSED, status=answer.status)
            said = answer.content if answer.status == OK else b""
            self._robots = Protego.parse(said.decode("utf-8", "replace"))
            wished = self._robots.crawl_delay(AGENT) or 0.0
            self.delay_s = max(self.delay_s, min(float(wished), LONGEST_DELAY_S))
        return self._robots

    def _whole(self, address: str, *, most: int) -> Answer:
        try:
            return self._fetcher.fetch(address, most=most)
        except PrivateAddress:
            raise SourceFailed(Mishap.PRIVATE) from None
        except NoWayThere:
            raise SourceFailed(Mishap.NO_ANSWER) from None
        except LedAway:
            raise SourceFailed(Mishap.LED_AWAY) from None
        except TooMuch:
            raise SourceFailed(Mishap.BIG_SITEMAP, most=most // MB) from None

    def _is_ours(self, address: str) -> bool:
        """Whether an address is of the sitemap's site, with or without www."""
        return is_address(address) and _site_of(address) == _site_of(self.sitemap)

    def _wait(self) -> None:
        pause = self._last + self.delay_s - time.monotonic()
        if pause > 0:
            time.sleep(pause)
        self._last = time.monotonic()


def _site_of(address: str) -> tuple[str, int | None]:
    """The host, and its port where that is not the usual one."""
    parts = urlsplit(address)
    port = None if parts.port == PORTS[parts.scheme] else parts.port
    return str(parts.hostname).removeprefix("www."), port


def _got(place: str, answer: Answer, before: dict[str, str]) -> Got:
    kind, _semicolon, more = answer.headers.get("content-type", "").partition(";")
    ending = ENDINGS.get(kind.strip().lower())
    if ending is None:
        raise ItemFailed(Mishap.OTHER_KIND, kind=kind.strip()[:80] or "?")
    content = _in_utf_8(answer.content, more) if ending == ".html" else answer.content
    words = _words_of(content) if ending == ".html" else content
    now = {
        "e": answer.headers.get("etag", "")[:120],
        "m": answer.headers.get("last-modified", "")[:40],
        "w": hashlib.sha256(words).hexdigest()[:32],
    }
    if now["w"] == before.get("w"):
        return Got(name="", mark=json.dumps(now), content=None)
    return Got(name=_name_of(place, ending), mark=json.dumps(now), content=content)


def _in_utf_8(content: bytes, more: str) -> bytes:
    """In the encoding that the server names, which goes before what the page says of itself."""
    _name, sign, said = more.strip().partition("charset=")
    charset = said.strip(" \"';").lower()
    if not sign or charset in ("", "utf-8", "utf8"):
        return content
    try:
        return content.decode(charset, "replace").encode()
    except LookupError:
        return content


def _words_of(html: bytes) -> bytes:
    """What a page says, without what changes at every look: marks of forms, times, programs."""
    page = without_programs(without_comments(html.decode("utf-8", "replace")))
    return " ".join("".join(text for text, *_tag in pieces(page)).split()).encode()


def _name_of(place: str, ending: str) -> str:
    """The page's path as a file's name."""
    parts = urlsplit(place)
    path = unquote(parts.path).strip("/") or "index"
    name = f"{path}?{parts.query}" if parts.query else path
    bare = name.removesuffix(ending).removesuffix(".htm")
    if len(bare) > LONGEST_NAME:
        bare = f"{bare[:LONGEST_NAME]}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
    return bare + ending
