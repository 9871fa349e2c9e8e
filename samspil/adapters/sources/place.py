"""What every source of documents can do."""

from collections.abc import Iterator
from typing import Protocol

from samspil.core.knowledge.sources import Got, Listed


class Place(Protocol):
    """A source of documents, open for reading."""

    def listed(self) -> Iterator[Listed]:
        """All that it holds, each once; raises `SourceFailed` where that cannot be told whole."""
        ...

    def got(self, place: str, mark: str) -> Got:
        """What stands at a place, if it is not what it was at `mark`.

        Raises `ItemFailed` where it cannot be read, and `SourceFailed` where nothing can any more.
        """
        ...
