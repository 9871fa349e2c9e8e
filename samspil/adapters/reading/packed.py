"""Office files are packed folders of XML: opened with care, and read without keeping them."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from samspil.adapters.reading.limits import (
    MOST_PARTS,
    MOST_RATIO,
    MOST_UNPACKED,
    MOST_XML_DEPTH,
)
from samspil.adapters.reading.remarks import Trouble, UnreadableDocument

DAMAGED = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError,
           KeyError, IndexError, zlib.error, expat.ExpatError)  # fmt: skip
CHUNK = 64 * 1024
SMALL = 100_000
"""Bytes from which the ratio counts: a small empty part packs to almost nothing."""
RELATED = "/officeDocument/2006/relationships", "/officeDocument/relationships"
TEXT_PARTS = (".xml", ".rels")
Attributes = Mapping[str, str]
Begins = Callable[[str, Attributes], None]
Ends = Callable[[str], None]
Says = Callable[[str], None]


class Pack:
    """A packed file whose parts of XML are of a size that documents have.

    Raises `UnreadableDocument` where it is damaged, locked, or unpacks to too much.
    """

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            entries = self._zip.infolist()
        except DAMAGED:
            raise UnreadableDocument(Trouble.BROKEN) from None
        if len(entries) > MOST_PARTS:
            raise UnreadableDocument(Trouble.UNPACKS_TOO_FAR)
        if any(one.flag_bits & 1 for one in entries):
            raise UnreadableDocument(Trouble.ENCRYPTED)
        self._check_size([one for one in entries if one.filename.endswith(TEXT_PARTS)])
        self.parts = {one.filename: one for one in entries}

    @property
    def has_macros(self) -> bool:
        """Whether programs are packed in it."""
        return any("vbaproject" in name.casefold() for name in self.parts)

    def holds(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part in self.parts

    def walk(self, part: str, *, begins: Begins, ends: Ends, says: Says) -> None:
        """Tell a part's elements and texts one by one; names are as in the schema, without prefix.

        Raises `UnreadableDocument` where it is no sound XML or nests deeper than documents do.
        """
        parser = _Parser(begins, ends, says)
        try:
            with self._zip.open(self.parts[part]) as opened:
                while chunk := opened.read(CHUNK):
                    parser.feed(chunk)
            parser.finish()
        except DAMAGED:
            raise UnreadableDocument(Trouble.BROKEN) from None

    @staticmethod
    def _check_size(entries: list[zipfile.ZipInfo]) -> None:
        """What a part says of its size holds: no more of it is ever unpacked."""
        size = sum(one.file_size for one in entries)
        packed = sum(one.compress_size for one in entries)
        if size > MOST_UNPACKED or size > MOST_RATIO * max(packed, SMALL):
            raise UnreadableDocument(Trouble.UNPACKS_TOO_FAR)


class _Parser:
    """Expat without document types, so that nothing is expanded and nothing is fetched."""

    def __init__(self, begins: Begins, ends: Ends, says: Says) -> None:
        self._begins, self._ends = begins, ends
        self._depth = 0
        self._expat = expat.ParserCreate(namespace_separator="}")
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._begin
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = says
        self._expat.StartDoctypeDeclHandler = _no_doctype

    def feed(self, chunk: bytes) -> None:
        self._expat.Parse(chunk)

    def finish(self) -> None:
        self._expat.Parse(b"", True)  # noqa: FBT003 - the last

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_XML_DEPTH:
            raise UnreadableDocument(Trouble.BROKEN)
        self._begins(_local(name), {_named(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._ends(_local(name))


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _named(attribute: str) -> str:
    """What names another part is told from what is only called the same."""
    space, _sign, name = attribute.rpartition("}")
    return f"r:{name}" if space.endswith(RELATED) else name


def _no_doctype(*_said: object) -> None:
    raise UnreadableDocument(Trouble.BROKEN)


def nothing(*_said: object) -> None:
    """For whoever walks and does not ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A part that another names; `kind` is the last word of the relation's type."""

    kind: str
    part: str


def main_part(pack: Pack) -> str:
    """The part that holds the document; raises `UnreadableDocument` where none does."""
    found = [one.part for one in relations(pack, "").values() if one.kind == "officeDocument"]
    if not found:
        raise UnreadableDocument(Trouble.BROKEN)
    return found[0]


def relations(pack: Pack, part: str) -> dict[str, Relation]:
    """The parts that a part names (an empty name: the whole file), by the ids it gives them.

    Those that lie outside the file, or are missing, are left out.
    """
    folder, _slash, name = part.rpartition("/")
    where = f"{folder}/_rels/{name}.rels".lstrip("/")
    found: dict[str, Relation] = {}

    def begins(element: str, said: Attributes) -> None:
        target = said.get("Target", "")
        place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        inside = said.get("TargetMode") != "External" and pack.holds(place)
        if element == "Relationship" and inside:
            kind = said.get("Type", "").rpartition("/")[2]
            found[said.get("Id", "")] = Relation(kind=kind, part=place)

    if pack.holds(where):
        pack.walk(where, begins=begins, ends=nothing, says=nothing)
    return found
