"""Say which data may go to a language model."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samspil.core.gateway.allowing import Place, Verdict, lowered
from samspil.core.masking import DataClass
from samspil.governance.access import check_may_govern
from samspil.governance.actions.noting import note_server
from samspil.governance.models import Allowance, ModelServer
from samspil.people.models import Colleague


@transaction.atomic
def allow(
    server: ModelServer, wanted: Mapping[DataClass, Verdict], *, by: Colleague, at: datetime
) -> int:
    """Let data of these classes go there or not, as far as its place admits; returns changes.

    Classes that are not named stay as they are. What does not change is not written down.
    """
    check_may_govern(by)
    locked = ModelServer.objects.select_for_update().get(pk=server.pk)
    place = Place(locked.place)
    known = dict(locked.allowances.values_list("data_class", "verdict"))
    changes = 0
    for data_class, verdict in wanted.items():
        now = lowered(verdict, data_class=data_class, place=place)
        before = Verdict(known.get(data_class, Verdict.BLOCK))
        if now is before:
            continue
        _set(locked, data_class, now, by=by, at=at)
        note_server(
            locked, "model_allowance_changed", by=by, at=at,
            data_class=data_class.value, before=before.value, now=now.value, place=place.value,
        )  # fmt: skip
        changes += 1
    return changes


def _set(
    server: ModelServer, data_class: DataClass, verdict: Verdict, *, by: Colleague, at: datetime
) -> None:
    if verdict is Verdict.BLOCK:
        server.allowances.filter(data_class=data_class).delete()
        return
    Allowance.objects.update_or_create(
        server=server,
        data_class=data_class,
        defaults={"verdict": verdict, "set_by": by, "set_at": at},
    )
