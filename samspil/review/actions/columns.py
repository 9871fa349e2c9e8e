"""Remember which columns of all cases a colleague looks at."""

from collections.abc import Sequence

from django.db import transaction

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.review.models import TableChoice
from samspil.review.queries.columns import BY_NAME


@transaction.atomic
def choose_columns(names: Sequence[str], *, by: Colleague) -> None:
    """Show these columns from now on; unknown ones are left out, and none means the usual ones."""
    check_may(by, Action.SEE_CASES)
    known = [name for name in BY_NAME if name in names]
    TableChoice.objects.update_or_create(owner=by, defaults={"columns": known})
