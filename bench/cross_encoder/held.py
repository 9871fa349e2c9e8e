"""What the network says of passages set aside: whether they answer, and with which sentence."""

from collections.abc import Iterator, Sequence

import numpy as np
from sklearn.metrics import roc_auc_score

from bench.cross_encoder.texts import Pair, Text, headed, pairs
from bench.report import Row
from samspil.core.embedding import Embedder
from samspil.core.knowledge.answering import Answer, Judge, answer
from samspil.core.knowledge.index import Entry, Index, part_of
from samspil.core.knowledge.signs import Evidence


def of_held(judge: Judge, held: Sequence[Text], embedder: Embedder) -> Iterator[Row]:
    """The baselines are nearness in meaning, and sentences chosen by their words."""
    asked = [(text, pair) for text in held for pair in pairs(text)]
    truth = [pair.answers for _text, pair in asked]
    said = [value for _text, pair in asked for value in judge.judge(pair.question, [pair.text])]
    near = embedder.embed([pair.question for _text, pair in asked])
    near = (near * embedder.embed([pair.text for _text, pair in asked])).sum(1)
    value, base = roc_auc_score(truth, said), roc_auc_score(truth, near)
    name = f"{len(asked)} questions written for {len(held)} passages set aside"
    yield Row(name=name, unit="AUC", value=float(value), baseline=float(base))
    answered = [(text, pair) for text, pair in asked if pair.answers]
    by_reading, by_words = (
        [_quoted(text, pair, one, embedder) for text, pair in answered] for one in (judge, None)
    )
    name = f"{len(answered)} answers that quote the sentence wanted"
    value, base = (_right(answered, each) for each in (by_reading, by_words))
    yield Row(name=name, unit="share", value=value, baseline=base)
    value, base = (
        float(np.mean([len(one.quotes) for one in each])) for each in (by_reading, by_words)
    )
    yield Row(name="sentences that they quote", unit="", value=value, baseline=base)


def _quoted(text: Text, pair: Pair, judge: Judge | None, embedder: Embedder) -> Answer:
    entry = Entry(headings=(text.heading,), text=text.passage)
    part = part_of([entry], language=text.language)
    part = part.with_vectors(embedder.embed([headed(text)]), embedder=embedder.name)
    vector = embedder.embed([pair.question])[0]
    hits = Index.of([part]).search(pair.question, vector=vector, embedder=embedder.name, limit=1)
    found = [Evidence(hit=hit, text=text.passage, headings=(text.heading,)) for hit in hits]
    return answer(pair.question, found, enough=0.0, judge=judge)


def _right(asked: Sequence[tuple[Text, Pair]], given: Sequence[Answer]) -> float:
    """The share in which a sentence quoted is, or holds, some of the one that answers."""
    right = []
    for (text, pair), one in zip(asked, given, strict=True):
        before = len(pair.text) - len(text.passage)
        start, end = pair.start - before, pair.end - before
        right.append(any(each.start < end and each.end > start for each in one.quotes))
    return float(np.mean(right))
