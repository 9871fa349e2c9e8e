"""The files that pages bring along are looked for once in a test process.

A pytest plugin. Every test client prepares the middleware anew, and one of it reads them all.
"""

from collections.abc import Callable
from typing import Any

from whitenoise.middleware import WhiteNoiseMiddleware


def pytest_configure() -> None:
    """Let each client have what the first one found."""
    WhiteNoiseMiddleware.add_files_from_finders = _once(WhiteNoiseMiddleware.add_files_from_finders)


def _once(search: Callable[[Any], None]) -> Callable[[Any], None]:
    found: dict[str, Any] = {}

    def search_once(middleware: Any) -> None:
        if not found:
            search(middleware)
            found.update(middleware.files)
        middleware.files.update(found)

    return search_once
