"""Text as the numbers of the pieces of words that the network knows, by SentencePiece."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samspil.adapters.embedding.weights import Weights


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tokens:
    """The most likely way to cut a text into known pieces (a unigram model)."""

    processor: Any
    begin: int
    end: int
    written_out: Mapping[int, str]

    @classmethod
    def of(cls, weights: Weights) -> "Tokens":
        """Hand SentencePiece the pieces and scores; takes half a second."""
        from sentencepiece import SentencePieceProcessor

        return cls(
            processor=SentencePieceProcessor(model_proto=_model(weights)),
            begin=weights.begin,
            end=weights.end,
            written_out=weights.written_out,
        )

    def numbers(self, text: str) -> list[int]:
        """The pieces of a text in their order, without a beginning and an end."""
        found: list[int] = self.processor.encode(text.translate(self.written_out))
        return found


def _model(weights: Weights) -> bytes:
    from sentencepiece import sentencepiece_model_pb2

    parts: Any = sentencepiece_model_pb2  # its classes are made when it is imported
    kinds = parts.ModelProto.SentencePiece
    special = dict.fromkeys((weights.begin, weights.end, weights.padding), kinds.CONTROL)
    special[weights.unknown] = kinds.UNKNOWN
    model = parts.ModelProto()
    for number, (piece, score) in enumerate(
        zip(weights.pieces, weights.scores.tolist(), strict=True)
    ):
        model.pieces.add(piece=piece, score=score, type=special.get(number, kinds.NORMAL))
    model.trainer_spec.model_type = parts.TrainerSpec.UNIGRAM
    model.trainer_spec.bos_id = weights.begin
    model.trainer_spec.eos_id = weights.end
    model.trainer_spec.pad_id = weights.padding
    model.trainer_spec.unk_id = weights.unknown
    model.normalizer_spec.name = "identity"  # `written_out` does it
    made: bytes = model.SerializeToString()
    return made
