"""Write anew what the embedding's network computes, without its weights, after this file changed.

.venv/bin/python script/embedding_network.py
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from samspil.adapters.embedding.network import (  # noqa: E402
    DIMENSION,
    GRAPH,
    INNER,
    SCALES,
)
from samspil.adapters.embedding.weights import IN_BLOCK  # noqa: E402

LAYERS = HEADS = 12
EPSILON = 1e-12
BITS, BITS_HELD = 4, 8
"""Of a weight that is handed over, and of one that the file holds."""
IN_EIGHT_BITS = 4
"""How exact the numbers are that the weights are multiplied with: ONNX Runtime's word for it."""
MICROSOFT = "com.microsoft"
OF_MICROSOFT = {"Gelu", "MatMulNBits", "MultiHeadAttention", "SkipLayerNormalization"}
VERSIONS = {"": 18, MICROSOFT: 1}
FORMAT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """What is computed, in its order, and the weights that it names; those of `held` it holds."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    weights: list[onnx.TensorProto] = field(default_factory=list)
    held: Mapping[str, NDArray[Any]] = field(default_factory=dict)

    def add(self, kind: str, given: Sequence[str], made: str, **settings: Any) -> str:
        """One step; returns the name of what it makes."""
        domain = MICROSOFT if kind in OF_MICROSOFT else ""
        self.nodes.append(helper.make_node(kind, given, [made], domain=domain, **settings))
        return made

    def weight(self, name: str, shape: Sequence[int], kind: int = TensorProto.FLOAT) -> str:
        """Name weights, which are handed over when the network is loaded unless they are held."""
        if name in self.held:
            self.weights.append(numpy_helper.from_array(self.held[name].reshape(shape), name))
            return name
        tensor = TensorProto(
            name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL
        )
        tensor.external_data.add(key="location", value="handed over")
        self.weights.append(tensor)
        return name

    def matrix(self, name: str, given: str, *, wide: int, high: int) -> str:
        """A product with a matrix of few bits, and what is added to it."""
        blocks, bits = wide // IN_BLOCK, BITS_HELD if f"{name}.w" in self.held else BITS
        shape = (high, blocks, IN_BLOCK * bits // 8)
        numbers = self.weight(f"{name}.w", shape, TensorProto.UINT8)
        scales = self.weight(f"{name}.w{SCALES}", (high * blocks,))
        added = self.weight(f"{name}.b", (high,))
        return self.add(
            "MatMulNBits",
            [given, numbers, scales, "", "", added],
            name,
            K=wide,
            N=high,
            bits=bits,
            block_size=IN_BLOCK,
            accuracy_level=IN_EIGHT_BITS,
        )

    def sum_evened(self, name: str, one: str, other: str) -> str:
        """The sum of two, with mean and spread of each row evened out."""
        scale, added = self._evening(name)
        given = [one, other, scale, added]
        return self.add("SkipLayerNormalization", given, name, epsilon=EPSILON)

    def evened(self, name: str, given: str) -> str:
        """The same for one."""
        scale, added = self._evening(name)
        return self.add("LayerNormalization", [given, scale, added], name, epsilon=EPSILON, axis=-1)

    def _evening(self, name: str) -> tuple[str, str]:
        return self.weight(f"{name}.w", (DIMENSION,)), self.weight(f"{name}.b", (DIMENSION,))


def network() -> onnx.ModelProto:
    """BERT as multilingual-e5-small has it, and the mean over all its pieces of words."""
    graph = Graph()
    state = graph.evened("emb.ln", "words")
    for layer in range(LAYERS):
        state = layer_of(graph, f"l{layer}", state)
    graph.add("ReduceMean", [state, "over"], "mean", keepdims=0)
    over = helper.make_tensor("over", TensorProto.INT64, [1], [1])
    made = helper.make_graph(
        graph.nodes,
        "multilingual-e5-small",
        [helper.make_tensor_value_info("words", TensorProto.FLOAT, [1, "pieces", DIMENSION])],
        [helper.make_tensor_value_info("mean", TensorProto.FLOAT, [1, DIMENSION])],
        [*graph.weights, over],
    )
    return model_of(made)


def model_of(graph: onnx.GraphProto) -> onnx.ModelProto:
    """A graph as a file holds it."""
    versions = [helper.make_opsetid(domain, version) for domain, version in VERSIONS.items()]
    return helper.make_model(graph, opset_imports=versions, ir_version=FORMAT)


def layer_of(graph: Graph, name: str, state: str, *unseen: str) -> str:
    """One layer; `unseen` names what is added to how much pieces attend to each other."""
    same = {"wide": DIMENSION, "high": DIMENSION}
    asked = [graph.matrix(f"{name}.{each}", state, **same) for each in "qkv"]
    given = [*asked, "", "", *unseen] if unseen else asked
    seen = graph.add("MultiHeadAttention", given, f"{name}.seen", num_heads=HEADS)
    told = graph.matrix(f"{name}.ao", seen, **same)
    state = graph.sum_evened(f"{name}.aln", told, state)
    inner = graph.matrix(f"{name}.fi", state, wide=DIMENSION, high=INNER)
    bent = graph.add("Gelu", [inner], f"{name}.bent")
    outer = graph.matrix(f"{name}.fo", bent, wide=INNER, high=DIMENSION)
    return graph.sum_evened(f"{name}.oln", outer, state)


if __name__ == "__main__":
    GRAPH.write_bytes(network().SerializeToString())
    print(f"{GRAPH.name}: {GRAPH.stat().st_size:,} bytes.")
