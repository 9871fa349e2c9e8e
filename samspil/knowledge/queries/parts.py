"""The parts of documents in memory: read once from the database, as long as they do not change."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from samspil.core.knowledge.index import BrokenPart, Index
from samspil.core.knowledge.part import Part
from samspil.knowledge.access import Reader, visible_to
from samspil.knowledge.models import Part as KeptPart
from samspil.knowledge.models import State

MOST_BYTES = 200_000_000
"""Some 200,000 passages: what is asked for most stays in memory."""
AT_ONCE = 500
Key = tuple[int, datetime]


@dataclass(slots=True, kw_only=True)
class _Shelf:
    """Parts by their row and when it was made; what was asked for longest ago goes.

    Safe to use from several threads. Which parts a reader gets is asked of the database each time.
    """

    most_bytes: int
    parts: OrderedDict[Key, tuple[Part, int]] = field(default_factory=OrderedDict)
    taken: int = 0
    lock: Lock = field(default_factory=Lock)

    def found(self, keys: list[Key]) -> dict[Key, Part]:
        """Those that are here."""
        with self.lock:
            there = {}
            for key in keys:
                if key in self.parts:
                    self.parts.move_to_end(key)
                    there[key] = self.parts[key][0]
            return there

    def put(self, key: Key, part: Part, size: int) -> None:
        """Keep one more."""
        with self.lock:
            if key not in self.parts:
                self.parts[key] = (part, size)
                self.taken += size
            while self.taken > self.most_bytes and len(self.parts) > 1:
                _, (_, gone) = self.parts.popitem(last=False)
                self.taken -= gone


_SHELF = _Shelf(most_bytes=MOST_BYTES)


def index_for(reader: Reader) -> Index:
    """What the reader may see, ready to be searched.

    Two statements, and one more for each 500 parts that are not in memory.
    """
    seen = visible_to(reader).filter(state=State.READ)
    rows = KeptPart.objects.filter(document__in=seen).order_by("document_id")
    wanted: list[Key] = list(rows.values_list("pk", "made_at"))
    there = _SHELF.found(wanted)
    missing = [key for key in wanted if key not in there]
    for start in range(0, len(missing), AT_ONCE):
        there |= _loaded(missing[start : start + AT_ONCE])
    return Index.of(there[key] for key in wanted if key in there)


def _loaded(keys: list[Key]) -> dict[Key, Part]:
    return dict(_read(keys))


def _read(keys: list[Key]) -> Iterator[tuple[Key, Part]]:
    """What is broken or was made by an older Samspil is left out until it is read anew."""
    for row in KeptPart.objects.filter(pk__in=[pk for pk, _ in keys]):
        raw = bytes(row.packed)
        try:
            part = Part.unpacked(raw)
        except BrokenPart:
            continue
        key = (row.pk, row.made_at)
        _SHELF.put(key, part, len(raw) * 2)
        yield key, part
