"""A web site of a test's own, served over a real socket."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True, kw_only=True)
class Page:
    """What the site answers; `drips` sends one byte after the other until somebody has enough."""

    content: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drips: bool = False


@dataclass(slots=True, kw_only=True)
class TestSite:
    """Pages by their paths, and who asked for what with which headers."""

    __test__ = False
    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def html(self, path: str, words: str, **headers: str) -> None:
        content = f"<html><title>{path}</title><main><p>{words}</p></main></html>".encode()
        said = {"Content-Type": "text/html; charset=utf-8", **headers}
        self.pages[path] = Page(content=content, headers=said)

    def sitemap(self, *paths: str) -> None:
        urls = "".join(f"<url><loc>{self.address}{path}</loc></url>" for path in paths)
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        self.pages["/sitemap.xml"] = Page(
            content=f'<?xml version="1.0"?><urlset xmlns="{space}">{urls}</urlset>'.encode()
        )

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def served() -> Iterator[TestSite]:
    """A site as long as the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    site = TestSite(port=server.server_address[1])
    server.RequestHandlerClass = _handler_of(site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def _handler_of(site: TestSite) -> type[BaseHTTPRequestHandler]:
    class Handler(_Answers):
        of = site

    return Handler


class _Answers(BaseHTTPRequestHandler):
    of: TestSite

    def do_GET(self) -> None:
        self.of.asked.append((self.path, dict(self.headers)))
        page = self.of.pages.get(self.path, Page(status=404))
        etag = page.headers.get("ETag")
        if etag and self.headers.get("If-None-Match") == etag:
            page = Page(status=304)
        self.send_response(page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(page.content)))
        self.end_headers()
        self._send(page)

    def _send(self, page: Page) -> None:
        if not page.drips:
            self.wfile.write(page.content)
            return
        with suppress(OSError):
            for number in range(len(page.content)):
                self.wfile.write(page.content[number : number + 1])
                threading.Event().wait(0.02)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
