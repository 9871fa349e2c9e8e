"""Teach the network which questions a passage answers, and where."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional

from bench.cross_encoder.network import CrossEncoder
from bench.cross_encoder.texts import Pair, Text, headed, pairs
from samspil.adapters.embedding.weights import Weights

ROUNDS = 6
AT_ONCE = 4
"""Passages, each with its questions, that one step learns from."""
FROM_OTHERS = 3
"""Questions about other passages beside those written for one."""
BY_CHANCE = 2
"""Rounds in which those are any questions, before they come near to the passage."""
DRAWN, ANSWERED = 12, 4.0
"""Near ones for each passage; from such a value on it may well answer one, which is left out."""
STEP, STEP_OF_NEW = 1.5e-4, 1.5e-3
"""The longest step, of weights there were and of those that begin by chance."""
WARMING = 0.1
HELD = 0.01
WHERE = 0.3
"""What the place of the answer counts beside there being one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """What changes with each step: the weights, and how far they go."""

    network: CrossEncoder
    optimiser: torch.optim.Optimizer
    steps: int


def learn(
    weights: Weights, learned: Sequence[Text], *, near: Sequence[Sequence[str]], seed: int = 0
) -> CrossEncoder:
    """The mean of two networks: for one, questions about others come near to each passage.

    Which do `near` says. `seed` settles all that is left to chance, so that it may be learned
    again. Each takes some six minutes a round for 1,500 passages.
    """
    one, other = (_taught(weights, learned, each, seed) for each in (None, near))
    with torch.no_grad():
        for mine, its in zip(one.parameters(), other.parameters(), strict=True):
            mine.copy_((mine + its) / 2)
    return one


def _taught(
    weights: Weights, learned: Sequence[Text], near: Sequence[Sequence[str]] | None, seed: int
) -> CrossEncoder:
    torch.manual_seed(seed)
    network = CrossEncoder(weights)
    chance = random.Random(seed)
    order = list(range(len(learned)))
    steps = ROUNDS * -(-len(order) // AT_ONCE)
    way = _Way(network=network, optimiser=_optimiser(network), steps=steps)
    others = [_anything(learned, each, chance) for each in learned]
    for number in range(ROUNDS):
        if near and number == BY_CHANCE:
            drawn = [chance.sample(each, k=min(DRAWN, len(each))) for each in near]
            others = [_left_open(network, *each) for each in zip(learned, drawn, strict=True)]
        network.train()
        chance.shuffle(order)
        for at, start in enumerate(range(0, len(order), AT_ONCE)):
            chosen = order[start : start + AT_ONCE]
            asked = [
                pair for each in chosen for pair in _asked(learned[each], others[each], chance)
            ]
            _step(way, asked, number * steps // ROUNDS + at)
    network.eval()
    return network


@torch.no_grad()
def judged(network: CrossEncoder, questions: Sequence[str], passages: Sequence[str]) -> list[float]:
    """How much speaks for each pair."""
    with torch.autocast("cpu", torch.bfloat16):
        found, _places, _there = network(questions, passages)
    values: list[float] = found.float().tolist()
    return values


def _optimiser(network: CrossEncoder) -> torch.optim.Optimizer:
    changed = [(name, each) for name, each in network.named_parameters() if each.requires_grad]
    old = [each for name, each in changed if name.startswith("together")]
    new = [each for name, each in changed if not name.startswith("together")]
    groups = [{"params": old, "longest": STEP}, {"params": new, "longest": STEP_OF_NEW}]
    return torch.optim.AdamW(groups, weight_decay=HELD)


def _anything(learned: Sequence[Text], own: Text, chance: random.Random) -> list[str]:
    """Any questions that other passages answer."""
    texts = chance.sample(learned, k=min(DRAWN + 1, len(learned)))
    others = [each for each in texts if each is not own and each.answered]
    return [chance.choice(each.answered)[0] for each in others][:DRAWN]


def _left_open(network: CrossEncoder, text: Text, near: Sequence[str]) -> list[str]:
    """Those that the passage does not answer, as far as the network knows by now."""
    if not near:
        return []
    network.eval()
    said = judged(network, near, [headed(text)] * len(near))
    return [question for question, value in zip(near, said, strict=True) if value < ANSWERED]


def _asked(text: Text, others: Sequence[str], chance: random.Random) -> Iterator[Pair]:
    told = pairs(text)
    yield from told
    own = {each.question for each in told}
    for question in chance.sample(others, k=min(FROM_OTHERS, len(others))):
        if question not in own:
            yield Pair(question=question, text=headed(text), answers=False)


def _step(way: _Way, asked: Sequence[Pair], number: int) -> None:
    done = number / way.steps
    for group in way.optimiser.param_groups:
        group["lr"] = group["longest"] * min(1.0, done / WARMING) * (1 - done)
    with torch.autocast("cpu", torch.bfloat16):
        found, places, there = way.network(
            [each.question for each in asked], [each.text for each in asked]
        )
    truth = torch.tensor([float(each.answers) for each in asked])
    lost = functional.binary_cross_entropy_with_logits(found.float(), truth)
    lost = lost + WHERE * _lost_places(way.network, asked, places.float(), there)
    way.optimiser.zero_grad()
    lost.backward()
    torch.nn.utils.clip_grad_norm_(way.network.parameters(), 1.0)
    way.optimiser.step()


def _lost_places(
    network: CrossEncoder, asked: Sequence[Pair], places: torch.Tensor, there: torch.Tensor
) -> torch.Tensor:
    truth = torch.zeros_like(places)
    for at, pair in enumerate(asked):
        if pair.answers:
            first = len(network.tokens.numbers(pair.text[: pair.start].rstrip()))
            last = len(network.tokens.numbers(pair.text[: pair.end]))
            truth[at, 1 + first : 1 + last] = 1
    lost = functional.binary_cross_entropy_with_logits(places, truth, reduction="none")
    shares = (lost * there).sum(1) / there.sum(1)
    return shares.mean()
