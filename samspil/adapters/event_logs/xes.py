"""Events of an XES log as they come by: no tree is kept, and no entity is ever resolved."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

from samspil.core.eventlogs.gathering import Raw
from samspil.core.eventlogs.problems import BadLog, Problem

PIECE = 64 * 1024
DEEPEST = 64
"""How deep elements may lie in each other; XES needs five."""
KEYS = {
    "concept:name": "activity",
    "time:timestamp": "time",
    "org:resource": "person",
    "org:group": "group",
    "lifecycle:transition": "state",
}
"""What is read of an event, and what it is called here."""


class _Reader:
    """Is told of elements as they open and close, and hands out the events that are whole."""

    def __init__(self) -> None:
        self.events: list[Raw] = []
        self._path: list[str] = []
        self._trace, self._event = 0, 0
        self._case: str | None = None
        self._held: list[dict[str, str]] = []
        self._said: dict[str, str] = {}

    def opens(self, name: str, said: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(":")[2]
        if len(self._path) >= DEEPEST:
            raise BadLog(Problem.ENTITIES)
        above = self._path[-1] if self._path else ""
        if not self._path and tag != "log":
            raise BadLog(Problem.NO_LOG)
        if tag == "trace":
            self._trace, self._case, self._held = self._trace + 1, None, []
        elif tag == "event":
            self._event += 1
            self._said = {}
        elif above == "event" and said.get("key") in KEYS:
            self._said[KEYS[said["key"]]] = said.get("value", "")
        elif above == "trace" and said.get("key") == "concept:name":
            self._case = said.get("value", "")
        self._path.append(tag)

    def closes(self, name: str) -> None:
        """An element ends: an event is held until its case is known, which may stand after it."""
        tag = name.rpartition(":")[2]
        self._path.pop()
        if tag == "event":
            self._held.append({**self._said, "row": str(self._event)})
        elif tag == "trace":
            self._hand_out()

    def _hand_out(self) -> None:
        case = f"#{self._trace}" if self._case is None else self._case
        for said in self._held:
            row = int(said.pop("row"))
            self.events.append(Raw(row=row, case=case, **{"activity": "", "time": "", **said}))
        self._held = []


def events_of(stream: BinaryIO) -> Iterator[Raw]:
    """Every event; its row is its number in the file, and a case without a name is #1, #2, ….

    Raises `BadLog`, also under way.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.opens
    parser.EndElementHandler = reader.closes
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    while piece := stream.read(PIECE):
        _feed(parser, piece, last=False)
        yield from reader.events
        reader.events.clear()
    _feed(parser, b"", last=True)
    yield from reader.events


def _feed(parser: "expat.XMLParserType", piece: bytes, *, last: bool) -> None:
    try:
        parser.Parse(piece, last)
    except expat.ExpatError as why:
        raise BadLog(Problem.DAMAGED, row=why.lineno) from None
    except ValueError as why:
        if isinstance(why, BadLog):
            raise
        raise BadLog(Problem.DAMAGED, row=parser.CurrentLineNumber) from None


def _refuse(*_: object) -> None:
    raise BadLog(Problem.ENTITIES)
