"""Write anew what the cross-encoder computes, with the weights of its file, after a change here.

.venv/bin/python script/cross_encoder_network.py
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from samspil.adapters.embedding.cross_encoder import APART, GRAPH  # noqa: E402
from samspil.adapters.embedding.network import DIMENSION, TINY  # noqa: E402
from samspil.adapters.embedding.weights import IN_BLOCK  # noqa: E402
from script.embedding_network import (  # noqa: E402
    BITS_HELD,
    LAYERS,
    Graph,
    layer_of,
    model_of,
)

NEVER = -1e4
"""Added to how much a piece of a word attends to one that it does not see."""
NEXT_TO = {"axis": -1}
Held = Mapping[str, NDArray[Any]]


def cross_encoder(held: Held) -> onnx.ModelProto:
    """Question and passage in; out what speaks for an answer, and for each piece being part of it.

    `held` are the upper half's weights: matrices as `Graph.matrix` names them and `in_blocks` makes
    them, `sides.w` (2, dimension), and of `place` and `outer` `.w` (dimension, 1) and `.b` (1).
    """
    graph = Graph(held=held)
    one, never = _number(graph, "one", 1.0), _number(graph, "never", NEVER)
    turned = graph.add("Transpose", ["asked"], "asked.turned", perm=[0, 2, 1])
    told = graph.add("Sub", [one, "asked"], "told")
    state = graph.evened("emb.ln", "words")
    unseen = _unseen(graph, turned, never)
    for layer in range(APART):
        state = layer_of(graph, f"l{layer}", state, unseen)
    state = _with_sides(graph, state, told)
    for layer in range(APART, LAYERS):
        state = layer_of(graph, f"l{layer}", state)
    parts = [_first(graph, state), _mean(graph, state, turned), _where(graph, state, never)]
    read = graph.add("Concat", parts, "read", **NEXT_TO)
    bent = graph.add("Tanh", [graph.matrix("inner", read, wide=3 * DIMENSION, high=DIMENSION)], "b")
    _line(graph, "outer", bent, "value")
    made = helper.make_graph(
        graph.nodes,
        "cross-encoder",
        [_given("words", [1, "pieces", DIMENSION]), _given("asked", [1, "pieces", 1])],
        [_given("value", [1, 1, 1]), _given("places", [1, "pieces", 1])],
        graph.weights,
    )
    return model_of(made)


def held_by(model: onnx.ModelProto) -> Held:
    """The weights that a file holds, by their names."""
    inside = [each for each in model.graph.initializer if not each.external_data]
    return {each.name: numpy_helper.to_array(each) for each in inside}


def _unseen(graph: Graph, turned: str, never: str) -> str:
    """How the lower half is kept from reading across: 0 inside a text, little to the other."""
    apart = graph.add("Sub", ["asked", turned], "apart")
    far = graph.add("Mul", [graph.add("Mul", [apart, apart], "apart.square"), never], "far")
    axis = _numbers(graph, "heads", [1])
    return graph.add("Unsqueeze", [far, axis], "unseen")


def _with_sides(graph: Graph, state: str, told: str) -> str:
    both = graph.add("Concat", ["asked", told], "both", **NEXT_TO)
    sides = graph.weight("sides.w", (2, DIMENSION))
    return graph.add("Add", [state, graph.add("MatMul", [both, sides], "sides")], "sided")


def _first(graph: Graph, state: str) -> str:
    places = [_numbers(graph, f"first.{at}", [at]) for at in (0, 1)]
    return graph.add("Slice", [state, *places, "first.1"], "first")


def _mean(graph: Graph, state: str, turned: str) -> str:
    total = graph.add("MatMul", [turned, state], "asked.total")
    many = graph.add("ReduceSum", ["asked", _numbers(graph, "along", [1])], "asked.many")
    return graph.add("Div", [total, many], "asked.mean")


def _where(graph: Graph, state: str, never: str) -> str:
    """The passage's pieces, each as heavy as it may be the answer."""
    places = _line(graph, "place", state, "places")
    hidden = graph.add("Mul", ["asked", never], "asked.hidden")
    shown = graph.add("Add", [places, hidden], "places.shown")
    shares = graph.add("Softmax", [shown], "places.shares", axis=1)
    turned = graph.add("Transpose", [shares], "places.turned", perm=[0, 2, 1])
    return graph.add("MatMul", [turned, state], "answer")


def _line(graph: Graph, name: str, given: str, made: str) -> str:
    weight, added = graph.weight(f"{name}.w", (DIMENSION, 1)), graph.weight(f"{name}.b", (1,))
    return graph.add("Add", [graph.add("MatMul", [given, weight], f"{name}.of"), added], made)


def _number(graph: Graph, name: str, value: float) -> str:
    graph.weights.append(helper.make_tensor(name, TensorProto.FLOAT, [1], [value]))
    return name


def _numbers(graph: Graph, name: str, values: list[int]) -> str:
    graph.weights.append(helper.make_tensor(name, TensorProto.INT64, [len(values)], values))
    return name


def _given(name: str, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def in_blocks(matrix: NDArray[Any]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """A matrix, shape (high, wide), in blocks with a scale each, as `Graph.matrix` holds it."""
    blocks = matrix.astype(np.float32).reshape(len(matrix), -1, IN_BLOCK)
    most = 2 ** (BITS_HELD - 1) - 1
    scales = np.maximum(np.abs(blocks).max(axis=-1, keepdims=True) / most, TINY)
    numbers = (np.rint(blocks / scales) + most + 1).astype(np.uint8)
    return numbers, scales.ravel()


if __name__ == "__main__":
    GRAPH.write_bytes(
        cross_encoder(held_by(onnx.load(GRAPH, load_external_data=False))).SerializeToString()
    )
    print(f"{GRAPH.name}: {GRAPH.stat().st_size:,} bytes.")
