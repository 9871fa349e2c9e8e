"""What Samspil's cross-encoder says of passages; each pair is judged once in a run."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from samspil.adapters.embedding.cross_encoder import CrossEncoder
from samspil.adapters.embedding.e5 import weights_of_package


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kept:
    """As Samspil has it, but what it said of a question and a passage is not asked again."""

    encoder: CrossEncoder
    known: dict[tuple[str, str], float] = field(default_factory=dict)

    def judge(self, question: str, passages: Sequence[str], /) -> list[float]:
        """As the encoder does."""
        fresh = [each for each in passages if (question, each) not in self.known]
        said = self.encoder.judge(question, fresh)
        self.known.update(zip(((question, each) for each in fresh), said, strict=True))
        return [self.known[question, each] for each in passages]

    def places(
        self, question: str, passage: str, stretches: Sequence[tuple[int, int]], /
    ) -> list[float]:
        """As the encoder does."""
        return self.encoder.places(question, passage, stretches)


def installed_judge() -> Kept | None:
    """None where the embedding is not installed."""
    weights = weights_of_package()
    return None if weights is None else Kept(encoder=CrossEncoder.load(weights))
