"""What became of the cases of some pairs, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.core.parallel_runs.minutes import Sign
from samspil.journal.models import Entry
from samspil.parallel_runs.models import Pair
from samspil.work.models import Decision, Emptied

SIGNS: Mapping[str, Sign] = {
    "claimed": Sign.OPENED,
    "hand_over_undone": Sign.OPENED,
    "decision_undone": Sign.OPENED,
    "released": Sign.LEFT,
    "handed_over": Sign.LEFT,
    "reassigned": Sign.LEFT,
    "snoozed": Sign.LEFT,
    "decided": Sign.LEFT,
}
"""Events by which somebody had a case in hand, or no longer; all else is a sign of work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The decision of the pair's round, by what it is told how long people had the case in hand,
    and whether its texts are gone."""

    decision: Decision | None
    signs: Sequence[tuple[datetime, Sign]]
    emptied: bool


def known_of(pairs: Sequence[Pair]) -> Mapping[int, Known]:
    """By primary key of the pair; three statements."""
    cases = [pair.case_id for pair in pairs]
    made = {(one.case_id, one.round): one for one in Decision.objects.filter(case__in=cases)}
    emptied = set(Emptied.objects.filter(case__in=cases).values_list("case", flat=True))
    signs = _signs([pair for pair in pairs if pair.old_at is None])
    return {
        pair.pk: Known(
            decision=(decision := made.get((pair.case_id, pair.round))),
            signs=_until(signs.get(str(pair.case.public_id), []), decision),
            emptied=pair.case_id in emptied,
        )
        for pair in pairs
    }


def _signs(pairs: Sequence[Pair]) -> Mapping[str, list[tuple[datetime, Sign]]]:
    found: dict[str, list[tuple[datetime, Sign]]] = defaultdict(list)
    subjects = [str(pair.case.public_id) for pair in pairs]
    rows = Entry.objects.filter(subject__in=subjects, actor_kind="person").order_by("sequence")
    for subject, event, at in rows.values_list("subject", "event", "at"):
        found[subject].append((at, SIGNS.get(event, Sign.OTHER)))
    return found


def _until(
    signs: Sequence[tuple[datetime, Sign]], decision: Decision | None
) -> list[tuple[datetime, Sign]]:
    return [one for one in signs if decision is None or one[0] <= decision.at]
