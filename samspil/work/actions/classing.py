"""Say how protected a case is, where the program did not see it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.masking import DataClass
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.work.access import check_may_see, check_not_emptied
from samspil.work.actions.noting import note_case
from samspil.work.models import Case


class FoundSpecial(ValueError):
    """What makes the case sensitive was found in it; the message is fit to show."""


@transaction.atomic
def class_case(case: Case, data_class: DataClass, *, by: Colleague, at: datetime) -> None:
    """Treat the case as personal or as sensitive; of a sensitive one AI finishes nothing alone.

    What was found to be sensitive stays so: raises `FoundSpecial`. The same again changes nothing.
    """
    check_may(by, Action.DECIDE_CASES)
    check_may_see(by, case)
    check_not_emptied(case)
    if data_class not in (DataClass.PERSONAL, DataClass.SPECIAL):
        raise FoundSpecial(_("A case is personal or sensitive personal."))
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.data_class == data_class:
        return
    if locked.masked:
        raise FoundSpecial(_("An identity number was found in it: it stays sensitive."))
    case.data_class = locked.data_class = data_class
    locked.save(update_fields=["data_class"])
    note_case(locked, "case_classed", by=by, at=at, data_class=data_class.value)
