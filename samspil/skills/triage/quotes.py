"""Which passages of a text spoke most for a label: the grounds that a person can check."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from samspil.core.skill import Evidence, Ground
from samspil.skills.triage.grams import UNKNOWN, Occurrences, Token
from samspil.skills.triage.language import KNOWN, WORDS
from samspil.skills.triage.model import SPEAKS, ReadBatch, TriageModel
from samspil.skills.triage.view import View, Weights

MOST_WORDS = 3
LEAST_PART = 0.35
"""A word is quoted if it spoke at least this part as much as the strongest one."""
MORE_SMALL_WORDS = """
    will our we us they them he she him her its been being were was am if so but or as by up out
    vi os dem deres han hun hans hendes være været var har havde vil ville eller men så hvis når
    fordi wir uns unser unsere er es seine ihre sein war waren wurde wenn dass aber oder so als wie
    bei aus dieser diese dieses"""
SMALL_WORDS = frozenset(MORE_SMALL_WORDS.split()).union(*(WORDS[known] for known in KNOWN))
"""They may weigh in the sum, but tell a person nothing; quoted only where there are no others."""


def topic_quotes(
    model: TriageModel, batch: ReadBatch, texts: Sequence[str], best: NDArray[np.intp]
) -> list[tuple[Evidence, ...]]:
    """For each text, the few passages that spoke most for its label `best`, in reading order."""
    spoke = _spoke(model, batch, best).tolist()
    quoted = []
    start = 0
    for text, found in zip(texts, batch.tokens, strict=True):
        chosen = _strongest(found, spoke[start : start + len(found)])
        quoted.append(_passages(text, found, chosen))
        start += len(found)
    return quoted


def _spoke(model: TriageModel, batch: ReadBatch, best: NDArray[np.intp]) -> NDArray[np.float64]:
    """How much each token, with its pieces and the pairs it closes, added to its text's label."""
    total = sum(len(found) for found in batch.tokens)
    first = 0
    spoke = np.zeros(total)
    for view, seen in zip(model.views, batch.seen, strict=True):
        weights = model.weights[first : first + len(view.rarity)]
        spoke += SPEAKS[view.kind] * _in_view(view, seen, weights, best, total)
        first += len(view.rarity)
    return spoke


def _in_view(
    view: View, seen: Occurrences, weights: Weights, best: NDArray[np.intp], total: int
) -> NDArray[np.float64]:
    known = seen.gram != UNKNOWN
    gram, row, token = seen.gram[known], seen.row[known], seen.token[known]
    rarity = view.rarity[gram]
    length = np.sqrt(np.bincount(row, weights=rarity**2, minlength=len(best)))
    added = rarity * weights[gram, best[row]] / length[row]
    return np.bincount(token, weights=added, minlength=total).astype(np.float64)


def _strongest(found: Sequence[Token], spoke: Sequence[float]) -> list[int]:
    words = [place for place, token in enumerate(found) if token.form.isalnum()]
    telling = [place for place in words if found[place].form not in SMALL_WORDS]
    words = telling or words
    words.sort(key=lambda place: (-spoke[place], place))
    least = max(spoke[words[0]] * LEAST_PART, 1e-6) if words else 0.0
    return sorted(place for place in words[:MOST_WORDS] if spoke[place] >= least)


def _passages(text: str, found: Sequence[Token], chosen: Sequence[int]) -> tuple[Evidence, ...]:
    """Neighbouring words become one passage."""
    if not chosen:
        return ()
    breaks = [after for before, after in pairwise(chosen) if after != before + 1]
    firsts = [chosen[0], *breaks]
    lasts = [*(chosen[chosen.index(place) - 1] for place in breaks), chosen[-1]]
    return tuple(
        quote(text, Ground.TOPIC, found[first].start, found[last].end)
        for first, last in zip(firsts, lasts, strict=True)
    )


def quote(text: str, ground: Ground, start: int, end: int) -> Evidence:
    """The passage of the text between two places."""
    return Evidence(ground=ground, start=start, end=end, quote=text[start:end])
