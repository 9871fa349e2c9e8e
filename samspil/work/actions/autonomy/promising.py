"""What is promised in a process, and how much is drawn for people."""

from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.groups import GroupsBy
from samspil.core.evidence.ladder import Changed, Lowered, Thing
from samspil.people.models import Colleague
from samspil.work.access import check_may_change
from samspil.work.actions.autonomy.falling import fall_held
from samspil.work.actions.autonomy.keeping import held_autonomy
from samspil.work.actions.noting import note_process
from samspil.work.models import Process
from samspil.work.queries.autonomy import plan_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What people lay down for AI's lone work; shares from 0 to 1, as in `ProcessAutonomy`.

    What is not said is as usual.
    """

    alpha: float = 0.02
    cases: int = 0
    lane: float = 0.05
    judge_first: float = 0.0
    second_look: bool = False
    planted: float = 0.0
    most_before_alarm: int = 500
    money_limit: Decimal | None = None
    groups_by: GroupsBy = GroupsBy.PROCESS


@transaction.atomic
def change_terms(process: Process, terms: Terms, *, by: Colleague, at: datetime) -> bool:
    """Lay down these terms; tells whether AI lost ground by it.

    Where a stricter promise is given than its certificate proves, or amounts become AI's that
    nothing was proved about, AI finishes nothing until that is proved. The same where other groups
    get promises of their own; which ones was chosen knowing the answers there are, so that only
    later ones prove it.
    """
    check_may_change(by, process)
    kept = held_autonomy(process)
    before = kept.level
    if _loosens(kept.money_limit, terms.money_limit):
        fall_held(kept, Changed(at=at, thing=Thing.KNOWLEDGE), facts={}, by=by)
    if kept.groups_by != terms.groups_by:
        fall_held(kept, Changed(at=at, thing=Thing.GROUPS), facts={}, by=by)
    for name, value in asdict(terms).items():
        setattr(kept, name, value)
    kept.save(update_fields=list(asdict(terms)))
    told = {**asdict(terms), "money_limit": str(terms.money_limit or "")}
    note_process(process, "autonomy_terms_changed", by=by, at=at, **told)
    signed = kept.certificate
    if signed is not None and signed.alpha > plan_of(kept).alpha(Autonomy(kept.level)):
        fall_held(kept, Lowered(at=at, to=Autonomy.DRAFT, by=by.name), facts={}, by=by)
    return kept.level < before


def _loosens(before: Decimal | None, after: Decimal | None) -> bool:
    return before is not None and (after is None or after > before)
