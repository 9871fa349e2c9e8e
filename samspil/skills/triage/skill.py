"""Triage: what a message is about, how sure that is, and which words say so."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samspil.core.check_skill import MOST_OPTIONS
from samspil.core.embedding import Embedder, NoEmbedding
from samspil.core.evidence.verified import NOTHING as NOTHING_VERIFIED
from samspil.core.evidence.verified import Verified
from samspil.core.skill import Brief, Evidence, Option, Proposal
from samspil.skills.triage.cues import cues, pointed_at
from samspil.skills.triage.language import language_of
from samspil.skills.triage.meaning import Meaning
from samspil.skills.triage.model import ReadBatch, Shares, TriageModel
from samspil.skills.triage.quotes import topic_quotes
from samspil.skills.triage.starter import CUSTOMER_SERVICE, NOTHING, starter_model

CODE = 5
"""Raised whenever the code, with the same model, may propose something else."""
HUSHED = 3
"""Words of which half are known speak at about a third, found on messages set aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """Sorts messages by topic. `model` None means the model of the starter set named `starter`;
    where there is none either, nothing is sorted until it is taught.

    Topics likelier than `least_share` are proposed, at most three. Of a long message only the first
    20,000 characters are read. What the message means is weighed too, if there is a `meaning` and
    its `embedder`: that takes ten times as long, and tells better how likely the answer is right.
    If less than `familiar_enough` of its words are known, as in a language that nobody taught, they
    speak more softly beside the meaning. Texts without a known word get no proposal either way.
    """

    model: TriageModel | None = None
    starter: str = CUSTOMER_SERVICE
    least_share: float = 0.01
    meaning: Meaning | None = None
    embedder: Embedder | None = None
    familiar_enough: float = 0.7

    @property
    def name(self) -> str:
        """Short and stable."""
        return "triage"

    @property
    def version(self) -> str:
        """Changes with the code, the settings and all that the model has learned."""
        model = self._model()
        words = f"{CODE}-{self.least_share:g}-{model.version if model else 'untaught'}"
        meaning = self._usable_meaning()
        return f"{words}-{self.familiar_enough:g}-{meaning.version}" if meaning else words

    @property
    def purpose(self) -> str:
        """What it is for."""
        return "Says what a message is about, and finds urgency, dissatisfaction and vulnerability."

    @property
    def earlier(self) -> Verified:
        """How sure it was of examples that it had not seen; none without an embedding."""
        meaning = self._usable_meaning()
        return meaning.earlier if meaning else NOTHING_VERIFIED

    def propose(self, briefs: Sequence[Brief], /) -> list[Proposal]:
        """One proposal for each brief; without options where the text holds nothing known."""
        if not briefs:
            return []
        model = self._model()
        if model is None:
            return [self._proposal(brief, (), ()) for brief in briefs]
        texts = [brief.text for brief in briefs]
        batch = model.read(texts)
        shares, sure = self._judged(model, batch, texts)
        quoted = topic_quotes(model, batch, texts, np.argmax(shares, axis=1))
        return [
            self._proposal(brief, self._options(model, row), topic, sureness=each)
            for brief, row, each, topic in zip(briefs, shares, sure.tolist(), quoted, strict=True)
        ]

    def _model(self) -> TriageModel | None:
        """None where nobody has taught anything."""
        if self.model is not None or self.starter == NOTHING:
            return self.model
        return starter_model(self.starter)

    def _usable_meaning(self) -> Meaning | None:
        """None where the model was taught without an embedding, or with another."""
        if self.meaning is None or self.embedder is None:
            return None
        return self.meaning if self.meaning.embedder == self.embedder.name else None

    def _judged(
        self, model: TriageModel, batch: ReadBatch, texts: Sequence[str]
    ) -> tuple[Shares, Shares]:
        """The probability of each label, and how likely the best of them is right, row by row."""
        shares = model.shares(batch)
        sure = shares.max(axis=1)
        meaning = self._usable_meaning()
        if meaning is None or self.embedder is None:
            return shares, sure
        readable = np.flatnonzero(sure > 0).tolist()
        try:
            vectors = self.embedder.embed([texts[row] for row in readable])
        except NoEmbedding:
            return shares, sure
        words = model.scores(batch)[readable] * self._heard(model, batch)[readable, None]
        lengths = np.array([len(texts[row].split()) for row in readable], dtype=np.float64)
        answers = meaning.answers(vectors, words=words, lengths=lengths)
        shares[readable], sure[readable] = meaning.shares(answers), meaning.sureness(answers)
        return shares, sure

    def _heard(self, model: TriageModel, batch: ReadBatch) -> Shares:
        """How far each text's words may speak, from 0 to 1: less the more of them are unknown."""
        return np.asarray(np.minimum(1, model.familiar(batch) / self.familiar_enough) ** HUSHED)

    def _options(self, model: TriageModel, shares: Shares) -> tuple[Option, ...]:
        order = np.argsort(-shares, kind="stable")[:MOST_OPTIONS]
        return tuple(
            Option(result=model.labels[place], confidence=float(shares[place]))
            for place in order
            if shares[place] >= self.least_share
        )

    def _proposal(
        self,
        brief: Brief,
        options: tuple[Option, ...],
        topic: tuple[Evidence, ...],
        *,
        sureness: float = 0.0,
    ) -> Proposal:
        quoted = pointed_at(topic if options else (), senders=brief.senders)
        return Proposal(
            options=options,
            evidence=(*quoted, *cues(brief.text, senders=brief.senders)),
            language=language_of(brief.text),
            sureness=sureness if options else 0.0,
        )
