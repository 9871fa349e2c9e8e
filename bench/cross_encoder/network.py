"""The upper half of multilingual-e5-small, reading a question and a passage together.

The lower half reads each by itself, with the weights as they are. PyTorch computes; it is no
requirement of Samspil, and is installed by whoever runs this.
"""

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn import functional

from samspil.adapters.embedding.cross_encoder import APART, LONGEST
from samspil.adapters.embedding.network import ASKED, DIMENSION, INNER, NARROWING, SCALES, looked_up
from samspil.adapters.embedding.tokens import Tokens
from samspil.adapters.embedding.weights import BLOCK, IN_BLOCK, Weights, plain
from script.cross_encoder_network import NEVER, Held, in_blocks
from script.embedding_network import EPSILON, HEADS, LAYERS

FORGOTTEN = 0.1
"""The share of numbers left out by chance while learning (dropout)."""
MATRICES = ("q", "k", "v", "ao", "fi", "fo")
EVENED = ("aln", "oln")


class Layer(nn.Module):
    """One layer of the network, from its weights."""

    def __init__(self, weights: Weights, number: int) -> None:
        super().__init__()
        self.forgotten = nn.Dropout(FORGOTTEN)
        self.kept = nn.ParameterDict(
            {
                f"{name}_{kind}": nn.Parameter(_tensor(weights, f"l{number}.{name}.{kind}"))
                for name in (*MATRICES, *EVENED)
                for kind in "wb"
            }
        )

    def forward(self, state: torch.Tensor, seen: torch.Tensor) -> torch.Tensor:
        """`state` has shape (pairs, pieces, dimension); `seen` says which pieces are there."""
        split = [self._product(name, state).unflatten(-1, (HEADS, -1)) for name in "qkv"]
        asked, keys, values = (each.transpose(1, 2) for each in split)
        told = _attended(asked, keys, values, seen[:, None, None, :])
        told = self._product("ao", told.transpose(1, 2).flatten(2))
        state = self._evened("aln", state + self.forgotten(told))
        inner = functional.gelu(self._product("fi", state))
        return self._evened("oln", state + self.forgotten(self._product("fo", inner)))

    def _product(self, name: str, given: torch.Tensor) -> torch.Tensor:
        return functional.linear(given, self.kept[f"{name}_w"], self.kept[f"{name}_b"])

    def _evened(self, name: str, given: torch.Tensor) -> torch.Tensor:
        scale, added = self.kept[f"{name}_w"], self.kept[f"{name}_b"]
        return functional.layer_norm(given, (DIMENSION,), scale, added, EPSILON)


def _attended(
    asked: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, seen: torch.Tensor
) -> torch.Tensor:
    """Written out, since learning takes half the time that it takes by PyTorch's own."""
    unseen = torch.zeros(seen.shape, dtype=asked.dtype).masked_fill(~seen, NEVER)
    near = asked * asked.shape[-1] ** -0.5 @ keys.transpose(-1, -2) + unseen
    return torch.softmax(near, -1) @ values


class CrossEncoder(nn.Module):
    """Says for each pair how much speaks for its being an answer, and where it stands."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.tokens, self.weights = Tokens.of(weights), weights
        self.forgotten = nn.Dropout(FORGOTTEN)
        self.apart = nn.ModuleList([Layer(weights, each) for each in range(APART)])
        self.apart.requires_grad_(requires_grad=False)
        self.together = nn.ModuleList([Layer(weights, each) for each in range(APART, LAYERS)])
        self.sides = nn.Parameter(torch.zeros(2, DIMENSION))
        self.place = nn.Linear(DIMENSION, 1)
        self.inner, self.outer = nn.Linear(3 * DIMENSION, DIMENSION), nn.Linear(DIMENSION, 1)
        self.read: dict[str, torch.Tensor] = {}

    def forward(
        self, questions: Sequence[str], passages: Sequence[str]
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """How much speaks for each pair, for each piece of its passage, and which are there."""
        asked, asked_there = self._apart([ASKED + each for each in questions])
        told, there = self._apart(passages)
        state = torch.cat([asked + self.sides[0], told + self.sides[1]], 1)
        seen = torch.cat([asked_there, there], 1)
        for layer in self.together:
            state = layer(state, seen)
        asked, told = state[:, : asked.shape[1]].float(), state[:, asked.shape[1] :].float()
        places = self.place(told)[..., 0].masked_fill(~there, NEVER)
        held = (told * torch.softmax(places, 1)[..., None]).sum(1)
        whole = (asked * asked_there[..., None]).sum(1) / asked_there.sum(1, keepdim=True)
        inner = torch.tanh(self.inner(torch.cat([asked[:, 0], whole, held], 1)))
        return self.outer(self.forgotten(inner))[:, 0], places, there

    def _apart(self, given: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """What the lower half makes of each text; read once and kept."""
        for text in dict.fromkeys(given):
            if text not in self.read:
                self.read[text] = self._lower(text)
        longest = max(len(self.read[text]) for text in given)
        state = torch.zeros(len(given), longest, DIMENSION)
        there = torch.zeros(len(given), longest, dtype=torch.bool)
        for at, text in enumerate(given):
            rows = self.read[text]
            state[at, : len(rows)], there[at, : len(rows)] = rows, True
        return state, there

    def held(self) -> Held:
        """The weights that were learned, as the program's file holds them."""
        found = {"sides.w": self.sides, "place.b": self.place.bias, "outer.b": self.outer.bias}
        found |= {"place.w": self.place.weight.T, "outer.w": self.outer.weight.T}
        matrices = {"inner.w": self.inner.weight}
        found["inner.b"] = self.inner.bias
        for number, layer in enumerate(self.together, APART):
            for name, each in layer.kept.items():
                kept = matrices if name.endswith("_w") and name[:-2] in MATRICES else found
                kept[f"l{number}.{name.replace('_', '.')}"] = each
        held = {name: each.detach().numpy() for name, each in found.items()}
        for name, each in matrices.items():
            held[name], held[name + SCALES] = in_blocks(each.detach().numpy())
        return held

    @torch.no_grad()
    def _lower(self, text: str) -> torch.Tensor:
        numbers = self.tokens.numbers(text)[:LONGEST]
        begun = torch.tensor(looked_up(numbers, tokens=self.tokens, tensors=self.weights.tensors))
        scale, added = _tensor(self.weights, "emb.ln.w"), _tensor(self.weights, "emb.ln.b")
        state = functional.layer_norm(begun, (DIMENSION,), scale, added, EPSILON)[None]
        seen = torch.ones(1, len(begun), dtype=torch.bool)
        self.apart.eval()
        for layer in self.apart:
            state = layer(state, seen)
        return state[0]


def _tensor(weights: Weights, name: str) -> torch.Tensor:
    kept = weights.tensors[name]
    if kept.dtype == BLOCK:
        width = INNER if name.endswith(NARROWING) else DIMENSION
        kept = plain(kept.reshape(-1, width // IN_BLOCK))
    return torch.tensor(kept)
