"""What one document contributes to the search: built once when it is read, kept as bytes."""

import hashlib
import json
import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from samspil.core.embedding import STORED, Vectors
from samspil.core.knowledge.terms import terms_of

Numbers = NDArray[np.uint64]
Counts = NDArray[np.uint16]
MAGIC = b"SPK1"
"""Raised whenever the code may read the same text in another way: parts are then built anew."""
NEAREST, MOST_ABOVE = 2, 100
"""So many headings, and characters of them, are read by an embedding with each passage."""
DIGEST = 8
"""Bytes that tell a part that was damaged on the disk."""
MOST_COUNTED = 65_535


class BrokenPart(Exception):
    """The bytes are no part of this version; the document must be read anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A passage as it is indexed; `headings` from the outermost in, the document's title first."""

    headings: tuple[str, ...] = ()
    text: str

    @property
    def meaning(self) -> str:
        """What an embedding is given of it: the nearest headings, then the text."""
        above = " – ".join(self.headings[-NEAREST:])[:MOST_ABOVE]
        return f"{above}\n{self.text}" if above else self.text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """The passages of one document, as far as finding them needs.

    `key` is whatever the caller knows the document by. `terms` is sorted; those of place t stand in
    the passages `rows[starts[t]:starts[t + 1]]`, so often in the text (`body`) and in the headings
    (`heads`). `vectors` has a row of length 1 (or zeros) for each passage, made by `embedder`; it
    has no rows where nothing was embedded.
    """

    key: str
    language: str
    terms: Numbers
    starts: NDArray[np.uint32]
    rows: NDArray[np.uint32]
    body: Counts
    heads: Counts
    lengths: Counts
    head_lengths: Counts
    vectors: Vectors
    embedder: str = ""

    def __len__(self) -> int:
        """How many passages it has."""
        return len(self.lengths)

    def with_vectors(self, vectors: Vectors, *, embedder: str) -> "Part":
        """The same part with a vector for each passage; raises ValueError if rows are missing."""
        if len(vectors) != len(self):
            raise ValueError(f"{len(self)} passages need as many vectors, not {len(vectors)}.")
        return replace(self, vectors=np.asarray(vectors, dtype=np.float32), embedder=embedder)

    def packed(self) -> bytes:
        """The part as it is stored, the same on every machine."""
        head = {
            "key": self.key,
            "language": self.language,
            "embedder": self.embedder,
            "dimension": int(self.vectors.shape[1]),
            "sizes": [len(self.terms), len(self.rows), len(self.lengths), len(self.vectors)],
        }
        said = json.dumps(head).encode()
        arrays = [
            array.astype(kind).tobytes()
            for array, kind in zip(self._arrays(), _kinds(), strict=True)
        ]
        content = b"".join((struct.pack("<I", len(said)), said, *arrays))
        return MAGIC + _digest(content) + content

    @classmethod
    def unpacked(cls, raw: bytes | memoryview) -> "Part":
        """The part that was stored; raises `BrokenPart`."""
        try:
            return cls._read(bytes(raw))
        except (KeyError, TypeError, ValueError, struct.error) as why:
            raise BrokenPart("The document's index is not readable: read it anew.") from why

    @classmethod
    def _read(cls, raw: bytes) -> "Part":
        at = len(MAGIC) + DIGEST
        if not raw.startswith(MAGIC) or raw[len(MAGIC) : at] != _digest(raw[at:]):
            raise ValueError("another version, or damaged")
        (length,) = struct.unpack_from("<I", raw, at)
        at += 4 + length
        head = json.loads(raw[at - length : at])
        terms, rows, passages, vectors = head["sizes"]
        sizes = [terms, terms + 1, rows, rows, rows, passages, passages]
        found = []
        for size, kind in zip([*sizes, vectors * head["dimension"]], _kinds(), strict=True):
            found.append(np.frombuffer(raw, dtype=kind, count=size, offset=at))
            at += size * kind.itemsize
        return cls(
            key=head["key"],
            language=head["language"],
            embedder=head["embedder"],
            terms=found[0],
            starts=found[1],
            rows=found[2],
            body=found[3],
            heads=found[4],
            lengths=found[5],
            head_lengths=found[6],
            vectors=found[7].astype(np.float32).reshape(vectors, head["dimension"]),
        )

    def _arrays(self) -> tuple[NDArray[np.generic], ...]:
        return (
            self.terms, self.starts, self.rows, self.body, self.heads, self.lengths,
            self.head_lengths, self.vectors,
        )  # fmt: skip


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=DIGEST).digest()


def _kinds() -> list[np.dtype[np.generic]]:
    return [*map(np.dtype, ("<u8", "<u4", "<u4", "<u2", "<u2", "<u2", "<u2")), STORED]


def part_of(entries: Iterable[Entry], *, language: str, key: str = "") -> Part:
    """Read the passages of a document once; the language is "da", "de" or "en"."""
    counted: Counter[tuple[int, int]] = Counter()
    headed: Counter[tuple[int, int]] = Counter()
    lengths, head_lengths = [], []
    for row, entry in enumerate(entries):
        body, length = terms_of(entry.text, language=language)
        heads, head_length = terms_of("\n".join(entry.headings), language=language)
        counted.update((each, row) for each in body)
        headed.update((each, row) for each in heads)
        lengths.append(length)
        head_lengths.append(head_length)
    places = sorted(counted.keys() | headed.keys())
    terms, starts = _grouped([each for each, _ in places])
    return Part(
        key=key,
        language=language,
        terms=np.array(terms, dtype=np.uint64),
        starts=np.array(starts, dtype=np.uint32),
        rows=np.array([row for _, row in places], dtype=np.uint32),
        body=_capped([counted[place] for place in places]),
        heads=_capped([headed[place] for place in places]),
        lengths=_capped(lengths),
        head_lengths=_capped(head_lengths),
        vectors=np.zeros((0, 0), dtype=np.float32),
    )


def _grouped(ordered: Sequence[int]) -> tuple[list[int], list[int]]:
    sizes = Counter(ordered)
    return list(sizes), [0, *accumulate(sizes.values())]


def _capped(counts: Sequence[int]) -> Counts:
    return np.minimum(np.array(counts, dtype=np.int64), MOST_COUNTED).astype(np.uint16)
