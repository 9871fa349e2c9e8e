"""The slow part: learn from examples, and try what was learned on others. Writes no row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from samspil.adapters import embedding
from samspil.core.examples import Labelled
from samspil.core.lessons import FOLDS, PARTS, deal, part_of
from samspil.core.skill import Brief, Senders, Skill
from samspil.skills.registry import SKILLS, NothingToLearn
from samspil.work.queries import Aid

PART_FOLD = 0
"""Those who learned from a part are tried on this fold only: it costs less than learning twice."""
AT_ONCE = 500

Plan = tuple[tuple[float, int], ...]
"""How often one learns to try it, besides the one time for use: from which part, on which fold."""
IN_FULL: Plan = (*((1.0, fold) for fold in range(FOLDS)), *((part, PART_FOLD) for part in PARTS))
"""Every example is tried, and parts show whether more examples would help."""
ONCE: Plan = ((1.0, PART_FOLD),)
"""A third of the examples is tried, and nothing shows whether more of them would help."""

Progress = Callable[[float], None]
"""Told which share (0 to 1) of the trial is done."""
Said = dict[str, str]
"""What was said of examples, by digest; empty where no topic was proposed."""


@dataclass(slots=True, kw_only=True)
class Trials:
    """What was said of examples by those who had not seen them, round by round.

    Kept so that another worker can go on where one died.
    """

    rounds: dict[str, Said] = field(default_factory=dict)

    def of(self, part: float) -> Said:
        """What was said by those who learned from this part (0 to 1) of the examples."""
        found: Said = {}
        for fold in range(FOLDS):
            found |= self.rounds.get(_round(fold, part), {})
        return found

    def on_part_fold(self, part: float) -> Said:
        """The same, only of those examples on which every part was tried."""
        return self.rounds.get(_round(PART_FOLD, part), {})


def hold_trials(
    examples: Sequence[Labelled],
    *,
    skill: str,
    beside: Sequence[Labelled],
    aid: Aid,
    plan: Plan,
    so_far: Trials,
    note: Callable[[Trials], None],
) -> Trials:
    """Learn from two thirds, or a part of them, and try the rest, as often as the plan says.

    Those `beside` are always learned from and never tried. `note` is told after each round.
    """
    folds = deal(examples)
    pairs = list(zip(examples, folds, strict=True))
    for part, fold in plan:
        name = _round(fold, part)
        held_out = [one for one, of in pairs if of == fold]
        rest = [one for one, of in pairs if of != fold]
        if name in so_far.rounds or not held_out or not rest:
            continue
        learned_from = rest if part == 1 else part_of(rest, part)
        taught = learn([*beside, *learned_from], skill=skill, aid=aid)
        so_far.rounds[name] = judge(taught, held_out) if taught else {}
        note(so_far)
    return so_far


def learn(examples: Sequence[Labelled], *, skill: str, aid: Aid) -> Skill | None:
    """The skill with the topics that these examples teach, kept in no file; None where they teach
    nothing. How sure it is of them it knows only roughly."""
    entry = SKILLS[skill]
    texts, topics = [one.text for one in examples], [one.topic for one in examples]
    try:
        model = entry.sketch(texts, topics, aid.embedder, aid.unlabelled)
    except NothingToLearn:
        return None
    return model.ready(aid.embedder if embedding.chosen() else None)


def judge(
    skill: Skill, examples: Sequence[Labelled], progress: Progress = lambda _share: None
) -> Said:
    """What the skill says of each example."""
    said: Said = {}
    for start in range(0, len(examples), AT_ONCE):
        some = examples[start : start + AT_ONCE]
        # Only topics count here, so nothing else is looked for.
        made = skill.propose([Brief(text=one.text, senders=Senders.EMPLOYEES) for one in some])
        for one, proposal in zip(some, made, strict=True):
            said[one.digest] = proposal.best.result if proposal.best else ""
        progress((start + len(some)) / len(examples))
    return said


def trials_from(kept: Mapping[str, Said]) -> Trials:
    """What an interrupted lesson had found out."""
    return Trials(rounds=dict(kept))


def _round(fold: int, part: float) -> str:
    return f"{fold} {part:g}"
